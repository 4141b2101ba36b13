"""Keys mean what is seen: the article under the list's cursor where the page is not shown; nothing where one may not."""

import pytest

from store import articles, marks, records
from store.samples import sample_paths
from tui.screens.confirm import Confirm
from tui.screens.destinations import Destinations
from tui.screens.form import Form
from tui.screens.import_dialog import ImportDialog
from tui.settings import Settings
from tui.widgets.page import same_words


async def read_one_then_go_on(app) -> str:
    """Open the first article, go back to the list and down to another. Returns that one's title."""
    await app.to_article()
    await app.press("q", "j", "j")
    title = app.screen.article_list.row.title
    assert app.screen.reading.row.title != title
    return title


async def test_tab_opens_the_article_under_the_cursor_where_the_page_is_not_shown(opened) -> None:
    async with opened(*sample_paths()) as app:
        title = await read_one_then_go_on(app)
        await app.press("tab")
        await app.until(lambda: app.screen.reading.row.title == title)
        assert app.screen.page.has_focus


async def test_a_mark_is_set_in_the_article_under_the_cursor(opened) -> None:
    async with opened(*sample_paths()) as app:
        title = await read_one_then_go_on(app)
        await app.press("apostrophe", "a")
        await app.until(lambda: [one.title for one in marks.marks(app.app.collection)] == [title])


async def test_the_back_end_is_asked_about_the_article_under_the_cursor(opened) -> None:
    settings = Settings(backend={"address": "http://127.0.0.1:9/v1"})
    async with opened(*sample_paths(), settings=settings) as app:
        title = await read_one_then_go_on(app)
        await app.press("B")
        await app.until(lambda: isinstance(app.screen, Confirm))
        assert f"gets “{title}” and the instructions" in " ".join(app.text.replace("│", " ").split())


async def test_articles_alike_are_those_of_the_article_under_the_cursor(opened) -> None:
    async with opened(*sample_paths()) as app:
        title = await read_one_then_go_on(app)
        await app.press("F")
        await app.until(lambda: isinstance(app.screen, Destinations))
        assert app.screen._heading == f"Alike: {title}"


async def test_hits_are_gone_to_only_where_they_are_seen(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("slash", *"river", "enter", "q", "q")
        await app.until(lambda: not app.screen.page_shown)
        place = app.screen.page.place
        await app.press("n")
        await app.says("Open an article first")
        assert app.screen.page.place == place


async def test_next_unread_takes_the_one_that_moved_up_where_only_unread_ones_are_listed(opened) -> None:
    async with opened(*sample_paths()) as app:
        numbers = [*articles.ids(app.app.collection)]
        await app.press("U")
        await app.says("unread")
        await app.press("g", "enter")
        for number in numbers[1:3]:
            await app.until(lambda: app.screen.article_list.row.id != app.screen.reading.row.id)
            await app.press("z")
            await app.until(lambda number=number: app.screen.reading.row.id == number)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("1", "quote: works in the page of an article: enter opens one."),
        ("right_square_bracket", "next record: works in the page"),
        ("f8", "next record: works in the page"),
        ("a", "accept: works in the page"),
        ("y", "copy: works in the page"),
        ("d", "copies: works in the page"),
    ],
)
async def test_keys_of_the_page_say_in_the_list_where_they_work(opened, size, key: str, said: str) -> None:
    async with opened(*sample_paths(), size=size) as app:
        await app.press(key)
        await app.says(said)


async def test_keys_of_the_list_say_in_the_page_where_they_work(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("S")
        await app.says("sort: works in the list of articles: q goes there.")


async def test_keys_that_work_and_keys_of_dialogs_say_nothing_of_other_places(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await app.press("j", "S", "U", "U", "U", "o", "1", "a")
        await app.pilot.pause()
        assert "works in" not in app.text


@pytest.mark.parametrize("key", ["R", "V", "I", "u"])
async def test_a_collection_that_can_only_be_read_says_so_at_once(opened, key: str) -> None:
    async with opened(*sample_paths(), read_only=True) as app:
        await app.press(key)
        await app.says("This collection can only be read.")
        assert app.screen is app.app.reading_screen


async def test_no_form_opens_from_a_register_that_can_only_be_read(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        (row,) = articles.rows(app.app.collection, articles.ids(app.app.collection))
        records.tag(app.app.collection, "quote", row.uid, [("content", 0, 9)], {"form": "direct"})
        app.app.collection.read_only = True
        await app.press("o")
        await app.says("Quotes: 1")
        await app.press("e")
        await app.says("This collection can only be read.")
        assert not isinstance(app.screen, Form)


async def test_quitting_asks_where_something_was_typed(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("v", "w", "t", *"long", "ctrl+q")
        await app.says("Leave without saving?")
        await app.press("ctrl+q", "n")
        await app.until(lambda: isinstance(app.screen, Form))
        assert "long" in app.text
        await app.press("ctrl+q", "y")
        await app.until(lambda: not app.app.is_running or app.app._exit)


def test_the_same_words_stand_inside_the_copy() -> None:
    assert same_words((0, 100), (200, 210), 99) == 209
    assert same_words((0, 100), (200, 300), 40) == 240


async def test_what_was_imported_last_is_offered_once(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        for _ in range(2):
            await app.press("I")
            await app.until(lambda: isinstance(app.screen, ImportDialog))
            await app.type(str(river_talks))
            await app.press("enter")
            await app.says("already there")
            await app.press("enter")
            await app.until(lambda: app.screen is app.app.reading_screen)
        assert app.app.recent_imports == [str(river_talks)]
