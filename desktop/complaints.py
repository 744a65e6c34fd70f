"""A public complaint from its first word to an ending everyone can see. Stages: design 6.1.

A stage moves only on what a passer-by can see, or on a person's word; private messages never
move it. Everything a person decided is also an event in `history`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple, cast

from desktop import clock, ids
from desktop.records import (
    OPEN_STAGES,
    Complaint,
    FixedHow,
    Proof,
    ProofKind,
    Source,
    Stage,
    StandingReason,
)
from desktop.store import Row, Store

OWNS = ("complaints", "proofs", "stages")
SURE_AFTER = timedelta(hours=24)  # a proof is gone when two looks a day apart don't find it
ASK_AGAIN = timedelta(days=90)  # a person is asked about a proof that only a person can see

# Of the ending of `k` that no page of its place tells of, so that a person may have to look; `l` is its look.
_NOT_TOLD = """from proofs f where f.complaint = k.id and f.lost_at is null and f.taken_back_at is null
     and (f.post = '' or l.sight in ('unknown', 'no_page', 'no_page_again'))
     order by f.seen_at desc limit 1"""
_SELECT = f"""
select k.*, c.account, c.platform, c.author_name, c.source, c.stars, c.holder, coalesce(h.name, '') as holder_name,
  c.excerpt, r.text, r.url, l.seen_at as looked_at, l.how as look_how,
  (select min(p.due_at) from promises p
     where p.conversation = k.id and p.kept_at is null and p.taken_back_at is null) as promise_at,
  (select f.kind from proofs f where f.complaint = k.id and f.lost_at is null and f.taken_back_at is null
     order by f.seen_at desc limit 1) as proof_kind,
  (select f.missed_at from proofs f where f.complaint = k.id and f.lost_at is null and f.taken_back_at is null
     order by f.seen_at desc limit 1) as proof_missed_at,
  (select f.checked_at {_NOT_TOLD}) as proof_person_at,
  coalesce(l.sight = 'no_page_again', 0) as page_gone,
  exists(select 1 from posts o where o.conversation = k.id and o.is_ours and not o.is_public) as private_answer,
  exists(select 1 from posts o where o.conversation = k.id and o.is_ours and o.is_public and o.shown_at is null
     and o.gone_at is null) as pending_reply,
  exists(select 1 from replies q where q.conversation = k.id and q.is_public and q.state = 'refused') as refused_reply
from complaints k
join conversations c on c.id = k.id
left join posts r on r.id = c.root_post
left join people h on h.id = c.holder
left join looks l on l.conversation = k.id
"""

# As `is_to_be_seen` says of one that is read.
_IS_TO_BE_SEEN = f"""coalesce((select l.sight = 'no_page_again' or f.checked_at <= ?
  or julianday(f.checked_at) - julianday(f.missed_at) > 0.99999 {_NOT_TOLD}), 0)"""

Proofs = dict[str, tuple[str | None, ...]]  # id -> (missed_at, lost_at, taken_back_at)


@dataclass(frozen=True, slots=True)
class Counts:
    """The board's numbers: `open` look open to a passer-by, `already_fixed` of them are fixed."""

    open: int
    already_fixed: int
    shown_this_year: int
    total_this_year: int
    standing: int
    by_stage: dict[Stage, int]


# --- reading ---------------------------------------------------------------------------------------


def by_id(store: Store, complaint: str) -> Complaint | None:
    row = store.row(_SELECT + "where k.id = ? and k.withdrawn_at is null", (complaint,))
    return _complaint(row) if row else None


