"""The one seam through which the window asks: files, messages, dialogs. Tests answer beforehand with `answer_next`."""

from __future__ import annotations

from collections import deque
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from hankeapp.domain.errors import KnownError
from hankeapp.translation import tr
from hankeapp.ui.message_dialog import Choice, Message, MessageDialog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget


class _Script:
    """The answers that a test has ready; None while people are asked."""

    def __init__(self) -> None:
        self.answers: deque[object] | None = None
        self.asked: list[str] = []


_script = _Script()


class FileKind:
    """A kind of file in a file dialog: "Hankerekisterit", `hanke`; what is saved has the first of several suffixes.

    An empty suffix is that of any file.
    """

    def __init__(self, name: str, suffix: str, *others: str) -> None:
        self.suffix = suffix
        self.filter = f"{name} ({' '.join(f'*.{each}' if each else '*' for each in (suffix, *others))})"


class Unanswered(AssertionError):
    """A test let the window ask something and had no answer ready."""


def answer_next(*answers: object) -> None:
    """Answers for the next questions, in their order; from then on people are not asked any more.

    A path or None for a file, a choice's key for a message, a function that gets the shown dialog for any other.
    """
    if _script.answers is None:
        _script.answers = deque()
    _script.answers.extend(answers)


def asked() -> list[str]:
    """What has been asked and answered since `forget_answers`: titles of dialogs and whole messages."""
    return list(_script.asked)


def forget_answers() -> list[object]:
    """Let go of answers that were not needed, and return them; people are still not asked."""
    left = list(_script.answers or ())
    _script.answers = deque()
    _script.asked.clear()
    return left


def ask(message: Message, parent: QWidget | None) -> str:
    """Show a message and wait; the key of the choice made."""
    if _script.answers is None:
        dialog = MessageDialog(message, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.chosen
    answer = str(_next_answer(" ".join([message.title, *message.sentences])))
    if answer not in {choice.key for choice in message.choices}:
        raise Unanswered(f"{answer!r} is no choice of {message}")
    return answer


def tell(error: KnownError, parent: QWidget | None) -> None:
    """Tell what happened, what it means for the data and what to do."""
    ask(error_message(error, (Choice("close", tr("Close")),)), parent)


def error_message(error: KnownError, choices: tuple[Choice, ...]) -> Message:
    """An error as a message, with its cause as the details."""
    first, *others = error.sentences or (str(error),)
    cause = f"{type(error.__cause__).__name__}: {error.__cause__}" if error.__cause__ else ""
    return Message(title=first, sentences=others, choices=choices, grave=True, details=cause)


@contextmanager
def told(parent: QWidget | None, *, but: type[KnownError] | tuple[()] = ()) -> Iterator[None]:
    """Tell the `KnownError` that stops the block, and go on after it; a kind of them is for the caller to tell."""
    try:
        yield
    except but:
        raise
    except KnownError as error:
        tell(error, parent)


def open_path(title: str, folder: Path, kinds: tuple[FileKind, ...], parent: QWidget | None) -> Path | None:
    """Which file to open; None when the person changed their mind."""
    if _script.answers is not None:
        return _path_answer(title)
    dialog = _file_dialog(title, folder, _filters(kinds), parent)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return next(map(Path, _chosen(dialog, tr("Open"))), None)


def open_paths(title: str, folder: Path, kinds: tuple[FileKind, ...], act: str, parent: QWidget | None) -> list[Path]:
    """Which files to take; `act` is what their button says. None when the person changed their mind."""
    if _script.answers is not None:
        answer = _next_answer(title) or []
        if not isinstance(answer, list):
            raise Unanswered(f"{title!r} needs a list of paths, not {answer!r}")
        return answer
    dialog = _file_dialog(title, folder, _filters(kinds), parent)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return list(map(Path, _chosen(dialog, act)))


def open_folder(title: str, folder: Path, parent: QWidget | None) -> Path | None:
    """Which folder; None when the person changed their mind."""
    if _script.answers is not None:
        return _path_answer(title)
    dialog = _file_dialog(title, folder, "", parent)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(map(Path, _chosen(dialog, tr("Choose"))), None)


def save_path(
    title: str, suggested: Path, kind: FileKind, parent: QWidget | None, *, overwrite: bool = True
) -> Path | None:
    """Where to save; the suffix is added. Without `overwrite` an existing file is for the caller to refuse."""
    if _script.answers is not None:
        return _path_answer(title)
    dialog = _file_dialog(title, suggested.parent, kind.filter, parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(kind.suffix)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, on=not overwrite)
    dialog.selectFile(suggested.name)
    return next(map(Path, _chosen(dialog, tr("Save"))), None)


def run(dialog: QDialog) -> bool:
    """Show a dialog of its own making and wait; whether it was accepted.

    It is there until the event loop that this is called in has its turn again.
    """
    is_accepted = _show(dialog) == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return is_accepted


def _show(dialog: QDialog) -> int:
    if _script.answers is None:
        return dialog.exec()
    answer = _next_answer(dialog.windowTitle())
    if not callable(answer):
        raise Unanswered(f"{dialog.windowTitle()!r} needs a function that fills it in, not {answer!r}")
    dialog.show()
    QApplication.processEvents()
    answer(dialog)
    dialog.hide()
    return dialog.result()


def _filters(kinds: tuple[FileKind, ...]) -> str:
    return ";;".join([*(kind.filter for kind in kinds), tr("All files") + " (*)"])


def _file_dialog(title: str, folder: Path, filters: str, parent: QWidget | None) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder), filters)
    # Qt's own dialog, where the desktop brings none, has no Finnish for these.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, tr("Folder:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileName, tr("File name:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, tr("File type:"))
    return dialog


def _chosen(dialog: QFileDialog, act: str) -> list[str]:
    # Only now: choosing a mode sets the words of the buttons anew.
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, act)
    dialog.setLabelText(QFileDialog.DialogLabel.Reject, tr("Cancel"))
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return chosen


def _next_answer(question: str) -> object:
    if not _script.answers:
        raise Unanswered(question)
    _script.asked.append(question)
    return _script.answers.popleft()


def _path_answer(title: str) -> Path | None:
    answer = _next_answer(title)
    if answer is not None and not isinstance(answer, Path):
        raise Unanswered(f"{title!r} needs a path, not {answer!r}")
    return answer
