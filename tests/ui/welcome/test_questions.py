"""The first page of a new shop asks two things and goes on when both are answered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.welcome.questions import Questions


@pytest.fixture
def questions(look: Theme, qtbot: QtBot) -> Questions:
    made = Questions()
    qtbot.addWidget(made)
    made.resize(960, 620)
    made.show()
    return made


def test_both_answers_typed_and_enter_go_on(questions: Questions, qtbot: QtBot) -> None:
    QTest.keyClicks(questions.shop, "  Lena & Pat ")
    QTest.keyClick(questions.shop, Qt.Key.Key_Return)
    QTest.keyClicks(questions.person, "Ines")
    with qtbot.waitSignal(questions.answered) as answered:
        QTest.keyClick(questions.person, Qt.Key.Key_Return)
    assert answered.args == ["Lena & Pat", "Ines"]


def test_continue_says_which_answer_is_missing(questions: Questions, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(questions.answered):
        questions.go.click()
        assert questions._missing.text() == "The shop needs a name first."
        questions.shop.setText("Corner Shop")
        questions.person.setText("   ")
        questions.go.click()
    assert questions._missing.text() == "And your name?"
    assert questions._missing.isVisible()


def test_each_field_is_named_by_its_question(questions: Questions) -> None:
    assert questions.shop.accessibleName() == "What’s your shop called?"
    assert questions.person.accessibleName() == "What’s your name?"
