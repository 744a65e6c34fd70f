"""What the status bar says, worked out from what is so: no widgets, only words (design 2)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple, Self

from desktop.clock import Clock
from desktop.records import Debt, Owed, Reply, ReplyState
from ui import moments, words
from ui.moments import count, tr
from ui.words import Word

_NEEDS_YOU = (ReplyState.UNSURE, ReplyState.HELD, ReplyState.REFUSED)


class Connection(NamedTuple):
    """How it stands with the places. `silent`: names of those that don't answer while others do.

    `checked_at`: the last round of this start; `last_good`: the newest good check ever, as the accounts keep it.
    """

    has_accounts: bool = True
    is_practice: bool = False
    is_checking: bool = False
    offline_since: datetime | None = None
    checked_at: datetime | None = None
    last_good: datetime | None = None
    silent: tuple[str, ...] = ()

    def checked(self, now: datetime, silent: Sequence[str], *, is_offline: bool) -> Self:
        """After a round: what came of it."""
        return self._replace(
            is_checking=False,
            offline_since=(self.offline_since or now) if is_offline else None,
            checked_at=self.checked_at if is_offline else now,
            silent=() if is_offline else tuple(silent),
        )


def connection(state: Connection, clock: Clock) -> Word:
    """The first field: `Online · checked 08:02` and its siblings."""
    if state.is_practice:
        return Word(tr("Practice shop. Your own shop is untouched."), "shield", "amber")
    if state.is_checking:
        return Word(tr("Checking…"), "refresh")
    if state.offline_since:
        since = moments.hour(clock, state.offline_since)
        return Word(tr("Offline since {time}").format(time=since), "cloudoff")
    if not state.has_accounts:
        return Word(tr("No accounts yet"), "cloud")
    if state.silent:
        return Word(_silence(state.silent), "cloud", "amber")
    if state.checked_at:
        return Word(tr("Online · checked {time}").format(time=moments.hour(clock, state.checked_at)), "cloud")
    if state.last_good:
        return Word(tr("Last checked {when}").format(when=moments.last(clock, state.last_good)), "cloud")
    return Word(tr("Not checked yet"), "cloud")


def last_checked(state: Connection, clock: Clock) -> Word | None:
    """While offline, since when nothing can have come: `Last checked yesterday, 21:30`."""
    at = max((one for one in (state.checked_at, state.last_good) if one), default=None)
    if at is None or not state.offline_since or state.is_checking:
        return None
    return Word(tr("Last checked {when}").format(when=moments.last(clock, at)), "clock")


def _silence(places: Sequence[str]) -> str:
    if len(places) == 1:
        return tr("Online, but {place} isn’t answering").format(place=places[0])
    return tr("Online, but {n} places aren’t answering").format(n=len(places))


class Outbox(NamedTuple):
    """What waits to go, and whether the shop holds it all."""

    replies: tuple[Reply, ...] = ()
    is_on_hold: bool = False

    def going(self, now: datetime) -> Reply | None:
        """The newest reply that can still be taken back, in its undo window."""
        waiting = (r for r in self.replies if r.state is ReplyState.WAITING and not r.trouble)
        open_ones = [reply for reply in waiting if reply.not_before > now]
        return max(open_ones, key=lambda reply: reply.made_at, default=None)

    def needing(self) -> tuple[Reply, ...]:
        return tuple(reply for reply in self.replies if reply.state in _NEEDS_YOU)


def is_held_by_hand(reply: Reply, now: datetime) -> bool:
    """The shop chose "Hold until I press Send now": its time lies out of reach."""
    return reply.not_before - now > timedelta(days=300)


def outbox(state: Outbox, clock: Clock, *, is_practice: bool = False) -> Word:
    """The second field: `Outbox empty` and its siblings."""
    now = clock.now()
    going = state.going(now)
    if going and not state.is_on_hold and not is_held_by_hand(going, now):
        return Word(countdown(going, clock, is_practice=is_practice), "undo", "amber")
    if needing := state.needing():
        words_for = tr("1 reply needs you") if len(needing) == 1 else tr("{n} replies need you")
        return Word(words_for.format(n=len(needing)), "warn", "amber")
    if state.is_on_hold:
        return Word(tr("Outbox on hold"), "pause", "amber")
    if waiting := len(state.replies):
        return Word(f"{count(waiting, 'reply', 'replies')} {tr('waiting')}", "outbox")
    return Word(tr("Outbox empty"), "outbox")


def countdown(reply: Reply, clock: Clock, *, is_practice: bool = False) -> str:
    """`Reply to Jonas W. goes in 7 s`: real seconds, however fast the shop's clock runs."""
    seconds = moments.seconds_left(reply.not_before, clock)
    what = tr("Pretend reply") if is_practice else tr("Reply")
    return tr("{what} to {name} goes in {n} s").format(what=what, name=reply.author_name, n=seconds)


