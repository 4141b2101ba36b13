"""Bytes to text: finds the encoding, and changes nothing but line ends."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from store.importers.failure import UnreadableFile

_BOMS = (  # those of UTF-32 begin with those of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_LEGACY = (
    "cp1251 koi8_r koi8_u cp866 iso8859_5 mac_cyrillic cp1252 cp1250 iso8859_2 cp1253 iso8859_7 cp1254 cp1255 cp1256 "
    "cp1257 cp874 gb18030 big5 cp932 euc_jp cp949"
).split()
_LATIN = ("iso8859-1", "iso8859-9")
_SIGNS = {byte: sign for byte in range(0x80, 0xA0) if (sign := bytes([byte]).decode("cp1252", "ignore"))}
"""Quotation marks, dashes and the like where Latin encodings have controls that no text means."""

_LETTERS = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
_SEVERAL, _MANY = 3, 5
"""So many letters of UTF-8 are no chance in half of the lines that are not ASCII, and so many are none in one line."""

_SIGN_IN_WORD = re.compile(r"[^\W\d_][\xa1-\xbf¹²³][^\W\d_]")
"""Polish read as Western European; Portuguese and Swedish look no less at home in the encodings of Central Europe."""
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 32 << 10
_MOST_CONTROLS = 0.01
"""Share of control characters (but blanks and escape) from which a file is no text."""


def decode(data: bytes, path: Path, declared: str = "") -> str:
    r"""Return the text of a file, its line ends made `\n` and nothing else altered (a byte order mark is no text).

    Tried in order: byte order mark, UTF-8, the encoding that the file declares, UTF-16 and UTF-32 without a mark, then
    what charset-normalizer finds likeliest among the encodings of Europe and Asia.

    Raises:
        UnreadableFile: If it is no text, holds NULs, is UTF-8 that was cut short or damaged, or of two encodings.
    """
    text = _decoded(data, path, declared)
    if "\0" in text or len(_CONTROLS.findall(text[:_SAMPLE])) > _MOST_CONTROLS * min(len(text), _SAMPLE):
        raise UnreadableFile(path, "The file is not text, or is damaged", "save the article again as text")
    if not text or text.isspace():
        raise UnreadableFile(path, "The file is empty", "save the article again")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def decode_as(data: bytes, label: str) -> str:
    """Return bytes as text of the encoding that a label means: by Latin-1, files mean Windows-1252 (WHATWG Encoding).

    Raises LookupError for an unknown label, ValueError where the bytes are no such text.
    """
    text = data.decode(label)
    return text.translate(_SIGNS) if codecs.lookup(label).name in _LATIN else text


def _decoded(data: bytes, path: Path, declared: str) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding, path)
    try:
        text = data.decode("utf-8")
        if "\0" not in text:
            return text
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data):
            raise _damaged(path, error) from None
    if (text_as_declared := _plausible(data, declared)) is not None:
        return text_as_declared
    if b"\0" in data:
        if wide := [found for encoding in _WIDE if (found := _plausible(data, encoding)) is not None]:
            return max(wide, key=_blanks)
        raise UnreadableFile(path, "The file holds NUL characters", "it is damaged or no text; save it again")
    _refuse_two_encodings(data, path)
    return _legacy(data, path)


def _strict(data: bytes, encoding: str, path: Path) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _damaged(path, error) from None


def _damaged(path: Path, error: UnicodeDecodeError) -> UnreadableFile:
    if error.end >= len(error.object) and "invalid" not in error.reason:
        return UnreadableFile(path, "The file ends in the middle of a character", "it was cut short; save it again")
    where = f"The file is {error.encoding.upper()} with a damaged character at byte {error.start}"
    if error.encoding == "utf-8":
        line = error.object.count(b"\n", 0, error.start) + 1
        where += f" (line {line})"
    return UnreadableFile(path, where, "save it again, or convert it to UTF-8")


def _refuse_two_encodings(data: bytes, path: Path) -> None:
    """Refuse a file in which some lines are UTF-8, as by chance they hardly are, and others are not."""
    beyond = [(number, line) for number, line in enumerate(data.split(b"\n"), 1) if not line.isascii()]
    letters = [len(_LETTERS.findall(line)) for _, line in beyond if _is_utf8(line)]
    as_many = 2 * len(letters) >= len(beyond) and sum(letters) >= _SEVERAL
    if as_many or max(letters, default=0) >= _MANY:
        odd = next(number for number, line in beyond if not _is_utf8(line))
        where = f"The file is in two encodings: line {odd} is not UTF-8 as others are"
        raise UnreadableFile(path, where, "convert that line to UTF-8, or save the article again")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most bytes beyond ASCII make UTF-8 letters, as chance would hardly have it in another encoding."""
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    letters = sum(len(found) for found in _LETTERS.findall(data))
    return high > 0 and letters >= 0.8 * high


def _plausible(data: bytes, encoding: str) -> str | None:
    """Return the text if it decodes strictly into something without NULs and unassigned code points."""
    try:
        text = decode_as(data, encoding)
    except (LookupError, ValueError):
        return None
    if encoding in _WIDE and not _blanks(text):
        return None
    return None if "\0" in text or len(_CONTROLS.findall(text[:_SAMPLE])) else text


def _blanks(text: str) -> int:
    """How many characters between words and sentences there are, as none come of a wrong byte order."""
    return sum(text.count(blank) for blank in " \n。、")


def _legacy(data: bytes, path: Path) -> str:
    from charset_normalizer import from_bytes

    found = list(from_bytes(data[:_SAMPLE], cp_isolation=_LEGACY, enable_fallback=False))
    western = _plausible(data, "cp1252")
    if western is not None and _SIGN_IN_WORD.search(western):
        found = [match for match in found if match.encoding != "cp1252"] or found
    alike = [
        match.encoding for match in found if (match.chaos, match.coherence) == (found[0].chaos, found[0].coherence)
    ]
    if western is not None and ("cp1252" in alike or not alike):
        return western
    if alike and (text := _plausible(data, alike[0])) is not None:
        return text
    raise UnreadableFile(path, "The file's encoding is not known", "it is not text, or convert it to UTF-8")
