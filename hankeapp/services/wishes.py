"""Wishes for documents as presets keep them; apart from the presets, since it loads all that prints."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from hankeapp.domain.columns import columns
from hankeapp.domain.query import Query, Sort, View
from hankeapp.reports.entries import ENTRY_FIELDS
from hankeapp.reports.paper import Paper
from hankeapp.reports.project_table import PRINTED
from hankeapp.services.printing import ReportKind, Wish

if TYPE_CHECKING:
    from hankeapp.domain.presets import PrintPreset


def to_json(wish: Wish) -> str:
    """A wish as a preset keeps it; who publishes and what was picked by hand is not among it."""
    return json.dumps(_content(wish), ensure_ascii=False)


def whole_json(wish: Wish) -> str:
    """A wish as a kept report keeps it, with who publishes and what was picked by hand."""
    picked = None if wish.chosen is None else list(wish.chosen)
    return json.dumps(_content(wish) | {"office": wish.office, "chosen": picked}, ensure_ascii=False)


def _content(wish: Wish) -> dict[str, Any]:
    query = wish.query
    return {
        "kind": wish.kind.value,
        "view": query.view.value,
        "text": query.text,
        "sorts": [[sort.field, sort.descending] for sort in query.sorts],
        "group": query.group,
        "columns": wish.columns,
        "fields": wish.fields,
        "paper": asdict(wish.paper) if wish.paper else None,
        "language": wish.language,
    }


def wish_of(preset: PrintPreset) -> Wish:
    """The wish that a preset keeps."""
    return wish_from(preset.content)


def wish_from(text: str) -> Wish:
    """The wish that was kept; columns and fields that the program does not know any more are left out."""
    content: dict[str, Any] = json.loads(text)
    sorts = tuple(Sort(field, descending) for field, descending in content["sorts"])
    known = {column.name for column in columns()}
    return Wish(
        Query(View(content["view"]), content["text"], sorts, content["group"] if content["group"] in known else ""),
        ReportKind(content["kind"]),
        content.get("office", ""),
        content.get("chosen"),
        columns=tuple(name for name in content["columns"] if name in known) or PRINTED,
        fields=tuple(name for name in content["fields"] if name in ENTRY_FIELDS),
        paper=Paper(**content["paper"]) if content["paper"] else None,
        language=content["language"],
    )
