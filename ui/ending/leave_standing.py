"""Leave it standing: with a reason, and after the question whether one more word should be left in public."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from desktop.records import StandingReason
from desktop.shop import Shop
from ui import words
from ui.background import Runner
from ui.moments import told, tr
from ui.theme import px
from ui.widgets.bars import Bar
from ui.widgets.buttons import Button

from . import facts
from .facts import Known
from .frame import HouseDialog

REASONS = tuple(StandingReason)


class LeaveStandingDialog(HouseDialog):
    """`acted` carries the Undo; `write_wanted` the conversation's id when a last word is to be written first."""

    acted = Signal(object)
    write_wanted = Signal(object)

    def __init__(self, shop: Shop, background: Runner, complaint: str, parent: QWidget | None = None) -> None:
        super().__init__("minus", tr("Why does it stay as it is?"), 480, parent)
        self._shop, self._background, self._id = shop, background, complaint
        self._known: Known | None = None
        self._is_last_word = False
        self.group = QButtonGroup(self)
        self.radios = [QRadioButton() for _ in REASONS]
        self.note = QLineEdit()
        self.note.setPlaceholderText(tr("A line about it, for who reads this later"))
        self.note.setAccessibleName(tr("A line about it, for who reads this later"))
        self.trouble = Bar("", tone="brick", can_dismiss=False)
        self.leave, self.cancel = Button("", kind="amber"), Button(tr("Cancel"))
        self._reasons = QWidget()
        self._arrange()
        self.set_title(tr("Why does it stay as it is?"), tr("It will still look like a complaint to a passer-by."))
        self._refresh()
        background.run(self, lambda: facts.read(shop, complaint), self._came)

    def _arrange(self) -> None:
        column = QVBoxLayout(self._reasons)
        column.setContentsMargins(px(18), px(12), px(18), px(14))
        column.setSpacing(px(4))
        for at, radio in enumerate(self.radios):
            self.group.addButton(radio, at)
            column.addWidget(radio)
        column.addSpacing(px(4))
        column.addWidget(self.note)
        column.addWidget(self.trouble)
        self.trouble.hide()
        self.body.addWidget(self._reasons)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.leave)
        self.leave.setDefault(True)
        self.group.idToggled.connect(lambda _at, on: self._refresh() if on else None)
        self.note.textChanged.connect(lambda _text: self._refresh())
        self.leave.clicked.connect(self._pressed)
        self.cancel.clicked.connect(self._other)
        self._name("")
        self.fit()

    def _name(self, place: str) -> None:
        for at, (reason, radio) in enumerate(zip(REASONS, self.radios, strict=True), 1):
            said = words.standing_reason(reason, place or tr("the place"))
            radio.setText(f"{at}  {said}".replace("&", "&&"))
            radio.setAccessibleName(said)

    def _came(self, known: Known | None) -> None:
        if known is None:
            self.reject()
            return
        self._known = known
        self._name(known.place)
        self.fit()
        if self.reason() is None:
            self.radios[0].setFocus(Qt.FocusReason.TabFocusReason)

    def read_again(self) -> None:
        """It comes back after others were here: the reason and the line stay."""
        shop, complaint = self._shop, self._id
        self._background.run(self, lambda: facts.read(shop, complaint), self._came_again)

    def _came_again(self, known: Known | None) -> None:
        before = self._known
        if known is None or before is None:
            self._came(known)
            return
        self._known = known
        if self._is_last_word and known.has_answer:  # somebody has left one
            self._ask_for_reason()
        if meanwhile := facts.moved_meanwhile(before, known):
            self._ask_for_reason()
            self._tell(meanwhile)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number picks its reason, while nothing is typed and the reasons are there."""
        at = event.key() - Qt.Key.Key_1
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if 0 <= at < len(self.radios) and not self._is_last_word and plain:
            self.radios[at].setChecked(True)
            other = REASONS[at] is StandingReason.OTHER
            (self.note if other else self.radios[at]).setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def reason(self) -> StandingReason | None:
        at = self.group.checkedId()
        return REASONS[at] if at >= 0 else None

    def _refresh(self) -> None:
        """The button says what is still to do."""
        text, kind = tr("Leave it standing"), "primary"
        if self.reason() is None:
            text, kind = tr("Pick a reason"), "amber"
        elif self.reason() is StandingReason.OTHER and not self.note.text().strip():
            text, kind = tr("Say why in a line"), "amber"
        self.leave.setText(text)
        self.leave.set_kind(kind)

    def _pressed(self) -> None:
        if self._is_last_word:
            self.reject()
            self.write_wanted.emit(self._id)
        elif self.reason() is None:
            self.radios[0].setFocus(Qt.FocusReason.TabFocusReason)
        elif self.reason() is StandingReason.OTHER and not self.note.text().strip():
            self.note.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._known is not None and not self._known.has_answer:
            self._ask_for_last_word()
        else:
            self._leave()

    def _ask_for_last_word(self) -> None:
        """Nobody who reads this will know our side: once more, before it is left."""
        self._is_last_word = True
        self.set_title(
            tr("Leave a last word first?"), tr("Nobody who reads this will know your side.")
        )
        self._reasons.hide()
        self.leave.setText(tr("Write it"))
        self.leave.set_kind("primary")
        self.cancel.setText(tr("Leave it silent"))
        self.leave.setFocus(Qt.FocusReason.TabFocusReason)
        self.fit()

    def _ask_for_reason(self) -> None:
        """Back from the last word to the reasons, as they were left."""
        self._is_last_word = False
        self.set_title(tr("Why does it stay as it is?"), tr("It will still look like a complaint to a passer-by."))
        self._reasons.show()
        self.cancel.setText(tr("Cancel"))
        self._refresh()
        self.fit()

    def _other(self) -> None:
        if self._is_last_word:
            self._leave()
        else:
            self.reject()

    def _leave(self) -> None:
        from desktop import counter

        shop, one, reason, note = self._shop, self._id, self.reason(), self.note.text()
        if reason is None:
            return
        self._background.run(
            self, lambda: counter.leave_standing(shop, one, reason, note), self._done, self._failed, lane="write"
        )

    def _done(self, undo: object) -> None:
        self.accept()
        self.acted.emit(undo)

    def _failed(self, error: Exception) -> None:
        self._reasons.show()
        self._tell(told(error))

    def _tell(self, text: str) -> None:
        self.trouble.set_bar(text)
        self.trouble.show()
        self.trouble.tell()
        self.fit()
