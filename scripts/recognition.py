"""Prints how much of what the example page and pages of other towns say is recognised: `-m scripts.recognition`."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hankeapp.domain.parts import Funding, Participation, Period, Relation, RelationKind, Role
from hankeapp.domain.proposals import Certainty
from hankeapp.exchange.reading import read
from hankeapp.exchange.words import kind_of
from hankeapp.paths import EXAMPLE_PAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hankeapp.domain.proposals import Proposal

DATA = Path(__file__).resolve().parents[1] / "tests" / "exchange" / "data"
Facts = dict[str, Any]
Pair = tuple[str, str]
"""A field, and what is told of it."""

_ROLES = {"koordinaattori": Role.COORDINATOR, "osatoteuttaja": Role.CO_IMPLEMENTER, "kohdeorganisaatio": Role.TARGET}
_CITY = {"avustuksen saaja": "grantee", "toteuttaja": "implementer"}
_PERIODS = {"subprojects": "subproject", "parent_campaign": "parent", "funding": "funding", "phase": "phase"}
_OWN = {"project", "funding", "programme"}
_SEASON = {"2019-06/2019-08": "2019-22"}
_BRACKETS = re.compile(r"\s\([^()]*\)$")


def expected(fact: Facts) -> set[Pair]:
    """What the facts of the example page say of a project, in the words and codes of the register."""
    return {(field, str(value)) for field, value in _expected(fact)}


def _expected(fact: Facts) -> Iterator[tuple[str, object]]:
    yield "name", fact["name"]
    yield from (("acronym", fact[key]) for key in ("acronym", "short_name") if key in fact)
    yield from (("kind", kind_of(fact["type"]).value) for _ in ("type",) if "type" in fact)  # type: ignore[union-attr]
    yield from ((side, fact[side]["value"]) for side in ("start", "end") if side in fact)
    yield from (("words of time", fact[key]) for key in ("duration_raw", "fuzzy_time_raw") if key in fact)
    yield from (("words of time", each["raw"]) for each in fact.get("periods", ()) if each["kind"] in _OWN)
    yield from (("words of time", year) for year in fact.get("listed_years", ()))
    yield from _expected_periods(fact)
    yield from (("funder", each["name"]) for each in fact.get("funders", ()))
    yield from ((field, fact[key]) for key, field in _PLAIN.items() if key in fact)
    yield from (("partner", f"{each['name']} ({_role(each['role'])})") for each in _partners(fact))
    yield from (("count", fact[key]) for key in ("partner_count", "cities_count", "pilot_count") if key in fact)
    yield from ((field, value) for key, field in _MANY.items() for value in fact.get(key, ()))
    yield from (("city role", _CITY[_BRACKETS.sub("", value)]) for value in [fact.get("role_of_pori")] if value)
    yield from (("sub-project", each["name"]) for each in fact.get("subprojects", ()) if each["name"])


_PLAIN = {"programme": "programme", "programme_priority": "priority", "programme_objective": "priority",
          "funding_instrument": "instrument", "unit": "unit", "target_group": "target group", "scope": "area",
          "goal_raw": "objective", "parent": "parent"}  # fmt: skip
_MANY = {"countries": "country", "area": "area", "sites": "site", "deliverables": "result"}


def _partners(fact: Facts) -> list[Facts]:
    return [*fact.get("partners", ()), *([fact["coordinator"]] if "coordinator" in fact else [])]


def _role(words: str) -> str:
    return _ROLES.get(words, Role.OWNER).value


def _expected_periods(fact: Facts) -> Iterator[tuple[str, object]]:
    for each in fact.get("periods", ()):
        if each["kind"] in _PERIODS:
            start, end = (_SEASON.get(each[side], each[side]) or "" for side in ("start", "end"))
            yield "period", f"{_PERIODS[each['kind']]} {start}/{end}"
    if "programme_period" in fact:
        yield "period", "programme " + fact["programme_period"].replace("–", "/")
    if "goal_target_year" in fact:
        yield "period", f"goal /{fact['goal_target_year']}"


def offered(proposal: Proposal) -> tuple[set[Pair], set[Pair]]:
    """What a proposal says for certain, and all that it offers."""
    certain: set[Pair] = set()
    everything: set[Pair] = set()
    for suggestion in proposal.suggestions:
        said = set(_said(suggestion.field, suggestion.value))
        everything |= said
        if suggestion.certainty is Certainty.CERTAIN:
            certain |= said
        for each in suggestion.alternatives:
            everything |= set(_said(suggestion.field, each.value))
    return certain, everything


_NAMES = {"time_text": "words of time", "objectives": "objective", "results": "result", "city_role": "city role",
          "target_groups": "target group", "areas": "area"}  # fmt: skip
_MEASURED = {"name", "acronym", "kind", "start", "end", "unit"}
_KINDS = {RelationKind.PARENT: "parent", RelationKind.PROGRAMME: "programme", RelationKind.SUBPROJECT: "sub-project"}


def _said(field: str, value: object) -> Iterator[Pair]:
    match value:
        case Funding():
            told = (("funder", value.funder), ("programme", value.programme), ("instrument", value.instrument),
                    ("priority", value.priority), ("priority", value.objective))  # fmt: skip
            yield from ((kind, str(each)) for kind, each in told if each)
        case Participation():
            yield from _said_of_one(value)
        case Period():
            start, end = (side.iso if side else "" for side in (value.start, value.end))
            yield "period", f"{value.kind.value} {start}/{end}"
        case Relation() if value.kind in _KINDS:
            yield _KINDS[value.kind], value.name
        case tuple():
            yield from ((_NAMES[field], str(each)) for each in value)
        case _ if field in _NAMES or field in _MEASURED:
            yield _NAMES.get(field, field), str(getattr(value, "iso", None) or getattr(value, "value", value))


def _said_of_one(value: Participation) -> Iterator[Pair]:
    if value.organisation and value.role is Role.TARGET and str(value.organisation).endswith("koulu"):
        yield "site", str(value.organisation)
    elif value.organisation:
        yield "partner", f"{value.organisation} ({value.role.value})"
    if value.count:
        yield "count", str(value.count)
    yield from (("country", each) for each in value.countries.split(", ") if each)


def right(expected: set[Pair], told: set[Pair]) -> tuple[set[Pair], set[Pair]]:
    """Which of the expected are told, and which of what is told is expected.

    Sentences and words of time need only hold one another; a bracket behind a name adds nothing to it.
    """
    pairs = [(one, other) for one in expected for other in told if one[0] == other[0] and _same(*one, other[1])]
    return {one for one, _ in pairs}, {other for _, other in pairs}


def _same(field: str, one: str, other: str) -> bool:
    if field in {"objective", "words of time"}:
        return one in other or other in one
    return one == other or (field in {"parent", "site"} and _BRACKETS.sub("", one) == other)


def measured(facts: Iterable[Facts], proposals: Iterable[Proposal]) -> dict[str, Counter[str]]:
    """By field: facts, those recognised for certain, those offered at least, certain values, and the right ones."""
    counts: dict[str, Counter[str]] = {}
    for fact, proposal in zip(facts, proposals, strict=True):
        wanted, (certain, everything) = expected(fact), offered(proposal)
        sets = {
            "facts": wanted,
            "recognised": right(wanted, certain)[0],
            "offered": right(wanted, everything)[0],
            "certain": certain,
            "right": right(wanted, certain)[1],
            "all": everything,
            "all right": right(wanted, everything)[1],
        }
        for name, pairs in sets.items():
            for field, _ in pairs:
                counts.setdefault(field, Counter())[name] += 1
    return counts


def table(counts: dict[str, Counter[str]]) -> str:
    """The counts as a table in Markdown, with recall and precision and a last row for all fields."""
    rows = [*sorted(counts.items()), ("all", sum(counts.values(), Counter()))]
    head = "| field | facts | offered | recall | certain | right | precision | all offered | right | precision |"
    lines = [head, "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|"]
    for field, each in rows:
        cells = (field, each["facts"], each["offered"], _share(each["offered"], each["facts"]), each["certain"],
                 each["right"], _share(each["right"], each["certain"]), each["all"], each["all right"],
                 _share(each["all right"], each["all"]))  # fmt: skip
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "–"


def example() -> tuple[list[Facts], tuple[Proposal, ...]]:
    """The facts of the example page, and what is read off it."""
    facts = json.loads((DATA / "seed_facts.json").read_text("utf-8"))
    return facts, read(EXAMPLE_PAGE.name, EXAMPLE_PAGE.read_bytes()).proposals


TOWN_FIELDS = ("name", "acronym", "status", "start", "end")


def town(page: Path) -> Counter[str]:
    """Values right, and values in all, of a town's page: a project too many or too few has all of its wrong.

    Of the values that are certain, how many there are, and how many of them are right.
    """
    facts = json.loads(page.with_suffix(".json").read_text("utf-8"))
    proposals = read_page(page)
    counts: Counter[str] = Counter(all=len(TOWN_FIELDS) * max(len(facts), len(proposals)))
    for fact in facts:
        nearest = max(proposals, key=partial(_likeness, fact["name"]), default=None)
        if nearest is not None:
            told = {field: _plain(nearest, field) for field in TOWN_FIELDS}
            certain = {each.field for each in nearest.suggestions if each.certainty is Certainty.CERTAIN}
            counts["right"] += sum(told[field] == fact[field] for field in TOWN_FIELDS)
            counts["certain"] += sum(field in certain for field in TOWN_FIELDS)
            counts["certain right"] += sum(field in certain and told[field] == fact[field] for field in TOWN_FIELDS)
    return counts


def _likeness(name: str, proposal: Proposal) -> float:
    return SequenceMatcher(None, _plain(proposal, "name"), name).ratio()


def read_page(page: Path) -> tuple[Proposal, ...]:
    """The projects of a page, in whatever format it is."""
    return read(page.name, page.read_bytes()).proposals


def towns() -> list[Path]:
    """The pages of invented towns in other shapes, each beside its facts."""
    return sorted(page for page in (DATA / "pages").iterdir() if page.suffix != ".json")


def _plain(proposal: Proposal, field: str) -> Any:
    value = proposal.status if field == "status" else proposal.value(field)
    told = getattr(value, "iso", None) or getattr(value, "value", value)
    return told or (None if field in {"start", "end"} else "")


def differences() -> Iterator[str]:
    """Each fact that is not offered, and each certain value that is no fact."""
    for fact, proposal in zip(*example(), strict=True):
        wanted, (certain, everything) = expected(fact), offered(proposal)
        yield from (f"{fact['order']}: not offered {pair}" for pair in sorted(wanted - right(wanted, everything)[0]))
        yield from (f"{fact['order']}: no fact {pair}" for pair in sorted(certain - right(wanted, certain)[1]))


if __name__ == "__main__":
    print(table(measured(*example())))
    for page in towns():
        counts = town(page)
        print(f"{page.name}: {counts['right']} of {counts['all']} = {counts['right'] / counts['all']:.2f}")
    if "differences" in sys.argv[1:]:
        print("\n".join(differences()))
