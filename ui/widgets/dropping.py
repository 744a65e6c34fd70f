"""Taking what is dropped on a window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent


def accept_copy(event: QDropEvent) -> None:
    """Takes it as a copy, whatever was proposed: whoever was told of a move may delete the file where it lies."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
