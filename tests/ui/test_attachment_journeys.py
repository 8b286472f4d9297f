"""Links and attachments through the real window: chosen, dropped, pasted, described, opened, saved, taken back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QColor, QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from hankeapp.domain.parts import Attachment, Link
from hankeapp.services.attaching import TakenFile
from hankeapp.translation import tr
from hankeapp.ui import file_reading
from hankeapp.ui.attachment_item import AttachmentItem
from hankeapp.ui.row_acts import RowAct
from tests.ui.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.clock import Desk
    from hankeapp.domain.project import Project

pytestmark = pytest.mark.usefixtures("qapp", "look")


class Desktop(QObject):
    """The other programs of the computer: what is opened in them is remembered."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []
        for scheme in ("https", "mailto", "file"):
            QDesktopServices.setUrlHandler(scheme, self, "take")

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url)

    def leave(self) -> None:
        for scheme in ("https", "mailto", "file"):
            QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    desktop = Desktop()
    yield desktop
    desktop.leave()


@pytest.fixture
def person(desk: Desk, tmp_path: Path) -> Iterator[Person]:
    person = Person(desk, tmp_path)
    person.answer(tmp_path / "pori.hanke")
    person.choose("create")
    person.workspace.register.add({"name": "Jokiranta"})
    person.select("Jokiranta")
    yield person
    person.finish_tasks()
    person.leave()
    QGuiApplication.clipboard().clear()


def photo(color: str = "green") -> QImage:
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    return image


def written(folder: Path, name: str, data: bytes = b"%PDF-1.7") -> Path:
    path = folder / name
    if name.endswith(".png"):
        assert photo().save(str(path))
    else:
        path.write_bytes(data)
    return path


def names(project: Project) -> list[str]:
    return [each.name for each in project.attachments]


def items(person: Person) -> list[AttachmentItem]:
    found = person.workspace.detail.page.form.attachments.items
    return [item for item in found if isinstance(item, AttachmentItem)]


def go(person: Person, name: str) -> None:
    """Put the keyboard on a button of the form by its name."""
    target = person.workspace.detail.page.findChild(QWidget, name)
    assert isinstance(target, QWidget)
    target.setFocus(Qt.FocusReason.TabFocusReason)


def attach(person: Person, *paths: Path) -> None:
    go(person, "add_attachments")
    person.answer(list(paths))
    person.press("Space")
    person.finish_tasks()


def tab_to(person: Person, name: str) -> None:
    for _ in range(30):
        if person.focus.objectName() == name or getattr(person.focus, "text", str)() == name:
            return
        person.press("Tab")
    raise AssertionError(f"Tab does not reach {name}")


def drop(target: QWidget, *urls: QUrl) -> bool:
    """Drag over a widget and let go there, as the window system tells it; whether it was taken."""
    mime = QMimeData()
    mime.setUrls(list(urls))
    mime.setText("\n".join(url.toString() for url in urls))  # as file managers do beside
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(target.rect().center(), Qt.DropAction.CopyAction, mime, left, none)
    over.ignore()
    QApplication.sendEvent(target, over)
    if not over.isAccepted():
        return False
    event = QDropEvent(QPointF(target.rect().center()), Qt.DropAction.CopyAction, mime, left, none)
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def test_files_are_added_described_moved_removed_and_taken_back_by_keyboard(person: Person, tmp_path: Path) -> None:
    attach(person, written(tmp_path, "raportti.pdf"), written(tmp_path, "muistio.txt", b"abc"))
    assert names(person.shown) == ["raportti.pdf", "muistio.txt"]
    assert person.told == tr(
        "“{name}” was given attachments: {files}.", name="Jokiranta", files="raportti.pdf, muistio.txt"
    )
    first, second = items(person)
    first.summary.setFocus()
    person.press("Return")
    tab_to(person, "caption")
    person.type("Loppuraportti")
    person.press("Escape")
    assert person.shown.attachments[0].caption == "Loppuraportti"
    assert "Loppuraportti" in first.summary.words
    person.press("Alt+Down")
    assert names(person.shown) == ["muistio.txt", "raportti.pdf"]
    person.press("Del")
    assert names(person.shown) == ["muistio.txt"]
    for _ in range(3):
        person.press("Ctrl+Z")
    assert names(person.shown) == ["raportti.pdf", "muistio.txt"]
    assert person.shown.attachments[0].caption == ""
    person.press("Ctrl+Z")
    assert person.shown.attachments == ()
    for _ in range(4):
        person.press("Ctrl+Y")
    assert names(person.shown) == ["muistio.txt"]
    assert second.part.name == "attachments"


