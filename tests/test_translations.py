"""What the check of the catalogue finds."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract

from hankeapp.domain.fields import fields_of, parts_of
from hankeapp.domain.kinds import CityRole, Kind
from hankeapp.domain.parts import DeadlineKind, PeriodKind, RelationKind, Role
from hankeapp.domain.project import Project
from hankeapp.domain.query import View
from hankeapp.domain.status import Outcome, Status
from hankeapp.translation import PRINTED, counted, speaking, tr, trn
from scripts import translations

if TYPE_CHECKING:
    from pathlib import Path

PLURAL = ("{n} project in {year}", "{n} projects in {year}")


@pytest.mark.parametrize(
    ("text", "finnish", "problem"),
    [
        ("Close", "Sulje", []),
        ("Close", "", ["not translated"]),
        ("Ends {date}", "Päättyy {date}", []),
        ("Ends {date}", "Päättyy", ["placeholders differ"]),
        ("Ends {date}", "Päättyy {päivä}", ["placeholders differ"]),
        ("Ends {date}", "Päättyy {date", ["braces do not pair (expected '}' before end of string)"]),
        ("unknown: %s", "tuntematon", ["placeholders differ"]),
        (PLURAL, ("{n} hanke vuonna {year}", "{n} hanketta vuonna {year}"), []),
        (PLURAL, ("Yksi hanke vuonna {year}", "{n} hanketta vuonna {year}"), []),
        (PLURAL, ("{n} hanke vuonna {year}", ""), ["not translated"]),
        (PLURAL, ("{n} hanke vuonna {year}", "Monta hanketta vuonna {year}"), ["placeholders differ"]),
        (PLURAL, ("{n} {kind}", "{n} hanketta vuonna {year}"), ["placeholders differ"]),
    ],
)
def test_a_translation_is_checked(text, finnish, problem):
    assert list(translations.problems(Message(text, finnish))) == problem


def test_a_draft_is_a_problem():
    assert list(translations.problems(Message("Close", "Sulje", flags=["fuzzy"]))) == ["marked as fuzzy"]


def test_texts_are_taken_from_the_code_with_their_plurals():
    ids = {translations.forms(message.id) for message in translations.texts(translations.extracted())}
    assert ("Project name",) in ids
    assert any(len(forms) == 2 for forms in ids)


def test_the_catalogue_compiles_to_what_gettext_reads():
    import gettext
    import io

    catalogue = translations.written("fi")
    read = gettext.GNUTranslations(io.BytesIO(translations.mo_bytes(catalogue)))
    assert read.gettext("Active") == "Aktiivinen"


def printed_texts() -> set[str]:
    """What a document tells in words of the program: of the reports' own, of declared fields, and of choices."""
    found = set()
    for path in sorted((translations.ROOT / "hankeapp" / "reports").glob("*.py")):
        if path.name != "typesetting.py":  # it only refuses, in the language of the window
            found |= extracted_from(path)
    for kind in (Project, *(part.type for part in parts_of(Project))):
        declared = [*fields_of(kind), *(parts_of(kind) if kind is Project else ())]
        found |= {each.label for each in declared}
    return found


def extracted_from(path: Path) -> set[str]:
    with path.open("rb") as file:
        messages = [message for _, message, *_ in extract("python", file, keywords=translations.KEYWORDS)]
    return {message if isinstance(message, str) else message[0] for message in messages}


def test_what_is_printed_is_said_in_swedish():
    held = {translations.forms(message.id)[0] for message in translations.texts(translations.written("sv"))}
    assert printed_texts() - held == set()


@pytest.mark.parametrize(
    "choices", [Kind, CityRole, Status, Outcome, Role, PeriodKind, DeadlineKind, RelationKind, View]
)
def test_choices_are_said_in_swedish_and_english(choices):
    said = {}
    for language in PRINTED:
        with speaking(language):
            said[language] = [choice.label for choice in choices]
    assert not {*said["fi"]} & {*said["sv"]} - SAME
    assert not {*said["en"]} & {*said["fi"]}


SAME = {"Partner"}


def test_a_language_is_spoken_only_as_long_as_it_is_asked_for():
    with speaking("sv"):
        assert tr("Status") == "Status"
        with ThreadPoolExecutor(1) as other:
            assert other.submit(tr, "Status").result() == "Tila"
    assert tr("Status") == "Tila"


def test_counts_from_a_thousand_are_grouped_and_stay_in_one_piece():
    assert [counted(n) for n in (999, 1000, 10_000)] == ["999", "1\N{NO-BREAK SPACE}000", "10\N{NO-BREAK SPACE}000"]
    assert trn("{n} project", "{n} projects", 10_000) == "10\N{NO-BREAK SPACE}000 hanketta"
