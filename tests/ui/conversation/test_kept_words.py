"""Words that aren't there any more stay folded; and the passer-by line shows the picture of what they see."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import counter, lookout
from desktop.records import ProofKind
from tests.fixtures_shop import Counter
from tests.ui.conversation.test_conversation import ANGRY, Open
from ui.conversation.kept_words import Folded
from ui.conversation.messages import Theirs
from ui.conversation.sight_picture import SightPicture
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


def test_a_private_conversation_has_no_picture(here: Open) -> None:
    remote = here.at.world.post_as("facebook", "Marta K.", ANGRY, is_public=False)
    here.at.collect()
    here.show(here.at.conversation_of(remote))
    assert not here.view.passer.isVisible()
