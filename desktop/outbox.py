"""Replies on their way out: once, or not at all.

`waiting → sending → posted | waiting (never left) | refused (they said no) | unsure (no answer came)`.
The claim `waiting → sending` is committed before the request leaves; after a crash `sending`
becomes `unsure`; an unsure reply is never sent again without a person or a look at the thread.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from desktop import clock, ids
from desktop.records import Hurdle, Purpose, Reply, ReplyState
from desktop.store import Row, Store

if TYPE_CHECKING:
    from desktop.writing import Writing

OWNS = ("replies",)

_A_NIGHT = timedelta(hours=12)
_SLACK, _RETRY = timedelta(minutes=1), timedelta(minutes=1)

_SELECT = (
    "select r.*, coalesce(p.name, '') as person_name, coalesce(c.author_name, '') as author_name, "
    "coalesce(c.platform, '') as platform from replies r left join people p on p.id = r.person "
    "left join conversations c on c.id = r.conversation "
)


def put(
    store: Store,
    *,
    conversation: str,
    account: str,
    person: str,
    device: str,
    parent_post: str,
    text: str,
    body: str,
    is_public: bool,
    purpose: Purpose,
    at: datetime,
    not_before: datetime,
    known_until: datetime,
    known: tuple[int, int],
    promise_at: datetime | None = None,
    state: ReplyState = ReplyState.WAITING,
) -> str:
    """Puts a reply in the outbox. `known_until`: the newest word of theirs its writer had seen; `known`: the
    newest stored row of the conversation then, and how many edits (`posts.so_far`)."""
    reply = ids.new_id()
    store.write(
        "insert into replies(id, conversation, account, person, device, parent_post, text, is_public, purpose, body, "
        "state, made_at, not_before, remote_id, url, trouble, known_until, known_rid, known_edits, "
        "promise_at) values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '', ?, ?, ?, ?)",
        (
            reply,
            conversation,
            account,
            person,
            device,
            parent_post,
            text,
            is_public,
            purpose.value,
            body,
            state.value,
            clock.to_text(at),
            clock.to_text(not_before),
            clock.to_text(known_until),
            *known,
            clock.to_text(promise_at) if promise_at else None,
        ),
    )
    return reply


def claim(store: Store, reply: str, at: datetime) -> bool:
    """waiting → sending, if its time has come and nobody else was quicker. Commit before the request leaves."""
    moment = clock.to_text(at)
    changed = store.write(
        "update replies set state = 'sending', sending_at = ?, trouble = '' "
        "where id = ? and state = 'waiting' and not_before <= ?",
        (moment, reply, moment),
    )
    return changed == 1


def posted(store: Store, reply: str, remote_id: str, url: str, at: datetime) -> bool:
    """True when it was on its way; False when that had been noted already. A waiting reply that was tried before
    may turn out to have arrived; of a copied one a person says so."""
    return 1 == store.write(
        "update replies set state = 'posted', remote_id = ?, url = ?, posted_at = ?, trouble = '' "
        "where id = ? and (state in ('sending', 'unsure', 'copied') "
        "or state in ('waiting', 'held') and sending_at is not null)",
        (remote_id, url, clock.to_text(at), reply),
    )


def adopt(store: Store, reply: str, remote_id: str, url: str) -> None:
    """What a person had told of has been found: it gets its real id."""
    store.write("update replies set remote_id = ?, url = ? where id = ?", (remote_id, url, reply))


def not_posted(store: Store, reply: str) -> None:
    """A person takes back that they pasted it there: it is on the clipboard again, so to speak."""
    store.write(
        "update replies set state = 'copied', remote_id = '', url = '', posted_at = null, seen_at = null "
        "where id = ? and state = 'posted'",
        (reply,),
    )


def was_tried(store: Store, reply: str) -> bool:
    """A request for it has left at least once."""
    return store.value("select sending_at from replies where id = ?", (reply,)) is not None


def never_left(store: Store, reply: str, why: str, not_before: datetime) -> None:
    """Back to waiting: the request did not leave, or the place asked us to slow down."""
    store.write(
        "update replies set state = 'waiting', trouble = ?, not_before = ? "
        "where id = ? and state in ('sending', 'waiting')",
        (why, clock.to_text(not_before), reply),
    )


def refused(store: Store, reply: str, why: str, hurdle: Hurdle = Hurdle.NONE) -> None:
    store.write(
        "update replies set state = 'refused', trouble = ?, hurdle = ? "
        "where id = ? and state in ('sending', 'waiting')",
        (why, hurdle, reply),
    )


def turned_down(store: Store, conversation: str, remote_id: str, why: str) -> bool:
    """The place looked at a posted reply and won't show it. False when it is none of ours, or known already.

    Where a second answer takes the place of the first, both have the same remote id: the newest is meant.
    """
    changed = store.write(
        "update replies set state = 'refused', trouble = ?, hurdle = '', posted_at = null, seen_at = null "
        "where state = 'posted' and id = (select id from replies where conversation = ? and remote_id = ? "
        "and remote_id <> '' order by made_at desc, id desc limit 1)",
        (why, conversation, remote_id),
    )
    return changed == 1


def shows_after_all(store: Store, reply: str, at: datetime) -> None:
    """What the place had turned down stands there now."""
    store.write(
        "update replies set state = 'posted', trouble = '', posted_at = ? where id = ? and state = 'refused'",
        (clock.to_text(at), reply),
    )


def unsure(store: Store, reply: str, why: str) -> None:
    store.write(
        "update replies set state = 'unsure', trouble = ? where id = ? and state = 'sending'", (why, reply)
    )


def interrupted(store: Store, device: str) -> int:
    """After an unclean end: what this computer was sending may or may not have gone. Returns how many."""
    return store.write(
        "update replies set state = 'unsure', trouble = 'Said & Done stopped while this was going.' "
        "where state = 'sending' and device = ?",
        (device,),
    )


def moved_in(store: Store, device: str) -> int:
    """This file is new to this computer: a copy of earlier, or another computer's. What waited or was leaving
    in it may have gone since, so a person looks before anything is sent. Returns how many."""
    held = store.write(
        "update replies set state = 'held', trouble = 'brought_back', device = ? where state = 'waiting'",
        (device,),
    )
    store.write(
        "update replies set state = 'unsure', trouble = '', device = ? where state = 'sending'", (device,)
    )
    store.write("update replies set device = ? where state in ('unsure', 'held', 'refused')", (device,))
    return held


def clock_moved(store: Store, was: datetime, now: datetime) -> int:
    """The computer's clock was set, from `was` to `now`: what waits to be sent keeps the seconds it had left.

    A reply neither waits for years nor goes early. Forward by more than half a day is left alone: that may be
    a night asleep, and what waited that long is read again before it goes. Returns how many.
    """
    if now - was > _A_NIGHT:
        return 0
    return _shift(store, was, now, store.rows("select * from replies where state = 'waiting'"))


def made_later_than_now(store: Store, now: datetime) -> int:
    """After a start: replies that were made "tomorrow" were made while the clock was wrong. Returns how many."""
    rows = store.rows(
        "select * from replies where state = 'waiting' and made_at > ?", (clock.to_text(now + _SLACK),)
    )
    return sum(_shift(store, clock.from_text(row["made_at"]), now, [row]) for row in rows)


def _shift(store: Store, was: datetime, now: datetime, rows: list[Row]) -> int:
    for row in rows:
        made, due = clock.from_text(row["made_at"]), clock.from_text(row["not_before"])
        left = max(due - was, timedelta(0))
        if row["trouble"]:
            left = min(left, _RETRY)
        store.write(
            "update replies set made_at = ?, not_before = ? where id = ? and state = 'waiting'",
            (clock.to_text(min(made, now)), clock.to_text(now + left), row["id"]),
        )
    return len(rows)


def hold(store: Store, reply: str, why: str) -> None:
    store.write(
        "update replies set state = 'held', trouble = ? where id = ? and state = 'waiting'", (why, reply)
    )


def release(
    store: Store, reply: str, not_before: datetime, known_until: datetime, known: tuple[int, int]
) -> bool:
    """held, refused or unsure → waiting: a person has looked at what is stored by now and says send it."""
    return 1 == store.write(
        "update replies set state = 'waiting', trouble = '', not_before = ?, known_until = ?, known_rid = ?, "
        "known_edits = ? where id = ? and state in ('held', 'refused', 'unsure')",
        (clock.to_text(not_before), clock.to_text(known_until), *known, reply),
    )


def hurry(store: Store, reply: str, at: datetime) -> None:
    store.write(
        "update replies set not_before = ? where id = ? and state = 'waiting'", (clock.to_text(at), reply)
    )


def go_again(store: Store, now: datetime, not_before: datetime) -> int:
    """There is a connection again: what waited for one may be taken back until `not_before`; what waited through a
    night is left as it is, for it is held. Returns how many."""
    return store.write(
        "update replies set not_before = ?, trouble = '' "
        "where state = 'waiting' and not_before <= ? and not_before > ?",
        (clock.to_text(not_before), clock.to_text(now), clock.to_text(now - _A_NIGHT)),
    )


def take_back(store: Store, reply: str) -> bool:
    """True when it had not left and now never will."""
    return 1 == store.write(
        "update replies set state = 'taken_back' where id = ? and state in ('waiting', 'held', 'refused', 'copied')",
        (reply,),
    )


def may_be_kept(reply: Reply) -> bool:
    """There is nothing left to post it under, and it never stood there."""
    return reply.state is ReplyState.REFUSED and reply.hurdle is Hurdle.NOTHING_THERE and not reply.remote_id


def lacks_rights(reply: Reply) -> bool:
    """Somebody has to allow us to post there; a person may post there meanwhile."""
    return reply.state is ReplyState.REFUSED and reply.hurdle is Hurdle.RIGHTS


def is_kept(reply: Reply) -> bool:
    """Never posted, out of the outbox for good; its words stay with the conversation."""
    return reply.state is ReplyState.TAKEN_BACK and reply.hurdle is Hurdle.KEPT


def keep(store: Store, reply: str) -> bool:
    """refused → taken back, and in sight for good. True when it was refused for want of anything to answer."""
    return 1 == store.write(
        "update replies set state = 'taken_back', hurdle = 'kept' "
        "where id = ? and state = 'refused' and hurdle = 'nothing_there' and remote_id = ''",
        (reply,),
    )


def not_kept(store: Store, reply: str) -> None:
    """It waits for a person again."""
    store.write(
        "update replies set state = 'refused', hurdle = 'nothing_there' "
        "where id = ? and state = 'taken_back' and hurdle = 'kept'",
        (reply,),
    )


def copied(store: Store, reply: str) -> bool:
    """refused → copied: a person carries it there. True when it was refused for want of a right."""
    return 1 == store.write(
        "update replies set state = 'copied', trouble = '', hurdle = '' "
        "where id = ? and state = 'refused' and hurdle = 'rights'",
        (reply,),
    )


def erase(store: Store, chosen: Sequence[str]) -> None:
    """These replies, whatever their state."""
    store.write(f"delete from replies where id in ({', '.join('?' * len(chosen))})", chosen)


def reword(store: Store, reply: str, text: str, body: str) -> None:
    """Other words in the place of a reply's: somebody's name was left out."""
    store.write("update replies set text = ?, body = ? where id = ?", (text, body, reply))


def seen(store: Store, conversation: str, remote_id: str, at: datetime) -> None:
    store.write(
        "update replies set seen_at = ? where conversation = ? and remote_id = ? and seen_at is null",
        (clock.to_text(at), conversation, remote_id),
    )


def by_id(store: Store, reply: str) -> Reply | None:
    row = store.row(_SELECT + "where r.id = ?", (reply,))
    return _reply(row) if row else None


def details(store: Store, reply: str) -> tuple[str, datetime, datetime | None]:
    """(the draft it came from, known_until, the promise it makes)."""
    row = store.row("select body, known_until, promise_at from replies where id = ?", (reply,))
    if row is None:
        raise KeyError(reply)
    return row["body"], clock.from_text(row["known_until"]), clock.maybe(row["promise_at"])


def known_of(store: Store, reply: str) -> tuple[int, int]:
    """How much of the conversation its writer had seen: (newest row, edits)."""
    row = store.row("select known_rid, known_edits from replies where id = ?", (reply,))
    if row is None:
        raise KeyError(reply)
    return row[0], row[1]


def of_conversation(store: Store, conversation: str) -> tuple[Reply, ...]:
    """All but those taken back, oldest first; what was kept without being posted is among them."""
    rows = store.rows(_SELECT + "where r.conversation = ? order by r.made_at, r.id", (conversation,))
    every = map(_reply, rows)
    return tuple(one for one in every if one.state is not ReplyState.TAKEN_BACK or is_kept(one))


def has_asked(store: Store, conversation: str) -> bool:
    """Whether they were asked to say how it ended, or an ask is on its way to them or may have gone."""
    gone_for_good = (ReplyState.TAKEN_BACK, ReplyState.REFUSED)
    asks = (one for one in of_conversation(store, conversation) if one.purpose is Purpose.ASK)
    return any(one.state not in gone_for_good for one in asks)


def pending(store: Store) -> tuple[Reply, ...]:
    """What has not gone yet, and what needs a person, oldest first."""
    rows = store.rows(
        _SELECT
        + "where r.state in ('waiting', 'sending', 'unsure', 'held', 'refused') order by r.not_before, r.id"
    )
    return tuple(_reply(row) for row in rows)


def due(store: Store, now: datetime, device: str) -> tuple[Reply, ...]:
    """This computer's replies whose undo window is over."""
    rows = store.rows(
        _SELECT
        + "where r.state = 'waiting' and r.not_before <= ? and r.device = ? order by r.not_before, r.id",
        (clock.to_text(now), device),
    )
    return tuple(_reply(row) for row in rows)


