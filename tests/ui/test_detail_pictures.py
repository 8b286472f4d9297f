"""Pictures of the detail pane, written to out/pictures for eyes; each must at least have been painted."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.kinds import Kind
from hankeapp.domain.status import Ending
from hankeapp.services.opening import create
from hankeapp.ui.detail_pane import DetailPane
from hankeapp.ui.look import ThemeChoice

PICTURES = Path("out/pictures")
NAME = "Multidimensional stormwater treatment in urban areas for cleaner Baltic Sea"
TEXT = (
    f"MUSTBE – {NAME}: Vuosina 2023–2026 toteutettavan hankkeen tarkoituksena on kehittää hulevesien hallintaa siten, "
    "että Itämereen päätyvien valumavesien laatu paranee. Mukana ovat Suomen lisäksi Viro, Latvia ja Ruotsi."
)
# The pane in a window of 1440×900, of 1280×800, and in a narrow one.
SIZES = {
    "1440-light": (ThemeChoice.LIGHT, 1.0, 757, 788),
    "1280-dark": (ThemeChoice.DARK, 1.0, 660, 688),
    "1440-light-200": (ThemeChoice.LIGHT, 2.0, 757, 788),
    "narrow-light-150": (ThemeChoice.LIGHT, 1.5, 480, 688),
}


@pytest.fixture
def register(tmp_path, desk):
    register = create(tmp_path / "koe.hanke", desk)
    yield register
    register.close()


@pytest.fixture
def mustbe(register):
    return register.add(
        {
            "name": NAME,
            "acronym": "MUSTBE",
            "kind": Kind.DEVELOPMENT,
            "start": PartialDate(2023),
            "end": PartialDate(2026),
            "public_text": TEXT,
        }
    )


@pytest.fixture(params=SIZES)
def pane(request, qtbot, register, look):
    theme, scale, *size = SIZES[request.param]
    look.wear(theme, scale)
    pane = DetailPane(register.save, register.parts.save, register.today)
    pane.more.addAction(QAction("Seuraava hanke", pane))
    qtbot.addWidget(pane)
    pane.resize(*size)
    with qtbot.waitActive(pane):
        pane.show()
    pane.setObjectName(request.param)
    return pane


def take(pane, name):
    QApplication.processEvents()
    picture = pane.grab()
    PICTURES.mkdir(parents=True, exist_ok=True)
    assert picture.save(str(PICTURES / f"detail-{name}-{pane.objectName()}.png"))
    image = picture.toImage()
    # Along the middle of each line something else than the ground is met somewhere.
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(colours) > 4


def test_a_project_with_a_wrong_date(pane, mustbe):
    pane.show_project(mustbe)
    take(pane, "project")
    pane.edit("end")
    QTest.keyClicks(pane.focusWidget(), "31.2.2026")
    pane.edit("name")
    take(pane, "error")
    pane.edit("notes")
    take(pane, "foot")


def test_a_passed_end(pane, register, mustbe):
    pane.show_project(register.save(mustbe, {"end": PartialDate(2024, 6)}))
    take(pane, "overdue")


def test_an_ended_project_of_a_register_for_reading(pane, register, mustbe):
    register.end({mustbe.id: Ending(effective=PartialDate(2026, 5))})
    pane.show_project(*register.projects([mustbe.id]))
    take(pane, "ended")
    pane.set_read_only(True)
    take(pane, "reading")


def test_several_and_none(pane, register, mustbe):
    take(pane, "none")
    several = (mustbe, register.add({"name": "Healint"}))
    pane.show_several({each.id: each.status for each in several})
    take(pane, "several")
