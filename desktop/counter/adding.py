"""Adding by hand: what was said on paper, by phone, or where nothing can be fetched from (design 11)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from desktop import (
    accounts,
    collect,
    complaints,
    conversations,
    drafts,
    history,
    ids,
    looks,
    notes,
    outbox,
    pictures,
    posts,
    reading,
    retelling,
    settings,
)
from desktop.connectors.by_hand import KEY
from desktop.connectors.pasted import PARTIAL
from desktop.connectors.tariff import PlaceFacts, places
from desktop.counter.acts import Undo, act_on, get, our_answer_shows
from desktop.counter.copying import checked_link
from desktop.errors import Misuse
from desktop.records import (
    Account,
    Author,
    Batch,
    Conversation,
    FixedHow,
    Kind,
    Post,
    RemotePost,
    Source,
    Stage,
)
from desktop.settling import settle
from desktop.shop import Shop
from desktop.store import Store

MOST_WORDS = 20_000  # characters of one message
_FIRST_LOOK = timedelta(minutes=2)  # after somebody added what they saw on a page
_AHEAD = timedelta(days=1)  # a date without an hour may lie a little ahead


class Heard(NamedTuple):
    """What somebody said, as a person at the counter writes it down. `place`: a key of `places_by_hand`.

    `answer`: what we answered there already, "" for nothing yet. `picture`: a PNG or JPEG. `put_right`: their public
    complaint (its conversation) of which they say here that it is put right; "" for none. `goes_on`: the conversation
    that these words go on with, as `said_before` found it; "" where they begin one.
    """

    place: str
    text: str
    at: datetime
    name: str = ""
    link: str = ""
    is_public: bool = True
    answer: str = ""
    picture: bytes = b""
    put_right: str = ""
    goes_on: str = ""


class Before(NamedTuple):
    """What somebody of that name said there before; `is_same_link`: on the very page."""

    conversation: Conversation
    is_same_link: bool


class Added(NamedTuple):
    """The conversation it became, and how to take it out again."""

    conversation: str
    undo: Undo


def places_by_hand() -> Mapping[str, PlaceFacts]:
    """Where something can have been said, in the order of the table."""
    return places()


def place_of(one: Conversation) -> str:
    """Where a conversation that was added by hand was: a key of `places_by_hand`."""
    return one.platform.removeprefix(f"{KEY}.")


def keep_begun(shop: Shop, person: str, what: Mapping[str, object], picture: bytes | None = None) -> None:
    """What somebody began and hasn't added yet, written down as drafts are; {} for nothing. `picture`: another one, b""
    for none, None where it is as it was. Raises DiskTrouble, Misuse.
    """
    was = settings.get(shop.store, settings.BEGUN_BY_HAND, person=person)
    settings.put(shop.store, settings.BEGUN_BY_HAND, dict(what), person=person)
    name = pictures.begun(person)
    if picture:
        pictures.keep(shop.folder, name, picture, shop.key)
    elif picture is not None or not (what and was):  # one left by a kill, or newer than a copy, is of something else
        pictures.drop(shop.folder, name)


def begun_picture(shop: Shop, person: str) -> bytes:
    """The picture in what they began; b"" for none."""
    path = pictures.of(shop.folder, pictures.begun(person))
    return pictures.Kept(path, shop.key).read() if path is not None else b""


def add_by_hand(shop: Shop, heard: Heard) -> Added:
    """Writes down what was said; it becomes a conversation as if it had been fetched. Raises Misuse, DiskTrouble."""
    heard = _checked(shop, heard)
    if heard.goes_on:
        return _add_more(shop, heard)
    account, remote_id, now = _account(shop), ids.new_id(), shop.clock.now()
    said = _said(heard, remote_id)
    root = posts.post_id(account, said)
    one = conversations.conversation_id(root)
    if heard.picture:
        pictures.keep(shop.folder, root, heard.picture, shop.key)
    with shop.store.writing():
        accounts.add(shop.store, account, now)
        collect.take(shop, account, Batch((said,)))
        if heard.answer:
            collect.take(shop, account, Batch((_answer(shop, heard, said, now),)))
            _answer_shows(shop, one, now)
        again = now + _FIRST_LOOK if heard.link and heard.is_public else None
        looks.note(shop.store, one, looks.PageSight.SEEN, shop.me.name, now, again, 0)
        conversations.mark_read(shop.store, one, shop.me.id, now)
        event = history.tell(shop.store, shop.by(now), one, "added_by_hand", {"place": heard.place})
        settle(shop.store, [one], shop.clock)
        fixed = _put_right(shop, heard, root) if heard.put_right else None

    def take_back(here: Shop) -> None:
        with here.store.writing():
            if fixed is not None:
                fixed.take_back(here)
            _take_out(here, one, event)

    return Added(one, Undo(f"Added {said.author.name}", take_back))


def said_before(shop: Shop, place: str, name: str, link: str = "", rather: str = "") -> Before | None:
    """The newest conversation by somebody of that name there, one on the same page before the others, and the one
    with the id `rather` before all; None for none.

    Only what was added by hand: what a place brings, it brings on with.
    """
    if not name.strip():
        return None
    account, who = _account(shop), _author(place, " ".join(name.split()))
    theirs = conversations.newest_by(shop.store, account.id, posts.author_of(account, who))
    pages = [root.url if (root := posts.by_id(shop.store, one.root_post)) else "" for one in theirs]
    named = [one.id for one in theirs]
    at = named.index(rather) if rather in named else pages.index(link) if link and link in pages else 0
    return Before(theirs[at], bool(link) and pages[at] == link) if theirs else None


def _add_more(shop: Shop, heard: Heard) -> Added:
    """They wrote again: read as a word that follows ours, in the conversation that is there. Raises Misuse."""
    one, account, now = conversations.by_id(shop.store, heard.goes_on), _account(shop), shop.clock.now()
    root = posts.by_id(shop.store, one.root_post) if one is not None else None
    if one is None or root is None or one.account != account.id:
        raise Misuse("What that goes on with isn’t here any more.")
    if posts.author_of(account, _author(heard.place, heard.name)) != one.author:
        raise Misuse("That goes on with somebody else’s words. Look at the name and the place, or take the tick away.")
    heard = heard._replace(place=place_of(one), name=one.author_name, at=max(heard.at, root.posted_at))
    said = _said(heard, ids.new_id())._replace(parent_remote_id=root.remote_id, root_remote_id=root.remote_id)
    answer = _answer(shop, heard, said, now) if heard.answer else None
    kept = [posts.post_id(account, each) for each in (said, answer) if each is not None]
    if heard.picture:
        pictures.keep(shop.folder, kept[0], heard.picture, shop.key)

    def act() -> None:
        collect.take(shop, account, Batch((said,)))
        if answer is not None:
            collect.take(shop, account, Batch((answer,)))
            _answer_shows(shop, one.id, now)
        if one.is_public and heard.is_public:
            again = now + _FIRST_LOOK if heard.link else None
            looks.note(shop.store, one.id, looks.PageSight.SEEN, shop.me.name, now, again, 0)
        conversations.mark_read(shop.store, one.id, shop.me.id, now)

    undo = act_on(shop, one.id, "added_by_hand", {"place": heard.place, "post": kept[0]}, f"Added {heard.name}", act)

    def take_back(here: Shop) -> None:
        if _is_worked_on(here, one.id, kept[0], now):
            raise Misuse("Somebody has worked on this since, so it stays.")
        with here.store.writing():
            for post in kept:
                posts.unsay(here.store, post)
            undo.take_back(here)
        pictures.drop(here.folder, kept[0])

    return Added(one.id, Undo(undo.text, take_back))


def _is_worked_on(shop: Shop, one: str, post: str, since: datetime) -> bool:
    """Whether somebody answered these words, or wrote anything beside them, since they were added."""
    replied = any(r.parent_post == post or r.made_at > since for r in outbox.of_conversation(shop.store, one))
    return replied or any(note.at > since for note in notes.of(shop.store, one))


def _put_right(shop: Shop, heard: Heard, post: str) -> Undo:
    """What they told us stands with their complaint. A passer-by sees none of it, so it ends nothing."""
    body = {"how": FixedHow.THEY_TOLD_US, "post": post}
    now = shop.clock.now()

    def act() -> None:
        complaints.told_privately(shop.store, heard.put_right, post, heard.text, now)

    return act_on(shop, heard.put_right, "fixed", body, "Marked fixed", act)


def _checked(shop: Shop, heard: Heard) -> Heard:
    text = heard.text.strip()
    if heard.place not in places_by_hand():
        raise Misuse("Say where it was.")
    if not text and not heard.picture:
        raise Misuse("Write what they said, or add a picture of it.")
    if len(text) > MOST_WORDS or len(heard.answer) > MOST_WORDS:
        raise Misuse(f"That’s longer than {MOST_WORDS:,} characters. Leave some of it out.")
    if heard.at > shop.clock.now() + _AHEAD:
        raise Misuse("That day is still to come.")
    return heard._replace(
        text=text or "(a picture)",
        name=" ".join(heard.name.split()) or "Somebody",
        at=min(heard.at, shop.clock.now()),
        link=checked_link(heard.link),
        answer=heard.answer.strip(),
    )


def _account(shop: Shop) -> Account:
    """The one account that all of it belongs to."""
    made = Account(accounts.account_id(KEY, "", ""), KEY, "", "Added by hand")
    return accounts.by_id(shop.store, made.id) or made


def _said(heard: Heard, remote_id: str) -> RemotePost:
    return RemotePost(
        remote_id,
        _author(heard.place, heard.name),
        heard.text,
        heard.at,
        url=heard.link,
        root_remote_id=remote_id,
        source=Source.BY_HAND,
        is_public=heard.is_public,
        place=heard.place,
    )


def _author(place: str, name: str) -> Author:
    """Nobody tells us who is who there: one name at one place is one person."""
    return Author(KEY, "", "", name, key=f"{place} {name.casefold()}")


def _answer(shop: Shop, heard: Heard, said: RemotePost, now: datetime) -> RemotePost:
    """Ours, from before. When it was given nobody said: it counts from now, which never flatters."""
    return RemotePost(
        ids.new_id(),
        Author(KEY, "", "", shop.name),
        heard.answer,
        now,
        url=heard.link,
        parent_remote_id=said.remote_id,
        root_remote_id=said.remote_id,
        source=Source.BY_HAND,
        is_public=heard.is_public,
        is_ours=True,
        place=heard.place,
    )


def _answer_shows(shop: Shop, one: str, now: datetime) -> None:
    for post in posts.thread(shop.store, one):
        if post.is_ours and post.is_public:
            posts.mark_shown(shop.store, post.id, now)
    if our_answer_shows(shop, one):
        complaints.answer_shows(shop.store, one, now)


def _take_out(shop: Shop, one: str, event: str) -> None:
    """It was a mistake: the words go. Raises Misuse once somebody has worked on it."""
    if outbox.of_conversation(shop.store, one) or notes.of(shop.store, one):
        raise Misuse("Somebody has worked on this since, so it stays.")
    thread, now = posts.thread(shop.store, one), shop.clock.now()
    with shop.store.writing():
        for post in thread:
            posts.unsay(shop.store, post.id)
        for draft in drafts.of_conversation(shop.store, one):
            drafts.drop(shop.store, one, draft.person, draft.channel)
        complaints.withdraw(shop.store, one, now)
        retelling.note(shop.store, one, now)
        looks.plan(shop.store, one, None)
        conversations.drop(shop.store, one)
        history.tell(shop.store, shop.by(now), one, "undone", {"event": event, "kind": "added_by_hand"})
    for post in thread:
        pictures.drop(shop.folder, post.id)


def is_partial(store: Store, post: Post) -> bool:
    """A notice told of this post and left some of it out, and nobody has pasted the rest so far."""
    if post.address != PARTIAL:
        return False
    return not any(version.text != post.text for version in posts.versions(store, post.id))


def paste_rest(shop: Shop, conversation: str, text: str) -> Undo:
    """What they wrote in full, in place of what a notice quoted of it. Raises Misuse."""
    one = get(shop, conversation)
    root = posts.by_id(shop.store, one.root_post)
    text = text.strip()
    if root is None or root.address != PARTIAL:
        raise Misuse("All of it is here already.")
    if not text or len(text) > MOST_WORDS:
        raise Misuse(f"Paste what they wrote, up to {MOST_WORDS:,} characters.")
    before = root.text
    undo = act_on(
        shop, conversation, "pasted_rest", {}, "Pasted the rest", lambda: _reword(shop, one, root.id, text)
    )

    def take_back(here: Shop) -> None:
        with here.store.writing():
            posts.reword(here.store, root.id, before)
            conversations.they_edited(here.store, conversation, one.excerpt, one.stars, one.last_at)
            undo.take_back(here)

    return Undo(undo.text, take_back)


def _reword(shop: Shop, one: Conversation, post: str, text: str) -> None:
    """The whole words are judged as if they had come like this; what a person said about the kind stays."""
    now = shop.clock.now()
    posts.reword(shop.store, post, text, was_until=now)
    judged = reading.judge(shop, text, stars=one.stars)
    conversations.they_edited(shop.store, one.id, judged.excerpt, one.stars, one.last_at)
    on_board = complaints.by_id(shop.store, one.id) is not None  # only a person takes a complaint off it
    if one.kind_is_guess and (judged.kind is Kind.COMPLAINT or not on_board):
        conversations.rejudge(shop.store, one.id, reading.guess(judged))
        if judged.kind is Kind.COMPLAINT and one.is_public:
            complaints.open(shop.store, one.id, one.first_at, Stage.NO_ANSWER, now)
