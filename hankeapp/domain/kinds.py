"""What sort of undertaking a project is, and what the city does in it."""

from __future__ import annotations

from enum import Enum

from hankeapp.translation import mark, tr


class Kind(Enum):
    """What sort of undertaking it is, by the office's words."""

    PROJECT = "project"
    DEVELOPMENT = "development"
    INVESTMENT = "investment"
    STUDY = "study"
    PILOT = "pilot"
    PROGRAMME = "programme"
    CAMPAIGN = "campaign"
    NETWORK = "network"
    SERVICE = "service"
    OTHER = "other"

    @property
    def label(self) -> str:
        return tr(_KIND_LABELS[self])

    @property
    def english(self) -> str:
        """The label that the others are translated from."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    Kind.PROJECT: mark("Project"),
    Kind.DEVELOPMENT: mark("Development project"),
    Kind.INVESTMENT: mark("Investment project"),
    Kind.STUDY: mark("Study"),
    Kind.PILOT: mark("Pilot"),
    Kind.PROGRAMME: mark("Programme"),
    Kind.CAMPAIGN: mark("Campaign"),
    Kind.NETWORK: mark("Network"),
    Kind.SERVICE: mark("Operating model or service"),
    Kind.OTHER: mark("Other"),
}


class CityRole(Enum):
    """What the city does in a project."""

    LEAD = "lead"
    IMPLEMENTER = "implementer"
    CO_IMPLEMENTER = "co_implementer"
    PARTNER = "partner"
    CO_FUNDER = "co_funder"
    GRANTEE = "grantee"
    MEMBER = "member"

    @property
    def label(self) -> str:
        return tr(_CITY_ROLE_LABELS[self])

    @property
    def english(self) -> str:
        """The label that the others are translated from."""
        return _CITY_ROLE_LABELS[self]


_CITY_ROLE_LABELS = {
    CityRole.LEAD: mark("Lead implementer"),
    CityRole.IMPLEMENTER: mark("Implementer"),
    CityRole.CO_IMPLEMENTER: mark("Co-implementer"),
    CityRole.PARTNER: mark("Partner"),
    CityRole.CO_FUNDER: mark("Co-funder"),
    CityRole.GRANTEE: mark("Grantee"),
    CityRole.MEMBER: mark("Network member"),
}
