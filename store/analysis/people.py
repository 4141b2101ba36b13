"""What is known of one person or body of a text."""

from __future__ import annotations

from dataclasses import dataclass, field

from store.analysis.genders import gender_of_word
from store.analysis.roles import TITLES

GOVERNING = frozenset("of for with at from in to".split())
"""Prepositions that make what stands before them another than the one named after them."""
_PEOPLE = TITLES | frozenset(
    "employee fighter guard insider migrant observer passenger patient refugee relative scholar soldier supporter "
    "survivor tourist trader veteran victim volunteer witness worker".split()
)
"""Words for one person: titles, and those that are none before a name, since other names begin with them."""
_TITLED = 2
"""Mentions that a title is worth, for whom of two a surname means."""


@dataclass(slots=True, eq=False)
class Person:
    """One person or body of a text: the fullest name, roles in the order met, gender "m", "f" or "".

    `seen` numbers the last mention so far; `human` tells that a title, a first name or a verb of speech shows a person.
    """

    name: tuple[str, ...]
    body: bool = False
    gender: str = ""
    roles: list[str] = field(default_factory=list)
    mentions: int = 0
    seen: int = -1
    human: bool = False

    @property
    def full_name(self) -> str:
        """The name as text."""
        return " ".join(self.name)

    @property
    def role(self) -> str:
        """The role that the text gives first."""
        return self.roles[0] if self.roles else ""


def prominence(person: Person) -> int:
    """How likely a surname means one of two who bear it: by mentions so far, and a title."""
    return person.mentions + _TITLED * bool(person.roles)


def head_of(description: str) -> str:
    """The word of a phrase in lower case that tells what it is: "authority" of "harbour authority of Tarn"."""
    lower = description.lower().split()
    return lower[max(next((k for k, low in enumerate(lower) if low in GOVERNING), len(lower)) - 1, 0)]


def unnamed(description: str) -> Person | None:
    """The person whom a phrase without a name describes: "deputy minister"; None where it is no person, or several."""
    head = head_of(description)
    gender = gender_of_word(head)
    return Person((description,), gender=gender) if gender or head in _PEOPLE else None
