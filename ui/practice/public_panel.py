"""The pretend public: twenty passers-by, where they stand, and what moved them (design 12)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui import moments
from ui.moments import tr
from ui.practice.lesson_box import LessonBox
from ui.theme import px, theme
from ui.theme.keep import keep_colours
from ui.theme.paint import line, rounded
from ui.widgets.announce import announce
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.textblock import Span
from ui.widgets.wrap import WrapLabel

if TYPE_CHECKING:
    from desktop.practice.day import Day
    from desktop.practice.public import Moved

WIDTH = 306
CHANGE_MS = 120
MOST = 30  # causes listed
BESIDE_LESSON = 3  # of them over a lesson, so that it stays in sight
_LOOKS = {"comes": ("ink", "ink"), "unsure": ("chart_b", "chart_c"), "gone": ("sunken", "line")}
_GROUPS = {"comes": "would come in", "unsure": "not sure", "gone": "went elsewhere"}
_WENT = {
    "comes": ("{n} came in.", "leaf"),
    "unsure": ("{n} not sure.", "amber"),
    "gone": ("{n} left.", "brick"),
}


class PublicPanel(QFrame):
    """`closed` follows its cross."""

    closed = Signal()

    def __init__(self, clock: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock, self._day = clock, None
        self.squares, self.counts = _Squares(), WrapLabel("", "meta", "text2")
        self.lesson = LessonBox()
        self.moved = WrapLabel(tr("Nothing yet today."), "meta", "text3")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(8))
        self.more = LinkButton("")
        self.more.clicked.connect(self._show_all)
        self.more.hide()
        self._shows_all = False
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._build()
        for widget in (self, self._area):
            keep_colours(widget, ground="surface")
        theme().changed.connect(self._fit)
        self._fit()

    _day: Day | None

    def _build(self) -> None:
        inner = QWidget()
        keep_colours(inner, ground="surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, px(9), 14, px(12))
        column.setSpacing(px(6))
        head = QHBoxLayout()
        head.addWidget(WrapLabel(tr("The pretend public"), "strong"), 1)
        cross = IconButton("x", tr("Hide the pretend public"))
        cross.clicked.connect(self.closed)
        head.addWidget(cross)
        column.addLayout(head)
        column.addWidget(WrapLabel(tr("20 passers-by read your page today"), "meta", "text2"))
        for widget in (self.squares, self.counts, _Rule()):
            column.addWidget(widget)
        column.addWidget(WrapLabel(tr("What moved them"), "strong", "text2"))
        column.addWidget(self.moved)
        column.addLayout(self._lines)
        column.addWidget(self.more)
        column.addSpacing(px(10))
        column.addWidget(self.lesson)
        column.addStretch(1)
        self._area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.addWidget(self._area)

    def _fit(self) -> None:
        self.setFixedWidth(px(WIDTH))

    def show_day(self, day: Day) -> None:
        """Where everybody stands now; a new cause is said aloud."""
        old, self._day = self._day, day
        if day == old:
            return
        self.lesson.show_lesson(day.lesson)
        self._say_counts(day)
        self.moved.setVisible(not day.public.moved)
        self._list(day)
        if old is not None and len(day.public.moved) > len(old.public.moved):
            announce(self, _said(day.public.moved[0])[0])

    def _show_all(self) -> None:
        """All causes, also over a lesson."""
        self._shows_all = True
        if self._day is not None:
            self._list(self._day)

    def _list(self, day: Day) -> None:
        few = day.lesson is not None and not self._shows_all
        number, most = len(day.public.moved), BESIDE_LESSON if few else MOST
        self.more.setText(tr("All {n}").format(n=number))
        self.more.setVisible(few and number > most)
        while (item := self._lines.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for moved in day.public.moved[:most]:
            self._lines.addWidget(_Line(self._time(moved), *_said(moved)))

    def _say_counts(self, day: Day) -> None:
        groups, text, spans = day.public.groups, "", list[Span]()
        for key, words in _GROUPS.items():
            text += "  " if text else ""
            spans.append(Span(len(text), len(str(groups[key])), strong=True))
            text += f"{groups[key]} {tr(words)}"
        self.counts.setText(text, tuple(spans))
        self.squares.show_groups(groups, text)

    def _time(self, moved: Moved) -> str:
        """`10:31`, and for another day `Fri`."""
        today = self._clock.local(self._clock.now()).date()
        is_today = self._clock.local(moved.at).date() == today
        return (moments.hour if is_today else moments.short_weekday)(self._clock, moved.at)

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self.width() - 1 if self.isRightToLeft() else 0
        line(QPainter(self), self.rect().adjusted(side, 0, side - self.width() + 1, 0))


def _said(moved: Moved) -> tuple[str, tuple[Span, ...]]:
    """The cause, and in colour how many went where."""
    if not moved.number:
        return tr(moved.text), ()
    went, token = _WENT[moved.to]
    end = tr(went).format(n=moved.number)
    text = f"{moved.text} {end}"
    return text, (Span(len(text) - len(end), len(end), strong=True, token=token),)


class _Line(QWidget):
    """When, and what."""

    def __init__(self, time: str, text: str, spans: tuple[Span, ...]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, px(6))
        row.setSpacing(px(10))
        when = WrapLabel(time, "meta", "text2")
        when.setFixedWidth(px(40))
        row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        self.label = WrapLabel(text, "body", spans=spans)
        row.addWidget(self.label, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), self.rect().adjusted(0, self.height() - 1, 0, 0))


class _Rule(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(9)

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), self.rect().adjusted(0, 4, 0, -4))


class _Squares(QWidget):
    """One square for each passer-by, those who would come in first."""

    def __init__(self) -> None:
        super().__init__()
        self._order: list[str] = []
        self._was: list[str] = []  # before the last change
        self.changing = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=CHANGE_MS)
        self.changing.valueChanged.connect(lambda _: self.update())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_groups(self, groups: Any, spoken: str) -> None:
        """How many are in each group; `spoken` for who can't see the squares."""
        now = [key for key in _LOOKS for _ in range(groups[key])]
        if now != self._order:
            self._was, self._order = self._order, now
            self.changing.stop()
            if theme().fades() and len(self._was) == len(now):
                self.changing.start()
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH - 28), px(15))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, px(15))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().tokens
        step = self.width() / max(1, len(self._order))
        is_changing = self.changing.state() == QVariantAnimation.State.Running
        share = float(self.changing.currentValue()) if is_changing else 1.0
        for at, key in enumerate(self._order):
            x = self.width() - (at + 1) * step if self.isRightToLeft() else at * step
            before = _LOOKS[self._was[at]] if is_changing else _LOOKS[key]
            pairs = zip(before, _LOOKS[key], strict=True)
            ground, edge = (_between(colours.color(old), colours.color(new), share) for old, new in pairs)
            rounded(painter, QRectF(x, 0, step - 3, self.height()), 3, ground, edge)


def _between(old: QColor, new: QColor, share: float) -> QColor:
    pairs = zip((old.red(), old.green(), old.blue()), (new.red(), new.green(), new.blue()), strict=True)
    return QColor(*(round(a + (b - a) * share) for a, b in pairs))
