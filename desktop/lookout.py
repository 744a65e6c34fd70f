"""The porter that goes and looks: what a passer-by sees today, without signing in where that is possible.

Stages of complaints follow from what is seen here, and from nothing else but a person's word.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from desktop import accounts, collect, complaints, conversations, history, looks, outbox, passerby, posts
from desktop.connectors import Connector, connector_class, webpage
from desktop.connectors.pasted import PastedThere
from desktop.errors import Gone, ShopError, TryLater
from desktop.looks import Look, PageSight
from desktop.records import (
    OPEN_STAGES,
    Account,
    Batch,
    Complaint,
    Conversation,
    Post,
    Proof,
    ProofKind,
    Purpose,
    Stage,
    Stranger,
)
from desktop.settling import settle
from desktop.shop import Shop
from desktop.web import Web

_ASKED_BY_NAME = 20  # posts of ours in one thread that are looked for one by one


def look_due(shop: Shop, limit: int = 20, per_host: int = looks.PER_HOST) -> int:
    """Looks at the pages whose time has come; returns how many. Trouble postpones a look, never loses it; a place that
    can't be reached, or asked us to wait, is asked for no other page this time."""
    looked, quiet = 0, set[str]()
    for conversation in looks.due(shop.store, shop.clock.now(), limit, per_host):
        one = conversations.by_id(shop.store, conversation)
        if one is None or one.account in quiet:
            continue
        try:
            look(shop, conversation)
            looked += 1
        except ShopError as error:
            if isinstance(error, TryLater):
                quiet.add(one.account)
            with shop.store.writing():
                _later(shop, conversation)
    return looked


_PAUSE_S, _LONG_PAUSE_S = 60.0, 600.0  # between two rounds of looking, the second where the last came to nothing


def seconds_to_next(shop: Shop, looked: int) -> float | None:
    """Seconds of the shop's time until pages should be looked at again; None while there is nothing to look at.
    `looked`: what the round before came to."""
    at = looks.next_due(shop.store)
    if at is None:
        return None
    seconds = (at - shop.clock.now()).total_seconds()
    return max(seconds, _PAUSE_S if looked or seconds > 0 else _LONG_PAUSE_S)


def _later(shop: Shop, conversation: str) -> None:
    """We couldn't open the page. That doesn't mean it's gone: look again, at a growing distance."""
    last, now = looks.last(shop.store, conversation), shop.clock.now()
    tries = (last.tries if last else 0) + 1
    at = looks.next_after_posting(tries, now)
    looks.note(
        shop.store,
        conversation,
        last.sight if last else PageSight.NEVER,
        last.how if last else "",
        last.seen_at if last and last.seen_at else now,
        at,
        tries,
    )


def look(shop: Shop, conversation: str) -> Look | None:
    """Looks at one conversation's public page now and lets its stage follow.

    Returns the look, None for a private conversation. Raises Offline, SlowDown, Garbled...
    """
    one = conversations.by_id(shop.store, conversation)
    account = accounts.by_id(shop.store, one.account) if one else None
    root = posts.by_id(shop.store, one.root_post) if one else None
    if one is None or account is None or root is None or not one.is_public:
        return None
    if passerby.is_hidden(shop.store, conversation):  # by us: there is nothing to find out
        with shop.store.writing():
            looks.plan(shop.store, conversation, None)
        return looks.last(shop.store, conversation)
    if issubclass(connector_class(account.platform), PastedThere):  # no key is needed, and none is asked for
        return _look_at_page(shop, one, root)
    connector = shop.connector(account)
    seen, linked = _as_stranger(shop, connector, one, root), _look_at_link(shop, one)
    is_seen = seen is not None and seen.sees(root.remote_id)
    asks = connector.can.read  # else nobody but a person knows
    gone = not is_seen and asks and not connector.still_there((root.remote_id,))
    if seen is not None and seen.posts:
        collect.take(
            shop, account, Batch(seen.posts), to_us=False
        )  # what they said there without addressing us
    with shop.store.writing():
        _note_link(shop, one, linked)
        _note(shop, one, account, root, seen, gone=gone)
        settle(shop.store, [one.id], shop.clock)
    return looks.last(shop.store, conversation)


def _as_stranger(shop: Shop, connector: Connector, one: Conversation, root: Post) -> Stranger | None:
    """The page without signing in; our own posts and the proof are asked for by name, since pages may be cut short."""
    proof = complaints.proof(shop.store, one.id)
    wanted = [
        post.remote_id
        for post in posts.thread(shop.store, one.id)
        if post.is_public and not post.gone_at and (post.is_ours or (proof and post.id == proof.post))
    ]
    try:
        return connector.as_stranger(root.remote_id, tuple(wanted[-_ASKED_BY_NAME:]))
    except Gone:
        return None if not connector.can.sees_signed_out else Stranger((), root.posted_at)


