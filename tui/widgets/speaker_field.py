"""The field for a speaker: a few letters of a name, alias, role or country, and enter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile
from typing import ClassVar, Literal, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from store.model import Speaker
from tui.display import safe_line
from tui.matching import WHOLE_WORDS, Match, fold, match
from tui.widgets.choices import Choices
from tui.widgets.fields import TextField
from tui.widgets.pick_field import lit

MOST_SHOWN = 50

SMALL = frozenset(
    "a an and at by for from in of on the to with al da de del der des di do dos du el et la le les van von y и в на "
    "по".split()
)
"""Words that join others, in titles and in names."""


@dataclass(frozen=True, slots=True)
class SpeakerChoice:
    """A speaker as chosen in a form: `role` is the role at the time, `alias` one to keep.

    `uid` None means a speaker to be created, or nobody when the name is empty too.
    """

    uid: str | None = None
    name: str = ""
    kind: str = "person"
    role: str = ""
    alias: str = ""


NOBODY = SpeakerChoice()


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the list: nobody, a speaker that is known, or a name that would be created.

    `beside` is the name of the speaker who answers best to a name that would be created, empty where none does.
    """

    kind: Literal["nobody", "known", "new"]
    line: Content
    speaker: Speaker | None = None
    name: str = ""
    beside: str = ""


def role_on(speaker: Speaker, day: str) -> str:
    """The role that a speaker held on an ISO date, as far as known; the first without dates otherwise."""
    dated = [role for role in speaker.roles if role.since or role.until]
    for role in dated:
        if day and role.since <= day <= (role.until or "9999"):
            return role.title
    return next((role.title for role in speaker.roles if not (role.since or role.until)), "")


class Fit(NamedTuple):
    """How a speaker answers to what was typed: `surely` by a name or an alias, or only in some other way."""

    worth: float
    surely: bool
    hits: Match
    """In the name."""
    also: str
    """What else was hit."""


def offers(
    speakers: Sequence[Speaker], typed: str, day: str = "", named: str = "", names: Sequence[str] = ()
) -> list[Offer]:
    """The list for the typed text; until something is typed, what fits the name in the text, or nobody, then all.

    `names` stand in the article; those not on file yet are offered to be created where they fit what was typed.
    """
    if typed.strip():
        return _fitting(speakers, typed, day, names)
    first = _fitting(speakers, named, day) if named else [Offer("nobody", Content.styled("nobody named", "italic"))]
    offered = {offer.speaker.uid for offer in first if offer.speaker}
    rest = (speaker for speaker in speakers[:MOST_SHOWN] if speaker.uid not in offered)
    return first + [Offer("known", _line(speaker, Match(0, ()), "", day), speaker) for speaker in rest]


def _fitting(speakers: Sequence[Speaker], typed: str, day: str, names: Sequence[str] = ()) -> list[Offer]:
    """Best fits first, equal ones in the order given; then names of the article; then a new name.

    Speakers that answer only by a role or a country, or to several words by some of their letters, come after the new
    name, so that enter does not take them for it. Beside one who answers by name, a key of its own creates another.
    """
    ranked = [(fit, speaker) for speaker in speakers if (fit := _best(speaker, typed)) is not None]
    ranked.sort(key=lambda pair: (not pair[0].surely, -round(pair[0].worth, 1)))
    known = [
        (fit.surely, Offer("known", _line(speaker, fit.hits, fit.also, day), speaker))
        for fit, speaker in ranked[:MOST_SHOWN]
    ]
    new = list(_named_there(names, typed, speakers))
    if not any(fold(name) == fold(typed) for name in (*(one.name for _, one in ranked), *(one.name for one in new))):
        name = " ".join(typed.split())
        beside = next((speaker.name for fit, speaker in ranked if fit.surely), "")
        line = Content.assemble(("create ", "italic"), f"“{safe_line(name)}”", ("  ctrl+n" if beside else "", "dim"))
        new.append(Offer("new", line, name=name, beside=beside))
    return [offer for surely, offer in known if surely] + new + [offer for surely, offer in known if not surely]


def _named_there(names: Sequence[str], typed: str, speakers: Sequence[Speaker]) -> Iterator[Offer]:
    """The names of an article that fit what was typed and are nobody's on file, the best first.

    Several words may be a name of its own: they fit where a name begins with them.
    """
    begun = [name for name in names if len(typed.split()) == 1 or fold(name).startswith(fold(typed))]
    fits = [(hit, name) for name in begun if (hit := match(typed, name))]
    known = {fold(name) for one in speakers for name in (one.name, *one.aliases)} if fits else set()
    for hit, name in sorted(fits, key=lambda fit: -fit[0].score):
        if fold(name) not in known:
            line = Content.assemble(("create ", "italic"), "“", lit(name, hit), "”", ("  named here", "dim"))
            yield Offer("new", line, name=name)


