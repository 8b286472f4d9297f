"""Projects out of the window into a file: asked for, written beside the window, told of."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from hankeapp.domain.export_formats import ExportFormat
from hankeapp.domain.kept_reports import Form
from hankeapp.domain.query import Query, Sort, View
from hankeapp.services.exporting import Export, export
from hankeapp.services.register import Register
from hankeapp.translation import tr, trn
from hankeapp.ui import files, questions
from hankeapp.ui.file_reading import Stopped
from hankeapp.ui.publishing import marking
from hankeapp.ui.waiting import awaited

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.project import ProjectId
    from hankeapp.domain.proposals import Progress
    from hankeapp.services.exporting import Exported
    from hankeapp.ui.export_dialog import ExportDialog, ExportWish
    from hankeapp.ui.settings import Settings
    from hankeapp.ui.snackbar import Offer
    from hankeapp.ui.workspace import Workspace

_OF_TODAY = frozenset({ExportFormat.JSON, ExportFormat.PAGE})
"""What a past day has no file of."""
_PUBLISHED = {ExportFormat.HTML: Form.HTML, ExportFormat.PAGE: Form.PAGE}
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
        dialog.wished.connect(partial(self._carry_out, dialog))
        questions.run(dialog)

    def write_page(self, format_: ExportFormat) -> None:
        """Ask where the web page is to stand, and write it of all projects as they are now."""
        if self._workspace.settle():
            self._write(format_, _all_in_order(format_), None, self._workspace)

    def _carry_out(self, dialog: ExportDialog, wish: ExportWish) -> None:
        columns = tuple(each.name for each in self._workspace.list.table.visible()) if wish.as_listed else None
        if self._write(wish.format, self._chosen(wish), columns, dialog):
            dialog.accept()

    def _write(
        self,
        format_: ExportFormat,
        chosen: Sequence[ProjectId] | Query,
        columns: tuple[str, ...] | None,
        parent: QWidget,
    ) -> bool:
        """Whether it was written: the person may have changed their mind, or the place is none."""
        path = files.ask_export(format_, self._settings, parent)
        if path is None:
            return False
        work = partial(self._written, format_, chosen, columns, path)
        with suppress(Stopped), questions.told(parent, but=Stopped):
            exported = awaited(tr("Writing “{name}”…", name=path.name), work, parent)
            self._tell(path, exported, self._marking(format_, chosen))
            return True
        return False

    def _marking(self, format_: ExportFormat, chosen: Sequence[ProjectId] | Query) -> Offer | None:
        if isinstance(chosen, Query) and format_ in _PUBLISHED:
            return marking(self._workspace, _PUBLISHED[format_], chosen)
        return None

    def _written(
        self,
        format_: ExportFormat,
        chosen: Sequence[ProjectId] | Query,
        columns: tuple[str, ...] | None,
        path: Path,
        progress: Progress,
    ) -> Exported:
        """Runs in the other thread."""
        source = self._workspace.source
        ids = source.ids_beside(chosen, _never) if isinstance(chosen, Query) else chosen
        return export(source, Export(format_, ids, columns), path, progress)

    def _chosen(self, wish: ExportWish) -> Sequence[ProjectId] | Query:
        from hankeapp.ui.export_dialog import Scope

        if wish.scope is Scope.SELECTED:
            return self._workspace.list.selected()
        if wish.scope is Scope.LISTED:
            return self._workspace.list.query
        return _all_in_order(wish.format)

    def _tell(self, path: Path, exported: Exported, offer: Offer | None) -> None:
        written = trn(
            "“{name}” was written: {n} project.", "“{name}” was written: {n} projects.", exported.count, name=path.name
        )
        told = [written, *exported.remarks[:_MOST_REMARKS]]
        more = len(exported.remarks) - _MOST_REMARKS
        if more > 0:
            told.append(tr("And {n} other remarks.", n=more))
        self._workspace.snackbar.show_message(" ".join(told), undo=False, offer=offer)


def _all_in_order(format_: ExportFormat) -> Query:
    return Query(sorts=(Sort("page_order" if format_ is ExportFormat.HTML else "number"),))


def _never() -> bool:
    return False
