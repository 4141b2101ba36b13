"""Files kept as they were: written out again, checked, backed up, purged with their articles."""

import json
import os
import tracemalloc
import zlib
from contextlib import closing

import pytest

from store import originals
from store.articles import ids, rows
from store.backups import back_up
from store.check import check
from store.collection import open_collection
from store.errors import OnRecordError
from store.importing import import_paths
from store.originals import write_original
from store.purge import purge
from store.uniting import unite_with
from tui.cli import main

SECRET = "The two new locks at Tarn will open in spring, said a person who must not be named.\n"


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "locks.txt").write_bytes(SECRET.replace("\n", "\r\n").encode("cp1251"))
    lines = [json.dumps({"text": f"{n} ferries will come to Umber.", "title": f"Ferries {n}"}) for n in (12, 40)]
    (folder / "wire.jsonl").write_text("\n".join(lines))
    (folder / "none.jsonl").write_text("{")
    return folder


def by_title(collection):
    return {row.title: row.uid for row in rows(collection, ids(collection))}


def test_a_kept_file_is_written_out_byte_for_byte(collection, folder, tmp_path):
    import_paths(collection, [folder], originals=True)
    import_paths(collection, [folder], originals=True)
    assert collection.read.execute("SELECT name FROM original ORDER BY name").fetchall() == [
        ("locks.txt",),
        ("wire.jsonl",),
    ]
    articles = by_title(collection)
    write_original(collection, articles["Ferries 40"], tmp_path / "out.jsonl")
    assert (tmp_path / "out.jsonl").read_bytes() == (folder / "wire.jsonl").read_bytes()
    assert (tmp_path / "out.jsonl").stat().st_mode & 0o777 == 0o600
    with pytest.raises(OnRecordError, match="file already"):
        write_original(collection, articles["Ferries 40"], tmp_path / "out.jsonl")
    assert list(check(collection)) == []