_OWED = {  # what is still to come, what is overdue
    Owed.PROMISE: ("Next promise: {name}, {when}", "Promise overdue: {name}, {when}"),
    Owed.ANSWER: ("First answer due: {name}, {when}", "First answer overdue: {name}, {when}"),
    Owed.ENDING: ("Ending owed: {name}, {when}", "Ending overdue: {name}, {when}"),
}


def debt(first: Debt | None, clock: Clock) -> Word | None:
    """The third field, or None when nothing is owed to anybody by a time."""
    if first is None:
        return None
    late = clock.now() - first.due_at
    coming, overdue = _OWED[first.kind]
    if late > timedelta(0):
        gone = moments.span(late.total_seconds())
        return Word(tr(overdue).format(name=first.author_name, when=gone), "clock", "brick")
    return Word(tr(coming).format(name=first.author_name, when=_when(first, clock)), "clock")


def _when(one: Debt, clock: Clock) -> str:
    return moments.due(clock, one.due_at).replace(", ", " ", 1)


def behind_it(owed: Sequence[Debt], clock: Clock) -> str:
    """What stands behind the first one, a line each: what is overdue too, counted, and the next two by their times."""
    coming = [one for one in owed[1:] if one.due_at > clock.now()][:2]
    then = [tr("Then {name}, {when}").format(name=one.author_name, when=_when(one, clock)) for one in coming]
    return "\n".join(line for line in (_also_overdue(owed, clock), *then) if line)


def _also_overdue(owed: Sequence[Debt], clock: Clock) -> str:
    """ "Also overdue: 2 promises, 1 ending"; "" for nothing."""
    late = [one.kind for one in owed[1:] if one.due_at <= clock.now()]
    nouns = (
        (Owed.PROMISE, "promise", "promises"), (Owed.ENDING, "ending", "endings"),
        (Owed.ANSWER, "first answer", "first answers"),
    )  # fmt: skip
    said = [count(late.count(kind), one, more) for kind, one, more in nouns if kind in late]
    return tr("Also overdue: {what}").format(what=", ".join(said)) if said else ""


def trouble(accounts_needing: int, sentence: str = "") -> Word | None:
    """The fourth field, or None when all is well. A sentence comes first: it has just happened."""
    if sentence:
        return Word(sentence, "warn", "brick")
    if accounts_needing == 1:
        return Word(tr("1 account needs you"), "warn", "amber")
    if accounts_needing:
        return Word(tr("{n} accounts need you").format(n=accounts_needing), "warn", "amber")
    return None


def reply_line(reply: Reply, place: str, clock: Clock) -> str:
    """The muted line of a reply in the outbox list: place, who wrote it, how old."""
    parts = (place, reply.person_name, moments.age(clock, reply.made_at))
    return " · ".join(part for part in parts if part)


def reply_word(reply: Reply, place: str, clock: Clock) -> Word:
    """What the outbox list says about one reply."""
    return words.reply_state(reply, place, clock, manual=is_held_by_hand(reply, clock.now()))
