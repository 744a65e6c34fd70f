"""Anything may happen in any order: what the app says of a complaint stays true of its page.

People of the place write, edit and take down; we answer in public and in private, and decide; checks come at any time
or fail; the program ends and begins; the computer's clock is set. After every step four promises are held to
(see the invariants). The places are the pretend ones, which keep apart what is written from what a stranger sees.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from copy import copy
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
)

from desktop import (
    accounts,
    collect,
    complaints,
    conversations,
    counter,
    deliver,
    lookout,
    looks,
    posts,
    retelling,
)
from desktop.counter import NeedsMore, Undo
from desktop.errors import Misuse, ShopError
from desktop.passerby import sees
from desktop.practice.world import World
from desktop.records import (
    OPEN_STAGES,
    Channel,
    FixedHow,
    Kind,
    Post,
    ProofKind,
    Purpose,
    Stage,
    StandingReason,
)
from desktop.writing import Writing
from tests.fixtures_shop import SATURDAY, open_counter

FIRST_WORDS = (
    "Ordered the lemon tart for my mum's 70th and the middle was raw dough. Never again.",
    "You charged me twice for the same two loaves and nobody answers the phone.",
    "Waited forty minutes outside a locked door for the class I paid for. Terrible.",
    "The wheel you repaired wobbles again. Not happy at all.",
    "Do you open on Sundays?",
)
LATER_WORDS = (
    "All sorted now, thank you.",
    "Update: they remade it the same day. All sorted.",
    "Thanks.",
    "Still not fixed, and still nobody answers.",
    "Spoke too soon, it broke again. Awful.",
    "Is the blue one still there?",
    "My sister says hello.",
)
OURS = (
    "That was our mistake, Marta. I'm baking you another today, by four. Ines",
    "A late note: Marta had a new tart on Monday. Ines",
    "Would you add a line saying how it ended? Ines",
)


class Endings(RuleBasedStateMachine):
    """One shop with two places: at the first all shows at once, the second looks at our replies for four minutes."""

    talks = Bundle("talks")

    @initialize(target=talks)
    def opens(self) -> object:
        self.folder = Path(tempfile.mkdtemp(prefix="endings-"))
        self.at = open_counter(self.folder / "shop")
        self.all: list[str] = []
        self.places: dict[str, str] = {}
        self.undos: list[Undo] = []
        self.unconfirmed: set[str] = set()  # they spoke in public since the ending was last seen or said
        self.looked: dict[str, looks.Look] = {}
        places = (("facebook", FIRST_WORDS[0]), ("google", FIRST_WORDS[1]))
        return multiple(*(self._hears(words, place, public=True) for place, words in places))

    def teardown(self) -> None:
        if hasattr(self, "at"):
            self.at.shop.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    # --- what they do -----------------------------------------------------------------------------

    @rule(
        target=talks,
        words=st.sampled_from(FIRST_WORDS),
        place=st.sampled_from(("facebook", "google")),
        public=st.booleans(),
    )
    def somebody_writes(self, words: str, place: str, public: bool) -> object:
        return multiple() if len(self.all) >= 4 else self._hears(words, place, public=public or place == "google")

    def _hears(self, words: str, place: str, *, public: bool) -> str:
        self.at.place = place
        self.at.world.no_faults()
        one = self.at.hear(words, is_public=public, who=f"Person {len(self.all)}")
        self.all.append(one)
        self.places[one] = place
        return one

    @rule(one=talks, words=st.sampled_from(LATER_WORDS), public=st.booleans())
    def they_write_again(self, one: str, words: str, public: bool) -> None:
        public = public and self._talk(one).is_public
        if self._root(one).gone_at:
            return
        self._collect(one)
        before = self._public_state(one)
        self.at.world.post_as(
            self.places[one], self._talk(one).author_name, words, parent=self.at.root(one), is_public=public
        )
        self._collect(one)
        if public:
            self.unconfirmed.add(one)
        else:
            assert self._public_state(one) == before, "a private word of theirs moved the public stage"

    @rule(one=talks, words=st.sampled_from(LATER_WORDS), append=st.booleans(), which=st.integers(0, 3))
    def they_edit(self, one: str, words: str, append: bool, which: int) -> None:
        said = self._theirs(one)
        if not said:
            return
        post = said[which % len(said)]
        text = f"{post.text}\n\n{words}" if append else f"{words} ({len(post.text)})"
        if text == post.text:
            return
        self.at.world.edit_as(post.remote_id, text)
        self._collect(one)
        if post.is_public:
            self.unconfirmed.add(one)

    @rule(one=talks, which=st.integers(0, 7))
    def they_take_down(self, one: str, which: int) -> None:
        """Their newest word; one time in eight what they began with."""
        said = self._theirs(one)
        if said and (which == 0 or len(said) > 1):
            self.at.world.drop(said[0 if which == 0 else -1].remote_id)

    @rule(one=talks)
    def one_of_ours_vanishes(self, one: str) -> None:
        ours = [post for post in posts.thread(self.at.shop.store, one) if post.is_ours and not post.gone_at]
        if ours:
            self.at.world.drop(ours[-1].remote_id)

    # --- what we do -------------------------------------------------------------------------------

    @rule(one=talks, words=st.sampled_from(OURS), purpose=st.sampled_from((Purpose.ANSWER, Purpose.ENDING)))
    def we_answer_in_public(self, one: str, words: str, purpose: Purpose) -> None:
        if self._talk(one).is_public:
            self._post(one, words, Channel.PUBLIC, purpose)

    @rule(one=talks, words=st.sampled_from(OURS), purpose=st.sampled_from((Purpose.ANSWER, Purpose.ASK)))
    def we_write_in_private(self, one: str, words: str, purpose: Purpose) -> None:
        self._collect(one)
        before = self._public_state(one)
        self._post(one, words, Channel.PRIVATE, purpose)
        after = self._public_state(one)
        asked = purpose is Purpose.ASK and (before, after) == (Stage.FIXED, Stage.ASKED)
        assert after == before or asked, "a private message of ours moved the public stage"

    @rule(one=talks, how=st.sampled_from(FixedHow), which=st.integers(0, 3))
    def we_mark_fixed(self, one: str, how: FixedHow, which: int) -> None:
        said = self._theirs(one)
        told = said[which % len(said)].id if said and how is FixedHow.THEY_TOLD_US else ""
        self._act(lambda: counter.mark_fixed(self.at.shop, one, how, told))

    @rule(one=talks, which=st.integers(0, 3), link=st.booleans(), kind=st.sampled_from(ProofKind))
    def a_person_confirms_the_ending(self, one: str, which: int, link: bool, kind: ProofKind) -> None:
        self._collect(one)
        said = self._theirs(one)
        done = self._act(
            lambda: counter.confirm_ending(
                self.at.shop,
                one,
                kind=kind,
                post_id=said[which % len(said)].id if said and not link else "",
                link="https://example.org/said" if link else "",
                words="All sorted" if link else "",
            )
        )
        if done:
            self.unconfirmed.discard(one)

    @rule(one=talks, reason=st.sampled_from(StandingReason))
    def we_leave_it_standing(self, one: str, reason: StandingReason) -> None:
        self._act(lambda: counter.leave_standing(self.at.shop, one, reason, "They moved away."))

    @rule(one=talks, stage=st.sampled_from(Stage))
    def we_move_the_card(self, one: str, stage: Stage) -> None:
        self._act(lambda: counter.move(self.at.shop, one, stage))

    @rule(one=talks, act=st.sampled_from((counter.pick_up_again, counter.not_the_ending, counter.proof_gone)))
    def we_decide_otherwise(self, one: str, act: Callable[..., Undo]) -> None:
        if act is counter.pick_up_again and self._stage(one) is not Stage.STANDING:
            return
        self._act(lambda: act(self.at.shop, one))

    @rule(one=talks, kind=st.sampled_from((Kind.COMPLAINT, Kind.QUESTION)))
    def we_say_what_it_is(self, one: str, kind: Kind) -> None:
        self._act(lambda: counter.set_kind(self.at.shop, one, kind))

    @precondition(lambda self: self.undos)
    @rule()
    def we_take_it_back(self) -> None:
        self.undos.pop().take_back(self.at.shop)

    # --- what time, the network and the computer do -----------------------------------------------

    @rule(one=talks)
    def a_look_at_the_page(self, one: str) -> None:
        self._act_quietly(lambda: lookout.look(self.at.shop, one))

    @rule(minutes=st.sampled_from((1, 5, 40, 600, 1_500, 12_000)))
    def time_passes(self, minutes: int) -> None:
        self.at.clock.forward(minutes=minutes)
        self._round()

    @rule(hours=st.sampled_from((-48, -2, 30_000)))
    def the_clock_is_set(self, hours: int) -> None:
        self.at.clock.set(min(max(self.at.clock.now() + timedelta(hours=hours), SATURDAY), SATURDAY.replace(year=2040)))

    @rule(kind=st.sampled_from(("offline", "slow_down", "refused", "unanswered", "lost")), count=st.integers(1, 3))
    def something_fails(self, kind: str, count: int) -> None:
        self.at.world.fault(kind, count)

    @rule()
    def all_is_well_again(self) -> None:
        self.at.world.no_faults()

    @rule()
    def the_program_starts_again(self) -> None:
        self.at.shop.close()
        self.undos.clear()
        place = self.at.place
        self.at = open_counter(self.folder / "shop", self.at.clock, self.at.world)
        self.at.place = place

    # --- the four promises ------------------------------------------------------------------------

    @invariant()
    def shown_means_seen_or_said_since_their_last_public_word(self) -> None:
        for one in getattr(self, "all", ()):
            self._note_looks(one)
            if self._stage(one) is not Stage.SHOWN:
                continue
            proof = complaints.proof(self.at.shop.store, one)
            assert proof is not None and proof.lost_at is None, "Shown without a proof"
            assert proof.seen_by or proof.kind is ProofKind.OUR_UPDATE, "nobody said or saw that this is the ending"
            assert one not in self.unconfirmed, "they have spoken since the ending was seen"

    @invariant()
    def no_complaint_leaves_the_page_without_an_ending_or_a_reason(self) -> None:
        for one in getattr(self, "all", ()):
            talk = self._talk(one)
            complaint = complaints.by_id(self.at.shop.store, one)
            if talk.kind is not Kind.COMPLAINT or not talk.is_public:
                assert complaint is None
                continue
            assert complaint is not None, "a public complaint isn't on the board"
            if complaint.stage in OPEN_STAGES or complaint.stage is Stage.SHOWN:
                continue
            if complaint.stage is Stage.STANDING:
                assert complaint.standing_reason, "left standing without a reason"
            else:
                assert complaint.stage is Stage.TAKEN_DOWN and self._root(one).gone_at, "gone from a page it is on"

    @invariant()
    def everything_on_the_board_can_be_told_again(self) -> None:
        if hasattr(self, "at"):
            assert retelling.differing(self.at.shop.store) == []

    @invariant()
    def the_line_says_no_more_than_a_stranger_could_see(self) -> None:
        for one in getattr(self, "all", ()):
            if sees(self.at.shop.store, one).state.startswith("answered"):
                assert any(
                    post.is_ours and post.is_public and post.shown_at and not post.gone_at
                    for post in posts.thread(self.at.shop.store, one)
                )

    # --- helpers ------------------------------------------------------------------------------------

    def _talk(self, one: str) -> conversations.Conversation:
        found = conversations.by_id(self.at.shop.store, one)
        assert found
        return found

    def _root(self, one: str) -> Post:
        found = posts.by_id(self.at.shop.store, self._talk(one).root_post)
        assert found
        return found

    def _theirs(self, one: str) -> list[Post]:
        """Those of their posts that are still there, whether or not we have heard of it."""
        said = [p for p in posts.thread(self.at.shop.store, one) if not p.is_ours and not p.gone_at]
        there = self._faultless().still_there(self.places[one], tuple(p.remote_id for p in said))
        return [p for p in said if p.remote_id in there]

    def _stage(self, one: str) -> Stage | None:
        found = complaints.by_id(self.at.shop.store, one)
        return found.stage if found else None

    _public_state = _stage

    def _note_looks(self, one: str) -> None:
        """A look that came through has seen an ending that a stranger reads, after all they have said."""
        last = looks.last(self.at.shop.store, one)
        if last == self.looked.get(one) or last is None or last.sight is not looks.PageSight.SEEN:
            return
        self.looked[one] = last
        proof = complaints.proof(self.at.shop.store, one)
        if proof and not proof.lost_at and proof.post and self._stranger_reads(one, proof.post, proof.words):
            self.unconfirmed.discard(one)

    def _stranger_reads(self, one: str, post_id: str, words: str) -> bool:
        post = posts.by_id(self.at.shop.store, post_id)
        seen = self._faultless().seen_by_a_stranger(self.places[one], self._root(one).remote_id)
        said = " ".join(words.split())
        return any(post and each.id == post.remote_id and said in " ".join(each.text.split()) for each in seen)

    def _faultless(self) -> World:
        """The same places, asked by nobody who could be refused."""
        world = copy(self.at.world)
        world._faults = []
        return world

    def _collect(self, one: str) -> None:
        """A check that comes through; what went wrong before is over."""
        self.at.world.no_faults()
        self.at.place = self.places[one]
        self.at.collect()

    def _post(self, one: str, words: str, channel: Channel, purpose: Purpose) -> None:
        self._act_quietly(
            lambda: counter.post(self.at.shop, one, Writing.typed(words), channel=channel, purpose=purpose)
        )
        self.at.clock.forward(seconds=11)
        deliver.deliver_due(self.at.shop)

    def _act(self, act: Callable[[], Undo]) -> bool:
        try:
            self.undos.append(act())
        except (Misuse, NeedsMore):
            return False
        return True

    def _act_quietly(self, act: Callable[[], object]) -> None:
        try:
            act()
        except ShopError:
            return

    def _round(self) -> None:
        """What the program does by itself: fetch, send what is due, look where it is time."""
        for account in accounts.all(self.at.shop.store):
            collect.collect(self.at.shop, account.id)
        deliver.deliver_due(self.at.shop)
        lookout.look_due(self.at.shop)


TestEndings = Endings.TestCase
TestEndings.settings = settings(
    max_examples=int(os.environ.get("SAID_ENDINGS", "120")),  # 1,500 of them in random order: a soak of ten minutes
    stateful_step_count=40,
    deadline=None,
    derandomize="SAID_ENDINGS" not in os.environ,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],  # what fails is printed whole; making it shorter takes minutes
    report_multiple_bugs=False,
)
