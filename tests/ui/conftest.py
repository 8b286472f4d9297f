"""The dressed application that every test of the window runs in, without a screen."""

import os
from functools import partial
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
PICTURES = Path("out/pictures")
DRESSES = [("light", 1.0), ("dark", 1.0), ("light", 1.5), ("light", 2.0)]


@pytest.fixture(scope="session")
def qapp(qapp):
    """The application in light dress at 100 %."""
    from hankeapp.ui import tasks
    from hankeapp.ui.garbage import collect_in_window
    from hankeapp.ui.look import ThemeChoice, prepare

    prepare(qapp, ThemeChoice.LIGHT)
    collect_in_window(qapp)
    yield qapp
    tasks.finish()
    # What tests put there would outlive the application, which Qt does not survive.
    qapp.clipboard().clear()


@pytest.fixture
def look(qapp):
    """The application's look, put back to light at 100 % afterwards."""
    from hankeapp.ui import look

    worn = look.look()
    yield worn
    worn.wear(look.ThemeChoice.LIGHT, 1.0)


@pytest.fixture
def path(desk, tmp_path):
    """The example as a register on disk."""
    from hankeapp.services.opening import create_example

    path = tmp_path / "pori.hanke"
    create_example(path, desk).close()
    return path


@pytest.fixture(scope="session")
def morphology():
    from hankeapp.language.morphology import Morphology

    return Morphology.load(None)


@pytest.fixture
def settings(tmp_path):
    from hankeapp.ui.settings import Settings

    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def proofreader(morphology, settings, qapp):
    """One that knows Finnish, and Healint by its name."""
    from hankeapp.language.packed_words import PackedWords
    from hankeapp.language.spelling import Spelling
    from hankeapp.ui.proofreader import Proofreader

    reader = Proofreader(settings)
    reader.begin(partial(Spelling, morphology), PackedWords(["Healint"]))
    return reader


@pytest.fixture
def worn(request, look):
    """A theme and a text scale, by `indirect` parameters: put on before the window is there, which costs nothing."""
    from hankeapp.ui.look import ThemeChoice

    look.wear(*getattr(request, "param", (ThemeChoice.LIGHT, 1.0)))


@pytest.fixture
def person(qapp, worn, desk, tmp_path):
    """Someone before the window, in which the example is open."""
    from tests.ui.person import Person

    person = Person(desk, tmp_path)
    person.open_example()
    yield person
    person.leave()


@pytest.fixture(autouse=True)
def _questions():
    """Whatever the window asks must have an answer ready, and every answer must be needed."""
    from hankeapp.ui import questions

    questions.forget_answers()
    yield
    assert not questions.forget_answers()


@pytest.fixture(params=DRESSES, ids=lambda dress: _name(*dress))
def dress(request, look):
    """Each theme at 100 % and the larger text scales, by the name that a picture bears."""
    from hankeapp.ui.look import ThemeChoice

    theme, scale = request.param
    look.wear(ThemeChoice(theme), scale)
    return _name(theme, scale)


def _name(theme, scale):
    return theme if scale == 1 else f"{theme}-{scale * 100:.0f}"


@pytest.fixture
def keep(qtbot, dress):
    """Shows a widget at a size, writes its picture and checks that something is on it."""

    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QApplication

    def kept(widget, name, width, height):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        QApplication.processEvents()
        image = widget.grab().toImage()
        PICTURES.mkdir(parents=True, exist_ok=True)
        assert image.save(str(PICTURES / f"{name}-{dress}.png"))
        seen = {QColor(image.pixel(x, y)).name() for x in range(0, width, 7) for y in range(0, height, 7)}
        assert len(seen) > 5

    return kept
