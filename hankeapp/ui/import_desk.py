"""The import desk: from files or the clipboard into the register; read and written beside the window."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from hankeapp.domain.mappings import choices
from hankeapp.services.decisions import take_up
from hankeapp.services.import_sources import source_of
from hankeapp.services.intake import prepare_alone
from hankeapp.services.kept_imports import KeptImports
from hankeapp.services.sources import holds_register
from hankeapp.translation import tr, trn
from hankeapp.ui import files, formatting, garbage, questions
from hankeapp.ui.clipboard_source import on_clipboard
from hankeapp.ui.column_dialog import cleared_up, corrected
from hankeapp.ui.file_reading import Stopped
from hankeapp.ui.import_dialog import ImportDialog, Leave
from hankeapp.ui.import_keeping import ImportKeeping, ask_discard
from hankeapp.ui.kept_imports_dialog import Begin, KeptImportsDialog
from hankeapp.ui.panes import focus_projects
from hankeapp.ui.waiting import awaited

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import Path

    from hankeapp.domain.project import ProjectId
    from hankeapp.domain.proposals import Progress, Reading
    from hankeapp.services.import_review import Review
    from hankeapp.services.import_sources import ImportSource
    from hankeapp.services.kept_imports import KeptImport
    from hankeapp.services.mappings import Mappings
    from hankeapp.services.register import Register
    from hankeapp.ui.main_window import MainWindow

Result = TypeVar("Result")


def ask_files(window: MainWindow) -> None:
    """Ask for files and take them in; imports that are half-way are offered first."""
    with suppress(Stopped), questions.told(window, but=Stopped):
        source = _begun(window)
        if source is not None:
            _Import(window, source).go()


def take_in(window: MainWindow, paths: Sequence[Path]) -> None:
    """Show what was read off files, and put what the person accepts into the register, or into a new one."""
    with suppress(Stopped), questions.told(window, but=Stopped):
        source = _of_files(window, paths)
        if source is not None:
            _Import(window, source).go()


def paste(window: MainWindow) -> None:
    """The same of what is on the clipboard."""
    with suppress(Stopped), questions.told(window, but=Stopped):
        _Import(window, on_clipboard()).go()


def _kept(window: MainWindow) -> KeptImports:
    """What is half-way for the window's register; of the example it goes with the example."""
    register = window.workspace.register if window.workspace else None
    if register is not None and window.is_example:
        return KeptImports(register.path.parent / "imports")
    return KeptImports(window.settings.imports_of(register.key if register else ""))


def _of_files(window: MainWindow, paths: Sequence[Path]) -> ImportSource | None:
    """Files to review; a whole register makes a window's first one, and there is nothing to review of it."""
    if window.workspace is None and len(paths) == 1 and holds_register(paths[0]):
        window.create_whole(paths[0])
        return None
    return source_of(paths)


def _begun(window: MainWindow) -> ImportSource | None:
    """What a person wants to import, or to go on with; None for changed minds."""
    kept = _kept(window)
    half_way = kept.all()
    _tell_damage(kept, window)
    while half_way:
        dialog = KeptImportsDialog(half_way, window.desk.clock.now(), window)
        if not questions.run(dialog):
            return None
        if dialog.wish is Begin.GO_ON:
            return dialog.chosen.source
        if dialog.wish is Begin.PASTE:
            return on_clipboard()
        if dialog.wish is Begin.FILE:
            break
        if ask_discard(window):
            kept.forget(dialog.chosen.source)
            half_way = kept.all()
    paths = files.ask_imported(window.settings, window)
    return _of_files(window, paths) if paths else None


def _tell_damage(kept: KeptImports, window: MainWindow) -> None:
    if kept.damage is not None:
        questions.tell(kept.damage, window)
        kept.damage = None


