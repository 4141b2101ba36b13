"""What `onrecord` can be asked on its command line. The parser of each command is declared by a function of its own."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from store.exporters import FORMATS

LAST_PORT = 65_535


class Command(NamedTuple):
    """A command: what it does, an example of it, and what declares its options."""

    does: str
    example: str
    declare: Callable[[argparse.ArgumentParser], object]


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """What was asked. Usage that is wrong is told on stderr, and the program leaves with 2."""
    parser = argparse.ArgumentParser(
        prog="onrecord",
        description="Read saved news articles and put quotes, speakers and commitments on the record.",
        epilog="Without a command it opens the app. Example: onrecord --db elections.db",
    )
    parser.add_argument("--db", metavar="FILE", help="the collection (default: ONRECORD_DB, else in the data folder)")
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and leave")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, (does, example, declare) in COMMANDS.items():
        command = commands.add_parser(
            name, help=does, description=f"{does[0].upper()}{does[1:]}.", epilog=f"Example: {example}"
        )
        command.add_argument("--db", metavar="FILE", default=argparse.SUPPRESS, help="the collection")
        declare(command)
        command.set_defaults(refuse=command.error)
    parser.set_defaults(refuse=parser.error)
    options, unknown = parser.parse_known_args(arguments)
    if unknown:  # told with the usage of the command, which argparse would tell with that of the program
        options.refuse(f"unrecognized arguments: {' '.join(unknown)}")
    return options


def _import(command: argparse.ArgumentParser) -> None:
    command.set_defaults(command="import_")
    command.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder (with all below it), or -")
    command.add_argument("--watch", action="store_true", help="go on importing what appears there, until ctrl+c")
    command.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help="what a table or list calls a field, as in --map title=headline; the fields are "
        "text, title, outlet, author, url, place, published, language, saved, tags",
    )
    command.add_argument("--keep-originals", action="store_true", help="keep the files themselves as well, compressed")
    command.add_argument("--json", action="store_true", help="print the summary as JSON")


def _fetch(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "named", nargs="+", metavar="ADDRESS", help="an address; or a file: a reading list, or an address a line"
    )
    command.add_argument("--allow-private", action="store_true", help="also from this machine and its network")
    command.add_argument("--json", action="store_true", help="print the summary as JSON")


def _articles(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--search",
        metavar="QUERY",
        default="",
        help='words, "a phrase", outlet:, after:, has:quote, …; one that begins with "-" after "=": --search="-ferry"',
    )
    command.add_argument("--sort", choices=("published", "outlet", "title", "added"), default="published")
    command.add_argument("--json", action="store_true", help="one JSON object a line")


def _passages(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="*", metavar="FILE", type=Path, help="none lists those of the collection")
    command.add_argument("--json", action="store_true", help="one JSON object a file, in the order given, or a passage")
    command.add_argument("--sort", choices=("members", "outlets", "days"), default="members")
    command.add_argument("--rebuild", action="store_true", help="make the index and all passages anew first")


def _compare(command: argparse.ArgumentParser) -> None:
    command.add_argument("first", metavar="A", help="a file; else an article's number, id or address")
    command.add_argument("second", metavar="B")
    command.add_argument("--json", action="store_true", help="one JSON object")


def _suggest(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="*", metavar="FILE", type=Path)
    instead = command.add_mutually_exclusive_group()
    instead.add_argument("--all", action="store_true", help="look through all articles of the collection; resumes")
    instead.add_argument("--explain", action="store_true", help="show what was learnt from accepting and rejecting")
    instead.add_argument("--forget", action="store_true", help="learn anew: forget what was learnt so far")
    command.add_argument("--published", metavar="DATE", type=_iso_day, help="the day from which deadlines count")
    command.add_argument("--json", action="store_true", help="one JSON object a file, in the order given; or one")


def _export(command: argparse.ArgumentParser) -> None:
    command.formatter_class = argparse.RawDescriptionHelpFormatter
    command.epilog = f"{command.epilog}\n\nformats:\n" + "\n".join(
        f"  {name:12} {form.does}" for name, form in FORMATS.items()
    )
    command.add_argument(
        "--format",
        choices=tuple(FORMATS),
        metavar="FORMAT",
        help="one of those listed below; default: as the file ends, csv for every other name, which is a folder's",
    )
    command.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="FILE",
        help="the file, or a folder for all kinds; files that are there are replaced, in a terminal after asking",
    )
    command.add_argument("--yes", action="store_true", help="do not ask before replacing files")
    command.add_argument("--json", action="store_true", help="one JSON object a file written")
    _selection(command)
    _manner(command)


def _selection(command: argparse.ArgumentParser) -> None:
    """Which records an export is of."""
    command.add_argument("--kind", choices=("quote", "speaker", "commitment"), help="only this kind, in one file")
    command.add_argument(
        "--since", metavar="DATE", type=_iso_day, help="only from articles published on that day or after"
    )
    command.add_argument(
        "--speaker", metavar="NAME", default="", help="only of this speaker: a name, an alias or an id"
    )
    command.add_argument(
        "--article", metavar="ARTICLE", default="", help="only from this article: number, id or address"
    )
    command.add_argument("--search", metavar="WORDS", default="", help="only from articles with these words")
    command.add_argument(
        "--include-suggestions", action="store_true", help="suggestions too, marked as such and apart from the records"
    )


def _manner(command: argparse.ArgumentParser) -> None:
    """How some formats are written."""
    command.add_argument("--by", choices=("article", "speaker", "month"), help="how markdown and html are put in order")
    command.add_argument(
        "--citation",
        metavar="STYLE",
        help="how markdown and html name sources: a .csl file, full, short, footnote, markdown or a template; "
        "default: as the settings say",
    )
    command.add_argument("--excel", action="store_true", help="begin with a byte order mark, for Excel")
    command.add_argument("--raw", action="store_true", help="leave cells as they are that a spreadsheet would run")


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--json",
        action="store_true",
        help="one JSON object a finding, then one that says whether all is well, with a notice of what is no damage",
    )


def _config(command: argparse.ArgumentParser) -> None:
    what = command.add_mutually_exclusive_group()
    what.add_argument("--path", action="store_true", help="print where the file is, or would be")
    what.add_argument("--explain", nargs="*", metavar="SETTING", help="say what settings mean: all, or those named")
    what.add_argument("--edit", action="store_true", help="open the file in your editor, then check it")
    what.add_argument("--json", action="store_true", help="the settings in effect as one JSON object")


def _serve(command: argparse.ArgumentParser) -> None:
    command.add_argument("--port", type=_port, default=8010, help="0 takes any that is free (default: 8010)")
    command.add_argument("--host", default="127.0.0.1", help="whom to listen to; others than this machine at your risk")


def _backup(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", type=Path)
    command.add_argument("--json", action="store_true", help="name the copy in a JSON object")


def _unite(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", type=Path, help="the other collection; it stays as it is")
    command.add_argument("--json", action="store_true", help="print what came in as JSON")


def _original(command: argparse.ArgumentParser) -> None:
    command.add_argument("article", metavar="ARTICLE", help="number, id or address")
    command.add_argument(
        "--text", metavar="N", type=int, help="instead, the text of its Nth version, an earlier one too; 1 is the first"
    )
    command.add_argument("-o", "--output", required=True, metavar="FILE", type=Path, help="where it goes")


def _purge(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "article",
        metavar="ARTICLE",
        nargs="?",
        help="number, id or address, as `onrecord articles` lists them; without it, overwrite what was left",
    )
    command.add_argument(
        "--yes", action="store_true", help="do not ask; without a terminal nothing is done unless it is given"
    )
    command.add_argument("--json", action="store_true", help="name what was removed in a JSON object")


def _iso_day(typed: str) -> str:
    """The day that an option's value is, as 2024-11-11."""
    from store.records import parse_day

    try:
        return parse_day(typed)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{typed} is no day; type it as 2024-11-11") from None


