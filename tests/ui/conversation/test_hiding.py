"""Hiding abuse, with the real widget: only where the place can, only abuse, asked first, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop import asks, counter, drafts
from desktop.asks import AskState
from desktop.errors import Misuse
from desktop.records import Channel, Kind
from desktop.writing import Writing
from tests.desktop.connectors.meta_counter import Counter
from tests.fixtures_shop import Counter as Practice
from ui.background import AtOnce
from ui.conversation.asking import AskedMessage, AskOwner
from ui.conversation.view import ConversationView
from ui.theme import Theme
from ui.window import Window

RUDE = "You are stupid idiots, all of you, and the girl at the till is a fat cow."


class Open:
    def __init__(self, at: Any) -> None:
        self.at, self.window = at, Window()
        self.view = ConversationView(at.shop, AtOnce(at.shop.changes), self.window)
        self.toasts: list[str] = []
        self.undos: list[Any] = []
        self.window.toast_wanted.connect(lambda toast: self.toasts.append(toast.text))
        self.window.undo_made.connect(self.undos.append)
        self.view.resize(750, 700)
        self.view.show()
        QTest.qWaitForWindowActive(self.view)

    def show(self, conversation: str) -> None:
        self.view.show_conversation(conversation)
        QApplication.processEvents()

    def more(self) -> list[str]:
        """What the More menu offers now."""
        menu = self.view.header.more.menu()
        return [action.text() for action in menu.actions() if action.isVisible() and action.isEnabled()]

    def choose(self, text: str) -> None:
        menu = self.view.header.more.menu()
        next(action for action in menu.actions() if action.text() == text).trigger()
        QApplication.processEvents()

    def asked(self) -> AskedMessage:
        QApplication.processEvents()
        (card,) = (card for card in self.view.talk.cards() if isinstance(card, AskedMessage))
        return card

    def press(self, text: str) -> None:
        bar = self.view.top_bars.bar("hide")
        assert bar is not None
        next(button for button in bar.findChildren(QAbstractButton) if button.text() == text).click()
        QApplication.processEvents()


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Counter]:
    at = Counter(tmp_path / "shop", "facebook")
    with at.server:
        at.connect()
        yield at
        at.shop.close()


@pytest.fixture
def here(at: Counter, look: Theme) -> Iterator[Open]:
    made = Open(at)
    yield made
    made.view.close()
    made.view.deleteLater()
    QApplication.processEvents()


HIDE = "Hide from everybody else…"


def test_abuse_is_hidden_after_asking_and_shown_again(here: Open) -> None:
    one, remote_id = here.at.hear(RUDE)
    counter.set_kind(here.at.shop, one, Kind.ABUSIVE)
    here.show(one)
    assert HIDE in here.more() and "Show again" not in here.more()
    here.choose(HIDE)
    there = here.at.graph.objects[remote_id]
    assert here.view.top_bars.text("hide") == "Hide this from everybody else on Facebook? Marta K. may still see it."
    assert there["is_hidden"] is False
    here.press("Leave it")
    assert here.view.top_bars.text("hide") == "" and there["is_hidden"] is False
    here.choose(HIDE)
    here.press("Hide it")
    assert there["is_hidden"] is True and here.toasts[-1] == "Hidden on Facebook"
    assert here.view.passer.sentence.text() == "A passer-by sees: nothing of this. You hid it on Facebook."
    assert "Show again" in here.more() and HIDE not in here.more()
    here.undos[-1].take_back(here.at.shop)
    QApplication.processEvents()
    assert there["is_hidden"] is False and HIDE in here.more()
    here.choose(HIDE)
    here.press("Hide it")
    here.choose("Show again")
    assert there["is_hidden"] is False and HIDE in here.more()


def test_a_complaint_stays_up(here: Open) -> None:
    one, remote_id = here.at.hear()
    here.show(one)
    here.choose(HIDE)
    assert here.toasts == ["Only abuse is hidden, never a complaint. If this is abuse, change its kind."]
    assert here.view.top_bars.text("hide") == ""
    assert here.at.graph.objects[remote_id]["is_hidden"] is False


def test_where_the_place_cannot_hide_nothing_offers_it(at_counter: Practice, look: Theme) -> None:
    made = Open(at_counter)
    assert HIDE not in made.more()
    made.show(at_counter.hear(RUDE))
    assert HIDE not in made.more() and "Show again" not in made.more()
    made.view.close()
    made.view.deleteLater()
    QApplication.processEvents()


def test_a_helper_asks_first_and_hides_what_the_owner_said_yes_to(here: Open) -> None:
    shop = here.at.shop
    ines, tom = shop.me, counter.add_person(shop, "Tom")
    one, remote_id = here.at.hear(RUDE)
    there = here.at.graph.objects[remote_id]
    counter.set_kind(shop, one, Kind.ABUSIVE)
    shop.set_person(tom)
    with pytest.raises(Misuse, match="Ask Ines before you hide this"):
        counter.hide(shop, one)
    here.show(one)
    note = Writing.typed("The same man as in May.")
    counter.save_draft(shop, one, Channel.NOTE, note)
    here.choose(HIDE)
    popup = here.view.doing.popup
    assert isinstance(popup, AskOwner) and here.view.top_bars.text("hide") == ""
    QTest.keyClicks(popup.question, "May I?")
    QTest.keyClick(popup.question, Qt.Key.Key_Return)
    QApplication.processEvents()
    (asked,) = asks.open_in(shop.store, one)
    assert asked.is_to_hide and asked.writing.plain() == RUDE and there["is_hidden"] is False
    assert here.toasts[-1] == "Ines is asked."
    with pytest.raises(Misuse, match="Ines has your question already"):
        counter.ask_to_hide(shop, one)
    card = here.asked()
    card.buttons["back"].click()
    QApplication.processEvents()
    kept = drafts.load(shop.store, one, tom.id, Channel.NOTE)
    assert asks.open_in(shop.store, one) == () and kept is not None and kept[0] == note
    here.undos[-1].take_back(shop)
    kept = drafts.load(shop.store, one, tom.id, Channel.NOTE)
    assert kept is not None and kept[0] == note, "a note of theirs has nothing to do with it"
    with pytest.raises(Misuse, match="There is no yes to this yet"):
        counter.post_asked(shop, asked.id)

    shop.set_person(ines)
    here.show(one)
    with pytest.raises(Misuse, match="nothing to change"):
        counter.say_yes(shop, asked.id, Writing.typed("Go away."))
    card = here.asked()
    assert [button.text() for button in card.buttons.values()] == ["Yes, hide it", "Not this time…"]
    card.buttons["yes"].click()
    QApplication.processEvents()
    assert there["is_hidden"] is False, "nothing is hidden by itself"

    shop.set_person(tom)
    here.show(one)
    card = here.asked()
    assert card.state.text() == "Ines said yes, hide it"
    card.buttons["hide"].click()
    QApplication.processEvents()
    assert there["is_hidden"] is True and asks.open_in(shop.store, one) == ()
    here.undos[-1].take_back(shop)
    assert there["is_hidden"] is False
    assert [each.state for each in asks.open_in(shop.store, one)] == [AskState.YES]


def test_only_abuse_is_asked_about(here: Open) -> None:
    shop = here.at.shop
    one, _ = here.at.hear()
    shop.set_person(counter.add_person(shop, "Tom"))
    with pytest.raises(Misuse, match="Only abuse is hidden, never a complaint"):
        counter.ask_to_hide(shop, one)
    assert asks.open_in(shop.store, one) == ()
