"""The tables of what is kept for good: texts and events, the tables folded from events, what is local to a machine.

Truth is in `event` (what people decided) and `text` (what was imported). `action`, `reading` and `mark` are local.
"""

from __future__ import annotations

TRUTH = """
CREATE TABLE replica (
    uid TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    file TEXT,                      -- which file this replica writes; a copied file is another replica
    head TEXT NOT NULL DEFAULT '',  -- hash of its last event
    hlc INTEGER NOT NULL DEFAULT 0  -- hybrid logical clock of its last event: milliseconds << 16 | counter
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
    number INTEGER PRIMARY KEY,     -- local: the order of arrival; long rows keyed by text would make a deep tree
    id TEXT NOT NULL,
    action TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    op TEXT NOT NULL,
    value TEXT NOT NULL,            -- JSON object of the fields set
    undoes TEXT,                    -- the action that this one takes back
    prev_hash TEXT NOT NULL,
    UNIQUE (target, id)
) STRICT;
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
    "first" INTEGER NOT NULL,       -- the numbers of its events, among which a purge may leave gaps
    "last" INTEGER NOT NULL,
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
) STRICT;                           -- long rows, as in event
CREATE INDEX span_annotation ON span (annotation, role, state, ordinal, uid);
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

UNITED = """
CREATE INDEX IF NOT EXISTS article_same_as ON article (same_as) WHERE same_as IS NOT NULL;
CREATE TABLE IF NOT EXISTS purged_original (sha256 TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;  -- local, as they are
"""

FOLDED = FIRST_FOLDED + LISTED
"""The tables that events fold into."""
