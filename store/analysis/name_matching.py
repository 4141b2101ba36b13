"""Whether two names may be one person's, by their words."""

from __future__ import annotations

from store.analysis.genders import gender_of_name
from store.analysis.roles import PARTICLES


def fold(word: str) -> str:
    """A word of a name as names are compared."""
    return word.casefold().replace("’", "'")


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of the same surname may be one person's: equal or abbreviated first names, "Von Doe" alone."""
    short, full = sorted((one, other), key=len)
    if _ends_as(short, full):
        return True
    a, b = fold(one[0]).rstrip("."), fold(other[0]).rstrip(".")
    if len(one) == 1 or len(other) == 1:
        return len(one) == len(other)
    if a == b:
        return True
    if (len(a) == 1 or len(b) == 1) and a[0] == b[0]:
        return True
    return len(a) > 2 and len(b) > 2 and (a.startswith(b) or b.startswith(a))


def _ends_as(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a surname of several words ends a fuller name: "De la Vega", "Ranke Doe", "Ann Ranke Doe"."""
    if len(short) >= len(long):
        return False
    two = len(short) > 1 and bool(gender_of_name(fold(long[0]))) and not gender_of_name(fold(short[0]))
    begins = two or fold(short[0]) in PARTICLES
    return begins and all(fold(a) == fold(b) for a, b in zip(reversed(short), reversed(long), strict=False))
