"""Parts stacked without a gap: what parts them are lines and grounds."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


def bare_column(parent: QWidget) -> QVBoxLayout:
    """A column for a widget's parts, without margins and spaces."""
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
