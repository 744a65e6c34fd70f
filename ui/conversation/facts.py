"""All that is shown of one conversation, read in one go, away from the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop import (
    accounts,
    asks,
    claims,
    coach,
    complaints,
    conversations,
    debts,
    drafts,
    happenings,
    hiding,
    history,
    looks,
    notes,
    outbox,
    passerby,
    people,
    pictures,
    posts,
    promises,
    reading,
    settings,
    shopbook,
    starters,
    triage,
)
from desktop.claims import Claim
from desktop.coach.scene import PastReply
from desktop.connectors import Abilities, Route, connector_class
from desktop.connectors.by_hand import FACE_TO_FACE
from desktop.drafts import Kept
from desktop.errors import ShopError
from desktop.happenings import Happening
from desktop.language.details import Detail
from desktop.language.text import plain, visible
from desktop.looks import PageSight
from desktop.passerby import PreviewPost, Sight, SightState
from desktop.records import (
    OPEN_STAGES,
    Account,
    Channel,
    Complaint,
    Conversation,
    Event,
    Fact,
    FixedHow,
    FoundPromise,
    Kind,
    Limit,
    Limits,
    Person,
    Post,
    Promise,
    Proof,
    Purpose,
    Reply,
    Source,
    Stage,
)
from desktop.shop import Shop
from desktop.shopbook import Asked, Opening
from desktop.starters import Starter, Wording
from desktop.writing import Writing

if TYPE_CHECKING:
    from desktop.practice.day import Happened
from ui import elsewhere, moments, words
from ui.composer import ComposerContext, StartChoice, in_public
from ui.moments import tr
from ui.opening import asked_card

from . import event as in_event
from .items import AskItem, Item, thread_items

_NEWEST = 20_000  # characters of theirs the coach and the starters look at
_PRIVATE_LEAST = (Channel.PRIVATE, Channel.NOTE)


@dataclass(frozen=True, slots=True)
class Piece:
    """Where a post's words stand in `their_text`."""

    post: str
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Known:
    """One conversation with everything the view shows."""

    one: Conversation
    account: Account
    place: str
    tile: str
    can: Abilities
    route: Route
    is_partial: bool  # a notice left some of their words out
    sight: Sight
    public: tuple[PreviewPost, ...]  # the thread as a passer-by finds it
    proof: Proof | None
    was_looked_at: bool
    complaint: Complaint | None
    thread: tuple[Post, ...]
    replies: tuple[Reply, ...]
    items: tuple[Item, ...]
    their_text: str
    named: tuple[Detail, ...]  # by `their_text`
    alarming: tuple[str, ...]  # words of theirs that make it serious
    told_fixed: Post | None  # their newest word, in private: it seems to say that it is put right
    pieces: tuple[Piece, ...]
    facts: tuple[Fact, ...]
    me: Person
    owner: Person | None
    is_owner_near: bool  # can say yes with a PIN while whoever is here stays
    people: tuple[Person, ...]
    limits: Limits
    currency: str
    mine: dict[Channel, tuple[Writing, datetime]]
    others: tuple[Kept, ...]
    claim: Claim | None  # somebody, or who is here, is on it
    earlier: tuple[Conversation, ...]
    promise: Promise | None
    found: tuple[FoundPromise, ...]  # times our own words give, nobody has said yet whether they are promises
    ending_due: datetime | None  # by when an ending is owed
    opening: Opening
    asked: Asked | None  # what the Shop book says of the hours they ask about
    hours_set: Event | None  # when the hours or closed days were changed last
    asked_for: Person | None  # whom of the team they ask for
    today: date
    own_wordings: tuple[Wording, ...]
    happened: Happened | None  # practice: what a poor answer did
    event: Happening | None  # many people, one cause: this is one of them
    context: ComposerContext = field(compare=False)

    @property
    def can_hide(self) -> bool:
        return hiding.can_hide(self.one, self.root)

    @property
    def is_hidden(self) -> bool:
        """By us, at the place."""
        return self.sight.state is SightState.HIDDEN

    @property
    def root(self) -> Post | None:
        return next((post for post in self.thread if post.id == self.one.root_post), None)

    @property
    def theirs(self) -> tuple[Post, ...]:
        """Their own messages that are still there, oldest first."""
        return tuple(p for p in self.thread if p.author == self.one.author and not p.gone_at)

    @property
    def is_fixed_not_shown(self) -> bool:
        return self.complaint is not None and self.complaint.stage in (Stage.FIXED, Stage.ASKED)

    @property
    def is_face_to_face(self) -> bool:
        """Said at the counter, by phone or on paper: there is no page to paste an answer on."""
        return self.one.platform.rpartition(".")[2] in FACE_TO_FACE

    @property
    def is_open_complaint(self) -> bool:
        return self.complaint is not None and self.complaint.stage in OPEN_STAGES


