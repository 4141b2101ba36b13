"""Suggestions in a collection: found, accepted, rejected, learnt from, each passage's once."""

import json
from contextlib import closing, nullcontext, suppress
from pathlib import Path

import pytest
from recycling import SENTENCES

from store import articles, history, records, registers, speakers, suggesting, suggestions, verdicts
from store.articles import NoSuchArticle
from store.backends.endpoint import Endpoint
from store.check import check
from store.collection import Collection, open_collection
from store.errors import OnRecordError
from store.importing import import_items
from store.model import SavedArticle, Suggestion
from store.passage_building import rebuild_passages, update_passages
from store.passages import look_for_pending
from store.purge import purge
from store.uniting import unite_with

TALKS = (
    "VELDMAR, 3 June (Norrin Wire) – Chancellor Ilse Taverne met President Oskar Belun.\n"
    "“The locks will open before the first frost,” Ilse Taverne said after the meeting in Harrowgate.\n"
    "Trade grew last year, the customs office reported on Monday."
)
AGAIN = TALKS + "\n" + TALKS.split("\n", 1)[1]


@pytest.fixture
def collection(tmp_path: Path):
    opened = open_collection(tmp_path / "c.db")
    yield opened
    assert list(check(opened)) == []
    opened.close()


def add(collection: Collection, text: str, path: str = "a.txt", **about: str) -> str:
    """The uid of the article of a text that is imported."""
    import_items(collection, [SavedArticle(text=text, path=path, **about)])
    look_for_pending(collection)
    row = collection.read.execute(
        "SELECT article.uid FROM version AS v JOIN article ON article.uid = v.article WHERE path = ?", [path]
    )
    return str(row.fetchone()[0])


def quotes(collection: Collection, article: str) -> list[Suggestion]:
    """What stands in quotation marks; what is only told is left out."""
    found = suggestions.suggestions_for(collection, article)
    return [one for one in found if one.kind == "quote" and one.fields["form"] != "indirect"]


def test_a_quote_is_suggested_with_its_speaker_and_its_reason(collection):
    (quote,) = quotes(collection, add(collection, TALKS))
    assert quote.exact == "“The locks will open before the first frost,”"
    assert (quote.owner, quote.fields["form"]) == ("Ilse Taverne", "direct")
    assert quote.why
    assert 0.5 <= quote.confidence <= 1


def test_a_repeated_passage_is_suggested_once(collection):
    assert len(quotes(collection, add(collection, AGAIN))) == 1


def test_accepting_makes_one_record_with_its_source_and_cue_and_undo_brings_the_suggestion_back(collection):
    article = add(collection, AGAIN)
    (quote,) = quotes(collection, article)
    uid, along = speakers.new_speaker("Ilse Taverne")
    verdicts.accept(collection, quote, {"speaker": uid}, along=along)

    (record,) = records.records_of(collection, article)
    assert [(a.role, a.exact) for a in record.anchors if a.role != "cue"] == [
        ("content", "“The locks will open before the first frost,”"),
        ("source", "Ilse Taverne"),
    ]
    assert (record.fields["speaker"], record.copies_here) == (uid, 1)
    assert quotes(collection, article) == []
    assert quotes(collection, add(collection, "Another lead.\n" + TALKS, "b.txt")) == [], "accepted in every copy"

    history.undo(collection)
    assert records.records_of(collection, article) == []
    assert [one.exact for one in quotes(collection, article)] == [quote.exact]
    history.redo(collection)
    assert quotes(collection, article) == []


def test_a_rejected_suggestion_stays_away_in_copies_and_new_versions(collection):
    article = add(collection, TALKS)
    (quote,) = quotes(collection, article)
    verdicts.reject(collection, quote)
    assert quotes(collection, article) == []
    assert quotes(collection, add(collection, "Another lead.\n" + TALKS, "b.txt", outlet="Umber Herald")) == []
    add(collection, TALKS.replace("Trade grew", "Trade fell"), "a.txt")
    assert quotes(collection, article) == []
    history.undo(collection)
    assert [one.exact for one in quotes(collection, article)] == [quote.exact]


