"""The list under a field in which a person types: the keyboard stays in the field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListView

from hankeapp.translation import tr


def dress_offered(view: QListView) -> None:
    """Make a list one of suggestions: chosen by a click, or by keys that the field hands on."""
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setAccessibleName(tr("Suggestions"))
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setMouseTracking(True)
