"""Closing an event asks for last words, and names whose own trouble has no ending yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import moments
from ui.moments import tr
from ui.theme import px
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import Panel
from ui.widgets.wrap import WrapLabel

from .known import Known


class ClosingPanel(Panel):
    """`write_wanted`, `close_wanted`, `left`; `opened` a conversation."""

    write_wanted = Signal()
    close_wanted = Signal()
    left = Signal()
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ink_tint", "ink", parent=parent)
        self.title = WrapLabel(tr("A last public update?"), "strong")
        self.text = WrapLabel("")
        self.write = Button(tr("Write it"), "pencil", "primary", small=True)
        self.close_it = Button(tr("Close without one"), small=True)
        self.cancel = Button(tr("Not yet"), small=True)
        self.rest = WrapLabel("", "body", "text2")
        self._names = QWidget()
        self._flow = FlowLayout(self._names, px(14), 0)
        ways = QWidget()
        flow = FlowLayout(ways, px(8), px(6))
        for button in (self.write, self.close_it, self.cancel):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 10)
        column.setSpacing(px(6))
        for each in (self.title, self.text, self.rest, self._names, ways):
            column.addWidget(each)
        self.write.clicked.connect(self.write_wanted)
        self.close_it.clicked.connect(self.close_wanted)
        self.cancel.clicked.connect(self.left)

    def begin(self) -> None:
        """Asks."""
        self.show()
        self.write.setFocus()
        announce(self, f"{self.title.text()} {self.text.text()} {self.rest.text()}")

    def set_known(self, known: Known) -> None:
        """Whose own trouble has no ending yet."""
        if not known.one.is_open:
            self.hide()
        said_last = bool(known.told) and known.told[0].next_at is None
        self.title.setText(tr("Close it?") if said_last else tr("A last public update?"))
        said = tr("Whoever read the first words waits for the last ones.")
        if not known.told:
            said = tr("Nobody was told anything in public yet.")
        self.text.setText(tr("The last words are out.") if said_last else said)
        self.write.setVisible(not said_last)
        self.close_it.setText(tr("Close the event") if said_last else tr("Close without one"))
        left = known.without_ending
        self.rest.setVisible(bool(left))
        self._names.setVisible(bool(left))
        head = moments.count(len(left), "person’s own trouble", "people’s own troubles")
        one, more = (
            tr("has no ending yet. It stays on Complaints."),
            tr("have no ending yet. They stay on Complaints."),
        )
        verb = one if len(left) == 1 else more
        self.rest.setText(f"{head} {verb}")
        while (item := self._flow.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for member in left:
            link = LinkButton(member.author_name)
            link.clicked.connect(lambda _=False, one=member.conversation: self.opened.emit(one))
            self._flow.addWidget(link)
