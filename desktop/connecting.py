"""Bringing a place in, and letting it go: sign-ins into the vault, accounts into the shop file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop import accounts, conversations, counter, history, outbox, posts
from desktop import clock as clocks
from desktop.connectors import (
    SINCE,
    Abilities,
    Connector,
    LoginField,
    SignedIn,
    all_connectors,
    connector_class,
    wanted_since,
)
from desktop.errors import Misuse
from desktop.imports import marks
from desktop.imports.items import MADE
from desktop.records import Account, ReplyState
from desktop.shop import Shop

_CEILING = "ceiling"  # a fact of an account: the most it may cost in a month, "" for no limit
_MOST = 100_000
LOOKS_BACK = (30, 365, 0)  # days an owner may choose; 0: everything the place gives
FIRST_LOOK = LOOKS_BACK[0]  # what a place connected in the window brings before anybody chose


@dataclass(frozen=True, slots=True)
class Place:
    """A place that can be connected, told by its connector's own facts."""

    key: str
    name: str
    tile: str
    login: tuple[LoginField, ...]
    can: Abilities
    by_browser: bool

    def estimate(self, minutes: int) -> str:
        """What checking so often costs in a month, in sentences; "" where nothing is charged."""
        return connector_class(self.key).estimate(minutes)
    words: str = ""  # over the sign-in form
    title: str = ""  # of the sign-in form, where it isn't "Sign in at" the place


def places() -> tuple[Place, ...]:
    """Every place on offer, by name."""
    found = [_place(connector) for connector in all_connectors().values() if connector.is_offered]
    return tuple(sorted(found, key=lambda place: place.name))


def _place(connector: type[Connector]) -> Place:
    return Place(
        connector.key,
        connector.name,
        connector.tile,
        connector.login,
        connector.can,
        connector.browser_sign_in,
        connector.sign_in_words,
        connector.sign_in_title,
    )


def gap(shop: Shop, account_id: str) -> tuple[str, datetime] | None:
    """What may be missing from this account's newest stretch that couldn't be fetched whole, and when that was."""
    told = [event for event in history.of(shop.store, account_id) if event.kind == "gap"]
    return (str(told[-1].body.get("said", "")), told[-1].at) if told else None


def sign_in(shop: Shop, platform: str, fields: Mapping[str, str]) -> Account:
    """Signs in with what was typed or pasted, and adds the account.

    Raises Misuse for an unknown place or a missing field, LoginExpired, Refused, Offline, VaultClosed.
    """
    return finish(shop, platform, _known(platform).sign_in(checked_fields(platform, fields), shop.web()))


def checked_fields(platform: str, fields: Mapping[str, str]) -> dict[str, str]:
    """The fields of a place's form, trimmed. Raises Misuse naming what is missing or unknown."""
    wanted = {field.key: field for field in _known(platform).login}
    unknown = sorted(set(fields) - set(wanted))
    if unknown:
        raise Misuse(f"{_known(platform).name} doesn't ask for “{unknown[0]}”.")
    given = {key: value.strip() for key, value in fields.items() if value.strip()}
    for key, field in wanted.items():
        if key not in given and not field.is_optional:
            raise Misuse(f"{_known(platform).name} needs one more thing: {field.label}")
    return given


def _known(platform: str) -> type[Connector]:
    if platform not in all_connectors() or not connector_class(platform).is_offered:
        raise Misuse(f"There is no place called “{platform}” here.")
    return connector_class(platform)


def finish(shop: Shop, platform: str, signed: SignedIn, days: int = 0) -> Account:
    """Keeps a sign-in: the secrets in the vault first, then the account. Raises VaultClosed, and then adds nothing.

    `days`: how far back a new account is read, 0 for all its place gives; one that was here before goes on as it did.
    """
    account = Account(
        id=accounts.account_id(platform, signed.host, signed.remote_id),
        platform=platform,
        handle=signed.handle,
        name=signed.name or signed.handle,
        host=signed.host,
        remote_id=signed.remote_id,
        facts=dict(signed.facts or {}),
    )
    now = shop.clock.now()
    known = accounts.by_id(shop.store, account.id)
    ours = {SINCE: _back(now, days)} if days and not known else {}
    if known:  # the owner's word, which no sign-in knows of
        ours = {fact: known.facts[fact] for fact in (_CEILING, SINCE) if fact in known.facts}
    account = account._replace(facts={**account.facts, **ours})
    shop.vault.save(account.id, dict(signed.secrets or {}))
    with shop.store.writing():
        accounts.add(shop.store, account, now)
        _take_over(shop, account)
        history.tell(shop.store, shop.by(now), account.id, "connected", {"handle": account.handle})
    return accounts.by_id(shop.store, account.id) or account


