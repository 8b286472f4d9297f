"""Which editor a field has: by its type, never by its name."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from hankeapp.domain.dates import PartialDate
from hankeapp.domain.records import PROJECT
from hankeapp.domain.templates import Months
from hankeapp.domain.values import Cents, Codes, Key, Share
from hankeapp.ui.amount_editor import AmountEditor
from hankeapp.ui.date_editor import DateEditor
from hankeapp.ui.enum_editor import EnumEditor
from hankeapp.ui.line_editor import LineEditor
from hankeapp.ui.listed_editors import ListedEditor
from hankeapp.ui.number_editors import CountEditor, FlagEditor, MonthsEditor
from hankeapp.ui.project_editor import ProjectEditor
from hankeapp.ui.recurring_editor import RecurringEditor
from hankeapp.ui.shown_text import ShownText
from hankeapp.ui.text_editor import TextEditor

if TYPE_CHECKING:
    from hankeapp.domain.fields import Field
    from hankeapp.ui.editor import Editor
    from hankeapp.ui.names import Names


def editor_of(field: Field, names: Names) -> Editor:
    """The editor that a field's declaration asks for; `names` are those behind keys and codes."""
    if not field.editable:
        return ShownText(field)
    if issubclass(field.type, Enum):
        return EnumEditor(field)
    if issubclass(field.type, PartialDate):
        return DateEditor(field)
    if issubclass(field.type, Cents | Share):
        return AmountEditor(field)
    if field.refers == PROJECT:
        return ProjectEditor(field, names)
    if issubclass(field.type, Key | Codes):
        return ListedEditor(field, names)
    if issubclass(field.type, Months):
        return MonthsEditor(field)
    if issubclass(field.type, int):
        return CountEditor(field) if field.optional else FlagEditor(field)
    if field.recurs:
        return RecurringEditor(field, names)
    return TextEditor(field) if field.lines > 1 else LineEditor(field)
