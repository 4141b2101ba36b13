"""Passages across a collection: found, grouped the same in every order, and kept in step with its articles."""

import random
import shutil
import time
from contextlib import closing
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from recycling import SENTENCES, grouping

from store import passage_building, passage_search
from store.analysis import kinship
from store.check import check
from store.collection import open_collection
from store.importing import import_items
from store.model import SavedArticle
from store.own_files import index_folder
from store.passage_building import rebuild_passages, update_passages
from store.passage_places import alike, lots
from store.purge import purge


def saved(name: str, *sentences: int, own: str = "") -> SavedArticle:
    """An article of some of the sentences, after one of its own."""
    first = f"{name} {own or ' '.join(f'{name}{k}' for k in range(20))}."
    return SavedArticle("\n".join([first, *(SENTENCES[k] for k in sentences)]) + "\n", title=name, path=name)


def words(connection, place):
    text, start, end = place
    return connection.execute(
        "SELECT substr(body, ?, ?) FROM text WHERE sha256 = ?", [start + 1, end - start, text]
    ).fetchone()[0]


def test_the_same_words_in_three_articles_are_one_passage(collection):
    import_items(collection, [saved("a", 0, 1, 2), saved("b", 3, 0), saved("c", 0, 4)])
    assert update_passages(collection) == ""
    found = [p for p in grouping(collection.read) if len(p) == 3]
    assert len(found) == 1
    assert {words(collection.read, place) for place in found[0]} == {SENTENCES[0]}


def test_a_part_of_a_passage_that_more_articles_have_is_one_of_its_own(collection):
    import_items(collection, [saved("a", 0, 1, 2, 3), saved("b", 0, 1, 2, 3), saved("c", 3, 5)])
    update_passages(collection)
    sizes = sorted((len(p), len(words(collection.read, next(iter(p))))) for p in grouping(collection.read))
    assert sizes == [(2, len("\n".join(SENTENCES[:4]))), (3, len(SENTENCES[3]))]


def test_two_paragraphs_of_three_are_a_passage_of_their_own(collection):
    import_items(collection, [saved("a", 0, 1, 2), saved("b", 0, 1, 2), saved("c", 0, 1), saved("d", 1, 2)])
    update_passages(collection)
    found = {(words(collection.read, next(iter(p))), len(p)) for p in grouping(collection.read)}
    assert {("\n".join(SENTENCES[:3]), 2), ("\n".join(SENTENCES[:2]), 3)} <= found
    assert all(len({words(collection.read, place) for place in p}) == 1 for p in grouping(collection.read))


def test_a_passage_stands_also_in_longer_ones_whoever_was_compared_with_whom(collection):
    import_items(collection, [saved(f"n{k}", *range(k % 4 + 1)) for k in range(24)])
    update_passages(collection)
    places = collection.read.execute('SELECT passage, text, "start", "end" FROM occurrence').fetchall()
    for k in range(4):
        having = {at for at, body in collection.read.execute("SELECT id, body FROM text") if SENTENCES[k] in body}
        for text in having:
            body = collection.read.execute("SELECT body FROM text WHERE id = ?", [text]).fetchone()[0]
            low, high = body.index(SENTENCES[k]), body.index(SENTENCES[k]) + len(SENTENCES[k])
            around = {p for p, at, start, end in places if at == text and start <= low and end >= high}
            assert {at for p, at, *_ in places if p in around} == having


def test_edited_copies_belong_to_the_passage(collection):
    block = " ".join(SENTENCES[:4])
    edited = block.replace("Monday", "Tuesday").replace("barley and ", "").replace("“", '"').replace(",", " –")
    import_items(collection, [SavedArticle(f"{SENTENCES[7]}\n{block}\n"), SavedArticle(f"{edited}\n{SENTENCES[8]}\n")])
    update_passages(collection)
    (passage,) = grouping(collection.read)
    assert {words(collection.read, place) for place in passage} == {block, edited}


