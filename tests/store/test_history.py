"""Undo and redo: any walk through what was done leads back and forth through the same states, also after reopening."""

import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from store import articles, records, speakers
from store.backups import back_up
from store.check import check
from store.collection import Collection, open_collection
from store.errors import OnRecordError
from store.history import NothingToUndo, UndoConflict, redo, undo
from store.importing import import_items
from store.model import Labelled, LabelledArticle, SavedArticle
from store.passages import look_for_pending
from store.uniting import unite_with

WITHOUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)

TEXT = (
    "VELDMAR, 3 June (Norrin Wire) – Pell Orrin met Ana Taverne on the river, and both spoke.\n"
    "“We will build two bridges by 2031, and nobody will pay a toll on them,” Orrin said.\n"
) * 2


def visible(collection: Collection) -> list[object]:
    """All that an analyst sees of decisions."""
    read = collection.read
    return [
        [read.execute(f"SELECT * FROM {view}").fetchall() for view in ("quotes_flat", "speakers_flat")],
        read.execute("SELECT * FROM commitments_flat").fetchall(),
        [records.list_records(collection, kind) for kind in ("quote", "mention", "commitment", "note")],
        speakers.speakers(collection),
        [articles.correctable(collection, row.uid) for row in all_articles(collection)],
        [row.starred for row in all_articles(collection)],
    ]


def all_articles(collection: Collection) -> list:
    return articles.rows(collection, articles.ids(collection))


def act_somehow(collection: Collection, choose) -> None:
    """Do one of the things an analyst can do; which and how is for `choose(n)` to say: 0 to n - 1."""
    uid = all_articles(collection)[0].uid
    known = [r for kind in ("quote", "mention", "commitment", "note") for r in records.list_records(collection, kind)]
    people = speakers.speakers(collection)
    speaker = people[choose(len(people))].uid if people else None
    start = choose(len(TEXT) - 1)
    end = start + 1 + choose(len(TEXT) - start)
    deed = choose(9 if known else 5)
    if deed == 0:
        fields, along = {"speaker": speaker}, []
        if choose(2):
            fields["speaker"], along = speakers.new_speaker(f"Person {choose(9)}", role="envoy", aliases=["the envoy"])
        spans = [("content", start, end), ("cue", 0, 7)]
        records.tag(collection, ("quote", "mention")[choose(2)], uid, spans, fields, along=along)
    elif deed == 1:
        fields = {"promisor": speaker, "quantity": float(choose(9)), "deadline": "2031", "deadline_precision": "year"}
        records.tag(collection, "commitment", uid, [("content", start, end)], fields, note="watch")
    elif deed == 2:
        articles.star(collection, uid, bool(choose(2)))
    elif deed == 3:
        articles.correct(collection, uid, title=f"Title {choose(9)}", url=f"https://norrin.example/{choose(9)}")
    elif deed == 4:
        if speaker is None:
            speakers.create(collection, f"Person {choose(9)}", kind="body")
        else:
            fields = {"name": f"Person {choose(9)}", "note": "seen"}
            speakers.edit(collection, speaker, fields, alias=f"Alias {choose(9)}", role=f"Role {choose(9)}")
    else:
        record = known[choose(len(known))]
        if deed == 5:
            records.delete(collection, record.uid)
        elif deed == 6:
            records.edit(collection, record.uid, {}, note=f"note {choose(9)}")
        elif deed == 7:
            records.add_span(collection, record.uid, "content", start, end)
        else:
            places = collection.read.execute(
                'SELECT text, "start" FROM place WHERE annotation = ? ORDER BY number', [record.uid]
            ).fetchall()
            text, start = places[0] if places else ("0" * 64, 0)
            records.decide(collection, record.uid, text, start, ("joined", "parted")[choose(2)])


