"""Records on the copies of their passage in other articles: counted once, never where a word differs, undoable."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from recycling import SENTENCES

from store import articles, records
from store.analysis.meaning import essence
from store.check import check
from store.collection import open_collection
from store.events import Change
from store.history import act, redo, undo
from store.importing import import_items
from store.model import SavedArticle
from store.passage_building import rebuild_passages, update_passages
from store.passages import look_for_pending
from store.purge import purge
from store.registers import places, quotes, variants

QUOTE = "“We will build two bridges for 500 million crowns by 2031, and we will not ask the lakes to pay for them,”"
STORY = f"{SENTENCES[0]}\n{QUOTE} Orrin said after the talks in the town hall.\n{SENTENCES[3]}\n"


@pytest.fixture
def take(collection):
    """Imports a text as an article and brings the passages up to date; gives its uid."""

    def taker(text: str, title: str, path: str = "") -> str:
        import_items(collection, [SavedArticle(text, title=title, path=path)])
        update_passages(collection)
        return str(collection.read.execute("SELECT uid FROM article WHERE title = ?", [title]).fetchone()[0])

    return taker


def tag(collection, uid: str, words: str = QUOTE) -> str:
    (body,) = collection.read.execute(
        "SELECT body FROM article JOIN text ON sha256 = text WHERE article.uid = ?", [uid]
    ).fetchone()
    start = body.index(words)
    return records.tag(collection, "quote", uid, [("content", start, start + len(words))])


def shown(collection, uid: str) -> list[tuple[str, str]]:
    """Kind and words of the places of records on an article's page."""
    reading = articles.open_reading(collection, articles.find(collection, uid).id)
    return [(place.kind, reading.text[place.start : place.end]) for place in reading.places]


def test_a_record_shows_on_copies_in_other_articles_and_counts_once(collection, take):
    home, other = take(f"Home.\n{STORY}", "home"), take(f"{SENTENCES[5]}\n{STORY}", "other")
    record = tag(collection, home)
    assert shown(collection, home) == [("home", QUOTE)]
    assert shown(collection, other) == [("copy", QUOTE)]
    counted = records.get(collection, record)
    assert (counted.copies_here, counted.copies_elsewhere, counted.variants) == (0, 1, 0)
    start = len(f"{SENTENCES[5]}\n{SENTENCES[0]}\n")
    (places,) = collection.read.execute("SELECT places FROM quotes_flat").fetchone()
    assert places == f"{articles.find(collection, other).id}:{start}-{start + len(QUOTE)}"
    reading = articles.open_reading(collection, articles.find(collection, other).id)
    assert [known.uid for known in reading.records] == [record]
    assert len(records.list_records(collection, "quote")) == 1
    with pytest.raises(records.AlreadyThere):
        tag(collection, other)


def test_a_record_is_carried_over_onto_an_article_that_arrives_later(collection, take):
    home = take(f"Home.\n{STORY}", "home")
    tag(collection, home)
    later = take(f"{SENTENCES[5]}\n{STORY.replace('“', '«').replace('”', '»')}", "later")
    assert shown(collection, later) == [("copy", QUOTE.replace("“", "«").replace("”", "»"))]


def test_the_places_of_a_record_are_listed_each_once_and_variants_by_their_paragraph(collection, take):
    home = take(f"Home.\n\n \n{STORY}", "home")
    changed = STORY.replace("500 million", "5 billion")
    for title, text in (("twice", f"{STORY}\n{STORY}"), ("changed", f"{SENTENCES[5]}\n\n{changed}")):
        take(text, title)
    record = tag(collection, home)
    listed = [(place.title, place.kind, place.words) for place in places(collection, record)]
    assert listed[0] == ("home", "home", QUOTE)
    assert sorted(listed[1:]) == [
        ("changed", "variant", QUOTE.replace("500 million", "5 billion")),
        ("twice", "copy", QUOTE),
        ("twice", "copy", QUOTE),
    ]
    (waiting,) = variants(collection)
    assert (waiting.home_paragraph, waiting.paragraph) == (3, 3)
    assert [entry.copies for entry in quotes(collection)] == [2]