def _port(typed: str) -> int:
    """Check that an option's value is the number of a port."""
    if not typed.isdecimal() or int(typed) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"{typed} is no port; type a number up to {LAST_PORT}")
    return int(typed)


class _Version(argparse.Action):
    """Prints the version, which is looked up only when it is asked for."""

    def __call__(self, *_: object) -> None:
        from importlib.metadata import version

        print(f"onrecord {version('onrecord')}")
        sys.exit(0)


COMMANDS = {
    "demo": Command(
        "open the app on sample articles; nothing is kept, ctrl+q leaves", "onrecord demo", lambda command: None
    ),
    "import": Command(
        "import articles from files, folders or - for standard input", "onrecord import ~/saved/*.html", _import
    ),
    "fetch": Command("get articles from the web and import them", "onrecord fetch https://example.org/story", _fetch),
    "articles": Command("list the articles", 'onrecord articles --search "border agreement after:2031"', _articles),
    "passages": Command(
        "list the passages that articles have in common, or find those that repeat inside text files",
        "onrecord passages --json article.txt",
        _passages,
    ),
    "compare": Command(
        "find passages that two files or two articles share", "onrecord compare monday.txt tuesday.txt", _compare
    ),
    "suggest": Command(
        "show what would be suggested for files", "onrecord suggest --published 2024-11-11 article.txt", _suggest
    ),
    "export": Command("write records to files", "onrecord export --format csv --kind quote -o quotes.csv", _export),
    "check": Command("verify the collection", "onrecord check", _check),
    "config": Command("show the settings, explain or edit them", "onrecord config --edit", _config),
    "serve": Command("open the app in a browser on this machine", "onrecord serve --port 8000", _serve),
    "backup": Command("write a consistent copy, also while the app runs", "onrecord backup monday.db", _backup),
    "unite": Command("take in another collection: its articles, records and history", "onrecord unite ana.db", _unite),
    "original": Command("write the file that an article came from", "onrecord original 12 -o page.html", _original),
    "purge": Command("remove an article, its records and its history for good", "onrecord purge 01a2c3d4", _purge),
}
"""Every command, in the order in which `--help` lists them."""
