"""Fenny Lane Bakehouse in the first days of January 2026, with the two years before: the shop of day three.

In 2025 there were 89 public complaints, of which 73 show how they ended; in 2024 it was 14 of 34. Nine are about
crushed or squashed boxes. Made once (`make`), and copied for each window (`open_copy`).
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, NamedTuple, cast

from desktop import accounts, collect, counter, looks, past, posts
from desktop.clock import SetClock
from desktop.practice import scenario
from desktop.practice.opening import open_practice
from desktop.practice.scenario import Scenario
from desktop.practice.world import World
from desktop.records import (
    Account,
    Author,
    Batch,
    FixedHow,
    Kind,
    ProofKind,
    Purpose,
    RemotePost,
    Source,
    StandingReason,
)
from desktop.shop import Shop
from desktop.shopnotes import ShopNote
from desktop.vault import SessionVault
from desktop.web import Web
from desktop.writing import Writing
from tests.stories.far_places import Places, Wire

_HERE = Path(__file__).parent
ZONE = timezone(timedelta(hours=1))
LAST_CHECK = "2026-01-04 21:30"
TO_SOL = "Sol, the second cake is on us. Would you say under your post how it ended? Only if you like. Ines"
SOL_IS_FINE = "Update: they rang me on Saturday and the second cake was lovely. All sorted, thank you."


class Past(NamedTuple):
    """What was said in the years before. `at`: the shop's own time. `end`: they, we, standing; or praise."""

    at: str
    who: str
    text: str
    end: str = "they"
    place: str = "google"

    def moment(self) -> datetime:
        return datetime.strptime(self.at, "%Y-%m-%d %H:%M").replace(tzinfo=ZONE)


BOXES = (
    Past("2025-01-27 10:10", "cakesforkai", "Is it me or is every second box squashed now?", "standing", "instagram"),
    Past("2025-03-09 09:30", "Colm T.", "Box crushed, cake fine, but it was a gift and it looked it.", "standing"),
    Past("2025-05-22 11:00", "H. Oduya", "Cupcake box squashed. It was like that for the driver.", "we", "facebook"),
    Past("2025-05-24 12:00", "Nadia P.", "Corner of the box was crushed and the writing had gone."),
    Past("2025-12-20 10:40", "Farah M.", "Two of the six gift boxes arrived squashed. They were presents."),
    Past("2025-12-21 11:20", "Bram V.", "The box for the yule log was squashed on one side.", "they", "facebook"),
    Past("2025-12-23 09:50", "Ed and Jo", "Crushed stollen, box held together with one bit of tape.", "we", "facebook"),
)  # fmt: skip
# What else there was by month of 2025: they said so, we said so, left standing.
_OTHERS = (
    (3, 1, 1), (3, 2, 1), (4, 2, 0), (5, 1, 1), (3, 2, 1), (4, 2, 1),
    (4, 2, 1), (5, 1, 1), (4, 2, 0), (5, 2, 0), (4, 2, 0), (2, 2, 0),
)  # fmt: skip
_WRONG = (
    "The rye was burnt underneath.", "Waited forty minutes and the order was lost.", "My loaf was stale by noon.",
    "Charged twice for one bag of rolls.", "The tart was raw in the middle.", "Nobody picks up the phone here.",
    "They were rude about my voucher.", "Hair in the focaccia. Never again.",
)  # fmt: skip
_LEANED_ON = ("our mistake, not bad luck",) * 9 + ("drop us a message",) * 7 + ("thanks so much for telling",) * 6
_FIRST = "Sorry Ouch Understood Noted Indeed Granted Agreed".split()
_SECOND = "oven tray counter window order basket queue ticket parcel bench apron".split()
_THIRD = "mended moved checked labelled counted swapped cleaned tidied measured relit rung sorted aired".split()
_DELAYS = (20, 41, 68, 95, 130)  # minutes till our answer, one after the other: half within 68


