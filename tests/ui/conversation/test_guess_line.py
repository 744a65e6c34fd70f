"""A guess says why, and one press makes it right: the line under the head, the topics, what is serious."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop import complaints, conversations, counter, triage
from desktop.records import Channel, Conversation, FixedHow, Guess, Kind, Stage
from tests.fixtures_shop import Counter
from tests.ui.conversation.test_conversation import Open
from ui.conversation.popups import PickList, PickSeveral
from ui.theme import Theme
from ui.widgets.bars import Bar
from ui.widgets.buttons import LinkButton

LATE = "Still waiting after 2 hours and nobody answers the phone"


@pytest.fixture
def here(at_counter: Counter, look: Theme) -> Iterator[Open]:
    made = Open(at_counter)
    yield made
    made.view.close()
    made.view.deleteLater()
    QApplication.processEvents()


def guessed(here: Open, one: str, guess: Guess) -> None:
    with here.at.shop.store.writing():
        conversations.rejudge(here.at.shop.store, one, guess._replace(read_by=triage.version()))


def now(here: Open, one: str) -> Conversation:
    found = conversations.by_id(here.at.shop.store, one)
    assert found
    return found


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_a_guess_stands_with_the_words_that_decided(here: Open) -> None:
    one = here.at.hear(LATE)
    guessed(here, one, Guess(Kind.COMPLAINT, "because: “still waiting”, “2 hours”"))
    here.show(one)
    line = here.view.guess
    assert line.isVisible()
    assert line.sentence.text() == "Guessed, because: “still waiting”, “2 hours”"
    assert (line.right.text(), line.other.text()) == ("That’s right", "Change…")
    assert not line.maybe.isVisible()
    assert line.right.accessibleName() == "It is: Complaint"
    assert "“still waiting”" in here.view.header.kind.toolTip()


def test_one_press_agrees_and_the_line_goes(here: Open) -> None:
    one = here.at.hear(LATE)
    here.show(one)
    press(here.view.guess.right)
    assert (now(here, one).kind, now(here, one).kind_is_guess) == (Kind.COMPLAINT, False)
    assert not here.view.guess.isVisible()
    assert here.said("toast_wanted")[-1].text == "Marked as Complaint"
    here.said("undo_made")[-1].take_back(here.at.shop)
    QApplication.processEvents()
    assert here.view.guess.isVisible()


def test_a_correction_says_what_it_does(here: Open) -> None:
    for who, said in (
        ("Ann", "Marked as Mix-up. Once more for the same words, and it is remembered."),
        ("Bob", "Marked as Mix-up. The same words are guessed so from now on."),
    ):
        here.show(here.at.hear("The queue again, gents!", who=who))
        here.view.doing.set_kind(Kind.MIX_UP)
        assert here.said("toast_wanted")[-1].text == said


def test_what_could_be_either_offers_both_and_says_that_it_is_not_sure(here: Open) -> None:
    one = here.at.hear(LATE)
    guessed(here, one, Guess(Kind.QUESTION, "because: “when”", is_unsure=True, maybe=Kind.COMPLAINT))
    here.show(one)
    line = here.view.guess
    assert line.sentence.text() == "Not sure, because: “when”"
    assert here.view.header.kind.accessibleName() == "Question or complaint, guessed"
    assert [b.text() for b in (line.right, line.maybe)] == ["Question", "Complaint"] and not line.other.isVisible()
    press(line.maybe)
    assert (now(here, one).kind, now(here, one).kind_is_guess) == (Kind.COMPLAINT, False)
    assert here.view.header.kind.accessibleName() == "Complaint"


def test_another_kind_is_chosen_from_the_list(here: Open) -> None:
    one = here.at.hear(LATE)
    here.show(one)
    press(here.view.guess.other)
    popup = here.view.doing.popup
    assert isinstance(popup, PickList)
    QTest.keyClick(popup.list, Qt.Key.Key_I)
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    assert now(here, one).kind is Kind.IDEA


def test_a_guess_moved_by_what_was_learned_says_so(here: Open) -> None:
    for who in ("Ann", "Bob"):
        counter.set_kind(here.at.shop, here.at.hear("The queue again, gents!", who=who), Kind.MIX_UP)
    here.show(here.at.hear("The queue again, gents!", who="Cas"))
    assert here.view.guess.sentence.text() == "Guessed, because you sorted these words so twice"


def test_what_is_serious_says_which_words_made_it_so(here: Open) -> None:
    here.show(here.at.hear("Lovely soup, but there was a piece of glass in it."))
    bar = here.view.top_bars.bar("serious")
    assert bar is not None and "“piece of glass”" in bar.text()
    here.show(here.at.hear("Nach dem Kuchen lag meine Tochter im Krankenhaus", who="Jonas"))
    bar = here.view.top_bars.bar("serious")
    assert bar is not None and "“im Krankenhaus”" in bar.text()


def test_while_somebody_writes_the_line_gives_its_room_away(here: Open) -> None:
    here.show(here.at.hear(LATE))
    assert here.view.guess.isVisible()
    here.view.start(0)
    QApplication.processEvents()
    assert not here.view.guess.isVisible()


def test_what_is_done_asks_nothing(here: Open) -> None:
    one = here.at.hear(LATE)
    counter.done(here.at.shop, one)
    here.show(one)
    assert not here.view.guess.isVisible()


def test_what_it_is_about_is_ticked_in_a_list_and_taken_back(here: Open) -> None:
    one = here.at.hear(LATE)
    guessed(here, one, Guess(Kind.COMPLAINT, "because: x", topics=("waiting", "delivery")))
    here.show(one)
    chip = here.view.header.topics
    assert (chip.accessibleName(), chip.isVisible()) == ("Waiting +1, guessed", True)
    assert chip.toolTip() == "What it is about: Waiting, Delivery"
    chip.click()
    popup = here.view.doing.popup
    assert isinstance(popup, PickSeveral)
    assert [popup.list.item(r).text() for r in range(popup.list.count()) if ticked(popup, r)] == ["Delivery", "Waiting"]
    popup.list.setCurrentRow(0)
    QTest.keyClick(popup.list, Qt.Key.Key_Space)
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert (now(here, one).topics, chip.accessibleName()) == (("waiting",), "Waiting")
    assert here.said("toast_wanted")[-1].text == "It is about: Waiting"
    here.said("undo_made")[-1].take_back(here.at.shop)
    QApplication.processEvents()
    assert chip.accessibleName() == "Waiting +1, guessed"


def ticked(popup: PickSeveral, row: int) -> bool:
    return popup.list.item(row).checkState() is Qt.CheckState.Checked


@pytest.mark.parametrize("width", [420, 560, 900])
def test_at_any_width_the_words_are_whole_and_the_buttons_can_be_pressed(
    here: Open, look: Theme, width: int
) -> None:
    look.set_text_scale(1.3)
    one = here.at.hear(LATE)
    guessed(
        here, one, Guess(Kind.QUESTION, "because: “still waiting”, “2 hours”", is_unsure=True, maybe=Kind.COMPLAINT)
    )
    here.view.resize(width, 700)
    here.show(one)
    line = here.view.guess
    for widget in (line.sentence, line.right, line.maybe):
        assert widget.isVisible() and widget.geometry().right() <= line.width()
        assert widget.width() >= widget.minimumSizeHint().width()
    assert line.sentence.height() >= line.sentence.heightForWidth(line.sentence.width())


# ---- what they say later is proposed, never decided -----------------------------------------------------


def way(bar: Bar, text: str) -> LinkButton:
    return next(link for link in bar.findChildren(LinkButton) if link.text() == text and link.isVisible())


def they_say(here: Open, one: str, words: str, *, is_public: bool) -> None:
    here.at.clock.forward(minutes=20)
    here.at.world.post_as("facebook", "Marta K.", words, parent=here.at.root(one), is_public=is_public)
    here.at.collect()
    QApplication.processEvents()


def test_all_sorted_in_private_is_proposed_with_their_words_and_a_person_says_yes(here: Open) -> None:
    one = here.at.hear(LATE)
    counter.set_kind(here.at.shop, one, Kind.COMPLAINT)
    here.at.answer(one, "The new one left at nine. Ines", Channel.PRIVATE)
    here.show(one)
    they_say(here, one, "It came, all sorted now, thank you!", is_public=False)
    here.show(one)
    bar = here.view.top_bars.bar("told fixed")
    assert bar is not None and "“It came, all sorted now, thank you!” Is it?" in bar.text()
    found = complaints.by_id(here.at.shop.store, one)
    assert found and found.stage is not Stage.FIXED
    press(way(bar, "Yes, mark it fixed"))
    found = complaints.by_id(here.at.shop.store, one)
    assert found and (found.stage, found.fixed_how) == (Stage.FIXED, FixedHow.THEY_TOLD_US)
    assert here.view.top_bars.bar("told fixed") is None


def test_a_no_to_the_proposal_holds_and_thanks_alone_proposes_nothing(here: Open) -> None:
    one = here.at.hear(LATE)
    counter.set_kind(here.at.shop, one, Kind.COMPLAINT)
    here.at.answer(one, "The new one left at nine. Ines", Channel.PRIVATE)
    here.show(one)
    they_say(here, one, "Thanks.", is_public=False)
    here.show(one)
    assert here.view.top_bars.bar("told fixed") is None
    they_say(here, one, "It came, all sorted now, thank you!", is_public=False)
    bar = here.view.top_bars.bar("told fixed")
    assert bar is not None
    press(way(bar, "No"))
    counter.add_note(here.at.shop, one, "Ring them tomorrow")
    QApplication.processEvents()
    assert here.view.top_bars.bar("told fixed") is None
    found = complaints.by_id(here.at.shop.store, one)
    assert found and found.stage is not Stage.FIXED
