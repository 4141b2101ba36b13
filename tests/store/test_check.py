"""Every kind of damage to a collection is found by `check`, each with a sentence that names it."""

import sqlite3
from contextlib import closing

import pytest

from store import articles, records, speakers
from store.check import check
from store.collection import open_collection
from store.schema import GUARDS
from store.search_index import teach_spelling

DAMAGE = {
    "a text": ("UPDATE text SET body = replace(body, 'bridges', 'tunnels')", "has been altered"),
    "a span's offsets": ('UPDATE span SET "start" = "start" + 1', "says “"),
    "a span's words": ("UPDATE span SET exact = 'other'", "says “other”"),
    "a record's field": ("UPDATE quote SET form = 'indirect'", "table quote is not what the history says"),
    "a record's state": ("UPDATE annotation SET state = 'deleted'", "table annotation is not what"),
    "a row removed": ("DELETE FROM role", "table role is not what the history says"),
    "a row put in": ("INSERT INTO alias (uid, name) VALUES ('x', 'y')", "table alias is not what the history says"),
    "a speaker's name": ("UPDATE speaker SET name = 'Mallory'", "table speaker is not what the history says"),
    "an article's title": ("UPDATE article SET title = 'Forged'", "table article is not what the history says"),
    "an event's value": (
        "UPDATE event SET value = replace(value, 'direct', 'partial') WHERE kind = 'quote'",
        "history of replica",
    ),
    "an event that is no JSON": ("UPDATE event SET value = '{' WHERE kind = 'quote'", "cannot be folded"),
    "an event of no kind": ("UPDATE event SET kind = 'rumour' WHERE kind = 'quote'", "cannot be folded"),
    "an event removed": ("DELETE FROM event WHERE kind = 'speaker'", "history of replica"),
    "the last event removed": (
        "DELETE FROM event WHERE hlc = (SELECT max(hlc) FROM event)",
        "does not end where it should",
    ),
    "a row that names nothing": ("UPDATE quote SET speaker = 'nobody'", "names a speaker that is not there"),
    "an article left out of search": (
        "INSERT INTO article_fts (article_fts) VALUES ('delete-all')",
        "search index knows 0 of 1 articles",
    ),
    "a guard removed": ("DROP TRIGGER event_no_delete", "trigger event_no_delete is missing"),
    "a view altered": ("DROP VIEW quotes_flat; CREATE VIEW quotes_flat AS SELECT 1", "view quotes_flat is altered"),
    "an index removed": ("DROP INDEX article_title", "index article_title is missing"),
    "the version": ("PRAGMA user_version = 0", "the schema has version 0"),
}


@pytest.fixture
def tagged(collection, article, talks, span):
    """The collection with a quote and its speaker, closed."""
    uid, along = speakers.new_speaker("Pell Orrin", role="envoy", aliases=["Orrin"])
    where = [("content", *span(talks, "“We will build two bridges by 2031,”"))]
    records.tag(collection, "quote", article, where, {"speaker": uid, "form": "direct"}, along=along)
    articles.star(collection, article, True)
    return collection


def test_all_is_well_with_a_sound_collection(tagged):
    assert list(check(tagged)) == []


@pytest.mark.parametrize(("statement", "finding"), DAMAGE.values(), ids=DAMAGE)
def test_damage_is_found(tagged, statement, finding):
    with closing(sqlite3.connect(tagged.path, isolation_level=None)) as other:
        teach_spelling(other)
        guards = {} if "TRIGGER" in statement else GUARDS
        for name in guards:
            other.execute(f"DROP TRIGGER {name}")
        other.executescript(statement)
        for name, body in guards.items():
            other.execute(f"CREATE TRIGGER {name} {body}")
    findings = list(check(tagged))
    assert any(finding in said for said in findings), findings


def test_a_damaged_page_of_the_file_is_found(tagged):
    path = tagged.path
    tagged.close()
    with closing(sqlite3.connect(path)) as other:
        (page,) = other.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'span_annotation'").fetchone()
        (size,) = other.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    with closing(open_collection(path)) as damaged:
        assert list(check(damaged))


def test_checking_changes_nothing(tagged):
    before = tagged.read.execute("PRAGMA data_version").fetchone()
    assert list(check(tagged)) == []
    assert tagged.read.execute("PRAGMA data_version").fetchone() == before
