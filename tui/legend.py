"""What the signs on the screen mean, for the help."""

from __future__ import annotations

from typing import NamedTuple


class Sign(NamedTuple):
    """A sign, where it stands, and what it means, a sentence."""

    sign: str
    where: str
    means: str


def _signs(where: str, *signs: tuple[str, str]) -> tuple[Sign, ...]:
    return tuple(Sign(sign, where, means) for sign, means in signs)


LEGEND: tuple[Sign, ...] = (
    *_signs(
        "in the list",
        ("•", "Not read yet."),
        ("◦", "Not read yet, but nothing in it is new: all of it was read elsewhere."),
        ("★", "Starred."),
        ("≡47%", "So much of the text stands in it more than once."),
        ("⇄12%", "So much of the text stands in other articles too."),
        ("❝2", "So many quotes are on record."),
        ("⚑1", "So many commitments are on record."),
    ),
    *_signs(
        "left and right of the text",
        ("╎", "The first place of a passage that comes again; it was first seen here."),
        ("┃", "A copy of a passage, or what is hidden: a passage, the front matter."),
        ("│", "A passage that was first seen in another article."),
        ("≈", "A copy begins that is not word for word: D shows where it differs."),
        ("~", "A suggestion begins."),
        ("“", "A quote begins that is on record."),
        ("@", "A speaker is named who is on record."),
        ("!", "A commitment begins that is on record."),
        ("*", "A note begins."),
        ("+", "A record was carried over from another copy."),
        ("≠", "The words of a copy differ from the record's: V decides."),
        ("?", "The place of a record is in doubt: L looks."),
    ),
    *_signs(
        "at the right edge",
        ("•", "A quote on record is in this part of the text."),
        ("·", "A speaker on record is named in this part of the text."),
        ("━", "The words searched for stand in this part of the text."),
        ("⋯", "A hidden passage, or the front matter, is in this part of the text."),
    ),
    *_signs(
        "in the line below",
        ("+ carried over", "The record stands here too, since the passage is the same; # says that it is not."),
        ("¶2/15", "The second of fifteen paragraphs."),
    ),
)
