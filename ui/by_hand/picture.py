"""A picture of what was said: dropped, pasted or chosen, and made small enough to keep."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QFileInfo, QIODevice, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.background import Runner
from ui.moments import tr
from ui.theme import px
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.panel import Panel
from ui.widgets.wrap import FlowLayout, WrapLabel

_MOST_SIDE = 1600  # px that are kept
_MOST_PIXELS = 100_000_000  # of a picture that is read at all
_MOST_FILE = 60_000_000  # bytes
_SHOWN = 84  # px high, at 100 % text
_FORMATS = ("png", "jpeg", "jpg", "webp", "gif", "bmp")
_WHITE = 0xFFFFFFFF  # paper, under what is transparent
_QUALITY = 86  # of JPEG


def kept(image: QImage) -> bytes:
    """The picture as it is kept: our own copy, so nothing a camera wrote into the file comes along; b"" for none."""
    if image.isNull():
        return b""
    if max(image.width(), image.height()) > _MOST_SIDE:
        fitting = QSize(_MOST_SIDE, _MOST_SIDE)
        image = image.scaled(
            fitting, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    plain = QImage(image.size(), QImage.Format.Format_RGB32)
    plain.fill(_WHITE)
    painter = QPainter(plain)
    painter.drawImage(0, 0, image)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    plain.save(buffer, "JPEG", _QUALITY)  # type: ignore[call-overload]  # the stubs want bytes, Qt a text
    return bytes(buffer.data().data())


def read(path: str) -> bytes:
    """A picture file as it is kept; b"" for what is no picture we can read."""
    if not 0 < QFileInfo(path).size() <= _MOST_FILE:
        return b""
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    is_known = bytes(reader.format().data()).decode("ascii", "replace").lower() in _FORMATS
    if not is_known or not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return b""
    if max(size.width(), size.height()) > _MOST_SIDE:
        reader.setScaledSize(size.scaled(_MOST_SIDE, _MOST_SIDE, Qt.AspectRatioMode.KeepAspectRatio))
    return kept(reader.read())


def file_in(data: QMimeData) -> str:
    """The first file on this computer that was dropped or pasted, "" for none."""
    return next((url.toLocalFile() for url in data.urls() if url.isLocalFile()), "")


def has_picture(data: QMimeData) -> bool:
    """Whether what is dropped or pasted is a picture, or a file that may be one."""
    return data.hasImage() or bool(file_in(data))


class Picture(Panel):
    """Shows the picture that goes along. `changed` when there is another one, or none; `told` carries a trouble."""

    changed = Signal()
    told = Signal(str)

    def __init__(self, background: Runner, parent: QWidget | None = None) -> None:
        super().__init__("surface", "edge", dashed=True, parent=parent)
        self._background = background
        self.picture = b""
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeading)
        self.hint = WrapLabel(tr("Drop a picture of it anywhere here, or paste one."), "body", "text2")
        self.choose = Button(tr("Choose…"), "image", small=True)
        self.remove = LinkButton(tr("Take it out"))
        self.ask_for_file: Callable[[], str] = self._ask
        ways = QWidget()
        flow = FlowLayout(ways, gap=px(10), row_gap=px(4))
        flow.addWidget(self.choose)
        flow.addWidget(self.remove)
        words = QVBoxLayout()
        words.setSpacing(px(5))
        words.addWidget(self.hint)
        words.addWidget(ways)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(9), px(12), px(9))
        row.setSpacing(px(12))
        row.addWidget(self.label)
        row.addLayout(words, 1)
        self.choose.clicked.connect(lambda: self.take_file(self.ask_for_file()))
        self.remove.clicked.connect(lambda: self.set_picture(b""))
        self.set_picture(b"")

    def _ask(self) -> str:
        filters = tr("Pictures") + " (*.png *.jpg *.jpeg *.webp *.gif *.bmp)"
        return QFileDialog.getOpenFileName(self.window(), tr("Choose a picture"), "", filters)[0]

    def take(self, data: QMimeData) -> None:
        """What was dropped or pasted."""
        if path := file_in(data):
            self.take_file(path)
        elif data.hasImage():
            image = QImage(data.imageData())
            self._background.run(self, lambda: kept(image), self._came)

    def take_file(self, path: str) -> None:
        """A picture file; "" is none, and changes nothing."""
        if path:
            self._background.run(self, lambda: read(path), self._came)

    def _came(self, picture: bytes) -> None:
        if picture:
            self.set_picture(picture)
        else:
            self.told.emit(tr("That isn’t a picture we can read. Try a PNG or a JPEG."))

    def set_picture(self, picture: bytes) -> None:
        """This one goes along; b"": none does."""
        self.picture = picture
        shown = QPixmap()
        shown.loadFromData(picture)
        if not shown.isNull():
            shown = shown.scaledToHeight(px(_SHOWN), Qt.TransformationMode.SmoothTransformation)
        self.label.setPixmap(shown)
        self.label.setVisible(not shown.isNull())
        self.label.setAccessibleName(tr("The picture of it"))
        self.hint.setVisible(shown.isNull())
        self.remove.setVisible(not shown.isNull())
        self.changed.emit()
