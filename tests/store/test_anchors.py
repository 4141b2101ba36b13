"""Articles imported again with a changed text: records go along where their place is certain, or ask."""

import random
import tempfile
from contextlib import closing
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from store import articles, records, registers
from store.check import check
from store.collection import open_collection
from store.importing import import_items
from store.model import SavedArticle
from store.passages import look_for_pending

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
            assert (anchor.start, anchor.end) == truth
        assert list(check(collection)) == []


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


def test_a_row_tells_the_spans_of_one_version_only(collection, add, span):
    old = "First para here. “We will build two bridges,” he said on the hill, “and forty ferries for Umber by 2031.”\n"
    uid = add(f"{old}End of the text with other words.\n", url=URL)
    parts = ("“We will build two bridges,”", "“and forty ferries for Umber by 2031.”")
    records.tag(collection, "quote", uid, [("content", *span(old, part)) for part in parts])
    changed = AHEAD + old.replace("and forty ferries for Umber by 2031", "but no ships whatever")
    add(f"{changed}End of the text with other words.\n", url=URL)
    query = 'SELECT exact, "start", "end", needs_look FROM quotes_flat'
    assert collection.read.execute(query).fetchall() == [(parts[0], *span(changed, parts[0]), 1)]