def test_of_a_photo_its_caption_and_a_text_are_asked(person: Person, tmp_path: Path) -> None:
    attach(person, written(tmp_path, "kuva.png"))
    (item,) = items(person)
    assert person.focus.objectName() == "caption"
    assert item.warnings is not None
    assert item.warnings.text
    assert item.summary.accessibleDescription() == item.warnings.text
    person.finish_tasks()
    assert item.picture.pixmap().width() > item.picture.pixmap().height() > 10
    person.type("Koulupiha")
    person.press("Tab")
    person.type("Lapsia istuttamassa puita")
    person.press("Return")
    (kept,) = person.shown.attachments
    assert (kept.caption, kept.alt_text) == ("Koulupiha", "Lapsia istuttamassa puita")
    assert not item.warnings.text


def test_of_a_document_nobody_asks_what_it_shows(person: Person, tmp_path: Path) -> None:
    attach(person, written(tmp_path, "raportti.pdf"))
    (item,) = items(person)
    assert item.warnings is None or not item.warnings.text
    item.summary.setFocus()
    person.press("Return")
    assert not item.editors["alt_text"].widget.isVisible()
    attach(person, written(tmp_path, "kopio.pdf"))
    first, again = items(person)
    assert again.warnings is not None
    said = tr("“{name}” is the same file as “{other}”.", name="kopio.pdf", other="raportti.pdf")
    assert again.warnings.text == again.summary.accessibleDescription() == said
    assert first.warnings is None or not first.warnings.text


def test_files_are_dropped_anywhere_on_the_project(person: Person, tmp_path: Path) -> None:
    paths = [written(tmp_path, "a.pdf"), written(tmp_path, "b.pdf", b"%PDF-2")]
    urls = [QUrl.fromLocalFile(str(path)) for path in paths]
    page = person.workspace.detail.page
    assert drop(page.form, *urls)
    person.finish_tasks()
    assert names(person.shown) == ["a.pdf", "b.pdf"]
    for field in ("name", "notes"):
        widget = page.form.editors[field].widget
        target = widget.viewport() if isinstance(widget, QPlainTextEdit) else widget
        before = page.form.editors[field].content
        assert drop(target, urls[0])
        person.finish_tasks()
        assert page.form.editors[field].content == before
    assert len(person.shown.attachments) == 4
    assert not drop(page.form, QUrl("https://www.pori.fi/a.pdf"))


def test_nothing_is_dropped_on_what_is_only_looked_at(person: Person, tmp_path: Path) -> None:
    url = QUrl.fromLocalFile(str(written(tmp_path, "a.pdf")))
    person.workspace.register.throw_away([person.shown.id])
    person.settle()
    assert not drop(person.workspace.detail.page.form, url)


def test_a_copied_picture_becomes_a_png_of_its_day(person: Person) -> None:
    today = person.workspace.register.today().isoformat()
    for _ in range(2):
        QGuiApplication.clipboard().setImage(photo("red"))
        go(person, "add_attachments")
        person.press("Ctrl+V")
        person.finish_tasks()
    first, second = person.shown.attachments
    assert first.name == tr("picture-{day}.png", day=today)
    assert second.name == tr("picture-{day}-{n}.png", day=today, n=2)
    made = QImage()
    assert made.loadFromData(person.workspace.register.attached(first), "PNG")  # type: ignore[call-overload]
    assert (made.width(), made.pixelColor(1, 1)) == (600, QColor("red"))
    assert first.sha256 == second.sha256


