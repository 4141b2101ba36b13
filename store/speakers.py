"""Speakers: the people, bodies and unnamed sources behind names and titles.

An unnamed source, "a diplomat" or "the company", may be anybody in another article: by name it is found in those alone
where an analyst has put it on record itself. Merged into Ann Doe it means her there; where only she is on record it may
be anybody.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from store.analysis.dates import exists
from store.analysis.meaning import essence
from store.citation import show_date
from store.collection import Collection
from store.errors import OnRecordError
from store.events import OWNER, Change, Value, merged, new_uid, of_target, standing
from store.history import act, keep, overwritten
from store.merged import group, root
from store.model import Role, Speaker
from store.naming import NoSuchSpeaker as NoSuchSpeaker  # what asking for a speaker here raises
from store.naming import gone
from store.records import now

UNNAMED = "unnamed"
EDITABLE = ("name", "kind", "country", "wikidata", "note")


class SpeakerOnRecord(OnRecordError):
    """Records name the speaker."""


class SeveralSpeakers(OnRecordError):
    """Several speakers have the name by which one was sought."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Several speakers are called {name}", "press e to say who it is, or make them one in the list of speakers"
        )


def speakers(collection: Collection, uids: Iterable[str] | None = None) -> list[Speaker]:
    """All speakers by name, or those of `uids`, merged ones as one, with aliases, roles and how often on record."""
    read = collection.read
    among, values = "IS NOT NULL", []
    if uids is not None:
        members = [member for uid in uids for (member,) in read.execute(f"SELECT uid FROM {group('?')}", [uid])]
        among, values = "IN (SELECT value FROM json_each(?))", [json.dumps(members)]
    merges = read.execute(
        f"SELECT uid, {root('speaker.uid')} FROM speaker WHERE same_as IS NOT NULL AND uid {among}", values
    ).fetchall()
    one: dict[str, str] = dict(merges)
    aliases: dict[str, list[str]] = defaultdict(list)
    merged: dict[str, list[str]] = defaultdict(list)
    rows = read.execute(
        f"SELECT uid, name, kind, country, wikidata, note FROM speaker WHERE state = 'live' AND uid {among} "
        "ORDER BY name COLLATE NOCASE, uid",
        values,
    ).fetchall()
    for uid, name, *_ in rows:
        if (into := one.get(uid, uid)) != uid:
            merged[into].append(name)
            aliases[into].append(name)
    for uid, name in read.execute(
        f"SELECT speaker, name FROM alias WHERE state = 'live' AND speaker {among} ORDER BY uid", values
    ):
        if name not in aliases[one.get(uid, uid)]:
            aliases[one.get(uid, uid)].append(name)
    roles: dict[str, list[Role]] = defaultdict(list)
    for owner, *role in read.execute(
        f"SELECT speaker, uid, title, since, until FROM role WHERE state = 'live' AND speaker {among} ORDER BY uid",
        values,
    ):
        held = roles[one.get(owner, owner)]
        if all(_office(known) != _office(Role(*role)) for known in held):  # both had it who are one now
            held.append(Role(*role))
    counts = {kind: _counts(collection, kind, column, one, among, values) for kind, column in OWNER.items()}
    seen = _seen(collection, [row[0] for row in rows if row[2] == UNNAMED], one)
    return [
        Speaker(
            **dict(zip(("uid", "name", "kind", "country", "wikidata", "note"), row, strict=True)),
            aliases=tuple(alias for alias in aliases[row[0]] if alias != row[1]),
            roles=tuple(roles[row[0]]),
            merged=tuple(merged[row[0]]),
            quotes=counts["quote"][row[0]],
            commitments=counts["commitment"][row[0]],
            mentions=counts["mention"][row[0]],
            seen=seen.get(row[0], "") if row[2] == UNNAMED else "",
        )
        for row in rows
        if one.get(row[0], row[0]) == row[0]
    ]


def _office(role: Role) -> tuple[str, str, str]:
    """What makes two roles one: the same title at the same time."""
    return role.title.casefold(), role.since, role.until


def _counts(
    collection: Collection, kind: str, column: str, one: Mapping[str, str], among: str, values: Sequence[str]
) -> Counter[str]:
    """How many records of a kind each speaker among some has, those of merged ones with it."""
    counts: Counter[str] = Counter()
    for uid, count in collection.read.execute(
        f"""SELECT {column}, count(*) FROM {kind} JOIN annotation USING (uid)
        WHERE state = 'live' AND {column} {among} GROUP BY {column}""",
        values,
    ):
        counts[one.get(uid, uid)] += count
    return counts


