"""What leaves the shop by the command line: `forget` somebody, and `keep` messages only for so long.

Both say first what would go, and remove it only when told to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import TextIO

from desktop import forgetting, settings
from desktop.connectors.htmltext import one_line
from desktop.errors import Misuse, ShopError
from desktop.forgetting import Somebody, Waiting, by_age
from desktop.forgetting.by_age import Due
from desktop.settings import Setting
from desktop.shop import Shop

MOST_MONTHS = 1200
_MOST = 200  # people in a list
_SAID = 40  # characters of what somebody wrote last
KINDS: Mapping[str, Setting[int]] = {"private": settings.KEEP_PRIVATE, "public": settings.KEEP_PUBLIC}


def may(shop: Shop) -> None:
    """Raises Misuse where nothing may be removed from this shop."""
    if shop.is_practice or shop.read_only:
        raise Misuse("In the pretend shop nothing is removed." if shop.is_practice else "Read-only, nothing goes.")
    if not shop.me.is_owner:
        raise Misuse("Only the owner removes anything.", advice=f"{shop.me.name} was here last: switch in the window.")


# --- somebody --------------------------------------------------------------------------------------------


def who(shop: Shop, typed: str, out: TextIO) -> bool:
    """Everybody whose name or handle holds these letters. False where nobody's does."""
    people = forgetting.find(shop, typed, _MOST)
    alike = Counter((_plain(one.name), one.platform) for one in people)
    for one in people:
        out.write(_line(shop, one, with_sign=alike[_plain(one.name), one.platform] > 1))
    if people:
        out.write("Nothing was removed. With --remove and the whole name, all that this person wrote goes.\n")
    else:
        out.write(f"Nobody here is called “{typed}”.\n")
    return bool(people)


def forget(shop: Shop, name: str, place: str, sign: str, out: TextIO) -> None:
    """Removes what somebody wrote, who is called just that. `sign`: of one of several of one name at one place, as they
    are listed. Raises Misuse where that isn't one person."""
    may(shop)
    one = _only(shop, name, place, sign)
    done = forgetting.forget(shop, [one.id])
    called = one.name or one.handle
    out.write(f"Everything {called} wrote is gone from here: {_messages(done.messages)}. ")
    out.write(f'It can be undone until {_day(shop, done.until)}: forget --undo "{called}"\n')
    facts = forgetting.known_in_book(shop, called)
    try:
        forgetting.clean(shop)
    except ShopError as error:
        out.write(f"Free parts of the shop's file still hold some of it, until the window tries again: {error}\n")
    if facts:
        out.write(f"The Shop book names them in {facts} {'fact' if facts == 1 else 'facts'}. That stays.\n")


def _only(shop: Shop, name: str, place: str, sign: str) -> Somebody:
    wanted = _plain(name)
    found = [
        one for one in forgetting.find(shop, " ".join(name.split()).removeprefix("@"), _MOST)
        if wanted in (_plain(one.name), _plain(f"@{one.handle}"))
    ]  # fmt: skip
    found = [one for one in found if not place or _plain(place) in (one.platform, _plain(shop.place(one.platform)))]
    found = [one for one in found if not sign or _sign(one) == sign.strip("[]").lower()]
    if not found:
        where = (f" at {place}" if place else "") + (f" with the sign {sign}" if sign else "")
        raise Misuse(f"Nobody here is called just “{name}”{where}.", advice="Without --remove it says who is here.")
    if len(found) > 1:
        several = "; ".join(_line(shop, one, with_sign=True).strip() for one in found)
        raise Misuse(
            f"Several are called “{name}”: {several}.",
            advice="Say which: --place PLACE, @HANDLE, or --which with the sign in brackets.",
        )
    return found[0]


def undo(shop: Shop, name: str, out: TextIO) -> None:
    """They are here again. Raises Misuse where nobody of that name was forgotten, or several were."""
    may(shop)
    found = [one for one in forgetting.waiting(shop) if _plain(one.name) == _plain(name)]
    if not found:
        raise Misuse(f"Nobody called “{name}” was forgotten, or it is too late.", advice="forget --list says who.")
    newest = found[0]
    forgetting.undo(shop, newest.id)
    out.write(f"{newest.name} is here again, with all they wrote: {_messages(newest.messages)}.\n")
    if len(found) > 1:
        out.write(f"Forgotten under this name before, and not yet back: {len(found) - 1}.\n")


def waiting(shop: Shop, out: TextIO) -> None:
    """Whoever can still be brought back."""
    people: Sequence[Waiting] = forgetting.waiting(shop)
    for one in people:
        place = f"{shop.place(one.platform)}  " if one.platform else ""
        out.write(f"{one.name}  {place}{_messages(one.messages)}  until {_day(shop, one.until)}\n")
    if not people:
        out.write("Nobody was forgotten in the last 30 days.\n")


def _sign(one: Somebody) -> str:
    """Tells apart people of one name: the same each time, and nobody else's here but by a rare chance."""
    return sha256(one.id.encode()).hexdigest()[:6]


def _line(shop: Shop, one: Somebody, *, with_sign: bool = False) -> str:
    sign = f"  [{_sign(one)}]" if with_sign else ""
    handle = f"  @{one.handle}" if one.handle not in ("", one.name) else ""
    stars = f", {one.newest.stars} of 5" if one.newest.stars is not None else ""
    said = f": “{one_line(one.newest.text, _SAID)}”" if one.newest.text and not one.newest.gone_at else ""
    last = f"{_day(shop, one.newest.posted_at)}{stars}{said}"
    return f"{one.name or one.handle}{handle}  {shop.place(one.platform)}  {_messages(one.messages)}  {last}{sign}\n"


# --- by age ----------------------------------------------------------------------------------------------


def keep(shop: Shop, months: Mapping[str, int], out: TextIO, *, remove: bool) -> None:
    """How long messages are kept: says it, or changes it. What would go then is only told, unless `remove`."""
    if not months and not remove:
        _tell(shop, out)
        return
    may(shop)
    due = by_age.due(shop, {KINDS[kind].key: number for kind, number in months.items()})
    if due.is_any and not remove:
        out.write(f"{_what(due)} would be removed, and that can’t be undone. Nothing was changed: add --remove.\n")
        return
    _put(shop, months)
    gone = by_age.remove(shop) if due.is_any else Due()
    if gone.is_any:
        out.write(f"Removed: {_what(gone)}.\n")
    _tell(shop, out)


def _put(shop: Shop, months: Mapping[str, int]) -> None:
    with shop.store.writing():
        for kind, number in months.items():
            settings.put(shop.store, KINDS[kind], number)


def _tell(shop: Shop, out: TextIO) -> None:
    due = by_age.due(shop)
    for (kind, setting), older in zip(KINDS.items(), due[:2], strict=True):
        number = settings.get(shop.store, setting)
        time = "for ever" if not number else "1 month" if number == 1 else f"{number} months"
        more = f" {older:,} {'is' if older == 1 else 'are'} older: --remove takes them out." if older else ""
        out.write(f"{kind.capitalize()} messages are kept {time}.{more}\n")


def _what(due: Due) -> str:
    counts = [(due.private, "private"), (due.public, "public")]
    return " and ".join(f"{n:,} {kind} {'message' if n == 1 else 'messages'}" for n, kind in counts if n)


# --- in words --------------------------------------------------------------------------------------------


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _messages(number: int) -> str:
    return "1 message" if number == 1 else f"{number:,} messages"


def _day(shop: Shop, at: datetime) -> str:
    return f"{shop.clock.local(at):%Y-%m-%d}"
