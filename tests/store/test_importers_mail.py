"""Mail, mailboxes and MHTML: text, subject, sender and day; hostile ones end in a reason."""

from email.message import EmailMessage
from pathlib import Path

import producers
import pytest
from made_files import LETTER, mail

from store.importers import UnreadableFile, read, sandbox
from store.model import SavedArticle
from store.samples import sample_paths


def one(path: Path, content: bytes) -> SavedArticle | UnreadableFile:
    path.write_bytes(content)
    (item,) = read(path)
    return item


def article(path: Path, content: bytes) -> SavedArticle:
    item = one(path, content)
    assert isinstance(item, SavedArticle), item
    return item


def test_a_newsletter(tmp_path):
    found = article(tmp_path / "a.eml", mail(page="<p>other</p>").as_bytes())
    assert found.text == LETTER
    assert (found.title, found.outlet, found.author) == ("Locks will open – Шлюзы", "The Umber Herald", "")
    assert (found.published, found.place, found.extractor) == ("2031-06-03", "VELDMAR", "mail")


def test_a_mail_that_somebody_wrote_and_that_is_a_page_only(tmp_path):
    page = "<html><head><style>p {color: red}</style></head><body><p>Yes.</p><p>Yes.<br>And no.</p></body></html>"
    found = article(tmp_path / "a.eml", mail("", page, newsletter=False).as_bytes())
    assert found.text == "Yes.\nYes.\nAnd no."
    assert (found.author, found.outlet) == ("The Umber Herald", "")


@pytest.mark.parametrize("charset", ["utf-8", "koi8-r", "windows-1251", "iso-8859-5"])
def test_mails_in_any_charset(tmp_path, charset):
    message = EmailMessage()
    message["From"], message["Subject"] = "a@example.org", "Locks"
    message["Date"] = "Tue, 03 Jun 2031 06:40:00 +0200"
    message.set_content("Шлюзы откроют весной.\n", charset=charset)
    assert article(tmp_path / "a.eml", message.as_bytes()).text == "Шлюзы откроют весной.\n"


@pytest.mark.parametrize(
    ("charset", "codec", "words"),
    [
        ("iso-8859-1", "cp1252", "“No café at the locks,” said Ivo Sandrel.\n"),
        ("iso-8859-9", "cp1254", "“Savaş bitti,” dedi İvo Sandrel.\n"),
    ],
)
def test_a_charset_is_read_as_what_mailers_mean_by_it(tmp_path, charset, codec, words):
    head = f"From: a@example.org\nSubject: Locks\nContent-Type: text/plain; charset={charset}\n\n"
    assert article(tmp_path / "a.eml", head.encode() + words.encode(codec)).text == words


def test_attachments_are_no_text(tmp_path):
    message = mail("", "<p>The locks will open.</p>")
    message.make_mixed()
    message.add_attachment("Not this.", filename="a.txt")
    assert article(tmp_path / "a.eml", message.as_bytes()).text == "The locks will open."


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ('"=?utf-8?B?0KjQu9GO0LfRiy5wZGY=?="', "Шлюзы.pdf"),
        ('"=?koi8-r?Q?=FB=CC=C0=DA=D9?=\n =?utf-8?Q?_=C3=A9t=C3=A9.docx?="', "Шлюзы été.docx"),
        ("=?utf-8?Q?=C3=A9t=C3=A9.docx?=", "été.docx"),
        ('"plain name.pdf"', "plain name.pdf"),
        ('"=?no-such?Q?a?="', "=?no-such?Q?a?="),
    ],
)
@pytest.mark.parametrize("field", ["Content-Disposition: attachment; filename=", "Content-Type: image/png; name="])
def test_a_mail_without_text_names_what_is_attached(tmp_path, field, name, shown):
    content = (
        "From: a@example.org\nSubject: Locks\nContent-Type: multipart/mixed; boundary=b\n\n"
        f"--b\nContent-Type: text/plain\n\n\n--b\n{field}{name}\n\n%PDF\n--b--\n"
    )
    if "image" not in field:
        content = content.replace("Content-Disposition", "Content-Type: application/pdf\nContent-Disposition")
    failure = one(tmp_path / "a.eml", content.encode())
    assert str(failure) == f"The mail holds no text: save what is attached, {shown}, and import that."


def test_a_mail_that_is_attached_is_no_text_unless_it_is_all(tmp_path):
    sent_on = mail("Private words.\n")
    message = mail("The locks will open.\n")
    message.add_attachment(sent_on)
    assert article(tmp_path / "a.eml", message.as_bytes()).text.strip() == "The locks will open."
    message = mail("\n")
    message.add_attachment(sent_on)
    assert article(tmp_path / "b.eml", message.as_bytes()).text.strip() == "Private words."


