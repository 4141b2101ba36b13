"""Two charts as SVG: quotes over time, and commitments by the year of their deadline and what became of them."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from html import escape

from store.collection import Collection
from store.exporters.rows import KINDS, Selection, condition
from store.model import STATUSES

WIDTH, HEIGHT, FOOT, LEFT = 840, 180, 36, 34
"""Pixels: of a chart, of the room for names below and numbers at the left."""

NAME = 62
"""Pixels that the name of a month takes, with the gap to the next."""

MOST = 60
"""Months, or years, at most; quotes over more months are shown by year, over more years the latest."""

COLOURS = {"": "#4477aa", "open": "#4477aa", "in progress": "#ccbb44", "kept": "#228833", "broken": "#ee6677"}
"""By status; a palette that colour-blind people tell apart (Paul Tol, bright)."""

PATTERNS = {"broken": "4 3", "in progress": "1 2"}
"""Outlines that tell a status apart without colour."""


DATED, DUE = "published GLOB '[0-9]*'", "deadline <> ''"
"""Which quotes, and which commitments, have a place in their chart."""


def figures(collection: Collection, selection: Selection) -> Iterator[str]:
    """The charts that have something to show, as figures with captions."""
    if "quote" in selection.kinds:
        quotes = partial(_counts, collection, "quote", selection, what="''", known=DATED)
        months = quotes("substr(published, 1, 7)")
        lacking = _lacking(collection, "quote", selection, DATED, "of an unknown date")
        if len(_times(months)) > MOST:
            yield _figure(f"Quotes by year of publication{lacking}", _bars(quotes("substr(published, 1, 4)"), [""]))
        elif months:
            yield _figure(f"Quotes by month of publication{lacking}", _bars(months, [""]))
    if "commitment" in selection.kinds:
        years = _counts(collection, "commitment", selection, "substr(deadline, 1, 4)", "status", DUE)
        if years:
            used = [status for status in STATUSES if any(status in parts for parts in years.values())]
            keys = "".join(
                f'<span style="margin-right:1em"><svg width="12" height="12">{_rect(0, 0, 12, 12, status, "")}</svg>'
                f" {status}</span>"
                for status in used
            )
            lacking = _lacking(collection, "commitment", selection, DUE, "without a deadline")
            yield _figure(f"Commitments by year of deadline{lacking}: {keys}", _bars(years, used))


def _counts(
    collection: Collection, kind: str, selection: Selection, when: str, what: str, known: str
) -> dict[str, Counter[str]]:
    where, values = condition(collection, kind, selection)
    rows = collection.read.execute(
        f"SELECT {when}, {what}, count(*) FROM {KINDS[kind]}_flat WHERE {known} AND {where} GROUP BY 1, 2 ORDER BY 1",
        values,
    )
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for time, part, number in rows:
        counts[time][part] = number
    return counts


def _lacking(collection: Collection, kind: str, selection: Selection, known: str, why: str) -> str:
    """How many have no place in a chart, for its caption; "" for none."""
    where, values = condition(collection, kind, selection)
    query = f"SELECT count(*) FROM {KINDS[kind]}_flat WHERE NOT ({known}) AND {where}"
    (number,) = collection.read.execute(query, values).fetchone()
    return f" ({number:,} more {why})" if number else ""


def _times(counts: Iterable[str]) -> list[str]:
    """Years or months such as "2031-05" in order, with those between the first and the last of which there are none."""
    times = sorted(counts)
    months = [int(time[:4]) * 12 + int(time[5:]) - 1 for time in times if re.fullmatch(r"\d{4}-\d\d", time)]
    if months:
        between = {f"{month // 12:04}-{month % 12 + 1:02}" for month in range(months[0], months[-1])}
    else:
        years = [int(time) for time in times if re.fullmatch(r"\d{4}", time)]
        between = {f"{year:04}" for year in range(years[0], years[-1])} if years else set()
    return sorted(between.union(times))


def _figure(caption: str, chart: str) -> str:
    return f"<figure>{chart}<figcaption>{caption}</figcaption></figure>\n"


def _bars(counts: Mapping[str, Counter[str]], parts: Sequence[str]) -> str:
    """Bars with a name below each, their parts one on the other, a title on each part for those who point at it."""
    times = _times(counts)[-MOST:]
    most = max(sum(counts[time].values()) for time in times)
    step = (WIDTH - LEFT) / len(times)
    drawn = [f'<text x="0" y="12">{most:,}</text><text x="0" y="{HEIGHT - FOOT}">0</text>']
    every = math.ceil(NAME / step)
    for number, time in enumerate(times):
        bar = counts[time]
        left, top = LEFT + number * step, float(HEIGHT - FOOT)
        for part in parts:
            if height := bar[part] * (HEIGHT - FOOT - 8) / most:
                top -= height
                named = f"{time}: {bar[part]:,}{f' {part}' if part else ''}"
                drawn.append(_rect(left, top, min(step * 0.8, 60), height, part, named))
        if number % every == 0 and (number == 0 or left + NAME <= WIDTH + 1):
            drawn.append(f'<text x="{left:.1f}" y="{HEIGHT - FOOT + 18}">{escape(time)}</text>')
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" width="100%" role="img">{"".join(drawn)}</svg>'


def _rect(x: float, y: float, width: float, height: float, status: str, title: str) -> str:
    dashes = f' stroke="currentColor" stroke-dasharray="{PATTERNS[status]}"' if status in PATTERNS else ""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{COLOURS[status]}"{dashes}>'
        f"<title>{escape(title)}</title></rect>"
    )
