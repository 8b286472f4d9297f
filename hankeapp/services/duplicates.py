"""Projects that may be one and the same: a name or a code alike, and nobody has said that they are two."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from hankeapp.domain.problems import Problem, Rule
from hankeapp.domain.project import ProjectId, title_of
from hankeapp.language.folding import fold
from hankeapp.language.similarity import like, pairs
from hankeapp.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hankeapp.db.labels import Label
    from hankeapp.db.store import Store
    from hankeapp.domain.project import Project


@dataclass(frozen=True)
class Duplicate:
    """Another project that may be the same, and by which rule."""

    rule: Rule
    id: ProjectId
    number: str
    title: str

    @property
    def problem(self) -> Problem:
        """What is said of it at the name."""
        said = tr("The code is the same as that of “{name}” ({number}).", name=self.title, number=self.number)
        if self.rule is Rule.SIMILAR_NAME:
            said = tr("The name is like that of “{name}” ({number}).", name=self.title, number=self.number)
        return Problem(self.rule, "name", said)


def of_project(store: Store, project: Project) -> list[Duplicate]:
    """The projects that may be the same as one, those with a similar name first."""
    others = [label for label in store.labels() if label.id != project.id]
    codes = _codes(others, store.codes())
    own = {
        _code(project.acronym),
        *(_code(code) for each in project.fundings for code in (each.code, each.application)),
    }
    alike = {others[at].id: Rule.SIMILAR_NAME for at in like(project.name, [label.name for label in others])}
    alike |= {label.id: Rule.SIMILAR_NAME for label in others if _code(label.acronym) == _code(project.name)}
    same = {key for code in own - {""} for key in codes.get(code, ())} - {project.id}
    found = dict.fromkeys(sorted(same), Rule.SAME_CODE) | alike
    apart = store.related() if found else set()
    return sorted(
        (
            _duplicate(found[label.id], label)
            for label in others
            if label.id in found and {label.id, project.id} not in apart
        ),
        key=_order,
    )


def in_register(store: Store) -> Mapping[ProjectId, Sequence[Duplicate]]:
    """The projects that may be others, each with those."""
    labels = store.labels()
    apart = store.related()
    rules: dict[frozenset[str], Rule] = {}
    for keys in _codes(labels, store.codes()).values():
        rules |= {frozenset(pair): Rule.SAME_CODE for pair in pairwise(sorted(keys))}
    rules |= {
        frozenset((labels[a].id, labels[b].id)): Rule.SIMILAR_NAME for a, b in pairs([each.name for each in labels])
    }
    by_id = {label.id: label for label in labels}
    found: dict[ProjectId, list[Duplicate]] = defaultdict(list)
    for pair, rule in rules.items():
        if pair not in apart:
            one, other = sorted(pair)
            found[ProjectId(one)].append(_duplicate(rule, by_id[other]))
            found[ProjectId(other)].append(_duplicate(rule, by_id[one]))
    return {key: sorted(each, key=_order) for key, each in found.items()}


def _codes(labels: Sequence[Label], fundings: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """The projects of each acronym, project code and application number."""
    live = {label.id for label in labels}
    codes: dict[str, set[str]] = defaultdict(set)
    for key, code in (*((label.id, label.acronym) for label in labels), *fundings):
        if key in live and _code(code):
            codes[_code(code)].add(key)
    return codes


def _code(text: str) -> str:
    return fold(text).strip()


def _duplicate(rule: Rule, label: Label) -> Duplicate:
    return Duplicate(rule, ProjectId(label.id), label.number, title_of(label.acronym, label.name))


def _order(duplicate: Duplicate) -> tuple[bool, str]:
    return duplicate.rule is not Rule.SIMILAR_NAME, duplicate.number
