"""Passages across a collection: found, grouped the same in every order, and kept in step with its articles."""

import random
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recycling import SENTENCES, grouping

from store.check import check
from store.collection import open_collection
from store.importing import import_items
from store.model import SavedArticle
from store.passage_building import rebuild_passages, update_passages
from store.passage_search import COMMON
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


def test_edited_copies_belong_to_the_passage(collection):
    block = " ".join(SENTENCES[:4])
    edited = block.replace("Monday", "Tuesday").replace("barley and ", "").replace("“", '"').replace(",", " –")
    import_items(collection, [SavedArticle(f"{SENTENCES[7]}\n{block}\n"), SavedArticle(f"{edited}\n{SENTENCES[8]}\n")])
    update_passages(collection)
    (passage,) = grouping(collection.read)
    assert {words(collection.read, place) for place in passage} == {block, edited}


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


def test_a_passage_of_hundreds_of_members_stays_one(collection):
    rng = random.Random(5)
    block = " ".join(SENTENCES[:3]).split()
    for batch in range(3):
        import_items(
            collection,
            [
                SavedArticle(
                    f"{' '.join(f'n{batch}x{k}y{i}' for i in range(15))}.\n"
                    + " ".join(w if rng.random() > 0.05 else f"w{rng.randrange(10**6)}" for w in block)
                )
                for k in range(70)
            ],
        )
        update_passages(collection)
    sizes = sorted(len(p) for p in grouping(collection.read))
    assert sizes == [210]
    assert collection.read.execute("SELECT count(DISTINCT text) FROM representative").fetchone() == (3,)


def in_order(folder, articles, cut):
    """The passages of a collection that these articles came to in this order, in two goes."""
    with closing(open_collection(folder / "c.db")) as collection:
        for part in (articles[:cut], articles[cut:]):
            import_items(collection, part)
            update_passages(collection)
        return grouping(collection.read)


@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_import_changes_nothing_of_a_passage_beyond_the_cut_off(tmp_path_factory, seed):
    rng = random.Random(seed)
    block = " ".join(SENTENCES[:3]).split()
    count = COMMON + 40
    articles = [
        saved(f"n{k}", own=" ".join(w if rng.random() > 0.05 else f"w{rng.randrange(10**6)}" for w in block))
        for k in range(count)
    ]
    ways = (articles, articles[::-1], rng.sample(articles, count))
    found = [in_order(tmp_path_factory.mktemp("order"), way, rng.randrange(count)) for way in ways]
    assert found[0] == found[1] == found[2]
    assert max(map(len, found[0])) == count


def test_a_passage_of_a_thousand_members_is_one_in_either_order(tmp_path_factory):
    articles = [saved(f"n{k}", 0) for k in range(1000)]
    found = [in_order(tmp_path_factory.mktemp("order"), way, 500) for way in (articles, articles[::-1])]
    assert found[0] == found[1]
    assert max(map(len, found[0])) == 1000


ARTICLES = st.lists(st.integers(0, len(SENTENCES) - 1), max_size=6)


@settings(max_examples=10, deadline=None)
@given(st.lists(ARTICLES, min_size=2, max_size=9), st.randoms(use_true_random=False))
def test_the_order_of_import_changes_no_grouping(tmp_path_factory, contents, rng):
    articles = [saved(f"n{k}", *sentences) for k, sentences in enumerate(contents)]
    found = []
    for way in (articles, articles[::-1], rng.sample(articles, len(articles))):
        with closing(open_collection(tmp_path_factory.mktemp("order") / "c.db")) as collection:
            cut = rng.randrange(len(way) + 1)
            for part in (way[:cut], way[cut:]):
                import_items(collection, part)
                update_passages(collection)
            found.append(grouping(collection.read))
    assert found[0] == found[1] == found[2]


@settings(max_examples=10, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["add", "again", "purge"]), st.integers(0, 5), ARTICLES), min_size=3, max_size=9)
)
def test_after_any_changes_the_passages_are_those_of_a_fresh_build(tmp_path_factory, changes):
    with closing(open_collection(tmp_path_factory.mktemp("fresh") / "c.db")) as collection:
        for what, number, sentences in changes:
            row = collection.read.execute("SELECT uid FROM article WHERE title = ?", [f"n{number}"]).fetchone()
            if what == "purge":
                if row:
                    purge(collection, row[0])
            else:
                import_items(
                    collection, [saved(f"n{number}", *sentences, own="This paragraph stays as it was at first")]
                )
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


def test_taking_the_representative_away_leaves_the_passage_together(collection):
    import_items(collection, [saved(f"n{k}", 0, 1) for k in range(20)])
    update_passages(collection)
    standing = collection.read.execute("SELECT DISTINCT text FROM representative").fetchall()
    assert standing
    for (text,) in standing:
        (uid,) = collection.read.execute(
            "SELECT uid FROM article JOIN text ON sha256 = article.text WHERE text.id = ?", [text]
        ).fetchone()
        purge(collection, uid)
    update_passages(collection)
    assert [len(p) for p in grouping(collection.read)] == [20 - len(standing)]
    assert list(check(collection)) == []
