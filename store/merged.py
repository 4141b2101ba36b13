"""Speakers that were merged, as SQL: `same_as` names the speaker that one is, and all that names or counts follows it.

Merges made in two collections may meet in a chain or a circle once their histories are united. A chain leads to its
end, a circle to its member with the least uid, so that every collection with the same history says the same.
"""

from __future__ import annotations


def root(column: str) -> str:
    """An expression for the uid of the speaker that the one in `column` (with its table) is, after all merges."""
    return f"""CASE (SELECT same_as IS NULL FROM speaker AS plain WHERE plain.uid = {column})
    WHEN 0 THEN {end(column)} ELSE {column} END"""


def end(column: str) -> str:
    """The same of a speaker that has been merged, following `same_as`.

    With n speakers merged, who is reached after n steps and more stands in a circle.
    """
    return f"""(
    WITH RECURSIVE up (uid, steps, n) AS (
        SELECT {column}, 0, (SELECT count(*) FROM speaker AS merged WHERE merged.same_as IS NOT NULL)
        UNION ALL SELECT other.uid, steps + 1, n FROM up JOIN speaker AS one ON one.uid = up.uid
        JOIN speaker AS other ON other.uid = one.same_as AND other.state = 'live' WHERE steps < 2 * n)
    SELECT CASE WHEN max(steps) < 2 * n THEN (SELECT uid FROM up ORDER BY steps DESC LIMIT 1)
        ELSE min(CASE WHEN steps >= n THEN uid END) END FROM up)"""


def group(column: str) -> str:
    """A subquery of the uids of all speakers that are the one in `column`, its own among them."""
    return f"""(WITH RECURSIVE down (uid) AS (SELECT {column}
        UNION SELECT other.uid FROM down JOIN speaker AS other ON other.same_as = down.uid)
    SELECT uid FROM down)"""
