"""Marking the web page as published where its texts were just copied or written, without a step of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hankeapp.services import pages
from hankeapp.translation import tr
from hankeapp.ui import questions
from hankeapp.ui.snackbar import Offer

if TYPE_CHECKING:
    from hankeapp.domain.kept_reports import Form
    from hankeapp.domain.query import Query
    from hankeapp.ui.workspace import Workspace


def marking(workspace: Workspace, form: Form, query: Query) -> Offer | None:
    """The offer to mark what a query found as the published page.

    A publication tells the page whole: of what was searched out of it, or of a past day, there is none.
    """
    if query.text or not workspace.can_write:
        return None
    return Offer(tr("Mark as published"), partial(_mark, workspace, form, query))


def _mark(workspace: Workspace, form: Form, query: Query) -> None:
    with questions.told(workspace):
        pages.publish(workspace.register, form, query)
        act = workspace.register.journal.undoable
        assert act is not None
        workspace.snackbar.show_message(act.name)