def test_copied_files_are_pasted_by_the_button(person: Person, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(written(tmp_path, name))) for name in ("a.pdf", "b.pdf")])
    QGuiApplication.clipboard().setMimeData(mime)
    go(person, "paste_attachments")
    person.press("Space")
    person.finish_tasks()
    assert names(person.shown) == ["a.pdf", "b.pdf"]


def test_an_empty_clipboard_is_told(person: Person) -> None:
    QGuiApplication.clipboard().setText("vain tekstiä")
    go(person, "add_attachments")
    person.press("Ctrl+V")
    assert person.told == tr("There is no file and no picture on the clipboard.")
    assert person.shown.attachments == ()


def test_what_cannot_be_attached_is_told_and_the_rest_is_kept(person: Person, tmp_path: Path) -> None:
    with (tmp_path / "elokuva.mkv").open("wb") as large:
        large.truncate(2 * 1024**3)
    (tmp_path / "tyhjä.pdf").touch()
    good, gone = written(tmp_path, "a.pdf"), tmp_path / "poissa.pdf"
    go(person, "add_attachments")
    person.answer([tmp_path / "elokuva.mkv", good, tmp_path / "tyhjä.pdf", gone, tmp_path], "close")
    person.press("Space")
    person.finish_tasks()
    assert names(person.shown) == ["a.pdf"]
    told = person.asked[-1]
    assert all(name in told for name in ("elokuva.mkv", "tyhjä.pdf", "poissa.pdf", tmp_path.name))
    assert "4" in told


def test_one_refusal_says_what_to_do(person: Person, tmp_path: Path) -> None:
    go(person, "add_attachments")
    person.answer([tmp_path / "poissa.pdf"], "close")
    person.press("Space")
    person.finish_tasks()
    assert "poissa.pdf" in person.asked[-1]
    assert person.shown.attachments == ()


@pytest.mark.skipif(os.name == "nt", reason="such names are of POSIX")
def test_a_hostile_name_is_shown_as_it_is_and_opened_never(person: Person, desktop: Desktop, tmp_path: Path) -> None:
    attach(person, written(tmp_path, "..\\..\\x.exe", b"MZ"))
    assert names(person.shown) == ["..\\..\\x.exe"]
    (item,) = items(person)
    item.summary.setFocus()
    person.answer("close")
    person.press("Ctrl+Return")
    assert "x.exe" in person.asked[-1]
    assert ".." not in person.asked[-1]
    person.answer("save", tmp_path / "tallessa.exe")
    person.press("Ctrl+Return")
    assert (tmp_path / "tallessa.exe").read_bytes() == b"MZ"
    assert desktop.opened == []


def test_a_file_is_opened_as_a_private_copy_after_asking(person: Person, desktop: Desktop, tmp_path: Path) -> None:
    attach(person, written(tmp_path, "raportti.pdf"))
    (item,) = items(person)
    item.summary.setFocus()
    person.answer("cancel")
    person.press("Ctrl+Return")
    assert desktop.opened == []
    person.answer("open")
    person.press("Ctrl+Return")
    (url,) = desktop.opened
    assert url.fileName() == "raportti.pdf"
    assert Path(url.toLocalFile()).read_bytes() == b"%PDF-1.7"
    assert "raportti.pdf" in person.asked[-1]
    person.press("Return")
    tab_to(person, RowAct.SAVE.title)
    person.answer(tmp_path / "kopio.pdf")
    person.press("Space")
    assert (tmp_path / "kopio.pdf").read_bytes() == b"%PDF-1.7"


