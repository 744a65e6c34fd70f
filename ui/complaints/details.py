"""What the side panel shows of one complaint, read away from the window's thread; and its sentences."""

from __future__ import annotations

from dataclasses import dataclass

from desktop import complaints, conversations, looks, passerby, people, posts
from desktop.clock import Clock
from desktop.looks import Look, PageSight
from desktop.passerby import PreviewPost, Sight
from desktop.records import OPEN_STAGES, Complaint, Post, Proof, ProofKind, Stage
from desktop.shop import Shop
from ui import moments, words
from ui.moments import tr

from .cards import on_day, quoted, since


@dataclass(frozen=True, slots=True)
class Details:
    """`proof` holds, or is the newest that was lost; `said_at` is the post in which they told us."""

    complaint: Complaint
    place: str
    tile: str
    shop_name: str
    root: Post | None
    lines: tuple[PreviewPost, ...]
    sight: Sight
    look: Look | None
    proof: Proof | None
    proof_post: Post | None
    told: Post | None
    saw: str  # who last said that the ending shows; "" where we looked ourselves
    is_to_be_seen: bool  # it is time that a person looks again

    @property
    def id(self) -> str:
        return self.complaint.id

    @property
    def is_open(self) -> bool:
        return self.complaint.stage in OPEN_STAGES

    @property
    def cant_look(self) -> bool:
        return self.look is not None and self.look.sight in looks.FOR_A_PERSON

    @property
    def asks_a_person(self) -> bool:
        """Whether the ending shows is something only a person can see, and there is one to look for."""
        one, proof = self.complaint, self.proof
        if proof is None or proof.lost_at or not (one.stage is Stage.SHOWN or one.flag == "wrote_again"):
            return False
        return self.cant_look or not proof.post

    @property
    def url(self) -> str:
        return self.complaint.url or (self.root.url if self.root else "")


def read(shop: Shop, complaint: str) -> Details | None:
    """None when it is no complaint any more."""
    store = shop.store
    one, talk = complaints.by_id(store, complaint), conversations.by_id(store, complaint)
    if one is None or talk is None:
        return None
    proof = complaints.proof(store, complaint)
    return Details(
        one,
        words.place(shop.place(one.platform)),
        shop.tile(one.platform),
        shop.name,
        posts.by_id(store, talk.root_post),
        passerby.preview(store, complaint),
        passerby.sees(store, complaint),
        looks.last(store, complaint),
        proof,
        posts.by_id(store, proof.post) if proof and proof.post else None,
        posts.by_id(store, one.fixed_post) if one.fixed_post else None,
        _saw(shop, proof),
        complaints.is_to_be_seen(one, shop.clock.now()),
    )


def _saw(shop: Shop, proof: Proof | None) -> str:
    if proof is None:
        return ""
    by_a_person = proof.checked_by or (proof.seen_by if proof.checked_at == proof.seen_at else "")
    found = people.by_id(shop.store, by_a_person) if by_a_person else None
    return found.name if found else ""


# --- sentences ----------------------------------------------------------------------------------------


def source_line(found: Details, clock: Clock) -> str:
    """`Public post, Sun 8 June · held by Priya`"""
    one = found.complaint
    text = f"{words.source(one.source)}, {moments.day_and_date(clock, one.opened_at)}"
    return f"{text} · {tr('held by {name}').format(name=one.holder_name)}" if one.holder_name else text


def checked_line(found: Details, clock: Clock) -> str:
    """`Page checked 6 min ago`, by a person where one looked."""
    look = found.look
    if look is None or look.seen_at is None or look.sight is PageSight.NEVER:
        return tr("Page not checked yet")
    return words.looked(clock, look.seen_at, look.how)


def still_showing(found: Details, clock: Clock) -> str:
    """`Still showing?` once it is time to look, else who looked and when."""
    if found.proof is None or found.is_to_be_seen:
        return tr("Still showing?")
    if found.complaint.flag == "wrote_again":
        return tr("They wrote again. Still showing?")
    return words.looked(clock, found.proof.checked_at, found.saw)


