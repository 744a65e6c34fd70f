"""After an end without closing everybody is told of their own drafts, when they open: of nobody else's."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from desktop import counter, outbox
from desktop.records import Channel, Person
from desktop.writing import Writing
from tests.fixtures_shop import Counter
from tests.ui.lock.test_lock_screen import Room, end, start
from ui.theme import Theme
from ui.widgets.bars import Bar
from ui.widgets.buttons import LinkButton


def here(room: Room) -> tuple[str, list[str]] | None:
    """What the bar says to who is here, and its links; None where there is none."""
    QApplication.processEvents()
    for bar in room.window.findChildren(Bar):
        if "stopped without closing" in bar.text() and bar.isVisible():
            links = [one.text() for one in bar.findChildren(LinkButton) if one.isVisible()]
            return bar.text().partition(". ")[2], links
    return None


@pytest.fixture
def crashed(at_counter: Counter) -> tuple[Counter, Person, Person, list[str]]:
    """Tom had begun one reply, Ines two; both have PINs."""
    at, shop, ines = at_counter, at_counter.shop, at_counter.shop.me
    tom = counter.add_person(shop, "Tom", "Saturdays")
    ids = [at.hear(f"The tart was raw on {day}.", who=day) for day in ("Monday", "Tuesday", "Friday")]
    for person, one in ((ines, ids[0]), (ines, ids[1]), (tom, ids[2])):
        shop.set_person(person)
        counter.save_draft(shop, one, Channel.PUBLIC, Writing.typed(f"That was ours. {person.name}"))
    shop.set_person(ines)
    counter.set_pin(shop, ines.id, "2468")
    counter.set_pin(shop, tom.id, "13579")
    shop.found_unclean = True
    return at, ines, tom, ids


def test_who_opens_is_told_of_their_own_drafts_and_the_next_one_of_theirs(
    crashed: tuple[Counter, Person, Person, list[str]], look: Theme
) -> None:
    at, ines, tom, ids = crashed
    room = Room(at, start(at), ines, tom, ids[0])
    QApplication.processEvents()
    assert room.session.lock.is_locked and here(room) is None
    room.open(2, "13579")
    assert here(room) == ("Your draft is here, word for word.", ["Show the draft"])
    (show,) = [one for one in room.window.findChildren(LinkButton) if one.text() == "Show the draft"]
    show.click()
    assert room.page.view.composer.writing(Channel.PUBLIC).plain() == "That was ours. Tom"
    room.lock()
    room.open(1, "2468")
    assert here(room) == ("Your 2 drafts are here, word for word.", ["Show drafts"])
    room.lock()
    room.open(2, "13579")
    assert here(room) == ("Your draft is here, word for word.", ["Show the draft"])
    end(room.session)


def test_who_put_it_away_has_put_it_away_for_themselves(
    crashed: tuple[Counter, Person, Person, list[str]], look: Theme
) -> None:
    at, ines, tom, ids = crashed
    room = Room(at, start(at), ines, tom, ids[0])
    room.open(2, "13579")
    (bar,) = [one for one in room.window.findChildren(Bar) if "stopped without" in one.text()]
    bar._cross.click()
    room.lock()
    room.open(1, "2468")
    assert here(room) is not None
    for one in ids[:2]:
        counter.post(at.shop, one, Writing.typed("That was ours to get right, and it is. Ines"))
    assert outbox.pending(at.shop.store) and here(room) is None, "both have gone"
    room.lock()
    room.open(2, "13579")
    assert here(room) is None
    end(room.session)
