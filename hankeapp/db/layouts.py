"""The web page's layout as the JSON text that the register keeps."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from hankeapp.db.reading import BrokenValue
from hankeapp.domain.page import PageLayout, PageSection
from hankeapp.domain.status import Status


def to_json(layout: PageLayout) -> str:
    """The layout as JSON, statuses as codes."""
    return json.dumps(asdict(layout), ensure_ascii=False, default=lambda status: status.value)


def from_json(text: str) -> PageLayout:
    """The layout that `to_json` wrote; `BrokenValue` for anything else."""
    try:
        return _layout(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BrokenValue(text) from error


def _layout(kept: dict[str, Any]) -> PageLayout:
    sections = tuple(PageSection(**each | {"status": Status(each["status"])}) for each in kept.pop("sections"))
    gaps = tuple((order, gap) for order, gap in kept.pop("gaps"))
    return PageLayout(sections=sections, gaps=gaps, **kept)
