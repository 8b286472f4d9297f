"""Reading the time expressions of Finnish office prose: what is said of time, whose time it is, by which words."""

from __future__ import annotations

import re
from dataclasses import replace

from hankeapp.language.durations import durations
from hankeapp.language.time_phrases import phrases, ranged
from hankeapp.language.time_roles import role
from hankeapp.language.times import TimeExpression, TimeKind, TimeRole

__all__ = ["TimeExpression", "TimeKind", "TimeRole", "read"]

_TOLD = re.compile(r"[0-9]|årig|vuo|kuukau|toistaiseksi", re.IGNORECASE)
_AND = re.compile(r"\s{0,2}(?:,|ja|sekä)?\s{0,2}(?:(?:se|hanke|projekti)\s{1,2})?")
_BEHIND_LENGTH = re.compile(r"\s{1,2}(?:[\w.+&-]+\s{1,2}){0,3}\(?")


def read(text: str) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, in order; nothing for ages, amounts, counts and numbers of sections."""
    if not _TOLD.search(text):
        return ()
    found = sorted([*phrases(text), *durations(text)], key=lambda each: each.span)
    joined: list[TimeExpression] = []
    for each in found:
        whole = _join(text, joined[-1], each) if joined else None
        joined[-1:] = [whole] if whole else [*joined[-1:], each]
    return tuple(_with_roles(text, joined))


def _with_roles(text: str, expressions: list[TimeExpression]) -> list[TimeExpression]:
    since = 0
    owned = []
    for each in expressions:
        owned.append(replace(each, role=role(text, each, since)))
        since = each.span[1]
    return owned


def _join(text: str, left: TimeExpression, right: TimeExpression) -> TimeExpression | None:
    """A beginning and an end that stand side by side are a range; a length belongs to the range behind it."""
    gap = left.span[1], right.span[0]
    if left.kind is TimeKind.FROM and right.kind is TimeKind.UNTIL and _AND.fullmatch(text, *gap):
        span = left.span[0], right.span[1]
        problem = left.problem or right.problem
        return ranged(text, span, left.start, right.end, problem)
    if left.kind is TimeKind.DURATION and right.kind is TimeKind.RANGE and _BEHIND_LENGTH.fullmatch(text, *gap):
        bracketed = text[right.span[0] - 1] == "(" and text[right.span[1] : right.span[1] + 1] == ")"
        return replace(right, span=(left.span[0], right.span[1] + bracketed), months=left.months)
    return None
