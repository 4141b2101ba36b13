"""Measures what comes out of saved pages beside other extractors: `python tests/benchmarks/measure_extraction.py`.

The pages are invented: articles of many lengths inside the furniture of six kinds of sites (menus, teasers, related
stories, cookie notices, comments, footers), a third of them with paragraphs that stand twice. Counted are the tokens of
each page's article: precision, recall and F1, the mean over the pages (as in the web content extraction benchmark of
Bevendorff et al., SIGIR 2023), and how many of the paragraphs that repeat come out as often as they stand there. Peers
come with `pip install '.[bench]'`; one that is missing is left out of the table.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
from collections import Counter
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from measure_import import kept, sentence, timed

Read = Callable[[Path], str]
Page = tuple[str, list[str]]

_TOKEN = re.compile(r"\w+")


def make_page(rng: random.Random) -> Page:
    """A page and the paragraphs of its article."""
    lines = [" ".join(sentence(rng) for _ in range(rng.randint(1, 4))) for _ in range(rng.randint(3, 25))]
    lines = rng.choice((lines, lines, lines + lines[: len(lines) // 2 + 1]))
    return rng.choice((_news, _divs, _table, _blog, _wire, _amp))(rng, sentence(rng), lines), lines


def _links(rng: random.Random, count: int) -> str:
    return "".join(f"<li><a href='/{n}'>{sentence(rng)}</a></li>" for n in range(count))


def _teasers(rng: random.Random, count: int) -> str:
    return "".join(
        f"<div class='teaser'><a href='/{n}'><h3>{sentence(rng)}</h3></a><p>{sentence(rng)}</p></div>"
        for n in range(count)
    )


def _paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>\n" for line in lines)


def _whole(title: str, body: str) -> str:
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title}</title></head>"
        f"<body>{body}</body></html>"
    )


def _news(rng: random.Random, title: str, lines: list[str]) -> str:
    notice = f"<div id='cookie-banner'><p>{sentence(rng)} {sentence(rng)}</p><button>OK</button></div>"
    related = f"<section class='related'><h2>Related</h2>{_teasers(rng, 6)}</section>"
    article = f"<article><header><h1>{title}</h1></header>{_paragraphs(lines)}</article>"
    nav = f"<header><nav><ul>{_links(rng, 25)}</ul></nav></header>"
    return _whole(title, f"{notice}{nav}<main>{article}{related}</main><footer><ul>{_links(rng, 15)}</ul></footer>")


def _divs(rng: random.Random, title: str, lines: list[str]) -> str:
    half = len(lines) // 2
    box = f"<div class='related-box'><b>Read also</b><ul>{_links(rng, 3)}</ul></div>"
    body = f"<div class='post-content'>{_paragraphs(lines[:half])}{box}{_paragraphs(lines[half:])}</div>"
    side = f"<div class='sidebar'>{_teasers(rng, 8)}</div>"
    return _whole(title, f"<div class='top'>{_links(rng, 20)}</div><h1>{title}</h1>{body}{side}")


def _table(rng: random.Random, title: str, lines: list[str]) -> str:
    cell = f"<h1>{title}</h1>{'<br><br>'.join(lines)}"
    return _whole(title, f"<table><tr><td width='20%'><ul>{_links(rng, 20)}</ul></td><td>{cell}</td></tr></table>")


def _blog(rng: random.Random, title: str, lines: list[str]) -> str:
    comments = "".join(f"<li class='comment'><p>{sentence(rng)}</p></li>" for _ in range(8))
    entry = f"<div class='entry-content'>{_paragraphs(lines)}</div>"
    return _whole(
        title,
        f"<div class='hentry'><h2 class='entry-title'>{title}</h2>{entry}</div>"
        f"<div id='comments'><h3>8 comments</h3><ol class='commentlist'>{comments}</ol></div>"
        f"<aside class='widget'><ul>{_links(rng, 12)}</ul></aside>",
    )


def _wire(rng: random.Random, title: str, lines: list[str]) -> str:
    share = "<div class='share'><a href='#'>Share</a> <a href='#'>Print</a></div>"
    article = f"<div itemprop='articleBody'>{_paragraphs(lines)}</div>"
    return _whole(title, f"<ul>{_links(rng, 30)}</ul><main><h1>{title}</h1>{share}{article}{share}</main>")


def _amp(rng: random.Random, title: str, lines: list[str]) -> str:
    menu = f"<amp-sidebar id='menu'><ul>{_links(rng, 20)}</ul></amp-sidebar>"
    more = f"<section class='more-stories'>{_teasers(rng, 5)}</section>"
    return _whole(title, f"{menu}<article class='amp-wp-article'><h1>{title}</h1>{_paragraphs(lines)}</article>{more}")


def ours(path: Path) -> str:
    """What our importer reads, in this process as the others."""
    from store.importers.html import read

    with path.open("rb") as file:
        return next(iter(read(file, path))).text


def trafilatura_alone(path: Path) -> str:
    """Trafilatura's fast mode."""
    from trafilatura import extract

    return extract(path.read_bytes(), fast=True, include_comments=False) or ""


