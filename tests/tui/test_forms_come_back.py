"""A form whose result cannot be kept: it comes back as it was filled in, and says why."""

import pytest

from store import articles, records
from store.errors import OnRecordError
from tui.screens.form import Form


def full(*_: object, **__: object) -> None:
    raise OnRecordError("The disk is full", "Make room, then save again.")


@pytest.fixture
def no_room(monkeypatch: pytest.MonkeyPatch):
    """Nothing can be written until it is called."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(records, "tag", full)
        patch.setattr(articles, "correct", full)
        yield patch.undo


async def test_a_quote_that_cannot_be_kept_is_asked_for_again(opened, river_talks, no_room) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("v", "w", "w", "1")
        await app.until(lambda: isinstance(app.screen, Form))
        form = app.screen
        await app.press(*"Lena", "ctrl+n")
        await app.until(lambda: "full" in app.text)
        assert app.screen is form
        assert "Lena" in app.text
        no_room()
        await app.press("ctrl+s")
        await app.until(lambda: not isinstance(app.screen, Form) and app.screen.reading.records)
        assert [speaker.name for speaker in app.screen.known_speakers.values()] == ["Lena"]
        await app.until(lambda: not form.is_running)
        assert not app.app.is_screen_installed(form)


async def test_a_form_that_is_left_leaves_nothing_behind(opened, river_talks, no_room) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("A")
        await app.until(lambda: isinstance(app.screen, Form))
        form = app.screen
        await app.press(*"2031-06-03", "enter")
        await app.until(lambda: "full" in app.text)
        await app.press("escape")
        await app.press("y")
        await app.until(lambda: not form.is_running)
        assert not app.app.is_screen_installed(form)
        assert app.app.screen is app.app.reading_screen
