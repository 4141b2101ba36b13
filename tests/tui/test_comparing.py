"""Passages on the screen: where words stand too, going there, comparing, hiding, parting and joining; their list."""

import pytest

from store.passage_building import update_passages
from store.samples import sample_paths
from tui.screens.passages import spread

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
        said = "also in 3 articles, first seen here · ¶2–3 also in 1 article, first seen here"
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


async def test_a_hidden_passage_is_folded_until_it_is_shown_again(opened) -> None:
    async with opened(*sample_paths(), size=(160, 50)) as app:
        await to_titled(app, HERALD)
        owned = app.screen.reading.text.index("The Umber Herald is owned")
        app.screen.page.go_to(owned)
        await app.says("The Umber Herald is owned by its readers")
        await app.press("H")
        await app.says("Hidden for good")
        await app.until(lambda: "owned by its readers" not in app.text)
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
        await app.press("S")
        await app.says("by outlets")
        await app.press("enter", "j", "enter")
        await app.until(lambda: app.app.screen is app.app.screen_stack[0])
        await app.until(lambda: app.screen.reading is not None)


def test_the_spread_over_time_is_a_picture() -> None:
    assert spread(["2031-01-01", "2031-01-01", "2031-01-13"], 4) == "█  ▄"
    assert spread(["2031-01-01"], 3) == "█  "
    assert spread([], 3) == "   "


async def test_a_record_is_carried_over_and_a_changed_copy_asks(opened) -> None:
    async with opened(*sample_paths()) as app:
        await to_titled(app, GAZETTE)
        text = app.screen.reading.text
        app.screen.page.select((text.index("Norrin will lend"), text.index(" over four years")))
        await app.press("3")
        await app.says("promisor")
        await app.type("Norrin")
        await app.press("ctrl+n")
        await app.says("On record: commitment")
        await to_titled(app, HERALD)
        await app.until(lambda: [place.kind for place in app.screen.reading.places] == ["variant"])
        app.screen.page.go_to(app.screen.reading.places[0].start)
        await app.press("J")
        await app.until(lambda: [place.kind for place in app.screen.reading.places] == ["copy"])
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


async def test_where_nothing_is_alike_the_key_says_so(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        assert "stands in another" in app.screen.why_not("alike")
