"""Fills an empty shop by playing a scenario through the real porters and the real acts of the counter.

The clock is put to each moment in turn, so that every row is what the product itself would have made.
All of it is one transaction: a shop is either empty or complete.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any, cast

from desktop import (
    accounts,
    collect,
    complaints,
    conversations,
    counter,
    deliver,
    lookout,
    outbox,
    people,
    posts,
    settings,
    shopbook,
)
from desktop.clock import SetClock
from desktop.practice.scenario import PersonSpec, PlaceSpec, Scenario, Story, load, moment
from desktop.practice.world import World
from desktop.records import (
    Account,
    Channel,
    Fact,
    FixedHow,
    Kind,
    Limits,
    Person,
    Post,
    ProofKind,
    Purpose,
    StandingReason,
)
from desktop.settling import settle, time_passes
from desktop.shop import Shop
from desktop.writing import Writing

PUDDLE = Path(__file__).resolve().parents[2] / "resources" / "practice" / "puddle_street.json"
_OPENS_UP = time(9, 0)
_LAST_DAYS = 35  # a shop that is open every day looks round every day
_LOOKED = timedelta(minutes=6)  # "Page checked 6 min ago"


def puddle_street() -> Scenario:
    """The pretend shop that comes with the program."""
    return load(PUDDLE)


def world_of(shop: Shop) -> World:
    """The pretend places behind a practice shop: they stand where another shop has the web."""
    return cast(World, shop.web())


def is_filled(shop: Shop) -> bool:
    return bool(accounts.all(shop.store))


def prepare(shop: Shop, *, is_practice: bool = True) -> None:
    """Fills an empty shop with its world's scenario; does nothing when that has been done."""
    if is_filled(shop):
        return
    world = world_of(shop)
    world.start_again()
    with _standing_clock(shop, world) as clock, shop.store.writing(), world.saved_once():
        _Replay(shop, world.scenario, clock, is_practice=is_practice).run()


@contextmanager
def _standing_clock(shop: Shop, world: World) -> Iterator[SetClock]:
    """Both get a clock that stands; afterwards their own again, put to the scenario's now."""
    own, now = shop.clock, world.scenario.now_at
    clock = SetClock(now, world.scenario.zone)
    shop.clock = world.clock = clock
    try:
        yield clock
    finally:
        shop.clock = world.clock = own
    own.set(now)  # type: ignore[attr-defined]  # a practice clock, or a test's


@dataclass(frozen=True, slots=True)
class _Moment:
    """What happens at a moment: an act of ours in a story, or (without one) a look round the pages."""

    at: datetime
    story: Story | None = None
    facts: Mapping[str, Any] | None = None