def test_a_passage_with_every_seventh_word_changed_is_one(collection):
    same = [f"word{k}" for k in range(140)]
    changed = [f"other{k}" if k % 7 == 6 else word for k, word in enumerate(same)]
    import_items(collection, [SavedArticle(" ".join(text), path=text[6]) for text in (same, changed)])
    update_passages(collection)
    assert [len(p) for p in grouping(collection.read)] == [2]


@pytest.mark.parametrize(("run", "times"), [(kinship.RUN, 0), (6, 1)])
def test_articles_with_but_a_turn_of_phrase_in_common_are_not_compared(collection, monkeypatch, run, times):
    compared = []
    monkeypatch.setattr(kinship, "RUN", run)
    monkeypatch.setattr(passage_search, "_compare", lambda one, other: compared.append(other) or [])
    turn = "a spokesman said on Monday that"
    texts = [
        " ".join([*(f"{name}{k}" for k in range(30)), turn, *(f"{name}{k}" for k in range(30, 60))]) for name in "pq"
    ]
    import_items(collection, [SavedArticle(text, path=text[0]) for text in texts])
    update_passages(collection)
    assert len(compared) == times


def test_a_repeat_inside_one_article_is_a_passage_and_joins_that_of_others(collection):
    import_items(collection, [saved("a", 0, 1, 5, 0, 1)])
    update_passages(collection)
    assert [len(p) for p in grouping(collection.read)] == [2]
    import_items(collection, [saved("b", 0, 1)])
    update_passages(collection)
    assert [len(p) for p in grouping(collection.read)] == [3]


def test_one_text_in_two_articles_is_a_passage_of_one_place(collection):
    text = SENTENCES[0]
    first = SavedArticle(text, outlet="Norrin Wire", url="https://norrin.example/a")
    import_items(collection, [first, SavedArticle(text, outlet="Umber Post", url="https://umber.example/b")])
    update_passages(collection)
    assert {words(collection.read, place) for (place,) in grouping(collection.read)} == {text}


def in_order(folder, articles, *cuts):
    """The passages of a collection that these articles came to in this order, in several goes."""
    with closing(open_collection(folder / "c.db")) as collection:
        for low, high in pairwise([0, *sorted(cuts), len(articles)]):
            import_items(collection, articles[low:high])
            update_passages(collection)
        return grouping(collection.read)


def test_a_passage_of_hundreds_of_edited_members_is_one_in_any_order(tmp_path_factory):
    rng = random.Random(5)
    block = " ".join(SENTENCES[:3]).split()
    articles = [
        saved(f"n{k}", own=" ".join(w if rng.random() > 0.05 else f"w{rng.randrange(10**6)}" for w in block))
        for k in range(210)
    ]
    ways = (articles, articles[::-1], rng.sample(articles, len(articles)))
    found = [in_order(tmp_path_factory.mktemp("order"), way, 70, rng.randrange(210)) for way in ways]
    assert found[0] == found[1] == found[2]
    assert [len(p) for p in found[0]] == [210]


def test_a_passage_of_a_thousand_members_with_others_inside_is_the_same_in_any_order(tmp_path_factory):
    rng = random.Random(3)
    nested = [(0,), (0, 1), (0, 1, 2), (3, 0, 1)]
    articles = [saved(f"n{k}", *nested[0 if rng.random() < 0.8 else rng.randrange(1, 4)]) for k in range(1000)]
    ways = (articles, rng.sample(articles, 1000))
    found = [in_order(tmp_path_factory.mktemp("order"), way, 400, rng.randrange(1000)) for way in ways]
    assert found[0] == found[1]
    assert max(map(len, found[0])) == 1000


ARTICLES = st.lists(st.integers(0, len(SENTENCES) - 1), max_size=6)


@st.composite
def recycled(draw):
    """What some articles are made of: sentences by number, many of them those of a few much recycled blocks."""
    blocks = draw(st.lists(ARTICLES.filter(bool), min_size=1, max_size=3))
    parts = st.one_of(
        ARTICLES,
        st.sampled_from(blocks),
        st.sampled_from(blocks).flatmap(lambda block: st.integers(0, len(block) - 1).map(lambda k: block[k:])),
        st.sampled_from(blocks).flatmap(lambda block: ARTICLES.map(lambda more: block + more[:2])),
    )
    return draw(st.lists(parts, min_size=2, max_size=14))


