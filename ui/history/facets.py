"""The facets beside the results: what the found conversations are, how they ended, where, who answered, about what.

A tick adds a filter to the search, and takes it out again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.past import Outcome
from desktop.records import Kind
from desktop.searching import Filter, Overview, Query, alike
from ui import words
from ui.moments import figure, tr
from ui.theme import px, theme
from ui.theme.keep import keep_colours
from ui.widgets.buttons import LinkButton
from ui.widgets.elide import ElidedLabel
from ui.widgets.tips import plain_tip

from .outcomes import outcome

WIDTH, _BESIDE = 200, 76  # px of all, and of what stands beside a line's words and number
_FEW = 6  # rows of a group until somebody asks for the rest

_ENDINGS = {  # their filters
    Outcome.THEY_SAID_SO: "they",
    Outcome.WE_SAID_SO: "we",
    Outcome.NOT_SHOWN: "hidden",
    Outcome.STANDING: "standing",
    Outcome.ANSWERED: "answered",
    Outcome.NO_ANSWER: "unanswered",
}


class Row(NamedTuple):
    """A line of a group: what a filter's value would be, what a person reads, how many."""

    value: str
    text: str
    number: int


class Group(QWidget):
    """One heading and its ticks. `ticked(key, value, on)`."""

    ticked = Signal(str, str, bool)

    def __init__(self, key: str, title: str) -> None:
        super().__init__()
        self.key, self.boxes = key, dict[str, QCheckBox]()
        self._numbers: dict[str, ElidedLabel] = {}
        self._rows: Sequence[Row] = ()
        self._chosen: frozenset[str] = frozenset()
        self._shows_all = False
        self.title = ElidedLabel(title, "meta strong")
        self.more = LinkButton(tr("More"))
        self.more.clicked.connect(self._show_all)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self.title, 0, 0, 1, 2)
        self._grid.addWidget(self.more, 99, 0, 1, 2)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._grid.setVerticalSpacing(0)
        widest = max((one.fontMetrics().horizontalAdvance(one.text()) for one in self._numbers.values()), default=0)
        for value, box in self.boxes.items():
            text = next((row.text for row in self._rows if row.value == value), value)
            shown = box.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, px(WIDTH - _BESIDE) - widest)
            box.setText(shown.replace("&", "&&"))

    def show_rows(self, rows: Sequence[Row], chosen: frozenset[str]) -> None:
        """Other numbers, other ticks; the keyboard stays on its line."""
        self._rows, self._chosen = rows, chosen
        self._show()

    def _show_all(self) -> None:
        self._shows_all = True
        first_hidden = next((row.value for row in self._rows if row.value not in self.boxes), "")
        self._show()
        if first_hidden in self.boxes:
            self.boxes[first_hidden].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        few = self._rows if self._shows_all else self._rows[:_FEW]
        shown = [*few, *(row for row in self._rows if row.value in self._chosen and row not in few)]
        if [row.value for row in shown] != list(self.boxes):
            self._build(shown)
        for row in shown:
            box, number = self.boxes[row.value], self._numbers[row.value]
            box.blockSignals(True)
            box.setChecked(row.value in self._chosen)
            box.blockSignals(False)
            number.setText(figure(row.number))
            box.setAccessibleName(tr("{what}, {number}").format(what=row.text, number=figure(row.number)))
        self._fit()
        self.more.setVisible(len(shown) < len(self._rows))
        self.setVisible(bool(self._rows))

    def _build(self, rows: Sequence[Row]) -> None:
        had = next((value for value, box in self.boxes.items() if box.hasFocus()), None)
        for widget in (*self.boxes.values(), *self._numbers.values()):
            widget.hide()
            widget.deleteLater()
        self.boxes, self._numbers = {}, {}
        for at, row in enumerate(rows, 1):
            box, number = QCheckBox(), ElidedLabel("", "meta", "text2")
            number.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            box.setToolTip(plain_tip(row.text))
            box.toggled.connect(lambda on, value=row.value: self.ticked.emit(self.key, value, on))
            self._grid.addWidget(box, at, 0)
            self._grid.addWidget(number, at, 1)
            self.boxes[row.value], self._numbers[row.value] = box, number
        if had in self.boxes:
            self.boxes[had].setFocus(Qt.FocusReason.OtherFocusReason)


class Facets(QScrollArea):
    """All groups, one under the other. `ticked(key, value, on)` asks for a filter more or less."""

    ticked = Signal(str, str, bool)

    def __init__(self, place_name: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place_name = place_name
        titles = {
            "kind": tr("Kind"),
            "ended": tr("How it ended"),
            "place": tr("Where"),
            "by": tr("Who answered"),
            "topic": tr("About"),
        }
        self.groups = {key: Group(key, title) for key, title in titles.items()}
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(10, 10, 8, 10)
        column.setSpacing(12)
        for group in self.groups.values():
            group.ticked.connect(self.ticked)
            group.hide()
            column.addWidget(group)
        column.addStretch(1)
        keep_colours(body, ground="paper")
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Filters"))
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(px(WIDTH))

    def show_overview(self, query: Query, got: Overview) -> None:
        for key, group in self.groups.items():
            rows = self._rows(key, got)
            there = [Filter(key, row.value) for row in rows]
            for one in self._unfound(key, query):
                if not any(alike(Filter(key, one.value), other) for other in there):
                    rows.append(one)
            chosen = frozenset(
                row.value
                for row in rows
                for one in query.filters
                if not one.is_not and alike(one, Filter(key, row.value))
            )
            group.show_rows(rows, chosen)

    def _unfound(self, key: str, query: Query) -> list[Row]:
        """What is asked for and isn't there: its tick can be taken away."""
        asked = [one for one in query.filters if one.key == key and not one.is_not]
        if key == "kind":
            names = {kind.value.replace("_", "-"): words.kind(kind).text for kind in Kind}
        elif key == "ended":
            names = {value: outcome(end).text for end, value in _ENDINGS.items()}
        else:
            return [Row(one.value, words.topic(one.value) if key == "topic" else one.value, 0) for one in asked]
        return [Row(v, text, 0) for v, text in names.items() if any(alike(Filter(key, v), one) for one in asked)]

    def _rows(self, key: str, got: Overview) -> list[Row]:
        counts, number = got.counts[key], dict(got.counts[key])
        if key == "kind":
            there = [kind for kind in Kind if kind.value in number]
            return [Row(kind.value.replace("_", "-"), words.kind(kind).text, number[kind.value]) for kind in there]
        if key == "ended":
            ends = [end for end in _ENDINGS if end.value in number]
            return [Row(_ENDINGS[end], outcome(end).text, number[end.value]) for end in ends]
        if key == "topic":
            return [Row(value, words.topic(value), many) for value, many in counts]
        if key == "by":
            return [Row(value, value, many) for value, many in counts]
        places: dict[str, int] = {}
        for value, many in counts:
            name = self._place_name(value)
            places[name] = places.get(name, 0) + many
        return [Row(name, words.place(name), many) for name, many in sorted(places.items(), key=lambda one: -one[1])]