class _Replay:
    """One playing of a scenario into one shop."""

    def __init__(self, shop: Shop, scenario: Scenario, clock: SetClock, *, is_practice: bool) -> None:
        self.shop, self.scenario, self.clock, self.is_practice = shop, scenario, clock, is_practice
        self.people: dict[str, Person] = {}
        self.accounts: dict[str, Account] = {}

    def run(self) -> None:
        self._found()
        for each in self._moments():
            self.clock.set(each.at)
            if each.story is not None and each.facts is not None:
                self._collect(each.story.place)
                self._act(each.story, each.facts)
            else:
                self._look_round()
        self._up_to_now()
        counter.forget_learned(self.shop)  # its guesses are the same for everybody

    # ---- the empty shop -----------------------------------------------------------------------------

    def _found(self) -> None:
        shop, told, store = self.shop, self.scenario, self.shop.store
        self.clock.set(min(story.at for story in told.stories) - timedelta(days=1))
        settings.put(store, settings.SHOP_NAME, told.shop)
        settings.put(store, settings.CURRENCY, told.currency)
        settings.put(store, settings.IS_PRACTICE, self.is_practice)
        for person in told.people:
            self.people[person.name] = self._add_person(person)
        for fact in told.facts:
            shopbook.put_fact(
                store, Fact("", fact.title, fact.text, fact.topics, fact.checked_by, fact.checked_at)
            )
        shopbook.put_hours(store, [(day, opens, closes) for day, (opens, closes) in told.hours.items()])
        for day, note in told.closures:
            shopbook.put_closure(store, day, note)
        for place in told.places:
            self.accounts[place.key] = self._add_account(place)
        shop.set_person(self.people[told.people[0].name])

    def _add_person(self, told: PersonSpec) -> Person:
        store = self.shop.store
        person = people.add(
            store, told.name, told.role, told.since_at, role_line=told.role_line, sign_off=told.sign_off
        )
        if told.limits:
            given = {k: v for k, v in told.limits.items() if k in Limits._fields}
            people.put_limits(store, person.id, people.CAREFUL._replace(**given))
        return person

    def _add_account(self, place: PlaceSpec) -> Account:
        platform = f"practice.{place.key}"
        account = Account(
            accounts.account_id(platform, "", place.handle), platform, place.handle, self.scenario.shop,
            remote_id=place.handle, facts={"place": place.key},
        )  # fmt: skip
        accounts.add(self.shop.store, account, self.clock.now())
        return account

    # ---- one moment after the other -----------------------------------------------------------------

    def _moments(self) -> list[_Moment]:
        """Every act of ours up to now, and a look round each morning and soon after each public answer."""
        now, found = self.scenario.now_at, []
        for story in self.scenario.stories:
            for step in story.then:
                if step.at > now or not step.is_ours:
                    continue
                found.append(_Moment(step.at, story, step.facts))
                if "say" in step.facts and not step.facts.get("private"):
                    found.append(_Moment(min(step.at + timedelta(minutes=11), now)))
        found += [_Moment(morning) for morning in self._mornings({each.at for each in found})]
        return sorted(found, key=lambda each: each.at)

    def _mornings(self, busy: set[datetime]) -> list[datetime]:
        """Opening up on each of the last days, and before that on the day after something happened."""
        now, day = self.scenario.now_at, timedelta(days=1)
        today = self.clock.local(now).date()
        days = {today - day * back for back in range(_LAST_DAYS)}
        days |= {self.clock.local(at).date() + day for at in busy}
        zone = self.scenario.zone
        found = [datetime.combine(one, _OPENS_UP, zone).astimezone(UTC) for one in days]
        return [at for at in found if at < now]

    def _collect(self, place: str) -> None:
        collect.collect(self.shop, self.accounts[place].id)

    def _look_round(self) -> int:
        for place in self.accounts:
            self._collect(place)
        return lookout.look_due(self.shop, 500, per_host=500)

    def _up_to_now(self) -> None:
        """What a check a few minutes ago found, and the last words that came since."""
        now = self.scenario.now_at
        self.clock.set(now - _LOOKED)
        self._look_round()
        for stage, cards in complaints.board(self.shop.store).items():
            for card in cards if stage is not stage.SHOWN else []:
                lookout.look(self.shop, card.id)
        self.clock.set(now)
        self._look_round()
        for person in self.people.values():
            self.shop.set_person(person)
            for story in self.scenario.stories:
                said = any("say" in step.facts and step.at <= now for step in story.then)
                mine = any(step.facts.get("we") == person.name and step.at <= now for step in story.then)
                if said or mine:
                    counter.mark_read(self.shop, self._conversation(story))
        self.shop.set_person(self.people[self.scenario.people[0].name])
        time_passes(self.shop.store, self.clock)
        settle(self.shop.store, [self._conversation(story) for story in self._here()], self.clock)

    # ---- what our people do -------------------------------------------------------------------------

    def _act(self, story: Story, facts: Mapping[str, Any]) -> None:
        who = facts.get("we")
        if who:
            self.shop.set_person(self.people[who])
            self._agree(story)
        if "say" in facts:
            self._say(story, facts)
        else:
            getattr(self, f"_do_{facts['do']}")(self._conversation(story), facts)

    def _agree(self, story: Story) -> None:
        """Whoever first takes it up says what it is."""
        one = conversations.by_id(self.shop.store, self._conversation(story))
        if story.kind and one and one.kind_is_guess:
            counter.set_kind(self.shop, one.id, story.kind)

    def _say(self, story: Story, facts: Mapping[str, Any]) -> None:
        now = self.scenario.now_at.astimezone(self.scenario.zone)
        reply = counter.post(
            self.shop,
            self._conversation(story),
            Writing.typed(facts["say"]),
            channel=Channel.PRIVATE if facts.get("private") else Channel.PUBLIC,
            purpose=Purpose(facts.get("for", "answer")),
            promise_at=moment(facts["promise"], now) if "promise" in facts else None,
        )
        counter.send_now(self.shop, reply.id)
        deliver.deliver(self.shop, outbox.by_id(self.shop.store, reply.id) or reply)
        gone = outbox.by_id(self.shop.store, reply.id)
        if gone is None or not gone.posted_at:
            raise ValueError(f"story {story.id}: the answer did not go: {gone.trouble if gone else ''}")

    def _do_note(self, conversation: str, facts: Mapping[str, Any]) -> None:
        counter.add_note(self.shop, conversation, facts["text"])

    def _do_kind(self, conversation: str, facts: Mapping[str, Any]) -> None:
        counter.set_kind(self.shop, conversation, Kind(facts["kind"]))

    def _do_give(self, conversation: str, facts: Mapping[str, Any]) -> None:
        counter.give_to(self.shop, conversation, self.people[facts["to"]].id)

    def _do_done(self, conversation: str, facts: Mapping[str, Any]) -> None:  # noqa: ARG002
        counter.done(self.shop, conversation)

    def _do_looked(self, conversation: str, facts: Mapping[str, Any]) -> None:  # noqa: ARG002
        lookout.look(self.shop, conversation)

    def _do_fixed(self, conversation: str, facts: Mapping[str, Any]) -> None:
        how = FixedHow(facts["how"])
        in_writing = how is FixedHow.THEY_TOLD_US and not facts.get("aloud")
        told = self._last_of_theirs(conversation) if in_writing else None
        counter.mark_fixed(self.shop, conversation, how, told.id if told else "")

    def _do_standing(self, conversation: str, facts: Mapping[str, Any]) -> None:
        counter.leave_standing(
            self.shop, conversation, StandingReason(facts["reason"]), facts.get("text", "")
        )

    def _do_shown(self, conversation: str, facts: Mapping[str, Any]) -> None:
        """Confirms an ending, where a look hasn't already seen our own."""
        kind = ProofKind(facts["proof"])
        proof = complaints.proof(self.shop.store, conversation)
        if proof and not proof.lost_at:
            return
        thread = [p for p in posts.thread(self.shop.store, conversation) if p.is_public and not p.gone_at]
        if kind is ProofKind.THEIR_EDIT:
            found = thread[0]
        else:
            found = [p for p in thread if p.is_ours == (kind is ProofKind.OUR_UPDATE)][-1]
        complaint = complaints.by_id(self.shop.store, conversation)
        hint = complaint.hint_words if complaint and complaint.hint_post == found.id else ""
        counter.confirm_ending(self.shop, conversation, kind=kind, post_id=found.id, words=hint)

    # ---- who is meant -------------------------------------------------------------------------------

    def _here(self) -> list[Story]:
        return [story for story in self.scenario.stories if story.at <= self.clock.now()]

    def _conversation(self, story: Story) -> str:
        root = world_of(self.shop).root_of(story.id)
        account = self.accounts[story.place]
        found = posts.conversation_of(self.shop.store, account.id, root)
        if not found:
            raise ValueError(f"story {story.id}: nobody collected it")
        return found

    def _last_of_theirs(self, conversation: str) -> Post | None:
        theirs = [p for p in posts.thread(self.shop.store, conversation) if not p.is_ours and not p.gone_at]
        return theirs[-1] if theirs else None
