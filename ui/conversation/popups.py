"""Small popups at the conversation: choose a kind, a person, a time; say how it was fixed. Esc closes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.clock import Clock
from desktop.records import FixedHow, Kind, Person, Post
from desktop.shopbook import Opening
from ui import moments, words
from ui.moments import tr
from ui.theme import px, tokens
from ui.theme.focus import set_ring
from ui.theme.icons import icon
from ui.theme.keep import keep_colours
from ui.theme.paint import rounded
from ui.widgets.buttons import Button
from ui.widgets.pasting import PlainText
from ui.widgets.tickbox import OneOfThese
from ui.widgets.tips import plain_tip
from ui.widgets.wrap import WrapLabel


class Popup(QFrame):
    """A titled frame that closes with Esc or a press elsewhere, and gives the focus back."""

    closed = Signal()

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self._came_from = parent.window().focusWidget()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 10, 12, 12)
        self.column.setSpacing(8)
        self.title = WrapLabel(title, "strong")
        self.column.addWidget(self.title)
        keep_colours(self, ground="surface")

    def open_below(self, widget: QWidget) -> None:
        """Opens under a widget, inside the screen."""
        self.adjustSize()
        at = widget.mapToGlobal(QPoint(0, widget.height() + 4))
        room = widget.screen().availableGeometry()
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        at.setY(max(room.top(), min(at.y(), room.bottom() - self.height())))
        self.move(at)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: Any) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), self.rect(), 0, tokens().color("surface"), tokens().color("edge"))


@dataclass(frozen=True, slots=True)
class Choice:
    """A line to pick: what it says, its icon, and what is picked with it."""

    text: str
    value: object
    icon: str = ""
    is_now: bool = False


def _lines(title: str) -> QListWidget:
    made = QListWidget()
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setAccessibleName(title)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    set_ring(made, "none")
    return made


def _line_height(lines: QListWidget) -> int:
    return max(px(26), lines.fontMetrics().height() + px(8))


class PickList(Popup):
    """Letters go to the line that begins with them, Enter picks. `picked` carries the value."""

    picked = Signal(object)

    def __init__(self, title: str, choices: Sequence[Choice], parent: QWidget) -> None:
        super().__init__(title, parent)
        self.list = _lines(title)
        self.list.setIconSize(QSize(px(15), px(15)))
        for choice in choices:
            item = QListWidgetItem(choice.text)
            if choice.icon:
                item.setIcon(icon(choice.icon, "text2", px(15)))
            item.setData(Qt.ItemDataRole.UserRole, choice.value)
            self.list.addItem(item)
            if choice.is_now:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._fit()
        self.column.addWidget(self.list)
        self.list.itemActivated.connect(self._pick)
        self.list.itemClicked.connect(self._pick)
        self.setFocusProxy(self.list)
        self._is_done = False

    def _fit(self) -> None:
        height = _line_height(self.list)
        width = max(px(200), self.list.sizeHintForColumn(0) + px(28))
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(width - px(28), height))
        self.list.setFixedSize(width, min(self.list.count(), 9) * height + 4)

    def _pick(self, item: QListWidgetItem) -> None:
        if self._is_done:  # a double click is one choice
            return
        self._is_done = True
        value = item.data(Qt.ItemDataRole.UserRole)
        self.close()
        self.picked.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.list.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._pick(item)
        else:
            super().keyPressEvent(event)


class PickSeveral(Popup):
    """Space ticks a line, Enter uses what is ticked. `picked` carries the values, in the order of the lines."""

    picked = Signal(object)

    def __init__(self, title: str, choices: Sequence[Choice], parent: QWidget) -> None:
        super().__init__(title, parent)
        self.list = _lines(title)
        for choice in choices:
            item = QListWidgetItem(choice.text)
            item.setData(Qt.ItemDataRole.UserRole, choice.value)
            item.setCheckState(Qt.CheckState.Checked if choice.is_now else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        height = _line_height(self.list)
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(0, height))
        width = max(px(220), self.list.sizeHintForColumn(0) + px(40))
        self.list.setFixedSize(width, self.list.count() * height + 4)
        self.use = Button(tr("Use these"), kind="primary", small=True)
        self.use.clicked.connect(self._use)
        self.column.addWidget(self.list)
        self.column.addWidget(self.use)
        self.setFocusProxy(self.list)

    def _use(self) -> None:
        lines = [self.list.item(row) for row in range(self.list.count())]
        ticked = [line for line in lines if line.checkState() is Qt.CheckState.Checked]
        values = [line.data(Qt.ItemDataRole.UserRole) for line in ticked]
        self.close()
        self.picked.emit(values)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._use()
        else:
            super().keyPressEvent(event)


def topic_choices(now: Sequence[str]) -> list[Choice]:
    return [Choice(words.topic(one), one, is_now=one in now) for one in words.TOPICS if one != "other"]


def kind_choices(now: Kind | None) -> list[Choice]:
    return [Choice(words.kind(k).text, k.value, words.kind(k).icon, k is now) for k in Kind]


def people_choices(people: Sequence[Person], holder: str) -> list[Choice]:
    found = [Choice(p.name, p.id, "person", p.id == holder) for p in people]
    return [*found, Choice(tr("Nobody"), "", "x", not holder)]


def remind_choices(clock: Clock, opening: Opening) -> list[Choice]:
    """In an hour, later today, tomorrow, next week: each with the time it means."""
    now = clock.local(clock.now())
    morning = now.replace(hour=10, minute=0, second=0, microsecond=0)
    moments_: list[tuple[str, datetime]] = [(tr("In an hour"), now + timedelta(hours=1))]
    closes = opening.closes_at(now)
    if closes and closes - now > timedelta(hours=2):
        moments_.append((tr("Before closing"), closes - timedelta(minutes=30)))
    moments_.append((tr("Tomorrow morning"), morning + timedelta(days=1)))
    moments_.append((tr("In three days"), morning + timedelta(days=3)))
    moments_.append((tr("In a week"), morning + timedelta(days=7)))
    return [Choice(f"{text} · {moments.due(clock, at)}", at, "clock") for text, at in moments_]


_MOST_MESSAGES = 12
_LONGEST_LINK = 2000


class HowFixed(Popup):
    """ "How do you know it's fixed?" `theirs`: what they wrote since. `answered` carries (FixedHow, post id)."""

    answered = Signal(object)

    def __init__(self, theirs: Sequence[Post], clock: Clock, parent: QWidget) -> None:
        super().__init__(tr("How do you know it’s fixed?"), parent)
        self.group = QButtonGroup(self)
        self.radios = {
            how: OneOfThese(f"{at}  {words.fixed_how(how)}") for at, how in enumerate(FixedHow, 1)
        }
        self.messages = QListWidget()
        self._fill(theirs, clock)
        for at, (how, radio) in enumerate(self.radios.items()):
            radio.setAccessibleName(words.fixed_how(how))
            self.group.addButton(radio, at)
            self.column.addWidget(radio)
            if how is FixedHow.THEY_TOLD_US:
                self.column.addWidget(self.messages)
        self.mark = Button(tr("Mark fixed"), "check", kind="primary", key="↵")
        self.cancel = Button(tr("Cancel"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.mark)
        self.column.addLayout(row)
        self.group.idClicked.connect(lambda _id: self._show())
        self.mark.clicked.connect(self._answer)
        self.cancel.clicked.connect(self.close)
        first = FixedHow.THEY_TOLD_US if theirs else FixedHow.DONE_AND_RECEIVED
        self.radios[first].setChecked(True)
        self.setFixedWidth(px(420))
        self._show()

    def _fill(self, theirs: Sequence[Post], clock: Clock) -> None:
        self.messages.setAccessibleName(tr("Their message"))
        self.messages.setFrameShape(QFrame.Shape.NoFrame)
        self.messages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.messages.setTextElideMode(Qt.TextElideMode.ElideRight)
        for post in reversed(theirs[-_MOST_MESSAGES:]):
            text = f"{moments.short(clock, post.posted_at)} · {' '.join(post.text[:200].split())}"
            item = QListWidgetItem(text)
            item.setToolTip(plain_tip(post.text))
            item.setData(Qt.ItemDataRole.UserRole, post.id)
            self.messages.addItem(item)
        self.messages.setCurrentRow(0)
        self.messages.setFixedHeight(min(4, max(1, self.messages.count())) * px(28) + 4)

    def how(self) -> FixedHow:
        return list(self.radios)[self.group.checkedId()]

    def _show(self) -> None:
        self.messages.setVisible(self.how() is FixedHow.THEY_TOLD_US and self.messages.count() > 0)
        self.adjustSize()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.radios[self.how()].setFocus(Qt.FocusReason.PopupFocusReason)

    def _answer(self) -> None:
        item = self.messages.currentItem()
        told = self.how() is FixedHow.THEY_TOLD_US and item is not None
        post = str(item.data(Qt.ItemDataRole.UserRole)) if told and item is not None else ""
        self.close()
        self.answered.emit((self.how(), post))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = event.key() - Qt.Key.Key_1
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._answer()
        elif 0 <= at < len(self.radios):
            radio = list(self.radios.values())[at]
            radio.setChecked(True)
            radio.setFocus(Qt.FocusReason.TabFocusReason)
            self._show()
        else:
            super().keyPressEvent(event)


def link_in(text: str) -> str:
    """The text when it looks like the address of a page, else nothing."""
    text = text.strip()
    is_one = text.lower().startswith(("https://", "http://")) and len(text.split()) == 1
    return text if is_one and len(text) <= _LONGEST_LINK else ""


class ItsPosted(Popup):
    """Asks for the link to what was pasted there; `told` carries it, or nothing."""

    told = Signal(str)

    def __init__(self, place: str, clipboard: str, parent: QWidget) -> None:
        super().__init__(words.on("Posted on {place}", place), parent)
        self.link = QLineEdit(link_in(clipboard))
        self.link.setAccessibleName(tr("The link to it, if you have one"))
        self.link.setPlaceholderText("https://")
        self.trouble = WrapLabel("", "body", "brick")
        self.trouble.hide()
        self.tell = Button(tr("It’s posted"), "check", kind="primary", key="↵")
        self.cancel = Button(tr("Cancel"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.tell)
        self.column.addWidget(WrapLabel(tr("The link to it, if you have one"), "body", "text2"))
        self.column.addWidget(self.link)
        self.column.addWidget(self.trouble)
        self.column.addLayout(row)
        self.tell.clicked.connect(self._tell)
        self.cancel.clicked.connect(self.close)
        self.setFocusProxy(self.link)
        self.setFixedWidth(px(420))

    def _tell(self) -> None:
        link = self.link.text().strip()
        if link and not link_in(link):
            self.trouble.setText(tr("That isn’t the address of a page. Leave it empty if you have none."))
            self.trouble.show()
            self.adjustSize()
            return
        self.close()
        self.told.emit(link)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
        else:
            super().keyPressEvent(event)


class PasteRest(Popup):
    """Asks for all of what they wrote; `pasted` carries it. The notice's own words stand there to write over."""

    pasted = Signal(str)

    def __init__(self, place: str, notice: str, parent: QWidget) -> None:
        super().__init__(words.on("What they wrote on {place}", place), parent)
        self.words = PlainText(notice)
        self.words.setAccessibleName(self.title.text())
        self.words.setTabChangesFocus(True)
        self.words.selectAll()
        self.words.setFixedHeight(self.words.fontMetrics().lineSpacing() * 7 + px(14))
        self.save = Button(tr("That’s all of it"), "check", kind="primary", key="Ctrl+↵")
        self.cancel = Button(tr("Cancel"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        self.column.addWidget(self.words)
        self.column.addLayout(row)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.close)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._save)
        self.setFocusProxy(self.words)
        self.setFixedWidth(px(460))

    def _save(self) -> None:
        text = self.words.toPlainText().strip()
        if text:
            self.close()
            self.pasted.emit(text)
