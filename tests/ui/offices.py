"""The example register with themes, units and funders on its projects."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.domain.organisations import ListedValue, Organisation, Unit
from hankeapp.domain.parts import Funding
from hankeapp.domain.query import Query
from hankeapp.domain.values import Codes, Key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.services.register import Register

THEMES = ("Elinvoima", "Hyvinvointi ja terveys", "Ympäristö ja ilmasto")
UNITS = ("Konsernihallinto", "Sivistys")
FUNDERS = ("Opetusministeriö", "Ympäristöministeriö")


def equip(register: Register, themes: Sequence[str] = THEMES) -> None:
    """Give every project a theme, a unit and a funder, by turns."""
    projects = register.projects(register.ids(Query()))
    with register.journal.act("Arvot annettiin.") as acting:
        for number, label in enumerate(themes):
            acting.add_shared("listed_value", ListedValue(list="theme", code=f"t{number}", label=label))
        units = [acting.add_shared("unit", Unit(name=name)) for name in UNITS]
        funders = [acting.add_shared("organisation", Organisation(name=name)) for name in FUNDERS]
        new = [
            replace(
                project,
                themes=Codes((f"t{at % len(themes)}",)),
                unit=Key(units[at % len(units)]),
                fundings=(Funding(funder=Key(funders[at % len(funders)])),),
            )
            for at, project in enumerate(projects)
        ]
        acting.change(projects, new)
