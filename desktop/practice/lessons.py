"""Six short lessons in the pretend shop: what there is to do, how far somebody is, and the file that keeps it.

A step is done when what it asks for has really happened: each carries a mark, and `desktop/practice/day.py` finds the
marks in the shop, on its pages and in what was looked at. Steps come one after the other; what is done stays done, also
when the day is rewound.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Set
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from desktop.errors import DiskTrouble
from desktop.practice.files import write_whole

FILE_NAME = "lessons.json"


@dataclass(frozen=True, slots=True)
class Step:
    """`mark` is what shows that it was done; `how` says where and with which key. `after_poor` is said instead of
    `text` while a poor answer can be gone back from."""

    mark: str
    text: str
    how: str
    after_poor: str = ""


@dataclass(frozen=True, slots=True)
class Lesson:
    """`end` is said once all is done. `begins` is a part of the story that starts with the lesson."""

    key: str
    title: str
    steps: tuple[Step, ...]
    end: str
    begins: str = ""


LESSONS = (
    Lesson(
        "look",
        "look around",
        (
            Step("clock", "Start the clock", "At the top, beside the time."),
            Step("other", "Pick somebody else in the inbox", "J and K move."),
            Step("page:complaints", "See which complaints still look open", "Complaints, in the sidebar."),
            Step("page:shopbook", "See what everyone at the counter knows", "Shop book, in the sidebar."),
        ),
        "You know your way round. Ctrl+K finds the rest by its name.",
    ),
    Lesson(
        "listen",
        "listen to the one thing",
        (
            Step(
                "answered:dana",
                "Answer Dana",
                "R for a blank page, 1 and 2 for an opening. Ctrl+Enter posts.",
            ),
            Step(
                "heard:dana", "See how Dana takes it", "It takes Dana a minute or two. The clock can hurry."
            ),
            Step(
                "detail:dana",
                "Answer what frightened Dana",
                "Say what happened to Dana in Dana’s words.",
                after_poor="Rewind and answer what frightened Dana",
            ),
            Step("kept:dana", "Give a time, and keep it", "Say when, and be back with Dana by then."),
            Step("shown:dana", "Make the ending show", "Once Dana says it’s sorted: in the conversation."),
        ),
        "You named what frightened Dana. Dana knew you’d read it. Now the ending shows too.",
    ),
    Lesson(
        "company",
        "keep company while you look",
        (
            Step(
                "looking:gus", "Tell Gus you’re looking into it", "Gus, then 2. Say by when you’ll be back."
            ),
            Step("page:shopbook", "Look it up in the Shop book", "Small parts: what does a cap cost?"),
            Step("again:gus", "Be back before your time is up", "Tell Gus what you found."),
        ),
        "You were back when you said. That is what people who weren’t sure read.",
    ),
    Lesson(
        "limit",
        "when it’s past your limit",
        (
            Step("helper", "Be Wren now", "File, Switch person. Wren is here on Saturdays."),
            Step(
                "asked:angryspoke",
                "Offer angryspoke the painter, and ask Sam first",
                "Up to £80, says the Shop book. Wren’s limit is £20.",
            ),
            Step("yes:angryspoke", "See what Sam says", "It takes Sam a minute."),
            Step("used:angryspoke", "Post it", "It waits in angryspoke’s conversation."),
            Step("owner", "Be Sam again", "File, Switch person."),
        ),
        "You asked before you promised. Sam said yes in a minute, and angryspoke never knew.",
    ),
    Lesson(
        "show",
        "make the ending show",
        (
            Step("page:complaints", "Find Old Mr Pell under Fixed, not shown", "Complaints, in the sidebar."),
            Step("ending:pell", "Say yourselves how it ended", "Make it show, on his card."),
            Step(
                "shown:pell", "Make sure that it shows", "His card comes to Shown, or says what it waits for."
            ),
        ),
        "The ending shows. Everyone who reads this from now on reads that too.",
    ),
    Lesson(
        "morning",
        "a bad morning",
        (
            Step(
                "event",
                "Make one event of it",
                "Fourteen people, one chain lube. The inbox soon asks.",
            ),
            Step("told", "Tell everybody what you know", "On the event’s page. Say when you’ll say more."),
            Step(
                "three",
                "Answer three of them, each with their own trouble",
                "What happened to them, and by when.",
            ),
            Step("told_again", "Say more when you said", "Even “nothing new yet” counts."),
            Step("closed", "Close the event", "Their own complaints stay on Complaints."),
        ),
        "One cause, one place to read about it, and an answer of their own for everyone you reached.",
        begins="morning",
    ),
)


@dataclass(frozen=True, slots=True)
class Place:
    """How far somebody is. `lesson` is "" when none is open; `seen` holds what was looked at in it."""

    lesson: str = LESSONS[0].key
    done: tuple[tuple[str, int], ...] = ()  # lesson -> steps done
    seen: tuple[str, ...] = ()

    def steps_done(self, lesson: str) -> int:
        return dict(self.done).get(lesson, 0)


@dataclass(frozen=True, slots=True)
class Shown:
    """A step as it stands: "done", "now" or "later"."""

    text: str
    how: str
    state: str


@dataclass(frozen=True, slots=True)
class Standing:
    """The lesson that is open. `number` counts from 1; `end` is empty until it is done; `all_done`: every one is."""

    key: str
    number: int
    title: str
    steps: tuple[Shown, ...]
    end: str
    after: str  # key of the next lesson, "" after the last
    all_done: bool


def lesson_of(key: str) -> Lesson | None:
    return next((lesson for lesson in LESSONS if lesson.key == key), None)


def after(key: str) -> str:
    """The key of the lesson after this one; "" after the last."""
    keys = [lesson.key for lesson in LESSONS]
    at = keys.index(key) + 1 if key in keys else len(keys)
    return keys[at] if at < len(keys) else ""


def go_on(place: Place, has_happened: Callable[[str], bool]) -> Place:
    """Steps whose turn it is are done once their mark was seen or has happened."""
    lesson = lesson_of(place.lesson)
    if lesson is None:
        return place
    at = place.steps_done(lesson.key)
    for step in lesson.steps[at:]:
        if step.mark not in place.seen and not has_happened(step.mark):
            break
        at += 1
    return replace(place, done=tuple({**dict(place.done), lesson.key: at}.items()))


def see(place: Place, mark: str) -> Place:
    """Something was looked at while this lesson is open."""
    return place if mark in place.seen else replace(place, seen=(*place.seen, mark))


def open_lesson(place: Place, key: str) -> Place:
    """Another lesson, or none (""); one that was done begins anew."""
    lesson = lesson_of(key)
    done = dict(place.done)
    if lesson and done.get(key, 0) >= len(lesson.steps):
        done[key] = 0
    return Place(lesson.key if lesson else "", tuple(done.items()))


def new_day(place: Place) -> Place:
    """The pretend day starts again: a lesson that isn't done begins anew, for what it was about is gone."""
    lengths = {lesson.key: len(lesson.steps) for lesson in LESSONS}
    done = tuple((key, at) for key, at in place.done if at >= lengths.get(key, 0))
    return Place(place.lesson, done)


