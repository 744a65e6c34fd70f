"""Answering: into the outbox with time to undo, and what a person decides about replies on their way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop import (
    accounts,
    claims,
    complaints,
    deliver,
    drafts,
    forgotten,
    history,
    outbox,
    passerby,
    posts,
    settings,
)
from desktop.collect import TOLD
from desktop.counter.acts import get
from desktop.counter.asking import check_limits, use_up
from desktop.counter.claiming import check_nobody_else, writes_on
from desktop.counter.promising import note_promises
from desktop.errors import Misuse
from desktop.records import (
    Account,
    Author,
    Channel,
    Conversation,
    FixedHow,
    Post,
    Purpose,
    RemotePost,
    Reply,
    ReplyState,
)
from desktop.settling import settle
from desktop.shop import Shop
from desktop.spending import Spending
from desktop.writing import Writing

if TYPE_CHECKING:
    from desktop.connectors import Connector, Route


def post(
    shop: Shop,
    conversation: str,
    writing: Writing,
    *,
    channel: Channel = Channel.PUBLIC,
    purpose: Purpose = Purpose.ANSWER,
    promise_at: datetime | None = None,
) -> Reply:
    """Puts a reply in the outbox with its undo window, in the same transaction that lets go of the draft.

    Raises Misuse for blanks, an empty text or one over the place's limit: those can't be posted; and where the
    place can't be posted to from here (`copy_out` is for those).
    """
    one = get(shop, conversation)
    if not route_of(shop, one, parent_of(shop, conversation, channel)).from_here:
        raise Misuse(f"{shop.place(one.platform)} can’t be posted to from here. Copy and open it instead.")
    seconds = settings.get(shop.store, settings.UNDO_SECONDS)
    wait = timedelta(seconds=seconds * shop.clock.rate) if seconds else timedelta(days=3650)
    return put(shop, conversation, writing, channel, purpose, promise_at, ReplyState.WAITING, wait)


def put(
    shop: Shop,
    conversation: str,
    writing: Writing,
    channel: Channel,
    purpose: Purpose,
    promise_at: datetime | None,
    state: ReplyState,
    wait: timedelta,
) -> Reply:
    """Checks a reply and puts it in the outbox, in the transaction that lets go of its draft. Raises Misuse."""
    one, now = get(shop, conversation), shop.clock.now()
    if forgotten.known(shop.store, [conversation]):
        raise Misuse("Whom this was for was forgotten here.")
    text = writing.plain().strip()
    parent = parent_of(shop, conversation, channel)
    _check_postable(shop, one, writing, text, parent)
    with shop.store.writing():
        check_alone(shop, conversation, is_public=channel is Channel.PUBLIC)
        check_nobody_else(shop, conversation)
        check_limits(shop, conversation, writing, channel, purpose)
        if purpose is Purpose.ASK:
            _check_may_ask(shop, conversation)
        reply = outbox.put(
            shop.store,
            conversation=conversation,
            account=one.account,
            person=shop.me.id,
            device=shop.device,
            parent_post=parent.id,
            text=text,
            body=writing.to_json(),
            is_public=channel is Channel.PUBLIC,
            purpose=purpose,
            at=now,
            not_before=now + wait,
            known_until=_newest_of_theirs(shop, conversation),
            known=_seen_so_far(shop, conversation),
            promise_at=promise_at,
            state=state,
        )
        if promise_at is None:
            note_promises(shop, conversation, reply, text)
        drafts.drop(shop.store, conversation, shop.me.id, channel)
        claims.give_up(shop.store, conversation, shop.me.id)
        use_up(shop, conversation)
        kind = "copied" if state is ReplyState.COPIED else "to_outbox"
        history.tell(shop.store, shop.by(now), conversation, kind, {"reply": reply, "purpose": purpose})
        settle(shop.store, [conversation], shop.clock)
    made = outbox.by_id(shop.store, reply)
    if made is None:
        raise KeyError(reply)
    return made


def _check_may_ask(shop: Shop, conversation: str) -> None:
    """Once, and only those who told us that it is sorted. An ask on its way counts."""
    complaint = complaints.by_id(shop.store, conversation)
    if complaint is None or complaint.fixed_how is not FixedHow.THEY_TOLD_US:
        raise Misuse("They haven’t said it’s sorted. Ask how things are instead.")
    if complaint.asked_at or outbox.has_asked(shop.store, conversation):
        raise Misuse("They have been asked before. Asking twice feels like pushing.")


def _check_postable(shop: Shop, one: Conversation, writing: Writing, text: str, parent: Post) -> None:
    if writing.blanks():
        raise Misuse("A blank can't be posted.")
    if not text:
        raise Misuse("There is nothing to post yet.")
    account = accounts.by_id(shop.store, one.account)
    if account is None:
        raise Misuse("This conversation's account is gone.")
    measure = measure_of(shop, account)
    over = measure.count(parent, text) - measure.most
    if over > 0:
        noun = "character" if over == 1 else "characters"  # as the place counts them
        raise Misuse(f"That is {over:,} {noun} too long for {shop.place(one.platform)}.")


@dataclass(frozen=True, slots=True)
class Measure:
    """How a place counts a reply. `count` takes the post answered and the text; so does `warning`, what a person
    should know before it goes."""

    most: int
    unit: str
    count: Callable[[Post, str], int]
    warning: Callable[[Post, str], str]


def measure_of(shop: Shop, account: Account) -> Measure:
    """How long a reply through this account may be; asks neither network nor vault."""
    connector = _not_asking(shop, account)
    limit = connector.limit()
    return Measure(
        limit.most,
        limit.unit,
        lambda parent, text: connector.count(connector.addressed(parent, text)),
        connector.warning,
    )


def _not_asking(shop: Shop, account: Account) -> Connector:
    """The account's connector for what it answers without network and vault. What was spent is copied: any thread."""
    from desktop.connectors import Counted, connector_class
    from desktop.web import Web

    made, so_far = connector_class(account.platform), Counted()
    for gauge in made.gauges:
        since = gauge.since(shop.clock.now())
        so_far.add(gauge.unit, Spending(shop.store, account.id).used(gauge.unit, since), since)
    return made(account, {}, Web(offline=True), so_far)


