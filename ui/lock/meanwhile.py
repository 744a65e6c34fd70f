"""The left half of the lock screen: whose program this is, and what goes on while it is locked."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.records import ReplyState
from ui import moments, status, words
from ui.moments import tr
from ui.status import Outbox
from ui.theme import px, theme
from ui.theme.icons import paint_icon
from ui.theme.keep import keep_colours
from ui.widgets.bars import Glyph
from ui.widgets.buttons import LinkButton
from ui.widgets.wrap import WrapLabel

_WIDEST = 440
_SOON = timedelta(minutes=1)


class _Mark(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedSize(px(50), px(50))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), 0, 0, "app", "ink", self.width())


class _Line(QWidget):
    """An icon, a sentence, and at most one thing to do."""

    def __init__(self, icon: str, act: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.act = WrapLabel("", "body", "text2"), LinkButton(act)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Glyph(icon, "text2", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.act.setVisible(bool(act))

    def say(self, text: str) -> None:
        """ "" hides it."""
        self.words.setText(text)
        self.setVisible(bool(text))


class Meanwhile(QScrollArea):
    """`hold_wanted` needs no PIN: holding harms nobody. Letting it go again does, so that isn't offered here."""

    hold_wanted = Signal()

    def __init__(self, shop: str, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock, self._outbox, self._is_online = clock, Outbox(), True
        self.promise, self.draft = _Line("lock"), _Line("pencil")
        self.outbox = _Line("outbox", tr("Hold it"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build(shop)
        self.outbox.act.clicked.connect(self.hold_wanted)
        self.set_quiet(0)
        self.set_draft_of("")
        self.set_outbox(self._outbox)

    def _build(self, shop: str) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(WrapLabel(words.APP_NAME, "hero"))
        names.addWidget(WrapLabel(shop, "composer", "text2"))
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(_Mark())
        head.addLayout(names, 1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(12)
        column.addStretch(1)
        column.addLayout(head)
        column.addSpacing(10)
        column.addWidget(WrapLabel(tr(words.TAGLINE).replace(". ", ".\n"), "reading 22"))
        column.addSpacing(16)
        for line in (self.promise, self.draft, self.outbox):
            column.addWidget(line)
        column.addStretch(1)
        body = QWidget()
        keep_colours(body, ground="sunken")
        row = QHBoxLayout(body)
        row.setContentsMargins(32, 0, 24, 0)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        self._inner = inner
        self.setWidget(body)
        keep_colours(self, ground="sunken")
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._inner.setMaximumWidth(px(_WIDEST))

    def set_quiet(self, minutes: int) -> None:
        """After how many quiet minutes it locked by itself; 0 for by hand."""
        if minutes:
            one, more = tr("Locked after 1 quiet minute."), tr("Locked after {n} quiet minutes.")
            locked = one if minutes == 1 else more.format(n=minutes)
        else:
            locked = tr("Locked.")
        self.promise.say(f"{locked} {tr('No customer’s words or names show on this screen.')}")

    def set_draft_of(self, name: str) -> None:
        said = tr("{name}’s unfinished draft is kept. It opens where {name} left it.")
        self.draft.say(said.format(name=name) if name else "")

    def set_online(self, is_online: bool) -> None:
        self._is_online = is_online
        self.set_outbox(self._outbox)

    def set_outbox(self, outbox: Outbox) -> None:
        """What waits to go."""
        self._outbox = outbox
        waiting = [one for one in outbox.replies if one.state in (ReplyState.WAITING, ReplyState.SENDING)]
        by_hand = [one for one in waiting if status.is_held_by_hand(one, self._clock.now())]
        will_go = bool(waiting) and not outbox.is_on_hold and len(by_hand) < len(waiting)
        self.outbox.act.setVisible(will_go)
        self.outbox.say(self._said(len(waiting), will_go=will_go) if waiting else "")

    def _said(self, number: int, *, will_go: bool) -> str:
        one = number == 1
        if not will_go:
            held = tr("1 reply is held in the outbox.") if one else tr("{n} replies are held in the outbox.")
            return f"{held.format(n=number)} {tr('Letting it go needs a PIN.')}"
        if not self._is_online:
            later = tr("1 reply in the outbox goes when there’s a connection.")
            more = tr("{n} replies in the outbox go when there’s a connection.")
            return later if one else more.format(n=number)
        at = self._outbox.replies[0].not_before
        if one and at - self._clock.now() > _SOON:
            return tr("1 reply in the outbox will still go at {time}.").format(
                time=moments.hour(self._clock, at)
            )
        return (
            tr("1 reply in the outbox will still go.")
            if one
            else tr("{n} replies in the outbox will still go.").format(n=number)
        )
