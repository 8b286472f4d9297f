"""Wrong usage ends with 2 and says in Finnish what is wrong; help is Finnish."""

from __future__ import annotations

import re

import pytest

from hankeapp import __version__
from hankeapp.cli import COMMANDS


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["lits", "r.hanke"], "arvo 'lits' ei kelpaa"),
        (["list"], "puuttuu: REKISTERI"),
        (["end", "r.hanke"], "puuttuu: NUMERO"),
        (["list", "r.hanke", "extra"], "tuntemattomat argumentit: extra"),
        (["list", "r.hanke", "--jso"], "tuntemattomat argumentit: --jso"),
        (["list", "r.hanke", "--query"], "--query: arvo puuttuu"),
        (["list", "r.hanke", "--json=x"], "--json: arvoa 'x' ei voi antaa"),
        (["end", "r.hanke", "H-1", "--on", "2026", "--recorded"], "ei voi käyttää yhdessä valitsimen --on kanssa"),
        (["end", "r.hanke", "H-1", "--outcome", "won"], "mahdolliset: 'completed', 'discontinued'"),
        (["import", "r.hanke", "sivu.doc"], "tiedoston ”sivu.doc” päätteestä ei selviä muoto"),
        (["export", "r.hanke", "x.doc"], "kerro se valitsimella --as ("),
        (["report", "r.hanke", "katsaus.txt"], "nimen pitää päättyä .pdf"),
        (["list", "r.hanke", "--query", "\udcff"], "teksti ei ole UTF-8-muodossa"),
        (["set", "r.hanke", "H-1", "notes=\udcff"], "teksti ei ole UTF-8-muodossa"),
    ],
)
def test_wrong_usage_is_told(say, arguments, what):
    misuse = say(*arguments).misuse
    assert what in misuse
    assert "virhe: " in misuse


def test_help_is_finnish(say):
    said = say("--help")
    assert said.code == 0
    assert said.out.startswith("käyttö: hankeapp")
    for name in COMMANDS:
        helped = say(name, "--help")
        assert helped.code == 0
        assert re.search(rf"^    {name}\s", said.out, re.MULTILINE)
        for heading in ("käyttö:", "argumentit:", "valitsimet:", "näytä tämä ohje", "REKISTERI"):
            assert heading in helped.out
        assert not re.search(r"\b(the|usage|options|arguments|exit)\b", helped.out)


def test_the_version_is_told(say):
    assert say("--version").out == f"hankeapp {__version__}\n"
