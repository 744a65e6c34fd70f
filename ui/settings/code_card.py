"""The recovery code of a protected shop, shown once: written down or printed, and the last of it typed back."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontDatabase, QPaintDevice, QPainter
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop import keys
from ui.moments import tr
from ui.theme import px
from ui.theme.keep import keep_font
from ui.widgets.buttons import Button
from ui.widgets.wrap import WrapLabel

_BACK = 6  # signs that are typed back
WHY = (
    "The way in when every password is forgotten. It is shown this once and kept nowhere as it stands: on paper, away "
    "from this computer. Who has it and the shop’s files can read everything."
)


class CodeCard(QWidget):
    """`confirmed` whenever what is typed back comes to fit, or not."""

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self.label, self.field = WrapLabel("", "lead", selectable=True), QLineEdit()
        self.print = Button(tr("Print it…"))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(6), px(18), px(14))
        column.setSpacing(px(8))
        column.addWidget(WrapLabel(tr("Write this recovery code down"), "lead"))
        column.addWidget(self.label)
        column.addWidget(WrapLabel(tr(WHY), "body", "text2"))
        column.addWidget(self.print, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(px(6))
        asked = QLabel(tr("Type its last two groups, from the paper"))
        keep_font(asked, "strong")
        asked.setBuddy(self.field)
        self.field.setAccessibleName(asked.text())
        self.field.setMinimumHeight(px(34))
        self.field.setMaxLength(20)
        column.addWidget(asked)
        column.addWidget(self.field)
        column.addStretch(1)
        self.field.textChanged.connect(lambda _: self.confirmed.emit())
        self.print.clicked.connect(self._print)

    def show_code(self, code: str) -> None:
        self._code = code
        self.label.setText(code)
        self.label.setAccessibleName(tr("Recovery code: {code}").format(code=" ".join(code)))
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def code(self) -> str:
        return self._code

    def is_confirmed(self) -> bool:
        end = keys.plain_code(self._code)[-_BACK:]
        return bool(end) and keys.plain_code(self.field.text()) == end

    def _print(self) -> None:
        """On paper, by the system's own dialog; we write no file of it."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        printer.setDocName(tr("Recovery code"))
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: draw(printer, self._code))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()


def draw(device: QPaintDevice, code: str) -> None:
    """The sheet: what it is, the code, what it is for."""
    painter = QPainter(device)
    page = QRectF(painter.viewport())
    dots = page.width() / 60
    at = page.top()
    for text, size, height in (
        (tr("Said & Done: recovery code"), 2.0, 5),
        (code, 2.2, 8),
        (tr(WHY), 1.3, 10),
    ):
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont) if text == code else painter.font()
        font.setPixelSize(max(1, int(size * dots)))
        painter.setFont(font)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(QRectF(page.left(), at, page.width(), height * dots), int(flags), text)
        at += height * dots
    painter.end()
