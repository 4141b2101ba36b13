"""JSON Lines: one article a line, each an object with these fields, of text but for tags.

    text       the article; the only one that must be there
    title      its headline
    outlet     who published it
    author     who wrote it
    url        where it was published
    place      where it was written
    published  2024-11-11, 2024-11 or 2024; a time after the day is left out; --11-11 where the year is not known
    language   a code such as en or az-Latn
    saved      the day when it was saved
    tags       labels, in a list or parted by commas

What is missing is read from the text's first lines where they say it. Labels as doccano writes them are taken in;
other fields are not looked at.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from store.importers import doccano
from store.importers.details import read_date, saved_article
from store.importers.failure import UnreadableFile
from store.importers.fields import FIELDS, NO_COLUMNS, OF_SAVING, Columns, known_list
from store.importers.files import LARGEST, part_of
from store.model import LabelledArticle, SavedArticle


def read(
    file: BinaryIO, head: bytes, path: Path, columns: Columns = NO_COLUMNS
) -> Iterator[SavedArticle | LabelledArticle | UnreadableFile]:
    """Read the articles of a list line by line, holding one line at a time.

    Args:
        file: Open behind its head.
        head: Its first bytes, where its encoding shows.
        path: Its name.
        columns: The list's own names, by field.
    """
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield UnreadableFile(path, "The list is UTF-16", "JSON Lines are UTF-8; convert it")
        return
    file.seek(3 if head.startswith(b"\xef\xbb\xbf") else 0)
    number = 0
    while line := file.readline(LARGEST + 1):
        number += 1
        try:
            if len(line) > LARGEST:
                _skip_line(file, line)
                raise UnreadableFile(path, f"It is longer than {LARGEST >> 20} MB", "an article is not; split it")
            if line.strip():
                yield from _read_line(line, path, number, columns)
        except UnreadableFile as failure:
            yield UnreadableFile.of_part(path, f"Line {number}", failure)


def _skip_line(file: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = file.readline(LARGEST)


def _read_line(
    line: bytes, path: Path, number: int, columns: Columns
) -> Iterator[SavedArticle | LabelledArticle | UnreadableFile]:
    said = _object(line, path)
    text = said.get(columns.get("text", "text"))
    if not isinstance(text, str) or not text.strip():
        raise UnreadableFile(path, "There is no text", "give the article as the field text")
    given = {}
    for name in FIELDS[1:]:
        value = said.get(columns.get(name, name))
        if not isinstance(value, str | None):
            raise UnreadableFile(path, f"The field {name} is no text", "put it in quotation marks")
        given[name] = value or ""
    if given["published"].strip() and not read_date(given["published"])[0]:
        raise UnreadableFile(path, "The field published is no date", "write it as 2024-11-11, 2024-11 or 2024")
    sha256 = hashlib.sha256(line).hexdigest()
    article = saved_article(text, part_of(path, number), sha256, "jsonl", given, **known_list(_listed(said, columns)))
    if doccano.is_labelled(said):
        yield from doccano.labelled(said, text, article, path, number)
    else:
        yield article


def _listed(said: dict[str, object], columns: Columns) -> dict[str, str]:
    """When the article was saved, and its tags in one text."""
    saved, tags = (said.get(columns.get(name, name)) for name in OF_SAVING)
    tags = ",".join(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else tags
    return {name: value for name, value in (("saved", saved), ("tags", tags)) if isinstance(value, str)}


def _object(line: bytes, path: Path) -> dict[str, object]:
    try:
        said = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            path, f"Byte {error.start} is not UTF-8", "JSON Lines are UTF-8; convert the list"
        ) from None
    except json.JSONDecodeError as error:
        raise UnreadableFile(path, f"It is not JSON from character {error.pos} on", "give one object a line") from None
    except (RecursionError, ValueError):
        raise UnreadableFile(
            path, "It is JSON nested too deep or with numbers too long", "give one object a line"
        ) from None
    if not isinstance(said, dict):
        raise UnreadableFile(path, "It is not an object", 'write {"text": "…", "title": "…"}')
    return said
