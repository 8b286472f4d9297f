"""What a project is to reach, in the sentence that says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hankeapp.exchange.suggesting import sentences, suggest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.proposals import Suggestion
    from hankeapp.exchange.heads import Head

_AIM = re.compile(
    r"\b(?:(?:pää|yleis)?tavoit(?:e|teena|teina|teet|ellaan)|(?:hankkeen|projektin|ohjelman)\stavoite"
    r"|tarkoituk(?:sena|sensa)|tarkoitus|päämäär(?:ä|änä)|pyrkii|pyritään)\b",
    re.IGNORECASE,
)


def read_objectives(text: str, head: Head) -> Iterator[Suggestion]:
    """The first sentence that speaks of an aim or a purpose, as it stands."""
    start = head.end if text[head.end - 1 : head.end] == ":" else 0  # a name that runs on is part of its sentence
    for span in sentences(text, start):
        if _AIM.search(text, *span):
            yield suggest("objectives", text[slice(*span)], span)
            return
