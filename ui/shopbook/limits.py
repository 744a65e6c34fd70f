"""What each of us may promise without asking: people beside each other, a line a thing. The settings of People."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.records import BOUNDS, Limits, Person
from ui import words
from ui.moments import tr
from ui.theme import px, theme
from ui.theme.focus import set_ring
from ui.theme.keep import keep_font
from ui.theme.paint import line
from ui.widgets.avatar import Avatar
from ui.widgets.elide import ElidedLabel
from ui.widgets.empty import EmptyState
from ui.widgets.panel import Panel
from ui.widgets.switch import AskOrYes, Money
from ui.widgets.wrap import WrapLabel

_MONEY = "money_up_to"


class Member(NamedTuple):
    """Somebody at the counter, and what they may promise alone."""

    person: Person
    limits: Limits


class LimitsGrid(QWidget):
    """A column for each person. Where `may_change`, helpers' answers are switches; `changed` carries (id, Limits)."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members: tuple[Member, ...] = ()
        self._made: object = None
        self.cells: dict[tuple[str, str], QWidget] = {}  # by person's id and thing
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(5)

    def show_members(self, members: Sequence[Member], currency: str, *, may_change: bool) -> None:
        """As it is kept. Built anew only where people come or go, so that the keyboard stays where it is."""
        shape = (tuple(one.person for one in members), currency, may_change, tuple(BOUNDS))
        self._members = tuple(members)
        if shape != self._made:
            self._made = shape
            self._build(currency, may_change=may_change)
        for one in members:
            for thing in BOUNDS:
                self._put(self.cells[one.person.id, thing], one.limits, thing, currency)

    # --- building -----------------------------------------------------------------------------------------

    def _build(self, currency: str, *, may_change: bool) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self.cells.clear()
        for at, one in enumerate(self._members, 1):
            self._grid.addWidget(_Name(one.person), 0, at)
        for row, (thing, bound) in enumerate(BOUNDS.items()):
            at = 2 * row + 2
            self._grid.addWidget(_Rule(), at - 1, 0, 1, -1)
            self._grid.addWidget(WrapLabel(tr(bound.title)), at, 0, Qt.AlignmentFlag.AlignVCenter)
            for column, one in enumerate(self._members, 1):
                cell = self._cell(one.person, thing, currency, may_change=may_change)
                self.cells[one.person.id, thing] = cell
                place = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
                self._grid.addWidget(cell, at, column, place)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0 if column else 1)

    def _cell(self, person: Person, thing: str, currency: str, *, may_change: bool) -> QWidget:
        if person.is_owner or not may_change:
            return _Answer()
        about = f"{person.name}: {tr(BOUNDS[thing].title)}"
        made: AskOrYes | Money = Money(currency, about) if thing == _MONEY else AskOrYes(about)
        if isinstance(made, Money):
            made.say_before(tr("up to"))
        made.chosen.connect(lambda value: self._set(person.id, thing, value))
        return made

    def _put(self, cell: QWidget, limits: Limits, thing: str, currency: str) -> None:
        if isinstance(cell, AskOrYes):
            cell.setChecked(bool(getattr(limits, thing)))
        elif isinstance(cell, Money):
            cell.put(limits.money_up_to or 0.0)
        elif isinstance(cell, _Answer):
            cell.tell(words.limit(limits, thing, currency), is_yes=getattr(limits, thing) not in (False, 0))

    def _set(self, person: str, thing: str, value: object) -> None:
        one = next(each for each in self._members if each.person.id == person)
        limits = one.limits._replace(**{thing: value})  # type: ignore[arg-type]
        self._members = tuple(
            each._replace(limits=limits) if each.person.id == person else each for each in self._members
        )
        self.changed.emit((person, limits))


class _Rule(QWidget):
    """A line between two things."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), self.rect())


class _Name(QWidget):
    """Whose column it is."""

    def __init__(self, person: Person) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, px(5))
        row.setSpacing(6)
        row.addWidget(Avatar(person.name, 20))
        row.addWidget(ElidedLabel(person.name, "body"))
        row.addStretch(1)
        self.setAccessibleName(person.name)


class _Answer(QStackedWidget):
    """Yes in leaf, Ask first in amber: two labels, for a label keeps its colour."""

    def __init__(self) -> None:
        super().__init__()
        for token in ("leaf", "amber"):
            self.addWidget(ElidedLabel("", "strong", token))

    def tell(self, text: str, *, is_yes: bool) -> None:
        self.setCurrentIndex(0 if is_yes else 1)
        label = self.currentWidget()
        assert isinstance(label, ElidedLabel)
        label.setText(text)
        self.setAccessibleName(text)
        self.setMinimumWidth(label.sizeHint().width())

    def text(self) -> str:
        return self.accessibleName()


class LimitsTab(QScrollArea):
    """*Promises and limits*. `changed` carries (id, Limits); `people_wanted`: there is nobody to limit yet."""

    changed = Signal(object)
    people_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_ring(self, "none")
        keep_font(self, "body")
        self.grid, self.only = LimitsGrid(), WrapLabel("", "meta", "text2")
        title, text = tr("What may helpers promise?"), tr("Until you say, they’ll have to ask you every time.")
        self.empty = EmptyState("people", title, text, [(tr("Set limits"), self.people_wanted.emit)])
        self.panel, self.title = Panel(), WrapLabel("", "lead")
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(16, 13, 16, 14)
        column.setSpacing(8)
        column.addWidget(self.title)
        said = tr("Limits are how far someone can go alone. They can always ask, and always write freely.")
        column.addWidget(WrapLabel(said, "body", "text2"))
        column.addWidget(self.only)
        column.addWidget(self.grid)
        body = QWidget()
        whole = QVBoxLayout(body)
        whole.setContentsMargins(14, 14, 14, 14)
        whole.addWidget(self.panel)
        whole.addWidget(self.empty, 1)
        whole.addStretch(1)
        self.setWidget(body)
        self.grid.changed.connect(self.changed)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.panel.setMaximumWidth(px(980))

    def show_members(self, members: Sequence[Member], currency: str, *, may_change: bool, owner: str) -> None:
        """As it is kept; the owner changes it, the others are told whose it is."""
        self.title.setText(tr("What each of us may promise without asking"))
        has_helpers = any(not one.person.is_owner for one in members)
        self.panel.setVisible(has_helpers)
        self.empty.setVisible(not has_helpers)
        self.only.setText(tr("Only {owner} can change limits.").format(owner=owner))
        self.only.setVisible(not may_change)
        self.grid.show_members(members, currency, may_change=may_change)

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return next((cell for cell in self.grid.cells.values() if cell.focusPolicy()), self)
