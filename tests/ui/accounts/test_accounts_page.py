"""Accounts by how they are; letting one go; who may change them; nothing cut off at any text size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import accounts, collect, counter, drafts, inbox
from desktop.connecting import places
from desktop.connectors import Abilities
from desktop.records import Account, Batch
from desktop.writing import Writing
from tests.fixtures_shop import Counter
from tests.ui.accounts.town import Desk, seen_words
from ui.accounts.abilities import told
from ui.accounts.page import AccountsPage
from ui.accounts.rows import Line, lead_of
from ui.accounts.ways import WayStep
from ui.accounts.wizard import CHOOSE, WAY
from ui.background import AtOnce
from ui.theme import Theme, fonts, theme
from ui.widgets.buttons import Button
from ui.widgets.wrap import WrapLabel
from ui.words import Word


@pytest.fixture
def counted(at_counter: Counter, look: Theme, qtbot: QtBot) -> Iterator[Desk]:
    """Two pretend places and a Mastodon account, all checked at three minutes to ten."""
    shop, clock = at_counter.shop, at_counter.clock
    with shop.store.writing():
        facts = {"domain": "quay.example", "base": "https://quay.example", "max_characters": "1000"}
        mastodon = Account("m", "mastodon", "@bakes@quay.example", "Bakes", "quay.example", "7", facts=facts)
        accounts.add(shop.store, mastodon, clock.now())
        for each in accounts.all(shop.store):
            accounts.checked(shop.store, each.id, clock.now() - timedelta(minutes=3))
    made = Desk(shop, AtOnce(shop.changes))
    qtbot.addWidget(made.open_page())
    yield made
    made.background.close()
    QApplication.processEvents()


def trouble(desk: Desk, sentence: str, **more: object) -> None:
    with desk.shop.store.writing():
        accounts.has_trouble(desk.shop.store, "m", sentence, **more)  # type: ignore[arg-type]
    desk.page.reload()


def test_working_accounts_say_when_they_were_checked(counted: Desk) -> None:
    assert counted.lines() == [
        ("Working", ""),
        ("Corner Shop", "checked 09:57"),
        ("Corner Shop", "checked 09:57"),
        ("Bakes", "checked 09:57"),
    ]
    spoken = [line.spoken for line in counted.page.list.lines()]
    assert spoken[3] == "Bakes. Mastodon. checked 09:57."


def test_a_place_that_asked_us_to_slow_down_says_when_we_try_again(counted: Desk) -> None:
    again = counted.shop.clock.now() + timedelta(minutes=20)
    trouble(counted, "quay.example asked us to slow down.", retry_at=again)
    said = "quay.example asked us to slow down. We’ll try again at 10:20."
    assert ("Bakes", said) in counted.lines()
    assert "Needs you" not in [name for name, _ in counted.lines()]
    counted.page.show_account("m")
    assert counted.page.details.bar.text() == said


def test_an_expired_login_needs_a_person(counted: Desk) -> None:
    with counted.shop.store.writing():
        accounts.checked(counted.shop.store, "m", counted.shop.clock.now() - timedelta(days=1))
    trouble(counted, "Mastodon needs you to sign in again.", needs_login=True)
    assert counted.lines()[-2:] == [("Needs you", ""), ("Bakes", "Sign in again. Signed out yesterday")]
    counted.page.show_account("m")
    details = counted.page.details
    assert details.bar.text() == (
        "Mastodon needs you to sign in again. Nothing is lost. Sign in again to fetch and post."
    )
    assert not details.sign_in_button.isHidden() and details.check_button.isHidden()


def test_an_account_tells_its_facts_and_only_what_its_place_can_do(counted: Desk) -> None:
    counted.page.show_account("m")
    details = counted.page.details
    assert details.facts["Signed in as"] == "@bakes@quay.example"
    assert details.facts["Server"] == "quay.example"
    assert details.facts["Last good check"] == "Sat 14 June, 09:57"
    can = {row.about: row.text for row in details.table.rows}
    assert can["Post replies from here"] == "Yes, 1,000 characters"
    assert can["New ones appear here"] == "Every 10 minutes"


def test_what_could_not_be_fetched_whole_is_told_with_its_day(counted: Desk) -> None:
    account = accounts.by_id(counted.shop.store, "m")
    assert account is not None
    said = "Mastodon only hands out the newest 400: some before 3 June may be missing."
    collect.take(counted.shop, account, Batch(gap=said))
    counted.page.reload()
    counted.page.show_account("m")
    assert counted.page.details.facts["May be missing"] == f"{said} (found today)"


def test_the_table_promises_no_more_than_the_connector_does() -> None:
    nothing = Abilities(read=False, reply=False)
    rows = {row.about: (row.icon, row.text) for row in told(nothing, 10, 300, "characters", usually=False)}
    assert rows == {
        "New ones appear here": ("minus", "No"),
        "Post replies from here": ("hand", "We copy it, you paste it"),
        "See when a reply is showing": ("hand", "You tell us"),
        "Private messages": ("minus", "None"),
        "Old ones for History": ("minus", "None"),
        "What it needs": ("", "Nothing"),
    }


def test_the_table_tells_what_never_arrives_what_it_costs_and_that_replies_are_looked_at() -> None:
    can = Abilities(
        sees_signed_out=True,
        is_moderated=True,
        one_answer=True,
        misses="Mentions in other people’s posts",
        costs="About $1 a week",
        every_minutes=15,
    )
    rows = told(can, 10, 4096, "bytes", usually=False, place="Google")
    assert [row.about for row in rows] == [
        "New ones appear here",
        "What never arrives",
        "Post replies from here",
        "See when a reply is showing",
        "Private messages",
        "Old ones for History",
        "What it costs",
        "What it needs",
    ]
    texts = {row.about: row.text for row in rows}
    assert texts["New ones appear here"] == "Every 20 minutes"  # rounds come every ten and skip one
    room = "Yes, 4,096 characters (é counts as two)"
    assert texts["Post replies from here"] == f"{room}. One for each; a second takes its place"
    assert texts["See when a reply is showing"] == "Yes. Google checks replies first"


def test_what_isnt_a_place_one_signs_in_at_says_what_to_do(desk: Desk) -> None:
    for key, title in (("feed", "Paste the address"), ("mail", "Open the mailbox")):
        desk.page.connect_place(next(place for place in desk.page.standing.places if place.key == key))
        wizard = list(desk.page.wizards.values())[-1]
        wizard.go.click()
        assert title in seen_words(wizard)
        assert not [words for words in seen_words(wizard) if words.startswith("Sign in at")]


def test_by_hand_stands_beside_the_live_connection_and_can_be_chosen(desk: Desk) -> None:
    asked: list[object] = []
    desk.window.by_hand_wanted.connect(asked.append)
    desk.page.connect_place(desk.mastodon)
    wizard = next(iter(desk.page.wizards.values()))
    assert isinstance(wizard.body, WayStep)
    assert wizard.body.is_live and wizard.go.text() == "Continue to sign in"
    spoken = [row.accessibleName() for row in wizard.body.table.findChildren(QWidget)]
    assert "Post replies from here: Yes, usually 500 characters, We copy it, you paste it" in spoken
    QTest.keyClick(wizard.body.live.radio, Qt.Key.Key_Right)
    assert not wizard.body.is_live and wizard.go.text() == "Add the first one…"
    wizard.meanwhile.click()
    assert asked == ["mastodon"] and desk.page.wizards
    wizard.go.click()
    assert asked == ["mastodon", "mastodon"] and not desk.page.wizards


@pytest.mark.parametrize("key", ["feed", "mail"])
def test_nobody_is_told_to_sign_in_or_to_post_where_we_only_read(desk: Desk, key: str) -> None:
    place = next(each for each in places() if each.key == key)
    desk.page.connect_place(place)
    wizard = next(iter(desk.page.wizards.values()))
    assert wizard.go.text() == "Continue"
    assert not [words for words in seen_words(wizard) if "Helpers can post" in words or "Sign in at" in words]
    wizard.go.click()
    assert wizard.sign_in is not None and wizard.sign_in.go.text() == "Connect"
    desk.page.connect_place(desk.mastodon)
    said = [words for each in desk.page.wizards.values() if each is not wizard for words in seen_words(each)]
    assert any(words.endswith(". Helpers can post with it. The app never shows it.") for words in said)


def test_a_long_place_is_shortened_before_its_state_is(look: Theme) -> None:
    line = Line("k", "Google Alert", "Al", "Google Alerts and feeds", Word("checked 09:57", "check"))
    meta = QFontMetrics(fonts.font("meta"))
    for room in (200, 220, 240):
        lead = lead_of(line, meta, room)
        assert lead.endswith(" · ")
        assert meta.horizontalAdvance(lead + line.state.text) <= room
    assert lead_of(line, meta, 900) == lead_of(line, meta, 60) == "Google Alerts and feeds · "


def test_check_now_and_check_all_ask_the_window(counted: Desk) -> None:
    counted.page.show_account("m")
    counted.page.details.check_button.click()
    counted.page.header.check.click()
    assert counted.collected == ["m", ""]


def test_disconnecting_asks_in_its_place_and_sends_waiting_replies_back_to_drafts(
    counted: Desk, at_counter: Counter
) -> None:
    shop = counted.shop
    for who, text in (("Marta K.", "The base was raw dough."), ("Aki", "Is the rye vegan?")):
        counter.post(shop, at_counter.hear(text, who), Writing.typed("I will look. Ines"))
    account = at_counter.account
    counted.page.reload()
    counted.page.show_account(account.id)
    details = counted.page.details
    details.disconnect_button.click()
    assert details.question.title.text() == "Disconnect Corner Shop?"
    assert details.question.text.text() == (
        "New messages stop. History stays. 2 waiting replies go back to drafts."
    )
    details.question.cancel.click()
    assert details.question.isHidden() and len(accounts.all(shop.store)) == 3

    details.disconnect_button.click()
    details.question.go.click()
    assert account.id not in [each.id for each in accounts.all(shop.store)]
    assert len(drafts.all_of(shop.store, shop.me.id)) == 2
    assert inbox.badge(shop.store) == 2
    assert counted.toasts[-1].text == "Corner Shop is disconnected. 2 replies are drafts again."


def test_a_helper_sees_the_accounts_and_who_can_change_them(counted: Desk) -> None:
    tom = counter.add_person(counted.shop, "Tom")
    counted.shop.set_person(tom)
    page = counted.page
    page.reload()
    page.show_account("m")
    assert page.add.isHidden()
    assert page.details.disconnect_button.isHidden()
    assert not page.details.check_button.isHidden()
    assert page.only.text() == page.key_hint() == "Only Ines can change accounts"


def test_the_practice_shop_has_nothing_to_connect(at_counter: Counter, look: Theme, qtbot: QtBot) -> None:
    at_counter.shop.is_practice = True
    made = Desk(at_counter.shop, AtOnce(at_counter.shop.changes))
    page = made.open_page()
    qtbot.addWidget(page)
    assert page.add.isHidden() and page.details.disconnect_button.isHidden()
    assert not page.details.pretend.isHidden()
    assert "pretend" in page.details.pretend.text()
    made.background.close()


def test_a_pretend_google_has_no_private_messages_and_a_pretend_facebook_has(
    at_counter: Counter, look: Theme, qtbot: QtBot
) -> None:
    at_counter.shop.is_practice = True
    made = Desk(at_counter.shop, AtOnce(at_counter.shop.changes))
    page = made.open_page()
    qtbot.addWidget(page)
    said = {}
    for login in page.standing.logins:
        page.details.show_login(login, page.standing)
        said[login.place] = next(r.text for r in page.details.table.rows if r.about == "Private messages")
    assert said == {"Facebook": "Yes", "Google": "None"}
    made.background.close()


def test_without_an_account_the_page_invites(desk: Desk) -> None:
    page = desk.page
    assert page.right.currentWidget() is page.empty
    assert "Where do people talk about you?" in set(seen_words(page.empty))
    page.empty.buttons[0].click()
    wizard = next(iter(page.wizards.values()))
    assert wizard.step == (WAY if len(places()) == 1 else CHOOSE)
    assert not page.header.check.isVisible()


def test_a_place_can_be_chosen_again_with_back(desk: Desk) -> None:
    desk.page.connect_place(desk.mastodon)
    wizard = next(iter(desk.page.wizards.values()))
    wizard.back.click()
    assert wizard.step == CHOOSE
    assert desk.lines()[1] == ("Mastodon", "step 1 of 4")
    chooser = wizard.body
    assert chooser is not None
    chooser.buttons[0].click()  # type: ignore[attr-defined]
    assert wizard.step == WAY


def test_the_arrows_skip_the_labels_and_enter_goes_beside(counted: Desk, qtbot: QtBot) -> None:
    trouble(counted, "Mastodon needs you to sign in again.", needs_login=True)
    page = counted.page
    page.activateWindow()
    page.list.choose(counted.page.standing.logins[0].account.id)
    page.list.setFocus()
    for _ in range(5):
        QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.key() == "m"
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(page.details.sign_in_button.hasFocus)


@pytest.mark.parametrize("scale", [0.9, 1.3, 1.6])
def test_no_word_is_cut_off_at_any_text_size(counted: Desk, scale: float) -> None:
    theme().set_text_scale(scale)
    page = counted.page
    page.resize(960 - 52, 560)
    page.show_account("m")
    page.details.disconnect_button.click()
    nothing_is_cut(page)
    page.connect_place(counted.mastodon)
    wizard = next(iter(page.wizards.values()))
    nothing_is_cut(page)
    wizard.go.click()
    assert wizard.sign_in is not None
    wizard.sign_in.other_way.click()
    nothing_is_cut(page)


def nothing_is_cut(page: AccountsPage) -> None:
    QApplication.processEvents()
    for label in page.findChildren(WrapLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    for button in page.findChildren(Button):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()


def test_a_row_that_says_the_same_is_not_made_anew(counted: Desk) -> None:
    before = counted.page.list.item(1)
    counted.page.reload()
    assert counted.page.list.item(1) is before
    changed = replace(counted.page.standing, minutes=20)
    counted.page._take(changed)
    assert counted.page.list.item(1) is before