def read(shop: Shop, conversation: str, situation: str = "") -> Known | None:
    """Reads everything about one conversation; None when there is none of that id.

    `situation` is the one a person chose for its openings; "" leaves it to their words.
    """
    store = shop.store
    one = conversations.by_id(store, conversation)
    account = accounts.by_id(store, one.account) if one else None
    if one is None or account is None:
        return None
    complaint = complaints.by_id(store, conversation)
    thread, replies = posts.thread(store, conversation), outbox.of_conversation(store, conversation)
    their_text, pieces = _to_answer(one, thread)
    look = looks.last(store, conversation)
    everyone, me = people.all(store), shop.me
    mine = {
        channel: kept for channel in Channel if (kept := drafts.load(store, conversation, me.id, channel))
    }
    facts = tuple(shopbook.matching(store, their_text[:_NEWEST])) if their_text else ()
    opening, today = shopbook.opening(store), shop.clock.local(shop.clock.now()).date()
    noted, events = notes.of(store, conversation), history.of(store, conversation)
    base = Known(
        one=one,
        account=account,
        place=elsewhere.place_of(
            shop, one, next((post for post in thread if post.id == one.root_post), None)
        ),
        tile=shop.tile(one.platform),
        can=connector_class(one.platform).abilities(one.platform),
        route=_route(shop, one),
        is_partial=_is_partial(shop, one, thread),
        sight=passerby.sees(store, conversation),
        public=passerby.preview(store, conversation),
        proof=complaints.proof(store, conversation) if complaint else None,
        was_looked_at=look is not None and look.sight is not PageSight.NEVER,
        complaint=complaint,
        thread=thread,
        replies=replies,
        items=thread_items(
            one,
            thread,
            replies,
            noted,
            events,
            shop.clock,
            {person.id: person.name for person in everyone},
            _pictures(shop, thread),
            _asked(shop, conversation),
            posts.earlier_words(store, conversation),
        ),
        their_text=their_text,
        named=reading.named(
            their_text[:_NEWEST], (shop.name, one.author_name, words.first_name(one.author_name))
        ),
        alarming=_alarming(one, thread),
        told_fixed=_told_fixed(one, complaint, thread),
        pieces=pieces,
        facts=facts,
        me=me,
        owner=people.owner(store),
        is_owner_near=_is_owner_near(shop),
        people=everyone,
        limits=asks.lifted(store, conversation, me.id, people.limits(store, me.id)),
        currency=settings.get(store, settings.CURRENCY),
        mine=mine,
        others=tuple(
            kept
            for kept in drafts.of_conversation(store, conversation)
            if kept.person != me.id and kept.channel is not Channel.NOTE
        ),
        claim=claims.of(store, conversation, shop.clock.now()),
        earlier=tuple(conversations.earlier(store, one)),
        promise=promises.open_of(store, conversation),
        found=promises.offered(store, conversation, shop.clock.now()),
        ending_due=debts.ending_due(complaint, debts.clocks(shop)) if complaint else None,
        opening=opening,
        asked=shopbook.asked(opening, their_text[:_NEWEST], today),
        hours_set=history.latest(store, "shop", ("hours", "closure", "closure_removed")),
        asked_for=people.asked_for(everyone, their_text[:_NEWEST]),
        today=today,
        own_wordings=starters.kept_for(store, me.id),
        happened=_happened(shop, conversation),
        event=happenings.of_conversation(store, conversation),
        context=ComposerContext(),
    )
    object.__setattr__(base, "context", _context(shop, base, situation))
    return base