def live_stories() -> list[dict[str, Any]]:
    """What still goes on at the places, or ended with all that belongs to it."""
    raw = json.loads((_HERE / "fenny_lane.json").read_text("utf-8"))
    omar = next(story for story in raw["stories"] if story["id"] == "omar")
    asked = "Would you put a line under your post saying how it ended? Only if you’re happy to. Tom"
    omar["then"] += [
        {"at": "2025-06-14 08:20", "we": "Tom", "say": asked, "private": True, "for": "ask"},
        {"at": "2025-06-17 20:41", "they": "Update: new cake at the door next day. Credit where it’s due."},
        {"at": "2025-06-17 21:00", "we": "Ines", "do": "shown", "proof": "their_reply"},
        {"at": "2025-06-17 21:01", "we": "Ines", "do": "done"},
    ]
    sol = _complaint("sol", "facebook", "Sol K.", "2025-12-28 10:00", "Half the cake for the party was gone.", "fixed")
    sol["then"].append({"at": "2026-01-04 22:40", "they": SOL_IS_FINE})
    squashed = "Lovely loaf, the box less so. Squashed on the bus rack, to be fair."
    return [
        omar,
        sol,
        _complaint("will", "instagram", "wildyeastwill", "2025-10-17 10:00", squashed, "asked"),
        _complaint("pia", "facebook", "Pia N.", "2025-11-08 11:00", "No candle with the birthday cake.", "asked"),
        _complaint("wanda", "google", "Wanda M.", "2025-11-12 10:00", "My order went to somebody else.", "standing"),
        _complaint("greta", "facebook", "Greta L.", "2025-12-19 10:00", "The stollen had no almonds.", "asked"),
        _complaint("ruben", "facebook", "Ruben A.", "2025-12-30 11:00", "The pretzels were hard as stones.", ""),
        {
            "id": "mjb", "place": "bluesky", "who": "mjb.example", "source": "mention", "at": "2025-12-31 10:00",
            "kind": "complaint", "text": "@fennylane.example the rye was mouldy inside.",
            "then": [{"at": "2025-12-31 10:30", "we": "Priya", "do": "kind", "kind": "complaint"}],
        },
        {
            "id": "ruth", "place": "google", "who": "Ruth A.", "source": "review", "stars": 5,
            "at": "2026-01-04 12:00", "text": "Could you keep one rye for Tuesday?",
        },
    ]  # fmt: skip


def _complaint(id_: str, place: str, who: str, at: str, text: str, state: str) -> dict[str, Any]:
    """Answered by Priya within the hour; then as far as `state` says."""
    first = datetime.strptime(at, "%Y-%m-%d %H:%M")  # noqa: DTZ007 (the scenario's local time)

    def later(**wait: float) -> str:
        return (first + timedelta(**wait)).strftime("%Y-%m-%d %H:%M")

    name = who.split()[0]
    then: list[dict[str, Any]] = [
        {"at": later(minutes=68), "we": "Priya", "say": f"{name}, {text.split()[0].lower()} and all: ours. Priya"}
    ]
    if state in ("fixed", "asked"):
        then.append({"at": later(hours=5), "we": "Priya", "do": "fixed", "how": "they_told_us", "aloud": True})
    if state == "asked":
        ask = f"{name}, would you add how it ended? Good or bad, in your words. Priya"
        then.append({"at": later(hours=30), "we": "Priya", "say": ask, "for": "ask"})
    if state == "standing":
        then.append({"at": later(days=9), "we": "Priya", "do": "standing", "reason": "no_reply"})
    source = {"google": "review", "instagram": "comment"}.get(place, "post")
    return {"id": id_, "place": place, "who": who, "source": source, "at": at, "kind": "complaint", "text": text,
            "stars": 2 if place == "google" else None, "then": then}  # fmt: skip


def last_year() -> Scenario:
    raw = json.loads((_HERE / "fenny_lane.json").read_text("utf-8"))
    raw["now"] = LAST_CHECK
    return scenario.told(raw, live_stories())


# --- the years before ------------------------------------------------------------------------------------------


def _past() -> Iterator[Past]:
    """Those that no page is asked about any more."""
    yield from BOXES
    for month, (they, we, standing) in enumerate(_OTHERS, 1):
        ends = ["they"] * they + ["we"] * we + ["standing"] * standing
        for number, end in enumerate(ends):
            yield _one(2025, month, number, end)
    for number in range(34):
        yield _one(2024, number % 12 + 1, number, "they" if number < 14 else "standing")


def _one(year: int, month: int, number: int, end: str) -> Past:
    day = datetime(year, month, 2 + 2 * number % 26, 9, 10, tzinfo=ZONE)
    day += timedelta(days=1 if day.weekday() == 0 else 0)  # Mondays are closed
    text = _WRONG[(month * 5 + number) % len(_WRONG)]
    return Past(f"{day:%Y-%m-%d} 09:10", f"{'ABCDEFGHJKLM'[month - 1]}{number}. of {year}", text, end,
                ("google", "facebook", "instagram")[number % 3])  # fmt: skip


