"""Places that can't be posted to from here: copied, pasted there by a person, who tells us (design 5.3)."""

from __future__ import annotations

from datetime import datetime, timedelta

from desktop import (
    accounts,
    complaints,
    deliver,
    history,
    looks,
    notes,
    outbox,
    posts,
    shopbook,
    starters,
)
from desktop.connectors import connector_class
from desktop.connectors.by_hand import FACE_TO_FACE
from desktop.counter.acts import Undo, act_on
from desktop.counter.answering import as_told, check_alone, put
from desktop.counter.claiming import check_nobody_else
from desktop.errors import Misuse
from desktop.records import (
    OPEN_STAGES,
    Account,
    Channel,
    ProofKind,
    Purpose,
    RemotePost,
    Reply,
    ReplyState,
)
from desktop.settling import settle
from desktop.shop import Shop
from desktop.writing import Writing


def copy_out(
    shop: Shop,
    conversation: str,
    writing: Writing,
    *,
    channel: Channel = Channel.PUBLIC,
    purpose: Purpose = Purpose.ANSWER,
    promise_at: datetime | None = None,
) -> Reply:
    """A reply that a person carries there. It stays "copied" until they tell (`it_is_posted`) or take it back.

    Raises Misuse as `post` does: blanks, limits and an answer that is on its way hold here too.
    """
    return put(
        shop, conversation, writing, channel, purpose, promise_at, ReplyState.COPIED, timedelta(0)
    )


def copy_instead(shop: Shop, reply_id: str) -> Reply:
    """A reply we have no right to post: a person carries it there, and tells. Returns it as it is now.

    Raises Misuse when it waits for something else by now, or another reply to the same word is on its way;
    SomebodyIsOnIt.
    """
    reply = outbox.by_id(shop.store, reply_id)
    if reply is None:
        raise KeyError(reply_id)
    if not outbox.lacks_rights(reply):
        raise Misuse("That reply isn’t waiting for a right to post.")
    now = shop.clock.now()
    with shop.store.writing():
        check_alone(shop, reply.conversation, is_public=reply.is_public)
        check_nobody_else(shop, reply.conversation)
        if not outbox.copied(shop.store, reply_id):
            raise Misuse("That reply isn’t waiting for a right to post.")
        history.tell(
            shop.store, shop.by(now), reply.conversation, "copied", {"reply": reply_id, "purpose": reply.purpose}
        )
        settle(shop.store, [reply.conversation], shop.clock)
    return reply._replace(state=ReplyState.COPIED, trouble="")


def keep_unposted(shop: Shop, reply_id: str) -> Undo:
    """There is nothing left to answer: the words stay with the conversation as never posted, and leave the outbox.

    Raises Misuse for a reply that could still be posted, or was.
    """
    reply = outbox.by_id(shop.store, reply_id)
    if reply is None:
        raise KeyError(reply_id)
    if not outbox.may_be_kept(reply):
        raise Misuse("That reply can still be posted, or was.")

    def act() -> None:
        if not outbox.keep(shop.store, reply_id):
            raise Misuse("That reply can still be posted, or was.")
        notes.index(shop.store, reply_id, reply.text)

    def untold(_event: str, _at: datetime) -> None:
        outbox.not_kept(shop.store, reply_id)
        notes.unindex(shop.store, [reply_id])

    return act_on(
        shop, reply.conversation, "kept_unposted", {"reply": reply_id}, "Kept as history", act, untold=untold
    )


def it_is_posted(shop: Shop, reply_id: str, link: str = "") -> Undo:
    """A person has pasted it there. Where we can't look ourselves, it shows by their word. Raises Misuse."""
    reply = outbox.by_id(shop.store, reply_id)
    account = accounts.by_id(shop.store, reply.account) if reply else None
    if reply is None or account is None:
        raise KeyError(reply_id)
    if reply.state is not ReplyState.COPIED:
        raise Misuse("That reply isn’t waiting to be pasted.")
    link = checked_link(link)
    told = as_told(shop, account, reply, link)
    now = shop.clock.now()

    def act() -> None:
        deliver.put_on_page(shop, account, reply, told)
        can = connector_class(account.platform).can
        if not (can.sees_signed_out or can.says_what_shows):
            _shows_by_word(shop, account, reply, told, now)

    body = {"reply": reply.id, "link": link}
    is_said = reply.platform.partition(".")[2] in FACE_TO_FACE
    is_web = reply.platform.endswith(".web")  # no place with a name
    done = "Answered" if is_said else "Posted on the web" if is_web else f"Posted on {shop.place(reply.platform)}"
    undo = act_on(shop, reply.conversation, "told_posted", body, done, act)

    def take_back(here: Shop) -> None:
        with here.store.writing():
            outbox.not_posted(here.store, reply.id)
            posts.leave_out(here.store, account.id, told.remote_id)
            starters.forget_use(here.store, reply.id)
            shopbook.forget_use(here.store, reply.id)
            undo.take_back(here)
            settle(here.store, [reply.conversation], here.clock)

    return Undo(undo.text, take_back)


def checked_link(link: str) -> str:
    """The link as it is kept, "" for none. Raises Misuse for what is no address of a page."""
    link = link.strip()
    if link and (not link.lower().startswith(("https://", "http://")) or len(link.split()) > 1):
        raise Misuse("That isn’t the address of a page.")
    return link


def _shows_by_word(shop: Shop, account: Account, reply: Reply, told: RemotePost, now: datetime) -> None:
    """They have just put it there, so they have seen it."""
    if not reply.is_public:
        return
    post = posts.post_id(account, told)
    posts.mark_shown(shop.store, post, now)
    outbox.seen(shop.store, reply.conversation, told.remote_id, now)
    complaints.answer_shows(shop.store, reply.conversation, now)
    looks.note(shop.store, reply.conversation, looks.PageSight.SEEN, shop.me.name, now, None, 0)
    complaint = complaints.by_id(shop.store, reply.conversation)
    if complaint and complaint.stage in OPEN_STAGES and reply.purpose is Purpose.ENDING:
        complaints.shown(
            shop.store,
            reply.conversation,
            kind=ProofKind.OUR_UPDATE,
            link=told.url or complaint.url,
            post=post,
            words=reply.text,
            seen_by=shop.me.id,
            at=now,
        )
