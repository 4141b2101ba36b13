"""Articles imported again with a changed text: records go along where their place is certain, or ask."""

import random
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from store import articles, copies, marks, records, registers
from store.analysis.anchoring import reanchor
from store.anchors import carried
from store.boilerplate import hide
from store.check import check
from store.collection import open_collection
from store.history import undo
from store.importing import import_items, import_paths
from store.model import OMISSION, SavedArticle
from store.passage_building import update_passages
from store.passages import look_for_pending
from store.uniting import unite_with

URL = "https://norrin.example/story"

NAMES = "Orrin Taverne Pell Umber Veldmar Norrin Sutheria Lantern".split()
VERBS = "met praised visited warned thanked questioned joined left".split()
THINGS = "the river commission|a delegation of farmers|the port authority|two hundred teachers|the new envoy".split("|")


def sentence(seed: int) -> str:
    """An invented sentence, another for each seed."""
    rng = random.Random(seed)
    return (
        f"{rng.choice(NAMES)} {rng.choice(VERBS)} {rng.choice(THINGS)} on {rng.randint(1, 28)} May, "
        f"and said item {rng.randint(100, 999)} would follow."
    )


@settings(max_examples=40, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.data())
def test_a_span_never_moves_to_another_copy(data):
    """A block stands two or three times in the text. Sentences come, go and change; each is followed by its number."""
    block = [sentence(n) for n in range(data.draw(st.integers(1, 3)))]
    copies = data.draw(st.integers(2, 3))
    between = [[sentence(100 * c + n) for n in range(1, 1 + data.draw(st.integers(0, 3)))] for c in range(copies + 1)]
    old = [*between[0]]
    for c in range(copies):
        old += [*block, *between[c + 1]]
    tagged = data.draw(st.integers(0, len(old) - 1))
    new: list[tuple[int | None, str]] = []
    for number, words in enumerate(old):
        change = data.draw(st.sampled_from(["keep"] * 6 + ["drop", "edit", "insert"]))
        if change == "insert":
            new.append((None, sentence(5000 + number)))
        if change == "edit":
            new.append((None, words.replace("would follow", "was cancelled")))
        elif change != "drop":
            new.append((number, words))
    text, start = "\n".join(old), sum(len(words) + 1 for words in old[:tagged])
    span = (start, start + len(old[tagged]))
    changed = "\n".join(words for _, words in new) + "\nUpdated."
    place, truth = 0, None
    for number, words in new:
        if number == tagged:
            truth = (place, place + len(words))
        place += len(words) + 1
    with tempfile.TemporaryDirectory() as folder, closing(open_collection(Path(folder, "a.db"))) as collection:
        import_items(collection, [SavedArticle(text, url=URL)])
        (uid,) = collection.read.execute("SELECT uid FROM article").fetchone()
        record = records.tag(collection, "quote", uid, [("content", *span)])
        assert import_items(collection, [SavedArticle(changed, url=URL)]).versions == 1
        (anchor,) = records.get(collection, record).anchors
        assert anchor.exact == old[tagged]
        if anchor.needs_look:
            assert (anchor.start, anchor.end) == span, "what needs a look stays on the text it was made on"
        else:
            assert (anchor.start, anchor.end) == truth or not told_apart(old, new, changed[: anchor.start], tagged)
        assert list(check(collection)) == []


def told_apart(old: list[str], new: list[tuple[int | None, str]], before: str, tagged: int) -> bool:
    """Whether the line after `before` in the new text stands beside a sentence that only another copy stood beside.

    Where all that stood around a copy is gone, nobody can tell which one is left.
    """
    at = before.count("\n")
    copy = new[at][0]
    near = [number for number, _ in new[max(0, at - 1) : at + 2] if number is not None and old.count(old[number]) == 1]
    return any(abs(number - copy) == 1 for number in near) and all(abs(number - tagged) != 1 for number in near)


def test_the_one_copy_that_is_left_is_asked_about_where_all_around_it_is_new():
    old = [sentence(n) for n in (1, 0, 101, 0, 201, 202)]
    new = [sentence(n) for n in (5003, 0, 5004, 201, 5005, 202)]
    start = len(old[0]) + 1
    (placed,) = reanchor("\n".join(old), "\n".join(new), [(start, start + len(old[1]))])
    assert placed is not None
    assert not placed.certain


