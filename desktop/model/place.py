"""Where the language model is, what it is called, and its key, which only the password store keeps."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit

from desktop import history, people, settings
from desktop.errors import Misuse
from desktop.settings import Setting
from desktop.shop import Shop
from desktop.web import is_loopback

IS_ON = Setting("model_is_on", False, "Offer openings from a language model")
ADDRESS = Setting("model_address", "", "Address")
MODEL = Setting("model_name", "", "Model")
UNASKED = Setting("model_unasked", "", "A host that is sent to without asking each time")
_VAULT = "language model"
_ROUTE = "/chat/completions"
_LONGEST = 500


class Place(NamedTuple):
    """Where it is asked. `is_here`: on this computer, so that nothing leaves it."""

    url: str
    host: str
    is_here: bool


def place_of(address: str) -> Place:
    """The place of a typed address. Raises Misuse for one we don't send to."""
    address = address.strip()
    try:
        parts = urlsplit(address)
        host, is_address = parts.hostname or "", parts.port != 0
    except ValueError:
        host, is_address = "", False
    if not host or not is_address or parts.scheme not in ("http", "https") or len(address) > _LONGEST:
        raise Misuse(
            "That isn't an address we can ask. One on this computer looks like http://localhost:11434/v1"
        )
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise Misuse("The address has more in it than a place. A key goes into its own field.")
    if parts.scheme == "http" and not is_loopback(host):
        raise Misuse("Anything but this computer is only asked over https.")
    path = parts.path.rstrip("/").removesuffix(_ROUTE)
    return Place(f"{parts.scheme}://{parts.netloc}{path}{_ROUTE}", parts.netloc, is_loopback(host))


def is_offered(shop: Shop) -> bool:
    """Whether openings are offered from it; never in practice."""
    store = shop.store
    if shop.is_practice or not settings.get(store, IS_ON):
        return False
    return bool(settings.get(store, ADDRESS) and settings.get(store, MODEL))


def choose(shop: Shop, *, is_on: bool, address: str, model: str) -> None:
    """The owner says where it is and whether it is used. Raises Misuse."""
    _only_the_owner(shop)
    address, model = address.strip(), model.strip()[:_LONGEST]
    if address or is_on:
        place_of(address)
    if is_on and not model:
        raise Misuse("It needs the name of a model.")
    with shop.store.writing():
        before = (settings.get(shop.store, IS_ON), settings.get(shop.store, ADDRESS))
        settings.put(shop.store, IS_ON, is_on)
        settings.put(shop.store, ADDRESS, address)
        settings.put(shop.store, MODEL, model)
        if before != (is_on, address):
            settings.put(shop.store, UNASKED, "")
            host = place_of(address).host if address else ""
            history.tell(shop.store, shop.by(), "model", "model_chosen", {"is_on": is_on, "host": host})


def keep_key(shop: Shop, place: Place, key: str) -> None:
    """In the password store, for this host alone. Raises Misuse and VaultClosed."""
    _only_the_owner(shop)
    key = key.strip()
    if not key.isascii() or not key.isprintable() or " " in key:
        raise Misuse("A key has no spaces and only plain letters, digits and signs.")
    shop.vault.save(_VAULT, {"key": key, "host": place.host})


def forget_key(shop: Shop) -> None:
    """Raises Misuse and VaultClosed."""
    _only_the_owner(shop)
    shop.vault.forget(_VAULT)


def key_for(shop: Shop, place: Place) -> str:
    """Its key, "" when there is none for this host. Raises VaultClosed."""
    kept = shop.vault.load(_VAULT)
    return kept.get("key", "") if kept.get("host") == place.host else ""


def has_key(shop: Shop, place: Place) -> bool:
    return bool(key_for(shop, place))


def may_send_unasked(shop: Shop, place: Place) -> bool:
    """Whether somebody said not to be asked again; only ever true of this computer."""
    return place.is_here and settings.get(shop.store, UNASKED) == place.host


def send_unasked(shop: Shop, place: Place, on: bool) -> None:
    """`Don't ask again for this computer`. Raises Misuse for any other."""
    if on and not place.is_here:
        raise Misuse("What leaves this computer is shown each time.")
    settings.put(shop.store, UNASKED, place.host if on else "")


def _only_the_owner(shop: Shop) -> None:
    owner = people.owner(shop.store)
    if owner is not None and not shop.me.is_owner:
        raise Misuse(f"Only {owner.name} can change this page.")
