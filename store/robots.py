"""What a site's robots.txt allows (RFC 9309), read in time and memory that grow with its length and no faster."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from string import ascii_letters, digits
from urllib.parse import quote

_TOKEN = re.compile(r"[A-Za-z_-]+|\*")
_ESCAPE = re.compile("%[0-9A-Fa-f]{2}")
_UNRESERVED = frozenset(ascii_letters + digits + "-._~")


@dataclass(frozen=True, slots=True)
class Rules:
    """A site's rules for one program: patterns of paths, each allowed or not, and the pauses asked for in seconds."""

    paths: list[tuple[str, bool]] = field(default_factory=list)
    delays: list[float] = field(default_factory=list)

    def allow(self, path: str) -> bool:
        """Whether a path, with its query, may be asked for: the longest pattern says it, of two as long the kinder."""
        asked = _normal(path)
        fitting = [(len(pattern), allowed) for pattern, allowed in self.paths if _matches(pattern, asked)]
        return max(fitting, default=(0, True))[1]


def rules_for(product: str, written: str) -> Rules:
    """The rules of a robots.txt for a program: those of all groups that name it, else of all groups for everybody."""
    groups = {product.lower(): Rules(), "*": Rules()}
    named: set[str] = set()
    group: set[str] = set()
    naming = False
    for line in written.splitlines():
        name, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        name = name.lower()
        if name == "user-agent":
            token = _TOKEN.match(value)
            group = (group if naming else set()) | ({token[0].lower()} & groups.keys() if token else set())
            named |= group
            naming = True
        elif name in ("allow", "disallow", "crawl-delay"):
            naming = False
            for one in group:
                _add(groups[one], name, value)
    return groups[product.lower() if product.lower() in named else "*"]


def _add(rules: Rules, name: str, value: str) -> None:
    if name == "crawl-delay":
        with suppress(ValueError):
            rules.delays.append(float(value))
    elif value:  # without a path it is about none
        rules.paths.append((_normal(value), name == "allow"))


def _matches(pattern: str, path: str) -> bool:
    """Whether a path begins as a pattern says, in which * is anything and $ at the end is the end of the path."""
    to_the_end = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if to_the_end and not others:
        return path == first
    last = others.pop() if to_the_end else ""
    if not path.startswith(first):
        return False
    place = len(first)
    for piece in others:
        found = path.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    return path.endswith(last, place)


def _normal(path: str) -> str:
    """A path in which letters, digits and reserved signs stand for themselves, and escapes for all others."""
    return quote(_ESCAPE.sub(_unescaped, path), safe="%/?:@!$&'()*+,;=")


def _unescaped(escape: re.Match[str]) -> str:
    letter = chr(int(escape[0][1:], 16))
    return letter if letter in _UNRESERVED else escape[0].upper()
