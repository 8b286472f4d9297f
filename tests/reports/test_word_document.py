"""The overview for Word, read from its XML: headings in their order, language, the table's head, texts for pictures."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from lxml import etree

from hankeapp.domain.parts import Attachment
from hankeapp.domain.project import Project, ProjectId
from hankeapp.domain.status import Status
from hankeapp.reports.head import Edition
from hankeapp.reports.summary import overview
from hankeapp.reports.word_document import WordDocument
from hankeapp.translation import speaking
from tests.strategies import several_projects

if TYPE_CHECKING:
    from collections.abc import Sequence

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = b"".join(
    (
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)),
        _chunk(b"IDAT", zlib.compress(b"\x00" + bytes(6) + b"\x00" + bytes(6))),
        _chunk(b"IEND", b""),
    )
)
KEY = sha256(PNG).hexdigest()
TODAY = date(2026, 11, 24)
PROJECT = Project(
    id=ProjectId("a"),
    number="H-2026-001",
    name="Perhonen",
    public_text="Niityille tehdään tilaa.\n\nToinen kappale.",
    results="Sata niittyä.",
    attachments=(Attachment(id="b", name="niitty.png", sha256=KEY, caption="Niitty", alt_text="Kukkiva niitty."),),
)


def parts(projects: Sequence[Project], contents: dict[str, bytes] | None = None) -> dict[str, Any]:
    document = WordDocument(overview(projects, Edition(TODAY, "Porin kaupunki", contents=contents or {})))
    with zipfile.ZipFile(io.BytesIO(document.bytes())) as packed:
        return {name: etree.fromstring(packed.read(name)) for name in packed.namelist() if name.endswith(".xml")}


def headings(document: Any) -> list[tuple[str, str]]:
    found = []
    for paragraph in document.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val").startswith(("Heading", "Title")):
            found.append((style.get(f"{W}val"), "".join(paragraph.itertext())))
    return found


def test_headings_are_headings_and_go_down_in_steps() -> None:
    found = headings(parts([PROJECT, replace(PROJECT, status=Status.ENDED, name="Vanha")])["word/document.xml"])
    assert [style for style, _ in found] == [
        "Title", "Heading1", "Heading1", "Heading2", "Heading3", "Heading1", "Heading2", "Heading3",
    ]  # fmt: skip
    assert found[3][1] == "Perhonen"


def test_the_language_is_told() -> None:
    packed = parts([PROJECT])
    assert {each.get(f"{W}val") for each in packed["word/styles.xml"].iter(f"{W}lang")} == {"fi-FI"}
    assert "fi-FI" in "".join(packed["docProps/core.xml"].itertext())
    with speaking("sv"):
        assert {each.get(f"{W}val") for each in parts([PROJECT])["word/styles.xml"].iter(f"{W}lang")} == {"sv-FI"}


def test_the_head_of_the_table_is_repeated() -> None:
    (table,) = parts([PROJECT])["word/document.xml"].iter(f"{W}tbl")
    first, *others = table.iter(f"{W}tr")
    assert first.find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in others)
    assert len(others) == 1


def test_a_picture_has_its_text() -> None:
    packed = parts([PROJECT], {KEY: PNG})["word/document.xml"]
    (picture,) = packed.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    assert picture.get("descr") == "Kukkiva niitty."
    assert "Niitty" in "".join(packed.itertext())


def test_the_logo_comes_first_with_its_text() -> None:
    edition = Edition(TODAY, "Porin kaupunki", contents={KEY: PNG}, logo=KEY, logo_text="Porin vaakuna")
    document = WordDocument(overview([replace(PROJECT, attachments=())], edition))
    with zipfile.ZipFile(io.BytesIO(document.bytes())) as packed:
        told = etree.fromstring(packed.read("word/document.xml"))
    (picture,) = told.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    assert picture.get("descr") == "Porin vaakuna"
    assert next(told.iter(f"{W}p")) in picture.iterancestors()
    assert not document.is_without_logo


def test_a_broken_picture_is_left_out_and_told() -> None:
    broken = PNG[:20]
    key = sha256(broken).hexdigest()
    project = replace(PROJECT, attachments=(replace(PROJECT.attachments[0], sha256=key),))
    document = WordDocument(overview([project], Edition(TODAY, contents={key: broken})))
    assert document.bytes()
    assert document.without_photo == ["Perhonen"]


def test_it_says_what_the_paper_says() -> None:
    told = overview([PROJECT], Edition(TODAY, "Porin kaupunki"))
    text = "".join(parts([PROJECT])["word/document.xml"].itertext())
    assert all(part in text for entry in told.entries for part in entry.texts)
    assert "Porin kaupunki" in text


@settings(max_examples=15)
@given(several_projects(3))
def test_any_projects_can_be_written(projects: list[Project]) -> None:
    assert parts(projects)
