"""A picture that was added to a message by hand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui import elsewhere
from ui.moments import tr
from ui.theme import px
from ui.widgets.buttons import LinkButton

_MOST = QSize(420, 180)  # px at 100 % text


class KeptPicture(QWidget):
    """Small, with a way to see it whole in the computer's own viewer."""

    def __init__(self, path: Path, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.label = QLabel()
        self.label.setPixmap(_small(path))
        self.label.setAccessibleName(tr("Picture of what {name} wrote").format(name=name))
        self.open = LinkButton(tr("Open the picture"), level="meta")
        self.open.clicked.connect(lambda: elsewhere.open_path(self.path))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(2))
        column.addWidget(self.label)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeading)


def _small(path: Path) -> QPixmap:
    """Read no larger than it is shown."""
    reader = QImageReader(str(path))
    size, most = reader.size(), QSize(px(_MOST.width()), px(_MOST.height()))
    if size.width() > most.width() or size.height() > most.height():
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())
