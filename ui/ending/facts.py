"""What the dialogs must know of a complaint, read in one go away from the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from desktop import (
    accounts,
    coach,
    complaints,
    conversations,
    drafts,
    outbox,
    people,
    posts,
    settings,
    shopbook,
    starters,
)
from desktop.coach.scene import PastReply
from desktop.connectors import Route, connector_class
from desktop.errors import ShopError
from desktop.records import (
    Channel,
    Complaint,
    Conversation,
    FixedHow,
    Limit,
    Post,
    Source,
    Stage,
)
from desktop.shop import Shop
from desktop.shopbook import Opening
from desktop.writing import Writing
from ui import elsewhere, moments, words
from ui.composer import ComposerContext, in_public
from ui.moments import tr

_MOST = 20_000  # characters of theirs that the coach looks at


@dataclass(frozen=True, slots=True)
class Draft:
    """What one of the two writing tabs begins with; `is_kept`: it was saved before, not a fresh starter."""

    channel: Channel
    writing: Writing
    is_kept: bool
    person: str  # the id of whose it is: who is at the counter may change while it is written
    context: ComposerContext = field(compare=False)


@dataclass(frozen=True, slots=True)
class Known:
    """One complaint with all that its dialogs show. `theirs`: their own messages, oldest first."""

    complaint: Complaint
    one: Conversation
    place: str
    shop_name: str
    owner_name: str
    root: Post | None
    thread: tuple[Post, ...]
    theirs: tuple[Post, ...]
    told: Post | None
    has_answer: bool  # a public answer of ours went out
    suggest_on: date
    waits: tuple[tuple[int, date], ...]  # opening days one may wait instead, and till when
    is_asking: bool  # an ask is on its way
    ask: Draft
    say: Draft
    url: str = ""  # the page to open where we can't post from here

    @property
    def name(self) -> str:
        return self.complaint.author_name

    @property
    def first(self) -> str:
        return words.first_name(self.complaint.author_name)


def read(shop: Shop, complaint: str) -> Known | None:
    """None when it is no public complaint any more."""
    store = shop.store
    found, one = complaints.by_id(store, complaint), conversations.by_id(store, complaint)
    account = accounts.by_id(store, one.account) if one else None
    if found is None or one is None or account is None:
        return None
    thread = tuple(post for post in posts.thread(store, complaint) if not post.gone_at)
    theirs, root = _theirs(one, thread), _root(one, thread)
    route = _route(shop, one)
    base = _context(shop, one, thread, route)
    owner = people.owner(store)
    can = connector_class(one.platform).abilities(one.platform)
    can_private = can.private_messages and one.source is not Source.REVIEW
    local = shop.clock.local(found.asked_at or shop.clock.now())
    return Known(
        found,
        one,
        base.place,
        shop.name,
        owner.name if owner else "",
        root,
        thread,
        theirs,
        posts.by_id(store, found.fixed_post) if found.fixed_post else None,
        any(post.is_ours and post.is_public for post in thread),
        suggest_on(shopbook.opening(store), local, settings.get(store, settings.SUGGEST_DAYS)),
        _waits(shopbook.opening(store), local),
        found.asked_at is None and outbox.has_asked(store, complaint),
        _draft(shop, one, base, "ask", Channel.PRIVATE if can_private else Channel.PUBLIC),
        _draft(shop, one, base, "ending", Channel.PUBLIC),
        route.url,
    )


def _theirs(one: Conversation, thread: tuple[Post, ...]) -> tuple[Post, ...]:
    return tuple(post for post in thread if post.author == one.author)


def _root(one: Conversation, thread: tuple[Post, ...]) -> Post | None:
    return next((post for post in thread if post.id == one.root_post), None)


def _route(shop: Shop, one: Conversation) -> Route:
    """How our words would get under the complaint."""
    from desktop import counter

    try:
        return counter.route_of(shop, one, counter.parent_of(shop, one.id, Channel.PUBLIC))
    except ShopError:  # their post is gone: posting will say so
        return Route(True)


def _draft(shop: Shop, one: Conversation, base: ComposerContext, key: str, channel: Channel) -> Draft:
    from desktop import counter  # here: it brings in all that acts, and this runs in the background

    limit, count, warning = _measure(shop, one, channel)
    known, resting = _safely_known(shop, one), counter.resting(shop)
    own = counter.own_wordings(shop)
    words_of = "show" if key == "ask" else "say"
    context = replace(
        base,
        channels=(channel,),
        purpose=starters.STARTERS[key].purpose,
        limit=limit,
        count=count,
        warning=warning if base.can_post else base.warning,
        wordings=lambda part: starters.other_wordings(part, words_of, resting, known, own),
    )
    person = shop.me.id
    kept = drafts.load(shop.store, one.id, person, channel)
    if kept is not None:
        return Draft(channel, kept[0], True, person, context)
    begun = starters.compose(
        counter.opening(shop, starters.STARTERS[key], words_of),
        situation=starters.situation_of(one.kind, base.their_text, is_serious=one.is_serious),
        known=known,
        resting=resting,
    )
    return Draft(channel, begun, False, person, context)


def _measure(
    shop: Shop, one: Conversation, channel: Channel
) -> tuple[Limit, Callable[[str], int], Callable[[str], str]]:
    from desktop import counter

    account = accounts.by_id(shop.store, one.account)
    try:
        if account is None:
            return Limit(0), len, lambda text: ""
        measure, parent = counter.measure_of(shop, account), counter.parent_of(shop, one.id, channel)
    except ShopError:  # their post is gone: posting will say so
        return Limit(0), len, lambda text: ""
    limit = Limit(measure.most, measure.unit)
    return limit, lambda text: measure.count(parent, text), lambda text: measure.warning(parent, text)


def _safely_known(shop: Shop, one: Conversation) -> dict[str, str]:
    me = shop.me
    return {
        "name": words.first_name(one.author_name),
        "your first name": words.first_name(me.name),
        "what you do here": me.role_line,
        "sign-off": me.sign_off,
    }


def _context(shop: Shop, one: Conversation, thread: tuple[Post, ...], route: Route) -> ComposerContext:
    from desktop import counter

    store, me = shop.store, shop.me
    root, theirs = _root(one, thread), _theirs(one, thread)
    text = "\n".join(post.text for post in theirs[:1] + theirs[1:][-2:])[:_MOST]
    owner = people.owner(store)
    opening = shopbook.opening(store)

    def offer(blank: str) -> tuple[starters.Suggestions, ...]:
        now = shop.clock.local(shop.clock.now())
        return starters.suggestions_for(
            blank,
            text,
            now=now,
            closes_at=opening.closes_at(now),
            opens_at=opening.next_opening(now),
            names=(shop.name, one.author_name),
        )

    return ComposerContext(
        place=elsewhere.place_of(shop, one, root),
        their_name=one.author_name,
        their_text=text,
        kind=one.kind,
        person_name=me.name,
        sign_off=me.sign_off,
        owner_name=owner.name if owner else "",
        shop_name=shop.name,
        book=counter.for_coach(shop),
        public_text=in_public(one, thread),
        quiet=counter.quiet_checks(shop),
        limits=counter.limits_here(shop, one.id),
        currency=settings.get(store, settings.CURRENCY),
        is_serious=one.is_serious,
        is_practice=shop.is_practice,
        can_post=route.from_here,
        warning=lambda _: route.why,
        can_open=bool(route.url),
        has_public_answer=True,  # the public side is what this dialog is about
        staff=tuple(person.name for person in people.all(store)),
        past=tuple(PastReply(*past) for past in outbox.past(store)),
        suggestions=offer,
        read=coach.read,
        now=lambda: shop.clock.local(shop.clock.now()),
    )


def _waits(opening: Opening, asked: datetime) -> tuple[tuple[int, date], ...]:
    return tuple((days, suggest_on(opening, asked, days)) for days in settings.SUGGEST_CHOICES)


def suggest_on(opening: Opening, asked: datetime, days: int) -> date:
    """So many opening days after an ask, the day itself counted when the shop opens on it (design 6.1)."""
    is_first = bool(opening.of(asked.date())) or not opening.spans
    return opening.after_opening_days(asked, max(1, days) - is_first)


# --- sentences ----------------------------------------------------------------------------------------


def moved_meanwhile(before: Known, now: Known) -> str:
    """What others made of the complaint while somebody was away; "" where it stands as it stood."""
    if before.complaint.stage is now.complaint.stage:
        return ""
    return tr("Meanwhile this has moved to “{stage}”.").format(stage=words.stage(now.complaint.stage).text)


def may_not_ask(known: Known, shop: Shop) -> tuple[str, str]:
    """Why asking isn't open: (short, for the button; whole sentence). Empty when it is."""
    one = known.complaint
    if one.stage is Stage.SHOWN:
        return tr("The ending already shows"), tr("The ending already shows.")
    if one.fixed_how is not FixedHow.THEY_TOLD_US:
        said = tr("{name} hasn’t said it’s sorted").format(name=known.first)
        return said, f"{said}. {tr('Ask how things are instead.')}"
    if one.asked_at is not None:
        said = tr("You asked on {date}").format(date=moments.date(shop.clock, one.asked_at))
        return said, f"{said}. {tr('Asking twice feels like pushing.')}"
    if known.is_asking:
        return tr("You have asked"), tr("You have asked: it’s on its way.")
    return "", ""


def subtitle(known: Known, shop: Shop) -> str:
    """`Facebook, public post, 8 June. Fixed 10 June.`"""
    one, clock = known.complaint, shop.clock
    source = words.source(one.source)
    kind = source[:1].lower() + source[1:]
    text = f"{known.place}, {kind}, {moments.date(clock, one.opened_at)}."
    return f"{text} {tr('Fixed {date}.').format(date=moments.date(clock, one.fixed_at))}" if one.fixed_at else text


def quoted(text: str, most: int = 0) -> str:
    """Words on one line between quotation marks, cut after `most` characters."""
    flat = " ".join(text.split()).strip("“”")
    if most and len(flat) > most:
        flat = flat[: most - 1].rsplit(" ", 1)[0] + "…"
    return f"“{flat}”"


def may_not_ask_twice(known: Known, shop: Shop) -> str:
    """`You asked on 9 June. Asking twice feels like pushing.` Empty while nobody has."""
    asked = known.complaint.asked_at
    if asked is None:
        return tr("You have asked: it’s on its way.") if known.is_asking else ""
    said = tr("You asked on {date}.").format(date=moments.date(shop.clock, asked))
    return f"{said} {tr('Asking twice feels like pushing.')}"