def _seen(collection: Collection, unnamed: Sequence[str], one: Mapping[str, str]) -> dict[str, str]:
    """Outlet or title, and day, of the first article that each of some unnamed speakers is on record in."""
    if not unnamed:
        return {}
    named = "SELECT {1} AS owner, uid FROM {0} WHERE {1} IN (SELECT value FROM json_each(?1))"
    last_first = collection.read.execute(
        f"""SELECT owner, outlet, title, published FROM ({" UNION ALL ".join(named.format(*o) for o in OWNER.items())})
        JOIN annotation USING (uid) JOIN article ON article.uid = annotation.article
        WHERE annotation.state = 'live' ORDER BY article.sort_date DESC, article.id DESC""",
        [json.dumps(unnamed)],
    )
    return {
        one.get(owner, owner): ", ".join(filter(None, (outlet or title, show_date(published))))
        for owner, outlet, title, published in last_first
    }


def merge(collection: Collection, uids: Sequence[str], into: str) -> None:
    """Let these speakers be one with another, whose name stands, and what is known of it. Undo takes it back.

    It learns what it lacks from the others, and their kind where that was corrected by hand and its own was not.
    Raises NoSuchSpeaker.
    """
    with collection.write() as db:
        known = {uid for (uid,) in db.execute("SELECT uid FROM speaker WHERE state = 'live'")}
        if {*uids, into} - known:
            raise gone()
        (end,) = db.execute(f"SELECT {root('speaker.uid')} FROM speaker WHERE uid = ?", [into]).fetchone()
        changes = [Change("speaker", uid, {"same_as": into}) for uid in dict.fromkeys([*uids, end]) if uid != into]
        if changes:
            learnt = _learnt(db, into, [change.target for change in changes])
            changes.append(Change("speaker", into, {"same_as": None} | learnt))
            keep(db, "merge speakers", changes)


def _learnt(db: sqlite3.Connection, into: str, others: Iterable[str]) -> Value:
    """What is known of others and not of the speaker that they become. Whoever emptied a field by hand wants it so."""
    own = _said_by_hand(db, into)
    learnt: Value = {}
    for other in others:
        learnt = {name: value for name, value in _said_by_hand(db, other).items() if value} | learnt
    return {name: value for name, value in learnt.items() if name != "name" and name not in own}


def _said_by_hand(db: sqlite3.Connection, uid: str) -> Value:
    """What was said of a speaker, its name and kind only where somebody corrected those that it came with."""
    events = standing(of_target(db, uid))
    came, corrected = merged(events[:1]), merged(events[1:])
    said = {name: value for name, value in came.items() if value and name not in ("name", "kind")} | corrected
    return {name: said[name] for name in EDITABLE if name in said}


def part(collection: Collection, uid: str) -> int:
    """Let the speakers that were merged into one stand for themselves again. Returns how many did."""
    with collection.write() as db:
        others = [other for (other,) in db.execute(f"SELECT uid FROM speaker WHERE uid IN {group('?1')}", [uid])]
        changes = [Change("speaker", other, {"same_as": None}) for other in others if other != uid]
        if changes:
            keep(db, "part speakers", changes)
    return len(changes)


def delete(collection: Collection, uids: Sequence[str]) -> None:
    """Remove speakers whom no record names, and those merged into them. Undo brings them back.

    Nobody is removed where one of them is on record, or gone already. Raises SpeakerOnRecord, NoSuchSpeaker.
    """
    wanted = set(uids)
    with collection.write() as db:
        chosen = [one for one in speakers(collection, wanted) if one.uid in wanted]
        if len(chosen) < len(wanted):
            raise gone()
        for one in chosen:
            if count := one.quotes + one.commitments + one.mentions:
                raise SpeakerOnRecord(
                    f"{one.name} is on record",
                    f"{count} record{' names' if count == 1 else 's name'} this speaker; give them another or delete "
                    "them first, and nobody was removed",
                )
        ones = f"SELECT uid FROM speaker WHERE state = 'live' AND uid IN {group('?1')}"
        members = [uid for one in chosen for (uid,) in db.execute(ones, [one.uid])]
        if members:
            what = "speaker" if len(chosen) == 1 else f"{len(chosen)} speakers"
            keep(db, f"delete {what}", [Change("speaker", uid, {"state": "deleted"}) for uid in members])


def likely_kind(name: str, text: str = "") -> str:
    """What a speaker of this name is likely to be where a text names it: "person", "body" or "unnamed"."""
    from store.analysis.speaker_kinds import kind_of_speaker

    return kind_of_speaker(name, text)


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


def known_as(
    collection: Collection, uid: str, alias: str = "", role: str = "", since: str = "", until: str = ""
) -> list[Change]:
    """The changes that add an alias and a role to a speaker, those that are not known yet.

    Raises ValueError for a date of the role that the calendar does not have.
    """
    changes = []
    if alias and alias not in _live(collection, "alias", "name", uid):
        changes.append(_alias(uid, alias))
    if role and (since or until or role not in _live(collection, "role", "title", uid)):
        changes.append(_role(uid, role, since, until))
    return changes