@settings(max_examples=20, deadline=None, phases=WITHOUT_SHRINKING)
@given(st.data())
def test_every_walk_of_doing_undoing_and_redoing_goes_through_the_same_states(data):
    def choose(n: int) -> int:
        return data.draw(st.integers(0, n - 1))

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "onrecord.db")
        collection = open_collection(path)
        import_items(collection, [SavedArticle(TEXT, title="River")])
        look_for_pending(collection)
        states, here = [visible(collection)], 0
        for step in data.draw(st.lists(st.sampled_from("ddddduurro"), min_size=3, max_size=14)):
            if step == "d":
                try:
                    act_somehow(collection, choose)
                except OnRecordError:  # tagged before, or no such place: nothing was done
                    assert visible(collection) == states[here]
                    continue
                state = visible(collection)
                done = collection.read.execute("SELECT count(*) FROM action WHERE depth % 2 = 0 AND taken_back = 0")
                if done.fetchone()[0] > here:  # an edit that changes nothing is no action
                    del states[here + 1 :]
                    states.append(state)
                    here += 1
            elif step == "o":
                collection.close()
                collection = open_collection(path)
            elif (step == "u" and here == 0) or (step == "r" and here == len(states) - 1):
                with pytest.raises(NothingToUndo):
                    (undo if step == "u" else redo)(collection)
            else:
                (undo if step == "u" else redo)(collection)
                here += 1 if step == "r" else -1
            assert visible(collection) == states[here]
        while here:
            undo(collection)
            here -= 1
            assert visible(collection) == states[here]
        assert list(check(collection)) == []
        collection.close()


def test_undo_has_no_limit(collection, article):
    for number in range(300):
        articles.correct(collection, article, title=f"Title {number}")
    collection.close()
    again = open_collection(collection.path)
    for _ in range(300):
        assert undo(again).op == "correct article"
    assert articles.find(again, article).title == "Talks on the river"
    for _ in range(300):
        redo(again)
    assert articles.find(again, article).title == "Title 299"
    again.close()


def test_an_import_is_not_undone(collection, article):
    with pytest.raises(NothingToUndo):
        undo(collection)
    articles.star(collection, article, True)
    undo(collection)
    with pytest.raises(NothingToUndo):
        undo(collection)
    assert len(articles.ids(collection)) == 1


def test_doing_something_new_ends_what_could_be_redone(collection, article):
    articles.star(collection, article, True)
    undo(collection)
    articles.correct(collection, article, title="New")
    with pytest.raises(NothingToUndo):
        redo(collection)
    undo(collection)
    assert articles.find(collection, article).title == "Talks on the river"
    redo(collection)
    assert articles.find(collection, article).title == "New"


def test_what_someone_else_changed_since_is_not_undone_and_it_says_so(collection, article, tmp_path):
    articles.correct(collection, article, title="Mine")
    back_up(collection.path, tmp_path / "theirs.db")
    theirs = open_collection(tmp_path / "theirs.db")
    articles.correct(theirs, article, title="Theirs")
    unite_with(collection, theirs.path)
    theirs.close()
    with pytest.raises(UndoConflict, match=r"Someone else has changed the same article since \(title\)"):
        undo(collection)
    with pytest.raises(NothingToUndo):
        undo(collection)
    with pytest.raises(NothingToUndo):
        redo(collection)
    assert articles.find(collection, article).title == "Theirs"
    assert list(check(collection)) == []


def test_what_someone_else_changed_elsewhere_does_not_keep_from_undoing(collection, article, tmp_path):
    articles.correct(collection, article, title="Mine")
    back_up(collection.path, tmp_path / "theirs.db")
    theirs = open_collection(tmp_path / "theirs.db")
    articles.correct(theirs, article, outlet="Theirs")
    unite_with(collection, theirs.path)
    theirs.close()
    undo(collection)
    row = articles.find(collection, article)
    assert (row.title, row.outlet) == ("Talks on the river", "Theirs")


def corrected_there(collection, tmp_path, **fields):
    """Somebody else, who has all that is here, corrects the article, and that comes here."""
    back_up(collection.path, tmp_path / "theirs.db")
    with closing(open_collection(tmp_path / "theirs.db")) as theirs:
        articles.correct(theirs, all_articles(theirs)[0].uid, **fields)
        unite_with(collection, theirs.path)


