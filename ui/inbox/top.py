"""The head of the page and the row above the list: title, search, filters, sort."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QWidget

from ui.moments import tr
from ui.theme import px, theme
from ui.theme.icons import paint_icon
from ui.theme.keep import keep_colours
from ui.theme.paint import line
from ui.widgets.buttons import Button, FilterButton, one_of
from ui.widgets.elide import ElidedLabel
from ui.widgets.keycap import keycap_size, paint_keycap

from .listing import CHOICES, SORTS

_PAUSE = 200  # ms after the last letter before looking


class SearchField(QLineEdit):
    """ "Search people and words"; `searched` follows a pause in typing. Esc empties it and leaves.

    `key` is the one that leads here, "" for none.
    """

    searched = Signal(object)  # str
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = "/"
        self.setPlaceholderText(tr("Search people and words"))
        self.setAccessibleName(tr("Search people and words"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(lambda: self._pause.start())
        theme().changed.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(px(230), px(32))

    def set_key(self, key: str) -> None:
        self.key = key
        self._fit()
        self.update()

    def _fit(self) -> None:
        before, after = px(24), keycap_size(self.key).width() + px(4)
        self.setTextMargins(*((after, 0, before, 0) if self.isRightToLeft() else (before, 0, after, 0)))
        self.setFixedHeight(max(px(32), self.fontMetrics().height() + px(12)))
        self.setMaximumWidth(px(230))

    def _tell(self) -> None:
        self.searched.emit(self.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._pause.stop()
            self._tell()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._pause.stop()
            self._tell()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        size = px(15)
        x = self.width() - px(10) - size if self.isRightToLeft() else px(10)
        paint_icon(painter, x, (self.height() - size) / 2, "search", "text3", size)
        if self.key and not self.text() and not self.hasFocus():
            cap = keycap_size(self.key)
            at = px(8) if self.isRightToLeft() else self.width() - cap.width() - px(8)
            paint_keycap(painter, at, self.height() / 2, self.key)


class Header(QWidget):
    """48 px: "Inbox", who needs someone, the search."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel(title, "page")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.subtitle = ElidedLabel("", "body", "text2")
        self.search = SearchField()
        self.add = Button(tr("Add by hand"), "plus")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 1)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.subtitle, 1)
        row.addWidget(self.search)
        row.addWidget(self.add)
        keep_colours(self, ground="paper")
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(max(48, px(48)))

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), self.rect().adjusted(0, self.height() - 1, 0, 0))


class Filters(QWidget):
    """All, Public, Private, Mine; and the order at the end. `changed` when the person chose."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = (tr("All"), tr("Public"), tr("Private"), tr("Mine"))
        self.choices = [FilterButton(word) for word in words]
        self._group = one_of(self, *self.choices)
        self._group.idClicked.connect(lambda _id: self.changed.emit())
        self.sort_button = Button("", kind="quiet", small=True)
        self.sort_button.setAccessibleDescription(tr("Order of the list"))
        self._sorts = self._make_menu()
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 7, 6, 7)
        row.setSpacing(6)
        for button in self.choices:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.sort_button)
        self.sort_button.setText(self._sorts.actions()[0].text())
        keep_colours(self, ground="surface")

    def _make_menu(self) -> QActionGroup:
        menu, group = QMenu(self), QActionGroup(self)
        for key, word in zip(SORTS, (tr("Due first"), tr("Newest"), tr("Oldest")), strict=True):
            action = QAction(group, checkable=True, checked=key == "due")
            action.setText(word)  # as an argument it would first be tried as a QIcon, which costs time
            action.setData(key)
            menu.addAction(action)
        group.triggered.connect(self._sorted)
        self.sort_button.setMenu(menu)
        return group

    def _sorted(self, action: QAction) -> None:
        self.sort_button.setText(action.text())
        self.changed.emit()

    @property
    def choice(self) -> str:
        return CHOICES[max(0, self._group.checkedId())]

    @property
    def sort(self) -> str:
        chosen = self._sorts.checkedAction()
        return str(chosen.data()) if chosen else "due"

    def choose(self, choice: str) -> None:
        """As if the person had pressed it."""
        self.choices[CHOICES.index(choice)].setChecked(True)
        self.changed.emit()

    def set_to(self, choice: str, sort: str) -> None:
        """Shows these, without telling; what isn't one of them is the first."""
        self.choices[CHOICES.index(choice) if choice in CHOICES else 0].setChecked(True)
        for at, action in enumerate(self._sorts.actions()):
            if action.data() == sort or (at == 0 and sort not in SORTS):
                action.setChecked(True)
                self.sort_button.setText(action.text())

    def least_width(self) -> int:
        """What the filters need beside the order's icon, in px."""
        return self._for_choices() + px(54)

    def _for_choices(self) -> int:
        return sum(button.sizeHint().width() + 6 for button in self.choices) + 16

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow list (or large text) keeps the filters and lets go of the order's words."""
        super().resizeEvent(event)
        chosen = self._sorts.checkedAction()
        fits = chosen is not None and self.width() - self._for_choices() > px(60)
        self.sort_button.setText(chosen.text() if chosen and fits else "")
        self.sort_button.set_icon(None if fits else "filter")
        self.sort_button.setAccessibleName(chosen.text() if chosen else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), self.rect().adjusted(0, self.height() - 1, 0, 0))
