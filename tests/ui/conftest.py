"""The dressed application that every test of the window runs in, without a screen."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def qapp(qapp):
    """The application in light dress at 100 %."""
    from hankeapp.ui.look import ThemeChoice, prepare

    prepare(qapp, ThemeChoice.LIGHT)
    return qapp


@pytest.fixture
def look(qapp):
    """The application's look, put back to light at 100 % afterwards."""
    from hankeapp.ui import look

    worn = look.look()
    yield worn
    worn.wear(look.ThemeChoice.LIGHT, 1.0)


@pytest.fixture(autouse=True)
def _questions():
    """Whatever the window asks must have an answer ready, and every answer must be needed."""
    from hankeapp.ui import questions

    questions.forget_answers()
    yield
    assert not questions.forget_answers()
