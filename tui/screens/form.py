"""What all dialogs share: a box with a title and a line of keys. And forms: rows of fields in it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import on
from textual.app import App, ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Input, Static

from store.errors import OnRecordError
from tui.actions import KEY_IN_DIALOGS, shared
from tui.display import safe, safe_line, shortened
from tui.failures import TellsFailures
from tui.keynames import show_key
from tui.painting import LineScreen
from tui.widgets.fields import FormField
from tui.widgets.speaker_field import SpeakerField

if TYPE_CHECKING:
    from tui.screens.running import Outcome, Work

T = TypeVar("T")

Hint = tuple[str, str, str]
"""A key, what it does in a word, and the screen's action that a click on it runs ("" for none)."""

BETWEEN = Content("   ")

EXCERPT = 240
"""So many characters of the words in question are shown above a form."""

LOOK_AGAIN = 0.1
"""Seconds between two looks whether another form has been left."""


def keys_line(hints: Iterable[Hint]) -> Content:
    """Keys and what they do in a line; each can be clicked."""
    return BETWEEN.join(map(_in_words, hints))


def _in_words(hint: Hint) -> Content:
    key, words, action = hint
    part = Content.assemble((key, "bold"), f" {words}")
    return part.stylize(Style.from_meta({"@click": f"screen.{action}"})) if action else part


class Keys(Widget):
    """The keys at the bottom of a dialog, each in one piece with what it does; one without room begins a line."""

    def __init__(self, hints: Iterable[Hint], *, id: str) -> None:
        super().__init__(id=id)
        self._parts = [*map(_in_words, hints)]

    def tell(self, hints: Iterable[Hint]) -> None:
        """Tell other keys."""
        self._parts = [*map(_in_words, hints)]
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as they take."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The keys."""
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        first, *rest = self._parts
        lines = [first]
        for part in rest:
            longer = lines[-1] + BETWEEN + part
            if longer.cell_length <= width:
                lines[-1] = longer
            else:
                lines.append(part)
        return lines


