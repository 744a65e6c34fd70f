"""What the sorting of this shop has taught the guesses: how much, of whom, the newest; and a way to forget it."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop import counter
from desktop.records import Correction
from desktop.shop import Shop
from ui import moments, words
from ui.moments import figure, tr
from ui.theme.keep import keep_font
from ui.widgets.buttons import Button
from ui.widgets.wrap import WrapLabel

_NEWEST = 5


class Learning(QWidget):
    """A page of the settings. `wanted` carries (act, what to do after it), as those of the openings do."""

    wanted = Signal(object, object)

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self.much, self.whose, self.newest = WrapLabel(""), WrapLabel("", "body", "text2"), WrapLabel("", "body")
        self.forget = Button(tr("Forget what it learned"), small=True)
        self.forget.clicked.connect(self._forget)
        head = QLabel(tr("Guesses"))
        keep_font(head, "page")
        lead = tr(
            "What somebody writes is guessed on this computer, and stays a guess until one of you says what it is. "
            "Each time you do, the next guesses learn a little from it. What the reader is sure of stays, and "
            "what is serious always comes first."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(head)
        for label in (WrapLabel(lead, "body", "text2"), self.much, self.whose, self.newest):
            column.addWidget(label)
        column.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeading)
        owners = tr("Nothing you sorted changes by it. Only the owner can do this.")
        column.addWidget(WrapLabel(owners, "meta", "text3"))
        column.addStretch(1)
        self.reload()

    def reload(self) -> None:
        """How much there is now."""
        kept = counter.what_was_learned(self._shop)
        wrong = [one for one in kept if one.said is not one.guessed]
        self.much.setText(self._how_much(len(kept), len(wrong)))
        people = Counter(one.person_name or tr("Somebody") for one in kept)
        self.whose.setText(" · ".join(f"{name} {figure(n)}" for name, n in people.most_common()))
        self.whose.setVisible(len(people) > 1)
        self.newest.setText("\n".join(self._line(one) for one in reversed(wrong[-_NEWEST:])))
        self.newest.setVisible(bool(wrong))
        self.forget.setEnabled(bool(kept) and self._shop.me.is_owner and not self._shop.read_only)

    def _how_much(self, said: int, wrong: int) -> str:
        if self._shop.is_practice:
            return tr("The pretend shop learns nothing: its days are the same for everybody.")
        if not said:
            return tr("Nothing learned yet.")
        much = moments.count(said, "guess has been sorted by you.", "guesses have been sorted by you.")
        return f"{much} {moments.count(wrong, 'of them was wrong.', 'of them were wrong.')}"

    def _line(self, one: Correction) -> str:
        """ "“Is the van in?”: Complaint, guessed Question"."""
        text = " ".join(one.text.split())
        short = text if len(text) <= 60 else text[:60].rsplit(" ", 1)[0] + "…"
        said = tr("“{words}”: {kind}, guessed {guess}")
        return said.format(words=short, kind=words.kind(one.said).text, guess=words.kind(one.guessed).text)

    def _forget(self) -> None:
        self.forget.setEnabled(False)
        self.wanted.emit(counter.forget_learned, self._done)

    def _done(self) -> None:
        if isValid(self):
            self.reload()
