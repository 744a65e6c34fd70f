"""What the page knows: the accounts and how each of them is, in words. Read off the UI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from desktop import accounts, connecting, conversations, counter, outbox, people, settings
from desktop.clock import Clock
from desktop.connecting import Place
from desktop.connectors import Abilities, Gauge, connector_class
from desktop.records import Account, AccountState, ReplyState
from desktop.shop import Shop
from desktop.spending import Spending
from desktop.vault import VaultMissing
from ui import moments
from ui.moments import figure, tr
from ui.words import Word

TABLES = frozenset({"accounts", "replies", "people", "settings", "spending"})
_MONEY = "USD"
_GO_BACK = (ReplyState.WAITING, ReplyState.HELD, ReplyState.REFUSED)


class Spent(NamedTuple):
    """What a place counted in its present period. `most`: what it allows, or the owner; None for no limit."""

    gauge: Gauge
    used: float
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Login:
    """One account with what its place can do. `waiting`: replies that would go back to drafts."""

    account: Account
    place: str
    tile: str
    can: Abilities
    most: int
    unit: str
    waiting: int = 0
    gap: str = ""  # what may be missing, with the day it was found
    added: int = 0  # conversations it has brought
    spent: tuple[Spent, ...] = ()

    @property
    def is_charged(self) -> bool:
        """Whether the place charges for what is asked of it, so that an owner may set a limit."""
        return any(each.gauge.unit == _MONEY for each in self.spent)

    @property
    def needs_you(self) -> bool:
        return self.account.state is AccountState.NEEDS_LOGIN

    @property
    def may_sign_in(self) -> bool:
        """Also where the sign-in can't be kept on this computer: it is good for the session."""
        return self.needs_you or self.account.trouble.startswith(str(VaultMissing()))


@dataclass(frozen=True, slots=True)
class Standing:
    """`may_change`: who is here may connect and disconnect; `owner`: who else could, "" in a one-person shop."""

    logins: tuple[Login, ...] = ()
    places: tuple[Place, ...] = ()
    minutes: int = 10
    may_change: bool = False
    owner: str = ""

    def login(self, account: str) -> Login | None:
        return next((login for login in self.logins if login.account.id == account), None)


def read(shop: Shop) -> Standing:
    """The accounts as they are now; asks neither network nor vault."""
    everyone, owner = people.all(shop.store), people.owner(shop.store)
    pending = [reply for reply in outbox.pending(shop.store) if reply.state in _GO_BACK]
    waiting = [reply.account for reply in pending]
    return Standing(
        logins=tuple(
            _login(shop, account, waiting.count(account.id)) for account in accounts.all(shop.store)
        ),
        places=() if shop.is_practice else connecting.places(),
        minutes=settings.get(shop.store, settings.CHECK_MINUTES),
        may_change=shop.me.is_owner and not shop.is_practice and not shop.read_only,
        owner=owner.name if owner and len(everyone) > 1 else "",
    )


def _login(shop: Shop, account: Account, waiting: int) -> Login:
    measure = counter.measure_of(shop, account)
    can = connector_class(account.platform).abilities(account.platform)
    return Login(
        account,
        shop.place(account.platform),
        shop.tile(account.platform),
        can,
        measure.most,
        measure.unit,
        waiting,
        _gap(shop, account),
        0 if can.read else conversations.of_account(shop.store, account.id),
        tuple(_spent(shop, account, gauge) for gauge in connector_class(account.platform).gauges),
    )


def _spent(shop: Shop, account: Account, gauge: Gauge) -> Spent:
    used = Spending(shop.store, account.id).used(gauge.unit, gauge.since(shop.clock.now()))
    ceiling = connecting.ceiling_of(account) if gauge.unit == _MONEY else None
    return Spent(gauge, used, (gauge.most or None) if ceiling is None else ceiling)


def spending(spent: Spent) -> tuple[str, str]:
    """("This month", "$1.23 of $5.00"), ("Today", "300 of 10,000 units")."""
    when = tr("This month") if spent.gauge.period == "month" else tr("Today")
    is_money = spent.gauge.unit == _MONEY
    used, most = (f"${each:,.2f}" if is_money else f"{each:,.0f}" for each in (spent.used, spent.most or 0))
    said = used if spent.most is None else tr("{used} of {most}").format(used=used, most=most)
    return when, said if is_money else f"{said} {tr('units')}"


def _gap(shop: Shop, account: Account) -> str:
    found = connecting.gap(shop, account.id)
    if found is None:
        return ""
    said, at = found
    return tr("{what} (found {day})").format(what=said, day=moments.day(shop.clock, at))


def state(login: Login, clock: Clock) -> Word:
    """`checked 08:02`, `Sign in again. Signed out yesterday`, or what is the matter."""
    account = login.account
    if login.needs_you:
        return Word(_signed_out(account, clock), "warn", "amber")
    if not login.can.read:
        return Word(tr("{n} so far").format(n=figure(login.added)), "hand")
    if account.trouble:
        return Word(trouble(account, clock), "clock")
    if account.checked_at is None:
        return Word(tr("not checked yet"), "clock")
    when = moments.short(clock, account.checked_at)
    return Word(tr("checked {when}").format(when=when), "check")


def _signed_out(account: Account, clock: Clock) -> str:
    again = tr("Sign in again.")
    if account.checked_at is None:
        return again
    day = moments.day(clock, account.checked_at)
    return f"{again} {tr('Signed out {day}').format(day=day)}"


def trouble(account: Account, clock: Clock) -> str:
    """The sentence the last check left behind, with the time of the next try where the place gave one."""
    if account.retry_at is None or account.retry_at <= clock.now():
        return account.trouble
    again = tr("We’ll try again at {when}.").format(when=moments.short(clock, account.retry_at))
    return f"{account.trouble} {again}"