PARAGRAPHS = (
    "MINSTER, 11 November (Norrin Wire) – Pell Orrin received Ana Taverne in the river palace on Monday.",
    "“We are ready to open the northern crossing before the spring,” Orrin said at the meeting.",
    "“Our peoples have lived beside one another for centuries,” Taverne answered.",
    "Trade between the two shores came to 500 million crowns last year and is expected to double.",
)


def test_the_copies_of_a_doubled_article_keep_their_own_records(add, collection, span):
    """As a scraper doubles articles: the second half repeats the first. Then a lead is put in and a word changes."""
    text = "\n".join(PARAGRAPHS * 2)
    uid = add(text, url=URL)
    first = span(text, PARAGRAPHS[1])
    second = (text.rindex(PARAGRAPHS[1]), text.rindex(PARAGRAPHS[1]) + len(PARAGRAPHS[1]))
    homes = [records.tag(collection, "quote", uid, [("content", *at)], {"role": str(at)}) for at in (first, second)]
    changed = "The shores agree.\n" + text.replace("on Monday", "on Tuesday", 1)
    add(changed, url=URL)
    anchors = [records.get(collection, home).anchors[0] for home in homes]
    assert [anchor.needs_look for anchor in anchors] == [False, False]
    assert anchors[0].start == changed.index(PARAGRAPHS[1])
    assert anchors[1].start == changed.rindex(PARAGRAPHS[1])


def test_a_record_whose_words_changed_is_kept_and_marked(add, collection, span):
    text = "\n".join(PARAGRAPHS)
    uid = add(text, url=URL)
    record = records.tag(collection, "quote", uid, [("content", *span(text, PARAGRAPHS[1]))])
    add(text.replace("before the spring", "after the harvest"), url=URL)
    anchor = records.get(collection, record).anchors[0]
    assert anchor.needs_look
    assert anchor.exact == PARAGRAPHS[1]
    assert collection.read.execute("SELECT needs_look FROM quotes_flat").fetchall() == [(1,)]


def test_an_import_says_how_many_records_need_a_look(collection, add, span):
    text = "\n".join(PARAGRAPHS)
    uid = add(text, url=URL)
    for paragraph in PARAGRAPHS[:2]:
        records.tag(collection, "quote", uid, [("content", *span(text, paragraph))])
    assert import_items(collection, [SavedArticle(f"Corrected.\n{text}", url=URL, path="page.html")]).notes == []
    changed = text.replace("before the spring", "after the harvest")
    summary = import_items(collection, [SavedArticle(changed, url=URL, path="page.html")])
    told = "1 record needs a look, L in the article: the new version may say it otherwise"
    assert (summary.versions, summary.notes) == (1, [("page.html", told)])


def test_what_needs_a_look_has_no_place_in_the_text_as_it_is_now(add, collection, span):
    text = "\n".join(PARAGRAPHS)
    uid = add(text, url=URL)
    first, second = (span(text, words) for words in PARAGRAPHS[1:3])
    lost = records.tag(collection, "quote", uid, [("content", *first)])
    half = records.tag(collection, "quote", uid, [("content", *first), ("content", *second)])
    number = articles.find(collection, uid).id
    assert registers.place_of(collection, lost) == (number, first[0])
    changed = f"A note comes first.\n{text.replace('before the spring', 'after the harvest')}"
    add(changed, url=URL)
    assert registers.place_of(collection, lost) == (number, None)
    assert registers.place_of(collection, half) == (number, changed.index(PARAGRAPHS[2])), "where the rest of it is"
    (place,) = registers.places(collection, lost)
    assert (place.article, place.start, place.kind, place.words) == (number, None, "home", PARAGRAPHS[1])


WALL = (
    "The port authority met on Tuesday in the old hall.\n"
    "Orrin Pell said the city would pay for the flood wall, which costs $5 million, by June 2032, and thanked all.\n"
    "More is to follow in the week after.\n"
)


