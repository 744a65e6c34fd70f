"""Notes on the timeline: one to write or change, and those that there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop import shopnotes
from desktop.errors import Misuse, ShopError
from desktop.shop import Shop
from desktop.shopnotes import LONGEST, ShopNote
from ui import typed
from ui.background import Runner
from ui.ending.frame import HouseDialog
from ui.moments import told, tr
from ui.theme import px
from ui.theme.keep import keep_colours
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, IconButton
from ui.widgets.wrap import WrapLabel
from ui.window import Undoable, Window

from . import noted

_LIST = 210  # px of the notes that there are, at most


class NotesDialog(HouseDialog):
    """`kept` carries a ShopNote to keep, `gone` the id of one to remove. It stays open until `accept`."""

    kept = Signal(object)
    gone = Signal(object)

    def __init__(self, notes: Sequence[ShopNote], today: date, day: date, parent: QWidget | None = None) -> None:
        super().__init__("pencil", tr("Notes on the timeline"), 560, parent)
        self.head_text.setText(tr("What changed in the shop, and when. Searches say how often before and after."))
        self.head_text.show()
        self._today, self._changes = today, ""
        self.day, self.words = QLineEdit(), QLineEdit()
        self.trouble = WrapLabel("", "meta strong", "brick")
        self.keep, self.cancel = Button(tr("Add"), kind="primary"), Button(tr("Close"))
        self.rows: dict[str, QWidget] = {}
        self._arrange(notes)
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.reject)
        self.begin(ShopNote("", day, day, ""))
        self.fit()

    def _arrange(self, notes: Sequence[ShopNote]) -> None:
        self.day.setAccessibleName(tr("Day, or first and last day"))
        self.words.setAccessibleName(tr("Note"))
        self.words.setPlaceholderText(tr("New boxes"))
        self.words.setMaxLength(LONGEST)
        self.day.setFixedWidth(px(150))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.day)
        row.addWidget(self.words, 1)
        column = QVBoxLayout()
        column.setContentsMargins(px(18), px(14), px(18), px(14))
        column.setSpacing(px(8))
        column.addLayout(row)
        column.addWidget(self.trouble)
        self.trouble.hide()
        if notes:
            column.addWidget(self._list(notes))
        self.body.addLayout(column)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.keep)
        self.keep.setDefault(True)

    def _list(self, notes: Sequence[ShopNote]) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, px(6), 0)
        column.setSpacing(0)
        for note in reversed(notes):
            self.rows[note.id] = self._row(note)
            column.addWidget(self.rows[note.id])
        column.addStretch(1)
        keep_colours(inside, ground="paper")
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(tr("Notes on the timeline"))
        area.setFixedHeight(min(px(_LIST), inside.sizeHint().height()))
        return area

    def _row(self, note: ShopNote) -> QWidget:
        line, day = QWidget(), noted.days(note, self._today)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, px(2), 0, px(2))
        row.setSpacing(px(8))
        said = WrapLabel("")
        by = f" · {note.person_name}" if note.person_name else ""
        said.set_parts((day, "strong"), f"  {note.text}{by}")
        change = IconButton("pencil", tr("Change the note of {day}").format(day=day), token="text3")
        remove = IconButton("x", tr("Remove the note of {day}").format(day=day), token="text3")
        change.clicked.connect(lambda: self.begin(note))
        remove.clicked.connect(lambda: self.gone.emit(note.id))
        row.addWidget(said, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def begin(self, note: ShopNote) -> None:
        """Another note in the fields: a new one (empty id), or one to change."""
        self._changes = note.id
        self.day.setText(noted.days(note, self._today))
        self.words.setText(note.text)
        self.keep.setText(tr("Change") if note.id else tr("Add"))
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.say("")

    def _keep(self) -> None:
        written, words = noted.read(self.words.text(), self._today)
        try:
            first, last = written or typed.past(self.day.text(), self._today)
        except Misuse as wrong:
            self.say(str(wrong) if self.day.text().strip() else tr("Write which day."))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.kept.emit(ShopNote(self._changes, first, last, words))

    def say(self, sentence: str) -> None:
        """What is wrong with what is in the fields; "" for nothing."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        if sentence:
            announce(self.trouble, sentence, assertive=True)


class Noting(QObject):
    """Opens the dialog, and does what it wants; one dialog at a time."""

    def __init__(self, shop: Shop, background: Runner, window: Window, page: QWidget) -> None:
        super().__init__(page)
        self._shop, self._background, self._window, self._page = shop, background, window, page
        self.dialog: NotesDialog | None = None

    def begin(self, day: date | None = None, note: str = "") -> None:
        """For a new note of that day (None: today), or with one to change."""
        was = self.dialog
        if self._shop.read_only or (was is not None and isValid(was) and was.isVisible()):
            return
        today = self._shop.clock.local(self._shop.clock.now()).date()
        notes = shopnotes.all(self._shop.store)
        self.dialog = NotesDialog(notes, today, day or today, self._page)
        self.dialog.kept.connect(self._keep)
        self.dialog.gone.connect(self._remove)
        for one in notes:
            if one.id == note:
                self.dialog.begin(one)
        self.dialog.open()

    def _keep(self, note: ShopNote) -> None:
        from desktop import counter  # brings in much that the first painted window doesn't need

        shop = self._shop
        self._background.run(self, lambda: counter.put_shop_note(shop, note), self._done, self._failed, lane="write")

    def _remove(self, note: str) -> None:
        from desktop import counter

        shop = self._shop
        self._background.run(self, lambda: counter.remove_shop_note(shop, note), self._done, self._failed, lane="write")

    def _done(self, undo: Undoable) -> None:
        if self.dialog is not None and isValid(self.dialog):
            self.dialog.accept()
        self._window.toast(undo.text, undo)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Misuse) and self.dialog is not None and isValid(self.dialog):
            self.dialog.say(told(error))
        elif isinstance(error, ShopError):
            self._window.trouble(error)
