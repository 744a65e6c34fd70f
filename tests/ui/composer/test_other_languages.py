"""The coach beside the text in another language: nothing of it stays English, and numbers decide the form."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from desktop import coach
from desktop.counter import Noisy
from desktop.writing import Writing
from tests.ui.composer.kit import REPLY, marta
from ui.composer import Composer
from ui.composer.coach_item import CoachItem


class Other(QTranslator):
    """A language that puts everything in other quotes, and knows two forms of blanks."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        if context not in ("coach", "words"):
            return ""
        if source == "%n blanks to fill":
            return "«eine Lücke»" if n == 1 else "«%n Lücken»"
        return f"«{source}»"

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def other(qapp: QApplication) -> Iterator[None]:
    made = Other()
    QCoreApplication.installTranslator(made)
    yield
    QCoreApplication.removeTranslator(made)


def all_of(item: CoachItem) -> list[str]:
    return [item.title.text(), item.text.text(), *(link.text() for link in item.links())]


@pytest.fixture
def abroad(other: None, composer: Composer) -> Composer:
    composer.set_context(marta(noisy=Noisy("c-when", "No time", 6, (("Tom", 6),))))
    return composer


def test_what_the_coach_says_is_in_the_windows_language(abroad: Composer) -> None:
    abroad.set_writing(Writing.typed("Sorry, but our policy is clear. We are VERY SORRY. Please DM us"))
    QApplication.processEvents()
    items = abroad.coach.items()
    assert len(items) >= 3
    for item in [*items, abroad.coach.noise_item()]:
        assert not [text for text in all_of(item) if text and "«" not in text]
    assert "«" in abroad.coach.summary() and "«" in abroad.step().label
    assert "{" not in "".join(text for item in items for text in all_of(item))


def test_one_blank_and_two_blanks_have_their_own_form(abroad: Composer) -> None:
    abroad.set_writing(REPLY)
    QApplication.processEvents()
    assert abroad.coach.items()[0].title.text() == "«2 Lücken»"
    one = Writing((REPLY.paragraphs[0], REPLY.paragraphs[2]))
    abroad.set_writing(one)
    QApplication.processEvents()
    assert abroad.coach.items()[0].title.text() == "«eine Lücke»"


def test_what_goes_out_stays_as_it_was_written(abroad: Composer) -> None:
    abroad.set_writing(Writing.typed("Raw dough, and two calls in vain. I'll ring at noon. Tom"))
    assert abroad.writing().plain() == "Raw dough, and two calls in vain. I'll ring at noon. Tom"
    assert coach.read(abroad.scene()).findings == ()
