"""The commands that keep a collection: copies, originals, uniting and purging, one function each."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING

from tui.cli import open_named
from tui.commands import compare_new
from tui.counts import counted
from tui.display import safe_line
from tui.printing import agreed, at_terminal, print_json, say

if TYPE_CHECKING:
    from store.articles import ArticleRow


def unite(options: Namespace) -> int:
    """Take in another collection; say what came."""
    from store.uniting import unite_with

    with closing(open_named(options, make=True)) as collection:
        united = unite_with(collection, options.file)
        if options.json:
            print_json(asdict(united))
        else:
            came = (
                (united.articles, "article", "articles"),
                (united.records, "record", "records"),
                (united.same, "article that was here already", "articles that were here already"),
                (united.originals, "original", "originals"),
            )
            print(", ".join(counted(*one) for one in came if one[0]) or "nothing new")
        compare_new(collection)
    return 0


def backup(options: Namespace) -> int:
    """Write a consistent copy."""
    from store.backups import back_up

    with closing(open_named(options)) as collection:
        back_up(collection.path, options.file)
    if options.json:
        print_json({"file": str(options.file)})
    else:
        print(safe_line(str(options.file)))
    return 0


def original(options: Namespace) -> int:
    """Write the kept original of an article, or the text of one of its versions."""
    from store import articles as listed
    from store.originals import write_original
    from store.versions import write_version

    with closing(open_named(options)) as collection:
        article = listed.find(collection, options.article).uid
        if options.text is None:
            write_original(collection, article, options.output)
        else:
            write_version(collection, article, options.text, options.output)
    print(safe_line(str(options.output)))
    return 0


def purge(options: Namespace) -> int:
    """Remove an article for good, after asking; without one, overwrite what is left of those removed before."""
    from store import articles as listed
    from store.purge import overwrite
    from store.purge import purge as remove
    from tui.clipboard import forget_kept

    with closing(open_named(options)) as collection:
        row = None if options.article is None else listed.find(collection, options.article)
        if not options.yes and not _agreed(row):
            say("onrecord: nothing was removed")
            return 1
        forget_kept()
        if row is None:
            overwrite(collection)
        else:
            remove(collection, row.uid)
            compare_new(collection)
    if options.json:
        print_json({"uid": row.uid, "title": row.title} if row else {"overwritten": True})
    else:
        done = f"removed for good: {row.title or row.uid}" if row else "what was removed before is overwritten"
        print(safe_line(done))
    return 0


def _agreed(row: ArticleRow | None) -> bool:
    """Whether somebody agrees to removing an article or, without one, what is left of those removed before."""
    if not at_terminal():
        say("onrecord: add --yes to remove without asking")
        return False
    if row is None:
        say("This overwrites for good what removed articles have left in the collection's file.")
    else:
        both = f"{counted(row.quotes, 'quote')}, {counted(row.commitments, 'commitment')}"
        what = f"{row.title or row.uid} ({both})"
        say(f"This removes for good, with its texts, records, history and speakers named nowhere else: {what}")
    say("Copies made before a migration go too; remove backups made by you yourself.")
    return agreed("Type yes to remove it: ")