@pytest.mark.parametrize(
    ("one", "other", "doubtful"),
    [("$5 million", "$3 million", 1), ("$5 million", "€5 million", 1), ("June 2032", "June 2034", 1),
     ("$5 million", "$3 million, down from $5 million", 1), ("by June 2032", "by June 2034, not by June 2032", 1),
     ("$5 million", "5m dollars", 0), ("thanked all", "left", 0), ("Tuesday", "Monday", 0),
     ("thanked all", "thanked 300 guests in the hall on Monday", 0)],
)  # fmt: skip
def test_a_commitment_whose_amount_or_deadline_changed_beside_its_words_needs_a_look(
    collection, add, span, one, other, doubtful
):
    uid = add(WALL, url=URL)
    fields = {"quantity": 5e6, "unit": "USD", "deadline": "2032-06-30", "deadline_text": "by June 2032"}
    words = [("content", *span(WALL, "the city would pay for the flood wall"))]
    record = records.tag(collection, "commitment", uid, words, fields)
    add(WALL.replace(one, other), url=URL)
    assert collection.read.execute("SELECT needs_look FROM commitments_flat").fetchall() == [(doubtful,)]
    add(WALL.replace("all.", "everybody."), url=URL)
    assert not records.get(collection, record).anchors[0].needs_look, "as it was promised again"
    assert list(check(collection)) == []


def test_an_amount_in_other_words_than_the_texts_is_missed_where_it_is_gone(collection, add, span):
    uid = add(WALL, url=URL)
    words = [("content", *span(WALL, "the city would pay for the flood wall"))]
    records.tag(collection, "commitment", uid, words, {"quantity": 5e6, "unit": "crowns"})
    add(WALL.replace("$5 million", "$3 million"), url=URL)
    assert collection.read.execute("SELECT needs_look FROM commitments_flat").fetchall() == [(1,)]


@pytest.mark.parametrize("unit", ["lira", "TRY"])
@pytest.mark.parametrize(
    ("more", "doubtful"), [("or 7 million lira", 1), ("or TRY 7 million", 1), ("or 7 million men", 0)]
)
def test_an_amount_in_a_currency_is_looked_at_by_its_name_too(collection, add, span, unit, more, doubtful):
    told = WALL.replace("$5 million", "5 million lira")
    uid = add(told, url=URL)
    words = [("content", *span(told, "the city would pay for the flood wall"))]
    records.tag(collection, "commitment", uid, words, {"quantity": 5e6, "unit": unit})
    add(told.replace("million lira", f"million lira {more}"), url=URL)
    assert collection.read.execute("SELECT needs_look FROM commitments_flat").fetchall() == [(doubtful,)]


def test_no_second_record_of_one_speaker_is_anchored_at_the_same_words(collection, add, span):
    uid = add(WALL, url=URL)
    first, second = span(WALL, "in the old hall"), span(WALL, "thanked all")
    one, other = (records.tag(collection, "quote", uid, [("content", *words)]) for words in (first, second))
    anchor = records.get(collection, other).anchors[0].uid
    with pytest.raises(records.AlreadyThere):
        records.place_span(collection, anchor, *first)
    records.place_span(collection, anchor, *second)
    assert {records.get(collection, record).anchors[0].start for record in (one, other)} == {first[0], second[0]}


@pytest.mark.parametrize("deadline", ["", "2031-06-30"])
@pytest.mark.parametrize(("other", "doubtful"), [("by next year", 1), ("by next month at the latest", 0)])
def test_a_commitment_whose_deadline_is_told_in_other_words_needs_a_look_where_no_day_tells_it(
    collection, add, span, deadline, other, doubtful
):
    told = WALL.replace("by June 2032", "by next month")
    uid = add(told, url=URL)
    words = [("content", *span(told, "the city would pay for the flood wall"))]
    records.tag(collection, "commitment", uid, words, {"deadline": deadline, "deadline_text": "by next month"})
    add(told.replace("by next month", other), url=URL)
    assert collection.read.execute("SELECT needs_look FROM commitments_flat").fetchall() == [(doubtful,)]


@pytest.mark.parametrize(("other", "doubtful"), [("3 million", 1), ("5bn", 1), ("5 mln", 0), ("5 million", 0)])
def test_an_amount_without_a_unit_is_looked_at_too(collection, add, span, other, doubtful):
    wall = WALL.replace("$5", "5")
    uid = add(wall, url=URL)
    words = [("content", *span(wall, "the city would pay for the flood wall"))]
    records.tag(collection, "commitment", uid, words, {"quantity": 5e6, "unit": ""})
    add(wall.replace("5 million", other).replace("thanked all", "left"), url=URL)
    assert collection.read.execute("SELECT needs_look FROM commitments_flat").fetchall() == [(doubtful,)]