@pytest.mark.parametrize(
    ("old", "new"), [("500 million", "5 billion"), ("will not ask", "will ask"), ("2031", "2032"), ("two", "twelve")]
)
def test_a_changed_figure_or_dropped_not_is_a_variant_that_waits(collection, take, old, new):
    home = take(f"Home.\n{STORY}", "home")
    record = tag(collection, home)
    other = take(f"{SENTENCES[5]}\n{STORY.replace(old, new)}", "other")
    assert shown(collection, other) == [("variant", QUOTE.replace(old, new))]
    assert records.get(collection, record).copies_elsewhere == 0
    assert [(entry.title, entry.words) for entry in variants(collection)] == [("other", QUOTE.replace(old, new))]


def test_a_decision_lands_on_the_place_that_was_seen_whatever_was_parted_before(collection, take):
    record = tag(collection, take(f"Home.\n{STORY}", "home"))
    for year in (2032, 2033, 2034):
        take(f"{SENTENCES[year % 7]}\n{STORY.replace('2031', str(year))}", str(year))
    first, second, third = variants(collection)
    records.decide(collection, record, first.text, first.start, "parted")
    records.decide(collection, record, second.text, second.start, "joined")
    assert [entry.title for entry in variants(collection)] == [third.title]
    kinds = {
        title: [place.kind for place in articles.open_reading(collection, number).places]
        for title, number in collection.read.execute("SELECT title, id FROM article").fetchall()
    }
    assert kinds == {"home": ["home"], first.title: [], second.title: ["copy"], third.title: ["variant"]}


def test_joining_and_parting_are_undone_and_outlive_a_rebuild(collection, take):
    home = take(f"Home.\n{STORY}", "home")
    record = tag(collection, home)
    other = take(f"{SENTENCES[5]}\n{STORY.replace('2031', '2032')}", "other")
    same = take(f"{SENTENCES[7]}\n{STORY}", "same")
    (entry,) = variants(collection)
    records.decide(collection, record, entry.text, entry.start, "joined")
    assert [kind for kind, _ in shown(collection, other)] == ["copy"]
    undo(collection)
    assert [kind for kind, _ in shown(collection, other)] == ["variant"]
    redo(collection)
    reading = articles.open_reading(collection, articles.find(collection, same).id)
    records.decide(collection, record, reading.text_sha256, reading.places[0].start, "parted")
    assert shown(collection, same) == []
    rebuild_passages(collection)
    assert [kind for kind, _ in shown(collection, other)] == ["copy"]
    assert shown(collection, same) == []
    undo(collection)
    assert [kind for kind, _ in shown(collection, same)] == ["copy"]


def test_a_deleted_record_shows_nowhere(collection, take):
    home, other = take(f"Home.\n{STORY}", "home"), take(f"{SENTENCES[5]}\n{STORY}", "other")
    record = tag(collection, home)
    records.delete(collection, record)
    assert shown(collection, other) == []
    undo(collection)
    assert [kind for kind, _ in shown(collection, other)] == ["copy"]


def test_an_article_that_loses_the_passage_loses_the_place(collection, take):
    home, other = take(f"Home.\n{STORY}", "home"), take(f"{SENTENCES[5]}\n{STORY}", "other", path="p")
    tag(collection, home)
    import_items(collection, [SavedArticle(f"{SENTENCES[5]}\n{SENTENCES[0]}\n{SENTENCES[3]}\n", path="p")])
    update_passages(collection)
    assert shown(collection, other) == []
    assert collection.read.execute("SELECT count(*) FROM place").fetchone() == (0,)


def test_the_article_in_between_holds_the_ends_of_a_chain_together(collection, take):
    block = SENTENCES[0].split()
    far = " ".join(w if k % 3 else f"other{k}" for k, w in enumerate(block))
    texts = (f"Home.\n{QUOTE} {SENTENCES[0]}\n", f"Mid.\n{QUOTE} {SENTENCES[0]} {far}\n", f"Far.\n{QUOTE} {far}\n")
    home, middle, end = (take(text, name) for text, name in zip(texts, "abc", strict=True))
    tag(collection, home)
    assert [kind for kind, _ in shown(collection, end)] == ["copy"]
    purge(collection, middle)
    update_passages(collection)
    assert [kind for kind, _ in shown(collection, end)] == ["copy"]
    assert list(check(collection)) == []


