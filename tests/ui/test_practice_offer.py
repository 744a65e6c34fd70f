"""Practice is offered to a new helper: after they were added, and when they are first at the counter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import counter, people, settings
from desktop.cli import Options, open_shop
from desktop.practice import day, lessons
from desktop.shop import Shop
from desktop.vault import SessionVault
from ui.app import Program
from ui.practice_offer import PracticeOffer
from ui.session import Session
from ui.theme import Theme
from ui.widgets.buttons import LinkButton


@pytest.fixture
def session(tmp_path: Path, look: Theme, qtbot: QtBot) -> Iterator[Session]:
    shop = Shop.open(tmp_path, vault=SessionVault())
    shop.found_with("Fenny Lane Bakehouse", "Ines")
    made = Session(shop)
    made.show()
    qtbot.waitUntil(lambda: hasattr(made, "offer") and made.offer._known is not None)
    yield made
    with qtbot.waitSignal(made.ended):
        made.window.close_for_good()


def said(session: Session) -> str:
    """What the bar says now; "" while there is none."""
    bar = session.offer.bar
    return bar.text() if bar is not None and bar.isVisible() else ""


def press(offer: PracticeOffer, words: str) -> None:
    """Reached with Tab, pressed with Space."""
    assert offer.bar is not None
    (link,) = [each for each in offer.bar.findChildren(LinkButton) if each.text() == words and each.isVisible()]
    link.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(link, Qt.Key.Key_Space)


def add_tom(session: Session, qtbot: QtBot) -> str:
    tom = counter.add_person(session.shop, "Tom")
    qtbot.waitUntil(lambda: said(session) != "")
    return tom.id


def be(session: Session, person: str) -> None:
    counter.take_over(session.shop, person)
    session.window.bridge.settings_changed.emit(settings.LAST_PERSON.key)


def looked_again(session: Session, qtbot: QtBot) -> None:
    looked: list[bool] = []
    session.offer.look()
    session.background.run(session, lambda: None, lambda _: looked.append(True))
    qtbot.waitUntil(lambda: bool(looked))


def test_after_a_person_was_added_practice_is_offered_to_them(session: Session, qtbot: QtBot) -> None:
    add_tom(session, qtbot)
    assert said(session) == (
        "Tom can practise first, with a pretend shop. Nothing there is posted anywhere."
    )
    with qtbot.waitSignal(session.practise_anew_wanted):
        press(session.offer, "Practise with Tom")


def test_the_owners_no_is_for_now_and_tom_is_asked_when_he_first_comes(
    session: Session, qtbot: QtBot
) -> None:
    tom = add_tom(session, qtbot)
    ines = session.shop.me.id
    press(session.offer, "Not now")
    assert said(session) == ""
    be(session, tom)
    qtbot.waitUntil(lambda: said(session) != "")
    assert said(session).startswith("Hello, Tom. Practise first, with a pretend shop?")
    press(session.offer, "Not now")
    kept = lambda: settings.get(session.shop.store, settings.PRACTICE_OFFERED, person=tom)  # noqa: E731
    qtbot.waitUntil(kept)
    be(session, ines)
    be(session, tom)
    looked_again(session, qtbot)
    assert said(session) == ""


def test_somebody_who_was_removed_and_is_back_is_not_new(session: Session, qtbot: QtBot) -> None:
    tom = add_tom(session, qtbot)
    press(session.offer, "Not now")
    with qtbot.waitSignal(session.background.tables_changed):
        undo = counter.remove_person(session.shop, tom)
    looked_again(session, qtbot)
    with qtbot.waitSignal(session.background.tables_changed):
        undo.take_back(session.shop)
    looked_again(session, qtbot)
    assert said(session) == ""
    counter.add_person(session.shop, "Priya")
    qtbot.waitUntil(lambda: said(session).startswith("Priya can practise first"))


def test_whoever_practised_when_added_is_not_asked_again(session: Session, qtbot: QtBot) -> None:
    tom = add_tom(session, qtbot)
    with qtbot.waitSignal(session.practise_anew_wanted):
        press(session.offer, "Practise with Tom")
    found = people.by_id(session.shop.store, tom)
    assert found is not None
    assert not counter.is_new_to_it(session.shop, found)


def test_the_offer_for_tom_goes_when_ines_is_back(session: Session, qtbot: QtBot) -> None:
    tom, ines = add_tom(session, qtbot), session.shop.me.id
    be(session, tom)
    qtbot.waitUntil(lambda: said(session).startswith("Hello, Tom."))
    be(session, ines)
    qtbot.waitUntil(lambda: said(session) == "")


def test_nobody_who_was_here_before_is_offered_it_to_the_owner(session: Session) -> None:
    assert said(session) == ""
    assert not counter.is_new_to_it(session.shop, session.shop.me)


def test_somebody_new_gets_a_new_day_and_the_lessons_from_the_first(
    tmp_path: Path, look: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = open_shop(Options(tmp_path, practice=True))
    day.open_lesson(old, "company")
    old.clock.resume()  # type: ignore[attr-defined]
    old.close()
    shop = Shop.open(tmp_path, vault=SessionVault())
    shop.found_with("Fenny Lane Bakehouse", "Ines")
    counter.take_over(shop, counter.add_person(shop, "Tom").id)
    shop.close()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    monkeypatch.setattr(app, "quit", lambda: None)
    program = Program(app, Options(tmp_path))
    program.start()
    session = program.session
    assert isinstance(session, Session)
    qtbot.waitUntil(lambda: hasattr(session, "offer") and said(session) != "")
    press(session.offer, "Start practising")
    qtbot.waitUntil(lambda: isinstance(program.session, Session) and program.session is not session)
    again = program.session
    assert isinstance(again, Session)
    assert again.shop.is_practice
    assert day.waits_to_begin(again.shop)
    assert lessons.load(again.shop.folder) == lessons.Place()
    with qtbot.waitSignal(again.ended):
        again.window.close_for_good()
