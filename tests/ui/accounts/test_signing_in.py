"""Bringing a Mastodon account in through the wizard, and everything that can go wrong on the way."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop import accounts, conversations
from desktop.records import AccountState, Kind
from desktop.vault import VaultLocked, VaultMissing
from desktop.web import Web
from tests.desktop.connectors.test_mastodon_live import Town
from tests.ui.accounts.town import Browser, ClosedVault, Desk, patient_web, seen_words
from ui.accounts.first_look import FirstLook
from ui.accounts.sign_in_step import SignInStep
from ui.accounts.wizard import LOOK, SIGN_IN, WAY

COMPLAINT = "@shop the lemon tart was raw dough in the middle and nobody picks up the phone. Still waiting."


@pytest.fixture
def town(mastodon_server: dict[str, Any]) -> Iterator[Town]:
    with patient_web() as web:
        town = Town(mastodon_server, web)
        town.empty()
        yield town
        town.empty()


def paste(desk: Desk, server: str, token: str) -> SignInStep:
    """Goes to the sign-in, pastes and presses."""
    step = desk.begin().sign_in
    assert step is not None
    step.other_way.click()
    fill(step, server, token)
    return step


def fill(step: SignInStep, server: str, token: str) -> None:
    step.fields[0].edit.setText(server)
    step.fields[1].edit.setText(token)
    QTest.keyClick(step.fields[1].edit, Qt.Key.Key_Return)


def handle_at(town: Town) -> str:
    return f"@shop@{urlsplit(town.url).netloc}"


def test_a_pasted_token_brings_the_account_in_and_the_first_look_shows_a_mention(
    desk: Desk, town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    town.says("customer", COMPLAINT)
    step = paste(desk, town.url, town.tokens["shop"])
    wizard = next(iter(desk.page.wizards.values()))
    assert wizard.step == LOOK
    assert [line for line in desk.lines() if line[1]] == [(wizard.name, "step 4 of 4")]
    look = wizard.body
    assert isinstance(look, FirstLook)
    [row] = look.rows.values()
    assert row.one.kind is Kind.COMPLAINT and row.one.kind_is_guess
    assert "the lemon tart was raw dough" in row.one.excerpt
    assert "Complaint, guessed" in row.chip.accessibleName()
    assert f"Signed in as {handle_at(town)}." in set(seen_words(look))
    [account] = accounts.all(desk.shop.store)
    assert account.state is AccountState.WORKING and account.checked_at

    wizard.go.click()
    assert desk.pages == ["inbox"]
    assert not desk.page.wizards
    assert [name for name, _ in desk.lines()] == ["Working", account.name]
    secret = town.tokens["shop"]
    assert secret not in caplog.text
    assert secret not in " ".join(seen_words(desk.page)) + repr(step) + repr(desk.page.__dict__)
    assert desk.shop.vault.load(account.id)["token"] == secret


def test_a_wrong_guess_is_put_right_with_a_click_and_can_be_undone(desk: Desk, town: Town) -> None:
    town.says("customer", COMPLAINT)
    paste(desk, town.url, town.tokens["shop"])
    look = next(iter(desk.page.wizards.values())).body
    assert isinstance(look, FirstLook)
    [row] = look.rows.values()
    praise = next(action for action in row.chip.menu().actions() if action.text() == "Praise")
    praise.trigger()
    kept = conversations.by_id(desk.shop.store, row.one.id)
    assert kept and kept.kind is Kind.PRAISE and not kept.kind_is_guess
    assert row.chip.accessibleName() == "Praise"
    [undo] = desk.undone
    undo.take_back(desk.shop)
    assert row.chip.accessibleName() == "Complaint, guessed"


def test_the_token_shows_as_dots_and_leaves_its_line_at_once(desk: Desk, town: Town) -> None:
    step = paste(desk, town.url, "not-the-token")
    line = step.fields[1].edit
    assert line.echoMode() is QLineEdit.EchoMode.Password
    assert line.text() == ""
    line.undo()
    assert line.text() == ""


def test_a_wrong_token_is_a_sentence_in_its_place_and_the_form_stays(desk: Desk, town: Town) -> None:
    step = paste(desk, town.url, "not-the-token")
    netloc = urlsplit(town.url).netloc
    assert step.bar.text().startswith(f"That sign-in key doesn't work at {netloc}.")
    assert not step.bar.isHidden() and not step.form.isHidden() and step.waiting.isHidden()
    assert step.fields[0].edit.text() == town.url
    assert accounts.all(desk.shop.store) == ()
    fill(step, town.url, town.tokens["shop"])
    assert len(accounts.all(desk.shop.store)) == 1


def test_an_unknown_server_is_asked_about(desk: Desk) -> None:
    step = paste(desk, "quay", "a-token")
    assert step.bar.text() == 'There\'s no Mastodon server at "quay". Check the spelling.'


def test_a_line_left_empty_is_named(desk: Desk) -> None:
    step = paste(desk, "", "a-token")
    assert step.bar.text() == (
        "Mastodon needs one more thing: What's your server? The part after the second @."
    )


def test_without_a_connection_the_sentence_says_so_and_nothing_is_added(desk: Desk) -> None:
    desk.shop.web = lambda: Web(offline=True)
    step = paste(desk, "quay.example", "a-token")
    assert step.bar.text().endswith("Nothing was changed. Try again when there is a connection.")
    assert accounts.all(desk.shop.store) == ()


@pytest.mark.parametrize("error", [VaultMissing(), VaultLocked()])
def test_without_a_password_store_a_person_decides_and_need_not_sign_in_twice(
    desk: Desk, town: Town, qtbot: QtBot, error: VaultMissing | VaultLocked
) -> None:
    desk.shop.vault = ClosedVault(error)
    step = paste(desk, town.url, town.tokens["shop"])
    assert step.bar.text() == str(error)
    assert accounts.all(desk.shop.store) == ()
    desk.page.activateWindow()
    qtbot.waitUntil(lambda: step.bar.isAncestorOf(QApplication.focusWidget() or step))
    press(step, "For this session")
    [account] = accounts.all(desk.shop.store)
    assert account.handle == handle_at(town)
    assert desk.shop.vault.load(account.id)["token"] == town.tokens["shop"]
    assert desk.shop.vault.describe() == "this session only"
    assert town.tokens["shop"] not in repr(desk.shop.vault)
    next(iter(desk.page.wizards.values())).go.click()
    assert any("for this session only" in text for text in seen_words(desk.page.details))


def test_a_store_that_was_unlocked_takes_the_sign_in(desk: Desk, town: Town) -> None:
    vault = ClosedVault(VaultLocked())
    desk.shop.vault = vault
    step = paste(desk, town.url, town.tokens["shop"])
    vault.error = None
    press(step, "Try again")
    assert len(accounts.all(desk.shop.store)) == 1
    assert desk.shop.vault is vault


def test_cancelling_at_a_missing_store_keeps_nothing(desk: Desk, town: Town) -> None:
    desk.shop.vault = ClosedVault(VaultMissing())
    step = paste(desk, town.url, town.tokens["shop"])
    press(step, "Cancel")
    assert accounts.all(desk.shop.store) == ()
    assert not step.form.isHidden() and step.bar.isHidden()
    assert step.flow._signed is None


def press(step: SignInStep, words: str) -> None:
    from ui.widgets.buttons import LinkButton

    next(link for link in step.bar.findChildren(LinkButton) if link.text() == words).click()


# ---- in the browser --------------------------------------------------------------------------------------


def wait_for_browser(desk: Desk, browser: Browser, qtbot: QtBot, server: str) -> SignInStep:
    step = desk.begin().sign_in
    assert step is not None
    step.fields[0].edit.setText(server)
    step.go.click()
    qtbot.waitUntil(lambda: not step.waiting.again.isHidden())
    return step


def test_saying_yes_in_the_browser_brings_the_account_in(
    threaded: Desk, town: Town, browser: Browser, qtbot: QtBot
) -> None:
    town.says("customer", COMPLAINT)
    step = wait_for_browser(threaded, browser, qtbot, town.url)
    assert step.waiting.words.text() == "Waiting for Mastodon…"
    assert browser.opened[0].startswith(f"{town.url}/oauth/authorize?")
    step.waiting.again.click()
    assert browser.opened[0] == browser.opened[1]
    wizard = next(iter(threaded.page.wizards.values()))
    assert browser.come_back(code="mockcode_shop") == 200
    qtbot.waitUntil(lambda: isinstance(wizard.body, FirstLook) and bool(wizard.body.rows))
    [account] = accounts.all(threaded.shop.store)
    assert account.handle == handle_at(town)


def test_saying_no_in_the_browser_is_a_plain_sentence(
    threaded: Desk, town: Town, browser: Browser, qtbot: QtBot
) -> None:
    step = wait_for_browser(threaded, browser, qtbot, town.url)
    browser.come_back(error="access_denied")
    qtbot.waitUntil(lambda: not step.bar.isHidden())
    assert "wasn't allowed to connect. Nothing was changed." in step.bar.text()
    assert not step.form.isHidden()


def test_cancel_ends_the_waiting_and_a_late_yes_finds_nobody(
    threaded: Desk, town: Town, browser: Browser, qtbot: QtBot
) -> None:
    step = wait_for_browser(threaded, browser, qtbot, town.url)
    step.waiting.cancel.click()
    assert not step.form.isHidden() and step.waiting.isHidden()
    assert threaded.background.close()
    with pytest.raises(OSError, match="refused"):
        browser.come_back(code="mockcode_shop")
    assert accounts.all(threaded.shop.store) == ()


def test_closing_the_window_ends_the_waiting(
    threaded: Desk, town: Town, browser: Browser, qtbot: QtBot
) -> None:
    threaded.page.shown()
    wait_for_browser(threaded, browser, qtbot, town.url)
    threaded.page.window().close()
    assert threaded.background.close(timeout=5)


def test_the_wizard_can_be_left_and_gone_on_with(desk: Desk, town: Town) -> None:
    paste(desk, town.url, town.tokens["shop"])
    next(iter(desk.page.wizards.values())).go.click()
    [account] = accounts.all(desk.shop.store)
    wizard = desk.begin()
    assert wizard.step == SIGN_IN
    assert wizard.sign_in is not None
    wizard.sign_in.fields[0].edit.setText("quay.example")
    desk.page.show_account(account.id)
    assert desk.page.right.currentWidget() is desk.page.details
    desk.page.connect_place(desk.mastodon)
    assert desk.page.right.currentWidget() is wizard
    assert wizard.sign_in.fields[0].edit.text() == "quay.example"
    wizard.back.click()
    assert wizard.step == WAY
    wizard.give_up.click()
    assert not desk.page.wizards


def test_an_expired_sign_in_moves_to_needs_you_and_signing_in_again_brings_it_back(
    desk: Desk, town: Town
) -> None:
    from desktop import collect
    from desktop.errors import LoginExpired

    paste(desk, town.url, town.tokens["shop"])
    next(iter(desk.page.wizards.values())).go.click()
    [account] = accounts.all(desk.shop.store)
    town.breaks("/api/v1/notifications", "status", status=401)
    result = collect.collect(desk.shop, account.id)
    assert isinstance(result.trouble, LoginExpired)
    desk.page.reload()
    assert desk.lines() == [("Needs you", ""), (account.name, "Sign in again. Signed out today")]
    details = desk.page.details
    assert not details.bar.isHidden() and not details.sign_in_button.isHidden()

    details.sign_in_button.click()
    wizard = next(iter(desk.page.wizards.values()))
    step = wizard.sign_in
    assert wizard.step == SIGN_IN and step is not None
    assert desk.lines() == [("Being set up", ""), (account.name, "step 3 of 4")]
    step.other_way.click()
    fill(step, step.fields[0].edit.text(), town.tokens["shop"])
    assert not desk.page.wizards
    assert desk.collected == [account.id]
    assert [name for name, _ in desk.lines()] == ["Working", account.name]
    assert desk.toasts[-1].text == f"Signed in as {account.handle}."


def test_the_form_for_the_browser_asks_for_secrets_only_where_that_way_needs_them(desk: Desk) -> None:
    asked = {}
    for place in desk.page.standing.places:
        if place.key in ("google", "youtube", "mastodon"):
            desk.page.connect_place(place)
            wizard = list(desk.page.wizards.values())[-1]
            wizard.go.click()
            assert wizard.sign_in is not None
            asked[place.key] = [field for field in wizard.sign_in.fields if not field.isHidden()]
    assert {key: [one.field.key for one in fields] for key, fields in asked.items()} == {
        "google": ["client_id", "client_secret", "location"],
        "youtube": ["client_id", "client_secret"],
        "mastodon": ["server"],
    }
    assert asked["google"][1].edit.echoMode() is QLineEdit.EchoMode.Password
