"""The fields that forms are made of: named, shown safely, and read back as values."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Protocol, runtime_checkable

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input

from store.citation import show_date
from tui.counts import amount
from tui.display import safe_line

ParseDate = Callable[[str], tuple[str, str]]
"""What was typed -> (ISO date, precision); raises ValueError with a sentence."""

ParseAmount = Callable[[str], tuple[float, str] | None]
"""What was typed -> (number, unit); None where it is no number with a unit."""

NO_DATE = ("", "none")


@runtime_checkable
class FormField(Protocol):
    """What a form asks of a field. `read` raises ValueError with a sentence for the person who types."""

    name: str | None

    def read(self) -> Any:
        """The value typed, as the form's result holds it."""

    @property
    def changed(self) -> bool:
        """Whether a person changed the value."""

    @property
    def remark(self) -> str:
        """What the field has to say about a good value, such as the date it was read as."""


class TextField(Input):
    """A one-line text field."""

    DEFAULT_CSS = """
    TextField { border: none; height: 1; padding: 0 1; background: $boost; width: 1fr; }
    TextField:focus { border: none; background: $surface-lighten-2; }
    TextField > .input--placeholder { text-style: italic; }
    """

    def __init__(
        self, name: str, value: str = "", placeholder: str = "", id: str | None = None, select: bool = True
    ) -> None:
        super().__init__(value, placeholder, name=name, id=id, compact=True, select_on_focus=select)
        self.initial = value

    @property
    def _value(self) -> Text:
        # Input shows its value through here, raw; an offset in what is shown is the same offset in the value.
        return Text(safe_line(self.value), no_wrap=True, overflow="ignore", end="")

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.replace(" ".join(event.text.split()), *sorted(self.selection))

    def read(self) -> Any:
        """The value without blanks around it."""
        return self.value.strip()

    @property
    def changed(self) -> bool:
        """Whether the text differs from the one it was made with."""
        return self.value != self.initial

    @property
    def remark(self) -> str:
        """Nothing, for plain text."""
        return ""


class DateField(TextField):
    """A date with its precision, as people write it. A date that nobody touched is handed back as it came."""

    def __init__(
        self,
        name: str,
        iso: str,
        precision: str,
        parse: ParseDate,
        placeholder: str = "as 2026-11-30, Nov 2026, Q3 2026",
    ) -> None:
        super().__init__(name, date_text(iso, precision), placeholder)
        self._given = (iso, precision or "none")
        self._parse = parse

    def read(self) -> tuple[str, str]:
        """(ISO date, precision); empty text is no date."""
        if not self.changed:
            return self._given
        typed = self.value.strip()
        return self._parse(typed) if typed else NO_DATE

    @property
    def remark(self) -> str:
        """The date as it was understood."""
        if not self.changed or not self.value.strip():
            return ""
        try:
            iso, precision = self.read()
        except ValueError:
            return ""
        return iso if precision in ("day", "none") else f"{iso}, known to the {precision}"


def date_text(iso: str, precision: str) -> str:
    """A stored date as a person would type it: "2026", "2026-11", "Q3 2026", "autumn 2026", "2026-11-30"."""
    if len(iso) < 7 or precision not in ("month", "quarter", "season", "year"):
        return show_date(iso)
    year, month = iso[:4], int(iso[5:7])
    if precision == "year":
        return year
    if precision == "quarter":
        return f"Q{(month + 2) // 3} {year}"
    if precision == "season":
        return f"{('winter', 'spring', 'summer', 'autumn')[month % 12 // 3]} {year}"
    return iso[:7]


_SCALES = {"thousand": 1e3, "million": 1e6, "mln": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}


_PLAIN = re.compile(r"[+-]?([0-9]+|[1-9][0-9]{0,2}([ ,][0-9]{3})+)?(\.[0-9]*)?(e[+-]?[0-9]+)?")
"""A number with a decimal point; a comma or a blank parts thousands, and nothing else."""


