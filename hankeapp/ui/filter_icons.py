"""The icons of filters, by the name that a filter has."""

from __future__ import annotations

from hankeapp.domain.query_keys import FilterKind, filter_keys

_ICONS = {
    "status": "circle-dot",
    "unit": "building-2",
    "theme": "tag",
    "target": "tag",
    "area": "tag",
    "kind": "layers",
    "contact": "info",
    "link": "link",
    "missing": "circle",
    "has": "circle-check",
}
_BY_KIND = {
    FilterKind.DATE: "calendar",
    FilterKind.RUNNING: "calendar",
    FilterKind.AMOUNT: "landmark",
}


def filter_icon(name: str) -> str:
    """The icon of a filter."""
    return _ICONS.get(name) or _BY_KIND.get(filter_keys()[name].kind, "landmark" if name in _MONEY else "search")


_MONEY = frozenset({"funder", "fund", "authority", "programme", "instrument", "funding"})
