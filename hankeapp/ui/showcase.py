"""The main job on a machine without a screen: the example page taken in, the real window pictured, the overview made.

`python -m hankeapp.ui.showcase FOLDER` writes a picture, a PDF and a register there and prints what they are.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from hankeapp.domain.query import Query, View
from hankeapp.reports.typesetting import typeset
from hankeapp.services import opening, printing
from hankeapp.services.desk import own_desk
from hankeapp.services.files import write_whole
from hankeapp.services.press import Press
from hankeapp.translation import tr
from hankeapp.ui.application import make_window
from hankeapp.ui.settings import Settings

WIDTH, HEIGHT = 1440, 900


def main(folder: Path) -> int:
    """Make everything anew in the folder and print the paths and counts; 0."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    register, picture, overview = (folder / name for name in ("esimerkki.hanke", "ikkuna.png", "hankekatsaus.pdf"))
    for made_before in (register, folder / "asetukset.ini"):
        made_before.unlink(missing_ok=True)
    desk = own_desk()
    example = opening.create_example(register, desk)
    wish = printing.Wish(Query(sorts=(printing.PAGE_ORDER,)))
    with Press() as press:
        write_whole(overview, typeset(printing.document_of(example, wish), press.set_pages).pdf)
    counts = example.counts()
    example.close()
    take_picture(register, picture, folder / "asetukset.ini")
    for path in (picture, overview, register):
        sys.stdout.write(f"{path.resolve()}\n")
    sys.stdout.write(", ".join(f"{view.label}: {counts[view]}" for view in View) + "\n")
    return 0


def take_picture(register: Path, picture: Path, settings: Path) -> None:
    """Open the real window on a register and save what it shows."""
    app = QApplication(sys.argv[:1])
    window = make_window(app, own_desk(), Settings(settings), [str(register)])
    window.resize(WIDTH, HEIGHT)
    window.show()
    app.processEvents()
    if not window.grab().save(str(picture)):
        raise OSError(tr("“{name}” could not be written.", name=picture.name))
    window.close()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
