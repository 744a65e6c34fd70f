"""How far back: 30 days at first, further where the owner says so, at the first look and later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from desktop import accounts, connecting
from desktop.connectors import SignedIn, wanted_since
from desktop.connectors.instagram import Instagram
from desktop.connectors.x import X
from desktop.records import Account, Role
from tests.desktop.connectors.test_mastodon_live import Town
from tests.ui.accounts.test_signing_in import COMPLAINT, paste
from tests.ui.accounts.town import Desk, patient_web
from ui.accounts.first_look import FirstLook
from ui.accounts.how_far import HowFar


@pytest.fixture
def town(mastodon_server: dict[str, Any]) -> Iterator[Town]:
    with patient_web() as web:
        town = Town(mastodon_server, web)
        town.empty()
        yield town
        town.empty()


def state(far: HowFar) -> dict[str, tuple[bool, bool]]:
    """Each choice: (is it the present one, can it be pressed)."""
    return {one.text(): (one.isChecked(), one.isEnabled()) for one in far.buttons.values()}


def connected(desk: Desk, days: int) -> Account:
    signed = SignedIn("@shop", "Shop", "1", "quay.example", {"base": "http://127.0.0.1:9"}, {"token": "x"})
    return connecting.finish(desk.shop, "mastodon", signed, days)


def test_the_first_look_goes_thirty_days_back_and_further_when_asked(desk: Desk, town: Town) -> None:
    paste(desk, town.url, town.tokens["shop"])
    [wizard] = desk.page.wizards.values()
    look = wizard.body
    assert isinstance(look, FirstLook) and not look.rows
    [account] = accounts.all(desk.shop.store)
    since = wanted_since(account)
    assert since is not None and abs(desk.shop.clock.now() - since - timedelta(days=30)) < timedelta(minutes=5)
    assert state(look.far) == {"30 days": (True, True), "1 year": (False, True), "Everything": (False, True)}
    assert "The last 2,000 mentions" in look.far.about.text()

    town.says("customer", COMPLAINT)
    look.far.buttons[0].click()
    [account] = accounts.all(desk.shop.store)
    assert wanted_since(account) is None
    assert len(look.rows) == 1, "it was fetched again"
    assert state(look.far) == {"30 days": (False, False), "1 year": (False, False), "Everything": (True, True)}
    assert look.far.buttons[30].toolTip() == "That is here already, and stays."


def test_an_account_says_how_far_it_goes_back_and_can_go_further(desk: Desk) -> None:
    account = connected(desk, 365)
    desk.page.reload()
    desk.page.show_account(account.id)
    details = desk.page.details
    assert "Read back to" in details.facts
    assert state(details.far) == {"30 days": (False, False), "1 year": (True, True), "Everything": (False, True)}
    details.far.buttons[365].click()
    assert desk.collected == []
    details.far.buttons[0].click()
    desk.page.reload()
    assert desk.collected == [account.id]
    assert [toast.text for toast in desk.toasts] == ["Fetching what is older."]
    assert "Read back to" not in details.facts and details.far.isHidden()


def test_a_helper_is_not_asked_how_far_back(desk: Desk) -> None:
    account = connected(desk, 30)
    helper = desk.shop.me._replace(id="tom", name="Tom", role=Role.HELPER)
    desk.shop.set_person(helper)
    desk.page.reload()
    desk.page.show_account(account.id)
    assert desk.page.details.far.isHidden()


def test_a_place_that_cannot_stop_or_charges_says_so_in_the_form(desk: Desk) -> None:
    far, clock = HowFar(), desk.shop.clock
    account = connected(desk, 30)
    far.show_account(account, Instagram.can, "Instagram", clock)
    assert "what is older is fetched, and left out here" in far.about.text()
    far.show_account(account, X.can, "X", clock)
    assert "X gives at most: The last 100 mentions." in far.about.text()
    assert "X may charge again" in far.about.text()