def test_an_analyst_can_place_a_record_that_needs_a_look(add, collection, span):
    text = "\n".join(PARAGRAPHS)
    uid = add(text, url=URL)
    record = records.tag(collection, "quote", uid, [("content", *span(text, PARAGRAPHS[1]))])
    changed = text.replace("before the spring", "after the harvest")
    add(changed, url=URL)
    there = span(changed, PARAGRAPHS[1].replace("before the spring", "after the harvest"))
    records.place_span(collection, records.get(collection, record).anchors[0].uid, *there)
    anchor = records.get(collection, record).anchors[0]
    assert (anchor.needs_look, anchor.start, anchor.end) == (False, *there)
    assert list(check(collection)) == []


def test_a_text_that_comes_back_is_no_new_version(add, collection):
    for text in ("First text of it.", "Second text of it."):
        add(text, url=URL)
    summary = import_items(collection, [SavedArticle("First text of it.", url=URL)])
    assert (summary.added, summary.already, summary.versions) == (0, 1, 0)


SILO = "Norrin opens a silo.\nMinister Ana Bell said Norrin would {} {} tonnes of grain{}, and left the hall.\nMore follows.\n"
STORE, KEEP = SILO.format("store", "40,000", " by 30 September 2031"), "store 40,000 tonnes of grain"
TERMS = {"quantity": 40_000.0, "unit": "tonnes", "deadline": "2031-09-30"}
LESS = SILO.format("keep", "30,000", " by 31 October 2031")


@pytest.fixture
def silo(add, collection, span):
    """The uid of a commitment whose sentence said less in the next version, where it was placed by hand."""
    uid = add(STORE, url=URL, published="2031-01-02")
    record = records.tag(collection, "commitment", uid, [("content", *span(STORE, KEEP))], TERMS)
    add(LESS, url=URL)
    assert not place(collection, record, span(LESS, "keep 30,000 tonnes of grain"))
    return record


def place(collection, record, at):
    return records.place_span(collection, records.get(collection, record).anchors[0].uid, *at)


def asks(collection):
    ((needs_look, exact),) = collection.read.execute("SELECT needs_look, exact FROM commitments_flat").fetchall()
    return needs_look, exact


def test_a_commitment_placed_where_other_terms_are_said_asks_until_they_are_corrected(silo, collection):
    assert asks(collection) == (1, "keep 30,000 tonnes of grain")
    records.edit(collection, silo, {"quantity": 30_000.0})
    assert asks(collection)[0], "its deadline is another still"
    records.edit(collection, silo, {"deadline": "2031-10-31"}, "as said since")
    assert not asks(collection)[0]
    undo(collection)
    assert asks(collection)[0]
    assert list(check(collection)) == []


def test_a_commitment_placed_where_other_terms_are_said_is_confirmed_by_placing_it_again(silo, collection, span):
    assert place(collection, silo, span(LESS, "keep 30,000 tonnes of grain"))
    assert not asks(collection)[0]
    add_end = LESS.replace("More follows", "Nothing follows")
    import_items(collection, [SavedArticle(add_end, url=URL)])
    assert not asks(collection)[0], "what was confirmed is so in the next version"


@pytest.mark.parametrize("amounts", ["30,000", "some"])
def test_a_commitment_in_doubt_goes_on_asking_in_the_next_version(add, collection, span, amounts):
    uid = add(STORE, url=URL, published="2031-01-02")
    record = records.tag(collection, "commitment", uid, [("content", *span(STORE, KEEP))], TERMS)
    less = SILO.format("keep", amounts, "")
    add(less, url=URL)
    assert not place(collection, record, span(less, f"keep {amounts} tonnes of grain"))
    later = f"A line comes first.\n{less}"
    add(later, url=URL)
    assert asks(collection) == (1, f"keep {amounts} tonnes of grain")
    assert records.get(collection, record).anchors[0].start == later.index("keep")
    records.edit(collection, record, {"quantity": 30_000.0 if amounts == "30,000" else None, "deadline": ""})
    assert not asks(collection)[0]


