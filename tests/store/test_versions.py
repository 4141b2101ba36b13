"""The versions of a text: in their order, one that came back too; any of them written out again."""

from contextlib import closing

import pytest

from store.articles import ids, open_reading, rows
from store.collection import open_collection
from store.errors import OnRecordError
from store.importing import import_paths
from store.versions import versions, write_version
from tui.cli import main

TOLD = "The locks at Tarn\n\nThe council will spend {} million marks on two new locks, said Mayor Orrin Pell.\n"
TEXTS = [TOLD.format(amount) for amount in ("100", "10", "100")]


@pytest.fixture
def changed(tmp_path):
    """The collection of an article that was imported three times, the third time as it was at first."""
    saved = tmp_path / "saved.txt"
    with closing(open_collection(tmp_path / "on.db")) as collection:
        for text in TEXTS:
            saved.write_text(text, encoding="utf-8")
            import_paths(collection, [saved])
        yield collection


def test_a_version_that_came_back_is_there_again(changed):
    (row,) = rows(changed, ids(changed))
    known = versions(changed, row.uid)
    assert [version.text for version in known] == TEXTS
    assert [version.added for version in known] == sorted(version.added for version in known)
    reading = open_reading(changed, row.id)
    assert (reading.text, reading.versions) == (known[-1].text, 3)


def test_an_earlier_text_is_written_as_it_was(changed, tmp_path, capsys):
    out = tmp_path / "earlier.txt"
    assert main(["--db", str(changed.path), "original", "1", "--text", "2", "-o", str(out)]) == 0
    assert out.read_bytes() == TEXTS[1].encode()
    assert capsys.readouterr().out == f"{out}\n"
    for number in ("0", "4"):
        assert main(["--db", str(changed.path), "original", "1", "--text", number, "-o", f"{out}.no"]) == 1
        assert "the article has had 3, 1 is the first" in capsys.readouterr().err


def test_a_version_replaces_no_file(changed, tmp_path):
    (row,) = rows(changed, ids(changed))
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(OnRecordError, match="There is a file already"):
        write_version(changed, row.uid, 1, tmp_path / "mine.txt")
    assert (tmp_path / "mine.txt").read_text() == "mine"
