"""Suggestions leave only when asked for, marked in every format that can, and never counted as records."""

import csv
import json
import sqlite3
import zipfile
from contextlib import closing

import pytest

from store import records, speakers, suggestions, verdicts
from store.collection import open_collection
from store.exporters import FORMATS
from store.exporters.rows import Selection
from store.exporting import export
from store.importing import import_items, import_paths
from store.model import SavedArticle
from tui.cli import main

TEXT = (
    "VELDMAR, 3 June (Norrin Wire) – Chancellor Ilse Taverne met President Oskar Belun.\n"
    "🜂 “The locks will open before the first frost,” Ilse Taverne said after the meeting in Harrowgate.\n"
    "Umber will pay 40 million dollars for 3 ferries by 2031, Belun said.\n"
)
WORDS = "“The locks will open before the first frost,”"
HOLDING = [form for form in FORMATS if FORMATS[form].suggestions]

MARKS = {"csv": "confidence", "qdpx": "<PlainTextSelection "}
"""What stands more often where suggestions are, if not the word itself."""


@pytest.fixture
def suggested(collection):
    """An article with one record and at least one suggested quote that nobody decided on."""
    import_items(collection, [SavedArticle(TEXT, title="Locks", outlet="Norrin Wire")])
    (uid,) = collection.read.execute("SELECT uid FROM article").fetchone()
    start = TEXT.index("Oskar Belun")
    records.tag(collection, "mention", uid, [("content", start, start + 11)])
    assert WORDS in [one.exact for one in suggestions.suggestions_for(collection, uid)]
    return collection


