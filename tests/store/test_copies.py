"""What is shown of passages: first seen, members in order, shares, boilerplate, and what was read already."""

import pytest
from recycling import SENTENCES

from store import articles, copies
from store.boilerplate import hide, show
from store.check import check
from store.history import redo, undo
from store.importing import import_items
from store.model import SavedArticle
from store.passage_building import update_passages
from store.purge import purge
from tui.cli import main
from tui.highlighting import region_line


@pytest.fixture
def take(collection):
    """Imports an article of an outlet and day, with some of the sentences; gives its number."""

    def taker(name: str, outlet: str, published: str, *sentences: int) -> int:
        own = " ".join(f"{name}{k}" for k in range(25))
        text = "\n".join([own + ".", *(SENTENCES[k] for k in sentences)]) + "\n"
        about = {"published": published, "published_precision": "day"} if published else {}
        import_items(collection, [SavedArticle(text, title=name, outlet=outlet, path=name, **about)])
        update_passages(collection)
        return articles.find(collection, str(collection.read.execute("SELECT max(id) FROM article").fetchone()[0])).id

    return taker


def test_first_seen_is_the_earliest_published_then_the_earliest_added(collection, take):
    later = take("later", "Umber Post", "2031-05-02", 0)
    first = take("first", "Norrin Wire", "2031-05-01", 0)
    again = take("again", "Tarn Times", "2031-05-02", 0)
    (region,) = copies.regions(collection, later)
    assert (region.first.article, region.first.outlet, region.first.published) == (first, "Norrin Wire", "2031-05-01")
    assert (region.articles, region.copy_of) == (2, None)
    among = copies.members(collection, region.passage)
    assert [member.article for member in among] == [first, later, again]
    steps = [first]
    for _ in range(3):
        here = next(member for member in among if member.article == steps[-1])
        steps.append(copies.next_member(among, here.article, here.start).article)
    assert steps == [first, later, again, first]


def test_a_copy_in_the_same_article_names_the_place_of_the_first(collection, take):
    number = take("twice", "Norrin Wire", "2031-05-01", 0, 1, 2, 0)
    original, copy = copies.regions(collection, number)
    assert original.copy_of is None
    assert copy.copy_of == (original.start, original.end)
    assert copy.articles == 0
    text = articles.open_reading(collection, number).text
    assert text[copy.start : copy.end] == SENTENCES[0]


def test_a_copy_with_another_word_is_not_the_same_word_for_word(collection):
    words = SENTENCES[0].split()
    for name, words_of_it in (("first", words), ("same", words), ("edited", [*words[:9], "never", *words[9:]])):
        text = f"{' '.join(f'{name}{k}' for k in range(25))}.\n{' '.join(words_of_it)}\n"
        import_items(collection, [SavedArticle(text, title=name, path=name)])
    update_passages(collection)
    told = {
        row.title: copies.regions(collection, row.id) for row in articles.rows(collection, articles.ids(collection))
    }
    assert {name: [region.edited for region in regions] for name, regions in told.items()} == {
        "first": [False],
        "same": [False],
        "edited": [True],
    }


def test_the_share_of_recycled_text_counts_what_stands_in_other_articles(collection, take):
    one = take("one", "Norrin Wire", "2031-05-01", 0, 1, 0)
    other = take("other", "Umber Post", "2031-05-02", 0)
    alone = take("alone", "Umber Post", "2031-05-03", 5)
    shares = copies.recycled(collection, [one, other, alone])
    lengths = {n: len(articles.open_reading(collection, n).text) for n in (one, other)}
    assert shares == {
        one: pytest.approx(2 * len(SENTENCES[0]) / lengths[one]),
        other: pytest.approx(len(SENTENCES[0]) / lengths[other]),
    }


