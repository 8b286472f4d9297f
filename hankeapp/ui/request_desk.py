"""Requests to contact persons out of the window: of which projects is asked, the files are written and told of."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from hankeapp.domain.query import Query, Sort
from hankeapp.services.requests import write_requests
from hankeapp.translation import tr, trn
from hankeapp.ui import files, questions
from hankeapp.ui.file_reading import Stopped
from hankeapp.ui.request_dialog import RequestDialog
from hankeapp.ui.waiting import awaited

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hankeapp.domain.project import ProjectId
    from hankeapp.services.requests import Request
    from hankeapp.ui.settings import Settings
    from hankeapp.ui.workspace import Workspace


def ask_for_data(workspace: Workspace, settings: Settings, faulty: Sequence[ProjectId] = ()) -> None:
    """Ask which projects and where to, and write the files; `faulty` ones come first among what can be chosen."""
    if not workspace.settle():
        return
    choices = _choices(workspace, faulty)
    is_of_several = len(workspace.list.selected()) > 1
    preferred = 0 if faulty or is_of_several else min(1, len(choices) - 1)
    dialog = RequestDialog([(name, len(ids)) for name, ids in choices], preferred, workspace)

    def carry_out(at: int) -> None:
        folder = files.ask_folder(settings, dialog)
        if folder is not None and _written(workspace, choices[at][1], folder, dialog):
            dialog.accept()

    dialog.wished.connect(carry_out)
    questions.run(dialog)


def _choices(workspace: Workspace, faulty: Sequence[ProjectId]) -> list[tuple[str, Sequence[ProjectId]]]:
    every = workspace.register.ids(Query(sorts=(Sort("number"),)))
    found = [
        (tr("Projects with something to look at"), faulty),
        (tr("Selected projects"), workspace.list.selected()),
        (tr("What the list shows"), workspace.register.ids(workspace.list.query)),
        (tr("All projects"), every),
    ]
    return [(name, ids) for name, ids in found if ids]


def _written(workspace: Workspace, ids: Sequence[ProjectId], folder: Path, dialog: RequestDialog) -> bool:
    work = partial(write_requests, workspace.register, ids, folder)
    with suppress(Stopped), questions.told(dialog, but=Stopped):
        written = awaited(tr("Writing the requests…"), work, dialog)
        workspace.snackbar.show_message(_told(written, folder), undo=False)
        return True
    return False


def _told(written: Sequence[Request], folder: Path) -> str:
    told = trn(
        "{n} request was written into “{folder}”.",
        "{n} requests were written into “{folder}”.",
        len(written),
        folder=folder.name,
    )
    alone = sum(len(each.recipient.projects) for each in written if not each.recipient.called)
    if not alone:
        return told
    without = trn("{n} project has no contact person.", "{n} projects have no contact person.", alone)
    return f"{told} {without}"
