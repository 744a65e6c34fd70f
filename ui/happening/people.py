"""Who is in an event, who mentions it too, and what was decided about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.happenings import Member, Voice
from desktop.records import Stage
from ui import moments, words
from ui.moments import tr
from ui.theme import px
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.elide import ElidedLabel
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import Panel
from ui.widgets.wrap import WrapLabel

from .known import Known

_FIRST = 12  # rows that show before the rest is asked for
Way = tuple[str, Callable[[], object]]


class _Row(Panel):
    """A person: name and age, their words, where it stands, and what can be done."""

    def __init__(self, name: str, age: str, said: str, state: str, ways: Sequence[Way]) -> None:
        super().__init__("surface", "line", radius=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 7, 11, 6)
        column.setSpacing(px(1))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(WrapLabel(name, "strong"), 1)
        self._about = name, said, state
        self._when = ElidedLabel(age, "meta", "text2")
        self._when.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        head.addWidget(self._when, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(WrapLabel(said, "reading 14"))
        row = QWidget()
        flow = FlowLayout(row, px(14), 0)
        if state:
            column.addWidget(WrapLabel(state, "meta", "text2"))
        for text, act in ways:
            link = LinkButton(text, level="meta")
            link.setAccessibleName(f"{text}: {name}")
            link.clicked.connect(lambda _=False, act=act: act())
            flow.addWidget(link)
        column.addWidget(row)
        self.set_age(age)

    def set_age(self, age: str) -> None:
        """A minute has passed."""
        name, said, state = self._about
        self._when.setText(age)
        self.setAccessibleName(f"{name}, {age}. {said} {state}")


class PeopleColumn(QWidget):
    """`opened` a conversation, `taken_out` of the event, `put_in` several (a tuple)."""

    opened = Signal(object)
    taken_out = Signal(object)
    put_in = Signal(object)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._shown: object = None
        self._rows: list[tuple[_Row, datetime]] = []
        self._is_whole = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(7))

    def set_known(self, known: Known) -> None:
        """Who is in it now; nothing is rebuilt that stays the same, and the keyboard stays where it is."""
        shown = known.one.id, known.members, known.too, known.one.is_open, known.decided, self._is_whole
        if shown == self._shown:
            for row, at in self._rows:
                row.set_age(moments.age(self._clock, at))
            return
        self._shown = shown
        had = self._focused()
        self._build(known)
        self._focus_on(had)

    def _focused(self) -> str:
        """What the link is called that the keyboard is on, or comes back to with the window; "" for none."""
        link = self.window().focusWidget()
        return link.accessibleName() if link is not None and self.isAncestorOf(link) else ""

    def _focus_on(self, name: str) -> None:
        for row, _ in self._rows if name else ():
            for link in row.findChildren(LinkButton):
                if link.accessibleName() == name:
                    link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, known: Known) -> None:
        self._rows.clear()
        while (item := self._column.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._in_it(known)
        if known.too:
            self._too(known.too)
        self._decided(known)
        self._column.addStretch(1)

    def _decided(self, known: Known) -> None:
        """Who did what with it."""
        if known.decided:
            self._column.addSpacing(px(6))
            self._column.addWidget(WrapLabel(tr("What was decided"), "strong"))
        for said, at in known.decided:
            line = f"{said}, {moments.last(self._clock, at)}"
            self._column.addWidget(WrapLabel(line, "meta", "text2"))

    def _in_it(self, known: Known) -> None:
        head = moments.count(len(known.members), "person in it", "people in it")
        self._column.addWidget(WrapLabel(head, "strong"))
        if not known.members:
            self._column.addWidget(WrapLabel(tr("Nobody is in it."), "body", "text2"))
        shown = known.members if self._is_whole else known.members[:_FIRST]
        for member in shown:
            self._column.addWidget(self._member(member, can_leave=known.one.is_open))
        self._rest(known, len(known.members) - len(shown))

    def _rest(self, known: Known, hidden: int) -> None:
        if hidden <= 0:
            return
        more = LinkButton(tr("{n} more").format(n=hidden))

        def show() -> None:
            self._is_whole = True
            self.set_known(known)

        more.clicked.connect(show)
        self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)

    def _member(self, member: Member, *, can_leave: bool) -> QWidget:
        one = member.conversation
        ways: list[Way] = [
            (tr("Answer") if not member.is_answered else tr("Open"), lambda: self.opened.emit(one))
        ]
        if can_leave:
            ways.append((tr("Take out"), lambda: self.taken_out.emit(one)))
        said = words.taken_down() if member.is_taken_down else member.excerpt
        return self._row(member.author_name, member.first_at, said, standing(member), ways)

    def _row(self, name: str, at: datetime, said: str, state: str, ways: Sequence[Way]) -> QWidget:
        row = _Row(name, moments.age(self._clock, at), said, state, ways)
        self._rows.append((row, at))
        return row

    def _too(self, too: tuple[Voice, ...]) -> None:
        head = moments.count(len(too), "more mentions it", "more mention it")
        self._column.addSpacing(px(6))
        self._column.addWidget(WrapLabel(head, "strong"))
        if len(too) > 1:
            everybody = Button(tr("Put them all in"), "plus", small=True)
            everybody.clicked.connect(lambda: self.put_in.emit(tuple(each.conversation for each in too)))
            self._column.addWidget(everybody, 0, Qt.AlignmentFlag.AlignLeading)
        for voice in too[:_FIRST]:
            self._column.addWidget(self._voice(voice))

    def _voice(self, voice: Voice) -> QWidget:
        one = voice.conversation
        ways = [(tr("Put in"), lambda: self.put_in.emit((one,))), (tr("Open"), lambda: self.opened.emit(one))]
        said = " ".join(voice.text.split())
        short = said if len(said) <= 160 else said[:160].rsplit(" ", 1)[0] + "…"
        return self._row(voice.author_name, voice.at, short, "", ways)


def standing(member: Member) -> str:
    """Where their own trouble stands."""
    if member.stage is None or member.stage is Stage.NO_ANSWER:
        return tr("Answered") if member.is_answered else tr("No answer yet")
    return words.stage(member.stage).text