def in_stage(
    store: Store,
    stage: Stage,
    *,
    holder: str = "",
    platform: str = "",
    limit: int = 5000,
    now: datetime | None = None,
) -> list[Complaint]:
    """One column of the board, the oldest first but endings newest first; chosen before more is looked up. With
    `now`, endings that a person is to look for again (`is_to_be_seen`) come before the others."""
    joins, where, params = "", ["k.stage = ?", "k.withdrawn_at is null"], [stage.value]
    if holder or platform:
        joins = "join conversations o on o.id = k.id "
    if holder:
        where.append("o.holder = ?")
        params.append(holder)
    if platform:
        where.append("o.platform = ?")
        params.append(platform)
    order, ordered = "k.opened_at, k.id" if stage in OPEN_STAGES else "k.stage_at desc, k.id", list[str]()
    if stage is Stage.SHOWN and now is not None:
        joins += "left join looks l on l.conversation = k.id "
        order, ordered = f"{_IS_TO_BE_SEEN} desc, {order}", [clock.to_text(now - ASK_AGAIN)]
    chosen = f"select k.id from complaints k {joins}where {' and '.join(where)} order by {order} limit {int(limit)}"
    found = f"{_SELECT} where k.id in ({chosen}) order by {order}"
    return [_complaint(row) for row in store.rows(found, (*params, *ordered, *ordered))]


def board(
    store: Store, *, holder: str = "", platform: str = "", shown_limit: int = 50
) -> dict[Stage, list[Complaint]]:
    """The five columns; Shown is cut to the newest `shown_limit`."""
    with store.reading():
        return {
            stage: in_stage(
                store,
                stage,
                holder=holder,
                platform=platform,
                limit=shown_limit if stage is Stage.SHOWN else 5000,
            )
            for stage in (*OPEN_STAGES, Stage.SHOWN)
        }


class Since(NamedTuple):
    """A complaint whose time runs from `at`."""

    id: str
    author_name: str
    at: datetime
    platform: str


# The place of `o`, whoever told of it: "google" for "mail.google" too.
_PLACE = "substr(o.platform, instr(o.platform, '.') + 1)"


class Places(NamedTuple):
    """What was said at these places; with `are_left_out` at all others."""

    names: tuple[str, ...] = ()
    are_left_out: bool = True

    def where(self) -> str:
        """The condition on conversation `o`, with a mark for each place."""
        marks = ", ".join("?" * len(self.names))
        return f"{_PLACE} {'not in' if self.are_left_out else 'in'} ({marks}) and "


_EVERYWHERE = Places()

def unanswered(store: Store, limit: int, places: Places = _EVERYWHERE) -> list[Since]:
    """Those nobody has answered in any way, the newest first: their time is just running."""
    rows = store.rows(
        "select s.id, o.author_name, s.opened_at, o.platform from complaints s join conversations o on o.id = s.id "
        f"where {places.where()}s.stage = 'no_answer' and s.withdrawn_at is null and o.waiting_since is not null and "
        "not exists(select 1 from posts p where p.conversation = s.id and p.is_ours and p.gone_at is null) "
        "order by s.opened_at desc limit ?",
        (*places.names, limit),
    )
    return [Since(row[0], row[1], clock.from_text(row[2]), row[3]) for row in rows]


def owing(store: Store, limit: int, places: Places = _EVERYWHERE) -> list[Since]:
    """Those that owe passers-by an ending, the oldest debt first."""
    rows = store.rows(
        "select s.id, o.author_name, s.owed_since, o.platform from complaints s join conversations o on o.id = s.id "
        f"where {places.where()}s.owed_since is not null and s.withdrawn_at is null "
        "and s.stage in ('no_answer', 'answered', 'fixed', 'asked') order by s.owed_since limit ?",
        (*places.names, limit),
    )
    return [Since(row[0], row[1], clock.from_text(row[2]), row[3]) for row in rows]


def platforms(store: Store) -> frozenset[str]:
    """Where complaints were made."""
    found = store.rows(
        "select distinct o.platform from complaints s join conversations o on o.id = s.id where s.withdrawn_at is null"
    )
    return frozenset(row[0] for row in found)