def test_text_before_and_behind_a_picture_is_one_text(tmp_path):
    message = mail("The locks will open.\n")
    message.add_attachment(b"\x89PNG", "image", "png", disposition="inline")
    message.add_attachment("So will the ferry.\n", disposition="inline")
    message.add_attachment("<p>So she <b>said</b>.</p>", subtype="html", disposition="inline")
    message.add_attachment("Not this.", filename="a.txt")
    text = "The locks will open.\n\nSo will the ferry.\n\nSo she said."
    assert article(tmp_path / "a.eml", message.as_bytes()).text == text


def test_a_text_that_only_says_where_the_page_is_gives_way_to_it(tmp_path):
    stub = "View this letter in your browser: https://herald.example/1\n"
    lines = [
        "The locks at Tarn will open in spring, the captain of the port said on Monday.",
        "Nobody asked her why.",
    ] * 2
    page = "".join(f"<p>{line}</p>" for line in lines)
    assert article(tmp_path / "a.eml", mail(stub, page).as_bytes()).text == "\n".join(lines)
    whole = "\n".join(lines[:3]) + "\n"
    assert article(tmp_path / "b.eml", mail(whole, page).as_bytes()).text == whole


def test_a_text_file_that_looks_like_mail_is_read_as_it_stands(tmp_path):
    content = mail().as_bytes()
    assert article(tmp_path / "a.txt", content).text == content.decode("utf-8").replace("\r\n", "\n")


def test_a_mailbox_gives_each_mail_and_a_failure_for_those_without_text(tmp_path):
    path = tmp_path / "letters.mbox"
    mails = [mail(subject="One"), mail("", subject="Two"), mail("From here on\n\n>From quoted.\n", subject="Three")]
    boxed = b"".join(
        b"From a@example.org Tue Jun  3 06:40:00 2031\n" + m.as_bytes().replace(b"\nFrom ", b"\n>From ") + b"\n\n"
        for m in mails
    )
    path.write_bytes(boxed)
    first, second, third = read(path)
    assert isinstance(first, SavedArticle)
    assert isinstance(second, UnreadableFile)
    assert str(second).startswith("Mail 2: the mail holds no text")
    assert isinstance(third, SavedArticle)
    assert (first.title, third.title) == ("One", "Three")
    assert third.path.endswith("letters.mbox:3")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (mail().as_bytes().partition(b"\n\n")[0] + b"\n\n", "no text"),
        (b"From: a\nSubject: " + b"=?utf-8?q?a?= " * 100_000 + b"\nDate: b\n\nwords\n", ""),
        (
            b"From: a\nDate: b\nContent-Type: multipart/mixed; boundary=b0\n\n"
            + b"".join(b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (n, n + 1) for n in range(3_000)),
            "",
        ),
        (b"From: a\nDate: b\nX: " + b"y" * 1_400_000 + b"\n\nwords\n", ""),
        (b"From: a\nDate: b\nContent-Type: text/plain; charset=no-such\n\nwords\n", ""),
        (b"From: a\nDate: b\nContent-Transfer-Encoding: base64\n\n!!!!\n", ""),
    ],
    ids=["empty", "headers", "deep", "long header", "charset", "base64"],
)
def test_hostile_mail_ends_in_an_article_or_a_reason(tmp_path, monkeypatch, content, expected):
    monkeypatch.setattr(sandbox, "CPU_SECONDS", 3)
    item = one(tmp_path / "a.eml", content)
    assert isinstance(item, SavedArticle) or expected in str(item)


@pytest.mark.skipif(producers.CHROMIUM is None, reason="Chromium is not installed")
def test_a_page_that_chromium_saved_as_mhtml_is_the_article_of_the_page(tmp_path):
    page = next(path for path in sample_paths() if path.name == "umber-herald-credit.html")
    producers.save_as_mhtml(page, tmp_path / "a.mhtml")
    (of_page,) = read(page)
    (found,) = read(tmp_path / "a.mhtml")
    assert isinstance(found, SavedArticle), found
    assert isinstance(of_page, SavedArticle)
    for name in ("text", "title", "outlet", "author", "url", "published", "language"):
        assert getattr(found, name) == getattr(of_page, name)
    data = (tmp_path / "a.mhtml").read_bytes()
    assert "cut short" in str(one(tmp_path / "b.mhtml", data[: len(data) - 400]))


def test_a_snapshot_fills_what_its_page_does_not_say(tmp_path):
    body = "<html><body><article><p>The locks at Tarn will open before the first frost.</p></article></body></html>"
    content = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://herald.example/locks\r\nSubject: Locks\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}\r\n--b--\r\n"
    )
    found = article(tmp_path / "a.mht", content.encode())
    assert (found.title, found.url) == ("Locks", "https://herald.example/locks")
