"""What stands on the pretend pages, what is about to happen there, and the file that keeps both."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from desktop.clock import Clock, to_text
from desktop.errors import Gone, Misuse, Refused
from desktop.practice.files import write_whole
from desktop.practice.happenings import Due, Said, course_of
from desktop.practice.people import Feeling
from desktop.practice.public import Turn
from desktop.practice.scenario import PlaceSpec, Scenario, Story


class Pages:
    """The state of the pretend places. Whoever calls holds `_lock`."""

    def __init__(self, scenario: Scenario, clock: Clock, path: Path | None = None) -> None:
        self.scenario, self.clock, self._path = scenario, clock, path
        self._lock, self._holding = threading.RLock(), False
        self._begin()

    def _begin(self) -> None:
        """Nothing has happened yet, and everything of the scenario will."""
        self._posts: dict[str, Said] = {}
        self._due: list[Due] = []
        self._feelings: dict[str, Feeling] = {}
        self._answered: dict[str, str] = {}  # key of a reply -> id of its post
        self._turns: list[Turn] = []
        self._begun: set[str] = set()  # parts of the story that wait for whoever practises, and have begun
        self._seq = 0
        for story in self.scenario.stories:
            self._feelings[story.id] = Feeling(story.takes.get("feels", "waiting"))
            if not story.begins_with:
                self._due += course_of(story)
            if text := story.takes.get("unseen"):
                at = next(step.at for step in story.then if step.facts.get("do") == "fixed")
                self._turns.append(Turn(to_text(at), story.id, ("unseen",), text=text))
        self._sort()

    @contextmanager
    def saved_once(self) -> Iterator[None]:
        """Many changes, one writing of the file."""
        with self._lock:
            self._holding = True
            try:
                yield
            finally:
                self._holding = False
                self._save()

    def _say_ours(self, parent: Said, text: str, is_public: bool) -> Said:
        spec, now = self._spec(parent.place), self.clock.now()
        hidden = (
            to_text(now + timedelta(seconds=spec.shows_after_s)) if is_public and spec.shows_after_s else ""
        )
        source = "comment" if is_public else "message"
        said = self._new(
            parent.place, parent, self.scenario.shop, spec.handle, text, is_public=is_public, source=source
        )
        return self._put(replace(said, is_ours=True, hidden_until=hidden), same_place_in_order=True)

    def _new_at(
        self, due: Due, story: Story, root: Said | None, *, source: str, stars: int | None, is_public: bool
    ) -> None:
        self._new(
            story.place, root, story.who, story.handle, due.text,
            is_public=is_public, source=source, stars=stars, at=due.at, story=story.id,
        )  # fmt: skip

    def _new(
        self,
        place: str,
        above: Said | None,
        who: str,
        handle: str,
        text: str,
        *,
        is_public: bool,
        source: str,
        stars: int | None = None,
        at: str = "",
        story: str = "",
    ) -> Said:
        self._seq += 1
        post_id = f"{place}-{self._seq:05d}"
        said = Said(
            post_id, self._seq, place, story or (above.story if above else ""), above.root if above else post_id,
            above.id if above else "", who, handle, text, at or to_text(self.clock.now()), source, is_public,
            stars=stars,
        )  # fmt: skip
        self._posts[post_id] = said
        return said

    def _put(self, said: Said, *, same_place_in_order: bool = False) -> Said:
        if not same_place_in_order:
            self._seq += 1
            said = replace(said, seq=self._seq)
        self._posts[said.id] = said
        self._save()
        return said

    def _around(self, root: str) -> list[Said]:
        found = [said for said in self._posts.values() if said.root == root and not said.gone_at]
        return sorted(found, key=lambda said: (said.at, said.id))

    def _root(self, story_id: str) -> Said | None:
        return next((p for p in self._posts.values() if p.story == story_id and p.root == p.id), None)

    def _ours(self, post_id: str) -> Said:
        said = self._posts.get(post_id)
        if said is None or said.gone_at:
            raise Gone("That post isn't there any more.")
        if not said.is_ours:
            raise Refused("That post isn't yours.")
        return said

    def _spec(self, place: str) -> PlaceSpec:
        found = next((spec for spec in self.scenario.places if spec.key == place), None)
        if found is None:
            raise Misuse(f"The pretend shop isn't on {place!r}.")
        return found

    def _sort(self) -> None:
        self._due.sort(key=lambda due: due.at)

    def _save(self) -> None:
        if self._path is None or self._holding:
            return
        write_whole(self._path, json.dumps(self._state(), ensure_ascii=False))

    def _state(self) -> dict[str, Any]:
        return {
            "seq": self._seq,
            "posts": [asdict(said) for said in self._posts.values()],
            "due": [asdict(due) for due in self._due],
            "feelings": {key: [value.now, dict(value.times)] for key, value in self._feelings.items()},
            "answered": self._answered,
            "turns": [asdict(turn) for turn in self._turns],
            "begun": sorted(self._begun),
        }

    def _take_in(self, state: Mapping[str, Any]) -> None:
        posts = {each["id"]: Said(**each) for each in state["posts"]}
        due = [Due(**each) for each in state["due"]]
        feelings = {key: Feeling(now, times) for key, (now, times) in state["feelings"].items()}
        answered, seq = dict(state["answered"]), int(state["seq"])
        turns = [Turn(**{**each, "causes": tuple(each["causes"])}) for each in state.get("turns", ())]
        self._posts, self._due, self._answered, self._seq = posts, due, answered, seq
        self._feelings.update(feelings)
        self._turns, self._begun = turns, set(state.get("begun", ()))
