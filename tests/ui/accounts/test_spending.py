"""What a place charges: seen with the account, limited by its owner, and told before it is brought in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import accounts, connecting, history, people
from desktop.connectors import Gauge, SignedIn
from desktop.connectors.x import X
from desktop.records import Role
from desktop.spending import Spending
from tests.desktop.connectors.x_town import Town
from tests.desktop.little_server import LittleServer, Says
from tests.fixtures_shop import Counter
from tests.ui.accounts.town import Browser, Desk, seen_words
from ui.accounts.standing import Spent, spending
from ui.accounts.ways import WayStep
from ui.accounts.wizard import LOOK
from ui.background import AtOnce
from ui.theme import Theme

SIGNED = SignedIn("@shop", "Corner Shop", "1", facts={"client_id": "c"}, secrets={"access_token": "t"})


@pytest.fixture
def desk(at_counter: Counter, look: Theme, qtbot: QtBot) -> Iterator[Desk]:
    """The corner shop with an account at X that has cost $1.23 this month, and $9 before."""
    shop = at_counter.shop
    account = connecting.finish(shop, "x", SIGNED)
    today = at_counter.clock.now().astimezone(UTC).date()
    meter = Spending(shop.store, account.id)
    meter.add("USD", 1.23, today)
    meter.add("USD", 9.0, today.replace(day=1) - timedelta(days=1))
    made = Desk(shop, AtOnce(shop.changes))
    qtbot.addWidget(made.open_page())
    made.page.show_account(account.id)
    yield made
    made.background.close()
    QApplication.processEvents()


def account_id(desk: Desk) -> str:
    return next(one.id for one in accounts.all(desk.shop.store) if one.platform == "x")


def set_limit(desk: Desk, typed: str) -> None:
    field = desk.page.details.ceiling
    field.edit.selectAll()
    QTest.keyClicks(field.edit, typed) if typed else QTest.keyClick(field.edit, Qt.Key.Key_Delete)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_this_month_and_its_limit_stand_with_the_account(desk: Desk) -> None:
    details = desk.page.details
    assert details.facts["This month"] == "$1.23"
    assert details.ceiling.isVisible()
    set_limit(desk, "$5")
    assert details.facts["This month"] == "$1.23 of $5.00"
    assert details.ceiling.edit.text() == "5.00"
    assert not details.ceiling.button.isEnabled()
    assert desk.toasts[-1].text == "The limit is $5.00 a month."
    event = [one for one in history.of(desk.shop.store, account_id(desk)) if one.kind == "ceiling"][-1]
    assert (event.person_name, event.body) == ("Ines", {"amount": "5.00"})
    set_limit(desk, "")
    assert details.facts["This month"] == "$1.23"


@pytest.mark.parametrize("typed", ["a lot", "-3", "1.234", "9999999", "5 or 6"])
def test_what_is_no_amount_is_told_in_its_place_and_stays(desk: Desk, typed: str) -> None:
    set_limit(desk, typed)
    field = desk.page.details.ceiling
    assert field.said.isVisible()
    assert field.said.text().startswith("That isn't an amount of money.")
    assert field.edit.text() == typed
    assert desk.page.details.facts["This month"] == "$1.23"
    set_limit(desk, "4,50")
    assert not field.said.isVisible()
    assert desk.page.details.facts["This month"] == "$1.23 of $4.50"


def test_a_limit_survives_signing_in_again_and_a_raised_one_ends_the_pause(desk: Desk) -> None:
    shop, one = desk.shop, account_id(desk)
    set_limit(desk, "1")
    with shop.store.writing():
        accounts.has_trouble(
            shop.store, one, "Used up.", retry_at=shop.clock.now() + timedelta(days=16)
        )
    set_limit(desk, "3")
    found = accounts.by_id(shop.store, one)
    assert found and (found.trouble, found.retry_at) == ("", None)
    again = connecting.finish(shop, "x", SIGNED)
    assert (again.id, again.facts["ceiling"]) == (one, "3.00")


def test_a_helper_sees_what_it_costs_and_no_field(desk: Desk) -> None:
    with desk.shop.store.writing():
        helper = people.add(desk.shop.store, "Tom", Role.HELPER, desk.shop.clock.now())
    desk.shop.set_person(helper)
    desk.page.reload()
    QApplication.processEvents()
    assert desk.page.details.facts["This month"] == "$1.23"
    assert not desk.page.details.ceiling.isVisible()


def test_other_places_have_no_limit_to_set(desk: Desk) -> None:
    desk.page.show_account("acc-google")
    assert not desk.page.details.ceiling.isVisible()
    assert "This month" not in desk.page.details.facts


@pytest.mark.parametrize(
    ("spent", "words"),
    [
        (Spent(Gauge("units", "Quota", "day", 10_000), 300, 10_000), ("Today", "300 of 10,000 units")),
        (Spent(Gauge("USD", "Spent", "month"), 0.004), ("This month", "$0.00")),
        (Spent(Gauge("USD", "Spent", "month"), 12.5, 0.0), ("This month", "$12.50 of $0.00")),
    ],
)
def test_what_was_counted_reads_plainly(spent: Spent, words: tuple[str, str]) -> None:
    assert spending(spent) == words


def test_what_it_would_cost_is_told_before_it_is_brought_in(desk: Desk, qtbot: QtBot) -> None:
    places = {place.key: place for place in connecting.places()}
    step = WayStep(desk.shop, 10, places["x"])
    qtbot.addWidget(step)
    step.resize(760, 900)
    step.show()
    said = " ".join(seen_words(step))
    assert "Checking every 20 minutes costs about $4.05 a month when 5 people a day name you" in said
    assert "Yes, usually 280 characters. Only to people who named you or quoted you" in said
    other = WayStep(desk.shop, 10, places["mastodon"])
    qtbot.addWidget(other)
    other.show()
    assert not other.estimate.isVisible()


def test_x_is_brought_in_through_an_app_of_ones_own(
    threaded: Desk, browser: Browser, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with LittleServer(Says()) as server:
        town = Town(server)
        town.says("carla", "@shop the middle was raw dough, on my mum's 70th")
        monkeypatch.setattr(X, "home", town.url)
        monkeypatch.setattr(X, "port", 0)  # any: nobody else's run has it
        page = threaded.page
        page.connect_place(next(place for place in page.standing.places if place.key == "x"))
        wizard = next(iter(page.wizards.values()))
        wizard.go.click()
        step = wizard.sign_in
        assert step is not None
        assert any("http://127.0.0.1:47915/callback" in said for said in seen_words(step))
        client, search = (field.edit for field in step.fields)
        QTest.keyClicks(client, "short")
        step.go.click()
        qtbot.waitUntil(lambda: step.bar.isVisible())
        assert step.bar.text().startswith("That isn't a Client ID.")
        client.clear()
        QTest.keyClicks(client, "client-of-the-shop")
        QTest.keyClicks(search, "Corner Shop")
        step.go.click()
        qtbot.waitUntil(lambda: bool(browser.opened))
        assert browser.come_back(code="the-code") == 200
        qtbot.waitUntil(lambda: wizard.step == LOOK)
        (account,) = accounts.all(threaded.shop.store)
        assert (account.handle, account.facts["search"]) == ("@shop", "Corner Shop")
        assert threaded.shop.vault.load(account.id)["refresh_token"] == town.refresh
        count = "select count(*) from conversations"
        qtbot.waitUntil(lambda: threaded.shop.store.value(count) == 1)
