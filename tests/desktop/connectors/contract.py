"""What every connector keeps: a test class inherits this and says which connector and which account."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from typing import Any, ClassVar

from desktop.connectors import Abilities, Connector, LoginField, SignedIn, all_connectors
from desktop.records import Account, Limit

SECRET = "a-secret-of-this-account"


def overrides(connector: type[Connector], name: str) -> bool:
    return getattr(connector, name) is not getattr(Connector, name) and (
        getattr(getattr(connector, name), "__func__", None)
        is not getattr(getattr(Connector, name), "__func__", object())
    )


class ConnectorContract:
    """Inherit, and set `connector`; `account` and `outside` where the defaults don't fit."""

    connector: ClassVar[type[Connector]]

    def account(self) -> Account:
        return Account("a1", self.connector.key, "@shop@quay.example", "Shop", "quay.example", "1")

    def outside(self) -> Any:
        """What the connector gets in place of the web."""
        from desktop.web import Web

        return Web(offline=True)

    def made(self, secrets: Mapping[str, str] | None = None) -> Connector:
        named = {field.key: SECRET for field in self.connector.login if field.is_secret}
        return self.connector(self.account(), named if secrets is None else secrets, self.outside())

    def test_it_is_found_by_its_key(self) -> None:
        assert all_connectors()[self.connector.key] is self.connector

    def test_its_facts_are_there_and_fit_their_places(self) -> None:
        assert re.fullmatch(r"[a-z_]+", self.connector.key)
        assert self.connector.name.strip()
        assert 1 <= len(self.connector.tile) <= 2
        assert isinstance(self.connector.can, Abilities)

    def test_its_form_has_a_label_a_line_and_no_key_twice(self) -> None:
        keys = [line.key for line in self.connector.login]
        assert len(keys) == len(set(keys))
        for line in self.connector.login:
            assert isinstance(line, LoginField)
            assert line.label.strip()
            assert "fields" != line.key  # the vault's own

    def test_it_promises_what_it_does_and_does_what_it_promises(self) -> None:
        can = self.connector.can
        assert can.edit is overrides(self.connector, "edit")
        assert can.delete is overrides(self.connector, "delete")
        assert (can.sees_signed_out or can.says_what_shows) is overrides(self.connector, "as_stranger")
        assert can.hide is overrides(self.connector, "hide")
        assert self.connector.browser_sign_in is overrides(self.connector, "begin_browser")

    def test_an_offered_place_can_be_signed_in_to(self) -> None:
        if self.connector.is_offered and self.connector.login:
            assert overrides(self.connector, "sign_in")

    def test_its_methods_take_what_the_contract_says(self) -> None:
        for name in (
            *("fetch", "thread", "reply", "edit", "delete", "hide", "still_there", "as_stranger", "count"),
            *("route", "addressed"),
        ):
            ours = list(inspect.signature(getattr(Connector, name)).parameters)
            assert list(inspect.signature(getattr(self.connector, name)).parameters) == ours

    def test_what_it_measures_it_names(self) -> None:
        for gauge in self.connector.gauges:
            assert gauge.unit.strip()
            assert gauge.label.strip()
            assert gauge.period in ("day", "month")
        assert bool(self.connector.can.costs) is any(gauge.unit == "USD" for gauge in self.connector.gauges)

    def test_no_repr_shows_a_secret(self) -> None:
        assert SECRET not in repr(self.made())
        assert SECRET not in repr(SignedIn("@shop", "Shop", "1", secrets={"token": SECRET}))

    def test_the_limit_is_known_without_a_network(self) -> None:
        limit = self.made().limit()
        assert isinstance(limit, Limit)
        assert limit.most > 0

    def test_counting_starts_at_nothing_and_grows(self) -> None:
        made = self.made()
        assert made.count("") == 0
        assert 0 < made.count("bread") < made.count("bread and 🥖")
