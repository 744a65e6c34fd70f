"""The pretend places: what is on their pages, and what their people are about to write. No network.

A `World` stands where the web stands for other connectors: `PracticeConnector` reaches it through its `web`.
Things come about by the shop's clock: every call first lets happen what has become due. State is one small
file in the practice folder, written whole. One instance per process, safe to use from several threads.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Self

from desktop.clock import Clock, from_text, to_text
from desktop.errors import Gone, Misuse, Offline, Refused, SlowDown, Unanswered
from desktop.language.times import first_meant
from desktop.practice import people, public
from desktop.practice.happenings import Due, Said, course_of, due_of
from desktop.practice.pages import Pages
from desktop.practice.people import Feeling
from desktop.practice.public import Turn
from desktop.practice.scenario import Scenario, Story

FILE_NAME = "world.json"
Coach = Callable[[Story, str, tuple[tuple[str, str, str], ...], bool], frozenset[str]]
_AT_ONCE = timedelta(seconds=120)  # within this somebody who minds an answer has said so
_FAULTS = ("offline", "slow_down", "refused", "unanswered", "lost")


@dataclass(slots=True)
class _Fault:
    kind: str
    left: int
    place: str


class World(Pages):
    """See the module. Made by `load`; `tick` is called now and then so that the clock can save itself."""

    def __init__(
        self,
        scenario: Scenario,
        clock: Clock,
        path: Path | None = None,
        tick: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(scenario, clock, path)
        self._tick, self._faults = tick, list[_Fault]()
        self.coach: Coach = lambda *_: (
            frozenset()
        )  # (story, our text, earlier (name, text, at), in public) -> FAULTS
        self.before_poor: Callable[[str, dict[str, Any]], None] = lambda *_: None  # (key, how it was before)

    @classmethod
    def load(
        cls, folder: Path, scenario: Scenario, clock: Clock, tick: Callable[[], None] = lambda: None
    ) -> World:
        """The world of a practice folder as it was left; new when there is none (or it can't be read)."""
        world = cls(scenario, clock, folder / FILE_NAME, tick)
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            world._take_in(json.loads((folder / FILE_NAME).read_text("utf-8")))
        return world

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Nothing to close: here so that it can stand where the web stands."""

    # ---- what a connector asks ----------------------------------------------------------------------

    def changed_since(self, place: str, seq: int) -> list[Said]:
        """Posts of a place that are new or changed since `seq`, in order of their change, gone ones too."""
        with self._asked(place):
            found = [said for said in self._posts.values() if said.place == place and said.seq > seq]
            return sorted(found, key=lambda said: said.seq)

    def thread(self, place: str, post_id: str) -> list[Said]:
        """The posts around one that are still there, oldest first. Raises Gone."""
        with self._asked(place):
            said = self._posts.get(post_id)
            if said is None or said.place != place or self._posts[said.root].gone_at:
                raise Gone("That post isn't there any more.")
            return self._around(said.root)

    def seen_by_a_stranger(self, place: str, post_id: str) -> list[Said]:
        """Those of the thread that anybody sees now; none when its first post is gone."""
        with self._asked(place):
            said, now = self._posts.get(post_id), to_text(self.clock.now())
            if said is None or self._posts[said.root].gone_at:
                return []
            return [each for each in self._around(said.root) if each.is_public and each.hidden_until <= now]

    def answer(self, place: str, parent_id: str, text: str, key: str, *, is_public: bool) -> Said:
        """Our answer, once per `key`. Raises Gone, Refused, and what a fault asks for."""
        with self._asked(place):
            if key in self._answered:
                return self._posts[self._answered[key]]
            parent = self._posts.get(parent_id)
            if parent is None or parent.gone_at:
                raise Gone("What you are answering isn't there any more.")
            if not is_public and not self._spec(place).is_private_too:
                raise Refused("This place has no private messages.")
            if self._meets("refused", place):
                raise Refused("The pretend place turned this reply down.")
            if self._meets("lost", place):
                raise Unanswered("The place said nothing, and the reply is nowhere.")
            before = self._state()
            said = self._say_ours(parent, text, is_public)
            self._answered[key] = said.id
            self._they_take(said)
            if self._turns and self._turns[-1].post == said.id and self._turns[-1].is_poor:
                self.before_poor(key, before)
            self._save()
            if self._meets("unanswered", place):
                raise Unanswered("The place took the reply and then said nothing.")
            return said

    def reword(self, place: str, post_id: str, text: str) -> Said:
        """Changes a post of ours. Raises Gone, Refused."""
        with self._asked(place):
            said = replace(self._ours(post_id), text=text, edited_at=to_text(self.clock.now()))
            return self._put(said)

    def remove(self, place: str, post_id: str) -> None:
        """Deletes a post of ours; deleting it twice is no trouble. Raises Refused for somebody else's."""
        with self._asked(place), suppress(Gone):
            self._put(replace(self._ours(post_id), gone_at=to_text(self.clock.now())))

    def still_there(self, place: str, post_ids: tuple[str, ...]) -> frozenset[str]:
        with self._asked(place):
            return frozenset(
                each for each in post_ids if each in self._posts and not self._posts[each].gone_at
            )

    # ---- what tests and the practice page ask -------------------------------------------------------

    def fault(self, kind: str, count: int = 1, place: str = "") -> None:
        """The next `count` calls (to `place`, or any) fail: "offline", "slow_down"; and of replies "refused",
        "unanswered" (it arrives, and no answer comes back) and "lost" (it doesn't, and no answer comes back).
        """
        if kind not in _FAULTS:
            raise Misuse(f"There is no fault called {kind!r}.")
        with self._lock:
            self._faults.append(_Fault(kind, count, place))

    def no_faults(self) -> None:
        with self._lock:
            self._faults.clear()

    def next_at(self) -> datetime | None:
        """When something next happens by itself; None when nothing will."""
        with self._lock:
            return from_text(self._due[0].at) if self._due else None

    def feeling(self, story_id: str) -> str:
        """How a character feels now: waiting, warmer, cold, sorted or shown."""
        with self._lock:
            self._catch_up()
            return self._feelings[story_id].now

    def root_of(self, story_id: str) -> str:
        """The id of a story's first post; empty before it is written."""
        with self._lock:
            self._catch_up()
            return next((p.id for p in self._posts.values() if p.story == story_id and p.root == p.id), "")

    def post_as(
        self,
        place: str,
        who: str,
        text: str,
        *,
        parent: str = "",
        is_public: bool = True,
        stars: int | None = None,
        source: str = "",
        handle: str = "",
    ) -> str:
        """A stranger writes now: a first post, or under `parent`. Returns its id."""
        with self._lock:
            self._catch_up()
            above = self._posts[parent] if parent else None
            kind = source or (
                "message" if not is_public else "comment" if above else "review" if stars else "post"
            )
            said = self._new(
                place, above, who, handle or who, text, is_public=is_public, source=kind, stars=stars
            )
            self._save()
            return said.id

    def post_ours_elsewhere(self, place: str, parent: str, text: str) -> str:
        """We answer from a phone, past this program. Returns the post's id."""
        with self._lock:
            self._catch_up()
            said = self._say_ours(self._posts[parent], text, is_public=True)
            self._save()
            return said.id

    def edit_as(self, post_id: str, text: str, stars: int | None = None) -> None:
        """The writer of a post changes it now."""
        with self._lock:
            said = self._posts[post_id]
            now = to_text(self.clock.now())
            self._put(replace(said, text=text, edited_at=now, stars=stars or said.stars))

    def put_back(self, post_id: str) -> None:
        """What was taken off its page is on it again."""
        with self._lock:
            self._put(replace(self._posts[post_id], gone_at=""))

    def drop(self, post_id: str) -> None:
        """A post is taken off its page now, theirs or ours."""
        with self._lock:
            self._put(replace(self._posts[post_id], gone_at=to_text(self.clock.now())))

    def start_again(self) -> None:
        """Forgets everything that happened: an untouched scenario."""
        with self._lock:
            self._faults.clear()
            self._begin()
            self._save()

    def turns(self) -> tuple[Turn, ...]:
        """All that people could read so far today, in order."""
        with self._lock:
            self._catch_up()
            return tuple(self._turns)

    def key_of(self, post_id: str) -> str:
        """The key that our answer came with; empty for one that came another way."""
        with self._lock:
            return next((key for key, one in self._answered.items() if one == post_id), "")

    def story_of(self, post_id: str) -> str:
        """The story that a post belongs to; empty for what no story tells."""
        with self._lock:
            said = self._posts.get(post_id)
            return said.story if said else ""

    def was_taken(self, turn: Turn) -> bool:
        """Whether what they meant to say to this answer of ours has been said."""
        with self._lock:
            self._catch_up()
            soon = to_text(from_text(turn.at) + _AT_ONCE)
            return not any(due.story == turn.story and due.at <= soon for due in self._due)

    def carry_on(self, post_id: str) -> None:
        """Whoever practises has read what happened after an answer of ours."""
        with self._lock:
            self._turns = [replace(t, is_settled=t.is_settled or t.post == post_id) for t in self._turns]
            self._save()

    def begin(self, part: str) -> None:
        """A part of the story that waits for whoever practises comes about from now on; once in a day."""
        with self._lock:
            if part in self._begun:
                return
            self._begun.add(part)
            later = self.clock.now() - self.scenario.now_at
            for story in self.scenario.stories:
                if story.begins_with == part:
                    self._due += course_of(replace(story, at=story.at + later))
            self._sort()
            self._save()

    # ---- how things come about ----------------------------------------------------------------------

    @contextmanager
    def _asked(self, place: str) -> Iterator[None]:
        """One call from outside: first what has become due, then faults."""
        with self._lock:
            self._tick()
            self._catch_up()
            if self._meets("offline", place):
                raise Offline("The pretend place can't be reached just now.")
            if self._meets("slow_down", place):
                raise SlowDown("The pretend place asks us to wait a minute.", seconds=60)
            yield

    def _meets(self, kind: str, place: str) -> bool:
        """Whether a fault of this kind is on for the place; uses one up."""
        fault = next((each for each in self._faults if each.kind == kind and each.place in ("", place)), None)
        if fault is None:
            return False
        fault.left -= 1
        if fault.left <= 0:
            self._faults.remove(fault)
        return True

    def _catch_up(self) -> None:
        now = to_text(self.clock.now())
        if not self._due or self._due[0].at > now:
            return
        while self._due and self._due[0].at <= now:
            self._happen(self._due.pop(0))
        self._save()

    def _happen(self, due: Due) -> None:
        story, root = self.scenario.story(due.story), self._root(due.story)
        feeling = self._feelings[due.story]
        if due.what == "post":
            source = str(story.source)
            self._new_at(due, story, None, source=source, stars=story.stars, is_public=story.is_public)
            return
        if root is None or root.gone_at or (due.unless_cold and feeling.now == "cold"):
            return
        if due.what == "nudge" and any(p.is_ours for p in self._around(root.id)):
            return
        if due.what == "missed":
            self._time_is_up(due)
            return
        if due.what in ("they", "nudge"):
            is_public = due.is_public and root.is_public
            source = "comment" if is_public else "message"
            self._new_at(due, story, root, source=source, stars=None, is_public=is_public)
        elif due.what in ("edit", "add"):
            text = due.text if due.what == "edit" else f"{root.text}\n\n{due.text}"
            self._put(replace(root, text=text, edited_at=due.at, stars=due.stars or root.stars))
        elif due.what == "delete":
            self._put(replace(root, gone_at=due.at))
        elif due.what == "drop":
            ours = [each for each in self._around(root.id) if each.is_ours and each.is_public]
            if ours:  # nothing was said that could be lost
                self._put(replace(ours[due.which], gone_at=due.at))
        if due.what == "nudge":
            self._turns.append(Turn(due.at, due.story, ("silence",), is_public=root.is_public))
        if due.feels:
            self._feelings[due.story] = Feeling(due.feels, feeling.times)
            self._it_ends(due, root)

    def _they_take(self, said: Said) -> None:
        """Lets the character of the thread react, once the pretend day has begun."""
        story_id = self._posts[said.root].story
        if not story_id or self.clock.now() < self.scenario.now_at:
            return
        takes = self.scenario.story(story_id).takes
        if not takes:
            return
        story, before = self.scenario.story(story_id), self._feelings[story_id]
        coached = self.coach(story, said.text, self._earlier(said), said.is_public)
        heard = people.hear(said.text, takes, coached if takes.get("wants", "fix") == "fix" else frozenset())
        reaction = people.judge(heard, takes, before.now)
        seed = f"{self.scenario.seed}/{story_id}"
        feeling, comings = people.take(takes, before, reaction, is_public=said.is_public, seed=seed)
        self._feelings[story_id] = feeling
        self._note_turn(said, reaction, heard, before.now)
        # What they meant to say next may no longer fit.
        if feeling.now == "cold" or any(coming.unless_cold for coming in comings):
            self._due = [due for due in self._due if not (due.story == story_id and due.unless_cold)]
        self._due += [
            due_of(coming, story_id, self.clock.now(), self._spec(said.place)) for coming in comings
        ]
        self._sort()

    def _earlier(self, said: Said) -> tuple[tuple[str, str, str], ...]:
        """Our public answers before this one, newest first: (to whom, text, at)."""
        ours = [
            p for p in self._posts.values() if p.is_ours and p.is_public and not p.gone_at and p.id != said.id
        ]
        newest = sorted(ours, key=lambda post: post.at, reverse=True)[:50]
        return tuple((self._posts[post.root].who, post.text, post.at) for post in newest)

    # ---- what passers-by make of it -----------------------------------------------------------------

    def _note_turn(self, said: Said, reaction: str, heard: people.Heard, felt: str) -> None:
        """What our answer was to those who read it, and the time it gave, which is to be kept."""
        now, story = to_text(self.clock.now()), self.scenario.story(said.story)
        wants = story.takes.get("wants", "fix")
        causes = public.causes_of(reaction, heard, wants=wants)
        if felt == "sorted" and not reaction and wants == "fix" and heard.is_done and heard.names_detail:
            causes = ("shown",)  # we say it ourselves
        if self._keeps(said.story):
            causes = (*causes, "kept")
        meant = (
            first_meant(said.text, self.clock.now().astimezone(self.scenario.zone))
            if "time" in causes
            else None
        )
        by = to_text(meant.at.astimezone(UTC)) if meant else ""
        self._turns.append(Turn(now, said.story, causes, said.id, by, said.is_public))
        if by:
            self._due.append(Due(by, "missed", said.story))

    def _keeps(self, story_id: str) -> bool:
        """A time we gave in this story has not come yet: whatever we say or do now is in time. Ends the waiting."""
        had = [due for due in self._due if due.what == "missed" and due.story == story_id]
        self._due = [due for due in self._due if due not in had]
        return bool(had)

    def _time_is_up(self, due: Due) -> None:
        is_public = any(
            turn.story == due.story and turn.by == due.at and turn.is_public for turn in self._turns
        )
        self._turns.append(Turn(due.at, due.story, ("missed",), by=due.at, is_public=is_public))

    def _it_ends(self, due: Due, root: Said) -> None:
        """They say that it is put right: in time, if a time was given; in public it is an ending that shows."""
        if (
            due.feels not in ("sorted", "shown")
            or self.scenario.story(due.story).takes.get("wants", "fix") != "fix"
        ):
            return
        if self._keeps(due.story):
            self._turns.append(Turn(due.at, due.story, ("kept",), is_public=root.is_public))
        if due.is_public and root.is_public:
            self._turns.append(Turn(due.at, due.story, ("shown",)))