def test_the_same_words_in_another_context_are_suggested_again(collection):
    (quote,) = quotes(collection, add(collection, "It was late. “We will not sell it,” Oskar Belun said on Friday."))
    verdicts.reject(collection, quote)
    elsewhere = "The mayor was asked about the mill. “We will not sell it,” Pell Orrin told the council."
    assert [one.owner for one in quotes(collection, add(collection, elsewhere, "b.txt"))] == ["Pell Orrin"]


def test_what_is_tagged_by_hand_is_not_suggested(collection):
    article = add(collection, TALKS)
    (quote,) = quotes(collection, article)
    records.tag(collection, "quote", article, [("content", *quote.content[0])], {"form": "direct"})
    assert quotes(collection, article) == []


WIND = (
    "The wind\n\n“We have waited for the wind all year,” Ilse Taverne said.\n\n“Nobody will be left on the quay,” she said.\n\n"
    "“The fish will come back in the spring,” Oskar Belun said.\n\n“They always do, said my father,” he added.\n"
)


def on_hand(collection: Collection, article: str, name: str, *words: str) -> str:
    """Put a quote on record by hand, of the speaker of a name, who may be new."""
    known = speakers.meant(collection, name, article)
    owner = known.pop() if known else speakers.create(collection, name)
    spans = [("content", WIND.index(one), WIND.index(one) + len(one)) for one in words]
    return records.tag(collection, "quote", article, spans, {"speaker": owner})


def test_words_on_record_stay_decided_when_the_record_gets_more_spans(collection):
    article = add(collection, WIND)
    waited, nobody, *others = quotes(collection, article)
    uid = on_hand(collection, article, "Ilse Marrow", waited.exact)
    assert quotes(collection, article) == [nobody, *others], "also where another is named for the same words"
    for one in (nobody, others[0]):
        records.add_span(collection, uid, "content", *one.content[0], one.text)
    assert [one.exact for one in quotes(collection, article)] == [one.exact for one in others[1:]]
    with pytest.raises(verdicts.DecidedAlready):
        verdicts.accept(collection, waited)
    history.undo(collection)
    assert [one.exact for one in quotes(collection, article)] == [one.exact for one in others]


def test_words_on_record_decide_what_is_suggested_of_the_same_speaker_inside_them(collection):
    article = add(collection, WIND)
    waited, nobody, fish, they = quotes(collection, article)
    whole = WIND[WIND.index(waited.exact) : WIND.index(they.exact) + len(they.exact)]
    on_hand(collection, article, "Ilse Taverne", whole)
    assert [one.exact for one in quotes(collection, article)] == [fish.exact, they.exact], "what another says is open"
    with pytest.raises(verdicts.DecidedAlready):
        verdicts.accept(collection, nobody)
    copy = add(collection, "Another lead.\n\n" + WIND, "b.txt", outlet="Umber Herald")
    update_passages(collection)
    assert [one.exact for one in quotes(collection, copy)] == [fish.exact, they.exact]


def test_a_promise_on_record_with_the_text_around_it_decides_that_promise_alone(collection):
    article = add(collection, GUNS)
    found = suggestions.suggestions_for(collection, article)
    tanks, guns = (one for one in found if one.kind == "commitment")
    brigade = speakers.create(collection, tanks.owner)
    fields = {**tanks.fields, "promisor": brigade}
    records.tag(collection, "commitment", article, [("content", 0, len(GUNS) - 1)], fields)
    left = [one for one in suggestions.suggestions_for(collection, article) if one.kind == "commitment"]
    assert [one.fields["action"] for one in left] == [guns.fields["action"]]


MINT = "The mint of Lest\n\nTurkey will pay the port of Lest 50,000 lira by May 2032, said General Oskar Belun.\n"