def standing(place: Place, poor: Set[str]) -> Standing | None:
    """What the window shows; None while no lesson is open. `poor`: marks of steps after a poor answer."""
    lesson = lesson_of(place.lesson)
    if lesson is None:
        return None
    at = place.steps_done(lesson.key)
    steps = tuple(
        Shown(
            step.after_poor if step.after_poor and step.mark in poor and number >= at else step.text,
            step.how,
            "done" if number < at else "now" if number == at else "later",
        )
        for number, step in enumerate(lesson.steps)
    )
    is_done, lengths = at >= len(lesson.steps), {one.key: len(one.steps) for one in LESSONS}
    return Standing(
        lesson.key,
        LESSONS.index(lesson) + 1,
        lesson.title,
        steps,
        lesson.end if is_done else "",
        after(lesson.key),
        all(place.steps_done(key) >= length for key, length in lengths.items()),
    )


def load(folder: Path) -> Place:
    """How far somebody is in this practice folder; at the beginning where nothing (readable) is kept."""
    try:
        kept = json.loads((folder / FILE_NAME).read_text("utf-8"))
        done = tuple((str(key), int(at)) for key, at in kept["done"])
        return Place(str(kept["lesson"]), done, tuple(map(str, kept["seen"])))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Place()


def keep(folder: Path, place: Place) -> None:
    """Saved for the next start. On a full disk the place is lost with the window, no more."""
    with suppress(DiskTrouble):
        write_whole(folder / FILE_NAME, json.dumps(asdict(place)))
