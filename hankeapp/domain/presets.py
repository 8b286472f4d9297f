"""Print presets: what the office prints again and again, under names of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from hankeapp.domain.fields import Field, Group
from hankeapp.translation import mark


@dataclass(frozen=True, kw_only=True)
class PrintPreset:
    """A wish for a document under a name; `content` is JSON, written and read by `services.wishes`."""

    id: str = ""
    name: Annotated[str, Field(label=mark("Name"), group=Group.BASICS, required=True)]
    content: Annotated[str, Field(label=mark("What is printed"), group=Group.BASICS, editable=False)] = "{}"