def test_an_article_that_unites_two_passages_carries_records_between_them(collection, take):
    left = f"{QUOTE} Orrin said. {SENTENCES[1]}"
    home = take(f"Home.\n{left}\n", "home")
    tag(collection, home)
    before = collection.read.execute("SELECT count(*) FROM place").fetchone()[0]
    take(f"Mine.\n{left} {SENTENCES[2]}\n", "both")
    assert collection.read.execute("SELECT count(*) FROM place").fetchone()[0] == before + 1


@pytest.mark.parametrize("gone", [True, False])
def test_places_stay_when_the_text_that_others_are_compared_with_goes_or_has_a_second_article(collection, gone):
    names = "abcdef"
    stories = [
        SavedArticle(f"{SENTENCES[k]}\n{QUOTE}\n", url=f"https://{name}.example/1", outlet=name)
        for k, name in enumerate(names)
    ]
    import_items(collection, stories)
    update_passages(collection)
    by_text = collection.read.execute("SELECT article.uid, body FROM article JOIN text ON sha256 = text ORDER BY text")
    (first, body), *_, (last, _) = by_text.fetchall()
    record = tag(collection, last)
    if gone:
        purge(collection, first)
    else:
        import_items(collection, [SavedArticle(body, url="https://again.example/1", outlet="Again")])
    update_passages(collection)
    assert records.get(collection, record).copies_elsewhere == len(names) - 1 + (-1 if gone else 1)


def test_incremental_places_are_those_of_a_rebuild(collection, take):
    home = take(f"Home.\n{STORY}\n{STORY}", "home")
    tag(collection, home)
    for k in range(6):
        take(f"{SENTENCES[6 + k % 3]} {k}\n{STORY if k % 2 else STORY.replace('two', f'{k} or so')}", f"n{k}")
    query = 'SELECT annotation, text, "start", "end", kind FROM place ORDER BY text, "start"'
    kept = collection.read.execute(query).fetchall()
    assert len(kept) == 7
    rebuild_passages(collection)
    assert collection.read.execute(query).fetchall() == kept


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_no_edit_inside_a_records_words_ever_carries_over_by_itself(tmp_path_factory, data):
    """Whatever is put in, taken out or changed inside the words: the place is a variant, or none."""
    at = data.draw(st.integers(1, len(QUOTE) - 1))
    size = data.draw(st.integers(0, 12))
    put = data.draw(
        st.sampled_from(["", "not ", " no", "5", "-", "bn", "%", "$", "?", "over ", "nearly", "1,", ".5", "²", "Tarn"])
    )
    edited = QUOTE[:at] + put + QUOTE[at + size :]
    assume(essence(edited) != essence(QUOTE))
    collection = open_collection(tmp_path_factory.mktemp("edits") / "c.db")
    try:
        later = data.draw(st.booleans())
        first = SavedArticle(f"Home.\n{STORY}", title="home")
        second = SavedArticle(f"{SENTENCES[5]}\n{STORY.replace(QUOTE, edited)}", title="other")
        import_items(collection, [first] if later else [first, second])
        look_for_pending(collection)
        update_passages(collection)
        tag(collection, articles.find(collection, "1").uid)
        import_items(collection, [second])
        update_passages(collection)
        places = shown(collection, articles.find(collection, "2").uid)
        assert all(kind == "variant" for kind, _ in places), (edited, places)
    finally:
        collection.close()