def test_passages_are_ranked_by_members_outlets_and_days(collection, take):
    for k in range(4):
        take(f"often{k}", "Norrin Wire", "2031-05-01", 0)
    for k, outlet in enumerate(("Norrin Wire", "Umber Post", "Tarn Times")):
        take(f"wide{k}", outlet, "2031-05-02", 1)
    take("long0", "Norrin Wire", "2030-01-01", 2)
    take("long1", "Norrin Wire", "2031-01-01", 2)

    def listed(order):
        return [row.text for row in copies.rows(collection, copies.ranked(collection, order))]

    assert listed("members") == [SENTENCES[0], SENTENCES[1], SENTENCES[2]]
    assert listed("outlets")[0] == SENTENCES[1]
    assert listed("days")[0] == SENTENCES[2]
    (row,) = copies.rows(collection, copies.ranked(collection, "days", limit=1))
    assert (row.days, row.dates, row.articles, row.outlets) == (365, ("2030-01-01", "2031-01-01"), 2, 1)
    assert row.words == len(SENTENCES[2].split())


def test_no_more_is_said_of_days_than_the_copies_with_a_day_tell(collection, take, capsys):
    take("one", "Norrin Wire", "2025-07-01", 0)
    number = take("two", "Umber Post", "", 0)
    take("three", "Tarn Times", "--06-01", 0)
    (row,) = copies.rows(collection, copies.ranked(collection))
    assert (row.dates, row.days, row.undated) == (("2025-07-01",), 0, True)
    assert main(["--db", str(collection.path), "passages"]) == 0
    out = capsys.readouterr().out
    assert "3 places in 3 articles, 3 outlets, 19 words" in out
    assert "first dated 2025-07-01, Norrin Wire\n" in out
    (region,) = copies.regions(collection, number)
    told = region_line(region, articles.open_reading(collection, number), [])
    assert told == "also in 2 articles, first dated 2025-07-01, Norrin Wire"
    take("four", "Tarn Times", "2025-06", 0)
    (row,) = copies.rows(collection, copies.ranked(collection))
    assert (row.dates, row.days, row.first.published) == (("2025-07-01",), 0, "2025-06"), "a month is no day"


def test_what_one_outlet_prints_again_and_again_is_its_boilerplate(collection, take):
    numbers = [take(f"n{k}", "Norrin Wire", f"2031-05-0{k + 1}", 7) for k in range(5)]
    assert [region.boilerplate for region in copies.regions(collection, numbers[0])] == ["Norrin Wire"]
    for k in range(3):
        take(f"m{k}", f"Other {k}", "2031-06-01", 7)
    assert [region.boilerplate for region in copies.regions(collection, numbers[0])] == [""]


def test_hiding_a_passage_is_undone_and_done_again(collection, take):
    number = take("a", "Norrin Wire", "2031-05-01", 0)
    take("b", "Norrin Wire", "2031-05-02", 0)
    (passage,) = copies.ranked(collection)
    hide(collection, passage)
    assert copies.ranked(collection) == []
    assert copies.ranked(collection, hidden=True) == [passage]
    assert [region.hidden for region in copies.regions(collection, number)] == [True]
    undo(collection)
    assert copies.ranked(collection) == [passage]
    redo(collection)
    assert copies.ranked(collection) == []
    take("c", "Umber Post", "2031-05-03", 0)
    assert copies.ranked(collection) == []
    show(collection, passage)
    assert copies.ranked(collection) == [passage]
    assert list(check(collection)) == []


def test_an_article_all_of_whose_text_was_read_says_nothing_new(collection):
    texts = ["\n".join(SENTENCES[:6]), "\n".join(SENTENCES[1:5]), "\n".join(SENTENCES[4:9])]
    import_items(collection, [SavedArticle(text, title=f"n{k}") for k, text in enumerate(texts)])
    update_passages(collection)
    assert copies.nothing_new(collection) == set()
    articles.set_read(collection, articles.find(collection, "1").uid, True)
    assert copies.nothing_new(collection) == {2}
    assert sorted(articles.ids(collection, new=True)) == [3]
    assert sorted(articles.ids(collection, words="is:new")) == [3]
    assert sorted(articles.ids(collection, words="-is:new")) == [1, 2]