@pytest.mark.parametrize(("unit", "one"), [("lira", True), ("Liras", True), ("crowns", False), ("EUR", False)])
def test_money_named_as_the_text_names_it_is_the_currency_that_is_suggested(collection, unit: str, one: bool):
    article = add(collection, MINT)
    (mint,) = [one for one in suggestions.suggestions_for(collection, article) if one.kind == "commitment"]
    assert mint.fields["unit"] == "TRY"
    words, fields = [("content", *mint.content[0])], mint.fields | {"unit": unit}
    records.tag(collection, "commitment", article, [("content", 0, len(MINT) - 1)], fields)
    left = [one.kind for one in suggestions.suggestions_for(collection, article)]
    assert ("commitment" in left) is not one
    records.tag(collection, "commitment", article, words, fields)
    with pytest.raises(records.AlreadyThere) if one else nullcontext():
        records.tag(collection, "commitment", article, words, mint.fields)


LIKE_A_MAYOR = (
    "The pier opens\n\n“The pier is ready for you,” said Ald Giles Umber-Shaw in Lest.\n\n"
    "“It was a long day for all of us,” Ald Giles Umber-Shaw said.\n"
)


@pytest.mark.parametrize(
    ("said", "proposed"), [("Giles Umber-Shaw", "Giles Umber-Shaw"), ("Tilda Umber-Shaw", None), ("Tilda Belun", None)]
)
def test_a_name_corrected_in_an_article_is_proposed_there_for_what_was_suggested_of_the_same(
    collection, said: str, proposed: str | None
):
    article = add(collection, LIKE_A_MAYOR)
    first, second = quotes(collection, article)
    assert first.owner == second.owner == "Ald Giles Umber-Shaw"
    uid, along = speakers.new_speaker(said)
    verdicts.accept(collection, first, {"speaker": uid}, along=along)
    (left,) = quotes(collection, article)
    assert left.owner == (proposed or second.owner), "another who spoke is no correction of the name"
    history.undo(collection)
    assert [one.owner for one in quotes(collection, article)] == [first.owner, second.owner]


GUNS = (
    "The line is drawn\n\nGeneral Oskar Belun said the Second Brigade will withdraw its tanks by May 2032 and will not keep "
    "a single gun beyond the line.\n"
)


@pytest.mark.parametrize(
    ("changed", "stays"),
    [
        ({}, False),
        ({"action": ""}, False),
        ({"action": "keep no single gun beyond the line", "deadline": "2032-05-31"}, False),
        ({"action": "reopen the road"}, True),
        ({"quantity": 3.0, "unit": "guns"}, False),
        ({"deadline": "2033-05-31", "deadline_precision": "month"}, False),
    ],
)
def test_words_on_record_as_another_promise_do_not_take_the_suggested_one_away(collection, changed, stays: bool):
    article = add(collection, GUNS)
    (guns,) = [
        one for one in suggestions.suggestions_for(collection, article) if "gun" in str(one.fields.get("action"))
    ]
    records.tag(collection, "commitment", article, [("content", *guns.content[0])], guns.fields | changed)
    left = [one.uid for one in suggestions.suggestions_for(collection, article)]
    assert (guns.uid in left) == stays
    if stays:
        verdicts.accept(collection, guns)
        said = {record.fields["action"] for record in records.list_records(collection, "commitment")}
        assert said == {changed["action"], guns.fields["action"]}, "both promises of the same words"
    with pytest.raises(records.AlreadyThere):
        records.tag(collection, "commitment", article, [("content", *guns.content[0])], guns.fields)


def test_a_verdict_keeps_what_the_rule_said_and_not_what_was_learnt(collection):
    (quote,) = quotes(collection, add(collection, TALKS))
    other = add(collection, "“The locks will stay shut,” Ilse Taverne said after the vote in Selmora.", "b.txt")
    (before,) = quotes(collection, other)
    verdicts.reject(collection, quote)
    (moved,) = quotes(collection, other)
    assert moved.confidence < before.confidence
    verdicts.accept(collection, moved)
    kept = [row[0] for row in collection.read.execute("SELECT confidence FROM verdict ORDER BY added, uid")]
    assert kept == [quote.confidence, before.confidence]


