"""How the reading screen exports: asks for format, records and place, and writes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store.errors import OnRecordError
from tui.counts import left_out
from tui.screens.tagging import Tagging

if TYPE_CHECKING:
    from store.model import Progress
    from tui.screens.export_dialog import ExportRequest


class Exporting(Tagging):
    """The part of the reading screen that exports."""

    def action_export(self) -> None:
        """Ask what to export, and where to."""
        from store.exporters.rows import KINDS

        self.ask_export(tuple(KINDS))

    def ask_export(self, kinds: Sequence[str], shown: Sequence[str] = ()) -> None:
        """Ask what to export of some kinds, the first of them unless there are all.

        Args:
            kinds: Of `store.exporters.rows.KINDS`.
            shown: The records or speakers (uids) of a register, which are offered first.
        """
        from store.exporters.rows import KINDS, Selection
        from store.exporting import export, nothing_to_export, replaced_by, undated
        from tui.screens.export_dialog import ExportDialog, Exported

        def chosen(request: ExportRequest) -> Selection:
            return Selection(
                kinds=(request.kind,) if request.kind else tuple(KINDS),
                since=request.since,
                speaker=request.speaker,
                words=request.words,
                only=frozenset(shown if request.shown else ()),
                suggestions=request.suggestions,
            )

        def replaced(request: ExportRequest) -> list[Path]:
            return replaced_by(self.collection, request.form, request.out, chosen(request))

        def run(
            request: ExportRequest, progress: Callable[[Progress], None], cancelled: Callable[[], bool]
        ) -> Exported:
            selection = chosen(request)
            without = undated(self.collection, selection)
            if nothing_to_export(self.collection, request.form, selection):
                why = ["there is nothing on record of what you ask for", left_out(without)]
                raise OnRecordError("Nothing was written", "; ".join(filter(None, why)))
            how = self._how(request)
            written = export(self.collection, request.form, request.out, selection, progress, cancelled, **how)
            return Exported(written, without)

        folder = self.app.settings.folders.get("export") or str(Path.cwd())
        named = {kind: KINDS[kind] for kind in kinds}
        self.app.push_screen(ExportDialog(named, run, replaced, folder, shown=len(shown)))

    def _how(self, request: ExportRequest) -> dict[str, Any]:
        """What only the format of a request takes."""
        from store.exporters import FORMATS

        how = {"excel": request.excel, "raw": request.raw, "by": request.by, **self.app.settings.manner}
        return {name: how[name] for name in FORMATS[request.form].takes}
