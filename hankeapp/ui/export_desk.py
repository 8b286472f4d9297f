"""Projects out of the window into a file: asked for, written beside the window, told of."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hankeapp.domain.export_formats import ExportFormat
from hankeapp.domain.query import Query, Sort, View
from hankeapp.services.exporting import Export, export
from hankeapp.services.register import Register
from hankeapp.translation import tr
from hankeapp.ui import files, questions, tasks
from hankeapp.ui.file_reading import Stopped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hankeapp.domain.errors import KnownError
    from hankeapp.domain.project import ProjectId
    from hankeapp.services.exporting import Exported
    from hankeapp.ui.export_dialog import ExportDialog, ExportWish
    from hankeapp.ui.settings import Settings
    from hankeapp.ui.workspace import Workspace

_OF_TODAY = frozenset({ExportFormat.JSON, ExportFormat.PAGE})
"""What a past day has no file of."""
_MOST_REMARKS = 3
"""Sentences that are told in full."""


class ExportDesk:
    """Stands between what is shown and the files that it is written into."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._settings = settings

    def ask(self, *, prefers_selected: bool) -> None:
        """Ask what to write and where, and write it."""
        from hankeapp.ui.export_dialog import ExportDialog, Scope

        if not self._workspace.settle():
            return
        counts = {
            Scope.SELECTED: len(self._workspace.list.selected()),
            Scope.LISTED: self._workspace.list.model.count,
            Scope.ALL: self._workspace.source.counts()[View.ALL],
        }
        is_now = isinstance(self._workspace.source, Register)
        formats = [each for each in ExportFormat if is_now or each not in _OF_TODAY]
        preferred = Scope.SELECTED if prefers_selected else Scope.LISTED
        dialog = ExportDialog(counts, formats, self._workspace, preferred=preferred)
        writing = _Writing(self._workspace, self._settings, dialog)
        questions.run(dialog)
        writing.stop()
        dialog.deleteLater()


class _Writing(QObject):
    """One export under way; `_progressed` comes from the other thread."""

    _progressed = Signal(int, int)

    def __init__(self, workspace: Workspace, settings: Settings, dialog: ExportDialog) -> None:
        super().__init__(dialog)
        self._workspace = workspace
        self._settings = settings
        self._dialog = dialog
        self._stopped = Event()
        self._progressed.connect(dialog.show_progress)
        dialog.wished.connect(self._start)
        dialog.stopped.connect(self.stop)

    def stop(self) -> None:
        """Write no further, and keep nothing."""
        self._stopped.set()

    def _start(self, wish: ExportWish) -> None:
        path = files.ask_export(wish.format, self._settings, self._dialog)
        if path is None:
            return
        self._stopped.clear()
        self._dialog.begin()
        work = partial(self._write, wish, self._chosen(wish), self._columns(wish), path)
        tasks.run(work, partial(self._tell, path), self._tell_failure, self)

    def _write(
        self, wish: ExportWish, chosen: Sequence[ProjectId] | Query, columns: tuple[str, ...] | None, path: Path
    ) -> Exported:
        """Runs in the other thread."""
        source = self._workspace.source
        ids = source.ids_beside(chosen, self._stopped.is_set) if isinstance(chosen, Query) else chosen
        return export(source, Export(wish.format, ids, columns), path, self._hear)

    def _hear(self, done: int, of: int) -> None:
        if self._stopped.is_set():
            raise Stopped(tr("The export was stopped."), tr("Nothing was written."))
        self._progressed.emit(done, of)

    def _chosen(self, wish: ExportWish) -> Sequence[ProjectId] | Query:
        from hankeapp.ui.export_dialog import Scope

        if wish.scope is Scope.SELECTED:
            return self._workspace.list.selected()
        if wish.scope is Scope.LISTED:
            return self._workspace.list.query
        return Query(sorts=(Sort("page_order" if wish.format is ExportFormat.HTML else "number"),))

    def _columns(self, wish: ExportWish) -> tuple[str, ...] | None:
        if not wish.as_listed:
            return None
        return tuple(column.name for column in self._workspace.list.table.visible())

    def _tell(self, path: Path, exported: Exported) -> None:
        told = [tr("“{name}” was written.", name=path.name), *exported.remarks[:_MOST_REMARKS]]
        more = len(exported.remarks) - _MOST_REMARKS
        if more > 0:
            told.append(tr("And {n} other remarks.", n=more))
        self._workspace.snackbar.show_message(" ".join(told), undo=False)
        self._dialog.accept()

    def _tell_failure(self, error: KnownError) -> None:
        if not isinstance(error, Stopped):
            questions.tell(error, self._dialog)
        self._dialog.ask_again()
