"""A dossier as one self-contained page: timeline of quotes, chart of commitments by deadline, all records with sources.

No script, no font, no picture from elsewhere; the charts are inline SVG (store/exporters/charts.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from store.collection import Collection
from store.exporters import charts
from store.exporters.citing import Markup
from store.exporters.dossier import Layout, Manner, facts, write
from store.exporters.files import replaced
from store.exporters.rows import Row, Selection

STYLE = """
:root { color-scheme: light dark; --ink: #1d2433; --soft: #5b6475; --line: #d5dae3; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ef; --soft: #9aa4b5; --line: #3a4252; --paper: #161a22; } }
body { font: 16px/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto;
  max-width: 54rem; padding: 2rem 1.25rem; }
h1, h2, h3 { line-height: 1.25; } h2 { border-bottom: 1px solid var(--line); margin-top: 2.5rem; }
h3 { font-size: 1.05rem; margin: 2rem 0 0.5rem; }
figure { margin: 1rem 0; overflow-x: auto; } figcaption { color: var(--soft); font-size: 0.9rem; }
blockquote { margin: 1rem 0 0.25rem; padding-left: 0.9rem; border-left: 3px solid var(--line); white-space: pre-wrap; }
.from, dl { color: var(--soft); font-size: 0.9rem; margin: 0 0 0 1.1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 0.75rem; } dd { margin: 0; }
svg text { fill: var(--soft); font: 12px system-ui, sans-serif; }
"""

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters and bidirectional overrides."""


def export(collection: Collection, out: Path, selection: Selection, **manner: str) -> dict[Path, int]:
    """Write one page. Returns it with its number of records.

    Args:
        manner: The fields of `store.exporters.dossier.Manner`.
    """
    with replaced(out) as file:
        file.write('<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Dossier</title>')
        file.write('<meta name="viewport" content="width=device-width, initial-scale=1">')
        file.write(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        )
        file.write(f"<style>{STYLE}</style></head>\n<body><h1>Dossier</h1>\n")
        file.writelines(charts.figures(collection, selection))
        count = write(file, collection, selection, Manner(**manner), LAYOUT)
        file.write("</body></html>\n")
    return {out: count}


def _record(row: Row, kind: str, cited: str) -> Iterator[str]:
    yield f'<article id="r{safe(row["id"])}"><blockquote dir="auto">{safe(row["exact"])}</blockquote>\n'
    yield f'<p class="from">— {cited}</p>\n' if cited else ""
    if known := facts(row, kind):
        yield f"<dl>{''.join(f'<dt>{name}</dt><dd>{safe(value)}</dd>' for name, value in known)}</dl>\n"
    yield "</article>\n"


def _link(address: str, words: str) -> str:
    """A link, or the words alone where an address is not one of the web."""
    if not re.match(r"https?://", address):
        return safe(words)
    return f'<a href="{safe(address)}" rel="noreferrer">{safe(words)}</a>'


def safe(text: str) -> str:
    """Text of which nothing is taken as markup, nor turns the direction of what stands beside it."""
    return escape(_FORBIDDEN.sub("\ufffd", text))


LAYOUT = Layout(
    part=lambda title: f"<h2>{title}</h2>\n",
    group=lambda heading: f"<section><h3>{safe(heading)}</h3>\n",
    group_end="</section>\n",
    record=_record,
    markup=Markup(safe, _link, safe),
)
