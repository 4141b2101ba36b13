"""XML from outside: no entity is taken in, no file or address that it names is opened."""

from __future__ import annotations

from pathlib import Path

from lxml.etree import DTD, XMLParser, XMLSyntaxError, _Element, fromstring

from store.importers.failure import UnreadableFile


def parse(data: bytes, path: Path) -> _Element:
    """Return the root of an XML document. Raises UnreadableFile where it is damaged or defines entities."""
    parser = XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = fromstring(data, parser)
    except XMLSyntaxError as error:
        what = f"It is damaged XML from line {error.lineno or 1} on"
        raise UnreadableFile(path, what, "it may be cut short; save the article again") from None
    dtd: DTD | None = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(iter(dtd.iterentities()), None) is not None:
        raise UnreadableFile(path, "It defines entities of its own", "save the article as a page or as text")
    return root


def local(element: _Element) -> str:
    """An element's name without its namespace, in lower case; "" for what is no element."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def find_text(element: _Element, *names: str) -> str:
    """The words of the first element below, of whichever name comes first; "" where there is none."""
    for name in names:
        for found in element.iter(f"{{*}}{name}"):
            if words := " ".join("".join(found.itertext()).split()):
                return words
    return ""


def language_of(element: _Element) -> str:
    """What an element says its language is; "" where it does not."""
    return str(element.get("{http://www.w3.org/XML/1998/namespace}lang") or "")


def find_all(element: _Element, name: str) -> list[str]:
    """The words of every element of a name below."""
    return [" ".join("".join(found.itertext()).split()) for found in element.iter(f"{{*}}{name}")]
