"""The bar along the foot of the window: connection, outbox, next promise, trouble, keys.

Every field is a flat button that can be reached with Tab. What they say is worked out in `status`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from desktop.clock import Clock
from desktop.errors import ShopError
from desktop.records import Debt
from ui import status, words
from ui.moments import tr
from ui.status import Connection, Outbox
from ui.theme import fonts, px, theme
from ui.theme.focus import set_ring
from ui.theme.icons import paint_icon
from ui.theme.keep import keep_colours
from ui.theme.paint import filled, rounded, start_side, words_in
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.elide import ElidedLabel
from ui.widgets.keycap import Keycap
from ui.widgets.tips import plain_tip
from ui.words import Word


class Field(QToolButton):
    """One field: an icon and words in a tone; words that don't fit are cut and shown on hover."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = Word("")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        set_ring(self, "inside")
        theme().changed.connect(self.updateGeometry)

    def set_word(self, word: Word) -> None:
        if word != self._word:
            self._word = word
            self.setText(word.text.replace("&", "&&"))
            self.setAccessibleName(word.text)
            self.setToolTip(plain_tip(word.text))
            self.updateGeometry()
            self.update()

    def word(self) -> Word:
        return self._word

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(fonts.font("meta", tabular=True))
        icon = px(14) + px(6) if self._word.icon else 0
        wide = metrics.horizontalAdvance(self._word.text) + icon + px(12) + 2
        return QSize(wide, max(px(26), metrics.height() + 4))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), px(86)), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().tokens
        if self.underMouse() or self.isDown():
            wash = QColor(colours.color("text"))
            wash.setAlpha(34 if self.isDown() else 16)
            rounded(painter, self.rect(), 4, wash)
        tone = colours.tone(self._word.tone)
        left, rtl = px(6), self.isRightToLeft()
        if self._word.icon:
            size = px(14)
            x = self.width() - left - size if rtl else left
            paint_icon(painter, x, (self.height() - size) / 2, self._word.icon, tone, size)
            left += size + px(6)
        painter.setFont(fonts.font("meta", tabular=True))
        painter.setPen(tone)
        room = QRectF(px(4) if rtl else left, 0, self.width() - left - px(4), self.height())
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(self._word.text, Qt.TextElideMode.ElideRight, int(room.width()))
        words_in(painter, room, shown, start_side(rtl=rtl))


