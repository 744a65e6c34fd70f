"""Fenny Lane Bakehouse on Saturday 14 June 2025 at 06:50, as in the acceptance days of the design.

`open_fenny_lane(folder)` gives a real shop with the practice connector behind it and a clock that
stands at 06:50 until it is set: `shop.clock.forward(minutes=15)` lets Marta's review arrive.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.clock import SetClock
from desktop.practice import scenario
from desktop.practice.opening import open_practice
from desktop.practice.scenario import Scenario
from desktop.shop import Shop

_HERE = Path(__file__).parent

# The endings of this year: day and hour, place, who, their words, who answered and how, how it ended (kind, words).
_SHOWN = (
    ("2025-01-03 10:00", "google", "Agata", "Two loaves ordered, one in the bag.", "Ines", "We counted wrong, Agata. The second is on the shelf with your name on it till four.", "their_edit", "Update: collected, with a bun on top. Sorted."),
    ("2025-01-09 11:00", "facebook", "Noel F.", "The mince pies were last year's, or tasted it.", "Priya", "They were this week's and over-baked, which is no better. Your money went back at eleven.", "their_reply", "Refunded the same day. All sorted."),
    ("2025-01-14 09:00", "instagram", "crumbs.and.co", "Found the door locked at 8.30. It says 7.", "Ines", "I overslept, and the ovens with me. A bag of rolls is hanging on your gate before nine tomorrow.", "our_update", "A late note from us: the rolls went to the gate on 15 January, and the spare key lives with Priya now."),
    ("2025-01-21 12:00", "google", "Lukas M.", "Paid for the large, got the medium.", "Priya", "The sizes sit too close on the till, Lukas. The difference went back at noon today.", "their_edit", "Update: money's back. Sorted."),
    ("2025-01-26 10:30", "bluesky", "hollow.loaf", "Hole in my loaf you could post a letter through.", "Ines", "I've seen it, it's a fold I rushed. There's a tight one for you until Tuesday.", "their_reply", "got the other one, no hole, all good now"),
    ("2025-02-01 09:30", "google", "Greta S.", "No receipt, no smile.", "Ines", "You should have had both, Greta. I've put a receipt in the post this morning; the smile you'll have to come for.", "our_update", "An update: the receipt went out on 1 February, and the printer offers one every time now."),
    ("2025-02-06 10:00", "facebook", "Iain & Mo", "Wedding tasting booked, nobody knew.", "Ines", "It was in my apron and not in the book. I'm holding Saturday at five for you, just us.", "their_reply", "They made it up to us on Saturday, properly. All sorted."),
    ("2025-02-13 11:00", "google", "Zelda", "Heart biscuit arrived as two halves. On the day.", "Tom", "On that day of all days. I've iced another and I'll run it over before six.", "their_edit", "Update: mended with jam and then replaced. Sorted."),
    ("2025-02-18 09:00", "instagram", "mum.of.four.ish", "Sesame on the plain ones.", "Priya", "The trays were side by side and the seeds travelled. The plain ones bake on the top rack from today.", "our_update", "An update: plain rolls have baked on their own rack since 18 February."),
    ("2025-02-25 12:00", "google", "Viktor", "Waited for a call back about a cake. None came.", "Priya", "I had your number with one digit missing and should have looked you up. I'm ringing at two.", "their_edit", "Update: rang at two on the dot. Sorted."),
    ("2025-03-02 10:00", "facebook", "Signe", "The gluten-free shelf was empty at nine. Again.", "Ines", "Twice in a week is a habit. From Tuesday we bake eight more, and one is yours if you say so the night before.", "their_reply", "Mine was there with my name on. All sorted, thank you."),
    ("2025-03-07 09:30", "google", "O. Brandt", "A hair in the bun.", "Ines", "That's horrible, and I'm sorry. Nets for everyone as of this morning, me included. Your money went back at nine.", "our_update", "For anyone reading later: hair nets for all of us since 7 March."),
    ("2025-03-12 11:00", "instagram", "tiny.teeth", "The crust took my filling.", "Ines", "I'd like to hear how you are. I'll ring at one, and the dentist's bill comes to me.", "their_reply", "dentist done, bill paid, all good now"),
    ("2025-03-19 10:00", "google", "Marguerite", "Sent away because I was one coin short.", "Ines", "Nobody leaves hungry here, and somebody forgot that. Have the loaf, pay next time, and I'm sorry.", "their_edit", "Update: they came after me down the lane with the loaf. Sorted."),
    ("2025-03-23 12:00", "bluesky", "slowtrain", "Cold coffee, warm milk. Wrong way round.", "Tom", "I made that one and I can hear it. There's a right-way-round one waiting for you today until four.", "their_reply", "had the right one. all good now"),
    ("2025-03-29 09:00", "facebook", "H. Oduya", "Name on the cake spelt like the airport.", "Priya", "One letter, and it was the whole point. A new plaque with both Ms is on its way by noon.", "their_reply", "New plaque, right name, everyone laughed. All sorted."),
    ("2025-04-04 10:00", "google", "Bodil", "Buggy wouldn't fit past the bread racks.", "Ines", "I pushed a buggy through this morning and got stuck where you did. The rack moves tonight.", "our_update", "An update: the rack moved on 4 April. There's a metre and a bit now."),
    ("2025-04-10 11:00", "instagram", "rye.witness", "Rye sliced when I said whole.", "Tom", "You said whole twice. There's a whole one behind the till for you until Saturday.", "their_reply", "picked it up, whole as anything, all good now"),
    ("2025-04-17 09:00", "google", "The Pascoes", "Hot cross buns without the cross.", "Priya", "Then they're only hot. A dozen crossed ones are coming to you by five.", "their_edit", "Update: twelve came, crossed twice for luck. Sorted."),
    ("2025-04-25 10:00", "facebook", "Fionn", "Card machine took it twice.", "Ines", "I can see both, Fionn. The second went back at ten, and I've rung the bank about the machine.", "their_reply", "Second payment's back. All sorted."),
    ("2025-05-02 12:00", "google", "Annika T.", "The soup had no bread with it. In a bakery.", "Tom", "I have no answer to that except a loaf, which is at the counter for you until Sunday.", "their_edit", "Update: got the loaf, forgave the soup. Sorted."),
    ("2025-05-08 09:30", "bluesky", "teaspoon", "Queue out of the door and one till.", "Ines", "You're right, the second till was shut for no reason at all. It opens at eight on market days from today.", "our_update", "An update on the queue: two tills on market days since 8 May."),
    ("2025-05-13 11:00", "google", "Dimitri", "Baklava special was sold out by ten.", "Priya", "We made twelve and should have made forty. A box is put by for you on Friday from nine.", "their_edit", "Update: Friday's box was worth it. Sorted."),
    ("2025-05-17 10:00", "instagram", "paperbag.poet", "Bag split on the bridge. Ducks very happy.", "Tom", "I'm glad for the ducks and sorry for you. The thick bags are back; your loaf is at the counter until four.", "their_reply", "loaf replaced, ducks still waiting. all good now"),
    ("2025-05-23 09:00", "google", "Corin", "Asked for unsliced, unsalted, uncut. Got none of the uns.", "Priya", "Three uns and we missed them all. One of each is yours tomorrow from eight.", "their_edit", "Update: all the uns. Sorted."),
    ("2025-05-27 10:00", "facebook", "T. Adeyemi", "Class cancelled and I'm still waiting for my deposit.", "Ines", "It should have gone back the same hour. It went at ten this morning, €45.", "their_reply", "Got my deposit back, thank you. All sorted."),
    ("2025-06-01 11:00", "google", "Rosa & Nel", "Class moved and nobody told us.", "Priya", "You two stood at a locked door with flour in your bags. I can hold Thursday for you with nothing more to pay.", "our_update", "For anyone reading this later: Rosa and Nel's class was held on Thursday 5 June, and a moved class now means a phone call."),
    ("2025-06-08 15:30", "instagram", "ana.andina", "Closed at 3, sign said 4.", "Ines", "The sign was right and we were tired, which isn't a reason. We're open till four today and every day it says so.", "their_reply", "went back, open till four, all good now"),
    ("2025-06-08 10:00", "facebook", "Wes T.", "Wrong bread in the Saturday box.", "Priya", "Yours went two doors down. I'm carrying the right one over before noon.", "our_update", "An update on the Saturday box: the right bread was at the right door on 8 June, and the boxes wear names now."),
)  # fmt: skip


def fenny_lane() -> Scenario:
    """The bakehouse's story, with this year's endings."""
    raw = json.loads((_HERE / "fenny_lane.json").read_text("utf-8"))
    return scenario.told(raw, [*raw["stories"], *(_ended(*each) for each in _SHOWN)])


def _ended(
    at: str, place: str, who: str, text: str, we: str, say: str, proof: str, words: str
) -> dict[str, Any]:
    """A complaint that was answered within the hour, put right the next day, and shows how it ended."""
    first = datetime.strptime(at, "%Y-%m-%d %H:%M")  # noqa: DTZ007 (the scenario's local time)

    def later(**wait: float) -> str:
        return (first + timedelta(**wait)).strftime("%Y-%m-%d %H:%M")

    ending = {
        "their_reply": {"they": words},
        "their_edit": {"they_edit": f"{text}\n\n{words}"},
        "our_update": {"we": we, "say": f"{words} {we}", "for": "ending"},
    }[proof]
    source = {"google": "review", "bluesky": "mention", "instagram": "comment"}.get(place, "post")
    return {
        "id": f"shown_{who}", "place": place, "who": who, "source": source, "at": at, "kind": "complaint", "text": text,
        "stars": 2 if place == "google" else None,
        "then": [
            {"at": later(minutes=50), "we": we, "say": f"{say} {we}"},
            {"at": later(days=1), "we": we, "do": "fixed", "how": "done_and_received"},
            {"at": later(days=2), **ending},
            {"at": later(days=2, hours=1), "we": we, "do": "shown", "proof": proof},
            {"at": later(days=2, hours=1, minutes=1), "we": we, "do": "done"},
        ],
    }  # fmt: skip


def open_fenny_lane(folder: Path, *, is_practice: bool = False) -> Shop:
    """The shop of the acceptance days, at 06:50; Ines is at the counter. Close it at the end."""
    told = fenny_lane()
    return open_practice(
        folder, scenario=told, clock=SetClock(told.now_at, told.zone), is_practice=is_practice
    )
