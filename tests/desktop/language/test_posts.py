"""How much of what posts name is found: for the list of a blank, and underlined in the thread (`pytest -s`)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from desktop.language.details import Detail, phrases, troubles

FIRST = 5  # things of a blank's list that a person sees at a glance
RECALL, TROUBLES = 0.8, 0.7  # the least of all things, and of the troubles
SHORT = 60  # characters of an offer: a longer one is the whole story, not a thing


class Named(NamedTuple):
    start: int
    end: int
    is_trouble: bool

    def is_in(self, detail: Detail) -> bool:
        return detail.start < self.end and self.start < detail.end


@cache
def posts() -> tuple[tuple[str, tuple[Named, ...]], ...]:
    """Every post of posts.txt with the things it names."""
    found = []
    for line in (Path(__file__).parent / "posts.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            _, post, things = (part.strip() for part in line.split("|"))
            found.append((post, tuple(_named(post, thing.strip()) for thing in things.split(";"))))
    return tuple(found)


def _named(post: str, thing: str) -> Named:
    words = thing.removeprefix("!")
    start = post.index(words)
    return Named(start, start + len(words), thing.startswith("!"))


def test_what_a_post_names_stands_among_the_first_five() -> None:
    found = wanted = 0
    for post, named in posts():
        offered = [d for d in (*phrases(post), *troubles(post))[:FIRST] if d.end - d.start <= SHORT]
        wanted += len(named)
        found += sum(any(thing.is_in(one) for one in offered) for thing in named)
    print(f"{len(posts())} posts name {wanted} things: {found / wanted:.2f} of them among the first {FIRST}")
    assert len(posts()) >= 60 and found >= RECALL * wanted


def test_an_underlined_phrase_is_a_trouble_and_each_trouble_has_its_own() -> None:
    lines = right = wanted = found = 0
    for post, named in posts():
        bad = [thing for thing in named if thing.is_trouble]
        under = [next((thing for thing in bad if thing.is_in(one)), None) for one in troubles(post)]
        lines, wanted = lines + len(under), wanted + len(bad)
        right += sum(thing is not None for thing in under)
        found += len({thing for thing in under if thing is not None})
    print(f"{lines} phrases underlined, {right / lines:.2f} of them rightly; {found} of {wanted} troubles have a line")
    assert right >= 0.9 * lines and found >= TROUBLES * wanted

