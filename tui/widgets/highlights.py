"""What is marked in a text: highlights of several kinds, which may overlap, flattened for drawing.

The flattening: the sorted ends of all highlights cut the text into stretches, each with a bit mask of the kinds that
lie over it. Drawing a row takes a bisect and a walk over its few stretches, however many highlights the text has.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, get_args

Kind = Literal[
    "heading",
    "original",
    "copy",
    "recycled",
    "hidden",
    "edited",
    "fields",
    "suggested",
    "quote",
    "speaker",
    "source",
    "commitment",
    "note",
    "cue",
    "carried",
    "variant",
    "needs_look",
    "hit",
]
"""What a highlight says of its words.

`heading` is a line that heads what follows it.
`original` and `copy` are the first and the other places of a passage that the text repeats, `recycled` is a passage
first seen in another article, `hidden` one that nobody wants to see; the places of one passage share their `uid`.
`edited` is added where a place has other words than the one that it is a copy of.
`fields` is the front matter, which is no passage and is folded like a hidden one.
`speaker` is a mention on record, `source` the words that name the speaker of a quote on record, and looks the same.
`carried` and `needs_look` are added to the record's own kind, over the same span: a record shown on a copy, and a span
whose place is doubtful. `variant` is a copy whose words differ inside a record. `suggested` is what the program
proposes and nobody has decided on.
"""

KINDS: tuple[Kind, ...] = get_args(Kind)
BIT: dict[Kind, int] = {kind: 1 << index for index, kind in enumerate(KINDS)}


def mask_of(*kinds: Kind) -> int:
    """The bit mask of some kinds."""
    return sum(BIT[kind] for kind in kinds)


REPEATS = mask_of("original", "copy", "recycled", "hidden")
BARRED = REPEATS | mask_of("fields")
"""What has a bar in the gutter, and a label."""
COPIES = mask_of("copy", "recycled", "hidden", "fields")
HIDDEN = mask_of("hidden", "fields")
RECORDS = mask_of("quote", "speaker", "commitment", "note", "variant", "needs_look")
"""Where a record is gone to; who is named as its source tells no more than its words."""
SUGGESTED = mask_of("suggested")

SIGNS: dict[Kind, str] = {
    "edited": "≈",
    "suggested": "~",
    "quote": "“",
    "speaker": "@",
    "source": "@",
    "commitment": "!",
    "note": "*",
    "variant": "≠",
    "needs_look": "?",
    "carried": "+",
}
"""What stands in the gutter where a highlight begins, so that kinds differ without colours."""


class Highlight(NamedTuple):
    """A marked span [start, end) of a text. `uid` names what it shows; `label` describes a copy ("copy of ¶2–8")."""

    start: int
    end: int
    kind: Kind
    uid: str = ""
    label: str = ""


class Highlights:
    """All highlights of one text, in order, found by place."""

    def __init__(self, highlights: Iterable[Highlight] = ()) -> None:
        self.all = sorted(highlights, key=lambda one: (one.start, -one.end))
        self._starts = [one.start for one in self.all]
        self._longest = max((one.end - one.start for one in self.all), default=0)
        self._cuts, self._masks = _flatten(self.all)

    def __iter__(self) -> Iterator[Highlight]:
        return iter(self.all)

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of [start, end): where each begins and the mask of kinds over it."""
        index = bisect_right(self._cuts, start)
        yield start, self._masks[index - 1] if index else 0
        while index < len(self._cuts) and self._cuts[index] < end:
            yield self._cuts[index], self._masks[index]
            index += 1

    def mask_at(self, offset: int) -> int:
        """The kinds over a character."""
        index = bisect_right(self._cuts, offset)
        return self._masks[index - 1] if index else 0

    def at(self, offset: int, kinds: int = -1) -> list[Highlight]:
        """The highlights over a character, the shortest first."""
        if not self.mask_at(offset) & kinds:
            return []
        near = self.all[bisect_left(self._starts, offset - self._longest) : bisect_right(self._starts, offset)]
        found = [one for one in near if one.end > offset and BIT[one.kind] & kinds]
        return sorted(found, key=lambda one: one.end - one.start)

    def beginning(self, start: int, end: int, kinds: int) -> list[Highlight]:
        """The highlights of some kinds that begin in [start, end), in order."""
        among = self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [one for one in among if BIT[one.kind] & kinds]

    def after(self, offset: int, kinds: int) -> Highlight | None:
        """The first highlight of some kinds that begins after `offset`."""
        rest = range(bisect_right(self._starts, offset), len(self.all))
        return next((self.all[index] for index in rest if BIT[self.all[index].kind] & kinds), None)

    def before(self, offset: int, kinds: int) -> Highlight | None:
        """The last highlight of some kinds that begins before `offset`."""
        rest = range(bisect_left(self._starts, offset) - 1, -1, -1)
        return next((self.all[index] for index in rest if BIT[self.all[index].kind] & kinds), None)

    def next_place(self, here: Highlight) -> Highlight | None:
        """The next place of the same repeated passage, the first after the last; None where it is the only one."""
        places = [one for one in self.all if one.uid == here.uid and BIT[one.kind] & REPEATS]
        following = places[(places.index(here) + 1) % len(places)]
        return None if following == here else following


def _flatten(highlights: list[Highlight]) -> tuple[list[int], list[int]]:
    """Where the text is cut, and the mask of kinds from each cut to the next."""
    steps: dict[int, dict[Kind, int]] = {}
    for one in highlights:
        if one.start < one.end:
            at_start = steps.setdefault(one.start, {})
            at_start[one.kind] = at_start.get(one.kind, 0) + 1
            at_end = steps.setdefault(one.end, {})
            at_end[one.kind] = at_end.get(one.kind, 0) - 1
    open_now = dict.fromkeys(KINDS, 0)
    mask = 0
    cuts, masks = [], []
    for cut in sorted(steps):
        for kind, step in steps[cut].items():
            open_now[kind] += step
            mask = mask | BIT[kind] if open_now[kind] else mask & ~BIT[kind]
        cuts.append(cut)
        masks.append(mask)
    return cuts, masks
