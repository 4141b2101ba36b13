"""The tables of a collection, as a list of migrations. Each is SQL: `transform()` would drop triggers.

Truth is in `event` (what people decided) and `text` (what was imported). `action`, `reading` and `mark` are local.
All other tables are folded from events (store/events.py) or derived from texts (store/projection.py).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from store.views import VIEWS

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x4F6E5265  # "OnRe"

TRUTH = """
CREATE TABLE replica (
    uid TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    file TEXT,                      -- which file this replica writes; a copied file is another replica
    head TEXT NOT NULL DEFAULT '',  -- hash of its last event
    hlc INTEGER NOT NULL DEFAULT 0  -- hybrid logical clock of its last event: milliseconds << 16 | counter
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
    id TEXT PRIMARY KEY,
    action TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    op TEXT NOT NULL,
    value TEXT NOT NULL,            -- JSON object of the fields set
    undoes TEXT,                    -- the action that this one takes back
    prev_hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX event_target ON event (target);
CREATE INDEX event_action ON event (action) WHERE op <> 'import';  -- an import is never taken back
CREATE TABLE event_gap (prev_hash TEXT PRIMARY KEY, purged TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE text (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice, also after a purge
    sha256 TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    words INTEGER NOT NULL,
    added TEXT NOT NULL,
    repeated REAL                   -- share of the text that is a copy; NULL until looked for
) STRICT;

CREATE TABLE action (               -- what this replica did, from which undo and redo choose
    hlc INTEGER PRIMARY KEY,        -- clock of its last event
    uid TEXT NOT NULL,
    op TEXT NOT NULL,
    depth INTEGER NOT NULL DEFAULT 0,  -- odd: takes something back; even: does it (again)
    taken_back INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE reading (
    article TEXT PRIMARY KEY,
    position INTEGER NOT NULL DEFAULT 0,
    read INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE mark (
    letter TEXT PRIMARY KEY,
    article TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
"""

GUARDS = {
    "event_no_update": "BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END",
    "event_no_delete": "BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END",
    "text_no_update": "BEFORE UPDATE OF sha256, body, words, added ON text "
    "BEGIN SELECT RAISE(ABORT, 'a text is never altered'); END",
    "text_no_delete": "BEFORE DELETE ON text BEGIN SELECT RAISE(ABORT, 'a text is only ever purged'); END",
}
"""Triggers that keep the truth; only a purge lifts them, inside its own transaction."""

FIRST_FOLDED = """
CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice, also after a purge
    uid TEXT NOT NULL UNIQUE,
    text TEXT REFERENCES text (sha256) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL DEFAULT '',
    outlet TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '',
    url TEXT NOT NULL DEFAULT '',
    canonical_url TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    published TEXT NOT NULL DEFAULT '',
    published_precision TEXT NOT NULL DEFAULT 'none',
    language TEXT NOT NULL DEFAULT '',
    starred INTEGER NOT NULL DEFAULT 0,
    added TEXT NOT NULL DEFAULT '',
    same_as TEXT,
    state TEXT NOT NULL DEFAULT 'live',
    sort_date TEXT GENERATED ALWAYS AS
        (CASE WHEN published GLOB '[0-9]*' THEN published ELSE substr(added, 1, 10) END) STORED
) STRICT;
CREATE INDEX article_published ON article (sort_date, id) WHERE state = 'live';
CREATE INDEX article_outlet ON article (outlet COLLATE NOCASE, sort_date, id) WHERE state = 'live';
CREATE INDEX article_title ON article (title COLLATE NOCASE, id) WHERE state = 'live';
CREATE INDEX article_added ON article (added, id) WHERE state = 'live';
CREATE INDEX article_url ON article (canonical_url) WHERE canonical_url <> '';
CREATE INDEX article_gone ON article (id) WHERE state <> 'live';
CREATE INDEX article_text ON article (text);

CREATE TABLE version (
    uid TEXT PRIMARY KEY,
    article TEXT REFERENCES article (uid) DEFERRABLE INITIALLY DEFERRED,
    text TEXT REFERENCES text (sha256) DEFERRABLE INITIALLY DEFERRED,
    extractor TEXT NOT NULL DEFAULT '',
    path TEXT NOT NULL DEFAULT '',
    file_sha256 TEXT NOT NULL DEFAULT '',
    added TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'live'
) STRICT, WITHOUT ROWID;
CREATE INDEX version_article ON version (article);
CREATE INDEX version_text ON version (text);
CREATE INDEX version_path ON version (path) WHERE path <> '';

CREATE TABLE annotation (
    uid TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    article TEXT REFERENCES article (uid) DEFERRABLE INITIALLY DEFERRED,
    note TEXT NOT NULL DEFAULT '',
    added TEXT NOT NULL DEFAULT '',
    "by" TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'live'
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_article ON annotation (article, kind, state);
CREATE INDEX annotation_kind ON annotation (kind, state);

CREATE TABLE span (
    uid TEXT PRIMARY KEY,
    annotation TEXT REFERENCES annotation (uid) DEFERRABLE INITIALLY DEFERRED,
    text TEXT REFERENCES text (sha256) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL DEFAULT 'content',
    ordinal INTEGER NOT NULL DEFAULT 0,
    "start" INTEGER NOT NULL DEFAULT 0,
    "end" INTEGER NOT NULL DEFAULT 0,
    exact TEXT NOT NULL DEFAULT '',
    prefix TEXT NOT NULL DEFAULT '',
    suffix TEXT NOT NULL DEFAULT '',
    method TEXT NOT NULL DEFAULT 'made',
    score REAL NOT NULL DEFAULT 1,
    needs_look INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'live'
) STRICT, WITHOUT ROWID;
CREATE INDEX span_annotation ON span (annotation, role, state, ordinal);
CREATE INDEX span_text ON span (text, "start");

CREATE TABLE quote (
    uid TEXT PRIMARY KEY REFERENCES annotation (uid) DEFERRABLE INITIALLY DEFERRED,
    speaker TEXT REFERENCES speaker (uid) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL DEFAULT '',
    form TEXT NOT NULL DEFAULT 'direct',
    addressee TEXT NOT NULL DEFAULT '',
    venue TEXT NOT NULL DEFAULT '',
    date_said TEXT NOT NULL DEFAULT '',
    date_said_precision TEXT NOT NULL DEFAULT 'none',
    translation TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX quote_speaker ON quote (speaker) WHERE speaker IS NOT NULL;

CREATE TABLE mention (
    uid TEXT PRIMARY KEY REFERENCES annotation (uid) DEFERRABLE INITIALLY DEFERRED,
    speaker TEXT REFERENCES speaker (uid) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_speaker ON mention (speaker) WHERE speaker IS NOT NULL;

CREATE TABLE commitment (
    uid TEXT PRIMARY KEY REFERENCES annotation (uid) DEFERRABLE INITIALLY DEFERRED,
    promisor TEXT REFERENCES speaker (uid) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL DEFAULT '',
    beneficiary TEXT NOT NULL DEFAULT '',
    action TEXT NOT NULL DEFAULT '',
    quantity REAL,
    unit TEXT NOT NULL DEFAULT '',
    deadline TEXT NOT NULL DEFAULT '',
    deadline_precision TEXT NOT NULL DEFAULT 'none',
    deadline_text TEXT NOT NULL DEFAULT '',
    strength TEXT NOT NULL DEFAULT 'hard',
    condition TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'open',
    status_date TEXT NOT NULL DEFAULT '',
    status_note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX commitment_promisor ON commitment (promisor) WHERE promisor IS NOT NULL;

CREATE TABLE speaker (
    uid TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT 'person',
    country TEXT NOT NULL DEFAULT '',
    wikidata TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    added TEXT NOT NULL DEFAULT '',
    same_as TEXT,
    state TEXT NOT NULL DEFAULT 'live'
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_same_as ON speaker (same_as) WHERE same_as IS NOT NULL;
CREATE TABLE alias (
    uid TEXT PRIMARY KEY,
    speaker TEXT REFERENCES speaker (uid) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'live'
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_speaker ON alias (speaker);
CREATE TABLE role (
    uid TEXT PRIMARY KEY,
    speaker TEXT REFERENCES speaker (uid) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL DEFAULT '',
    since TEXT NOT NULL DEFAULT '',
    until TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'live'
) STRICT, WITHOUT ROWID;
CREATE INDEX role_speaker ON role (speaker);

CREATE TABLE decision (
    uid TEXT PRIMARY KEY,
    annotation TEXT REFERENCES annotation (uid) DEFERRABLE INITIALLY DEFERRED,
    text TEXT REFERENCES text (sha256) DEFERRABLE INITIALLY DEFERRED,
    "start" INTEGER NOT NULL DEFAULT 0,
    "end" INTEGER NOT NULL DEFAULT 0,
    exact TEXT NOT NULL DEFAULT '',
    verdict TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'live'
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_annotation ON decision (annotation);

CREATE TABLE hidden (                 -- boilerplate that is never shown again, by one of its places
    uid TEXT PRIMARY KEY,
    text TEXT REFERENCES text (sha256) DEFERRABLE INITIALLY DEFERRED,
    "start" INTEGER NOT NULL DEFAULT 0,
    "end" INTEGER NOT NULL DEFAULT 0,
    exact TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'live'
) STRICT, WITHOUT ROWID;

CREATE TABLE verdict (              -- what was decided about a suggestion
    uid TEXT PRIMARY KEY,
    article TEXT REFERENCES article (uid) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL DEFAULT '',
    exact TEXT NOT NULL DEFAULT '',
    prefix TEXT NOT NULL DEFAULT '',
    suffix TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '', -- a hash of the words' essence, by which copies are found
    confidence REAL NOT NULL DEFAULT 0,
    why TEXT NOT NULL DEFAULT '',
    verdict TEXT NOT NULL DEFAULT '',  -- accepted, rejected, or forgotten: nothing earlier is learnt from
    added TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'deleted'
) STRICT, WITHOUT ROWID;
CREATE INDEX verdict_words ON verdict (words);
CREATE INDEX verdict_article ON verdict (article);
"""

LISTED = """
CREATE TABLE label (
    uid TEXT PRIMARY KEY,
    article TEXT REFERENCES article (uid) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'live'
) STRICT, WITHOUT ROWID;
CREATE INDEX label_article ON label (article);

CREATE TABLE listing (              -- an article's entry in a reading list
    uid TEXT PRIMARY KEY,
    article TEXT REFERENCES article (uid) DEFERRABLE INITIALLY DEFERRED,
    list TEXT NOT NULL DEFAULT '',  -- what kind of list: pocket, zotero, ...
    saved TEXT NOT NULL DEFAULT '', -- the day
    state TEXT NOT NULL DEFAULT 'live'
) STRICT, WITHOUT ROWID;
CREATE INDEX listing_article ON listing (article);
"""

ORIGINALS = """
CREATE TABLE original (             -- files that articles came from, as they were; local, like reading
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    packed BLOB NOT NULL            -- zlib
) STRICT;
CREATE TABLE original_of (
    article TEXT NOT NULL REFERENCES article (uid) DEFERRABLE INITIALLY DEFERRED,
    original TEXT NOT NULL REFERENCES original (sha256) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (article, original)
) STRICT, WITHOUT ROWID;
CREATE INDEX original_of_original ON original_of (original);
"""

FOLDED = FIRST_FOLDED + LISTED
"""The tables that events fold into."""

DERIVED = """
CREATE TABLE repeat (
    text TEXT NOT NULL REFERENCES text (sha256),
    a_start INTEGER NOT NULL,
    a_end INTEGER NOT NULL,
    b_start INTEGER NOT NULL,
    b_end INTEGER NOT NULL,
    identity REAL NOT NULL
) STRICT;
CREATE INDEX repeat_text ON repeat (text);

CREATE TABLE place (
    annotation TEXT NOT NULL REFERENCES annotation (uid),
    number INTEGER NOT NULL,          -- the record's places are counted from 1, its home
    span TEXT NOT NULL REFERENCES span (uid),
    text TEXT NOT NULL REFERENCES text (sha256),
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kind TEXT NOT NULL                -- copy, or variant: its words differ and nobody has decided
) STRICT;
CREATE INDEX place_annotation ON place (annotation, number);
CREATE INDEX place_text ON place (text);

CREATE TABLE suggestion (
    uid TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES article (uid),
    text TEXT NOT NULL REFERENCES text (sha256),
    kind TEXT NOT NULL,               -- quote or commitment
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    words TEXT NOT NULL,              -- as in verdict
    fields TEXT NOT NULL,             -- JSON object: the record's columns, its owner's name, its spans
    confidence REAL NOT NULL,         -- the rule's, before anything is learnt
    why TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX suggestion_article ON suggestion (article, "start");
CREATE INDEX suggestion_confidence ON suggestion (confidence);

CREATE TABLE suggested (              -- articles whose suggestions stand in the table above, and what they are for
    article TEXT PRIMARY KEY REFERENCES article (uid),
    text TEXT NOT NULL,
    published TEXT NOT NULL,
    rules INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE passage_segment (        -- files of the index that finds texts with words in common
    name TEXT PRIMARY KEY,
    rows INTEGER NOT NULL,
    crc INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE changed_text (            -- texts whose live articles have changed since they were compared
    text TEXT PRIMARY KEY REFERENCES text (sha256) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE TABLE compared (               -- texts whose passages are looked for across the collection
    text INTEGER PRIMARY KEY REFERENCES text (id),
    articles INTEGER NOT NULL,        -- live articles with this very text
    indexed INTEGER NOT NULL DEFAULT 0,
    linked INTEGER NOT NULL DEFAULT 0 -- 1: compared with the others that are linked
) STRICT;
CREATE INDEX compared_unindexed ON compared (text) WHERE indexed = 0;
CREATE INDEX compared_unlinked ON compared (text) WHERE linked = 0;
CREATE TABLE passage (
    id INTEGER PRIMARY KEY,
    members INTEGER NOT NULL DEFAULT 0,  -- places, within one text and across texts
    representatives INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX passage_members ON passage (members);
CREATE TABLE occurrence (
    passage INTEGER NOT NULL REFERENCES passage (id),
    text INTEGER NOT NULL REFERENCES text (id),
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL
) STRICT;
CREATE INDEX occurrence_text ON occurrence (text, "start");
CREATE INDEX occurrence_passage ON occurrence (passage);
CREATE TABLE part (                   -- one side of a repeat; a passage is what these hang together to
    pair INTEGER NOT NULL,            -- both sides have its number
    passage INTEGER NOT NULL REFERENCES passage (id),
    text INTEGER NOT NULL REFERENCES text (id),
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    identity REAL NOT NULL
) STRICT;
CREATE INDEX part_text ON part (text);
CREATE INDEX part_passage ON part (passage, text);
CREATE INDEX part_pair ON part (pair);
CREATE TABLE representative (         -- texts that stand for a passage too common to compare with every member
    hash INTEGER NOT NULL,            -- fingerprint
    text INTEGER NOT NULL REFERENCES text (id),
    PRIMARY KEY (hash, text)
) STRICT, WITHOUT ROWID;
CREATE INDEX representative_text ON representative (text);

CREATE VIEW article_words AS
    SELECT article.id, searchable(title) AS title, searchable(outlet) AS outlet, searchable(author) AS author,
        searchable(body) AS body
    FROM article LEFT JOIN text ON text.sha256 = article.text;
CREATE VIRTUAL TABLE article_fts USING fts5 (
    title, outlet, author, body,
    content = 'article_words', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
"""

COMPARED_TRIGGERS = """
CREATE TRIGGER article_compared_insert AFTER INSERT ON article WHEN new.text IS NOT NULL
BEGIN
    INSERT INTO changed_text SELECT new.text WHERE new.text NOT IN (SELECT text FROM changed_text);
END;
CREATE TRIGGER article_compared_update AFTER UPDATE OF text, state ON article
WHEN (old.text, old.state) IS NOT (new.text, new.state)
BEGIN
    INSERT INTO changed_text SELECT sha256 FROM text
        WHERE sha256 IN (old.text, new.text) AND sha256 NOT IN (SELECT text FROM changed_text);
END;
CREATE TRIGGER article_compared_delete AFTER DELETE ON article WHEN old.text IS NOT NULL
BEGIN
    INSERT INTO changed_text SELECT old.text WHERE old.text NOT IN (SELECT text FROM changed_text);
END;
"""
"""Note whose passages have to be looked for anew (store/passage_building.py). INSERT OR IGNORE would not do: inside a
trigger the outer statement's conflict clause overrules it."""

FTS_TRIGGERS = """
CREATE TRIGGER article_fts_delete AFTER DELETE ON article
WHEN old.id IN (SELECT id FROM article_fts_docsize)
BEGIN
    INSERT INTO article_fts (article_fts, rowid, title, outlet, author, body)
        VALUES ('delete', old.id, searchable(old.title), searchable(old.outlet), searchable(old.author),
            (SELECT searchable(body) FROM text WHERE sha256 = old.text));
END;
CREATE TRIGGER article_fts_update AFTER UPDATE OF title, outlet, author, text ON article
WHEN (old.title, old.outlet, old.author, old.text) IS NOT (new.title, new.outlet, new.author, new.text)
    AND old.id IN (SELECT id FROM article_fts_docsize)
BEGIN
    INSERT INTO article_fts (article_fts, rowid, title, outlet, author, body)
        VALUES ('delete', old.id, searchable(old.title), searchable(old.outlet), searchable(old.author),
            (SELECT searchable(body) FROM text WHERE sha256 = old.text));
    INSERT INTO article_fts (rowid, title, outlet, author, body)
        VALUES (new.id, searchable(new.title), searchable(new.outlet), searchable(new.author),
            (SELECT searchable(body) FROM text WHERE sha256 = new.text));
END;
INSERT INTO article_fts (article_fts, rank) VALUES ('automerge', 0);
INSERT INTO article_fts (article_fts, rank) VALUES ('hashsize', 16777216);
"""
"""Keep the search index in step with changed articles; new ones are indexed in bulk by store/search_index.py.
Segments merge sixteen at a time, when so many have come together. The function `searchable` is known to the
connection that writes only; a search never reads the view."""


def guard(db: Database) -> None:
    """Put the guarding triggers in place."""
    for name, body in GUARDS.items():
        db.execute(f"CREATE TRIGGER {name} {body}")


def unguard(db: Database) -> None:
    """Lift the guarding triggers, for a purge that puts them back before it commits."""
    for name in GUARDS:
        db.execute(f"DROP TRIGGER {name}")


def _first_tables(db: Database) -> None:
    for script in (TRUTH, FIRST_FOLDED, DERIVED, COMPARED_TRIGGERS, FTS_TRIGGERS):
        for statement in statements(script):
            db.execute(statement)
    guard(db)
    for name, select in VIEWS.items():
        db.create_view(name, select)


def _labels_and_listings(db: Database) -> None:
    for statement in statements(LISTED):
        db.execute(statement)


def _originals(db: Database) -> None:
    for statement in statements(ORIGINALS):
        db.execute(statement)


def statements(script: str) -> Iterator[str]:
    """The single statements of a script, so that they run inside the caller's transaction."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


MIGRATIONS: list[Callable[[Database], None]] = [_first_tables, _labels_and_listings, _originals]
"""The step from `user_version` n to n + 1 is MIGRATIONS[n]."""


def migrate(db: Database) -> None:
    """Bring an open collection, inside a write transaction, to the newest version."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    for step in MIGRATIONS[version:]:
        step(db)
    db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
