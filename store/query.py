"""The search language: what a person types, read into words and conditions. Reading it never fails.

Words must all be there; "double quotes" hold a phrase together, `word*` is the beginning of a word, and so is the
last word while it is being typed. `outlet:`, `speaker:` and `label:` take a word or a phrase, `after:` and `before:`
a date (2031, 2031-04 or 2031-04-09, or as forms read it; the first day of `after:` counts, not that of `before:`; see
store/published.py),
`has:` and `is:` one of the words below; `is:new` leaves out articles all of whose text was read, there or in others.
`-` before any of these leaves out what has it. All else counts as words; what a field might be called (`title:ferry`)
is remarked on, as are more parts than count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from store.deferred import deferred

if TYPE_CHECKING:
    from store.analysis import dates, spelling
    from store.completions import Completions
else:
    dates, spelling = deferred("store.analysis.dates", "store.analysis.spelling")

Field = Literal["", "name", "outlet", "speaker", "label", "after", "before", "has", "is"]
"""What a part of a query is about; "" for words anywhere, `name` for title, outlet or author."""

FIELDS = ("outlet", "speaker", "label", "after", "before", "has", "is")
"""The fields that can be typed."""

_COLUMNS: dict[str, str] = {"": "", "name": "{title outlet author} : ", "outlet": "outlet : "}
"""The fields that the search index answers, and where it looks."""

CHOICES: dict[str, tuple[str, ...]] = {
    "has": ("quote", "commitment", "speaker", "note"),
    "is": ("unread", "read", "starred", "new"),
}
MOST_PARTS = 40
"""So many parts of a query count; FTS5 refuses deeper expressions than 256."""

_PART = re.compile(
    rf'(?P<excluded>-)?(?:(?P<field>{"|".join(FIELDS)}):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))', re.IGNORECASE
)
_LIKE_A_FIELD = re.compile(
    r"-?(title|author|by|from|source|site|url|date|since|until|text|body|in|lang|language|place|tag|kind|type|note"
    r"|quote):[^\s:/]",
    re.IGNORECASE,
)
"""What one may take for a field, with a value; https://lest.example, mailto:x@lest.example and Re:talks are words."""
_BEGUN = re.compile(r"[0-9./-]*")
"""What may become a date as typing goes on."""


