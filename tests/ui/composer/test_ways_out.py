"""The links of the coach do what they say, at the real composer."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.coach import Book
from desktop.records import Channel, Fact, Kind
from desktop.writing import Writing
from tests.ui.composer.kit import NOW, marta

CAR_PARK = Fact("f", "Car park", "Two hours free behind the shop.", (), "Ines", NOW - timedelta(days=210))


def item(composer, check):
    return next(each for each in composer.coach.items() if each.finding().check == check)


def press(qtbot, composer, check, label):
    link = next(one for one in item(composer, check).links() if one.text() == label)
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)


def write(composer, text, channel=Channel.PUBLIC, **context):
    composer.set_context(marta(**context))
    composer.set_channel(channel)
    composer.set_writing(Writing.typed(text), channel)


def test_the_shop_books_hour_replaces_mine_with_one_undo(composer, qtbot):
    book = Book((), {day: ((time(7), time(16)),) for day in range(7)})
    write(composer, "We close at 17:00 today. Tom", kind=Kind.QUESTION, their_text="Till when?", book=book)
    press(qtbot, composer, "c-fact", "Use the Shop book's")
    assert composer.writing().plain() == "We close at 16:00 today. Tom"
    composer.editor.undo()
    assert composer.writing().plain() == "We close at 17:00 today. Tom"


def test_correcting_opens_the_shop_book(composer, qtbot):
    book = Book((), {day: ((time(7), time(16)),) for day in range(7)})
    write(composer, "We close at 17:00 today. Tom", kind=Kind.QUESTION, their_text="Till when?", book=book)
    with qtbot.waitSignal(composer.book_wanted):
        press(qtbot, composer, "c-fact", "Correct the Shop book")


def test_an_old_fact_is_confirmed_and_not_named_again_here(composer, qtbot):
    text = "The car park behind the shop is free for two hours. Tom"
    write(composer, text, kind=Kind.QUESTION, their_text="Where to park?", book=Book((CAR_PARK,)))
    assert item(composer, "c-stale").title.text() == "That fact is 7 months old"
    with qtbot.waitSignal(composer.fact_confirmed) as got:
        press(qtbot, composer, "c-stale", "It's still right")
    assert got.args == [CAR_PARK]
    assert composer.coach.items() == []


def test_a_public_line_goes_beside_a_private_message(composer, qtbot):
    write(composer, "I've sent the 30 back.", Channel.PRIVATE, has_public_answer=False)
    press(qtbot, composer, "c-privonly", "Add a public line")
    assert composer.channel() is Channel.PUBLIC
    assert composer.writing().plain() == "I've written to you just now, Marta."
    assert composer.writing(Channel.PRIVATE).plain() == "I've sent the 30 back."


def test_only_the_sentence_with_the_private_thing_moves(composer, qtbot):
    write(
        composer, "I'm sorry about the raw dough. Is marta@quay.example still yours? I'll ring by noon. Tom"
    )
    press(qtbot, composer, "c-private", "Move it")
    assert composer.writing(Channel.PRIVATE).plain() == "Is marta@quay.example still yours?"
    assert composer.writing(Channel.PUBLIC).plain() == "I'm sorry about the raw dough. I'll ring by noon. Tom"


def test_where_nothing_private_can_be_sent_it_is_taken_out(composer, qtbot):
    channels = (Channel.PUBLIC, Channel.NOTE)
    write(composer, "Sorry. I'll ring 0151 496 0123 by noon. Tom", channels=channels, currency="£")
    press(qtbot, composer, "c-private", "Take it out")
    assert "0151" not in composer.writing().plain()


def test_small_talk_is_taken_out_or_kept(composer, qtbot):
    from tests.desktop.coach.kit import writing

    composer.set_context(marta())
    composer.set_writing(writing("@company <How was the party?> ¶I've checked the till, you paid twice."))
    press(qtbot, composer, "c-small", "Take it out")
    assert composer.writing().plain().strip() == "I've checked the till, you paid twice."


def test_what_this_person_stopped_is_not_said(composer, qtbot):
    write(composer, "SORRY SORRY, it was raw dough and I rang twice.", quiet=frozenset({"c-shout"}))
    assert "c-shout" not in [each.finding().check for each in composer.coach.items()]


def test_why_opens_and_closes_what_was_found(composer, qtbot):
    write(composer, "Sorry, but the oven was hot.")
    link = item(composer, "c-but").why_link()
    assert item(composer, "c-but").why.isHidden()
    link.click()
    assert item(composer, "c-but").why.text().startswith("2022, Kapes")
    link.click()
    assert item(composer, "c-but").why.isHidden()


def test_stop_and_keep_are_answered_once(composer, qtbot):
    composer.coach.ask_to_stop("c-shout")
    assert composer.coach.stop_item().title.text() == "Stop checking this for you?"
    with qtbot.waitSignal(composer.stop_answered) as got:
        composer.coach.stop_item().links()[0].click()
    assert got.args == ["c-shout", True]
    assert composer.coach.stop_item().isHidden()


def test_asking_again_leads_to_saying_it_ourselves(composer, qtbot):
    write(composer, "Could you say how it ended?", asked_at=datetime(2025, 6, 9, tzinfo=UTC))
    with qtbot.waitSignal(composer.ending_wanted):
        press(qtbot, composer, "c-ask-twice", "Say it ourselves")


def test_the_coach_can_be_off_and_says_so_and_still_holds_blanks_and_private_things(composer, qtbot):
    from tests.desktop.coach.kit import writing

    write(composer, "SORRY, but the oven was hot.", quiet=frozenset({"c-all"}))
    assert [each.finding().check for each in composer.coach.items()] == []
    closing = composer.coach.closing_item()
    assert (closing.title.text(), closing.text.text()) == (
        "The coach is off for you", "Blanks, length and limits are still checked.",
    )  # fmt: skip
    assert composer.coach.good() == ()
    with qtbot.waitSignal(composer.stop_answered) as got:
        closing.links()[0].click()
    assert got.args == ["c-all", False]
    composer.set_writing(writing("Ring me on 020 7946 0958 about {what we found}."), Channel.PUBLIC)
    assert {each.finding().check for each in composer.coach.items()} >= {"c-blank1", "c-private"}


def test_what_is_already_public_is_these_words_and_no_others(composer, qtbot):
    write(composer, "Hi Marta Parker, I ring at 16:00. Tom")
    assert "Marta Parker" in item(composer, "c-private").text.text()
    press(qtbot, composer, "c-private", "It's already public")
    assert composer.post_button.text() == "Post reply"
    QTest.keyClick(composer.editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(composer.editor, " Your card 4111 1111 1111 1111, on 0151 496 0123.")
    composer._pace.read_now()
    for private in ("4111 1111 1111 1111", "0151 496 0123"):
        assert private in item(composer, "c-private").text.text()
        assert composer.post_button.text() == "Check 1 private thing"
        press(qtbot, composer, "c-private", "It's already public")
    assert composer.post_button.text() == "Post reply"
    composer.clear(Channel.PUBLIC)
    composer.set_writing(Writing.typed("Hi Marta Parker, I ring at 16:00. Tom"))
    assert item(composer, "c-private") is not None  # in another draft it is asked again


def test_a_key_held_down_is_no_second_press(composer, qtbot):
    write(composer, "Marta, ring me on 0151 496 0123 at 16:00. Tom")
    with qtbot.assertNotEmitted(composer.post_requested):
        for is_repeated in (False, True, True, True):
            key = QKeyEvent(
                QEvent.Type.KeyPress,
                Qt.Key.Key_Return,
                Qt.KeyboardModifier.ControlModifier,
                "",
                is_repeated,
            )
            QApplication.sendEvent(composer.editor, key)
    assert composer.post_button.text() == "Post anyway"
    with qtbot.waitSignal(composer.post_requested):
        QTest.keyClick(composer.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
