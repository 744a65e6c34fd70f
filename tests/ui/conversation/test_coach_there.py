"""The coach in its conversation: what it knows of the shop, stopping a check, comparing, confirming a fact."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from desktop import counter, settings, shopbook
from desktop.records import Fact
from desktop.writing import Writing
from tests.fixtures_shop import Counter
from tests.ui.conversation.test_conversation import Open
from ui.composer.compare import Compare, shared
from ui.settings.dialog import SettingsDialog
from ui.theme import Theme

RAW = "The tart was raw in the middle. Nobody picked up the phone."
LOUD = "We are VERY SORRY about the raw tart and the phone. I'll ring at noon tomorrow. Ines"


@pytest.fixture
def here(at_counter: Counter, look: Theme) -> Iterator[Open]:
    made = Open(at_counter)
    yield made
    made.view.close()
    made.view.deleteLater()
    QApplication.processEvents()


def write(here: Open, conversation: str, text: str) -> None:
    here.show(conversation)
    here.view.composer.set_writing(Writing.typed(text), at_end=True)
    QApplication.processEvents()


def checks(here: Open) -> list[str]:
    return [item.finding().check for item in here.view.composer.coach.items()]


def press(here: Open, check: str, label: str) -> None:
    item = next(one for one in here.view.composer.coach.items() if one.finding().check == check)
    next(link for link in item.links() if link.text() == label).click()
    QApplication.processEvents()


def test_set_aside_in_three_replies_it_asks_and_stop_is_heard_everywhere(here: Open) -> None:
    people_there = [here.at.hear(RAW, name) for name in ("Marta", "Bea", "Jonas", "Noor")]
    coach = here.view.composer.coach
    for one in people_there[:3]:
        assert coach.stop_item().isHidden()
        write(here, one, LOUD)
        press(here, "c-shout", "Not needed here")
        assert "c-shout" not in checks(here)
    assert coach.stop_item().title.text() == "Stop checking this for you?"
    coach.stop_item().links()[0].click()
    write(here, people_there[3], LOUD)
    assert "c-shout" not in checks(here)
    shop = here.at.shop
    assert settings.get(shop.store, settings.QUIET_CHECKS, person=shop.me.id) == ["c-shout"]


def test_the_settings_turn_a_stopped_check_on_again(here: Open) -> None:
    shop = here.at.shop
    counter.stop_check(shop, "c-shout")
    dialog = SettingsDialog(shop, here.view)
    dialog.turned_on.connect(lambda one: counter.turn_on_check(shop, one.person, one.check))
    (button,) = dialog.quiet.buttons
    button.click()
    assert counter.stopped_checks(shop) == ()
    assert not button.isEnabled()
    write(here, here.at.hear(RAW), LOUD)
    assert "c-shout" in checks(here)


def test_a_check_set_aside_all_the_time_is_the_owners_to_turn_off_or_keep(here: Open) -> None:
    shop, coach = here.at.shop, here.view.composer.coach
    one, other = here.at.hear(RAW), here.at.hear(RAW, "Bea")
    write(here, one, LOUD)
    assert coach.noise_item().isHidden() and "c-shout" in checks(here)
    for draft in "abcdef":
        counter.set_aside(shop, draft, "c-shout")
    write(here, other, LOUD)
    item = coach.noise_item()
    assert item.title.text() == "“Capital letters” may be too noisy"
    assert item.text.text() == "Set aside in 6 replies: you 6."
    assert [link.text() for link in item.links()] == ["Turn off for the shop", "Keep"]
    item.links()[0].click()
    QApplication.processEvents()
    assert item.isHidden() and counter.quiet_checks(shop) == {"c-shout"}
    write(here, one, LOUD)
    assert "c-shout" not in checks(here)


def test_the_settings_tell_of_it_too_and_turn_it_on_again(here: Open) -> None:
    shop = here.at.shop
    for draft in "abcdef":
        counter.set_aside(shop, draft, "c-shout")
    dialog = SettingsDialog(shop, here.view)
    dialog.noise_answered.connect(lambda check, is_off: is_off and counter.turn_off_for_shop(shop, check))
    off, keep = dialog.quiet.noisy_buttons
    assert (off.text(), keep.text()) == ("Turn off for the shop", "Keep")
    off.click()
    assert counter.quiet_checks(shop) == {"c-shout"} and not keep.isEnabled()
    again = SettingsDialog(shop, here.view)
    again.turned_on.connect(lambda one: counter.turn_on_check(shop, one.person, one.check))
    (button,) = again.quiet.buttons
    assert not again.quiet.noisy_buttons
    button.click()
    assert counter.quiet_checks(shop) == frozenset()


def test_an_old_fact_is_checked_by_one_press(here: Open) -> None:
    shop = here.at.shop
    old = shop.clock.now() - timedelta(days=200)
    with shop.store.writing():
        fact = shopbook.put_fact(shop.store, Fact("", "Car park", "Two hours free behind the shop.", (), "Bo", old))
    write(here, here.at.hear("Where can I park?"), "The car park behind the shop, two hours are free. Ines")
    press(here, "c-stale", "It's still right")
    (kept,) = [one for one in shopbook.facts(shop.store) if one.id == fact.id]
    assert kept.checked_at == shop.clock.now() and kept.checked_by == shop.me.name


def test_what_stands_in_public_is_no_secret(here: Open) -> None:
    one = here.at.hear(f"{RAW} I'm on +49 30 901820, ring me.")
    write(here, one, "Raw tart, and no answer on the phone. I'll ring +49 30 901820 at noon. Ines")
    assert "c-private" not in checks(here)
    write(here, one, "Raw tart, and no answer on the phone. I'll ring +49 30 901821 at noon. Ines")
    assert "c-private" in checks(here)


def test_comparing_shows_both_texts_whole(here: Open) -> None:
    made = Compare("one two three four", "Then", "<b>zero</b> two three four five" + " x" * 700, here.view)
    assert made.draft.text() == "one two three four"
    assert made.earlier.text().startswith("<b>zero</b> two three four five") and len(made.earlier.text()) > 1400
    ours, theirs = shared("one two three four", "zero two three four five")
    assert ours == ["one ", ("two three four", "strong")]
    assert theirs == ["zero ", ("two three four", "strong"), " five"]
