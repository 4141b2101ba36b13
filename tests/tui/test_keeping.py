"""Keeping changes: in order, whatever else takes its time, and shown whatever goes wrong afterwards."""

import asyncio
import threading
import time

from store import records, suggestions
from store.lock import WriterLock


async def test_saving_does_not_wait_for_other_work(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        release = threading.Event()
        loop = asyncio.get_running_loop()
        busy = [loop.run_in_executor(None, release.wait) for _ in range(64)]
        try:
            await app.press("m")
            await app.until(lambda: app.app.collection.read.execute("SELECT starred FROM article").fetchone()[0])
        finally:
            release.set()
            await asyncio.gather(*busy)


async def test_changes_are_kept_in_the_order_they_were_asked_for(opened) -> None:
    async with opened() as app:
        kept: list[int] = []
        told: list[int] = []
        for number in range(20):
            app.app.keep(lambda number=number: kept.append(number), lambda _, number=number: told.append(number))
        await app.until(lambda: len(told) == 20)
        assert kept == told == list(range(20))


async def test_what_was_kept_is_shown_though_telling_of_it_breaks(opened) -> None:
    async with opened() as app:
        shown: list[bool] = []
        app.app.changed.subscribe(app.screen, shown.append)
        app.app.keep(lambda: None, lambda _: 1 / 0)
        await app.until(lambda: shown == [False])


async def test_what_could_not_be_kept_calls_back(opened) -> None:
    async with opened() as app:
        called: list[str] = []
        app.app.keep(lambda: 1 / 0, lambda _: called.append("kept"), failed=lambda: called.append("failed"))
        await app.until(lambda: called == ["failed"])


async def test_ctrl_q_stays_once_to_tell_what_could_not_be_kept(opened) -> None:
    async with opened() as app:
        app.app.keep(lambda: time.sleep(0.2) or 1 / 0)
        await app.press("ctrl+q")
        await app.says("ZeroDivisionError")
        assert not app.app._exit
        await app.press("ctrl+q")
        assert app.app._exit


async def test_nobody_is_told_where_the_terminal_has_gone(opened) -> None:
    async with opened() as app:
        app.app.keep(lambda: time.sleep(0.2) or 1 / 0)
        await app.app._hung_up()
        assert app.app._exit


async def test_looks_for_suggestions_do_not_pile_up(opened, river_talks, monkeypatch) -> None:
    release, looks, look = threading.Event(), [], suggestions.look

    def slow(*given):
        looks.append(given)
        release.wait()
        return look(*given)

    monkeypatch.setattr(suggestions, "look", slow)
    async with opened(river_talks) as app:
        try:
            await app.to_article()
            await app.until(lambda: len(looks) == 1)
            for starred in (True, False, True):
                await app.press("m")
                await app.until(lambda starred=starred: bool(app.screen.reading.row.starred) is starred)
            assert len(looks) == 1
        finally:
            release.set()
        await app.until(lambda: app.screen.suggestions)
        await app.until(lambda: len(looks) == 2)


async def test_words_selected_while_others_are_being_kept_stay_selected(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        page, text = app.screen.page, app.screen.reading.text
        first, second = ((text.index(words), text.index(words) + len(words)) for words in ("engineers", "Taverne"))
        page.select(first)
        await app.press("t", "x", "enter")
        await app.says("On record: note")
        assert page.selected is None
        page.select(second)
        with WriterLock(app.app.collection.path):
            await app.press("full_stop")
            page.select(first)
        await app.until(lambda: len(records.list_records(app.app.collection, "note")) == 2)
        await app.until(lambda: not app.app._keeping)
        assert page.selected == first


async def test_of_two_copies_the_later_stays(opened) -> None:
    async with opened() as app:
        copied: list[str] = []

        def copy(words: str) -> str:
            time.sleep(0.3 if words == "first" else 0)
            copied.append(words)
            return "Copied."

        app.app.words_copier.copy = copy
        app.app.copy_words(lambda: "first")
        app.app.copy_words(lambda: "second")
        await app.until(lambda: len(copied) == 2)
        assert copied == ["first", "second"]