def parse_number(typed: str) -> float | None:
    """500, 2.5, 1,500,000 or 500 million as a number; nothing is None.

    Raises:
        ValueError: A sentence, when it is no number.
    """
    plain = " ".join(typed.lower().split())
    if not plain:
        return None
    head, _, scale = plain.rpartition(" ")
    digits, factor = (head, _SCALES[scale]) if scale in _SCALES else (plain, 1.0)
    known = _PLAIN.fullmatch(digits)
    try:
        number = float(digits.replace(" ", "").replace(",", "")) * factor if known else math.nan
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ValueError(f"“{safe_line(typed.strip())}” is no number: write 1.5, 12 million or $12 million.")
    return number


def number_text(number: float | None) -> str:
    """A number as a person would type it, whole ones without a point."""
    if number is None:
        return ""
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else repr(number)


class QuantityField(TextField):
    """A number, with its unit or without, or nothing."""

    def __init__(self, name: str, value: float | None, parse: ParseAmount) -> None:
        super().__init__(name, number_text(value), placeholder="as 80 million, $80 million")
        self._parse = parse

    def read(self) -> tuple[float | None, str]:
        """The number typed, or None, and the unit typed with it, "" for none."""
        return self._parse(self.value) or (parse_number(self.value), "")

    @property
    def remark(self) -> str:
        """The quantity as it was understood."""
        try:
            return amount(*self.read()) if self.changed else ""
        except ValueError:
            return ""


class Cycle(Widget, can_focus=True):
    """One of a few words: ← → or space changes it, a letter picks the word that it begins."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "turn(1)", "next", show=False),
        Binding("left", "turn(-1)", "previous", show=False),
    ]
    DEFAULT_CSS = """
    Cycle { height: 1; width: 1fr; padding: 0 1; background: $boost; }
    Cycle:focus { background: $surface-lighten-2; text-style: bold; }
    """

    index = reactive(0)

    class Changed(Message):
        """Another word was picked."""

        def __init__(self, cycle: Cycle) -> None:
            super().__init__()
            self.cycle = cycle

        @property
        def control(self) -> Cycle:
            """The cycle that changed."""
            return self.cycle

    def __init__(self, name: str, options: Sequence[str], value: str) -> None:
        super().__init__(name=name)
        self.options = tuple(options)
        self._initial = self.options.index(value) if value in self.options else 0
        self.set_reactive(Cycle.index, self._initial)

    def render(self) -> Content:
        """All words in a line, the picked one in brackets."""
        return Content("  ").join(
            Content.styled(f"[{word}]", "bold") if index == self.index else Content.styled(f" {word} ", "dim")
            for index, word in enumerate(map(safe_line, self.options))
        )

    def watch_index(self) -> None:
        """Tell that another word was picked."""
        self.post_message(self.Changed(self))

    def action_turn(self, steps: int) -> None:
        """Go on to the next word, or back."""
        self.index = (self.index + steps) % len(self.options)

    def on_key(self, event: events.Key) -> None:
        """A letter picks the next word that begins with it."""
        if not event.is_printable or event.character is None or event.character == " ":
            return
        later = [(self.index + step) % len(self.options) for step in range(1, len(self.options) + 1)]
        hit = next((i for i in later if self.options[i].startswith(event.character.lower())), None)
        if hit is not None:
            event.stop()
            self.index = hit

    def on_click(self, event: events.Click) -> None:
        """A click picks the word under the mouse."""
        end = 1
        for index, word in enumerate(self.options):
            end += len(word) + 4
            if event.x < end:
                self.index = index
                return

    def read(self) -> str:
        """The picked word."""
        return self.options[self.index]

    @property
    def changed(self) -> bool:
        """Whether another word than the first is picked."""
        return self.index != self._initial

    @property
    def remark(self) -> str:
        """Nothing: the words speak for themselves."""
        return ""
