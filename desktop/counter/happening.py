"""Many people, one cause: making one event of it, what is known, who is in it, what everybody is told. Design 15.

A cause is named in public only once the owner (or a helper who may answer something serious) said "we know this".
Nothing here posts: what everybody should read, a person puts there, and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial

from desktop import coach, happenings, history, people, triage
from desktop.coach.scene import Finding, Scene
from desktop.counter.acts import Undo
from desktop.errors import Misuse
from desktop.happenings import Happening, Voice
from desktop.records import Channel, Kind, Limit
from desktop.shop import Shop
from desktop.triage import Heard, Shared
from desktop.writing import Writing

_LOOK_BACK = timedelta(hours=24)
MOST_NAME, MOST_SHEET = 80, 2000  # characters
_HOLDS_A_STATEMENT = ("c-cause", "c-sell", "c-sell-word", "c-reward", "c-stars", "c-private")


# --- seeing it ------------------------------------------------------------------------------------


def shared_thing(shop: Shop) -> Shared | None:
    """What many complained about within an hour, today, and nobody has looked at as one event yet."""
    now = shop.clock.now()
    ruled_out = happenings.set_aside(shop.store, now - happenings.ASKED_AGAIN_AFTER)
    ruled_out |= {one.key for one in happenings.open_ones(shop.store)}
    heard = _heard(happenings.voices(shop.store, now - _LOOK_BACK))
    while found := triage.together(heard, partial(_is_enough, shop), (shop.name,)):
        if found.key not in ruled_out:
            return found
        heard = tuple(one for one in heard if one.id not in found.ids)
    return None


def _heard(voices: Sequence[Voice]) -> tuple[Heard, ...]:
    return tuple(Heard(one.conversation, one.author, one.at, one.text) for one in voices)


def _is_enough(shop: Shop, number: int, until: datetime) -> bool:
    if number < triage.LEAST:
        return False
    return triage.enough(number, None) or triage.enough(
        number, happenings.usual(shop.store, until, triage.WITHIN)
    )


def mention_it_too(shop: Shop, happening: str) -> tuple[Voice, ...]:
    """Complaints of the last day that are about the same thing and not in an event, the newest first."""
    one, now = _get(shop, happening), shop.clock.now()
    since = min(now - _LOOK_BACK, one.made_at - _LOOK_BACK)
    return tuple(
        voice
        for voice in happenings.voices(shop.store, since)
        if one.key and triage.mentions(voice.text, one.key, (shop.name,))
    )


# --- making it, and who is in it ------------------------------------------------------------------


def make_event(shop: Shop, name: str, conversations: Sequence[str], key: str = "") -> tuple[str, Undo]:
    """One event of these conversations. Its id, and how to take it back. Raises Misuse without a name."""
    name, now = _named(name), shop.clock.now()
    with shop.store.writing():
        made = happenings.make(shop.store, name, key, shop.me.id, now)
        body = {"name": name, "conversations": list(conversations)}
        event = history.tell(shop.store, shop.by(now), made, "event_made", body)
        told = {one: _join(shop, made, name, one, now) for one in conversations}

    def take_back(here: Shop) -> None:
        at = here.clock.now()
        with here.store.writing():
            happenings.remove(here.store, made, at)
            history.tell(here.store, here.by(at), made, "undone", {"event": event, "kind": "event_made"})
            for one, joined in told.items():
                history.tell(
                    here.store, here.by(at), one, "undone", {"event": joined, "kind": "event_joined"}
                )

    return made, Undo("Made an event", take_back)


def _join(shop: Shop, happening: str, name: str, conversation: str, now: datetime) -> str:
    happenings.put_in(shop.store, happening, conversation, now)
    body = {"happening": happening, "name": name}
    return history.tell(shop.store, shop.by(now), conversation, "event_joined", body)


def put_in_event(shop: Shop, happening: str, conversations: Sequence[str]) -> Undo:
    """These belong to it too."""
    one, now = _open(shop, happening), shop.clock.now()
    with shop.store.writing():
        told = {each: _join(shop, happening, one.name, each, now) for each in conversations}

    def take_back(here: Shop) -> None:
        at = here.clock.now()
        with here.store.writing():
            for each, joined in told.items():
                happenings.take_out(here.store, happening, each, at)
                history.tell(
                    here.store, here.by(at), each, "undone", {"event": joined, "kind": "event_joined"}
                )

    return Undo("Put in the event", take_back)


def take_out_of_event(shop: Shop, happening: str, conversation: str) -> Undo:
    """This one is about something else."""
    one, now = _get(shop, happening), shop.clock.now()
    with shop.store.writing():
        happenings.take_out(shop.store, happening, conversation, now)
        body = {"happening": happening, "name": one.name}
        left = history.tell(shop.store, shop.by(now), conversation, "event_left", body)

    def take_back(here: Shop) -> None:
        at = here.clock.now()
        with here.store.writing():
            happenings.put_in(here.store, happening, conversation, at)
            body = {"event": left, "kind": "event_left"}
            history.tell(here.store, here.by(at), conversation, "undone", body)

    return Undo("Taken out of the event", take_back)


def not_one_thing(shop: Shop, shared: Shared) -> Undo:
    """They have different causes: it isn't asked again for a day."""
    now = shop.clock.now()
    with shop.store.writing():
        happenings.not_one(shop.store, shared.key, shop.me.id, now)
        event = history.tell(shop.store, shop.by(now), shared.key, "not_one_thing", {"name": shared.name})

    def take_back(here: Shop) -> None:
        at = here.clock.now()
        with here.store.writing():
            happenings.maybe_one(here.store, shared.key, at)
            body = {"event": event, "kind": "not_one_thing"}
            history.tell(here.store, here.by(at), shared.key, "undone", body)

    return Undo("Not one thing", take_back)


