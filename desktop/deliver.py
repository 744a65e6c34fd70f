"""The porter that carries out: a reply goes once, or not at all.

Before it goes the thread is fetched and compared with what its writer had seen. The claim is
committed before the request leaves. When no answer comes, the thread is read back; what is not
found there waits for a person.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from desktop import (
    accounts,
    arriving,
    collect,
    conversations,
    lookout,
    outbox,
    posts,
    settings,
    timekeeping,
)
from desktop.connectors import Connector, connector_class
from desktop.errors import (
    Gone,
    LoginExpired,
    NoRights,
    NotAnswerable,
    Offline,
    Refused,
    ShopError,
    SlowDown,
    TryLater,
    VaultClosed,
)
from desktop.records import (
    Account,
    AccountState,
    Batch,
    Conversation,
    Hurdle,
    Post,
    RemotePost,
    Reply,
    ReplyState,
)
from desktop.settling import settle
from desktop.shop import Shop

_TOO_LONG_AGO = timedelta(hours=12)
_RETRY = timedelta(minutes=1)
_CLOCKS_DIFFER = timedelta(minutes=5)  # between this computer and a place


def deliver_due(shop: Shop) -> tuple[Reply, ...]:
    """Sends what is due; returns those replies as they are now. Nothing goes while the outbox is on hold."""
    if shop.read_only or settings.get(shop.store, settings.HOLD_OUTBOX):
        return ()
    timekeeping.mind(shop)
    handled = [*_left_behind(shop)]
    for reply in outbox.due(shop.store, shop.clock.now(), shop.device):
        if settings.get(shop.store, settings.HOLD_OUTBOX):
            break
        deliver(shop, reply)
        now_is = outbox.by_id(shop.store, reply.id)
        if now_is:
            handled.append(now_is)
    return tuple(handled)


def connected_again(shop: Shop) -> int:
    """What waited for a connection gets its time to be taken back once more before it goes; returns how many."""
    now, seconds = shop.clock.now(), settings.get(shop.store, settings.UNDO_SECONDS)
    with shop.store.writing():
        return outbox.go_again(shop.store, now, now + timedelta(seconds=seconds * shop.clock.rate))


def _left_behind(shop: Shop) -> list[Reply]:
    """Replies that went out and could not be written down as gone (the disk was full): looked for, not sent again.

    Only one delivery is under way at a time, so whatever is "sending" when one begins was left by an earlier one.
    """
    left = [reply for reply in outbox.pending(shop.store) if reply.state is ReplyState.SENDING]
    if left and _give_up_on(shop):
        for reply in left:
            look_for(shop, reply.id)
    found = [reply for reply in outbox.unsure_ones(shop.store) if _has_come_in(shop, reply)]
    return [now_is for reply in (*left, *found) if (now_is := outbox.by_id(shop.store, reply.id))]


def _has_come_in(shop: Shop, reply: Reply) -> bool:
    """A check has meanwhile brought an unsure reply: then it did arrive. Asks nobody."""
    taken = _taken(shop, reply)
    for post in posts.thread(shop.store, reply.conversation):
        new = post.remote_id not in taken and post.posted_at >= reply.made_at - _CLOCKS_DIFFER
        if (
            post.is_ours
            and new
            and post.is_public is reply.is_public
            and collect.same_words(post.text, reply.text)
        ):
            arriving.note(shop, reply, post.remote_id, post.url)
            return True
    return False


def _give_up_on(shop: Shop) -> int:
    with shop.store.writing():
        return outbox.interrupted(shop.store, shop.device)


def next_due(shop: Shop) -> datetime | None:
    """When the next reply's undo window ends."""
    return outbox.next_due(shop.store)


