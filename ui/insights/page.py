"""The Insights page: findings as sentences, each with its chart and its table. Worked out here, offline."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desktop import counter, insights, settings
from desktop.counter import Undo
from desktop.insights import Period, Told, View
from desktop.shop import Shop
from ui.background import Runner
from ui.first_line import FirstLine
from ui.moments import tr
from ui.theme import fonts, px, theme
from ui.theme.keep import keep_colours
from ui.theme.paint import line
from ui.widgets.buttons import Button
from ui.widgets.elide import ElidedLabel
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.viewport import own_viewport
from ui.window import Window

from .card import Card
from .export import CHARTS, Exporting, ways_to_head
from .findings import findings, is_year_before, period_name
from .own_dates import OwnDates
from .phrases import PhraseList

_SHOWS = {
    "conversations", "complaints", "proofs", "posts", "hours", "closures", "settings", "replies", "people", "wordings",
    "resting_phrases",
}  # fmt: skip
_LOOK_AGAIN = 1000  # ms: while posts pour in, not at each of them
_COLUMNS = 12
_IN_ROWS = {3: [12, 6, 6], 4: [7, 5, 6, 6], 5: [7, 5, 4, 4, 4]}  # of so many cards, the columns of each
_LEAST_SUB = 120  # px that the subtitle needs at least beside the choices
_WIDE, _HALF = 940, 640  # px of the page at 100 % text: below, two cards beside each other; one
Way = tuple[str, Callable[[], object]]  # an entry of a menu, and what it does


class InsightsPage(QWidget):
    """See the module."""

    def __init__(self, shop: Shop, background: Runner, window: Window, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop, self._background, self._window = shop, background, window
        self.title = tr("Insights")
        period = insights.last_months(shop.clock)
        self.view = View(period, insights.before(period))
        self.told: Told | None = None
        self._compares, self._revision, self._is_stale = True, 0, True
        self.empty: EmptyState | None = None
        self.dates: OwnDates | None = None
        self.phrases = PhraseList()
        self.cards = {key: Card(make(), self.phrases if key == "sounding" else None) for key, make in CHARTS.items()}
        self._who = shop.me.id
        self._spans: list[int] = []
        self._build()
        self._connect()

    # --- building --------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.period, self.compare = Button("", "calendar"), Button("")
        self.places, self.tables = Button(tr("All places")), Button(tr("Show as tables"), "table")
        self.tables.setCheckable(True)
        for button in (self.period, self.compare, self.places):
            button.setMenu(QMenu(button))
        self.export = Button(tr("Export"), "download")
        self.exporting = Exporting(self._shop, self._background, self._window, self, lambda: self.told)
        self.export.setMenu(self.exporting.menu)
        self._export = QAction(tr("Export…"), self)
        self._export.setShortcut(QKeySequence("Ctrl+E"))
        self._export.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._export.setProperty("menu", "File")
        self._export.triggered.connect(lambda: self.exporting.begin())
        self.addAction(self._export)
        self.header = Header(self.title, (self.period, self.compare, self.places, self.tables, self.export))
        self.ground = QWidget()
        self._grid = QGridLayout(self.ground)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self.area = QScrollArea()
        own_viewport(self.area)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.ground)
        keep_colours(self.area, ground="paper")
        keep_colours(self.ground, ground="paper")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        said = tr("Click any bar to read the conversations behind it.")
        self.first_line = FirstLine(self._shop, self._background, self._window, self, "insights", said)
        self.first_line.set_quiet(True)  # until there is a bar
        self._column.addWidget(self.first_line)
        self._column.addWidget(self.area, 1)
        self._fit()

    def _connect(self) -> None:
        self._again = QTimer(self, singleShot=True, interval=_LOOK_AGAIN)
        self._again.timeout.connect(self.reload)
        self.tables.clicked.connect(lambda: self._show_tables(self.tables.isChecked()))
        for card in self.cards.values():
            card.opened.connect(lambda query: self._window.look_for(str(query)))
        self.phrases.rest.connect(lambda some: self._act(partial(counter.let_rest, self._shop, some)))
        self.phrases.over.connect(lambda phrase: self._act(partial(counter.rest_over, self._shop, phrase)))
        self._background.tables_changed.connect(self._tables)
        self._window.settings_changed.connect(self._setting)
        theme().changed.connect(self._fit)

    def _setting(self, key: object) -> None:
        if key == settings.WEEK_START.key and self.told is not None:
            for finding in findings(self.told):
                self.cards[finding.key].show_finding(self.told, finding)

    def _fit(self) -> None:
        self._grid.setContentsMargins(px(14), px(11), px(14), px(14))
        self._grid.setSpacing(px(11))
        self._spans = []
        self._place_cards()

    def _place_cards(self) -> None:
        """In rows as there is room."""
        several = len(self.cards)
        spans = [_COLUMNS // 2] * several
        if self.width() < px(_HALF):
            spans = [_COLUMNS] * several
        elif self.width() >= px(_WIDE) and several in _IN_ROWS:
            spans = _IN_ROWS[several]
        elif several % 2:
            spans[0] = _COLUMNS
        if spans == self._spans:
            return
        self._spans = spans
        row = column = 0
        for card, span in zip(self.cards.values(), spans, strict=True):
            if column + span > _COLUMNS:
                row, column = row + 1, 0
            self._grid.removeWidget(card)
            self._grid.addWidget(card, row, column, 1, span)
            column += span

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cards()

    # --- what the window asks -----------------------------------------------------------------------------

    def panes(self) -> list[QWidget]:
        cards = [card.main() for card in self.cards.values()] if self.area.isVisible() else []
        return [self.period, *cards]

    def menu_actions(self) -> list[QAction]:
        return [self._export]

    def key_hint(self) -> str:
        return tr("Click any bar to open the conversations behind it")

    def place(self) -> dict[str, object]:
        """What somebody looks at here; the last twelve months are always the last."""
        usual = self.view.period == insights.last_months(self._shop.clock)
        times = {} if usual else {"period": _written(self.view.period)}
        if not self._compares or self.view.before != insights.before(self.view.period):
            times["before"] = _written(self.view.before)
        return {"place": self.view.place, "tables": self.tables.isChecked(), **times}

    def go_to_place(self, place: Mapping[str, object]) -> None:
        """Somebody else's view; what isn't kept is as it begins."""
        period = _read(place.get("period")) or insights.last_months(self._shop.clock)
        before = _read(place.get("before")) if "before" in place else insights.before(period)
        self._compares = before is not None
        self.tables.setChecked(bool(place.get("tables")))
        self._show_tables(self.tables.isChecked())
        self._look(View(period, before, str(place.get("place") or "")))

    def shown(self) -> None:
        if self._is_stale:
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown()

    # --- reading ----------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Works it out again, beside the window."""
        self._revision += 1
        self._is_stale = False
        self._again.stop()
        revision, shop, view = self._revision, self._shop, self.view

        def work() -> Told | None:
            return insights.read(shop, view) if revision == self._revision else None

        self._background.run(self, work, lambda told: self._came(revision, told), key="insights")

    def _came(self, revision: int, told: Told | None) -> None:
        if told is None or revision != self._revision:
            return
        self.told = told
        self.header.say(*ways_to_head(told))
        self.export.setEnabled(bool(told.number))
        self._export.setEnabled(bool(told.number))
        self._show_empty(told)
        for finding in findings(told):
            self.cards[finding.key].show_finding(told, finding)
        self._fill_menus(told)

    def _tables(self, tables: frozenset[str]) -> None:
        if not tables & _SHOWS:
            return
        self._is_stale = True
        if self._who != self._shop.me.id:  # not for a moment somebody else's figures
            self._who = self._shop.me.id
            self.area.hide()
            self.first_line.set_quiet(True)
            self.told = None
            self._again.stop()
            if self.isVisible():
                self.reload()
        elif self.isVisible() and not self._again.isActive():
            self._again.start()

    def _act(self, act: Callable[[], Undo]) -> None:
        """Something that rests, or no longer: said with a way to take it back, and seen at once."""

        def done(undo: Undo) -> None:
            self._window.toast(undo.text, undo)
            self.reload()

        self._background.run(self, act, done, lane="write")

    def _show_empty(self, told: Told) -> None:
        if self.empty is not None:
            self.empty.hide()
            self.empty.deleteLater()
            self.empty = None
        if not told.number:
            self.empty = self._nothing(told)
            self._column.addWidget(self.empty, 1)
        self.area.setVisible(bool(told.number))
        self.first_line.set_quiet(not told.number)

    def _nothing(self, told: Told) -> EmptyState:
        if told.since is None:
            return EmptyState("chart", tr("No history yet"), tr("It builds up by itself."))
        year = insights.year(told.view.period.last.year)
        ways = [(tr("Everything"), self._everything)]
        if told.view.period != year:
            ways.insert(0, (tr("Whole year"), lambda: self.look_at(year)))
        if told.view.place:
            ways.insert(0, (tr("All places"), lambda: self.look_at(told.view.period, place="")))
        return EmptyState("chart", tr("Nothing in {period}").format(period=period_name(told.view.period)), "", ways)

    # --- choosing ---------------------------------------------------------------------------------------------

    def look_at(self, period: Period, *, place: str | None = None) -> None:
        """Another time, compared with the one before it unless nobody wants that; or another place."""
        compare = insights.before(period) if self._compares else None
        self._look(View(period, compare, self.view.place if place is None else place))

    def compare_with(self, period: Period | None) -> None:
        self._compares = period is not None
        self._look(self.view._replace(before=period))

    def choose_dates(self, *, compares: bool = False) -> None:
        """Asks for a first and a last day: of the time to look at, or of the one to compare it with."""
        if self.dates is not None and isValid(self.dates):
            self.dates.reject()
        view, clock = self.view, self._shop.clock
        begins = (view.before or insights.before(view.period)) if compares else view.period
        title = tr("Compare with which dates?") if compares else tr("Which dates?")
        self.dates = OwnDates(title, begins, clock.local(clock.now()).date(), self)
        self.dates.chosen.connect(self.compare_with if compares else self.look_at)
        self.dates.open()

    def _look(self, view: View) -> None:
        self.view = view
        self.reload()

    def _everything(self) -> None:
        if self.told is not None and self.told.since is not None:
            self.look_at(_everything(self.told, self._shop))

    def _show_tables(self, as_tables: bool) -> None:
        self.tables.setText(tr("Show as charts") if as_tables else tr("Show as tables"))
        self.tables.set_icon("chart" if as_tables else "table")
        for card in self.cards.values():
            card.show_as_table(as_tables)

    def _fill_menus(self, told: Told) -> None:
        view, clock = told.view, self._shop.clock
        since = told.since or clock.local(clock.now()).date()
        this = insights.month(clock.local(clock.now()).date())
        twelve = insights.last_months(clock)
        named = [(tr("Last 12 months"), twelve), (tr("This month"), this), (tr("Last month"), insights.before(this))]
        named += [(str(number), insights.year(number)) for number in range(this.last.year, since.year - 1, -1)]
        named.append((tr("Everything"), _everything(told, self._shop)))
        name = next((words for words, period in named if period == view.period), period_name(view.period))
        self.period.setText(name)
        if view.period not in (period for _, period in named):
            named.append((name, view.period))
        own = tr("Other dates…")
        times: list[Way] = [(words, partial(self.look_at, period)) for words, period in named]
        _fill(self.period, [*times, (own, self.choose_dates)], name)
        others = dict.fromkeys((insights.before(view.period), insights.year_before(view.period), view.before))
        compared: list[Way] = [(period_name(one), partial(self.compare_with, one)) for one in others if one]
        nothing = tr("Compare with nothing")
        chosen = period_name(view.before) if view.before else nothing
        text = tr("Compare: {period}").format(period=chosen) if view.before else nothing
        self.compare.setText(tr("Compare: the year before") if is_year_before(view) else text)
        compared.append((own, partial(self.choose_dates, compares=True)))
        _fill(self.compare, [*compared, (nothing, partial(self.compare_with, None))], chosen)
        every = tr("All places")
        self.places.setText(view.place or every)
        ways = [(one, partial(self.look_at, view.period, place=one)) for one in told.places]
        _fill(self.places, [(every, partial(self.look_at, view.period, place="")), *ways], view.place or every)
        self.header.arrange()


