"""The story of a pretend shop, read from JSON. The format:

{
  "shop": "Puddle Street Cycles", "currency": "£", "zone_hours": 1, "now": "2025-06-14 10:24",
  "seed": "puddle",
  "hours": {"mon": ["09:00", "17:30"], ...},              days that are missing are closed
  "closures": [{"day": "2025-05-26", "note": "..."}],
  "people": [{"name": "Sam", "role": "owner", "role_line": "...", "sign_off": "...", "since": "-200d 09:00",
              "limits": {"money_up_to": 30, "may_name_cause": false, ...}}],
  "facts":  [{"title": "...", "text": "...", "topics": ["..."], "checked_by": "Sam", "checked": "-5d 09:00"}],
  "places": [{"key": "google", "name": "puddle-street", "handle": "..", "shows_after_s": 240,
              "is_private_too": false}],
  "stories_in": ["puddle_month.json"],                     more stories, in files beside this one
  "stories": [
    {"id": "dana", "place": "google", "who": "Dana", "handle": "dana", "source": "review", "stars": 1,
     "at": "-4m", "text": "...", "is_private": false, "kind": "complaint", "holder": "Sam",
     "takes": {...how they take an answer, see people.py...},
     "begins_with": "morning",                            comes about only when this part is begun, "at" after that
     "then": [
       {"at": "-5d 17:50", "we": "Sam", "say": "..."},     our public answer; "private": true for a message,
                                                           "for": "looking" | "ask" | "ending",
                                                           "promise": "+2h"
       {"at": "...", "they": "...", "private": true},      they write again
       {"at": "...", "they_edit": "...", "stars": 5},      they change their first post
       {"at": "...", "they_delete": true},                 they take it down
       {"at": "...", "drops": -1},                         the place loses a post of ours (which)
       {"at": "...", "we": "Sam", "do": "fixed", "how": "they_told_us"},
       acts: note (text) · fixed (how) · shown (proof) · standing (reason, text) · pick_up ·
             give (to) · kind (kind) · done · looked (the page is looked at) · read
     ]}]
}

A moment is "-5d 17:50" (days from the scenario's day, local time), "-40m", "-3h", "+90s" (from its now),
"=17:50" or "=+1d 09:00" (from the day of the step before) or "2025-06-10 18:12". Steps later than now are
the day to come: theirs happen by themselves, ours are left to whoever practises.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

from desktop.records import Kind, Role, Source

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_RELATIVE = re.compile(r"^([+-]\d+)([smh])$")
_DAYS = re.compile(r"^(=?)([+-]\d+)d (\d\d):(\d\d)$")
_SAME_DAY = re.compile(r"^=(\d\d):(\d\d)$")


@dataclass(frozen=True, slots=True)
class PersonSpec:
    name: str
    role: Role
    role_line: str
    sign_off: str
    since_at: datetime
    limits: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FactSpec:
    title: str
    text: str
    topics: tuple[str, ...]
    checked_by: str
    checked_at: datetime


@dataclass(frozen=True, slots=True)
class PlaceSpec:
    """One of the shop's pages on a pretend place. `shows_after_s`: how long a reply is checked first."""

    key: str
    handle: str
    shows_after_s: int
    is_private_too: bool


@dataclass(frozen=True, slots=True)
class Step:
    """What happens next in a story: one of theirs (`they`, `they_edit`, `they_delete`, `drops`) or ours."""

    at: datetime
    facts: Mapping[str, Any]

    @property
    def is_ours(self) -> bool:
        return "we" in self.facts or "do" in self.facts


@dataclass(frozen=True, slots=True)
class Story:
    """One person's conversation with the shop. `handle` is theirs on the place."""

    id: str
    place: str
    who: str
    handle: str
    source: Source
    text: str
    at: datetime
    stars: int | None = None
    is_public: bool = True
    kind: Kind | None = None  # what a person said it is; None: left as guessed
    takes: Mapping[str, Any] = field(default_factory=dict)
    then: tuple[Step, ...] = ()
    begins_with: str = ""  # comes about only once this part of the story is begun; `at` counts from then


@dataclass(frozen=True, slots=True)
class Scenario:
    shop: str
    currency: str
    zone: timezone
    now_at: datetime
    seed: str
    hours: Mapping[int, tuple[str, str]]  # weekday (Monday 0) -> opens, closes
    closures: tuple[tuple[date, str], ...]
    people: tuple[PersonSpec, ...]
    facts: tuple[FactSpec, ...]
    places: tuple[PlaceSpec, ...]
    stories: tuple[Story, ...]

    def story(self, story_id: str) -> Story:
        return next(story for story in self.stories if story.id == story_id)


