"""Which projects of a register are those that were read off a source, and by what."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hankeapp.domain.matches import Match, MatchedBy
from hankeapp.domain.parts import Funding
from hankeapp.domain.project import ProjectId, title_of
from hankeapp.language.folding import fold
from hankeapp.language.similarity import NameKey, alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hankeapp.db.labels import Label
    from hankeapp.db.store import Store
    from hankeapp.domain.proposals import Proposal

Matches = tuple[Match, ...]


class Matching:
    """Reads what projects are called and known by once."""

    def __init__(self, store: Store) -> None:
        self._labels = {label.id: label for label in store.labels()}
        self._by: dict[MatchedBy, dict[str, list[str]]] = {by: defaultdict(list) for by in MatchedBy}
        for label in self._labels.values():
            self._by[MatchedBy.KEY][label.id].append(label.id)
            self._by[MatchedBy.NUMBER][_folded(label.number)].append(label.id)
            self._by[MatchedBy.NAME][_folded(label.name)].append(label.id)
            self._by[MatchedBy.ACRONYM][_folded(label.acronym)].append(label.id)
        for key, code in store.codes():
            self._by[MatchedBy.CODE][_folded(code)].append(key)
        for text, key in store.public_texts().items():
            self._by[MatchedBy.PARAGRAPH][text].append(key)

    def of_all(self, proposals: Sequence[Proposal]) -> list[Matches]:
        """What each may be, the likeliest first; empty for what is new."""
        found = [tuple(self._of(each)) for each in proposals]
        left = [at for at, matches in enumerate(found) if not matches]
        labels = list(self._labels.values())
        near = alike([_text(proposals[at], "name") for at in left], [label.name for label in labels]) if left else []
        for at, places in zip(left, near, strict=True):
            found[at] = tuple(self._match(MatchedBy.LIKE_NAME, labels[each].id, is_certain=False) for each in places)
        return found

    def _of(self, proposal: Proposal) -> Iterator[Match]:
        told: set[str] = set()
        for by, key in _signs(proposal):
            keys = dict.fromkeys(each for each in self._by[by].get(key, ()) if each in self._labels)
            for each in keys:
                if each not in told:
                    is_certain = len(keys) == 1 and not told and self._is_certain(by, self._labels[each], proposal)
                    told.add(each)
                    yield self._match(by, each, is_certain=is_certain)

    @staticmethod
    def _is_certain(by: MatchedBy, label: Label, proposal: Proposal) -> bool:
        """Projects of different names may share a short name or a programme's code, and of registers a number."""
        is_of_another = by is MatchedBy.NUMBER and bool(proposal.key)
        if by not in (MatchedBy.ACRONYM, MatchedBy.CODE) and not is_of_another:
            return True
        name = _text(proposal, "name")
        return not name or NameKey.of(name).is_like(NameKey.of(label.name))

    def _match(self, by: MatchedBy, key: str, *, is_certain: bool) -> Match:
        label = self._labels[key]
        return Match(by, ProjectId(key), label.number, title_of(label.acronym, label.name), is_certain)


def repeated(proposals: Iterable[Proposal]) -> dict[int, int]:
    """The orders of projects that a source has told before, each with the order of the first that is the same."""
    first: dict[tuple[str, ...], int] = {}
    again = {}
    for proposal in proposals:
        for sign in _sameness(proposal):
            known = first.setdefault(sign, proposal.order)
            if known != proposal.order:
                again[proposal.order] = known
    return again


def _sameness(proposal: Proposal) -> Iterator[tuple[str, ...]]:
    number, name = _text(proposal, "number"), _text(proposal, "name")
    if number:
        yield ("number", _folded(number))
    elif name:
        times = (str(proposal.value(field) or "") for field in ("start", "end"))
        yield ("name", _folded(name), _folded(_text(proposal, "acronym")), *times)


def _signs(proposal: Proposal) -> Iterator[tuple[MatchedBy, str]]:
    if proposal.key:
        yield MatchedBy.KEY, proposal.key
    if number := _text(proposal, "number"):
        yield MatchedBy.NUMBER, _folded(number)
    for each in proposal.suggestions:
        if isinstance(each.value, Funding):
            codes = (_folded(code) for code in (each.value.code, each.value.application))
            yield from ((MatchedBy.CODE, code) for code in codes if code)
    if proposal.is_paragraph:
        yield MatchedBy.PARAGRAPH, proposal.text
    for by, field in ((MatchedBy.NAME, "name"), (MatchedBy.ACRONYM, "acronym")):
        if text := _text(proposal, field):
            yield by, _folded(text)


def _text(proposal: Proposal, field: str) -> str:
    return str(proposal.value(field) or "")


def _folded(text: str) -> str:
    return " ".join(fold(text).split())
