"""Who projects are done with: organisations, the city's own units, and the value lists that the office edits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Annotated

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.fields import Field, Group
from hankeapp.domain.values import Key
from hankeapp.translation import mark, tr


class OrganisationKind(Enum):
    """What sort of organisation it is."""

    MUNICIPALITY = "municipality"
    STATE = "state"
    EU = "eu"
    COMPANY = "company"
    ASSOCIATION = "association"
    SCHOOL = "school"
    OTHER = "other"

    @property
    def label(self) -> str:
        return tr(_KIND_LABELS[self])


_KIND_LABELS = {
    OrganisationKind.MUNICIPALITY: mark("Municipality"),
    OrganisationKind.STATE: mark("State authority"),
    OrganisationKind.EU: mark("European Union"),
    OrganisationKind.COMPANY: mark("Company"),
    OrganisationKind.ASSOCIATION: mark("Association"),
    OrganisationKind.SCHOOL: mark("School or university"),
    OrganisationKind.OTHER: mark("Other"),
}


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """Anyone outside the city's own units: a funder, a partner."""

    id: str = ""
    name: Annotated[str, Field(label=mark("Name"), group=Group.PARTNERS, required=True)]
    short_name: Annotated[str, Field(label=mark("Short name"), group=Group.PARTNERS)] = ""
    business_id: Annotated[str, Field(label=mark("Business ID"), group=Group.PARTNERS)] = ""
    kind: Annotated[OrganisationKind | None, Field(label=mark("Kind"), group=Group.PARTNERS)] = None
    country: Annotated[str, Field(label=mark("Country"), group=Group.PARTNERS)] = ""


@dataclass(frozen=True, kw_only=True)
class Unit:
    """A unit of the city under its division; units are renamed and end, and have successors."""

    id: str = ""
    name: Annotated[str, Field(label=mark("Name"), group=Group.BASICS, required=True)]
    division: Annotated[str, Field(label=mark("Division"), group=Group.BASICS)] = ""
    start: Annotated[PartialDate | None, Field(label=mark("From"), group=Group.BASICS)] = None
    end: Annotated[PartialDate | None, Field(label=mark("To"), group=Group.BASICS)] = None
    successor: Annotated[Key | None, Field(label=mark("Successor"), group=Group.BASICS, refers="unit")] = None


@dataclass(frozen=True, kw_only=True)
class ListedValue:
    """An entry of a value list: a theme, a target group, an area. Its code stays when its label is changed."""

    id: str = ""
    list: Annotated[str, Field(label=mark("List"), group=Group.BASICS, editable=False)]
    code: Annotated[str, Field(label=mark("Code"), group=Group.BASICS, editable=False)]
    label: Annotated[str, Field(label=mark("Name"), group=Group.BASICS, required=True)]


THEMES, TARGET_GROUPS, AREAS = "theme", "target_group", "area"
"""The value lists."""
