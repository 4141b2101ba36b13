"""Text of all scripts on the page: columns hold, cursor and selection stand at whole clusters, offsets are exact."""

from pathlib import Path

import pytest
import regex

ARTICLE = Path(__file__).parent.parent / "articles" / "gallery.txt"
TEXT = ARTICLE.read_text(encoding="utf-8")
CLUSTERS = [found.span() for found in regex.finditer(r"\X", TEXT)]


@pytest.mark.parametrize("size", [(40, 10), (61, 24), (80, 24), (120, 40), (300, 100)])
async def test_every_line_is_as_wide_as_the_page(opened, size: tuple[int, int]) -> None:
    async with opened(ARTICLE, size=size) as app:
        await app.to_article()
        page = app.screen.page
        for row in range(0, page.virtual_size.height, page.size.height):
            page.scroll_to(y=row, animate=False)
            await app.pilot.pause()
            widths = {page.render_line(y).cell_length for y in range(page.size.height)}
            assert widths == {page.size.width}
        assert {len(strip_text(strip)) for strip in app.screen._compositor.render_strips()} == {size[0]}


def strip_text(strip) -> range:
    """The cells of a line of the screen."""
    return range(strip.cell_length if hasattr(strip, "cell_length") else sum(s.cell_length for s in strip))


async def test_the_cursor_stands_at_every_cluster_once_and_nowhere_else(opened) -> None:
    async with opened(ARTICLE) as app:
        await app.to_article()
        page = app.screen.page
        page.go_to(0)
        stood = [page.place]
        while page.place < len(TEXT):
            page.action_right()
            if page.place == stood[-1]:
                break
            stood.append(page.place)
        begins = {start for start, _ in CLUSTERS}
        assert [place for place in stood if place < len(TEXT) and place not in begins] == []
        shown = {start for start, end in CLUSTERS if not TEXT[start:end].isspace()}
        assert shown <= set(stood)
        back = [page.place]
        while page.place:
            page.action_left()
            back.append(page.place)
        assert back[::-1] == stood


async def test_every_cell_of_a_cluster_is_clicked_as_that_cluster(opened) -> None:
    async with opened(ARTICLE, size=(100, 60)) as app:
        await app.to_article()
        page = app.screen.page
        for start, end in CLUSTERS:
            if TEXT[start:end].isspace():
                continue
            y = page.row_of(start) + len(page._header_rows) - page.scroll_offset.y
            x = page._indent + page.column_of(start)
            assert page.offset_at(x, y) == start, TEXT[start:end]


@pytest.mark.parametrize(
    "words", ["市長說", "המעבורת תצא", "للصحفيين", "👩‍👩‍👧‍👦", "🇳🇴🇸🇪", "Z̴̧͓̈́a̷̛͖l̶͎̈g̸͇̕ỏ̷̱", "«سنعود إلى العبارة", "झील का पानी"]
)
async def test_selected_words_are_copied_as_they_stand(opened, words: str) -> None:
    start = TEXT.index(words)
    async with opened(ARTICLE) as app:
        await app.to_article()
        page = app.screen.page
        page.go_to(start)
        page.select((start, start + len(words)))
        await app.pilot.pause()
        await app.press("Y")
        await app.until(lambda: app.app.words_copier.words == words)
