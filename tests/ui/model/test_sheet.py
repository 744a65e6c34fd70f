"""The language model beside the composer: seen before it leaves, given up, failed, and begun from; never by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import counter, drafts, model, outbox
from desktop.records import Channel
from desktop.writing import Ink, Part, Writing
from tests.desktop.little_server import LittleServer, Says
from tests.desktop.model.little_model import TEXT, completion, turn_on
from tests.fixtures_shop import Counter
from tests.ui.conversation.test_conversation import Open
from ui import model as beside
from ui.background import Background
from ui.model.sheet import ModelSheet
from ui.theme import Theme

RAW = "Marek said it was fine. The base was raw dough. Ring me on +44 7700 900123."


@pytest.fixture
def server() -> Iterator[LittleServer]:
    with LittleServer(completion()) as made:
        yield made


@pytest.fixture
def here(at_counter: Counter, look: Theme) -> Iterator[Open]:
    made = Open(at_counter)
    beside.beside(made.view)
    yield made
    made.view.close()
    made.view.deleteLater()
    QApplication.processEvents()


def sheet(here: Open) -> ModelSheet:
    """The sheet that is open."""
    QApplication.processEvents()
    return next(one for one in here.view.findChildren(ModelSheet) if one.isVisible())


def open_it(here: Open, server: LittleServer) -> ModelSheet:
    one = here.at.hear(RAW)
    turn_on(here.at.shop, server)
    here.show(one)
    here.view.show_composer()
    QApplication.processEvents()
    link = here.view.composer.choices.more
    assert link.isVisible() and link.text() == "One more, from a language model…"
    link.click()
    return sheet(here)


def test_off_there_is_no_link_and_turned_on_it_comes(here: Open, server: LittleServer) -> None:
    shop = here.at.shop
    here.show(here.at.hear(RAW))
    here.view.show_composer()
    QApplication.processEvents()
    assert not here.view.composer.choices.more.isVisible()
    turn_on(shop, server)
    QApplication.processEvents()
    assert here.view.composer.choices.more.isVisible()
    model.choose(shop, is_on=False, address=server.url, model="m")
    QApplication.processEvents()
    assert not here.view.composer.choices.more.isVisible()


def test_what_is_serious_or_private_is_not_offered_one(here: Open, server: LittleServer) -> None:
    plain = here.at.hear(RAW)
    serious = here.at.hear("My son had an allergic reaction to the nut-free cake, we are in hospital.", "Aki")
    private = here.at.hear("Awful. You read out my surname and my phone number in a comment.", "Bo")
    turn_on(here.at.shop, server)
    for one, offers in ((plain, True), (serious, False), (private, False), (plain, True)):
        here.show(one)
        here.view.show_composer()
        QApplication.processEvents()
        assert here.view.composer.choices.more.isVisible() is offers


def test_what_leaves_is_shown_first_without_names_and_exactly_that_is_sent(
    here: Open, server: LittleServer
) -> None:
    made = open_it(here, server)
    assert server.asked == [] and server.host in made.where.text()
    assert made.leaves_out.isChecked() and not made.unasked.isChecked()
    shown = made.text.toPlainText()
    assert "900123" not in shown and "raw dough" in shown
    assert model.asking.TASK in made.task.text()
    made.leaves_out.setChecked(False)
    assert "+44 7700 900123" in made.text.toPlainText()
    made.leaves_out.setChecked(True)
    made.text.selectAll()
    QTest.keyClicks(made.text, "The base was raw.")
    QTest.mouseClick(made.send, Qt.MouseButton.LeftButton)
    (asked,) = server.asked
    assert [each["content"] for each in asked.json["messages"]] == [model.asking.TASK, "The base was raw."]


def test_its_opening_begins_a_reply_with_blanks_and_posts_nothing(here: Open, server: LittleServer) -> None:
    made = open_it(here, server)
    made.send.click()
    assert "{what went wrong here}" in made.opening.text() and made.begin.isVisible()
    assert here.view.composer.writing().is_empty
    QTest.mouseClick(made.begin, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    composer, one = here.view.composer, here.view.current_id()
    writing = composer.writing()
    assert Part.NEXT in {p.part for p in writing.paragraphs} and writing.blanks()
    assert not any(run.ink is Ink.TYPED for p in writing.paragraphs for run in p.runs)
    assert composer.footer.post.text().startswith("Fill ")
    composer.press()
    composer.flush()
    shop = here.at.shop
    assert outbox.of_conversation(shop.store, one) == ()
    kept = drafts.load(shop.store, one, shop.me.id, Channel.PUBLIC)
    assert kept is not None and kept[0] == writing


def test_after_words_of_ones_own_it_follows_them(here: Open, server: LittleServer) -> None:
    made = open_it(here, server)
    made.send.click()
    here.view.composer.set_writing(Writing.typed("Mine first."))
    made.begin.click()
    writing = here.view.composer.writing()
    assert writing.paragraphs[0].plain() == "Mine first." and writing.blanks()
    assert Part.SIGN not in {p.part for p in writing.paragraphs}


def test_a_trouble_is_said_and_it_can_be_asked_again(here: Open, server: LittleServer) -> None:
    made = open_it(here, server)
    server.replies = [Says(b"not json"), completion()]
    made.send.click()
    assert made.trouble.isVisible() and "isn't an answer" in made.trouble.text()
    assert not made.begin.isVisible() and made.send.isEnabled()
    made.send.click()
    assert not made.trouble.isVisible() and made.begin.isVisible()


def test_not_asked_again_for_this_computer(here: Open, server: LittleServer) -> None:
    made = open_it(here, server)
    assert made.unasked.isVisible()
    made.unasked.setChecked(True)
    made.send.click()
    made.close()
    QApplication.processEvents()
    here.view.composer.choices.more.click()
    again = sheet(here)
    assert len(server.asked) == 2 and again.begin.isVisible() and again.unasked.isChecked()


def test_elsewhere_it_is_always_asked(here: Open, server: LittleServer) -> None:
    one, shop = here.at.hear(RAW), here.at.shop
    turn_on(shop, server)
    model.choose(shop, is_on=True, address="https://api.example/v1", model="m")
    here.show(one)
    here.view.show_composer()
    here.view.composer.choices.more.click()
    made = sheet(here)
    assert made.where.text() == "This leaves your computer and goes to api.example:"
    assert not made.unasked.isVisible() and made.send.isVisible()


def test_what_was_given_up_changes_nothing(
    at_counter: Counter, server: LittleServer, look: Theme, qtbot: QtBot
) -> None:
    """With real threads: the window goes on while it waits, and the late answer is dropped."""
    one, shop = at_counter.hear(RAW), at_counter.shop
    made = Open(at_counter)
    made.show(one)
    turn_on(shop, server)
    background = Background(shop.changes)
    made.view.background = background
    beside.beside(made.view)
    made.view.show_composer()
    server.replies = [completion(hangs=True)]
    made.view.composer.choices.more.click()
    open_now = sheet(made)
    open_now.send.click()
    qtbot.waitUntil(lambda: len(server.asked) == 1)
    assert open_now.is_asking() and open_now.text.toPlainText() and not open_now.send.isEnabled()
    open_now.close_button.click()
    assert not open_now.is_asking() and open_now.send.isEnabled() and open_now.isVisible()
    server.replies = [completion("That is {their detail}.")]
    open_now.send.click()
    qtbot.waitUntil(lambda: open_now.begin.isVisible())
    assert "{their detail}" in open_now.opening.text()
    server.over.set()  # only now the first answer's connection ends
    background.close()
    QApplication.processEvents()
    assert "{their detail}" in open_now.opening.text() and not open_now.trouble.isVisible()
    open_now.close()
    made.view.close()
    made.view.deleteLater()


def test_a_conversation_that_was_left_gets_nothing(here: Open, server: LittleServer) -> None:
    other = here.at.hear("Is the rye vegan?", "Aki")
    made = open_it(here, server)
    made.send.click()
    here.show(other)
    made.begin.click()
    assert here.view.composer.writing().is_empty
    assert counter.own_wordings(here.at.shop) == () and TEXT
