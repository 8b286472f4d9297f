"""A small calendar under a date's field: a day of it, or as little as its month or its year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QTableView, QToolButton, QVBoxLayout
from typing_extensions import override

from hankeapp.domain.dates import PartialDate
from hankeapp.translation import tr
from hankeapp.ui import buttons, icons
from hankeapp.ui.look import look

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_FIRST, _LAST = QDate(1900, 1, 1), QDate(2199, 12, 31)


class CalendarPopup(QFrame):
    """Gives one date and is gone; Esc, or a click beside it, gives none.

    What is known of a date is often only its month: that and the year are picked with a button each, so that no day is
    made up.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, date: PartialDate | None, name: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popup")
        self.setAccessibleName(tr("Calendar: {name}", name=name))
        self.calendar = QCalendarWidget()
        self.month = buttons.quiet("")
        self.year = buttons.quiet("")
        self._set_up(date)
        self._lay_out()
        self.calendar.activated.connect(self._choose_day)
        self.calendar.clicked.connect(self._choose_day)
        self.calendar.currentPageChanged.connect(self._name_page)
        self.month.clicked.connect(self._choose_month)
        self.year.clicked.connect(self._choose_year)
        self._name_page()

    def open_under(self, field: QWidget) -> None:
        """Show it below a field, or above it where the screen ends; the keyboard is in its days."""
        self.adjustSize()
        place = field.mapToGlobal(field.rect().bottomLeft())
        room = field.screen().availableGeometry()
        if place.y() + self.height() > room.bottom():
            place = field.mapToGlobal(field.rect().topLeft())
            place.setY(place.y() - self.height())
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        self.move(place)
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F4}:
            self.close()
        else:
            super().keyPressEvent(event)

    def _set_up(self, date: PartialDate | None) -> None:
        days = self.calendar.findChild(QTableView)
        assert days is not None
        for part in (self.calendar, days):
            part.setAccessibleName(self.accessibleName())
        self.calendar.setDateRange(_FIRST, _LAST)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.calendar.setDateEditEnabled(False)
        self.calendar.setMinimumHeight(look().fonts.px(180))
        # Red weekends would be colour without a meaning here.
        plain = QTextCharFormat()
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)
        if date is not None:
            first = date.earliest
            self.calendar.setSelectedDate(QDate(first.year, first.month, first.day))
        for button, icon, name in (
            ("qt_calendar_prevmonth", "chevron-left", tr("Previous month")),
            ("qt_calendar_nextmonth", "chevron-right", tr("Next month")),
        ):
            arrow = self.calendar.findChild(QToolButton, button)
            assert arrow is not None
            icons.put(arrow, icon)
            arrow.setAccessibleName(name)

    def _lay_out(self) -> None:
        px = look().fonts.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(6), px(6), px(6), px(6))
        column.setSpacing(px(4))
        column.addWidget(self.calendar)
        row = QHBoxLayout()
        row.addWidget(self.month)
        row.addWidget(self.year)
        row.addStretch()
        column.addLayout(row)

    def _name_page(self) -> None:
        year, month = self.calendar.yearShown(), self.calendar.monthShown()
        self.month.setText(tr("Whole month {month}", month=PartialDate(year, month)))
        self.year.setText(tr("Whole year {year}", year=year))

    def _choose_day(self, day: QDate) -> None:
        self._choose(PartialDate(day.year(), day.month(), day.day()))

    def _choose_month(self) -> None:
        self._choose(PartialDate(self.calendar.yearShown(), self.calendar.monthShown()))

    def _choose_year(self) -> None:
        self._choose(PartialDate(self.calendar.yearShown()))

    def _choose(self, date: PartialDate) -> None:
        self.close()
        self.chosen.emit(date)
