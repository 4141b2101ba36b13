"""A bare app that shows one dialog, at both sizes that every screen has to be comfortable at."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

WAITING = object()


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings, logs and the last words copied are the tests' own, not those of who runs them."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        for kind in ("CONFIG", "STATE", "CACHE", "DATA"):
            monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path_factory.mktemp(kind.lower())))
        for name in ("ONRECORD_DB", "ONRECORD_CONFIG", "NO_COLOR"):
            monkeypatch.delenv(name, raising=False)
        yield


class Shown:
    """A dialog on a bare app: keys go in, lines on the screen and the result come out."""

    def __init__(self, app: App[None], pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self.result: Any = WAITING

    @property
    def open(self) -> bool:
        """Whether it has given no result yet."""
        return self.result is WAITING

    @property
    def lines(self) -> list[str]:
        """What the screen shows, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def text(self) -> str:
        """What the screen shows."""
        return "\n".join(self.lines)

    async def press(self, *keys: str) -> None:
        """Press keys and wait until they are dealt with."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, words: str) -> None:
        """Type words, a key a character."""
        names = {" ": "space", "-": "minus", ".": "full_stop", ",": "comma", "/": "slash", "~": "tilde"}
        await self.press(*(names.get(char, char) for char in words))

    async def click(self, words: str, times: int = 1) -> None:
        """Click on the first place where the screen shows these words."""
        row = next(y for y, line in enumerate(self.lines) if words in line)
        await self.pilot.click(offset=(self.lines[row].index(words), row), times=times)
        await self.pilot.pause()

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something is true, five seconds at most."""
        for _ in range(250):
            if true():
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"did not come true:\n{self.text}")


Show = Callable[..., AbstractAsyncContextManager[Shown]]


@pytest.fixture(params=[(80, 24), (160, 50)], ids=["80x24", "160x50"])
def show(request: pytest.FixtureRequest) -> Show:
    """Shows a dialog: `async with show(Dialog, *its_arguments) as shown: await shown.press("enter")`."""

    @asynccontextmanager
    async def shower(dialog: type[Screen[Any]], *args: Any, **options: Any) -> AsyncIterator[Shown]:
        app: App[None] = App()
        async with app.run_test(size=request.param) as pilot:
            shown = Shown(app, pilot)
            app.push_screen(dialog(*args, **options), lambda result: setattr(shown, "result", result))
            await pilot.pause()
            yield shown

    return shower
