"""What is on a pretend page, and what is about to happen there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from desktop.clock import from_text, maybe, to_text
from desktop.practice import people
from desktop.practice.people import Coming
from desktop.practice.scenario import PlaceSpec, Story


@dataclass(frozen=True, slots=True)
class Said:
    """A post on a pretend page. `root` is a first post's own id; `seq` its place in the order of changes.

    `hidden_until`: the place checks it before a stranger sees it. `story` is empty for what tests put there.
    """

    id: str
    seq: int
    place: str
    story: str
    root: str
    parent: str
    who: str
    handle: str
    text: str
    at: str
    source: str
    is_public: bool = True
    is_ours: bool = False
    stars: int | None = None
    edited_at: str = ""
    hidden_until: str = ""
    gone_at: str = ""

    @property
    def posted_at(self) -> datetime:
        return from_text(self.at)

    @property
    def changed_at(self) -> datetime | None:
        """When its words were last changed."""
        return maybe(self.edited_at)


@dataclass(frozen=True, slots=True)
class Due:
    """Something that will happen: `what` is "post", "they", "edit", "add", "delete", "drop", "nudge" or
    "missed" (a time that we gave has come)."""

    at: str
    what: str
    story: str
    text: str = ""
    is_public: bool = True
    stars: int | None = None
    which: int = -1  # of our posts, for "drop"
    feels: str = ""
    unless_cold: bool = False


def course_of(story: Story) -> list[Due]:
    """What will happen in a story by itself."""
    found = [Due(to_text(story.at), "post", story.id, story.text)]
    for step in story.then:
        facts, at = step.facts, to_text(step.at)
        if "they" in facts:
            is_public = not facts.get("private", False)
            found.append(Due(at, "they", story.id, facts["they"], is_public, feels=facts.get("feels", "")))
        elif "they_edit" in facts:
            found.append(Due(at, "edit", story.id, facts["they_edit"], stars=facts.get("stars")))
        elif "they_delete" in facts:
            found.append(Due(at, "delete", story.id))
        elif "drops" in facts:
            found.append(Due(at, "drop", story.id, which=int(facts["drops"])))
    nudges = people.nudges(story.takes)
    return found + [due_of(coming, story.id, story.at, None, what="nudge") for coming in nudges]


def due_of(coming: Coming, story_id: str, now: datetime, spec: PlaceSpec | None, what: str = "they") -> Due:
    """A character's intention as something due; private words go public where a place has no messages."""
    at = to_text((now + timedelta(seconds=coming.after_s)).astimezone(UTC))
    is_public = coming.is_public or (spec is not None and not spec.is_private_too)
    return Due(
        at, "add" if coming.is_edit else what, story_id, coming.text, is_public, coming.stars,
        feels=coming.feels, unless_cold=coming.unless_cold,
    )  # fmt: skip
