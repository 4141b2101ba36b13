"""A speaker's page: who they are, and all that is on record of them in time order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from store.model import Role, Speaker
from tui.actions import shared
from tui.display import safe, safe_line
from tui.screens.form import Hint
from tui.screens.register import Does, Register
from tui.screens.register_rows import Column, RegisterRow


class SpeakerPage(Register):
    """The register of one speaker, below what is known of them. `A` corrects that.

    Args:
        speaker: Reads the speaker; None when they are gone.
        correct: Opens the speaker's form on top.
    """

    BINDINGS: ClassVar[list[BindingType]] = [shared("correct")]
    HINTS: ClassVar[Sequence[Hint]] = (
        ("enter", "open", "open"),
        ("e", "edit", "edit"),
        ("A", "speaker", "correct"),
        ("/", "filter", "filter"),
        ("S", "sort", "sort"),
        ("b", "group", "group"),
        ("space", "mark", "mark"),
        ("E", "export", "export"),
        ("esc", "back", "cancel"),
    )

    def __init__(
        self,
        speaker: Callable[[], Speaker | None],
        columns: Sequence[Column],
        load: Callable[[], Sequence[RegisterRow]],
        does: Does,
        correct: Callable[[], None],
    ) -> None:
        super().__init__(
            "On record", columns, load, does, "Nothing is on record of this speaker yet.", groups=("outlet", "month")
        )
        self._speaker = speaker
        self._correct = correct

    def content(self) -> ComposeResult:
        """What is known of the speaker, then the register."""
        yield Static(id="about", markup=False)
        yield from super().content()

    def _arrange_again(self) -> None:
        speaker = self._speaker()
        if speaker is not None:
            self._heading = speaker.name
            self.query_one("#about", Static).update(Content(safe("\n".join(about(speaker)))))
        super()._arrange_again()

    def action_correct(self) -> None:
        """Correct what is known of the speaker."""
        self._correct()


def about(speaker: Speaker) -> list[str]:
    """What is known of a speaker, a line each: kind and country, aliases, roles with dates, merged names, the note."""
    facts = (speaker.kind, speaker.country, speaker.wikidata, speaker.seen)
    lines = [" · ".join(filter(None, facts))]
    lines += [f"also {', '.join(speaker.aliases)}"] if speaker.aliases else []
    lines += [f"{role.title}{_period(role)}" for role in speaker.roles]
    lines += [f"merged: {', '.join(speaker.merged)}"] if speaker.merged else []
    lines += [f"✎ {' '.join(speaker.note.split())}"] if speaker.note else []
    return [safe_line(line) for line in lines]


def _period(role: Role) -> str:
    return f", {role.since or '…'} – {role.until or '…'}" if role.since or role.until else ""