def _best(speaker: Speaker, typed: str) -> Fit | None:
    """The best fit of a speaker: by name before aliases, then roles and countries."""
    nothing = Match(0, ())
    least = WHOLE_WORDS if len(typed.split()) > 1 else 0.0
    titles = tuple(role.title for role in speaker.roles)
    for share, words, by_name in (
        (1.0, (speaker.name,), True),
        (0.9, speaker.aliases, True),
        (0.5, titles, False),
        (0.4, (speaker.country,), False),
    ):
        for word in words:
            hit = match(typed, word) if word else None
            if hit is not None:
                named = share == 1.0
                surely = by_name and hit.score > least
                return Fit(hit.score * share, surely, hit if named else nothing, "" if named else word)
    # Words typed of several kinds at once: "smith minister".
    called = " ".join((speaker.name, *speaker.aliases))
    hit = match(typed, " ".join((called, *titles, speaker.country)))
    if hit is None or hit.score < WHOLE_WORDS:
        return None
    return Fit(0.3, _names_beside_title(typed, called, titles), nothing, "")


def _names_beside_title(typed: str, called: str, titles: Sequence[str]) -> bool:
    """Whether a word typed is whole in a name, and the others are titles: "Roe mayor", "Mayor Roe of Ann Arbor".

    "Ann Roe" is somebody else than the mayor of Ann Arbor, and than a spokesman of Ann's or Ann's spokesman.
    """
    words = fold(typed).split()
    names = {word for word in fold(called).split() if word not in SMALL}
    heads = [word for title in titles for word in _before_small(fold(title).rpartition(" s ")[2].split())]
    others = (word for word in _before_small(words) if word not in names)
    return not names.isdisjoint(words) and all(any(head.startswith(word) for head in heads) for word in others)


def _before_small(words: Sequence[str]) -> Iterator[str]:
    """The words before one that joins others: "deputy mayor" of "the deputy mayor of Lest"."""
    return takewhile(lambda word: word not in SMALL, dropwhile(lambda word: word in SMALL, words))


def _line(speaker: Speaker, found: Match, also: str, day: str) -> Content:
    about = [role_on(speaker, day), speaker.country if speaker.kind == "person" else speaker.kind, speaker.seen]
    if also and also not in about:
        about.insert(0, also)
    text = " · ".join(safe_line(part) for part in about if part)
    return Content.assemble(lit(speaker.name, found), (f"  {text}" if text else "", "dim"))