def test_the_fields_that_a_text_opens_with_are_neither_new_nor_recycled(collection):
    words = "\n".join(SENTENCES[:3])
    texts = [f"---\ntitle: n{k}\noutlet: {'Norrin Wire ' * 20}\n---\n{words}\n" for k in range(2)]
    import_items(collection, [SavedArticle(text, title=f"n{k}") for k, text in enumerate(texts)])
    update_passages(collection)
    assert copies.recycled(collection, [1, 2]) == {1: pytest.approx(1, abs=0.01), 2: pytest.approx(1, abs=0.01)}
    assert [one.share for one in copies.alike(collection, 1)] == [pytest.approx(1, abs=0.01)]
    articles.set_read(collection, articles.find(collection, "1").uid, True)
    assert copies.nothing_new(collection) == {2}


def test_of_a_text_that_is_nothing_but_fields_nothing_is_recycled(collection):
    fields = "".join(f"field{k}: {sentence}\n" for k, sentence in enumerate(SENTENCES[:3]))
    texts = [f"---\ntitle: n{k}\n{fields}---\n" for k in range(2)]
    import_items(collection, [SavedArticle(text, title=f"n{k}") for k, text in enumerate(texts)])
    update_passages(collection)
    assert not any(copies.recycled(collection, [1, 2]).values())


def test_articles_alike_are_listed_by_how_much_of_the_text_they_have(collection, take):
    one = take("one", "Norrin Wire", "2031-05-01", 0, 1, 2)
    little = take("little", "Umber Post", "2031-05-02", 1)
    much = take("much", "Tarn Times", "2031-05-03", 0, 1)
    alone = take("alone", "Umber Post", "2031-05-03", 5)
    first, second = copies.alike(collection, one)
    assert (first.number, first.title, first.outlet, first.published) == (much, "much", "Tarn Times", "2031-05-03")
    assert second.number == little
    body = articles.open_reading(collection, one).text
    assert first.share == pytest.approx((len(SENTENCES[0]) + len(SENTENCES[1])) / len(body), abs=0.02)
    assert copies.alike(collection, alone) == []


def test_an_article_with_another_figure_is_new_though_its_passage_was_read(collection):
    text = f"{SENTENCES[0]} It will cost 200 million crowns. {SENTENCES[1]}"
    texts = [*(text.replace("200", figure) for figure in ("200", "250", "300")), f"{text} So it is."]
    import_items(collection, [SavedArticle(body, title=f"n{k}") for k, body in enumerate(texts)])
    update_passages(collection)
    assert {one.number for one in copies.alike(collection, 1)} == {2, 3, 4}
    articles.set_read(collection, articles.find(collection, "1").uid, True)
    assert copies.nothing_new(collection) == {4}


def test_what_says_the_same_as_a_third_that_says_it_too_was_read(collection):
    """Of twelve articles with one passage most are known to be alike through the one that stands for it alone."""
    own = [" ".join(f"{name}{k}" for k in range(3)) for name in "abcdefghijkl"]
    texts = [f"{name}.\n{SENTENCES[0]} {SENTENCES[1]} {SENTENCES[2]}\n" for name in own]
    import_items(collection, [SavedArticle(text, title=text[0]) for text in texts])
    update_passages(collection)
    articles.set_read(collection, articles.find(collection, "1").uid, True)
    assert copies.nothing_new(collection) == set(range(2, 13))


def test_the_first_unread_article_is_found_in_the_order_given_and_none_that_is_gone(collection, add, monkeypatch):
    monkeypatch.setattr(articles, "LISTED", 2)
    numbers = [articles.find(collection, add(f"Ferry {n} of Norrin\n\ncrosses at noon.")).id for n in range(6)]
    for number in numbers[:3]:
        articles.set_read(collection, articles.find(collection, str(number)).uid, True)
    purge(collection, articles.find(collection, str(numbers[3])).uid)
    asked = iter([*numbers[:4], numbers[5], numbers[4]])
    assert articles.first_unread(collection, asked) == numbers[5]
    assert articles.first_unread(collection, numbers[:4]) is None
    assert articles.first_unread(collection, []) is None
