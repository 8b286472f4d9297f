"""Keys typed into a text of 100,000 characters with spelling on, each from the press to the painted letter."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from statistics import quantiles
from time import perf_counter, thread_time
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from benchmarks.running import answer
from benchmarks.table import Ratio
from hankeapp.domain.fields import field_of
from hankeapp.domain.project import Project
from hankeapp.services.dictionary import Dictionary
from hankeapp.ui.editor_kinds import editor_of
from hankeapp.ui.look import prepare
from hankeapp.ui.names import Names
from hankeapp.ui.proofreader import Proofreader
from hankeapp.ui.settings import Settings
from hankeapp.ui.text_editor import TextEditor

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYS = 300
FRAME = 16.7
"""Milliseconds."""
SENTENCE = "Hanke kehittää hulevesien käsitelyä ja asukkaiden osallisuutta yhdessä kumppanien kanssa. "
_TO_BARE = {"paragraphs": 4.0, "one paragraph": 1.0}
"""The aims: beside a key's little work the spelling is seen, beside the layout of a whole text it is not."""
_WORDS = "kaupunki kehittaa palveluja yhdessa asukkaiden kanssa "


def within_a_frame(home: Path) -> Iterator[Ratio]:
    """The 95th percentile against a frame, and against Qt's own text field, which lays a paragraph out whole too."""
    for text, (ours, bare) in answer("keys", home=home).items():
        what = f"a key in 100,000 characters, p95, {text}"
        (passed, worked), (_, bare_work) = ours, bare
        yield Ratio(what, passed, FRAME, "ms", 1.0, "a frame; by the clock")
        yield Ratio(what, worked, FRAME, "ms", 1.0, "a frame; of the CPU's time")
        yield Ratio(what, worked, bare_work, "ms", _TO_BARE[text], "a bare QPlainTextEdit; of the CPU's time")


def main() -> None:
    """Tell the 95th percentiles of ours and of a bare field, in a text in paragraphs and in one.

    Each is the milliseconds that passed, and those that this thread worked: a busy machine stretches the former.
    """
    app = QApplication([])
    prepare(app)
    texts = {"paragraphs": "\n".join([SENTENCE * 6] * 190), "one paragraph": SENTENCE * 1140}
    sys.stdout.write(json.dumps({name: (_ours(text), _bare(text)) for name, text in texts.items()}))


def _bare(text: str) -> tuple[float, float]:
    area = QPlainTextEdit()
    area.resize(600, 300)
    area.show()
    area.setPlainText(text)
    return _percentiles(area, text)


def _ours(text: str) -> tuple[float, float]:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        editor = editor_of(field_of(Project, "public_text"), Names())
        assert isinstance(editor, TextEditor)
        area = editor.area
        area.resize(600, 300)
        area.show()
        editor.show(text)
        reader = Proofreader(Settings(Path(folder) / "settings.ini"), editor)
        reader.begin(Dictionary(None).spelling, ())
        editor.proofread(reader)
        return _percentiles(area, text)


def _percentiles(area: QPlainTextEdit, text: str) -> tuple[float, float]:
    QTest.qWait(1500)
    cursor = QTextCursor(area.document())
    cursor.setPosition(len(text) // 2)
    area.setTextCursor(cursor)
    times = [_key(area, _WORDS[at % len(_WORDS)]) for at in range(KEYS)]
    area.close()
    passed, worked = (quantiles(each, n=20)[-1] for each in zip(*times, strict=True))
    return passed, worked


def _key(area: QPlainTextEdit, letter: str) -> tuple[float, float]:
    begin, worked = perf_counter(), thread_time()
    QTest.keyClicks(area, letter)
    QApplication.processEvents()
    spent = (perf_counter() - begin) * 1000, (thread_time() - worked) * 1000
    QTest.qWait(20)
    return spent


if __name__ == "__main__":
    main()
