"""The office's name and logo: set in the register as acts, printed as of the day that is known, carried as JSON."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.errors import FieldError, FileError, ReadOnlyRegister
from hankeapp.domain.export_formats import ExportFormat
from hankeapp.domain.query import Query, Sort
from hankeapp.reports.typesetting import typeset
from hankeapp.services import opening
from hankeapp.services.exporting import Export, export
from hankeapp.services.printing import ReportKind, Wish, document_of
from tests.reports.test_photos import png

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hankeapp.reports.typesetting import Print
    from hankeapp.services.past import Past
    from hankeapp.services.register import Register

VILLE = Desk("Ville", Clock.standing(2026, 11, 25))
TABLE = Wish(Query(sorts=(Sort("number"),)), ReportKind.TABLE)


class Hands:
    """A clock that is set by hand."""

    now = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def register(tmp_path: Path, hands: Hands) -> Iterator[Register]:
    with closing(opening.create(tmp_path / "r.hanke", Desk("Maija", Clock(lambda: hands.now)))) as register:
        register.add({"name": "Jokiranta"})
        yield register


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    path = tmp_path / "vaakuna.png"
    path.write_bytes(png())
    return path


def printed(source: Register | Past, wish: Wish = TABLE) -> Print:
    return typeset(document_of(source, wish))


def test_each_change_is_an_act_that_is_told_of_and_taken_back(register: Register, logo: Path) -> None:
    heads = register.letterheads
    heads.name("  Porin   kaupunki ")
    heads.name("Porin kaupunki")
    heads.take_logo(logo)
    heads.describe("Porin vaakuna")
    now = register.letterhead()
    assert (now.name, now.alt_text, heads.logo()) == ("Porin kaupunki", "Porin vaakuna", logo.read_bytes())
    told = [each for each in register.history() if each.table == "letterhead"]
    assert [(each.field, each.old, each.new) for each in told[:2]] == [
        ("alt_text", "", "Porin vaakuna"),
        ("sha256", "", now.sha256[:12]),
    ]
    assert {each.actor for each in told} == {"Maija"}
    heads.remove_logo()
    assert heads.logo() is None
    register.journal.undo()
    assert register.letterhead() == now
    heads.name("Ulvilan kaupunki")
    renamed = next(each for each in register.history() if each.field == "name")
    register.restore(renamed)
    assert register.letterhead() == now
    assert register.faults() == []


def test_another_logo_is_not_described_by_the_words_of_the_first(register: Register, logo: Path) -> None:
    register.letterheads.take_logo(logo)
    register.letterheads.describe("Porin vaakuna")
    register.letterheads.take_logo(logo)
    assert register.letterhead().alt_text == "Porin vaakuna"
    logo.write_bytes(png(40, 40))
    register.letterheads.take_logo(logo)
    assert register.letterhead().alt_text == ""


def test_a_past_day_is_printed_by_the_letterhead_of_that_day_to_the_byte(
    register: Register, logo: Path, hands: Hands
) -> None:
    register.letterheads.name("Porin kaupunki")
    register.letterheads.take_logo(logo)
    then = printed(register).pdf
    hands.now = datetime(2026, 12, 24, 12, tzinfo=UTC)
    register.letterheads.name("Porin kaupunki, hanketoimisto")
    logo.write_bytes(png(60, 20))
    register.letterheads.take_logo(logo)
    past = register.past(known=date(2026, 11, 24))
    assert (past.letterhead().name, register.letterhead().name) == ("Porin kaupunki", "Porin kaupunki, hanketoimisto")
    assert printed(past).pdf == then
    register.letterheads.remove_logo()
    register.empty_trash()
    hands.now = datetime(2027, 2, 1, 12, tzinfo=UTC)
    assert printed(register.past(known=date(2026, 11, 24))).pdf == then


def test_another_publisher_is_printed_where_one_is_asked_for(register: Register) -> None:
    register.letterheads.name("Porin kaupunki")
    assert document_of(register, TABLE).head.office == "Porin kaupunki"
    assert document_of(register, replace(TABLE, office="Porin Vesi")).head.office == "Porin Vesi"


def test_it_is_carried_to_another_register(register: Register, logo: Path, tmp_path: Path) -> None:
    register.letterheads.name("Porin kaupunki")
    register.letterheads.take_logo(logo)
    register.letterheads.describe("Porin vaakuna")
    path = tmp_path / "r.json"
    export(register, Export(ExportFormat.JSON, register.ids(Query())), path)
    with closing(opening.create_whole(tmp_path / "b.hanke", path, VILLE)) as other:
        assert other.letterhead() == register.letterhead()
        assert other.letterheads.logo() == logo.read_bytes()
    document = json.loads(path.read_text("utf-8"))
    document["contents"] = {}
    path.write_text(json.dumps(document), "utf-8")
    with closing(opening.create_whole(tmp_path / "c.hanke", path, VILLE)) as other:
        assert printed(other).without_logo


def test_a_logo_that_is_gone_is_told_of_in_every_document(register: Register, logo: Path, tmp_path: Path) -> None:
    register.letterheads.take_logo(logo)
    asked = Export(ExportFormat.DOCX, register.ids(Query()))
    assert not printed(register).without_logo
    assert export(register, asked, tmp_path / "a.docx").remarks == ()
    key = register.letterhead().sha256
    with register._store.write() as writing:
        writing._connection.exec_driver_sql("UPDATE content SET data = x'00' WHERE sha256 = ?", (key,))
    for kind in ReportKind:
        assert printed(register, replace(TABLE, kind=kind)).without_logo
    assert len(export(register, asked, tmp_path / "b.docx").remarks) == 1


HOSTILE = {
    "an empty file": b"",
    "a text": b"Vaakuna",
    "a drawing": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "half a picture": png()[:60],
    "only a signature": png()[:8],
    "a million million pixels": png()[:16] + b"\x00\x0f\x42\x40" * 2 + png()[24:],
    "too many bytes": png() + bytes(8 * 1024 * 1024),
    "a JPEG without a picture": b"\xff\xd8\xff\xe0\x00\x04ab\xff\xda",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_what_cannot_be_printed_is_not_taken(register: Register, logo: Path, data: bytes) -> None:
    logo.write_bytes(data)
    with pytest.raises(FileError):
        register.letterheads.take_logo(logo)
    assert register.letterheads.logo() is None


def test_a_name_that_cannot_stand_keeps_the_old_one(register: Register) -> None:
    register.letterheads.name("Porin kaupunki")
    for name in ("x" * 501, "a\ud800"):
        with pytest.raises(FieldError):
            register.letterheads.name(name)
    assert register.letterhead().name == "Porin kaupunki"


def test_a_register_that_is_only_read_keeps_its_letterhead(register: Register) -> None:
    with (
        closing(opening.open_register(register.path, Desk("Ville", Clock()), reading=True)) as reading,
        pytest.raises(ReadOnlyRegister),
    ):
        reading.letterheads.name("Pori")
