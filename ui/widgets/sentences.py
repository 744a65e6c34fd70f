"""A field for a few sentences."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import px
from ui.theme.keep import keep_font
from ui.widgets.pasting import PlainText


class Sentences(PlainText):
    """A text that is as high as its words. Tab moves on; Ctrl+Enter keeps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keep_font(self, "body")
        self.viewport().setAutoFillBackground(False)  # the style's round corners stay round
        self.document().setDocumentMargin(px(6))
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def _fit(self) -> None:
        lines = max(3, min(12, round(self.document().size().height())))
        margins = 2 * int(self.document().documentMargin()) + 2 * self.frameWidth() + px(4)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + margins)

    def sizeHint(self) -> QSize:
        return QSize(px(400), self.height())