def load(path: Path) -> Scenario:
    """Reads a scenario and the files it names. Raises ValueError with the place of the mistake."""
    raw = json.loads(path.read_text("utf-8"))
    more = [json.loads((path.parent / name).read_text("utf-8")) for name in raw.get("stories_in", [])]
    return told(raw, [*raw.get("stories", []), *(story for stories in more for story in stories)])


def told(raw: Mapping[str, Any], stories: Sequence[Mapping[str, Any]]) -> Scenario:
    """The scenario that `raw` and the stories tell. Raises ValueError."""
    zone = timezone(timedelta(hours=raw["zone_hours"]))
    now = datetime.strptime(raw["now"], "%Y-%m-%d %H:%M").replace(tzinfo=zone)
    return Scenario(
        shop=raw["shop"],
        currency=raw["currency"],
        zone=zone,
        now_at=now.astimezone(UTC),
        seed=raw.get("seed", raw["shop"]),
        hours={WEEKDAYS.index(day): (opens, closes) for day, (opens, closes) in raw["hours"].items()},
        closures=tuple((date.fromisoformat(each["day"]), each["note"]) for each in raw.get("closures", [])),
        people=tuple(_person(each, now) for each in raw["people"]),
        facts=tuple(_fact(each, now) for each in raw["facts"]),
        places=tuple(_place(each) for each in raw["places"]),
        stories=_unique(tuple(_story(each, now) for each in stories)),
    )


def moment(text: str, now: datetime, before: datetime | None = None) -> datetime:
    """The UTC moment a scenario's text means; `before` is the step before. Raises ValueError."""
    if found := _RELATIVE.match(text):
        unit = {"s": "seconds", "m": "minutes", "h": "hours"}[found[2]]
        return (now + timedelta(**{unit: int(found[1])})).astimezone(UTC)
    if found := _DAYS.match(text):
        day = (before.astimezone(now.tzinfo) if found[1] and before else now).date()
        return _on(day + timedelta(days=int(found[2])), time(int(found[3]), int(found[4])), now)
    if (found := _SAME_DAY.match(text)) and before:
        return _on(before.astimezone(now.tzinfo).date(), time(int(found[1]), int(found[2])), now)
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=now.tzinfo).astimezone(UTC)


def _on(day: date, at: time, now: datetime) -> datetime:
    return datetime.combine(day, at, now.tzinfo).astimezone(UTC)


def _story(raw: Mapping[str, Any], now: datetime) -> Story:
    try:
        before = first = moment(raw["at"], now)
        steps = []
        for each in raw.get("then", []):
            at = moment(each["at"], now, before)
            if at < before:
                raise ValueError(f"{each['at']!r} is before the step before it")
            before = at
            steps.append(Step(at, {key: value for key, value in each.items() if key != "at"}))
        return Story(
            id=raw["id"],
            place=raw["place"],
            who=raw["who"],
            handle=raw.get("handle", raw["who"]),
            source=Source(raw.get("source", "post")),
            text=raw["text"],
            at=first,
            stars=raw.get("stars"),
            is_public=not raw.get("is_private", False),
            kind=Kind(raw["kind"]) if "kind" in raw else None,
            takes=raw.get("takes", {}),
            then=tuple(steps),
            begins_with=raw.get("begins_with", ""),
        )
    except (KeyError, ValueError) as error:
        raise ValueError(f"story {raw.get('id', raw.get('text'))!r}: {error}") from error


def _unique(stories: tuple[Story, ...]) -> tuple[Story, ...]:
    ids = [story.id for story in stories]
    twice = {each for each in ids if ids.count(each) > 1}
    if twice:
        raise ValueError(f"told twice: {', '.join(sorted(twice))}")
    return stories


def _person(raw: Mapping[str, Any], now: datetime) -> PersonSpec:
    return PersonSpec(
        raw["name"],
        Role(raw["role"]),
        raw.get("role_line", ""),
        raw.get("sign_off", ""),
        moment(raw.get("since", "-400d 09:00"), now),
        raw.get("limits", {}),
    )


def _fact(raw: Mapping[str, Any], now: datetime) -> FactSpec:
    return FactSpec(
        raw["title"],
        raw["text"],
        tuple(raw.get("topics", ())),
        raw["checked_by"],
        moment(raw["checked"], now),
    )


def _place(raw: Mapping[str, Any]) -> PlaceSpec:
    return PlaceSpec(
        raw["key"], raw["handle"], int(raw.get("shows_after_s", 0)), bool(raw.get("is_private_too"))
    )
