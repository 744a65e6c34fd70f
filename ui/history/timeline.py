"""The preview's timeline: a rail with a dot for each entry, its date at the start, its words behind it.

Points are put in their places here, not by Qt's layouts: those ask a wrapped text for its height fifty
times before they settle, and a reader who holds an arrow key feels that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from desktop.clock import Clock
from ui import moments, words
from ui.moments import figure, tr
from ui.theme import px, theme, tokens
from ui.widgets.buttons import LinkButton
from ui.widgets.chips import Chip
from ui.widgets.textblock import Span
from ui.widgets.wrap import WrapLabel

from .delegate import mark_spans
from .marks import NOTHING, Looked, marks
from .outcomes import date
from .story import Entry, proof_sentence

AT_ONCE, TURN, MOST = 16, 12, 240  # entries built at once, in one more turn, and before "Show … more"
CUT, MORE = 3_000, 20_000  # characters of one text shown at first, and added by each "Show all"
_DATES, _RAIL, _GAP, _BELOW = 56, 26, 4, 12


class Words:
    """Bold lead and text with its marks; a very long text begins with its beginning, and what its writer took down
    is read only by who asks for it."""

    def __init__(self, point: QWidget, entry: Entry, query: Looked, grown: Callable[[], None]) -> None:
        self._lead, self._text, self._query, self._grown = entry.lead, entry.text, query, grown
        self._shown = CUT if len(entry.text) > 2 * CUT else len(entry.text)
        self._is_kept_back = entry.is_taken_down
        level = "reading 15" if entry.manner == "theirs" else "body"
        token = "text2" if entry.manner == "quiet" else "text"
        self.label = WrapLabel("", level, token, selectable=True, parent=point)
        self.more = LinkButton("", level="meta", parent=point)
        self.more.clicked.connect(self._show_more)
        self._put()

    def _show_more(self) -> None:
        self._shown += 0 if self._is_kept_back else MORE
        self._is_kept_back = False
        self._put()
        self._grown()

    def _put(self) -> None:
        cut = self._shown < len(self._text)
        text = self._text[: self._shown].rstrip() + "…" if cut else self._text
        if self._is_kept_back:
            text = words.taken_down()
        lead = f"{self._lead} " if self._lead else ""
        spans = [Span(0, len(self._lead), strong=True, token="text")] if lead else []
        if not self._is_kept_back:
            spans += mark_spans([(at + len(lead), long) for at, long in marks(text, self._query)])
        self.label.setText(lead + text, spans)
        self.more.setText(tr("Show what we kept") if self._is_kept_back else tr("Show all"))
        self.more.setVisible(cut or self._is_kept_back)


class Point(QWidget):
    """One entry. `says_day` is False where the entry above is of the same day: then only the time stands there."""

    def __init__(
        self, entry: Entry, clock: Clock, query: Looked, grown: Callable[[], None], *, says_day: bool
    ) -> None:
        super().__init__()
        self.entry, self.is_first, self.is_last = entry, False, False
        self.when = WrapLabel(_when(entry.at, clock, says_day=says_day), "meta", "text2", parent=self)
        self.when.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self.words = Words(self, entry, query, grown) if entry.text or entry.lead else None
        self.copy: WrapLabel | None = None
        self.proof: Chip | None = None
        if entry.proof is not None:
            self._add_proof(entry, clock)
        self.setAccessibleName(spoken(entry, clock))

    def _add_proof(self, entry: Entry, clock: Clock) -> None:
        assert entry.proof is not None
        if entry.say_copy:
            said = f"“{entry.proof.words}”"
            self.copy = WrapLabel(said, "reading 15", "text2", selectable=True, parent=self)
        self.proof = Chip(
            "link", tr("Proof"), "leaf" if entry.proof.lost_at is None else "neutral", parent=self
        )
        self.proof.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.proof.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.sentence = WrapLabel(proof_sentence(entry.proof, clock), "meta", "text2", parent=self)

    def arrange(self, width: int) -> int:
        """Puts everything in its place for a width; returns the height, in px."""
        self._width = width
        start, y = px(_DATES) + px(_RAIL), 0
        room = max(px(80), width - start)
        dates = self._put(self.when, 0, 0, px(_DATES))
        if self.words is not None:
            y += self._put(self.words.label, start, y, room)
            if not self.words.more.isHidden():
                y += self._put(self.words.more, start, y, min(room, self.words.more.sizeHint().width()))
        if self.copy is not None:
            y += px(_GAP) + self._put(self.copy, start, y + px(_GAP), room)
        if self.proof is not None:
            y += px(_GAP) if y else 0
            chip = min(self.proof.sizeHint().width(), room // 2)
            high = self._put(self.proof, start, y - px(3), chip)
            y += max(high, self._put(self.sentence, start + chip + px(8), y, room - chip - px(8)))
        return max(dates, y) + px(_BELOW)

    def _put(self, widget: QWidget, x: int, y: int, width: int) -> int:
        high = widget.sizeHint().height()
        if widget.hasHeightForWidth():
            high = widget.heightForWidth(width)
            widget.setMinimumHeight(high)  # until it is shown it would hold that of the width it was born with
        whole, box = QRect(0, 0, self._width, high), QRect(x, 0, width, high)
        widget.setGeometry(QStyle.visualRect(self.layoutDirection(), whole, box).translated(0, y))
        return high

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = px(_DATES) + px(_RAIL) / 2 - 1
        x = self.width() - x if self.isRightToLeft() else x
        middle, radius = px(9), px(4.5)
        top = middle if self.is_first else 0
        bottom = middle if self.is_last else self.height()
        painter.fillRect(QRectF(x - 1, top, 2, bottom - top), tokens().color("line"))
        filled = self.entry.manner == "theirs" and self.entry.is_public
        painter.setPen(QPen(tokens().color("ink"), 2))
        painter.setBrush(tokens().color("ink" if filled else "surface"))
        painter.drawEllipse(QPointF(x, middle), radius, radius)


def _when(at: datetime, clock: Clock, *, says_day: bool) -> str:
    """`17:50`, or with its day in front of it; the year too when it is another one."""
    lines = [moments.hour(clock, at)]
    if says_day:
        local = clock.local(at)
        year = [str(local.year)] if local.year != clock.local(clock.now()).year else []
        lines = [date(clock, at), *year, *lines]
    return "\n".join(lines)


def spoken(entry: Entry, clock: Clock) -> str:
    """An entry as a screen reader says it."""
    said = words.taken_down() if entry.is_taken_down else entry.text[:CUT]
    pieces = [f"{moments.full(clock, entry.at)}.", entry.lead, said]
    if entry.proof is not None:
        copy = entry.proof.words[:CUT] if entry.say_copy else ""
        pieces += [copy, tr("Proof."), proof_sentence(entry.proof, clock)]
    return " ".join(piece for piece in pieces if piece)


class Timeline(QWidget):
    """The entries, under each other, as high as they are."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock, self._query, self._high = clock, NOTHING, 0
        self._entries: Sequence[Entry] = ()
        self.points: list[Point] = []
        self.rest = LinkButton("", level="meta", parent=self)
        self.rest.clicked.connect(self._show_more)
        self._allowed = MOST
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(lambda: self._add(TURN))
        self.rest.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # In the next turn: the labels get their new fonts in this one.
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self.arrange)
        theme().changed.connect(self._again.start)

    def show_entries(self, entries: Sequence[Entry], query: Looked) -> None:
        """Another conversation, or the same one with other words marked."""
        for point in self.points:
            point.hide()
            point.deleteLater()
        self.points = []
        self._entries, self._query, self._allowed = entries, query, MOST
        self._later.stop()
        self._add(AT_ONCE)

    def _show_more(self) -> None:
        self._allowed += MOST
        self._add(TURN)

    def _add(self, most: int) -> None:
        start = len(self.points)
        for at in range(start, min(len(self._entries), start + most)):
            entry = self._entries[at]
            before = self._entries[at - 1].at if at else None
            says_day = before is None or self._day(before) != self._day(entry.at)
            point = Point(entry, self._clock, self._query, self.arrange, says_day=says_day)
            point.setParent(self)
            self.points.append(point)
        left = len(self._entries) - len(self.points)
        for at, point in enumerate(self.points):
            point.is_first, point.is_last = at == 0, at == len(self.points) - 1 and not left
        self.rest.setText(tr("Show {n} more").format(n=figure(left)))
        goes_on = bool(left) and len(self.points) < self._allowed
        self.rest.setVisible(left > 0 and not goes_on)
        if goes_on:
            self._later.start()
        self.arrange()
        for point in self.points[start:]:
            point.show()

    def _day(self, at: datetime) -> object:
        return self._clock.local(at).date()

    def arrange(self) -> None:
        """Everything in its place for the present width."""
        self._high = self._arranged(self.width())
        self.setFixedHeight(max(1, self._high))

    def _arranged(self, width: int) -> int:
        y = 0
        for point in self.points:
            high = point.arrange(width)
            point.setGeometry(0, y, width, high)
            point.update()
            y += high
        if not self.rest.isHidden():
            hint = self.rest.sizeHint()
            box = QRect(px(_DATES) + px(_RAIL), y, hint.width(), hint.height())
            self.rest.setGeometry(QStyle.visualRect(self.layoutDirection(), QRect(0, 0, width, y), box))
            y += hint.height()
        return y

    def sizeHint(self) -> QSize:
        return QSize(px(340), self._high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.arrange()
