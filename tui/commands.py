"""The commands that work without the app, one function each: options in, exit code out."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from store.citation import show_date
from store.errors import OnRecordError
from tui.cli import collection_path, open_named
from tui.counts import counted, dated_ahead, passed_over, without_date
from tui.display import safe, safe_line, shortened
from tui.printing import print_json, progress_bar, say

if TYPE_CHECKING:
    from store.articles import ArticleRow
    from store.collection import Collection
    from store.importing import Summary

LIST_PAGE = 500
EXPLAINED = 40
"""Weights of the model that --explain shows."""


def import_(options: Namespace) -> int:
    """Import files, folders and standard input; say what became of them."""
    from store.importers.fields import FIELDS, OF_SAVING
    from store.importing import import_paths, import_stream

    if "-" in options.paths and (len(options.paths) > 1 or options.watch or options.keep_originals):
        say("onrecord: - stands alone and is neither watched nor kept; import files apart from it")
        return 2
    if options.watch and (missing := [path for path in options.paths if not Path(path).exists()]):
        say(f"onrecord: {missing[0]} is not there; name a folder to watch")
        return 2
    columns = dict(pair.partition("=")[::2] for pair in options.map)
    fields = *FIELDS, *OF_SAVING
    if not all(columns.values()) or not set(columns) <= set(fields):
        say(f"onrecord: --map wants FIELD=COLUMN, with a field of {', '.join(fields)}")
        return 2
    report = _report_as_json if options.json else _summarise
    with closing(open_named(options, make=True)) as collection:

        def finish(summary: Summary) -> None:
            report(summary)
            compare_new(collection)

        if options.paths == ["-"]:
            summary = import_stream(collection, sys.stdin.buffer, "standard input", columns)
        else:
            with progress_bar("importing") as progress:
                paths = map(Path, options.paths)
                summary = import_paths(collection, paths, progress, columns=columns, originals=options.keep_originals)
        finish(summary)
        if options.watch:
            _watch(collection, options, finish, columns)
    return 1 if summary.failed else 0


def fetch(options: Namespace) -> int:
    """Fetch addresses and what reading lists name; say what became of them."""
    from store.fetching import fetch as fetch_all
    from store.web import Web

    web = Web(allow_private=options.allow_private)
    with closing(open_named(options, make=True)) as collection, progress_bar("fetching") as progress:
        summary = fetch_all(collection, options.named, web, progress)
    (_report_as_json if options.json else _summarise)(summary)
    return 1 if summary.failed else 0


def compare_new(collection: Collection) -> None:
    """Look for the passages that articles share since some came or went. What ctrl+c leaves is done the next time."""
    from store.passage_building import update_passages

    notice = ""
    with suppress(KeyboardInterrupt), progress_bar("comparing") as progress:
        try:
            notice = update_passages(collection, progress)
        except OnRecordError as error:
            notice = str(error)
    if notice:
        say(f"onrecord: {notice}")


def _watch(
    collection: Collection, options: Namespace, report: Callable[[Summary], None], columns: dict[str, str]
) -> None:
    from threading import Event

    from store.watching import watch

    def tell(why: str) -> None:
        say(f"onrecord: {why}; what came is tried again until it can be kept")

    say("onrecord: watching; ctrl+c ends it")
    with suppress(KeyboardInterrupt):
        paths = [Path(path) for path in options.paths]
        watch(collection, paths, report, tell, Event(), columns, originals=options.keep_originals)


def _report_as_json(summary: Summary) -> None:
    told = {"failed": summary.failed, "notes": summary.notes}
    print_json(
        {**asdict(summary), **{name: [{"path": p, "why": why} for p, why in some] for name, some in told.items()}}
    )


def _summarise(summary: Summary) -> None:
    for path, why in summary.failed:
        say(f"failed: {path}: {why}")
    for path, why in summary.notes:
        say(f"note: {path or 'standard input'}: {why}")
    if summary.passed:
        say(f"note: {passed_over(summary.passed)}")
    for remark in filter(None, (without_date(summary.undated), dated_ahead(summary.ahead))):
        say(f"note: {remark}")
    if summary.records:
        print(f"{summary.records} records and speakers taken in")
    print(
        f"{summary.added} added, {summary.already} already there, "
        f"{counted(summary.versions, 'new version')}, {len(summary.failed)} failed"
    )


def articles(options: Namespace) -> int:
    """List the articles, by pages so that a million need no more memory than ten."""
    from store import articles as listed
    from store.completions import learn
    from store.search import did_you_mean

    if refuses_search(options):
        return 2
    with closing(open_named(options)) as collection:
        numbers = listed.ids(
            collection, options.sort, descending=options.sort in ("published", "added"), words=options.search
        )
        for first in range(0, len(numbers), LIST_PAGE):
            for row in listed.rows(collection, numbers[first : first + LIST_PAGE]):
                if options.json:
                    print_json(asdict(row))
                else:
                    print(_listed(row))
        if not numbers and (meant := did_you_mean(collection, options.search, learn(collection))):
            say(f"did you mean: {meant}")
    return 0


def refuses_search(options: Namespace) -> bool:
    """Whether a part of a search means nothing: it would find everything. That is said, as is what counts as words."""
    from store.query import parse

    query = parse(options.search, finished=True)
    if query.remark:
        say(f"onrecord: --search: {query.remark}")
    return query.lacking


def _listed(row: ArticleRow) -> str:
    both = f"{counted(row.quotes, 'quote')}, {counted(row.commitments, 'commitment')}"
    records = both if row.quotes or row.commitments else ""
    outlet, title = shortened(safe_line(row.outlet), 20), safe_line(row.title)
    return f"{row.id:>6}  {safe_line(show_date(row.published)) or '—':10}  {outlet:20}  {title}  {records}".rstrip()


def suggest(options: Namespace) -> int:
    """Print what is suggested for each file, or look after the suggestions of the collection."""
    instead = _OF_COLLECTION.get(next((name for name in _OF_COLLECTION if getattr(options, name)), ""))
    if bool(instead) == bool(options.files):
        say("onrecord: name files, or one of --all, --explain and --forget")
        return 2
    return instead(options) if instead else _suggest_files(options)


def _suggest_all(options: Namespace) -> int:
    from store.suggesting import suggest_all
    from store.suggestions import to_decide

    with closing(open_named(options)) as collection:
        with progress_bar("suggesting") as progress:
            done = suggest_all(collection, progress)
        open_now = to_decide(collection)
    if options.json:
        print_json({"articles": done, "suggestions": open_now})
    else:
        print(f"{counted(done, 'article')} looked through; {counted(open_now, 'suggestion')} to decide")
    return 0


def _explain(options: Namespace) -> int:
    from store.verdicts import ranker

    with closing(open_named(options)) as collection:
        learnt = ranker(collection)
    weights = learnt.strongest(EXPLAINED)
    if options.json:
        print_json({"decisions": learnt.count, "weights": dict(weights)})
        return 0
    if not learnt.count:
        print("nothing is learnt yet: no suggestion was accepted or rejected")
        return 0
    print(f"{counted(learnt.count, 'decision')} learnt from; what weighs most, for (+) or against, small words too:")
    for feature, weight in weights:
        kind, has, word = feature.partition(" with ")
        print(f"  {weight:+.2f}  {safe_line(f'{kind} with the word “{word}”' if has else feature)}")
    return 0


def _forget(options: Namespace) -> int:
    from store.verdicts import forget

    with closing(open_named(options)) as collection:
        forget(collection)
    if options.json:
        print_json({"forgotten": True})
    else:
        print("forgotten; what was accepted and rejected stays so")
    return 0


_OF_COLLECTION = {"all": _suggest_all, "explain": _explain, "forget": _forget}


def _suggest_files(options: Namespace) -> int:
    from store.suggesting import suggest_file
    from tui.suggested_lines import commitment_lines, quote_lines

    failed = False
    for path in options.files:
        try:
            text, found = suggest_file(path, options.published)
        except OnRecordError as error:
            say(f"failed: {path}: {error}")
            failed = True
            continue
        if options.json:
            print_json({"file": str(path), **asdict(found)})
            continue
        both = f"{counted(len(found.quotes), 'quote')}, {counted(len(found.commitments), 'commitment')}"
        print(f"{safe_line(str(path))}: {both}")
        for quote in found.quotes:
            print(*quote_lines(quote, text), sep="\n")
        for promise in found.commitments:
            print(*commitment_lines(promise, text), sep="\n")
    return 1 if failed else 0


def check(options: Namespace) -> int:
    """Verify the collection; each finding is a line as soon as it is found, the last one says whether all is well."""
    from store.check import check as findings
    from store.collection import DamagedCollection
    from store.passage_check import passage_notice

    def tell(finding: str) -> None:
        if options.json:
            print_json({"finding": finding})
        else:
            print(safe_line(finding))

    well, notice = True, ""
    try:
        with closing(open_named(options)) as collection:
            for finding in findings(collection):
                well = False
                tell(finding)
            notice = passage_notice(collection)
    except DamagedCollection as damage:
        well = False
        tell(str(damage))
    if options.json:
        print_json({"well": well, "notice": notice})
    elif well:
        print("all is well")
    if notice and not options.json:
        say(f"onrecord: {notice}")
    return 0 if well else 1


def config(options: Namespace) -> int:
    """Print the settings in effect, where they are or what they mean; or edit them."""
    from tui import config as settings_text
    from tui.settings import load, settings_path

    path = settings_path()
    if options.path:
        print(path)
    elif options.explain is not None:
        print(settings_text.explain(options.explain))
    elif options.edit:
        settings_text.edit(path)
        load(path)
        print(safe_line(f"{path}: all is well"))
    elif options.json:
        print_json({"path": str(path), "exists": path.exists(), "settings": settings_text.values(load())})
    else:
        settings = load(path)
        print(safe_line(f"# {path}{'' if path.exists() else ' (not there: all is as it comes)'}"))
        print(safe(settings_text.as_toml(settings)))
    return 0


def serve(options: Namespace) -> int:
    """Serve the app to a browser until interrupted; print its address."""
    from tui.serve import serve as serve_app

    open_named(options, make=True).close()  # what is wrong with it is told here, not in the browser
    serve_app(collection_path(options.db), options.host, options.port, lambda address: print(address, flush=True))
    return 0
