"""Speakers: added with a record or alone, known by aliases and roles, counted by what they are on record for."""

import pytest

from store import history, records, speakers
from store.collection import open_collection


def test_a_speaker_comes_with_aliases_and_a_role(collection):
    uid = speakers.create(collection, " Pell Orrin ", "person", "envoy", ["P. Orrin", "the envoy"])
    (speaker,) = speakers.speakers(collection)
    assert (speaker.uid, speaker.name, speaker.aliases) == (uid, "Pell Orrin", ("P. Orrin", "the envoy"))
    assert [role.title for role in speaker.roles] == ["envoy"]


@pytest.mark.parametrize("name", ["", "  \n"])
def test_a_speaker_needs_a_name(collection, name):
    with pytest.raises(ValueError, match="needs a name"):
        speakers.create(collection, name)
    uid = speakers.create(collection, "Orrin")
    with pytest.raises(ValueError, match="needs a name"):
        speakers.edit(collection, uid, {"name": name})


@pytest.mark.parametrize("day", ["2029-13", "2029-02-30"])
def test_a_role_has_no_day_that_the_calendar_has_not(collection, day):
    uid = speakers.create(collection, "Orrin")
    for days in ({"since": day}, {"until": day}):
        with pytest.raises(ValueError, match=f"the calendar does not have {day}"):
            speakers.edit(collection, uid, {"country": "Norrin"}, role="envoy", **days)
    (speaker,) = speakers.speakers(collection)
    assert (speaker.country, speaker.roles) == ("", ())


def test_aliases_and_roles_are_added_once(collection):
    uid = speakers.create(collection, "Orrin", aliases=["Pell"])
    for _ in range(2):
        speakers.edit(collection, uid, {"country": "Norrin"}, alias="Pell", role="envoy")
    (speaker,) = speakers.speakers(collection)
    assert (speaker.country, speaker.aliases, len(speaker.roles)) == ("Norrin", ("Pell",), 1)


def test_an_edit_that_changes_nothing_is_no_action(collection):
    uid = speakers.create(collection, "Orrin")
    speakers.edit(collection, uid, {"name": "Orrin", "note": ""})
    assert collection.read.execute("SELECT count(*) FROM action").fetchone() == (1,)


def test_only_a_speakers_own_columns_can_be_changed(collection):
    uid = speakers.create(collection, "Orrin")
    with pytest.raises(ValueError, match="a speaker has no state"):
        speakers.edit(collection, uid, {"state": "deleted"})


def test_speakers_are_listed_by_name_with_their_counts(collection, article):
    orrin, taverne = speakers.create(collection, "orrin"), speakers.create(collection, "Taverne")
    records.tag(collection, "quote", article, [("content", 0, 5)], {"speaker": orrin})
    records.tag(collection, "quote", article, [("content", 5, 9)], {"speaker": orrin})
    records.tag(collection, "mention", article, [("content", 9, 12)], {"speaker": orrin})
    records.tag(collection, "commitment", article, [("content", 0, 5)], {"promisor": taverne})
    gone = records.tag(collection, "commitment", article, [("content", 1, 5)], {"promisor": taverne})
    records.delete(collection, gone)
    counts = [(s.name, s.quotes, s.commitments, s.mentions) for s in speakers.speakers(collection)]
    assert counts == [("orrin", 2, 0, 1), ("Taverne", 0, 1, 0)]


def test_some_are_asked_for_and_come_as_among_all(collection, article):
    uids = [
        speakers.create(collection, name, role="Envoy", aliases=[f"{name[0]}."]) for name in ("Ada", "Bea", "Cyd", "Di")
    ]
    speakers.merge(collection, [uids[1]], uids[0])
    records.tag(collection, "quote", article, [("content", 0, 7)], {"speaker": uids[1]})
    everybody = {one.uid: one for one in speakers.speakers(collection)}
    assert [one.uid for one in everybody.values()] == [uids[0], uids[2], uids[3]]
    assert speakers.speakers(collection, [uids[3], uids[0]]) == [everybody[uids[0]], everybody[uids[3]]]
    assert everybody[uids[0]].quotes == 1
    assert speakers.speakers(collection, []) == []


def test_merging_into_one_who_is_merged_already_keeps_all_together(collection):
    one, two, three = (speakers.create(collection, name) for name in ("Ana Taverne", "A. Taverne", "Minister Taverne"))
    speakers.merge(collection, [two], one)
    speakers.merge(collection, [three], two)
    (entry,) = speakers.speakers(collection)
    assert (entry.uid, len(entry.merged)) == (two, 2)


def test_a_speaker_whom_no_record_names_can_be_deleted_with_those_merged_into_it(collection):
    one, other, stays = (speakers.create(collection, name) for name in ("Pell Orrin", "P. Orrin", "Ilse Taverne"))
    speakers.merge(collection, [other], one)
    speakers.delete(collection, [one])
    assert [speaker.uid for speaker in speakers.speakers(collection)] == [stays]
    assert history.undo(collection).op == "delete speaker"
    found = {speaker.uid: speaker.merged for speaker in speakers.speakers(collection)}
    assert found == {one: ("P. Orrin",), stays: ()}


