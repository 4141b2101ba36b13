"""Merging speakers: counts, registers, exports and searches follow, and it can be taken back."""

import csv
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import articles, records, registers, speakers
from store.check import check
from store.collection import open_collection
from store.exporting import export
from store.history import redo, undo
from store.importing import import_paths

TEXT = "Pell Orrin and Mr Orrin met. “We build,” he said. The mayor promised 40 ferries.\n"


@pytest.fixture
def people(collection, add) -> dict[str, str]:
    """A speaker under three names, each with one record."""
    uid = add(TEXT, title="Talks", outlet="Lest Herald", published="2031-04-09", published_precision="day")
    made = {
        "orrin": speakers.create(collection, "Pell Orrin", role="Mayor of Lest"),
        "mr": speakers.create(collection, "Mr Orrin", aliases=["P. Orrin"]),
        "mayor": speakers.create(collection, "the mayor", kind="unnamed"),
    }

    def span(words: str) -> list[tuple[str, int, int]]:
        return [("content", TEXT.index(words), TEXT.index(words) + len(words))]

    records.tag(collection, "mention", uid, span("Pell Orrin"), {"speaker": made["orrin"]})
    records.tag(collection, "quote", uid, span("“We build,”"), {"speaker": made["mr"], "form": "direct"})
    records.tag(collection, "commitment", uid, span("40 ferries"), {"promisor": made["mayor"]})
    return made


def listed(collection) -> dict[str, tuple[int, int, int]]:
    return {one.name: (one.quotes, one.commitments, one.mentions) for one in speakers.speakers(collection)}