def test_a_caption_without_a_picture_is_given_one(person: Person, tmp_path: Path) -> None:
    added = person.workspace.register.add(
        {"name": "Osallisuus", "attachments": (Attachment(caption="Valokuva osallisuusseminaarista"),)}
    )
    person.select("Osallisuus")
    (item,) = items(person)
    item.summary.setFocus()
    person.answer(written(tmp_path, "seminaari.png"))
    person.press("Ctrl+Return")
    person.finish_tasks()
    (kept,) = person.shown.attachments
    assert (kept.id, kept.name) == (added.attachments[0].id, "seminaari.png")
    assert kept.caption == "Valokuva osallisuusseminaarista"
    person.press("Ctrl+Z")
    assert person.shown.attachments == added.attachments


def test_progress_is_told_only_when_it_takes_a_while_and_can_be_stopped(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_reading, "SHOWN_AFTER_MS", 0)
    person.workspace.detail.page.form.attachments.reading.say("a.pdf", 0.5)
    assert "50 %" in person.workspace.detail.page.form.attachments.reading.words.text()
    go(person, "add_attachments")
    person.answer([written(tmp_path, "a.pdf")])
    person.workspace.detail.page.form.attachments.add.click()
    person.workspace.detail.page.form.attachments.stop_asked.emit()
    person.finish_tasks()
    assert person.workspace.detail.page.form.attachments.reading.isHidden()
    assert names(person.shown) in ([], ["a.pdf"])


def test_a_register_that_is_closed_while_files_are_read_takes_none(person: Person, tmp_path: Path) -> None:
    path = written(tmp_path, "a.pdf")
    go(person, "add_attachments")
    person.answer([path])
    person.workspace.detail.page.form.attachments.add.click()
    person.workspace.attachments.leave()
    person.finish_tasks()
    assert person.shown.attachments == ()


def test_a_link_is_opened_by_keyboard_and_nonsense_explained(person: Person, desktop: Desktop) -> None:
    go(person, "add_links")
    person.press("Space")
    person.type("javascript:alert(1)")
    person.press("Tab")
    item = person.workspace.detail.page.form.lists[-2].items[0]
    assert "https" in item.editors["address"].error
    for wrong in ("file:///etc/passwd", "ftp://a.fi", "maija(at)pori.fi", "https://"):
        item.editors["address"].widget.setFocus()
        person.press("Ctrl+A")
        person.type(wrong)
        person.press("Tab")
        assert item.editors["address"].error
    item.editors["address"].widget.setFocus()
    person.press("Ctrl+A")
    person.type("https://www.pori.fi/hanke")
    person.press("Escape")
    assert [each.address for each in person.shown.links] == ["https://www.pori.fi/hanke"]
    person.press("Ctrl+Return")
    person.press("Return")
    tab_to(person, RowAct.OPEN_LINK.title)
    person.press("Space")
    assert [url.toString() for url in desktop.opened] == ["https://www.pori.fi/hanke"] * 2


def test_links_of_mail_are_opened_too(person: Person, desktop: Desktop) -> None:
    person.workspace.register.add({"name": "Posti", "links": (Link(address="mailto:kirjaamo@pori.fi"),)})
    person.select("Posti")
    (item,) = person.workspace.detail.page.form.lists[-2].items
    item.summary.setFocus()
    person.press("Ctrl+Return")
    assert [url.scheme() for url in desktop.opened] == ["mailto"]


def test_a_row_removed_elsewhere_while_it_is_written_keeps_its_file(person: Person) -> None:
    register = person.workspace.register
    kept = register.attaching.add(person.shown, [TakenFile("a.pdf", b"%PDF")])
    (item,) = items(person)
    item.summary.setFocus()
    person.press("Return")
    tab_to(person, "caption")
    person.type("Tärkeä")
    register.parts.save(kept, "attachments", ())
    person.press("Tab")
    (again,) = person.shown.attachments
    assert (again.caption, again.sha256) == ("Tärkeä", kept.attachments[0].sha256)