def test_an_original_does_not_replace_what_came_while_it_was_written(collection, folder, tmp_path, monkeypatch):
    import_paths(collection, [folder], originals=True)
    monkeypatch.setattr(os, "fsync", lambda _: (tmp_path / "out").write_bytes(b"precious"))
    with pytest.raises(OnRecordError, match="file already"):
        write_original(collection, by_title(collection)["Ferries 12"], tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == b"precious"


def test_nothing_is_kept_unless_asked(collection, folder, tmp_path):
    import_paths(collection, [folder])
    with pytest.raises(OnRecordError, match="not kept"):
        write_original(collection, by_title(collection)["Ferries 12"], tmp_path / "out")


def test_a_backup_holds_them_and_a_purge_leaves_nothing(collection, folder, tmp_path):
    import_paths(collection, [folder], originals=True)
    back_up(collection.path, tmp_path / "copy.db")
    copy = open_collection(tmp_path / "copy.db")
    write_original(copy, by_title(copy)["Ferries 12"], tmp_path / "out")
    copy.close()
    assert (tmp_path / "out").read_bytes() == (folder / "wire.jsonl").read_bytes()
    (packed,) = collection.read.execute("SELECT packed FROM original WHERE name = 'wire.jsonl'").fetchone()
    purge(collection, by_title(collection)["Ferries 12"])
    assert collection.read.execute("SELECT name FROM original").fetchall() == [("locks.txt",)]
    assert collection.read.execute("SELECT count(*) FROM original_of").fetchone() == (1,)
    assert list(check(collection)) == []
    collection.close()
    assert packed not in collection.path.read_bytes()


def test_check_finds_a_kept_file_that_was_altered(collection, folder):
    import_paths(collection, [folder], originals=True)
    with collection.write() as db:
        db.execute("UPDATE original SET packed = packed || x'00' WHERE name = 'none'")
        db.execute("UPDATE original SET packed = substr(packed, 1, 20) WHERE name = 'locks.txt'")
    assert list(check(collection)) == ["the original locks.txt has been altered"]


@pytest.mark.parametrize("size", [-1, 1 << 40])
def test_the_size_that_another_collection_tells_unpacks_nothing_beyond_what_is_kept(collection, folder, tmp_path, size):
    """zlib takes no limit for -1 + 1."""
    packed = zlib.compress(bytes(originals.LARGEST_KEPT + 1), 1)
    with closing(open_collection(tmp_path / "theirs.db")) as theirs:
        import_paths(theirs, [folder / "locks.txt"], originals=True)
        with theirs.write() as db:
            db.execute("UPDATE original SET size = ?, packed = ?", [size, packed])
        tracemalloc.start()
        assert unite_with(collection, theirs.path).originals == 0
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert most < originals.LARGEST_KEPT // 2


@pytest.mark.parametrize("name", ["locks.txt", "wire.jsonl"])
def test_an_article_purged_while_its_file_is_read_has_its_file_not_kept(collection, folder, monkeypatch, name):
    import_paths(collection, [folder])
    real = originals.read_whole

    def purged_meanwhile(*asked):
        titled = "Ferries 12" if name == "wire.jsonl" else SECRET.strip()
        purge(collection, next(uid for title, uid in by_title(collection).items() if title[:20] == titled[:20]))
        return real(*asked)

    monkeypatch.setattr(originals, "read_whole", purged_meanwhile)
    assert list(originals.keep_originals(collection, [folder / name])) == []
    assert collection.read.execute("SELECT count(*) FROM original").fetchone() == (0,)
    assert list(check(collection)) == []


def test_a_file_too_long_is_imported_and_its_original_not_kept(collection, folder, monkeypatch):
    monkeypatch.setattr("store.originals.LARGEST_KEPT", 10)
    summary = import_paths(collection, [folder / "locks.txt"], originals=True)
    assert summary.added == 1
    assert "The original was not kept: the file is longer than" in summary.failed[0][1]


def test_the_commands(path, folder, tmp_path, capsys):
    locks = str(folder / "locks.txt")
    assert main(["import", "--db", str(path), "--keep-originals", locks]) == 0
    assert main(["original", "--db", str(path), "1", "-o", str(tmp_path / "out.txt")]) == 0
    assert (tmp_path / "out.txt").read_bytes() == (folder / "locks.txt").read_bytes()
    assert main(["original", "--db", str(path), "1", "-o", str(tmp_path / "out.txt")]) == 1
    assert "exists" in capsys.readouterr().err


def test_a_purged_one_does_not_come_back_with_another_article_of_the_same_file(collection, folder, tmp_path):
    import_paths(collection, [folder], originals=True)
    back_up(collection.path, tmp_path / "copy.db")
    purge(collection, by_title(collection)["Ferries 12"])
    with closing(open_collection(tmp_path / "copy.db")) as other:
        assert unite_with(collection, other.path).originals == 0
        assert other.read.execute("SELECT count(*) FROM original").fetchone() == (2,)
    assert "Ferries 40" in by_title(collection)
    assert collection.read.execute("SELECT name FROM original").fetchall() == [("locks.txt",)]
    assert list(check(collection)) == []


def kept_of(collection, title: str) -> list[str]:
    """The digests of the files kept of an article."""
    query = "SELECT original FROM original_of WHERE article = ?"
    uid = next(uid for known, uid in by_title(collection).items() if known.startswith(title))
    return [sha256 for (sha256,) in collection.read.execute(query, [uid])]


@pytest.mark.parametrize("name", ["locks.txt", "wire.jsonl"])
def test_a_file_that_is_another_by_the_time_it_is_kept_is_not_kept_and_that_is_told(collection, folder, name):
    import_paths(collection, [folder])
    changed = folder / name
    changed.write_text('{"text": "Another story of the river."}\n' if name == "wire.jsonl" else "Another story.\n")
    why = "The original was not kept: the file is another by now than the one that was imported."
    assert list(originals.keep_originals(collection, [changed])) == [(str(changed), why)]
    assert collection.read.execute("SELECT count(*) FROM original").fetchone() == (0,)


def test_only_articles_that_came_from_a_file_as_it_is_have_it_as_their_original(collection, folder):
    lines = {n: json.dumps({"text": f"{n} ferries will come to Umber.", "title": f"Ferries {n}"}) for n in (12, 40, 7)}
    (folder / "wire.jsonl").write_text(f"{lines[12]}\n{lines[40]}\n")
    import_paths(collection, [folder / "wire.jsonl"])
    (folder / "wire.jsonl").write_text(f"{lines[7]}\n{lines[40]}\n")
    import_paths(collection, [folder / "wire.jsonl"], originals=True)
    assert kept_of(collection, "Ferries 7") == kept_of(collection, "Ferries 40") != []
    assert kept_of(collection, "Ferries 12") == []


def test_lines_whose_fields_have_other_names_are_kept_too(collection, tmp_path):
    (tmp_path / "wire.jsonl").write_text(json.dumps({"story": "Ferries will come to Umber.", "title": "Ferries"}))
    import_paths(collection, [tmp_path / "wire.jsonl"], columns={"text": "story"}, originals=True)
    assert len(kept_of(collection, "Ferries")) == 1


def test_another_article_under_an_old_name_leaves_the_file_of_the_first_one(collection, folder):
    for name in ("lock", "ferry"):
        (folder / "news.txt").write_text(f"All of the {name}\n\n{' '.join(f'{name}{n}' for n in range(40))}\n")
        import_paths(collection, [folder / "news.txt"], originals=True)
    (lock,), (ferry,) = (kept_of(collection, f"All of the {name}") for name in ("lock", "ferry"))
    assert lock != ferry
