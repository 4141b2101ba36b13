"""Searching all texts from the list, and one text from the page."""

import threading
from pathlib import Path

import pytest

from store import search
from store.samples import sample_paths
from tui.screens.listing import Wanted

SIZES = pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=["80x24", "160x50"])


def count(app) -> int:
    return app.screen.article_list.source.count


@SIZES
async def test_hits_come_as_one_types_with_a_line_of_context(opened, size) -> None:
    async with opened(*sample_paths(), size=size) as app:
        await app.press("slash")
        await app.type("freight gauge")
        await app.says("best match first")
        assert 0 < count(app) < len(sample_paths())
        await app.says("gauge, set date for customs tariff TARN" if size[0] == 80 else "gauge, set date")
        await app.press("enter")
        assert app.screen.article_list.has_focus
        await app.press("enter")
        assert app.screen.page.has_focus
        await app.until(lambda: app.screen.page.hits)
        hits = app.screen.page.hits
        assert app.screen.page.place == hits[0][0], "the page opens at the first hit"
        await app.pilot.pause()
        assert "━" in app.text, "hits stand in the overview"
        await app.press("n")
        assert app.screen.page.place == hits[1][0]
        assert {app.screen.reading.text[slice(*at)] for at in hits} == {"gauge", "freight"}


@SIZES
async def test_escape_takes_the_search_back(opened, size) -> None:
    async with opened(*sample_paths(), size=size) as app:
        await app.press("slash")
        await app.type("has:quote ")
        await app.says("No article fits.")
        await app.press("escape")
        await app.until(lambda: count(app) == len(sample_paths()))
        assert app.screen.wanted == Wanted()
        await app.press("slash")
        await app.type("порт")
        await app.until(lambda: count(app) == 1)
        await app.press("enter", "escape")
        await app.until(lambda: count(app) == len(sample_paths()))


async def test_the_order_is_best_match_first_until_another_is_chosen(opened) -> None:
    async with opened(*sample_paths()) as app:
        await app.press("slash")
        await app.type("the ")
        await app.says("best match first")
        best = [app.screen.article_list.source.key(i) for i in range(count(app))]
        await app.press("enter", "S")
        await app.says("newest first")
        newest = [app.screen.article_list.source.key(i) for i in range(count(app))]
        assert sorted(best) == sorted(newest)
        await app.press("escape")
        await app.until(lambda: count(app) == len(sample_paths()))


async def test_a_mistyped_word_is_offered_and_taken(opened) -> None:
    async with opened(*sample_paths()) as app:
        await app.press("slash")
        await app.type("freigth ")
        await app.says("Did you mean: freight?")
        await app.press("enter")
        await app.until(lambda: count(app) > 0)
        assert app.screen.wanted.words == "freight"


async def test_enter_tells_a_date_that_is_none(opened) -> None:
    async with opened(*sample_paths()) as app:
        await app.press("slash")
        await app.type("after:03/2026")
        assert count(app) == len(sample_paths()), "it may become a date"
        await app.press("enter")
        await app.says("after: takes a date such as")
        await app.says("No article fits.")
        await app.says("0 articles")
        await app.press("slash")
        await app.type("after:2024-11")
        await app.until(lambda: count(app) == 1)
        assert "takes a date" not in app.text


async def test_what_is_not_understood_is_said_above_the_list(opened) -> None:
    async with opened(*sample_paths(), size=(160, 50)) as app:
        await app.press("slash")
        await app.type("freight has:x")
        await app.says("has: takes quote, commit")
        assert count(app) > 0


async def test_the_filter_looks_at_titles_and_outlets(opened) -> None:
    async with opened(*sample_paths()) as app:
        await app.press("f")
        await app.type("umber her")
        await app.until(lambda: count(app) == 3)
        await app.press("enter", "slash")
        await app.type("ferries")
        await app.until(lambda: 0 < count(app) < 3)
        await app.says("“ferries” · “umber her”")
        await app.press("escape", "escape")
        await app.until(lambda: count(app) == len(sample_paths()))


