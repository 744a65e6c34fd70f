"""A folder or a file that no program here seems to open: where it is, to be read, marked and copied."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFile, QIODevice, QMimeDatabase, QStandardPaths, QSysInfo, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import words
from ui.moments import tr
from ui.theme import px
from ui.theme.keep import keep_colours
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.wrap import WrapLabel

_FOLDER = "inode/directory"
_shown: set[WhereItIs] = set()  # one without a window under it belongs to nobody else
_LISTS = (  # where programs are written down for what they open (freedesktop.org, MIME Applications Associations)
    (QStandardPaths.StandardLocation.GenericConfigLocation, "mimeapps.list"),
    (QStandardPaths.StandardLocation.ApplicationsLocation, "mimeapps.list"),
    (QStandardPaths.StandardLocation.ApplicationsLocation, "defaults.list"),
    (QStandardPaths.StandardLocation.ApplicationsLocation, "mimeinfo.cache"),
)


def has_program_for(path: Path) -> bool:
    """Whether a program on this computer says that it opens such a thing. Asked on Linux and its like alone: there
    `xdg-open` is started and says nothing where it finds none."""
    if QSysInfo.productType() in ("windows", "macos") or QFile.exists("/.flatpak-info"):
        return True
    kinds = {_FOLDER}
    if not path.is_dir():
        kind = QMimeDatabase().mimeTypeForFile(str(path))
        kinds = {kind.name(), *kind.aliases(), *kind.allAncestors()} - {"application/octet-stream"}
    files = (file for place, name in _LISTS for file in QStandardPaths.locateAll(place, name))
    return any(_names_one(file, kinds) for file in files)


def _names_one(file: str, kinds: set[str]) -> bool:
    """A line such as `inode/directory=org.gnome.Nautilus.desktop;`, with a program that is there."""
    source, is_counted = QFile(file), True
    if not source.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Text):
        return False
    for line in bytes(source.readAll().data()).decode("utf-8", "replace").splitlines():
        if line.startswith("["):
            is_counted = not line.startswith("[Removed")
        kind, _, programs = line.partition("=")
        if is_counted and kind.strip() in kinds and any(_is_there(one) for one in programs.split(";")):
            return True
    return False


def _is_there(program: str) -> bool:
    place, name = QStandardPaths.StandardLocation.ApplicationsLocation, program.strip()
    return bool(name) and any(QStandardPaths.locate(place, one) for one in (name, name.replace("-", "/", 1)))


class WhereItIs(QDialog):
    """Says it, with the path chosen whole in a field that can only be read."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.APP_NAME)
        is_folder = path.is_dir()
        said = tr("No program here seems to show folders.") if is_folder else tr("No program here seems to open this.")
        here = tr("The folder is here:") if is_folder else tr("The file is here:")
        self.path = QLineEdit(str(path))
        self.path.setReadOnly(True)
        self.path.setAccessibleName(here)
        self.path.setMinimumHeight(px(30))
        keep_colours(self.path, ground="surface")
        self.copy, self.ok = Button(tr("Copy the path")), Button(tr("OK"), kind="primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(WrapLabel(said, "lead"))
        column.addWidget(WrapLabel(here, "body", "text2"))
        column.addWidget(self.path)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.copy)
        row.addWidget(self.ok)
        column.addSpacing(4)
        column.addLayout(row)
        self.setMinimumWidth(px(520))
        self.copy.clicked.connect(self._copy)
        self.ok.clicked.connect(self.accept)
        self.ok.setDefault(True)
        self.path.setFocus()
        self.path.selectAll()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.path.text())
        self.copy.setText(tr("Copied"))
        announce(self.copy, tr("Copied"))


def tell(path: Path) -> None:
    """Over the window that is in use, or beside nothing where there is none."""
    dialog = WhereItIs(path, QApplication.activeWindow())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(lambda _: _shown.discard(dialog))
    _shown.add(dialog)
    dialog.open()
