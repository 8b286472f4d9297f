"""What each of the window's commands does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from hankeapp.domain.export_formats import ExportFormat
from hankeapp.domain.kept_reports import Form
from hankeapp.domain.query import View
from hankeapp.domain.status import Outcome
from hankeapp.translation import tr, trn
from hankeapp.ui import panes, publishing, questions, reports_desk
from hankeapp.ui.about import about, shortcuts
from hankeapp.ui.list_pane import MOST_COPIED
from hankeapp.ui.look import ThemeChoice
from hankeapp.ui.message_dialog import Choice, Message
from hankeapp.ui.toolbar import ListMode

if TYPE_CHECKING:
    from collections.abc import Callable

    from hankeapp.ui.main_window import MainWindow
    from hankeapp.ui.workspace import Workspace

THEMES = {
    "system_theme": ThemeChoice.SYSTEM,
    "light_theme": ThemeChoice.LIGHT,
    "dark_theme": ThemeChoice.DARK,
    "contrast_theme": ThemeChoice.CONTRAST,
}


def connect(window: MainWindow) -> None:
    """Give every action of the window its work."""
    for name, act in (_of_window(window) | _of_register(window)).items():
        window.commands[name].triggered.connect(act)
    for name, theme in THEMES.items():
        window.commands[name].triggered.connect(partial(_wear, window, theme))
    window.appearance.changed.connect(partial(_tell_theme, window))
    _tell_theme(window)
    window.commands["spelling"].setChecked(window.settings.spelling)


def _of_window(window: MainWindow) -> dict[str, Callable[[], object]]:
    return {
        "create": window.create_register,
        "open": window.ask_register,
        "example": window.open_example,
        "take_in": window.take_in,
        "paste_in": window.paste_in,
        "close": window.show_start,
        "quit": window.close,
        "save_copy": window.save_copy,
        "restore": window.safety.restore,
        "print": window.print,
        "print_selected": partial(window.print, selected=True),
        "larger": partial(window.appearance.step, 1),
        "smaller": partial(window.appearance.step, -1),
        "normal": partial(window.appearance.resize, 1.0),
        "spelling": partial(_spell, window),
        "settings": partial(_set, window),
        "full_screen": partial(_toggle_full_screen, window),
        "keys": partial(shortcuts, window),
        "about": partial(about, window),
    }


def _of_register(window: MainWindow) -> dict[str, Callable[[], object]]:
    def on(act: Callable[[Workspace], object]) -> Callable[[], object]:
        # A triggered signal may bring a "checked" along: it is dropped here.
        return lambda: act(window.workspace) if window.workspace else None

    return {
        "save": on(lambda each: each.detail.commit()),
        "undo": on(lambda each: each.steps.undo()),
        "redo": on(lambda each: each.steps.redo()),
        "edit": on(lambda each: each.edit()),
        "find": on(lambda each: each.toolbar.search.reach()),
        "filters": on(lambda each: each.filters.build()),
        "quick": on(lambda each: each.quick.open()),
        "save_search": on(lambda each: each.saved.save()),
        "cards": on(lambda each: each.panes.show_mode(ListMode.CARDS)),
        "table": on(lambda each: each.panes.show_mode(ListMode.TABLE)),
        "sidebar": on(lambda each: each.panes.show_sidebar(shown=window.commands["sidebar"].isChecked())),
        "details": on(lambda each: each.panes.show_details(shown=window.commands["details"].isChecked())),
        "find_in_text": on(lambda each: each.proof.find_words()),
        "mistake": on(lambda each: each.proof.find_mistake()),
        "next_pane": on(lambda each: panes.go(each, 1)),
        "previous_pane": on(lambda each: panes.go(each, -1)),
        "history": on(lambda each: each.history.show()),
        "export_history": on(lambda each: each.history.export()),
        "past": on(lambda each: each.past.ask()),
        "present": on(lambda each: each.past.leave()),
        "throw_away": on(lambda each: each.trash.throw_away(each.list.selected())),
        "put_back": on(lambda each: each.trash.put_back(each.list.selected())),
        "empty_trash": on(lambda each: each.trash.empty()),
        "change": on(lambda each: each.bulk.change(each.list.selected())),
        "export_selected": on(lambda each: each.bulk.export()),
        "export": on(lambda each: each.bulk.export_page(ExportFormat.PAGE)),
        "export_html": on(lambda each: each.bulk.export_page(ExportFormat.HTML)),
        "request": on(lambda each: each.bulk.request()),
        "export_data": on(lambda each: each.bulk.export(prefers_selected=len(each.selected) > 1)),
        "copy": on(_copy),
        "copy_for_web": on(_copy_for_web),
        "reload": on(lambda each: each.reload()),
        "new": on(lambda each: each.steps.begin()),
        "duplicate": on(lambda each: each.steps.begin(copy=True)),
        "keep_template": on(lambda each: each.steps.keep_as_template()),
        "activate": on(lambda each: each.steps.activate(each.list.selected())),
        "end": on(lambda each: each.steps.end(each.list.selected())),
        "reopen": on(lambda each: each.steps.activate(each.list.selected())),
        "plan": on(lambda each: each.steps.plan(each.list.selected())),
        "extend": on(lambda each: each.steps.extend(each.list.selected())),
        "discontinue": on(lambda each: each.steps.end(each.list.selected(), Outcome.DISCONTINUED)),
        "not_funded": on(lambda each: each.steps.end(each.list.selected(), Outcome.NOT_FUNDED)),
        "cancel": on(lambda each: each.steps.end(each.list.selected(), Outcome.CANCELLED)),
        "previous": on(lambda each: each.list.step(-1)),
        "next": on(lambda each: each.list.step(1)),
        "previous_section": on(lambda each: each.detail.previous_section()),
        "next_section": on(lambda each: each.detail.next_section()),
        "review": on(lambda each: each.review.start()),
        "quality": on(lambda each: each.quality.show()),
        "lists": on(lambda each: each.lists.show()),
        "check": on(_check),
        "reports": on(lambda each: reports_desk.show_reports(each, window.settings)),
        "published": on(reports_desk.show_published),
    }


def _copy(workspace: Workspace) -> None:
    count = len(workspace.selected)
    if workspace.list.copy():
        text = trn("{n} project was copied as a table.", "{n} projects were copied as a table.", count)
    else:
        text = tr("At most {n} projects can be copied at once.", n=MOST_COPIED)
    workspace.snackbar.show_message(text, undo=False)


def _copy_for_web(workspace: Workspace) -> None:
    count, query = publishing.copy_page(workspace.source, workspace.list.selected(), workspace), workspace.list.query
    if count is None:
        return
    text = trn("The text of {n} project was copied.", "The texts of {n} projects were copied.", count)
    is_whole = count and set(workspace.selected) == set(workspace.source.ids(query))
    offer = publishing.marking(workspace, Form.HTML, query) if is_whole else None
    workspace.snackbar.show_message(text, undo=False, offer=offer)


def _check(workspace: Workspace) -> None:
    with questions.told(workspace):
        faults = workspace.register.faults()
        count = workspace.register.counts()[View.ALL]
        if faults:
            title = tr("The register is damaged.")
            sentences = [tr("Nothing was changed."), tr("Ask your IT support to restore the file from a backup.")]
        else:
            title = tr("The register is sound.")
            sentences = [trn("{n} project was checked.", "{n} projects were checked.", count)]
        close = Choice("close", tr("Close"))
        message = Message(
            title=title, sentences=sentences, choices=[close], grave=bool(faults), details="\n".join(faults)
        )
        questions.ask(message, workspace)


def _set(window: MainWindow) -> None:
    # Its pages are not loaded before something is set.
    from hankeapp.ui.settings_dialog import show_settings

    show_settings(window)


def _spell(window: MainWindow) -> None:
    is_on = window.commands["spelling"].isChecked()
    if window.workspace is not None:
        window.workspace.proof.switch(on=is_on)
    else:
        window.settings.spelling = is_on


def _wear(window: MainWindow, theme: ThemeChoice) -> None:
    window.appearance.wear(theme)


def _tell_theme(window: MainWindow) -> None:
    for name, theme in THEMES.items():
        window.commands[name].setChecked(theme is window.appearance.theme)


def _toggle_full_screen(window: MainWindow) -> None:
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
