"""The command that writes records to files: what it is asked for, what of it fits together, what it replaces."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store.errors import OnRecordError
from store.exporters import FORMATS, formats_ending_as
from tui.cli import open_named
from tui.commands import refuses_search
from tui.counts import counted, left_out, listed
from tui.display import safe_line
from tui.printing import agreed, at_terminal, print_json, progress_bar, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.exporters.rows import Selection

DEFAULT = "csv"
"""The format where neither an option nor the ending of the name tells it."""


def export(options: Namespace) -> int:
    """Write records to files and name them."""
    from store.exporters.files import ExportStopped, is_standard_output
    from store.exporting import export as write
    from store.exporting import replaced_by, suggested, undated

    out = Path(options.output)
    form = options.format or _told_by_ending(options.output)
    how = {name: value for name in ("excel", "raw", "by", "citation") if (value := getattr(options, name))}
    if refusal := _refusal(options, form, how):
        say(f"onrecord: {refusal}")
        return 2
    if refuses_search(options):
        return 2
    if "citation" in FORMATS[form].takes:
        how = _manner(how)
    chosen = _selection(options)
    with closing(open_named(options)) as collection:
        there = replaced_by(collection, form, out, chosen)
        if not options.yes and at_terminal() and not _may_replace(there):
            say("onrecord: nothing was written")
            return 1
        try:
            with progress_bar("exporting") as progress:
                written = write(collection, form, out, chosen, progress, **how)
            without = left_out(undated(collection, chosen))
            waiting = suggested(collection, chosen) if chosen.suggestions else 0
        except KeyboardInterrupt:
            raise ExportStopped from None
    for path, rows in written.items():
        line = f"{safe_line(str(path))}: {counted(rows, 'entry', 'entries')}"
        if is_standard_output(path):  # nothing else belongs among the data
            say(line)
        elif options.json:
            print_json({"file": str(path), "rows": rows})
        else:
            print(line)
    if without:
        say(f"onrecord: {without}")
    if chosen.suggestions:
        say(f"onrecord: {_among(waiting)}")
    elif not any(written.values()):
        more = "; --include-suggestions adds what is suggested" if FORMATS[form].suggestions else ""
        say(f"onrecord: nothing is on record of that{more}")
    return 0


def _among(waiting: int) -> str:
    """What was written beside records, a sentence."""
    if not waiting:
        return "no suggestion waits for a decision there; `onrecord suggest --all` looks for some"
    return f"written too: {counted(waiting, 'suggestion')}, marked as such"


def _told_by_ending(name: str) -> str:
    """The format that the name of the file tells, "" where it could be several or none; other names are folders'."""
    out = Path(name)
    ending = out.suffix[1:]
    if name.endswith("/") or out.is_dir() or not (ending[:1].isalpha() or ending[-1:].isalpha()):  # "2024.11"
        return DEFAULT
    fitting = formats_ending_as(out)
    return fitting[0] if len(fitting) == 1 else ""


def _refusal(options: Namespace, form: str, how: dict[str, Any]) -> str:
    """What does not fit together, a sentence; "" where all does."""
    out = Path(options.output)
    if options.output.endswith("/") and formats_ending_as(out) and not out.is_dir():
        return f"{options.output} has the ending of a file; leave the / out for one, or make the folder first"
    if options.output == "-":
        return "-o names a file or a folder; - is none"
    if not form:
        several = " and ".join(formats_ending_as(Path(options.output))) or "none"
        end = "end" if " " in several else "ends"
        return f"{options.output} does not tell the format: {several} {end} so. Name one with --format"
    if unfit := sorted(set(how).difference(FORMATS[form].takes)):
        return f"--{unfit[0]} has no meaning for --format {form}"
    if options.include_suggestions and not FORMATS[form].suggestions:
        return f"--format {form} has no way to tell suggestions apart from records"
    return ""


def _selection(options: Namespace) -> Selection:
    from store.exporters.rows import KINDS, Selection

    return Selection(
        kinds=(options.kind,) if options.kind else tuple(KINDS),
        since=options.since or "",
        speaker=options.speaker,
        article=options.article,
        words=options.search,
        suggestions=options.include_suggestions,
    )


def _may_replace(there: Sequence[Path]) -> bool:
    """Whether who sits at a terminal lets files be replaced; a script, which is not asked, knows what it does."""
    if not there:
        return True
    for line in listed(there):
        say(line)
    say("What is there would be written anew.")
    return agreed("Type yes to replace: ")


def _manner(how: dict[str, Any]) -> dict[str, Any]:
    """How a dossier is written: as asked for, else as the settings say. Raises OnRecordError."""
    from tui.settings import SETTINGS, load

    if "citation" in how:
        try:
            how["citation"] = SETTINGS["citation"].check(how["citation"])
        except ValueError as error:
            raise OnRecordError("The citation cannot be used", str(error)) from error
    return load().manner | how