def test_a_speaker_on_record_cannot_be_deleted_nor_others_along(collection, article):
    one, other = (speakers.create(collection, name) for name in ("Pell Orrin", "Ilse Taverne"))
    quote = records.tag(collection, "quote", article, [("content", 0, 9)], {"speaker": other})
    with pytest.raises(speakers.SpeakerOnRecord, match="Ilse Taverne is on record: 1 record names"):
        speakers.delete(collection, [one, other])
    assert len(speakers.speakers(collection)) == 2
    records.delete(collection, quote)
    speakers.delete(collection, [one, other])
    assert speakers.speakers(collection) == []


def test_a_speaker_who_is_gone_already_is_not_deleted_once_more(collection):
    one, other = (speakers.create(collection, name) for name in ("Pell Orrin", "Ilse Taverne"))
    speakers.delete(collection, [one])
    with pytest.raises(speakers.NoSuchSpeaker):
        speakers.delete(collection, [one, other])
    assert [speaker.uid for speaker in speakers.speakers(collection)] == [other]


def test_an_alias_of_a_deleted_speaker_finds_nobody(collection, article):
    uid = speakers.create(collection, "Pell Orrin", aliases=["the envoy"])
    assert speakers.meant(collection, "The Envoy", article) == {uid}
    speakers.delete(collection, [uid])
    assert speakers.meant(collection, "the envoy", article) == set()


def test_nobody_is_named_on_record_whom_another_program_has_deleted_meanwhile(collection, article):
    uid = speakers.create(collection, "Pell Orrin")
    quote = records.tag(collection, "quote", article, [("content", 0, 9)])
    sha256 = records.get(collection, quote).anchors[0].text
    other = open_collection(collection.path)
    speakers.delete(other, [uid])
    other.close()
    with pytest.raises(speakers.NoSuchSpeaker):
        records.tag(collection, "commitment", article, [("content", 0, 5)], {"promisor": uid})
    with pytest.raises(speakers.NoSuchSpeaker):
        records.tag_all(collection, "mention", [(article, sha256, (0, 5))], {"speaker": uid})
    with pytest.raises(speakers.NoSuchSpeaker):
        along = speakers.known_as(collection, uid, alias="the envoy")
        records.edit(collection, quote, {"speaker": uid}, along=along)
    assert records.get(collection, quote).fields["speaker"] is None
    assert len(records.records_of(collection, article)) == 1
    assert speakers.meant(collection, "the envoy", article) == set()


def test_an_unnamed_source_is_meant_only_in_articles_where_it_is_on_record(collection, add):
    here, there = (add(f"A diplomat said so in {where}.", title=where) for where in ("Lest", "Umber"))
    envoy = speakers.create(collection, "Pell Orrin", aliases=["the envoy"])
    one, other = (speakers.create(collection, "diplomat", "unnamed") for _ in range(2))
    assert speakers.meant(collection, "Diplomat", here) == set()
    records.tag(collection, "quote", here, [("content", 0, 9)], {"speaker": one})
    assert speakers.meant(collection, "Diplomat", here) == {one}
    assert speakers.meant(collection, "Diplomat", there) == set()
    records.tag(collection, "commitment", there, [("content", 0, 9)], {"promisor": other})
    assert speakers.meant(collection, "diplomat", there) == {other}
    assert speakers.meant(collection, "the envoy", there) == {envoy}
    speakers.merge(collection, [other], envoy)  # it has turned out who that was, there and nowhere else
    assert speakers.meant(collection, "diplomat", there) == {envoy}
    assert speakers.meant(collection, "diplomat", here) == {one}
    records.tag(collection, "quote", here, [("content", 10, 20)], {"speaker": envoy})
    assert speakers.meant(collection, "diplomat", here) == {one}
    elsewhere = add("Pell Orrin said so. A diplomat said no.")
    records.tag(collection, "quote", elsewhere, [("content", 0, 10)], {"speaker": envoy})
    assert speakers.meant(collection, "diplomat", elsewhere) == set()
    assert {s.uid: s.seen for s in speakers.speakers(collection)} == {one: "Lest", envoy: ""}


def test_a_body_without_a_name_is_one_of_its_article_until_it_is_given_a_lasting_kind(collection, add):
    here, there = (add(f"The company said so in {where}.", title=where) for where in ("Lest", "Umber"))
    company = speakers.create(collection, "company", speakers.likely_kind("company"))
    records.tag(collection, "quote", here, [("content", 0, 9)], {"speaker": company})
    assert speakers.meant(collection, "Company", here) == {company}
    assert speakers.meant(collection, "company", there) == set()
    speakers.edit(collection, company, {"kind": "body"})
    assert speakers.meant(collection, "company", there) == {company}


def test_who_has_a_name_is_meant_in_every_article_by_any_of_them(collection, article):
    one, other = (speakers.create(collection, "Ilse Taverne") for _ in range(2))
    assert speakers.meant(collection, "ilse taverne", article) == {one, other}
