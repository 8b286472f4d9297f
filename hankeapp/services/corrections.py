"""What a person wrote or chose in place of what was read off a source, by the keys of findings."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from hankeapp.domain.fields import field_of, parts_of
from hankeapp.domain.project import Project
from hankeapp.domain.proposals import Alternative, Certainty, Suggestion
from hankeapp.translation import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hankeapp.domain.fields import Field

CHOSEN = mark("You chose this.")
WRITTEN = mark("You wrote this.")
_PARTS = {part.name: part.type for part in parts_of(Project)}
_NOWHERE = (0, 0)


@dataclass(frozen=True)
class Corrections:
    """Of one project of a source. A key is that of a finding; of a field in a row of a part, `fundings#1.funder`.

    `chosen` are places among the values that the source offers: 0 for the likeliest, from 1 its alternatives. `written`
    are values, None for an emptied field; `unread` is what stands in a field and is no value.
    """

    chosen: Mapping[str, int] = field(default_factory=dict)
    written: Mapping[str, object] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)

    def choose(self, key: str, at: int) -> Corrections:
        """One of the source's values, in place of what was written."""
        return Corrections({**self.chosen, key: at}, _without(self.written, key), _without(self.unread, key))

    def write(self, key: str, value: object) -> Corrections:
        """A value of the person's own; nothing for an emptied field."""
        value = None if value in ("", ()) else value
        return replace(self.hold(key, ""), written={**self.written, key: value})

    def hold(self, key: str, content: str) -> Corrections:
        """What is written and cannot be read; empty once it is gone."""
        unread = {each: text for each, text in self.unread.items() if each != key}
        return replace(self, unread={**unread, key: content} if content else unread)

    def applied(self, told: Iterable[tuple[str, Suggestion]]) -> Iterator[tuple[str, Suggestion]]:
        """What the source tells, each by its key, as the person wants it; what they emptied says nothing."""
        left = {key: value for key, value in self.written.items() if "#" not in key}
        for key, suggestion in told:
            corrected = self._corrected(key, suggestion)
            left.pop(key, None)
            if corrected.value is not None:
                yield key, corrected
        for key, value in left.items():
            if value is not None:
                yield key, _by_person(Suggestion(field=key, value=value, span=_NOWHERE), value, WRITTEN)

    def _corrected(self, key: str, suggestion: Suggestion) -> Suggestion:
        at = self.chosen.get(key)
        if at is not None:
            each = offered(suggestion)[at]
            suggestion = _by_person(replace(suggestion, span=each.span), each.value, CHOSEN)
        own = {each: value for each, value in self.written.items() if each == key or each.startswith(f"{key}.")}
        if key in own:
            return _by_person(suggestion, own[key], WRITTEN)
        if own:
            return _by_person(suggestion, _rewritten(suggestion.value, own), WRITTEN)
        return suggestion


NO_CORRECTIONS = Corrections()


def declared_of(key: str) -> Field:
    """The field that a key of a correction is of."""
    finding, _, name = key.partition(".")
    if not name:
        return field_of(Project, finding)
    return field_of(_PARTS[finding.partition("#")[0]], name)


def offered(suggestion: Suggestion) -> tuple[Alternative, ...]:
    """The values that the source may mean, the likeliest first."""
    first = Alternative(value=suggestion.value, span=suggestion.span, reason=suggestion.reason)
    return (first, *suggestion.alternatives)


def _without(kept: Mapping[str, Any], key: str) -> dict[str, Any]:
    """What is kept of other findings, and of other rows."""
    return {each: value for each, value in kept.items() if each.partition(".")[0] != key}


def _rewritten(row: Any, own: Mapping[str, object]) -> Any:
    """A row of a part with fields as a person wrote them; an emptied one is as if it had not been told."""
    empty = {each.name: None if each.default is MISSING else each.default for each in fields(row)}
    named = {key.partition(".")[2]: value for key, value in own.items()}
    return replace(row, **{name: empty[name] if value is None else value for name, value in named.items()})


def _by_person(suggestion: Suggestion, value: object, reason: str) -> Suggestion:
    return replace(suggestion, value=value, certainty=Certainty.CERTAIN, reason=tr(reason), is_by_person=True)
