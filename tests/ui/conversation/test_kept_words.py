"""Words that aren't there any more stay folded; and the passer-by line shows the picture of what they see."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import conversations, counter, lookout, past, searching
from desktop.records import ProofKind
from tests.fixtures_shop import Counter
from tests.ui.conversation.test_conversation import ANGRY, Open
from ui.conversation.kept_words import Folded
from ui.conversation.messages import Theirs
from ui.conversation.sight_picture import PictureBeside, SightPicture
from ui.theme import Theme
from ui.widgets.passerby import PasserByPreview
from ui.widgets.wrap import WrapLabel

NOTHING = "Nothing here says it was put right."


@pytest.fixture
def here(at_counter: Counter, look: Theme) -> Iterator[Open]:
    made = Open(at_counter)
    yield made
    made.view.close()
    made.view.deleteLater()
    QApplication.processEvents()


def card(here: Open) -> Theirs:
    (found,) = here.cards(Theirs)
    assert isinstance(found, Theirs)
    return found


def read_in(shown: Theirs) -> str:
    return "\n".join(one.text() for one in shown.findChildren(WrapLabel) if one.isVisible())


def press(fold: Folded) -> None:
    QTest.mouseClick(fold.link, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_what_they_said_before_an_edit_is_kept_folded_under_it(here: Open) -> None:
    one = here.at.hear(ANGRY)
    here.at.clock.forward(hours=2)
    here.at.world.edit_as(here.at.root(one), "Update: they made it right.")
    here.at.collect()
    here.show(one)
    (fold,) = card(here).findChildren(Folded)
    assert fold.said.text() == "Edited. Earlier:" and ANGRY not in read_in(card(here))
    press(fold)
    assert ANGRY in read_in(card(here)) and "Update: they made it right." in read_in(card(here))
    press(fold)
    assert ANGRY not in read_in(card(here))


def test_what_was_hidden_in_a_text_is_said_under_it_and_neither_search_nor_reading_stumbles(here: Open) -> None:
    one = here.at.hear("The gl\u200bass in my \u202esoup cut me, I want a refund")
    here.show(one)
    shown = card(here)
    assert "◊ The glass in my soup" in read_in(shown) and "taken out of this text" in read_in(shown)
    at = here.at
    (row,) = past.page(at.shop.store, [conversations.rid_of(at.shop.store, one) or 0])
    assert row.excerpt.startswith("The glass in my soup")
    asking = searching.Asking(at.clock, at.shop.me.id)
    assert len(searching.find(at.shop.store, searching.parse("glass"), asking).rids) == 1


def test_nothing_is_said_of_signs_that_writing_needs(here: Open) -> None:
    here.show(here.at.hear("نان\u200cها 👨\u200d👩\u200d👧 were stale, Kuchen\xadbuffet, \u2066@carla\u2069"))
    assert "taken out" not in read_in(card(here)) and "◊" not in read_in(card(here))


def test_what_they_took_down_is_shown_only_to_who_wants_it(here: Open) -> None:
    one = here.at.hear(ANGRY)
    here.at.clock.forward(hours=2)
    here.at.world.drop(here.at.root(one))
    here.at.collect()
    here.show(one)
    shown = card(here)
    assert ANGRY not in read_in(shown) and ANGRY not in shown.accessibleName()
    (fold,) = shown.findChildren(Folded)
    assert (fold.said.text(), fold.link.text()) == ("They took this down.", "Show what we kept")
    assert fold.link.accessibleName() == "They took this down. Show what we kept"
    press(fold)
    assert ANGRY in read_in(shown) and fold.link.text() == "Hide"


def test_words_as_they_were_posted_have_no_fold(here: Open) -> None:
    here.show(here.at.hear(ANGRY))
    assert not card(here).findChildren(Folded)


def picture(here: Open) -> PasserByPreview:
    QApplication.processEvents()
    popup = next(one for one in here.view.findChildren(SightPicture) if one.isVisible())
    return popup.preview


def test_the_line_of_the_passer_by_shows_what_they_see(here: Open) -> None:
    one = here.at.hear(ANGRY)
    here.show(one)
    QTest.mouseClick(here.view.passer.show_it, Qt.MouseButton.LeftButton)
    seen = picture(here)
    assert ANGRY in seen.accessibleDescription() and NOTHING in seen.accessibleDescription()
    assert "no answer from you" in seen.accessibleDescription()
    popup = seen.window()
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_how_long_ago_the_page_was_checked_goes_on_counting(here: Open) -> None:
    here.show(here.at.hear(ANGRY))
    assert here.view.passer.checked.text() == "Page checked just now"
    here.at.clock.forward(minutes=25)
    here.view.time_passes()
    assert here.view.passer.checked.text() == "Page checked 25 min ago"


def test_the_ending_is_marked_in_the_picture(here: Open) -> None:
    one = here.at.hear(ANGRY)
    here.at.answer(one, "All put right: a new tart went out at four. Ines")
    here.at.clock.forward(minutes=20)
    lookout.look(here.at.shop, one)
    here.show(one)
    post = next(p for p in here.view.known.thread if p.is_ours)  # type: ignore[union-attr]
    counter.confirm_ending(here.at.shop, one, kind=ProofKind.OUR_UPDATE, post_id=post.id)
    here.show(one)
    QTest.mouseClick(here.view.passer.sentence, Qt.MouseButton.LeftButton)
    seen = picture(here)
    assert NOTHING not in seen.accessibleDescription()
    assert [line.ending for line in seen._lines] == [False, True]


def pointer(on: QWidget, *, comes: bool) -> None:
    """The pointer comes to a widget, or leaves it."""
    middle = QPointF(on.rect().center())
    told = QEnterEvent(middle, middle, QPointF(on.mapToGlobal(middle))) if comes else QEvent(QEvent.Type.Leave)
    QApplication.sendEvent(on, told)


def glance_at(here: Open, qtbot: QtBot) -> PictureBeside:
    """The picture, once the pointer has rested on the line."""
    glance = here.view.glance
    pointer(here.view.passer, comes=True)
    assert glance.picture is None
    qtbot.waitUntil(lambda: glance.picture is not None)
    assert glance.picture is not None
    return glance.picture


def test_the_picture_comes_while_the_pointer_rests_on_the_line_and_takes_nothing_away(
    here: Open, qtbot: QtBot
) -> None:
    here.show(here.at.hear(ANGRY))
    view, glance = here.view, here.view.glance
    here.read()
    had = view.focusWidget()
    shown = glance_at(here, qtbot)
    assert shown.isVisible() and ANGRY in shown.preview.accessibleDescription()
    assert view.rect().contains(shown.geometry()), "inside its page"
    assert shown.geometry().top() >= view.passer.mapTo(view, view.passer.rect().bottomLeft()).y()
    assert view.focusWidget() is had and QApplication.activePopupWidget() is None
    pointer(view.passer, comes=False)
    pointer(shown, comes=True)
    assert not glance._late.isActive(), "the pointer went onto the picture"
    pointer(shown, comes=False)
    qtbot.waitUntil(lambda: glance.picture is None)
    pointer(view.passer, comes=True)
    pointer(view.passer, comes=False)
    assert not glance._soon.isActive(), "it only passed by"


@pytest.mark.parametrize("by_shortcut", [True, False])
def test_esc_closes_the_picture_and_nothing_else(here: Open, qtbot: QtBot, by_shortcut: bool) -> None:
    here.show(here.at.hear(ANGRY))
    left: list[None] = []
    here.view.back_wanted.connect(lambda: left.append(None))
    here.read()
    glance_at(here, qtbot)
    press = here.view.talk if by_shortcut else here.view.windowHandle()
    QTest.keyClick(press, Qt.Key.Key_Escape)
    assert here.view.glance.picture is None and not left
    QTest.keyClick(here.view.talk, Qt.Key.Key_Escape)
    assert left == [None]


def test_the_picture_goes_with_its_line(here: Open, qtbot: QtBot) -> None:
    """Who writes has the line put away, and nothing over their words."""
    here.show(here.at.hear(ANGRY))
    here.read()
    glance_at(here, qtbot)
    here.view.passer.hide()
    assert here.view.glance.picture is None


def test_the_keyboard_on_the_link_shows_the_picture_too(here: Open, qtbot: QtBot) -> None:
    here.show(here.at.hear(ANGRY))
    view, link = here.view, here.view.passer.show_it
    view.header.more.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(9):
        if link.hasFocus():
            break
        QTest.keyClick(view.focusWidget(), Qt.Key.Key_Tab)
    assert link.hasFocus() and view.glance.picture is not None
    assert ANGRY in link.accessibleDescription()
    QTest.keyClick(link, Qt.Key.Key_Return)
    popup = picture(here).window()
    assert view.glance.picture is None, "one picture at a time"
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert link.hasFocus() and view.glance.picture is None
    QTest.keyClick(link, Qt.Key.Key_Backtab)
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Tab)
    assert view.glance.picture is not None
    QTest.keyClick(link, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: view.glance.picture is None)


def test_the_picture_is_that_of_the_conversation_on_the_page(here: Open, qtbot: QtBot) -> None:
    first, second = here.at.hear(ANGRY), here.at.hear("Do you have rye bread on Sundays?", "Omar S.")
    here.show(first)
    glance_at(here, qtbot)
    here.show(second)
    assert here.view.glance.picture is None
    here.view.glance.show()
    here.view.hide()
    assert here.view.glance.picture is None


def test_a_private_conversation_has_no_picture(here: Open) -> None:
    remote = here.at.world.post_as("facebook", "Marta K.", ANGRY, is_public=False)
    here.at.collect()
    here.show(here.at.conversation_of(remote))
    assert not here.view.passer.isVisible()