def deliver(shop: Shop, reply: Reply) -> None:
    """Carries one waiting reply as far as it gets."""
    account, one = (
        accounts.by_id(shop.store, reply.account),
        conversations.by_id(shop.store, reply.conversation),
    )
    parent = posts.by_id(shop.store, reply.parent_post)
    if account is None or one is None or parent is None:
        _refuse(shop, reply, "The conversation this answers can't be found.")
        return
    if account.state is AccountState.REMOVED:
        why = "That account isn't connected any more. Your reply is kept here."
        _refuse(shop, reply, why, Hurdle.NOTHING_THERE)
        return
    if reply.is_public and not parent.is_public:
        why = "Their public post isn't there any more. Your reply is kept here."
        _refuse(shop, reply, why, Hurdle.NOTHING_THERE)
        return
    can = connector_class(one.platform).abilities(one.platform)
    if not reply.is_public and parent.is_public and not can.private_messages:  # it would come out in public
        why = f"{shop.place(one.platform)} takes no private messages from here. Your reply is kept here."
        _refuse(shop, reply, why, Hurdle.NOTHING_THERE)
        return
    try:
        connector = shop.connector(account)
        thread = connector.thread(parent.remote_id)
    except ShopError as trouble:
        _before_it_left(shop, account, reply, trouble)
        return
    if outbox.was_tried(shop.store, reply.id):  # what went before may have arrived after all
        there = _in_thread(shop, connector, thread, parent, reply)
        if there is not None:
            arrived(shop, account, reply, there)
            return
    why = _what_moved(shop, account, one, reply, thread)
    if why:
        with shop.store.writing():
            outbox.hold(shop.store, reply.id, why)
            settle(shop.store, [one.id], shop.clock)
        return
    with shop.store.writing():
        is_held = settings.get(shop.store, settings.HOLD_OUTBOX)
        claimed = not is_held and outbox.claim(shop.store, reply.id, shop.clock.now())
    if claimed:
        _send(shop, connector, account, parent, reply)


def _what_moved(
    shop: Shop, account: Account, one: Conversation, reply: Reply, thread: tuple[RemotePost, ...]
) -> str:
    """Why a person should read before this goes; "" when all is as its writer saw it. Keys of ui/words.py."""
    collect.take(shop, account, Batch(thread), to_us=False)
    known_rid, known_edits = outbox.known_of(shop.store, reply.id)
    through_here = {other.remote_id for other in outbox.of_conversation(shop.store, one.id)}
    for post in posts.since(shop.store, one.id, known_rid):
        if post.author == one.author and not post.is_ours:
            return "they_wrote"
        if post.is_ours and post.is_public and reply.is_public and post.remote_id not in through_here:
            return "answered_elsewhere"
    if posts.so_far(shop.store, one.id).edits > known_edits:
        return "they_wrote"
    return "waited_long" if shop.clock.now() - max(reply.made_at, reply.not_before) > _TOO_LONG_AGO else ""


def _before_it_left(shop: Shop, account: Account, reply: Reply, trouble: ShopError) -> None:
    """The thread couldn't be read, so nothing was sent."""
    if isinstance(trouble, Refused):
        _turned_down(shop, account, reply, trouble)
        return
    collect.note_trouble(shop, account, trouble)
    _wait(shop, reply, trouble)


def _turned_down(shop: Shop, account: Account, reply: Reply, trouble: Refused) -> None:
    """It did not go, and the place said why."""
    why = str(trouble)
    with shop.store.writing():
        if isinstance(trouble, Gone):
            why = f"{reply.author_name}’s post isn’t there any more. Your reply is kept here."
            _not_there(shop, account, reply)
        _refuse(shop, reply, why, _hurdle(trouble))


def _hurdle(trouble: Refused) -> Hurdle:
    if isinstance(trouble, (Gone, NotAnswerable)):
        return Hurdle.NOTHING_THERE
    return Hurdle.RIGHTS if isinstance(trouble, NoRights) else Hurdle.NONE


def _not_there(shop: Shop, account: Account, reply: Reply) -> None:
    """The post that was answered is gone; posted again, the reply stands under the one before it."""
    parent, one = (
        posts.by_id(shop.store, reply.parent_post),
        conversations.by_id(shop.store, reply.conversation),
    )
    if parent is not None and one is not None and parent.id != one.root_post:
        posts.mark_gone(shop.store, account.id, [parent.remote_id], shop.clock.now())