def _note(
    shop: Shop, one: Conversation, account: Account, root: Post, seen: Stranger | None, *, gone: bool
) -> None:
    now = shop.clock.now()
    last = looks.last(shop.store, one.id)
    tries = (last.tries if last else 0) + 1
    if gone:
        posts.mark_gone(shop.store, account.id, [root.remote_id], now)
        collect.taken_down(shop, one.id, now)
        was_gone = last is not None and last.sight is PageSight.GONE
        again = None if was_gone else now + complaints.SURE_AFTER
        looks.note(shop.store, one.id, PageSight.GONE, "signed out", now, again, tries)
        return
    if seen is None or not seen.sees(root.remote_id):
        again = now + (timedelta(days=1) if tries < 7 else timedelta(days=7))
        known_at = last.seen_at if seen is None and last and last.seen_at else now  # nobody looked just now
        looks.note(
            shop.store, one.id, PageSight.UNKNOWN, last.how if last and seen is None else "", known_at, again, tries
        )
        return
    _note_turned_down(shop, one, seen, now)
    showing = _note_ours(shop, one, seen, now)
    complaint = complaints.by_id(shop.store, one.id)
    if complaint and complaint.stage is Stage.TAKEN_DOWN:
        stage = Stage.ANSWERED if showing else Stage.NO_ANSWER
        complaints.move(shop.store, one.id, stage, now, flag="came_back")
        complaint = complaints.by_id(shop.store, one.id)
    if complaint:
        _complaint_follows(shop, complaint, seen, now, showing=showing)
    looks.note(shop.store, one.id, PageSight.SEEN, seen.how, now, _next(shop, one, now, tries), tries)


def _note_turned_down(shop: Shop, one: Conversation, seen: Stranger, now: datetime) -> None:
    """Replies that the place has looked at and won't show: they wait for a person, and so does the conversation."""
    for remote_id, why in seen.turned_down.items():
        if not outbox.turned_down(shop.store, one.id, remote_id, why or "It doesn’t say why."):
            continue
        posts.mark_gone(shop.store, one.account, [remote_id], now)
        posts.leave_out(shop.store, one.account, remote_id)  # nobody but us ever saw it
        replies = [r for r in outbox.of_conversation(shop.store, one.id) if r.remote_id == remote_id]
        if replies[-1].purpose is Purpose.ASK:
            complaints.not_asked(shop.store, one.id, now)
        _wait_again(shop, one, seen)
        history.tell(shop.store, history.By("", shop.device, now), one.id, "turned_down", {"why": why})


def _wait_again(shop: Shop, one: Conversation, seen: Stranger) -> None:
    """Their last word has no answer after all, unless another one of ours shows after it."""
    thread = posts.thread(shop.store, one.id)
    said = [post.edited_at or post.posted_at for post in thread if post.author == one.author and not post.is_ours]
    last = max(said, default=one.first_at)
    if not any(post.is_ours and post.posted_at >= last and seen.sees(post.remote_id) for post in thread):
        conversations.wait_again(shop.store, one.id, last)


def _note_ours(shop: Shop, one: Conversation, seen: Stranger, now: datetime) -> bool:
    """Marks which of our public posts show; True when at least one does."""
    showing = False
    for post in posts.thread(shop.store, one.id):
        if not post.is_ours or not post.is_public:
            continue
        if seen.sees(post.remote_id):
            posts.mark_shown(shop.store, post.id, now)
            outbox.seen(shop.store, one.id, post.remote_id, now)
            showing = True
        else:
            posts.mark_hidden(shop.store, post.id)
    return showing


def _complaint_follows(
    shop: Shop, complaint: Complaint, seen: Stranger, now: datetime, *, showing: bool
) -> None:
    if showing:
        complaints.answer_shows(shop.store, complaint.id, now)
    else:
        complaints.answer_gone(shop.store, complaint.id, now)
    if complaint.stage in OPEN_STAGES or complaint.stage is Stage.STANDING:
        _our_ending(shop, complaint, seen.sees, now)
    proof = complaints.proof(shop.store, complaint.id)
    if proof is None or proof.lost_at or not proof.post:
        return
    if complaint.stage is Stage.SHOWN:
        _check_proof(shop, complaint, proof, seen, now)
    elif complaint.flag == "wrote_again" and _shows_proof(shop, proof, seen):
        complaints.proof_held(shop.store, proof.id, now)
        complaints.stands_again(shop.store, complaint.id, now)