_ALARMING = 3


def _alarming(one: Conversation, thread: tuple[Post, ...]) -> tuple[str, ...]:
    if not one.is_serious:
        return ()
    said = visible("\n".join(post.text for post in thread if post.author == one.author and not post.gone_at)[:_NEWEST])
    found = [said[cue.start : cue.end] for cue in triage.serious_words(plain(said))]
    return tuple(dict.fromkeys(" ".join(words.split()) for words in found))[:_ALARMING]


def _told_fixed(one: Conversation, complaint: Complaint | None, thread: tuple[Post, ...]) -> Post | None:
    theirs = [post for post in thread if post.author == one.author and not post.gone_at]
    if complaint is None or complaint.stage not in (Stage.NO_ANSWER, Stage.ANSWERED) or len(theirs) < 2:
        return None
    newest = theirs[-1]
    if newest.is_public:  # that would be an ending everybody can see, which is proposed as such
        return None
    told = triage.judge(newest.text[:_NEWEST], previous=reading.before(thread, newest.posted_at)).follow_up
    return newest if told.outcome is triage.Outcome.RESOLVED else None


def _is_owner_near(shop: Shop) -> bool:
    from desktop import counter

    return counter.owner_is_near(shop)


def _asked(shop: Shop, conversation: str) -> tuple[AskItem, ...]:
    """What waits here for the owner, or for whoever asked."""
    me, owner, is_near = shop.me, people.owner(shop.store), _is_owner_near(shop)
    return tuple(
        AskItem(ask, owner.name if owner else "", ask.person == me.id, me.is_owner, is_near)
        for ask in asks.open_in(shop.store, conversation)
    )


def _happened(shop: Shop, conversation: str) -> Happened | None:
    if not shop.is_practice:
        return None
    from desktop.practice import day

    return day.what_happened(shop, conversation)


def _is_partial(shop: Shop, one: Conversation, thread: tuple[Post, ...]) -> bool:
    from desktop import counter

    root = next((post for post in thread if post.id == one.root_post), None)
    return root is not None and counter.is_partial(shop.store, root)


def _pictures(shop: Shop, thread: tuple[Post, ...]) -> dict[str, pictures.Kept]:
    """What was added to posts by hand."""
    by_hand = [post for post in thread if post.source is Source.BY_HAND]
    kept = ((post.id, pictures.of(shop.folder, post.id)) for post in by_hand)
    return {post: pictures.Kept(path, shop.key) for post, path in kept if path}


def _route(shop: Shop, one: Conversation) -> Route:
    """How an answer would get there."""
    from desktop import counter

    channel = Channel.PUBLIC if one.is_public else Channel.PRIVATE
    try:
        return counter.route_of(shop, one, counter.parent_of(shop, one.id, channel))
    except ShopError:  # their post is gone: posting will say so
        return Route(True)


def _to_answer(one: Conversation, thread: tuple[Post, ...]) -> tuple[str, tuple[Piece, ...]]:
    """Their words since our last answer (all of the newest, when nothing waits), and where each stands."""
    theirs = [p for p in thread if p.author == one.author and not p.gone_at]
    answers = [p.posted_at for p in thread if p.is_ours and not p.gone_at]
    since = max(answers, default=None)
    waiting = [p for p in theirs if since is None or p.posted_at > since] or theirs[-1:]
    text, pieces = "", list[Piece]()
    for post in waiting:
        text += "\n" if text else ""
        pieces.append(Piece(post.id, len(text), len(post.text)))
        text += post.text
    return text, tuple(pieces)


