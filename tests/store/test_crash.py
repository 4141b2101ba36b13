"""A program killed in the middle of importing and tagging loses nothing that it had acknowledged.

The number of kills is ONRECORD_KILLS, 10 unless set.
"""

import os
import random
import time
from contextlib import closing
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from pathlib import Path

from store import articles, records
from store.check import check
from store.collection import open_collection
from store.importing import import_items
from store.model import SavedArticle
from store.records import AlreadyThere

KILLS = int(os.environ.get("ONRECORD_KILLS", "10"))
MOST = 12
"""Acknowledged changes that a program lives for at most; the end comes some milliseconds after the last."""


def work(path: Path, seed: int, said: Connection) -> None:
    """Import, tag, edit and delete until killed, telling what is done only after it is."""
    rng = random.Random(seed)
    collection = open_collection(path)
    number = 0
    while True:
        number += 1
        batch = [
            SavedArticle(f"Story {seed} {number} {n}. Orrin said: “We build {n}.”\n" * 3, title=f"{seed} {number} {n}")
            for n in range(rng.randint(1, 12))
        ]
        import_items(collection, batch)
        said.send(("imported", [saved.title for saved in batch]))
        numbers = articles.ids(collection, "added", limit=9)
        for row in articles.rows(collection, numbers):
            start = rng.randint(0, 30)
            try:
                uid = records.tag(collection, "quote", row.uid, [("content", start, start + 20)])
            except AlreadyThere:
                continue
            said.send(("tagged", uid))
            records.edit(collection, uid, {}, note=f"note {number}")
            said.send(("noted", (uid, f"note {number}")))
            if rng.random() < 0.2:
                said.send(("deleting", uid))
                records.delete(collection, uid)
                said.send(("deleted", uid))


def heard(connection: Connection, least: int) -> list[tuple[str, object]]:
    """What is told, waiting until there is so much of it."""
    found = []
    while len(found) < least:
        assert connection.poll(60), "the program came to a stop"
        found.append(connection.recv())
    return found


def left(connection: Connection) -> list[tuple[str, object]]:
    """What was told before the end; a message cut short was not."""
    found = []
    try:
        while connection.poll():
            found.append(connection.recv())
    except EOFError:
        pass
    return found


def test_killed_again_and_again_it_stays_sound_and_loses_nothing(tmp_path):
    path = tmp_path / "onrecord.db"
    rng = random.Random(7)
    titles: set[str] = set()
    notes: dict[str, str | None] = {}
    tagged: set[str] = set()
    uncertain: set[str] = set()
    deleted: set[str] = set()
    for kill in range(KILLS):
        ours, theirs = Pipe(duplex=False)
        child = get_context("fork").Process(target=work, args=(path, kill, theirs))
        child.start()
        theirs.close()
        told = heard(ours, rng.randint(0, MOST))
        time.sleep(rng.uniform(0, 0.03))
        child.kill()
        child.join(30)
        assert child.exitcode == -9
        for what, about in [*told, *left(ours)]:
            if what == "imported":
                titles.update(about)
            elif what == "tagged":
                tagged.add(about)
            elif what == "noted":
                notes[about[0]] = about[1]
            elif what == "deleting":
                uncertain.add(about)
            else:
                deleted.add(about)
        ours.close()
        with closing(open_collection(path)) as collection:
            assert list(check(collection)) == [], f"after kill {kill + 1}"
            kept = {title for (title,) in collection.read.execute("SELECT title FROM article")}
            live = {record.uid: record.note for record in records.list_records(collection, "quote")}
            assert titles <= kept
            assert tagged - uncertain <= live.keys()
            assert not deleted & live.keys()
            assert all(live[uid] == note for uid, note in notes.items() if uid in live)
    assert tagged
