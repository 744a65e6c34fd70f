"""What a person at the counter does, one act a function.

Each checks, writes in one transaction, tells history, and returns an `Undo` where it can be taken
back. Nothing here ever posts by itself: `post` puts a reply in the outbox, with time to undo.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from desktop import (
    accounts,
    complaints,
    conversations,
    deliver,
    drafts,
    history,
    ids,
    looks,
    outbox,
    people,
    posts,
    promises,
    settings,
    shopbook,
    starters,
)
from desktop.errors import Misuse, NeedsPerson
from desktop.records import (
    Account,
    Author,
    Channel,
    Complaint,
    Conversation,
    Fact,
    FixedHow,
    Kind,
    Limits,
    Person,
    Post,
    ProofKind,
    Purpose,
    RemotePost,
    Reply,
    ReplyState,
    Role,
    Stage,
    StandingReason,
)
from desktop.settling import settle
from desktop.shop import Shop
from desktop.writing import Writing


@dataclass(frozen=True, slots=True)
class Undo:
    """An act that can be taken back: "Marked fixed", "Moved Sunita D. to Shown"."""

    text: str
    take_back: Callable[[Shop], None]


class NeedsMore(NeedsPerson):
    """A board move that needs something first: `what` is "how_fixed", "ask", "proof" or "answer"."""

    def __init__(self, what: str) -> None:
        super().__init__("That move needs one more thing first.")
        self.what = what


def _get(shop: Shop, conversation: str) -> Conversation:
    one = conversations.by_id(shop.store, conversation)
    if one is None:
        raise KeyError(conversation)
    return one


def _act(
    shop: Shop, conversation: str, kind: str, body: Mapping[str, object], text: str, act: Callable[[], None]
) -> Undo:
    """Does `act` and its event in one transaction; its Undo puts everything back as it was."""
    now = shop.clock.now()
    kept = conversations.snapshot(shop.store, conversation), complaints.snapshot(shop.store, conversation)
    with shop.store.writing():
        act()
        event = history.tell(shop.store, shop.by(now), conversation, kind, body)
        settle(shop.store, [conversation], shop.clock)

    def take_back(here: Shop) -> None:
        at = here.clock.now()
        with here.store.writing():
            conversations.put_back(here.store, conversation, kept[0])
            complaints.put_back(here.store, conversation, kept[1], at)
            history.tell(here.store, here.by(at), conversation, "undone", {"event": event, "kind": kind})
            settle(here.store, [conversation], here.clock)

    return Undo(text, take_back)


# --- sorting the inbox -------------------------------------------------------------------------------


def set_kind(shop: Shop, conversation: str, kind: Kind) -> Undo:
    """A person says what it is: a guess becomes sure, and the board follows."""
    one = _get(shop, conversation)

    def act() -> None:
        conversations.set_kind(shop.store, conversation, kind)
        if kind is Kind.COMPLAINT and one.is_public:
            stage = Stage.ANSWERED if _our_answer_shows(shop, conversation) else Stage.NO_ANSWER
            complaints.open(shop.store, conversation, one.first_at, stage, shop.clock.now())
        elif kind is not Kind.COMPLAINT:
            complaints.withdraw(shop.store, conversation, shop.clock.now())

    return _act(shop, conversation, "kind", {"from": one.kind, "to": kind}, "Kind", act)


def _our_answer_shows(shop: Shop, conversation: str) -> bool:
    return any(
        p.is_ours and p.is_public and p.shown_at and not p.gone_at
        for p in posts.thread(shop.store, conversation)
    )


def add_note(shop: Shop, conversation: str, text: str) -> Undo:
    """A note only the team sees. It changes nothing in public and no stage."""
    if not text.strip():
        raise Misuse("An empty note can't be saved.")
    now = shop.clock.now()
    with shop.store.writing():
        note = conversations.add_note(shop.store, conversation, shop.me.id, text.strip(), now)
        drafts.drop(shop.store, conversation, shop.me.id, Channel.NOTE)
        history.tell(shop.store, shop.by(now), conversation, "note", {"note": note})

    def take_back(here: Shop) -> None:
        with here.store.writing():
            conversations.remove_note(here.store, note)
            history.tell(here.store, here.by(), conversation, "undone", {"kind": "note", "note": note})

    return Undo("Note", take_back)


def give_to(shop: Shop, conversation: str, person: str) -> Undo:
    """Gives a conversation to somebody ("" to nobody)."""
    found = people.by_id(shop.store, person) if person else None
    text = f"Given to {found.name}" if found else "Given to nobody"
    return _act(
        shop,
        conversation,
        "given",
        {"to": person},
        text,
        lambda: conversations.give_to(shop.store, conversation, person),
    )


def done(shop: Shop, conversation: str) -> Undo:
    """Done here. A public complaint stays on Complaints until its ending shows."""
    now = shop.clock.now()
    return _act(
        shop, conversation, "done", {}, "Done here", lambda: conversations.done(shop.store, conversation, now)
    )


def bring_back(shop: Shop, conversation: str) -> Undo:
    now = shop.clock.now()
    return _act(
        shop,
        conversation,
        "brought_back",
        {},
        "Brought back",
        lambda: conversations.wait_again(shop.store, conversation, now),
    )


def remind(shop: Shop, conversation: str, at: datetime) -> Undo:
    """Out of the way until `at`; a new word of theirs brings it back at once."""

    def act() -> None:
        conversations.remind(shop.store, conversation, at)
        conversations.nothing_waits(shop.store, conversation)

    return _act(shop, conversation, "reminder", {"at": at.isoformat()}, "Reminder", act)


def mark_read(shop: Shop, conversation: str) -> None:
    with shop.store.writing():
        conversations.mark_read(shop.store, conversation, shop.me.id, shop.clock.now())


def mark_unread(shop: Shop, conversation: str) -> None:
    with shop.store.writing():
        conversations.mark_unread(shop.store, conversation, shop.me.id)


# --- answering ------------------------------------------------------------------------------------------


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

    Raises Misuse for blanks, an empty text or one over the place's limit: those can't be posted.
    """
    one = _get(shop, conversation)
    text = writing.plain().strip()
    parent = parent_of(shop, conversation, channel)
    _check_postable(shop, one, writing, text, parent)
    now = shop.clock.now()
    seconds = settings.get(shop.store, settings.UNDO_SECONDS)
    wait = timedelta(seconds=seconds * shop.clock.rate) if seconds else timedelta(days=3650)
    with shop.store.writing():
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
            promise_at=promise_at,
        )
        drafts.drop(shop.store, conversation, shop.me.id, channel)
        history.tell(
            shop.store, shop.by(now), conversation, "to_outbox", {"reply": reply, "purpose": purpose}
        )
        settle(shop.store, [conversation], shop.clock)
    made = outbox.by_id(shop.store, reply)
    if made is None:
        raise KeyError(reply)
    return made


