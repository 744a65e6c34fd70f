"""Drafts of shopkeepers as scenes, from the tables cases.txt and replies.txt beside this file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from functools import cache
from pathlib import Path

from desktop.coach import Book, PastReply, Scene, read
from desktop.connectors.bluesky_words import size
from desktop.connectors.x_length import weighted
from desktop.records import Channel, Fact, Kind, Limit, Limits
from desktop.writing import Ink, Paragraph, Part, Run, Writing

HERE = Path(__file__).parent
NOW = datetime(2025, 6, 14, 8, 8, tzinfo=UTC)  # a Saturday
_OLD = NOW - timedelta(days=240)


def fact(title: str, text: str, checked_at: datetime = NOW) -> Fact:
    return Fact(title, title, text, (), "Ines", checked_at)


BOOK = Book(
    facts=(
        fact("Lemon tart", "€18 whole, €3.20 a slice. Contains nuts, egg, milk and wheat."),
        fact("Seeded rolls", "€0.90 each. No nuts, no sesame."),
        fact("Key cutting", "€6 a key."),
        fact("Bike service", "€65, takes two days."),
        fact("Oat flat white", "€3.40. Made with oats, no dairy."),
        fact("Car park", "Two hours free behind the shop.", _OLD),
        fact("Hire bikes", "€15 a day, with helmet and lock.", _OLD),
        fact("Gift cards", "Good for three years in both shops.", _OLD),
    ),
    spans={**{day: ((time(7), time(16)),) for day in range(1, 6)}, 6: ((time(8), time(13)),)},
)
SCENE = Scene(
    writing=Writing(),
    channel=Channel.PUBLIC,
    kind=Kind.COMPLAINT,
    their_name="Marta",
    their_text="",
    place="Google",
    limit=Limit(4096),
    count=len,
    now=NOW,
    person_name="Tom",
    sign_off="Tom, on the counter today",
    owner_name="Ines",
    shop_name="Fenny Lane Bakehouse",
    staff=("Ines", "Tom", "Priya"),
    book=BOOK,
)
_RUN = re.compile(r"<([^>]*)>|\{([^}]*)\}|([^<{]+)")


def writing(draft: str) -> Writing:
    """A draft in the notation of the tables."""
    made = []
    for line in draft.split("¶"):
        text, part = line.strip(), None
        if named := re.match(r"@(\w+) ", text):
            part, text = Part(named[1]), text[named.end() :]
        runs = [
            Run(words, ink)
            for groups in _RUN.findall(text)
            for words, ink in zip(groups, (Ink.LIBRARY, Ink.BLANK, Ink.TYPED), strict=True)
            if words
        ]
        made.append(Paragraph(tuple(runs), part))
    return Writing(tuple(made))


COUNTED = {"characters": len, "graphemes": size, "weighted": weighted}


def _limits(value: str) -> Limits:
    """ "money 30, replace": what this person asks about first, from which amount on."""
    asks = dict.fromkeys(value.split(", "))
    money = next((float(one.split()[1]) for one in asks if one.startswith("money")), None)
    return Limits(
        money,
        may_name_cause="cause" not in asks,
        may_replace="replace" not in asks,
        may_deliver="deliver" not in asks,
        may_answer_serious="serious" not in asks,
    )


def changed(scene: Scene, name: str, value: str) -> Scene:
    """A scene after a line "name: value" of a table."""
    match name:
        case "limits":
            return replace(scene, limits=_limits(value))
        case "place":
            place, most, unit = value.split()
            return replace(scene, place=place, limit=Limit(int(most)), count=COUNTED[unit])
        case "past":
            to, text = value.split(" | ")
            return replace(scene, past=(PastReply(to, text, NOW - timedelta(days=9)),))
        case "voice":
            return replace(scene, book=Book(dont_say=tuple(value.split("; "))))
        case "stand":
            return replace(scene, book=Book(kept_out=tuple(value.split("; "))))
        case "theirs":
            return replace(scene, their_text=value)
        case "name":
            return replace(scene, their_name=value)
        case "public":
            return replace(scene, public_text=value)
        case "kind":
            return replace(scene, kind=Kind(value))
        case "channel":
            return replace(scene, channel=Channel(value))
        case "currency":
            return replace(scene, currency=value)
        case "serious":
            return replace(scene, is_serious=value == "yes")
        case "private_only":
            return replace(scene, is_private_only=value == "yes")
        case "told_us":
            return replace(scene, told_us=value == "yes")
        case "promised":
            return replace(scene, promised_at=datetime.fromisoformat(value).replace(tzinfo=UTC))
        case "asked":
            at = None if value == "no" else datetime.fromisoformat(value).replace(tzinfo=UTC)
            return replace(scene, asked_at=at)
    raise ValueError(name)


@dataclass(frozen=True)
class Case:
    check: str  # "c-limit-thing: replace": after the colon, which of them the table is about
    must_fire: bool
    draft: str
    scene: Scene

    @property
    def found(self) -> list[str]:
        return [finding.check for finding in read(replace(self.scene, writing=writing(self.draft))).findings]

    @property
    def fires(self) -> bool:
        return self.check.partition(":")[0] in self.found


def _lines(name: str) -> Iterator[str]:
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


@cache
def cases() -> tuple[Case, ...]:
    """Every case of cases.txt."""
    found, check, scene = [], "", SCENE
    for line in _lines("cases.txt"):
        if line.startswith("== "):
            check, scene = line[3:], SCENE
        elif line[:2] in ("+ ", "- "):
            found.append(Case(check, line[0] == "+", line[2:], scene))
        else:
            name, _, value = line.partition(": ")
            scene = changed(scene, name, value)
    return tuple(found)


@cache
def replies(table: str = "replies.txt") -> tuple[Case, ...]:
    """Good replies: "kind | name | what they wrote | the answer"."""
    return tuple(_reply("", line) for line in _lines(table))


@cache
def fresh_bad() -> tuple[Case, ...]:
    """Replies with one fault each: the check that names it in front of the rest."""
    return tuple(
        _reply(check.strip(), line)
        for check, _, line in (one.partition("|") for one in _lines("fresh_bad.txt"))
    )


def _reply(check: str, line: str) -> Case:
    kind, name, theirs, draft = (part.strip() for part in line.split("|"))
    scene = replace(
        SCENE,
        kind=Kind(kind.rstrip("!")),
        is_serious=kind.endswith("!"),
        their_name=name,
        their_text=theirs,
        book=Book(),
    )
    return Case(check, bool(check), draft, scene)


def figures(check: str) -> tuple[int, int, float, float]:
    """(cases that must fire, that must not, precision, recall) of a check on its own table."""
    mine = [case for case in cases() if case.check == check]
    right = sum(case.fires and case.must_fire for case in mine)
    wrong = sum(case.fires and not case.must_fire for case in mine)
    firing = sum(case.must_fire for case in mine)
    return firing, len(mine) - firing, right / (right + wrong) if right + wrong else 0.0, right / firing