def test_verdicts_move_the_confidence_of_later_suggestions_until_they_are_forgotten(collection):
    article = add(collection, TALKS)
    other = add(collection, "“The locks will stay shut,” Ilse Taverne said after the vote in Selmora.", "b.txt")
    (before,) = quotes(collection, other)
    verdicts.reject(collection, quotes(collection, article)[0])
    (after,) = quotes(collection, other)
    assert after.confidence < before.confidence
    assert verdicts.ranker(collection).count == 1
    verdicts.forget(collection)
    assert quotes(collection, other)[0].confidence == before.confidence
    assert quotes(collection, article) == [], "what was rejected stays rejected"


def test_looking_through_all_articles_goes_on_where_it_stopped(collection):
    for number in range(5):
        add(collection, f"“Number {number} is the one we want,” Pell Orrin said in hall {number}.", f"{number}.txt")
    looked = 0

    def stop() -> bool:
        nonlocal looked
        looked += 1
        return looked > 2

    assert suggesting.suggest_all(collection, cancelled=stop) == 2
    seen = []
    assert suggesting.suggest_all(collection, seen.append) == 3
    assert (seen[-1].done, seen[-1].total) == (3, 3)
    assert suggesting.suggest_all(collection) == 0
    assert len(suggestions.review_queue(collection)) == 5


def test_a_corrected_date_makes_the_article_be_looked_at_again(collection):
    article = add(collection, TALKS)
    suggesting.suggest_all(collection)
    articles.correct(collection, article, published="2024-06-03", published_precision="day")
    assert suggesting.suggest_all(collection) == 1


def test_the_queue_has_each_passage_once_in_its_context(collection):
    add(collection, TALKS, "a.txt", outlet="Norrin Wire", title="Talks")
    add(collection, "Another lead.\n" + TALKS, "b.txt", outlet="Umber Herald", title="More talks")
    suggesting.suggest_all(collection)
    (quote,) = [one for one in suggestions.review_queue(collection) if one.fields.get("form") == "direct"]
    likely = suggestions.review_queue(collection, suggestions.LIKELY)
    assert suggestions.to_decide(collection) == len(likely) > 0, "one count of what waits"
    context = suggestions.context(collection, quote)
    assert context.words == quote.exact
    assert context.after.startswith(" Ilse Taverne said")
    assert "Norrin Wire" in context.place or "Umber Herald" in context.place


def test_what_a_record_without_a_place_says_is_not_suggested_again(collection):
    text = "Lead.\n“The numbers for the locks do not add up at all,” Ilse Taverne said.\nMore."
    article = add(collection, text, url="https://wire.example/locks")
    suggesting.suggest_all(collection)
    (quote,) = suggestions.review_queue(collection)
    verdicts.accept(collection, quote)
    changed = text.replace("do not add", "simply do not add").replace("Ilse Taverne said", "Taverne told the press")
    assert add(collection, changed, url="https://wire.example/locks") == article
    suggesting.suggest_all(collection)
    assert collection.read.execute("SELECT needs_look FROM quotes_flat").fetchall() == [(1,)]
    assert suggestions.review_queue(collection) == []


def test_the_words_around_a_suggestion_are_whole(collection):
    padding = "Barges wait at Tarn for harvesters of Norrin. " * 20
    add(collection, f'{padding}\n"The locks will open in May," Ann Doe said.\n{padding}', "a.txt")
    suggesting.suggest_all(collection)
    context = suggestions.context(collection, suggestions.review_queue(collection)[0])
    words = set(padding.split())
    assert context.before[0] == context.after[-1] == "…"
    assert set(context.before[1:].split()) <= words
    assert context.after[:-1].split()[-1] in words


