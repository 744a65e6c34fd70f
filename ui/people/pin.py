"""Setting a PIN: somebody's first, a new one, and the sentence the owner writes down (design 10 and 13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.records import Person
from ui.moments import tr
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel
from ui.widgets.pin_boxes import PinBoxes, not_right
from ui.widgets.sentence import SentenceCard
from ui.widgets.wrap import WrapLabel

if TYPE_CHECKING:
    from desktop.counter import Tried


class PinPanel(Panel):
    """`wanted` carries (person id, new PIN, the present one or ""); `left` follows Cancel, Esc and the end."""

    wanted = Signal(object)
    sentence_wanted = Signal(object)  # the PIN: the owner wants another sentence to write down
    away_wanted = Signal(object)  # (person id, the present PIN or ""): they open without one from now on
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "edge", parent=parent)
        self._person: Person | None = None
        self._by = ""  # who began it
        self._wants_sentence = False  # another one, not another PIN
        self._takes_away = False
        self.title, self.trouble = WrapLabel("", "lead"), WrapLabel("", "body", "brick")
        self.now, self.new, self.again = PinBoxes(), PinBoxes(), PinBoxes()
        self.go, self.cancel = Button(tr("Set the PIN"), kind="primary"), Button(tr("Cancel"))
        self._labels = {
            self.now: WrapLabel(tr("Your PIN now"), "body", "text2"),
            self.new: WrapLabel(tr("A new PIN, 4 to 8 digits"), "body", "text2"),
            self.again: WrapLabel(tr("Once more"), "body", "text2"),
        }
        self.sentence = SentenceCard()
        self._asking = QWidget()
        self._build()
        self.go.clicked.connect(self._set)
        self.cancel.clicked.connect(self._leave)
        self.sentence.written.connect(self._leave)
        for boxes in self._labels:
            boxes.returnPressed.connect(self._next)

    def _build(self) -> None:
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        column.addWidget(self.title)
        for boxes, label in self._labels.items():
            boxes.setAccessibleName(label.text())
            boxes.set_low(True)
            column.addWidget(label)
            column.addWidget(boxes, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.trouble)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.go)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        whole = QVBoxLayout(self)  # no stack: that is as high as the higher of the two
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._asking)
        whole.addWidget(self.sentence)
        self.sentence.hide()

    def begin(self, person: Person, *, by: str, says_own: bool) -> None:
        """Asks for a PIN for this person; `by`: the id of who is here, `says_own`: the present one first."""
        self._person, self._by, self._wants_sentence, self._takes_away = person, by, False, False
        self.title.setText(tr("A PIN for you") if by == person.id else tr("A PIN for {name}").format(name=person.name))
        self.go.setText(tr("Set the PIN"))
        self._show_boxes(*([self.now] if says_own else []), self.new, self.again)

    def begin_sentence(self, person: Person) -> None:
        """The owner has a PIN and wants another sentence to write down; the PIN is asked first."""
        self._person, self._by, self._wants_sentence, self._takes_away = person, person.id, True, False
        self.title.setText(tr("A new recovery sentence. The one before opens nothing any more."))
        self.go.setText(tr("Show a new sentence"))
        self._show_boxes(self.now)

    def begin_taking_away(self, person: Person, *, by: str) -> None:
        """Asks before somebody opens without a PIN; who takes their own away says it first."""
        self._person, self._by, self._wants_sentence, self._takes_away = person, by, False, True
        is_own = by == person.id
        if is_own and person.is_owner:
            asked = tr("Without a PIN anybody at this computer can open as you. Your recovery sentence goes with it.")
        elif is_own:
            asked = tr("Without a PIN anybody at this computer can open as you.")
        else:
            asked = tr("Without a PIN anybody at this computer can open as {name}.").format(name=person.name)
        self.title.setText(asked)
        self.go.setText(tr("Take the PIN away"))
        self._show_boxes(*([self.now] if is_own else []))

    def _show_boxes(self, *wanted: PinBoxes) -> None:
        for boxes, label in self._labels.items():
            boxes.empty()
            for widget in (boxes, label):
                widget.setVisible(boxes in wanted)
        self._say("")
        self._show_sentence(False)
        self.show()
        (wanted[0] if wanted else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    def _next(self) -> None:
        """Enter: on to the first boxes that are not filled, else it is set."""
        shown = [boxes for boxes in self._labels if not boxes.isHidden()]
        missing = next((boxes for boxes in shown if not boxes.is_whole()), None)
        if missing is not None:
            missing.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._set()

    def _set(self) -> None:
        shown = [boxes for boxes in self._labels if not boxes.isHidden()]
        missing = next((boxes for boxes in shown if not boxes.is_whole()), None)
        if missing is not None:
            self._say(tr("A PIN has 4 to 8 digits."))
            missing.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._takes_away:
            if self._person is not None and self.go.isEnabled():
                self._be_setting(True)
                self.away_wanted.emit((self._person.id, self.now.pin()))
        elif self._wants_sentence:
            self._be_setting(True)
            self.sentence_wanted.emit(self.now.pin())
        elif self.new.pin() != self.again.pin():
            self._say(tr("The two new ones aren’t the same."))
            self.again.empty()
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._person is not None and self.go.isEnabled():
            self._be_setting(True)
            self.wanted.emit((self._person.id, self.new.pin(), self.now.pin()))

    def _be_setting(self, setting: bool) -> None:
        self.go.setEnabled(not setting)
        for boxes in self._labels:
            boxes.setReadOnly(setting)

    def tried(self, tried: Tried) -> None:
        """It is set; or the present PIN wasn't right."""
        self._be_setting(False)
        if tried.is_right and tried.sentence:
            self.sentence.show_sentence(tried.sentence)
            self._show_sentence(True)
            self.sentence.kept.setFocus(Qt.FocusReason.OtherFocusReason)
        elif tried.is_right:
            self._leave()
        else:
            self.now.empty()
            self._say(not_right(tried))
            self.now.setFocus(Qt.FocusReason.OtherFocusReason)

    def failed(self, sentence: str) -> None:
        """It couldn't be set."""
        self._be_setting(False)
        self._say(sentence)

    def set_here(self, me: str) -> None:
        """Who is at the counter now: what somebody else began is not for them, and a sentence waits for its owner."""
        waits = not self.sentence.isHidden()
        if me != self._by:
            self.hide()
            if not waits:
                self._empty()
        elif waits:
            self.show()

    def is_showing_sentence(self) -> bool:
        """Somebody is writing it down: it isn't taken away."""
        return not self.isHidden() and not self.sentence.isHidden()

    def _show_sentence(self, shown: bool) -> None:
        self.sentence.setVisible(shown)
        self._asking.setVisible(not shown)

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        if text:
            announce(self, text, assertive=True)

    def _empty(self) -> None:
        self._show_sentence(False)
        for boxes in self._labels:
            boxes.empty()

    def _leave(self) -> None:
        self._empty()
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.is_showing_sentence():
            self._leave()
        else:
            super().keyPressEvent(event)
