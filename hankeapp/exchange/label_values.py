"""From the words behind a label to suggestions for the fields of a project; nothing that the words do not say."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.kinds import CityRole
from hankeapp.domain.parts import Contact, Decision, Link, Participation, Role
from hankeapp.domain.proposals import Certainty
from hankeapp.domain.status import Status
from hankeapp.domain.values import Labels, Named
from hankeapp.exchange.cell_values import code_words
from hankeapp.exchange.headings import status_of
from hankeapp.exchange.kinds import kind_of_words
from hankeapp.exchange.label_fundings import fundings_told
from hankeapp.exchange.label_lists import LONGEST, bare_name, cents_in, parts_of_list
from hankeapp.exchange.labels import Label
from hankeapp.exchange.organisations import town_and_unit
from hankeapp.exchange.participations import CITY_ROLES
from hankeapp.exchange.periods import read_period
from hankeapp.exchange.suggesting import plain_words, suggest
from hankeapp.language.baseforms import nominative
from hankeapp.language.folding import fold
from hankeapp.language.time_expressions import read
from hankeapp.translation import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hankeapp.domain.proposals import Suggestion
    from hankeapp.exchange.label_reading import Told
    from hankeapp.exchange.suggesting import Span

MORE_WORDS = mark("More stands beside it.")

_ROLES = {Label.APPLICANT: Role.APPLICANT, Label.LEAD: Role.LEAD, Label.COORDINATOR: Role.COORDINATOR,
          Label.IMPLEMENTER: Role.IMPLEMENTER, Label.CO_IMPLEMENTER: Role.CO_IMPLEMENTER,
          Label.PARTNER: Role.PARTNER}  # fmt: skip
_MONEY = {Label.WHOLE: "budget_whole", Label.CITY_SHARE: "budget_city", Label.OWN_SHARE: "budget_own"}
_WORDS = {Label.AIMS: "objectives", Label.ACTIONS: "actions", Label.RESULTS: "results"}
_LISTS = {Label.TARGET: "target_groups", Label.AREA: "areas", Label.THEME: "themes"}
_STATES = {"toiminnassa": Status.ACTIVE}
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+")
_PHONE = re.compile(r"(?:\+358|0)[\d\s()-]{6,16}\d")
_PERSON = re.compile(r"[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+){1,3}")
_ADDRESS = re.compile(r"https?://\S{4,500}")
_STATUS_LINES = 5
_IN_BRACKETS = re.compile(r"\(([^()\d]{4,30})\)")
_SAID_STATE = re.compile(
    r"(?:[,.;]\s(?:tila|vaihe|status)|\b(?:hanke|projekti)\son(?:\s(?:jo|nyt|parhaillaan|vielä|vasta))?|\bprojektet(?:\sär)?)"
    r"\s([\w-]+)",
    re.IGNORECASE,
)
_UNKNOWN_LABEL = re.compile(r"^[^:\n]{2,40}:[^\S\n]*([\w-]+)[^\S\n]*$", re.MULTILINE)
_YEAR = re.compile(r"\s*((?:19|20)\d\d)[\s.]*")
_CODE = re.compile(r"[A-ZÅÄÖ]{0,4}[-/]?\d[\w/.-]{2,30}")


def values_told(text: str, told: Sequence[Told], home: str = "") -> Iterator[Suggestion]:
    """A suggestion for each value that labels tell; `home` is the town whose page it is."""
    for each in told:
        yield from _one(text, each, home)
    yield from fundings_told(text, told)


def status_told(text: str, told: Sequence[Told]) -> Status | None:
    """The status that a label tells, or a word alone on a line below the name; or None."""
    for each in told:
        if each.label is Label.STATUS:
            words = plain_words(text, each.span).rstrip(" .")
            return status_of(words) or _STATES.get(words.casefold())
    first, *lines = [line for line in text.split("\n", _STATUS_LINES * 2) if line.strip()][:_STATUS_LINES] or [""]
    title = "\n".join((first, *lines[:1]))
    said = [*_IN_BRACKETS.findall(title), *lines, *_SAID_STATE.findall(text), *_UNKNOWN_LABEL.findall(text)]
    return next((status for words in said if (status := status_of(words))), None)


def _one(text: str, told: Told, home: str) -> Iterator[Suggestion]:
    label = told.label
    if label in _ROLES:
        yield from _organisations(text, told, home)
    elif label in _LISTS:
        yield from _listed(text, told)
    elif label in _MONEY:
        yield from _amount(text, told.span, _MONEY[label])
    elif label in _WORDS:
        yield suggest(_WORDS[label], text[slice(*told.span)], told.span)
    elif label in _WAYS:
        yield from _WAYS[label](text, told)


def _acronym(text: str, told: Told) -> Iterator[Suggestion]:
    words = plain_words(text, told.span)
    if len(words) <= LONGEST:
        yield suggest("acronym", words, told.span)


def _kind(text: str, told: Told) -> Iterator[Suggestion]:
    kind = kind_of_words(plain_words(text, told.span))
    if kind is not None:
        yield suggest("kind", kind, told.span)


def _unit(text: str, told: Told) -> Iterator[Suggestion]:
    yield suggest("unit", Named(plain_words(text, told.span)), told.span)


def _city_role(text: str, told: Told) -> Iterator[Suggestion]:
    role = code_words(CityRole).get(fold(plain_words(text, told.span)))
    if role is not None:
        yield suggest("city_role", role, told.span)


def _diary(text: str, told: Told) -> Iterator[Suggestion]:
    words = plain_words(text, told.span)
    if _CODE.fullmatch(words):
        yield suggest("decisions", Decision(diary_number=words), told.span)


def _links(text: str, told: Told) -> Iterator[Suggestion]:
    for match in _ADDRESS.finditer(text, *told.span):
        yield suggest("links", Link(address=match[0]), match.span())


def _times(text: str, told: Told) -> Iterator[Suggestion]:
    span = told.span
    words = text[slice(*span)]
    period = read_period(words, 0)
    sides = [("start", period.start), ("end", period.end)]
    given: list[tuple[str, PartialDate | None, Span, str]] = [
        (field, side.date, side.span, side.reason or period.reason) for field, side in sides if side
    ]
    if not given:
        alone = next((each for each in read(words) if each.start or each.end), None)
        if alone is not None:
            given = [("start", alone.start, alone.span, ""), ("end", alone.end, alone.span, "")]
        elif (year := _YEAR.fullmatch(words)) is not None:
            whole = PartialDate(int(year[1]))
            given = [("start", whole, year.span(1), ""), ("end", whole, year.span(1), "")]
    for field, date, where, reason in given:
        if date is not None:
            found = suggest(field, date, _moved(where, span[0]))
            yield replace(found, reason=reason, certainty=Certainty.UNCERTAIN) if reason else found
    if read(words):
        yield suggest("time_text", words, span)


def _day(text: str, told: Told) -> Iterator[Suggestion]:
    field = told.label.value
    words = text[slice(*told.span)]
    first = next((each for each in read(words) if each.start or each.end), None)
    year = _YEAR.fullmatch(words)
    date: PartialDate | None
    if first is None:
        date = PartialDate(int(year[1])) if year else None
    else:
        date = (first.start or first.end) if field == "start" else (first.end or first.start)
    if first is not None and first.start and first.end and first.start != first.end:
        yield from (
            suggest(side.value, day, told.span) for side, day in ((Label.START, first.start), (Label.END, first.end))
        )
    elif date is not None:
        yield suggest(field, date, told.span)


def _amount(text: str, span: Span, field: str) -> Iterator[Suggestion]:
    found = cents_in(text, span)
    if found is not None:
        cents, where, alone = found
        yield suggest(field, cents, where, "" if alone else MORE_WORDS)


def _listed(text: str, told: Told) -> Iterator[Suggestion]:
    words = text[slice(*told.span)]
    if told.label is Label.TARGET and "\n" not in words and ";" not in words:
        parts = [words.strip(" .")]
    else:
        parts = [text[slice(*each)].strip(" .") for each in parts_of_list(text, told.span)]
    kept = tuple(dict.fromkeys(part for part in parts if 0 < len(part) <= LONGEST))
    if kept:
        yield suggest(_LISTS[told.label], Labels(kept), told.span)


def _organisations(text: str, told: Told, home: str) -> Iterator[Suggestion]:
    role = _ROLES[told.label]
    for span in parts_of_list(text, told.span):
        name = bare_name(plain_words(text, span))
        town, unit = town_and_unit(name)
        if home and town and nominative(town) == home:
            if role in CITY_ROLES:
                yield suggest("city_role", CITY_ROLES[role], span)
            if unit:
                yield suggest("unit", Named(unit), span)
        elif name[:1].isalpha() and len(name) <= LONGEST:
            words = plain_words(text, span)
            yield suggest("participations", Participation(role=role, organisation=Named(name), words=words), span)


def _contacts(text: str, told: Told) -> Iterator[Suggestion]:
    """Of each line: a person, the title before the name, an address and a number."""
    for start, end in _line_spans(text, told.span):
        line = text[start:end]
        mail, phone = _MAIL.search(line), _PHONE.search(line)
        first = min((each.start() for each in (mail, phone) if each), default=len(line))
        person = _PERSON.search(line, 0, first)
        title = line[: person.start()].strip(" ,:–-") if person else ""
        contact = Contact(
            name=person[0] if person else "",
            title=title if len(title) <= LONGEST else "",
            email=mail[0] if mail else "",
            phone=phone[0] if phone else "",
        )
        if contact != Contact():
            yield suggest("contacts", contact, (start, end))


def _line_spans(text: str, span: Span) -> Iterator[Span]:
    at = span[0]
    for line in text[slice(*span)].split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


_WAYS: dict[Label, Callable[[str, Told], Iterator[Suggestion]]] = {
    Label.ACRONYM: _acronym,
    Label.TIME: _times,
    Label.START: _day,
    Label.END: _day,
    Label.KIND: _kind,
    Label.UNIT: _unit,
    Label.CITY_ROLE: _city_role,
    Label.DIARY: _diary,
    Label.CONTACT: _contacts,
    Label.LINK: _links,
}
