"""What an article's own words say about it: headline, dateline, day. Fills in what its file does not say."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from store.analysis.bylines import parse_byline
from store.analysis.datelines import Dateline, infer_year, parse_dateline
from store.analysis.dates import exists, parse_published
from store.analysis.imprints import Imprint, document_day, imprint_end, parse_imprint
from store.importers.failure import UnreadableFile
from store.model import Precision, SavedArticle

LONGEST_HEADLINE = 200
"""Characters from which a first line is a paragraph."""

LONGEST_OPENING = 80
"""Characters of the first paragraph that stand in for a headline."""

LARGEST_SECONDS = 1 << 34
"""A time in seconds since 1970 is less; larger numbers are milliseconds."""

_HEADING_MARK = re.compile(r"^#{1,6}[ \t]+")
_SENTENCE_ENDS = (".", ",", ";", "…")
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}|--\d\d-\d\d", re.ASCII)
_NAMED_DAY = re.compile(
    r"(?<!\d)(?:(?P<year>(?:19|20)\d\d)(?P<sign>[-_.]?)(?P<month>\d\d)(?P=sign)(?P<day>\d\d)"
    r"|(?P<first>\d\d?)(?P<between>[-_.])(?P<second>\d\d?)(?P=between)(?P<last>(?:19|20)\d\d))(?!\d)"
)
"""A day in a file's name, its year first or last."""
_ISO_TIME = re.compile(r"(\d{4}-\d\d-\d\d|\d{8})[T ]\d\d:?\d\d")
_CLOCK = re.compile(r"(?<![,\s])[,\s]+(?:[^\W\d_]+\s+)?\d{1,2}:\d\d.*", re.DOTALL)
"""A time behind a day, with the word before it and what follows: "at 14:20 CET"."""
_WORD = re.compile(r"^[^\W\d_][^\s\d]*\s+")
_PRECISIONS: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
_SURROGATE = re.compile("[\ud800-\udfff]")


def saved_article(
    text: str,
    path: Path,
    sha256: str,
    extractor: str,
    given: Mapping[str, str],
    start: int = 0,
    *,
    saved: str = "",
    labels: Iterable[str] = (),
) -> SavedArticle:
    """Put an article together: what its file gives wins, its words fill the gaps, and the text stays as it is.

    Args:
        text: The article; its line ends are made `\\n`.
        path: Where it came from.
        sha256: Of the file, or of the article's part of it.
        extractor: What took the text out of the file.
        given: Fields of SavedArticle that the file says, `published` as written.
        start: Where in the text the words of the article begin.
        saved: When it was saved, as the file writes it.
        labels: What it is filed under; empty ones are left out.

    Raises:
        UnreadableFile: If the text holds what is no character.
    """
    if "\0" in text or _SURROGATE.search(text):
        raise UnreadableFile(path, "The text holds half a character or a NUL", "it is damaged; save the article again")
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    known = {name: line for name, value in given.items() if (line := _one_line(value))}
    return SavedArticle(
        text,
        extractor=extractor,
        path=name_of(path),
        file_sha256=sha256,
        saved=day_of(saved),
        labels=tuple(dict.fromkeys(one for label in labels if (one := _one_line(label)))),
        **_described(text, start, known, path.name),
    )


def _described(text: str, start: int, known: dict[str, str], name: str) -> dict[str, Any]:
    """Title, author, place, outlet and day as an article's words say them, and over them what is known otherwise."""
    words = text[start:]
    own = words[imprint_end(words) :]
    dateline = parse_dateline(own)
    said = known.pop("published", "")
    published, precision = read_date(said)
    unread = "" if published else said
    title = headline(own, dateline)
    imprint, byline = parse_imprint(words, known.get("title", title)) or Imprint(), parse_byline(own)
    details = {
        "title": title,
        "author": byline.author,
        "place": (dateline.place if dateline else "") or imprint.place or byline.place,
        "outlet": imprint.outlet or (dateline.outlet if dateline else "") or byline.outlet,
    }
    above = imprint.published or byline.published or document_day(words)
    if not published and above and not (dateline and dateline.year):
        published, precision = above, "day"
    elif not published and dateline:
        published, precision = _day_of(dateline, text, name)
    return details | known | {"published": published, "published_precision": precision, "unread_date": unread}


def name_of(path: Path) -> str:
    """The whole path as text; bytes of a name that are not UTF-8 are written as escapes."""
    return os.fsencode(path.absolute()).decode("utf-8", "backslashreplace")