def _wait(shop: Shop, reply: Reply, trouble: ShopError) -> None:
    seconds = trouble.seconds if isinstance(trouble, SlowDown) else _RETRY.total_seconds()
    why = "offline" if isinstance(trouble, Offline) else str(trouble)
    with shop.store.writing():
        outbox.never_left(shop.store, reply.id, why, shop.clock.now() + timedelta(seconds=seconds))


def _refuse(shop: Shop, reply: Reply, why: str, hurdle: Hurdle = Hurdle.NONE) -> None:
    with shop.store.writing():
        outbox.refused(shop.store, reply.id, why, hurdle)


def _send(shop: Shop, connector: Connector, account: Account, parent: Post, reply: Reply) -> None:
    try:
        sent = connector.reply(_as_addressed(parent, reply), reply.text, reply.id)
    except (TryLater, LoginExpired, VaultClosed) as trouble:
        collect.note_trouble(shop, account, trouble)
        _wait(shop, reply, trouble)
    except Refused as trouble:
        _turned_down(shop, account, reply, trouble)
    except BaseException as trouble:
        with shop.store.writing():
            outbox.unsure(shop.store, reply.id, str(trouble) or type(trouble).__name__)
        if not isinstance(trouble, ShopError):
            raise
        look_for(shop, reply.id)
    else:
        arrived(shop, account, reply, sent)


def _as_addressed(parent: Post, reply: Reply) -> Post:
    """A private answer to a public post goes privately: connectors take the visibility from the parent."""
    return parent._replace(is_public=parent.is_public and reply.is_public)


def look_for(shop: Shop, reply_id: str) -> bool:
    """Reads the thread back for a reply that may have gone. True when it is there; else it stays unsure."""
    reply = outbox.by_id(shop.store, reply_id)
    account = accounts.by_id(shop.store, reply.account) if reply else None
    parent = posts.by_id(shop.store, reply.parent_post) if reply else None
    if reply is None or account is None or parent is None or reply.state is not ReplyState.UNSURE:
        return False
    try:
        connector = shop.connector(account)
        found = _in_thread(shop, connector, connector.thread(parent.remote_id), parent, reply)
    except ShopError:
        return False  # a person can still look
    if found is None:
        return False
    arrived(shop, account, reply, found)
    return True


def look_for_unsure(shop: Shop) -> int:
    """After a crash: reads the threads of all unsure replies; returns how many had arrived."""
    return sum(look_for(shop, reply.id) for reply in outbox.unsure_ones(shop.store))


def _in_thread(
    shop: Shop, connector: Connector, thread: tuple[RemotePost, ...], parent: Post, reply: Reply
) -> RemotePost | None:
    """The reply on the page: our words, not older than it, and not what another reply became."""
    wanted = {_flat(reply.text), _flat(connector.addressed(parent, reply.text))}
    taken = _taken(shop, reply)
    for post in thread:
        is_new = post.posted_at >= reply.made_at - _CLOCKS_DIFFER and post.remote_id not in taken
        if post.is_ours and is_new and _flat(post.text) in wanted:
            return post
    return None


def _taken(shop: Shop, reply: Reply) -> set[str]:
    """The posts that other replies of this conversation became; two may say the same words."""
    others = outbox.of_conversation(shop.store, reply.conversation)
    return {other.remote_id for other in others if other.id != reply.id}


def _flat(text: str) -> str:
    return " ".join(text.split())


def arrived(shop: Shop, account: Account, reply: Reply, sent: RemotePost) -> None:
    """The reply is on the page: stores it, lets everything follow from it, then looks as a stranger."""
    put_on_page(shop, account, reply, sent)
    if reply.is_public:
        try:
            lookout.look(shop, reply.conversation)
        except ShopError:
            return  # planned: a later look sees it


def put_on_page(shop: Shop, account: Account, reply: Reply, sent: RemotePost) -> None:
    """Stores a reply that is on the page, with all that follows from it. Looks nowhere."""
    with shop.store.writing():
        posts.take(
            shop.store, account, [(sent, reply.conversation)], shop.clock.now(), written_by=reply.person_name
        )
        arriving.note(shop, reply, sent.remote_id, sent.url)
