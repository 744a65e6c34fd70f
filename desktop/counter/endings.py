"""Endings: fixed, confirmed, left standing, gone; moves on the board. None of them posts anything."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from desktop import complaints, conversations, history, looks, outbox, posts, promises
from desktop.counter.acts import NeedsMore, Undo, act_on, get, our_answer_shows
from desktop.counter.hidden import check_may_report
from desktop.errors import Misuse
from desktop.records import Complaint, FixedHow, Post, Proof, ProofKind, Stage, StandingReason
from desktop.settling import settle
from desktop.shop import Shop


def _complaint(shop: Shop, conversation: str) -> Complaint:
    found = complaints.by_id(shop.store, conversation)
    if found is None:
        raise Misuse("That isn't a public complaint.")
    return found


def _still_up(shop: Shop, conversation: str) -> Complaint:
    found = _complaint(shop, conversation)
    if found.stage is Stage.TAKEN_DOWN:
        raise Misuse("Their post isn't there any more.")
    return found


def mark_fixed(shop: Shop, conversation: str, how: FixedHow, post_id: str = "") -> Undo:
    """The trouble itself is solved; `post_id` is the message in which they told us."""
    was = _still_up(shop, conversation).stage
    told = posts.by_id(shop.store, post_id) if post_id else None
    now = shop.clock.now()

    def act() -> None:
        if was is Stage.SHOWN:
            complaints.take_back_proofs(shop.store, conversation, now)
        complaints.fixed(shop.store, conversation, how, post_id, told.text if told else "", now)
        conversations.nothing_waits(shop.store, conversation)
        promises.keep(shop.store, conversation, now)
        looks.plan(shop.store, conversation, now)

    return act_on(shop, conversation, "fixed", {"how": how, "post": post_id}, "Marked fixed", act)


def confirm_ending(
    shop: Shop, conversation: str, *, kind: ProofKind, post_id: str = "", link: str = "", words: str = ""
) -> Undo:
    """A person says that this is the ending a passer-by sees. Keeps a copy of the words for reading offline."""
    complaint = _still_up(shop, conversation)
    found = posts.by_id(shop.store, post_id) if post_id else posts.behind(shop.store, conversation, link, words)
    if found is not None:
        _check_shows(shop, conversation, found)
    if found is None and not link.strip():
        raise Misuse("An ending needs a public post or a link to one.")
    if link.strip() and not link.strip().lower().startswith(("https://", "http://")):
        raise Misuse("That isn't the address of a page.")
    now = shop.clock.now()

    def act() -> None:
        complaints.shown(
            shop.store,
            conversation,
            kind=kind,
            link=link.strip() or (found.url if found else ""),
            post=found.id if found else "",
            words=words.strip() or (found.text if found else ""),
            seen_by=shop.me.id,
            at=now,
        )
        conversations.nothing_waits(shop.store, conversation)
        looks.plan(shop.store, conversation, now + timedelta(days=7))

    body = {"kind": kind, "post": found.id if found else "", "link": link}
    return act_on(shop, conversation, "ending", body, f"Moved {complaint.author_name} to Shown", act)


def _check_shows(shop: Shop, conversation: str, post: Post) -> None:
    """Whether a passer-by who reads this conversation can find that post, as far as we know."""
    if not post.is_public:
        raise Misuse("A private message shows nothing to a passer-by.")
    if post.gone_at:
        raise Misuse("That post isn’t there any more.")
    if posts.conversation_of(shop.store, post.account, post.remote_id) != conversation:
        raise Misuse("That post is in another conversation. Paste its link instead.")


def not_the_ending(shop: Shop, conversation: str) -> Undo:
    """What looked like the ending isn't; it won't be proposed again."""
    return act_on(
        shop,
        conversation,
        "not_the_ending",
        {},
        "Not the ending",
        lambda: complaints.no_hint(shop.store, conversation),
    )


def leave_standing(shop: Shop, conversation: str, reason: StandingReason, note: str = "") -> Undo:
    """We stop working on it, with a reason; it still looks like a complaint."""
    complaint = _still_up(shop, conversation)
    if reason is StandingReason.ABUSIVE_REPORTED:
        check_may_report(shop, conversation)
    now = shop.clock.now()

    def act() -> None:
        complaints.leave_standing(shop.store, conversation, reason, note.strip(), now)
        conversations.nothing_waits(shop.store, conversation)

    return act_on(
        shop,
        conversation,
        "standing",
        {"reason": reason, "note": note},
        f"Left {complaint.author_name} standing",
        act,
    )


def pick_up_again(shop: Shop, conversation: str) -> Undo:
    """Back from Left standing to where a passer-by finds it."""
    complaint = _complaint(shop, conversation)
    stage = Stage.ANSWERED if our_answer_shows(shop, conversation) else Stage.NO_ANSWER
    return act_on(
        shop,
        conversation,
        "picked_up",
        {},
        f"Picked up {complaint.author_name}",
        lambda: complaints.move(shop.store, conversation, stage, shop.clock.now()),
    )


def proof_gone(shop: Shop, conversation: str) -> Undo:
    """A person looked and the proof isn't there any more."""
    proof = complaints.proof(shop.store, conversation)
    if proof is None or proof.lost_at:
        raise Misuse("There is no proof to lose here.")
    now = shop.clock.now()
    gone = _own_post(shop, conversation, proof)

    def lose() -> None:
        complaints.proof_lost(shop.store, conversation, proof.id, now)
        if gone is not None:  # nobody sees it, and nothing can be answered to it
            posts.mark_gone(shop.store, gone.account, [gone.remote_id], now)

    undo = act_on(shop, conversation, "proof_gone", {"proof": proof.id}, "Proof gone", lose)

    def take_back(here: Shop) -> None:
        with here.store.writing():
            if gone is not None:
                posts.mark_back(here.store, gone.id)
            undo.take_back(here)

    return Undo(undo.text, take_back)


