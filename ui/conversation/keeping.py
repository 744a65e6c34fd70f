"""Keep my words: after a reply, a paragraph somebody typed may become a wording, once it has a blank (design 4.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop import starters
from desktop.errors import ShopError
from desktop.writing import Part, Writing
from ui import words
from ui.ending.frame import HouseDialog
from ui.moments import told, tr
from ui.theme import px
from ui.theme.keep import keep_colours
from ui.widgets.bars import Bar
from ui.widgets.buttons import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.flow import FlowLayout
from ui.widgets.wrap import WrapLabel

if TYPE_CHECKING:
    from .view import ConversationView

_USUAL = {  # the blank somebody most likely means in this part
    Part.HEAR: "what it cost them",
    Part.DETAIL: "their detail",
    Part.OWN: "what went wrong here",
    Part.NEXT: "what you'll do",
}


class KeepWords(HouseDialog):
    """A press on a word makes it part of a blank, or words again. `chosen` carries the wording's text."""

    chosen = Signal(str)

    def __init__(self, part: Part, text: str, their_name: str, parent: QWidget | None = None) -> None:
        super().__init__("pencil", tr("Keep it as a wording"), 560, parent)
        label = starters.LABELS[part]
        lead = tr("{part}. Press the words that change from reply to reply: they become blanks.")
        self.set_title(tr("Keep it as a wording"), lead.format(part=tr(label)))
        self._text, self._part = text, part
        self._names: dict[int, str] = {}  # by the word a blank begins with
        self.words = [self._word(word) for word in text.split()]
        self.combos: list[QComboBox] = []
        self.form = QFormLayout()
        self.trouble = Bar("", tone="brick", can_dismiss=False)
        self.preview = WrapLabel("", "body", "text2")
        self.keep, self.cancel = Button(tr("Keep it"), kind="primary"), Button(tr("Cancel"))
        self._arrange()
        self._choose_name(their_name)
        self._show_blanks()

    def _word(self, word: str) -> Button:
        made = Button(word, kind="choice", small=True)
        made.toggled.connect(lambda _on: self._show_blanks())
        return made

    def _arrange(self) -> None:
        sheet, inside = QWidget(), QVBoxLayout()
        sheet.setLayout(inside)
        inside.setContentsMargins(px(18), px(12), px(18), px(14))
        inside.setSpacing(px(12))
        all_words = QWidget()
        flow = FlowLayout(all_words, px(4))
        for button in self.words:
            flow.addWidget(button)
        inside.addWidget(all_words)
        self.form.setHorizontalSpacing(px(12))
        self.form.setVerticalSpacing(px(6))
        inside.addLayout(self.form)
        inside.addWidget(self.preview)
        inside.addWidget(self.trouble)
        inside.addStretch(1)
        self.trouble.hide()
        keep_colours(sheet, ground="paper")
        scroll = QScrollArea()
        scroll.setWidget(sheet)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self.body.addWidget(scroll)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.keep)
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self._keep)
        self.fit(440)

    def _choose_name(self, their_name: str) -> None:
        """Their name is nobody else's: it is a blank from the start."""
        for at, button in enumerate(self.words):
            if their_name and button.text().strip(".,;:!?…").casefold() == their_name.casefold():
                self._names[at] = starters.nouns.NAME
                button.setChecked(True)

    def blanks(self) -> list[tuple[int, int, str]]:
        """(first word, word after the last, name) of each blank chosen; pressed words side by side are one."""
        found: list[tuple[int, int, str]] = []
        for at, button in enumerate(self.words):
            if not button.isChecked():
                continue
            is_their_name = self._names.get(at) == starters.nouns.NAME
            if found and found[-1][1] == at and not is_their_name and found[-1][2] != starters.nouns.NAME:
                found[-1] = (found[-1][0], at + 1, found[-1][2])
            else:
                found.append((at, at + 1, self._names.get(at, _USUAL.get(self._part, "their detail"))))
        return found

    def text(self) -> str:
        """The wording as it would be kept."""
        return starters.with_blanks(self._text, self.blanks())

    def _show_blanks(self) -> None:
        while self.form.rowCount():
            self.form.removeRow(0)
        said = self._text.split()
        self.combos = [self._combo(first, name) for first, _, name in self.blanks()]
        for (first, end, _), combo in zip(self.blanks(), self.combos, strict=True):
            label = QLabel("“" + " ".join(said[first:end])[:60] + "”")
            label.setTextFormat(label.textFormat().PlainText)
            label.setBuddy(combo)
            label.setMinimumHeight(combo.sizeHint().height())
            self.form.addRow(label, combo)
        self._say_it()

    def _combo(self, first: int, name: str) -> QComboBox:
        combo = ChoiceBox()
        combo.addItems([starters.nouns.NAME, *starters.blank_names()])
        combo.setCurrentText(name)
        keep_colours(combo)
        combo.activated.connect(lambda _row: self._named(first, combo.currentText()))
        return combo

    def _named(self, first: int, name: str) -> None:
        self._names[first] = name
        self._say_it()

    def _say_it(self) -> None:
        self.preview.setText(self.text() if self.blanks() else tr("No blank yet."))
        self.trouble.hide()

    def _keep(self) -> None:
        try:
            starters.made(self._part, "gen", self.text())
        except ShopError as error:
            self.trouble.set_bar(told(error))
            self.trouble.show()
            self.trouble.tell()
            return
        self.accept()
        self.chosen.emit(self.text())


class Keeping:
    """Offers to keep words of a reply that was posted here, and keeps them."""

    def __init__(self, view: ConversationView) -> None:
        self._view = view
        self.dialog: KeepWords | None = None

    def offer(self, writing: Writing) -> None:
        """A quiet line under the thread, when enough was typed in one part."""
        found, known = starters.worth_keeping(writing), self._view.known
        if found is None or known is None or len(found[1]) > starters.LONGEST:
            return
        part, text = found
        situation = known.context.situation
        name = words.first_name(known.one.author_name)
        said = tr("Good line. Keep it as a wording?")
        way = (tr("Choose the blanks"), lambda: self._choose(part, situation, text, name))
        self._view.bottom_bars.say("keep", said, [way], aloud=False)

    def drop(self) -> None:
        """The reply was taken back: its words are a draft again."""
        self._view.bottom_bars.drop("keep")

    def _choose(self, part: Part, situation: str, text: str, name: str) -> None:
        self.dialog = KeepWords(part, text, name, self._view)
        self.dialog.chosen.connect(lambda kept: self._keep(part, situation, kept))
        self.dialog.open()

    def _keep(self, part: Part, situation: str, text: str) -> None:
        view = self._view

        def work() -> object:
            from desktop import counter

            return counter.keep_wording(view.shop, part, situation, text)

        def done(undo: object) -> None:
            self.drop()
            view.told(undo, tr("Kept as a wording of yours"))

        view.background.run(view, work, done, view.failed, lane="write")