def test_the_very_same_text_in_another_article_is_a_place_of_the_record_too(collection):
    story = f"{STORY}{STORY}"
    saved = [
        SavedArticle(story, title=name, outlet=name, url=f"https://{name}.example/1") for name in ("Herald", "Gazette")
    ]
    import_items(collection, saved)
    update_passages(collection)
    look_for_pending(collection)
    herald, gazette = (articles.find(collection, f"https://{name}.example/1") for name in ("Herald", "Gazette"))
    record = tag(collection, herald.uid)
    first, second = story.index(QUOTE), story.rindex(QUOTE)
    counted = records.get(collection, record)
    assert (counted.copies_here, counted.copies_elsewhere) == (1, 2)
    told = collection.read.execute("SELECT copies_here, copies_elsewhere, places FROM quotes_flat").fetchone()
    spans = [(gazette.id, first), (herald.id, second), (gazette.id, second)]
    assert told[:2] == (1, 2)
    assert told[2].split("; ") == [f"{number}:{at}-{at + len(QUOTE)}" for number, at in spans]
    found = [(place.article, place.start, place.kind) for place in places(collection, record)]
    assert found == [
        (herald.id, first, "home"),
        (herald.id, second, "copy"),
        (gazette.id, first, "copy"),
        (gazette.id, second, "copy"),
    ]


@pytest.mark.parametrize("verdict", ["parted", "joined"])
@pytest.mark.parametrize("decided_first", [True, False])
def test_what_was_decided_is_not_asked_the_other_way_round(collection, take, verdict, decided_first):
    home, other = take(f"Home.\n{STORY}", "home"), take(f"{SENTENCES[5]}\n{STORY.replace('2031', '2032')}", "other")
    record = tag(collection, home)
    (entry,) = variants(collection)
    if decided_first:
        records.decide(collection, record, entry.text, entry.start, verdict)
    back = tag(collection, other, QUOTE.replace("2031", "2032")[3:])
    if not decided_first:
        assert len(variants(collection)) == 2
        records.decide(collection, record, entry.text, entry.start, verdict)
    assert variants(collection) == []
    assert records.get(collection, back).copies_elsewhere == (verdict == "joined")
    assert list(check(collection)) == []
    rebuild_passages(collection)
    assert variants(collection) == []
    if not decided_first:
        undo(collection)
        assert len(variants(collection)) == 2


def test_of_a_quote_in_two_pieces_both_are_told(collection, take):
    home = take(f"Home.\n{STORY}", "home")
    take(f"{SENTENCES[5]}\n{STORY.replace('2031, and', '2031, but')}", "other")
    pieces = ("“We will build two", "for 500 million crowns by 2031, and we will not")
    (body,) = collection.read.execute("SELECT body FROM text WHERE body LIKE 'Home.%'").fetchone()
    spans = [("content", body.index(piece), body.index(piece) + len(piece)) for piece in pieces]
    records.tag(collection, "quote", home, spans)
    (entry,) = variants(collection)
    assert entry.home == " […] ".join(pieces)
    assert entry.words == " […] ".join(pieces).replace("and", "but")
    assert (entry.paragraph, entry.home_paragraph) == (3, 3)


def tag_said(collection, home: str, source: str, cue: str) -> str:
    """Put the quote on record with who said it and the verb."""
    (body,) = collection.read.execute(
        "SELECT body FROM article JOIN text ON sha256 = text WHERE article.uid = ?", [home]
    ).fetchone()
    parts = (("content", QUOTE), ("source", source), ("cue", cue))
    starts = [body.index(words, body.index(source) if role == "cue" else 0) for role, words in parts]
    spans = [(role, start, start + len(words)) for (role, words), start in zip(parts, starts, strict=True)]
    return records.tag(collection, "quote", home, spans)


