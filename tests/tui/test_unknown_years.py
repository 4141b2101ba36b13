"""A day whose year nobody knows: shown alike wherever a date is shown. And passages of one day, or of no known one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store import copies
from store.collection import Collection, open_collection
from store.importing import import_items
from store.model import SavedArticle
from store.passage_building import update_passages
from tui.counts import lasted
from tui.screens.passages import PassageRows

STORY = """“We will open the locks of Tarn again in May and keep them open,” Minister Anna Reyl told reporters on Monday.

{own}

The ferry left the harbour at dawn with forty lorries aboard and came back in the evening with the mail and the milk.
"""


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """The one that `opened` opens: two articles with a passage in common, of which only the day is known."""
    found = open_collection(tmp_path / "collection.db")
    for name in ("Alder", "Birch"):
        text = STORY.format(own=f"{name} reports from the harbour. " * 3)
        import_items(
            found, [SavedArticle(text, title=name, outlet=name, published="--11-11", published_precision="day")]
        )
    update_passages(found)
    yield found
    found.close()


@pytest.mark.usefixtures("collection")
@pytest.mark.parametrize(
    "keys", [("W",), ("R",), ("enter", "right_curly_bracket"), ("enter", "right_curly_bracket", "D")]
)
async def test_the_year_shows_as_unknown(opened, keys: tuple[str, ...]) -> None:
    async with opened(size=(160, 50)) as app:
        if len(keys) > 1:
            await app.press(keys[0])
            await app.until(lambda: app.screen.regions)
        await app.press(*keys[len(keys) > 1 :])
        await app.until(lambda: len(app.app.screen_stack) > 1 or len(keys) == 2)
        await app.says("????-11-11")
        await app.pilot.pause()
        assert "--11-11" not in app.text.replace("????-11-11", "")
        assert "no date" not in app.text or keys == ("W",)


@pytest.mark.usefixtures("collection")
async def test_what_is_copied_says_so_too(opened) -> None:
    async with opened() as app:
        await app.press("enter")
        await app.until(lambda: app.screen.reading is not None)
        await app.press("g", "i", "y")
        await app.until(lambda: app.app.words_copier.words)
        assert "????-11-11" in app.app.words_copier.words


def test_the_places_of_a_passage_keep_how_much_of_their_day_is_known(collection: Collection) -> None:
    (row,) = copies.rows(collection, copies.ranked(collection))
    assert (row.first.published, row.first.day, row.dates) == ("--11-11", "", ())
    assert "first ????-11-11" in PassageRows().parts(row, 1, 80)[0][0]


def test_how_long_a_passage_went_on() -> None:
    assert lasted(0, (), 2) == "no date"
    assert lasted(0, ("2031-05-01", "2031-05-01"), 2) == "on one day"
    assert lasted(1, ("2031-05-01", "2031-05-02"), 2) == "on two days"
    assert lasted(1200, ("2031-05-01", "2034-08-13"), 2) == "over 1,200 days"
    assert lasted(0, ("2031-05-01",), 2) == ""
    assert lasted(1, ("2031-05-01", "2031-05-02"), 3) == "over 1+ days"
    assert lasted(1200, ("2031-05-01", "2034-08-13"), 3) == "over 1,200+ days"
