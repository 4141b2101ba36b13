"""The commands about passages: options in, exit code out."""

from __future__ import annotations

from argparse import Namespace
from contextlib import ExitStack, closing
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from store.citation import show_date
from store.errors import OnRecordError
from tui.cli import collection_path, open_named
from tui.counts import counted, first_seen, lasted
from tui.display import safe_line
from tui.printing import print_json, progress_bar, say
from tui.word_diff import differences

if TYPE_CHECKING:
    from store.collection import Collection
    from store.copies import Member, PassageRow
    from store.model import Repeat, Span

SHOWN = 100
"""Characters of a passage that a line shows."""
NOTHING = "(nothing)"
"""Where one copy has words more than the other."""


def passages(options: Namespace) -> int:
    """Print the repeats inside each file, or without files the passages of the collection."""
    if not options.files:
        return _list(options)
    if options.rebuild:
        say("onrecord: --rebuild is for the collection; leave the files out")
        return 2
    return max([_repeats_in_file(options, path) for path in options.files])


def _repeats_in_file(options: Namespace, path: Path) -> int:
    from store.passages import repeats_in_file

    try:
        text, repeats = repeats_in_file(path)
    except OnRecordError as error:
        say(f"failed: {path}: {error}")
        return 1
    if options.json:
        print_json({"file": str(path), "length": len(text), "repeats": _as_json(repeats)})
    else:
        print(f"{safe_line(str(path))}: {len(repeats) or 'no'} repeat{'' if len(repeats) == 1 else 's'}")
        _print_pairs(repeats, text, text)
    return 0


def _list(options: Namespace) -> int:
    """Bring the passages of the collection up to date and list them."""
    from store import copies
    from store.passage_building import rebuild_passages, update_passages

    with closing(open_named(options)) as collection:
        with progress_bar("comparing") as progress:
            notice = (rebuild_passages if options.rebuild else update_passages)(collection, progress)
        if notice:
            say(f"onrecord: {notice}")
        for row in copies.rows(collection, copies.ranked(collection, options.sort)):
            if options.json:
                print_json(_row_as_json(row, copies.members(collection, row.id)))
            else:
                _print_row(row)
    return 0


def _row_as_json(row: PassageRow, members: list[Member]) -> dict[str, object]:
    return {
        "id": row.id,
        "words": row.words,
        "first_seen": row.first._asdict(),
        "members": [member._asdict() for member in members],
        "articles": row.articles,
        "outlets": row.outlets,
        "days": row.days,
        "identity": round(row.identity, 4),
        "boilerplate": row.boilerplate,
        "text": row.text,
    }


def _print_row(row: PassageRow) -> None:
    articles = counted(row.articles, "article")
    outlets = counted(row.outlets, "outlet")
    days = [told] if (told := lasted(row.days, row.dates, row.members)) else []
    kind = f", boilerplate of {safe_line(row.boilerplate)}" if row.boilerplate else ""
    print(f"{row.id:>6}  {row.members} places in {', '.join([articles, outlets, *days])}, {row.words} words{kind}")
    first = row.first
    told = f"{show_date(first.published) or '(no date)'}, {safe_line(first.outlet or first.title)}"
    print(f"        {first_seen(first.day, undated=row.undated)} {told}")
    print(f"        {_shown(row.text)}")


def compare(options: Namespace) -> int:
    """Print the passages that two files or two articles share."""
    from store.importers import UnreadableFile
    from store.passages import shared

    with ExitStack() as opened:

        @cache
        def collection() -> Collection:
            if not collection_path(options.db).exists():
                missing = next(name for name in (options.first, options.second) if not Path(name).exists())
                raise OnRecordError("There is no such file", f"{missing}, and no collection whose article it could be")
            return opened.enter_context(closing(open_named(options)))

        try:
            first, second, repeats, notes = shared(collection, options.first, options.second)
        except UnreadableFile as error:
            say(f"failed: {error.path}: {error}")
            return 1
    if options.json:
        print_json({"a": options.first, "b": options.second, "repeats": _as_json(repeats)})
    else:
        print(f"{len(repeats) or 'no'} shared passage{'' if len(repeats) == 1 else 's'}")
        _print_pairs(repeats, first, second)
    for note in notes:
        say(f"onrecord: {note}")
    return 0


def _as_json(repeats: list[Repeat]) -> list[dict[str, Span | float]]:
    return [{"a": repeat.a, "b": repeat.b, "identity": round(repeat.identity, 4)} for repeat in repeats]


def _print_pairs(repeats: list[Repeat], first: str, second: str) -> None:
    for a, b, identity in ((r.a, r.b, r.identity) for r in repeats):
        here, there = first[slice(*a)], second[slice(*b)]
        print(f"  [{a[0]}, {a[1]}) = [{b[0]}, {b[1]})  {identity:.0%} of words equal")
        print(f"    {_shown(here)}")
        for one, other in differences(here, there):
            print(f"      {_shown(here[slice(*one)]) or NOTHING} → {_shown(there[slice(*other)]) or NOTHING}")


def _shown(text: str) -> str:
    words = safe_line(" ".join(text.split()))
    return f"{words[:SHOWN]}{'…' if len(words) > SHOWN else ''}"
