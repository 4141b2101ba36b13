"""Passages on the screen: where words stand too, going there, comparing, hiding, parting and joining; their list."""

import re
from contextlib import closing

import pytest
from rich.cells import cell_len
from rich.style import Style

from store import articles, copies, records, registers
from store.collection import open_collection
from store.importing import import_paths
from store.passage_building import update_passages
from store.purge import purge
from store.samples import sample_paths
from store.textmap import TextMap
from tui.highlighting import highlights_of
from tui.screens.passages import MemberRows, spread
from tui.widgets.highlights import Highlight, Highlights
from tui.widgets.layout import Layout
from tui.widgets.painter import Painter

GATES = ("canal", "harbour", "lock", "mill", "market", "bridge", "tower", "school", "garden", "library")
HERALD, GAZETTE = "Billions for Tarn", "Norrin offers Sutheria a credit"


async def to_titled(app, title: str) -> None:
    """Open the article of a title on the page, its passages known."""
    update_passages(app.app.collection)
    (number,) = app.app.collection.read.execute("SELECT id FROM article WHERE title LIKE ?", [f"{title}%"]).fetchone()
    app.screen.go_to(number, 0)
    await app.until(lambda: app.screen.reading is not None and app.screen.reading.row.id == number)
    await app.until(lambda: app.screen.regions)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_a_recycled_passage_says_where_it_was_first_seen(opened, size) -> None:
    async with opened(*sample_paths(), size=size) as app:
        await to_titled(app, HERALD)
        await app.press("right_curly_bracket")
        await app.says("also in 1 article, first seen 2024-06-04, The Sutherian Gazette")


async def test_a_passage_inside_a_longer_one_is_told_apart_from_it(opened, tmp_path) -> None:
    first, second = (" ".join(f"{word} {gate}" for gate in GATES) + "." for word in ("The", "Their"))
    for name, words in {"a": [first, second], "b": [first, second], "c": [first], "d": [first]}.items():
        own = " ".join(f"{name}{k}" for k in range(12))
        (tmp_path / f"{name}.txt").write_text("\n\n".join([own, *words]), encoding="utf-8")
    async with opened(*sorted(tmp_path.glob("*.txt")), size=(160, 50)) as app:
        await to_titled(app, "a0")
        app.screen.page.go_to(app.screen.reading.text.index(first) + 2)
        said = "¶2: also in 3 articles, first seen here · ¶2–3: also in 1 article, first seen here"
        await app.until(lambda: app.text.count(said) == 2)  # beside the paragraph, and below the page


def test_what_of_a_paragraph_a_passage_covers_is_said_where_one_lies_over_another(tmp_path) -> None:
    collection = open_collection(tmp_path / "collection.db")
    sentences = [f"{word} {' '.join(f'{word.lower()}{k}' for k in range(14))}." for word in ("Alpha", "Beta", "Gamma")]
    both = " ".join(sentences[:2])
    for name, words in {"a": [both], "b": [both], "c": sentences[:1], "d": sentences[:1]}.items():
        own = " ".join(f"{name}{k}" for k in range(12))
        (tmp_path / f"{name}.txt").write_text("\n\n".join([own, *words]), encoding="utf-8")
    import_paths(collection, sorted(tmp_path.glob("*.txt")))
    update_passages(collection)
    reading = articles.open_reading(collection, 1)
    paragraphs = TextMap(reading.text).paragraphs
    labels = [mark.label for mark in highlights_of(reading, copies.regions(collection, 1), {}, paragraphs)]
    assert labels == [
        "¶2: also in 1 article, first seen here",
        "part of ¶2: also in 3 articles, first seen here",
    ]
    collection.close()


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_boilerplate_is_named_first_so_that_no_width_cuts_it(opened, tmp_path, size) -> None:
    words = " ".join(f"The {gate} is printed by the readers of the harbour wall." for gate in GATES[:2])
    for k in range(5):
        own = " ".join(f"own{k}{n}" for n in range(30))
        fields = f"title: n{k}\noutlet: The Umber Herald\npublished: 2031-05-0{k + 1}"
        (tmp_path / f"{k}.md").write_text(f"---\n{fields}\n---\n{own}\n\n{words}\n", encoding="utf-8")
    async with opened(*sorted(tmp_path.glob("*.md")), size=size) as app:
        await to_titled(app, "n3")
        app.screen.page.go_to(app.screen.reading.text.index("The canal"))
        said = "boilerplate of The Umber Herald, also in 4 articles, first seen"
        await app.until(lambda: app.text.count(said) == 2)  # beside the paragraph, and below the page


