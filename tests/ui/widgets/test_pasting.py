"""What is too long to be pasted stays outside, at once, and it is said."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip
from pytestqt.qtbot import QtBot

from ui.composer.editor import ReplyEditor
from ui.theme import Theme
from ui.widgets.pasting import MOST_WORDS, PlainText
from ui.widgets.sentences import Sentences

SAID = "That’s longer than 20,000 characters. Leave some of it out."


def pasted(text: str) -> QMimeData:
    made = QMimeData()
    made.setText(text)
    return made


@pytest.mark.parametrize("make", [PlainText, Sentences, ReplyEditor])
def test_an_endless_line_does_not_hold_the_window(
    make: Callable[[], QPlainTextEdit | QTextEdit], look: Theme, qtbot: QtBot
) -> None:
    field = make()
    qtbot.addWidget(field)
    field.resize(480, 120)
    field.show()
    field.insertFromMimeData(pasted("Here since Monday. "))
    before = time.process_time()
    field.insertFromMimeData(pasted("x" * 1_000_000))
    assert time.process_time() - before < 5, "laid out, it takes a minute"
    assert field.toPlainText() == "Here since Monday. "
    assert QToolTip.text() == SAID
    field.insertFromMimeData(pasted("Still broken."))
    assert field.toPlainText() == "Here since Monday. Still broken."


def test_what_is_selected_makes_room(look: Theme, qtbot: QtBot) -> None:
    field = PlainText()
    qtbot.addWidget(field)
    field.insertFromMimeData(pasted("word " * (MOST_WORDS // 5 - 1)))
    field.insertFromMimeData(pasted("y" * 100))
    assert "y" not in field.toPlainText()
    field.selectAll()
    field.insertFromMimeData(pasted("y" * 100))
    assert field.toPlainText() == "y" * 100
