""" "Back by": the time we give somebody while we look into it."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QLabel, QTimeEdit, QWidget

from ui import weeks
from ui.moments import tr
from ui.theme import px, theme
from ui.theme.keep import keep_colours, keep_font
from ui.widgets.buttons import FilterButton
from ui.widgets.flow import FlowLayout


class BackBy(QWidget):
    """A time of the shop's own clock, with chips for the usual ones. `picked` follows a person's choice in here."""

    picked = Signal(object)  # datetime

    def __init__(self, parent: QWidget | None = None, *, label: str = "Back by") -> None:
        super().__init__(parent)
        self._now = datetime.now().astimezone()
        self._at = self._now + timedelta(hours=1)
        self._closes: datetime | None = None
        name = QLabel(tr(label))
        name.setTextFormat(Qt.TextFormat.PlainText)
        keep_font(name, "strong")
        self.edit = QTimeEdit()
        weeks.write_as(self.edit, "HH:mm")
        self.edit.setKeyboardTracking(False)  # half a time is no choice yet
        self.edit.setAccessibleName(tr(label))
        name.setBuddy(self.edit)
        self._day = QLabel()
        self._day.setTextFormat(Qt.TextFormat.PlainText)
        keep_colours(self._day, text="text3")
        self.chips = [
            FilterButton(tr(text), small=False)
            for text in ("in 15 min", "in an hour", "by closing", "tomorrow 10:00")
        ]
        for chip, pick in zip(
            self.chips, (self._quarter, self._hour, self._closing, self._tomorrow), strict=True
        ):
            chip.setCheckable(False)
            chip.clicked.connect(pick)
        self.edit.timeChanged.connect(self._edited)
        row = FlowLayout(self, px(7), px(5))
        row.setContentsMargins(px(12), px(7), px(12), px(7))
        for each in (name, self.edit, self._day, *self.chips):
            row.addWidget(each)
        self._same_height = (name, self.edit, self._day)
        theme().changed.connect(self._level)
        self._level()

    def _level(self) -> None:
        for each in self._same_height:
            each.setFixedHeight(self.chips[0].sizeHint().height())

    def begin(self, now: datetime, closes: datetime | None) -> None:
        """Start from an hour after `now` (aware, the shop's zone); `closes`: when it closes, if it is open."""
        self._now, self._closes = now, closes
        self.chips[2].setVisible(closes is not None and closes > now)
        self.set_at(now + timedelta(hours=1))

    def at(self) -> datetime:
        """The time chosen: aware, to the minute."""
        return self._at

    def set_at(self, at: datetime) -> None:
        """Choose this time."""
        self._at = at.replace(second=0, microsecond=0)
        self.edit.blockSignals(True)
        self.edit.setTime(QTime(self._at.hour, self._at.minute))
        self.edit.blockSignals(False)
        self._day.setText("" if self._at.date() == self._now.date() else "tomorrow")
        self._day.setVisible(bool(self._day.text()))

    def _pick(self, at: datetime) -> None:
        self.set_at(at)
        self.picked.emit(self._at)

    def _edited(self, wanted: QTime) -> None:
        at = self._now.replace(hour=wanted.hour(), minute=wanted.minute())
        self._pick(at if at > self._now else at + timedelta(days=1))

    def _quarter(self) -> None:
        self._pick(self._now + timedelta(minutes=15))

    def _hour(self) -> None:
        self._pick(self._now + timedelta(hours=1))

    def _closing(self) -> None:
        if self._closes is not None:
            self._pick(self._closes)

    def _tomorrow(self) -> None:
        self._pick((self._now + timedelta(days=1)).replace(hour=10, minute=0))