def opened_between(store: Store, start: datetime, end: datetime) -> list[Complaint]:
    """Those that came in a span of time, the oldest first; `end` is no longer in it."""
    return _between(store, "k.opened_at >= ? and k.opened_at < ?", start, end)


def left_between(store: Store, start: datetime, end: datetime) -> list[Complaint]:
    """Those left standing in that time, and still so."""
    return _between(store, "k.stage = 'standing' and k.stage_at >= ? and k.stage_at < ?", start, end)


def shown_between(store: Store, start: datetime, end: datetime) -> list[Complaint]:
    """Those whose ending came to show in that time, and still does."""
    holds = "f.complaint = k.id and f.lost_at is null and f.taken_back_at is null"
    seen = f"exists(select 1 from proofs f where {holds} and f.seen_at >= ? and f.seen_at < ?)"
    return _between(store, f"k.stage = 'shown' and {seen}", start, end)


def _between(store: Store, which: str, start: datetime, end: datetime) -> list[Complaint]:
    asked = f"{_SELECT} where {which} and k.withdrawn_at is null order by k.opened_at, k.id"
    return [_complaint(row) for row in store.rows(asked, (clock.to_text(start), clock.to_text(end)))]


def standing(store: Store) -> list[Complaint]:
    return in_stage(store, Stage.STANDING)


def open_count(store: Store) -> int:
    """The number beside Complaints: public ones with no visible ending."""
    return sum(_by_stage(store).get(stage, 0) for stage in OPEN_STAGES)


def _by_stage(store: Store) -> dict[Stage, int]:
    return {Stage(row[0]): row[1] for row in store.rows("select stage, n from stages where n > 0")}


def count_anew(store: Store) -> None:
    """The kept counts, made from the rows as they stand."""
    store.write("delete from stages")
    store.write(
        "insert into stages(stage, n) select stage, count(*) from complaints where withdrawn_at is null group by stage"
    )


def counts(store: Store, year_start: datetime) -> Counts:
    """`year_start`: the first moment of this year. Taken-down complaints count nowhere, those left standing apart."""
    by_stage = _by_stage(store)
    since = "select count(*) from complaints where withdrawn_at is null and stage = ? and opened_at >= ?"
    counted = [stage for stage in by_stage if stage not in (Stage.TAKEN_DOWN, Stage.STANDING)]
    year = {stage: int(store.value(since, (stage.value, clock.to_text(year_start)))) for stage in counted}
    return Counts(
        open=sum(by_stage.get(stage, 0) for stage in OPEN_STAGES),
        already_fixed=by_stage.get(Stage.FIXED, 0),
        shown_this_year=year.get(Stage.SHOWN, 0),
        total_this_year=sum(year.values()),
        standing=by_stage.get(Stage.STANDING, 0),
        by_stage=by_stage,
    )


def proofs(store: Store, complaint: str) -> tuple[Proof, ...]:
    """All proofs there ever were (those taken back left out), oldest first."""
    rows = store.rows(
        "select * from proofs where complaint = ? and taken_back_at is null order by seen_at, id",
        (complaint,),
    )
    return tuple(_proof(row) for row in rows)


def proof(store: Store, complaint: str) -> Proof | None:
    """The newest proof that still holds, else the newest one lost."""
    found = proofs(store, complaint)
    holding = [one for one in found if one.lost_at is None]
    return holding[-1] if holding else found[-1] if found else None


def was_proof(store: Store, complaint: str, post: str) -> bool:
    """This post has been the proof before, also if a person took it back or it was lost."""
    return bool(store.value("select 1 from proofs where complaint = ? and post = ?", (complaint, post)))


def is_to_be_seen(complaint: Complaint, now: datetime) -> bool:
    """An ending that no page of its place tells of is to be looked for by a person: when nobody has seen it for three
    months, and when its page wasn't there in two looks a day apart."""
    seen_at, missed_at = complaint.proof_person_at, complaint.proof_missed_at
    if complaint.stage is not Stage.SHOWN or seen_at is None:
        return False
    is_missed = missed_at is not None and seen_at - missed_at >= SURE_AFTER
    return complaint.page_gone or is_missed or now - seen_at >= ASK_AGAIN