# --- what the composer is told --------------------------------------------------------------------


def _context(shop: Shop, known: Known, chosen: str) -> ComposerContext:
    one, me, store = known.one, known.me, shop.store
    told_us = known.complaint is not None and known.complaint.fixed_how is FixedHow.THEY_TOLD_US
    is_fixed = known.is_fixed_not_shown
    situations = starters.situations_for(one.kind, is_serious=one.is_serious)
    judged = starters.situation_of(one.kind, known.their_text, is_serious=one.is_serious)
    if in_event.speaks_for(known.event, one):
        situations, judged = (in_event.SITUATION, *situations), in_event.SITUATION
    situation = chosen if chosen in situations else judged
    offered = () if is_fixed else _starters(shop, known, situation)
    from desktop import counter  # here: it brings in all that acts, and this runs in the background

    resting, kept = counter.resting(shop), known.own_wordings
    local = shop.clock.local(shop.clock.now())
    values = _safely_known(known, known.opening.line(local) if known.opening.spans else "")
    limit, count, warning = _measure(shop, known)
    home = "gen" if situation == in_event.SITUATION else situation  # each is still told their own way
    cards = [
        StartChoice(
            s.key,
            s.name,
            starters.compose(
                counter.opening(shop, s, home) if s.key not in in_event.OPENINGS else s,
                situation=home,
                known=values,
                resting=resting,
            ),
            _looks(s),
        )
        for s in offered
    ]
    return ComposerContext(
        place=known.place,
        their_name=one.author_name,
        their_text=known.their_text[:_NEWEST],
        their_details=known.named,
        kind=one.kind,
        person_name=me.name,
        sign_off=me.sign_off,
        owner_name=known.owner.name if known.owner else "",
        held_by=known.claim.person_name if known.claim and known.claim.person != me.id else "",
        shop_name=shop.name,
        channels=channels_of(known),
        limit=limit,
        count=count,
        warning=warning if known.route.from_here else lambda _: known.route.why,
        limits=known.limits,
        currency=known.currency,
        is_serious=one.is_serious,
        is_event=known.event is not None,
        knows_cause=known.event is not None and known.event.knows_cause,
        is_practice=shop.is_practice,
        can_post=known.route.from_here,
        can_open=bool(known.route.url),
        has_public_answer=known.sight.has_answer or not one.is_public or one.kind is not Kind.COMPLAINT,
        staff=tuple(p.name for p in known.people),
        past=tuple(PastReply(*past) for past in outbox.past(store)),
        book=counter.for_coach(shop),
        public_text=in_public(one, known.thread),
        promised_at=known.promise.due_at if known.promise else None,
        told_us=told_us or not known.is_open_complaint,
        asked_at=known.complaint.asked_at if known.complaint else None,
        quiet=counter.quiet_checks(shop),
        noisy=next(iter(counter.noisy_checks(shop)), None),
        first=next((card for card in cards if not card.is_looking), None),
        looking=next((card for card in cards if card.is_looking), None),
        situation=situation,
        situations=() if is_fixed else situations,
        is_situation_chosen=chosen in situations,
        blank_line=_blank_line(*outbox.blank_page_share(store, me.id)),
        offers=starters.parts_for(one.kind, situation=situation, is_fixed=is_fixed, told_us=told_us),
        wordings=lambda part: [
            choice
            for each in dict.fromkeys((situation, home))
            for choice in starters.other_wordings(part, each, resting, values, kept)
        ],
        suggestions=_suggestions(shop, known)
        if known.event is None
        else in_event.suggestions(known.event, _suggestions(shop, known)),
        read=coach.read,
        now=lambda: shop.clock.local(shop.clock.now()),
        closes_at=known.opening.closes_at(local),
    )


def _looks(starter: Starter) -> bool:
    return starter.purpose is Purpose.LOOKING