def _our_ending(shop: Shop, complaint: Complaint, sees: Callable[[str], bool], now: datetime) -> None:
    """Our own update, written as the ending by a person, is the proof from the moment a stranger sees it."""
    for reply in outbox.of_conversation(shop.store, complaint.id):
        if reply.purpose is not Purpose.ENDING or not reply.posted_at or not sees(reply.remote_id):
            continue
        post = next(
            (p for p in posts.thread(shop.store, complaint.id) if p.remote_id == reply.remote_id), None
        )
        if post and not complaints.was_proof(shop.store, complaint.id, post.id):
            complaints.shown(
                shop.store,
                complaint.id,
                kind=ProofKind.OUR_UPDATE,
                link=post.url,
                post=post.id,
                words=post.text,
                seen_by="",
                at=now,
            )
            by = history.By("", shop.device, now)
            history.tell(
                shop.store, by, complaint.id, "ending_seen", {"kind": ProofKind.OUR_UPDATE, "post": post.id}
            )
            return


def _check_proof(shop: Shop, complaint: Complaint, proof: Proof, seen: Stranger, now: datetime) -> None:
    post = posts.by_id(shop.store, proof.post)
    visible = post is not None and seen.sees(post.remote_id)
    if _shows_proof(shop, proof, seen):
        complaints.proof_held(shop.store, proof.id, now)
    elif proof.missed_at is None or now - proof.missed_at < complaints.SURE_AFTER:
        complaints.proof_missed(shop.store, proof.id, now)
    else:
        complaints.proof_lost(shop.store, complaint.id, proof.id, now)
        if not visible and post is not None:
            posts.mark_gone(shop.store, post.account, [post.remote_id], now)
        history.tell(
            shop.store, history.By("", shop.device, now), complaint.id, "proof_gone", {"proof": proof.id}
        )


def _shows_proof(shop: Shop, proof: Proof, seen: Stranger) -> bool:
    post = posts.by_id(shop.store, proof.post)
    return any(post and one.remote_id == post.remote_id and _still_says(proof, one.text) for one in seen.posts)


def _still_says(proof: Proof, text: str) -> bool:
    """A post counts as the proof only while the words that were confirmed are still there."""
    return posts.says(text, proof.words)


def _next(shop: Shop, one: Conversation, now: datetime, tries: int) -> datetime | None:
    """Soon while an answer has yet to show; else as often as its stage asks for."""
    waits = any(
        reply.posted_at and reply.is_public and not reply.seen_at
        for reply in outbox.of_conversation(shop.store, one.id)
    )
    if waits:
        return looks.next_after_posting(tries, now)
    complaint = complaints.by_id(shop.store, one.id)
    if complaint is None:
        return None
    if complaint.stage is Stage.SHOWN:
        proof = complaints.proof(shop.store, one.id)
        if proof and proof.missed_at and proof.checked_at - proof.missed_at < complaints.SURE_AFTER:
            return max(proof.missed_at + complaints.SURE_AFTER, now)
        return looks.next_for_proof(one.id, proof.seen_at if proof else now, now)
    return looks.next_for_complaint(one.id, complaint.stage_at, now) if complaint.stage in OPEN_STAGES else None


# --- an ending that is only a link, on a place we can read -------------------------------------------------


def _only_linked(shop: Shop, conversation: str) -> Proof | None:
    """The proof that counts here, where it is a link to no post that we know."""
    complaint, proof = complaints.by_id(shop.store, conversation), complaints.proof(shop.store, conversation)
    if complaint is None or proof is None or proof.lost_at or proof.post or not proof.link:
        return None
    return proof if complaint.stage is Stage.SHOWN or complaint.flag == "wrote_again" else None


def _look_at_link(shop: Shop, one: Conversation) -> frozenset[str] | None:
    """What `_words_there` finds of an ending behind a link; nothing where there is none, or it can't be read now."""
    proof = _only_linked(shop, one.id)
    if proof is None or posts.behind(shop.store, one.id, proof.link, proof.words):
        return frozenset()
    try:
        return _words_there(shop, proof.link, {_PROOF: proof.words})
    except TryLater:  # what the place itself shows counts all the same
        return frozenset()


def _note_link(shop: Shop, one: Conversation, found: frozenset[str] | None) -> None:
    """A page that isn't there is noted; that the ending is gone says a person."""
    proof, now = _only_linked(shop, one.id), shop.clock.now()
    if proof is None:
        return
    if post := posts.behind(shop.store, one.id, proof.link, proof.words):
        complaints.proof_is(shop.store, proof.id, post.id)
    elif found is None:
        complaints.proof_missed(shop.store, proof.id, now)
    elif _PROOF in found:
        complaints.proof_held(shop.store, proof.id, now)
        complaints.stands_again(shop.store, one.id, now)


# --- ordinary pages: what came by hand, by a feed or by mail -------------------------------------------

_PROOF = ""  # the key of the proof's words among those that are looked for; posts have their remote ids