def may_ask(complaint: Complaint) -> bool:
    """Asking them to say how it ended is open only once they told us it is sorted, and once."""
    return complaint.fixed_how is FixedHow.THEY_TOLD_US and complaint.asked_at is None


# --- moving -----------------------------------------------------------------------------------------


def open(store: Store, conversation: str, opened_at: datetime, stage: Stage, at: datetime) -> None:  # noqa: A001
    """A public conversation is a complaint; one that was withdrawn comes back as it was."""
    store.write(
        "insert into complaints(id, opened_at, stage, stage_at, fixed_post, fixed_words, flag, standing_note, "
        "hint_post, hint_words, hint_no) values(?, ?, ?, ?, '', '', '', '', '', '', '') "
        "on conflict(id) do update set withdrawn_at = null where withdrawn_at is not null",
        (conversation, clock.to_text(opened_at), stage.value, clock.to_text(at)),
    )


def withdraw(store: Store, conversation: str, at: datetime) -> None:
    """It turned out not to be a complaint."""
    store.write(
        "update complaints set withdrawn_at = ? where id = ? and withdrawn_at is null",
        (clock.to_text(at), conversation),
    )


def move(store: Store, complaint: str, stage: Stage, at: datetime, *, flag: str = "") -> None:
    """Sets the stage; `flag` ("proof_gone", "came_back", "wrote_again") says why it came back."""
    store.write(
        "update complaints set stage = ?, stage_at = ?, flag = ?, flag_at = iif(? = '', null, ?) where id = ?",
        (stage.value, clock.to_text(at), flag, flag, clock.to_text(at), complaint),
    )


def answer_shows(store: Store, complaint: str, at: datetime) -> None:
    """A passer-by can see an answer of ours: No answer yet → Answered. Other stages stay."""
    store.write(
        "update complaints set stage = 'answered', stage_at = ? where id = ? and stage = 'no_answer'",
        (clock.to_text(at), complaint),
    )


def answer_gone(store: Store, complaint: str, at: datetime) -> None:
    """No answer of ours shows any more: Answered → No answer yet."""
    store.write(
        "update complaints set stage = 'no_answer', stage_at = ? where id = ? and stage = 'answered'",
        (clock.to_text(at), complaint),
    )


def to_private(store: Store, complaint: str, at: datetime) -> None:
    """The case goes on in private, where no passer-by can follow it: from now on an ending is owed. The only place
    that says so; `shown` ends it, and a reason to leave it standing rests it."""
    store.write(
        "update complaints set owed_since = ? where id = ? and owed_since is null and withdrawn_at is null "
        "and stage in ('no_answer', 'answered', 'fixed', 'asked')",
        (clock.to_text(at), complaint),
    )


def fixed(store: Store, complaint: str, how: FixedHow, post: str, words: str, at: datetime) -> None:
    """Marked fixed, by a person. `post`, `words`: where they told us."""
    store.write(
        "update complaints set stage = 'fixed', stage_at = ?, fixed_how = ?, fixed_at = ?, fixed_post = ?, "
        "fixed_words = ?, flag = '', flag_at = null where id = ?",
        (clock.to_text(at), how.value, clock.to_text(at), post, words, complaint),
    )


def told_privately(store: Store, complaint: str, post: str, words: str, at: datetime) -> None:
    """They told us, where no passer-by reads it, that it is put right: one that had no end is fixed; one that was left
    standing stays so, until its ending shows."""
    store.write(
        "update complaints set stage_at = iif(stage in ('no_answer', 'answered'), ?1, stage_at), "
        "stage = iif(stage in ('no_answer', 'answered'), 'fixed', stage), fixed_how = ?2, fixed_at = ?1, "
        "fixed_post = ?3, fixed_words = ?4 where id = ?5",
        (clock.to_text(at), FixedHow.THEY_TOLD_US.value, post, words, complaint),
    )


