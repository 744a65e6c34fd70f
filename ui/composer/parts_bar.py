"""The seven parts as toggles above the text: in the reply, could be, or comes later."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from desktop.starters import PartOffer
from desktop.writing import Part
from ui.moments import tr, translated
from ui.theme import fonts, px, tokens
from ui.theme.paint import rounded
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.layouts import never_inside_itself
from ui.widgets.tips import plain_tip

from .context import PART_JOBS


class PartButton(Button):
    """One part. Pressing it asks; whether it is on, only the text says."""

    def __init__(self, offer: PartOffer, number: int, parent: QWidget | None = None) -> None:
        super().__init__(tr(offer.label), "plus", "choice", parent=parent)
        self.offer, self.number = offer, number
        self.setCheckable(False)
        self._on = False
        self.set_on(False)

    @property
    def part(self) -> Part:
        """The part it stands for."""
        return self.offer.part

    def is_on(self) -> bool:
        """Is the part in the reply?"""
        return self._on

    def set_on(self, on: bool) -> None:
        """Show whether the part is in the reply."""
        self._on = on
        locked = self.offer.is_locked and not on
        self.set_icon("check" if on else "lock" if locked else "plus")
        where = "in the reply" if on else "comes later" if locked else "not in the reply"
        self.setAccessibleName(f"{tr(self.offer.label)}, {tr(where)}")
        job = translated(self.offer.tooltip if locked else PART_JOBS[self.part])
        self.setToolTip(plain_tip(job if locked else f"{job} (Alt+{self.number})"))
        self.setAccessibleDescription(job)

    def face(self) -> QFont:
        return fonts.font("meta strong" if self._on else "meta")

    def _padding(self) -> int:
        return px(7)

    def _pieces(self) -> list[tuple[str, int]]:
        # All seven are to stand in one row beside the coach at 1280 px: smaller icons than other buttons have.
        return [(what, px(13) if what == "icon" else width) for what, width in super()._pieces()]

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        get = tokens().color
        if self._on:
            return get("ink_tint"), get("ink"), get("ink")
        if self.offer.is_locked:
            return None, None, get("text3")
        return get("surface"), get("edge"), get("text2")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.offer.is_locked and not self._on:
            rounded(QPainter(self), self.rect(), 5, None, tokens().color("edge"), dashed=True)


class PartsBar(QWidget):
    """Toggles for the parts on offer, wrapping when there isn't room for all in one row; in a low window one row."""

    toggle_asked = Signal(object)  # Part
    unfolded = Signal()  # all of them are wanted, although there is little room

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Parts"))
        self._row = FlowLayout(self, px(5))
        self._row.setContentsMargins(px(10), px(8), px(10), px(8))
        self._buttons: dict[Part, PartButton] = {}
        self._offers: tuple[PartOffer, ...] = ()
        self._is_tight = self._is_open = False
        self.more = Button("", kind="choice", parent=self)  # at the end of the row; it doesn't flow
        self.more.clicked.connect(self._open)
        self.more.hide()

    def set_tight(self, tight: bool) -> None:
        """Little room: one row, and a button for those that have no place in it."""
        if tight != self._is_tight:
            self._is_tight, self._is_open = tight, False
            self._give_way()

    def height_at(self, width: int, *, tight: bool) -> int:
        """What it needs at this width, in px, however it stands now."""
        margins, gap = self._row.contentsMargins(), px(5)
        inner, rows, left = width - margins.left() - margins.right(), 1, 0
        for button in self._buttons.values():
            wide = button.sizeHint().width()
            if left and left + wide > inner:
                rows, left = rows + 1, 0
            left += wide + gap
        rows = 1 if tight and not self._is_open else rows
        high = max((button.sizeHint().height() for button in self._buttons.values()), default=0)
        return rows * high + (rows - 1) * gap + margins.top() + margins.bottom()

    def _open(self) -> None:
        self._is_open = True
        self._give_way()
        self.unfolded.emit()

    @never_inside_itself
    def _give_way(self) -> None:
        """In one row: the parts of the reply first, then those that could be; the rest behind a button."""
        buttons = list(self._buttons.values())
        shown = self._fitting(buttons) if self._is_tight and not self._is_open else buttons
        for button in buttons:
            button.setVisible(button in shown)
        self.more.setVisible(len(shown) < len(buttons))
        self._place_more()

    def _place_more(self) -> None:
        size, margins = self.more.sizeHint(), self._row.contentsMargins()
        box = QRect(QPoint(self.width() - margins.right() - size.width(), margins.top()), size)
        self.more.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    def _fitting(self, buttons: list[PartButton]) -> list[PartButton]:
        gap, margins = px(5), self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        if sum(button.sizeHint().width() + gap for button in buttons) - gap <= room:
            return buttons
        self.more.setText(tr("{n} more").format(n=len(buttons)))
        left, shown = room - self.more.sizeHint().width(), list[PartButton]()
        for button in sorted(buttons, key=lambda one: not one.is_on()):
            left -= button.sizeHint().width() + gap
            if left < 0:
                break
            shown.append(button)
        self.more.setText(tr("{n} more").format(n=len(buttons) - len(shown)))
        return shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()
        self._place_more()

    def set_offers(self, offers: Sequence[PartOffer]) -> None:
        """Which parts to show, in order."""
        if tuple(offers) == self._offers:
            return
        self._offers = tuple(offers)
        for button in self._buttons.values():
            self._row.removeWidget(button)
            button.hide()  # never without a parent: a pending show would make it a window
            button.deleteLater()
        self._buttons = {offer.part: self._button(offer) for offer in offers}
        self.more.raise_()  # and so read, and reached, behind the last of them
        self._give_way()

    def _button(self, offer: PartOffer) -> PartButton:
        button = PartButton(offer, list(Part).index(offer.part) + 1, self)
        button.clicked.connect(lambda: self.toggle_asked.emit(offer.part))
        self._row.addWidget(button)
        button.show()
        return button

    def set_on(self, parts: Collection[Part]) -> None:
        """Which parts are in the reply now."""
        for part, button in self._buttons.items():
            if button.is_on() != (part in parts):
                button.set_on(part in parts)
                self._give_way()

    def button(self, part: Part) -> PartButton | None:
        """The toggle of a part, None when it isn't on offer."""
        return self._buttons.get(part)

    def buttons(self) -> list[PartButton]:
        """All toggles, in order."""
        return list(self._buttons.values())