def route_of(shop: Shop, one: Conversation, parent: Post) -> Route:
    """Whether this post can be answered from here; else `url` is the page to open, "" where there is none."""
    from desktop.connectors.tariff import places

    account = accounts.by_id(shop.store, one.account)
    if account is None:
        return Route(False, "This conversation's account is gone.", parent.url)
    route = _not_asking(shop, account).route(parent)
    if route.from_here or route.url:
        return route
    place = places().get(one.platform.rpartition(".")[2])
    return route._replace(url=parent.url or (place.page if place else ""))


def parent_of(shop: Shop, conversation: str, channel: Channel) -> Post:
    """The post a reply would answer: the newest of theirs in that channel; privately also a public one.

    Raises Misuse when there is none left: a public answer never turns into a private one.
    """
    one = get(shop, conversation)
    thread = [p for p in posts.thread(shop.store, conversation) if not p.gone_at]
    theirs = [p for p in thread if p.author == one.author] or thread
    fitting = [p for p in theirs if p.is_public == (channel is Channel.PUBLIC)]
    if channel is Channel.PUBLIC and passerby.is_hidden(shop.store, conversation):
        raise Misuse("You hid this. Let it show again before you answer it in public.")
    if channel is Channel.PUBLIC and not fitting:
        raise Misuse("Their public post isn't there any more.")
    if not theirs:
        raise Misuse("Their post isn't there any more.")
    return (fitting or theirs)[-1]


def check_alone(shop: Shop, conversation: str, *, is_public: bool) -> None:
    """Nobody gets two answers to the same word: one that is on its way, or may be there, comes first."""
    for other in outbox.of_conversation(shop.store, conversation):
        if other.is_public is not is_public:
            continue
        if other.state in (ReplyState.WAITING, ReplyState.SENDING):
            raise Misuse("A reply to this is already on its way.")
        if other.state in (ReplyState.UNSURE, ReplyState.HELD, ReplyState.COPIED):
            raise Misuse("Look first at the reply that waits here.")


def _seen_so_far(shop: Shop, conversation: str) -> tuple[int, int]:
    known = posts.so_far(shop.store, conversation)
    return known.rid, known.edits