@pytest.mark.parametrize("done_again", [False, True], ids=["done", "undone and done again"])
def test_what_was_passed_over_is_not_overwritten_by_undoing_what_came_before(collection, article, tmp_path, done_again):
    articles.star(collection, article, True)
    articles.correct(collection, article, title="First")
    articles.correct(collection, article, title="Second", outlet="Mine")
    if done_again:
        undo(collection)
        redo(collection)
    corrected_there(collection, tmp_path, outlet="Theirs")
    with pytest.raises(UndoConflict, match=r"Someone else has changed the same article since \(outlet\)"):
        undo(collection)
    with pytest.raises(UndoConflict, match=r"A later action of yours has changed the same article since \(title\)"):
        undo(collection)
    row = articles.find(collection, article)
    assert (row.title, row.outlet) == ("Second", "Theirs")
    assert undo(collection).op == "star"
    assert list(check(collection)) == []


def test_what_was_passed_over_keeps_from_undoing_nothing_else(collection, article, tmp_path):
    articles.correct(collection, article, place="Umber")
    articles.correct(collection, article, title="Second", outlet="Mine")
    corrected_there(collection, tmp_path, outlet="Theirs")
    with pytest.raises(UndoConflict):
        undo(collection)
    undo(collection)
    assert articles.correctable(collection, article)["place"] == ""
    redo(collection)
    assert articles.correctable(collection, article)["place"] == "Umber"


def test_a_record_that_an_import_moved_since_is_not_undone_to_a_place_in_the_old_text(collection, add, span):
    first = "Orrin said: “We build.” " + "Long words follow here for the match. " * 9
    uid = add(first, url="https://norrin.example/a")
    record = records.tag(collection, "quote", uid, [("content", *span(first, "“We build.”"))])
    quote = records.get(collection, record)
    records.place_span(collection, quote.anchors[0].uid, *span(first, "“We build"))
    second = "UPDATED. " + first
    add(second, url="https://norrin.example/a")
    with pytest.raises(UndoConflict, match="An import has changed the same span"):
        undo(collection)
    anchor = records.get(collection, record).anchors[0]
    assert second[anchor.start : anchor.end] == "“We build"
    assert undo(collection).op == "tag quote", "what was done before it can be undone still"
    assert records.list_records(collection, "quote") == []


def test_one_keypress_is_one_action_with_its_new_speaker(collection, article, talks, span):
    speaker, along = speakers.new_speaker("Pell Orrin", role="envoy")
    where = [("content", *span(talks, "“We will build two bridges by 2031,”"))]
    records.tag(collection, "quote", article, where, {"speaker": speaker}, along=along)
    assert [s.name for s in speakers.speakers(collection)] == ["Pell Orrin"]
    undo(collection)
    assert speakers.speakers(collection) == []
    assert records.list_records(collection, "quote") == []


def test_undo_and_redo_tell_what_an_action_was_about(collection, article, talks, span):
    speaker, along = speakers.new_speaker("Pell Orrin", role="envoy")
    words = "“We will build two bridges by 2031,”"
    where = [("content", *span(talks, words))]
    quote = records.tag(collection, "quote", article, where, {"speaker": speaker}, along=along)
    records.edit(collection, quote, {}, "on camera")
    records.delete(collection, quote)
    speakers.create(collection, "Ana Taverne", role="minister")
    articles.correct(collection, article, title="Talks")
    done = [("tag quote", words), ("edit quote", words), ("delete quote", words), ("add speaker", "Ana Taverne")]
    assert undo(collection)[:2] == ("correct article", "Talks on the river")
    assert [undo(collection)[:2] for _ in done] == done[::-1]
    assert [redo(collection)[:2] for _ in done] == done
    assert redo(collection)[:2] == ("correct article", "Talks")


def test_undo_names_the_articles_of_the_records_it_was_about(collection, article, add, talks, span):
    other = add("The mayor said: “No tolls.”\n", title="Umber drops the tolls")
    (text,) = collection.read.execute("SELECT text FROM article WHERE uid = ?", [other]).fetchone()
    (own,) = collection.read.execute("SELECT text FROM article WHERE uid = ?", [article]).fetchone()
    quote = records.tag(collection, "quote", other, [("content", 16, 26)])
    records.add_span(collection, quote, "content", 4, 9)
    records.tag_all(collection, "note", [(other, text, (4, 9)), (article, own, (0, 7))], note="look")
    speakers.create(collection, "Ana Taverne")
    titles = {other: "Umber drops the tolls"}
    both = titles | {article: "Talks on the river"}
    assert [undo(collection).titles for _ in range(4)] == [{}, both, titles, titles]


