"""What the sorting of this shop has taught the guesses: how much, of whom, what that was, the newest; and ways to
forget it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop import counter, reading
from desktop.counter import Remembered
from desktop.records import Correction, Kind
from desktop.shop import Shop
from desktop.triage import Learned
from ui import moments, words
from ui.moments import figure, tr
from ui.theme import px
from ui.theme.keep import keep_font
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.wrap import WrapLabel

_NEWEST = 5
_REMEMBERED, _WORDS = 5, 8  # texts that are listed, words of a kind
_SHORT = 60  # characters of a text


class Learning(QWidget):
    """A page of the settings. `wanted` carries (act, what to do after it), as those of the openings do."""

    wanted = Signal(object, object)

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self.much, self.whose = WrapLabel(""), WrapLabel("", "body", "text2")
        self.known, self.lines = _Part(tr("Remembered word for word")), list[QWidget]()
        self.leans, self.newest = _Part(tr("What leans a guess")), _Part(tr("The last wrong guesses"))
        self.forget = Button(tr("Forget what it learned"), small=True)
        self.forget.clicked.connect(self._forget)
        head = QLabel(tr("Guesses"))
        keep_font(head, "page")
        lead = tr(
            "What somebody writes is guessed on this computer, and stays a guess until one of you says what it is. "
            "Each time you do, the open guesses and the next ones learn a little from it. What the reader is sure of "
            "stays, and what is serious always comes first."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(head)
        for part in (WrapLabel(lead, "body", "text2"), self.much, self.whose, self.known, self.leans, self.newest):
            column.addWidget(part)
        column.addSpacing(px(4))
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
        self._list(counter.remembered(self._shop))
        self.leans.show_text("\n".join(_leans(reading.learned(self._shop))))
        self.newest.show_text("\n".join(self._line(one) for one in reversed(wrong[-_NEWEST:])))
        self.forget.setEnabled(bool(kept) and self._may_forget)

    @property
    def _may_forget(self) -> bool:
        return self._shop.me.is_owner and not self._shop.read_only

    def _list(self, known: tuple[Remembered, ...]) -> None:
        """The texts that are remembered, each with a way to forget it alone."""
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = [self._remembered(one) for one in known[:_REMEMBERED]]
        for line in self.lines:
            self.known.column.addWidget(line)
        said = moments.count(
            len(known), "text is always guessed as you sorted it.", "texts are always guessed as you sorted them."
        )
        if more := len(known) - len(self.lines):
            said = f"{said} {tr('These are the last {n}.').format(n=figure(len(known) - more))}"
        self.known.show_text(said if known else "")

    def _remembered(self, one: Remembered) -> QWidget:
        """ "“Great coffee” (2 of 5 stars): Complaint", and forgetting it."""
        line, text = QWidget(), _short(one.text)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(14))
        said = tr("“{words}”: {kind}") if one.stars is None else tr("“{words}”, {stars}: {kind}")
        said = said.format(words=text, stars=words.stars(one.stars), kind=words.kind(one.kind).text)
        forget = LinkButton(tr("Forget"))
        forget.setAccessibleName(tr("Forget “{words}”").format(words=text))
        forget.clicked.connect(partial(self._forget_one, one))
        forget.setVisible(self._may_forget)
        row.addWidget(WrapLabel(said), 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(forget)
        return line

    def _how_much(self, said: int, wrong: int) -> str:
        if self._shop.is_practice:
            return tr("The pretend shop learns nothing: its days are the same for everybody.")
        if not said:
            return tr("Nothing learned yet.")
        much = moments.count(said, "guess has been sorted by you.", "guesses have been sorted by you.")
        return f"{much} {moments.count(wrong, 'of them was wrong.', 'of them were wrong.')}"

    def _line(self, one: Correction) -> str:
        """ "“Is the van in?”: Complaint, guessed Question"."""
        said = tr("“{words}”: {kind}, guessed {guess}")
        return said.format(words=_short(one.text), kind=words.kind(one.said).text, guess=words.kind(one.guessed).text)

    def _forget(self) -> None:
        self.forget.setEnabled(False)
        self.wanted.emit(counter.forget_learned, self._done)

    def _forget_one(self, one: Remembered, _checked: bool = False) -> None:
        for line in self.lines:
            line.setEnabled(False)
        self.wanted.emit(lambda shop: counter.forget_learned(shop, one.corrections), self._done)

    def _done(self) -> None:
        if isValid(self):
            self.reload()


class _Part(QWidget):
    """A part of the page: its title, its words, and what comes below them; hidden while it has no words."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, px(4), 0, 0)
        self.column.setSpacing(px(6))
        head = QLabel(title)
        head.setTextFormat(Qt.TextFormat.PlainText)
        keep_font(head, "lead")
        self._words = WrapLabel("", "body")
        self.text: Callable[[], str] = self._words.text
        self.column.addWidget(head)
        self.column.addWidget(self._words)

    def show_text(self, text: str) -> None:
        self._words.setText(text)
        self.setVisible(bool(text))


def _leans(learned: Learned) -> list[str]:
    """Which kinds lean which way, and the words that go with each."""
    said = []
    for text, way in ((tr("Guessed more often: {kinds}"), 1), (tr("Guessed less often: {kinds}"), -1)):
        ranked = sorted(learned.by_kind.items(), key=lambda each: -abs(each[1]))
        if kinds := [_name(kind) for kind, lean in ranked if lean * way > 0]:
            said.append(text.format(kinds=", ".join(kinds)))
    for kind, telling in learned.telling_words(_WORDS).items():
        named = ", ".join(f"“{word}”" for word in telling)
        said.append(tr("{kind}, because of: {words}").format(kind=_name(kind), words=named))
    return said


def _name(kind: Kind) -> str:
    return words.kind(kind).text


def _short(text: str) -> str:
    whole = " ".join(text.split())
    return whole if len(whole) <= _SHORT else whole[:_SHORT].rsplit(" ", 1)[0] + "…"
