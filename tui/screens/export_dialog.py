"""The dialog that exports: which records, where to, and how cells are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from tui.screens.confirm import Confirm
from tui.screens.form import Form, Hint, Row
from tui.screens.running import Outcome, Progress, Running
from tui.widgets.fields import Cycle
from tui.widgets.path_field import PathField

ALL = "all, a file each"


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export. `out` is the file of the one `kind`, or the folder for a file of each kind (None)."""

    out: Path
    kind: str | None = None
    excel: bool = False
    raw: bool = False


Export = Callable[[ExportRequest, Callable[[Progress], None], Callable[[], bool]], Mapping[Path, int]]
"""run(request, progress, cancelled) -> rows written by file, called in a thread."""


def outcome(written: Mapping[Path, int]) -> Outcome:
    """What an export came to, a line a file."""
    return Outcome("\n".join(f"{rows:,} rows in {path}" for path, rows in written.items()) or "Nothing was written.")


class ExportDialog(Form[Any]):
    """Asks what to export and where to, and before it replaces a file. Dismisses with the rows by file, or None.

    Args:
        kinds: The kinds of records, each with the name of its file ("quote": "quotes").
        run: Writes the files.
        folder: Where to, unless another is typed.
        recent: Folders used last.
    """

    HEADING = "Export as CSV"
    HINTS: ClassVar[Sequence[Hint]] = (
        ("enter", "export", "save"),
        ("tab", "complete, next", ""),
        ("← →", "change", ""),
        ("esc ^g", "cancel", "cancel"),
    )

    def __init__(self, kinds: Mapping[str, str], run: Export, folder: str = "", recent: Sequence[str] = ()) -> None:
        super().__init__()
        self._kinds = kinds
        self._run = run
        self._folder = folder
        self._recent = recent

    def rows(self) -> Iterator[Row]:
        """Folder, kinds, and how cells are written."""
        yield Row("folder", PathField("folder", self._folder, self._recent, folders_only=True))
        yield Row("records", Cycle("kind", (ALL, *self._kinds.values()), ALL))
        yield Row("for Excel", Cycle("excel", ("no", "yes"), "no"))
        yield Row("cells", Cycle("raw", ("safe in spreadsheets", "raw"), ""))

    def result(self, values: dict[str, Any]) -> ExportRequest:
        """The request that the fields make."""
        out: Path = values["folder"][0]
        kind = next((kind for kind, name in self._kinds.items() if name == values["kind"]), None)
        if kind is not None and out.suffix.lower() != ".csv":
            out /= f"{self._kinds[kind]}.csv"
        return ExportRequest(out, kind, values["excel"] == "yes", values["raw"] == "raw")

    def targets(self, request: ExportRequest) -> list[Path]:
        """The files that a request writes."""
        if request.kind is not None:
            return [request.out]
        if request.out.suffix.lower() == ".csv":
            return [request.out.with_name(f"{request.out.stem}-{name}.csv") for name in self._kinds.values()]
        return [request.out / f"{name}.csv" for name in self._kinds.values()]

    def done(self, result: ExportRequest) -> None:
        """Export, asking first where a file stands already."""
        there = [path for path in self.targets(result) if path.exists()]
        if not there:
            self._export(result)
            return
        names = "\n".join(map(str, there))
        question = Confirm("Replace what is there?", f"{names}\nwould be written anew.", "replace", "keep")
        self.app.push_screen(question, lambda sure: self._export(result) if sure else None)

    def _export(self, request: ExportRequest) -> None:
        self.query_one("#box").visible = False
        work = Running("Export", lambda progress, cancelled: self._run(request, progress, cancelled), outcome)
        self.app.push_screen(work, self.leave)