def _check_postable(shop: Shop, one: Conversation, writing: Writing, text: str, parent: Post) -> None:
    if writing.blanks():
        raise Misuse("A blank can't be posted.")
    if not text:
        raise Misuse("There is nothing to post yet.")
    if one.is_public and any(
        r.state is ReplyState.WAITING for r in outbox.of_conversation(shop.store, one.id)
    ):
        raise Misuse("A reply to this is already on its way.")
    account = accounts.by_id(shop.store, one.account)
    if account is None:
        raise Misuse("This conversation's account is gone.")
    measure = measure_of(shop, account)
    over = measure.count(parent, text) - measure.most
    if over > 0:
        raise Misuse(f"That is {over} {measure.unit} too long for {shop.place(one.platform)}.")


@dataclass(frozen=True, slots=True)
class Measure:
    """How a place counts a reply. `count` takes the post answered and the text."""

    most: int
    unit: str
    count: Callable[[Post, str], int]


def measure_of(shop: Shop, account: Account) -> Measure:
    """How long a reply through this account may be; asks neither network nor vault."""
    from desktop.connectors import connector_class
    from desktop.web import Web

    connector = connector_class(account.platform)(account, {}, Web(offline=True))
    limit = connector.limit()
    return Measure(
        limit.most, limit.unit, lambda parent, text: connector.count(connector.addressed(parent, text))
    )