def _newest_of_theirs(shop: Shop, conversation: str) -> datetime:
    one = get(shop, conversation)
    return max(
        (p.posted_at for p in posts.thread(shop.store, conversation) if p.author == one.author),
        default=one.last_at,
    )


def take_back(shop: Shop, reply_id: str) -> Reply:
    """Takes a reply back that has not left; its text is a draft again. Raises Misuse once it has left."""
    reply = outbox.by_id(shop.store, reply_id)
    if reply is None:
        raise KeyError(reply_id)
    body, _, _ = outbox.details(shop.store, reply_id)
    with shop.store.writing():
        if not outbox.take_back(shop.store, reply_id):
            raise Misuse("That reply has already left.")
        now = shop.clock.now()
        channel = Channel.PUBLIC if reply.is_public else Channel.PRIVATE
        drafts.save(
            shop.store,
            reply.conversation,
            reply.person,
            channel,
            _with_newer(shop, reply, channel, body),
            now,
        )
        history.tell(shop.store, shop.by(now), reply.conversation, "taken_back", {"reply": reply_id})
        settle(shop.store, [reply.conversation], shop.clock)
    return reply


def _with_newer(shop: Shop, reply: Reply, channel: Channel, body: str) -> Writing:
    """The text that comes back, above what its writer has begun since: neither is lost."""
    back = Writing.from_json(body)
    kept = drafts.load(shop.store, reply.conversation, reply.person, channel)
    if kept is None or kept[0].is_empty or kept[0] == back:
        return back
    return Writing((*back.paragraphs, *kept[0].paragraphs))


def send_now(shop: Shop, reply_id: str) -> None:
    """Ends the undo window."""
    with shop.store.writing():
        outbox.hurry(shop.store, reply_id, shop.clock.now())


def hold_outbox(shop: Shop, hold: bool) -> None:
    settings.put(shop.store, settings.HOLD_OUTBOX, hold)


def release(shop: Shop, reply_id: str) -> None:
    """A person has read what moved and says: post it too."""
    reply = outbox.by_id(shop.store, reply_id)
    if reply is None:
        raise KeyError(reply_id)
    now = shop.clock.now()
    with shop.store.writing():
        seen = _newest_of_theirs(shop, reply.conversation), _seen_so_far(shop, reply.conversation)
        outbox.release(shop.store, reply_id, now, *seen)
        history.tell(shop.store, shop.by(now), reply.conversation, "released", {"reply": reply_id})


def it_isnt_send_it(shop: Shop, reply_id: str) -> None:
    """A person looked: the unsure reply is not there. It goes again under the same key."""
    release(shop, reply_id)


def it_is_there(shop: Shop, reply_id: str, link: str = "") -> None:
    """A person looked: the unsure reply is on the page. Where a look can't find it, their word counts."""
    if deliver.look_for(shop, reply_id):
        return
    reply = outbox.by_id(shop.store, reply_id)
    account = accounts.by_id(shop.store, reply.account) if reply else None
    if reply is None or account is None:
        raise KeyError(reply_id)
    told = as_told(shop, account, reply, link)
    deliver.arrived(shop, account, reply, told)


def as_told(shop: Shop, account: Account, reply: Reply, link: str) -> RemotePost:
    """A reply as a person says it stands on the page, until it is fetched from there."""
    name = account.name if account.handle else shop.name  # what is added by hand has no name of ours
    us = Author(account.platform, account.remote_id or account.handle, account.handle, name)
    place = reply.platform.partition(".")[2] if reply.platform != account.platform else ""
    now = shop.clock.now()
    return RemotePost(
        f"{TOLD}{reply.id}", us, reply.text, now, url=link, is_ours=True, is_public=reply.is_public, place=place
    )


def save_draft(
    shop: Shop, conversation: str, channel: Channel, writing: Writing, *, person: str = ""
) -> datetime:
    """Keeps a draft of `person` (an id; of who is here, when empty); returns when."""
    now, writer = shop.clock.now(), person or shop.me.id
    with shop.store.writing():
        if forgotten.known(shop.store, [conversation]):  # while somebody was still writing to them
            return now
        drafts.save(shop.store, conversation, writer, channel, writing, now)
        writes_on(shop, conversation, writer, channel, writing, now)
    return now
