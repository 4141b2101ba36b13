"""Two commitments of one sentence: where the clause of another actor begins, "…, while the bank pledged 5 billion"."""

from __future__ import annotations

from store.analysis.commitment_actions import action_end
from store.analysis.commitment_cues import Cue
from store.analysis.cues import DETERMINERS
from store.analysis.grammar import Words, is_adverb

_JOINTS = frozenset("and but ; while whereas".split())
_ACTORS = frozenset(("name", "actor", "noun"))
_BEFORE_ACTOR = DETERMINERS | {"that"}
_PARTS = frozenset(", and or but ;".split())
"""What a subject is not parted by from its verb: "of the EU, and will"."""


def joint_between(words: Words, first: Cue, second: Cue) -> int | None:
    """The word that joins the clause of a cue to that of an earlier one; None where both are of one clause.

    The later clause has an actor of its own, in which what is joined is no name ("Norrin and Lest pledged").
    """
    subject, end = second.subject, action_end(words, first)
    joint = end + (words.at(end) == "," and words.at(end + 1) in _JOINTS)
    apart = (
        subject.kind in _ACTORS
        and words.at(joint) in _JOINTS
        and first.verb.index < joint < subject.start
        and _PARTS.isdisjoint(words.lower[subject.end : second.at])
        and all(word in _BEFORE_ACTOR or is_adverb(word) for word in words.lower[joint + 1 : subject.start])
        and words.quoted(joint) == words.quoted(first.at) == words.quoted(second.at)
    )
    names = words.at(joint) == "and" and words.capital(joint - 1) and words.capital(joint + 1)
    return joint if apart and not names else None