class SpeakerField(Vertical):
    """Typing filters the speakers; enter or tab takes the marked line and goes on, ctrl+n a new name.

    Nothing that takes somebody saves the form: what is typed next is the role, never a key of the page below.

    Posts `SpeakerField.Settled` when a speaker, a new name or nobody has been taken, `SpeakerField.Done` at enter where
    one was taken before, `SpeakerField.Marked` when other lines can be taken, and `SpeakerField.Refused` when enter or
    tab took none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(6)", show=False),
        Binding("pageup", "move(-6)", show=False),
        Binding("tab", "leave(1)", show=False),
        Binding("shift+tab", "leave(-1)", show=False),
        Binding("ctrl+n", "create", show=False),
    ]
    DEFAULT_CSS = "SpeakerField { height: auto; width: 1fr; }"

    class Settled(Message):
        """A line was taken: `speaker` is None for a new name or nobody."""

        def __init__(self, field: SpeakerField, speaker: Speaker | None) -> None:
            super().__init__()
            self.field = field
            self.speaker = speaker

    class Done(Message):
        """Enter, and nobody was to be taken any more."""

    class Marked(Message):
        """The mark, or the cursor, went elsewhere: `choosing` tells whether enter takes its line.

        `beside` tells whether that line makes a new speaker whom only ctrl+n makes.
        """

        def __init__(self, choosing: bool, beside: bool) -> None:
            super().__init__()
            self.choosing = choosing
            self.beside = beside

    class Refused(Message):
        """The marked line was not taken, `why` is said in a sentence."""

        def __init__(self, field: SpeakerField, why: str) -> None:
            super().__init__()
            self.field = field
            self.why = why

    def __init__(
        self,
        name: str,
        speakers: Sequence[Speaker],
        chosen: str | None = None,
        day: str = "",
        settled: bool = False,
        proposed: str = "",
        named: str = "",
        names: Sequence[str] = (),
    ) -> None:
        super().__init__(name=name)
        self._speakers = speakers
        self._named = named
        self._names = names
        self._day = day
        known = next((speaker for speaker in speakers if speaker.uid == chosen), None)
        self.choice = SpeakerChoice(known.uid, known.name, known.kind) if known else SpeakerChoice(None, proposed)
        self._initial = self.choice
        self._settled = settled or self.choice != NOBODY
        self._input = TextField(name, self.choice.name, "type a name, an alias, a role")
        self._choices = Choices()
        self._offers: list[Offer] = []

    def compose(self) -> ComposeResult:
        """The input with its list."""
        yield self._input
        yield self._choices

    def on_mount(self) -> None:
        """Open the list where there is something to choose."""
        if self._settled:
            self._choices.show((), None)
        else:
            self._open()

    def _open(self) -> None:
        self._settled = False
        self._offers = offers(self._speakers, self._input.value, self._day, self._named, self._names)
        self._choices.show([offer.line for offer in self._offers], 0)
        self._tell_mark()

    def _tell_mark(self) -> None:
        choosing = not self._settled and self._input.has_focus
        self.post_message(self.Marked(choosing, choosing and self._would_create and bool(self._marked.beside)))

    def on_descendant_focus(self) -> None:
        """Tell what enter does here."""
        self._tell_mark()

    def on_descendant_blur(self) -> None:
        """Tell that enter does something else."""
        self._tell_mark()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if not (self._settled and event.value == self.choice.name):
            self._open()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if self._settled:
            self.post_message(self.Done())
        else:
            self.action_leave(1)

    @on(Choices.Clicked)
    def _clicked(self, event: Choices.Clicked) -> None:
        event.stop()
        self._choices.mark(event.index)
        self.settle()

    @property
    def _marked(self) -> Offer:
        return self._offers[self._choices.marked or 0]

    @property
    def _would_create(self) -> bool:
        return not self._settled and self._marked.kind == "new"

    def _refuses(self) -> bool:
        """Whether the marked line makes a second speaker of a name that one answers to, which is said."""
        if not (self._would_create and self._marked.beside):
            return False
        self.post_message(self.Refused(self, self._why_not_new()))
        return True

    def _why_not_new(self) -> str:
        known = f"{self._marked.beside} answers to" if self._marked.beside else "No speaker is called"
        return f"{safe_line(known)} “{safe_line(self._marked.name)}”: ctrl+n creates it, or take one from the list."

    def action_move(self, steps: int) -> None:
        """Move in the list, or to another field when it is closed."""
        if self._settled:
            self.action_leave(steps)
        else:
            self._choices.move(steps)
            self._tell_mark()

    def action_leave(self, steps: int) -> None:
        """Take the marked line and go to the next field, or the one before."""
        if self._refuses():
            return
        self.settle()
        if steps > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_create(self) -> None:
        """Take the name as typed, or the new one marked, for a new speaker and go to the next field."""
        marked = self._marked.name if self._would_create else ""
        name = marked or self._input.value.strip() or self._named
        if name:
            self._settle(SpeakerChoice(None, " ".join(name.split())), None)
            self.screen.focus_next()

    def settle(self) -> None:
        """Take the marked line, unless one was taken already."""
        if self._settled:
            return
        marked = self._marked
        if marked.kind == "known" and marked.speaker is not None:
            self._settle(SpeakerChoice(marked.speaker.uid, marked.speaker.name, marked.speaker.kind), marked.speaker)
        elif marked.kind == "new":
            self._settle(SpeakerChoice(None, marked.name), None)
        else:
            self._settle(NOBODY, None)

    def _settle(self, choice: SpeakerChoice, speaker: Speaker | None) -> None:
        self.choice = choice
        with self._input.prevent(Input.Changed):
            self._input.value = choice.name
        self._input.cursor_position = len(self._input.value)
        self._settled = True
        self._choices.show((), None)
        self._tell_mark()
        self.post_message(self.Settled(self, speaker))

    def focus(self, scroll_visible: bool = True) -> SpeakerField:
        """Put the cursor into the input."""
        self._input.focus(scroll_visible)
        return self

    def read(self) -> SpeakerChoice:
        """The choice without role and alias. Takes the marked line, unless that is a new name."""
        if self._would_create:
            raise ValueError(self._why_not_new())
        self.settle()
        return self.choice

    @property
    def changed(self) -> bool:
        """Whether another speaker was taken; a name half typed is no change yet."""
        return self.choice != self._initial

    @property
    def remark(self) -> str:
        """Says when the name is new."""
        return "a new speaker" if self._settled and self.new else ""

    @property
    def new(self) -> bool:
        """Whether the choice is a speaker to be created."""
        return self.choice.uid is None and self.choice != NOBODY
