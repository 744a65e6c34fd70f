"""An ending that is only a link, on a place we can read: the app looks by itself where it can, and never guesses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from desktop import complaints, counter, lookout, looks, posts, retelling
from desktop.looks import PageSight
from desktop.pace import Pace
from desktop.practice.world import World
from desktop.records import Complaint, Proof, ProofKind, Stage
from desktop.web import Web
from tests.desktop.little_server import LittleServer, Says
from tests.desktop.test_ordinary_pages import LOGIN, NO_PAGE, page
from tests.fixtures_shop import Counter, open_counter

RAW = "Ordered the lemon tart and the middle was raw dough. Never again."
ENDING = "Update: they baked me a new one the same day."


class TownAndWeb(Web):
    """The pretend town, and beside it ordinary pages on a server of this computer."""

    def __init__(self, town: World) -> None:
        super().__init__()
        self._town = town

    def waiting(self, **more: Any) -> Web:
        return Web(pace=Pace(), pages_at_home=True, connect_s=2).waiting(**more)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._town, name)


@dataclass
class Scene:
    at: Counter
    server: LittleServer

    @property
    def link(self) -> str:
        return f"{self.server.url}/blog/7"

    def shows(self, *replies: Says) -> None:
        self.server.replies = list(replies)

    def ended(self, link: str = "", words: str = ENDING) -> str:
        """A complaint of the pretend place whose ending stands behind a link."""
        one = self.at.hear(RAW)
        counter.confirm_ending(self.at.shop, one, kind=ProofKind.THEIR_REPLY, link=link or self.link, words=words)
        return one

    def complaint(self, one: str) -> Complaint:
        found = complaints.by_id(self.at.shop.store, one)
        assert found
        return found

    def proof(self, one: str) -> Proof:
        found = complaints.proof(self.at.shop.store, one)
        assert found
        return found

    def asks(self, one: str) -> bool:
        """Is a person asked to look? The board's order says the same."""
        newer = self.at.hear(RAW, f"Newer {self.at.clock.now()}")
        self.at.answer(newer, "That was ours. A new one is on its way. Ines")
        ours = posts.thread(self.at.shop.store, newer)[-1].id
        counter.confirm_ending(self.at.shop, newer, kind=ProofKind.OUR_UPDATE, post_id=ours)
        now = self.at.clock.now()
        is_asked = complaints.is_to_be_seen(self.complaint(one), now)
        first = complaints.in_stage(self.at.shop.store, Stage.SHOWN, now=now)[0].id
        assert (first == one) == is_asked
        return is_asked

    def weeks(self, number: int) -> None:
        for _ in range(number):
            self.at.clock.forward(days=8)
            lookout.look_due(self.at.shop)


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    town = open_counter(tmp_path / "town")
    town.shop.close()
    with LittleServer(page("Said elsewhere.", ENDING)) as server:
        both = cast(World, TownAndWeb(town.world))
        at = open_counter(tmp_path / "shop", town.clock, both)
        yield Scene(at, server)
        at.shop.close()


def test_words_behind_the_link_are_looked_for_and_nobody_is_asked(scene: Scene) -> None:
    one = scene.ended()
    scene.weeks(11)
    assert (scene.proof(one).checked_at, scene.proof(one).checked_by) == (scene.at.clock.now(), "")
    assert [asked.path for asked in scene.server.asked] == ["/blog/7"] * 11, "once a week"
    scene.weeks(6)
    assert len(scene.server.asked) <= 11 + 3 and not scene.asks(one), "then monthly"
    assert not {"authorization", "cookie"} & set(scene.server.asked[0].headers)
    look = looks.last(scene.at.shop.store, one)
    assert look and (look.sight, look.how) == (PageSight.SEEN, "signed out"), "their post is on its own page as before"
    assert retelling.differing(scene.at.shop.store) == []


@pytest.mark.parametrize("says", [LOGIN, Says(b"no", 403), Says(b"wait", 429), Says(cut=True)])
def test_where_it_cannot_be_read_a_person_is_asked_and_nothing_is_lost(scene: Scene, says: Says) -> None:
    one = scene.ended()
    scene.shows(says)
    scene.weeks(11)
    assert not scene.asks(one)
    scene.weeks(1)
    assert scene.asks(one) and scene.proof(one).missed_at is None
    assert scene.complaint(one).stage is Stage.SHOWN
    look = looks.last(scene.at.shop.store, one)
    assert look and look.sight is PageSight.SEEN, "the place itself was looked at all the same"


def test_a_link_without_words_says_nothing_to_a_program(scene: Scene) -> None:
    one = scene.ended(words="")
    scene.weeks(12)
    assert scene.asks(one)


