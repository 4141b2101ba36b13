"""How long after or before something else words tell it is: "two weeks after", "shortly before"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.analysis.numerals import WORDS as NUMBERS

LEADS = frozenset("even just only barely mere more less than about nearly almost shortly soon".split())
"""Words that may stand before a count or "after"."""
COUNTS = NUMBERS.keys() | {"few", "several", "couple", "some", "of"}
UNITS = frozenset(
    "moment minute hour day night week weekend fortnight month year decade century moments minutes hours days nights "
    "weeks weekends fortnights months years decades centuries".split()
)
AFTER = frozenset(("after", "before", "since", "ahead"))
_SOON = frozenset("shortly soon immediately just long moments right".split())
_LONGEST = 12
"""Words among which the "after" stands."""
_ELAPSED = re.compile(
    rf"(?:(?:{'|'.join(LEADS)}) )*(?:(?:{'|'.join(_SOON)}) |"
    rf"(?:(?:{'|'.join(COUNTS)}|the|half|\d[\d,.]*|\w+-\w+) )*(?:{'|'.join(UNITS)}) (?:and a half |or (?:so|two) )?)"
    rf"(?:{'|'.join(AFTER)})\b"
)


def begins_with_time_since(lower: Sequence[str]) -> bool:
    """Whether words begin with how long after or before something else it is: "just two weeks after a storm"."""
    return _ELAPSED.match(" ".join(lower[:_LONGEST])) is not None