async def test_a_search_in_the_page_marks_all_hits(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        await app.press("enter", "slash")
        await app.type("leaders")
        await app.until(lambda: len(app.screen.page.hits) > 1)
        hits = app.screen.page.hits
        assert "━" in app.text
        await app.press("enter")
        await app.until(lambda: app.screen.page.place == hits[0][0])
        await app.press("n", "N")
        assert app.screen.page.place == hits[0][0]
        await app.press("escape")
        await app.until(lambda: app.screen.page.hits == [])
        await app.press("n")
        await app.says("Nothing has been searched for")


@SIZES
async def test_the_line_below_says_which_of_the_hits_the_cursor_is_at(opened, river_talks: Path, size) -> None:
    async with opened(river_talks, size=size) as app:
        await app.to_article()
        await app.press("slash")
        await app.type("leaders")
        await app.until(lambda: len(app.screen.page.hits) > 2)
        count = len(app.screen.page.hits)
        await app.says(f"{count} found")
        await app.press("enter")
        await app.says(f"1 of {count}")
        await app.press("n")
        await app.says(f"2 of {count}")
        await app.press("N", "N")
        await app.says(f"{count} of {count}")
        await app.press("G")
        await app.says(f"{count} found")
        await app.press("escape")
        await app.until(lambda: "found" not in app.text and f"of {count}" not in app.text)


async def test_words_that_the_article_has_not_are_told(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("slash")
        await app.type("zebra")
        await app.says("none found")
        await app.press("enter", "n")
        await app.says("What was searched for does not stand in this article")


async def test_every_key_while_typing_is_taken(opened) -> None:
    async with opened(*sample_paths()) as app:
        await app.press("slash")
        await app.press(*"abcdefghij", *["backspace"] * 10, *"river")
        await app.until(lambda: count(app) > 0 and app.screen.wanted.words == "river")
        await app.says("best match first")


@SIZES
async def test_a_field_that_there_is_none_of_is_said_beside_what_the_words_find(opened, size) -> None:
    async with opened(*sample_paths(), size=size) as app:
        await app.press("slash")
        await app.type("title:gauge")
        words = "title: is no field; there are outlet, speaker, label, after, before, has and is."
        await app.until(lambda: words in " ".join(line.split("▎")[0].strip() for line in app.text.splitlines()[:6]))
        await app.press(*["backspace"] * len("title:gauge"))
        await app.until(lambda: count(app) == len(sample_paths()))
        assert app.screen.query_one("#list-line").size.height == 1


@pytest.mark.parametrize("key", ["slash", "f"])
async def test_a_field_opened_again_has_its_words_selected(opened, key) -> None:
    async with opened(*sample_paths()) as app:
        field = "search" if key == "slash" else "filter"
        await app.press(key, *"ferry", "enter", key, *"loc")
        assert app.screen.fields[field].value == "loc", "what is typed replaces them"
        await app.press("enter", key, "right", "k")
        assert app.screen.fields[field].value == "lock", "an arrow key keeps them"
        await app.press("enter", "escape")
        await app.until(lambda: count(app) == len(sample_paths()))


async def test_the_page_is_searched_again_for_other_words(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("slash", *"Taverne", "enter", "slash", *"Belun", "enter")
        await app.until(lambda: {app.screen.reading.text[slice(*at)] for at in app.screen.page.hits} == {"Belun"})


async def test_typing_does_not_wait_for_what_is_found_in_the_page(opened, river_talks, monkeypatch) -> None:
    release, find = threading.Event(), search.find_in_text

    def slowly(*given):
        release.wait(10)
        return find(*given)

    monkeypatch.setattr(search, "find_in_text", slowly)
    async with opened(river_talks) as app:
        await app.to_article()
        try:
            await app.press("slash")
            await app.type("engineers")
            assert app.screen.fields["find"].value == "engineers"
            await app.press("enter")
            assert app.screen.page.has_focus
        finally:
            release.set()
        await app.says("1 of 2")
        assert app.screen.page.place == app.screen.reading.text.index("engineers")


@SIZES
async def test_a_search_goes_to_its_hit_in_the_article_that_is_open_already_too(opened, tmp_path, size) -> None:
    words = " ".join(f"word{k}" for k in range(900))
    (tmp_path / "pool.txt").write_text(f"A pool\n\n{words}\n\nThe pool will open in June.\n\n{words}\n\nThe end.\n")
    async with opened(tmp_path / "pool.txt", size=size) as app:
        for query in ('"pool will open in June"', '"pool will open in June"', "word899"):
            await app.press("slash")
            await app.type(query)
            await app.press("enter")
            await app.until(lambda: count(app) == 1)
            await app.press("enter")
            await app.until(lambda: app.screen.page.hit_here == 1)
            await app.press("G", "tab", "enter")
            page = app.screen.page
            assert page.has_focus
            assert page.place >= len(app.screen.reading.text) - 2, "without a search it opens where it was left"
            await app.press("slash", *"word5", "enter", "G", "tab")  # words of the page do not hide those of the list
