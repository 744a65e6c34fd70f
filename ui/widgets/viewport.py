"""The part of a scroll area that scrolls, made by us."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def own_viewport(area: QAbstractScrollArea) -> None:
    """Gives a scroll area a viewport like the one Qt made for it.

    The first time Python meets a plain widget that Qt made, PySide goes through every kind of widget there is
    to find out what it may be, which would take a twentieth of the start. It knows those that were made here.
    """
    ours = QWidget()
    ours.setObjectName("qt_scrollarea_viewport")
    ours.setBackgroundRole(QPalette.ColorRole.Base)
    ours.setAutoFillBackground(True)
    area.setViewport(ours)