def excerpt(words: str, before: str = "", after: str = "") -> Content:
    """The words in question as a form shows them: in one piece, cut in the middle when long.

    Shorter ones stand among those before and after them in their sentences, as many as have room.
    """
    plain = " ".join(words.split())
    if len(plain) > EXCERPT:
        return Content(safe_line(f"{plain[: EXCERPT * 2 // 3]} … {plain[-EXCERPT // 3 :]}"))
    room = EXCERPT - len(plain)
    follows = shortened(_one_line(after), max(room - len(before), room // 2))
    leads = shortened(_one_line(before)[::-1], room - len(follows))[::-1]
    return Content.assemble((safe_line(leads), "dim"), safe_line(plain), (safe_line(follows), "dim"))


def _one_line(words: str) -> str:
    """Words with single blanks, one at an end where there were any."""
    return re.sub(r"\s+", " ", words)


class Dialog(TellsFailures, ModalScreen[T], LineScreen[T]):
    """A box over the screen. esc and ctrl+g leave it with None."""

    CSS_PATH: ClassVar[str | list[str | PurePath]] = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+g", "cancel", "cancel", show=False),
        shared("help", "app.help"),
    ]
    HEADING: ClassVar[str] = ""
    HINTS: ClassVar[Sequence[Hint]] = (("esc", "cancel", "cancel"),)

    def compose(self) -> ComposeResult:
        """The box, its content and its keys."""
        with Vertical(id="box") as box:
            box.border_title = self.heading
            yield from self.content()
            yield Keys(self.hints(self.HINTS), id="keys")

    @property
    def heading(self) -> str:
        """The title of the box."""
        return self.HEADING

    def content(self) -> ComposeResult:
        """What stands between the title and the keys."""
        yield from ()

    def hints(self, hints: Iterable[Hint]) -> Iterator[Hint]:
        """Hints with the keys that a person has set in place of the usual ones."""
        for keys, words, action in hints:
            yield " ".join(map(self._own_key, keys.split())), words, action

    def _own_key(self, key: str) -> str:
        own = self.app._keymap.get(KEY_IN_DIALOGS.get(key.replace("^", "ctrl+"), ""))
        return show_key(own.split(",")[0]) if own else key

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be done before the dialog stands: a key typed ahead would not find its fields."""
        return super().check_action(action, parameters) if self.is_mounted else False

    _left = False

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Leave with a result, once: a second key typed ahead would take the screen below away as well."""
        if self._left:
            return AwaitComplete()
        self._left = True
        return super().dismiss(result)

    def action_cancel(self) -> None:
        """Leave without a result."""
        self.dismiss(None)


class Row(Vertical):
    """A label, one or more fields beside it, and below them what there is to say about their values."""

    DEFAULT_CSS = """
    Row { height: auto; }
    Row > Horizontal { height: auto; }
    Row .label { width: 14; color: $text-muted; }
    Row:focus-within .label { color: $text; text-style: bold; }
    Row .between { width: auto; padding: 0 1; color: $text-muted; }
    Row .remark { height: auto; padding: 0 0 0 15; display: none; color: $text-muted; }
    Row .remark.-wrong { color: $text-error; text-style: bold; }
    """

    def __init__(self, label: str, *fields: Widget, between: str = "") -> None:
        super().__init__()
        self._label = label
        self.fields = fields
        self._between = between

    def compose(self) -> ComposeResult:
        """The label and the fields in a line, the remark below."""
        with Horizontal():
            yield Static(self._label, classes="label", markup=False)
            for index, field in enumerate(self.fields):
                if index:
                    yield Static(self._between, classes="between", markup=False)
                yield field
        yield Static(classes="remark", markup=False)

    def say(self, words: str, wrong: bool = False) -> None:
        """Show a sentence below the fields; an empty one takes it away."""
        remark = self.query_one(".remark", Static)
        remark.update(Content(safe(f"✗ {words}" if wrong else words)))
        remark.set_class(wrong, "-wrong")
        remark.display = bool(words)


class Form(Dialog[T]):
    """Rows of fields. enter or ctrl+s saves, tab and arrows move, esc leaves and asks if there are changes.

    A subclass yields its rows in `rows` and makes its result of the values read in `result`, which may raise
    `FieldError`. What is wrong is said under its field, and nothing typed is lost by it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+s", "save", "save", show=False),
        Binding("down,tab", "next_field", "next field", show=False),
        Binding("up,shift+tab", "previous_field", "field before", show=False),
    ]
    HINTS: ClassVar[Sequence[Hint]] = (
        ("enter", "save", "save"),
        ("tab", "next field", ""),
        ("esc ^g", "cancel", "cancel"),
    )

    HINTS_BESIDE: ClassVar[Sequence[Hint]] = (
        ("^n", "create", ""),
        ("↓↑", "choose", ""),
        ("^s", "save", "save"),
        ("esc ^g", "cancel", "cancel"),
    )
    """Those while the line is marked that makes a new speaker beside one who answers to the name."""
    HINTS_CHOOSING: ClassVar[Sequence[Hint]] = (("enter", "take and go on", ""), *HINTS_BESIDE)
    """Those while any other line of the list of speakers is marked: enter takes it and goes on to the role."""

    def __init__(self, words: str = "", around: tuple[str, str] = ("", "")) -> None:
        super().__init__()
        self._words = words
        self._around = around

    def content(self) -> ComposeResult:
        """The words in question, then the rows, and why what was filled in could not be kept."""
        if self._words:
            yield Static(excerpt(self._words, *self._around), id="words")
        with VerticalScroll(id="rows", can_focus=False):
            yield from self.rows()
        yield Static(id="failed")

    def rows(self) -> Iterable[Row]:
        """The rows of this form, from the top."""
        raise NotImplementedError

    def result(self, values: dict[str, Any]) -> T:
        """The result from the fields' values by their names."""
        raise NotImplementedError

    @property
    def fields(self) -> list[tuple[Row, FormField]]:
        """The fields that can be seen, with their rows."""
        shown = [row for row in self.query(Row) if row.display]
        return [(row, field) for row in shown for field in row.fields if isinstance(field, FormField)]

    def row_of(self, name: str) -> Row:
        """The row that holds the field `name`."""
        return next(row for row in self.query(Row) if any(field.name == name for field in row.fields))

    def action_next_field(self) -> None:
        """Go to the next field."""
        self.focus_next()

    def action_previous_field(self) -> None:
        """Go to the field before."""
        self.focus_previous()

    def action_save(self) -> None:
        """Leave with the result, or say what is wrong."""
        values: dict[str, Any] = {}
        wrong: dict[str, str] = {}
        for _, field in self.fields:
            try:
                values[str(field.name)] = field.read()
            except ValueError as error:
                wrong[str(field.name)] = str(error)
        if not wrong:
            try:
                self.done(self.result(values))
                return
            except FieldError as error:
                wrong[error.name] = str(error)
        self.complain(wrong)

    def done(self, result: T) -> None:
        """What happens with a result that has nothing wrong."""
        self.dismiss(result)

    def run(self, heading: str, work: Work[T], outcome: Callable[[T], Outcome]) -> None:
        """Do some work in sight, then leave with its result; where it broke off, stand as it was filled in."""
        from tui.screens.running import Running

        box = self.query_one("#box")
        box.visible = False

        def ended(result: T | None) -> None:
            if result is None:
                box.visible = True
            else:
                self.dismiss(result)

        self.app.push_screen(Running(heading, work, outcome), ended)

    # Asking

    def ask(self, app: App[Any], take: Callable[[T], bool]) -> None:
        """Show the form and hand its result to `take`, which says whether it has the app keep that for this form.

        Until then the form is only hidden: `come_back` shows it as it was filled in.
        """
        self._take = take
        app.install_screen(self, f"form {id(self)}")  # such a screen outlives being left
        app.push_screen(self, self._given)

    def _given(self, result: T | None) -> None:
        if result is None or not self._take(result):
            self.go_away()

    async def come_back(self, error: OnRecordError) -> None:
        """Show the form again, with what was filled in, and why that could not be kept.

        It waits until no other form is open, which would lose the keys that are typed in it.
        """
        while any(isinstance(screen, Form) for screen in self.app.screen_stack):
            await asyncio.sleep(LOOK_AGAIN)
        self._left = False
        failed = self.query_one("#failed", Static)
        failed.update(Content(safe(f"✗ {error}")))
        failed.display = True
        self.app.push_screen(self, self._given)

    def go_away(self) -> None:
        """Forget the form, once it is left for good."""
        self.app.uninstall_screen(self)
        self.remove()

    def complain(self, wrong: dict[str, str]) -> None:
        """Say what is wrong with fields, by their names, and go to the first of them, its text selected."""
        for row in self.query(Row):
            words = " ".join(wrong[str(field.name)] for field in row.fields if str(field.name) in wrong)
            row.say(words, wrong=True)
        first = next(field for _, field in self.fields if str(field.name) in wrong)
        assert isinstance(first, Widget)
        first.focus()
        for typed in first.walk_children(Input, with_self=True):
            typed.select_all()

    @property
    def changed(self) -> bool:
        """Whether a person changed anything."""
        return any(field.changed for _, field in self.fields)

    def action_cancel(self) -> None:
        """Leave without a result; ask first when something was typed."""
        if self.changed:
            self.ask_to_leave(self.dismiss)
        else:
            self.dismiss(None)

    def ask_to_leave(self, leave: Callable[[], object]) -> None:
        """Ask whether what was typed may be lost, and leave if so."""
        from tui.screens.confirm import Confirm

        question = Confirm("Leave without saving?", "What you typed here would be lost.", "leave", "keep editing")

        def answered(sure: bool | None) -> None:
            if sure:
                leave()

        self.app.push_screen(question, answered)

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_save()

    @on(SpeakerField.Marked)
    def _speaker_marked(self, event: SpeakerField.Marked) -> None:
        choosing = self.HINTS_BESIDE if event.beside else self.HINTS_CHOOSING
        self.query_one(Keys).tell(self.hints(choosing if event.choosing else self.HINTS))

    @on(SpeakerField.Refused)
    def _speaker_refused(self, event: SpeakerField.Refused) -> None:
        self.complain({str(event.field.name): event.why})

    @on(SpeakerField.Settled)
    def _speaker_settled(self, event: SpeakerField.Settled) -> None:
        self.row_of(str(event.field.name)).say(event.field.remark)

    @on(SpeakerField.Done)
    def _speaker_done(self) -> None:
        self.action_save()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        for row, field in self.fields:
            if field.name == event.input.name:
                row.say(field.remark)


class FieldError(Exception):
    """Something is wrong with the field `name`, said in a sentence."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.name = name