# --- what we know ---------------------------------------------------------------------------------


def write_sheet(
    shop: Shop, happening: str, *, name: str, know: str, dont_know: str, to_do: str
) -> Undo | None:
    """The fact sheet; None when nothing changed. Raises Misuse without a name or for far too many words."""
    before, name = _open(shop, happening), _named(name)
    texts = tuple(text.strip() for text in (know, dont_know, to_do))
    if any(len(text) > MOST_SHEET for text in texts):
        raise Misuse(f"Keep each part under {MOST_SHEET:,} characters.")
    if (name, *texts) == (before.name, before.know, before.dont_know, before.to_do):
        return None
    body = dict(zip(("name", "know", "dont_know", "to_do"), (name, *texts), strict=True))
    act = partial(happenings.write_sheet, shop.store, happening, name, *texts)
    return _change(shop, happening, "event_sheet", body, "What we know", act)


def set_next_update(shop: Shop, happening: str, at: datetime) -> Undo | None:
    """When everybody hears more. Raises Misuse for a time that has passed."""
    before = _open(shop, happening)
    if at <= shop.clock.now():
        raise Misuse("That time has passed. Choose one still to come.")
    if before.next_at == at:
        return None
    act = partial(happenings.set_next, shop.store, happening, at)
    return _change(shop, happening, "event_next", {"at": at.isoformat()}, "Next update", act)


def may_know_cause(shop: Shop) -> bool:
    """Whether who is here may say that the cause is known."""
    return shop.me.is_owner or people.limits(shop.store, shop.me.id).may_answer_serious


def know_cause(shop: Shop, happening: str, known: bool) -> Undo:
    """ "We know this": from now on a cause may be named. Raises Misuse for those who may not say so."""
    _open(shop, happening)
    if not may_know_cause(shop):
        owner = people.owner(shop.store)
        raise Misuse(f"Only {owner.name if owner else 'the owner'} can say that the cause is known.")
    act = partial(happenings.know_cause, shop.store, happening, shop.me.id if known else "")
    return _change(shop, happening, "event_cause", {"known": known}, "We know this", act)


# --- what everybody is told -----------------------------------------------------------------------


def save_statement(shop: Shop, happening: str, writing: Writing) -> datetime:
    """Keeps what is being written to everybody; returns when."""
    now = shop.clock.now()
    with shop.store.writing():
        happenings.keep_draft(shop.store, happening, writing)
    return now


def statement_scene(shop: Shop, one: Happening, writing: Writing) -> Scene:
    """What the coach looks at in words to everybody."""
    return Scene(
        writing=writing,
        channel=Channel.PUBLIC,
        kind=Kind.COMPLAINT,
        their_name="",
        their_text="",
        place="",
        limit=Limit(0),
        count=len,
        now=shop.clock.local(shop.clock.now()),
        is_event=True,
        knows_cause=one.knows_cause,
    )


