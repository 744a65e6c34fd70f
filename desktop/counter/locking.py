"""Whose turn it is: PINs tried, set and recovered, and the owner's yes on the spot. Design 10 and 13.

Trying a PIN takes up to half a second (argon2id), so never in the window's own thread.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from desktop import history, people, pins, timekeeping
from desktop.asks import Ask, AskState
from desktop.counter.asking import ask, known_ask, may_ask, say_yes_as
from desktop.counter.team import only_the_owner
from desktop.errors import Misuse
from desktop.pins import Tries
from desktop.records import Channel, Person, Purpose
from desktop.shop import Shop
from desktop.writing import Writing


class Tried(NamedTuple):
    """What came of a try. `left`: tries before a wait of `next_wait`; `wait`: what is left of the one that runs.

    `sentence`: the recovery sentence where a new one was made, to be shown this once.
    """

    is_right: bool
    name: str
    left: int = pins.TRIES
    wait: timedelta = timedelta(0)
    next_wait: timedelta = timedelta(minutes=1)
    sentence: str = ""


def has_pin(shop: Shop, person: str) -> bool:
    return bool(pins.verifier_of(shop.store, person))


def may_lock(shop: Shop) -> bool:
    """There is somebody to keep apart (Shop.may_lock)."""
    return shop.may_lock


# ---- trying ------------------------------------------------------------------------------------------------


def standing(shop: Shop, person: str) -> Tried:
    """Tries that are left and the wait that runs, without trying anything."""
    return _tried(shop, _here(shop, person), is_right=False)


def try_pin(shop: Shop, person: str, pin: str) -> Tried:
    """Tries a PIN. A wrong one is counted, and is counted before it is looked at: ending the program saves nobody
    a try. Raises Misuse where they have none."""
    return _try(shop, _here(shop, person), pins.verifier_of(shop.store, person), pin)


def open_for(shop: Shop, person: str, pin: str = "") -> Tried:
    """This person is at the counter now, if the PIN is theirs. Without a PIN of their own it needs none."""
    found = _here(shop, person)
    tried = try_pin(shop, person, pin) if has_pin(shop, person) else Tried(True, found.name)
    if tried.is_right:
        shop.set_person(found)
    return tried


def _here(shop: Shop, person: str) -> Person:
    found = people.by_id(shop.store, person)
    if found is None or found.left_at:
        raise Misuse("This person isn't here any more.")
    return found


def _try(shop: Shop, person: Person, verifier: str, secret: str) -> Tried:
    if not verifier:
        raise Misuse(f"{person.name} has no PIN yet.")
    timekeeping.mind(shop)
    now = shop.clock.now()
    before = _tries(shop, person.id)
    if before.wait(now):
        return _tried(shop, person, is_right=False)
    _put_tries(shop, person.id, before.one_more(now))
    if not shop.locksmith.fits(verifier, secret):
        return _tried(shop, person, is_right=False)
    _put_tries(shop, person.id, Tries())
    return _tried(shop, person, is_right=True)


def _tried(shop: Shop, person: Person, *, is_right: bool) -> Tried:
    now, found = shop.clock.now(), _tries(shop, person.id)
    return Tried(is_right, person.name, found.left(), found.wait(now), found.next_wait())


def _tries(shop: Shop, person: str) -> Tries:
    if shop.read_only:
        return shop.locksmith.tries.get(person) or pins.tries(shop.store, person)
    return pins.tries(shop.store, person)


def _put_tries(shop: Shop, person: str, now: Tries) -> None:
    if shop.read_only:
        shop.locksmith.tries[person] = now
        return
    with shop.store.writing():
        pins.put_tries(shop.store, person, now)


# ---- setting -----------------------------------------------------------------------------------------------


def set_pin(shop: Shop, person: str, pin: str, current: str = "") -> Tried:
    """Gives somebody a PIN: the owner may for everybody, others for themselves. Who changes their own says the one
    they have; a wrong `current` counts as a try. The owner's first one brings the recovery sentence. Raises Misuse.
    """
    found = _here(shop, person)
    is_own = person == shop.me.id
    if not is_own:
        only_the_owner(shop)
    pins.checked(pin)
    if is_own and has_pin(shop, person):
        tried = try_pin(shop, person, current)
        if not tried.is_right:
            return tried
    return _put_pin(shop, found, pin, needs_sentence=not pins.recovery_of(shop.store, person))


def take_pin_away(shop: Shop, person: str, current: str = "") -> Tried:
    """From now on somebody opens without a PIN: the owner may for everybody, others for themselves. Who takes their own
    away says it; a wrong `current` counts as a try. The owner's recovery sentence goes with it. Raises Misuse.
    """
    found = _here(shop, person)
    if person != shop.me.id:
        only_the_owner(shop)
    if not has_pin(shop, person):
        raise Misuse(f"{found.name} has no PIN yet.")
    if person == shop.me.id:
        tried = try_pin(shop, person, current)
        if not tried.is_right:
            return tried
    now = shop.clock.now()
    with shop.store.writing():
        pins.forget(shop.store, person)
        history.tell(shop.store, shop.by(now), person, "pin_taken_away")
    return Tried(True, found.name)


def recover(shop: Shop, sentence: str, pin: str) -> Tried:
    """The owner's own way back: the sentence that was written down, and a new PIN. A new sentence takes its place.

    A wrong one counts as a wrong PIN does.
    """
    owner = people.owner(shop.store)
    if owner is None:
        raise Misuse("This shop has no owner yet.")
    pins.checked(pin)
    kept = pins.recovery_of(shop.store, owner.id)
    if not kept:
        raise Misuse(f"No recovery sentence was made for {owner.name}.")
    tried = _try(shop, owner, kept, pins.plain_sentence(sentence))
    return _put_pin(shop, owner, pin, needs_sentence=True) if tried.is_right else tried


def owner_lost_pin(shop: Shop) -> Person:
    """Who has neither PIN nor sentence any more: the owner opens without a PIN from now on. It is for somebody at this
    computer's terminal, who has its login and, where the shop is protected, the password; history says so. Raises
    Misuse.
    """
    owner = people.owner(shop.store)
    if owner is None or not has_pin(shop, owner.id):
        raise Misuse("The owner has no PIN.")
    now = shop.clock.now()
    with shop.store.writing():
        pins.forget(shop.store, owner.id)
        history.tell(shop.store, shop.by(now), owner.id, "pin_taken_away", {"by": "terminal"})
    return owner


def renew_recovery(shop: Shop, pin: str) -> Tried:
    """Another recovery sentence for the owner, who says the PIN first: the one before opens nothing any more.

    A wrong PIN counts as a try. Raises Misuse for anybody else.
    """
    only_the_owner(shop)
    tried = try_pin(shop, shop.me.id, pin)
    if not tried.is_right:
        return tried
    sentence = pins.new_sentence()
    verifier, now = shop.locksmith.verifier(pins.plain_sentence(sentence)), shop.clock.now()
    with shop.store.writing():
        pins.put_recovery(shop.store, shop.me.id, verifier)
        history.tell(shop.store, shop.by(now), shop.me.id, "recovery_renewed")
    return tried._replace(sentence=sentence)


def _put_pin(shop: Shop, person: Person, pin: str, *, needs_sentence: bool) -> Tried:
    smith, sentence = shop.locksmith, pins.new_sentence() if person.is_owner and needs_sentence else ""
    verifier = smith.verifier(pin)
    recovery = smith.verifier(pins.plain_sentence(sentence)) if sentence else ""
    now = shop.clock.now()
    with shop.store.writing():
        pins.put(shop.store, person.id, verifier, now)
        if recovery:
            pins.put_recovery(shop.store, person.id, recovery)
        history.tell(shop.store, shop.by(now), person.id, "pin_set", {"recovery": bool(recovery)})
    return Tried(True, person.name, sentence=sentence)


# ---- the owner is here -------------------------------------------------------------------------------------


def owner_is_near(shop: Shop) -> bool:
    """A helper is at the counter, and the owner has a PIN to say yes with."""
    owner = people.owner(shop.store)
    return owner is not None and not shop.me.is_owner and has_pin(shop, owner.id)


def ok_on_the_spot(
    shop: Shop,
    conversation: str,
    writing: Writing,
    pin: str,
    *,
    channel: Channel = Channel.PUBLIC,
    purpose: Purpose = Purpose.ANSWER,
    promise_at: datetime | None = None,
) -> tuple[Tried, Ask | None]:
    """The owner types the PIN at the helper's place: a yes to this one reply. Nobody is switched, nothing is posted.

    Raises Misuse, as `ask` does; then the PIN isn't tried.
    """
    owner = _near(shop)
    may_ask(shop, conversation, writing)
    tried = try_pin(shop, owner.id, pin)
    if not tried.is_right:
        return tried, None
    with shop.store.writing():
        made = ask(shop, conversation, writing, channel=channel, purpose=purpose, promise_at=promise_at)
        say_yes_as(shop, owner, made.id)
    return tried, known_ask(shop, made.id)


def ok_asked(shop: Shop, ask_id: str, pin: str) -> tuple[Tried, Ask | None]:
    """The same for a question that waits for the owner already."""
    owner, one = _near(shop), known_ask(shop, ask_id)
    if one.state is not AskState.WAITING:
        raise Misuse("This has been answered already.")
    tried = try_pin(shop, owner.id, pin)
    if not tried.is_right:
        return tried, None
    say_yes_as(shop, owner, ask_id)
    return tried, known_ask(shop, ask_id)


def _near(shop: Shop) -> Person:
    owner = people.owner(shop.store)
    if owner is None or shop.me.is_owner:
        raise Misuse("You decide this yourself.")
    return owner
