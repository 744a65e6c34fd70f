"""The places' names and tiles: what is known of them without asking is what they say themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.connectors import all_connectors, connector_class
from desktop.connectors.pasted import PastedThere
from desktop.connectors.practice import _PLACES, PREFIX
from desktop.connectors.tariff import places
from desktop.faces import FACES
from desktop.shop import Shop


@pytest.mark.parametrize("platform", sorted(FACES))
def test_a_known_face_is_what_the_connector_says(platform: str) -> None:
    assert FACES[platform] == connector_class(platform).place_facts(platform)


def test_every_place_that_can_stand_in_the_first_list_is_known() -> None:
    offered = {key for key, connector in all_connectors().items() if connector.is_offered}
    told_of = {key for key, connector in all_connectors().items() if issubclass(connector, PastedThere)}
    elsewhere = {f"{key}.{place}" for key in told_of for place in places()}
    assert FACES.keys() == offered | told_of | elsewhere | {f"{PREFIX}{place}" for place in _PLACES}


def test_the_shop_asks_a_place_that_is_not_listed(tmp_path: Path) -> None:
    shop = Shop.open(tmp_path)
    try:
        assert (shop.place("practice"), shop.tile("practice")) == connector_class("practice").place_facts("practice")
        assert (shop.place("mastodon"), shop.tile("mastodon")) == FACES["mastodon"]
        with pytest.raises(KeyError):
            shop.place("carrier pigeon")
    finally:
        shop.close()
