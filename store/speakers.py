"""Speakers: the people, bodies and unnamed sources behind names and titles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from store.analysis.meaning import essence
from store.collection import Collection
from store.events import Change, Value, new_uid
from store.history import act, keep
from store.model import Role, Speaker
from store.records import now

EDITABLE = ("name", "kind", "country", "wikidata", "note")


def speakers(collection: Collection) -> list[Speaker]:
    """All speakers by name, with aliases, roles and how often they are on record."""
    read = collection.read
    aliases: dict[str, list[str]] = defaultdict(list)
    for uid, name in read.execute("SELECT speaker, name FROM alias WHERE state = 'live' ORDER BY uid"):
        aliases[uid].append(name)
    roles: dict[str, list[Role]] = defaultdict(list)
    for owner, *role in read.execute(
        "SELECT speaker, uid, title, since, until FROM role WHERE state = 'live' ORDER BY uid"
    ):
        roles[owner].append(Role(*role))
    counts = {
        kind: dict(
            read.execute(
                f"SELECT {column}, count(*) FROM {kind} JOIN annotation USING (uid) "
                f"WHERE state = 'live' GROUP BY {column}"
            ).fetchall()
        )
        for kind, column in (("quote", "speaker"), ("commitment", "promisor"), ("mention", "speaker"))
    }
    rows = read.execute(
        "SELECT uid, name, kind, country, wikidata, note FROM speaker WHERE state = 'live' AND same_as IS NULL "
        "ORDER BY name COLLATE NOCASE, uid"
    )
    return [
        Speaker(
            **dict(zip(("uid", "name", "kind", "country", "wikidata", "note"), row, strict=True)),
            aliases=tuple(aliases[row[0]]),
            roles=tuple(roles[row[0]]),
            quotes=counts["quote"].get(row[0], 0),
            commitments=counts["commitment"].get(row[0], 0),
            mentions=counts["mention"].get(row[0], 0),
        )
        for row in rows
    ]


def new_speaker(
    name: str, kind: str = "person", role: str = "", aliases: Sequence[str] = ()
) -> tuple[str, list[Change]]:
    """A speaker's uid and the changes that add it, to be kept with the record that needs it. Raises ValueError."""
    if not name.strip():
        raise ValueError("a speaker needs a name")
    uid = new_uid()
    changes = [Change("speaker", uid, {"name": name.strip(), "kind": kind, "added": now(), "state": "live"})]
    changes += [_alias(uid, alias) for alias in aliases]
    changes += [_role(uid, role)] if role else []
    return uid, changes


def known_as(collection: Collection, uid: str, alias: str = "", role: str = "") -> list[Change]:
    """The changes that add an alias and a role to a speaker, those that are not known yet."""
    changes = []
    if alias and alias not in _live(collection, "alias", "name", uid):
        changes.append(_alias(uid, alias))
    if role and role not in _live(collection, "role", "title", uid):
        changes.append(_role(uid, role))
    return changes


def create(collection: Collection, name: str, kind: str = "person", role: str = "", aliases: Sequence[str] = ()) -> str:
    """Add a speaker by itself. Returns the uid. Raises ValueError for an empty name."""
    uid, changes = new_speaker(name, kind, role, aliases)
    act(collection, "add speaker", changes)
    return uid


def edit(collection: Collection, uid: str, fields: Value, alias: str = "", role: str = "") -> None:
    """Change a speaker's columns (EDITABLE) and add an alias and a role. Only what differs is kept as changed.

    Raises ValueError for other columns and an empty name.
    """
    if unknown := set(fields) - set(EDITABLE):
        raise ValueError(f"a speaker has no {', '.join(sorted(unknown))}")
    if not str(fields.get("name", uid)).strip():
        raise ValueError("a speaker needs a name")
    with collection.write() as db:
        row = db.execute(f"SELECT {', '.join(EDITABLE)} FROM speaker WHERE uid = ?", [uid]).fetchone()
        known = dict(zip(EDITABLE, row or EDITABLE, strict=True))
        changed = {name: value for name, value in fields.items() if value != known[name]}
        changes = [Change("speaker", uid, changed)] if changed else []
        changes += known_as(collection, uid, alias, role)
        if changes:
            keep(db, "edit speaker", changes)


def named(collection: Collection, name: str) -> str | None:
    """The uid of the one speaker who has this very name or alias, upper or lower case. None for none or several."""
    wanted = essence(name)
    rows = collection.read.execute(
        "SELECT uid, name FROM speaker WHERE state = 'live' AND same_as IS NULL UNION ALL SELECT speaker.uid, "
        "alias.name FROM alias JOIN speaker ON speaker.uid = speaker WHERE alias.state = 'live' "
        "AND speaker.state = 'live' AND same_as IS NULL"
    )
    found = {uid for uid, known in rows if essence(known) == wanted}
    return found.pop() if len(found) == 1 else None


def _live(collection: Collection, table: str, column: str, speaker: str) -> set[str]:
    rows = collection.read.execute(f"SELECT {column} FROM {table} WHERE speaker = ? AND state = 'live'", [speaker])
    return {value for (value,) in rows}


def _alias(speaker: str, name: str) -> Change:
    return Change("alias", new_uid(), {"speaker": speaker, "name": name, "state": "live"})


def _role(speaker: str, title: str, since: str = "", until: str = "") -> Change:
    fields: Value = {"speaker": speaker, "title": title, "since": since, "until": until, "state": "live"}
    return Change("role", new_uid(), fields)
