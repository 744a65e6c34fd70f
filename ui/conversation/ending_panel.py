"""The amber panel of a complaint that is fixed while a passer-by still sees a complaint (mockup 02)."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.complaints import may_ask
from desktop.records import Complaint, FixedHow, Stage
from ui import moments, words
from ui.moments import tr
from ui.theme import px
from ui.widgets.bars import Glyph
from ui.widgets.buttons import Button
from ui.widgets.elide import ElidedLabel
from ui.widgets.panel import Panel
from ui.widgets.wrap import WrapLabel

_STACK_BELOW = 560
_JUST_NOW = timedelta(minutes=1)


class _Way(Panel):
    """One of the three ways."""

    pressed = Signal()

    def __init__(self, icon: str, button_icon: str) -> None:
        super().__init__("surface", "edge")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.title, self.text = WrapLabel("", "strong"), WrapLabel("", "body", "text2")
        self.button = Button("", button_icon, small=True)
        self.button.clicked.connect(self.pressed)
        head = QHBoxLayout()
        head.setSpacing(7)
        head.addWidget(Glyph(icon, "text", 15))
        head.addWidget(self.title, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addStretch(1)
        column.addLayout(foot)

    def say(self, title: str, text: str, button: str, *, is_best: bool = False, is_open: bool = True) -> None:
        self.title.setText(title)
        self.text.setText(text)
        self.button.setText(button)
        self.button.set_kind("primary" if is_best else "plain")
        self.button.setEnabled(is_open)
        self.set_selected(is_best)


class EndingPanel(Panel):
    """`chosen` carries which way: "ask", "ours" or "shows"."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "amber_edge", parent=parent)
        self.title = WrapLabel("", "lead")
        self.since = ElidedLabel("", "meta", "text2")
        self.since.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.ask, self.ours, self.shows = (
            _Way("person", "pencil"),
            _Way("send", "pencil"),
            _Way("link", "link"),
        )
        for which, way in (("ask", self.ask), ("ours", self.ours), ("shows", self.shows)):
            way.pressed.connect(lambda which=which: self.chosen.emit(which))
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(9)
        head.addWidget(Glyph("eye", "amber", 18))
        head.addWidget(self.title, 1)
        head.addWidget(self.since)
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.row.setSpacing(8)
        for way in (self.ask, self.ours, self.shows):
            self.row.addWidget(way, 1)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(Glyph("shield", "text3", 13))
        foot.addWidget(
            WrapLabel(tr("Never offer anything in return for what they post."), "meta", "text2"), 1
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self.row)
        column.addLayout(foot)

    def show_complaint(self, complaint: Complaint, clock: Clock) -> None:
        name = words.first_name(complaint.author_name)
        self.title.setText(_title(complaint, name, clock))
        self.since.setText(_since(complaint, name, clock))
        allowed = may_ask(complaint)
        self.ask.say(
            tr("Ask {name} to say so").format(name=name),
            _ask_text(complaint, name, clock),
            tr("Write to {name}").format(name=name),
            is_best=allowed,
            is_open=allowed,
        )
        self.ours.say(
            tr("Say it ourselves"),
            tr("Post under the complaint what was done, and when. Facts only, nothing private."),
            tr("Write the update"),
            is_best=not allowed,
        )
        self.shows.say(
            tr("It already shows"),
            tr("{name} or someone else has posted it. Paste the link and we keep it as proof.").format(
                name=name
            ),
            tr("Add proof link"),
        )
        self.setAccessibleName(self.title.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stack = self.width() < px(_STACK_BELOW)
        way = QBoxLayout.Direction.TopToBottom if stack else QBoxLayout.Direction.LeftToRight
        if self.row.direction() != way:
            self.row.setDirection(way)


def _title(complaint: Complaint, name: str, clock: Clock) -> str:
    if complaint.stage is Stage.ASKED and complaint.asked_at:
        when = moments.date(clock, complaint.asked_at)
        return tr("You asked {name} to say how it ended on {date}.").format(name=name, date=when)
    if complaint.flag == "proof_gone":
        return tr("The ending isn’t on the page any more. The post looks like a complaint again.")
    if complaint.flag == "wrote_again":
        return tr("{name} wrote again after the ending. Does it still show that it was put right?").format(name=name)
    if complaint.fixed_how is FixedHow.THEY_TOLD_US:
        return tr("{name} is happy. The post still looks like a complaint.").format(name=name)
    return tr("It’s fixed. The post still looks like a complaint.")


def _since(complaint: Complaint, name: str, clock: Clock) -> str:
    at = complaint.fixed_at
    if at is None:
        return ""
    if complaint.fixed_how is FixedHow.THEY_TOLD_US:
        if clock.now() - at < _JUST_NOW:
            return tr("{name} said so just now").format(name=name)
        return tr("{age} since {name} said so").format(age=moments.long_age(clock, at), name=name)
    return tr("Fixed {date}").format(date=moments.date(clock, at))


def _ask_text(complaint: Complaint, name: str, clock: Clock) -> str:
    """What asking is, or why it isn't open (design 4.6)."""
    if complaint.asked_at:
        when = moments.date(clock, complaint.asked_at)
        return tr("You asked on {date}. Asking twice feels like pushing.").format(date=when)
    if complaint.fixed_how is not FixedHow.THEY_TOLD_US:
        return tr("{name} hasn’t said it’s sorted. Ask how things are instead.").format(name=name)
    return tr("{name} told you it’s sorted. Ask for a line under the post, in {name}’s own words.").format(
        name=name
    )
