"""What a project is to leave behind, where the text says that it is made: a plan, a guide, a road map."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hankeapp.exchange.suggesting import plain_words, suggest
from hankeapp.translation import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hankeapp.domain.proposals import Suggestion

TO_BE_MADE = mark("The text says that this is to be made.")

_MADE = re.compile(
    r"\b(?:tuottaa|laatia|julkaista|tehdään|tuotetaan|laaditaan|laadittiin|julkaistaan|kootaan|syntyy|valmistuu)\s"
    r"(?P<what>(?:[\w-]+\s){0,4}?[\w-]*(?:ohjeistus|opas|tiekartta|suunnitelma|strategia|käsikirja|työkalupakki|raportti"
    r"|toimintamalli|verkkosivusto|sovellus)(?:(?:\s[\w-]+(?:en|jen|iden)){1,3}\s[\w-]+seen)?)(?=[\s.,;]|$)",
    re.IGNORECASE,
)


def read_results(text: str) -> Iterator[Suggestion]:
    """The first thing that is said to be made; whether it was is for a person to say."""
    match = _MADE.search(text)
    if match is not None:
        yield suggest("results", plain_words(text, match.span("what")), match.span("what"), TO_BE_MADE)
