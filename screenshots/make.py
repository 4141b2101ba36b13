"""Takes the pictures of the app that the README shows, and records the tour: `python screenshots/make.py`.

The app runs on the articles of `onrecord demo`; what is on record in the pictures was put there by pressing keys.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input
from tour import record

from store.collection import open_collection
from tui.app import OnRecord
from tui.launch import make_demo
from tui.settings import Settings

HERE = Path(__file__).parent
SIZE = (132, 40)
PATIENCE = 30.0
"""Seconds to wait for what a picture shows."""


class Camera:
    """Presses keys, waits for what they bring, and takes pictures."""

    def __init__(self, app: OnRecord, pilot: Pilot[bool]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, keys: str, words: str) -> None:
        """Press keys, and wait until the screen shows the words."""
        await self.pilot.press(*keys.split())
        await self._until(lambda: words in self._shown())

    async def type(self, typed: str) -> None:
        """Type words into a field."""
        await self.pilot.press(*("space" if char == " " else char for char in typed))

    async def tag(self, *keys: str, count: int) -> None:
        """Press the last keys of tagging, and wait until so many records are kept here."""
        await self.pilot.press(*keys)
        screen = self.app.reading_screen
        await self._until(lambda: screen.reading and len(screen.reading.records) == count)

    async def take(self, name: str) -> None:
        """Take a picture of the screen, without messages and blinking."""
        self.app.clear_notifications()
        for field in self.app.screen.query(Input):
            field.cursor_blink = False
        await self.pilot.pause(0.2)
        (HERE / f"{name}.svg").write_text(self.app.export_screenshot(title="On Record"), encoding="utf-8")

    async def _until(self, true: Callable[[], object]) -> None:
        ends = time.monotonic() + PATIENCE
        while not true():
            if time.monotonic() > ends:
                raise SystemExit(f"this did not lead on:\n{self._shown()}")
            await self.pilot.pause(0.02)

    def _shown(self) -> str:
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def take_all(app: OnRecord) -> None:
    """Read and tag the article of the river talks, and take the pictures on the way."""
    async with app.run_test(size=SIZE) as pilot:
        camera = Camera(app, pilot)
        await camera.press("f", "words in title")
        await camera.type("chancellor ilse")
        await camera.press("enter", "1 article")
        await camera.press("enter", "¶1")
        await camera.press("tab escape", "8 articles")
        await camera.press("tab g } p p i", "again in ¶9–15")
        await camera.press("1", "addressee")
        await camera.type("Ilse Taverne")
        await camera.press("enter", "kind")
        await camera.type("Chancellor of Norrin")
        await camera.take("tagging")
        await camera.tag("enter", count=1)

        await find(camera, "some of it", "i", "1")
        await camera.press("", "addressee")
        await camera.type("Pell Orrin")
        await camera.press("enter", "kind")
        await camera.type("Ambassador to Sutheria")
        await camera.tag("enter", count=2)

        await find(camera, "a goal was set", "v", "w", ")", "3")
        await camera.press("", "beneficiary")
        for typed in ("Pell", "", "Norrin and Sutheria", "raise trade between both", "2 billion", "USD", "3 June 2027"):
            await camera.type(typed)
            await pilot.press("tab")
        await camera.take("commitment")
        await camera.tag("enter", count=3)

        await camera.press("q g } =", "copy of ¶2–8")
        await camera.take("page")
        await camera.press("d", "⋯ copy of ¶2–8")
        await camera.take("page-folded")
        await camera.press("d", "copy of ¶2–8")
        await camera.take("page-highlighted")
        await camera.press("d s", "Speakers: 2")
        await camera.take("speakers")
        await camera.press("q c", "Commitments: 1")
        await camera.take("commitments")
        await camera.press("q question_mark", "Go one line down.")
        await camera.take("help")
        await camera.press("escape q", "8 articles")
        await camera.take("list")


async def find(camera: Camera, words: str, *keys: str) -> None:
    """Go to words of the article and press keys there."""
    await camera.press("slash", "f1 help")
    await camera.press("ctrl+u", "words in this article")
    await camera.type(words)
    await camera.press("enter", words)
    await camera.pilot.press(*keys)


def main() -> None:
    """Take all pictures, then record the tour."""
    with tempfile.TemporaryDirectory() as folder:
        pictured, toured = Path(folder, "pictured.db"), Path(folder, "toured.db")
        make_demo(pictured)
        make_demo(toured)
        collection = open_collection(pictured)
        try:
            asyncio.run(take_all(OnRecord(collection, Settings())))
        finally:
            collection.close()
        record(toured, HERE / "tour.cast")


if __name__ == "__main__":
    main()
