"""What the check of the catalogue finds."""

from __future__ import annotations

import pytest
from babel.messages.catalog import Message

from scripts import translations

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

    catalogue = translations.written()
    read = gettext.GNUTranslations(io.BytesIO(translations.mo_bytes(catalogue)))
    assert read.gettext("Active") == "Aktiivinen"
