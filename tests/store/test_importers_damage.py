"""Files with bytes changed, cut out, doubled or lost: each ends in articles or reasons, never in a traceback."""

import random
from pathlib import Path

import pytest
from made_files import ATOM, CONTAINER, LINES, NEWSML, NITF, RSS, chapter, epub, mail, odt, warc, word, zipped
from test_importers_fields import SAID

from store.importers import UnreadableFile, read, sandbox
from store.model import LabelledArticle, SavedArticle
from store.samples import sample_paths

RTF = rb"{\rtf1\ansi\ansicpg1252{\info{\title Locks}}V\'e9ldmar \u8211?{\b bold} words.\par More \u1095? of it.\par }"


def made(folder: Path, name: str) -> bytes:
    """A sound file of a format."""
    makers = {
        "a.docx": word,
        "a.odt": odt,
        "a.epub": lambda path: epub(path, [chapter("Locks", LINES), chapter("Ferries", LINES)]),
        "a.warc.gz": lambda path: path.write_bytes(warc()),
        "a.warc": lambda path: path.write_bytes(warc(compressed=False)),
        "a.rss": lambda path: path.write_text(RSS),
        "a.atom": lambda path: path.write_text(ATOM),
        "nitf.xml": lambda path: path.write_text(NITF),
        "newsml.xml": lambda path: path.write_text(NEWSML),
        "a.eml": lambda path: path.write_bytes(mail(page="<p>x</p>").as_bytes()),
        "a.mbox": lambda path: path.write_bytes((b"From a b\n" + mail().as_bytes() + b"\n\n") * 2),
        "a.rtf": lambda path: path.write_bytes(RTF),
        "a.html": lambda path: path.write_bytes(next(p for p in sample_paths() if p.suffix == ".html").read_bytes()),
        "a.json": lambda path: path.write_text('[{"title": "a", "content": "<p>words</p>", "published_by": ["x"]}]'),
        "a.jsonl": lambda path: path.write_text('{"text": "words", "title": "a"}\n' * 3),
        "a.csv": lambda path: path.write_text("title,text\nLocks,They open\n"),
    }
    path = folder / name
    makers[name](path)
    return path.read_bytes()


def damaged(data: bytes, rng: random.Random) -> bytes:
    at, other = rng.randrange(len(data)), rng.randrange(len(data))
    noise = rng.randbytes(rng.randint(1, 60))
    ways = (
        data[:at],
        data[:at] + noise + data[at + len(noise) :],
        data[:at] + data[other : other + rng.randint(1, 2_000)] + data[at:],
        data[:at] + data[at + rng.randint(1, 400) :],
        data * rng.randint(2, 4),
    )
    return rng.choice(ways)


NAMES = (
    "a.docx a.odt a.epub a.warc.gz a.warc a.rss a.atom nitf.xml newsml.xml a.eml a.mbox a.rtf a.html a.json a.jsonl a.csv"
).split()


@pytest.mark.parametrize("name", NAMES)
def test_damaged_files_end_in_articles_or_reasons(tmp_path, name):
    rng = random.Random(name)
    sound = made(tmp_path, name)
    for _ in range(20):
        (tmp_path / name).write_bytes(damaged(sound, rng))
        items = list(read(tmp_path / name))
        assert items
        for item in items:
            assert isinstance(item, SavedArticle | UnreadableFile)
            assert item.text if isinstance(item, SavedArticle) else str(item)


def ends(path: Path) -> None:
    """Reading a file gives articles or reasons, in their order."""
    items = list(read(path))
    assert items
    assert all(isinstance(item, SavedArticle | LabelledArticle | UnreadableFile) for item in items)


@pytest.mark.parametrize("name", SAID)
def test_a_file_of_any_format_cut_short_or_of_a_hundred_megabytes_ends(tmp_path, monkeypatch, name):
    monkeypatch.setattr(sandbox, "CPU_SECONDS", 3)
    path = SAID[name][0](tmp_path)
    sound = path.read_bytes()
    for third in (1, 2):
        path.write_bytes(sound[: third * len(sound) // 3])
        ends(path)
    path.write_bytes(sound)
    with path.open("r+b") as file:
        file.truncate(100 << 20)
    ends(path)


LOCKED = """%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]>> endobj
4 0 obj <</Filter/Standard/V 1/R 2/Length 40/P -4/O<{key}>/U<{key}>>> endobj
trailer <</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>
%%EOF
"""


def test_what_is_locked_says_so(tmp_path):
    (tmp_path / "a.pdf").write_text(LOCKED.format(key="5a" * 32))
    keys = "<encryption><EncryptedKey/></encryption>"
    zipped(tmp_path / "a.epub", {"META-INF/container.xml": CONTAINER, "META-INF/encryption.xml": keys})
    for name, why in (("a.pdf", "locked with a password"), ("a.epub", "The book is protected")):
        (failure,) = read(tmp_path / name)
        assert why in str(failure)
