"""Files into the project that is shown: chosen, dropped or pasted, read beside the window and kept as one act."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from typing_extensions import override

from hankeapp.domain.pictures import is_photo
from hankeapp.domain.values import RowState
from hankeapp.translation import tr, trn
from hankeapp.ui import file_reading, questions
from hankeapp.ui.carried_files import files_in, picture_in
from hankeapp.ui.file_reading import FileReading, Stopped
from hankeapp.ui.message_dialog import Choice, Message
from hankeapp.ui.row_acts import RowAct
from hankeapp.ui.row_opening import RowOpening
from hankeapp.ui.thumbnails import Thumbnails

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData

    from hankeapp.domain.errors import KnownError
    from hankeapp.domain.project import Project
    from hankeapp.ui.file_reading import Read, Source
    from hankeapp.ui.part_item import PartItem
    from hankeapp.ui.settings import Settings
    from hankeapp.ui.workspace import Workspace


class AttachmentsDesk(QObject):
    """Listens to the attachments and links of the form, and to what is dropped on the project or pasted into it."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._settings = settings
        self._register = workspace.register
        self._reading: FileReading | None = None
        self.thumbnails = Thumbnails(self._register.attaching.content_beside, self)
        self._opening = RowOpening(workspace, settings)
        self._page = workspace.detail.page
        self._list = self._page.form.attachments
        self._connect()

    def leave(self) -> None:
        """Take nothing in any more: the register is closed."""
        if self._reading is not None:
            self._reading.stop()
            self._end()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and files_in(event.mimeData()) and self._can_take:
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self._take([file_reading.of_file(path) for path in files_in(event.mimeData())])
            return True
        if isinstance(event, QDragEnterEvent):
            event.ignore()
            return True
        is_pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_pressed and event.matches(QKeySequence.StandardKey.Paste):  # type: ignore[attr-defined]
            self._paste()
            return True
        return False

    @property
    def _can_take(self) -> bool:
        project = self._workspace.detail.project
        return self._workspace.can_write and project is not None and project.state is RowState.LIVE

    def _connect(self) -> None:
        for each in self._page.form.lists:
            each.act_asked.connect(self._act)
        self._list.add_asked.connect(self._choose)
        self._list.paste_asked.connect(self._paste)
        self._list.stop_asked.connect(self._stop)
        self._list.shown.connect(self._show_pictures)
        self.thumbnails.came.connect(self._put_pictures)
        self._page.setAcceptDrops(True)
        self._page.installEventFilter(self)

    def _show_pictures(self, rows: list[object]) -> None:
        if rows:
            self.thumbnails.ask(rows)  # type: ignore[arg-type]
            self._put_pictures()

    def _put_pictures(self) -> None:
        self._list.show_pictures(self.thumbnails)

    def _act(self, item: PartItem, act: RowAct) -> None:
        self._workspace.detail.commit()
        if act is RowAct.FILL:
            self._choose_for(item)
        elif item.row is not None:
            self._opening.act(item.row, act)

    def _choose(self) -> None:
        folder = self._settings.attachment_folder
        paths = questions.open_paths(tr("Add attachments"), folder, (), tr("Attach"), self._workspace)
        if paths:
            self._settings.attachment_folder = paths[0].parent
            self._take([file_reading.of_file(path) for path in paths])

    def _choose_for(self, item: PartItem) -> None:
        """Give the file to a caption that waits for it."""
        folder = self._settings.attachment_folder
        path = questions.open_path(tr("Add picture"), folder, (), self._workspace)
        if path is not None and item.row is not None:
            self._settings.attachment_folder = path.parent
            self._take([file_reading.of_file(path)], row=item.row.id)

    def _paste(self) -> None:
        mime = QGuiApplication.clipboard().mimeData()
        sources = self._sources(mime)
        if not sources:
            self._tell(tr("There is no file and no picture on the clipboard."))
        elif self._can_take:
            self._take(sources)
        else:
            self._tell(tr("Nothing can be attached here: the project is only looked at."))

    def _sources(self, mime: QMimeData) -> list[Source]:
        paths, picture = files_in(mime), picture_in(mime)
        if paths or picture is None:
            return [file_reading.of_file(path) for path in paths]
        return [file_reading.of_picture(picture, self._picture_name())]

    def _picture_name(self) -> str:
        project = self._workspace.detail.project
        taken = {each.name for each in project.attachments} if project is not None else set()
        day = self._register.today().isoformat()
        name, n = tr("picture-{day}.png", day=day), 2
        while name in taken:
            name, n = tr("picture-{day}-{n}.png", day=day, n=n), n + 1
        return name

    def _take(self, sources: Sequence[Source], row: str = "") -> None:
        if self._reading is not None:
            self._tell(tr("Wait until the files before have been read."))
            return
        self._workspace.detail.commit()
        project = self._workspace.detail.project
        assert project is not None
        self._reading = FileReading(sources, self)
        self._reading.progressed.connect(self._show_progress)
        self._reading.start(partial(self._keep, project, row), self._give_up)

    def _keep(self, project: Project, row: str, read: Read) -> None:
        self._end()
        attaching = self._register.attaching
        if read.files:
            with questions.told(self._workspace):
                kept = attaching.fill(project, row, read.files[0]) if row else attaching.add(project, read.files)
                self._follow(project, kept)
        self._tell_refusals(read)

    def _follow(self, before: Project, after: Project) -> None:
        """Offer to take it back, and ask what a photo shows, where the keyboard is here."""
        act = self._register.journal.undoable
        if act is not None:
            self._workspace.snackbar.show_message(act.name)
        new = [each for each in after.attachments if each not in before.attachments]
        shown = self._workspace.detail.project
        if len(new) == 1 and is_photo(new[0]) and self._list.holds_focus and shown is not None:
            self._list.ask_caption(new[0].id)

    def _tell_refusals(self, read: Read) -> None:
        match read.refusals:
            case []:
                pass
            case [only]:
                questions.tell(only, self._workspace)
            case several:
                title = trn("{n} file was not attached.", "{n} files were not attached.", len(several))
                told = [error.sentences[0] for error in several]
                others = [tr("The others were attached.")] if read.files else []
                choices = (Choice("close", tr("Close")),)
                questions.ask(
                    Message(title=title, sentences=[*told, *others], choices=choices, grave=True), self._workspace
                )

    def _show_progress(self, name: str, share: float) -> None:
        if self._reading is not None:
            self._list.reading.say(name, share)
            self._list.reading.show()

    def _stop(self) -> None:
        if self._reading is not None:
            self._reading.stop()

    def _give_up(self, error: KnownError) -> None:
        self._end()
        if isinstance(error, Stopped):
            self._tell(str(error))
        else:
            questions.tell(error, self._workspace)

    def _end(self) -> None:
        if self._reading is not None:
            self._reading.deleteLater()
            self._reading = None
            self._list.reading.leave()

    def _tell(self, text: str) -> None:
        self._workspace.snackbar.show_message(text, undo=False)
