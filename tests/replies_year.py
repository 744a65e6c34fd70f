"""Replies of two people over a year: so many of their words their own, a phrase leaned on; counted by hand."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from random import Random

from desktop import counter, deliver, people
from desktop.records import Person
from desktop.writing import Ink, Paragraph, Part, Run, Writing
from tests.fixtures_shop import Counter

ZONE = timezone(timedelta(hours=1))
LEANED_ON = "our mistake, not bad luck"
LEAN = 9  # of Ines's from July on have it
_WORDING = "You wrote, and nobody here sat down:"  # 30 letters that nobody typed
# Of each half of the year and each person: how many replies, and how many letters were typed (a full stop goes along).
HALVES = {1: {"Ines": (20, 30), "Priya": (3, 10)}, 7: {"Ines": (21, 90), "Priya": (4, 30)}}


def live_it(at: Counter) -> dict[str, Person]:
    """From January and from July 2025 on, a week from one to the next. Returns the people by name."""
    shop, some = at.shop, Random(5)
    counter.add_person(shop, "Priya")
    here = {person.name: person for person in people.all(shop.store)}
    for month, each in HALVES.items():
        at.clock.set(datetime(2025, month, 2, 9, tzinfo=ZONE))
        for name, (many, typed) in each.items():
            shop.set_person(here[name])
            for number in range(many):
                words = f" {LEANED_ON}" if name == "Ines" and month == 7 and number < LEAN else ""
                left = typed - len("".join(words.split()))
                _reply(at, f"{name} {month} {number}", "".join(some.choices("bcdfghklm", k=left)) + words, name)
    shop.set_person(here["Ines"])
    return here


def _reply(at: Counter, about: str, typed: str, name: str) -> None:
    conversation = at.hear(f"A word about the cake, {about}.", f"they {about}")
    said = Paragraph((Run(_WORDING, Ink.LIBRARY), Run(f" {typed}.")), Part.DETAIL, "gen-d5")
    counter.post(at.shop, conversation, Writing((said, Paragraph((Run(name, Ink.FILLED),), Part.SIGN))))
    at.clock.forward(seconds=11)
    deliver.deliver_due(at.shop)
    at.clock.forward(days=7)