def test_a_page_that_isnt_there_twice_a_day_apart_asks_a_person_who_decides(scene: Scene) -> None:
    one = scene.ended()
    scene.shows(NO_PAGE)
    scene.weeks(1)
    first = scene.at.clock.now()
    assert scene.proof(one).missed_at == first and not scene.asks(one)
    scene.at.clock.forward(hours=25)
    lookout.look_due(scene.at.shop)
    assert scene.asks(one) and scene.complaint(one).stage is Stage.SHOWN
    asked = len(scene.server.asked)
    scene.at.clock.forward(hours=25)
    assert lookout.look_due(scene.at.shop) == 0 or len(scene.server.asked) == asked, "a week later again"
    counter.still_shows(scene.at.shop, one)
    assert not scene.asks(one) and scene.proof(one).missed_at is None
    counter.proof_gone(scene.at.shop, one)
    assert scene.complaint(one).flag == "proof_gone"


def test_a_page_that_is_back_within_the_day_was_never_gone(scene: Scene) -> None:
    one = scene.ended()
    scene.shows(NO_PAGE, page(ENDING))
    scene.weeks(1)
    scene.at.clock.forward(hours=25)
    lookout.look_due(scene.at.shop)
    assert scene.proof(one).missed_at is None and not scene.asks(one)


def test_after_they_wrote_again_words_behind_the_link_end_the_doubt(scene: Scene) -> None:
    one = scene.ended()
    scene.at.clock.forward(hours=1)
    with scene.at.shop.store.writing():
        complaints.in_doubt(scene.at.shop.store, one, scene.at.clock.now())
    lookout.look(scene.at.shop, one)
    assert (scene.complaint(one).stage, scene.complaint(one).flag) == (Stage.SHOWN, "")


def they_answer(scene: Scene, one: str) -> str:
    """Their public words below it, as a post with an address of its own."""
    return scene.at.world.post_as(scene.at.place, "Marta K.", ENDING, parent=scene.at.root(one))


@pytest.mark.parametrize("words", ["", ENDING])
def test_a_link_to_a_post_that_we_have_is_that_post(scene: Scene, words: str) -> None:
    one = scene.at.hear(RAW)
    they_answer(scene, one)
    scene.at.collect()
    post = posts.thread(scene.at.shop.store, one)[-1]
    pasted = post.url.replace("https://", "http://") + "/#here"
    counter.confirm_ending(scene.at.shop, one, kind=ProofKind.THEIR_REPLY, link=pasted, words=words)
    assert (scene.proof(one).post, scene.proof(one).words) == (post.id, ENDING)
    scene.weeks(12)
    assert not scene.asks(one) and scene.server.asked == []
    scene.at.world.drop(post.remote_id)
    for _ in range(2):
        lookout.look(scene.at.shop, one)
        scene.at.clock.forward(hours=25)
    assert scene.complaint(one).flag == "proof_gone", "looked for by the stranger's eye, as every post"


def test_a_link_to_a_post_that_came_later_becomes_that_post(scene: Scene) -> None:
    one = scene.at.hear(RAW)
    remote = they_answer(scene, one)
    link = f"https://{scene.at.place}.practice.example/{remote}"
    counter.confirm_ending(scene.at.shop, one, kind=ProofKind.THEIR_REPLY, link=link, words=ENDING)
    assert scene.proof(one).post == ""
    scene.at.collect()
    counter.still_shows(scene.at.shop, one)
    lookout.look(scene.at.shop, one)
    assert scene.proof(one).post == posts.thread(scene.at.shop.store, one)[-1].id
    assert scene.proof(one).missed_at is None and scene.complaint(one).stage is Stage.SHOWN
    assert retelling.differing(scene.at.shop.store) == []


def test_a_link_to_their_complaint_itself_is_no_ending_without_its_words(scene: Scene) -> None:
    one = scene.at.hear(RAW)
    link = posts.thread(scene.at.shop.store, one)[0].url
    for words in ("", ENDING):
        undo = counter.confirm_ending(scene.at.shop, one, kind=ProofKind.THEIR_EDIT, link=link, words=words)
        assert scene.proof(one).post == ""
        undo.take_back(scene.at.shop)
    scene.at.clock.forward(seconds=timedelta(hours=2).total_seconds())
    scene.at.world.edit_as(scene.at.root(one), f"{RAW} {ENDING}")
    scene.at.collect()
    counter.confirm_ending(scene.at.shop, one, kind=ProofKind.THEIR_EDIT, link=link, words=ENDING)
    assert scene.proof(one).post == posts.thread(scene.at.shop.store, one)[0].id
