"""What the board and the list show of each complaint, read in one go away from the window's thread."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from desktop import accounts, claims, complaints, conversations, debts, drafts, people, settings, shopbook
from desktop.clock import Clock
from desktop.complaints import Counts
from desktop.language.details import topics
from desktop.records import OPEN_STAGES, AccountState, Channel, Complaint, FixedHow, Person, ProofKind, Stage
from desktop.shop import Shop
from ui import moments, words
from ui.ending.facts import suggest_on
from ui.moments import tr
from ui.words import Word

COLUMNS = (*OPEN_STAGES, Stage.SHOWN)
PAGE = 24  # cards of a column read at a time
ALL = 5000
_NOT_LONG_AGO = timedelta(days=7)
_CALLED = re.compile(r"^(?:@[\w.@-]+\s+)+")  # names at the start only say whom it is addressed to


@dataclass(frozen=True, slots=True)
class Card:
    """One complaint with what its card says beside its own words.

    `words` are quoted (theirs, or what they said at the end); `writer` has a draft here; `suggest_on` is the day
    after which "Say it ourselves?" is offered; `happening_until` while somebody waits at the door.
    """

    complaint: Complaint
    place: str
    tile: str
    words: str
    writer: str = ""
    happening_until: datetime | None = None
    suggest_on: date | None = None
    late_at: datetime | None = None  # after it this is late by the aims of its place
    answer_due: datetime | None = None  # the first answer, while there is none
    ending_due: datetime | None = None  # owed since the case went on in private

    @property
    def id(self) -> str:
        return self.complaint.id

    @property
    def stage(self) -> Stage:
        return self.complaint.stage


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose, from where and what about ("" for all), and how many cards of each column."""

    holder: str = ""
    platform: str = ""
    trouble: str = ""  # one of every_topic()
    most: Mapping[Stage, int] = field(default_factory=dict)

    @property
    def is_filtered(self) -> bool:
        return bool(self.holder or self.platform or self.trouble)

    def about(self, shop: Shop, found: list[Complaint]) -> list[Complaint]:
        """Those that name the trouble."""
        if not self.trouble:
            return found
        return [one for one in found if self.trouble in topics(one.text, (shop.name, one.author_name))]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The board at one moment. `totals` counts each column as filtered; `ever`: there was a complaint at all."""

    columns: Mapping[Stage, tuple[Card, ...]]
    totals: Mapping[Stage, int]
    counts: Counts
    people: tuple[Person, ...]
    platforms: tuple[tuple[str, str], ...]  # (key, name)
    ever: bool


def year_start(clock: Clock) -> datetime:
    """The first moment of this year in the shop's own time."""
    local = clock.local(clock.now())
    guess = local.replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    # The offset in January may differ from today's: correct by what the clock makes of the guess.
    return guess - (clock.local(guess).replace(tzinfo=None) - guess.replace(tzinfo=None))


def read(shop: Shop, wanted: Wanted) -> Snapshot:
    """The five columns, their numbers, and who and what one can filter by: all of one moment."""
    with shop.store.reading():
        return _read(shop, wanted)


def _read(shop: Shop, wanted: Wanted) -> Snapshot:
    store, maker = shop.store, _Maker(shop)
    counts = complaints.counts(store, year_start(shop.clock))
    columns: dict[Stage, tuple[Card, ...]] = {}
    totals: dict[Stage, int] = {}
    for stage in COLUMNS:
        most = wanted.most.get(stage, PAGE)
        found = complaints.in_stage(
            store,
            stage,
            holder=wanted.holder,
            platform=wanted.platform,
            limit=ALL if wanted.is_filtered else most,
            now=shop.clock.now(),
        )
        found = wanted.about(shop, found)
        totals[stage] = len(found) if wanted.is_filtered else counts.by_stage.get(stage, 0)
        columns[stage] = maker.cards(found[:most])
    known = [a for a in accounts.all(store) if a.state is not AccountState.REMOVED]
    platforms = tuple({a.platform: words.place(shop.place(a.platform)) for a in known}.items())
    return Snapshot(columns, totals, counts, people.all(store), platforms, bool(counts.by_stage))


def read_all(shop: Shop, wanted: Wanted) -> tuple[Card, ...]:
    """Every card of the board, for the list: all of one moment."""
    with shop.store.reading():
        maker = _Maker(shop)
        found = [
            complaints.in_stage(shop.store, stage, holder=wanted.holder, platform=wanted.platform, limit=ALL)
            for stage in COLUMNS
        ]
        return tuple(card for some in found for card in maker.cards(wanted.about(shop, some), quotes=False))


def read_standing(shop: Shop, wanted: Wanted) -> tuple[Card, ...]:
    """Those left standing, with their reasons, newest first."""
    found = complaints.in_stage(
        shop.store, Stage.STANDING, holder=wanted.holder, platform=wanted.platform, limit=ALL
    )
    return _Maker(shop).cards(wanted.about(shop, found), quotes=False)