def of_name(store: Store, name: str) -> Complaint | None:
    """The latest complaint of somebody who is called so (in capitals or not) of which a passer-by sees no end."""
    row = store.row(
        f"{_SELECT} where k.id = (select z.id from complaints z join conversations y on y.id = z.id "
        "where z.withdrawn_at is null and z.stage not in ('shown', 'taken_down') and lower(y.author_name) = lower(?) "
        "order by z.opened_at desc limit 1)",
        (name,),
    )
    return _complaint(row) if row else None


def asked(store: Store, complaint: str, at: datetime) -> None:
    """The ask has gone out: Fixed, not shown → Asked to say so. It is never offered twice."""
    store.write(
        "update complaints set stage = iif(stage = 'fixed', 'asked', stage), "
        "stage_at = iif(stage = 'fixed', ?, stage_at), asked_at = ? where id = ?",
        (clock.to_text(at), clock.to_text(at), complaint),
    )


def not_asked(store: Store, complaint: str, at: datetime) -> None:
    """The ask was never shown to anybody: it may be made again."""
    store.write(
        "update complaints set stage = iif(stage = 'asked', 'fixed', stage), "
        "stage_at = iif(stage = 'asked', ?, stage_at), asked_at = null where id = ?",
        (clock.to_text(at), complaint),
    )


def shown(
    store: Store,
    complaint: str,
    *,
    kind: ProofKind,
    link: str,
    post: str,
    words: str,
    seen_by: str,
    at: datetime,
) -> str:
    """A person confirmed an ending (or a stranger's look saw our own update): Shown, with a saved copy."""
    proof_id = ids.new_id()
    moment = clock.to_text(at)
    store.write(
        "insert into proofs(id, complaint, kind, link, post, words, seen_by, seen_at, checked_at) "
        "values(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (proof_id, complaint, kind.value, link, post, words, seen_by, moment, moment),
    )
    store.write(
        "update complaints set stage = 'shown', stage_at = ?, flag = '', flag_at = null, hint_post = '', "
        "hint_words = '', fixed_at = coalesce(fixed_at, ?), owed_since = null where id = ?",
        (moment, moment, complaint),
    )
    return proof_id


def leave_standing(store: Store, complaint: str, reason: StandingReason, note: str, at: datetime) -> None:
    store.write(
        "update complaints set stage = 'standing', stage_at = ?, standing_reason = ?, standing_note = ?, flag = '', "
        "flag_at = null where id = ?",
        (clock.to_text(at), reason.value, note, complaint),
    )


def came_standing(
    store: Store, new: Sequence[tuple[str, datetime, datetime]], reason: StandingReason, note: str
) -> None:
    """Complaints that came when all was over: (id, when it was said, when it was over). One that was withdrawn comes
    back like this too."""
    why = (reason.value, note, "", "", "", "", "", "")
    rows = [(one, clock.to_text(said), Stage.STANDING.value, clock.to_text(over), *why) for one, said, over in new]
    store.insert_many(
        "insert into complaints(id, opened_at, stage, stage_at, standing_reason, standing_note, fixed_post, "
        "fixed_words, flag, hint_post, hint_words, hint_no)",
        rows,
        "on conflict(id) do update set withdrawn_at = null, stage = excluded.stage, stage_at = excluded.stage_at, "
        "standing_reason = excluded.standing_reason, standing_note = excluded.standing_note, flag = '', flag_at = null",
    )


def hint(store: Store, complaint: str, post: str, words: str) -> None:
    """A public post of theirs may be the ending: proposed, never decided. Not again once a person said no."""
    store.write(
        "update complaints set hint_post = ?, hint_words = ? where id = ? and hint_no <> ? and stage <> 'shown'",
        (post, words, complaint, f"{post}|{words}"),
    )


