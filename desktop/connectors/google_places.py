"""Which of the shop's locations on Google an account is for: one account, one location."""

from __future__ import annotations

from typing import NamedTuple

from desktop.connectors import SignedIn
from desktop.connectors.answers import Json, mapping, mappings, text, web_address
from desktop.connectors.google_api import Session
from desktop.connectors.htmltext import one_line
from desktop.errors import Misuse, Refused, SlowDown

_MOST_PAGES = 20
_MOST_LISTED = 12
_FIELDS = "name,title,storeCode,storefrontAddress,metadata"


class Location(NamedTuple):
    """`account` and `name` as Google has them ("accounts/1", "locations/2"); `where` tells namesakes apart."""

    account: str
    name: str
    title: str
    code: str
    where: str
    page: str

    def is_called(self, typed: str) -> bool:
        names = (self.title, self.code, self.said, self.name, self.name.partition("/")[2])
        return typed.casefold() in (one.casefold() for one in names if one)

    @property
    def said(self) -> str:
        return f"{self.title}, {self.where}" if self.where else self.title


def find_place(google: Session, typed: str) -> SignedIn:
    """The one location there is, or the one that was named. Raises Misuse listing them where that isn't clear."""
    typed = one_line(typed)
    try:
        found = _locations(google)
    except SlowDown as error:  # at the first question ever it means something else
        words = "If this happens at your first try, it hasn't let your project use the Business Profile API yet."
        failure = SlowDown(f"{error} {words}", seconds=error.seconds, details=error.details)
    else:
        return _signed(google, _chosen(found, typed))
    raise failure


def _chosen(found: list[Location], typed: str) -> Location:
    if not found:
        raise Misuse("That Google account looks after no place. Sign in with the one that does.")
    wanted = [one for one in found if one.is_called(typed)] if typed else found
    if len(wanted) == 1:
        return wanted[0]
    listed = wanted or found
    names = "; ".join(sorted({one.said for one in listed})[:_MOST_LISTED])
    if typed and not wanted:
        raise Misuse(f"That Google account has no place called “{typed}”. It has: {names}.")
    words = f"That Google account looks after {len(listed)} places. Write down which one you mean: {names}."
    raise Misuse(words, advice="Connect the others after it, one by one.")


def _signed(google: Session, place: Location) -> SignedIn:
    """The account for a location, once its reviews have been asked for: what's not allowed is told now."""
    parent = f"{place.account}/{place.name}"
    base = google.base or "https://mybusiness.googleapis.com"
    google.get(f"{base}/v4/{parent}/reviews", {"pageSize": "1"})
    facts = {"parent": parent, "page": place.page, "client_id": google.client.id, "location": place.said}
    return SignedIn(
        handle=place.said,
        name=place.title,
        remote_id=place.name,
        facts={**facts, "base": google.base} if google.base else facts,
        secrets=dict(google.keys),
    )


def _locations(google: Session) -> list[Location]:
    """Every location of every account the person may look after; one that is in two accounts counts once.

    An account that doesn't show its locations is passed over, if another one does.
    """
    found: dict[str, Location] = {}
    refusal: Refused | None = None
    accounts = f"{google.base or 'https://mybusinessaccountmanagement.googleapis.com'}/v1/accounts"
    business = google.base or "https://mybusinessbusinessinformation.googleapis.com"
    for account in _listed(google, accounts, "accounts", {"pageSize": "20"}):
        name = text(account, "name")
        params = {"readMask": _FIELDS, "pageSize": "100"}
        try:
            listed = _listed(google, f"{business}/v1/{name}/locations", "locations", params)
        except Refused as error:
            refusal = error
            continue
        for one in (_location(name, place) for place in listed):
            found.setdefault(one.name, one)
    if refusal is not None and not found:
        raise refusal
    return list(found.values())


def _listed(google: Session, url: str, key: str, params: dict[str, str]) -> list[Json]:
    found: list[Json] = []
    token = ""
    for _ in range(_MOST_PAGES):
        page = google.get(url, {**params, "pageToken": token} if token else params)
        found += mappings(page, key)
        token = text(page, "nextPageToken", "")
        if not token:
            break
    return found


def _location(account: str, place: Json) -> Location:
    about, address = mapping(place, "metadata", {}), mapping(place, "storefrontAddress", {})
    lines = address.get("addressLines")
    street = lines[0] if isinstance(lines, list) and lines and isinstance(lines[0], str) else ""
    return Location(
        account,
        text(place, "name"),
        one_line(text(place, "title", "")) or text(place, "name"),
        one_line(text(place, "storeCode", "")),
        one_line(", ".join(part for part in (street, text(address, "locality", "")) if part)),
        web_address(text(about, "mapsUri", "")),
    )
