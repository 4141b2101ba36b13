"""JSON Lines: each good line an article, each bad one a failure that names its line."""

import json
import tracemalloc
from pathlib import Path

import pytest

from store.importers import LARGEST, UnreadableFile, read
from store.importers.fields import FIELDS
from store.model import SavedArticle

GOOD = {"text": "The locks will open.\r\nIn May.\n", "title": "Locks"}


def written(folder: Path, lines: list[object], name: str = "saved.jsonl") -> Path:
    path = folder / name
    path.write_bytes(
        b"".join((line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines)
    )
    return path


def test_every_field_is_kept(tmp_path):
    fields = {
        "title": "Locks",
        "outlet": "The Umber Herald",
        "author": "Ivo Sandrel",
        "url": "https://umberherald.example/locks",
        "place": "Tarn",
        "published": "2031-06-05T06:40:00+02:00",
        "language": "en",
    }
    assert {"text", *fields} == set(FIELDS)
    (found,) = read(written(tmp_path, [GOOD | fields | {"other": {"is": "not looked at"}}]))
    assert isinstance(found, SavedArticle)
    assert found.text == "The locks will open.\nIn May.\n"
    assert {name: getattr(found, name) for name in fields} == fields | {"published": "2031-06-05"}
    assert (found.published_precision, found.extractor) == ("day", "jsonl")
    assert found.path.endswith("saved.jsonl:1")


def test_what_is_missing_is_read_from_the_text(tmp_path):
    text = "Locks will open\n\nTARN, 7 June 2031 (Norrin Wire) – The chancellor said so.\n"
    (found,) = read(written(tmp_path, [{"text": text, "outlet": "The Umber Herald", "title": None}]))
    assert isinstance(found, SavedArticle)
    assert (found.title, found.outlet, found.place, found.published) == (
        "Locks will open",
        "The Umber Herald",
        "TARN",
        "2031-06-07",
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not JSON"),
        (b'["text"]', "not an object"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"text": ' + b"9" * 5_000 + b"}", "numbers too long"),
        (b'{"text": "\xff"}', "not UTF-8"),
        ({"title": "no text"}, "no text"),
        ({"text": " \n"}, "no text"),
        ({"text": 5}, "no text"),
        (GOOD | {"title": ["a"]}, "field title is no text"),
        (GOOD | {"published": "soon"}, "published is no date"),
        (b'{"text": "half \\ud800 a character"}', "half a character"),
        (b'{"text": "a nul \\u0000"}', "NUL"),
        (b'{"text": "' + b"x" * LARGEST + b'"}', "longer than 16 MB"),
    ],
)
def test_a_bad_line_is_a_failure_with_its_number_and_the_others_go_on(tmp_path, line, reason):
    first, failure, last = read(written(tmp_path, [GOOD, line, GOOD | {"title": "Last"}]))
    assert isinstance(first, SavedArticle)
    assert isinstance(failure, UnreadableFile)
    assert str(failure).startswith("Line 2: ")
    assert reason in str(failure)
    assert isinstance(last, SavedArticle)
    assert last.title == "Last"


def test_blank_lines_a_mark_and_a_missing_end_do_not_matter(tmp_path):
    path = tmp_path / "saved.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode() + b"\n\n\r\n" + json.dumps(GOOD).encode())
    assert [item.title for item in read(path) if isinstance(item, SavedArticle)] == ["Locks", "Locks"]


def test_a_list_is_known_by_its_content(tmp_path):
    (found,) = read(written(tmp_path, [GOOD], "export.txt"))
    assert isinstance(found, SavedArticle)
    assert found.extractor == "jsonl"


def test_a_list_in_utf16_says_so(tmp_path):
    path = tmp_path / "saved.jsonl"
    path.write_bytes(json.dumps(GOOD).encode("utf-16"))
    (failure,) = read(path)
    assert "UTF-16" in str(failure)


def test_a_long_list_takes_no_more_memory_than_a_short_one(tmp_path):
    peaks = []
    for lines in (10, 60):
        path = written(tmp_path, [{"text": "word " * 20_000}] * lines)
        tracemalloc.start()
        assert sum(1 for _ in read(path)) == lines
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.3 * peaks[0]
