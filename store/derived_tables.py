"""The tables, the search index and the triggers of what is derived from texts and can be made again."""

from __future__ import annotations

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

CREATE VIEW article_words AS
    SELECT article.id, searchable(title) AS title, searchable(outlet) AS outlet, searchable(author) AS author,
        searchable(body) AS body
    FROM article LEFT JOIN text ON text.sha256 = article.text;
CREATE VIRTUAL TABLE article_fts USING fts5 (
    title, outlet, author, body,
    content = 'article_words', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
"""

PASSAGES = """
CREATE TABLE compared (               -- texts whose passages are looked for across the collection
    text INTEGER PRIMARY KEY REFERENCES text (id),
    key INTEGER NOT NULL,             -- how its sha256 begins: its name in the index
    articles INTEGER NOT NULL,        -- live articles with this very text
    indexed INTEGER NOT NULL DEFAULT 0,
    linked INTEGER NOT NULL DEFAULT 0 -- 1: compared with the others that are linked, 2: once more to be compared
) STRICT;
CREATE INDEX compared_key ON compared (key);
CREATE INDEX compared_unindexed ON compared (text) WHERE indexed = 0;
CREATE INDEX compared_unlinked ON compared (key) WHERE linked <> 1;
CREATE INDEX compared_gone ON compared (key) WHERE linked > 0 AND articles = 0;
CREATE TABLE passage (
    id INTEGER PRIMARY KEY,
    members INTEGER NOT NULL DEFAULT 0   -- places, within one text and across texts
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
CREATE TABLE part (                   -- a stretch that repeats another; a passage is what these hang together to
    id INTEGER PRIMARY KEY,
    passage INTEGER NOT NULL REFERENCES passage (id),
    text INTEGER NOT NULL REFERENCES text (id),
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX part_place ON part (text, "start", "end");
CREATE INDEX part_passage ON part (passage, text);
CREATE TABLE pair (                   -- two parts that repeat one another, or one that stands in several articles
    one INTEGER NOT NULL REFERENCES part (id),
    other INTEGER NOT NULL REFERENCES part (id),
    identity REAL NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX pair_other ON pair (other);
CREATE TABLE implied (                -- where a passage stands because one that is longer and around it does
    passage INTEGER NOT NULL REFERENCES passage (id),
    text INTEGER NOT NULL REFERENCES text (id),
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    source INTEGER NOT NULL REFERENCES text (id) -- in which it lies inside the longer one
) STRICT;
CREATE UNIQUE INDEX implied_place ON implied (passage, text, "start", "end", source);
CREATE INDEX implied_source ON implied (source, passage);
CREATE INDEX implied_text ON implied (text);
"""

LEFT_TEXTS = """
ALTER TABLE compared ADD COLUMN needed INTEGER NOT NULL DEFAULT 1; -- a live article has it, or a record is left on it
UPDATE compared SET needed = articles > 0;
DROP INDEX compared_gone;
CREATE INDEX compared_gone ON compared (key) WHERE linked > 0 AND needed = 0;
CREATE INDEX compared_left ON compared (text) WHERE needed = 1 AND articles = 0;
CREATE INDEX IF NOT EXISTS span_left ON span (text) WHERE needs_look = 1;
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
