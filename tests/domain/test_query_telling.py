"""A query in words."""

from __future__ import annotations

from datetime import date

import pytest

from hankeapp.domain.query import View
from hankeapp.domain.query_keys import ABSENT, filter_keys
from hankeapp.domain.query_telling import in_words
from hankeapp.domain.status import Status
from hankeapp.translation import tr

TODAY = date(2026, 11, 24)
KEYS = filter_keys()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("tila:", ""),
        ("joki", tr("“{words}”", words="joki")),
        ("status:active", f"{KEYS['status'].title}: {Status.ACTIVE.label.lower()}"),
        ("päättyy:2026-2027", f"{KEYS['ends'].title}: 2026–2027"),
        ("päättyy:<2027", f"{KEYS['ends'].title}: –2026"),
        ("budjetti:>100000", f"{KEYS['budget'].title}: >100000\N{NO-BREAK SPACE}€"),
        ("-rahoittaja:EU", f"{KEYS['funder'].title}: {tr('not {values}', values='EU')}"),
        ("puuttuu:rahoittaja", f"{ABSENT.title}: {KEYS['funder'].title.lower()}"),
        ("pian", View.SOON.label.lower()),
        ("pian joki", f"{View.SOON.label.lower()}; {tr('“{words}”', words='joki')}"),
        ("kumppani:a,b", f"{KEYS['partner'].title}: {tr('{rest} or {last}', rest='a', last='b')}"),
    ],
)
def test_a_query_in_words(text, words):
    assert in_words(text, TODAY) == words
