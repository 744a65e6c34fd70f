"""The pretend public in the window, what happened there, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import collect, counter, deliver, drafts, posts
from desktop.cli import Options, open_shop
from desktop.practice.seed import world_of
from desktop.records import Channel
from desktop.shop import Shop
from desktop.writing import Writing
from ui.app import Program
from ui.session import Session
from ui.theme import Theme
from ui.widgets.layouts import widgets_in

CANNED = "Hi, sorry for any inconvenience caused. Please drop us a message and we'll look into it. Sam"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A practice day that stands still, with a canned answer to Dana and hers to it."""
    shop = open_shop(Options(tmp_path, practice=True))
    shop.clock.pause()  # type: ignore[attr-defined]
    say(shop, CANNED)
    shop.close()
    return tmp_path


@pytest.fixture
def session(folder: Path, look: Theme, qtbot: QtBot) -> Iterator[Session]:
    made = Session(open_shop(Options(folder, practice=True)))
    made.window.resize(1280, 800)
    made.show()
    qtbot.waitUntil(lambda: made.public.panel.squares.accessibleName() != "")
    yield made
    with qtbot.waitSignal(made.ended):
        made.window.close_for_good()


def dana(shop: Shop) -> str:
    account = shop.store.value("select id from accounts where platform = 'practice.google'")
    return posts.conversation_of(shop.store, account, world_of(shop).root_of("dana")) or ""


def say(shop: Shop, text: str) -> str:
    reply = counter.post(shop, dana(shop), Writing.typed(text))
    counter.send_now(shop, reply.id)
    deliver.deliver_due(shop)
    later(shop, minutes=3)
    return reply.id


def later(shop: Shop, **time: int) -> None:
    shop.clock.set(shop.clock.now() + timedelta(**time))  # type: ignore[attr-defined]
    collect.collect_all(shop)


def lines(session: Session) -> list[str]:
    return [line.label.text() for line in widgets_in(session.public.panel._lines)]  # type: ignore[attr-defined]


def open_dana(session: Session, qtbot: QtBot) -> object:
    session.window.open_conversation(dana(session.shop))
    view = session.window.page().view  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: view.known is not None and view.known.one.id == dana(session.shop))
    return view


def test_it_says_who_would_come_in_and_what_moved_them(session: Session) -> None:
    assert session.public.panel.isVisible()
    assert session.public.panel.counts.text() == "9 would come in  3 not sure  8 went elsewhere"
    assert len(lines(session)) == 3
    session.public.panel.more.click()  # a lesson stands under them
    assert not session.public.panel.more.isVisible()
    assert lines(session) == [
        "The ending with Tobias shows. 3 came in.",
        "You gave Dana the next job to do. 2 left.",
        "Your answer to Dana would fit anybody. 2 left.",
        "Mr Pell’s wheel is fixed, but his review still says it wobbles. 3 not sure.",
    ]
    assert not session.public.over.isVisible()


def test_a_new_cause_comes_at_the_top(session: Session, qtbot: QtBot) -> None:
    say(
        session.shop,
        "Dana, your brakes on that hill: I'm sorry, that was us. I'll fetch the bike by 12:00. Sam",
    )
    qtbot.waitUntil(lambda: any(line.startswith("You told Dana when.") for line in lines(session)))


def test_after_closing_time_it_says_how_the_day_went(session: Session, qtbot: QtBot) -> None:
    later(session.shop, hours=7)
    session.public.refresh()
    over = session.public.over
    qtbot.waitUntil(over.isVisible)
    assert over.text().startswith("The shop’s shut. You answered 1 person. ")


def test_the_cross_hides_it_and_the_view_menu_brings_it_back(session: Session) -> None:
    public = session.public
    public.panel.closed.emit()
    assert not public.panel.isVisible()
    public.action.trigger()
    assert public.panel.isVisible()


def test_other_pages_have_the_window_for_themselves(session: Session) -> None:
    session.window.go("complaints")
    assert not session.public.panel.isVisible()
    session.window.go("inbox")
    assert session.public.panel.isVisible()


