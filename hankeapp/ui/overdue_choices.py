"""What is being chosen of projects whose end has passed, before anything is saved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from hankeapp.domain import rules
from hankeapp.domain.errors import DateError, FieldError
from hankeapp.services.review import Continued, Corrected, Ended
from hankeapp.translation import mark, tr
from hankeapp.ui.date_words import ENDS, required_date
from hankeapp.ui.ending_dates import check_endings, doubt_of_ending

if TYPE_CHECKING:
    from datetime import date

    from hankeapp.domain.dates import PartialDate
    from hankeapp.domain.project import Project
    from hankeapp.services.review import Decision


class ReviewAct(Enum):
    """What can be done with a project whose end has passed."""

    END = "end"
    CONTINUE = "continue"
    CORRECT = "correct"
    LATER = "later"

    @property
    def label(self) -> str:
        return tr(_LABELS[self])


_LABELS = {
    ReviewAct.END: mark("End project"),
    ReviewAct.CONTINUE: mark("Continue, new end date"),
    ReviewAct.CORRECT: mark("Date was wrong, correct it"),
    ReviewAct.LATER: mark("Leave for later"),
}


@dataclass(frozen=True, kw_only=True)
class Choice:
    """The act and the dates as they were typed: changing the act, or leaving the project for later, loses none."""

    project: Project
    ended: str
    until: str = ""
    corrected: str = ""
    planned: ReviewAct = ReviewAct.END
    is_taken: bool = True

    @classmethod
    def proposed(cls, project: Project) -> Choice:
        """End it on the end that is recorded."""
        return cls(project=project, ended=str(project.end))

    @property
    def act(self) -> ReviewAct:
        return self.planned if self.is_taken else ReviewAct.LATER

    @property
    def date_text(self) -> str:
        match self.act:
            case ReviewAct.CONTINUE:
                return self.until
            case ReviewAct.CORRECT:
                return self.corrected
        return self.ended

    def with_act(self, act: ReviewAct) -> Choice:
        """The same dates, another act."""
        if act is ReviewAct.LATER:
            return replace(self, is_taken=False)
        return replace(self, planned=act, is_taken=True)

    def with_date(self, text: str) -> Choice:
        """The date of the act, as typed."""
        match self.act:
            case ReviewAct.CONTINUE:
                return replace(self, until=text)
            case ReviewAct.CORRECT:
                return replace(self, corrected=text)
        return replace(self, ended=text)

    def decision(self, today: date) -> Decision | None:
        """What is to be done, None for later; `FieldError` for a date that cannot stand."""
        match self.act:
            case ReviewAct.END:
                effective = required_date(self.ended, ENDS)
                check_endings([(self.project, effective)])
                return Ended(effective)
            case ReviewAct.CONTINUE:
                return Continued(self._new_end(today), instead_of=self.project.end)
            case ReviewAct.CORRECT:
                return Corrected(self._right_end(), instead_of=self.project.end)
            case ReviewAct.LATER:
                return None

    def fault(self, today: date) -> str:
        """Why it cannot be saved so; empty where it can."""
        try:
            self.decision(today)
        except FieldError as error:
            return str(error)
        return ""

    def doubt(self, today: date) -> str:
        """What is worth a second look; empty for nothing, and where there is a fault."""
        try:
            decision = self.decision(today)
        except FieldError:
            return ""
        if isinstance(decision, Ended) and decision.effective is not None:
            return doubt_of_ending(decision.effective, today)
        if isinstance(decision, Corrected) and decision.end.latest < today:
            return tr("{date} has passed already.", date=decision.end)
        return ""

    def _new_end(self, today: date) -> PartialDate:
        end = required_date(self.until, ENDS)
        rules.check(replace(self.project, end=end))
        if end.latest < today:
            raise DateError(
                tr("{date} has passed already.", date=end),
                tr("Write a day that is still to come, or choose “{act}”.", act=ReviewAct.END.label),
            )
        return end

    def _right_end(self) -> PartialDate:
        end = required_date(self.corrected, ENDS)
        rules.check(replace(self.project, end=end))
        if end == self.project.end:
            raise DateError(
                tr("{date} is the recorded end date already.", date=end),
                tr("Write the right one, or choose “{act}”.", act=ReviewAct.END.label),
            )
        return end