def still_shows(shop: Shop, conversation: str) -> Undo:
    """A person looked, and the ending is there for a passer-by: also after whatever they wrote since."""
    complaint, proof = _complaint(shop, conversation), complaints.proof(shop.store, conversation)
    if proof is None or proof.lost_at or not (complaint.stage is Stage.SHOWN or complaint.flag == "wrote_again"):
        raise Misuse("There is no ending here to look for.")
    now, before = shop.clock.now(), looks.last(shop.store, conversation)

    def hold() -> None:
        complaints.proof_held(shop.store, proof.id, now, by=shop.me.id)
        complaints.stands_again(shop.store, conversation, now)
        again = looks.next_for_proof(conversation, proof.seen_at, now)
        looks.note(shop.store, conversation, looks.PageSight.SEEN, shop.me.name, now, again, 0)

    undo = act_on(shop, conversation, "still_shows", {"proof": proof.id}, "The ending still shows", hold)

    def take_back(here: Shop) -> None:
        with here.store.writing():
            complaints.not_held(here.store, proof, now)
            if before is not None:
                looks.put_back(here.store, conversation, before, now)
            undo.take_back(here)

    return Undo(undo.text, take_back)


def page_is_gone(shop: Shop, conversation: str) -> Undo:
    """A person looked where we can't be sure: what they wrote isn't on the web any more."""
    complaint, one = _complaint(shop, conversation), get(shop, conversation)
    root, now = posts.by_id(shop.store, one.root_post), shop.clock.now()
    if root is None or root.gone_at or not complaint.page_gone:
        raise Misuse("Only its page can say whether it is still there.")

    def go() -> None:
        posts.mark_gone(shop.store, root.account, [root.remote_id], now)
        complaints.move(shop.store, conversation, Stage.TAKEN_DOWN, now)
        conversations.nothing_waits(shop.store, conversation)

    return _looked(shop, conversation, "page_gone", f"{complaint.author_name}: taken down", go, back=root.id)


