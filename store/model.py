"""The plain values that rooms hand to one another. No behaviour beyond what the fields say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Precision = Literal["day", "month", "year", "season", "quarter", "none"]
RecordKind = Literal["quote", "mention", "commitment", "note"]
Form = Literal["direct", "partial", "indirect"]
Strength = Literal["hard", "soft", "forecast"]
Status = Literal["open", "in progress", "kept", "broken"]
SpanRole = Literal["content", "source", "cue"]
PlaceKind = Literal["home", "copy", "variant"]

FORMS: tuple[Form, ...] = ("direct", "partial", "indirect")
STRENGTHS: tuple[Strength, ...] = ("hard", "soft", "forecast")
STATUSES: tuple[Status, ...] = ("open", "in progress", "kept", "broken")
PRECISIONS: tuple[Precision, ...] = ("day", "month", "quarter", "season", "year", "none")

Span = tuple[int, int]
"""[start, end) in Unicode code points of one text."""

OMISSION = " […] "
"""What stands between the words of two spans of one record or suggestion."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far some work has come: pieces done of those known so far, and what is in hand."""

    done: int
    total: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class SavedHighlight:
    """Words that somebody marked in an article elsewhere, and what they wrote about them; either may be empty.

    `prefix` and `suffix` are what stands before and after the words, where the file says so.
    """

    exact: str = ""
    note: str = ""
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class SavedArticle:
    """One article as an importer read it. `text` has `\\n` line ends and is otherwise unaltered.

    `published` is an ISO date cut to its precision ("2024-11-11", "2024-11", "2024") or "--11-11" where
    a dateline gives day and month only; `unread_date` is what its file says of it that is no date. `extractor` says
    what took the text out of the file, with its version.

    An entry of a reading list says more: the day it was `saved`, its `labels`, the `highlights` in it, and the names of
    files beside the list that hold its page (`snapshots`). Its `text` is empty where the list holds none.
    """

    text: str
    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    place: str = ""
    published: str = ""
    published_precision: Precision = "none"
    unread_date: str = ""
    language: str = ""
    extractor: str = ""
    path: str = ""
    file_sha256: str = ""
    saved: str = ""
    labels: tuple[str, ...] = ()
    highlights: tuple[SavedHighlight, ...] = ()
    snapshots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedEntry:
    """A speaker, an article or a record that On Record itself has exported (see store/exporters/jsonl.py)."""

    path: str
    value: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Labelled:
    """Words that another program has labelled: `content` where they stand, `source` and `cue` where it says those.

    `label` is as the program has it, `note` what was written about it. Spans are code points of the article's text.
    """

    label: str
    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article that another program has labels on."""

    article: SavedArticle
    labels: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """Two spans of one text that say the same words; `identity` is the share of equal words (0..1)."""

    a: Span
    b: Span
    identity: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record shows in a text: its home span, a copy of it, or a variant that waits for a decision.

    `number` is the place's ordinal among the record's places in all texts, from 1, which is its home.
    """

    record: str
    span: str
    role: SpanRole
    start: int
    end: int
    kind: PlaceKind
    number: int = 1


def in_doubt(needs_look: bool, score: float) -> bool:
    """Whether a span, by two of its columns, was never certain where it stands."""
    return needs_look and not score


IN_DOUBT = {"needs_look": 1, "score": 0.0}
"""These columns of a span that was placed in a text without being certain there."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A span of a record: where it is anchored and with which words and context."""

    uid: str
    role: SpanRole
    ordinal: int
    text: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    method: str
    score: float
    needs_look: bool

    @property
    def in_doubt(self) -> bool:
        """Whether it was never certain where it stands; else it was, and a later text has left it there."""
        return in_doubt(self.needs_look, self.score)


@dataclass(frozen=True, slots=True)
class Role:
    """What a speaker is or was: "President of Belarus", since and until ISO dates or empty."""

    uid: str
    title: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person, a body or an unnamed source. `kind` is "person", "body" or "unnamed".

    `merged` names those that were merged into it; aliases, roles and counts are theirs too. `seen` tells unnamed
    sources apart: the outlet and day of the first article that one is on record in.
    """

    uid: str
    name: str
    kind: str = "person"
    country: str = ""
    wikidata: str = ""
    note: str = ""
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    merged: tuple[str, ...] = ()
    quotes: int = 0
    commitments: int = 0
    mentions: int = 0
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A quote, mention, commitment or note, with its fields by column name and its anchors.

    `fields` holds the kind's own columns (see store/kept_tables.py): for a quote speaker (uid), role, form,
    addressee, venue, date_said, date_said_precision, translation; for a mention speaker, role; for a
    commitment promisor (speaker uid), beneficiary, action, quantity, unit, deadline,
    deadline_precision, deadline_text, strength, condition, status, status_date, status_note.
    """

    uid: str
    kind: RecordKind
    article: str
    note: str
    fields: dict[str, str | float | None]
    anchors: tuple[Anchor, ...]
    copies_here: int = 0
    copies_elsewhere: int = 0
    variants: int = 0
    added: str = ""
    by: str = ""

    @property
    def content(self) -> list[Anchor]:
        """The spans of its words, in order."""
        return [anchor for anchor in self.anchors if anchor.role == "content"]

    @property
    def words(self) -> str:
        """The words on record, those of several spans in one piece."""
        return OMISSION.join(anchor.exact for anchor in self.content)

    @property
    def owner(self) -> str:
        """The uid of its speaker or promisor; empty where nobody is named."""
        return str(self.fields.get("speaker") or self.fields.get("promisor") or "")

    @property
    def needs_look(self) -> bool:
        """Whether the place of any part of it in its article, or what is said around that, is in doubt."""
        return any(anchor.needs_look for anchor in self.anchors)


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked place: its letter, the article's number and title, the offset, and the words there."""

    letter: str
    number: int
    title: str
    position: int
    words: str


@dataclass(frozen=True, slots=True)
class QuoteSuggestion:
    """A quote that the program proposes. Content spans take in their quotation marks.

    `speaker` is the fullest name that the text gives the speaker, None where it is unknown or doubtful; `role` is
    what the text calls them ("Belarusian President"), or empty. `speaker_span` is the words that name them beside
    the quote, `cue_span` those that report it. `confidence` is 0..1, `why` the rule in words.
    """

    content: tuple[Span, ...]
    form: Form
    speaker: str | None
    role: str
    speaker_span: Span | None
    cue_span: Span | None
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class CommitmentSuggestion:
    """A commitment that the program proposes, standing at [start, end).

    `quantity` counts `unit`: an ISO 4217 code, "%" or the noun as written. `deadline` is the ISO date of the last
    day of the period that `deadline_text` names. `confidence` is 0..1, `why` the rule in words.
    """

    start: int
    end: int
    strength: Strength
    promisor: str | None
    role: str
    beneficiary: str
    action: str
    quantity: float | None
    unit: str
    deadline: str | None
    deadline_precision: Precision
    deadline_text: str
    condition: str
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What is proposed for one text, in text order, each passage of it once."""

    quotes: tuple[QuoteSuggestion, ...]
    commitments: tuple[CommitmentSuggestion, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggestion as the collection keeps it for an article, until an analyst decides.

    `fields` are the columns that accepting it would set, `owner` the name of the speaker or promisor as the text
    gives it (empty where unknown). `confidence` is what the rules say as the analyst's own decisions have moved it.
    """

    uid: str
    kind: Literal["quote", "commitment"]
    article: str
    text: str
    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    owner: str
    fields: dict[str, str | float | None]
    confidence: float
    why: str
    exact: str