def test_in_a_small_window_it_waits_to_be_asked_for(session: Session, qtbot: QtBot) -> None:
    public, window = session.public, session.window
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: not public.panel.isVisible())
    public.action.trigger()
    assert public.panel.isVisible()
    page = window.page()
    assert not page.left.isVisible()  # type: ignore[union-attr]
    page.view.go_back()  # type: ignore[union-attr]
    assert page.left.isVisible()  # type: ignore[union-attr]
    assert not public.panel.isVisible()


def test_while_somebody_writes_the_coach_stands_there(session: Session, qtbot: QtBot) -> None:
    view = open_dana(session, qtbot)
    view.start(0)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not session.public.panel.isVisible())
    view.go_back()  # type: ignore[attr-defined]
    assert session.public.panel.isVisible()


def test_carrying_on_puts_the_words_away_for_good(session: Session, qtbot: QtBot) -> None:
    view = open_dana(session, qtbot)
    happened = view.happened  # type: ignore[attr-defined]
    qtbot.waitUntil(happened.isVisible)
    assert happened.label.text().startswith("What happened there. Your answer would fit any complaint")
    assert not view.composer.isVisible()  # type: ignore[attr-defined]
    happened.carry_on.click()
    qtbot.waitUntil(lambda: not happened.isVisible() and view.composer.isVisible())  # type: ignore[attr-defined]


def test_the_reply_key_still_leads_to_the_text(session: Session, qtbot: QtBot) -> None:
    view = open_dana(session, qtbot)
    qtbot.waitUntil(view.happened.isVisible)  # type: ignore[attr-defined]
    view.start(0)  # type: ignore[attr-defined]
    qtbot.waitUntil(view.composer.isVisible)  # type: ignore[attr-defined]


def test_rewinding_opens_the_day_before_that_reply(
    folder: Path, look: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    monkeypatch.setattr(app, "quit", lambda: None)
    program = Program(app, Options(folder, practice=True))
    program.start()
    session = program.session
    assert isinstance(session, Session)
    view = open_dana(session, qtbot)
    qtbot.waitUntil(view.happened.isVisible)  # type: ignore[attr-defined]
    qtbot.mouseClick(view.happened.rewind, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: isinstance(program.session, Session) and program.session is not session)
    again = program.session
    assert isinstance(again, Session)
    kept = drafts.load(again.shop.store, dana(again.shop), again.shop.me.id, Channel.PUBLIC)
    assert kept is not None
    assert kept[0].plain() == CANNED
    assert len(posts.thread(again.shop.store, dana(again.shop))) == 1
    view = open_dana(again, qtbot)
    assert view.composer.writing().plain() == CANNED  # type: ignore[attr-defined]
    assert not view.happened.isVisible()  # type: ignore[attr-defined]
    with qtbot.waitSignal(again.ended):
        again.window.close_for_good()


def squares(session: Session) -> set[str]:
    """The colours that stand in the row of passers-by."""
    row = session.public.panel.squares
    picture = row.grab().toImage()
    return {picture.pixelColor(x, picture.height() // 2).name() for x in range(picture.width())}


@pytest.mark.parametrize(("motion", "changes"), [("follow", True), ("less", True), ("none", False)])
def test_the_public_changes_its_colours_little_by_little_where_that_is_welcome(
    session: Session, look: Theme, qtbot: QtBot, motion: str, changes: bool
) -> None:
    row = session.public.panel.squares
    look.set_motion(motion)
    row.show_groups({"comes": 20, "unsure": 0, "gone": 0}, "all of them")
    qtbot.waitUntil(lambda: row.changing.state() != row.changing.State.Running)
    before = squares(session)
    row.show_groups({"comes": 0, "unsure": 0, "gone": 20}, "none of them")
    assert (row.changing.state() == row.changing.State.Running) is changes
    assert row.changing.duration() == 120
    if changes:
        row.changing.setCurrentTime(60)
        between = squares(session)
        assert between != before
    qtbot.waitUntil(lambda: row.changing.state() != row.changing.State.Running)
    after = squares(session)
    assert after != before and (not changes or after != between)
