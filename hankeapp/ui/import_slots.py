"""What the form of an import asks of one project: a slot for each field that was looked for or found, in form order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hankeapp.domain.dates import interval_text
from hankeapp.domain.fields import Field, Group, field_of, fields_of
from hankeapp.domain.project import Project
from hankeapp.domain.proposals import Certainty
from hankeapp.domain.records import PROJECT
from hankeapp.domain.values import NO_CODES, Codes
from hankeapp.services.comparing import PARTS, told_by_key
from hankeapp.services.corrections import declared_of, offered
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hankeapp.domain.naming import Names
    from hankeapp.domain.proposals import Alternative, Suggestion
    from hankeapp.services.comparing import Finding
    from hankeapp.services.import_entries import Entry

LOOKED_FOR = frozenset({"name", "acronym", "kind", "unit", "themes", "start"})
"""Fields that have a slot where nothing was found, too; the end stands beside the start."""
DURATION = ("start", "end")
_DURATION_WORDS = "time_text"
_WORDS = "words"
_LONGEST_LABEL = 60


@dataclass(frozen=True)
class Slot:
    """`keys` are those of corrections, an editor each; `findings` those whose certainty and choices stand beside.

    `heading` is the part whose first row it begins; `row` is what the row of a part is called.
    """

    title: str
    keys: tuple[str, ...]
    findings: tuple[str, ...] = ()
    heading: str = ""
    row: str = ""


@dataclass(frozen=True)
class Choice:
    """A value that the source may mean: by which places among the offered ones, of which findings, it is chosen."""

    label: str
    places: tuple[tuple[str, int], ...]
    reason: str
    is_chosen: bool


def slots(entry: Entry, *, only_news: bool = False) -> tuple[Slot, ...]:
    """The slots of a project, in the order of the form; `only_news` for those of what would change."""
    told = {*told_by_key(entry.proposal), *entry.corrections.written, *entry.corrections.unread}
    made: list[Slot] = []
    for group in Group:
        for field in fields_of(Project):
            if field.group is group and (field.name in told or field.name in LOOKED_FOR or _is_asked(field, entry)):
                made += [each for each in _of_field(field) if not (only_news and is_same(entry, each))]
        for part in (each for each in PARTS.values() if each.group is group):
            heading = part.title
            found = (each for each in entry.findings if each.field == part.name)
            for finding in (each for each in found if not only_news or _is_news(entry, each.key)):
                rows = list(_of_row(finding, entry, part.title, heading))
                made += rows
                heading = "" if rows else heading
    return tuple(made)


def _is_asked(field: Field, entry: Entry) -> bool:
    """A new project has a status, told or not."""
    return field.name == "status" and entry.target is None


def _of_field(field: Field) -> Iterator[Slot]:
    if field.name == DURATION[0]:
        yield Slot(tr("Duration"), DURATION, DURATION)
    elif field.name != DURATION[1]:
        yield Slot(field.title, (field.name,), (field.name,))


def _of_row(finding: Finding, entry: Entry, part_title: str, heading: str) -> Iterator[Slot]:
    row, key = finding.suggestion.value, finding.key
    written = {
        each.partition(".")[2]
        for each in (*entry.corrections.written, *entry.corrections.unread)
        if each.startswith(f"{key}.")
    }
    kind: type = type(row)
    told = [each for each in fields_of(kind) if getattr(row, each.name) or each.name in written]
    shown = [each for each in told if each.name != _WORDS and each.refers != PROJECT] or told
    names = [each.name for each in shown]
    called = f"{part_title} {key.partition('#')[2]}"
    for at, each in enumerate(shown):
        keys: tuple[str, ...] = (f"{key}.{each.name}",)
        if each.name == DURATION[1] and DURATION[0] in names:
            continue
        if each.name == DURATION[0] and DURATION[1] in names:
            keys = (*keys, f"{key}.{DURATION[1]}")
        title = tr("Duration") if len(keys) > 1 else each.title
        yield Slot(title, keys, () if at else (key,), "" if at else heading, called)


def is_same(entry: Entry, slot: Slot) -> bool:
    """Whether the register keeps what it has: the source has nothing new, and a person wrote nothing."""
    return entry.target is not None and not any(_is_news(entry, key) for key in slot.keys)


def _is_news(entry: Entry, key: str) -> bool:
    finding, row = _finding_of(entry, key), key.partition(".")[0]
    is_held = any(each.partition(".")[0] == row for each in entry.corrections.unread)
    return is_held or (finding is not None and finding.is_change)


def _finding_of(entry: Entry, key: str) -> Finding | None:
    """What was found for a key, or for the row that it is a field of; None for nothing."""
    return next((each for each in entry.findings if each.key == key.partition(".")[0]), None)


def _found(entry: Entry, keys: tuple[str, ...]) -> list[Finding]:
    return [each for each in (_finding_of(entry, key) for key in keys) if each is not None]


def value_of(entry: Entry, key: str) -> Any:
    """What an editor shows: what would be taken in, or stays; empty where nothing was found."""
    declared = declared_of(key)
    finding = _finding_of(entry, key)
    if finding is None:
        return Project.status if declared.name == "status" else _empty(declared)
    value = finding.value if finding.is_news else finding.old
    name = key.partition(".")[2]
    value = getattr(value, name) if name and value is not None else value
    return _empty(declared) if value is None else value


def certainty_of(entry: Entry, slot: Slot) -> Certainty | None:
    """How sure the reading is of what would change; None where nothing was found."""
    found = _found(entry, slot.findings)
    if not found:
        return None
    found = [each for each in found if entry.target is None or each.is_change]
    return Certainty.CERTAIN if all(each.is_certain for each in found) else Certainty.UNCERTAIN


def reasons_of(entry: Entry, slot: Slot) -> str:
    """What speaks for it, each sentence once."""
    reasons = (each.suggestion.reason for each in _found(entry, slot.findings))
    return " ".join(dict.fromkeys(each for each in reasons if each))


def in_register(entry: Entry, slot: Slot, names: Names) -> str:
    """What the register has in the place of what would change, in words; empty where nothing would."""
    found = _found(entry, slot.findings)
    if entry.target is None or not any(each.is_change for each in found):
        return ""
    if slot.findings == DURATION:
        project = entry.project
        told = interval_text(project.start, project.end) if project else ""
    else:
        (finding,) = found
        declared, old = finding.declared, finding.old
        told = names.text(declared, old) if isinstance(declared, Field) else names.sentence(old) if old else ""
    return tr("In the register: {value}", value=told or tr("nothing"))


def checks_of(entry: Entry, slot: Slot) -> tuple[str, ...]:
    """The findings that can be taken or not: differences from the register, and rows of parts."""
    return tuple(
        each.key
        for each in _found(entry, slot.findings)
        if (each.is_change if entry.target is not None else each.part is not None)
    )


def spans_of(entry: Entry, slot: Slot) -> tuple[tuple[int, int], ...]:
    """The spans of the source behind a slot."""
    spans = (each.suggestion.span for each in _found(entry, slot.keys))
    return tuple(dict.fromkeys(each for each in spans if each != (0, 0)))


def choices_of(entry: Entry, slot: Slot, names: Names) -> tuple[Choice, ...]:
    """The values that the source may mean, where there are several."""
    told = told_by_key(entry.proposal)
    if slot.findings == (_DURATION_WORDS,) and any(key in told and told[key].alternatives for key in DURATION):
        return ()  # those of the dates are chosen with them
    several = {key: offered(told[key]) for key in slot.findings if key in told and told[key].alternatives}
    if len(several) == len(DURATION) and len(set(map(_spans, several.values()))) == 1:
        start, end = several.values()
        labels = [interval_text(first.value, last.value) for first, last in zip(start, end, strict=True)]  # type: ignore[arg-type]
        return tuple(_choices(entry, start, labels, _with_words(told, several)))
    return tuple(
        choice
        for key, all_ in several.items()
        for choice in _choices(entry, all_, [_label(key, each, names) for each in all_], _with_words(told, {key: all_}))
    )


def _choices(
    entry: Entry, offers: Sequence[Alternative], labels: Sequence[str], keys: Sequence[str]
) -> Iterator[Choice]:
    """A choice for each of the offers, of all these findings together."""
    for at, (each, words) in enumerate(zip(offers, labels, strict=True)):
        is_chosen = all(_is_chosen(entry, key, at) for key in keys)
        yield Choice(words, tuple((key, at) for key in keys), each.reason, is_chosen)


def _with_words(told: Mapping[str, Suggestion], several: Mapping[str, Sequence[Alternative]]) -> tuple[str, ...]:
    """The keys that are chosen together: with dates the words of time that the source tells for each of them."""
    words = told.get(_DURATION_WORDS)
    is_told = words is not None and all(
        key in DURATION and _spans(offers)[1:] == _spans(words.alternatives) for key, offers in several.items()
    )
    return (*several, _DURATION_WORDS) if is_told else tuple(several)


def _spans(offers: Sequence[Alternative]) -> tuple[tuple[int, int], ...]:
    return tuple(each.span for each in offers)


def _is_chosen(entry: Entry, key: str, at: int) -> bool:
    is_written = any(each.partition(".")[0] == key for each in entry.corrections.written)
    return not is_written and entry.corrections.chosen.get(key, 0) == at


def _label(key: str, each: Alternative, names: Names) -> str:
    name = key.partition("#")[0]
    text = str(each.value) if name in PARTS else names.text(field_of(Project, name), each.value)
    return text if len(text) <= _LONGEST_LABEL else f"{text[: _LONGEST_LABEL - 1].rstrip()}…"


def _empty(field: Field) -> Any:
    if field.type is str:
        return ""
    if issubclass(field.type, Codes):
        return NO_CODES
    return 0 if field.type is int and not field.optional else None
