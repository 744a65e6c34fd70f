"""The head of the page: its name, what it is, and the field that has the keyboard when one comes here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from desktop.searching import parse, split
from ui.moments import tr
from ui.theme import fonts, px, theme, tokens
from ui.theme.icons import paint_icon
from ui.theme.keep import keep_colours
from ui.theme.paint import line, words_in
from ui.widgets.elide import ElidedLabel

from .chips import FilterChip, MoreChip, called
from .suggestions import Suggestions

PAUSE = 120  # ms after the last letter before looking
_GO = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_PageDown)
_EXPORT = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E)
_SHARE = 0.6  # of the field, for its chips at most
_GAP = 4


class SearchField(QLineEdit):
    """Its text is the words; its filters stand as chips before them. `searched` follows a pause in typing; `left`
    when the keyboard goes on to the results.
    """

    searched = Signal(object)  # str: the whole query
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Search people and words"))
        self.setAccessibleName(tr("Search people and words"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chips: list[FilterChip] = []
        self.more = MoreChip(self)
        self.more.gone.connect(self.take_out)
        self._filters: list[str] = []  # each as it is written: `kind:complaint`
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._tell)
        self.suggestions = Suggestions(self)
        self.suggestions.taken.connect(self._take_suggestion)
        self.textChanged.connect(lambda: self._pause.start())
        self.textEdited.connect(lambda: self._edited())
        theme().changed.connect(self._fit)
        self._fit()

    # --- the whole query -------------------------------------------------------------------------------------

    def whole(self) -> str:
        """Filters and words, as one could type them."""
        return " ".join([*self._filters, self.text()]).lstrip()

    def set_whole(self, query: str) -> None:
        """Another query; what was looked for is looked for at once."""
        self._set_filters([])
        self.setText(query)
        self._absorb(to_the_end=True)
        self._pause.start()
        self.tell_now()

    def clear(self) -> None:
        self._set_filters([])
        super().clear()
        self._pause.start()

    def _edited(self) -> None:
        self._absorb()
        self.suggestions.offer(self.text()[: self.cursorPosition()])

    def _absorb(self, *, to_the_end: bool = False) -> None:
        """Filters that are wholly typed become chips: a space stands behind them, or all has been typed."""
        found, rest = split(self.text(), unfinished_too=to_the_end)
        if found:
            self.setText(rest)
            self._set_filters(list(dict.fromkeys([*self._filters, *found])))

    def _take_suggestion(self, before: str, words: str) -> None:
        """What was being typed (`before`, up to where one types) becomes `words`."""
        behind = self.text()[len(before) :]
        start = before[: len(before) - len(before.split(" ")[-1])]
        self.setText(start + words + behind)
        self.setCursorPosition(len(start + words))
        self._absorb()
        self._pause.start()

    # --- chips ---------------------------------------------------------------------------------------------------

    def _set_filters(self, filters: list[str]) -> None:
        self._filters = filters
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for written in filters:
            chip = FilterChip(called(parse(written).filters[0]), self)
            chip.gone.connect(lambda written=written: self.take_out(written))
            chip.setVisible(True)
            self.chips.append(chip)
        before: QWidget = self
        for one in (*self.chips, self.more):
            QWidget.setTabOrder(before, one)
            before = one
        self._fit()

    def take_out(self, written: str) -> None:
        """One filter less."""
        self._set_filters([one for one in self._filters if one != written])
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._pause.start()
        self.tell_now()

    def _hint(self) -> str:
        return tr("Esc clears")

    def _fit(self) -> None:
        metrics = QFontMetrics(fonts.font("meta"))
        self.setFixedHeight(max(px(34), self.fontMetrics().height() + px(14)))
        before, after = self._place_chips(), metrics.horizontalAdvance(self._hint()) + px(14)
        self.setTextMargins(*((after, 0, before, 0) if self.isRightToLeft() else (before, 0, after, 0)))

    def _place_chips(self) -> int:
        """Puts them in a row; returns where the words begin. Those that find no room stand in one chip behind them."""
        at, room = px(34), int(self.width() * _SHARE)
        wide = [chip.sizeHint().width() + px(_GAP) for chip in self.chips]
        fit = len(wide)
        if at + sum(wide) > room:
            left = room - self.more.sizeHint().width()
            fit = max(1, next(n for n in range(len(wide), -1, -1) if not n or at + sum(wide[:n]) <= left))
        self.more.hold([(written, chip.text()) for written, chip in zip(self._filters, self.chips, strict=True)][fit:])
        for n, chip in enumerate(self.chips):
            chip.setVisible(n < fit)
        shown: QToolButton
        for shown in (*self.chips[:fit], *((self.more,) if fit < len(wide) else ())):
            size = shown.sizeHint()
            shown.resize(size)
            x = self.width() - at - size.width() if self.isRightToLeft() else at
            shown.move(x, (self.height() - size.height()) // 2)
            at += size.width() + px(_GAP)
        return at + px(2) if self.chips else px(28)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(px(480), self.height())

    # --- keys ------------------------------------------------------------------------------------------------------

    def _tell(self) -> None:
        self.searched.emit(self.whole())

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return super().event(event)
        if event.keyCombination() == _EXPORT:
            event.ignore()  # under X11 a field would take it for End
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.suggestions.are_open() and key in (*_GO, Qt.Key.Key_Escape, Qt.Key.Key_Tab):
            event.ignore()  # the list under the field takes it
        elif key == Qt.Key.Key_Escape and self.whole():
            self.clear()
            self.tell_now()
        elif key in _GO or key == Qt.Key.Key_Escape:
            self._absorb(to_the_end=True)
            self.tell_now()
            self.left.emit()
        elif key == Qt.Key.Key_Backspace and self._filters and self._is_at_the_start():
            self.take_out(self._filters[-1])
        else:
            super().keyPressEvent(event)

    def _is_at_the_start(self) -> bool:
        return self.cursorPosition() == 0 and not self.hasSelectedText()

    def tell_now(self) -> None:
        """Looks without waiting for a pause."""
        if self._pause.isActive():
            self._pause.stop()
            self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        size, rtl = px(16), self.isRightToLeft()
        x = self.width() - px(11) - size if rtl else px(11)
        paint_icon(painter, x, (self.height() - size) / 2, "search", "text2", size)
        if self.whole():
            painter.setFont(fonts.font("meta"))
            painter.setPen(tokens().color("text2"))
            side = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
            room = QRectF(self.rect()).adjusted(px(12), 0, -px(12), 0)
            words_in(painter, room, self._hint(), side | Qt.AlignmentFlag.AlignVCenter)


class Header(QWidget):
    """48 px: "History", and where it all is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel(tr("History"), "page")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        sub = tr("Everything is on this computer. Search works offline.")
        self.subtitle = ElidedLabel(sub, "body", "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 1)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.subtitle, 1)
        self.row = row
        keep_colours(self, ground="paper")
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(max(48, px(48)))

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), self.rect().adjusted(0, self.height() - 1, 0, 0))


class Strip(QWidget):
    """A line with what is above it: the search row, or the row over the results."""

    def __init__(self, ground: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row, self._ground = QHBoxLayout(self), ground

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens().color(self._ground))
        line(QPainter(self), self.rect().adjusted(0, self.height() - 1, 0, 0))
