"""The language model's page in the settings: off by default, its key never shown, tried with a made-up complaint."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop import counter, model, settings
from desktop.errors import VaultClosed
from desktop.vault import SessionVault
from tests.desktop.little_server import LittleServer, Says
from tests.desktop.model.little_model import completion, turn_on
from tests.fixtures_shop import Counter
from ui.background import AtOnce
from ui.model import settings_page
from ui.model.page import ModelPage
from ui.theme import Theme


@pytest.fixture
def server() -> Iterator[LittleServer]:
    with LittleServer(completion()) as made:
        yield made


@pytest.fixture
def open_page(
    at_counter: Counter, server: LittleServer, look: Theme, qtbot: QtBot
) -> Callable[[], ModelPage]:
    turn_on(at_counter.shop, server)
    model.choose(at_counter.shop, is_on=False, address="", model="")

    def open_it() -> ModelPage:
        title, page = settings_page(at_counter.shop, AtOnce(at_counter.shop.changes))
        assert title == "Language model" and isinstance(page, ModelPage)
        qtbot.addWidget(page)
        page.resize(560, 520)
        page.show()
        return page

    return open_it


def write(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_it_is_off_and_turned_on_with_address_and_model(
    open_page: Callable[[], ModelPage], at_counter: Counter, server: LittleServer
) -> None:
    page, shop = open_page(), at_counter.shop
    assert not page.is_on.isChecked() and not model.is_offered(shop)
    write(page.address, f"{server.url}/v1")
    write(page.name, "llama3.2")
    assert not model.is_offered(shop), "an address alone turns nothing on"
    page.is_on.click()
    assert model.is_offered(shop) and not page.trouble.isVisible()
    page.is_on.click()
    assert not model.is_offered(shop)
    assert server.asked == []


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("http://192.168.1.5:11434", "Anything but this computer is only asked over https."),
        ("nonsense", "That isn't an address we can ask."),
        ("https://me:pw@api.example", "A key goes into its own field."),
    ],
)
def test_a_wrong_address_is_said_and_stays_in_its_field(
    open_page: Callable[[], ModelPage], at_counter: Counter, address: str, says: str
) -> None:
    page = open_page()
    write(page.address, address)
    assert says in page.trouble.text() and page.trouble.isVisible() and page.address.text() == address
    assert settings.get(at_counter.shop.store, model.ADDRESS) == ""
    page.is_on.click()
    assert not page.is_on.isChecked()


def test_the_key_is_kept_and_never_shown(
    open_page: Callable[[], ModelPage], at_counter: Counter, server: LittleServer
) -> None:
    page, shop = open_page(), at_counter.shop
    write(page.address, server.url)
    assert page.key.echoMode() is QLineEdit.EchoMode.Password and not page.forget.isVisible()
    write(page.key, "sk-very-secret")
    assert page.key.text() == "" and page.key.placeholderText() == "There is one" and page.forget.isVisible()
    assert model.has_key(shop, model.place_of(server.url))
    again = open_page()
    assert again.key.text() == "" and again.forget.isVisible()
    again.forget.click()
    assert not model.has_key(shop, model.place_of(server.url)) and not again.forget.isVisible()


def test_a_closed_password_store_is_said(
    open_page: Callable[[], ModelPage], at_counter: Counter, server: LittleServer
) -> None:
    class Closed(SessionVault):
        def save(self, account: str, secrets: object) -> None:
            raise VaultClosed("The computer's password store is locked.", advice="Unlock it.")

    page = open_page()
    write(page.address, server.url)
    at_counter.shop.vault = Closed()
    write(page.key, "sk-very-secret")
    assert page.trouble.text() == "The computer's password store is locked. Unlock it."


def test_trying_it_sends_a_made_up_complaint_and_shows_what_it_would_begin_with(
    open_page: Callable[[], ModelPage], at_counter: Counter, server: LittleServer
) -> None:
    page = open_page()
    page.try_it.click()
    assert page.trouble.isVisible() and server.asked == []
    write(page.address, server.url)
    write(page.name, "llama3.2")
    page.try_it.click()
    assert page.said.text().startswith("It works.") and "{what you can offer}" in page.said.text()
    (asked,) = server.asked
    assert "cake we ordered for Saturday" in asked.json["messages"][1]["content"]
    server.replies = [Says({"error": "no"}, 401)]
    page.try_it.click()
    assert "doesn't accept the key" in page.trouble.text() and page.try_it.isEnabled()


def test_a_helper_can_only_look(open_page: Callable[[], ModelPage], at_counter: Counter) -> None:
    at_counter.shop.set_person(counter.add_person(at_counter.shop, "Tom"))
    page = open_page()
    for each in (page.is_on, page.address, page.name, page.key, page.try_it, page.forget):
        assert not each.isEnabled()
