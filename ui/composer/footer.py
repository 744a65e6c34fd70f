"""Under the text: how much of it is yours, how long it is, and the button that says what to do next."""

from __future__ import annotations

import sys

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.records import Limit
from ui.moments import figure, tr
from ui.theme import px, theme
from ui.theme.keep import keep_colours, keep_font
from ui.widgets.buttons import Button
from ui.widgets.elide import ElidedLabel
from ui.widgets.layouts import never_inside_itself
from ui.widgets.linebar import Meter
from ui.widgets.tips import plain_tip
from ui.widgets.toast import NEVER_COVERED
from ui.widgets.wrap import WrapLabel

from .next_step import Step

POST_KEY = "⌘ ↵" if sys.platform == "darwin" else "Ctrl ↵"


class Footer(QWidget):
    """`set_share`, `set_count`, `set_warning` and `set_step` feed it; the two buttons speak."""

    pressed = Signal()
    ask_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.meter = Meter(tr("In your words"))
        self.count = QLabel()
        self.count.setObjectName(NEVER_COVERED)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        keep_font(self.count, "body", tabular=True)
        keep_colours(self.count, text="text3")
        self.summary = ElidedLabel("", "body", "text2")
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.summary.hide()
        self.warning = WrapLabel("", "meta", "amber")
        self.warning.hide()
        self.ask = Button("", "person")
        self.post = Button("Post reply", kind="primary", key=POST_KEY)
        self.ask.clicked.connect(self.ask_pressed)
        self.post.clicked.connect(self.pressed)
        self.ask.hide()
        self._owner, self._is_tight, self._has_share = "", False, True
        self._facts, self._buttons = QWidget(), QWidget()
        self._column, self._row = QVBoxLayout(self), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrange()
        theme().changed.connect(self._turn)

    def _arrange(self) -> None:
        facts, buttons = QHBoxLayout(self._facts), QHBoxLayout(self._buttons)
        for row in (facts, buttons):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(px(10))
        facts.addWidget(self.meter)
        facts.addWidget(self.count)
        facts.addWidget(self.summary, 1)
        facts.addStretch(0)
        buttons.addStretch(1)
        buttons.addWidget(self.ask)
        buttons.addWidget(self.post)
        self._column.setContentsMargins(px(12), px(9), px(12), px(9))
        self._column.setSpacing(px(6))
        self._column.addWidget(self.warning)
        self._column.addLayout(self._row)
        self._row.setSpacing(px(8))
        self._row.addWidget(self._facts, 1)
        self._row.addWidget(self._buttons)

    def set_share(self, share: float | None) -> None:
        """How much is in the writer's own words, 0 to 1; None: nothing to count yet."""
        self._has_share = share is not None
        if share is not None:
            self.meter.set_share(share)
        if self.meter.isHidden() is self._has_share:
            self._turn()

    def set_tight(self, tight: bool) -> None:
        """Little room: one row, without how much is in the writer's own words where there is no place for it."""
        if tight != self._is_tight:
            self._is_tight = tight
            self._turn()

    def set_summary(self, text: str) -> None:
        """What the coach would say, in a line, where it has no room of its own; "" for nothing."""
        if text != self.summary.text() or self.summary.isHidden() is bool(text):
            self.summary.setText(text)
            self.summary.setVisible(bool(text))
            self._turn()

    def height_at(self, width: int, *, tight: bool) -> int:
        """What it needs at this width, in px, however it stands now."""
        facts, buttons = self._facts.sizeHint().height(), self._buttons.sizeHint().height()
        meter = self.meter.sizeHint().width() + px(10) if self._has_share else 0
        rows = max(facts, buttons) if self._needed(meter, tight) <= width else facts + buttons + px(8)
        warning = 0 if self.warning.isHidden() else self.warning.heightForWidth(width - px(24)) + px(6)
        return rows + warning + px(18)

    def _needed(self, meter: int, tight: bool) -> int:
        """The width in px of one row; the meter steps aside first where there is little room."""
        count = 0 if self.count.isHidden() else self.count.sizeHint().width()
        return (0 if tight else meter) + count + self._buttons.sizeHint().width() + px(34)

    def set_count(self, count: int, limit: Limit) -> None:
        """How long the text is, as the place counts its characters; a limit of 0 hides it."""
        self.count.setVisible(limit.most > 0)
        self.count.setText(tr("{count} of {most}").format(count=figure(count), most=figure(limit.most)))
        in_bytes = tr("Characters as this place counts them: é and ü count as two, an emoji as four or more.")
        self.count.setToolTip(plain_tip(in_bytes if limit.unit == "bytes" else tr("Characters")))
        self.count.setAccessibleName(
            tr("{count} of {most} characters").format(count=figure(count), most=figure(limit.most))
        )
        self._turn()

    def set_warning(self, text: str) -> None:
        """What to know before it goes (what it costs, say); "" for nothing."""
        if text != self.warning.text():
            self.warning.setText(text)
            self.warning.setVisible(bool(text))

    def set_step(self, step: Step) -> None:
        """What the post button says now."""
        if step.label != self.post.text():
            self.post.setText(step.label)
            self._turn()
        wanted = "primary" if step.is_ready or step.do == "write" else "amber"
        if self.post.kind() != wanted:
            self.post.set_kind(wanted)

    def set_owner(self, name: str) -> None:
        """Offer to ask the owner; "" hides it (the owner, or no limits)."""
        self._owner = name
        self.ask.setVisible(bool(name))
        self.ask.setText(tr("Ask {owner}").format(owner=name))
        self._turn()

    def set_is_note(self, is_note: bool) -> None:
        """A note needs nobody's leave."""
        self.ask.setVisible(bool(self._owner) and not is_note)

    def minimumSizeHint(self) -> QSize:
        # Of the narrow arrangement, or it could never be made narrow.
        facts, buttons = self._facts.minimumSizeHint(), self._buttons.minimumSizeHint()
        across = max(facts.width(), buttons.width()) + px(24)
        return QSize(across, self._column.minimumSize().height())

    @never_inside_itself
    def _turn(self) -> None:
        """One row where it fits, else the buttons go under the figures."""
        meter = self.meter.sizeHint().width() + px(10)
        said = 0 if self.summary.isHidden() else self.summary.sizeHint().width() + px(10)
        fits = self._needed(meter + said, False) <= self.width()
        self.meter.setVisible(self._has_share and (fits or not self._is_tight))
        needed = self._needed(meter if self._has_share else 0, self._is_tight and not fits)
        across = (
            QBoxLayout.Direction.LeftToRight if needed <= self.width() else QBoxLayout.Direction.TopToBottom
        )
        if self._row.direction() != across:
            self._row.setDirection(across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()
