"""Which kinds of news a notification comes for, and whether it goes on with the window closed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from desktop import settings
from desktop.shop import Shop
from ui import news, tray
from ui.moments import tr
from ui.theme import px
from ui.theme.keep import keep_font
from ui.widgets.tickbox import TickBox
from ui.widgets.wrap import WrapLabel


class NewsKinds(QWidget):
    """`changed` carries what differs from how it comes, for whoever is here; `keep_checking` yes or no."""

    changed = Signal(object)
    keep_checking = Signal(bool)

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop, me = shop, shop.me
        kept = settings.own(shop.store, settings.NEWS, me.id)
        self._changed = dict(kept)
        told = news.wanted(self._changed, is_owner=me.is_owner)
        self.boxes = {key: TickBox(tr(kind.label)) for key, kind in news.KINDS.items() if self._fits(kind)}
        self.stays: QCheckBox | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        head = QLabel(tr("Tell me of"))
        keep_font(head, "lead")
        column.addWidget(head)
        for key, box in self.boxes.items():
            box.setChecked(key in told)
            box.setEnabled(not shop.read_only)
            box.toggled.connect(lambda on, key=key: self._choose(key, on))
            column.addWidget(box)
        if tray.is_there() and not shop.is_practice:
            self._offer_to_stay(column)
        column.addStretch(1)

    def _fits(self, kind: news.NewsKind) -> bool:
        return self._shop.me.is_owner or not kind.is_owners_alone

    def _offer_to_stay(self, column: QVBoxLayout) -> None:
        column.addSpacing(px(10))
        self.stays = TickBox(tr("Keep checking when the window is closed"))
        self.stays.setChecked(settings.get(self._shop.store, settings.KEEP_CHECKING))
        self.stays.setEnabled(not self._shop.read_only)
        self.stays.toggled.connect(self.keep_checking)
        column.addWidget(self.stays)
        about = tr("It stays in the tray, locked where people have PINs. File, Quit ends it.")
        column.addWidget(WrapLabel(about, "meta", "text2"))

    def _choose(self, key: str, on: bool) -> None:
        self._changed[key] = on
        if (key in news.wanted({}, is_owner=self._shop.me.is_owner)) == on:
            del self._changed[key]
        self.changed.emit(dict(self._changed))