@pytest.mark.parametrize("few", [passage_search.FEW, 2, 4])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(contents=recycled(), rng=st.randoms(use_true_random=False))
def test_the_order_of_import_changes_no_grouping(tmp_path_factory, monkeypatch, few, contents, rng):
    monkeypatch.setattr(passage_search, "FEW", few)  # so that a small collection has passages of many times more
    articles = [saved(f"n{k}", *sentences) for k, sentences in enumerate(contents)]
    count = len(articles)
    found = [
        in_order(tmp_path_factory.mktemp("order"), way, rng.randrange(count), rng.randrange(count))
        for way in (articles, articles[::-1], rng.sample(articles, count))
    ]
    assert found[0] == found[1] == found[2]


@st.composite
def changes(draw):
    """What happens to a collection: articles come, come again with other words, go for good, or into the bin and out."""
    contents = draw(recycled())
    what = st.tuples(
        st.sampled_from(["add", "add", "again", "purge", "update"]), st.integers(0, 9), st.sampled_from(contents)
    )
    return draw(st.lists(what, min_size=6, max_size=24))


@pytest.mark.parametrize("few", [passage_search.FEW, 2, 4])
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=changes())
def test_after_any_changes_the_passages_are_those_of_a_fresh_build(tmp_path_factory, monkeypatch, few, changes):
    monkeypatch.setattr(passage_search, "FEW", few)
    with closing(open_collection(tmp_path_factory.mktemp("fresh") / "c.db")) as collection:
        for what, number, sentences in changes:
            row = collection.read.execute("SELECT uid FROM article WHERE title = ?", [f"n{number}"]).fetchone()
            if what == "update":
                update_passages(collection)
            elif what == "purge":
                if row:
                    purge(collection, row[0])
            else:
                own = "This paragraph stays as it was at first" if what == "again" else ""
                import_items(collection, [saved(f"n{number}", *sentences, own=own)])
        update_passages(collection)
        kept = grouping(collection.read)
        rebuild_passages(collection)
        assert grouping(collection.read) == kept
        assert list(check(collection)) == []


def test_a_change_touches_only_the_passages_of_its_article(collection):
    import_items(collection, [saved("a", 0, 1), saved("b", 0, 2), saved("c", 5, 6), saved("d", 6, 5), saved("e", 0)])
    update_passages(collection)
    query = 'SELECT passage, text, "start", "end" FROM occurrence ORDER BY 1, 2, 3'
    before = collection.read.execute(query).fetchall()
    elsewhere = [row for row in before if row[1] in (3, 4)]
    assert elsewhere
    import_items(collection, [saved("a", 1, 2)])  # again, without the first sentence
    update_passages(collection)
    after = collection.read.execute(query).fetchall()
    assert [row for row in after if row[1] in (3, 4)] == elsewhere
    assert after != before


def test_taking_away_the_text_that_stands_for_a_passage_leaves_it_together(collection):
    import_items(collection, [saved(f"n{k}", 0, 1) for k in range(20)])
    update_passages(collection)
    for left in range(19, 9, -1):
        (uid,) = collection.read.execute("SELECT uid FROM article ORDER BY text LIMIT 1").fetchone()
        purge(collection, uid)
        update_passages(collection)
        assert [len(p) for p in grouping(collection.read)] == [left]
    assert list(check(collection)) == []


def test_two_texts_that_the_index_knows_by_one_name_are_told_apart(tmp_path_factory, monkeypatch):
    for module in (passage_search, passage_building):
        monkeypatch.setattr(module, "key_of", lambda sha256: int(sha256[0], 16) % 3)
    articles = [
        saved(f"n{k}", *contents) for k, contents in enumerate([(0, 1), (0,), (2,), (1, 2), (3,), (3, 0), (4,)])
    ]
    found = []
    for way in (articles, articles[::-1]):
        with closing(open_collection(tmp_path_factory.mktemp("keys") / "c.db")) as collection:
            for article in way:
                import_items(collection, [article])
                update_passages(collection)
            for title in ("n1", "n4"):
                (uid,) = collection.read.execute("SELECT uid FROM article WHERE title = ?", [title]).fetchone()
                purge(collection, uid)
                update_passages(collection)
            found.append(grouping(collection.read))
    assert found[0] == found[1]
    assert sorted(len(p) for p in found[0]) == [2, 2, 2]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 40)), max_size=40))