def against_statement(shop: Shop, happening: str, writing: Writing) -> Finding | None:
    """What keeps these words from being told to everybody: a cause nobody knows, an advert, something private."""
    found = coach.read(statement_scene(shop, _get(shop, happening), writing)).findings
    return next((each for each in found if each.check in _HOLDS_A_STATEMENT), None)


def check_statement(shop: Shop, happening: str, writing: Writing, *, is_last: bool = False) -> str:
    """The words as they would stand there. Raises Misuse with what is missing first."""
    one = _open(shop, happening)
    if writing.blanks():
        raise Misuse("A blank can't be posted.")
    if writing.is_empty:
        raise Misuse("There is nothing to post yet.")
    if not is_last and (one.next_at is None or one.next_at <= shop.clock.now()):
        raise Misuse("Say first when you'll say more.")
    if found := against_statement(shop, happening, writing):
        raise Misuse(found.whole)
    return writing.plain().strip()


def told_everybody(
    shop: Shop, happening: str, writing: Writing, *, place: str = "", link: str = "", is_last: bool = False
) -> Undo:
    """A person put the words where everybody reads them. Raises Misuse as `check_statement`."""
    text = check_statement(shop, happening, writing, is_last=is_last)
    one, now = _get(shop, happening), shop.clock.now()
    next_at = None if is_last else one.next_at
    kept = happenings.snapshot(shop.store, happening)
    with shop.store.writing():
        words = happenings.tell(
            shop.store, happening, shop.me.id, text, place.strip(), link.strip(), now, next_at
        )
        happenings.keep_draft(shop.store, happening, Writing())
        body = {"words": words, "place": place.strip(), "is_last": is_last}
        event = history.tell(shop.store, shop.by(now), happening, "event_told", body)
    made = happenings.snapshot(shop.store, happening)

    def take_back(here: Shop) -> None:
        at = here.clock.now()
        with here.store.writing():
            happenings.untell(here.store, words, at)
            happenings.put_back(here.store, happening, kept, made)
            history.tell(here.store, here.by(at), happening, "undone", {"event": event, "kind": "event_told"})

    return Undo("Told everybody", take_back)


def close_event(shop: Shop, happening: str) -> Undo:
    """It is over. People whose own trouble has no ending stay on Complaints."""
    one, now = _open(shop, happening), shop.clock.now()
    said_last = any(words.next_at is None for words in happenings.told(shop.store, happening))
    body = {"name": one.name, "said_last": said_last}
    act = partial(happenings.close, shop.store, happening, now)
    return _change(shop, happening, "event_closed", body, "Closed the event", act)


def reopen_event(shop: Shop, happening: str) -> Undo:
    act = partial(happenings.close, shop.store, happening, None)
    return _change(shop, happening, "event_reopened", {}, "Opened the event again", act)


# --- how an act is done ---------------------------------------------------------------------------


def _get(shop: Shop, happening: str) -> Happening:
    one = happenings.by_id(shop.store, happening)
    if one is None:
        raise KeyError(happening)
    return one


def _open(shop: Shop, happening: str) -> Happening:
    one = _get(shop, happening)
    if not one.is_open:
        raise Misuse("This event is closed. Open it again first.")
    return one


def _named(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise Misuse("An event needs a name.")
    return name[:MOST_NAME]


def _change(
    shop: Shop, happening: str, kind: str, body: Mapping[str, object], text: str, act: Callable[[], None]
) -> Undo:
    """As `acts.act_on`, for an event: done with its row of history, its Undo takes back just that."""
    now = shop.clock.now()
    with shop.store.writing():
        kept = happenings.snapshot(shop.store, happening)
        act()
        made = happenings.snapshot(shop.store, happening)
        event = history.tell(shop.store, shop.by(now), happening, kind, body)

    def take_back(here: Shop) -> None:
        at = here.clock.now()
        with here.store.writing():
            happenings.put_back(here.store, happening, kept, made)
            history.tell(here.store, here.by(at), happening, "undone", {"event": event, "kind": kind})

    return Undo(text, take_back)