def test_undo_leaves_a_speaker_whom_an_import_has_named_since(collection, article, talks, span):
    speaker, along = speakers.new_speaker("Pell Orrin", role="envoy", aliases=["the envoy"])
    where = [("content", *span(talks, "“We will build two bridges by 2031,”"))]
    records.tag(collection, "quote", article, where, {"speaker": speaker}, along=along)
    label = Labelled("speaker", (span(talks, "Pell Orrin"),))
    import_items(collection, [LabelledArticle(SavedArticle(talks, url="https://norrin.example/talks"), (label,))])
    before = speakers.speakers(collection)
    assert undo(collection).op == "tag quote"
    assert records.list_records(collection, "quote") == []
    (mention,) = records.list_records(collection, "mention")
    assert mention.fields["speaker"] == speaker
    (left,) = speakers.speakers(collection)
    assert (left.aliases, left.roles, left.quotes) == (before[0].aliases, before[0].roles, 0)
    redo(collection)
    assert speakers.speakers(collection) == before
    assert list(check(collection)) == []


def test_an_edit_that_is_undone_takes_the_speaker_along_that_it_made(collection, article, talks, span):
    first = speakers.create(collection, "Ana Taverne")
    where = [("content", *span(talks, "“We will build two bridges by 2031,”"))]
    quote = records.tag(collection, "quote", article, where, {"speaker": first})
    second, along = speakers.new_speaker("Pell Orrin", role="envoy")
    records.edit(collection, quote, {"speaker": second}, along=along)
    undo(collection)
    assert [speaker.name for speaker in speakers.speakers(collection)] == ["Ana Taverne"]
    redo(collection)
    assert records.get(collection, quote).fields["speaker"] == second
    assert {speaker.name for speaker in speakers.speakers(collection)} == {"Ana Taverne", "Pell Orrin"}
    assert list(check(collection)) == []


def test_what_uniting_has_brought_back_already_keeps_from_no_redo(collection, article, talks, span, tmp_path):
    speaker, along = speakers.new_speaker("Pell Orrin")
    where = [("content", *span(talks, "“We will build two bridges by 2031,”"))]
    quote = records.tag(collection, "quote", article, where, {"speaker": speaker}, along=along)
    back_up(collection.path, tmp_path / "theirs.db")
    theirs = open_collection(tmp_path / "theirs.db")
    records.tag(theirs, "mention", article, [("content", *span(talks, "Pell Orrin"))], {"speaker": speaker})
    theirs.close()
    undo(collection)
    unite_with(collection, tmp_path / "theirs.db")
    assert redo(collection).op == "tag quote"
    assert records.get(collection, quote).fields["speaker"] == speaker


def test_a_speaker_added_alone_whom_an_import_has_named_since_is_not_taken_back(collection, article, talks, span):
    speakers.create(collection, "Pell Orrin")
    label = Labelled("speaker", (span(talks, "Pell Orrin"),))
    import_items(collection, [LabelledArticle(SavedArticle(talks, url="https://norrin.example/talks"), (label,))])
    with pytest.raises(UndoConflict, match="names the speaker"):
        undo(collection)
    assert len(speakers.speakers(collection)) == 1


def test_what_is_done_again_on_an_earlier_version_needs_a_look(collection, add, path):
    url = "https://norrin.example/again"
    uid = add(TEXT, url=url)
    record = records.tag(collection, "quote", uid, [("content", 0, 7), ("cue", 9, 15)])
    undo(collection)
    add("UPDATED: a correction was made to this story.\n" + TEXT, url=url)
    redo(collection)
    assert [anchor.needs_look for anchor in records.get(collection, record).anchors] == [True, True]
    assert list(check(collection)) == []
    undo(collection)
    assert records.records_of(collection, uid) == []
    redo(collection)
    other = open_collection(path.with_name("other.db"))
    unite_with(other, collection.path)
    assert [anchor.needs_look for anchor in records.get(other, record).anchors] == [True, True]
    assert list(check(other)) == []
    other.close()
