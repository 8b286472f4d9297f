"""What was read of a project beside what the register has of it, field by field and row by row."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from hankeapp.domain.fields import field_of, fields_of, parts_of
from hankeapp.domain.project import Project
from hankeapp.domain.proposals import Certainty, Suggestion
from hankeapp.domain.status import Status, step
from hankeapp.domain.values import Codes
from hankeapp.services.corrections import NO_CORRECTIONS
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hankeapp.domain.fields import Field, Part
    from hankeapp.domain.proposals import Proposal
    from hankeapp.services.corrections import Corrections
    from hankeapp.services.directory import KnownNames

PARTS = {part.name: part for part in parts_of(Project)}
_NOT_TAKEN = frozenset({"number", "page_order"})
"""Fields that tell which project it is, and are given by the register."""
_SIGNS: dict[str, tuple[tuple[str, ...], ...]] = {
    "events": (("target", "effective"),),
    "periods": (("kind", "start", "end"), ("kind", "concerns")),
    "deadlines": (("kind", "due"),),
    "fundings": (("code",), ("application",), ("funder", "fund", "programme")),
    "participations": (("role", "organisation"),),
    "contacts": (("email",), ("name",), ("title", "name")),
    "decisions": (("diary_number",), ("body", "day")),
    "links": (("address",),),
    "attachments": (("sha256",), ("caption",)),
    "relations": (("kind", "name"),),
}
"""What a row of each part is known by, the strongest first."""


@dataclass(frozen=True)
class Finding:
    """A value that was read, with what the register has in its place: None where it has nothing.

    `key` tells it from the others of its project: a field's name, of a row with its place among them.
    """

    key: str
    suggestion: Suggestion
    value: Any
    old: Any = None
    is_news: bool = True
    """False where the source said the same before: what the register has in its place since then stays."""

    @property
    def field(self) -> str:
        return self.suggestion.field

    @property
    def part(self) -> Part | None:
        """The part that it is a row of, or None."""
        return PARTS.get(self.field)

    @property
    def declared(self) -> Field | Part:
        """What is declared of its field."""
        return self.part or field_of(Project, self.field)

    @property
    def is_certain(self) -> bool:
        return self.suggestion.certainty is Certainty.CERTAIN

    @property
    def is_change(self) -> bool:
        """Whether the register would have something else."""
        return self.is_news and self.value != self.old


def merged(old: Any, row: Any, base: Any = None) -> Any:
    """A row of the register with what was read of it; what was not read stays, and what is as it was in `base`.

    The id of a row told it from others; the register gives a new row its own.
    """
    if old is None:
        return replace(row, id="")
    kind: type = type(row)
    names = [field.name for field in fields_of(kind)]
    told = {name: getattr(row, name) for name in names if base is None or getattr(row, name) != getattr(base, name)}
    return replace(old, **{name: value for name, value in told.items() if value not in (None, "", 0)})


def findings(
    proposal: Proposal,
    target: Project | None,
    known: KnownNames,
    before: Sequence[Suggestion] = (),
    corrections: Corrections = NO_CORRECTIONS,
) -> tuple[Finding, ...]:
    """What a proposal says, as a person corrected it, beside a project if it is one.

    `before` is what the same source said of it earlier.
    """
    told = list(corrections.applied(told_by_key(proposal).items()))
    keyed = [(key, each, _keyed(each, known, proposal.paragraph)) for key, each in told]
    if target is None:
        new = (merged(None, value) if each.field in PARTS else value for _, each, value in keyed)
        return tuple(Finding(key, each, value) for (key, each, _), value in zip(keyed, new, strict=True))
    earlier = {(each.field, each.value) for each in before}
    rows: list[Any] = [_keyed(each, known, "") for each in before if each.field in PARTS]
    bases = {row.id: row for row in rows if row.id}
    left = {name: list(getattr(target, name)) for name in PARTS}

    def compared(each: Suggestion, value: Any) -> tuple[Any, Any, bool]:
        is_news = each.is_by_person or (each.field, each.value) not in earlier
        if each.field in PARTS:
            old = _taken_row(each.field, value, left[each.field])
            return merged(old, value, bases.get(value.id)), old, is_news
        return *_compared(each.field, value, target, is_paragraph=proposal.is_paragraph), is_news

    return tuple(Finding(key, each, *compared(each, value)) for key, each, value in keyed)


def told_by_key(proposal: Proposal) -> dict[str, Suggestion]:
    """All that is said of a project by the keys of findings; of a field that is told twice, the first."""
    count: Counter[str] = Counter()
    told: dict[str, Suggestion] = {}
    for each in _told(proposal):
        count[each.field] += 1
        told.setdefault(f"{each.field}#{count[each.field]}" if each.field in PARTS else each.field, each)
    return told


def _compared(field: str, value: Any, target: Project, *, is_paragraph: bool) -> tuple[Any, Any]:
    old = getattr(target, field)
    if field == "status" and (old is Status.ENDED or step(old, value) is None):
        # A source ends and starts projects, and takes none back.
        return old, old
    if isinstance(value, Codes) and (is_paragraph or set(value) == set(old)):
        # Prose names some of a project's areas, and never says that there are no others.
        return type(value)(dict.fromkeys((*old, *value))) if set(value) - set(old) else old, old
    return value, old or None if old == "" else old


def _told(proposal: Proposal) -> list[Suggestion]:
    """All that is said of a project: the heading's status and the paragraph are said too."""
    told = [each for each in proposal.suggestions if each.field not in _NOT_TAKEN and each.value is not None]
    if proposal.status is not None:
        reason = tr("The heading above it says so.") if proposal.is_paragraph else ""
        told.append(Suggestion(field="status", value=proposal.status, span=(0, 0), reason=reason))
    if proposal.is_paragraph:
        told.append(Suggestion(field="public_text", value=proposal.text, span=(0, len(proposal.text))))
    return told


def _keyed(suggestion: Suggestion, known: KnownNames, text: str) -> Any:
    is_row = suggestion.field in PARTS
    given = (suggestion.value,) if is_row else suggestion.value
    keyed = known.keyed({suggestion.field: given}, text)[suggestion.field]
    return keyed[0] if is_row and isinstance(keyed, tuple) else keyed


def _taken_row(part: str, row: Any, left: list[Any]) -> Any:
    """The register's row that a row is, taken out of those that are left; None where it has none."""
    for sign in (("id",), *_SIGNS[part]):
        told = [getattr(row, name) for name in sign]
        if not any(value not in (None, "") for value in told):
            continue
        for at, old in enumerate(left):
            if [getattr(old, name) for name in sign] == told:
                return left.pop(at)
    return None
