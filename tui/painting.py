"""Draws of a screen only the lines that changed, and of a scrolled view only those that were not drawn before.

Textual (8.2.8) draws every line of each widget that touches the rectangle around all changes, cuts each into pieces at
the edges of all widgets, and then writes the few that changed: at 160x50 that costs more than anything a key does. What
is seen through a dialog passes through Rich as well, segment by segment: at 300x100 that takes 300 ms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from itertools import groupby
from operator import itemgetter

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from textual._compositor import Compositor, CompositorUpdate, LayoutUpdate
from textual._context import visible_screen_stack
from textual._styles_cache import StylesCache
from textual.color import Color
from textual.containers import Horizontal
from textual.events import Resize
from textual.geometry import NULL_SPACING, Offset, Region, Size
from textual.reactive import Reactive
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import Screen, ScreenResultType
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from tui.sequences import rendered

Piece = tuple[int, int, Strip]
"""Where a strip begins, x and y in cells of the screen, and the strip."""
Stretch = tuple[int, int, int]
"""A line y and the cells [start, end) of it."""
Missing = dict[int, list[tuple[int, int]]]
"""By line y, the cells [start, end) that are still to be drawn."""

# Textual (8.2.8) remembers this by the widget, whose lines would be kept for as long: those of the last thousand.
StylesCache.get_inner_outer = staticmethod(  # type: ignore[assignment]
    lru_cache(1024)(partial(StylesCache.get_inner_outer.__wrapped__, StylesCache))
)


class Repaint(CompositorUpdate):
    """Strips written where they belong."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._pieces = list(pieces)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for x, y, strip in self._pieces:
            yield Control.move_to(x, y)
            yield from strip

    def render_segments(self, console: Console) -> str:
        """What the terminal is sent."""
        return "".join(f"\x1b[{y + 1};{x + 1}H{rendered(strip, console)}" for x, y, strip in self._pieces)


class WholeScreen(LayoutUpdate):
    """All lines of the screen; Textual prints them into pictures too."""

    def render_segments(self, console: Console) -> str:
        """What the terminal is sent."""
        return Repaint((0, y, line) for y, (line,) in enumerate(self.strips)).render_segments(console)


class LineCompositor(Compositor):
    """A compositor that asks each widget for no line but those of it that changed and are seen.

    Textual (8.2.8) notes the screens below in the context. Whatever task begins then keeps that, and with it screens
    that were left long ago: it is noted here that there are none.
    """

    def render_update(
        self, full: bool = False, screen_stack: list[Screen[object]] | None = None, simplify: bool = False
    ) -> RenderableType | None:
        """What has to be drawn, or the whole screen; a screen knows by itself what is below it."""
        return super().render_update(full, None, simplify)

    def get_style_at(self, x: int, y: int) -> Style:
        """The style of a cell."""
        found = super().get_style_at(x, y)
        visible_screen_stack.set([])
        return found

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """The widget at a cell, and where in its text that is."""
        found = super().get_widget_and_offset_at(x, y)
        visible_screen_stack.set([])
        return found

    def render_full_update(self, simplify: bool = False) -> WholeScreen:
        """The whole screen, by whole lines, simplified where Textual says so."""
        self._dirty_regions.clear()
        strips = self.render_strips()
        shown = [strip.simplify().discard_meta() for strip in strips] if simplify else strips
        return WholeScreen([[strip] for strip in shown], self.size.region)

    def render_strips(self, size: Size | None = None) -> list[Strip]:
        """The whole screen, or as much of it as fits a size, a strip each line."""
        return self.strips_in((size or self.size).region)

    def strips_in(self, part: Region) -> list[Strip]:
        """What stands in a part of the screen, a strip each line."""
        lines: dict[int, list[tuple[int, Strip]]] = {y: [] for y in part.line_range}
        for x, y, strip in self._pieces(_whole(part)):
            lines[y].append((x, strip))
        return [Strip.join(strip for _, strip in sorted(line, key=itemgetter(0))) for line in lines.values()]

    def render_partial_update(self) -> Repaint | None:  # type: ignore[override]  # of its base's kind, if not class
        """What has to be drawn again since the last update; None when nothing has."""
        changed = [region.intersection(self.size.region) for region in self._dirty_regions]
        self._dirty_regions.clear()
        missing: Missing = {}
        for y, start, end in self._regions_to_spans(changed):
            missing.setdefault(y, []).append((start, end))
        return Repaint(self._pieces(missing)) if missing else None

    def _pieces(self, missing: Missing) -> Iterator[Piece]:
        """Strips for what is `missing`, from the front to the back, nothing twice."""
        for widget, (region, clip) in self.visible_widgets.items():
            stretches = list(_taken(missing, region.intersection(clip)))
            if stretches:
                yield from _drawn(widget, region, stretches)
            if not missing:
                break


def _whole(part: Region) -> Missing:
    """All cells of a part of the screen."""
    return {y: [part.column_span] for y in part.line_range}