def unhint(store: Store, complaint: str) -> None:
    """What looked like the ending is overtaken: they have said since that it isn't put right."""
    store.write("update complaints set hint_post = '', hint_words = '' where id = ? and hint_post <> ''", (complaint,))


def no_hint(store: Store, complaint: str) -> None:
    store.write(
        "update complaints set hint_no = hint_post || '|' || hint_words, hint_post = '', hint_words = '' where id = ?",
        (complaint,),
    )


def in_doubt(store: Store, complaint: str, at: datetime) -> None:
    """They said something in public after the ending: it counts again once that has been seen or said since."""
    if store.value("select stage from complaints where id = ?", (complaint,)) == Stage.SHOWN:
        move(store, complaint, Stage.FIXED, at, flag="wrote_again")


def stands_again(store: Store, complaint: str, at: datetime) -> None:
    """The ending was seen after their newest words: it shows, as before."""
    store.write(
        "update complaints set stage = 'shown', stage_at = ?, flag = '', flag_at = null "
        "where id = ? and stage = 'fixed' and flag = 'wrote_again'",
        (clock.to_text(at), complaint),
    )


# --- proofs under watch ------------------------------------------------------------------------------


def proof_held(store: Store, proof_id: str, at: datetime, *, by: str = "") -> None:
    """The proof was seen again, `by` a person where only one can look; the saved copy stays as first confirmed."""
    store.write(
        "update proofs set checked_at = ?, checked_by = ?, missed_at = null where id = ?",
        (clock.to_text(at), by, proof_id),
    )


def proof_is(store: Store, proof_id: str, post: str) -> None:
    """The link of a proof leads to a post that we have: from now on that is looked for."""
    store.write("update proofs set post = ? where id = ? and post = ''", (post, proof_id))


def not_held(store: Store, before: Proof, held_at: datetime) -> None:
    """Takes back what a person said at `held_at`; a look since then stays."""
    store.write(
        "update proofs set checked_at = ?, checked_by = ? where id = ? and checked_at = ?",
        (clock.to_text(before.checked_at), before.checked_by, before.id, clock.to_text(held_at)),
    )


def proof_missed(store: Store, proof_id: str, at: datetime) -> None:
    """Not there this time. One look is not enough to call it gone."""
    store.write(
        "update proofs set checked_at = ?, missed_at = coalesce(missed_at, ?) where id = ?",
        (clock.to_text(at), clock.to_text(at), proof_id),
    )


def proof_lost(store: Store, complaint: str, proof_id: str, at: datetime) -> None:
    """Gone twice, a day apart (or a person looked): back to Fixed, not shown."""
    moment = clock.to_text(at)
    store.write("update proofs set lost_at = ?, checked_at = ? where id = ?", (moment, moment, proof_id))
    store.write(
        "update complaints set stage = 'fixed', stage_at = ?, flag = 'proof_gone', "
        "flag_at = coalesce((select missed_at from proofs where id = ?), ?) "
        "where id = ? and (stage = 'shown' or flag = 'wrote_again')",
        (moment, proof_id, moment, complaint),
    )


# --- undo ----------------------------------------------------------------------------------------------


def snapshot(store: Store, complaint: str) -> dict[str, object] | None:
    """The complaint as it is now with its proofs, for `put_back`; None when it isn't one."""
    row = store.row("select * from complaints where id = ?", (complaint,))
    held = store.rows(
        "select id, missed_at, lost_at, taken_back_at from proofs where complaint = ?", (complaint,)
    )
    return {**dict(row), "proofs": {one[0]: tuple(one)[1:] for one in held}} if row else None


