"""Pictures of every screen of the real window, for eyes and for the user guide: `python -m scripts.pictures FOLDER`.

Each shows the example register on 24 November 2026. `--dark` and `--size 1280x800` make the others.
"""

from __future__ import annotations

import argparse
import tempfile
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLineEdit

from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.query import Query, View
from hankeapp.paths import EXAMPLE_PAGE
from hankeapp.services.intake import prepare_alone
from hankeapp.services.sources import read_file
from hankeapp.ui import tasks
from hankeapp.ui.application import make_window
from hankeapp.ui.ending_dialog import EndingDialog
from hankeapp.ui.filter_builder import FilterBuilder
from hankeapp.ui.import_dialog import ImportDialog
from hankeapp.ui.look import ThemeChoice, look
from hankeapp.ui.past_dialog import PastDay, PastDialog
from hankeapp.ui.print_window import PrintScope, PrintWindow
from hankeapp.ui.settings import Settings
from hankeapp.ui.settings_dialog import Page, SettingsDialog
from hankeapp.ui.toolbar import ListMode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from hankeapp.ui.main_window import MainWindow
    from hankeapp.ui.workspace import Workspace

_ROUNDS = 5
"""Layouts of wrapped texts settle in several rounds of events."""
DESK = Desk("Hanna Hanke", Clock.standing(2026, 11, 24))


def take_all(app: QApplication, folder: Path, theme: ThemeChoice, size: QSize) -> list[Path]:
    """Save a picture of each screen; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    taken: list[Path] = []

    def take(widget: QWidget, name: str) -> None:
        for _ in range(_ROUNDS):
            app.processEvents()
        path = folder / f"{name}.png"
        widget.grab().save(str(path))
        taken.append(path)

    with _window(app, theme, size) as window:
        take(window, "aloitus")
        window.open_example()
        workspace = window.workspace
        assert workspace is not None
        _select(workspace, "CIRCWASTE")
        take(window, "ikkuna")
        _select(workspace, "Healint")
        _select(workspace, "CIRCWASTE")
        workspace.quick.open()
        take(window, "pikahaku")
        workspace.quick.open()
        workspace.register.searches.add("Interreg-hankkeet", Query(text="rahoittaja:Interreg"))
        _write(workspace, "end", "31.2.2026")
        take(window, "lomakevirhe")
        _write(workspace, "end", "2023")
        workspace.panes.show_mode(ListMode.TABLE)
        take(window, "taulukko")
        workspace.panes.show_mode(ListMode.CARDS)
        workspace.toolbar.search.write("tila:aktiivinen ympärist")
        take(window, "haku")
        workspace.toolbar.search.write("rahoittaja:e")
        workspace.toolbar.search.rested.emit()
        take(window, "rajausehdotukset")
        workspace.toolbar.search.popup.dismiss()
        workspace.toolbar.search.write("perhonen")
        take(window, "ei-osumia")
        workspace.toolbar.search.clear_words()
        workspace.sidebar.choose(View.OVERDUE)
        take(window, "ohitetut")
        _take_memory(workspace, lambda name: take(window, name))
        for dialog, name in _dialogs(window, workspace, size):
            dialog.show()
            tasks.finish()
            take(dialog, name)
            dialog.close()
    return taken


def _take_memory(workspace: Workspace, take: Callable[[str], None]) -> None:
    workspace.sidebar.choose(View.ALL)
    _select(workspace, "CIRCWASTE")
    _write(workspace, "budget_whole", "12 500")
    workspace.detail.page.tabs.show_history(shown=True)
    take("historia")
    workspace.history.show()
    take("rekisterin-historia")
    workspace.leave_page()
    workspace.detail.page.tabs.show_history(shown=False)
    _select(workspace, "Healint")
    workspace.trash.throw_away(workspace.list.selected())
    workspace.sidebar.choose(View.TRASH)
    take("roskakori")
    workspace.steps.undo()
    workspace.snackbar.dismiss()
    workspace.sidebar.choose(View.ALL)
    workspace.quality.show()
    tasks.finish()
    take("tietojen-laatu")
    workspace.leave_page()
    workspace.sidebar.choose(View.OVERDUE)
    workspace.review.view.save()
    workspace.past.show(PastDay(date(2022, 6, 30), is_known=False))
    workspace.sidebar.choose(View.ALL)
    take("tilanne-paivana")
    workspace.past.leave()
    workspace.steps.undo()
    _select(workspace, "CIRCWASTE")


def _dialogs(window: MainWindow, workspace: Workspace, size: QSize) -> Iterator[tuple[QWidget, str]]:
    values = workspace.register.filter_values.of
    yield FilterBuilder("tila:aktiivinen ilmasto", DESK.clock.today(), values, window), "rajaa"
    yield PastDialog(DESK.clock.today(), window), "tilanne-paivana-kysymys"
    yield (
        EndingDialog(workspace.register.projects(workspace.list.selected()), DESK.clock.today(), window),
        "paata-hanke",
    )
    reading = read_file(EXAMPLE_PAGE)
    importing = ImportDialog(prepare_alone(reading), parent=window)
    importing.resize(size)
    yield importing, "tuonti"
    workspace.sidebar.choose(View.ALL)
    workspace.register.letterheads.name("Porin kaupunki")
    yield SettingsDialog(window, Page.APPEARANCE), "asetukset"
    printing = PrintWindow(workspace.register, PrintScope(workspace.list.query), window)
    printing.resize(size)
    yield printing, "tuloste"


def _select(workspace: Workspace, title: str) -> None:
    model = workspace.list.model
    row = next(row for row in range(model.rowCount()) if model.project_at(row).title.startswith(title))
    workspace.list.select(model.id_at(row))


def _write(workspace: Workspace, field: str, text: str) -> None:
    workspace.detail.edit(field)
    editor = workspace.detail.findChild(QLineEdit, field)
    assert editor is not None
    editor.clear()
    editor.insert(text)
    workspace.detail.commit()


@contextmanager
def _window(app: QApplication, theme: ThemeChoice, size: QSize) -> Iterator[MainWindow]:
    with tempfile.TemporaryDirectory() as home:
        window = make_window(app, DESK, Settings(Path(home) / "settings.ini"), [])
        look().wear(theme)
        window.resize(size)
        window.show()
        window.activateWindow()
        yield window
        window.close()


def main() -> None:
    """Take what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--size", default="1440x900")
    asked = parser.parse_args()
    width, height = map(int, asked.size.split("x"))
    theme = ThemeChoice.DARK if asked.dark else ThemeChoice.LIGHT
    take_all(QApplication([]), asked.folder, theme, QSize(width, height))


if __name__ == "__main__":
    main()