def _praise() -> Iterator[Past]:
    """Four kind words a month."""
    for month in range(24):
        for number in range(4):
            day = datetime(2024 + month // 12, month % 12 + 1, 5 + 6 * number, 8, 30, tzinfo=ZONE)
            yield Past(f"{day:%Y-%m-%d} 08:30", f"Kind {month} {number}", "Best rye in town, always a smile.", "praise")


def _ours(number: int) -> str:
    """No two alike but for a turn of phrase that some of them lean on."""
    every_third, is_it = divmod(number, 3)
    leaned_on = _LEANED_ON[every_third] if not is_it and every_third < len(_LEANED_ON) else str(number)
    return f"{_FIRST[number % 7]}: {_SECOND[number % 11]} {_THIRD[number % 13]}, {leaned_on}."


def _remote(account: Account, one: Past, number: int) -> tuple[RemotePost, ...]:
    """What the place once said of it: their words, our answer, and their word on how it ended."""
    first, root = one.moment(), f"{one.place}-{one.who}-{one.at}"
    them = Author(account.platform, one.who, one.who, one.who)
    us = Author(account.platform, account.remote_id, account.handle, account.name)
    review = one.place == "google"
    made = [
        RemotePost(root, them, one.text, first, source=Source.REVIEW if review else Source.POST, root_remote_id=root,
                   stars=2 if review else None, url=f"https://{one.place}.example/{len(root)}")
    ]  # fmt: skip

    def under(name: str, author: Author, text: str, after: timedelta) -> RemotePost:
        return RemotePost(
            f"{root}-{name}", author, text, first + after, parent_remote_id=root, root_remote_id=root,
            source=Source.COMMENT, is_ours=author is us, url=f"https://{one.place}.example/{name}",
        )  # fmt: skip

    if one.end != "praise":
        delay = timedelta(minutes=_DELAYS[sum(map(ord, root)) % len(_DELAYS)])
        made.append(under("answer", us, _ours(number), delay))
    if one.end == "they":
        made.append(under("end", them, "They put it right the next day. All sorted.", timedelta(days=2)))
    if one.end == "we":
        made.append(under("end", us, _ours(1000 + 3 * number + 1), timedelta(days=2)))
    return tuple(made)


def _bring_in(shop: Shop, clock: SetClock) -> None:
    by_place = {one.facts["place"]: one for one in accounts.all(shop.store)}
    one_by_one = sorted([*_past(), *_praise()], key=lambda one: one.at)
    with shop.store.writing():
        of_2025 = [one for one in one_by_one if one.at > "2025" and one.end != "praise"]
        for one in one_by_one:
            number = of_2025.index(one) if one in of_2025 else 500 + one_by_one.index(one)
            account = by_place[one.place]
            clock.set(one.moment().astimezone(UTC) + timedelta(days=3))
            said = _remote(account, one, number)
            collect.take(shop, account, Batch(said))
            conversation = posts.conversation_of(shop.store, account.id, said[0].remote_id)
            assert conversation
            _ended(shop, account, conversation, one, said)
            looks.plan(shop.store, conversation, None)


def _ended(shop: Shop, account: Account, conversation: str, one: Past, said: tuple[RemotePost, ...]) -> None:
    if one.end == "praise":
        counter.set_kind(shop, conversation, Kind.PRAISE)
        counter.done(shop, conversation)
        return
    counter.set_kind(shop, conversation, Kind.COMPLAINT)
    if one.end == "standing":
        counter.leave_standing(shop, conversation, StandingReason.NO_REPLY)
    else:
        counter.mark_fixed(shop, conversation, FixedHow.DONE_AND_RECEIVED)
        kind = ProofKind.THEIR_REPLY if one.end == "they" else ProofKind.OUR_UPDATE
        counter.confirm_ending(shop, conversation, kind=kind, post_id=posts.post_id(account, said[-1]))
    counter.done(shop, conversation)


# --- the shop --------------------------------------------------------------------------------------------------


def make(folder: Path) -> None:
    """The shop's folder, as the laptop was closed on Sunday night: one reply waits, and nobody knows that Sol wrote."""
    told = last_year()
    clock = SetClock(told.now_at, told.zone)
    shop = open_practice(folder, scenario=told, clock=clock, is_practice=False)
    try:
        _bring_in(shop, clock)
        clock.set(told.now_at)
        counter.put_shop_note(shop, ShopNote("", date(2025, 9, 2), date(2025, 9, 2), "New boxes."))
        clock.forward(minutes=10)
        everybody = past.page(shop.store, list(past.newest(shop.store)))
        sol = next(row.id for row in everybody if row.author_name == "Sol K.")
        counter.post(shop, sol, Writing.typed(TO_SOL), purpose=Purpose.ASK)
    finally:
        shop.close()


def open_copy(made: Path, folder: Path, clock: SetClock) -> tuple[Shop, Places]:
    """The shop in a copy of that folder, its places at the other end of a wire nobody answers yet."""
    shutil.copytree(made, folder)
    world = World.load(folder, last_year(), clock)
    places = Places(world)
    shop = Shop.open(folder, clock=clock, vault=SessionVault(), web=lambda: cast(Web, Wire(places, clock)))
    return shop, places