def test_a_commitment_whose_sentence_says_more_is_settled_by_its_terms_only(add, collection, span):
    uid = add(STORE, url=URL, published="2031-01-02")
    record = records.tag(collection, "commitment", uid, [("content", *span(STORE, KEEP))], TERMS)
    more = SILO.format("store", "40,000", " by 30 September 2031 and 70,000 tonnes by 31 October 2031")
    add(more, url=URL)
    assert not place(collection, record, span(more, KEEP))
    records.edit(collection, record, {}, "ask the clerk")
    assert asks(collection)[0], "a note corrects nothing"
    add(f"A line comes first.\n{more}", url=URL)
    assert asks(collection)[0], "its sentence is what it was in doubt for"


def test_a_commitment_in_doubt_is_not_confirmed_by_other_words(silo, collection, span):
    assert not place(collection, silo, span(LESS, "More follows"))
    assert asks(collection) == (1, "More follows")


def test_a_quote_placed_by_hand_is_settled_whatever_it_says(add, collection, span):
    uid = add(STORE, url=URL)
    record = records.tag(collection, "quote", uid, [("content", *span(STORE, KEEP))])
    add(LESS, url=URL)
    assert place(collection, record, span(LESS, "keep 30,000 tonnes of grain"))


@pytest.mark.parametrize("kind", ["quote", "commitment"])
def test_a_record_is_settled_where_the_text_is_again_what_it_was(collection, span, tmp_path, kind):
    saved = tmp_path / "saved.txt"
    texts = [STORE, LESS, STORE]
    for number, text in enumerate(texts):
        saved.write_text(text, encoding="utf-8")
        summary = import_paths(collection, [saved])
        if not number:
            (uid,) = collection.read.execute("SELECT uid FROM article").fetchone()
            terms = TERMS if kind == "commitment" else {}
            record = records.tag(collection, kind, uid, [("content", *span(STORE, KEEP))], terms)
        (anchor,) = records.get(collection, record).anchors
        assert anchor.needs_look == (text == LESS)
        assert any("needs a look" in reason for _, reason in summary.notes) == (text == LESS)
    assert anchor.exact == KEEP
    assert list(check(collection)) == []


def test_a_record_in_doubt_is_not_settled_where_the_text_that_it_was_placed_in_comes_back(silo, collection, tmp_path):
    saved = tmp_path / "saved.txt"
    lost = "Norrin opens a silo.\nNobody said anything of it.\nMore follows.\n"
    for text in (f"{LESS}Anew.\n", lost, f"{LESS}Anew.\n"):
        import_items(collection, [SavedArticle(text, url=URL, path=str(saved))])
        assert asks(collection) == (1, "keep 30,000 tonnes of grain")


TALK = (
    "The ministry of works spoke on Monday at some length in the old hall. “We will build two bridges over the Norrin "
    "by the spring of 2031,” said minister Pell Orrin in the old hall on Monday evening.\n"
)
TWICE = f"{TALK}Something else between them that is rather different.\n{TALK}"
AHEAD = "A long new opening paragraph that moves all of it down by a good bit, as corrections do, and more.\n"


def test_spans_left_on_an_earlier_version_show_on_no_copy(collection, add, span):
    words = ("“We will build two bridges over the Norrin by the spring of 2031,”", "said", "Pell Orrin")
    roles = ("content", "cue", "source")
    uid = add(TWICE, url=URL)
    where = [(role, *span(TWICE, part)) for role, part in zip(roles, words, strict=True)]
    record = records.tag(collection, "quote", uid, where)
    changed = AHEAD + TWICE.replace("said minister Pell Orrin", "noted the head of works")
    add(changed, url=URL)
    look_for_pending(collection)
    content, *left = records.get(collection, record).anchors
    assert [anchor.text == content.text for anchor in left] == [False, False]
    places = records.places_in(collection, content.text)
    assert [(place.kind, place.role, changed[place.start : place.end]) for place in places] == [
        ("home", "content", words[0]),
        ("copy", "content", words[0]),
    ]


