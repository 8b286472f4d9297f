"""Which files the window asks for, and where it looks for them first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hankeapp.services.sources import endings
from hankeapp.translation import tr
from hankeapp.ui import questions
from hankeapp.ui.questions import FileKind

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.export_formats import ExportFormat
    from hankeapp.ui.settings import Settings


def ask_register(settings: Settings, parent: QWidget) -> Path | None:
    """Which register to open."""
    path = questions.open_path(tr("Open register"), settings.register_folder, (_registers(),), parent)
    if path is not None:
        settings.register_folder = path.parent
    return path


def ask_new_register(settings: Settings, parent: QWidget) -> Path | None:
    """Where to make a register; one that stands there already is refused by the making of it."""
    return _ask_place(tr("New register"), "hankkeet", settings, parent)


def ask_copy(settings: Settings, parent: QWidget, name: str) -> Path | None:
    """Where to copy the register of this name to; one that stands there already is refused by the copying."""
    return _ask_place(tr("Save a copy"), name, settings, parent)


def ask_logo(settings: Settings, parent: QWidget) -> Path | None:
    """Which picture to take as the office's logo."""
    kinds = (FileKind(tr("PNG pictures"), "png"), FileKind(tr("JPEG pictures"), "jpg"))
    path = questions.open_path(tr("Choose a logo"), settings.logo_folder, kinds, parent)
    if path is not None:
        settings.logo_folder = path.parent
    return path


def ask_imported(settings: Settings, parent: QWidget) -> list[Path]:
    """Which files to import; what each is its content tells. None for changed minds."""
    paths = questions.open_paths(tr("Import from a file"), settings.text_folder, _imported(), tr("Import"), parent)
    if paths:
        settings.text_folder = paths[0].parent
    return paths


def ask_folder(settings: Settings, parent: QWidget) -> Path | None:
    """Into which folder to write several files."""
    path = questions.open_folder(tr("Choose a folder"), settings.text_folder, parent)
    if path is not None:
        settings.text_folder = path
    return path


def ask_history(settings: Settings, parent: QWidget, name: str) -> Path | None:
    """Where to write the history of what bears this name."""
    return _ask_table(tr("Export the history"), tr("history-{name}.csv", name=name), settings, parent)


def ask_export(format_: ExportFormat, settings: Settings, parent: QWidget) -> Path | None:
    """Where to write projects in a format."""
    ending = format_.endings[0]
    kind = FileKind(format_.kind, ending.removeprefix("."))
    # A text inside an f-string is not found by what gathers the texts.
    name = tr("projects")
    return _ask_file(tr("Export projects"), f"{name}{ending}", kind, settings, parent)


def _imported() -> tuple[FileKind, ...]:
    """All that can be imported first, and then a kind after another."""
    suffixes = {name: [each.removeprefix(".") for each in held if each] for name, held in endings().items()}
    kinds = (
        (tr("Web pages and texts"), ("page", "html")),
        (tr("Tables"), ("xlsx", "ods", "csv")),
        (tr("Word documents"), ("docx",)),
        (tr("Registers as JSON"), ("json",)),
    )
    every = (tr("All that can be imported"), tuple(name for _, names in kinds for name in names))
    return tuple(
        FileKind(title, *(each for name in names for each in suffixes[name])) for title, names in (every, *kinds)
    )


def _ask_place(title: str, name: str, settings: Settings, parent: QWidget) -> Path | None:
    suggested = settings.register_folder / f"{name}.hanke"
    path = questions.save_path(title, suggested, _registers(), parent, overwrite=False)
    if path is not None:
        settings.register_folder = path.parent
    return path


def _ask_table(title: str, name: str, settings: Settings, parent: QWidget) -> Path | None:
    return _ask_file(title, name, FileKind(tr("Tables for spreadsheets"), "csv"), settings, parent)


def _ask_file(title: str, name: str, kind: FileKind, settings: Settings, parent: QWidget) -> Path | None:
    path = questions.save_path(title, settings.text_folder / name, kind, parent)
    if path is not None:
        settings.text_folder = path.parent
    return path


def _registers() -> FileKind:
    return FileKind(tr("Project registers"), "hanke")