def test_all_that_counts_and_names_follows_a_merge(collection, people, tmp_path) -> None:
    speakers.merge(collection, [people["mr"], people["mayor"]], people["orrin"])
    (one,) = speakers.speakers(collection)
    assert (one.name, one.quotes, one.commitments, one.mentions) == ("Pell Orrin", 1, 1, 1)
    assert one.merged == ("Mr Orrin", "the mayor")
    assert set(one.aliases) == {"Mr Orrin", "the mayor", "P. Orrin"}
    assert registers.quotes(collection)[0].speaker == "Pell Orrin"
    assert registers.commitments(collection)[0].promisor == "Pell Orrin"
    assert [entry.kind for entry in registers.of_speaker(collection, people["orrin"])] == [
        "mention",
        "quote",
        "commitment",
    ]
    assert records.list_records(collection, "quote")[0].fields["speaker"] == people["orrin"]
    assert speakers.meant(collection, "p. orrin", "") == {people["orrin"]}
    for words in ("speaker:orrin", 'speaker:"the mayor"'):
        assert len(articles.ids(collection, words=words)) == 1
    export(collection, "csv", tmp_path)
    for name in ("quotes", "speakers", "commitments"):
        with (tmp_path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            (row,) = csv.DictReader(file)
        assert row["promisor" if name == "commitments" else "speaker"] == "Pell Orrin"
    assert list(check(collection)) == []


def test_a_merge_goes_along_to_another_collection(collection, people, tmp_path) -> None:
    speakers.merge(collection, [people["mr"]], people["orrin"])
    export(collection, "jsonl", tmp_path / "all.jsonl")
    with closing(open_collection(tmp_path / "other.db")) as other:
        import_paths(other, [tmp_path / "all.jsonl"])
        assert listed(other) == listed(collection)
        assert speakers.part(other, people["orrin"]) == 1


def test_parting_and_undoing_bring_everyone_back(collection, people) -> None:
    before = listed(collection)
    speakers.merge(collection, [people["mr"]], people["orrin"])
    assert undo(collection).op == "merge speakers"
    assert listed(collection) == before
    assert redo(collection).op == "merge speakers"
    assert listed(collection)["Pell Orrin"] == (1, 0, 1)
    assert speakers.part(collection, people["orrin"]) == 1
    assert listed(collection) == before
    assert speakers.part(collection, people["orrin"]) == 0
    assert undo(collection).op == "part speakers"
    assert "Mr Orrin" not in listed(collection)


def test_a_merge_of_merged_ones_is_one(collection, people) -> None:
    speakers.merge(collection, [people["mr"]], people["orrin"])
    speakers.merge(collection, [people["orrin"]], people["mayor"])
    assert listed(collection) == {"the mayor": (1, 1, 1)}
    speakers.merge(collection, [people["mayor"]], people["mr"])
    assert listed(collection) == {"Mr Orrin": (1, 1, 1)}
    with pytest.raises(speakers.NoSuchSpeaker):
        speakers.merge(collection, ["nobody"], people["mr"])


@given(links=st.dictionaries(st.integers(0, 4), st.integers(0, 5), max_size=5))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_chains_and_circles_of_merges_lose_nobody(collection, links: dict[int, int]) -> None:
    """As merges made in different collections may leave them; 5 is a speaker who is not here."""
    uids = [f"{number:032x}" for number in range(6)]
    with collection.write() as db:
        db.execute("DELETE FROM speaker")
        for number in range(5):
            target = uids[links[number]] if number in links else None
            db.execute("INSERT INTO speaker (uid, name, same_as) VALUES (?, ?, ?)", [uids[number], number, target])
    found = speakers.speakers(collection)
    assert sum(1 + len(one.merged) for one in found) == 5
    for number, target in links.items():
        if target != 5:
            groups = [{one.name, *one.merged} for one in found]
            assert any({str(number), str(target)} <= group for group in groups)


def test_a_role_has_its_dates(collection, people) -> None:
    speakers.edit(collection, people["orrin"], {}, role="Ambassador", since="2029-01", until="2031")
    (role,) = [role for one in speakers.speakers(collection) for role in one.roles if role.title == "Ambassador"]
    assert (role.since, role.until) == ("2029-01", "2031")


def test_the_same_words_are_on_record_once_under_a_merged_speaker(collection, people) -> None:
    speakers.merge(collection, [people["mr"]], people["orrin"])
    (quote,) = records.list_records(collection, "quote")
    where = [("content", quote.anchors[0].start, quote.anchors[0].end)]
    for who in ("mr", "orrin"):
        with pytest.raises(records.AlreadyThere):
            records.tag(collection, "quote", quote.article, where, {"speaker": people[who]})
        place = quote.article, quote.anchors[0].text, where[0][1:]
        assert records.tag_all(collection, "quote", [place], {"speaker": people[who]}) == (0, 1)


def test_naming_a_speaker_by_one_that_was_merged_into_it_changes_nothing(collection, people) -> None:
    speakers.merge(collection, [people["mr"]], people["orrin"])
    (quote,) = records.list_records(collection, "quote")
    actions = collection.read.execute("SELECT count(*) FROM action").fetchone()
    for who in ("mr", "orrin"):
        records.edit(collection, quote.uid, {"speaker": people[who]})
    assert collection.read.execute("SELECT count(*) FROM action").fetchone() == actions


def test_several_records_are_deleted_as_one_action(collection, people) -> None:
    uids = [one.uid for kind in ("quote", "mention") for one in records.list_records(collection, kind)]
    records.delete_all(collection, uids)
    assert listed(collection)["Mr Orrin"] == (0, 0, 0)
    assert undo(collection).op == "delete 2 records"
    assert listed(collection)["Mr Orrin"] == (1, 0, 0)


def test_an_office_that_both_had_is_listed_once_after_a_merge(collection, people, tmp_path) -> None:
    other = speakers.create(collection, "P. Orrin Esq.", role="mayor of Lest")
    dated = speakers.create(collection, "Orrin")
    speakers.edit(collection, dated, {}, role="Mayor of Lest", since="2031-01-01")
    speakers.merge(collection, [other, dated], people["orrin"])
    (one,) = [one for one in speakers.speakers(collection) if one.name == "Pell Orrin"]
    assert [(role.title, role.since) for role in one.roles] == [("Mayor of Lest", ""), ("Mayor of Lest", "2031-01-01")]


def test_what_was_corrected_of_one_counts_when_it_becomes_another(collection, people) -> None:
    speakers.edit(collection, people["mr"], {"kind": "body", "country": "Norrin", "name": "Mister Orrin"})
    speakers.edit(collection, people["mayor"], {"country": "Umber", "note": "twice mayor", "kind": "unnamed"})
    speakers.merge(collection, [people["mr"], people["mayor"]], people["orrin"])
    (one,) = [one for one in speakers.speakers(collection) if one.uid == people["orrin"]]
    assert (one.name, one.kind, one.country, one.note) == ("Pell Orrin", "body", "Norrin", "twice mayor")
    undo(collection)
    (one,) = [one for one in speakers.speakers(collection) if one.uid == people["orrin"]]
    assert (one.kind, one.country, one.note) == ("person", "", "")


def test_what_was_corrected_of_the_one_that_stays_stands(collection, people) -> None:
    for country in ("Umber", ""):
        speakers.edit(collection, people["orrin"], {"country": country, "note": "of the locks"})
    speakers.edit(collection, people["mr"], {"country": "Norrin", "note": "of the ferries"})
    speakers.merge(collection, [people["mr"]], people["orrin"])
    (one,) = [one for one in speakers.speakers(collection) if one.uid == people["orrin"]]
    assert (one.country, one.note) == ("", "of the locks")
