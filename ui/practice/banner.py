"""The striped banner that stands over the pretend shop, with its clock: unmistakable (design 12)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from ui import moments
from ui.menus import choice
from ui.moments import tr
from ui.theme import fonts, px, theme
from ui.theme.icons import paint_icon
from ui.theme.keep import keep_colours
from ui.theme.paint import rounded
from ui.widgets.buttons import Button, IconButton
from ui.widgets.elide import ElidedLabel
from ui.widgets.tips import plain_tip

SPEEDS = (("1.0", "1 min = 1 min"), ("6.0", "1 min = 10 s"), ("60.0", "1 min = 1 s"))
_STRIPE = 14
_LEAST_LESSON = 150  # px at 100 % text that a lesson's words need to say anything


class _Notice(QWidget):
    """A shield and the sentence, on amber."""

    def __init__(self, text: str, short: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._short, self._is_short = text, short, False
        self.setAccessibleName(text)
        self.setToolTip(plain_tip(text))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def _size_for(self, text: str) -> QSize:
        metrics = QFontMetrics(fonts.font("strong"))
        return QSize(metrics.horizontalAdvance(text) + px(37), max(px(26), metrics.height() + px(8)))

    def set_short(self, is_short: bool) -> None:
        """Say it in a word."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return self._size_for(self._short if self._is_short else self._text)

    def minimumSizeHint(self) -> QSize:
        return self._size_for(self._short)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().tokens
        fits = self.width() >= self._size_for(self._text).width()
        text = self._text if fits and not self._is_short else self._short
        box = QRect(0, 0, min(self.width(), self._size_for(text).width()), self.height())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveRight(self.width() - 1)
        rounded(painter, box, 5, colours.color("amber_tint"), colours.color("amber_edge"))
        size = px(14)
        paint_icon(painter, box.left() + px(9), (self.height() - size) / 2, "shield", "amber", size)
        painter.setFont(fonts.font("strong"))
        painter.setPen(colours.color("amber"))
        box = box.adjusted(px(9) + size + px(8), 0, -px(4), 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)


class _Chip(QFrame):
    """`Saturday 10:38`, pause, and how fast the pretend day runs."""

    changed = Signal()

    def __init__(self, clock: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._time = ElidedLabel("", "strong")
        self._time.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.pause = IconButton("pause", "")
        self.pause.clicked.connect(self._pause)
        self._speed = Button("", kind="quiet", small=True)
        self._speed.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 2, 0)
        row.setSpacing(2)
        for widget in (self._time, self.pause, self._speed):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        menu = QMenu(self)
        self._choices = choice(menu, ((k, tr(t)) for k, t in SPEEDS), str(float(clock.rate)), self._set_rate)
        menu.addActions(self._choices)
        self._speed.setMenu(menu)
        self.refresh()

    def refresh(self) -> None:
        """The minute has changed, or somebody touched the clock."""
        now = self._clock.now()
        self._time.setText(f"{moments.weekday(self._clock, now)} {moments.hour(self._clock, now)}")
        is_paused = self._clock.is_paused
        self.pause.set_icon("play" if is_paused else "pause")
        self.pause.set_tooltip(tr("Start the clock") if is_paused else tr("Stop the clock"))
        rate = str(float(self._clock.rate))
        self._speed.setText(next((tr(text) for key, text in SPEEDS if key == rate), f"×{self._clock.rate:g}"))

    def _pause(self) -> None:
        if self._clock.is_paused:
            self._clock.resume()
        else:
            self._clock.pause()
        self.refresh()
        self.changed.emit()

    def _set_rate(self, rate: str) -> None:
        self._clock.set_rate(float(rate))
        self.refresh()
        self.changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme().tokens
        rounded(QPainter(self), self.rect(), 5, colours.color("surface"), colours.color("edge"))


