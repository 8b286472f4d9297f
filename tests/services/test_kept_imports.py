"""Imports that are half-way: kept on disk with all that was decided, and taken up beside the register as it is then."""

from datetime import UTC, datetime

import pytest

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.errors import FileError
from hankeapp.domain.kinds import Kind
from hankeapp.domain.values import Cents, Labels, Named
from hankeapp.services.decisions import take_up
from hankeapp.services.import_entries import Verdict
from hankeapp.services.import_sources import ImportSource
from hankeapp.services.kept_imports import KeptImports

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
PAGE = ImportSource(
    "hankkeet.txt",
    "Aktiiviset hankkeet:\n\nSatama-hanke (2024-2026): Valoja.\n\nJoki: Vettä.\n\nKoulu-hanke 2025: Opetusta.".encode(),
)


@pytest.fixture
def kept(tmp_path):
    return KeptImports(tmp_path / "imports")


def prepared(register, source=PAGE):
    return register.intake.prepare(source.read())


def again(register, kept):
    """The import as it is when it is taken up, and of how many projects it was not decided as before."""
    review = prepared(register)
    return review, take_up(review, kept.of(PAGE).decisions, register.titles.match)


def test_everything_that_was_decided_is_there_again(register, kept):
    review = prepared(register)
    review.accept(0)
    review.leave_out(1)
    corrections = review.entries[2].corrections.write("name", "Kouluhanke").write("end", PartialDate(2027, 5))
    corrections = corrections.write("unit", Named("Sivistys")).write("acronym", "")
    review.correct(2, corrections.hold("start", "31.2."))
    kept.keep(PAGE, review, None, NOW)
    found, changed = again(register, KeptImports(kept._folder))
    assert changed == 0
    assert [each.verdict for each in found.entries] == [Verdict.ACCEPTED, Verdict.LEFT_OUT, Verdict.OPEN]
    told = {each.field: each.value for each in found.entries[2].findings}
    assert (told["name"], told["end"], found.entries[2].corrections.unread) == (
        "Kouluhanke",
        PartialDate(2027, 5),
        {"start": "31.2."},
    )
    (only,) = KeptImports(kept._folder).all()
    assert (only.source, only.settled, only.of, only.moment) == (PAGE, 2, 3, NOW)


def test_values_of_every_kind_are_written_and_read(register, kept):
    review = prepared(register)
    values = {
        "themes": Labels(("Vesi", "Valo")),
        "budget_whole": Cents(1200),
        "kind": Kind.PILOT,
        "unit": Named("Tekninen"),
    }
    corrections = review.entries[0].corrections
    for key, value in values.items():
        corrections = corrections.write(key, value)
    review.correct(0, corrections)
    kept.keep(PAGE, review, {"Nimi": "name"}, NOW)
    assert kept.of(PAGE).columns == {"Nimi": "name"}
    found, _ = again(register, kept)
    assert found.entries[0].corrections.written == values
    assert {type(each) for each in found.entries[0].corrections.written.values()} == {Labels, Cents, Kind, Named}


def test_a_changed_register_is_compared_anew(register, kept):
    satama = register.add({"name": "Satama", "end": PartialDate(2025)})
    joki = register.add({"name": "Muu", "acronym": "M"})
    review = prepared(register)
    assert review.entries[0].target.id == satama.id
    review.accept(0)
    review.match(1, register.titles.match(joki.id))
    review.accept(1)
    review.accept(2)
    kept.keep(PAGE, review, None, NOW)
    found, changed = again(register, kept)
    assert (changed, [each.verdict for each in found.entries]) == (0, [Verdict.ACCEPTED] * 3)
    assert found.entries[1].target.id == joki.id
    register.save(satama, {"end": PartialDate(2030)})
    register.throw_away([joki.id])
    register.add({"name": "Koulu-hanke"})
    found, changed = again(register, kept)
    assert (changed, [each.verdict for each in found.entries]) == (3, [Verdict.OPEN] * 3)
    assert next(each.old for each in found.entries[0].findings if each.field == "end") == PartialDate(2030)


def test_of_two_that_would_update_one_project_the_first_is_accepted(register, kept):
    satama = register.add({"name": "Satama"})
    review = prepared(register)
    review.match(1, register.titles.match(satama.id))
    for at in (0, 1):
        review.decide(at, Verdict.ACCEPTED)
    kept.keep(PAGE, review, None, NOW)
    found, changed = again(register, kept)
    assert (changed, [each.verdict for each in found.entries]) == (1, [Verdict.ACCEPTED, Verdict.OPEN, Verdict.OPEN])


def test_a_source_that_is_read_otherwise_loses_only_what_was_decided_of_that(register, kept):
    review = prepared(register)
    review.accept(0)
    kept.keep(PAGE, review, None, NOW)
    other = ImportSource("hankkeet.txt", PAGE.data.replace(b"Valoja", b"Laiturit"))
    assert kept.of(other) is None
    found = prepared(register, other)
    assert take_up(found, kept.of(PAGE).decisions, register.titles.match) == 1
    assert found.entries[0].verdict is Verdict.OPEN


def test_what_was_taken_in_meanwhile_is_known(register, kept):
    review = prepared(register)
    review.accept(0)
    review.correct(1, review.entries[1].corrections.write("name", "Kokemäenjoki"))
    kept.keep(PAGE, review, None, NOW)
    register.intake.carry_out(review)
    found, changed = again(register, kept)
    assert (changed, found.settled, found.accepted) == (0, 1, [])
    assert found.entries[1].title.endswith("Kokemäenjoki")


def test_what_was_taken_in_or_dropped_goes(register, kept):
    kept.keep(PAGE, prepared(register), None, NOW)
    kept.forget(PAGE)
    assert (kept.of(PAGE), kept.all(), list(kept._folder.iterdir())) == (None, [], [])


OF_OTHER_SHAPES = b'{"name": "x", "said": null, "moment": "2026-11-24", "settled": 0, "of": 0, "columns": ["x"]}'


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"decisions": [{"order": 1}]}', OF_OTHER_SHAPES])
def test_what_cannot_be_read_is_set_aside_and_told(register, kept, content):
    kept.keep(PAGE, prepared(register), None, NOW)
    (path,) = kept._folder.glob("*.json")
    path.write_bytes(content)
    assert kept.all() == []
    assert kept.damage is not None
    assert [each.suffix for each in sorted(kept._folder.iterdir())] == [".damaged", ".source"]


def test_a_full_disk_is_told_of(register, tmp_path):
    (tmp_path / "imports").write_bytes(b"")
    with pytest.raises(FileError):
        KeptImports(tmp_path / "imports").keep(PAGE, prepared(register), None, NOW)
