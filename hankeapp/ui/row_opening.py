"""Links and attachments given to other programs: a link at once, a file after asking, a program never."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from hankeapp.domain.addresses import check_address
from hankeapp.domain.dangers import Danger, danger_of
from hankeapp.domain.errors import FileError
from hankeapp.domain.parts import Link
from hankeapp.services.attachments import suggested_name
from hankeapp.translation import tr
from hankeapp.ui import questions
from hankeapp.ui.attachment_item import size_text
from hankeapp.ui.message_dialog import Choice, Message
from hankeapp.ui.questions import FileKind
from hankeapp.ui.row_acts import RowAct

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.parts import Attachment
    from hankeapp.ui.settings import Settings
    from hankeapp.ui.workspace import Workspace


class RowOpening:
    """Opens and saves what rows of one register tell of."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._register = workspace.register
        self._settings = settings

    def act(self, row: Link | Attachment, act: RowAct) -> None:
        """Do with a row what was asked; what hinders it is told."""
        with questions.told(self._workspace):
            if isinstance(row, Link):
                open_link(row.address)
            elif act is RowAct.SAVE:
                self._save(row)
            else:
                self._open(row)

    def _open(self, attachment: Attachment) -> None:
        name = suggested_name(attachment)
        danger = danger_of(name, self._register.attached(attachment))
        answer = questions.ask(_question(attachment, name, danger), self._workspace)
        if answer == "save":
            self._save(attachment)
        elif answer == "open":
            path = self._register.attaching.copy_to_look_at(attachment)
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                raise _no_program(name)

    def _save(self, attachment: Attachment) -> None:
        name = suggested_name(attachment)
        suffix = name.rpartition(".")[2] if "." in name else ""
        kind = FileKind(tr("Attachments"), suffix)
        parent: QWidget = self._workspace
        path = questions.save_path(tr("Save the attachment"), self._settings.attachment_folder / name, kind, parent)
        if path is not None:
            self._settings.attachment_folder = path.parent
            self._register.save_attached(attachment, path)
            self._workspace.snackbar.show_message(tr("“{name}” was written.", name=path.name), undo=False)


def open_link(address: str) -> None:
    """Have the computer open an address of the web or of mail; `FieldError` for any other, `FileError`."""
    check_address(address)
    if not QDesktopServices.openUrl(QUrl(address)):
        raise FileError(
            tr("“{address}” could not be opened: this computer has no program for it.", address=address),
            tr("Nothing was changed."),
            tr("Copy the address and open it elsewhere."),
        )


def _question(attachment: Attachment, name: str, danger: Danger) -> Message:
    close, save = Choice("close", tr("Close")), Choice("save", tr("Save as…"))
    if danger is Danger.PROGRAM:
        return Message(
            title=tr("“{name}” is a program, and programs are not opened from here.", name=name),
            sentences=[
                tr("A program that came as an attachment can harm this computer and its files."),
                tr("Save it only if you know who made it and what it does."),
            ],
            choices=(close, save),
            main="close",
            grave=True,
        )
    copy = tr("It is opened as a copy ({size}) in the program for such files.", size=size_text(attachment.size or 0))
    sentences = [copy, tr("What is changed in the copy does not come into the register.")]
    if danger is Danger.ACTIVE:
        sentences.append(tr("Such a file can hold macros or scripts. Open it only if you know where it came from."))
    return Message(
        title=tr("Open “{name}”?", name=name),
        sentences=sentences,
        choices=(Choice("cancel", tr("Cancel")), save, Choice("open", tr("Open"))),
        grave=danger is Danger.ACTIVE,
    )


def _no_program(name: str) -> FileError:
    return FileError(
        tr("“{name}” could not be opened: this computer has no program for it.", name=name),
        tr("Nothing was changed."),
        tr("Save it into a folder of your choice and open it there."),
    )