def test_lots_are_what_hangs_together_of_parts_compared_each_with_each(found):
    parts = {(start, start + size) for start, size in found}
    left, expected = set(parts), set()
    while left:
        lot, new = set(), {next(iter(left))}
        while new:
            lot |= new
            new = {part for part in left - lot if any(alike(part, other) for other in new)}
        left -= lot
        expected.add(frozenset(lot))
    assert {frozenset(lot) for lot in lots(parts)} == expected


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"The ferry left the old harbour of Tarn at dawn on day {k}, said Minister Reyl. " for k in range(250)),
        "漢字の文章がここに続く" * 500,
    ],
    ids=["sentences", "characters"],
)
def test_an_article_that_says_one_thing_hundreds_of_times_takes_no_long_time(collection, text):
    import_items(collection, [SavedArticle(text)])
    began = time.process_time()
    update_passages(collection)
    assert time.process_time() - began < 3  # some 0.1 s; where each place is compared with each it is 20 s and more
    assert max(len(p) for p in grouping(collection.read)) >= 200


OWN = [" ".join(f"{name}{k}" for k in range(30)) for name in ("an", "be", "cu")]
CARRIERS = sorted((f"{own}.\n{SENTENCES[0]}\n{own[::-1]}.\n" for own in OWN), key=lambda t: sha256(t.encode()).digest())
"""Articles with one passage in common; the first stands for its fingerprints, so that the others are compared with it."""


def carriers(collection, *texts):
    """Import articles of these texts, each under an address of its own, which its place says."""
    addresses = [f"https://norrin.example/{k}" for k in range(len(texts))]
    saved = [SavedArticle(text, url=url, outlet=url) for text, url in zip(texts, addresses, strict=True) if text]
    import_items(collection, saved)


def only_noted(collection):
    """Begin an update and leave at once."""
    update_passages(collection, cancelled=lambda: True)


def after_rebuilding(collection):
    rebuild_passages(collection)
    return grouping(collection.read)


def test_a_text_that_goes_while_the_index_is_missing_leaves_the_others_together(collection):
    carriers(collection, *CARRIERS)
    update_passages(collection)
    carriers(collection, "quite other words")
    shutil.rmtree(index_folder(collection.path))
    update_passages(collection)
    kept = grouping(collection.read)
    assert [len(places) for places in kept] == [2]
    assert kept == after_rebuilding(collection)


@pytest.mark.parametrize("gone", ["changed", "purged"])
def test_a_text_that_goes_after_an_update_was_left_leaves_the_others_together(collection, gone):
    carriers(collection, *CARRIERS)
    update_passages(collection)
    carriers(collection, *[""] * 3, CARRIERS[0])  # in another article too
    only_noted(collection)
    if gone == "changed":
        carriers(collection, "quite other words", *[""] * 2, "and still others")
    else:
        for (uid,) in collection.read.execute("SELECT uid FROM article WHERE id IN (1, 4)").fetchall():
            purge(collection, uid)
    update_passages(collection)
    kept = grouping(collection.read)
    assert [len(places) for places in kept] == [2]
    assert kept == after_rebuilding(collection)


def test_a_text_that_another_program_noted_as_gone_is_indexed_when_it_is_back(collection, monkeypatch):
    make = passage_building.fingerprints

    def meanwhile(texts):
        monkeypatch.setattr(passage_building, "fingerprints", make)
        with closing(open_collection(collection.path)) as other:
            carriers(other, "quite other words")
            only_noted(other)
        return make(texts)

    carriers(collection, CARRIERS[0])
    monkeypatch.setattr(passage_building, "fingerprints", meanwhile)
    update_passages(collection)
    carriers(collection, "", *CARRIERS)
    update_passages(collection)
    kept = grouping(collection.read)
    assert [len(places) for places in kept] == [3]
    assert kept == after_rebuilding(collection)
