"""The web page copied and marked as published: read and written beside the window, with a way to stop it."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from hankeapp.services import pages
from hankeapp.translation import tr
from hankeapp.ui import questions
from hankeapp.ui.file_reading import Stopped
from hankeapp.ui.list_copying import web_data
from hankeapp.ui.snackbar import Offer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.kept_reports import Form, KeptReport
    from hankeapp.domain.project import ProjectId
    from hankeapp.domain.query import Query
    from hankeapp.services.past import Past
    from hankeapp.services.register import Register
    from hankeapp.ui.workspace import Workspace


def copy_page(source: Register | Past, wanted: Query | Sequence[ProjectId], parent: QWidget) -> int | None:
    """Put the public texts of projects on the clipboard for a web page; how many, or None where it was stopped."""
    from hankeapp.ui.waiting import awaited  # late: no window begins by waiting

    with suppress(Stopped), questions.told(parent, but=Stopped):
        text = awaited(tr("Copying the texts…"), partial(pages.for_pasting, source, wanted), parent)
        QGuiApplication.clipboard().setMimeData(web_data(text.html, text.plain))
        return text.count
    return None


def mark_page(register: Register, form: Form, query: Query, parent: QWidget) -> KeptReport | None:
    """Remember the page of a query's projects as published; None where it was stopped, or refused and told."""
    from hankeapp.ui.waiting import awaited  # late, as above

    with suppress(Stopped), questions.told(parent, but=Stopped):
        write = partial(pages.written_beside, register, form, query)
        return register.kept_reports.put_in(*awaited(tr("Marking the page as published…"), write, parent))
    return None


def marking(workspace: Workspace, form: Form, query: Query) -> Offer | None:
    """The offer to mark what a query found as the published page.

    A publication tells the page whole: of what was searched out of it, or of a past day, there is none.
    """
    if query.text or not workspace.can_write:
        return None
    return Offer(tr("Mark as published"), partial(_mark, workspace, form, query))


def _mark(workspace: Workspace, form: Form, query: Query) -> None:
    if mark_page(workspace.register, form, query, workspace) is not None:
        act = workspace.register.journal.undoable
        assert act is not None
        workspace.snackbar.show_message(act.name)
