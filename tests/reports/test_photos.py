"""Photos on paper: with a text in words, and a broken one never spoils the whole."""

import struct
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import page
import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage

from hankeapp.domain.errors import PrintError
from hankeapp.domain.naming import NO_NAMES
from hankeapp.domain.parts import Attachment
from hankeapp.reports.cards import cards
from hankeapp.reports.head import Edition
from hankeapp.reports.summary import overview
from hankeapp.reports.typesetting import typeset
from tests.reports.seed import seed

TODAY = date(2026, 11, 24)


def png(width: int = 30, height: int = 20) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x10\x60\x70" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def in_colours_of_a_press():
    """A JPEG in CMYK, for which PDF/A wants a profile."""
    image, buffer = QImage(8, 8, QImage.Format.Format_CMYK8888), QBuffer()
    image.fill(0)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "JPG")
    return bytes(QByteArray(buffer.data()).data())


def made(kind, **attachment):
    project = replace(seed()[0], attachments=(Attachment(name="kuva.png", sha256="a", **attachment),))
    projects = [project, seed()[1]]
    edition = Edition(TODAY, contents={"a": png()})
    return overview(projects, edition) if kind == "overview" else cards(projects, edition, NO_NAMES)


def faults(pdf: bytes) -> list[str]:
    profiles = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
    reports = [page.validate_pdf_bytes(pdf, profile=profile) for profile in profiles]
    return [failure.message for report in reports for failure in report.failures]


@pytest.mark.parametrize("kind", ["overview", "cards"])
def test_a_picture_is_printed_with_its_text(kind):
    document = made(kind, caption="Työpaja torilla", alt_text="Ihmisiä pöydän ääressä")
    print_ = typeset(document)
    assert faults(print_.pdf) == []
    assert print_.without_photo == ()
    assert b"/Subtype/Image" in print_.pdf.replace(b" ", b"")
    assert document.told[0].photos[0].alt == "Ihmisiä pöydän ääressä"


@pytest.mark.parametrize("kind", ["overview", "cards"])
def test_a_caption_speaks_for_a_picture_that_has_no_other_text(kind):
    assert made(kind, caption="Työpaja torilla").told[0].photos[0].alt == "Työpaja torilla"


@pytest.mark.parametrize("kind", ["overview", "cards"])
def test_a_picture_without_words_is_left_out_and_told_of(kind):
    print_ = typeset(made(kind))
    assert print_.without_photo == (seed()[0].title,)
    assert b"/Subtype/Image" not in print_.pdf.replace(b" ", b"")


@pytest.mark.parametrize("data", [png()[:50], b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff" + b"x" * 99, b""])
def test_a_broken_picture_spoils_nothing(data):
    project = replace(seed()[0], attachments=(Attachment(name="kuva.png", sha256="a", alt_text="Kuva"),))
    print_ = typeset(overview([project], Edition(TODAY, contents={"a": data})))
    assert faults(print_.pdf) == []
    assert print_.without_photo == (project.title,)


def test_other_attachments_are_no_pictures():
    project = replace(seed()[0], attachments=(Attachment(name="pöytäkirja.pdf", sha256="a", alt_text="Pöytäkirja"),))
    assert typeset(overview([project], Edition(TODAY, contents={"a": b"%PDF-1.7"}))).without_photo == ()


def test_what_is_not_asked_for_is_not_printed():
    project = replace(seed()[0], attachments=(Attachment(name="kuva.png", sha256="a", alt_text="Kuva"),))
    (entry,) = overview([project], Edition(TODAY, contents={"a": png()}), shown=("unit",)).entries
    assert entry.photos == ()


def test_a_picture_in_the_colours_of_a_press_is_left_out_and_told_of():
    project = replace(seed()[0], attachments=(Attachment(name="kuva.jpg", sha256="a", caption="Työpaja"),))
    print_ = typeset(overview([project, seed()[1]], Edition(TODAY, contents={"a": in_colours_of_a_press()})))
    assert print_.without_photo == (project.title,)
    assert faults(print_.pdf) == []


@contextmanager
def full_disk() -> Iterator[None]:
    """No file grows beyond ten bytes."""
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
def test_a_full_disk_is_told_of_and_not_taken_for_a_broken_picture():
    with full_disk(), pytest.raises(PrintError) as told:
        made("overview", alt_text="Kuva")
    assert told.value.sentences[1:] == ("Rekisteri säilyi ennallaan.", "Vapauta levytilaa ja yritä uudelleen.")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
def test_a_disk_that_fills_before_it_is_set_is_told_of():
    document = made("cards", alt_text="Kuva")
    with full_disk(), pytest.raises(PrintError, match="Vapauta levytilaa"):
        typeset(document)
