"""What a person decided of an import's projects, in a form to be kept, and taken up again beside a changed register."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from zlib import crc32

from hankeapp.domain.values import Codes, Key, Labels, Named, from_plain, to_plain
from hankeapp.services.comparing import told_by_key
from hankeapp.services.corrections import NO_CORRECTIONS, Corrections, declared_of, offered
from hankeapp.services.import_entries import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from hankeapp.domain.matches import Match
    from hankeapp.domain.project import ProjectId
    from hankeapp.services.import_entries import Entry
    from hankeapp.services.import_review import Review


@dataclass(frozen=True, kw_only=True)
class Decision:
    """Of the project of an order, whose text has a checksum; `target` is the id of what it was taken for, or empty.

    `version` is that of the target when it was decided; `is_matched` says that a person chose the target.
    """

    order: int
    text: int
    verdict: Verdict
    target: str = ""
    version: int = 0
    is_matched: bool = False
    taken: Mapping[str, bool] = field(default_factory=dict)
    corrections: Corrections = NO_CORRECTIONS


def told(review: Review) -> list[dict[str, Any]]:
    """What was decided so far, as JSON holds it; projects that nobody has touched are left out."""
    return [_told(each) for each in review.entries if _is_touched(each)]


def decisions_in(content: Iterable[Mapping[str, Any]]) -> list[Decision]:
    """The same read again; `KeyError`, `TypeError`, `AttributeError` or `ValueError` for what is never written."""
    return [_decision(each) for each in content]


def take_up(review: Review, decisions: Sequence[Decision], match: Callable[[str], Match | None]) -> int:
    """Decide again what was decided; of how many projects that is not so, since source or register have changed.

    `match` finds a project of the register by its id, None where it is gone.
    """
    places = {each.order: at for at, each in enumerate(review.entries)}
    updated = {each.target.id for each in review.accepted if each.target is not None}
    again = 0
    for each in decisions:
        at = places.get(each.order)
        is_same = at is not None and _checksum(review.entries[at]) == each.text
        again += not (is_same and at is not None and _take_up(review, at, each, match, updated))
    return again


def _take_up(
    review: Review, at: int, decision: Decision, match: Callable[[str], Match | None], updated: set[ProjectId]
) -> bool:
    """Whether the decision stands as it was; `updated` are the targets of what is accepted, and grow."""
    if decision.is_matched:
        target = match(decision.target) if decision.target else None
        if decision.target and target is None:
            return False
        review.match(at, target)
    if decision.corrections != NO_CORRECTIONS:
        review.correct(at, _still_offered(review.entries[at], decision.corrections))
    entry = review.entries[at]
    if entry.is_unchanged:
        return True  # it was taken in meanwhile
    if (entry.target.id if entry.target else "", entry.version) != (decision.target, decision.version):
        return decision.verdict is not Verdict.ACCEPTED and not decision.taken
    for key, is_taken in decision.taken.items():
        review.take(at, key, taken=is_taken)
    if decision.verdict is Verdict.ACCEPTED:
        # To ask the review for what is in the way would look through all projects for each.
        if review.entries[at].problem is not None or (entry.target is not None and entry.target.id in updated):
            return False
        updated.update([entry.target.id] if entry.target is not None else [])
    review.decide(at, decision.verdict)
    return True


def _is_touched(entry: Entry) -> bool:
    is_told_twice = entry.repeats is not None and entry.verdict is Verdict.LEFT_OUT
    is_decided = entry.verdict is not Verdict.OPEN and not is_told_twice
    return is_decided or entry.is_matched or bool(entry.taken) or entry.corrections != NO_CORRECTIONS


def _checksum(entry: Entry) -> int:
    return crc32(entry.proposal.text.encode(errors="surrogatepass"))


def _still_offered(entry: Entry, corrections: Corrections) -> Corrections:
    """Without choices that the source does not offer as it is read now."""
    by_key = told_by_key(entry.proposal)
    chosen = {key: at for key, at in corrections.chosen.items() if key in by_key and at < len(offered(by_key[key]))}
    return Corrections(chosen, corrections.written, corrections.unread)


def _told(entry: Entry) -> dict[str, Any]:
    corrections = entry.corrections
    return {
        "order": entry.order,
        "text": _checksum(entry),
        "verdict": entry.verdict.value,
        "target": entry.target.id if entry.target else "",
        "version": entry.version,
        "matched": entry.is_matched,
        "taken": dict(entry.taken),
        "chosen": dict(corrections.chosen),
        "written": {key: _plain(value) for key, value in corrections.written.items()},
        "unread": dict(corrections.unread),
    }


def _decision(content: Mapping[str, Any]) -> Decision:
    return Decision(
        order=int(content["order"]),
        text=int(content["text"]),
        verdict=Verdict(content["verdict"]),
        target=str(content["target"]),
        version=int(content["version"]),
        is_matched=bool(content["matched"]),
        taken={str(key): bool(taken) for key, taken in content["taken"].items()},
        corrections=Corrections(
            {str(key): int(at) for key, at in content["chosen"].items()},
            {key: _value(key, plain) for key, plain in content["written"].items()},
            {str(key): str(text) for key, text in content["unread"].items()},
        ),
    )


def _plain(value: object) -> object:
    return list(value) if isinstance(value, Codes) else to_plain(value)


def _value(key: str, plain: Any) -> object:
    """A written value: what it names is named, whether the register has it or not."""
    kind = declared_of(key).type
    if plain is None:
        return None
    if issubclass(kind, Codes):
        return Labels(str(each) for each in plain)
    return Named(str(plain)) if issubclass(kind, Key) else from_plain(kind, plain)
