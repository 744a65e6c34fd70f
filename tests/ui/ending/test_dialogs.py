"""Making an ending show: asking with its guards, saying it ourselves, confirming it, and leaving it standing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import asks, complaints, counter, deliver, drafts, outbox, posts, shopbook
from desktop.records import (
    Channel,
    Fact,
    FixedHow,
    Limits,
    ProofKind,
    Purpose,
    Reply,
    ReplyState,
    Stage,
    StandingReason,
)
from desktop.writing import Writing
from tests.fixtures_shop import Counter
from ui.background import AtOnce
from ui.ending import EndingDialog, LeaveStandingDialog, MarkFixedDialog, Tab
from ui.ending.shows_tab import is_link
from ui.theme.focus import FocusRing
from ui.widgets.buttons import LinkButton

RAW = "Cake box crushed flat on one side, icing all over the lid. My daughter saw it before I could hide it."
ASK = "Omar, would you add a line under your post about the crushed box, good or bad, your words? Ines"
UPDATE = "An update on the crushed cake box: a new cake went out on Monday. Ines"


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


def answered(at: Counter, place: str = "facebook") -> str:
    at.place = place
    one = at.hear(RAW, "Omar S.", stars=1 if place == "google" else None)
    at.answer(one, "The box was ours to tape and we didn't. I'm baking her a new one. Ines")
    at.clock.forward(minutes=30)
    return one


def told_us(at: Counter, place: str = "facebook") -> str:
    one = answered(at, place)
    told = they_say(at, one, "All sorted, and tell Priya thank you.", is_public=place == "google")
    counter.mark_fixed(at.shop, one, FixedHow.THEY_TOLD_US, told)
    return one


def they_say(at: Counter, one: str, text: str, *, is_public: bool = True) -> str:
    at.world.post_as(at.place, "Omar S.", text, parent=at.root(one), is_public=is_public)
    at.collect()
    return posts.thread(at.shop.store, one)[-1].id


def open_dialog(at: Counter, qtbot: Any, one: str, tab: Tab = Tab.ASK, **more: Any) -> EndingDialog:
    background = AtOnce(at.shop.changes)
    dialog = EndingDialog(at.shop, background, one, tab, **more)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog, before_close_func=lambda _dialog: background.close())
    dialog.open()
    dialog.resize(928, 620)
    settle()
    return dialog


def stage(at: Counter, one: str) -> Stage:
    found = complaints.by_id(at.shop.store, one)
    assert found
    return found.stage


def write(dialog: EndingDialog, text: str) -> None:
    """Everything that stands there is replaced by these words."""
    writer = dialog.ask_tab if dialog.tab is Tab.ASK else dialog.say_tab
    editor = writer.composer.editor
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, text) if text.isascii() else editor.insertPlainText(text)
    settle()


def test_at_the_largest_size_it_fits_a_low_screen_and_the_line_that_is_written_stays_in_sight(
    at_counter: Counter, look: Any, qtbot: Any
) -> None:
    look.set_text_scale(1.6)
    dialog = open_dialog(at_counter, qtbot, told_us(at_counter), Tab.SAY)
    dialog.resize(1000, 660)
    settle()
    assert dialog.height() <= 660 and dialog.width() <= 1000
    composer = dialog.say_tab.composer
    for _ in range(12):
        QTest.keyClicks(composer.editor, "one more line")
        QTest.keyClick(composer.editor, Qt.Key.Key_Return)
        settle()
        assert composer.editor.viewport().visibleRegion().contains(composer.editor.cursorRect().center())
    button = composer.post_button
    assert button.isVisible() and button.visibleRegion().boundingRect() == button.rect()


# ---- asking -------------------------------------------------------------------------------------------


def test_an_ask_goes_as_a_private_message_and_moves_the_card_once_it_left(
    at_counter: Counter, look: Any, qtbot: Any
) -> None:
    one = told_us(at_counter)
    with at_counter.shop.store.writing():  # open Tuesday to Sunday: today, tomorrow and Tuesday are three days
        shopbook.put_hours(at_counter.shop.store, [(day, "07:00", "16:00") for day in range(1, 7)])
    dialog = open_dialog(at_counter, qtbot, one)
    gone: list[Reply] = []
    dialog.posted.connect(gone.append)
    assert dialog.windowTitle() == "Make the ending show: Omar S."
    assert dialog.head_text.text() == "Facebook, public post, 14 June. Fixed 14 June."
    assert dialog.ask_tab.lead.text() == "Goes as a private message, so nobody is put on the spot."
    assert dialog.foot_line.text() == "If there’s no word by Tuesday 17 June, we’ll suggest saying it yourselves."
    write(dialog, ASK)
    dialog.ask_tab.composer.post_button.click()
    settle()
    assert [(r.purpose, r.is_public, r.text) for r in gone] == [(Purpose.ASK, False, ASK)]
    assert stage(at_counter, one) is Stage.FIXED  # it has not left yet
    at_counter.clock.forward(seconds=11)
    deliver.deliver_due(at_counter.shop)
    assert stage(at_counter, one) is Stage.ASKED


def test_what_somebody_else_is_on_can_be_taken_over_there_and_is_posted_by_pressing_again(
    at_counter: Counter, look: Any, qtbot: Any
) -> None:
    one, shop = told_us(at_counter), at_counter.shop
    ines, tom = shop.me, counter.add_person(shop, "Tom")
    dialog = open_dialog(at_counter, qtbot, one)
    shop.set_person(tom)
    counter.take_it_over(shop, one)
    shop.set_person(ines)
    gone: list[Reply] = []
    dialog.posted.connect(gone.append)
    write(dialog, ASK)
    dialog.ask_tab.composer.post_button.click()
    settle()
    (take,) = [link for link in dialog.trouble.findChildren(LinkButton) if link.text() == "Take it over"]
    assert dialog.trouble.isVisible() and not gone
    take.click()
    settle()
    claim = counter.who_is_on_it(shop, one)
    assert claim is not None and claim.person == ines.id
    assert not dialog.trouble.isVisible() and dialog.isVisible() and not gone, "nothing goes by itself"
    dialog.ask_tab.composer.post_button.click()
    settle()
    assert [reply.text for reply in gone] == [ASK]


def test_three_ticks_stand_under_an_ask(at_counter: Counter, look: Any, qtbot: Any) -> None:
    dialog = open_dialog(at_counter, qtbot, told_us(at_counter))
    assert [(tick.holds, tick.words.text()) for tick in dialog.ask_tab.ticks] == [
        (True, "Omar told you it’s sorted: “All sorted, and tell Priya thank you.”"),
        (True, "Nothing is offered in return for what Omar posts."),
        (True, "You haven’t asked before. We’ll only suggest asking once."),
    ]


def test_blanks_hold_an_ask_back(at_counter: Counter, look: Any, qtbot: Any) -> None:
    one = told_us(at_counter)
    dialog = open_dialog(at_counter, qtbot, one)
    button = dialog.ask_tab.composer.post_button
    assert button.text().startswith("Fill ") and button.text().endswith("to send")
    button.click()
    settle()
    assert dialog.isVisible()
    assert outbox.pending(at_counter.shop.store) == ()


def test_who_has_not_said_that_it_is_sorted_is_not_asked(at_counter: Counter, look: Any, qtbot: Any) -> None:
    one = answered(at_counter)
    counter.mark_fixed(at_counter.shop, one, FixedHow.DONE_NO_WORD)
    dialog = open_dialog(at_counter, qtbot, one)
    write(dialog, ASK)
    tick = dialog.ask_tab.ticks[0]
    assert (tick.holds, tick.words.text()) == (
        False,
        "Omar hasn’t said it’s sorted. Ask how things are instead.",
    )
    assert dialog.blocked.text() == "Omar hasn’t said it’s sorted"
    assert not dialog.ask_tab.composer.post_button.isVisible()
    dialog.blocked.click()
    QTest.keySequence(dialog.ask_tab.composer.editor, QKeySequence("Ctrl+Return"))
    settle()
    assert dialog.isVisible()
    assert outbox.pending(at_counter.shop.store) == ()


def test_asking_twice_is_not_offered(at_counter: Counter, look: Any, qtbot: Any) -> None:
    one = told_us(at_counter)
    at_counter.answer(one, ASK, Channel.PRIVATE, purpose=Purpose.ASK)
    dialog = open_dialog(at_counter, qtbot, one)
    tick = dialog.ask_tab.ticks[2]
    assert (tick.holds, tick.words.text()) == (False, "You asked on 14 June. Asking twice feels like pushing.")
    assert dialog.blocked.text() == "You asked on 14 June"


def test_an_ask_that_is_still_on_its_way_counts(at_counter: Counter, look: Any, qtbot: Any) -> None:
    one = told_us(at_counter)
    going = counter.post(
        at_counter.shop, one, Writing.typed(ASK), channel=Channel.PRIVATE, purpose=Purpose.ASK
    )
    dialog = open_dialog(at_counter, qtbot, one)
    tick = dialog.ask_tab.ticks[2]
    assert (tick.holds, tick.words.text()) == (False, "You have asked: it’s on its way.")
    assert dialog.blocked.text() == "You have asked"
    counter.take_back(at_counter.shop, going.id)
    assert open_dialog(at_counter, qtbot, one).ask_tab.ticks[2].holds


def test_a_gift_tied_to_a_post_breaks_its_tick_and_can_be_taken_out(
    at_counter: Counter, look: Any, qtbot: Any
) -> None:
    dialog = open_dialog(at_counter, qtbot, told_us(at_counter))
    write(dialog, "Omar, would you add a line under your post, and there's a free loaf in it for you. Ines")
    dialog.ask_tab.composer.post_button.click()
    settle()
    tick = dialog.ask_tab.ticks[1]
    assert not tick.holds
    assert tick.words.text().startswith("Don't tie a gift to what they post. Put it right first.")
    assert outbox.pending(at_counter.shop.store) == ()
    from ui.widgets.buttons import LinkButton

    out = next(link for link in tick.findChildren(LinkButton) if link.text() == "Take out the offer")
    out.click()
    qtbot.waitUntil(lambda: dialog.ask_tab.ticks[1].holds, timeout=4000)
    assert "free loaf" not in dialog.ask_tab.composer.writing().plain()


def test_where_there_are_no_private_messages_the_ask_is_public_and_says_so(
    at_counter: Counter, look: Any, qtbot: Any
) -> None:
    from dataclasses import replace

    one = told_us(at_counter, "google")
    dialog = open_dialog(at_counter, qtbot, one)
    known = dialog.known
    assert known
    context = replace(known.ask.context, channels=(Channel.PUBLIC,))
    public = replace(known, ask=replace(known.ask, channel=Channel.PUBLIC, context=context))
    dialog.ask_tab.set_known(public, is_online=True)
    assert dialog.ask_tab.lead.text() == "Goes as a public reply: Google has no private messages here."
    assert dialog.ask_tab.composer.channel() is Channel.PUBLIC


def test_offline_the_ask_goes_into_the_outbox(at_counter: Counter, look: Any, qtbot: Any) -> None:
    dialog = open_dialog(at_counter, qtbot, told_us(at_counter), is_online=False)
    write(dialog, ASK)
    assert dialog.ask_tab.composer.post_button.text() == "Put in outbox"


# ---- saying it ourselves ------------------------------------------------------------------------------------


def test_our_own_update_goes_out_in_public_and_is_the_ending(at_counter: Counter, look: Any, qtbot: Any) -> None:
    one = answered(at_counter)
    counter.mark_fixed(at_counter.shop, one, FixedHow.DONE_AND_RECEIVED)
    dialog = open_dialog(at_counter, qtbot, one, Tab.SAY)
    assert dialog.say_tab.lead.text().startswith("Goes under the complaint, in public.")
    write(dialog, UPDATE)
    dialog.say_tab.composer.post_button.click()
    settle()
    pending = outbox.pending(at_counter.shop.store)
    assert [(r.purpose, r.is_public, r.state) for r in pending] == [(Purpose.ENDING, True, ReplyState.WAITING)]
    at_counter.clock.forward(seconds=11)
    deliver.deliver_due(at_counter.shop)
    assert stage(at_counter, one) is Stage.SHOWN
    assert at_counter.ours_on_the_page(one)[-1] == UPDATE


def test_a_second_reply_under_way_is_said_and_nothing_is_lost(at_counter: Counter, look: Any, qtbot: Any) -> None:
    one = answered(at_counter)
    counter.mark_fixed(at_counter.shop, one, FixedHow.DONE_AND_RECEIVED)
    counter.post(at_counter.shop, one, Writing.typed("One on its way. Ines"))
    dialog = open_dialog(at_counter, qtbot, one, Tab.SAY)
    write(dialog, UPDATE)
    dialog.say_tab.composer.post_button.click()
    settle()
    assert dialog.isVisible()
    assert dialog.trouble.text() == "A reply to this is already on its way."
    assert dialog.say_tab.composer.writing().plain() == UPDATE


def test_what_was_written_is_kept_and_an_untouched_starter_is_not(at_counter: Counter, look: Any, qtbot: Any) -> None:
    one = answered(at_counter)
    counter.mark_fixed(at_counter.shop, one, FixedHow.DONE_AND_RECEIVED)
    open_dialog(at_counter, qtbot, one, Tab.SAY).close()
    assert drafts.of_conversation(at_counter.shop.store, one) == ()
    dialog = open_dialog(at_counter, qtbot, one, Tab.SAY)
    write(dialog, UPDATE)
    dialog.close_button.click()
    assert [kept.writing.plain() for kept in drafts.of_conversation(at_counter.shop.store, one)] == [UPDATE]
    again = open_dialog(at_counter, qtbot, one, Tab.SAY)
    assert again.say_tab.composer.writing().plain() == UPDATE


def test_the_previews_say_what_would_change(at_counter: Counter, look: Any, qtbot: Any) -> None:
    dialog = open_dialog(at_counter, qtbot, told_us(at_counter))
    assert dialog.before._note == "Nothing here says it was put right."
    assert (dialog.after._title, dialog.after._note) == ("If Omar adds a line", "Omar, saying how it ended")
    dialog.show_tab(Tab.SAY)
    assert dialog.after._note == "Corner Shop, saying how it ended"
    assert not dialog.foot_line.isVisible()


def test_what_they_have_said_since_is_in_the_picture_of_today(at_counter: Counter, look: Any, qtbot: Any) -> None:
    one = told_us(at_counter)
    they_say(at_counter, one, "All sorted now, thank you.")
    dialog = open_dialog(at_counter, qtbot, one)
    assert [line.text for line in dialog.before._lines][-1] == "All sorted now, thank you."
    assert dialog.before._note == "Looks like they said it’s sorted. One of you decides."


# ---- it shows already -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://quay.example/post/1", True),
        ("http://quay.example", True),
        ("quay.example/post/1", False),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("", False),
    ],
)
def test_only_what_a_browser_can_open_is_a_link(text: str, is_one: bool) -> None:
    assert is_link(text) is is_one


def test_a_link_becomes_the_proof_with_the_words_that_were_told(at_counter: Counter, look: Any, qtbot: Any) -> None:
    one = answered(at_counter)
    dialog = open_dialog(at_counter, qtbot, one, Tab.SHOWS)
    tab = dialog.shows_tab
    tab.link.setText("here it is")
    assert dialog.confirm.text() == "That doesn’t look like a link"
    dialog.confirm.click()
    assert stage(at_counter, one) is Stage.ANSWERED
    tab.link.setText("https://quay.example/post/1")
    tab.kinds[2].setChecked(True)
    tab.words.setText("A new cake went out on Monday.")
    dialog.confirm.click()
    settle()
    proof = complaints.proof(at_counter.shop.store, one)
    assert proof and (proof.kind, proof.link, proof.words) == (
        ProofKind.OUR_UPDATE,
        "https://quay.example/post/1",
        "A new cake went out on Monday.",
    )
    assert stage(at_counter, one) is Stage.SHOWN


def test_only_public_messages_are_offered_as_endings(at_counter: Counter, look: Any, qtbot: Any) -> None:
    one = answered(at_counter)
    they_say(at_counter, one, "Privately: all fine.", is_public=False)
    told = they_say(at_counter, one, "Got the new one. She was thrilled.")
    dialog = open_dialog(at_counter, qtbot, one, Tab.SHOWS)
    tab = dialog.shows_tab
    offered = [tab.posts.item(row).text() for row in range(tab.posts.count())]
    assert len(offered) == 2 and offered[0].startswith("Omar S., 14 June: “Got the new one.")
    assert dialog.confirm.text() == "Pick it or paste a link"
    tab.posts.setCurrentRow(0)
    assert dialog.confirm.text() == "Yes, that’s it"
    undone: list[Any] = []
    dialog.acted.connect(undone.append)
    dialog.confirm.click()
    settle()
    proof = complaints.proof(at_counter.shop.store, one)
    assert proof and (proof.kind, proof.post) == (ProofKind.THEIR_REPLY, told)
    undone[0].take_back(at_counter.shop)
    assert stage(at_counter, one) is Stage.ANSWERED


def test_a_proposed_ending_is_one_press_away(at_counter: Counter, look: Any, qtbot: Any) -> None:
    one = answered(at_counter)
    told = they_say(at_counter, one, "All sorted now, thank you.")
    dialog = open_dialog(at_counter, qtbot, one, Tab.SHOWS)
    tab = dialog.shows_tab
    assert tab.hint_lead.text() == "Looks like Omar said it’s sorted:"
    tab.yes.click()
    settle()
    proof = complaints.proof(at_counter.shop.store, one)
    assert proof and proof.post == told


@pytest.mark.parametrize("typed", ["a link", "a message", "what was proposed"])
def test_ctrl_and_enter_says_that_it_shows_already(at_counter: Counter, look: Any, qtbot: Any, typed: str) -> None:
    one = answered(at_counter)
    if typed != "a link":
        they_say(at_counter, one, "All sorted now, thank you." if typed == "what was proposed" else "Got the new one.")
    dialog = open_dialog(at_counter, qtbot, one, Tab.SHOWS)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None and dialog.focusWidget().hasFocus())
    if typed == "a message":
        qtbot.keyClick(dialog.shows_tab.posts, Qt.Key.Key_Down)
    elif typed == "a link":
        dialog.shows_tab.link.setFocus()
        qtbot.keyClicks(dialog.shows_tab.link, "https://quay.example/post/1")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert stage(at_counter, one) is Stage.SHOWN


def test_no_means_no_and_the_dialog_stays(at_counter: Counter, look: Any, qtbot: Any) -> None:
    one = answered(at_counter)
    they_say(at_counter, one, "All sorted now, thank you.")
    dialog = open_dialog(at_counter, qtbot, one, Tab.SHOWS)
    dialog.shows_tab.no.click()
    settle()
    found = complaints.by_id(at_counter.shop.store, one)
    assert found and found.hint_post == ""
    assert dialog.isVisible()


# ---- marking fixed -----------------------------------------------------------------------------------------------


def mark_dialog(at: Counter, qtbot: Any, one: str) -> MarkFixedDialog:
    background = AtOnce(at.shop.changes)
    dialog = MarkFixedDialog(at.shop, background, one)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog, before_close_func=lambda _dialog: background.close())
    dialog.open()
    settle()
    return dialog


@pytest.mark.parametrize(("key", "how"), list(zip("123", FixedHow, strict=True)))
def test_one_two_three_and_enter_mark_it_fixed(
    at_counter: Counter, look: Any, qtbot: Any, key: str, how: FixedHow
) -> None:
    one = answered(at_counter)
    dialog = mark_dialog(at_counter, qtbot, one)
    acted: list[Any] = []
    dialog.acted.connect(acted.append)
    qtbot.keyClick(dialog, getattr(Qt.Key, f"Key_{key}"))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    settle()
    found = complaints.by_id(at_counter.shop.store, one)
    assert found and (found.stage, found.fixed_how) == (Stage.FIXED, how)
    assert acted[0].text == "Marked fixed"


def test_the_message_in_which_they_told_us_is_kept_as_the_reason(at_counter: Counter, look: Any, qtbot: Any) -> None:
    one = answered(at_counter)
    they_say(at_counter, one, "All sorted, and tell Priya thank you.", is_public=False)
    they_say(at_counter, one, "And the candles!", is_public=False)
    dialog = mark_dialog(at_counter, qtbot, one)
    assert dialog.how() is FixedHow.THEY_TOLD_US
    offered = [dialog.messages.item(row).text() for row in range(dialog.messages.count())]
    assert offered[0].endswith("“And the candles!”") and offered[0].startswith("Privately, ")
    dialog.messages.setCurrentRow(1)
    dialog.mark.click()
    settle()
    found = complaints.by_id(at_counter.shop.store, one)
    assert found and found.fixed_words == "All sorted, and tell Priya thank you."


def test_who_has_not_written_since_is_not_the_first_choice(at_counter: Counter, look: Any, qtbot: Any) -> None:
    dialog = mark_dialog(at_counter, qtbot, answered(at_counter))
    assert dialog.how() is FixedHow.DONE_AND_RECEIVED
    assert not dialog.messages.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_was_written_stays_of_who_wrote_it_when_somebody_else_takes_the_counter(
    at_counter: Counter, look: Any, qtbot: Any
) -> None:
    shop, one = at_counter.shop, told_us(at_counter)
    ines, tom = shop.me, counter.add_person(shop, "Tom")
    dialog = open_dialog(at_counter, qtbot, one)
    channel = dialog.ask_tab.composer.channel()
    dialog.ask_tab.composer.editor.selectAll()
    qtbot.keyClicks(dialog.ask_tab.composer.editor, ASK)
    shop.set_person(tom)
    dialog.close()
    settle()
    kept = drafts.load(shop.store, one, ines.id, channel)
    assert kept is not None and kept[0].plain() == ASK
    assert drafts.load(shop.store, one, tom.id, channel) is None


def test_what_is_past_a_limit_waits_for_the_owner_beside_the_thread(
    at_counter: Counter, look: Any, qtbot: Any
) -> None:
    shop, one = at_counter.shop, told_us(at_counter)
    tom = counter.add_person(shop, "Tom")
    shop.set_person(tom)
    dialog = open_dialog(at_counter, qtbot, one)
    asked: list[object] = []
    dialog.conversation_wanted.connect(asked.append)
    words = "Marta, it was because two trays went in together. Would you write how it ended? Tom"
    dialog.ask_tab.composer.editor.selectAll()
    qtbot.keyClicks(dialog.ask_tab.composer.editor, words)
    dialog.ask_tab.composer.ask()
    settle()
    (ask,) = asks.waiting(shop.store)
    assert (ask.writing.plain(), ask.purpose, ask.person_name) == (words, Purpose.ASK, "Tom")
    assert asked == [one] and not dialog.isVisible()
    assert drafts.load(shop.store, one, tom.id, ask.channel) is None


def told_book(at: Counter) -> None:
    """Open Tuesday to Sunday, 7 to 16; a fact that nobody has checked for eight months."""
    old = at.clock.now() - timedelta(days=240)
    with at.shop.store.writing():
        shopbook.put_hours(at.shop.store, [(day, "07:00", "16:00") for day in range(1, 7)])
        shopbook.put_fact(at.shop.store, Fact("", "Cake boxes", "We tape all 4 sides, twice.", (), "Ines", old))


def test_the_coach_of_an_ending_goes_by_the_shop_book(at_counter: Counter, look: Any, qtbot: Any) -> None:
    told_book(at_counter)
    dialog = open_dialog(at_counter, qtbot, told_us(at_counter), Tab.SAY)
    wanted: list[str] = []
    dialog.book_wanted.connect(lambda: wanted.append("book"))
    write(dialog, "An update on the crushed box: it waits here, we open at 10:00. Ines")
    qtbot.waitUntil(lambda: dialog.say_tab.findings.titles() == ("The Shop book says it opens at 07:00",))
    link = next(one for one in dialog.findChildren(LinkButton) if one.text() == "Correct the Shop book")
    link.click()
    settle()
    assert wanted == ["book"] and not dialog.isVisible()


def test_an_old_fact_in_an_ending_is_checked_there_and_can_be_undone(
    at_counter: Counter, look: Any, qtbot: Any
) -> None:
    told_book(at_counter)
    dialog = open_dialog(at_counter, qtbot, told_us(at_counter), Tab.SAY)
    undos: list[Any] = []
    dialog.acted.connect(undos.append)
    write(dialog, "An update on the crushed box: our cake boxes get tape on all 4 sides, twice. Ines")
    qtbot.waitUntil(lambda: dialog.say_tab.findings.titles() == ("That fact is 8 months old",))
    next(one for one in dialog.findChildren(LinkButton) if one.text() == "It's still right").click()
    settle()
    (fact,) = shopbook.facts(at_counter.shop.store)
    assert fact.checked_at == at_counter.clock.now() and dialog.isVisible()
    assert dialog.say_tab.findings.titles() == ()
    undos[-1].take_back(at_counter.shop)
    assert shopbook.facts(at_counter.shop.store)[0].checked_at < at_counter.clock.now()


def test_a_stopped_check_and_what_is_public_already_are_left_alone_in_an_ending(
    at_counter: Counter, look: Any, qtbot: Any
) -> None:
    shop, one = at_counter.shop, told_us(at_counter)
    update = "An update on the crushed box for Omar S.: a new cake went out on Monday"
    dialog = open_dialog(at_counter, qtbot, one, Tab.SAY)
    write(dialog, f"{update}!! Ines")
    qtbot.waitUntil(lambda: dialog.say_tab.findings.titles() == ("A bit bright for this one",))
    dialog.close()
    counter.stop_check(shop, "c-bright")
    again = open_dialog(at_counter, qtbot, one, Tab.SAY)
    write(again, f"{update}!! THAT WAS LATE. Ines")
    qtbot.waitUntil(lambda: again.say_tab.findings.titles() == ("Capital letters shout",))


# ---- leaving it standing ------------------------------------------------------------------------------------------


def standing_dialog(at: Counter, qtbot: Any, one: str) -> LeaveStandingDialog:
    background = AtOnce(at.shop.changes)
    dialog = LeaveStandingDialog(at.shop, background, one)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog, before_close_func=lambda _dialog: background.close())
    dialog.open()
    settle()
    return dialog


def test_leaving_needs_a_reason_and_other_needs_a_line(at_counter: Counter, look: Any, qtbot: Any) -> None:
    one = answered(at_counter)
    dialog = standing_dialog(at_counter, qtbot, one)
    assert dialog.leave.text() == "Pick a reason"
    dialog.leave.click()
    assert stage(at_counter, one) is Stage.ANSWERED
    dialog.radios[-1].setChecked(True)
    assert dialog.leave.text() == "Say why in a line"
    dialog.note.setText("Moved abroad")
    assert dialog.leave.text() == "Leave it standing"
    dialog.leave.click()
    settle()
    found = complaints.by_id(at_counter.shop.store, one)
    assert found and (found.standing_reason, found.standing_note) == (StandingReason.OTHER, "Moved abroad")


def test_a_number_picks_a_reason_and_the_keyboard_is_seen_on_it(at_counter: Counter, look: Any, qtbot: Any) -> None:
    one = answered(at_counter)
    dialog = standing_dialog(at_counter, qtbot, one)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.radios[0].hasFocus)
    assert [radio.text()[:3] for radio in dialog.radios] == [f"{n}  " for n in range(1, len(dialog.radios) + 1)]
    ring = QApplication.instance().findChild(FocusRing)  # type: ignore[union-attr]
    assert ring is not None
    qtbot.keyClick(dialog.windowHandle(), Qt.Key.Key_1)
    assert dialog.radios[0].isChecked() and ring.around() is dialog.radios[0]
    qtbot.keyClick(dialog.windowHandle(), Qt.Key.Key_3)
    assert dialog.reason() is StandingReason.CANT_BE_PUT_RIGHT and ring.around() is dialog.radios[2]
    qtbot.keyClick(dialog.windowHandle(), Qt.Key.Key_6)
    qtbot.keyClicks(dialog.focusWidget(), "1 bike, gone")
    assert dialog.note.text() == "1 bike, gone" and dialog.reason() is StandingReason.OTHER
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert stage(at_counter, one) is Stage.STANDING


@pytest.mark.parametrize("write_it", [True, False])
def test_without_a_public_word_of_ours_one_is_offered_first(
    at_counter: Counter, look: Any, qtbot: Any, write_it: bool
) -> None:
    one = at_counter.hear(RAW, "Omar S.")
    dialog = standing_dialog(at_counter, qtbot, one)
    wanted: list[Any] = []
    dialog.write_wanted.connect(wanted.append)
    dialog.radios[0].setChecked(True)
    dialog.leave.click()
    assert dialog.windowTitle() == "Leave a last word first?"
    assert dialog.head_text.text() == "Nobody who reads this will know your side."
    (dialog.leave if write_it else dialog.cancel).click()
    settle()
    assert wanted == ([one] if write_it else [])
    assert stage(at_counter, one) is (Stage.NO_ANSWER if write_it else Stage.STANDING)


def test_nothing_is_cut_off_in_large_text(at_counter: Counter, look: Any, qtbot: Any) -> None:
    one = told_us(at_counter)
    look.set_text_scale(1.3)
    dialog = open_dialog(at_counter, qtbot, one)
    for tab in Tab:
        dialog.show_tab(tab)
        settle()
        for label in (dialog.head_title, dialog.head_text, dialog.foot_line, *(t.words for t in dialog.ask_tab.ticks)):
            if label.isVisible():
                assert label.height() >= label.heightForWidth(label.width()), label.text()
        for button in (*dialog.tabs, dialog.close_button, dialog.confirm):
            if button.isVisible():
                assert button.width() >= button.sizeHint().width(), button.text()


@pytest.mark.parametrize(("tab", "purpose"), [(Tab.ASK, Purpose.ASK), (Tab.SAY, Purpose.ENDING)])
def test_who_may_not_show_an_ending_alone_asks_with_the_words_as_they_are(
    at_counter: Counter, qtbot: Any, tab: Tab, purpose: Purpose
) -> None:
    shop, one = at_counter.shop, told_us(at_counter)
    tom = counter.add_person(shop, "Tom")
    counter.set_limits(shop, tom.id, Limits(may_show_ending=False))
    shop.set_person(tom)
    dialog = open_dialog(at_counter, qtbot, one, tab)
    composer = (dialog.ask_tab if tab is Tab.ASK else dialog.say_tab).composer
    composer.set_writing(Writing.typed(ASK if tab is Tab.ASK else UPDATE), composer.channel())
    settle()
    assert composer.post_button.text() == "Ask Ines first"
    composer.press()
    settle()
    (asked,) = asks.waiting(shop.store)
    assert (asked.purpose, asked.things) == (purpose, {"may_show_ending": True})
    assert [reply for reply in outbox.of_conversation(shop.store, one) if reply.person == tom.id] == []


def test_how_long_one_waits_for_a_word_can_be_changed_for_the_shop(at_counter: Counter, qtbot: Any) -> None:
    one = told_us(at_counter)
    dialog = open_dialog(at_counter, qtbot, one)
    assert dialog.change.isVisible() and dialog.change.text() == "Change"
    said = [action.text() for action in dialog.waits.actions()]
    assert said[1:3] == ["2 opening days: Sunday 15 June", "3 opening days: Monday 16 June"]
    assert [action.isChecked() for action in dialog.waits.actions()][:3] == [False, False, True]
    dialog.waits.actions()[3].trigger()
    settle()
    assert dialog.foot_line.text() == "If there’s no word by Wednesday 18 June, we’ll suggest saying it yourselves."
    dialog.close()
    again = open_dialog(at_counter, qtbot, one)
    assert "Wednesday 18 June" in again.foot_line.text()


def test_what_stands_already_isnt_offered_to_be_left_standing(at_counter: Counter, qtbot: Any) -> None:
    one = told_us(at_counter)
    assert open_dialog(at_counter, qtbot, one).standing.isVisible()
    counter.leave_standing(at_counter.shop, one, StandingReason.NO_REPLY)
    assert not open_dialog(at_counter, qtbot, one).standing.isVisible()