def _fill(button: Button, ways: Sequence[Way], chosen: str) -> None:
    menu = button.menu()
    menu.clear()
    for words, act in ways:
        entry = menu.addAction(words.replace("&", "&&"))
        entry.setCheckable(True)
        entry.setChecked(words == chosen)
        entry.triggered.connect(lambda _=False, act=act: act())


def _written(period: Period | None) -> list[str]:
    return [day.isoformat() for day in period or ()]


def _read(written: object) -> Period | None:
    """None for what is no time of two days, the first one first."""
    try:
        first, last = (date.fromisoformat(day) for day in written)  # type: ignore[attr-defined]
    except (TypeError, ValueError):
        return None
    return Period(first, last) if first <= last else None


def _everything(told: Told, shop: Shop) -> Period:
    today = shop.clock.local(shop.clock.now()).date()
    return Period((told.since or today).replace(day=1), insights.month(today).last)


class Header(QWidget):
    """48 px: "Insights", how many messages, and what one can choose; where it is narrow, that stands below."""

    def __init__(self, title: str, buttons: Sequence[QWidget]) -> None:
        super().__init__()
        self.title, self.subtitle = ElidedLabel(title, "page"), ElidedLabel("", "body", "text2")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._buttons, self._below = buttons, QWidget()
        top, self._row, flow = QHBoxLayout(), QHBoxLayout(), FlowLayout(self._below)
        self._flow, self._top, self._whole = flow, top, QVBoxLayout(self)
        top.addWidget(self.title)
        top.addWidget(self.subtitle, 1)
        top.addLayout(self._row)
        self._whole.addLayout(top)
        self._whole.addWidget(self._below)
        self._is_narrow: bool | None = None
        self._ways: tuple[str, ...] = ("",)
        keep_colours(self, ground="paper")
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._whole.setContentsMargins(14, px(8), 14, px(9))
        for layout in (self._top, self._row, self._whole):
            layout.setSpacing(px(8))
        self.arrange()

    def say(self, *ways: str) -> None:
        """The subtitle, the longest way first: the first that there is room for is shown."""
        self._ways = ways
        self.arrange()

    def arrange(self) -> None:
        """The choices beside the title, or below it; and as much of the subtitle as fits."""
        self._place_buttons()
        beside = 0 if self._is_narrow else sum(button.sizeHint().width() + px(8) for button in self._buttons)
        room = self.width() - 28 - beside - self.title.sizeHint().width() - 2 * px(8)
        metrics = QFontMetrics(fonts.font("body"))
        fitting = (way for way in self._ways if metrics.horizontalAdvance(way) <= room)
        self.subtitle.setText(next(fitting, self._ways[-1]))

    def _place_buttons(self) -> None:
        needed = sum(button.sizeHint().width() + px(8) for button in self._buttons)
        is_narrow = self.width() < needed + self.title.sizeHint().width() + px(_LEAST_SUB)
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        for button in self._buttons:
            (self._flow if is_narrow else self._row).addWidget(button)
        self._below.setVisible(is_narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), self.rect().adjusted(0, self.height() - 1, 0, 0))