class _Lesson(QFrame):
    """Which lesson is open and what there is to do now, while it isn't shown elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = ElidedLabel("", "body")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 0)
        row.addWidget(self.label)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme().tokens
        rounded(QPainter(self), self.rect(), 5, colours.color("surface"), colours.color("edge"))


class PracticeBanner(QWidget):
    """Over every page of the pretend shop. `clock` is its clock: now, local, rate, pause, resume, set_rate."""

    leave_wanted = Signal()
    again_wanted = Signal()
    clock_changed = Signal()

    def __init__(self, clock: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        text = tr("Practice. Nothing here is posted anywhere.")
        self._notice = _Notice(text, tr("Practice"))
        self.chip = _Chip(clock)
        self.chip.changed.connect(self.clock_changed)
        self.again, self.leave = Button("", "undo", small=True), Button("", "x", small=True)
        self._words = (
            (self.again, tr("Start the day again"), tr("Start again")),
            (self.leave, tr("Leave practice"), tr("Leave")),
        )
        for button, whole, _short in self._words:  # in a narrow window their words give way
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            button.setToolTip(plain_tip(whole))
            button.setAccessibleName(whole)
        self.again.clicked.connect(self.ask_again)
        self.leave.clicked.connect(self.leave_wanted)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 7)
        row.setSpacing(10)
        self.lesson = _Lesson()
        row.addWidget(self._notice)
        row.addStretch(1)
        row.addWidget(self.lesson)
        for widget in (self.chip, self.again, self.leave):
            row.addWidget(widget)
        theme().changed.connect(self._fit)
        self._fit()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        keep_colours(self, ground="surface")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._minute)
        self._minute()

    def _fit(self) -> None:
        """The longest words there is room for, a lesson's among them: those on the buttons give way before the
        sentence."""
        gap, whole_lesson = self._row.spacing(), self.lesson.sizeHint().width()
        rooms = (whole_lesson + gap, px(_LEAST_LESSON) + gap, 0) if self.lesson.label.text() else (0,)
        for room in rooms:
            for is_short_notice, are_short in ((False, False), (False, True), (True, False), (True, True)):
                self._notice.set_short(is_short_notice)
                for button, whole, short in self._words:
                    button.setText(short if are_short else whole)
                if self._wide() + room <= self.width():
                    self._fit_lesson()
                    return
        self._fit_lesson()

    def show_lesson(self, text: str) -> None:
        """What there is to do now; "" while that is shown elsewhere."""
        if text != self.lesson.label.text():
            self.lesson.label.setText(text)
            self.lesson.setAccessibleName(text)
            self._fit()

    def _fit_lesson(self) -> None:
        """Only in room that nothing else needs."""
        left = self.width() - self._wide() - self._row.spacing()
        self.lesson.setMaximumWidth(max(0, min(left, self.lesson.sizeHint().width())))
        self.lesson.setVisible(bool(self.lesson.label.text()) and left >= px(_LEAST_LESSON))

    def start(self) -> None:
        """The pretend day goes on."""
        self._clock.resume()
        self.chip.refresh()
        self.clock_changed.emit()
        self._minute()

    def _wide(self) -> int:
        margins, hints = self._row.contentsMargins(), (self._notice, self.chip, self.again, self.leave)
        gaps = self._row.spacing() * len(hints)  # the stretch has one too
        return margins.left() + margins.right() + gaps + sum(one.sizeHint().width() for one in hints)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def ask_again(self) -> None:
        """What was done in this day is thrown away: that is asked first."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self.window())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(tr("Start the day again"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("Start the pretend day again?"))
        box.setInformativeText(tr("Everything done in it is thrown away: replies, drafts and endings."))
        again = box.addButton(tr("Start the day again"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(tr("Keep this day"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        again.clicked.connect(self.again_wanted)
        self.asking = box
        box.open()

    def _minute(self) -> None:
        """Once for each minute of the pretend day."""
        self.chip.refresh()
        seconds = 60 - self._clock.now().second
        self._timer.start(max(250, round(seconds * 1000 / self._clock.rate)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().tokens
        painter.fillRect(self.rect(), colours.color("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color("amber_tint"))
        high, wide = self.height(), px(_STRIPE)
        if not colours.high_contrast:
            for x in range(-high, self.width() + high, 2 * wide):
                stripe = (
                    QPointF(x, high),
                    QPointF(x + high, 0),
                    QPointF(x + high + wide, 0),
                    QPointF(x + wide, high),
                )
                painter.drawPolygon(QPolygonF(stripe))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(QRect(0, high - 2, self.width(), 2), colours.color("amber_edge"))