def next_due(store: Store) -> datetime | None:
    return clock.maybe(store.value("select min(not_before) from replies where state = 'waiting'"))


def unsure_ones(store: Store) -> tuple[Reply, ...]:
    return tuple(_reply(row) for row in store.rows(_SELECT + "where r.state = 'unsure' order by r.made_at"))


def past(store: Store, most: int = 50) -> list[tuple[str, str, datetime]]:
    """The shop's last public replies: (to whom, text, when), newest first. For "sounds canned"."""
    rows = store.rows(
        "select r.text, r.posted_at, c.author_name from replies r join conversations c on c.id = r.conversation "
        "where r.posted_at is not null and r.is_public order by r.posted_at desc limit ?",
        (most,),
    )
    return [(row["author_name"], row["text"], clock.from_text(row["posted_at"])) for row in rows]


def written_since(store: Store, person: str, at: datetime) -> tuple[Writing, ...]:
    """What somebody wrote that has gone since a moment, oldest first."""
    from desktop.writing import Writing  # the first list is painted without it

    rows = store.rows(
        "select body from replies where person = ? and posted_at >= ? order by posted_at, id",
        (person, clock.to_text(at)),
    )
    return tuple(Writing.from_json(row["body"]) for row in rows)


def blank_page_share(store: Store, person: str, of: int = 10) -> tuple[int, int]:
    """(how many began on a blank page, out of how many last replies of this person)."""
    rows = store.rows(
        "select body from replies where person = ? and posted_at is not null order by posted_at desc limit ?",
        (person, of),
    )
    return sum('"wording": "' not in row["body"].replace('"wording": ""', "") for row in rows), len(rows)


