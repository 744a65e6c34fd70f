"""What this program is, where its files are, and whose work it uses."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.shop import Shop
from ui import words
from ui.background import Runner
from ui.moments import tr
from ui.theme import px
from ui.theme.keep import keep_font
from ui.widgets.buttons import Button
from ui.widgets.wrap import WrapLabel

LIBRARIES = Path(__file__).parents[2] / "resources" / "libraries.tsv"


def libraries() -> Mapping[str, tuple[str, ...]]:
    """Licence -> the libraries under it that come with the program, the licence of most first."""
    found: dict[str, tuple[str, ...]] = {}
    for line in LIBRARIES.read_text("utf-8").splitlines():
        name, licence = line.split("\t")
        found[licence] = (*found.get(licence, ()), name)
    return dict(sorted(found.items(), key=lambda one: (-len(one[1]), one[0])))


class About(QWidget):
    """A page of the settings. `folder_wanted`: the shop folder is to be shown."""

    folder_wanted = Signal()

    def __init__(self, shop: Shop, background: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[WrapLabel] = []  # one for each licence
        self.show_folder = Button(tr("Show the folder"), small=True)
        self.show_folder.clicked.connect(self.folder_wanted)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, px(6), 0)
        column.setSpacing(px(8))
        column.addWidget(_head(tr("About Said & Done"), "page"))
        self.version = WrapLabel(tr("Version {number}").format(number=words.VERSION), "strong")
        column.addWidget(self.version)
        column.addWidget(WrapLabel(tr(words.TAGLINE), "body", "text2"))
        column.addWidget(WrapLabel(tr("Free software under the MIT licence.")))
        column.addSpacing(px(6))
        column.addWidget(_head(tr("Where is my data?"), "lead"))
        column.addWidget(WrapLabel(tr("Everything stays in one folder on this computer. No account with us.")))
        column.addWidget(WrapLabel(tr("Nothing is ever posted by itself.")))
        column.addWidget(WrapLabel(str(shop.folder), "meta", "text2", selectable=True))
        column.addWidget(self.show_folder, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(px(6))
        column.addWidget(_head(tr("What it is made with"), "lead"))
        column.addWidget(WrapLabel(tr("Libraries of others, under their licences."), "body", "text2"))
        column.addStretch(1)
        background.run(self, libraries, self._show_libraries)

    def _show_libraries(self, found: Mapping[str, tuple[str, ...]]) -> None:
        for licence, names in found.items():
            line = WrapLabel("", "meta", "text2", selectable=True)
            line.set_parts((licence, "strong text"), f"  {', '.join(names)}")
            self._column.insertWidget(self._column.count() - 1, line)
            self.lines.append(line)


def _head(text: str, level: str) -> QLabel:
    head = QLabel(text)
    head.setTextFormat(Qt.TextFormat.PlainText)
    keep_font(head, level)
    return head