class _Import:
    """One import, from its source to the register; what is half-way is on disk."""

    def __init__(self, window: MainWindow, source: ImportSource) -> None:
        self._window = window
        self._source = source
        self._kept = _kept(window)
        self._columns: Mapping[str, str] | None = None

    @property
    def _register(self) -> Register | None:
        return self._window.workspace.register if self._window.workspace else None

    def go(self) -> None:
        """Review until the person leaves, or has it taken in."""
        reading = self._read_first()
        while reading is not None:
            reading = self._gone_through(reading)

    def _gone_through(self, reading: Reading) -> Reading | None:
        """Review it; what is to be reviewed next, or None."""
        review, notes = self._prepared(reading)
        with garbage.set_aside():
            how = self._reviewed(review, notes)
        following = self._followed(how, review, reading)
        garbage.let_go([*review.entries, *reading.proposals])
        return following

    def _followed(self, how: Leave, review: Review, reading: Reading) -> Reading | None:
        """Do as the person left it."""
        if how is Leave.ADD:
            if not self._is_added(review):
                return reading
            # Of projects that were not decided yet, what was written stays.
            if review.settled == len(review.entries):
                self._kept.forget(self._source)
        elif how is Leave.DISCARD:
            self._kept.forget(self._source)
        elif how is Leave.PASTE:
            return self._pasted(reading)
        elif how is Leave.COLUMNS:
            return self._with_columns(reading)
        return None

    def _read_first(self) -> Reading | None:
        """The source as it was read when it was left, or with its columns cleared up; None for changed minds."""
        reading, half_way = self._awaited(self._reading, self._with_kept(self._source.read))
        _tell_damage(self._kept, self._window)
        if half_way is not None and half_way.columns is not None and reading.again is not None:
            self._columns = half_way.columns
            return self._read(partial(reading.again, half_way.columns))
        known = cleared_up(reading, self._mappings, self._window, self._read)
        if known is not None and known is not reading:
            self._columns = choices(known.columns)
        return known

    def _with_columns(self, reading: Reading) -> Reading:
        changed = corrected(reading, self._mappings, self._window, self._read)
        if changed is None:
            return reading
        self._columns = choices(changed.columns)
        return changed

    def _pasted(self, reading: Reading) -> Reading | None:
        """What is on the clipboard, in place of what was reviewed; that is half-way now."""
        pasted: list[ImportSource] = []
        with questions.told(self._window):
            pasted.append(on_clipboard())
        if not pasted:
            return reading
        self._source, self._columns = pasted[0], None
        return self._read_first()

    def _prepared(self, reading: Reading) -> tuple[Review, list[str]]:
        """The review with what was decided before, and what is to be said of that."""
        register = self._register
        prepare = register.intake.prepare_beside if register else prepare_alone
        work = self._with_kept(partial(prepare, reading))
        review, half_way = self._awaited(tr("Comparing with the register…"), work)
        if half_way is None:
            return review, []
        again = take_up(review, half_way.decisions, register.titles.match if register else lambda _: None)
        when = formatting.moment_text(half_way.moment, self._window.desk.clock.now())
        notes = [tr("You go on where you left off ({when}).", when=when)]
        if again:
            notes.append(
                trn(
                    "{n} project has changed since then: look at it again.",
                    "{n} projects have changed since then: look at them again.",
                    again,
                )
            )
        return review, notes

    def _reviewed(self, review: Review, notes: list[str]) -> Leave:
        dialog = ImportDialog(review, self._register, self._window, notes)
        clock = self._window.desk.clock
        keeping = ImportKeeping(dialog, lambda: self._kept.keep(self._source, review, self._columns, clock.now()))
        questions.run(dialog)
        with questions.told(self._window):
            keeping.finish()
        return dialog.left

    def _is_added(self, review: Review) -> bool:
        """Whether what was accepted is in the register now; what went wrong is told."""
        if self._register is None:
            self._window.create_register()
        register = self._register
        if register is None:
            return False
        with suppress(Stopped), questions.told(self._window, but=Stopped):
            work = partial(register.intake.carry_out_beside, review)
            with self._window.safety.resting():
                act = self._awaited(tr("Adding to the register…"), work)
            if act is not None:
                register.intake.tell(act)
                self._show_first(act.added)
                garbage.let_go([*act.before, *act.after])
            return True
        return False

    def _show_first(self, new: Collection[ProjectId]) -> None:
        """Take the keyboard to the first of the new projects, as the list has them; the bar tells of the import."""
        workspace = self._window.workspace
        assert workspace is not None
        model = workspace.list.model
        first = next((each for each in model.ids_in(range(model.rowCount())) if each in new), next(iter(new), None))
        if first is not None:
            workspace.show_project(first)
            focus_projects(workspace)

    @property
    def _mappings(self) -> Mappings | None:
        return self._register.mappings if self._register else None

    @property
    def _reading(self) -> str:
        return tr("Reading “{name}”…", name=self._source.name)

    def _read(self, work: Callable[[Progress], Reading]) -> Reading:
        return self._awaited(self._reading, work)

    def _with_kept(self, work: Callable[[Progress], Result]) -> Callable[[Progress], tuple[Result, KeptImport | None]]:
        """What is kept of thousands of projects takes a while to read: it is read in the other thread too."""
        return lambda progress: (work(progress), self._kept.of(self._source))

    def _awaited(self, words: str, work: Callable[[Progress], Result]) -> Result:
        return awaited(words, work, self._window)