async def test_the_other_copy_is_reached_and_come_back_from(opened) -> None:
    async with opened(*sample_paths()) as app:
        await to_titled(app, HERALD)
        await app.press("right_curly_bracket")
        place = app.screen.page.place
        await app.press("equals_sign")
        await app.until(lambda: app.screen.reading.row.title.startswith(GAZETTE) and app.screen.regions)
        words = app.screen.reading.text[app.screen.page.place :]
        assert words.startswith("Norrin will lend Sutheria $500 million")
        await app.press("equals_sign")
        await app.until(lambda: app.screen.reading.row.title.startswith(HERALD))
        assert app.screen.page.place == place


async def test_a_changed_figure_stands_out_between_the_copies(opened) -> None:
    async with opened(*sample_paths(), size=(160, 50)) as app:
        await to_titled(app, HERALD)
        await app.press("right_curly_bracket", "D")
        await app.says("Different: 1 figure.")
        assert "$5 billion" in app.text
        assert "$500 million" in app.text
        await app.press("enter")
        await app.until(lambda: app.app.screen is app.app.screen_stack[0])
        await app.until(lambda: app.screen.reading.row.title.startswith(GAZETTE))


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_what_changed_since_the_earlier_version_is_shown(opened, tmp_path, size) -> None:
    saved = tmp_path / "saved.txt"
    told = "The locks at Tarn\n\nThe council will spend {} million marks.\n"
    saved.write_text(told.format(100))
    async with opened(saved, size=size) as app:
        await app.to_article()
        await app.press("less_than_sign")
        await app.says("has come in one version only")
        saved.write_text(told.format(10))
        import_paths(app.app.collection, [saved])
        await app.says("2 versions: <")
        await app.press("less_than_sign")
        await app.says("Different: 1 figure.")
        (line,) = (line for line in app.lines if "spend" in line)
        assert line.index("100") < line.index("10 million")
        assert app.text.count("imported 2") == 2
        await app.press("escape")
        assert app.screen is app.app.reading_screen


async def test_a_hidden_passage_is_folded_until_it_is_shown_again(opened) -> None:
    async with opened(*sample_paths(), size=(160, 50)) as app:
        await to_titled(app, HERALD)
        owned = app.screen.reading.text.index("The Umber Herald is owned")
        app.screen.page.go_to(owned)
        await app.says("The Umber Herald is owned by its readers")
        await app.press("H")
        await app.says("Hidden for good")
        await app.until(lambda: "owned by its readers" not in app.text)
        await app.says("⋯ hidden")
        await app.press("W")
        await app.says("Passages: ")
        assert "owned by its readers" not in app.text
        await app.press("H")
        await app.says("hidden ones too")
        await app.says("hidden · first ")
        await app.press("escape")
        await app.press("enter")
        await app.says("owned by its readers")
        await app.press("u")
        await app.until(lambda: not any(region.hidden for region in app.screen.regions))


async def test_an_article_whose_words_were_all_read_elsewhere_says_so(opened, tmp_path) -> None:
    words = " ".join(f"The {name} of Norrin opens its gates in week {number}." for number, name in enumerate(GATES))
    files = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for file, end in zip(files, ("", " Really."), strict=True):
        file.write_text(f"{words}{end}\n", encoding="utf-8")
    async with opened(*files, size=(160, 50)) as app:
        update_passages(app.app.collection)
        await app.until(lambda: app.screen.article_list.row is not None)
        await app.press("enter")
        await app.until(lambda: app.screen.article_list.nothing_new)
        await app.until(lambda: any("◦" in line for line in app.lines))
        await app.press("tab", "j")
        await app.says("nothing new:")
        await app.press("U")
        await app.until(lambda: app.screen.article_list.source.count == 1)
        await app.press("U")
        await app.until(lambda: app.screen.article_list.source.count == 0)
        await app.says("with new text")


