"""What connectors are given besides the web: secrets that renew themselves, meters, and the dated table."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from datetime import date

import pytest

from desktop.connectors import Counted, Keys, Meter, all_connectors, tariff
from desktop.errors import LoginExpired, VaultClosed
from desktop.spending import Spending
from desktop.vault import SessionVault
from tests.fixtures_shop import Counter


def keys_of(vault: SessionVault) -> Keys:
    return Keys("a1", vault.load("a1"), lambda: vault.load("a1"), lambda fresh: vault.save("a1", fresh))


def test_fresh_secrets_are_kept_before_they_are_used() -> None:
    vault = SessionVault()
    vault.save("a1", {"token": "old", "refresh": "r1", "app": "x"})
    keys = keys_of(vault)
    keys.renew("token", lambda kept: {"token": "new", "refresh": kept["refresh"] + "+"})
    assert dict(keys) == vault.load("a1") == {"token": "new", "refresh": "r1+", "app": "x"}


def test_two_jobs_with_the_same_old_token_renew_it_once() -> None:
    vault = SessionVault()
    vault.save("a1", {"token": "old"})
    jobs, asked, go = [keys_of(vault) for _ in range(8)], [], threading.Barrier(8)
    everybody = threading.Event()

    def fresh(kept: Mapping[str, str]) -> Mapping[str, str]:
        asked.append(kept["token"])
        if len(asked) == len(jobs):
            everybody.set()
        everybody.wait(0.2)  # the place takes its time: whoever doesn't wait asks too
        return {"token": f"new {len(asked)}"}

    def renew(keys: Keys) -> None:
        go.wait()
        keys.renew("token", fresh)

    threads = [threading.Thread(target=renew, args=(keys,)) for keys in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert asked == ["old"]
    assert {keys["token"] for keys in jobs} == {"new 1"}


def test_what_the_place_or_the_vault_refuses_changes_nothing() -> None:
    vault = SessionVault()
    vault.save("a1", {"token": "old"})
    keys = keys_of(vault)

    def refused(kept: Mapping[str, str]) -> Mapping[str, str]:
        raise LoginExpired("signed out")

    with pytest.raises(LoginExpired):
        keys.renew("token", refused)

    def closed(fresh: Mapping[str, str]) -> None:
        raise VaultClosed("locked")

    unkept = Keys("a1", {"token": "old"}, lambda: vault.load("a1"), closed)
    with pytest.raises(VaultClosed):
        unkept.renew("token", lambda kept: {"token": "new"})
    assert keys["token"] == unkept["token"] == vault.load("a1")["token"] == "old"


def test_keys_say_nothing_of_what_they_hold() -> None:
    assert "old" not in repr(Keys("a1", {"token": "old"}))


@pytest.mark.parametrize("kind", ["memory", "shop"])
def test_a_meter_adds_up_by_day_and_unit(at_counter: Counter, kind: str) -> None:
    meter: Meter = Counted() if kind == "memory" else Spending(at_counter.shop.store, "a1")
    meter.add("USD", 0.5, date(2026, 10, 31))
    meter.add("USD", 0.25, date(2026, 11, 1))
    meter.add("USD", 0.25, date(2026, 11, 1))
    meter.add("units", 50, date(2026, 11, 1))
    assert meter.used("USD", date(2026, 11, 1)) == 0.5
    assert meter.used("USD", date(2026, 10, 1)) == 1.0
    assert meter.used("units", date(2026, 11, 1)) == 50
    assert meter.used("units", date(2026, 11, 2)) == 0


def test_the_table_is_dated_and_names_what_it_should() -> None:
    assert date.fromisoformat(f"{tariff.checked()}-01") >= date(2026, 11, 1)
    for key, place in tariff.places().items():
        assert place.key == key
        assert place.name
        assert 1 <= len(place.tile) <= 2
    for key, connector in all_connectors().items():
        if connector.gauges:
            assert tariff.amounts(key)
