"""Timers that ring once do, however long the machine holds them up; a resize waits for one."""

import time

import pytest
from textual import timer
from textual.app import App
from textual.events import Resize
from textual.geometry import Size
from textual.widgets import TextArea

import tui.timers  # noqa: F401 - what is tested here


@pytest.fixture
def held_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program has the processor after each look at the clock."""
    look = timer._time.get_time

    def look_and_wait() -> float:
        now = look()
        time.sleep(0.012)
        return now

    monkeypatch.setattr("textual.timer._time.get_time", look_and_wait)


@pytest.mark.usefixtures("held_up")
async def test_a_timer_rings_though_it_is_late() -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        rung: list[int] = []
        app.set_timer(0.01, lambda: rung.append(1))
        await pilot.pause(0.2)
        assert rung == [1]


@pytest.mark.usefixtures("held_up")
async def test_every_resize_is_answered() -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        area = TextArea()
        await app.mount(area)
        for size in (Size(100, 30), Size(60, 20), Size(130, 40)):
            app.post_message(Resize(size, size))  # as the driver does
            await pilot.pause(0.2)
            assert area.outer_size == size
