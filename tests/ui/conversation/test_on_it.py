"""I'm on it, in the window: the bar that says so, the key, and the button that stops once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop import counter, outbox
from desktop.records import Channel, Person
from desktop.writing import Writing
from tests.fixtures_shop import Counter
from tests.ui.conversation.test_conversation import Open
from ui.theme import Theme
from ui.widgets.buttons import LinkButton

HERS, HIS = "Marta, I ring you at four. Ines", "Marta, raw dough is no base. I ring you at noon today. Tom"


@pytest.fixture
def here(at_counter: Counter, look: Theme) -> Iterator[Open]:
    made = Open(at_counter)
    yield made
    made.view.close()
    made.view.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def ines(at_counter: Counter) -> Person:
    return at_counter.shop.me


@pytest.fixture
def tom(at_counter: Counter, ines: Person) -> Person:
    return counter.add_person(at_counter.shop, "Tom")


def links(here: Open, name: str) -> list[str]:
    bar = here.view.top_bars.bar(name)
    return [link.text() for link in bar.findChildren(LinkButton) if link.isVisible()]


def press(here: Open, name: str, text: str) -> None:
    bar = here.view.top_bars.bar(name)
    next(link for link in bar.findChildren(LinkButton) if link.text() == text).click()
    QApplication.processEvents()


def test_i_takes_it_and_the_bar_lets_it_go(here: Open, tom: Person) -> None:
    one = here.at.hear("The base was raw dough.")
    here.show(one)
    here.read()
    here.key(Qt.Key.Key_I)
    assert here.view.top_bars.text("mine") == "You’re on it till 10:20."
    assert here.said("toast_wanted")[-1].text == "You’re on it"
    press(here, "mine", "Not any more")
    assert not here.view.top_bars.text("mine")
    assert counter.who_is_on_it(here.at.shop, one) is None


def test_another_one_is_told_and_stopped_once_before_posting(here: Open, ines: Person, tom: Person) -> None:
    shop, one = here.at.shop, here.at.hear("The base was raw dough.")
    counter.save_draft(shop, one, Channel.PUBLIC, Writing.typed(HERS))
    shop.set_person(tom)
    here.show(one)
    assert here.view.top_bars.text("somebody") == f"{ines.name} is on it till 10:20."
    assert links(here, "somebody") == ["Read their draft", "Take it over", f"Leave it to {ines.name}"]
    assert not here.view.top_bars.text("draft"), "one bar says both"
    here.read()
    here.key(Qt.Key.Key_R)
    here.view.composer.set_writing(Writing.typed(HIS))
    QApplication.processEvents()
    assert here.view.composer.footer.post.text() == f"Take over from {ines.name} first"
    assert here.view.top_bars.bar("somebody").isVisible(), "also while writing"
    here.view.composer.press()
    QApplication.processEvents()
    assert outbox.of_conversation(shop.store, one) == ()
    assert here.view.composer.footer.post.text() == "Post reply"
    assert not here.view.top_bars.text("somebody")
    here.view.composer.press()
    QApplication.processEvents()
    (reply,) = outbox.of_conversation(shop.store, one)
    assert reply.text == HIS and reply.person == tom.id


def test_the_bar_goes_when_its_time_is_over(here: Open, tom: Person) -> None:
    one = here.at.hear("The base was raw dough.")
    counter.im_on_it(here.at.shop, one)
    here.at.shop.set_person(tom)
    here.show(one)
    assert here.view.top_bars.text("somebody")
    here.at.clock.forward(minutes=21)
    here.view.time_passes()
    QApplication.processEvents()
    assert not here.view.top_bars.text("somebody")


def test_one_person_alone_is_offered_nothing_of_it(here: Open) -> None:
    here.show(here.at.hear("The base was raw dough."))
    assert not here.view.acts.by_name["on_it"].isVisible()


def test_in_a_shop_that_is_open_to_read_only_nobody_types_words_that_are_kept_nowhere(
    at_counter: Counter, look: Theme, ines: Person
) -> None:
    one, drafted = at_counter.hear("The base was raw dough."), at_counter.hear("Two hours late.")
    counter.save_draft(at_counter.shop, drafted, Channel.PUBLIC, Writing.typed(HERS))
    at_counter.shop.read_only = True
    made = Open(at_counter)
    made.show(one)
    made.read()
    for key in (Qt.Key.Key_R, Qt.Key.Key_1, Qt.Key.Key_N):
        made.key(key)
        assert made.said("toast_wanted")[-1].text == "This shop is open to read only."
        assert not made.view.composer.isVisible()
    made.show(drafted)
    assert made.view.composer.editor.toPlainText() == HERS, "what was written can be read"
    assert not made.view.composer.isEnabled()
    made.view.close()
    made.view.deleteLater()
    QApplication.processEvents()
