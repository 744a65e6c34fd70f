"""One conversation from its first word to its ending, as entries of a timeline. Reads; writes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desktop import complaints, conversations, history, notes, outbox, past, people, posts
from desktop.clock import Clock
from desktop.past import Past
from desktop.records import (
    Complaint,
    Conversation,
    Event,
    FixedHow,
    Post,
    PostVersion,
    Proof,
    Reply,
    ReplyState,
    Stage,
    StandingReason,
)
from desktop.shop import Shop
from ui import moments, telling, words
from ui.moments import tr

_TOPICS = 2  # the likeliest ones


@dataclass(frozen=True, slots=True)
class Entry:
    """One point of the timeline. `lead` stands in front of `text`, in bold; `post` is whose words these are.

    `manner`: "theirs" (in the reading face), "ours" or "quiet" (notes and what was decided).
    """

    at: datetime
    lead: str
    text: str
    manner: str
    is_public: bool = True
    post: str = ""
    proof: Proof | None = None
    say_copy: bool = False  # the saved copy's own words, where they are not on the timeline
    is_taken_down: bool = False  # its words are shown only to who asks for them


@dataclass(frozen=True, slots=True)
class Story:
    """A whole conversation, ready to show."""

    one: Conversation
    past: Past
    place: str
    tile: str
    summary: str  # summary_line
    entries: tuple[Entry, ...]


def read(shop: Shop, rid: int) -> Story | None:
    """Everything we have about one conversation; None when it isn't there."""
    store = shop.store
    rows = past.page(store, [rid])
    one = conversations.by_id(store, rows[0].id) if rows else None
    if one is None:
        return None
    thread = posts.thread(store, one.id)
    place = words.place(shop.place(one.platform))
    complaint = complaints.by_id(store, one.id)
    proof = complaints.proof(store, one.id) if complaint else None
    entries = [entry for post in thread for entry in _of_post(shop, one, post)]
    entries += _of_replies(shop, outbox.of_conversation(store, one.id), thread, place)
    entries += [
        Entry(
            note.at,
            tr("Note from {name}.").format(name=note.person_name or tr("You")),
            note.text,
            "quiet",
            False,
        )
        for note in notes.of(store, one.id)
    ]
    names = {person.id: person.name for person in people.all(store)}
    entries += event_entries(history.of(store, one.id), place, names)
    entries.sort(key=lambda entry: entry.at)
    if proof is not None:
        entries = with_proof(entries, proof)
    summary = summary_line(one, thread, complaint, proof, place)
    return Story(one, rows[0], place, shop.tile(one.platform), summary, tuple(entries))


# --- what was said -----------------------------------------------------------------------------------------


def _of_post(shop: Shop, one: Conversation, post: Post) -> list[Entry]:
    versions = posts.versions(shop.store, post.id) if post.edited_at else ()
    return [*post_entries(one, post, versions), *_gone(post)]


def post_entries(one: Conversation, post: Post, versions: Sequence[PostVersion]) -> list[Entry]:
    """A post where it was said, and again where its words were changed."""
    name = (post.written_by or tr("You")) if post.is_ours else words.first_name(post.author_name)
    how = tr("public") if post.is_public else tr("private")
    lead = "" if post.id == one.root_post and post.is_public else f"{name}, {how}."
    manner = "ours" if post.is_ours else "theirs"
    said = [*(version.text for version in versions), post.text]
    starts = [post.posted_at, *(version.until_at for version in versions)]
    found = [
        Entry(
            at,
            lead if not number else tr("{name} changed it.").format(name=name),
            text or words.only_stars(post.stars),
            manner,
            post.is_public,
            is_taken_down=post.gone_at is not None and not post.is_ours,
        )
        for number, (at, text) in enumerate(zip(starts, said, strict=True))
    ]
    found[-1] = replace(found[-1], post=post.id)
    return found


def _gone(post: Post) -> list[Entry]:
    if post.gone_at is None:
        return []
    name = tr("You") if post.is_ours else words.first_name(post.author_name)
    return [Entry(post.gone_at, "", tr("{name} took the post down.").format(name=name), "quiet")]


