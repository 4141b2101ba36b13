"""The command line: data on stdout, all else on stderr, exit codes that scripts can trust, nothing that steers a terminal."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from store import articles, records, suggestions, verdicts
from store.collection import open_collection
from tui.cli import main

COMMANDS = (
    "demo import fetch articles passages compare suggest export check config backup unite original purge".split()
)  # fmt: skip

HOSTILE = "\x1b]0;owned\x07\x1b[31mred\x9b32m\u202etxt.exe\u200b[/x]\x00"
UNSAFE = ("\x1b", "\x07", "\x9b", "\u202e", "\u200b", "\x00")

TEXT = (
    "VELDMAR, 3 June (Norrin Wire) – Orrin spoke.\n“We will build two bridges by 2031,” Orrin said in the town hall.\n"
)


@pytest.fixture
def run(tmp_path):
    """Runs `onrecord` as a program on a collection of its own; gives exit code, stdout, stderr."""

    def runner(*arguments: object, given: str | None = None, encoding: str = "utf-8") -> tuple[int, str, str]:
        places = {"ONRECORD_DB": str(tmp_path / "on.db"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
        environment = os.environ | places | {"PYTHONIOENCODING": encoding}
        command = [sys.executable, "-m", "tui.cli", *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, input=given, encoding=encoding)
        assert "Traceback" not in done.stderr
        return done.returncode, done.stdout, done.stderr

    return runner


@pytest.fixture
def story(tmp_path):
    """A file with an invented article."""
    file = tmp_path / "story.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
def test_what_the_output_has_no_letter_for_is_a_question_mark(run, tmp_path, encoding):
    (tmp_path / "a.txt").write_text(
        "Łódź “opens”\n\nThe locks at Tarn will open in spring, they say.\n", encoding="utf-8"
    )
    assert run("import", tmp_path / "a.txt", encoding=encoding)[0] == 0
    code, out, _ = run("articles", encoding=encoding)
    assert code == 0
    assert {"latin-1": "?ód? ?opens?", "ascii": "??d? ?opens?"}[encoding] in out


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", 'body,kept,kw\nThe locks will open.,2031-06-07,"lock; Umber"\n'),
        ("a.jsonl", '{"body": "The locks will open.", "kept": "2031-06-07", "kw": ["lock", "Umber"]}\n'),
    ],
)
def test_columns_are_mapped_to_the_day_of_saving_and_the_labels_too(run, tmp_path, name, content):
    path = tmp_path / name
    path.write_text(content)
    code, out, _ = run("import", "--map", "text=body", "--map", "saved=kept", "--map", "tags=kw", path)
    assert (code, out) == (0, "1 added, 0 already there, 0 new versions, 0 failed\n")
    with closing(open_collection(tmp_path / "on.db")) as collection:
        reading = articles.open_reading(collection, 1)
    assert (reading.labels, reading.saved) == (("Umber", "lock"), "2031-06-07")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(run, command):
    code, out, err = run(command, "--help")
    assert (code, err) == (0, "")
    assert f"Example: onrecord {command}" in " ".join(out.split())
    assert "--db" in out


def test_the_help_names_every_command(run):
    code, out, _ = run("--help")
    assert code == 0
    for command in COMMANDS:
        assert f"\n    {command} " in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["import"],
        ["export"],
        ["export", "--format", "stone"],
        ["articles", "--sort", "luck"],
        ["serve", "--port", "99999"],
    ],
)
def test_wrong_usage_ends_with_2_and_prints_no_data(run, arguments):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "usage: onrecord" in err


def test_an_unknown_option_is_told_with_the_usage_of_its_command(run):
    code, out, err = run("articles", "--serch", "ferry")
    assert (code, out) == (2, "")
    assert "usage: onrecord articles" in err
    assert "[--search QUERY]" in err
    assert "unrecognized arguments: --serch ferry" in err
    assert "usage: onrecord [-h]" in run("--serch")[2]


def test_import_counts_and_ends_with_1_where_some_failed(run, story, tmp_path):
    assert run("import", story) == (0, "1 added, 0 already there, 0 new versions, 0 failed\n", "")
    (tmp_path / "empty.txt").write_text("")
    code, out, err = run("import", story, tmp_path / "empty.txt")
    assert (code, out) == (1, "0 added, 1 already there, 0 new versions, 1 failed\n")
    assert "empty.txt" in err
    code, out, err = run("import", "--json", tmp_path / "gone.txt")
    summary = json.loads(out)
    assert (code, summary["added"], summary["failed"][0]["path"]) == (1, 0, str(tmp_path / "gone.txt"))


def test_import_says_how_many_of_the_new_articles_have_no_date(run, tmp_path):
    files = [tmp_path / f"{name}.txt" for name in ("dated", "one", "two")]
    files[0].write_text("Bridge opens\nHarrow Review\nJune 10, 2025\n\nThe bridge at Tarn was opened on Monday.\n")
    for file in files[1:]:
        file.write_text(f"Bridge {file.stem} opens\n\nThe bridge at Tarn was opened on Monday.\n")
    assert run("import", *files[:2])[2] == "note: 1 has no date: A in the app adds it.\n"
    code, out, _ = run("import", "--json", *files)
    assert (code, json.loads(out)["undated"]) == (0, 1), "of the new ones"


def test_import_reads_standard_input(run):
    code, out, _ = run("import", "-", given=TEXT)
    assert (code, out) == (0, "1 added, 0 already there, 0 new versions, 0 failed\n")
    assert run("import", "-", "x.txt")[0] == 2


def test_a_long_outlet_is_cut_with_a_sign(run, tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "It rained.", "outlet": "The Lindmark Observer of Lest"}))
    run("import", tmp_path / "a.jsonl")
    assert "  The Lindmark Observ…  " in run("articles")[1]


def test_a_suggested_commitment_is_printed_with_all_that_it_says(run, tmp_path):
    path = tmp_path / "port.txt"
    path.write_text("Port\n\nIlse Taverne said she will give Lest 40 cranes by May 2032 if the council agrees.\n")
    code, out, _ = run("suggest", path)
    said = [line.strip() for line in out.partition("hard commitment, Ilse Taverne (")[2].splitlines()[1:]]
    assert code == 0
    assert said[0].startswith("Ilse Taverne said")
    assert [line.partition(":")[0] for line in said[1:]] == [
        "action",
        "quantity",
        "deadline",
        "condition",
        "beneficiary",
    ]
    assert {"quantity: 40 cranes", "condition: if the council agrees", "beneficiary: Lest"} <= {*said}
    path.write_text("Port\n\nOfficials met. The port will be sold by May 2032.\n")
    assert "unknown" not in run("suggest", path)[1]


def test_articles_as_json_one_a_line(run, story, tmp_path):
    run("import", story)
    code, out, err = run("articles", "--json")
    (row,) = map(json.loads, out.splitlines())
    assert (code, err, row["outlet"]) == (0, "", "Norrin Wire")
    assert run("articles", "--json", "--search", "bridges")[1] == out
    assert run("articles", "--json", "--search", "tunnels")[1] == ""
    for command in (["articles"], ["export", "-o", tmp_path / "x.csv"]):
        code, printed, err = run(*command, "--search", "bridges has:bananas")
        assert (code, printed) == (2, "")
        assert "has: takes quote" in err


@pytest.mark.parametrize(
    ("words", "told"), [("title:bridges", "title: is no field; there are outlet"), ("Re:talks", ""), ("doi:10.1/2", "")]
)
def test_words_with_a_colon_are_searched_and_what_may_mean_a_field_is_told(run, tmp_path, words, told):
    path = tmp_path / "colon.txt"
    path.write_text(f"{TEXT}\nHe wrote {words} under it.", encoding="utf-8")
    run("import", path)
    code, out, err = run("articles", "--json", "--search", words)
    assert (code, len(out.splitlines())) == (0, 1)
    assert told in err if told else not err
    assert run("articles", "--search", words)[0] == 0


def test_passages_and_compare_as_json(run, story, tmp_path):
    double = tmp_path / "double.txt"
    double.write_text(TEXT * 2, encoding="utf-8")
    code, out, _ = run("passages", "--json", double, story)
    first, second = map(json.loads, out.splitlines())
    assert (code, first["file"], first["length"]) == (0, str(double), 2 * len(TEXT))
    assert len(first["repeats"]) == 1
    assert second["repeats"] == []
    code, out, _ = run("compare", "--json", story, double)
    assert (code, len(json.loads(out)["repeats"])) == (0, 2)
    code, out, err = run("compare", story, tmp_path / "gone.txt")
    assert (code, out) == (1, "")
    assert "gone.txt" in err
    code, out, err = run("passages", "--json", tmp_path / "gone.txt", story)
    assert (code, len(out.splitlines())) == (1, 1)
    assert "gone.txt" in err


def test_compare_says_what_differs(run, tmp_path):
    words = "The council said about 900 barges will wait below the lock at Harrowgate until the ice is gone in spring."
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text(words, encoding="utf-8")
    other.write_text(words.replace("about 900", "950").replace("will wait", "will not wait"), encoding="utf-8")
    out = run("compare", one, other)[1].splitlines()
    assert out[0] == "1 shared passage"
    assert out[3:] == ["      about 900 → 950", "      (nothing) → not"]
    assert "→" not in run("compare", one, one)[1]


def test_what_is_too_short_to_share_a_passage_is_told(run, story, tmp_path):
    short, other = tmp_path / "short.txt", tmp_path / "other.txt"
    short.write_text("Nine words only, however often they are the same.\n1 2 3 4 5\n")
    other.write_text("These are ten words that two texts may well share.\n")
    code, out, err = run("compare", short, short)
    assert (code, out) == (0, "no shared passages\n")
    assert (
        err.splitlines()
        == [f"onrecord: {short} is too short for any: a passage has 10 words or more, numbers not counted"] * 2
    )
    assert run("compare", other, other)[1].startswith("1 shared passage\n")
    assert run("compare", "--json", other, story)[1:] == (
        json.dumps({"a": str(other), "b": str(story), "repeats": []}) + "\n",
        "",
    )


def test_the_passages_of_the_collection_are_listed(run, tmp_path):
    sentence = (
        "The minister of waterways said that the new lock at Harrowgate will open before the first frost of autumn."
    )
    for name, outlet in (("monday", "Norrin Wire"), ("tuesday", "Umber Post")):
        about = {"title": name, "outlet": outlet, "date": f"2031-05-0{len(name)}"}
        (tmp_path / f"{name}.jsonl").write_text(
            json.dumps(about | {"text": f"{name} {TEXT}{sentence}\n"}), encoding="utf-8"
        )
    run("import", tmp_path / "monday.jsonl", tmp_path / "tuesday.jsonl")
    code, out, err = run("passages", "--json")
    found = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    (passage,) = [one for one in found if sentence in one["text"]]
    assert (passage["articles"], passage["outlets"]) == (2, 2)
    assert 0.9 < passage["identity"] <= 1
    assert {member["outlet"] for member in passage["members"]} == {"Norrin Wire", "Umber Post"}
    assert passage["first_seen"] == passage["members"][0]
    member = passage["members"][1]
    body = json.loads((tmp_path / f"{member['title']}.jsonl").read_text(encoding="utf-8"))["text"]
    assert sentence in body[member["start"] : member["end"]]
    assert run("passages", "--rebuild", "--json")[1].count("\n") == len(found)
    assert "first seen" in run("passages")[1]
    code, out, _ = run("compare", "--json", "1", "2")
    assert code == 0
    assert len(json.loads(out)["repeats"]) >= 1
    assert run("compare", "1", "99")[0] == 1
    assert run("passages", "--rebuild", tmp_path / "monday.jsonl")[0] == 2


def tag_a_quote(tmp_path: Path) -> str:
    with closing(open_collection(tmp_path / "on.db")) as collection:
        row = articles.rows(collection, articles.ids(collection))[0]
        start = TEXT.index("“")
        records.tag(collection, "quote", row.uid, [("content", start, TEXT.index("”") + 1)])
        return row.uid


def test_an_export_to_a_mistyped_folder_makes_none(run, story, tmp_path):
    run("import", story)
    code, out, err = run("export", "-o", tmp_path / "nodir" / "x" / "y.csv")
    assert (code, out) == (1, "")
    assert "nodir is not there" in err
    assert not (tmp_path / "nodir").exists()


def test_export_names_its_files_and_rows(run, story, tmp_path):
    run("import", story)
    code, _, err = run("export", "-o", tmp_path / "none")
    assert (code, "--include-suggestions adds what is suggested" in err) == (0, True)
    assert len((tmp_path / "none" / "quotes.csv").read_text().splitlines()) == 1, "a script finds the header row"
    code, _, err = run("export", "-o", tmp_path / "none.ics")
    assert (code, err) == (0, "onrecord: nothing is on record of that\n")
    assert (tmp_path / "none.ics").exists()
    tag_a_quote(tmp_path)
    out = tmp_path / "quotes.csv"
    assert run("export", "--kind", "quote", "-o", out) == (0, f"{out}: 1 entry\n", "")
    code, printed, _ = run("export", "--json", "-o", tmp_path / "all")
    assert code == 0
    assert [(Path(row["file"]).name, row["rows"]) for row in map(json.loads, printed.splitlines())] == [
        ("quotes.csv", 1),
        ("speakers.csv", 0),
        ("commitments.csv", 0),
    ]


def test_check_says_that_all_is_well_or_what_is_not(run, story, tmp_path):
    run("import", story)
    assert run("check") == (0, "all is well\n", "")
    assert json.loads(run("check", "--json")[1]) == {"well": True, "notice": ""}
    run("backup", tmp_path / "copy.db")
    code, out, err = run("check", "--db", tmp_path / "copy.db")
    assert (code, out) == (0, "all is well\n")
    assert "copy.db.passages is not there" in err
    assert (
        "copy.db.passages is not there" in json.loads(run("check", "--db", tmp_path / "copy.db", "--json")[1])["notice"]
    )
    with closing(sqlite3.connect(tmp_path / "on.db", isolation_level=None)) as other:
        other.execute("INSERT INTO alias (uid, name) VALUES ('forged', 'forged')")
    code, out, _ = run("check", "--json")
    assert code == 1
    finding, end = map(json.loads, out.splitlines())
    assert "table alias" in finding["finding"]
    assert end == {"well": False, "notice": ""}


def test_what_check_found_is_told_though_it_breaks_off(run, story, tmp_path, monkeypatch, capsys):
    from store import check

    run("import", story)
    with closing(sqlite3.connect(tmp_path / "on.db", isolation_level=None)) as other:
        other.execute("DROP INDEX article_title")

    def stopped_here(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "_state", stopped_here)
    assert main(["check", "--json", "--db", str(tmp_path / "on.db")]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out) == {"finding": "the index article_title is missing"}
    assert "stopped" in err


@pytest.mark.parametrize("before", [0, 4, 12], ids=["a statement", "a place", "a name"])
def test_a_damaged_list_of_tables_is_a_finding(run, story, tmp_path, before):
    run("import", story)
    with closing(sqlite3.connect(tmp_path / "on.db")) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray((tmp_path / "on.db").read_bytes())
    at = content.index(b"CREATE TABLE")
    content[at - before : at + 12] = b"\xff" * (before + 12)
    (tmp_path / "on.db").write_bytes(content)
    code, out, err = run("check")
    assert (code, err) == (1, "")
    assert "The collection cannot be read" in out
    code, out, err = run("check", "--json")
    finding, end = map(json.loads, out.splitlines())
    assert (code, err, end["well"]) == (1, "", False)
    assert "The collection cannot be read" in finding["finding"]
    code, out, err = run("articles")
    assert (code, out) == (1, "")
    assert "The collection cannot be read" in err


def test_backup_writes_a_copy_once(run, story, tmp_path):
    run("import", story)
    copy = tmp_path / "copy.db"
    assert run("backup", copy) == (0, f"{copy}\n", "")
    code, out, err = run("backup", "--json", copy)
    assert (code, out) == (1, "")
    assert "exists" in err
    assert json.loads(run("backup", "--json", tmp_path / "second.db")[1]) == {"file": str(tmp_path / "second.db")}
    assert len(run("articles", "--db", copy, "--json")[1].splitlines()) == 1


def test_purge_asks_and_takes_numbers_ids_and_addresses(run, story, tmp_path):
    run("import", story)
    uid = tag_a_quote(tmp_path)
    code, out, err = run("purge", "1", given="")
    assert (code, out) == (1, "")
    assert "--yes" in err
    assert len(run("articles", "--json")[1].splitlines()) == 1
    code, out, _ = run("purge", "--yes", "--json", uid[:12])
    assert (code, json.loads(out)["uid"]) == (0, uid)
    assert run("articles", "--json")[1] == ""
    assert run("purge", "--yes", uid)[0] == 1
    code, out, err = run("purge", given="")
    assert (code, out) == (1, "")
    assert "--yes" in err
    assert run("purge", "--yes") == (0, "what was removed before is overwritten\n", "")
    assert json.loads(run("purge", "--yes", "--json")[1]) == {"overwritten": True}


def test_what_the_others_share_stands_whichever_article_is_purged(run, tmp_path):
    shared = "The harbour council of Lest will rebuild the locks of the northern canal before the winter of next year."
    for name, own in (("a", "Apples froze in the valley."), ("b", "Engines stood still."), ("c", "Schools were shut.")):
        (tmp_path / f"{name}.txt").write_text(f"{own}\n\n{shared}\n\nNothing else was said of this: {own}")
    for removed in ("a", "b", "c"):
        db = tmp_path / f"{removed}.db"
        for name in ("a", "b", "c"):
            run("import", "--db", db, tmp_path / f"{name}.txt")
        rows = map(json.loads, run("articles", "--db", db, "--json")[1].splitlines())
        (gone,) = (row["uid"] for row in rows if row["title"].startswith({"a": "A", "b": "E", "c": "S"}[removed]))
        run("purge", "--db", db, "--yes", gone)
        rows = map(json.loads, run("articles", "--db", db, "--json")[1].splitlines())
        assert all(row["recycled"] > 0.3 for row in rows)


def test_import_says_how_many_of_the_new_articles_are_dated_after_today(run, tmp_path):
    ahead = tmp_path / "ahead.txt"
    ahead.write_text("Bridge opens\nHarrow Review\nJune 10, 2131\n\nThe bridge at Tarn was opened on Monday.\n")
    assert run("import", ahead)[2] == "note: 1 is dated after today: A in the app corrects a date.\n"


def test_what_was_learnt_from_words_is_told_as_words(run, story, tmp_path):
    run("import", story)
    with closing(open_collection(tmp_path / "on.db")) as collection:
        uid = collection.read.execute("SELECT uid FROM article").fetchone()[0]
        verdicts.reject(collection, suggestions.suggestions_for(collection, uid)[0])
    out = run("suggest", "--explain")[1]
    assert "1 decision learnt from" in out
    assert re.search(r"^  -\d\.\d\d  \w+ with the word “\w+”$", out, re.M)


def test_each_command_prints_one_object_where_there_is_nothing_to_tell(run, story):
    run("import", story)
    for command, told in (
        (["suggest", "--all"], {"articles": 1, "suggestions": 2}),
        (["suggest", "--forget"], {"forgotten": True}),
        (["suggest", "--explain"], {"decisions": 0, "weights": {}}),
        (["check"], {"well": True, "notice": ""}),
        (["import", story], {"already": 1}),
    ):
        code, out, err = run(*command, "--json")
        assert (code, err) == (0, "")
        assert json.loads(out).items() >= told.items()


@pytest.mark.skipif(sys.platform != "linux", reason="the folder for what a program may lose is set as on Linux")
def test_purge_empties_the_file_of_the_words_copied_last(run, story, tmp_path):
    run("import", story)
    kept = tmp_path / "cache" / "onrecord" / "copied.txt"
    kept.parent.mkdir(parents=True)
    kept.write_text("We will build two bridges")
    assert run("purge", "--yes", "1")[0] == 0
    assert kept.read_text() == ""


@pytest.mark.parametrize("command", ["articles", "check", "export", "backup"])
def test_a_file_that_is_no_collection_is_refused_with_a_sentence(run, tmp_path, command):
    (tmp_path / "on.db").write_text("Dear diary " * 999)
    code, out, err = run(command, *{"export": ["-o", "x.csv"], "backup": ["x.db"]}.get(command, []))
    assert (code, out) == (1, "")
    assert "not a collection" in err


def test_a_damaged_collection_is_told_in_words(run, story, tmp_path):
    run("import", story)
    path = tmp_path / "on.db"
    content = path.read_bytes()
    path.write_bytes(content[:8192] + b"\xff" * (len(content) - 8192))
    code, out, err = run("articles")
    assert (code, out) == (1, "")
    assert "damaged" in err or "cannot be read" in err
    assert "fault of On Record" not in err


def test_hostile_titles_outlets_and_names_never_reach_the_terminal(run, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    name = HOSTILE.replace("/", "").replace("\0", "")
    (folder / f"{name}.txt").write_text(f"{HOSTILE}\n\n{TEXT * 2}", encoding="utf-8")
    (folder / f"bad{name}.txt").write_bytes(b"")
    article = {"text": TEXT, "title": HOSTILE, "outlet": HOSTILE, "author": HOSTILE, "published": "2031-05-02"}
    (folder / "lines.jsonl").write_text(json.dumps(article), encoding="utf-8")
    file = folder / f"{name}.txt"
    said = [
        run("import", folder),
        run("import", "--json", folder),
        run("articles"),
        run("articles", "--json"),
        run("passages", file),
        run("passages", "--json", file),
        run("compare", file, file),
        run("suggest", file),
        run("suggest", "--json", file),
        run("export", "-o", tmp_path / name),
        run("backup", tmp_path / f"{name}.db"),
        run("backup", tmp_path / f"{name}.db"),
        run("purge", name),
        run("check", "--db", folder / f"bad{name}.txt" / "x"),
        run("purge", "--yes", "1"),
    ]
    for _, out, err in said:
        for bad in UNSAFE:
            assert bad not in out
            assert bad not in err
    assert any("␛" in out for _, out, _ in said)


def test_an_import_ends_with_the_passages_that_its_articles_share(run, tmp_path):
    words = "The minister of waterways said on Monday that the new lock at Harrowgate will open before the first frost."
    for name in ("first", "second"):
        (tmp_path / f"{name}.txt").write_text(f"Told by the {name} of them.\n{words}\n")
    assert run("import", tmp_path / "first.txt", tmp_path / "second.txt")[0] == 0
    with closing(open_collection(tmp_path / "on.db")) as collection:
        assert collection.read.execute("SELECT members FROM passage").fetchall() == [(2,)]


def test_articles_are_in_though_passages_cannot_be_kept(run, story, tmp_path):
    (tmp_path / "on.db.passages").write_text("a file in the way")
    code, out, err = run("import", story)
    assert (code, out.splitlines()) == (0, ["1 added, 0 already there, 0 new versions, 0 failed"])
    assert "index of passages cannot be written" in err


def test_each_mistake_in_the_settings_stands_on_a_line_of_its_own(tmp_path, monkeypatch, capsys):
    settings = tmp_path / "settings.toml"
    settings.write_text('measure = 1\ntheme = "x"\n')
    monkeypatch.setenv("ONRECORD_CONFIG", str(settings))
    assert main(["config"]) == 1
    title, *problems = capsys.readouterr().err.splitlines()
    assert title == "onrecord: The settings cannot be used; `onrecord config --edit` opens them to be mended:"
    assert [line.partition(":")[2].strip().partition(": ")[0] for line in problems] == [
        f"{settings}:1",
        f"{settings}:2",
    ]


def test_a_folder_that_is_not_there_is_not_watched(path, tmp_path, capsys):
    assert main(["--db", str(path), "import", "--watch", str(tmp_path / "nosuch")]) == 2
    assert "nosuch is not there; name a folder to watch" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "code", "told"),
    [
        ("records.xlsx", 0, "records.xlsx: 1 entry"),
        ("page.HTML", 0, "page.HTML: 1 entry"),
        ("all.jsonl", 0, "all.jsonl: 2 entries"),
        ("quotes.csv", 0, "quotes-commitments.csv: 0 entries"),
        ("folder", 0, "quotes.csv: 1 entry"),
        ("there.d", 0, "quotes.csv: 1 entry"),
        ("there.d/", 0, "quotes.csv: 1 entry"),
        ("new.d/", 0, "quotes.csv: 1 entry"),
        (
            "records.json",
            2,
            "records.json does not tell the format: csl and labelstudio end so. Name one with --format",
        ),
        ("v1.2", 0, "quotes.csv: 1 entry"),
        ("2024.11", 0, "quotes.csv: 1 entry"),
        ("out.pdf", 2, "out.pdf does not tell the format: none ends so. Name one with --format"),
        ("out.7z", 2, "out.7z does not tell the format: none ends so. Name one with --format"),
    ],
)
def test_the_file_tells_the_format_or_is_refused(run, story, tmp_path, name, code, told):
    run("import", story)
    tag_a_quote(tmp_path)
    (tmp_path / "there.d").mkdir()
    if name.endswith("xlsx"):
        pytest.importorskip("xlsxwriter", reason="xlsxwriter is not installed")
    found, out, err = run("export", "-o", f"{tmp_path}/{name}")  # a Path has no slash at its end
    assert (found, told in (err if code else out)) == (code, True)
    assert (tmp_path / name).exists() == (code == 0 and name != "quotes.csv")
    assert run("export", "--format", "csv", "-o", tmp_path / name)[0] == (
        name in ("page.HTML", "records.xlsx", "all.jsonl")  # files, where folders are asked for
    )


def test_a_script_replaces_what_it_exported_before(run, story, tmp_path):
    run("import", story)
    assert run("export", "--kind", "quote", "-o", tmp_path / "quotes.csv")[0] == 0
    tag_a_quote(tmp_path)
    code, out, err = run("export", "--kind", "quote", "-o", tmp_path / "quotes.csv", given="")
    assert (code, out, err) == (0, f"{tmp_path / 'quotes.csv'}: 1 entry\n", "")
