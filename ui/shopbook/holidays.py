"""Public holidays to pick closed days from. Nothing is picked by itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from ui.background import Runner
from ui.ending.frame import HouseDialog
from ui.moments import told, tr
from ui.opening import day_text
from ui.theme import px
from ui.theme.keep import keep_colours, keep_font
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.named import name_choice
from ui.widgets.wrap import WrapLabel

_WIDE, _HIGH = 560, 560
_YEARS = 3
Holidays = tuple[tuple[date, str], ...]


def country_name(code: str) -> str:
    """`United Kingdom` of "GB"; the code where it has no name here."""
    territory = QLocale.codeToTerritory(code)
    return code if territory == QLocale.Country.AnyTerritory else QLocale.territoryToString(territory)


class HolidayDialog(HouseDialog):
    """`picked` carries {day: what it is called}. Days that are over or closed already can't be picked."""

    picked = Signal(object)

    def __init__(
        self, background: Runner, today: date, closed: Mapping[date, str], parent: QWidget | None = None
    ) -> None:
        super().__init__("calendar", tr("Add public holidays"), _WIDE, parent)
        self._background, self._today, self._closed = background, today, closed
        self._revision = 0
        self.country, self.region, self.year = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.list = QListWidget()
        self.said = WrapLabel("", "body", "text2")
        self.every = LinkButton(tr("Pick all"))
        self.cancel, self.go = Button(tr("Cancel")), Button("", "plus", kind="primary")
        self._build_body()
        self._connect()
        self._count()
        self.fit(_HIGH)
        background.run(self, _countries, self._know_countries, self._failed)

    def _build_body(self) -> None:
        for field, name in (
            (self.country, tr("Country")), (self.region, tr("Part of the country")), (self.year, tr("Year")),
        ):  # fmt: skip
            name_choice(field, name)
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            keep_font(field, "body")
        for year in range(self._today.year, self._today.year + _YEARS):
            self.year.addItem(str(year), year)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for field, share in ((self.country, 5), (self.region, 5), (self.year, 2)):
            row.addWidget(field, share)
        self.body.setContentsMargins(px(18), px(14), px(18), px(12))
        self.body.setSpacing(px(9))
        self.body.addLayout(row)
        self.list.setAccessibleName(tr("Public holidays"))
        self.list.setSpacing(px(3))
        keep_font(self.list, "body")
        keep_colours(self.list, ground="surface")
        self.body.addWidget(self.said)
        self.body.addWidget(self.list, 1)
        self.foot.addWidget(self.every)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.go)
        self.region.hide()

    def _connect(self) -> None:
        self.country.currentIndexChanged.connect(self._read_regions)
        self.region.currentIndexChanged.connect(self._read_days)
        self.year.currentIndexChanged.connect(self._read_days)
        self.list.itemChanged.connect(lambda _item: self._count())
        self.every.clicked.connect(self._pick_all)
        self.cancel.clicked.connect(self.close)
        self.go.clicked.connect(self._go)

    # --- what there is ----------------------------------------------------------------------------------------

    def _know_countries(self, codes: tuple[str, ...]) -> None:
        here = QLocale.territoryToCode(QLocale.system().territory())
        self.country.blockSignals(True)
        for name, code in sorted((country_name(code), code) for code in codes):
            self.country.addItem(name, code)
        self.country.setCurrentIndex(max(0, self.country.findData(here)))
        self.country.blockSignals(False)
        self.country.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read_regions()

    def choose(self, country: str) -> None:
        """Another country, by its code."""
        self.country.setCurrentIndex(self.country.findData(country))

    def _read_regions(self) -> None:
        country = str(self.country.currentData())
        self._revision += 1
        revision = self._revision
        work = lambda: _regions(country)  # noqa: E731
        self._background.run(self, work, lambda found: self._know_regions(revision, found), self._failed)

    def _know_regions(self, revision: int, found: Mapping[str, str]) -> None:
        if revision != self._revision:
            return
        self.region.blockSignals(True)
        self.region.clear()
        self.region.addItem(tr("All of {country}").format(country=self.country.currentText()), "")
        for name, code in sorted((name, code) for code, name in found.items()):
            self.region.addItem(name, code)
        self.region.setVisible(bool(found))
        self.region.blockSignals(False)
        self._read_days()

    def _read_days(self) -> None:
        country, region = str(self.country.currentData()), str(self.region.currentData() or "")
        year = int(self.year.currentData())
        self._revision += 1
        revision = self._revision
        work = lambda: _days(country, year, region)  # noqa: E731
        self._background.run(self, work, lambda found: self._show_days(revision, found), self._failed)

    def _show_days(self, revision: int, found: Holidays) -> None:
        if revision != self._revision:
            return
        where = self.region.currentText() if self.region.currentData() else self.country.currentText()
        title = tr("Add the public holidays of {country}, {year}")
        self.set_title(title.format(country=where, year=self.year.currentText()))
        self.list.blockSignals(True)
        self.list.clear()
        for day, name in found:
            if day >= self._today:
                self.list.addItem(self._item(day, name))
        self.list.blockSignals(False)
        left = tr("Tick the days you stay shut.") if self.list.count() else tr("None are left this year.")
        self.said.setText(left)
        self._count()

    def _item(self, day: date, name: str) -> QListWidgetItem:
        is_closed = day in self._closed
        text = f"{day_text(day, self._today)}  {name}"
        item = QListWidgetItem(tr("{day} (closed already)").format(day=text) if is_closed else text)
        item.setData(Qt.ItemDataRole.UserRole, (day, name))
        flags = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(Qt.ItemFlag.NoItemFlags if is_closed else flags)
        item.setCheckState(Qt.CheckState.Checked if is_closed else Qt.CheckState.Unchecked)
        return item

    def _failed(self, error: Exception) -> None:
        self.said.setText(told(error))
        announce(self.said, told(error), assertive=True)

    # --- picking ----------------------------------------------------------------------------------------------

    def items(self) -> list[QListWidgetItem]:
        """Those that can be picked."""
        found = (self.list.item(at) for at in range(self.list.count()))
        return [item for item in found if item.flags() & Qt.ItemFlag.ItemIsEnabled]

    def _picked(self) -> dict[date, str]:
        ticked = (item for item in self.items() if item.checkState() is Qt.CheckState.Checked)
        return dict(item.data(Qt.ItemDataRole.UserRole) for item in ticked)

    def _pick_all(self) -> None:
        for item in self.items():
            item.setCheckState(Qt.CheckState.Checked)

    def _count(self) -> None:
        n = len(self._picked())
        text = tr("Add {n} closed days").format(n=n) if n else tr("Add closed days")
        self.go.setText(tr("Add 1 closed day") if n == 1 else text)
        self.go.setEnabled(bool(n))
        self.every.setEnabled(bool(self.items()))

    def _go(self) -> None:
        self.picked.emit(self._picked())
        self.accept()


def _countries() -> tuple[str, ...]:
    from desktop import public_holidays  # the library behind it is big

    return public_holidays.countries()


def _regions(country: str) -> Mapping[str, str]:
    from desktop import public_holidays

    return public_holidays.regions(country)


def _days(country: str, year: int, region: str) -> Holidays:
    from desktop import public_holidays

    return public_holidays.of(country, year, region)
