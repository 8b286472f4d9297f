"""What a project is to reach, in the sentence that says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hankeapp.exchange.suggesting import sentences, suggest
from hankeapp.translation import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.proposals import Suggestion
    from hankeapp.exchange.heads import Head

BY_DEEDS = mark("It was concluded from what the project does.")

_AIM = re.compile(
    r"\b(?:(?:pää|yleis)?tavoit(?:e|teena|teina|teet|ellaan)|(?:hankkeen|projektin|ohjelman)\stavoite"
    r"|tarkoituk(?:sena|sensa)|tarkoitus|päämäär(?:ä|änä)|pyrkii|pyritään)\b",
    re.IGNORECASE,
)


_DOING = re.compile(
    r"\b(?:kehit(?:etään|tää)|vahvist(?:etaan|aa|amista)|edist(?:etään|ää|ämistä)|paran(?:netaan|taa|tamista)|tue(?:taan)"
    r"|tutkitaan|uudist(?:etaan|aa)|luodaan|lisätään|vähennetään|auttaa|vähentämiseksi|lisäämiseksi|parantamiseksi"
    r"|edistämiseksi|kehittämiseksi|utveckla[sr]|stärk(?:s|er)|främja[sr]|förbättra[sr])\b",
    re.IGNORECASE,
)
_OF_TIME = re.compile(r"[^.]{0,40}\d{4}\.?")


def read_objectives(text: str, head: Head) -> Iterator[Suggestion]:
    """The first sentence that speaks of an aim or a purpose, as it stands, or else of what is furthered."""
    start = head.end if text[head.end - 1 : head.end] == ":" else 0  # a name that runs on is part of its sentence
    for span in sentences(text, start):
        if _AIM.search(text, *span):
            yield suggest("objectives", text[slice(*span)], span)
            return
    for span in sentences(text, start):
        if _DOING.search(text, *span) and not _OF_TIME.fullmatch(text, *span):
            yield suggest("objectives", text[slice(*span)], span, BY_DEEDS)
            return
