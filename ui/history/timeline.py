"""The preview's timeline: a rail with a dot for each entry, its date at the start, its words behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.clock import Clock
from ui import moments
from ui.moments import tr
from ui.theme import px, theme, tokens
from ui.widgets.buttons import LinkButton
from ui.widgets.chips import Chip
from ui.widgets.textblock import Span
from ui.widgets.wrap import WrapLabel

from .delegate import mark_spans
from .marks import marks
from .outcomes import date
from .story import Entry, proof_sentence

AT_ONCE = 40  # entries shown before "Show all"
CUT, MORE = 3_000, 20_000  # characters of one text shown at once, and added by each "Show all"
_DATES, _RAIL = 56, 26


class Words(QWidget):
    """Bold lead and text with its marks; a very long text begins with its beginning."""

    def __init__(self, lead: str, text: str, level: str, token: str, query: str) -> None:
        super().__init__()
        self._lead, self._text, self._query = lead, text, query
        self._shown = CUT if len(text) > 2 * CUT else len(text)
        self.label = WrapLabel("", level, token, selectable=True)
        self.more = LinkButton(tr("Show all"), level="meta")
        self.more.clicked.connect(self._show_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.label)
        column.addWidget(self.more)
        self._put()

    def _show_more(self) -> None:
        self._shown += MORE
        self._put()

    def _put(self) -> None:
        cut = self._shown < len(self._text)
        text = self._text[: self._shown].rstrip() + "…" if cut else self._text
        lead = f"{self._lead} " if self._lead else ""
        spans = [Span(0, len(self._lead), strong=True, token="text")] if lead else []
        spans += mark_spans([(at + len(lead), long) for at, long in marks(text, self._query)])
        self.label.setText(lead + text, spans)
        self.more.setVisible(cut)


class Point(QWidget):
    """One entry. `says_day` is False where the entry above is of the same day: then only the time stands there."""

    def __init__(self, entry: Entry, clock: Clock, query: str, *, says_day: bool) -> None:
        super().__init__()
        self.entry, self.is_first, self.is_last = entry, False, False
        when = moments.hour(clock, entry.at)
        if says_day:
            when = f"{date(clock, entry.at)}\n{when}"
            if clock.local(entry.at).year != clock.local(clock.now()).year:
                when = when.replace("\n", f"\n{clock.local(entry.at).year}\n")
        self.when = WrapLabel(when, "meta", "text2")
        self.when.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(self.when, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(4)
        if entry.text or entry.lead:
            column.addWidget(self._words(entry, query))
        if entry.proof is not None:
            self._add_proof(column, entry, clock)
        self._row.addLayout(column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(spoken(entry, clock))
        theme().changed.connect(self._fit)
        self._fit()

    def _words(self, entry: Entry, query: str) -> Words:
        level = "reading 15" if entry.manner == "theirs" else "body"
        return Words(entry.lead, entry.text, level, "text2" if entry.manner == "quiet" else "text", query)

    def _add_proof(self, column: QVBoxLayout, entry: Entry, clock: Clock) -> None:
        assert entry.proof is not None
        if entry.say_copy:
            column.addWidget(WrapLabel(f"“{entry.proof.words}”", "reading 15", "text2", selectable=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        self.proof = Chip("link", tr("Proof"), "leaf" if entry.proof.lost_at is None else "neutral")
        self.proof.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.proof.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(self.proof, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(WrapLabel(proof_sentence(entry.proof, clock), "meta", "text2"), 1)
        column.addLayout(row)

    def _fit(self) -> None:
        self.when.setFixedWidth(px(_DATES))
        self._row.setContentsMargins(0, 0, 0, px(12))
        item = self._row.itemAt(1)
        if item is not None and (space := item.spacerItem()) is not None:
            space.changeSize(px(_RAIL), 0)
            self._row.invalidate()

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


def spoken(entry: Entry, clock: Clock) -> str:
    """An entry as a screen reader says it."""
    pieces = [f"{moments.full(clock, entry.at)}.", entry.lead, entry.text[:CUT]]
    if entry.proof is not None:
        pieces += [entry.proof.words[:CUT] if entry.say_copy else "", tr("Proof."), proof_sentence(entry.proof, clock)]
    return " ".join(piece for piece in pieces if piece)


class Timeline(QWidget):
    """The entries, under each other. `shown_all` once the rest was asked for."""

    grown = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._entries: Sequence[Entry] = ()
        self._query = ""
        self.points: list[Point] = []
        self.rest = LinkButton("", level="meta")
        self.rest.clicked.connect(self._show_rest)
        self._column.addWidget(self.rest)
        self._column.addStretch(1)

    def show_entries(self, entries: Sequence[Entry], query: str) -> None:
        """Another conversation, or the same one with other words marked."""
        for point in self.points:
            point.hide()
            point.deleteLater()
        self.points = []
        self._entries, self._query = entries, query
        self._add(AT_ONCE)

    def _add(self, most: int) -> None:
        start = len(self.points)
        for at in range(start, min(len(self._entries), start + most)):
            entry = self._entries[at]
            before = self._entries[at - 1].at if at else None
            point = Point(entry, self._clock, self._query, says_day=not self._same_day(before, entry))
            self._column.insertWidget(at, point)
            self.points.append(point)
        left = len(self._entries) - len(self.points)
        for at, point in enumerate(self.points):
            point.is_first, point.is_last = at == 0, at == len(self.points) - 1 and not left
            point.update()
        self.rest.setText(tr("Show {n} more").format(n=f"{left:,}"))
        self.rest.setVisible(left > 0)
        self.grown.emit()

    def _same_day(self, before: object, entry: Entry) -> bool:
        local = self._clock.local
        return before is not None and local(before).date() == local(entry.at).date()  # type: ignore[arg-type]

    def _show_rest(self) -> None:
        self._add(200)
