"""The rows by which forms ask for a speaker: who, the role at the time, and the kind of a new one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from store.model import Speaker
from store.speakers import likely_kind
from tui.matching import fold
from tui.screens.form import Row
from tui.widgets.fields import Cycle
from tui.widgets.pick_field import PickField
from tui.widgets.speaker_field import SpeakerChoice, SpeakerField, role_on

KINDS = ("person", "body", "unnamed")
CALLED_SO = "Another speaker is called so: M in the list of speakers makes them one."


def called_so(name: str, speakers: Iterable[Speaker], but: str | None) -> bool:
    """Whether any of some speakers, `but` one (uid), has a name or an alias already."""
    sought = fold(name)
    others = (one for one in speakers if one.uid != but)
    return bool(sought) and any(sought in map(fold, (one.name, *one.aliases)) for one in others)


class SpeakerRows:
    """The three rows, and what ties them: role and kind follow the speaker that is taken.

    Args:
        label: What the speaker is here: "speaker", "promisor".
        speakers: All speakers, those in this article and recent ones first.
        chosen: Uid of the speaker that stands there already; None opens the list.
        role: The role that stands there already.
        day: ISO date for which a role is looked up.
        settled: Whoever stands there, or nobody, is what the record says: the list stays closed.
        proposed: The name of a new speaker, where nobody is chosen.
        named: The name that stands in the text, which is offered first.
        text: The article's, which may tell what a new speaker is.
        names: Those that stand in the article, on file or not.
    """

    def __init__(
        self,
        label: str,
        speakers: Sequence[Speaker],
        chosen: str | None,
        role: str,
        day: str,
        settled: bool = False,
        proposed: str = "",
        named: str = "",
        text: str = "",
        names: Sequence[str] = (),
    ) -> None:
        self._label = label
        self._text = text
        self._day = day
        known = next((speaker for speaker in speakers if speaker.uid == chosen), None)
        self.speaker = SpeakerField("speaker", speakers, chosen, day, settled, proposed, named, names)
        self.role = PickField("role", role, _titles(known), "role at the time")
        self.kind = Cycle("kind", KINDS, likely_kind(proposed, text))
        self._kind = Row("kind", self.kind)
        self._kind.display = self.speaker.new

    def __iter__(self) -> Iterator[Row]:
        yield Row(self._label, self.speaker)
        yield Row("role", self.role)
        yield self._kind

    def follow(self, speaker: Speaker | None) -> None:
        """Fit role and kind to the speaker that was taken, None for a new one or nobody."""
        self._kind.display = self.speaker.new
        if self.speaker.new and not self.kind.changed:
            self.kind.index = KINDS.index(likely_kind(self.speaker.choice.name, self._text))
        self.role.offer(_titles(speaker), role_on(speaker, self._day) if speaker else "")


def _titles(speaker: Speaker | None) -> list[str]:
    return [role.title for role in speaker.roles] if speaker else []


def chosen_speaker(values: dict[str, Any], alias: str = "") -> SpeakerChoice:
    """The speaker of a form's values, with role, kind (of a new one) and alias."""
    choice: SpeakerChoice = values["speaker"]
    return replace(choice, kind=values.get("kind", choice.kind), role=values["role"], alias=alias)
