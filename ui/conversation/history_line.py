"""`Marta has written to you 3 times since 2023: two thank-yous and this. See all`"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.clock import Clock
from desktop.records import Conversation, Kind
from ui import moments, words
from ui.moments import figure, tr
from ui.widgets.buttons import LinkButton
from ui.widgets.wrap import WrapLabel

from .facts import Known
from .messages import centred

_NOUNS = {
    Kind.COMPLAINT: ("complaint", "complaints"),
    Kind.QUESTION: ("question", "questions"),
    Kind.PRAISE: ("thank-you", "thank-yous"),
    Kind.IDEA: ("idea", "ideas"),
    Kind.MIX_UP: ("mix-up", "mix-ups"),
    Kind.ABUSIVE: ("abusive post", "abusive posts"),
    Kind.OTHER: ("other message", "other messages"),
}
_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def number(n: int) -> str:
    """Small numbers in words."""
    return tr(_NUMBERS[n]) if n < len(_NUMBERS) else figure(n)


def history_text(name: str, earlier: Sequence[Conversation], clock: Clock) -> str:
    """The whole line but its link; empty when they never wrote before."""
    if not earlier:
        return ""
    kinds = Counter(one.kind for one in earlier)
    pieces = [f"{number(n)} {tr(_NOUNS[kind][0 if n == 1 else 1])}" for kind, n in kinds.most_common()]
    since = min(clock.local(one.first_at).year for one in earlier)
    first = words.first_name(name)
    text = tr("{name} has written to you {n} times since {year}: {what} and this.")
    return text.format(name=first, n=len(earlier) + 1, year=since, what=", ".join(pieces))


class HistoryLine(QWidget):
    """`chosen` carries the id of an earlier conversation."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = WrapLabel("", "meta", "text2")
        self.link = LinkButton(tr("See all"), level="meta")
        self.link.clicked.connect(self._open)
        self._known: Known | None = None
        self._clock: Clock | None = None
        centred(self, "person", self.text, self.link)
        self.hide()

    def show_known(self, known: Known, clock: Clock) -> None:
        self._known, self._clock = known, clock
        said = history_text(known.one.author_name, known.earlier, clock)
        self.text.setText(said)
        self.setVisible(bool(said))

    def menu(self) -> QMenu:
        """The earlier conversations, newest first."""
        menu = QMenu(self)
        if self._known is None or self._clock is None:
            return menu
        for one in self._known.earlier:
            start = words.taken_down() if one.is_taken_down else " ".join(one.excerpt.split())[:60]
            text = f"{moments.date(self._clock, one.first_at)} · {words.kind(one.kind).text} · {start}"
            action = menu.addAction(text.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, key=one.id: self.chosen.emit(key))
        return menu

    def _open(self) -> None:
        menu = self.menu()
        menu.popup(self.link.mapToGlobal(self.link.rect().bottomLeft()))
