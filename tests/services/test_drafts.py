"""From what was read off a source to projects."""

import pytest

from hankeapp.domain.errors import FieldError
from hankeapp.domain.proposals import Proposal, Reading, Suggestion
from hankeapp.domain.status import Status
from hankeapp.services.intake import as_new, drafts


def proposal(**values):
    suggestions = tuple(Suggestion(field=name, value=value, span=(0, 1)) for name, value in values.items())
    return Proposal(
        text="Aspu-hanke: teksti.", status=Status.ENDED, order=7, suggestions=suggestions, is_paragraph=True
    )


def drafted(*proposals):
    return drafts(as_new(Reading(proposals=proposals), proposals).accepted)


def test_a_draft_has_what_was_suggested_and_where_it_stood():
    (draft,) = drafted(proposal(name="Aspu"))
    assert (draft.name, draft.public_text, draft.status) == ("Aspu", "Aspu-hanke: teksti.", Status.ENDED)
    assert (draft.number, draft.page_order) == ("", 7)


def test_a_draft_that_would_be_refused_is_refused_in_the_trial_too():
    with pytest.raises(FieldError):
        drafted(proposal(name="Aspu"), proposal(name=" "))
