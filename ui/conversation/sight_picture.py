"""From the passer-by line: the small picture of what they see, over the conversation."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.clock import Clock
from ui import words
from ui.ending.picture import picture_lines, picture_note
from ui.moments import tr
from ui.theme import px, tokens
from ui.theme.keep import keep_colours
from ui.theme.paint import rounded
from ui.widgets.passerby import PasserByPreview
from ui.widgets.wrap import WrapLabel

from .facts import Known
from .popups import Popup

_WIDE, _HIGH, _LINES = 380, 420, 8  # px at 100 % text; lines of each post


def _title() -> str:
    return tr("What a passer-by sees today")


class Picture(QScrollArea):
    """The picture itself, as high as it has to be and no higher than there is room for."""

    def __init__(self, known: Known, shop_name: str, clock: Clock, most: int) -> None:
        super().__init__()
        self.preview = PasserByPreview(most_lines=_LINES)
        note = picture_note(known.complaint, known.proof, known.public) if known.complaint else (None, "leaf")
        said = "".join(text for text, _ in words.sight(known.sight, known.place, clock))
        self.preview.set_lines(picture_lines(known.public, shop_name, clock), *note, sentence=said)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(self.preview)
        keep_colours(self, ground="surface")
        high = self.preview.heightForWidth(px(_WIDE)) + 2
        self.setFixedSize(px(_WIDE), max(px(60), min(px(_HIGH), most, high)))


class SightPicture(Popup):
    """Closes with Esc or a press elsewhere, as every popup."""

    def __init__(self, known: Known, shop_name: str, clock: Clock, parent: QWidget) -> None:
        super().__init__(_title(), parent)
        picture = Picture(known, shop_name, clock, px(_HIGH))
        self.preview = picture.preview
        self.column.addWidget(picture)


class PictureBeside(QFrame):
    """The same over its page, taking neither the keyboard nor the pointer from anything."""

    def __init__(self, known: Known, shop_name: str, clock: Clock, page: QWidget, most: int) -> None:
        super().__init__(page)
        title = WrapLabel(_title(), "strong")
        picture = Picture(known, shop_name, clock, most - title.sizeHint().height() - 30)
        picture.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.preview = picture.preview
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(picture)
        keep_colours(self, ground="surface")

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), self.rect(), 0, tokens().color("surface"), tokens().color("edge"))