def _take_over(shop: Shop, account: Account) -> None:
    """What a file brought of this account, before we knew what its place calls it, belongs to it."""
    for other in accounts.called(shop.store, account.platform, account.handle):
        if other.remote_id.startswith(MADE):
            posts.give_to(shop.store, other.id, account.id)
            conversations.give_to_account(shop.store, other.id, account.id)
            marks.give_to(shop.store, other.id, account.id)
            accounts.forget(shop.store, other.id)


def _back(now: datetime, days: int) -> str:
    return clocks.to_text(now - timedelta(days=days))


def further_back(account: Account, now: datetime) -> tuple[int, ...]:
    """Those of LOOKS_BACK that bring older posts than the account is read back to now."""
    since = wanted_since(account)
    if since is None:
        return ()
    return tuple(days for days in LOOKS_BACK if not days or now - timedelta(days=days) < since)


def look_back(shop: Shop, account_id: str, days: int) -> bool:
    """Lets an account be read so many days back, 0 for everything its place gives. True where that is further than
    until now: then it is read from the front with the next check, and what is here already stays as it is.

    Less far changes nothing. Not while the account is being collected: that would move its cursors on.
    """
    now = shop.clock.now()
    with shop.store.writing():
        account = accounts.by_id(shop.store, account_id)
        if account is None or days not in further_back(account, now):
            return False
        facts = {key: text for key, text in account.facts.items() if key != SINCE}
        accounts.set_facts(shop.store, account_id, {**facts, SINCE: _back(now, days)} if days else facts)
        accounts.forget_cursors(shop.store, account_id)
        history.tell(shop.store, shop.by(now), account_id, "looks_back", {"days": days})
    return True


def set_ceiling(shop: Shop, account_id: str, typed: str) -> str:
    """The most an account may cost in a month, in what its place charges in; "" for no limit. Returns it tidied.

    Fetching that waited for the limit goes on with the next check. Raises Misuse when it is no amount.
    """
    amount = _amount(typed)
    now = shop.clock.now()
    with shop.store.writing():
        account = accounts.by_id(shop.store, account_id)
        if account is None:
            raise Misuse("That account isn't connected any more.")
        if account.facts.get(_CEILING, "") == amount:
            return amount
        accounts.set_facts(shop.store, account_id, {**account.facts, _CEILING: amount})
        if account.retry_at is not None:
            accounts.has_trouble(shop.store, account_id, "")
        history.tell(shop.store, shop.by(now), account_id, "ceiling", {"amount": amount})
    return amount


def ceiling_of(account: Account) -> float | None:
    """The most the owner lets an account cost in a month; None for no limit."""
    amount = account.facts.get(_CEILING, "")
    return float(amount) if amount else None


def _amount(typed: str) -> str:
    """ "5", "5,00" or "$5" as "5.00"; "" for nothing."""
    bare = typed.strip().removeprefix("$").replace(",", ".").strip()
    if not bare:
        return ""
    if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,2})?", bare) or float(bare) > _MOST:
        raise Misuse("That isn't an amount of money.", advice="Write it like 5 or 12.50, or leave it empty.")
    return f"{float(bare):.2f}"


def disconnect(shop: Shop, account_id: str) -> int:
    """New messages stop, history stays, waiting replies go back to drafts. Returns how many did."""
    waiting = [
        reply
        for reply in outbox.pending(shop.store)
        if reply.account == account_id
        and reply.state in (ReplyState.WAITING, ReplyState.HELD, ReplyState.REFUSED)
    ]
    with shop.store.writing():
        for reply in waiting:
            counter.take_back(shop, reply.id)
        accounts.remove(shop.store, account_id)
        history.tell(shop.store, shop.by(), account_id, "disconnected")
    shop.vault.forget(account_id)
    return len(waiting)
