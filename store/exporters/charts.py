"""Two charts as SVG: quotes by month, and commitments by the year of their deadline and what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from store.collection import Collection
from store.exporters.rows import KINDS, Selection, condition
from store.model import STATUSES

WIDTH, HEIGHT, FOOT, LEFT = 840, 180, 36, 34
"""Pixels: of a chart, of the room for names below and numbers at the left."""

MOST = 60
"""Bars at most; the latest are shown."""

COLOURS = {"": "#4477aa", "open": "#4477aa", "in progress": "#ccbb44", "kept": "#228833", "broken": "#ee6677"}
"""By status; a palette that colour-blind people tell apart (Paul Tol, bright)."""

PATTERNS = {"broken": "4 3", "in progress": "1 2"}
"""Outlines that tell a status apart without colour."""


def figures(collection: Collection, selection: Selection) -> Iterator[str]:
    """The charts that have something to show, as figures with captions."""
    if "quote" in selection.kinds:
        months = _counts(collection, "quote", selection, "substr(published, 1, 7)", "''", "published GLOB '[0-9]*'")
        if months:
            yield _figure("Quotes by month of publication", _bars(months, [""]))
    if "commitment" in selection.kinds:
        years = _counts(collection, "commitment", selection, "substr(deadline, 1, 4)", "status", "deadline <> ''")
        if years:
            used = [status for status in STATUSES if any(status in parts for parts in years.values())]
            keys = "".join(
                f'<span style="margin-right:1em"><svg width="12" height="12">{_rect(0, 0, 12, 12, status, "")}</svg>'
                f" {status}</span>"
                for status in used
            )
            yield _figure(f"Commitments by year of deadline: {keys}", _bars(years, used))


def _counts(
    collection: Collection, kind: str, selection: Selection, when: str, what: str, known: str
) -> dict[str, Counter[str]]:
    where, values = condition(collection, kind, selection)
    rows = collection.read.execute(
        f"SELECT {when}, {what}, count(*) FROM {KINDS[kind]}_flat WHERE {known} AND {where} GROUP BY 1, 2 ORDER BY 1",
        values,
    )
    counts: dict[str, Counter[str]] = {}
    for time, part, number in rows:
        counts.setdefault(time, Counter())[part] = number
    return dict(list(counts.items())[-MOST:])


def _figure(caption: str, chart: str) -> str:
    return f"<figure>{chart}<figcaption>{caption}</figcaption></figure>\n"


def _bars(counts: Mapping[str, Counter[str]], parts: Sequence[str]) -> str:
    """Bars with a name below each, their parts one on the other, a title on each part for those who point at it."""
    most = max(sum(bar.values()) for bar in counts.values())
    step = (WIDTH - LEFT) / len(counts)
    drawn = [f'<text x="0" y="12">{most:,}</text><text x="0" y="{HEIGHT - FOOT}">0</text>']
    every = max(1, len(counts) * 62 // (WIDTH - LEFT))
    for number, (time, bar) in enumerate(counts.items()):
        left, top = LEFT + number * step, float(HEIGHT - FOOT)
        for part in parts:
            if height := bar[part] * (HEIGHT - FOOT - 8) / most:
                top -= height
                named = f"{time}: {bar[part]:,}{f' {part}' if part else ''}"
                drawn.append(_rect(left, top, min(step * 0.8, 60), height, part, named))
        if number % every == 0:
            drawn.append(f'<text x="{left:.1f}" y="{HEIGHT - FOOT + 18}">{escape(time)}</text>')
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" width="100%" role="img">{"".join(drawn)}</svg>'


def _rect(x: float, y: float, width: float, height: float, status: str, title: str) -> str:
    dashes = f' stroke="currentColor" stroke-dasharray="{PATTERNS[status]}"' if status in PATTERNS else ""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{COLOURS[status]}"{dashes}>'
        f"<title>{escape(title)}</title></rect>"
    )
