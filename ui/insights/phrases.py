"""The phrases that replies lean on: each leads to its replies and can rest, for everybody of the shop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import insights
from desktop.insights import Phrase, Told
from ui.moments import count, tr
from ui.theme import px
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.elide import ElidedLabel
from ui.widgets.rule import Rule
from ui.widgets.tips import plain_tip

from .findings import rest_of

SHOWN = 3  # and those that rest; the table has all


class PhraseRow(QWidget):
    """`“our mistake, not bad luck”   9 replies`, or until when it rests."""

    opened, pressed = Signal(), Signal()

    def __init__(self, phrase: Phrase) -> None:
        super().__init__()
        self.phrase, rests = phrase, phrase.until is not None
        self.words = LinkButton(f"“{phrase.words}”", level="meta", token="text3" if rests else "text")
        self.words.setToolTip(plain_tip(f"“{phrase.words}”"))
        many = count(phrase.number, "reply", "replies")
        self.told = ElidedLabel(rest_of(phrase) or many, "meta", "text3" if rests else "text2")
        self.words.setAccessibleName(f"“{phrase.words}”, {many} {rest_of(phrase)}".strip())
        does = tr("Rest over") if rests else tr("Rest this for a month")
        self.button = IconButton("play" if rests else "pause", does)
        self.button.setAccessibleName(f"{does}: “{phrase.words}”")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        row.addWidget(self.words, 1)
        row.addStretch(0)
        row.addWidget(self.told)
        row.addWidget(self.button)
        self.words.clicked.connect(self.opened)
        self.button.clicked.connect(self.pressed)


class PhraseList(QWidget):
    """`opened` carries a query, `rest` the phrases that are to rest, `over` the one whose rest is over."""

    opened, rest, over = Signal(object), Signal(object), Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[PhraseRow] = []
        self.title = ElidedLabel(tr("Phrases you lean on"), "meta strong")
        self.all = LinkButton("", level="meta")
        self.all.clicked.connect(lambda: self.rest.emit(self._fresh()))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(Rule())
        self._column.addSpacing(px(6))
        self._column.addWidget(self.title)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._column.addLayout(self._rows)
        self._column.addWidget(self.all)

    def show_told(self, told: Told) -> None:
        """Those in most replies, and all that rest."""
        had = next((row.phrase.words for row in self.rows if row.isAncestorOf(self.focusWidget() or self)), "")
        for row in self.rows:
            row.hide()
            row.deleteLater()
        found = told.sounding.phrases
        shown = [one for at, one in enumerate(found) if at < SHOWN or one.until is not None]
        self.rows = [self._row(one, told) for one in shown]
        fresh = len(self._fresh())
        self.all.setText(tr("Rest these for a month") if fresh > 1 else tr("Rest this for a month"))
        self.all.setVisible(bool(fresh))
        self.setVisible(bool(self.rows))
        for row in self.rows:
            if row.phrase.words == had:
                row.button.setFocus()

    def _row(self, phrase: Phrase, told: Told) -> PhraseRow:
        row = PhraseRow(phrase)
        query = insights.query(told.view, insights.of_phrase(phrase.words))
        row.opened.connect(lambda: self.opened.emit(query))
        if phrase.until is None:
            row.pressed.connect(lambda: self.rest.emit([phrase.words]))
        else:
            row.pressed.connect(lambda: self.over.emit(phrase.words))
        self._rows.addWidget(row)
        return row

    def _fresh(self) -> list[str]:
        return [row.phrase.words for row in self.rows if row.phrase.until is None]
