"""The dialog that exports: in which format, which records, where to, and how cells are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from textual import on
from textual.content import Content

from store.errors import OnRecordError
from store.exporters import FORMATS
from store.model import Progress
from store.query import parse
from store.records import parse_day
from tui.counts import counted, left_out, listed
from tui.screens.confirm import Confirm
from tui.screens.form import FieldError, Form, Hint, Row
from tui.screens.running import Outcome
from tui.widgets.fields import Cycle, TextField
from tui.widgets.path_field import PathField

ALL = "all"

OPTIONS = ("excel", "raw", "by")
"""Rows that only the formats have that take them."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export, in which format (one of FORMATS).

    `out` is the file, or the folder where the format makes several; as CSV it is the file of the one `kind`, or the
    folder for a file of each kind (None). The other conditions are those of store/exporters/rows.py;
    `shown` asks for no others than a register shows. `by` is how a dossier is grouped.
    """

    out: Path
    kind: str | None = None
    excel: bool = False
    raw: bool = False
    form: str = "csv"
    since: str = ""
    speaker: str = ""
    words: str = ""
    suggestions: bool = False
    shown: bool = False
    by: str = "article"


class FormatField(Cycle):
    """The format: one is shown at a time, with what it is for."""

    def render(self) -> Content:
        """The picked format."""
        name = self.options[self.index]
        return Content.assemble((f"[{name}]", "bold"), f"  {FORMATS[name].does}")


class Exported(NamedTuple):
    """What an export came to: rows written by file, and how many were left out for want of a date."""

    written: Mapping[Path, int]
    undated: int


Export = Callable[[ExportRequest, Callable[[Progress], None], Callable[[], bool]], Exported]
"""run(request, progress, cancelled), called in a thread."""


def outcome(exported: Exported) -> Outcome:
    """What an export came to, a line a file."""
    told = listed([f"{counted(rows, 'row')} in {path}" for path, rows in exported.written.items()])
    lines = [*(told or ["Nothing was written."]), left_out(exported.undated)]
    return Outcome("\n".join(filter(None, lines)))


class ExportDialog(Form[Any]):
    """Asks what to export and where to, and before it replaces a file. Dismisses with what came of it, or None.

    Args:
        kinds: The kinds of records, each with the name of its file ("quote": "quotes").
        run: Writes the files.
        replaced: The files that are there and that would be replaced. Raises OnRecordError where none may be.
        folder: Where to, unless another is typed.
        shown: How many records or speakers the register shows that it is opened from.
    """

    HEADING = "Export"
    HINTS: ClassVar[Sequence[Hint]] = (
        ("enter", "export", "save"),
        ("tab", "complete, next", ""),
        ("← →", "change", ""),
        ("esc ^g", "cancel", "cancel"),
    )

    def __init__(
        self,
        kinds: Mapping[str, str],
        run: Export,
        replaced: Callable[[ExportRequest], Sequence[Path]],
        folder: str = "",
        shown: int = 0,
    ) -> None:
        super().__init__()
        self._shown = f"the {shown:,} shown" if shown > 1 else "the one shown" if shown else ""
        self._kinds = kinds
        self._run = run
        self._replaced = replaced
        self._folder = folder

    def rows(self) -> Iterator[Row]:
        """Folder, format, the conditions, and how cells are written."""
        yield Row("folder", PathField("folder", self._folder, folders_only=True))
        yield Row("format", FormatField("form", tuple(FORMATS), "csv"))
        if self._shown:
            yield Row("of", Cycle("shown", (self._shown, "the whole collection"), self._shown))
        names = tuple(self._kinds.values())
        records = (ALL, *names) if len(names) > 1 else names
        yield Row("records", Cycle("kind", records, names[0] if self._shown else ALL))
        yield Row("since", TextField("since", placeholder="all; or a day, as 2031-11-30"))
        yield Row("speaker", TextField("speaker", placeholder="all; or a name or alias"))
        yield Row("articles", TextField("words", placeholder="all; or those that a search finds"))
        if not self._shown:
            yield Row("suggestions", Cycle("suggestions", ("no", "yes"), "no"))
        yield Row("grouped by", Cycle("by", ("article", "speaker", "month"), "article"))
        yield Row("for Excel", Cycle("excel", ("no", "yes"), "no"))
        yield Row("cells", Cycle("raw", ("safe in spreadsheets", "raw"), ""))

    def on_mount(self) -> None:
        """Show the rows that the format has."""
        self._show_rows("csv")

    @on(FormatField.Changed)
    def _format_changed(self, event: Cycle.Changed) -> None:
        if isinstance(event.cycle, FormatField):
            self._show_rows(event.cycle.read())

    def _show_rows(self, form: str) -> None:
        for name in OPTIONS:
            self.row_of(name).display = name in FORMATS[form].takes
        if not self._shown:
            self.row_of("suggestions").display = FORMATS[form].suggestions

    def result(self, values: dict[str, Any]) -> ExportRequest:
        """The request that the fields make."""
        if remark := parse(values["words"], finished=True).remark:
            raise FieldError("words", remark)
        out: Path = values["folder"][0]
        form = values["form"]
        kind = next((kind for kind, name in self._kinds.items() if name == values["kind"]), None)
        suffix = FORMATS[form].suffix
        if (form != "csv" or kind is not None) and (not suffix or out.suffix.lower() != suffix):
            out /= f"{self._kinds[kind] if kind else 'records'}{suffix}"
        return ExportRequest(
            out,
            kind,
            values.get("excel") == "yes",
            values.get("raw") == "raw",
            form,
            _day(values["since"]),
            values["speaker"],
            values["words"],
            values.get("suggestions") == "yes",
            "shown" in values and values["shown"] == self._shown,
            values.get("by", "article"),
        )

    def done(self, result: ExportRequest) -> None:
        """Export, asking first where a file stands already."""
        try:
            there = self._replaced(result)
        except OnRecordError as refused:
            self.complain({"folder": str(refused)})
            return
        if not there:
            self._export(result)
            return
        names = "\n".join(listed(there))
        question = Confirm("Replace what is there?", f"{names}\nwould be written anew.", "replace", "keep")
        self.app.push_screen(question, lambda sure: self._export(result) if sure else None)

    def _export(self, request: ExportRequest) -> None:
        self.run("Export", lambda progress, cancelled: self._run(request, progress, cancelled), outcome)


def _day(typed: str) -> str:
    """A day as typed, or none. Raises FieldError."""
    try:
        return parse_day(typed) if typed else ""
    except ValueError:
        raise FieldError("since", "This is no day: type it as 2031-11-30.") from None
