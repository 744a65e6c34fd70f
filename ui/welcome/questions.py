"""The first page of a new shop: what it is called, and who is here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui import words
from ui.moments import tr
from ui.theme import px, theme
from ui.theme.icons import paint_icon
from ui.theme.keep import keep_font
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.wrap import WrapLabel

_LONGEST = 80


class _Mark(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(px(44), px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), 0, 0, "app", "ink", self.width())


class Questions(QWidget):
    """`answered(shop name, person's name)` when both are filled in and Continue is pressed; `moving_wanted` where the
    shop is to come from another computer."""

    answered = Signal(object, object)
    moving_wanted = Signal()
    title = words.APP_NAME

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shop, self.person = self._field(), self._field()
        self.go = Button(tr("Continue"), kind="primary")
        self.move_in = LinkButton(tr("I have a shop from another computer…"))
        self._missing = WrapLabel("", "meta", "brick")
        self._missing.hide()
        self._build()
        self.shop.returnPressed.connect(self._next_field)
        self.person.returnPressed.connect(self._answer)
        self.go.clicked.connect(self._answer)
        self.move_in.clicked.connect(self.moving_wanted)
        self.setFocusProxy(self.shop)

    def _field(self) -> QLineEdit:
        field = QLineEdit()
        field.setMaxLength(_LONGEST)
        field.setMinimumHeight(px(34))
        keep_font(field, "composer")
        return field

    def _build(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(_Mark())
        hello = QLabel(tr("Hello."))
        keep_font(hello, "hero")
        column.addWidget(hello)
        column.addWidget(WrapLabel(tr(words.TAGLINE), "lead", "text2"))
        column.addSpacing(18)
        for text, field in (
            (tr("What’s your shop called?"), self.shop),
            (tr("What’s your name?"), self.person),
        ):
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            keep_font(label, "strong")
            label.setBuddy(field)
            field.setAccessibleName(text)
            column.addWidget(label)
            column.addWidget(field)
            column.addSpacing(10)
        column.addWidget(self._missing)
        column.addSpacing(6)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(16)
        kept = tr(
            "Both can be changed later. Your customers see the name you write under a reply, nothing else."
        )
        column.addWidget(WrapLabel(kept, "meta", "text3"))
        column.addSpacing(10)
        column.addWidget(self.move_in, 0, Qt.AlignmentFlag.AlignLeading)
        middle = QVBoxLayout()
        middle.addStretch(2)
        middle.addLayout(column)
        middle.addStretch(3)
        whole = QHBoxLayout(self)
        whole.addStretch(1)
        self._holder = QWidget()
        self._holder.setLayout(middle)
        whole.addWidget(self._holder)
        whole.addStretch(1)
        self._fit()
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        self._holder.setFixedWidth(px(440))

    def _next_field(self) -> None:
        self.person.setFocus(Qt.FocusReason.TabFocusReason)

    def _answer(self) -> None:
        shop, person = self.shop.text().strip(), self.person.text().strip()
        if not shop or not person:
            missing = tr("The shop needs a name first.") if not shop else tr("And your name?")
            self._missing.setText(missing)
            self._missing.show()
            announce(self._missing, missing, assertive=True)
            (self.shop if not shop else self.person).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.answered.emit(shop, person)
