"""One chart on its card: a sentence with its number, what is counted, the chart or its table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from desktop.insights import Told
from ui.moments import tr
from ui.theme import fonts, px, theme
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.panel import Panel
from ui.widgets.wrap import WrapLabel

from .chart import Chart
from .findings import Finding
from .phrases import PhraseList
from .table import TableTwin


class Card(Panel):
    """`opened` carries the query of what was pressed."""

    opened = Signal(object)

    def __init__(self, chart: Chart, phrases: PhraseList | None = None) -> None:
        super().__init__()
        self.chart, self.table, self.phrases = chart, TableTwin(), phrases
        self.title, self.sub = WrapLabel("", "lead"), WrapLabel("", "meta", "text2")
        self.few, self.foot = WrapLabel("", "body", "text2"), WrapLabel("", "meta", "text2")
        self.link = LinkButton("", level="meta")
        self.switch = IconButton("table", tr("Show as a table"))
        self._query, self._says_something, self._as_table = "", True, False
        self._arrange()
        self.chart.opened.connect(self.opened)
        self.table.opened.connect(self.opened)
        self.link.clicked.connect(lambda: self.opened.emit(self._query))
        self.switch.clicked.connect(lambda: self.show_as_table(not self._as_table))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self._fit)
        self._fit()

    def _arrange(self) -> None:
        head, words, below = QHBoxLayout(), QVBoxLayout(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below = below
        words.setSpacing(px(1))
        words.addWidget(self.title)
        words.addWidget(self.sub)
        head.addLayout(words, 1)
        head.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.foot, 1)
        below.addWidget(self.link)
        below.addStretch(0)
        self._column = column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.few)
        column.addWidget(self.chart, 1)
        column.addWidget(self.table, 1)
        column.addStretch(0)  # where there is neither, the words stay together
        if self.phrases is not None:
            column.addWidget(self.phrases)
            self.phrases.opened.connect(self.opened)
        column.addLayout(below)

    def _fit(self) -> None:
        self._column.setContentsMargins(px(14), px(10), px(10), px(10))
        self._column.setSpacing(px(8))
        self._place_link()

    def _place_link(self) -> None:
        """Beside the line at the foot, or below where both have no room in one line."""
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._below.spacing()
        line = QFontMetrics(fonts.font("meta")).horizontalAdvance(self.foot.text())
        has_both = bool(self.foot.text() and self.link.text())
        is_long = has_both and line + self.link.sizeHint().width() > room
        way = QBoxLayout.Direction.TopToBottom if is_long else QBoxLayout.Direction.LeftToRight
        if way != self._below.direction():
            self._below.setDirection(way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_link()

    def show_finding(self, told: Told, finding: Finding) -> None:
        self.title.setText(finding.title)
        self.sub.setText(finding.sub)
        self.few.setText(finding.few)
        self.foot.setText(finding.foot)
        self.link.setText(finding.link.text)
        self._query, self._says_something = finding.link.query, not finding.few
        self.sub.setVisible(bool(finding.sub))
        self.foot.setVisible(bool(finding.foot))
        self.link.setVisible(bool(finding.link.query))
        self.chart.setAccessibleName(finding.title)
        self.chart.setAccessibleDescription(f"{finding.title}. {finding.sub} {finding.foot}".strip())
        if self._says_something:
            self.chart.show_told(told)
        self._finding, self._is_told = finding, False
        self._name_switch()
        self._place_link()
        if self.phrases is not None:
            self.phrases.show_told(told)
        self._show_what()

    def show_as_table(self, as_table: bool) -> None:
        """The table, or the chart again; the keyboard goes along."""
        had = self.chart.hasFocus() or self.table.hasFocus()
        self._as_table = as_table
        self._name_switch()
        self._show_what()
        if had:
            self.main().setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_switch(self) -> None:
        self.switch.set_icon("chart" if self._as_table else "table")
        self.switch.set_tooltip(tr("Show as a chart") if self._as_table else tr("Show as a table"))
        self.switch.setAccessibleDescription(self.title.text())

    _finding: Finding | None = None
    _is_told = False  # the table says the same as the chart; few ever look at it

    def _show_what(self) -> None:
        if self._as_table and self._finding is not None and not self._is_told:
            self._is_told = True
            self.table.show_table(self._finding.table, self._finding.title)
        self.few.setVisible(not self._says_something)
        self.chart.setVisible(self._says_something and not self._as_table)
        self.table.setVisible(self._as_table)
        if self.phrases is not None:
            self.phrases.setVisible(bool(self.phrases.rows) and not self._as_table)

    def main(self) -> Chart | TableTwin | LinkButton:
        """What the keyboard comes to."""
        if self._as_table:
            return self.table
        return self.chart if self._says_something else self.link
