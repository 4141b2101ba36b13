"""Invented sentences and articles that recycle them, for the tests of passages."""

import sqlite3

SENTENCES = [
    "The minister of waterways said on Monday that the new lock at Harrowgate will open before the first frost.",
    "Farmers in the eastern provinces of Norrin expect a poor harvest of barley and rye after a long dry summer.",
    "The central bank of Sutheria left its main rate unchanged and warned that prices may climb again in autumn.",
    "Ambassador Pell Orrin told reporters from three countries that work on every single point goes on as agreed.",
    "A court in Veldmar ordered the shipping company to pay four million for the damage its oil spill had done.",
    "Members of the upper house asked why a report on railway safety lay in a drawer for more than two years.",
    "Tram drivers voted by a narrow majority against their new timetable and called for talks with city hall.",
    "Scientists at the national observatory measured the river's highest level since their records were begun.",
    "Nobody was hurt when an old crane toppled over near the customs house during a storm late on Thursday night.",
    "Two libraries will lend violins, trumpets and drums from next month on, free of charge for anyone under twenty.",
    "Parliament in Tarn adopted a budget that spends more on schools and less on roads than any one before it.",
    "Fishermen on Lake Umber found their nets cut for the third time this spring and asked police for patrols.",
]
"""Each is longer than what makes a passage, and no two share as much."""


def grouping(connection: sqlite3.Connection) -> set[frozenset[tuple[str, int, int]]]:
    """The passages of a collection as sets of (text, start, end)."""
    members: dict[int, set[tuple[str, int, int]]] = {}
    for passage, *place in connection.execute(
        'SELECT passage, sha256, "start", "end" FROM occurrence JOIN text ON text.id = occurrence.text'
    ):
        members.setdefault(passage, set()).add(tuple(place))
    return {frozenset(places) for places in members.values()}