def _taken(missing: Missing, shown: Region) -> Iterator[Stretch]:
    """The stretches of `missing` that lie in a region, in order; they are taken out of it."""
    for y in sorted(set(missing).intersection(shown.line_range)):
        rest = []
        for start, end in missing[y]:
            first, last = max(start, shown.x), min(end, shown.right)
            if first < last:
                yield y, first, last
                rest += [(start, first), (last, end)]
            else:
                rest.append((start, end))
        missing[y] = [(start, end) for start, end in rest if start < end]
        if not missing[y]:
            del missing[y]


def _drawn(widget: Widget, region: Region, stretches: list[Stretch]) -> Iterator[Piece]:
    """The strips of a widget, whose place on the screen is `region`, for stretches of its lines."""
    strips: dict[int, Strip] = {}
    for _, run in groupby(enumerate(sorted({y for y, _, _ in stretches})), lambda pair: pair[1] - pair[0]):
        lines = [y for _, y in run]
        crop = Region(0, lines[0] - region.y, region.width, len(lines))
        strips |= zip(lines, widget.render_lines(crop), strict=True)
    for y, start, end in stretches:
        yield start, y, strips[y].crop(start - region.x, end - region.x)


class LineScreen(Screen[ScreenResultType]):
    """A screen that is drawn by lines. Among several bases it comes last: Textual takes the style of the first."""

    _compositor: LineCompositor

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._compositor = LineCompositor()
        self._seen: dict[tuple[Style, Color], Style] = {}

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines behind all widgets: of what is below it, where that is seen through this screen."""
        stack, tint = self.app.screen_stack, self.styles.background
        below = stack[stack.index(self) - 1] if self in stack[1:] and tint.a < 1 else None
        if not isinstance(below, LineScreen):
            return super().render_lines(crop)
        return [
            Strip([Segment(text, self._seen_through(style, tint)) for text, style, _ in strip], strip.cell_length)
            for strip in below._compositor.strips_in(crop)
        ]

    async def _on_resize(self, event: Resize) -> None:
        """Be as large as the window is by now.

        As it takes a size, Textual's screen (8.2.8) sends it to itself once more. Where the window had another one
        meanwhile, each would bring the other back, for good.
        """
        event.size = self.app.size

    def _screen_resized(self, size: Size) -> None:
        """Lay out anew, once a size: Textual asks a screen below others again for each of them."""
        if size != self._compositor.size:
            super()._screen_resized(size)

    def _seen_through(self, style: Style | None, tint: Color) -> Style:
        """How a style looks behind a tint."""
        key = (style or Style.null(), tint)
        seen = self._seen.get(key)
        if seen is None:
            segments = list(BackgroundScreen.process_segments([Segment(" ", key[0])], tint))
            for line_filter in self.get_line_filters():
                segments = line_filter.apply(segments, self.background_colors[1])
            seen = self._seen[key] = segments[0].style or Style.null()
        return seen


class LineScrollBar(ScrollBar):
    """A scrollbar that is drawn again only when it looks different: in a long list it seldom does."""

    position: Reactive[float] = Reactive(0, repaint=False)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in a region."""
        strips = [self.render_line(y) for y in crop.line_range]
        background = self.background_colors[1]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        return strips

    def watch_position(self, before: float, after: float) -> None:
        """Draw the bar where it moves by an eighth of a cell, which is what is drawn of it."""
        if self._eighths(before) != self._eighths(after):
            self.refresh()

    def _eighths(self, position: float) -> int:
        """Where the bar begins."""
        scrolled, window = self.window_virtual_size - self.window_size, self.window_size
        bar = max(1, window * self.size.height / max(self.window_virtual_size, 1))
        return int((self.size.height - bar) * position / scrolled * 8) if scrolled > 0 else 0


class LineRow(Horizontal):
    """Widgets side by side, laid out once: for one that takes another size Textual (8.2.8) lays all out again."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)


class LineStatic(Static):
    """Words, laid out once."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)


class LineView(ScrollView):
    """A scrolled view that draws its lines itself, in styles that it was `shown`, and keeps those that it drew.

    Textual keeps lines by their place on the screen, so that all are drawn anew when one line is scrolled, and has
    each pass through its filters.
    """

    def draw_lines(self, lines: range) -> Iterable[Strip]:
        """Some lines of what is seen, as they stand on the screen from top to bottom."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """One of them."""
        return next(iter(self.draw_lines(range(y, y + 1))))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Those in a region."""
        if self.styles.gutter != NULL_SPACING:
            return super().render_lines(crop)  # draws border and padding
        start, end = crop.column_span
        strips = self.draw_lines(range(*crop.line_span))
        return [strip.crop(start, end) if start or end < strip.cell_length else strip for strip in strips]

    def shown(self, style: Style) -> Style:
        """A style as this terminal shows it, past Textual's filters."""
        segments = [Segment(" ", style)]
        for line_filter in self.get_line_filters():
            segments = line_filter.apply(segments, self.background_colors[1])
        return segments[0].style or Style.null()

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scrollbar, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = LineScrollBar(name="vertical", thickness=self.scrollbar_size_vertical)
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)
        return self._vertical_scrollbar