@pytest.mark.parametrize(
    "dates",
    [
        ("2025-03-14", "2025-12-20"),
        ("2025-12-20", "2025-03-14"),
        (None, "2025-03-14"),
        ("--06-03", "2025-03-14"),
        ("2025-03-14", "--06-03"),
    ],
)
def test_a_promise_that_is_reprinted_is_decided_where_it_came_first(collection, dates):
    for number, day in enumerate(dates):
        known = {"published": day, "published_precision": "day"} if day else {}
        text = f"Lead {number}.\nThe ministry pledged to plant two million trees within three years."
        add(collection, text, f"{number}.txt", **known)
    suggesting.suggest_all(collection)
    (queued,) = [one for one in suggestions.review_queue(collection) if one.kind == "commitment"]
    assert queued.fields["deadline"] == "2028-03-14"


def test_the_queue_goes_on_after_what_was_decided(collection, monkeypatch):
    monkeypatch.setattr(suggestions, "QUEUE", 2)
    for number in range(5):
        text = TALKS.replace("first frost", f"frost of week {number}").replace("3 June", f"{number + 3} June")
        add(collection, text, f"{number}.txt")
    suggesting.suggest_all(collection)
    seen = set()
    while queue := [one for one in suggestions.review_queue(collection) if one.exact not in seen]:
        assert len(queue) <= 2
        seen |= {one.exact for one in queue}
        for one in queue:
            verdicts.reject(collection, one)
    assert all(any(f"frost of week {number}" in exact for exact in seen) for number in range(5))


def test_the_queue_has_the_same_words_of_two_speakers_and_as_quote_and_commitment(collection):
    said = "VELDMAR, 3 June (Norrin Wire) – {} answered questions.\n“The matter is closed for good,” {} said on Monday."
    for name in ("Ilse Taverne", "Pell Orrin"):
        add(collection, said.format(name, name), f"{name}.txt")
    promised = "“We will build two bridges at Lest by 2031.”"
    add(collection, f"VELDMAR, 3 June (Norrin Wire) – Oskar Belun spoke.\n{promised} Oskar Belun said.", "b.txt")
    suggesting.suggest_all(collection)
    queue = suggestions.review_queue(collection)
    assert {one.owner for one in queue if "closed for good" in one.exact} == {"Ilse Taverne", "Pell Orrin"}
    assert {one.kind for one in queue if "two bridges" in one.exact} == {"quote", "commitment"}


def test_of_commitments_as_likely_the_queue_begins_with_those_of_which_most_is_told(collection):
    article = add(collection, TALKS)
    suggesting.suggest_all(collection)
    (text,) = collection.read.execute("SELECT text FROM article WHERE uid = ?", [article]).fetchone()
    told = [("", "", None), ("", "2031-05-02", None), ("Orrin", "", None), ("Orrin", "2031-05-02", 80.0)]
    with collection.write() as db:
        db.execute("DELETE FROM suggestion")
        for at, (owner, deadline, quantity) in enumerate(told):
            columns = {"deadline": deadline, "quantity": quantity, "unit": ""}
            fields = json.dumps({"owner": owner, "columns": columns, "content": [[at, at + 1]]})
            row = (f"{article}-{at}", article, text, "commitment", at, at + 1, str(at), fields, 0.7 - at / 100, "will")
            db.execute(f"INSERT INTO suggestion VALUES ({', '.join('?' * len(row))})", row)
    queue = suggestions.review_queue(collection)
    assert [one.content[0][0] for one in queue] == [3, 1, 2, 0]


def test_suggestions_can_be_seen_where_nothing_can_be_written(tmp_path):
    path = tmp_path / "folder" / "c.db"
    opened = open_collection(path)
    article = add(opened, TALKS)
    opened.close()
    reader = Collection(path, read_only=True, notice="")
    (quote,) = quotes(reader, article)
    assert quote.owner == "Ilse Taverne"
    reader.close()


def test_an_article_that_was_purged_meanwhile_is_not_asked_about(collection):
    article = add(collection, TALKS)
    purge(collection, article)
    with pytest.raises(NoSuchArticle, match="removed"):
        suggesting.ask(collection, article, Endpoint("http://127.0.0.1:9/v1"))