def put_back(
    store: Store, complaint: str, kept: dict[str, object] | None, made: dict[str, object] | None, at: datetime
) -> None:
    """Takes back what one act changed: `kept` is how it was before, `made` right after. What has changed since by
    itself or by somebody else stays as it is."""
    if made is None or made == kept:
        return
    if kept is None:
        store.write("update complaints set withdrawn_at = ? where id = ?", (clock.to_text(at), complaint))
        return
    for column in kept.keys() - {"id", "proofs"}:
        if kept[column] != made[column]:
            store.write(
                f"update complaints set {column} = ? where id = ? and {column} is ?",
                (kept[column], complaint, made[column]),
            )
    _put_back_proofs(store, cast(Proofs, kept["proofs"]), cast(Proofs, made["proofs"]), at)


def _put_back_proofs(store: Store, kept: Proofs, made: Proofs, at: datetime) -> None:
    for proof_id, after in made.items():
        before = kept.get(proof_id)
        if before is None:
            store.write("update proofs set taken_back_at = ? where id = ?", (clock.to_text(at), proof_id))
        elif before != after:
            store.write(
                "update proofs set missed_at = ?, lost_at = ?, taken_back_at = ? "
                "where id = ? and missed_at is ? and lost_at is ? and taken_back_at is ?",
                (*before, proof_id, *after),
            )


def take_back_proofs(store: Store, complaint: str, at: datetime) -> None:
    """What was confirmed as the ending isn't any more, by a person's word."""
    store.write(
        "update proofs set taken_back_at = ? where complaint = ? and lost_at is null and taken_back_at is null",
        (clock.to_text(at), complaint),
    )


# --- told from events (retelling.py) ---------------------------------------------------------------------

# A complaint's columns, and its proofs under "proofs". When the app last saw a proof is left out: it looks again.
State = dict[str, object]
_PROOF = "id, kind, link, post, words, seen_by, seen_at, missed_at, lost_at, taken_back_at, checked_by"
_CHECKED = "iif(checked_by = '', seen_at, checked_at) as checked_at"
_COLUMNS = (
    "opened_at, stage, stage_at, fixed_how, fixed_at, fixed_post, fixed_words, asked_at, flag, flag_at, "
    "standing_reason, standing_note, hint_post, hint_words, hint_no, withdrawn_at, owed_since"
)


def state(store: Store, complaint: str) -> State | None:
    """How one complaint stands; None where there never was one."""
    row = store.row(f"select {_COLUMNS} from complaints where id = ?", (complaint,))
    held = store.rows(f"select {_PROOF}, {_CHECKED} from proofs where complaint = ? order by id", (complaint,))
    return {**dict(row), "proofs": [dict(one) for one in held]} if row else None


def all_states(store: Store) -> dict[str, State]:
    """How all of them stand, those withdrawn too."""
    found = {row["id"]: state(store, row["id"]) for row in store.rows("select id from complaints")}
    return {one: kept for one, kept in found.items() if kept is not None}


def as_opened(at: datetime) -> State:
    """How a complaint stands that nothing has happened to since its first word."""
    nothing: State = dict.fromkeys(_COLUMNS.split(", "))
    empty = dict.fromkeys(
        ("fixed_post", "fixed_words", "flag", "standing_note", "hint_post", "hint_words", "hint_no"), ""
    )
    moment = clock.to_text(at)
    return {**nothing, **empty, "opened_at": moment, "stage": "no_answer", "stage_at": moment, "proofs": []}


def erase(store: Store, chosen: Sequence[str]) -> None:
    """Takes these off the board, with their proofs."""
    marks = ", ".join("?" * len(chosen))
    store.write(f"delete from proofs where complaint in ({marks})", chosen)
    store.write(f"delete from complaints where id in ({marks})", chosen)