async def test_words_that_stand_nowhere_else_say_so(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("D")
        await app.says("These words stand nowhere else")


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_the_list_of_passages_opens_their_places(opened, size) -> None:
    async with opened(*sample_paths(), size=size) as app:
        update_passages(app.app.collection)
        await app.press("W")
        await app.says("×3")
        await app.says("by members")
        assert re.search(r"×3 .* 3 articles .*▏ +\d+ words", app.text)
        assert re.search(r"first 2\d{3}-\d\d-\d\d [A-Z]\w+ .* · ", app.text)
        await app.press("S")
        await app.says("by outlets")
        await app.press("enter", "j", "enter")
        await app.until(lambda: app.app.screen is app.app.screen_stack[0])
        await app.until(lambda: app.screen.reading is not None)


def test_the_spread_over_time_is_a_picture() -> None:
    assert spread(["2031-01-01", "2031-01-01", "2031-01-13"], 4) == "█  ▄"
    assert spread(["2031-01-01"], 3) == "█  "
    assert spread([], 3) == "   "


async def put_the_loan_on_record(app) -> None:
    """Norrin's promise in the Gazette, whose words another article has with a change."""
    await to_titled(app, GAZETTE)
    text = app.screen.reading.text
    app.screen.page.select((text.index("Norrin will lend"), text.index(" over four years")))
    await app.press("3")
    await app.says("promisor")
    await app.type("Norrin")
    await app.press("ctrl+n", "enter")
    await app.says("On record: commitment")


async def test_a_record_is_carried_over_and_a_changed_copy_asks(opened) -> None:
    async with opened(*sample_paths()) as app:
        await put_the_loan_on_record(app)
        await to_titled(app, HERALD)
        await app.until(lambda: [place.kind for place in app.screen.reading.places] == ["variant"])
        app.screen.page.go_to(app.screen.reading.places[0].start)
        await app.says("J the same, # not the same")
        await app.press("Y")
        await app.until(lambda: app.app.words_copier.words == "Norrin will lend Sutheria $5 billion")
        await app.press("J")
        await app.until(lambda: [place.kind for place in app.screen.reading.places] == ["copy"])
        await app.says("carried over; # not the same here")
        await app.press("number_sign")
        await app.until(lambda: not app.screen.reading.places)
        await app.press("u", "u")
        await app.until(lambda: [place.kind for place in app.screen.reading.places] == ["variant"])


async def test_articles_that_say_the_same_are_listed_and_opened(opened) -> None:
    async with opened(*sample_paths(), size=(160, 50)) as app:
        await to_titled(app, HERALD)
        await app.press("F")
        await app.until(lambda: GAZETTE in app.text and "Alike: " in app.text and "%" in app.text)
        await app.press("slash", *"offers", "enter", "enter")
        await app.until(lambda: app.app.screen is app.app.reading_screen)
        await app.until(lambda: app.screen.reading.row.title.startswith(GAZETTE))


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_an_article_opened_from_a_list_of_places_counts_as_read(opened, size) -> None:
    async with opened(*sample_paths(), size=size) as app:
        await to_titled(app, HERALD)
        await app.until(lambda: app.screen.reading.row.read)
        await app.press("F")
        await app.until(lambda: GAZETTE in app.text and "Alike: " in app.text and "%" in app.text)
        await app.press("slash", *"offers", "enter", "enter")
        await app.until(lambda: app.app.screen is app.app.reading_screen)
        await app.until(lambda: app.screen.reading.row.title.startswith(GAZETTE) and app.screen.reading.row.read)


async def test_an_article_marked_unread_stays_so_while_one_moves_within_it(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.until(lambda: app.screen.reading.row.read)
        await app.press("r")
        await app.until(lambda: not app.screen.reading.row.read)
        update_passages(app.app.collection)
        app.screen.refresh_reading()
        await app.until(lambda: app.screen.regions)
        await app.press("right_curly_bracket", "equals_sign")
        await app.press("m")  # kept after all that the jump keeps
        await app.until(lambda: app.screen.reading.row.starred)
        assert not app.screen.reading.row.read


async def test_where_nothing_is_alike_the_key_says_so(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        assert "stands in another" in app.screen.why_not("alike")


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_a_register_lists_the_places_of_a_record_and_opens_one(opened, size) -> None:
    async with opened(*sample_paths(), size=size) as app:
        await put_the_loan_on_record(app)
        await app.press("c")
        await app.says("Commitments: 1")
        await app.press("equals_sign")
        await app.says("Places: 2")
        assert "on record" in app.text
        assert "differs" in app.text
        await app.press("j", "enter")
        await app.until(lambda: app.app.screen is app.app.reading_screen)
        await app.until(lambda: app.screen.reading.row.title.startswith(HERALD))
        assert app.screen.page.place == app.screen.reading.places[0].start


def test_the_gutter_tells_what_is_carried_over_whatever_else_begins_in_the_row() -> None:
    text = "Words of somebody."
    signed = [Highlight(0, 9, kind) for kind in ("quote", "speaker", "commitment", "carried")]
    layout = Layout(text, 40, [(0, len(text))])
    layout.extend(len(text))
    painter = Painter(layout, Highlights(signed), lambda _: Style())
    rows = [painter.row(row, (0, 1), (0, 0)) for row in range(len(layout))]
    drawn = "".join(segment.text for row in rows for segment in row)
    assert "“+" in drawn


def test_a_place_of_a_passage_sends_no_control_characters_to_the_terminal() -> None:
    member = copies.Member(1, "uid", "\x1b[2J", "Lest\x9b Herald", "\x1b]0;owned\x07", "", 0, 9)
    shown = "".join(words for words, _ in MemberRows().parts(member, 0, 80))
    assert not any(char in shown for char in "\x1b\x07\x9b")
    assert cell_len(shown) == 80


async def test_what_was_decided_is_the_variant_that_was_shown_and_the_others_wait(opened, tmp_path) -> None:
    said = "“The ministers of Norrin agreed that {} barrels of the river's water would be shared for ten years,”"
    for number, many in enumerate(("five", "six", "seven", "eight")):
        page = f"Title {number}\n\n{said.format(many)} said Mara Denholt.\n\nEnd {number}."
        (tmp_path / f"{number}.txt").write_text(page, encoding="utf-8")
    async with opened(*sorted(tmp_path.glob("*.txt"))) as app:
        collection = app.app.collection
        update_passages(collection)
        text = articles.open_reading(collection, 1).text
        uid = articles.find(collection, "1").uid
        records.tag(collection, "quote", uid, [("content", text.index("“"), text.index("”") + 1)])
        await app.press("V")
        await app.until(lambda: len(app.screen._waiting) == 3)
        await app.press("x")
        await app.until(lambda: len(registers.variants(collection)) == 2)
        app.app.changed.publish(True)
        await app.pilot.pause(0.3)
        assert [entry.title for entry in app.screen._waiting] == ["Title 2", "Title 3"]
        await app.press("x")
        await app.until(lambda: [entry.title for entry in registers.variants(collection)] == ["Title 3"])


@pytest.mark.parametrize("key", ["equals_sign", "D"])
async def test_a_passage_can_be_gone(opened, key, monkeypatch) -> None:
    monkeypatch.setattr("tui.app.LOOK_AGAIN", 3600.0)  # it has not been seen yet that the other article is gone
    async with opened(*sample_paths()) as app:
        await to_titled(app, HERALD)
        await app.press("right_curly_bracket")
        await app.until(lambda: not app.app._keeping)
        with closing(open_collection(app.app.collection.path)) as elsewhere:
            purge(
                elsewhere,
                articles.find(elsewhere, str(copies.alike(elsewhere, app.screen.reading.row.id)[0].number)).uid,
            )
            update_passages(elsewhere)
        assert app.screen.region_here()
        await app.press(key)
        await app.says("The passage is gone")
        await app.until(lambda: app.screen.region_here() is None)


async def test_front_matter_is_no_passage(opened, tmp_path) -> None:
    page = "---\ntitle: Harbour\noutlet: The Lest Herald\n---\n\nThe harbour wall will be built.\n"
    (tmp_path / "a.md").write_text(page, encoding="utf-8")
    async with opened(tmp_path / "a.md") as app:
        await app.to_article()
        await app.says("⋯ front matter")
        await app.press("G", "left_curly_bracket")
        await app.says("No repeated passage above.")
        await app.press("g")
        for name in ("other_copy", "diff", "hide_passage"):
            assert app.screen.why_not(name).startswith("These words stand nowhere else")
        await app.press("enter")
        await app.says("title: Harbour")
