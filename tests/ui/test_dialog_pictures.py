"""Pictures of the dialogs, the overdue review, the import review and the preview, for eyes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from hankeapp.domain.attention import is_overdue
from hankeapp.domain.query import Query, View
from hankeapp.paths import EXAMPLE_PAGE
from hankeapp.services import opening
from hankeapp.services.intake import prepare_alone
from hankeapp.services.sources import read_file
from hankeapp.ui.bulk_dialog import BulkDialog
from hankeapp.ui.ending_dialog import EndingDialog
from hankeapp.ui.import_dialog import ImportDialog
from hankeapp.ui.names import Names
from hankeapp.ui.overdue_choices import ReviewAct
from hankeapp.ui.overdue_review import OverdueReview
from hankeapp.ui.print_window import PrintScope, PrintWindow
from hankeapp.ui.reopening_dialog import ReopeningDialog
from tests.ui.samples import TODAY, projects

OVERDUE = [project for project in projects() if is_overdue(project, TODAY)]
RESULTS = "Resurssiviisas kiertotalouden tiekartta Porin kaupungille valmistui."
SIZES = [(1440, 900), (1280, 800)]


@pytest.fixture
def keep_dialog(keep):
    def kept(dialog, name):
        keep(dialog, name, dialog.width(), dialog.height())

    return kept


def find(acronym):
    return next(project for project in projects() if project.acronym == acronym)


def test_ending(keep_dialog):
    keep_dialog(EndingDialog([replace(find("CIRCWASTE"), results=RESULTS)], TODAY), "ending")


def test_ending_with_a_wrong_date(keep_dialog):
    dialog = EndingDialog([find("CIRCWASTE")], TODAY)
    dialog._effective.setText("31.2.2026")
    dialog._effective.editingFinished.emit()
    keep_dialog(dialog, "ending-error")


def test_ending_in_the_future(keep_dialog):
    dialog = EndingDialog([find("CIRCWASTE")], TODAY)
    dialog._effective.setText("2027")
    dialog._effective.editingFinished.emit()
    keep_dialog(dialog, "ending-warning")


def test_ending_of_many(keep_dialog):
    keep_dialog(EndingDialog([*OVERDUE, find("HINKU")], TODAY), "ending-many")


def test_changing_many(keep, tmp_path, desk):
    register = opening.create_example(tmp_path / "r.hanke", desk)
    dialog = BulkDialog(register.projects(register.ids(Query())[:14]), Names(register.lists, register.lists))
    dialog.value.fields.setCurrentText("Päättyy")
    dialog.value.editors[-1].widget.setText("2020")
    keep(dialog, "bulk", dialog.width(), dialog.height())
    register.close()


def test_reopening(keep_dialog):
    keep_dialog(ReopeningDialog([find("METKU")], TODAY), "reopening")


@pytest.mark.parametrize("size", [(1180, 792), (1020, 692)], ids=lambda size: str(size[0]))
def test_overdue_review(keep, size):
    review = OverdueReview()
    review.show_projects(OVERDUE, TODAY)
    choices = review.model.choices
    review.model.choose(4, choices[4].with_act(ReviewAct.CONTINUE).with_date("31.12.2027"))
    review.model.toggle(5)
    review.table.make_current(4)
    keep(review, f"overdue-{size[0]}", *size)


def test_overdue_review_with_faults(keep):
    review = OverdueReview()
    review.show_projects(OVERDUE * 3, TODAY)
    review.model.choose(1, review.model.choices[1].with_date("31.2.2026"))
    review.model.choose(2, review.model.choices[2].with_date("2027"))
    review.save()
    keep(review, "overdue-faults", 1180, 792)


def test_nothing_overdue(keep):
    review = OverdueReview()
    review.show_projects([], TODAY)
    keep(review, "overdue-none", 1180, 792)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size[0]))
def test_import(keep, size):
    reading = read_file(EXAMPLE_PAGE)
    dialog = ImportDialog(prepare_alone(reading))
    dialog.list.setCurrentIndex(dialog.model.index(15))
    dialog.fields.form.reach("end")
    keep(dialog, f"import-{size[0]}", *size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size[0]))
def test_preview(keep, qtbot, tmp_path, desk, size):
    register = opening.create_example(tmp_path / "r.hanke", desk)
    (project,) = register.projects(register.ids(Query(View.ACTIVE))[:1])
    register.save(project, {"results": "Merkki \ue000 puuttuu kirjasimesta."})
    register.letterheads.name("Porin kaupunki")
    window = PrintWindow(register, PrintScope(Query(View.ACTIVE), (project.id,)))
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.waitUntil(lambda: not window._typesetter.is_waiting, timeout=60_000)
    keep(window, f"preview-{size[0]}", *size)
    register.close()
