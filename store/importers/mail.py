"""Mail: newsletters and articles that somebody sent. Also what mbox and MHTML need of it."""

from __future__ import annotations

from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from store.importers.blocks import lines_of_html
from store.importers.decoding import decode
from store.importers.details import saved_article
from store.importers.failure import UnreadableFile
from store.importers.fields import labels_in
from store.importers.files import read_whole
from store.model import SavedArticle

LONGEST_HEADER = 2_000
"""Characters of a header that are read; decoding takes time by the square of them."""

STUB = 0.5
"""Share of the longest text of a mail below which another says no more than where to read it."""


NAMED = 3
"""So many attached files are named."""


def read(file: BinaryIO, path: Path) -> Iterator[SavedArticle]:
    """Read one mail."""
    data, sha256 = read_whole(file, path)
    yield read_mail(data, path, sha256)


def read_mail(data: bytes, path: Path, sha256: str) -> SavedArticle:
    """Read a mail's text, of a text and a page with the same words the text; subject, sender and date say what it is.

    The sender of a newsletter is its outlet, that of another mail its author. Raises UnreadableFile.
    """
    mail = BytesParser().parsebytes(data)
    text = _text(mail, path)
    if not text:
        attached = ", ".join(_attached(mail))
        hint = f"save what is attached, {attached}, and import that" if attached else "save the article as text (.txt)"
        raise UnreadableFile(path, "The mail holds no text", hint)
    name, address = parseaddr(header(mail, "From"))
    sender = "outlet" if mail["List-Id"] or mail["List-Unsubscribe"] else "author"
    given = {"title": header(mail, "Subject"), sender: name or address, "url": header(mail, "Archived-At").strip("<>")}
    given |= {"language": header(mail, "Content-Language").partition(",")[0], "published": header(mail, "Date")}
    return saved_article(text, path, sha256, "mail", given, labels=labels_in(header(mail, "Keywords")))


def header(mail: Message, name: str) -> str:
    """A header's words, decoded; "" where it is not there."""
    return _decoded(str(mail[name] or ""))


def _decoded(written: str) -> str:
    """Words of a header as they were before they were encoded for it (RFC 2047)."""
    written = written[:LONGEST_HEADER]
    try:
        return " ".join(str(make_header(decode_header(written))).split())
    except (HeaderParseError, LookupError, ValueError):
        return " ".join(written.split())


def _attached(mail: Message) -> list[str]:
    """The names of the first files that are attached: mailers encode them as RFC 2231 has it, or as they do headers."""
    names = (_decoded(part.get_filename("")) for part in mail.walk())
    return list(islice(filter(None, names), NAMED))


def _text(part: Message, path: Path) -> str:
    """The text of a mail or of a part of it, in the order of its parts; "" where it has none. Raises UnreadableFile."""
    kind = part.get_content_type()
    if part.is_multipart():
        parts = [one for one in part.get_payload() if isinstance(one, Message)]
        own = [one for one in parts if not _is_attached(one)]
        texts = _texts(own, path) or _texts(parts, path)  # what was sent on as an attachment may be all there is
        return _fullest(texts) if kind == "multipart/alternative" else "\n".join(texts)
    if kind not in ("text/plain", "text/html") or part.get_content_disposition() == "attachment":
        return ""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip():
        return ""
    text = decode(content, path, part.get_content_charset() or "")
    return text if kind == "text/plain" else "\n".join(lines_of_html(text))


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or part.get_content_type() == "message/rfc822"


def _texts(parts: list[Message], path: Path) -> list[str]:
    return [text for one in parts if (text := _text(one, path))]


def _fullest(texts: list[str]) -> str:
    """The first, which is the plainest, of texts that stand for one another and say about as much as the longest."""
    longest = max(map(len, texts), default=0)
    return next((text for text in texts if len(text) >= STUB * longest), "")
