"""The first-run lesson: offered where there is nothing to read, taught on sample articles, gone once learnt."""

from pathlib import Path

import pytest
from apps import running
from terminal import ONRECORD, Terminal
from textual.widgets import Static

from store.collection import open_collection
from store.importing import import_paths
from store.samples import sample_paths
from tui.app import OnRecord
from tui.settings import Settings
from tui.widgets.tour import Tour


def test_an_empty_collection_offers_the_tour_which_leaves_it_empty(tmp_path: Path) -> None:
    with Terminal([*ONRECORD, "--db", str(tmp_path / "empty.db")]) as app:
        app.shows("Press 0 to learn the six main keys")
        app.send("0")
        app.shows("1 of 6  Press enter to open the article")
        app.shows("ctrl+q leaves")
        app.hides("No articles yet.")
        app.send("\x11")
        app.shows("No articles yet.")
        app.send("\x11")
        assert app.ended() == 0


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_six_keys_are_taught_by_doing(tmp_path: Path, size: tuple[int, int]) -> None:
    collection = open_collection(tmp_path / "tour.db")
    import_paths(collection, sample_paths())
    app = OnRecord(collection, Settings(), touring=True)

    async with running(app, size) as pilot:

        async def step(number: int) -> None:
            for _ in range(500):
                if app.screen.query(Tour) and str(app.screen.query_one(Tour).render()).startswith(f"{number} of 6"):
                    return
                await pilot.pause(0.02)
            raise AssertionError(f"step {number} did not come")

        await step(1)
        await pilot.press("enter")
        await step(2)
        for _ in range(12):
            await pilot.press("p")
            if app.screen.text_map.quotation_at(app.screen.page.place):
                break
        await step(3)
        await pilot.press("i")
        await step(4)
        await pilot.press("1", *"Ilse", "enter", "enter", "enter")
        await step(5)
        await pilot.press("y")
        await step(6)
        await pilot.press("q")
        for _ in range(500):
            if not app.screen.query(Tour):
                break
            await pilot.pause(0.02)
        assert not app.screen.query(Tour)
        told = app.screen.query_one("#list-line", Static)
        assert str(told.render()).startswith("samples: ctrl+q leaves · "), "also when the lesson is over"