def contents(out):
    """All that an export holds, as text; archives unpacked, a database as its rows."""
    files = [out] if out.is_file() else []
    files += [path for path in out.parent.rglob("*") if path.is_file() and path != out]
    held = []
    for path in files:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                held += [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
        elif path.suffix == ".db":
            with closing(sqlite3.connect(path)) as database:
                held += list(database.iterdump())
        else:
            held.append(path.read_text(encoding="utf-8"))
    return "\n".join(held)


@pytest.mark.parametrize("form", HOLDING)
def test_they_come_when_asked_for_and_count_for_nothing(suggested, tmp_path, form):
    plain, asked = (tmp_path / name / f"out{FORMATS[form].suffix}" for name in ("plain", "asked"))
    for out in (plain, asked):
        out.parent.mkdir()
    without = export(suggested, form, plain, Selection())
    with_them = export(suggested, form, asked, Selection(suggestions=True))
    mark = MARKS.get(form, "uggest")
    assert contents(asked).count(mark) > contents(plain).count(mark)
    records_only = {path.name: n for path, n in with_them.items() if "suggestions" not in path.name}
    assert records_only == {path.name: n for path, n in without.items()}


def test_a_decided_one_does_not_come(suggested, tmp_path):
    out = tmp_path / "out.jsonl"

    def words():
        export(suggested, "jsonl", out, Selection(suggestions=True))
        lines = map(json.loads, out.open(encoding="utf-8"))
        return [line["exact"] for line in lines if line["onrecord"] == "suggestion"]

    assert WORDS in words()
    (uid,) = suggested.read.execute("SELECT uid FROM article").fetchone()
    verdicts.reject(suggested, next(s for s in suggestions.suggestions_for(suggested, uid) if s.exact == WORDS))
    assert WORDS not in words()


@pytest.mark.parametrize("form", ["jsonl", "w3c", "brat", "labelstudio", "doccano", "qdpx"])
def test_they_do_not_come_back_as_records(suggested, tmp_path, form):
    out = tmp_path / f"out{FORMATS[form].suffix}"
    export(suggested, form, out, Selection(suggestions=True))
    with closing(open_collection(tmp_path / "other.db")) as other:
        assert import_paths(other, [out]).failed == []
        assert records.list_records(other, "quote") == []
        assert records.list_records(other, "commitment") == []
        assert len(records.list_records(other, "mention")) == 1


def test_label_studio_and_doccano_have_them_in_their_own_places(suggested, tmp_path):
    export(suggested, "labelstudio", tmp_path / "out.json", Selection(suggestions=True))
    (task,) = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [r["value"]["labels"] for r in task["annotations"][0]["result"]] == [["mention"]]
    found = {r["value"]["text"]: r["value"] for r in task["predictions"][0]["result"]}[WORDS]
    units = task["data"]["text"].encode("utf-16-le")
    assert units[2 * found["start"] : 2 * found["end"]].decode("utf-16-le") == WORDS
    export(suggested, "doccano", tmp_path / "out.jsonl", Selection(suggestions=True))
    line = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert WORDS in [line["text"][s:e] for s, e, label in line["label"] if label == "suggested-quote"]


def test_kind_and_speaker_choose_among_them(suggested, tmp_path):
    def owners(**chosen):
        export(suggested, "jsonl", tmp_path / "out.jsonl", Selection(suggestions=True, **chosen))
        lines = map(json.loads, (tmp_path / "out.jsonl").open(encoding="utf-8"))
        return {(line["kind"], line["speaker"]) for line in lines if line["onrecord"] == "suggestion"}

    assert ("quote", "Ilse Taverne") in owners()
    assert {kind for kind, _ in owners(kinds=("commitment",))} <= {"commitment"}
    assert owners(since="2990-01-01") == set()


def test_those_of_a_speaker_come_under_any_of_the_names(suggested, tmp_path):
    def words(speaker):
        export(suggested, "jsonl", tmp_path / "out.jsonl", Selection(suggestions=True, speaker=speaker))
        lines = map(json.loads, (tmp_path / "out.jsonl").open(encoding="utf-8"))
        return [line["exact"] for line in lines if line["onrecord"] == "suggestion"]

    uid = speakers.create(suggested, "Chancellor Taverne of Umber", aliases=["ilse  TAVERNE"])
    assert WORDS in words(uid)
    assert WORDS in words("Chancellor Taverne of Umber")
    merged = speakers.create(suggested, "The Chancellor")
    speakers.merge(suggested, [uid], merged)
    assert WORDS in words(merged)
    assert WORDS not in words(speakers.create(suggested, "Oskar Belun"))


@pytest.mark.parametrize("form", sorted(set(FORMATS) - set(HOLDING)))
def test_a_format_that_cannot_hold_them_says_so(suggested, tmp_path, form, capsys):
    command = [
        "--db",
        str(suggested.path),
        "export",
        "--format",
        form,
        "-o",
        str(tmp_path / "out"),
        "--include-suggestions",
    ]
    assert main(command) == 2
    assert "no way to tell suggestions apart" in capsys.readouterr().err


@pytest.mark.parametrize("form", HOLDING)
def test_the_command_says_how_many_it_wrote(suggested, tmp_path, form, capsys):
    (uid,) = suggested.read.execute("SELECT uid FROM article").fetchone()
    waiting = len(suggestions.suggestions_for(suggested, uid))
    out = tmp_path / f"out{FORMATS[form].suffix}"
    command = ["--db", str(suggested.path), "export", "--format", form, "-o", str(out), "--include-suggestions"]
    assert main(command) == 0
    assert f"onrecord: written too: {waiting} suggestions, marked as such\n" in capsys.readouterr().err
    assert main([*command, "--since", "2990-01-01"]) == 0
    assert "no suggestion waits for a decision there" in capsys.readouterr().err


def test_a_table_of_suggestions_has_whole_quantities_and_the_numbers_of_articles(suggested, tmp_path):
    export(suggested, "csv", tmp_path / "out", Selection(suggestions=True))
    with (tmp_path / "out" / "suggestions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    (promise,) = [row for row in rows if row["kind"] == "commitment" and row["quantity"]]
    assert promise["quantity"] == "40000000"
    number = suggested.read.execute("SELECT id FROM article").fetchone()[0]
    assert {row["article_number"] for row in rows} == {str(number)}
