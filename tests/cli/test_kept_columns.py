"""Tables whose columns the office has kept are read so on the command line too: by their heads, or by a name."""

from __future__ import annotations

from contextlib import closing

import pytest

from hankeapp.domain.mappings import choices
from hankeapp.exchange.reading import read
from hankeapp.services.opening import open_register
from hankeapp.translation import tr

TABLE = "Otsake;Kolmas\r\nUusi uimala;5 000\r\n"


@pytest.fixture
def table(register, desk, tmp_path):
    """A table that nobody would understand, and whose columns are kept."""
    path = tmp_path / "taulukko.csv"
    path.write_text(TABLE, "utf-8")
    columns = read(path.name, path.read_bytes()).columns
    with closing(open_register(register, desk)) as opened:
        opened.mappings.save("Rahoittajan taulukko", columns, choices(columns) | {"Otsake": "name"})
        opened.mappings.save("Muu", [], {"Aivan muu": "name"})
    return path


@pytest.mark.parametrize("said", [[], ["--mapping", "rahoittajan TAULUKKO"]])
def test_kept_columns_are_applied(say, register, table, said):
    told = say("import", register, table, *said, "--json").document
    assert (told["added"], told["mapping"]) == (1, "Rahoittajan taulukko")
    assert told["projects"][0]["name"] == "Uusi uimala"


def test_a_trial_applies_them_too_and_says_so(say, register, table):
    before = register.read_bytes()
    told = tr("The columns were read as they are kept by the name “{name}”.", name="Rahoittajan taulukko")
    assert told in say("import", register, table, "--dry-run").out
    assert register.read_bytes() == before


@pytest.mark.parametrize(("name", "told"), [("eiole", "Rahoittajan taulukko"), ("muu", "--mapping"), ("", "otsikko")])
def test_what_does_not_fit_is_refused_with_a_reason(say, register, table, name, told):
    before = register.read_bytes()
    other = table.with_name("toinen.csv")
    other.write_text("Xyzzy;Plugh\r\nA;B\r\n", "utf-8")
    said = ["--mapping", name] if name else []
    assert told in say("import", register, table if name else other, *said).refusal
    assert register.read_bytes() == before


def test_what_has_no_columns_is_refused(say, register, source, tmp_path, table):
    assert "sivu" in say("import", register, _copied(source, tmp_path), "--mapping", "Muu").refusal
    assert "Muu" in say("import", tmp_path / "uusi.hanke", table, "--mapping", "Muu").refusal
    assert not (tmp_path / "uusi.hanke").exists()


def _copied(source, folder):
    path = folder / "sivu.txt"
    path.write_bytes(source.read_bytes())
    return path
