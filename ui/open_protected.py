"""A protected export is opened: for its password it becomes a file that anybody can read, beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop import keys, sealed
from desktop.errors import ShopError
from ui.background import Runner
from ui.ending.frame import HouseDialog
from ui.moments import told, tr
from ui.theme import px
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.password_field import PasswordField
from ui.widgets.wrap import WrapLabel


def ask_for_file(parent: QWidget) -> Path | None:
    kinds = f"{tr('Protected files')} (*{sealed.ENDING})"
    chosen = QFileDialog.getOpenFileName(parent, tr("Open a protected file…"), str(Path.home()), kinds)[0]
    return Path(chosen) if chosen else None


class OpenProtected(HouseDialog):
    """Window-modal; `opened` carries where the readable file is."""

    opened = Signal(object)

    def __init__(self, path: Path, background: Runner, parent: QWidget | None = None) -> None:
        super().__init__("lock", tr("Open a protected file"), 460, parent)
        self._path, self._background = path, background
        self.set_title(tr("Open a protected file"), path.name)
        self.field = PasswordField(tr("Password"))
        self.said = WrapLabel("", "body", "brick")
        self.go, self.cancel = Button(tr("Open"), kind="primary"), Button(tr("Cancel"))
        self._arrange()
        self.go.clicked.connect(self.try_it)
        self.cancel.clicked.connect(self.reject)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(px(18), px(12), px(18), px(16))
        column.setSpacing(px(8))
        for text in (
            tr("Type a password of the shop it is from, or its recovery code."),
            tr("What is in it is written beside it, and anybody can read that then. Delete it when you’re done."),
        ):
            column.addWidget(WrapLabel(text, "body", "text2"))
        column.addWidget(self.field)
        column.addWidget(self.said)
        self.said.hide()
        self.body.addLayout(column)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.go)
        self.go.setDefault(True)

    def try_it(self) -> None:
        """Behind the window: each way in takes up to half a second."""
        typed, path = self.field.text(), self._path
        if not typed or self.field.isReadOnly():
            return

        def work() -> Path | None:
            way = keys.open_with(sealed.ways_in(path), typed)
            return sealed.open_into(path, way.key, path.parent) if way else None

        self._be_busy(True)
        self._background.run(self, work, self._tried, self._failed, lane="collect")

    def _tried(self, made: Path | None) -> None:
        self._be_busy(False)
        if made is None:
            self.field.selectAll()
            self._say(tr("That isn’t a password of the shop it is from. Capitals matter."))
            return
        self.opened.emit(made)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._be_busy(False)
        if isinstance(error, ShopError):
            self._say(told(error))

    def _be_busy(self, busy: bool) -> None:
        self.field.setReadOnly(busy)
        self.go.setEnabled(not busy)

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()
        self.fit()
        announce(self, text, assertive=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