def test_a_row_tells_all_words_as_they_were_tagged_and_the_place_of_those_that_have_one(collection, add, span):
    old = "First para here. “We will build two bridges,” he said on the hill, “and forty ferries for Umber by 2031.”\n"
    uid = add(f"{old}End of the text with other words.\n", url=URL)
    parts = ("“We will build two bridges,”", "“and forty ferries for Umber by 2031.”")
    records.tag(collection, "quote", uid, [("content", *span(old, part)) for part in parts])
    changed = AHEAD + old.replace("and forty ferries for Umber by 2031", "but no ships whatever")
    add(f"{changed}End of the text with other words.\n", url=URL)
    query = 'SELECT exact, "start", "end", needs_look FROM quotes_flat'
    assert collection.read.execute(query).fetchall() == [(OMISSION.join(parts), *span(changed, parts[0]), 1)]


def test_a_row_needs_a_look_where_only_who_spoke_is_another(collection, add, span):
    uid = add(TALK, url=URL)
    words, name = "“We will build two bridges over the Norrin by the spring of 2031,”", "Pell Orrin"
    records.tag(collection, "quote", uid, [("content", *span(TALK, words)), ("source", *span(TALK, name))])
    add(TALK.replace(name, "Ana Taverne"), url=URL)
    assert collection.read.execute("SELECT exact, needs_look FROM quotes_flat").fetchall() == [(words, 1)]


PLEDGE = (
    "The ministry will spend $500 million on three new ports along the coast before the end of 2031, the minister said "
    "on Monday in the capital.\n"
)
HOME = f"Alpha, one opening line, stands here.\n{PLEDGE}"
AWAY = f"Beta, other opening words, stand here.\n{PLEDGE}"
OTHER_URL = "https://umber.example/story"


def copies_of(collection, record):
    """How often a record shows besides its home, after all was looked for: in its own text, elsewhere, differing."""
    look_for_pending(collection)
    update_passages(collection)
    found = records.get(collection, record)
    return found.copies_here, found.copies_elsewhere, found.variants


def decide(collection, record, verdict):
    """Decide about the one place of a record besides its home."""
    text, start = collection.read.execute('SELECT text, "start" FROM place WHERE annotation = ?', [record]).fetchone()
    records.decide(collection, record, text, start, verdict)


def tag_pledge(collection, article, text):
    start = text.index(PLEDGE)
    return records.tag(collection, "commitment", article, [("content", start, start + len(PLEDGE) - 1)])


def test_a_copy_that_was_parted_stays_so_when_its_article_is_imported_again(add, collection):
    record = tag_pledge(collection, add(HOME, url=URL), HOME)
    add(AWAY, url=OTHER_URL)
    assert copies_of(collection, record) == (0, 1, 0)
    decide(collection, record, "parted")
    add(AHEAD + AWAY, url=OTHER_URL)
    assert copies_of(collection, record) == (0, 0, 0)
    add(AHEAD + HOME, url=URL)
    assert copies_of(collection, record) == (0, 0, 0)
    undo(collection)
    assert copies_of(collection, record) == (0, 1, 0)
    assert list(check(collection)) == []


def test_a_variant_that_was_joined_stays_so_when_its_article_is_imported_again(add, collection):
    record = tag_pledge(collection, add(HOME, url=URL), HOME)
    other = AWAY.replace("three new ports", "three large ports")
    add(other, url=OTHER_URL)
    assert copies_of(collection, record) == (0, 0, 1)
    decide(collection, record, "joined")
    add(AHEAD + other, url=OTHER_URL)
    assert copies_of(collection, record) == (0, 1, 0)


@pytest.mark.parametrize("change", [lambda text: AHEAD + text, lambda text: text.replace("will spend", "may spend", 1)])
def test_a_copy_in_the_same_text_that_was_parted_stays_so_on_the_next_version(add, collection, change):
    """Also where the record itself stays behind, since its words have changed, and needs a look."""
    text = f"{HOME}Between them stands this other line.\n{PLEDGE}And this is the last line.\n"
    record = tag_pledge(collection, add(text, url=URL), text)
    assert copies_of(collection, record) == (1, 0, 0)
    decide(collection, record, "parted")
    changed = change(text)
    add(changed, url=URL)
    assert copies_of(collection, record) == (0, 0, 0)
    (anchor,) = records.get(collection, record).anchors
    if anchor.needs_look:
        start = changed.rindex(PLEDGE)
        places = collection.read.execute("SELECT text, \"start\" FROM decision WHERE state = 'live'").fetchall()
        assert (anchor.text, text.rindex(PLEDGE)) in places
        assert start in [at for _, at in places]