class _Maker:
    """Makes cards; what they share is read once."""

    def __init__(self, shop: Shop) -> None:
        self._shop, self._now = shop, shop.clock.now()
        self._opening = shopbook.opening(shop.store)
        self._clocks = debts.clocks(shop)
        self._writers = _writers(shop)
        self._places: dict[str, tuple[str, str]] = {}

    def cards(self, found: Iterable[Complaint], *, quotes: bool = True) -> tuple[Card, ...]:
        """`quotes`: an ending that shows is quoted in the words of its proof."""
        return tuple(self._card(complaint, quotes=quotes) for complaint in found)

    def _card(self, one: Complaint, *, quotes: bool) -> Card:
        place, tile = self._place(one.platform)
        return Card(
            one,
            place,
            tile,
            self._words(one, quotes=quotes),
            self._writers.get(one.id, ""),
            self._happening(one),
            self._suggest_on(one),
            debts.late_at(one, self._clocks),
            debts.answer_due(one, self._clocks),
            debts.ending_due(one, self._clocks),
        )

    def _place(self, platform: str) -> tuple[str, str]:
        if platform not in self._places:
            self._places[platform] = words.place(self._shop.place(platform)), self._shop.tile(platform)
        return self._places[platform]

    def _words(self, one: Complaint, *, quotes: bool) -> str:
        if one.hint_post and one.stage is not Stage.SHOWN:
            return quoted(one.hint_words)
        if quotes and one.proof_kind in (ProofKind.THEIR_REPLY, ProofKind.THEIR_EDIT):
            proof = complaints.proof(self._shop.store, one.id) if one.stage is Stage.SHOWN else None
            if proof and proof.words:
                return quoted(proof.words)
        return _CALLED.sub("", " ".join(one.text.split())) or words.only_stars(one.stars)

    def _happening(self, one: Complaint) -> datetime | None:
        if one.stage is not Stage.NO_ANSWER or self._now - one.opened_at > timedelta(hours=3):
            return None
        found = conversations.by_id(self._shop.store, one.id)
        return found.happening_until if found else None

    def _suggest_on(self, one: Complaint) -> date | None:
        if one.stage is not Stage.ASKED or one.asked_at is None:
            return None
        days = settings.get(self._shop.store, settings.SUGGEST_DAYS)
        return suggest_on(self._opening, self._shop.clock.local(one.asked_at), days)


def _writers(shop: Shop) -> dict[str, str]:
    """Who is on it, or has begun an answer, where; somebody else's name wins over one's own."""
    found: dict[str, str] = {}
    for person in sorted(people.all(shop.store), key=lambda one: one.id != shop.me.id):
        for kept in drafts.all_of(shop.store, person.id):
            if kept.channel is not Channel.NOTE:
                found[kept.conversation] = person.name
    for claim in claims.all(shop.store, shop.clock.now()):
        found[claim.conversation] = claim.person_name
    return found


def quoted(text: str) -> str:
    """Words on one line between quotation marks."""
    return f"“{' '.join(text.split()).strip('“”')}”"


# --- what a card says -------------------------------------------------------------------------------


def is_late(card: Card, now: datetime) -> bool:
    """Unanswered, or without an ending, for longer than the shop wants."""
    return card.late_at is not None and now > card.late_at


def age(card: Card, clock: Clock) -> str:
    """`11 days`; for an ending since when it shows: `Thu`, `9 June`."""
    one = card.complaint
    return (
        moments.long_age(clock, one.opened_at) if one.stage in OPEN_STAGES else moments.day(clock, one.stage_at)
    )


def since(clock: Clock, at: datetime) -> str:
    """`Thursday` within a week, then `5 June`."""
    recent = clock.now() - at < _NOT_LONG_AGO
    return moments.weekday(clock, at) if recent else moments.date(clock, at)


def on_day(clock: Clock, at: datetime) -> str:
    """`today`, `yesterday`, `tomorrow`, `on Thursday`, then `on 5 June`."""
    days = (clock.local(at).date() - clock.local(clock.now()).date()).days
    near = {0: "today", -1: "yesterday", 1: "tomorrow"}.get(days)
    return tr(near) if near else tr("on {day}").format(day=since(clock, at))


def missed(at: datetime, clock: Clock) -> str:
    """The first look that didn't find a proof: what was seen, and when we look again (design 6.4)."""
    said = tr("Not found {day}. We look again {other}.")
    return said.format(day=on_day(clock, at), other=on_day(clock, at + complaints.SURE_AFTER))


