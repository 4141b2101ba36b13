"""The concordance: lines found, sorted, opened, marked and tagged at once."""

import threading
from pathlib import Path

import pytest
from rich.cells import cell_len

from store import concordance, records
from store.samples import sample_paths
from tui.screens.concordance import Concordance, ConcordanceRows, fit_end

SIZES = pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=["80x24", "160x50"])


async def concordance_of(app, words: str) -> None:
    await app.press("K")
    await app.says("Type a word or a phrase.")
    await app.type(words)
    await app.until(lambda: app.screen.list.source.count > 0)
    await app.press("enter")


def shown(app) -> list[str]:
    rows = app.screen.list.source.fetch(0, 1000)
    return [f"{row.left[-12:]}[{row.hit}]{row.right[:12]}" for row in rows]


@SIZES
async def test_the_word_under_the_cursor_is_shown_in_all_texts(opened, size) -> None:
    async with opened(*sample_paths(), size=size) as app:
        await app.press("slash")
        await app.type("Taverne joint")
        await app.says("best match first")
        await app.press("enter", "enter", "K")
        await app.says("Concordance: ")
        await app.until(lambda: app.screen.list.source.count > 3)
        rows = app.screen.list.source.fetch(0, 100)
        assert {row.hit.lower() for row in rows} == {app.screen.query_one("#typed").value.strip('"').lower()}
        columns = {
            line.index(row.hit)
            for row in rows
            for line in app.lines
            if f"{row.hit}{row.right[:9]}" in line and " · " not in line
        }
        assert len(columns) == 1, "the hits stand one below the other"
        line = rows[1]
        await app.press("j", "enter")
        await app.until(lambda: app.screen.query("Page"))
        assert app.screen.reading.row.id == line.article
        assert app.screen.page.place == line.start


@SIZES
async def test_lines_are_sorted_by_either_side(opened, size) -> None:
    async with opened(*sample_paths(), size=size) as app:
        await concordance_of(app, "water ")
        newest = shown(app)

        def lefts() -> list[str]:
            rows = app.screen.list.source.fetch(0, 1000)
            return [row.left.split()[-1].casefold().strip("“,.") for row in rows if row.left]

        assert lefts() != sorted(lefts())
        await app.press("S")
        await app.says("by what stands before")
        await app.until(lambda: lefts() == sorted(lefts()))
        await app.press("S")
        await app.says("by what follows")
        assert sorted(shown(app)) == sorted(newest)
        await app.press("S")
        await app.until(lambda: shown(app) == newest)


@SIZES
async def test_marked_lines_are_tagged_at_once_and_undone_at_once(opened, size) -> None:
    async with opened(*sample_paths(), size=size) as app:
        collection = app.app.collection
        await concordance_of(app, "Taverne ")
        count = app.screen.list.source.count
        await app.press("ctrl+a")
        await app.says(f"{count} marked")
        await app.press("space")
        await app.says(f"{count - 1} marked")
        await app.press("2")
        await app.says("Speaker")
        await app.type("Ilse Taverne")
        await app.press("enter", "enter")
        await app.says("On record: ")
        await app.until(lambda: " · 7 marked" not in app.text)
        made = records.list_records(collection, "mention")
        assert 1 < len(made) < count, "copies are counted once"
        assert {record.anchors[0].exact for record in made} == {"Taverne"}
        assert len({record.fields["speaker"] for record in made}) == 1
        await app.press("u")
        await app.until(lambda: not records.list_records(collection, "mention"))
        await app.says("Undone (yours)")
        await app.press("ctrl+r")
        await app.until(lambda: len(records.list_records(collection, "mention")) == len(made))
        await app.says("Done again (yours)")


async def test_a_note_goes_to_every_marked_line(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        await concordance_of(app, "leaders ")
        await app.press("space", "space", "t")
        await app.type("check")
        await app.press("enter")
        await app.says("On record: ")
        made = records.list_records(app.app.collection, "note")
        assert {record.note for record in made} == {"check"}


async def test_a_quote_takes_the_quotation_around_the_hit(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        await concordance_of(app, "engineers ")
        await app.press("1")
        await app.type("Ilse Taverne")
        await app.press("enter", "enter")
        await app.says("On record: ")
        (quote,) = records.list_records(app.app.collection, "quote")
        assert quote.anchors[0].exact.startswith("“We settled")


async def test_it_does_not_say_that_words_stand_nowhere_while_it_looks(opened, river_talks: Path, monkeypatch) -> None:
    found, find = threading.Event(), concordance.concordance

    def slowly(*given):
        found.wait()
        yield from find(*given)

    monkeypatch.setattr(concordance, "concordance", slowly)
    async with opened(river_talks) as app:
        await app.to_article()
        try:
            await app.press("K")
            await app.says("One moment")
        finally:
            found.set()
        await app.until(lambda: app.screen.list.source.count)


async def test_nothing_found_and_nothing_marked_are_said(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        await app.press("K")
        await app.type("zzzz ")
        await app.says("These words stand nowhere.")
        await app.press("enter", "1", "space", "enter")
        assert "Concordance: 0" in app.text
        await app.press("escape")
        await app.until(lambda: app.screen.query("Page"))


@pytest.mark.parametrize("width", [-5, -1, 0, 1, 4, 30])
def test_the_end_of_the_words_before_fills_its_column(width: int) -> None:
    assert cell_len(fit_end("第二次会議 some words", width)) == max(width, 0)


async def test_a_terminal_of_a_few_cells_shows_what_it_can(opened) -> None:
    async with opened(*sample_paths(), size=(6, 12)) as app:
        await app.press("K")
        app.screen.query_one("#typed").value = "locks"
        await app.until(lambda: app.screen.list.source.count > 0)


async def test_lines_that_go_on_record_after_the_concordance_was_left_are_told(opened) -> None:
    async with opened(*sample_paths()) as app:
        await concordance_of(app, "locks")
        release = threading.Event()
        app.app.keep(release.wait)
        dialog = app.screen
        await app.press("t", *"dam", "enter", "escape")
        await app.until(lambda: not dialog.is_running)
        release.set()
        await app.says("On record: 1 note")
        await app.pilot.pause(0.1)
        assert "fault" not in app.text


async def test_the_cursor_stays_on_its_line_while_more_are_found_and_begins_at_the_top_of_other_words(opened) -> None:
    more = threading.Semaphore(0)

    def find(typed, cancelled):
        for first in (0, 3, 6):
            more.acquire(timeout=5)
            yield [
                concordance.Line(n, f"{typed}{n}", "", "Title", "", "", 0, 3, f"{9 - n} ", "hit", "")
                for n in range(first, first + 3)
            ]

    async with opened() as app:
        app.app.push_screen(Concordance("hit", find, print, print, print))
        await app.until(lambda: app.screen.query(ConcordanceRows))
        more.release()
        await app.until(lambda: app.screen.list.source.count == 3)
        await app.press("S")
        await app.until(lambda: [row.article for row in app.screen.list.source.fetch(0, 9)] == [2, 1, 0])
        app.screen.list.go_to(("hit1", 0))
        more.release()
        await app.until(lambda: app.screen.list.source.count == 6)
        assert app.screen.list.row.article == 1
        more.release()
        await app.until(lambda: app.screen.list.source.count == 9)
        assert app.screen.list.row.article == 1
        app.screen.query_one("#typed").value = "hits"
        more.release()
        await app.until(lambda: app.screen.list.row.uid.startswith("hits"))
        more.release(2)
        await app.until(lambda: app.screen.list.source.count == 9)
        assert app.screen.list.row.article == 2