def blank_words(store: Store, said: Sequence[str]) -> tuple[str, ...]:
    """What was quoted from these posts goes, with its links; returns whose board it stood on."""
    marks = ", ".join("?" * len(said))
    sql = (
        f"select complaint from proofs where post in ({marks}) union select id from complaints "
        f"where hint_post in ({marks}) or fixed_post in ({marks})"
    )
    found = tuple(row[0] for row in store.rows(sql, [*said, *said, *said]))
    store.write(f"update proofs set words = '', link = '' where post in ({marks})", said)
    store.write(f"update complaints set hint_post = '', hint_words = '' where hint_post in ({marks})", said)
    store.write(f"update complaints set fixed_post = '', fixed_words = '' where fixed_post in ({marks})", said)
    return found


def words_again(store: Store, proof: str, words: str, link: str) -> None:
    """Takes `blank_words` back."""
    store.write("update proofs set words = ?, link = ? where id = ? and words = ''", (words, link, proof))


def begin_anew(store: Store) -> None:
    """An empty board, to be filled by `restore`."""
    store.write("delete from proofs")
    store.write("delete from complaints")


def restore(store: Store, complaint: str, kept: State) -> None:
    """Puts a complaint on the board as `state` told it. A proof that only the app saw counts as seen when confirmed;
    one that is still there stays as it is."""
    columns = _COLUMNS.split(", ")
    marks = ", ".join("?" * (len(columns) + 1))
    store.write(
        f"insert into complaints(id, {_COLUMNS}) values({marks})",
        (complaint, *(cast(str | None, kept[one]) for one in columns)),
    )
    columns = [*_PROOF.split(", "), "checked_at", "complaint"]
    marks = ", ".join("?" * len(columns))
    for proof in cast(list[dict[str, str | None]], kept["proofs"]):
        values = {**proof, "complaint": complaint}
        store.write(
            f"insert or ignore into proofs({', '.join(columns)}) values({marks})", tuple(values[one] for one in columns)
        )


def _complaint(row: Row) -> Complaint:
    return Complaint(
        id=row["id"],
        account=row["account"],
        platform=row["platform"],
        author_name=row["author_name"],
        text=row["text"] or row["excerpt"],
        source=Source(row["source"]),
        stars=row["stars"],
        opened_at=clock.from_text(row["opened_at"]),
        stage=Stage(row["stage"]),
        stage_at=clock.from_text(row["stage_at"]),
        holder=row["holder"],
        holder_name=row["holder_name"],
        fixed_how=FixedHow(row["fixed_how"]) if row["fixed_how"] else None,
        fixed_at=clock.maybe(row["fixed_at"]),
        fixed_post=row["fixed_post"],
        fixed_words=row["fixed_words"],
        asked_at=clock.maybe(row["asked_at"]),
        flag=row["flag"],
        flag_at=clock.maybe(row["flag_at"]),
        standing_reason=StandingReason(row["standing_reason"]) if row["standing_reason"] else None,
        standing_note=row["standing_note"],
        checked_at=clock.maybe(row["looked_at"]),
        checked_how=row["look_how"] or "",
        url=row["url"] or "",
        hint_post=row["hint_post"],
        hint_words=row["hint_words"],
        promise_at=clock.maybe(row["promise_at"]),
        owed_since=clock.maybe(row["owed_since"]),
        proof_kind=ProofKind(row["proof_kind"]) if row["proof_kind"] else None,
        proof_missed_at=clock.maybe(row["proof_missed_at"]),
        proof_person_at=clock.maybe(row["proof_person_at"]),
        page_gone=bool(row["page_gone"]),
        private_answer=bool(row["private_answer"]),
        pending_reply=bool(row["pending_reply"]),
        refused_reply=bool(row["refused_reply"]),
    )


def _proof(row: Row) -> Proof:
    return Proof(
        row["id"],
        row["complaint"],
        ProofKind(row["kind"]),
        row["link"],
        row["post"],
        row["words"],
        row["seen_by"],
        clock.from_text(row["seen_at"]),
        clock.from_text(row["checked_at"]),
        clock.maybe(row["missed_at"]),
        clock.maybe(row["lost_at"]),
        row["checked_by"],
    )