def test_of_the_same_words_without_who_said_them_it_is_told_who_said_them_on_record(collection, take):
    home, _ = take(f"Home.\n{STORY}", "home"), take(f"Pulled.\n\n{SENTENCES[0]}\n{QUOTE}\n\n{SENTENCES[5]}", "other")
    tag_said(collection, home, "Orrin", "said")
    (entry,) = variants(collection)
    assert (entry.home, entry.words) == (f"{QUOTE} Orrin said", QUOTE)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("{} Councillor Bo Rell said after the talks in the town hall.", "{} Councillor Bo Rell said"),
        ("{} Councillor Bo Rell denied. The talks went on.", "{} Councillor Bo Rell denied."),
        ("Nobody came. Councillor Bo Rell wrote: {}", "Councillor Bo Rell wrote: {}"),
    ],
)
def test_of_the_same_words_of_another_it_is_told_whose_they_are_there(collection, take, told, said):
    first = told.startswith("{}")
    line = "{} Orrin said after the talks in the town hall." if first else "Minister Orrin promised: {}"
    around = (f"{SENTENCES[0]}\n", f"\n{SENTENCES[3]}\n")
    home = take("Home.\n" + line.format(QUOTE).join(around), "home")
    take(f"{SENTENCES[5]}\n" + told.format(QUOTE).join(around), "other")
    tag_said(collection, home, "Orrin", "said" if first else "promised")
    (entry,) = variants(collection)
    assert entry.words == said.format(QUOTE)
    assert entry.home == (f"{QUOTE} Orrin said" if first else f"Orrin promised: {QUOTE}")


def test_words_between_pieces_that_stand_side_by_side_on_record_are_told(collection, take):
    home = take(f"Home.\n{STORY}", "home")
    take(f"{SENTENCES[5]}\n{STORY.replace('2031', '2032').replace('Orrin said', 'Orrin never said')}", "other")
    tag_said(collection, home, "Orrin", "said")
    (entry,) = variants(collection)
    assert entry.words == f"{QUOTE.replace('2031', '2032')} Orrin never said"


def test_who_is_named_inside_the_words_is_told_there_only(collection, take):
    home = take(f"Home.\n{STORY}", "home")
    take(f"{SENTENCES[5]}\n{STORY.replace('the lakes', 'Councillor Rell')}", "other")
    (body,) = collection.read.execute("SELECT body FROM text WHERE body LIKE 'Home.%'").fetchone()
    parts = (("content", QUOTE[1:-2]), ("source", "the lakes"))
    spans = [(role, body.index(words), body.index(words) + len(words)) for role, words in parts]
    records.tag(collection, "quote", home, spans)
    (entry,) = variants(collection)
    assert entry.words == QUOTE[1:-2].replace("the lakes", "Councillor Rell")


def test_pieces_of_a_record_that_are_gone_or_inside_another_are_not_told(collection, take):
    home = take(f"Home.\n{STORY}", "home")
    take(f"{SENTENCES[5]}\n{STORY.replace('2031', '2032')}", "other")
    (body,) = collection.read.execute("SELECT body FROM text WHERE body LIKE 'Home.%'").fetchone()
    pieces = ("build two", "for 500 million crowns by 2031", "crowns")
    at = [("content", body.index(piece), body.index(piece) + len(piece)) for piece in pieces]
    record = records.tag(collection, "quote", home, [*at[:2], ("source", *at[2][1:])])
    assert [entry.home for entry in variants(collection)] == [" […] ".join(pieces[:2])]
    first = records.get(collection, record).content[0].uid
    act(collection, "take a piece away", [Change("span", first, {"state": "deleted"})])
    (entry,) = variants(collection)
    assert (entry.home, entry.words) == (pieces[1], pieces[1].replace("2031", "2032"))
    records.delete(collection, record)
    assert variants(collection) == []


def test_a_decision_on_a_quote_settles_neither_other_words_nor_a_commitment(collection, take):
    home, other = take(f"Home.\n{STORY}", "home"), take(f"{SENTENCES[5]}\n{STORY.replace('2031', '2032')}", "other")
    record = tag(collection, home)
    (entry,) = variants(collection)
    records.decide(collection, record, entry.text, entry.start, "parted")
    tag(collection, other, "crowns by 2032")
    assert [entry.home for entry in variants(collection)] == ["crowns by 2032"]
    (body,) = collection.read.execute(
        "SELECT body FROM article JOIN text ON sha256 = text WHERE article.uid = ?", [other]
    ).fetchone()
    start = body.index("We will build")
    records.tag(collection, "commitment", other, [("content", start, body.index("2032") + 4)])
    assert [entry.kind for entry in variants(collection)].count("commitment") == 1