def _starters(shop: Shop, known: Known, situation: str) -> tuple[Starter, ...]:
    one = known.one
    now = shop.clock.now()
    if known.event is not None and situation == in_event.SITUATION:
        return in_event.openings(known.event)
    return starters.starters_for(
        one.kind,
        situation=situation,
        is_serious=one.is_serious,
        is_happening_now=bool(one.happening_until and one.happening_until > now),
    )


def _safely_known(known: Known, hours: str) -> dict[str, str]:
    """What may be put into a starter without asking (design 4.4)."""
    me = known.me
    return {
        "name": words.first_name(known.one.author_name),
        "your first name": words.first_name(me.name),
        "what you do here": me.role_line,
        "hours": hours,
        "sign-off": me.sign_off,
    }


def channels_of(known: Known) -> tuple[Channel, ...]:
    """Where one can write here. A place of reviews has no private messages."""
    if not known.one.is_public:
        return _PRIVATE_LEAST
    private = known.can.private_messages and known.one.source is not Source.REVIEW
    return (Channel.PUBLIC, *((Channel.PRIVATE,) if private else ()), Channel.NOTE)


def _measure(shop: Shop, known: Known) -> tuple[Limit, Callable[[str], int], Callable[[str], str]]:
    from desktop import counter

    try:
        measure = counter.measure_of(shop, known.account)
        channel = Channel.PUBLIC if known.one.is_public else Channel.PRIVATE
        parent = counter.parent_of(shop, known.one.id, channel)
    except ShopError:  # their post is gone: posting will say so
        return Limit(0), len, lambda text: ""
    limit = Limit(measure.most, measure.unit)
    return limit, lambda text: measure.count(parent, text), lambda text: measure.warning(parent, text)


def _blank_line(blank: int, of: int) -> str:
    return tr("{n} of your last {of} began here").format(n=blank, of=of) if of else ""


def _suggestions(shop: Shop, known: Known) -> Callable[[str], tuple[starters.Suggestions, ...]]:
    facts = tuple(fact.text for fact in known.facts)
    if known.asked is not None:
        facts = (asked_card(known.asked, known.opening, known.today)[1], *facts)

    def offer(blank: str) -> tuple[starters.Suggestions, ...]:
        now = shop.clock.local(shop.clock.now())
        return starters.suggestions_for(
            blank,
            known.their_text[:_NEWEST],
            now=now,
            closes_at=known.opening.closes_at(now),
            opens_at=known.opening.next_opening(now),
            names=(shop.name, known.one.author_name),
            facts=facts,
            named=known.named,
        )

    return offer


# --- small things said about it ---------------------------------------------------------------------


def may_promise(known: Known) -> str:
    """What this person may promise alone here; empty for an owner, or where nothing is to be promised."""
    given = known.limits
    if given == Limits() or known.me.is_owner or known.one.kind is not Kind.COMPLAINT:
        return ""
    may = [tr("a replacement")] if given.may_replace else []
    may += [tr("bringing it round")] if given.may_deliver else []
    if given.money_up_to:
        may.append(tr("up to {amount} back").format(amount=moments.money(given.money_up_to, known.currency)))
    ask = [tr("money back")] if may and given.money_up_to == 0 else []
    ask += [tr("naming a cause")] if not given.may_name_cause else []
    ask += [tr("anything serious")] if not given.may_answer_serious else []
    ask += [tr("answering in public")] if not given.may_answer_public else []
    owner = known.owner.name if known.owner else tr("the owner")
    tail = " " + tr("{things}: ask {owner}.").format(things=_listed(ask, tr(" and ")), owner=owner) if ask else ""
    return f"{_listed(may, tr(' or ')) or tr('Nothing without asking')}.{tail}"


def _listed(things: list[str], last: str) -> str:
    """`A, b or c`, with `last` before the last one."""
    said = last.join(part for part in (", ".join(things[:-1]), *things[-1:]) if part)
    return said[:1].upper() + said[1:]