def parent_of(shop: Shop, conversation: str, channel: Channel) -> Post:
    """The post a reply would answer: the newest of theirs in that channel, else their newest."""
    one = _get(shop, conversation)
    thread = [p for p in posts.thread(shop.store, conversation) if not p.gone_at]
    theirs = [p for p in thread if p.author == one.author] or thread
    fitting = [p for p in theirs if p.is_public == (channel is Channel.PUBLIC)]
    if not theirs:
        raise Misuse("Their post isn't there any more.")
    return (fitting or theirs)[-1]


def _newest_of_theirs(shop: Shop, conversation: str) -> datetime:
    one = _get(shop, conversation)
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
        drafts.save(shop.store, reply.conversation, reply.person, channel, Writing.from_json(body), now)
        history.tell(shop.store, shop.by(now), reply.conversation, "taken_back", {"reply": reply_id})
        settle(shop.store, [reply.conversation], shop.clock)
    return reply


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
        outbox.release(shop.store, reply_id, now, max(now, _newest_of_theirs(shop, reply.conversation)))
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
    us = Author(account.platform, account.remote_id or account.handle, account.handle, account.name)
    told = RemotePost(
        f"told:{reply.id}",
        us,
        reply.text,
        shop.clock.now(),
        url=link,
        is_ours=True,
        is_public=reply.is_public,
    )
    deliver.arrived(shop, account, reply, told)


# --- endings -----------------------------------------------------------------------------------------------


def _complaint(shop: Shop, conversation: str) -> Complaint:
    found = complaints.by_id(shop.store, conversation)
    if found is None:
        raise Misuse("That isn't a public complaint.")
    return found


def mark_fixed(shop: Shop, conversation: str, how: FixedHow, post_id: str = "") -> Undo:
    """The trouble itself is solved; `post_id` is the message in which they told us."""
    _complaint(shop, conversation)
    told = posts.by_id(shop.store, post_id) if post_id else None
    now = shop.clock.now()

    def act() -> None:
        complaints.fixed(shop.store, conversation, how, post_id, told.text if told else "", now)
        conversations.nothing_waits(shop.store, conversation)
        promises.keep(shop.store, conversation, now)
        looks.plan(shop.store, conversation, now)

    return _act(shop, conversation, "fixed", {"how": how, "post": post_id}, "Marked fixed", act)


def confirm_ending(
    shop: Shop, conversation: str, *, kind: ProofKind, post_id: str = "", link: str = "", words: str = ""
) -> Undo:
    """A person says that this is the ending a passer-by sees. Keeps a copy of the words for reading offline."""
    complaint = _complaint(shop, conversation)
    found = posts.by_id(shop.store, post_id) if post_id else None
    if found is not None and not found.is_public:
        raise Misuse("A private message shows nothing to a passer-by.")
    if found is None and not link.strip():
        raise Misuse("An ending needs a public post or a link to one.")
    now = shop.clock.now()

    def act() -> None:
        complaints.shown(
            shop.store,
            conversation,
            kind=kind,
            link=link.strip() or (found.url if found else ""),
            post=post_id,
            words=words.strip() or (found.text if found else ""),
            seen_by=shop.me.id,
            at=now,
        )
        conversations.nothing_waits(shop.store, conversation)
        looks.plan(shop.store, conversation, now + timedelta(days=7))

    body = {"kind": kind, "post": post_id, "link": link}
    return _act(shop, conversation, "ending", body, f"Moved {complaint.author_name} to Shown", act)