def _look_at_page(shop: Shop, one: Conversation, root: Post) -> Look | None:
    """Only words that stand on the page count as seen. What isn't found may be hidden by a script or a login, and a
    page that isn't there may have moved: a person is asked. Raises Offline, SlowDown..."""
    proof = complaints.proof(shop.store, one.id)
    url, wanted = _on_the_page(shop, one, root, proof if proof and not proof.lost_at else None)
    found = _words_there(shop, url, wanted)
    with shop.store.writing():
        if found is not None:
            _note_page(shop, one, found, all_found=bool(wanted) and found == wanted.keys())
        else:
            _note_no_page(shop, one)
        settle(shop.store, [one.id], shop.clock)
    return looks.last(shop.store, one.id)


def _words_there(shop: Shop, url: str, wanted: Mapping[str, str]) -> frozenset[str] | None:
    """The keys of those words that an ordinary page says to anybody; None where there is no such page, and nothing
    where it can't be read. Raises TryLater."""
    web = shop.web()
    if not webpage.host_of(url) or not isinstance(web, Web) or web.is_offline:  # the last two: practice
        return frozenset()
    try:
        return webpage.find(web, url, wanted)
    except TryLater:
        raise
    except Gone:
        return None
    except ShopError:
        return frozenset()


def _on_the_page(shop: Shop, one: Conversation, root: Post, proof: Proof | None) -> tuple[str, dict[str, str]]:
    """(the page to ask for, the words to look for on it). An ending that stands on another page is looked for there."""
    if proof and proof.link and proof.link.partition("#")[0] != root.url.partition("#")[0]:
        return proof.link, {_PROOF: proof.words}
    wanted = {
        post.remote_id: post.text
        for post in posts.thread(shop.store, one.id)
        if post.is_public and not post.gone_at and (post.is_ours or post.id == root.id)
    }
    return root.url, wanted | ({_PROOF: proof.words} if proof else {})


def _note_page(shop: Shop, one: Conversation, found: frozenset[str], *, all_found: bool) -> None:
    now, last = shop.clock.now(), looks.last(shop.store, one.id)
    tries = (last.tries if last else 0) + 1
    complaint, ours = complaints.by_id(shop.store, one.id), _note_ours_found(shop, one, found, now)
    if complaint and ours:
        complaints.answer_shows(shop.store, complaint.id, now)
    if complaint and complaint.stage in OPEN_STAGES:
        _our_ending(shop, complaint, found.__contains__, now)
    proof = complaints.proof(shop.store, one.id) if _PROOF in found else None
    if proof:
        complaints.proof_held(shop.store, proof.id, now)
        complaints.stands_again(shop.store, one.id, now)
    if all_found:
        looks.note(shop.store, one.id, PageSight.SEEN, "signed out", now, _next(shop, one, now, tries), tries)
        return
    again = now + timedelta(days=1 if tries < 7 else 7)
    sight, how, at = _still_as_said(last, now)
    looks.note(shop.store, one.id, sight, how, at, again, tries)


def _note_ours_found(shop: Shop, one: Conversation, found: frozenset[str], now: datetime) -> bool:
    ours = [p for p in posts.thread(shop.store, one.id) if p.is_ours and p.is_public and p.remote_id in found]
    for post in ours:
        posts.mark_shown(shop.store, post.id, now)
        outbox.seen(shop.store, one.id, post.remote_id, now)
    return bool(ours)


def _still_as_said(last: Look | None, now: datetime) -> tuple[PageSight, str, datetime]:
    """What a person saw holds for a day where we can't look ourselves. After that nobody knows."""
    if last is None or last.seen_at is None:
        return PageSight.UNKNOWN, "", now
    by_a_person = last.how not in looks.BY_THE_APP
    if by_a_person and last.sight is PageSight.SEEN and now - last.seen_at < timedelta(days=1):
        return PageSight.SEEN, last.how, last.seen_at
    return PageSight.UNKNOWN, last.how if by_a_person else "", last.seen_at


def _note_no_page(shop: Shop, one: Conversation) -> None:
    """There is no such page. Found so a day apart, a person is asked whether it is gone; nothing is decided here."""
    now, last = shop.clock.now(), looks.last(shop.store, one.id)
    tries = (last.tries if last else 0) + 1
    first = last.seen_at if last and last.sight in (PageSight.NO_PAGE, PageSight.NO_PAGE_AGAIN) else None
    if first is None or now - first < complaints.SURE_AFTER:
        at = first or now
        looks.note(shop.store, one.id, PageSight.NO_PAGE, "signed out", at, at + complaints.SURE_AFTER, tries)
        return
    looks.note(shop.store, one.id, PageSight.NO_PAGE_AGAIN, "signed out", first, now + timedelta(days=7), tries)
