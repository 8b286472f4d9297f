""" "Tallenna haku…": under which name the search that is shown is kept; one of the saved ones can be replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout
from typing_extensions import override

from hankeapp.domain.columns import column_of
from hankeapp.domain.errors import FieldError
from hankeapp.domain.query import View
from hankeapp.domain.query_language import parse
from hankeapp.domain.query_writing import value_text
from hankeapp.services.named_rows import called
from hankeapp.translation import tr
from hankeapp.ui import buttons, questions
from hankeapp.ui.choice_box import ChoiceBox
from hankeapp.ui.form_row import FormRow
from hankeapp.ui.labels import breakable, label
from hankeapp.ui.look import look
from hankeapp.ui.stacking import Foot, bare_column, dialog_body

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from hankeapp.domain.query import Query
    from hankeapp.domain.saved_searches import SavedSearch
    from hankeapp.services.saved_searches import SavedSearches

WIDTH = 540
"""Px at 100 % text."""
_LONGEST = 60
"""Characters of a name that is proposed."""


def ask_search(searches: SavedSearches, query: Query, today: date, parent: QWidget | None) -> bool:
    """Save a query under the name that the person gives; whether it was saved."""
    return questions.run(SaveSearchDialog(searches, query, today, parent))


class SaveSearchDialog(QDialog):
    """Saves when it is accepted; what is wrong with the name stands under it."""

    def __init__(self, searches: SavedSearches, query: Query, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("save_search")
        self.setWindowTitle(tr("Save the search"))
        self._searches = searches
        self._query = query
        self._known = searches.all()
        self.name = ChoiceBox()
        self.name.setEditable(True)
        self.name.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)
        # Completed, the first Enter would put the name of another search in the place of the one that is proposed.
        self.name.setCompleter(None)  # type: ignore[arg-type]
        self.name.addItems([each.name for each in self._known])
        self.name.setEditText(proposed_name(query, today))
        self.name.editTextChanged.connect(self._tell_act)
        self._save = buttons.primary("")
        self._save.setDefault(True)
        self._save.clicked.connect(self.accept)
        self._column = bare_column(self)
        self._lay_out()
        self._tell_act()
        self.setFixedWidth(look().fonts.px(WIDTH))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.lineEdit().selectAll()  # type: ignore[union-attr]

    @override
    def accept(self) -> None:
        try:
            if self._same is None:
                self._searches.add(self.name.currentText(), self._query)
            else:
                self._searches.ask(self._same, self._query)
        except FieldError as error:
            self._row.show_error(str(error))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().accept()

    @property
    def _same(self) -> SavedSearch | None:
        """The saved search that has this name already."""
        return called(self._known, self.name.currentText())

    def _tell_act(self) -> None:
        same = self._same
        self._save.setText(tr("Save the search") if same is None else tr("Replace the search"))
        if same is None:
            self._row.show_hint()
        else:
            self._row.show_warning(tr("There is a search of this name. What it finds is replaced."))

    def _lay_out(self) -> None:
        body, words = dialog_body()
        words.addWidget(label(tr("Save the search"), "dialog"))
        words.addWidget(label(breakable(told(self._query)), "secondary", wrap=True))
        form = QGridLayout()
        form.setHorizontalSpacing(0)
        form.setColumnStretch(1, 1)
        hint = tr("Everyone who opens the register finds it in the sidebar.")
        self._row = FormRow(form, tr("Name"), self.name, hint=hint, required=True)
        self.name.lineEdit().setAccessibleName(self.name.accessibleName())  # type: ignore[union-attr]
        words.addLayout(form)
        self._column.addWidget(body, 1)
        cancel = buttons.ordinary(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self._column.addWidget(Foot((cancel, self._save)))


def proposed_name(query: Query, today: date) -> str:
    """A name made of what the query asks."""
    terms = parse(query.text, today).terms
    words = ", ".join(value_text(each).lstrip("=").strip("\"'") for term in terms for each in term.any_of)
    if not words:
        return query.view.label
    name = words[0].upper() + words[1:]
    if query.view is not View.ALL:
        name = f"{query.view.label}: {name}"
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


def told(query: Query) -> str:
    """What is saved, in one line."""
    parts = [query.view.label]
    if query.text.strip():
        parts.append(query.text.strip())
    if query.sorts:
        titles = [_title(sort.field) for sort in query.sorts]
        parts.append(tr("Order: {field}", field=", ".join(titles)))
    if query.group:
        parts.append(tr("Grouped by: {field}", field=_title(query.group)))
    return " · ".join(parts)


def _title(column: str) -> str:
    return tr("Name") if column == "title" else column_of(column).title