def headline(text: str, dateline: Dateline | None) -> str:
    """The first line where it reads like a headline, else the words that the article opens with.

    The marks of a heading in Markdown are no part of it, also where the file is not said to be Markdown.
    """
    first, _, rest = text.lstrip().partition("\n")
    is_lead = dateline and dateline.span[0] <= len(text) - len(text.lstrip())
    if rest.strip() and not is_lead and len(first) <= LONGEST_HEADLINE and not first.rstrip().endswith(_SENTENCE_ENDS):
        return _one_line(_HEADING_MARK.sub("", first))
    opening = _opening(text, dateline)
    if len(opening) <= LONGEST_OPENING:
        return opening
    words = opening[:LONGEST_OPENING]
    return (words.rpartition(" ")[0] or words).rstrip(" ,;:–—-") + "…"


def _opening(text: str, dateline: Dateline | None) -> str:
    """The first paragraph, without the dateline."""
    return _one_line(text[dateline.span[1] if dateline else 0 :].lstrip().partition("\n")[0])


def is_opening(title: str, text: str) -> bool:
    """Whether a title is no headline but what `headline` made of the words that an article opens with, cut.

    Args:
        title: Of the article.
        text: Of the article, or its first characters; a block of fields may stand before its own words.
    """
    starts = (text[found.start() :] for found in re.finditer(r"^", text, re.M)) if title.endswith("…") else ()
    return any(title == _cut_opening(words) for words in starts)


def _cut_opening(words: str) -> str:
    """What `headline` makes of words without one; "" where they have one, or are no longer than one."""
    dateline = parse_dateline(words)
    made = headline(words, dateline)
    return made if made != _opening(words, dateline) else ""


def read_date(written: str) -> tuple[str, Precision]:
    """Read a day as files write it: ISO, as in an email, or as people type it, with or without a time and a weekday.

    The day is the one written, in the time zone it was written in. Returns "" and "none" for what is no date.
    """
    written = written.strip()
    if not written:
        return "", "none"
    if found := _ISO_TIME.match(written):
        written = found[1]
    if _ISO.fullmatch(written) and exists(written):
        return written, "day" if written.startswith("--") else _PRECISIONS[len(written)]
    try:
        return parsedate_to_datetime(written).date().isoformat(), "day"
    except (ValueError, IndexError, OverflowError):
        pass
    day = _CLOCK.sub("", written)
    return _typed(day) or _typed(_WORD.sub("", day)) or ("", "none")


def _typed(written: str) -> tuple[str, Precision] | None:
    """A day, month or year as people type it, cut to its precision."""
    try:
        return parse_published(written)
    except ValueError:
        return None


def first_date(said: Iterable[str]) -> str:
    """The first of several that is a date, as it is written; where none is, the first that is not empty."""
    written = [one for one in said if one.strip()]
    return next((one for one in written if read_date(one)[0]), next(iter(written), ""))


def day_of(written: str) -> str:
    """The day of a time as files write it: seconds or milliseconds since 1970 (in UTC), or a date; "" for others."""
    written = written.strip()
    if written.isdecimal() and len(written) >= 9:
        seconds = int(written[:20])
        try:
            moment = datetime.fromtimestamp(seconds if seconds < LARGEST_SECONDS else seconds / 1000, UTC)
        except (OverflowError, ValueError, OSError):
            return ""
        return moment.date().isoformat()
    return read_date(written)[0]


def _day_of(dateline: Dateline, text: str, name: str) -> tuple[str, Precision]:
    """The day of a dateline, its year inferred where the file's name, the text or today's date tells it, else open."""
    if not (dateline.day and dateline.month):
        return "", "none"
    named = _year_in(name, dateline.day, dateline.month)
    year = dateline.year or named or infer_year(dateline.day, dateline.month, text, date.today())
    return f"{year or '-'}-{dateline.month:02}-{dateline.day:02}", "day"


def _year_in(name: str, day: int, month: int) -> int | None:
    """The year of a date in a file's name that is such a day ("belta-2024-11-11.txt"), not one to come.

    Where the year is last the day comes first, or, as Americans write it with dashes, the month: the dateline tells.
    """
    for found in _NAMED_DAY.finditer(name):
        year = found["year"] or found["last"]
        one, other = (int(found[part]) for part in (("day", "month") if found["year"] else ("first", "second")))
        american = found["between"] in ("-", "_") and (other, one) == (day, month)
        iso = f"{year}-{month:02}-{day:02}"
        if ((one, other) == (day, month) or american) and exists(iso) and iso <= date.today().isoformat():
            return int(year)
    return None


def _one_line(value: str) -> str:
    """A field on one line, without what cannot be stored."""
    return _SURROGATE.sub("\ufffd", " ".join(value.replace("\0", " ").split()))