class Part(NamedTuple):
    """One thing asked for: words, a phrase or a condition. `unfinished` words may be the beginning of a word.

    `start` is where the value of words and phrases stands in what was typed.
    """

    field: Field
    value: str
    unfinished: bool = False
    excluded: bool = False
    start: int = 0

    def expression(self, completions: Completions | None = None) -> str:
        """The part for FTS5, which never sees raw input; with completions, their words instead of a beginning."""
        column = _COLUMNS[self.field]
        *before, last = spelling.words(self.value)
        if not self.unfinished or spelling.alone(last):
            return f'{column}"{" ".join([*before, last])}"'
        whole = completions.of(last) if completions and not before else []
        return f"{column}({' OR '.join(map(_quoted, whole))})" if whole else f'{column}"{" ".join([*before, last])}"*'


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, part by part; `remark` says in a sentence what of it could not be understood, or nothing.

    `lacking` tells whether that was left out, so that more is found than was asked for; else it counts as words.
    """

    parts: tuple[Part, ...] = ()
    remark: str = ""
    lacking: bool = False

    def __bool__(self) -> bool:
        return bool(self.parts)

    @property
    def words(self) -> tuple[Part, ...]:
        """The words and phrases that must stand in an article."""
        return tuple(part for part in self.parts if part.field == "" and not part.excluded)

    def wanted(self, completions: Completions | None = None) -> str:
        """An FTS5 expression for what must stand in the index and what must not; "" where no words are wanted."""
        wanted = [part.expression(completions) for part in self._indexed if not part.excluded]
        return " AND ".join(wanted) + "".join(f" NOT {one}" for one in self._excluded) if wanted else ""

    @property
    def unwanted(self) -> str:
        """An FTS5 expression for what must not stand in the index, where nothing need stand there."""
        excluded = self._excluded
        return " OR ".join(excluded) if len(excluded) == len(self._indexed) else ""

    @property
    def conditions(self) -> tuple[Part, ...]:
        """The parts that the index does not answer."""
        return tuple(part for part in self.parts if part.field not in _COLUMNS)

    @property
    def _indexed(self) -> list[Part]:
        return [part for part in self.parts if part.field in _COLUMNS]

    @property
    def _excluded(self) -> list[str]:
        return [part.expression() for part in self._indexed if part.excluded]


def ask(words: str = "", named: str = "", *, unread: bool = False, starred: bool = False, new: bool = False) -> Query:
    """The query of a list: what was typed as a search, words of title, outlet or author, and what else was chosen."""
    query = parse(words)
    parts = [part._replace(field="name") for part in parse(named).words]
    parts += [Part("is", "unread")] if unread else []
    parts += [Part("is", "starred")] if starred else []
    parts += [Part("is", "new")] if new else []
    return replace(query, parts=(*query.parts, *parts))


def parse(typed: str, *, finished: bool = False) -> Query:
    """Read what was typed. Never raises.

    While one types, a condition may still wait for its value; once that is `finished`, the remark says what is missing.
    """
    parts: list[Part] = []
    left_out: list[str] = []
    taken_as_words: list[str] = []
    for found in _PART.finditer(typed):
        part = _part(found, last=found.end() == len(typed), finished=finished)
        if isinstance(part, str):
            left_out.append(part)
        elif part is not None:
            parts.append(part)
            if not part.field and (field := _LIKE_A_FIELD.match(typed, found.start())):
                taken_as_words.append(_no_field(field[1]))
    if finished and typed.strip() and not (parts or left_out):
        left_out.append("there is no word in it to search for.")
    if len(parts) > MOST_PARTS:
        left_out.append(f"only the first {MOST_PARTS} words and conditions count; leave some out.")
    remark = next(filter(None, [*left_out, *taken_as_words]), "")
    return Query(tuple(parts[:MOST_PARTS]), remark, lacking=any(left_out))


def _part(found: re.Match[str], *, last: bool, finished: bool) -> Part | str | None:
    """A part, a remark on why it is none, or None for what holds no word."""
    excluded = bool(found["excluded"])
    value = found["word"] or found["phrase"] or ""
    field = (found["field"] or "").lower()
    if not field and value.lower().rstrip(":") in FIELDS and ":" in value:
        # a condition whose value is still to be typed
        return f"{value} needs a value right after the colon." if finished else None
    if field in CHOICES:
        chosen = next((one for one in CHOICES[field] if value and one.startswith(value.lower())), None)
        return Part(cast(Field, field), chosen, excluded=excluded) if chosen else _unknown(field, value)
    if field in ("after", "before"):
        if date := _date(value):
            return Part(cast(Field, field), date, excluded=excluded)
        begun = last and not finished and _BEGUN.fullmatch(value)
        return "" if begun else f"{field}: takes a date such as 2031, 2031-04 or 2031-04-09."
    if not spelling.words(value):
        return None
    starred = found["word"] is not None and value.endswith("*")
    unfinished = starred or (found["word"] is not None and (last or field != ""))
    start = found.start("phrase" if found["word"] is None else "word")
    return Part(cast(Field, field), value, unfinished, excluded, start)


def _date(typed: str) -> str:
    """An ISO date, cut to its month or year where no more of it was typed; "" for what is none."""
    try:
        return dates.parse_published(typed)[0]
    except ValueError:
        return ""


def _no_field(name: str) -> str:
    *others, last = FIELDS
    fields = f"{', '.join(others)} and {last}"
    return f'{name}: is no field; there are {fields}. Put words with a colon in "double quotes".'


def _unknown(field: str, value: str) -> str:
    *others, last = CHOICES[field]
    return f"{field}: takes {', '.join(others)} or {last}, not {value}."


def _quoted(word: str) -> str:
    return f'"{word}"'