def no_page(found: Details, clock: Clock) -> str:
    """`We looked on Thursday and again a day later: there is no such page any more.`"""
    proof, first = found.proof, found.look.seen_at if found.complaint.page_gone and found.look else None
    if proof is not None and not proof.post and found.is_to_be_seen:
        first = proof.missed_at or first
    said = tr("We looked {day} and again a day later: there is no such page any more.")
    return said.format(day=on_day(clock, first)) if first is not None else ""


def fixed_line(found: Details, clock: Clock) -> str:
    """How we know that it is fixed; empty while nobody said so."""
    one = found.complaint
    if one.fixed_how is None or one.fixed_at is None:
        return ""
    first = words.first_name(one.author_name)
    if found.told is not None:
        how = tr("in public") if found.told.is_public else tr("privately")
        day = moments.day_and_date(clock, found.told.posted_at)
        return f"{first}, {how}, {day}: {quoted(one.fixed_words or found.told.text)}"
    return f"{words.fixed_how(one.fixed_how)}. {moments.day_and_date(clock, one.fixed_at)}"


def lost_line(found: Details, clock: Clock) -> str:
    """`Your note from 24 May isn’t on the page any more. We looked on Thursday and again on Friday.`"""
    proof = found.proof
    if proof is None or proof.lost_at is None or found.complaint.stage is Stage.SHOWN:
        return ""
    at = found.proof_post.posted_at if found.proof_post else proof.seen_at
    if found.proof_post is not None and proof.kind is ProofKind.THEIR_EDIT:
        at = found.proof_post.edited_at or at
    said = {
        ProofKind.OUR_UPDATE: tr("Your note from {date} isn’t on the page any more."),
        ProofKind.THEIR_REPLY: tr("{first}’s reply from {date} isn’t on the page any more."),
        ProofKind.THEIR_EDIT: tr("{first}’s update from {date} isn’t on the page any more."),
    }.get(proof.kind, tr("The proof from {date} isn’t on the page any more."))
    gone = said.format(first=words.first_name(found.complaint.author_name), date=moments.date(clock, at))
    first, again = proof.missed_at or proof.lost_at, proof.lost_at
    days = since(clock, first), since(clock, again)
    if clock.local(first).date() == clock.local(again).date():
        return f"{gone} {tr('We looked on {day}.').format(day=days[0])}"
    return f"{gone} {tr('We looked on {day} and again on {other}.').format(day=days[0], other=days[1])}"


def missed_line(found: Details, clock: Clock) -> str:
    """`We looked today and didn’t find it. We’ll look again tomorrow, and only then count it as gone.`"""
    proof = found.proof
    if proof is None or proof.missed_at is None or proof.lost_at or found.complaint.stage is not Stage.SHOWN:
        return ""
    if found.is_to_be_seen:
        return ""
    again = on_day(clock, proof.missed_at + complaints.SURE_AFTER)
    said = tr("We looked {day} and didn’t find it. We’ll look again {other}, and only then count it as gone.")
    if not proof.post:
        said = tr("We looked {day} and didn’t find it. We’ll look again {other}, and then ask you.")
    return said.format(day=on_day(clock, proof.missed_at), other=again)


def hint_kind(found: Details) -> ProofKind:
    """What a proposed ending would be: an edit of their first post, or another post of theirs."""
    is_root = found.root is not None and found.complaint.hint_post == found.root.id
    return ProofKind.THEIR_EDIT if is_root else ProofKind.THEIR_REPLY


def cant_open(found: Details) -> str:
    """What is said when the page couldn't be reached (design 5.8)."""
    page = tr("We couldn’t open the proof page.") if found.complaint.stage is Stage.SHOWN else ""
    rest = tr("That doesn’t mean it’s gone. We’ll look again tomorrow.")
    return f"{page or tr('We couldn’t open the page.')} {rest}"
