"""The list of articles at the widths it is used at."""

from array import array
from collections.abc import Sequence

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from store.articles import ArticleRow
from store.search import Context
from tui.widgets.article_list import ArticleList, ArticleSource, _context_line

TITLES = (
    "Harbour council signs ferry accord with Ostrava Line [sic]",
    "第二次会議で合意 — 港湾の新しい計画について話し合った",
    "\x1b[31mred\u202e title [/x]",
    "",
    "Ministère: cafe\u0301 👨\u200d👩\u200d👧 مرحبا",
)


def row(number: int, **known: object) -> ArticleRow:
    words = ("author", "place", "published", "published_precision", "added")
    values: dict[str, object] = {**dict.fromkeys(words, ""), "uid": f"uid{number}", "title": TITLES[number % 5]}
    values |= {"outlet": "Valdoria Times", "place": "Port Ellen", "published": "2031-04-09", "words": 300}
    values |= {"starred": False, "read": True, "quotes": 0, "commitments": 0, "mentions": 0, "repeated": None}
    return ArticleRow(id=number, **(values | known))  # type: ignore[arg-type]


class ListApp(App[None]):
    def __init__(self, rows: Sequence[ArticleRow]) -> None:
        super().__init__()
        self.kept = {row.id: row for row in rows}

    def compose(self) -> ComposeResult:
        yield ArticleList()

    def on_mount(self) -> None:
        source = ArticleSource(array("q", self.kept), lambda ids: [self.kept[i] for i in ids if i in self.kept])
        self.articles.show(source)

    @property
    def articles(self) -> ArticleList:
        return self.query_one(ArticleList)

    def lines(self, n: int) -> list[str]:
        return [self.articles.render_line(y).text for y in range(n)]


@pytest.mark.parametrize("width", [20, 30, 40, 46, 50, 60, 76, 77, 78, 80, 100, 120, 135, 160, 300])
async def test_every_line_is_as_wide_as_the_list_whatever_the_title(width: int) -> None:
    rows = [row(i, repeated=1.0, quotes=12, commitments=3, read=i % 2 == 0, starred=i % 3 == 0) for i in range(10)]
    app = ListApp(rows)
    async with app.run_test(size=(width, 24)):
        room = app.articles.scrollable_content_region.width
        assert room == width - 1
        assert [cell_len(line) for line in app.lines(20)] == [room] * 20
        assert not any(char in line for line in app.lines(20) for char in "\x1b\u202e\n")


async def test_an_article_takes_one_line_of_a_wide_list() -> None:
    app = ListApp([row(0, starred=True, read=False, quotes=2, commitments=1, repeated=0.48), row(1)])
    async with app.run_test(size=(110, 24)):
        first, second = app.lines(2)
        assert first.startswith("▌ •★ 2031-04-09  Valdoria Times   Harbour council signs")
        assert first.rstrip().endswith("≡48%  ❝2  ⚑1")
        assert second.startswith("     2031-04-09  Valdoria Times   第二次会議で合意")
        assert not any(sign in second for sign in "•★≡❝⚑")


async def test_an_article_takes_two_lines_of_a_side_pane() -> None:
    app = ListApp([row(0, starred=True, read=False, quotes=2, repeated=0.48), row(1)])
    async with app.run_test(size=(45, 24)):
        lines = [line.rstrip() for line in app.lines(4)]
        assert lines == [
            "▌ •★ Harbour council signs ferry accord wit…",
            "     2031-04-09  Valdoria Times     ≡48%  ❝2",
            "     第二次会議で合意 — 港湾の新しい計画に …",
            "     2031-04-09  Valdoria Times",
        ]


async def test_what_is_not_known_is_said_or_left_out() -> None:
    app = ListApp([row(3, published="", outlet="", published_precision="none"), row(0, published="2031-04")])
    async with app.run_test(size=(45, 24)):
        assert [line.rstrip() for line in app.lines(4)] == [
            "▌    (no title)",
            "     no date",
            "     Harbour council signs ferry accord wit…",
            "     2031-04  Valdoria Times",
        ]


async def test_a_removed_article_leaves_its_place_until_the_list_is_made_again() -> None:
    app = ListApp([row(i) for i in range(3)])
    async with app.run_test(size=(110, 24)):
        del app.kept[1]
        app.articles.forget()
        assert app.lines(2)[1].strip() == "· no longer there"
        app.articles.show(ArticleSource(array("q", app.kept), lambda ids: [app.kept[i] for i in ids]))
        assert app.articles.source.count == 2


async def test_the_cursor_is_put_on_an_article_by_its_number() -> None:
    app = ListApp([row(i) for i in range(30)])
    async with app.run_test(size=(110, 24)):
        assert app.articles.go_to(17)
        assert app.articles.row is not None
        assert app.articles.row.id == 17
        assert not app.articles.go_to(400)
        assert app.articles.row.id == 17


async def test_colours_change_with_the_theme() -> None:
    app = ListApp([row(0)])
    async with app.run_test(size=(110, 24)) as pilot:
        dark = [segment.style for segment in app.articles.render_line(0)]
        app.theme = "textual-light"
        await pilot.pause()
        assert [segment.style for segment in app.articles.render_line(0)] != dark


@pytest.mark.parametrize("width", [-2, 0, 3, 20, 38, 80])
@pytest.mark.parametrize("hit", ["a", "the ministers of the northern provinces " * 3, "第二次会議で合意" * 9])
def test_the_words_around_a_hit_have_the_room_that_it_leaves(width: int, hit: str) -> None:
    parts = _context_line(Context("some words before ", hit, " after it"), width)
    assert cell_len("".join(words for words, _ in parts)) == max(width, 3)
