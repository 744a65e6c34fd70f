"""The head of the page and the summary line: how many look open to a passer-by, and the one number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop.complaints import Counts
from desktop.language.details import every_topic
from ui import moments
from ui.moments import figure, tr
from ui.theme import fonts, px, theme
from ui.theme.keep import keep_colours
from ui.theme.paint import line
from ui.widgets.buttons import Button, FilterButton, IconButton, LinkButton, one_of
from ui.widgets.elide import ElidedLabel
from ui.widgets.linebar import LineBar
from ui.widgets.wrap import WrapLabel

_EDGE, _BETWEEN, _SUBTITLE = 14, 8, 120  # px; the last at 100 % text
_BAR = 620  # px at 100 % text: with less the number of the year stands without its bar


class Choice(Button):
    """A button with a menu of which one is ticked: "Everyone", "All places", "Any trouble"."""

    picked = Signal(object)  # key, "" for all

    def __init__(self, all_: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(all_, parent=parent)
        self._all, self._options = all_, list[tuple[str, str]]()
        self.key = ""
        self.setAccessibleDescription(about)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._group = QActionGroup(self)
        self._group.triggered.connect(lambda action: self._chosen(str(action.data())))
        self._fill()

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """(key, name) each; the choice made stays."""
        if list(options) != self._options:
            self._options = list(options)
            self._fill()

    def _fill(self) -> None:
        for old in self._group.actions():
            self._group.removeAction(old)
            self._menu.removeAction(old)
            old.deleteLater()
        for key, name in (("", self._all), *self._options):
            action = QAction(name.replace("&", "&&"), self._group)
            action.setCheckable(True)
            action.setChecked(key == self.key)
            action.setData(key)
            self._menu.addAction(action)

    def _chosen(self, key: str) -> None:
        self.set_key(key)
        self.picked.emit(key)

    def set_key(self, key: str) -> None:
        """Shows this choice, without telling."""
        self.key = key
        self.setText(dict(self._options).get(key, self._all))
        for action in self._group.actions():
            action.setChecked(action.data() == key)


class Header(QWidget):
    """48 px: "Complaints", what it is about, Board | List, whose, from where, and those left standing."""

    view_wanted = Signal(object)  # "board", "list", "standing"
    filtered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel(tr("Complaints"), "page")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.subtitle = ElidedLabel(tr("Public ones that still need a visible resolution"), "body", "text2")
        self.board = FilterButton(tr("Board"), "table", small=False)
        self.list = FilterButton(tr("List"), "filter", small=False)
        self._views = one_of(self, self.board, self.list)
        self.people = Choice(tr("Everyone"), tr("Whose complaints"))
        self.places = Choice(tr("All places"), tr("From where"))
        self.troubles = Choice(tr("Any trouble"), tr("What about"))
        self.troubles.set_options([(name, begun(tr(name))) for name in every_topic()])
        self.choices = {"person": self.people, "place": self.places, "trouble": self.troubles}
        self.standing = LinkButton("")
        self.week = IconButton("calendar", tr("Print the week…"), framed=True)
        self._arrange()
        self._views.idClicked.connect(lambda at: self.view_wanted.emit(("board", "list")[at]))
        self.standing.clicked.connect(lambda: self.view_wanted.emit("standing"))
        for choice in self.choices.values():
            choice.picked.connect(lambda _key: self.filtered.emit())
        theme().changed.connect(self._fit)
        self._fit()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, 0, _EDGE, 1)
        row.setSpacing(_BETWEEN)
        row.addWidget(self.title)
        row.addWidget(self.subtitle, 1)
        row.addStretch(0)
        row.addWidget(self.board)
        row.addWidget(self.list)
        row.addSpacing(12)
        row.addWidget(self.people)
        row.addWidget(self.places)
        row.addWidget(self.troubles)
        row.addSpacing(6)
        row.addWidget(self.standing)
        row.addWidget(self.week)
        keep_colours(self, ground="paper")

    def _fit(self) -> None:
        self.setFixedHeight(max(48, px(48)))
        self._give_way()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        """Where there is no room for all, what it is about steps aside first, then what the File menu has too, then
        the title: the sidebar and the window say it. Last the words on Board and List."""
        kept = (self.title, self.board, self.list, self.people, self.places, self.troubles, self.standing)
        least = sum(each.sizeHint().width() + _BETWEEN for each in kept) + 3 * _BETWEEN + 2 * _EDGE
        least += sum(view.bare_saves() for view in (self.board, self.list) if view.is_bare())
        week = self.week.sizeHint().width() + _BETWEEN
        self.subtitle.setVisible(self.width() >= least + week + px(_SUBTITLE))
        self.week.setVisible(self.width() >= least + week)
        self.title.setVisible(self.width() >= least)
        for view in (self.board, self.list):
            view.set_bare(self.width() < least - self.title.sizeHint().width() - _BETWEEN)

    def set_view(self, view: str) -> None:
        """Which of the two is pressed; neither while those left standing show."""
        self._views.setExclusive(False)
        self.board.setChecked(view == "board")
        self.list.setChecked(view == "list")
        self._views.setExclusive(view != "standing")

    def set_standing(self, number: int) -> None:
        self.standing.setText(moments.count(number, "left standing", "left standing"))
        self._give_way()

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), self.rect().adjusted(0, self.height() - 1, 0, 0))


class Summary(QWidget):
    """"9 public complaints look open to a passer-by. 4 of them are already fixed." and the bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said, self._has_number = ("", ""), False
        self.sentence = WrapLabel("", "lead")
        self.bar = LineBar(250, 13)
        self.number = WrapLabel("", "body", "text2")
        self.number.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 8, 14, 9)
        row.setSpacing(18)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.bar)
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignVCenter)
        keep_colours(self, ground="paper")
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(px(42))
        self.bar.setFixedWidth(px(250 if self.width() >= px(1000) else 110))
        self.bar.setVisible(self._has_number and self.width() >= px(_BAR))
        said, rest = self._said
        strong, body = QFontMetrics(fonts.font("strong")), QFontMetrics(fonts.font("body"))
        self.number.setFixedWidth(strong.horizontalAdvance(said) + body.horizontalAdvance(rest) + px(6))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def set_counts(self, counts: Counts) -> None:
        self.sentence.set_parts(*summary(counts))
        shown, total = counts.shown_this_year, counts.total_this_year
        self._said = tr("{shown} of {total}").format(shown=shown, total=total), tr(" this year show a resolution")
        self.number.set_parts((self._said[0], "strong text"), self._said[1])
        fixed = min(counts.already_fixed, max(0, total - shown))
        self.bar.set_shares(shown / total if total else 0, fixed / total if total else 0, self.number.text())
        self._has_number = total > 0
        self.number.setVisible(self._has_number)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), self.rect().adjusted(0, self.height() - 1, 0, 0))


def begun(text: str) -> str:
    """As a line begins: `The wait`."""
    return text[:1].upper() + text[1:]


def summary(counts: Counts) -> tuple[str | tuple[str, str], ...]:
    """The sentence in pieces, as WrapLabel.set_parts takes them."""
    if not counts.open and counts.total_this_year and counts.shown_this_year == counts.total_this_year:
        return (tr("Every public complaint shows how it ended"),)
    first = moments.count(
        counts.open,
        "public complaint looks open to a passer-by.",
        "public complaints look open to a passer-by.",
    )
    fixed = counts.already_fixed
    if not fixed:
        return (first,)
    if counts.open == 1:
        return first, (tr(" It is already fixed."), "amber")
    second = tr(" {n} of them is already fixed.") if fixed == 1 else tr(" {n} of them are already fixed.")
    return first, (second.format(n=figure(fixed)), "amber")
