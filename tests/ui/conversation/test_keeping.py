"""After a reply: keep my words. And a wording that was used rests, last and muted, as long as the shop says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import counter, settings, starters
from desktop.records import Channel
from desktop.writing import Ink, Paragraph, Part, Run, Writing
from tests.fixtures_shop import Counter
from tests.ui.conversation.test_conversation import ANGRY, Open
from ui.composer.wordings_popup import resting_line
from ui.conversation.keeping import KeepWords
from ui.theme import Theme
from ui.widgets.buttons import LinkButton

OURS = "the tart stood too low in the oven and nobody pressed the middle before it left the kitchen."
REPLY = Writing(
    (
        Paragraph((Run("Marta", Ink.FILLED), Run(", "), Run(OURS)), Part.OWN, "gen-o1"),
        Paragraph((Run("Ines"),), Part.SIGN),
    )
)


@pytest.fixture
def here(at_counter: Counter, look: Theme) -> Iterator[Open]:
    made = Open(at_counter)
    yield made
    made.view.close()
    made.view.deleteLater()
    QApplication.processEvents()


def posted(here: Open, writing: Writing = REPLY, *, and_next: bool = False) -> str:
    one = here.at.hear(ANGRY)
    here.show(one)
    here.view.desk.post(writing, Channel.PUBLIC, and_next)
    QApplication.processEvents()
    return one


def offered(here: Open) -> KeepWords:
    bar = here.view.bottom_bars.bar("keep")
    assert bar is not None and bar.text() == "Good line. Keep it as a wording?"
    (way,) = bar.findChildren(LinkButton)
    assert way.text() == "Choose the blanks"
    QTest.mouseClick(way, Qt.MouseButton.LeftButton)
    dialog = here.view.desk.keeping.dialog
    assert dialog is not None
    return dialog


def press(dialog: KeepWords, *words: str) -> None:
    for word in words:
        button = next(b for b in dialog.words if b.text() == word and not b.isChecked())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_words_pressed_become_blanks_and_the_wording_is_offered_from_then_on(here: Open) -> None:
    posted(here)
    dialog = offered(here)
    assert dialog.text().startswith("{name}, the tart stood")
    press(dialog, "tart", "low", "in")
    assert len(dialog.combos) == 3
    dialog.combos[1].setCurrentText("thing")
    dialog.combos[1].activated.emit(dialog.combos[1].currentIndex())
    QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    (kept,) = counter.own_wordings(here.at.shop)
    assert kept.text == (
        "{name}, the {thing} stood too {what went wrong here} the oven and nobody pressed the middle before it left "
        "the kitchen."
    )
    assert here.view.bottom_bars.bar("keep") is None
    here.show(here.at.hear("Charged twice and the tart was raw.", "Bea R."))
    first = here.view.known.context.wordings(Part.OWN)[0] if here.view.known else None
    assert first is not None and first.wording == kept
    assert first.paragraph.plain().startswith("Bea, the {thing}")
    assert here.said("toast_wanted")[-1].text == "Kept as a wording of yours"
    here.said("undo_made")[-1].take_back(here.at.shop)
    assert counter.own_wordings(here.at.shop) == ()


def test_without_a_blank_nothing_is_kept_and_the_dialog_says_why(here: Open) -> None:
    posted(here)
    dialog = offered(here)
    QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert dialog.isVisible() and "at least one blank" in dialog.trouble.text()
    QTest.mouseClick(dialog.words[0], Qt.MouseButton.LeftButton)  # not even their name
    assert dialog.blanks() == [] and dialog.preview.text() == "No blank yet."
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert counter.own_wordings(here.at.shop) == ()


def test_a_word_pressed_twice_is_a_word_again(here: Open) -> None:
    posted(here)
    dialog = offered(here)
    before = dialog.text()
    press(dialog, "kitchen.")
    assert dialog.text().endswith("the {what went wrong here}.")
    QTest.mouseClick(dialog.words[-1], Qt.MouseButton.LeftButton)
    assert dialog.text() == before
    dialog.reject()


@pytest.mark.parametrize("text", ["Raw in the middle: ours.", "x" * 700])
def test_a_short_line_and_one_too_long_for_a_wording_are_not_offered(here: Open, text: str) -> None:
    posted(here, Writing((Paragraph((Run(text),), Part.OWN),)))
    assert here.view.bottom_bars.bar("keep") is None


def test_words_on_a_blank_page_belong_to_no_part_and_going_on_asks_nothing(here: Open) -> None:
    posted(here, Writing.typed(OURS))
    assert here.view.bottom_bars.bar("keep") is None
    second = here.at.hear("Raw again.", "Bea R.")
    here.show(second)
    here.view.desk.post(REPLY, Channel.PUBLIC, True)
    assert here.view.bottom_bars.bar("keep") is None


def test_a_reply_taken_back_takes_the_line_with_it(here: Open) -> None:
    from ui.conversation.messages import OnItsWay

    posted(here)
    assert here.view.bottom_bars.bar("keep") is not None
    (going,) = here.cards(OnItsWay)
    going.undo.click()
    QApplication.processEvents()
    assert here.view.bottom_bars.bar("keep") is None
    assert here.view.composer.editor.writing().plain() == REPLY.plain()


@pytest.mark.parametrize(("days", "line"), [(30, "resting till 14 July"), (7, "resting till 21 June")])
def test_a_used_wording_is_last_with_its_date_for_as_long_as_the_shop_chose(
    here: Open, days: int, line: str
) -> None:
    shop = here.at.shop
    settings.put(shop.store, settings.REST_DAYS, days)
    with shop.store.writing():
        starters.note_use(shop.store, ("gen-n1",), "reply-1", shop.clock.now())
    here.show(here.at.hear(ANGRY))
    composer = here.view.composer
    composer.start(1)
    next_step = next(p for p in composer.writing().paragraphs if p.part is Part.NEXT)
    assert next_step.wording != "gen-n1"
    known = here.view.known
    assert known is not None
    composer.wordings_popup().set_choices(known.context.wordings(Part.NEXT))
    last = composer.wordings_popup().choices()[-1]
    assert last.wording.id == "gen-n1" and resting_line(last) == line
    here.at.clock.forward(seconds=(days + 1) * 86400)
    here.show(here.at.hear("Charged twice and the tart was raw.", "Bea R."))
    known = here.view.known
    assert known is not None and all(c.rests_until is None for c in known.context.wordings(Part.NEXT))


def test_a_wording_made_elsewhere_is_offered_in_the_conversation_that_is_open(here: Open) -> None:
    here.show(here.at.hear(ANGRY))
    here.view.start(0)
    QTest.keyClicks(here.focus, "Marta, I")
    counter.keep_wording(here.at.shop, Part.NEXT, "gen", "I ring you by {when}.")
    QApplication.processEvents()
    offered = [one.wording.text for one in here.view.composer.context().wordings(Part.NEXT)]
    assert "I ring you by {when}." in offered
    assert here.view.composer.writing().plain() == "Marta, I"