def create(collection: Collection, name: str, kind: str = "person", role: str = "", aliases: Sequence[str] = ()) -> str:
    """Add a speaker by itself. Returns the uid. Raises ValueError for an empty name."""
    uid, changes = new_speaker(name, kind, role, aliases)
    act(collection, "add speaker", changes)
    return uid


def edit(
    collection: Collection,
    uid: str,
    fields: Value,
    alias: str = "",
    role: str = "",
    since: str = "",
    until: str = "",
    seen: Speaker | None = None,
) -> Value:
    """Change a speaker's columns (EDITABLE), add an alias and a role with its dates. Only what differs is kept.

    Returns the values that were written over, by column, which are not those that whoever changes them has `seen`.

    Raises ValueError for other columns, an empty name and a date that the calendar does not have, NoSuchSpeaker.
    """
    if unknown := set(fields) - set(EDITABLE):
        raise ValueError(f"a speaker has no {', '.join(sorted(unknown))}")
    if not str(fields.get("name", uid)).strip():
        raise ValueError("a speaker needs a name")
    with collection.write() as db:
        row = db.execute(
            f"SELECT {', '.join(EDITABLE)} FROM speaker WHERE uid = ? AND state = 'live'", [uid]
        ).fetchone()
        if row is None:
            raise gone()
        known = dict(zip(EDITABLE, row, strict=True))
        changed = {name: value for name, value in fields.items() if value != known[name]}
        changes = [Change("speaker", uid, changed)] if changed else []
        changes += known_as(collection, uid, alias, role, since, until)
        if changes:
            keep(db, "edit speaker", changes)
        return overwritten(known, {name: getattr(seen, name) for name in EDITABLE} if seen else {}, changed)


def meant(collection: Collection, name: str, article: str) -> set[str]:
    """The uids of those whom a name may mean in an article (uid): all who have it, but no unnamed one of others.

    An unnamed one that is on record there under this name is meant before all others.
    """
    sought = essence(name)
    here = unnamed_in(collection.read, article).get(sought)
    return {here} if here else by_name(collection.read)[sought]


def unnamed_in(connection: sqlite3.Connection, article: str) -> dict[str, str]:
    """The uids of the unnamed speakers on record in an article (uid) by the essence of their names and aliases.

    What was merged is on record where it was itself; its name means the speaker that it became.
    """
    owned = " UNION ".join(
        f"SELECT {column} FROM {kind} JOIN annotation USING (uid) WHERE article = ? AND state = 'live'"
        for kind, column in OWNER.items()
    )
    found: dict[str, str] = {}
    for uid, name in _names(connection, f"kind = '{UNNAMED}' AND speaker.uid IN ({owned})", [article] * len(OWNER)):
        found.setdefault(essence(name), uid)
    return found


def by_name(connection: sqlite3.Connection) -> defaultdict[str, set[str]]:
    """The uids of all speakers but unnamed ones by the essence of their names and aliases, merged ones as one."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for uid, name in _names(connection, f"kind <> '{UNNAMED}'"):
        found[essence(name)].add(uid)
    return found


def _names(connection: sqlite3.Connection, which: str, values: Sequence[str] = ()) -> Iterable[tuple[str, str]]:
    """Each name and alias of the speakers that the condition `which` is true of, after the uid of who has it."""
    return connection.execute(
        f"""SELECT one.uid, known.name FROM (
            SELECT uid, name FROM speaker WHERE state = 'live' AND {which} UNION ALL
            SELECT alias.speaker, alias.name FROM alias JOIN speaker ON speaker.uid = alias.speaker
            WHERE alias.state = 'live' AND speaker.state = 'live' AND {which}) AS known
        JOIN speaker AS one ON one.uid = {root("known.uid")} AND one.state = 'live' ORDER BY known.uid""",
        [*values, *values],
    )


def _live(collection: Collection, table: str, column: str, speaker: str) -> set[str]:
    rows = collection.read.execute(f"SELECT {column} FROM {table} WHERE speaker = ? AND state = 'live'", [speaker])
    return {value for (value,) in rows}


def _alias(speaker: str, name: str) -> Change:
    return Change("alias", new_uid(), {"speaker": speaker, "name": name, "state": "live"})


def _role(speaker: str, title: str, since: str = "", until: str = "") -> Change:
    for day in filter(None, (since, until)):
        if not exists(day):
            raise ValueError(f"the calendar does not have {day}")
    fields: Value = {"speaker": speaker, "title": title, "since": since, "until": until, "state": "live"}
    return Change("role", new_uid(), fields)