def _reply(row: Row) -> Reply:
    return Reply(
        id=row["id"],
        conversation=row["conversation"],
        account=row["account"],
        person=row["person"],
        person_name=row["person_name"],
        parent_post=row["parent_post"],
        text=row["text"],
        is_public=bool(row["is_public"]),
        purpose=Purpose(row["purpose"]),
        state=ReplyState(row["state"]),
        made_at=clock.from_text(row["made_at"]),
        not_before=clock.from_text(row["not_before"]),
        posted_at=clock.maybe(row["posted_at"]),
        seen_at=clock.maybe(row["seen_at"]),
        remote_id=row["remote_id"],
        url=row["url"],
        trouble=row["trouble"],
        author_name=row["author_name"],
        platform=row["platform"],
        hurdle=hurdle_of(row),
    )


def hurdle_of(row: Row | Mapping[str, Any]) -> Hurdle:
    """What a reply would need; a row of before schema 22 (in an older copy, or set aside then) tells it by how its
    sentence ends, as the migration reads it."""
    if "hurdle" in row.keys():  # noqa: SIM118 (a Row is no mapping)
        return Hurdle(row["hurdle"])
    state, why = row["state"], row["trouble"]
    if (state, why) == ("taken_back", "kept"):
        return Hurdle.KEPT
    if state == "refused" and why.endswith("with full access has to allow it."):
        return Hurdle.RIGHTS
    if state == "refused" and why.endswith("reply is kept here."):
        return Hurdle.NOTHING_THERE
    return Hurdle.NONE
