"""A composer on a window of its own, with Marta's review to answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.composer.kit import REPLY, marta
from ui.composer import Composer, ReplyEditor


@pytest.fixture
def show(qtbot) -> Callable[[QWidget], QWidget]:
    """Put a widget on screen and give its window the focus."""

    def put(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(760, 520)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is widget)
        return widget

    return put


@pytest.fixture
def editor(show) -> ReplyEditor:
    made = show(ReplyEditor())
    made.setFocus()
    made.set_writing(REPLY)
    return made


@pytest.fixture
def composer(show, qtbot) -> Composer:
    made = Composer()
    qtbot.addWidget(made.coach)
    show(made)
    made.set_context(marta())
    return made
