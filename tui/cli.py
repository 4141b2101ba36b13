"""The `onrecord` command. Data goes to stdout, all else to stderr; exit 0, 1 (some input failed) or 2 (usage)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import OnRecordError
from tui.display import safe_line

if TYPE_CHECKING:
    import argparse

    from store.collection import Collection

Run = Callable[["argparse.Namespace"], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or the app. Returns the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # whose encoding may lack a letter
            stream.reconfigure(errors="replace")
    try:
        if not given or (len(given) == 2 and given[0] == "--db" and not given[1].startswith("-")):
            from tui.launch import launch  # without the parser, which takes longer than opening the collection
            from tui.leaving import leave

            return leave(launch(collection_path(given[1] if given else None)))
        from tui.command_line import parse

        return _run(parse(given))
    except OnRecordError as error:
        for line in (f"{error.title}:", *error.problems) if error.problems else (str(error),):
            print(safe_line(f"onrecord: {line}"), file=sys.stderr)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("onrecord: stopped; what was done so far is kept", file=sys.stderr)
        return 1
    except Exception as error:
        from tui.failures import failure

        print(f"onrecord: {failure(error)}", file=sys.stderr)
        return 1


_MODULES = dict.fromkeys(("passages", "compare"), "tui.passage_commands")
_MODULES["export"] = "tui.export_command"
_MODULES |= dict.fromkeys(("unite", "backup", "original", "purge"), "tui.keeping_commands")


def _run(options: argparse.Namespace) -> int:
    if options.command is None or options.command == "demo":
        from tui.launch import demo, launch
        from tui.leaving import leave

        return leave(demo() if options.command else launch(collection_path(options.db)))
    commands = import_module(_MODULES.get(options.command, "tui.commands"))
    run: Run = getattr(commands, options.command)
    return run(options)


def collection_path(named: str | None) -> Path:
    """The collection that --db names, else ONRECORD_DB, else the one in the platform's data folder."""
    if named := named or os.environ.get("ONRECORD_DB"):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("onrecord") / "onrecord.db"


def open_named(options: argparse.Namespace, *, make: bool = False) -> Collection:
    """Open the collection that the options name; say on stderr how, where that matters.

    One that is not there is made only where `make` is set, so that a mistyped name makes no new one.
    """
    from store.collection import open_collection

    path = collection_path(options.db)
    if not make and not path.exists():
        raise OnRecordError("There is no collection yet", f"{path}: `onrecord import` makes one, or name another file")
    collection = open_collection(path)
    if collection.notice:
        print(safe_line(f"onrecord: {collection.notice}"), file=sys.stderr)
    return collection


if __name__ == "__main__":
    sys.exit(main())