def _of_replies(shop: Shop, replies: Sequence[Reply], thread: Sequence[Post], place: str) -> list[Entry]:
    """Replies that have not gone, or of which we can't tell."""
    arrived = {post.remote_id for post in thread if post.is_ours}
    found = []
    for reply in replies:
        if reply.state is ReplyState.POSTED or (reply.remote_id and reply.remote_id in arrived):
            continue
        state = words.reply_state(reply, place, shop.clock).text.rstrip(".")
        lead = f"{reply.person_name or tr('You')}, {state[:1].lower()}{state[1:]}."
        found.append(Entry(reply.made_at, lead, reply.text, "ours", reply.is_public))
    return found


# --- what was decided ------------------------------------------------------------------------------------


def event_entries(events: Sequence[Event], place: str, names: Mapping[str, str]) -> list[Entry]:
    """What people (and the app) decided, in a sentence each; what was taken back is left out."""
    texts = ((event, _event_text(event, place, names)) for event in telling.standing(events))
    return [Entry(event.at, "", text, "quiet", False) for event, text in texts if text]


def _event_text(event: Event, place: str, names: Mapping[str, str]) -> str:
    """One decision with what was given as its reason; empty for what needs none."""
    told, body = telling.told(event, names), event.body
    if told is None:
        return ""
    more: list[str] = []
    if event.kind == "fixed" and body.get("how"):
        more = [words.fixed_how(FixedHow(str(body["how"])))]
    if event.kind == "standing":
        reason = StandingReason(str(body.get("reason") or StandingReason.OTHER))
        more = [words.standing_reason(reason, place)] if reason is not StandingReason.OTHER else []
        more.append(str(body.get("note") or ""))
    return " ".join(f"{one.rstrip('.')}." for one in (told[0], *more) if one)


# --- the ending --------------------------------------------------------------------------------------------


def with_proof(entries: Sequence[Entry], proof: Proof) -> list[Entry]:
    """The proof stands with the words that are the ending, else by itself at the time it was seen."""
    at = next((n for n, entry in enumerate(entries) if proof.post and entry.post == proof.post), None)
    if at is None:
        lone = Entry(proof.seen_at, "", "", "quiet", True, proof=proof, say_copy=bool(proof.words))
        return sorted([*entries, lone], key=lambda entry: entry.at)
    found = list(entries)
    same = " ".join(proof.words.split()) in " ".join(found[at].text.split())
    says = bool(proof.words) and not same and not found[at].is_taken_down
    found[at] = replace(found[at], proof=proof, say_copy=says)
    return found


def proof_sentence(proof: Proof, clock: Clock) -> str:
    """What we have of the ending without a connection."""
    if not proof.words:
        return tr("We have the link but no saved copy. We’ll fetch one when you’re online.")
    date = moments.date(clock, proof.seen_at)
    return tr("Saved copy, {date}. The page itself needs a connection.").format(date=date)


def summary_line(
    one: Conversation,
    thread: Sequence[Post],
    complaint: Complaint | None,
    proof: Proof | None,
    place: str,
) -> str:
    """`Complaint on Facebook · Shown after 9 days · first answer in 45 min · topic: Delivery`"""
    kind = words.kind(one.kind).text
    pieces = [words.on("{kind} on {place}", place, kind=kind)]
    if not one.is_public:
        pieces.append(tr("private"))
    if one.stars is not None:
        pieces.append(words.stars(one.stars))
    if complaint and proof and complaint.stage is Stage.SHOWN:
        ended = next(
            (post.edited_at or post.posted_at for post in thread if post.id == proof.post), proof.seen_at
        )
        took = moments.span((ended - complaint.opened_at).total_seconds())
        pieces.append(tr("Shown after {time}").format(time=took))
    first = next((post.posted_at for post in thread if post.is_ours and post.posted_at >= one.first_at), None)
    if first is not None:
        took = moments.span((first - one.first_at).total_seconds())
        pieces.append(tr("first answer in {time}").format(time=took))
    if one.topics:
        mark = "?" if one.topics_are_guess else ""
        names = ", ".join(f"{words.topic(which)}{mark}" for which in one.topics[:_TOPICS])
        pieces.append(tr("topic: {topics}").format(topics=names))
    return " · ".join(pieces)
