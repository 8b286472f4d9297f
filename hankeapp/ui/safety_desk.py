"""The window's care for the file: who may edit it, backups while it is open, and the way back from a damaged one."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from hankeapp.domain.errors import KnownError, LockedRegister
from hankeapp.services import opening
from hankeapp.services.backups import Backups
from hankeapp.translation import tr
from hankeapp.ui import files, formatting, questions, tasks
from hankeapp.ui.info_bar import InfoBar, Mood
from hankeapp.ui.lock import Lock
from hankeapp.ui.message_dialog import Choice, Message
from hankeapp.ui.restore_dialog import ask_backup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hankeapp.domain.errors import DamagedRegister
    from hankeapp.services.register import Register
    from hankeapp.ui.lock import Holder
    from hankeapp.ui.main_window import MainWindow
    from hankeapp.ui.workspace import Workspace

_BACKUP_MS = 30 * 60 * 1000
_HEARTBEAT_MS = 60 * 1000
_FOLLOW_MS = 2000
_LATER_MS = 3000
"""A large register is first shown: a thread of Python's would slow that down."""


class SafetyDesk(QObject):
    """Opens registers for the window, and stands by while one is open."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._lock: Lock | None = None
        self._coming: Lock | None = None
        self._workspace: Workspace | None = None
        self._seen = 0
        self._is_told = False
        self._later = self._timer(_LATER_MS, self.check)
        self._later.setSingleShot(True)
        self._timers = [
            self._timer(_BACKUP_MS, self.back_up),
            self._timer(_HEARTBEAT_MS, self._beat),
            self._timer(_FOLLOW_MS, self.follow),
        ]
        self.reading = (self._timers[0], self._timers[2])
        """Those that read the register."""

    @property
    def bar(self) -> InfoBar:
        """What is said over the panes of the open register."""
        return self._bar

    def open(self, path: Path) -> Register:
        """The register at a path, only to read where another person edits it; `RegisterError`."""
        lock = self._lock if self._lock is not None and self._lock.path == path.resolve() else None
        lock = lock or Lock(path, self._window.desk)
        is_free = path.is_file() and (lock.take() or (lock.is_silent() and self._is_gone(lock) and lock.take_over()))
        try:
            register = opening.open_register(path, self._window.desk, reading=path.is_file() and not is_free)
        except BaseException:
            if lock is not self._lock:
                lock.release()
            raise
        self._coming = lock
        return register

    def begin(self, workspace: Workspace) -> None:
        """A register is shown: hold it, check it, back it up."""
        register = workspace.register
        self._workspace, self._is_told = workspace, False
        self._lock = self._coming or Lock(register.path, self._window.desk)
        self._coming = None
        workspace.steps.resting = self.resting
        if register.is_writable:
            self._lock.take()
        self._bar = InfoBar(Mood.NOTICE)
        self._bar.setProperty("apart", "band")
        self._bar.setObjectName("safety_bar")
        self._bar.first_requested.connect(self._first)
        workspace.layout().insertWidget(1, self._bar)  # type: ignore[union-attr]
        self._then: Callable[[], object] | None = None
        self._seen = register.data_version()
        if not register.is_writable:
            self._tell_holder()
        for timer in self._timers:
            timer.start()
        if register.sums_checked:
            self.back_up()
        else:
            self._later.start()

    def check(self) -> None:
        """Have the sums of a large register checked by another process, and then back it up in another thread."""
        workspace = self._workspace
        if workspace is not None:
            tasks.run(workspace.register.soundness.is_broken_beside, self._end_check, self._end_check, workspace)

    def end(self) -> None:
        """The register is about to be closed: back it up. A second time does nothing."""
        if self._workspace is not None:
            self.back_up(at_once=True)
        for timer in (*self._timers, self._later):
            timer.stop()
        self._workspace = None

    def leave(self) -> None:
        """The register is closed: let others have it, unless it is opened anew."""
        if self._lock is not None and self._lock is not self._coming:
            self._lock.release()
        self._lock = None

    def back_up(self, *, at_once: bool = False) -> None:
        """Make a backup if anything was done since the last one; of a large register in another thread, if it may."""
        workspace = self._workspace
        if workspace is None:
            return
        if workspace.register.sums_checked or at_once:
            try:
                workspace.register.back_up()
            except KnownError as error:
                self._tell_no_backup(error)
        else:
            tasks.run(workspace.register.back_up_beside, lambda _: None, self._tell_no_backup, workspace)

    def follow(self) -> None:
        """Show what others have changed, people and programs, and offer to edit when the person who did has gone."""
        workspace, lock = self._workspace, self._lock
        if workspace is None or lock is None:
            return
        try:
            now = workspace.register.data_version()
            if now != self._seen:
                workspace.catch_up()
            self._seen = now
        except KnownError:
            return  # it is being written: the next time
        if workspace.register.is_writable:
            return
        if self._then is None and lock.holder() is None and lock.take() and lock.is_ours:
            self._then = self._open_anew
            sentence = tr("The other person has closed it.")
            self._bar.show_notice(tr("The register can be edited now."), sentence, tr("Edit"), mood=Mood.QUIET)

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Read nothing meanwhile: another thread writes, and the window would wait for the end of that."""
        for timer in self.reading:
            timer.stop()
        try:
            yield
        finally:
            if self._workspace is not None:
                for timer in self.reading:
                    timer.start()

    def restore(self) -> None:
        """Ask which backup to put in the place of the open register, or of one that is chosen, and do so."""
        workspace = self._workspace
        if workspace is not None and not workspace.settle():
            return
        path = workspace.register.path if workspace else files.ask_register(self._window.settings, self._window)
        if path is not None:
            with questions.told(self._window):
                if self._put_back(path):
                    self._window.open_register(path)

    def offer_backups(self, path: Path, error: DamagedRegister) -> None:
        """Tell that a register is damaged, and let a backup be put in its place."""
        choices = [Choice("close", tr("Close"))]
        if Backups(self._window.desk.clock).of(path):
            choices.append(Choice("restore", tr("Restore a backup…")))
        if questions.ask(questions.error_message(error, tuple(choices)), self._window) == "restore":
            with questions.told(self._window):
                if self._put_back(path):
                    self._window.open_register(path)

    def _put_back(self, path: Path) -> bool:
        """Ask for a backup and put it back; `RegisterError`."""
        backups = Backups(self._window.desk.clock)
        found = backups.of(path)
        if not found:
            close = Choice("close", tr("Close"))
            title = tr("There is no backup of “{name}” on this computer.", name=path.name)
            sentence = tr("Ask your IT support for a copy of the file.")
            questions.ask(Message(title=title, sentences=[sentence], choices=[close]), self._window)
            return False
        chosen = ask_backup(found, path.name, self._window)
        if chosen is None:
            return False
        if self._workspace is not None and self._workspace.register.path.resolve() == path.resolve():
            self._window.show_start()
        lock = Lock(path, self._window.desk)
        if not lock.take():
            raise _in_use(path, lock.holder())
        try:
            kept = backups.restore(chosen, path)
        finally:
            lock.release()
        self._tell_kept(path, kept)
        return True

    def _tell_kept(self, path: Path, kept: Path | None) -> None:
        sentences = [tr("The file that was there is now “{name}”.", name=kept.name)] if kept else []
        title = tr("“{name}” was restored from a backup.", name=path.name)
        questions.ask(Message(title=title, sentences=sentences, choices=[Choice("close", tr("Close"))]), self._window)

    def _is_gone(self, lock: Lock) -> bool:
        holder = lock.holder()
        if holder is None:
            return False
        title = tr("“{name}” is open on another computer.", name=lock.path.name)
        sentences = [
            tr(
                "{who} opened it on {machine} {since}.",
                who=holder.who,
                machine=holder.machine,
                since=self._since(holder),
            ),
            tr("That computer has given no sign of life for over 10 minutes. Edit it here only if it is closed there."),
        ]
        choices = (Choice("read", tr("Only read")), Choice("edit", tr("Edit here")))
        message = Message(title=title, sentences=sentences, choices=choices, main="read")
        return questions.ask(message, self._window) == "edit"

    def _tell_holder(self) -> None:
        holder = self._lock.holder() if self._lock and self._workspace else None
        if holder is None or self._workspace is None:
            return
        title = tr(
            "{who} is editing the register ({machine}, {since}).",
            who=holder.who,
            machine=holder.machine,
            since=self._since(holder),
        )
        self._bar.show_notice(title, tr("You can read it. Their changes appear here."))
        self._workspace.status.explain_read_only(title)

    def _end_check(self, fault: bool | KnownError) -> None:
        if fault:
            self._tell_damaged()
        # Not beside the check: both read the whole file.
        self.back_up()

    def _tell_damaged(self) -> None:
        self._then = self.restore
        sentence = tr("Some of what is shown may be wrong. Nothing was changed.")
        self._bar.show_notice(tr("The register is damaged."), sentence, tr("Restore a backup…"), mood=Mood.ERROR)

    def _tell_no_backup(self, error: KnownError) -> None:
        if self._workspace is not None and not self._is_told and self._then is None:
            self._is_told = True
            first, *others = error.sentences
            self._bar.show_notice(first, " ".join(others))

    def _since(self, holder: Holder) -> str:
        return formatting.moment_text(holder.since, self._window.desk.clock.now())

    def _first(self) -> None:
        if self._then is not None:
            self._then()

    def _open_anew(self) -> None:
        if self._workspace is not None:
            self._window.open_register(self._workspace.register.path)

    def _beat(self) -> None:
        if self._lock is not None:
            self._lock.beat()

    def _timer(self, interval: int, act: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.timeout.connect(act)
        return timer


def _in_use(path: Path, holder: Holder | None) -> LockedRegister:
    who = holder.who if holder else tr("another program")
    return LockedRegister(
        tr("“{name}” is open for editing: {who}.", name=path.name, who=who),
        tr("Nothing was changed."),
        tr("Try again when it is closed there."),
    )