class _Divider(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(px(9), 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        middle, high = self.width() // 2, px(14)
        box = QRect(middle, (self.height() - high) // 2, 1, high)
        filled(QPainter(self), box, theme().tokens.color("line"))


class _Hint(ElidedLabel):
    """Takes only the room that nothing else needs; a few letters of it would help nobody."""

    def __init__(self) -> None:
        super().__init__("", "meta", "text2")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() * 2 > self.sizeHint().width():
            super().paintEvent(event)


class StatusBar(QFrame):
    """Show it what is so with `set_connection`, `set_outbox`, `set_owed`, `set_trouble`, `set_hint`."""

    check_wanted = Signal()
    stop_checking_wanted = Signal()
    outbox_wanted = Signal()
    undo_wanted = Signal()
    promise_wanted = Signal()
    trouble_wanted = Signal()
    asking_wanted = Signal()
    keys_wanted = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._connection, self._outbox = Connection(), Outbox()
        self._error: ShopError | None = None
        self._unsaved = 0
        self._needing = 0
        keep_colours(self, ground="sunken")
        self.connection, self.outbox, self.promise, self.trouble = Field(), Field(), Field(), Field()
        self.asking, self.last = Field(), Field()
        self.stop = IconButton("x", tr("Stop checking"), size=12)
        self.undo = LinkButton(tr("Undo"), level="meta")
        self._undo_key = Keycap("Ctrl Z")
        self._hint = _Hint()
        self.keys = Field()
        self.keys.set_word(Word(tr("? for keys")))
        self._dividers = (_Divider(), _Divider(), _Divider(), _Divider(), _Divider())
        self._build()
        self._connect()
        self.refresh()
        self.set_owed(())
        self._tell_trouble()
        self.set_asking("")
        self.set_hint("")

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 1, 4, 0)
        row.setSpacing(2)
        outbox = (self._dividers[0], self.outbox, self.undo, self._undo_key)
        asked = (self._dividers[3], self.asking)
        rest = (self._dividers[1], self.promise, self._dividers[2], self.trouble, *asked)
        for widget in (self.connection, self.stop, *outbox, self._dividers[4], self.last, *rest):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._hint, 1000)
        row.addWidget(self.keys)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self.connection.clicked.connect(self.check_wanted)
        self.stop.clicked.connect(self.stop_checking_wanted)
        self.outbox.clicked.connect(self.outbox_wanted)
        self.last.clicked.connect(self.check_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        self.promise.clicked.connect(self.promise_wanted)
        self.trouble.clicked.connect(self.trouble_wanted)
        self.asking.clicked.connect(self.asking_wanted)
        self.keys.clicked.connect(self.keys_wanted)
        theme().changed.connect(self.updateGeometry)

    def set_connection(self, state: Connection) -> None:
        self._connection = state
        self.refresh()

    def set_outbox(self, state: Outbox) -> None:
        self._outbox = state
        self.refresh()

    def refresh(self) -> None:
        """Says it all again; called each second while a countdown runs."""
        self.connection.set_word(status.connection(self._connection, self._clock))
        self._show(self.last, self._dividers[4], status.last_checked(self._connection, self._clock))
        self.stop.setVisible(self._connection.is_checking)
        is_practice = self._connection.is_practice
        self.outbox.set_word(status.outbox(self._outbox, self._clock, is_practice=is_practice))
        self.undo.setVisible(self.is_counting)
        self._undo_key.setVisible(self.is_counting)

    @property
    def is_counting(self) -> bool:
        """A reply is in its undo window and its seconds are being counted."""
        now = self._clock.now()
        going = self._outbox.going(now)
        return going is not None and not self._outbox.is_on_hold and not status.is_held_by_hand(going, now)

    def set_owed(self, owed: Sequence[Debt]) -> None:
        """The first of what is owed; what else there is stands in the tooltip and is read out."""
        word = status.debt(owed[0] if owed else None, self._clock)
        self._show(self.promise, self._dividers[1], word)
        more = status.behind_it(owed, self._clock)
        self.promise.setToolTip(plain_tip("\n".join(text for text in (word.text if word else "", more) if text)))
        self.promise.setAccessibleDescription(more)

    def set_asking(self, text: str) -> None:
        """`Tom is asking you 1 thing`; "" takes it away."""
        self._show(self.asking, self._dividers[3], Word(text, "person", "amber") if text else None)

    def set_accounts_needing(self, number: int) -> None:
        self._needing = number
        self._tell_trouble()

    def set_trouble(self, error: ShopError | None) -> None:
        """The last thing that went wrong and that nothing else shows; None when it is seen to."""
        self._error = error
        self._tell_trouble()

    def set_unsaved(self, number: int) -> None:
        """How many drafts the disk didn't take: what is said of it is true at any moment."""
        self._unsaved = number
        self._tell_trouble()

    def error(self) -> ShopError | None:
        return self._error

    def _tell_trouble(self) -> None:
        sentence = words.trouble(self._error, self._unsaved).sentence if self._error else ""
        word = status.trouble(self._needing, sentence)
        self._show(self.trouble, self._dividers[2], word)

    def _show(self, field: Field, divider: QWidget, word: Word | None) -> None:
        field.setVisible(word is not None)
        divider.setVisible(word is not None)
        field.set_word(word or Word(""))

    def set_hint(self, text: str) -> None:
        """The keys of the pane that has the focus."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        filled(QPainter(self), QRect(0, 0, self.width(), 1), theme().tokens.color("line"))