def not_the_ending(shop: Shop, conversation: str) -> Undo:
    """What looked like the ending isn't; it won't be proposed again."""
    return _act(
        shop,
        conversation,
        "not_the_ending",
        {},
        "Not the ending",
        lambda: complaints.no_hint(shop.store, conversation),
    )


def leave_standing(shop: Shop, conversation: str, reason: StandingReason, note: str = "") -> Undo:
    """We stop working on it, with a reason; it still looks like a complaint."""
    complaint = _complaint(shop, conversation)
    now = shop.clock.now()

    def act() -> None:
        complaints.leave_standing(shop.store, conversation, reason, note.strip(), now)
        conversations.nothing_waits(shop.store, conversation)

    return _act(
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
    stage = Stage.ANSWERED if _our_answer_shows(shop, conversation) else Stage.NO_ANSWER
    return _act(
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
    return _act(
        shop,
        conversation,
        "proof_gone",
        {"proof": proof.id},
        "Proof gone",
        lambda: complaints.proof_lost(shop.store, conversation, proof.id, now),
    )


def move(shop: Shop, conversation: str, stage: Stage) -> Undo:
    """A card moved on the board. Moves that need something first raise NeedsMore; none ever posts anything."""
    complaint = _complaint(shop, conversation)
    if stage is complaint.stage:
        raise Misuse("It is already there.")
    if stage is Stage.FIXED and complaint.fixed_how is None:
        raise NeedsMore("how_fixed")
    if stage is Stage.ASKED:
        raise NeedsMore("ask")
    if stage is Stage.SHOWN:
        raise NeedsMore("proof")
    if stage is Stage.ANSWERED and not _our_answer_shows(shop, conversation):
        raise NeedsMore("answer")
    now = shop.clock.now()
    names = {Stage.NO_ANSWER: "No answer yet", Stage.ANSWERED: "Answered", Stage.FIXED: "Fixed, not shown"}

    def act() -> None:
        if complaint.stage is Stage.SHOWN:
            complaints.take_back_proofs(shop.store, conversation, now)
        complaints.move(shop.store, conversation, stage, now)

    return _act(
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


# --- wordings for the composer -------------------------------------------------------------------------------


def resting(shop: Shop) -> Mapping[str, datetime]:
    """Wordings that rest, and until when."""
    return starters.rested(shop.store, shop.clock.now(), settings.get(shop.store, settings.REST_DAYS))


def save_draft(shop: Shop, conversation: str, channel: Channel, writing: Writing) -> datetime:
    """Keeps a draft of who is here; returns when."""
    now = shop.clock.now()
    drafts.save(shop.store, conversation, shop.me.id, channel, writing, now)
    return now


# --- who is at the counter ------------------------------------------------------------------------------------


def _only_the_owner(shop: Shop) -> None:
    owner = people.owner(shop.store)
    if owner is not None and not shop.me.is_owner:
        raise Misuse(f"Only {owner.name} can change this page.")


def _named(name: str) -> str:
    if not name.strip():
        raise Misuse("A person needs a name.")
    return name.strip()


def add_person(shop: Shop, name: str, role_line: str = "", sign_off: str = "") -> Person:
    """A helper more, who has to ask about everything until limits are set. Raises Misuse without a name."""
    _only_the_owner(shop)
    now = shop.clock.now()
    with shop.store.writing():
        person = people.add(
            shop.store,
            _named(name),
            Role.HELPER,
            now,
            role_line=role_line.strip(),
            sign_off=sign_off.strip(),
        )
        history.tell(shop.store, shop.by(now), person.id, "person_added", {"name": person.name})
    return person


def change_person(shop: Shop, person: Person) -> Person:
    """Another name, sign-off or role line; the owner's to change, and everybody's own. Returns what is kept."""
    before = people.by_id(shop.store, person.id)
    if before is None:
        raise KeyError(person.id)
    if person.id != shop.me.id:
        _only_the_owner(shop)
    name = _named(person.name)
    kept = replace(
        before, name=name, role_line=person.role_line.strip(), sign_off=person.sign_off.strip() or name
    )
    if kept == before:
        return kept
    now = shop.clock.now()
    with shop.store.writing():
        people.change(shop.store, kept)
        body = {"from": [before.name, before.role_line], "to": [kept.name, kept.role_line]}
        history.tell(shop.store, shop.by(now), kept.id, "person_changed", body)
    if kept.id == shop.me.id:
        shop.set_person(kept)
    return kept


def set_limits(shop: Shop, person_id: str, limits: Limits) -> None:
    """What a helper may promise without asking."""
    _only_the_owner(shop)
    person = people.by_id(shop.store, person_id)
    if person is None or person.is_owner:
        raise Misuse("Only helpers have limits.")
    before = asdict(people.limits(shop.store, person_id))
    changed = {thing: value for thing, value in asdict(limits).items() if value != before[thing]}
    if not changed:
        return
    now = shop.clock.now()
    with shop.store.writing():
        people.put_limits(shop.store, person_id, limits)
        history.tell(shop.store, shop.by(now), person_id, "limits", changed)


def remove_person(shop: Shop, person_id: str) -> None:
    """A helper leaves: their drafts go to the owner, nobody holds what they held, their name stays on replies."""
    _only_the_owner(shop)
    person, owner = people.by_id(shop.store, person_id), people.owner(shop.store)
    if person is None or owner is None or person.is_owner:
        raise Misuse("The owner can't be removed.")
    now = shop.clock.now()
    held = [r["id"] for r in shop.store.rows("select id from conversations where holder = ?", (person_id,))]
    with shop.store.writing():
        moved = _hand_over_drafts(shop, person, owner)
        for conversation in held:
            conversations.give_to(shop.store, conversation, "")
        people.leave(shop.store, person_id, now)
        body = {"name": person.name, "drafts": moved, "conversations": held}
        history.tell(shop.store, shop.by(now), person_id, "person_removed", body)
        settle(shop.store, dict.fromkeys((*moved, *held)), shop.clock)


def _hand_over_drafts(shop: Shop, person: Person, owner: Person) -> list[str]:
    """Moves drafts; where the owner writes there too, the other words follow under theirs. The conversations."""
    kept = drafts.all_of(shop.store, person.id)
    for draft in kept:
        writing, at = draft.writing, draft.at
        own = drafts.load(shop.store, draft.conversation, owner.id, draft.channel)
        if own is not None:
            writing = own[0].with_parts((*own[0].paragraphs, *writing.paragraphs))
            at = max(at, own[1])
        drafts.save(shop.store, draft.conversation, owner.id, draft.channel, writing, at)
        drafts.drop(shop.store, draft.conversation, person.id, draft.channel)
    return [draft.conversation for draft in kept]


# --- the shop book -----------------------------------------------------------------------------------------------


def _in_book(
    shop: Shop, subject: str, kind: str, body: Mapping[str, object], text: str, act: Callable[[], object],
    back: Callable[[Shop], object],
) -> Undo:  # fmt: skip
    """Does `act` and its event in one transaction; its Undo does `back` and says so."""
    with shop.store.writing():
        act()
        event = history.tell(shop.store, shop.by(), subject, kind, body)

    def take_back(here: Shop) -> None:
        with here.store.writing():
            back(here)
            history.tell(here.store, here.by(), subject, "undone", {"event": event, "kind": kind})

    return Undo(text, take_back)


def _fact_as_was(shop: Shop, fact: str) -> Fact | None:
    return next((one for one in shopbook.facts(shop.store) if one.id == fact), None)


def _told(fact: Fact) -> dict[str, object]:
    return {"title": fact.title, "text": fact.text, "topics": list(fact.topics)}


def put_fact(shop: Shop, fact: Fact) -> Undo:
    """Adds a fact (empty id) or changes one; either way who is here has checked it now.

    Raises Misuse without a title or a text.
    """
    title, text = " ".join(fact.title.split()), fact.text.strip()
    if not title:
        raise Misuse("A fact needs a title.")
    if not text:
        raise Misuse("A fact needs a sentence or two.")
    old = _fact_as_was(shop, fact.id) if fact.id else None
    kept = replace(
        fact,
        id=fact.id or ids.new_id(),
        title=title,
        text=text,
        topics=tuple(dict.fromkeys(topic.strip() for topic in fact.topics if topic.strip())),
        checked_by=shop.me.name,
        checked_at=shop.clock.now(),
    )

    def back(here: Shop) -> None:
        if old:
            shopbook.put_fact(here.store, old)
        else:
            shopbook.remove_fact(here.store, kept.id, here.clock.now())

    is_same = old is not None and _told(old) == _told(kept)
    did = f"Checked {title}" if is_same else f"Changed {title}" if old else f"Added {title}"
    kind = "fact_checked" if is_same else "fact_put"
    return _in_book(shop, kept.id, kind, _told(kept), did, lambda: shopbook.put_fact(shop.store, kept), back)


def remove_fact(shop: Shop, fact: str) -> Undo:
    old = _fact_as_was(shop, fact)
    if old is None:
        raise Misuse("That fact isn't in the Shop book any more.")
    now = shop.clock.now()
    return _in_book(
        shop,
        fact,
        "fact_removed",
        _told(old),
        f"Removed {old.title}",
        lambda: shopbook.remove_fact(shop.store, fact, now),
        lambda here: shopbook.put_fact(here.store, old),
    )


def _spans(week: Mapping[int, tuple[tuple[time, time], ...]]) -> list[tuple[int, str, str]]:
    return [
        (day, f"{opens:%H:%M}", f"{closes:%H:%M}")
        for day, spans in sorted(week.items())
        for opens, closes in spans
    ]


def put_hours(shop: Shop, spans: Iterable[tuple[int, str, str]]) -> Undo:
    """Replaces the week: (weekday Monday 0, "07:00", "16:00") each.

    Raises Misuse for what isn't a time, for a span that closes before it opens, and for spans that overlap.
    """
    week: dict[int, list[tuple[time, time]]] = {}
    for day, opens, closes in spans:
        try:
            span = time.fromisoformat(opens), time.fromisoformat(closes)
        except ValueError:
            raise Misuse("That isn't a time.") from None
        if span[1] <= span[0]:
            raise Misuse("It can't close before it opens.")
        week.setdefault(day, []).append(span)
    for found in week.values():
        found.sort()
        if any(later[0] < earlier[1] for earlier, later in pairwise(found)):
            raise Misuse("Two opening times of a day overlap.")
    new = _spans({day: tuple(found) for day, found in week.items()})
    old = _spans(shopbook.opening(shop.store).spans)
    return _in_book(
        shop,
        "shop",
        "hours",
        {"week": [list(span) for span in new]},
        "Opening hours",
        lambda: shopbook.put_hours(shop.store, new),
        lambda here: shopbook.put_hours(here.store, old),
    )


def put_closure(shop: Shop, day: date, note: str = "") -> Undo:
    """A day the shop stays shut."""
    old = shopbook.opening(shop.store).closures.get(day)

    def back(here: Shop) -> None:
        if old is None:
            shopbook.remove_closure(here.store, day)
        else:
            shopbook.put_closure(here.store, day, old)

    body = {"day": day.isoformat(), "note": note.strip()}
    return _in_book(
        shop,
        "shop",
        "closure",
        body,
        f"Closed on {day:%d.%m.%Y}",
        lambda: shopbook.put_closure(shop.store, day, note.strip()),
        back,
    )


def remove_closure(shop: Shop, day: date) -> Undo:
    old = shopbook.opening(shop.store).closures.get(day)
    if old is None:
        raise Misuse("The shop isn't closed that day.")
    return _in_book(
        shop,
        "shop",
        "closure_removed",
        {"day": day.isoformat()},
        f"Open on {day:%d.%m.%Y}",
        lambda: shopbook.remove_closure(shop.store, day),
        lambda here: shopbook.put_closure(here.store, day, old),
    )
