"""What a page declares of its article that trafilatura leaves out: Dublin Core, schema.org's Article, the language.

Of days it leaves out those after today, which are right where this machine's clock is not.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml.html import HtmlElement

_ADDRESSES = ("dc.identifier", "dcterms.identifier", "dc.identifier.uri")
_LANGUAGES = ("content-language", "dc.language", "dcterms.language", "og:locale")
_SUBJECTS = ("dc.subject", "dcterms.subject")
_PUBLISHED = ("article:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date")
_ARTICLES = ("BlogPosting", "DiscussionForumPosting", "LiveBlogPosting", "Report", "SocialMediaPosting")
"""Types of schema.org that are articles and not called so."""


class Declared(NamedTuple):
    """An article's address, language (a code), labels and when it was published; empty where the page declares none."""

    url: str
    language: str
    labels: list[str]
    published: str


def declared(tree: HtmlElement) -> Declared:
    """What the elements of a page's head and its JSON-LD declare."""
    said = _metas(tree)
    schema = next(_articles(tree), {})
    page = schema.get("mainEntityOfPage")
    addresses = [schema.get("url"), page.get("@id") if isinstance(page, dict) else page, *_of(said, _ADDRESSES)]
    url = next((one for one in addresses if isinstance(one, str) and one.startswith(("http://", "https://"))), "")
    languages = [str(tree.get("lang") or ""), _words(schema.get("inLanguage")), *_of(said, _LANGUAGES)]
    language = next((one for one in languages if one), "").partition(",")[0].strip().replace("_", "-")
    keywords = schema.get("keywords")
    labels = [_words(one) for one in (keywords if isinstance(keywords, list) else [keywords])]
    published = next(filter(None, [*_of(said, _PUBLISHED), _words(schema.get("datePublished"))]), "")
    return Declared(url, language, [*filter(None, labels), *_of(said, _SUBJECTS)], published)


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    said: dict[str, list[str]] = defaultdict(list)
    for meta in tree.iter("meta"):
        name = meta.get("name") or meta.get("property") or meta.get("http-equiv") or ""
        if content := (meta.get("content") or "").strip():
            said[name.strip().lower()].append(content)
    return said


def _of(said: dict[str, list[str]], names: tuple[str, ...]) -> list[str]:
    return [content for name in names for content in said.get(name, ())]


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The articles that the page's JSON-LD describes."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            try:
                found = json.loads(script.text or "")
            except (ValueError, RecursionError):
                continue
            for item in _items(found):
                types = item.get("@type")
                if any(_is_article(one) for one in (types if isinstance(types, list) else [types])):
                    yield item


def _items(found: object) -> Iterator[dict[str, Any]]:
    """What one JSON-LD script describes: one thing, several, or a graph of them."""
    for item in found if isinstance(found, list) else [found]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (one for one in graph if isinstance(one, dict)) if isinstance(graph, list) else ()


def _is_article(name: object) -> bool:
    return isinstance(name, str) and (name.endswith("Article") or name in _ARTICLES)


def _words(value: object) -> str:
    """A text, or the name of a thing: a language may be an object with its code as its alternate name."""
    if isinstance(value, dict):
        value = value.get("alternateName") or value.get("name")
    return value.strip() if isinstance(value, str) else ""
