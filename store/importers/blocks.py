"""The words of marked-up text that holds an article and nothing else: a line a block, repeats and all."""

from __future__ import annotations

from lxml.html import HtmlElement, HTMLParser, document_fromstring

from store.xml_text import FORBIDDEN

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul hl1 "
    "hl2".split()
)
_BREAKS = _BLOCKS | {"br"}
_UNSEEN = frozenset(["script", "style", "head", "title", "template", "noscript", "svg", "math", "iframe", "object"])

CELL = " | "
"""Between the cells of a row that stands in one line."""

LONGEST_CELL = 80
"""Characters of a cell of figures or names, at most."""

_BLANKED = bytes(32 if code < 32 and code not in b"\t\n\r" else code for code in range(256))

_LIMITS = ("ERR_RESOURCE_LIMIT", "ERR_NAME_TOO_LONG", "ERR_INTERNAL_ERROR", "ERR_NO_MEMORY")


class NestedTooDeep(ValueError):
    """The parser gave up on a page and kept only its beginning."""


def lines_of_html(markup: str) -> list[str]:
    """The lines of HTML in a string. Raises NestedTooDeep."""
    return lines_of(parsed(f"<html><body>{markup}</body></html>".encode("utf-8", "replace")))


def parsed(page: bytes) -> HtmlElement:
    """The tree of a page in UTF-8, without comments, with blanks for characters that XML cannot hold.

    Raises NestedTooDeep, and lxml's ParserError where it is empty.
    """
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    tree = document_fromstring(page.translate(_BLANKED), parser=parser, ensure_head_body=True)
    if any(error.type_name in _LIMITS for error in parser.error_log):
        raise NestedTooDeep("nested too deep")
    _blank(tree)
    return tree


def _blank(tree: HtmlElement) -> None:
    """Put blanks for what XML cannot hold and references such as &#11; brought in: lxml reads but does not write it."""
    for element in tree.iter():
        if element.text and FORBIDDEN.search(element.text):
            element.text = FORBIDDEN.sub(" ", element.text)
        if element.tail and FORBIDDEN.search(element.tail):
            element.tail = FORBIDDEN.sub(" ", element.tail)
        for name, value in element.items():
            if FORBIDDEN.search(value):
                element.set(name, FORBIDDEN.sub(" ", value))


def lines_of(tree: HtmlElement) -> list[str]:
    """The lines of an element, each with single blanks and without those at its ends; empty ones are left out."""
    pieces: list[str] = []
    _collect(tree, pieces)
    lines = "".join(pieces).split("\n")
    return [line for line in (" ".join(line.split()) for line in lines) if line]


def _collect(tree: HtmlElement, pieces: list[str]) -> None:
    """Take up text in order, line ends only where blocks and line breaks are. Without recursion: trees may be deep."""
    cells: set[HtmlElement] = set()
    stack: list[HtmlElement | str] = [tree]
    while stack:
        piece = stack.pop()
        if isinstance(piece, str):
            pieces.append(piece)
            continue
        name = _name(piece)
        edge = "\n" if name in _BREAKS else ""
        if name == "tr" and _is_data(piece):
            cells.update(piece)
        if piece in cells:
            edge = ""
        after = (piece.tail or "").replace("\n", " ") if piece is not tree else ""
        stack += [after, CELL if piece in cells and piece.getnext() is not None else edge]
        if name and name not in _UNSEEN:
            keep = name == "pre"
            text = piece.text or ""
            stack += reversed([edge, text if keep else text.replace("\n", " "), *piece])


def _name(element: HtmlElement) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _is_data(row: HtmlElement) -> bool:
    """Whether a row of a table holds short words and figures, and does not lay out a page."""
    return all(
        len("".join(cell.itertext())) <= LONGEST_CELL
        and not any(_name(part) in _BREAKS for part in cell.iterdescendants())
        for cell in row
    )