def state_line(card: Card, clock: Clock) -> Word | None:
    """The one line at the foot of a card (design 6.2), or None."""
    one = card.complaint
    first = words.first_name(one.author_name)
    if one.stage is Stage.SHOWN:
        if complaints.is_to_be_seen(one, clock.now()):
            return Word(tr("Still showing?"), "eye", "amber")
        if one.proof_missed_at:
            return Word(missed(one.proof_missed_at, clock), "eye", "amber")
        return Word(words.proof(one.proof_kind), "link", "ink") if one.proof_kind else None
    if one.stage is Stage.STANDING:
        return None
    if one.page_gone and one.stage is not Stage.TAKEN_DOWN:
        return Word(tr("No such page any more. Is it gone?"), "eye", "amber")
    if one.refused_reply:
        return Word(tr("Reply turned down"), "warn", "brick")
    if one.hint_post:
        return Word(
            tr("Looks like {first} said it’s sorted. Is this the ending?").format(first=first), "check", "leaf"
        )
    if one.flag == "proof_gone":
        return Word(
            tr("Proof gone since {day}").format(day=since(clock, one.flag_at or one.stage_at)), "warn", "brick"
        )
    if one.flag == "came_back":
        return Word(tr("Came back"), "undo", "brick")
    if one.flag == "wrote_again":
        return Word(tr("They wrote again"), "undo", "brick")
    return _promise_line(card, clock) or _stage_line(card, clock, first)


def _promise_line(card: Card, clock: Clock) -> Word | None:
    one, now = card.complaint, clock.now()
    if one.promise_at is None:
        return None
    if one.promise_at <= now:
        return Word(
            tr("Promise overdue, {when}").format(when=moments.by_when(clock, one.promise_at)), "clock", "brick"
        )
    if clock.local(one.promise_at).date() == clock.local(now).date():
        return Word(
            tr("Promise due {when}").format(when=moments.due(clock, one.promise_at)), "clock", "brick"
        )
    if one.holder_name:
        when = moments.due(clock, one.promise_at).split(",")[0]
        return Word(tr("{name}, by {when}").format(name=one.holder_name, when=when), "clock")
    return Word(tr("Back by {when}").format(when=moments.by_when(clock, one.promise_at)), "clock")


def _stage_line(card: Card, clock: Clock, first: str) -> Word | None:
    one = card.complaint
    if card.happening_until and card.happening_until > clock.now():
        return Word(tr("Happening now"), "clock", "amber")
    if one.stage is Stage.FIXED:
        return _fixed_line(one, clock)
    if one.stage is Stage.ASKED:
        return _asked_line(card, clock)
    if card.ending_due:
        return _owed_line(card, clock, card.ending_due, first)
    if card.writer:
        return Word(tr("{name} is answering").format(name=card.writer), "person")
    if one.stage is Stage.NO_ANSWER and one.pending_reply:
        return Word(tr("Posted. {place} hasn’t shown it yet.").format(place=card.place), "clock")
    if one.stage is Stage.NO_ANSWER and one.private_answer:
        return Word(tr("You wrote to {first} privately.").format(first=first), "lock")
    if card.answer_due and card.answer_due <= clock.now():
        when = moments.last(clock, card.answer_due)
        return Word(tr("First answer overdue since {when}").format(when=when), "clock", "brick")
    if one.holder_name:
        return Word(tr("Held by {name}").format(name=one.holder_name), "person")
    if card.answer_due:
        when = moments.due(clock, card.answer_due)
        return Word(tr("First answer due {when}").format(when=when), "clock")
    return None


def _owed_line(card: Card, clock: Clock, due: datetime, first: str) -> Word:
    """The case went on in private: by when passers-by are owed its ending."""
    if due <= clock.now():
        return Word(tr("Ending owed since {day}").format(day=since(clock, due)), "clock", "brick")
    said = tr("Ending owed by {day}").format(day=moments.due(clock, due).split(",")[0])
    if card.stage is Stage.NO_ANSWER:
        said = f"{tr('You wrote to {first} privately.').format(first=first)} {said}"
        return Word(said, "lock")
    return Word(said, "clock")


def _fixed_line(one: Complaint, clock: Clock) -> Word:
    if one.fixed_how is FixedHow.THEY_TOLD_US:
        return Word(words.says_sorted(one.author_name), "check")
    no_word = one.fixed_how is FixedHow.DONE_NO_WORD
    text = tr("Fixed {date}, no word yet") if no_word else tr("Fixed {date}")
    return Word(text.format(date=moments.date(clock, one.fixed_at or one.stage_at)), "check")


def _asked_line(card: Card, clock: Clock) -> Word:
    asked = card.complaint.asked_at or card.complaint.stage_at
    text = tr("Asked {ago}").format(ago=moments.ago(clock, asked))
    if may_say_it(card, clock):
        text = tr("{asked}. Say it ourselves?").format(asked=text)
    return Word(text, "clock")


def may_say_it(card: Card, clock: Clock) -> bool:
    """No word by the third opening day."""
    return card.suggest_on is not None and clock.local(clock.now()).date() > card.suggest_on


def spoken(card: Card, clock: Clock) -> str:
    """A card as a screen reader says it."""
    late = tr("late") if is_late(card, clock.now()) else ""
    state = state_line(card, clock)
    head = ", ".join(
        part for part in (tr("Complaint"), card.place, card.complaint.author_name, age(card, clock), late) if part
    )
    foot = state.text if state else words.stage(card.stage).text
    return f"{head}. {card.words} {foot}{'' if foot.endswith(('.', '?')) else '.'}"
