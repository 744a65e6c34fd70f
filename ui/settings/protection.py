"""The shop file in the settings: protected or not, what opens it, and what a PIN and a password do and don't do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop import people
from desktop.counter import protecting
from desktop.counter.protecting import Ways
from desktop.shop import Shop
from ui.moments import tr
from ui.settings.changes import Change
from ui.theme import px
from ui.theme.keep import keep_font
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.wrap import WrapLabel

_LABELS = {
    Change.PROTECT: "Protect with a password…",
    Change.PASSWORD: "Change my password…",
    Change.PERSON: "A password for somebody else…",
    Change.CODE: "New recovery code…",
    Change.STORE: "Open without asking on this computer…",
    Change.ASK: "Ask for the password at each start",
    Change.KEY: "New key…",
    Change.REMOVE: "Remove the protection…",
}
HONEST = (
    "A password protects the files while the shop is closed: on a laptop that was lost or sold, on a stick, in a "
    "copy somewhere. It can’t protect a shop that is open, nor against somebody who puts programs on this computer "
    "under your login. A PIN only says who is at the counter; it never opens the file. For people who mustn’t see "
    "each other’s work at all, give each a login of their own."
)


class Protection(QWidget):
    """`wanted` carries a Change."""

    wanted = Signal(object)

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self.state, self.opens = WrapLabel("", "body"), WrapLabel("", "meta", "text2")
        self.done = WrapLabel("", "body", "leaf")
        self.done.hide()
        self.buttons: dict[Change, Button] = {}
        self._row = QWidget()
        self._flow = FlowLayout(self._row, gap=8, row_gap=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        head = QLabel(tr("The shop file"))
        keep_font(head, "lead")
        column.addWidget(head)
        for widget in (self.state, self.opens, self._row, self.done, WrapLabel(tr(HONEST), "meta", "text2")):
            column.addWidget(widget)
        for change, label in _LABELS.items():
            self.buttons[change] = button = Button(tr(label), small=True)
            button.clicked.connect(lambda _checked=False, change=change: self.wanted.emit(change))
            self._flow.addWidget(button)
        self.reload()

    def reload(self) -> None:
        """As it is now."""
        ways = protecting.ways_in(self._shop)
        self.state.setText(self._says(ways))
        self.opens.setText(_opened_by(ways))
        self.opens.setVisible(ways.is_protected)
        offered = self._offered(ways)
        for change, button in self.buttons.items():
            button.setVisible(change in offered)
        self._row.setVisible(bool(offered))

    def tell_done(self, said: str) -> None:
        """What was changed just now: the window's own word for it is behind the settings."""
        self.done.setText(said)
        self.done.show()
        self.reload()

    def _says(self, ways: Ways) -> str:
        if ways.is_protected:
            return tr(
                "Protected. The file, its journal, its copies in the shop folder and added pictures can’t be read "
                "without a password. Nobody else has one, not even we: without a password and without the code, "
                "what is in it is gone."
            )
        if self._shop.is_practice:
            return tr("The pretend shop needs no protection: nothing in it is real.")
        said = tr("Not protected. Whoever can copy this computer’s files can read what customers wrote.")
        owner = people.owner(self._shop.store)
        if not self._shop.me.is_owner and owner:
            said = f"{said} {tr('Only {name} can change this.').format(name=owner.name)}"
        return said

    def _offered(self, ways: Ways) -> set[Change]:
        shop = self._shop
        if shop.is_practice or shop.read_only:
            return set()
        if not ways.is_protected:
            return {Change.PROTECT} if protecting.may_protect(shop) else set()
        found = {Change.PASSWORD} if ways.is_mine or shop.me.is_owner else set()
        if protecting.may_protect(shop):
            found |= {Change.CODE, Change.ASK if ways.is_in_store else Change.STORE, Change.KEY, Change.REMOVE}
            found |= {Change.PERSON} if len(people.all(shop.store)) > 1 else set()
        return found


def _opened_by(ways: Ways) -> str:
    found = [tr("{name}’s password").format(name=name) for name in ways.people]
    found += [tr("the recovery code")] if ways.has_code else []
    found += [tr("this computer’s password store, without asking")] if ways.is_in_store else []
    return tr("Opens with: {ways}.").format(ways=", ".join(found))
