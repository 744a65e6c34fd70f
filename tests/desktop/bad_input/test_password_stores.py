"""A password store that is shut or isn't there: it is said beside the account, and replies wait."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop import accounts, connecting, counter, deliver
from desktop.errors import VaultClosed
from desktop.records import ReplyState
from desktop.shop import Shop
from desktop.vault import SessionVault, VaultLocked, VaultMissing
from desktop.writing import Writing
from tests.desktop.bad_input.kit import Quay, Shut, later, only, quick_web
from tests.desktop.little_server import LittleServer


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            VaultLocked("KeyringLocked"),
            "The computer's password store is locked, so we can't use your sign-ins.",
        ),
        (
            VaultMissing("no store"),
            "This computer has no password store. We can keep the sign-in for this session only.",
        ),
    ],
)
def test_a_password_store_that_is_shut_is_said_beside_the_account(
    quay: Quay, error: VaultClosed, sentence: str
) -> None:
    shut = Shut()
    shut.save(quay.account, quay.shop.vault.load(quay.account))
    shut.error, quay.shop.vault = error, shut
    quay.says()
    trouble = quay.collect().trouble
    assert isinstance(trouble, VaultClosed)
    assert str(trouble) == sentence
    assert quay.trouble == f"{sentence} {error.advice}"
    shut.error = None
    assert quay.collect().trouble is None
    assert (quay.trouble, len(quay.texts())) == ("", 1)


def test_a_reply_waits_for_a_locked_password_store(quay: Quay) -> None:
    quay.says()
    quay.collect()
    counter.post(quay.shop, only(quay.shop), Writing.typed("Sorry Carla, it leaves today. Ines"))
    shut = Shut()
    shut.error, quay.shop.vault = VaultLocked(), shut
    later(quay.shop, seconds=11)
    (kept,) = deliver.deliver_due(quay.shop)
    assert kept.state is ReplyState.WAITING
    assert kept.trouble.startswith("The computer's password store is locked")


def test_connecting_with_a_shut_store_adds_nothing_and_says_so(tmp_path: Path) -> None:
    class Full(SessionVault):
        def save(self, account: str, secrets: object) -> None:
            raise VaultMissing

    shop = Shop.open(tmp_path / "shop", vault=Full(), web=quick_web)
    with LittleServer() as server:
        server.answer = Quay(server).answer
        with pytest.raises(VaultClosed, match="no password store"):
            connecting.sign_in(shop, "mastodon", {"server": server.url, "token": "token-shop"})
    assert accounts.all(shop.store) == ()
    shop.close()
