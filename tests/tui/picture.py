"""Pictures of a screen as text: its lines, and the style in which each run of cells stands.

A picture holds what a person tells apart, and nothing of how Textual draws. Below the lines, `a12 b68` says that 12
cells stand in style a and 68 in style b, and `=` that a line is styled as the one before. Then each style is told: its
attributes, and the colours of the theme that its own are nearest to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.color_triplet import ColorTriplet
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.geometry import Region
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.strip import Strip

ATTRIBUTES = ("bold", "dim", "italic", "underline", "reverse", "strike")
ROLES = ("foreground", "background", "surface", "panel", "primary", "secondary")
ROLES += ("accent", "success", "warning", "error")
LIMIT = 3_000
"""So many times it is looked whether the app has come to rest."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a screen shows: where, its lines, and the styles of their cells."""

    place: str
    lines: Sequence[str]
    runs: Sequence[str]
    styles: Sequence[str]

    def text(self, heading: str, like: Picture | None = None) -> str:
        """The picture under a heading; of one that is `like` another only what differs from it."""
        lines = [f"|{line}" for line in self.lines] if like is None or like.lines != self.lines else []
        runs = self.runs if like is None or like.runs != self.runs else []
        return "\n".join([f"## {heading}: {self.place}", *lines, *runs, *self.styles, ""])


def take(app: App[object]) -> Picture:
    """The screen on top; of a dialog its box alone, since what it covers has pictures of its own."""
    part = pictured(app)
    strips = app.screen._compositor.render_strips()[part.y : part.bottom]
    rows = [strip.crop(part.x, part.right) for strip in strips]
    letters: dict[str, str] = {}
    runs = [_runs(row, letters, app) for row in rows]
    styles = [f"{letter}  {style}" for style, letter in letters.items()]
    place = f"{part.width}x{part.height} from {part.x},{part.y}"
    return Picture(place, [row.text.rstrip() for row in rows], _once(runs), styles)


def pictured(app: App[object]) -> Region:
    """What a picture shows: the screen, or of a dialog its box."""
    screen = app.screen
    return screen.query_one("#box").region if isinstance(screen, ModalScreen) else screen.region


async def settle(pilot: Pilot[object]) -> None:
    """Wait until the app has nothing left to do by itself: no worker runs, and nothing is put off for a moment."""
    app = pilot.app
    for _ in range(LIMIT):
        app.clear_notifications()
        await pilot.pause()
        if not _at_work(app):
            await pilot.pause()
            if not _at_work(app):
                return
        await pilot.pause(0.01)
    raise AssertionError(f"the app does not come to rest: {[*app.workers]}")


def _at_work(app: App[object]) -> bool:
    pumps = [app, *(node for screen in app.screen_stack for node in screen.walk_children(with_self=True))]
    timers = (timer for pump in pumps for timer in pump._timers if timer._repeat == 0)
    put_off = any(timer._task is not None and not timer._task.done() for timer in timers)
    return put_off or any(not worker.is_finished for worker in app.workers)


def _runs(row: Strip, letters: dict[str, str], app: App[object]) -> str:
    """The styles of a line by their letters; a new style gets the next letter."""
    cells = [(letters.setdefault(_told(s.style, app), _letter(len(letters))), s.cell_length) for s in row if s.text]
    return " ".join(f"{letter}{sum(n for _, n in run)}" for letter, run in groupby(cells, key=lambda cell: cell[0]))


def _letter(number: int) -> str:
    return chr(ord("a") + number) if number < 26 else chr(ord("A") + number - 26)


def _told(style: Style | None, app: App[object]) -> str:
    style = style or Style()
    attributes = [name for name in ATTRIBUTES if getattr(style, name)]
    ink, ground = (_role(c.get_truecolor() if c else None, app) for c in (style.color, style.bgcolor))
    return " ".join([*attributes, ink, "on", ground])


def _role(colour: ColorTriplet | None, app: App[object]) -> str:
    """The colour of the theme that is nearest; without colours, how bright it is of 9."""
    if colour is None:
        return "-"
    if app.no_color:
        return f"grey{round(sum(colour) / 3 / 255 * 9)}"
    theme = app.current_theme
    colours = {role: Color.parse(getattr(theme, role)) for role in ROLES}
    colours["muted"] = colours["background"].blend(colours["foreground"], 0.6)

    def away(role: str) -> int:
        return sum((one - other) ** 2 for one, other in zip(colour, colours[role].rgb, strict=True))

    return min(colours, key=away)


def _once(lines: Sequence[str]) -> list[str]:
    """The lines, `=` where one is as the one before."""
    return ["=" if before == line else line for before, line in zip(["", *lines], lines, strict=False)]
