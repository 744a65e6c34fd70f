"""What a message was taken for can be said otherwise: the openings follow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import counter
from desktop.records import Kind
from desktop.starters import SITUATIONS
from desktop.writing import Part
from tests.fixtures_shop import Counter
from tests.ui.conversation.test_conversation import Open
from ui.composer.situation import SituationChip
from ui.theme import Theme

LATE = "Waited 45 minutes past the time we ordered for. The cake came when the party was over."


@pytest.fixture
def here(at_counter: Counter, look: Theme) -> Iterator[Open]:
    made = Open(at_counter)
    yield made
    made.view.close()
    made.view.deleteLater()
    QApplication.processEvents()


def chip(here: Open) -> SituationChip:
    QApplication.processEvents()
    return here.view.composer.choices.situation


def line(here: Open, situation: str) -> QAction:
    return next(one for one in chip(here).menu().actions() if one.text() == SITUATIONS[situation])


def first_wordings(here: Open) -> set[str]:
    context = here.view.composer.context()
    assert context.first is not None
    return {wording.partition("-")[0] for wording in context.first.writing.wordings()}


def test_the_chip_says_what_it_was_taken_for_and_openings_follow_what_a_person_says(here: Open) -> None:
    one = here.at.hear(LATE)
    here.show(one)
    assert chip(here).isVisible() and chip(here).accessibleName() == "Late, guessed"
    assert "late" in first_wordings(here) and line(here, "late").isChecked()
    line(here, "book").trigger()
    assert chip(here).accessibleName() == "Booking"
    assert "book" in first_wordings(here) and "late" not in first_wordings(here)
    offered = here.view.composer.context().wordings(Part.NEXT)
    assert offered[0].wording.situation == "book"
    here.show(here.at.hear(LATE, "Bea R."))
    assert chip(here).accessibleName() == "Late, guessed"
    here.show(one)
    assert chip(here).accessibleName() == "Booking"


def test_what_is_being_written_stays_when_the_situation_changes(here: Open) -> None:
    here.show(here.at.hear(LATE))
    here.view.start(0)
    QTest.keyClicks(here.focus, "Lena, the van")
    line(here, "rude").trigger()
    QApplication.processEvents()
    assert here.view.composer.writing().plain() == "Lena, the van"
    assert here.view.composer.context().wordings(Part.HEAR)[0].wording.situation == "rude"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.QUESTION, LATE),
        (Kind.PRAISE, LATE),
        (Kind.COMPLAINT, "My son was ill in hospital after your soup."),
    ],
)
def test_where_the_kind_or_its_seriousness_decides_there_is_nothing_to_choose(
    here: Open, kind: Kind, text: str
) -> None:
    one = here.at.hear(text)
    counter.set_kind(here.at.shop, one, kind)
    here.show(one)
    assert here.view.known is not None and here.view.known.one.kind is kind
    assert not chip(here).isVisible()