def test_nothing_is_suggested_in_or_put_on_record_for_an_article_that_is_one_with_another_by_now(collection, tmp_path):
    with closing(open_collection(tmp_path / "other.db")) as other:
        add(other, TALKS)
        mine = add(collection, TALKS)
        suggesting.suggest_all(collection)
        (seen,) = (one for one in suggestions.review_queue(collection) if one.owner == "Ilse Taverne")
        unite_with(collection, other.path)
    assert suggestions.review_queue(collection) == quotes(collection, mine) == []
    with pytest.raises(records.NoSuchRecord, match="one with another"):
        verdicts.accept(collection, seen)
    suggesting.suggest_all(collection)
    (again,) = (one for one in suggestions.review_queue(collection) if one.owner == "Ilse Taverne")
    verdicts.accept(collection, again)
    assert collection.read.execute("SELECT count(*) FROM quotes_flat").fetchone() == (1,)


PIER = (
    "The council will open the new pier in Skerry harbour by July 15, 2024, at a cost of $3 million, "
    "Mayor Ann Fell said."
)


def accept_all(collection: Collection) -> list[str]:
    """What each suggestion of the queue says when it is accepted: nothing, or why not."""
    told = []
    for one in suggestions.review_queue(collection):
        try:
            verdicts.accept(collection, one)
            told.append("")
        except OnRecordError as error:
            told.append(str(error))
    return told


def on_record(collection: Collection) -> list[tuple[str, str]]:
    """Kind and words of all records."""
    rows = collection.read.execute(
        "SELECT kind, exact FROM span JOIN annotation ON annotation.uid = annotation "
        "WHERE role = 'content' AND annotation.state = 'live' ORDER BY kind, start"
    )
    return rows.fetchall()


def test_a_promise_of_another_sum_by_another_day_is_accepted_as_one_of_its_own(collection):
    later = PIER.replace("2024", "2025").replace("$3", "$5")
    article = add(collection, f"Pier\n\n{PIER}\n\n{later}\n")
    suggestions.suggestions_for(collection, article)
    assert accept_all(collection) == ["", "", "", ""]
    said = ", Mayor Ann Fell said."
    assert on_record(collection) == [
        ("commitment", PIER),
        ("commitment", later),
        ("quote", PIER.removesuffix(said)),
        ("quote", later.removesuffix(said)),
    ]
    assert registers.variants(collection) == [], "nobody is asked whether they are the same"
    history.undo(collection)
    (back,) = suggestions.review_queue(collection)
    assert (back.kind, back.exact) == ("quote", later.removesuffix(said))
    (entry,) = registers.variants(collection)
    assert (entry.kind, entry.words) == ("quote", f"{back.exact}, Mayor Ann Fell said")


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("$3 million", "$4 million"),
        ("2024", "2026"),
        ("July 15, 2024", "Monday"),
        ("$3 million", "thirty boats"),
        ("$3 million", "3 million lira"),
    ],
)
def test_what_differs_in_what_counts_waits_for_review_until_it_is_decided(collection, here, there):
    article = add(collection, f"Pier\n\n{PIER}\n\n{PIER.replace(here, there)}\n")
    suggestions.suggestions_for(collection, article)
    kinds = [one.kind for one in suggestions.review_queue(collection)]
    verdicts.accept(collection, next(one for one in suggestions.review_queue(collection) if one.kind == "quote"))
    assert len(suggestions.review_queue(collection)) == len(kinds) - 1
    (entry,) = registers.variants(collection)
    records.decide(collection, entry.uid, entry.text, entry.start, "joined")
    assert "quote" not in [one.kind for one in suggestions.review_queue(collection)]