def test_what_was_parted_in_two_articles_of_one_text_stays_so_in_both(add, collection):
    record = tag_pledge(collection, add(HOME, url=URL), HOME)
    add(AWAY, url=OTHER_URL, outlet="Umber Post")
    add(AWAY, url="https://lest.example/story", outlet="Lest Herald")
    assert copies_of(collection, record) == (0, 2, 0)
    decide(collection, record, "parted")
    for lead in (AHEAD, f"{AHEAD}{AHEAD.upper()}"):
        add(lead + AWAY, url=OTHER_URL, outlet="Umber Post")
        assert copies_of(collection, record) == (0, 0, 0)
    assert list(check(collection)) == []


def test_a_hidden_passage_stays_hidden_when_its_articles_are_imported_again(add, collection):
    for text, url in ((HOME, URL), (AWAY, OTHER_URL)):
        add(text, url=url)
    update_passages(collection)
    (passage,) = copies.ranked(collection)
    hide(collection, passage)
    for number in (1, 2):
        add(f"No. {number}. {HOME}", url=URL)
        add(f"{AWAY}Corrected again, by the desk, number {number}.\n", url=OTHER_URL)
    update_passages(collection)
    assert copies.ranked(collection) == []
    assert copies.ranked(collection, hidden=True) != []


def test_a_decision_comes_along_to_the_text_that_another_collection_has(add, collection, path):
    record = tag_pledge(collection, add(HOME, url=URL), HOME)
    add(AWAY, url=OTHER_URL)
    assert copies_of(collection, record) == (0, 1, 0)
    decide(collection, record, "parted")
    with closing(open_collection(path.with_name("other.db"))) as other:
        import_items(other, [SavedArticle(AHEAD + AWAY, url=OTHER_URL)])
        unite_with(other, collection.path)
        unite_with(collection, other.path)
        for one in (collection, other):
            assert copies_of(one, record) == (0, 0, 0)
            assert list(check(one)) == []
        events = [one.read.execute("SELECT count(*) FROM event").fetchone() for one in (collection, other)]
        unite_with(other, collection.path)
        unite_with(collection, other.path)
        assert [one.read.execute("SELECT count(*) FROM event").fetchone() for one in (collection, other)] == events


@settings(max_examples=40, deadline=None)
@given(st.lists(st.booleans(), min_size=12, max_size=12), st.lists(st.integers(0, 11), max_size=3))
def test_a_place_is_carried_to_the_nearest_word_that_stays(stays, added):
    sentences = [" ".join(f"{word}{number}" for word in NAMES) for number in range(12)]
    kept = [words for words, here in zip(sentences, stays, strict=True) if here]
    changed = list(kept)
    for at in added:
        changed.insert(at, f"Ivo Sandrel adds something else, number {at}.")
    old, new = "\n\n".join(sentences), "\n\n".join(changed)
    places = [old.index(words) for words in kept]
    for words, before, there in zip(kept, places, carried(old, new, places), strict=True):
        assert there == (new.index(words) if before else 0)
    assert all(0 <= place <= len(new) for place in carried(old, new, range(len(old) + 1)))
    assert carried(old, "", [5]) == [0]


def test_a_new_text_makes_an_article_unread_and_takes_its_places_along(collection, add):
    text = "Ferries\n\nThe ferry crosses at noon.\n\nThe harbour wall is built of stone."
    uid = add(text, url=URL)
    articles.set_read(collection, uid, True)
    articles.save_position(collection, uid, text.index("harbour"))
    marks.set_mark(collection, "a", uid, text.index("noon"))
    assert add(text, url=URL) == uid
    assert articles.find(collection, uid).read
    assert add(text.replace("The ferry", "As Mara Denholt said, the ferry"), url=URL) == uid
    now = articles.open_reading(collection, articles.find(collection, uid).id)
    assert not now.row.read
    assert list(articles.ids(collection, unread=True)) == [now.row.id]
    assert now.text[now.position :].startswith("harbour")
    (mark,) = marks.marks(collection)
    assert now.text[mark.position :].startswith("noon")
