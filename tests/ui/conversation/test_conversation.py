"""The conversation over a real shop: what it says, what its keys do, what it never loses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop import complaints, conversations, counter, deliver, drafts, outbox, people, shopbook
from desktop.records import Channel, Fact, FixedHow, Kind, Limits, ReplyState, Role, Stage, Value, Voice
from desktop.writing import Writing
from tests.fixtures_shop import Counter
from ui.background import AtOnce, Background
from ui.conversation import facts
from ui.conversation.messages import NoteCard, OnItsWay, Ours, Theirs
from ui.conversation.popups import HowFixed, PickList
from ui.conversation.view import ConversationView
from ui.theme import Theme
from ui.widgets.buttons import Button, LinkButton
from ui.window import Window

ANGRY = "Charged twice and the tart was raw in the middle. Nobody picked up the phone."


class Open:
    """The view, shown, and what it asked."""

    def __init__(self, at: Counter) -> None:
        self.at, self.window = at, Window()
        self.view = ConversationView(at.shop, AtOnce(at.shop.changes), self.window)
        self.asked: list[tuple[str, Any]] = []
        for name in ("toast_wanted", "undo_made", "outbox_stirred", "page_wanted"):
            getattr(self.window, name).connect(lambda what, name=name: self.asked.append((name, what)))
        for name in ("replied", "next_wanted", "make_it_show", "writing_changed"):
            getattr(self.view, name).connect(lambda what, name=name: self.asked.append((name, what)))
        self.view.resize(750, 700)
        self.view.show()
        self.view.activateWindow()
        QTest.qWaitForWindowActive(self.view)

    def show(self, conversation: str, **more: Any) -> None:
        self.view.show_conversation(conversation, **more)
        QApplication.processEvents()

    @property
    def focus(self) -> Any:
        return self.view.focusWidget() or self.view.talk

    def key(self, key: Any, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focus, key, modifiers)
        QApplication.processEvents()

    def read(self) -> None:
        self.view.read_on()

    def cards(self, kind: type) -> list[Any]:
        QApplication.processEvents()
        return [card for card in self.view.talk.cards() if isinstance(card, kind)]

    def said(self, name: str) -> list[Any]:
        return [what for asked, what in self.asked if asked == name]

    def sentence(self) -> str:
        QApplication.processEvents()
        return str(self.view.passer.sentence.text())


@pytest.fixture
def here(at_counter: Counter, look: Theme) -> Iterator[Open]:
    made = Open(at_counter)
    yield made
    made.view.close()
    made.view.deleteLater()
    QApplication.processEvents()


def test_their_words_stand_whole_with_the_troubles_underlined(here: Open) -> None:
    here.show(here.at.hear(ANGRY))
    (card,) = here.cards(Theirs)
    assert card.words.label.text() == ANGRY
    assert len(card.item.spans) >= 2
    assert here.sentence() == "A passer-by sees: a complaint, and no answer from you."
    assert here.view.header.name.text() == "Marta K."


def test_stars_without_words_say_that_there_are_none(here: Open) -> None:
    here.at.place = "google"
    here.show(here.at.hear("", stars=1))
    (card,) = here.cards(Theirs)
    assert card.words.label.text() == "Only stars, no words."


def test_nothing_picked_says_so_and_its_keys_do_nothing(here: Open) -> None:
    assert here.view.stack.currentWidget() is here.view.nothing
    assert not any(action.isEnabled() for action in here.view.acts.all())


def test_markup_from_outside_stays_words(here: Open) -> None:
    here.show(
        here.at.hear("<b>Bold</b> & <img src='http://127.0.0.1:9/x'> rude, awful service", "<i>Eve</i>")
    )
    (card,) = here.cards(Theirs)
    assert "<b>Bold</b> & <img" in card.words.label.text()
    assert here.view.header.name.text() == "<i>Eve</i>"


def test_a_huge_message_is_cut_and_shows_more_on_demand(here: Open) -> None:
    here.show(here.at.hear("Terrible bread. " * 40_000))
    (card,) = here.cards(Theirs)
    assert len(card.words.label.text()) < 2_000 and card.words.more.isVisible()
    card.words.more.click()
    assert 20_000 < len(card.words.label.text()) < 25_000


def test_a_note_is_paper_and_changes_nothing_in_public(here: Open) -> None:
    here.show(here.at.hear(ANGRY))
    here.read()
    here.key(Qt.Key.Key_N)
    QTest.keyClicks(here.focus, "Two trays in together. Tom, offer a new tart.")
    here.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (note,) = here.cards(NoteCard)
    assert note.accessibleName().startswith("Note from Ines, 10:00 — Two trays")
    assert here.sentence() == "A passer-by sees: a complaint, and no answer from you."
    assert here.said("toast_wanted")[-1].text == "Note saved"
    assert here.focus is here.view.talk


def test_after_a_note_nobody_is_writing_a_reply(here: Open) -> None:
    one = here.at.hear(ANGRY)
    counter.save_draft(here.at.shop, one, Channel.PUBLIC, Writing.typed("Marta, I"))
    here.show(one)
    here.read()
    here.key(Qt.Key.Key_N)
    QTest.keyClicks(here.focus, "Two trays in together.")
    here.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert here.view.composer.channel() is Channel.PUBLIC and here.view.composer.is_answering()
    assert not here.view.is_writing and here.said("writing_changed") == []
    assert here.focus is here.view.talk


def test_a_reply_goes_from_the_keyboard_to_the_page(here: Open) -> None:
    one = here.at.hear(ANGRY)
    here.show(one)
    here.read()
    here.key(Qt.Key.Key_R)
    assert here.said("writing_changed") == [True]
    QTest.keyClicks(here.focus, "Marta, raw and rung out: both ours. By noon. Ines")
    here.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (reply,) = here.said("replied")
    assert reply.state is ReplyState.WAITING and here.said("next_wanted") == [False]
    (going,) = here.cards(OnItsWay)
    assert going.state.text() == "Goes in 10 s" and going.undo.isVisible()
    here.at.clock.forward(seconds=11)
    deliver.deliver_due(here.at.shop)
    (ours,) = here.cards(Ours)
    assert "Ines" in ours.accessibleName()
    assert not here.view.composer.is_answering()


def test_undo_on_the_message_gives_the_text_back(here: Open) -> None:
    one = here.at.hear(ANGRY)
    here.show(one)
    counter.post(here.at.shop, one, Writing.typed("Half eight, Marta. Ines"))
    (going,) = here.cards(OnItsWay)
    going.undo.click()
    QApplication.processEvents()
    assert here.cards(OnItsWay) == []
    editor = here.view.composer.editor
    assert editor.writing().plain() == "Half eight, Marta. Ines" and editor.textCursor().atEnd()


def test_posting_while_one_is_on_its_way_is_refused_in_place_and_keeps_the_words(here: Open) -> None:
    one = here.at.hear(ANGRY)
    counter.post(here.at.shop, one, Writing.typed("First. Ines"))
    here.show(one)
    here.view.desk.post(Writing.typed("Second. Ines"), Channel.PUBLIC, False)
    assert here.view.bottom_bars.text("trouble").startswith("A reply to this is already on its way.")
    kept = drafts.load(here.at.shop.store, one, here.at.shop.me.id, Channel.PUBLIC)
    assert kept is not None and kept[0].plain() == "Second. Ines"


def test_a_draft_written_in_the_ending_dialog_is_here_too_but_not_over_what_was_typed_since(
    here: Open,
) -> None:
    one = here.at.hear(ANGRY)
    here.show(one)
    composer, shop = here.view.composer, here.at.shop
    counter.save_draft(shop, one, Channel.PUBLIC, Writing.typed("For anyone reading this later: a new tart."))
    here.view.take_drafts()
    assert composer.writing().plain() == "For anyone reading this later: a new tart."
    counter.post(shop, one, composer.writing())
    here.view.take_drafts()
    assert composer.writing().is_empty
    composer.set_writing(Writing.typed("Marta, I"), Channel.PUBLIC)  # typed, and not saved yet
    counter.save_draft(shop, one, Channel.PUBLIC, Writing.typed("Other words."))
    here.view.take_drafts()
    assert composer.writing().plain() == "Marta, I"


def test_drafts_are_kept_per_conversation_and_come_back(here: Open) -> None:
    one, two = here.at.hear(ANGRY), here.at.hear(f"{ANGRY} Me too.", "Jonas W.")
    here.show(one)
    here.read()
    here.key(Qt.Key.Key_R)
    QTest.keyClicks(here.focus, "Marta, I'm")
    here.show(two)
    assert here.view.composer.writing().is_empty
    here.show(one)
    assert here.view.composer.writing().plain() == "Marta, I'm"
    assert here.said("writing_changed") == [True, False]


def test_what_they_write_meanwhile_holds_the_reply_once(here: Open) -> None:
    one = here.at.hear(ANGRY)
    here.show(one)
    here.read()
    here.key(Qt.Key.Key_R)
    QTest.keyClicks(here.focus, "Marta, both ours. By noon. Ines")
    caret = here.view.composer.editor.textCursor().position()
    here.at.world.post_as("facebook", "Marta K.", "Still waiting.", parent=here.at.root(one))
    here.at.collect()
    QApplication.processEvents()
    assert here.view.bottom_bars.text("wrote") == "Marta wrote again just now."
    assert here.view.composer.writing().plain() == "Marta, both ours. By noon. Ines"
    assert here.view.composer.editor.textCursor().position() == caret
    here.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert here.said("replied") == [] and here.view.bottom_bars.text("wrote") == ""
    here.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(here.said("replied")) == 1


def test_cards_that_did_not_change_stay_the_same_widgets(here: Open) -> None:
    one = here.at.hear(ANGRY)
    here.show(one)
    (before,) = here.cards(Theirs)
    counter.add_note(here.at.shop, one, "Ask Tom")
    (after,) = here.cards(Theirs)
    assert after is before and len(here.cards(NoteCard)) == 1


def test_g_and_a_letter_and_enter_give_it_to_somebody(here: Open) -> None:
    with here.at.shop.store.writing():
        tom = people.add(here.at.shop.store, "Tom", Role.HELPER, here.at.clock.now())
    one = here.at.hear(ANGRY)
    here.show(one)
    here.read()
    here.key(Qt.Key.Key_G)
    popup = here.view.doing.popup
    assert isinstance(popup, PickList)
    QTest.keyClick(popup.list, Qt.Key.Key_T)
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    QApplication.processEvents()
    found = conversations.by_id(here.at.shop.store, one)
    assert found is not None and found.holder == tom.id
    assert here.said("toast_wanted")[-1].text == "Given to Tom"


def test_c_corrects_a_guess_with_one_letter(here: Open) -> None:
    one = here.at.hear(ANGRY)
    here.show(one)
    here.read()
    here.key(Qt.Key.Key_C)
    popup = here.view.doing.popup
    assert isinstance(popup, PickList)
    QTest.keyClick(popup.list, Qt.Key.Key_M)
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    found = conversations.by_id(here.at.shop.store, one)
    assert found is not None and found.kind is Kind.MIX_UP and not found.kind_is_guess
    assert complaints.by_id(here.at.shop.store, one) is None


def test_a_reminder_is_a_time_from_a_list(here: Open) -> None:
    one = here.at.hear(ANGRY)
    here.show(one)
    here.read()
    here.key(Qt.Key.Key_H)
    popup = here.view.doing.popup
    assert isinstance(popup, PickList)
    assert popup.list.item(0).text() == "In an hour · today, 11:00"
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    assert here.said("toast_wanted")[-1].text == "Back at today, 11:00"


def test_marked_fixed_because_they_told_us_opens_the_ask(here: Open) -> None:
    one = here.at.hear(ANGRY)
    here.at.answer(one, "Marta, raw: ours. A new one by noon. Ines")
    here.at.clock.forward(hours=3)
    here.at.world.post_as("facebook", "Marta K.", "Got it, all sorted.", parent=here.at.root(one))
    here.at.collect()
    here.show(one)
    here.read()
    here.key(Qt.Key.Key_F)
    popup = here.view.doing.popup
    assert isinstance(popup, HowFixed) and popup.how() is FixedHow.THEY_TOLD_US
    assert "Got it, all sorted." in popup.messages.currentItem().text()
    QTest.keyClick(popup, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert here.view.panel.isVisible() and not here.view.composer.isVisible()
    assert here.view.panel.title.text() == "Marta is happy. The post still looks like a complaint."
    assert here.view.panel.ask.button.isEnabled()
    here.view.panel.ask.button.click()
    assert here.said("make_it_show") == [(one, "ask")]
    assert "It’s fixed, but nobody can tell." in here.sentence()


def test_f_and_a_number_and_enter_mark_it_fixed(here: Open) -> None:
    one = here.at.hear(ANGRY)
    here.at.answer(one, "Marta, raw: ours. A new one by noon. Ines")
    here.show(one)
    here.read()
    here.key(Qt.Key.Key_F)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, HowFixed)
    assert [radio.text()[:3] for radio in popup.radios.values()] == ["1  ", "2  ", "3  "]
    QTest.keyClick(popup.focusWidget(), Qt.Key.Key_3)
    assert popup.how() is FixedHow.DONE_NO_WORD and popup.radios[FixedHow.DONE_NO_WORD].hasFocus()
    QTest.keyClick(popup.focusWidget(), Qt.Key.Key_Return)
    QApplication.processEvents()
    found = complaints.by_id(here.at.shop.store, one)
    assert found is not None and found.fixed_how is FixedHow.DONE_NO_WORD


def test_without_their_word_asking_is_not_open_and_says_why(here: Open) -> None:
    one = here.at.hear(ANGRY)
    counter.mark_fixed(here.at.shop, one, FixedHow.DONE_NO_WORD)
    here.show(one)
    assert not here.view.panel.ask.button.isEnabled()
    assert here.view.panel.ask.text.text() == "Marta hasn’t said it’s sorted. Ask how things are instead."
    here.read()
    here.key(Qt.Key.Key_R)
    assert here.view.composer.isVisible() and not here.view.panel.isVisible()


def test_an_ending_is_only_proposed_and_a_person_confirms_it(here: Open) -> None:
    one = here.at.hear(ANGRY)
    here.at.answer(one, "Marta, raw: ours. A new one by noon. Ines")
    counter.mark_fixed(here.at.shop, one, FixedHow.DONE_AND_RECEIVED)
    here.at.clock.forward(hours=3)
    text = "Update: they brought a new tart the same day. All sorted now, thank you."
    here.at.world.post_as("facebook", "Marta K.", text, parent=here.at.root(one))
    here.at.collect()
    here.show(one)
    assert "Is this the ending?" in here.view.top_bars.text("hint")
    stage = complaints.by_id(here.at.shop.store, one)
    assert stage is not None and stage.stage is Stage.FIXED
    here.view.doing.is_the_ending()
    QApplication.processEvents()
    stage = complaints.by_id(here.at.shop.store, one)
    assert stage is not None and stage.stage is Stage.SHOWN
    assert here.sentence() == "A passer-by sees: Marta K. saying it’s sorted."
    assert not here.view.panel.isVisible()


def test_facts_that_fit_stand_beside_the_message_and_go_into_the_text(here: Open) -> None:
    with here.at.shop.store.writing():
        fact = Fact("", "Raw tart", "Bases bake blind for 25 min.", ("tart",), "Priya", here.at.clock.now())
        shopbook.put_fact(here.at.shop.store, fact)
    here.show(here.at.hear(ANGRY))
    (card,) = here.view.cards.cards()
    assert (card.title, card.foot) == ("Raw tart", "Priya checked this 14 June")
    here.view.cards.inserted.emit(card.text)
    assert "25 min" in here.view.composer.writing().plain()


def test_the_shops_own_words_are_read_along_with_a_draft(here: Open) -> None:
    counter.put_voice(here.at.shop, Voice("", (), ("valued customer",)))
    counter.put_values(here.at.shop, [Value("Bread for the shelter", False), Value("Everyone's wedding")])
    here.show(here.at.hear(ANGRY))
    told = here.view.composer.scene().book
    assert (told.dont_say, told.kept_out) == (("valued customer",), ("Bread for the shelter",))


def test_a_private_conversation_has_no_passer_by(here: Open) -> None:
    here.show(here.at.hear("Is my order ready?", "Bram", is_public=False))
    assert not here.view.passer.isVisible()
    assert Channel.PUBLIC not in here.view.composer.context().channels


def test_somebody_elses_draft_is_announced_and_never_shown_as_mine(here: Open) -> None:
    one = here.at.hear(ANGRY)
    with here.at.shop.store.writing():
        priya = people.add(here.at.shop.store, "Priya", Role.HELPER, here.at.clock.now())
    drafts.save(
        here.at.shop.store, one, priya.id, Channel.PUBLIC, Writing.typed("Marta, I rang"), here.at.clock.now()
    )
    here.show(one)
    assert here.view.top_bars.text("draft") == "Priya has a draft here from 10:00."
    assert here.view.composer.writing().is_empty
    here.view.doing.read_draft(here.view.known.others[0])  # type: ignore[union-attr]
    assert here.view.top_bars.text("their draft") == "Priya’s draft: “Marta, I rang”"


def test_that_somebody_else_has_a_draft_stays_in_sight_while_one_writes(here: Open) -> None:
    one, store = here.at.hear(ANGRY), here.at.shop.store
    with store.writing():
        priya = people.add(store, "Priya", Role.HELPER, here.at.clock.now())
    drafts.save(store, one, priya.id, Channel.PUBLIC, Writing.typed("Marta, I rang"), here.at.clock.now())
    here.show(one)

    def ways() -> list[str]:
        bar = here.view.top_bars.bar("draft")
        assert bar is not None and bar.isVisibleTo(here.view)
        return [link.text() for link in bar.findChildren(LinkButton)]

    assert ways() == ["Read it", "Start your own", "Leave it to Priya"]
    here.read()
    here.key(Qt.Key.Key_R)
    assert here.view.is_writing and ways() == ["Read it", "Leave it to Priya"]
    here.view.notices.show(here.view.known)  # type: ignore[arg-type]
    assert ways() == ["Read it", "Leave it to Priya"], "and read again it stays"
    bar = here.view.top_bars.bar("draft")
    assert bar is not None
    bar.dismissed.emit()
    here.view._set_writing(False)
    assert here.view.top_bars.bar("draft") is None, "who put it away has read it"


@pytest.mark.parametrize("count", [3, 300])
def test_long_threads_open_at_the_newest_and_grow_upwards(here: Open, count: int, qtbot: Any) -> None:
    one = here.at.hear(ANGRY)
    root = here.at.root(one)
    for n in range(count):
        here.at.world.post_as("facebook", "Marta K.", f"And another thing, number {n}.", parent=root)
        here.at.clock.forward(seconds=5)
    here.at.collect()
    here.view.show_conversation(one)
    first = len(here.view.talk.cards())
    assert first <= 25
    qtbot.waitUntil(lambda: len(here.view.talk.cards()) in (count + 1, 240), timeout=20_000)
    assert here.view.talk.earlier.isVisible() == (count > 240)


def test_their_newest_words_are_in_sight_when_writing_begins(here: Open) -> None:
    one = here.at.hear(ANGRY)
    for n in range(12):
        here.at.world.post_as("facebook", "Marta K.", f"Number {n}. {ANGRY}", parent=here.at.root(one))
        here.at.clock.forward(seconds=5)
    here.at.collect()
    here.show(one)
    here.read()
    here.key(Qt.Key.Key_Home)
    here.key(Qt.Key.Key_R)
    newest = here.cards(Theirs)[-1]
    assert newest.item.post.text.startswith("Number 11.")
    assert newest.visibleRegion().boundingRect() == newest.rect()


def test_an_unsure_reply_offers_to_look_and_is_never_sent_by_itself(here: Open) -> None:
    one = here.at.hear(ANGRY)
    reply = counter.post(here.at.shop, one, Writing.typed("Marta, ours. By noon. Ines"))
    with here.at.shop.store.writing():
        outbox.claim(here.at.shop.store, reply.id, reply.not_before)
        outbox.unsure(here.at.shop.store, reply.id, "No answer came.")
    here.show(one)
    (card,) = here.cards(OnItsWay)
    assert card.state.text() == "We can’t tell if this went. Look before you send again."
    assert not card.undo.isVisible()
    here.view.doing.with_reply("send", reply)
    again = outbox.by_id(here.at.shop.store, reply.id)
    assert again is not None and again.state is ReplyState.WAITING


def test_the_place_is_asked_for_an_unsure_reply_where_no_draft_waits_behind_it(
    here: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = here.at.hear(ANGRY)
    reply = counter.post(here.at.shop, one, Writing.typed("Marta, ours. By noon. Ines"))
    with here.at.shop.store.writing():
        outbox.claim(here.at.shop.store, reply.id, reply.not_before)
        outbox.unsure(here.at.shop.store, reply.id, "No answer came.")
    here.show(one)
    lanes: list[str] = []
    at_once = here.view.background.run

    def run(*args: Any, lane: str = "quick", **more: Any) -> None:
        lanes.append(lane)
        at_once(*args, lane=lane, **more)

    monkeypatch.setattr(here.view.background, "run", run)
    here.view.doing.with_reply("there", reply)
    assert lanes[0] == "outbox"
    found = outbox.by_id(here.at.shop.store, reply.id)
    assert found is not None and found.state is ReplyState.POSTED


def test_only_web_addresses_are_ever_opened(here: Open) -> None:
    from ui.elsewhere import open_url

    assert not open_url("file:///etc/passwd")
    assert not open_url("javascript:alert(1)")
    assert not open_url("")


def test_opening_conversations_one_after_the_other_comes_to_rest_at_the_last(
    at_counter: Counter, look: Theme, qtbot: QtBot
) -> None:
    first, second = at_counter.hear(ANGRY), at_counter.hear(f"{ANGRY} Me too.", "Jonas W.")
    counter.save_draft(at_counter.shop, second, Channel.PUBLIC, Writing.typed("Jonas, I'm"))
    background = Background(at_counter.shop.changes)
    view = ConversationView(at_counter.shop, background, Window())
    begun = view._revision
    try:
        view.resume_conversation(first)
        view.resume_conversation(second)
        view.resume_conversation(second)
        qtbot.waitUntil(lambda: view.known is not None and view.known.one.id == second)
        assert view.composer.editor.writing().plain() == "Jonas, I'm"
        assert view._revision == begun + 3
    finally:
        background.close()
        view.deleteLater()
        QApplication.processEvents()


def test_a_draft_stays_with_whom_it_is_of_when_somebody_else_takes_the_counter(here: Open) -> None:
    shop = here.at.shop
    ines = shop.me
    with shop.store.writing():
        tom = people.add(shop.store, "Tom", Role.HELPER, shop.clock.now(), sign_off="Tom at the counter")
    one = here.at.hear(ANGRY)
    here.show(one)
    here.read()
    here.key(Qt.Key.Key_R)
    QTest.keyClicks(here.focus, "Marta, I'm")
    shop.set_person(tom)
    here.window.settings_changed.emit("last_person")
    QApplication.processEvents()
    kept = drafts.load(shop.store, one, ines.id, Channel.PUBLIC)
    assert kept is not None and kept[0].plain() == "Marta, I'm"
    assert drafts.load(shop.store, one, tom.id, Channel.PUBLIC) is None
    composer = here.view.composer
    assert composer.writing(Channel.PUBLIC).is_empty and not composer.is_answering()
    assert (composer.context().person_name, composer.context().sign_off) == ("Tom", tom.sign_off)
    shop.set_person(ines)
    QApplication.processEvents()
    assert composer.writing(Channel.PUBLIC).plain() == "Marta, I'm"


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (Limits(0, False, False, False, False),
         "Nothing without asking. Naming a cause and anything serious: ask Ines."),
        (Limits(0, False, True, True, False),
         "A replacement or bringing it round. Money back, naming a cause and anything serious: ask Ines."),
        (Limits(12.5, True, True, False, True), "A replacement or up to €12.50 back."),
        (Limits(30, True, False, False, True), "Up to €30 back."),
    ],
)  # fmt: skip
def test_the_limits_card_says_what_may_be_promised_in_words(here: Open, limits: Limits, said: str) -> None:
    shop = here.at.shop
    with shop.store.writing():
        tom = people.add(shop.store, "Tom", Role.HELPER, shop.clock.now())
        people.put_limits(shop.store, tom.id, limits)
    shop.set_person(tom)
    known = facts.read(shop, here.at.hear(ANGRY))
    assert known is not None
    assert facts.may_promise(known) == said


def test_what_came_while_another_page_stood_in_front_is_read_once_it_is_seen(here: Open) -> None:
    one = here.at.hear("The base was raw dough. Eleven people, no pudding.")
    shop = here.at.shop

    def is_unread() -> bool:
        return shop.store.value("select count(*) from reads where conversation = ?", (one,)) == 0

    here.view.hide()
    here.show(one)
    here.view._read_timer.timeout.emit()
    here.view._read_timer.stop()
    assert is_unread()
    here.view.show()
    assert here.view._read_timer.isActive()
    here.view._read_timer.timeout.emit()
    QApplication.processEvents()
    assert not is_unread()


def test_behind_another_page_it_is_read_again_only_when_it_is_seen(here: Open, qtbot: QtBot) -> None:
    one = here.at.hear("The base was raw dough. Eleven people, no pudding.")
    pages, other = QStackedWidget(), QWidget()
    qtbot.addWidget(pages)
    pages.addWidget(here.view)
    pages.addWidget(other)
    pages.show()
    here.show(one)
    pages.setCurrentWidget(other)
    counter.add_note(here.at.shop, one, "Rang them.")
    counter.add_note(here.at.shop, one, "Rang again.")
    assert here.cards(NoteCard) == []
    pages.setCurrentWidget(here.view)
    QApplication.processEvents()
    assert len(here.cards(NoteCard)) == 2
    here.view.setParent(None)


def test_what_somebody_answered_from_a_phone_is_shown_where_ours_waits(here: Open) -> None:
    one = here.at.hear("Where is my cake? Nobody called back.")
    counter.post(here.at.shop, one, Writing.typed("On its way. Ines"))
    here.at.world.post_ours_elsewhere("facebook", here.at.root(one), "It left at nine, Marta. Priya")
    here.at.clock.forward(seconds=11)
    deliver.deliver_due(here.at.shop)
    here.show(one)
    (held,) = here.cards(OnItsWay)
    assert held.state.text() == "Somebody answered Marta K. on Facebook while this waited. Yours is kept here."
    shown = list[str]()
    here.view.talk.show_key = shown.append  # type: ignore[method-assign]
    buttons = {button.text(): button for button in held.findChildren(Button)}
    assert list(buttons) == ["Read the answer", "Edit", "Post mine too"]
    buttons["Read the answer"].click()
    (phone,) = [card.item for card in here.cards(Ours)]
    assert shown == [phone.key]
