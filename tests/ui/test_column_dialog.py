"""The columns of a table are cleared up before its projects are shown, and what was chosen is kept."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from hankeapp.domain.clock import Clock, Desk
from hankeapp.exchange.reading import read
from hankeapp.services.opening import create
from hankeapp.ui import questions
from hankeapp.ui.column_dialog import cleared_up

if TYPE_CHECKING:
    from collections.abc import Callable

    from hankeapp.domain.proposals import Progress, Reading
    from hankeapp.ui.column_dialog import ColumnDialog

TABLE = b"Otsake;Alkaa\r\nHanke A;2024\r\n"


def at_once(work: Callable[[Progress], Reading]) -> Reading:
    return work(lambda _done, _of: None)


def choose(dialog: ColumnDialog) -> None:
    field = dialog.fields["Otsake"]
    field.setCurrentIndex(field.findData("name"))
    dialog._keep.setChecked(True)
    dialog.main.click()


def test_a_person_clears_up_the_columns_once(tmp_path, qtbot):
    with closing(create(tmp_path / "a.hanke", Desk("Maija", Clock()))) as register:
        questions.answer_next(choose)
        reading = cleared_up(read("a.csv", TABLE), register.mappings, None, at_once)
        assert [each.value("name") for each in reading.proposals] == ["Hanke A"]
        again = cleared_up(read("b.csv", TABLE), register.mappings, None, at_once)
        assert again.proposals == reading.proposals


def test_a_changed_mind_reads_nothing(qtbot):
    questions.answer_next(lambda dialog: dialog.reject())
    assert cleared_up(read("a.csv", TABLE), None, None, at_once) is None


def test_what_is_clear_is_not_asked(qtbot):
    clear = read("a.csv", b"Hankkeen nimi;Alkaa\r\nHanke A;2024\r\n")
    assert cleared_up(clear, None, None, at_once) is clear