def page_is_there(shop: Shop, conversation: str) -> Undo:
    """A person looked: the page has only moved, or is hard to reach for a program."""
    _complaint(shop, conversation)
    return _looked(shop, conversation, "page_there", "The page is there", lambda: None)


def _looked(
    shop: Shop, conversation: str, kind: str, text: str, act: Callable[[], None], back: str = ""
) -> Undo:
    """What a person says of a page, with their look. `back`: a post that is there again when it is taken back."""
    now, before = shop.clock.now(), looks.last(shop.store, conversation)

    def say() -> None:
        act()
        again = None if back else now + timedelta(days=7)
        looks.note(shop.store, conversation, looks.PageSight.SEEN, shop.me.name, now, again, 0)

    undo = act_on(shop, conversation, kind, {}, text, say)

    def take_back(here: Shop) -> None:
        with here.store.writing():
            if back:
                posts.mark_back(here.store, back)
            if before is not None:
                looks.put_back(here.store, conversation, before, now)
            undo.take_back(here)

    return Undo(undo.text, take_back)


def _own_post(shop: Shop, conversation: str, proof: Proof) -> Post | None:
    """The post a proof stands in, unless it is the complaint itself: an edit that is gone leaves that standing."""
    post = posts.by_id(shop.store, proof.post) if proof.post else None
    return None if post is None or post.id == get(shop, conversation).root_post or post.gone_at else post


def move(shop: Shop, conversation: str, stage: Stage) -> Undo:
    """A card moved on the board. Moves that need something first raise NeedsMore; none ever posts anything."""
    complaint = _complaint(shop, conversation)
    if stage is complaint.stage:
        raise Misuse("It is already there.")
    if stage is Stage.TAKEN_DOWN or complaint.stage is Stage.TAKEN_DOWN:
        raise Misuse("Only its page can say whether it is still there.")
    if stage is Stage.STANDING:
        raise NeedsMore("reason")
    if stage is Stage.FIXED and complaint.fixed_how is None:
        raise NeedsMore("how_fixed")
    if stage is Stage.ASKED:
        raise NeedsMore("ask")
    if stage is Stage.SHOWN:
        raise NeedsMore("proof")
    answer_shows = our_answer_shows(shop, conversation)
    if stage is Stage.ANSWERED and not answer_shows:
        raise NeedsMore("answer")
    if stage is Stage.NO_ANSWER and answer_shows:
        raise Misuse("A passer-by sees your answer.")
    now = shop.clock.now()
    names = {Stage.NO_ANSWER: "No answer yet", Stage.ANSWERED: "Answered", Stage.FIXED: "Fixed, not shown"}

    def act() -> None:
        if complaint.stage is Stage.SHOWN:
            complaints.take_back_proofs(shop.store, conversation, now)
        complaints.move(shop.store, conversation, stage, now)

    return act_on(
        shop,
        conversation,
        "moved",
        {"from": complaint.stage, "to": stage},
        f"Moved {complaint.author_name} to {names.get(stage, stage)}",
        act,
    )


def passer_by_looked(shop: Shop, conversation: str, *, answer_shows: bool) -> None:
    """A person opened the page and tells what a passer-by sees, where we can't look from here."""
    now = shop.clock.now()
    with shop.store.writing():
        for ours in posts.thread(shop.store, conversation):
            if ours.is_ours and ours.is_public:
                if answer_shows:
                    posts.mark_shown(shop.store, ours.id, now)
                    outbox.seen(shop.store, conversation, ours.remote_id, now)
                else:
                    posts.mark_hidden(shop.store, ours.id)
        if answer_shows:
            complaints.answer_shows(shop.store, conversation, now)
        else:
            complaints.answer_gone(shop.store, conversation, now)
        looks.note(shop.store, conversation, looks.PageSight.SEEN, shop.me.name, now, None, 0)
        history.tell(shop.store, shop.by(now), conversation, "looked", {"answer_shows": answer_shows})
        settle(shop.store, [conversation], shop.clock)
