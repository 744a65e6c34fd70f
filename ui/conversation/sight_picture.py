"""From the passer-by line: the small picture of what they see, over the conversation."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.clock import Clock
from ui import words
from ui.ending.picture import picture_lines, picture_note
from ui.moments import tr
from ui.theme import px
from ui.theme.keep import keep_colours
from ui.widgets.passerby import PasserByPreview

from .facts import Known
from .popups import Popup

_WIDE, _HIGH, _LINES = 380, 420, 8  # px at 100 % text; lines of each post


class SightPicture(Popup):
    """Closes with Esc or a press elsewhere, as every popup."""

    def __init__(self, known: Known, shop_name: str, clock: Clock, parent: QWidget) -> None:
        super().__init__(tr("What a passer-by sees today"), parent)
        self.preview = PasserByPreview(most_lines=_LINES)
        note = picture_note(known.complaint.stage, known.proof, known.public) if known.complaint else (None, "leaf")
        said = "".join(text for text, _ in words.sight(known.sight, known.place, clock))
        self.preview.set_lines(picture_lines(known.public, shop_name, clock), *note, sentence=said)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(self.preview)
        keep_colours(area, ground="surface")
        area.setFixedSize(px(_WIDE), min(px(_HIGH), self.preview.heightForWidth(px(_WIDE)) + 2))
        self.column.addWidget(area)
