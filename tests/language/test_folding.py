"""Texts that a person takes for alike fold to the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankeapp.language.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ilmastokestävät", "ilmastokestavat"),
        ("ILMASTOKESTÄVÄT", "ilmastokestavat"),
        ("Ähtäri, Åbo ja Öland", "ahtari, abo ja oland"),
        ("URBACT\u00a0iPlace", "urbact iplace"),
        ("  rivi\r\n\ttoinen\u2003kolmas ", "rivi toinen kolmas"),
        ("2024–2026", "2024-2026"),
        ("2024\u22122026", "2024-2026"),
        ("kehittä\u00admis\u200bhanke", "kehittamishanke"),
        ("a\u0308iti", "aiti"),
        ("Straße, Łódź, Ørsted, Žižkov", "strasse, lodz, orsted, zizkov"),
        ("”Osaava” ja ’arki’", "\"osaava\" ja 'arki'"),
        ("ﬁnaali", "finaali"),
        ("", ""),
        ("\u00a0", ""),
    ],
)
def test_alike(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ 0123456789-–"))
def test_case_and_dots_do_not_matter(text):
    without_dots = text.translate(str.maketrans("åäöÅÄÖ", "aaoAAO"))
    assert fold(text) == fold(text.upper()) == fold(text.lower()) == fold(without_dots)


@given(st.text(), st.text())
def test_words_fold_one_by_one(left, right):
    assert fold(f"{left} {right}") == " ".join(filter(None, (fold(left), fold(right))))
