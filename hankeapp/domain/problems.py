"""The kinds of problem that a project's data can have, and a problem found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from hankeapp.translation import mark, tr


class Severity(Enum):
    """Whether a value cannot be saved, or is only worth a second look."""

    BLOCKING = "blocking"
    WARNING = "warning"


class Rule(Enum):
    """What data is held against, in the order in which problems are listed: first what contradicts itself."""

    CANNOT_STAND = "cannot_stand"
    OVERDUE = "overdue"
    ENDED_WITHOUT_END = "ended_without_end"
    ENDED_IN_FUTURE = "ended_in_future"
    PLANNED_BUT_STARTED = "planned_but_started"
    ACTIVE_BEFORE_START = "active_before_start"
    ORDER = "order"
    OUTSIDE = "outside"
    PROGRAMME_YEARS = "programme_years"
    DEADLINE = "deadline"
    UNIT_ENDED = "unit_ended"
    MAIL = "mail"
    NEGATIVE = "negative"
    SHARE_OVER_WHOLE = "share_over_whole"
    OWN_OVER_SHARE = "own_over_share"
    SHARES = "shares"
    RATE_RANGE = "rate_range"
    RATE = "rate"
    PAID_OVER_GRANTED = "paid_over_granted"
    GRANTED_OVER_APPLIED = "granted_over_applied"
    NOT_FUNDED_BUT_GRANTED = "not_funded_but_granted"
    NOT_CLOSED = "not_closed"
    SIMILAR_NAME = "similar_name"
    SAME_CODE = "same_code"
    SAME_FILE = "same_file"
    NO_DATES = "no_dates"
    NO_END = "no_end"
    NO_UNIT = "no_unit"
    NO_FUNDER = "no_funder"
    NO_CONTACT = "no_contact"
    NO_PUBLIC_TEXT = "no_public_text"
    NO_RESULTS = "no_results"
    NO_ALT_TEXT = "no_alt_text"

    @property
    def label(self) -> str:
        """What the projects under it have in common."""
        return tr(_LABELS[self])

    @property
    def is_missing(self) -> bool:
        """Something is not known; otherwise what is known contradicts itself."""
        return self.value.startswith("no_")

    @property
    def severity(self) -> Severity:
        return Severity.BLOCKING if self is Rule.CANNOT_STAND else Severity.WARNING


_LABELS = {
    Rule.CANNOT_STAND: mark("Value that cannot stand"),
    Rule.OVERDUE: mark("End date passed"),
    Rule.ENDED_WITHOUT_END: mark("Ended without an end date"),
    Rule.ENDED_IN_FUTURE: mark("Ended on a day still to come"),
    Rule.PLANNED_BUT_STARTED: mark("Planned although the start has passed"),
    Rule.ACTIVE_BEFORE_START: mark("Active before its start"),
    Rule.ORDER: mark("Period whose end is before its start"),
    Rule.OUTSIDE: mark("Period outside the project's duration"),
    Rule.PROGRAMME_YEARS: mark("Programme's years as the project's years"),
    Rule.DEADLINE: mark("Deadline passed"),
    Rule.UNIT_ENDED: mark("Responsible unit that has ended"),
    Rule.MAIL: mark("E-mail address that cannot be right"),
    Rule.NEGATIVE: mark("Negative amount"),
    Rule.SHARE_OVER_WHOLE: mark("City's share larger than the whole budget"),
    Rule.OWN_OVER_SHARE: mark("Own funding larger than the city's share"),
    Rule.SHARES: mark("Shares of funding that do not add up"),
    Rule.RATE_RANGE: mark("Aid rate that is not between 0 and 100 %"),
    Rule.RATE: mark("Aid rate that does not match the amounts"),
    Rule.PAID_OVER_GRANTED: mark("More paid than granted"),
    Rule.GRANTED_OVER_APPLIED: mark("More granted than applied for"),
    Rule.NOT_FUNDED_BUT_GRANTED: mark("Not funded although funding was granted"),
    Rule.NOT_CLOSED: mark("Left open when it ended"),
    Rule.SIMILAR_NAME: mark("Similar name"),
    Rule.SAME_CODE: mark("Same code"),
    Rule.SAME_FILE: mark("Same file attached twice"),
    Rule.NO_DATES: mark("Duration missing"),
    Rule.NO_END: mark("End date missing"),
    Rule.NO_UNIT: mark("Responsible unit missing"),
    Rule.NO_FUNDER: mark("Funder missing"),
    Rule.NO_CONTACT: mark("Contact missing"),
    Rule.NO_PUBLIC_TEXT: mark("Public text missing"),
    Rule.NO_RESULTS: mark("Results missing"),
    Rule.NO_ALT_TEXT: mark("Picture without a text for those who do not see it"),
}


@dataclass(frozen=True)
class Problem:
    """A problem of a project: the rule, the field or part it stands at, and the part's row where it is of one."""

    rule: Rule
    place: str
    sentence: str
    row: str = ""