def readability(path: Path) -> str:
    """readability-lxml, its markup made text as our importers do."""
    from readability import Document

    from store.importers.blocks import lines_of_html

    return "\n".join(lines_of_html(Document(path.read_text("utf-8")).summary()))


def resiliparse(path: Path) -> str:
    """resiliparse's extraction of main content."""
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(path.read_text("utf-8"), main_content=True, preserve_formatting=True))


PEERS: dict[str, tuple[str, Read]] = {
    "On Record": ("store", ours),
    "trafilatura, fast": ("trafilatura", trafilatura_alone),
    "readability-lxml": ("readability", readability),
    "resiliparse": ("resiliparse", resiliparse),
}


def agreement(text: str, lines: list[str]) -> tuple[float, float]:
    """Token precision and recall of a text, repeats counted."""
    found, expected = Counter(_TOKEN.findall(text)), Counter(_TOKEN.findall(" ".join(lines)))
    both = (found & expected).total()
    return both / max(1, found.total()), both / max(1, expected.total())


def repeats_kept(texts: list[str], expected: list[list[str]]) -> tuple[int, int]:
    """Paragraphs that stand twice and come out twice, and how many stand twice."""
    twice = [[line for line in lines if lines.count(line) > 1] for lines in expected]
    return kept(["\n".join(" ".join(line.split()) for line in text.split("\n")) for text in texts], twice)


def main() -> None:
    """Make the pages, read them by each, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=400)
    number = parser.parse_args().pages
    rng = random.Random(11)
    pages = [make_page(rng) for _ in range(number)]
    expected = [lines for _, lines in pages]
    print(f"{number} pages, one process")
    print(f"{'':20}{'precision':>10}{'recall':>8}{'F1':>7}{'pages/s':>9}   repeated paragraphs kept")
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{n:05}.html") for n in range(number)]
        for path, (markup, _) in zip(paths, pages, strict=True):
            path.write_text(markup, encoding="utf-8")
        for name, (module, read) in PEERS.items():
            if find_spec(module) is None:
                print(f"{name:20} is not installed")
                continue
            read(paths[0])
            seconds, texts = timed(lambda read=read: [read(path) for path in paths])
            scores = [agreement(text, lines) for text, lines in zip(texts, expected, strict=True)]
            precision, recall = (sum(score) / number for score in zip(*scores, strict=True))
            f1 = sum(2 * p * r / max(p + r, 1e-9) for p, r in scores) / number
            found, total = repeats_kept(texts, expected)
            print(f"{name:20}{precision:10.3f}{recall:8.3f}{f1:7.3f}{number / seconds:9.0f}   {found} of {total}")


if __name__ == "__main__":
    main()