def quotes_like(collection: Collection, words: str) -> list[Suggestion]:
    """The quotes of the queue that have some words."""
    return [one for one in suggestions.review_queue(collection) if one.kind == "quote" and words in one.exact]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("$3 million", "$3,000,000"),
        ("July 15, 2024", "15 July 2024"),
        ("July 15, 2024", "Jul. 15, 2024"),
        ("July 15, 2031", "July 15"),
        ("$3 million", "5 percent of it|five percent of it"),
        ("$3 million", "1,000 homes|1000 homes"),
        ("$3 million", "30 homes|thirty homes"),
        ("$3 million", "TRY 3 million in all|3 million lira in all"),
        ("$3 million", "3 million rupees in all|PKR 3 million in all"),
        ("$3 million", "1,200 in all|1200 in all"),
        ("July 15, 2024", "Jul. 15|July 15"),
        ("by July 15, 2024", "within 3 months|within three months"),
    ],
)
def test_the_same_figures_and_days_in_other_writing_are_not_put_on_record_twice_without_a_question(
    collection, here, there
):
    here, (first, *second) = here.replace("2031", "2024"), there.split("|")
    told = [PIER.replace(here, first), PIER.replace(here, *second)] if second else [PIER, PIER.replace(here, first)]
    for number, words in enumerate(told):
        text = "\n\n".join([SENTENCES[number], SENTENCES[9], words, SENTENCES[10]])
        article = add(collection, text, f"{number}.txt", published="2024-03-01", published_precision="day")
        update_passages(collection)
        suggestions.suggestions_for(collection, article)
    for one in quotes_like(collection, "pier in Skerry"):
        with suppress(verdicts.DiffersFromRecord):
            verdicts.accept(collection, one)
    assert [kind for kind, _ in on_record(collection)] == ["quote"]
    assert [entry.kind for entry in registers.variants(collection)] == ["quote"]


@pytest.mark.parametrize("places", [("a", "a", "a"), ("a", "b", "c"), ("a", "b", "b")])
@pytest.mark.parametrize("third", ["first", "second"])
def test_of_a_variant_on_record_no_copy_is_asked_about(collection, places, third):
    other = PIER.replace("2024", "2025").replace("$3", "$5")
    told: dict[str, list[str]] = {}
    for place, words in zip(places, (PIER, other, PIER if third == "first" else other), strict=True):
        told.setdefault(place, []).append(words)
    for number, (place, words) in enumerate(told.items()):
        text = "\n\n".join([SENTENCES[number], SENTENCES[9], *words, SENTENCES[10]])
        article = add(collection, text, f"{place}.txt")
        update_passages(collection)
        suggestions.suggestions_for(collection, article)
    for day in ("2024", "2025"):
        verdicts.accept(collection, quotes_like(collection, f"July 15, {day}")[0])
    assert registers.variants(collection) == []
    assert quotes_like(collection, "pier in Skerry") == []
    assert list(check(collection)) == []
    rebuild_passages(collection)
    assert registers.variants(collection) == []
    history.undo(collection)
    waiting = [entry.words for entry in registers.variants(collection)]
    assert len(waiting) == (1 if third == "first" else 2)
    assert all("2025" in words for words in waiting)


def test_a_variant_that_was_rejected_is_no_record_of_its_own_but_may_be_the_same(collection):
    article = add(collection, f"Pier\n\n{PIER}\n\n{PIER.replace('$3', '$5')}\n")
    suggestions.suggestions_for(collection, article)
    verdicts.accept(collection, quotes_like(collection, "$3 million")[0])
    verdicts.reject(collection, quotes_like(collection, "$5 million")[0])
    (entry,) = registers.variants(collection)
    records.decide(collection, entry.uid, entry.text, entry.start, "parted")
    assert quotes_like(collection, "pier") == []


def test_what_differs_in_other_words_is_decided_as_a_variant_and_may_come_back_from_there(collection):
    other = PIER.replace("new pier", "big pier")
    article = add(collection, f"Pier\n\n{PIER}\n\n{other}\n")
    suggestions.suggestions_for(collection, article)
    differs = "It differs from what is on record: V asks whether it is the same."
    assert sorted(accept_all(collection)) == ["", "", differs, differs]
    assert suggestions.review_queue(collection) == []
    for entry in registers.variants(collection):
        assert entry.words != entry.home
        records.decide(collection, entry.uid, entry.text, entry.start, "parted")
    assert [one.exact[:28] for one in suggestions.review_queue(collection)] == [other[:28]] * 2
    assert accept_all(collection) == ["", ""]
