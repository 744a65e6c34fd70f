"""What a person sees when a server, a post or the computer's clock is not right."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop import counter
from desktop.connectors.htmltext import has_odd
from desktop.vault import VaultLocked, VaultMissing
from desktop.writing import Writing
from tests.desktop.bad_input.kit import NAMES, Hands, Quay, Shut, later
from tests.desktop.bad_input.rubbish import RUBBISH
from tests.fixtures_shop import Counter
from tests.stories.bad_input.kit import Open, dialog, say_ok, trouble_line, words_in
from tests.stories.driver import Driver
from ui.background import AtOnce
from ui.conversation.messages import Theirs
from ui.theme import Theme

# ---- a server that answers with rubbish ------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind", ["an error page with 200", "half an answer", "numbers for ids", "not for you"]
)
def test_a_server_talking_rubbish_is_said_in_the_window_and_on_its_account(
    quay: Quay, open_window: Open, kind: str
) -> None:
    quay.says("<p>The bread was stale, second time this week</p>")
    quay.collect()
    day = open_window(quay.shop)
    assert day.counts()[0] == 1
    quay.says("<p>And the rolls too</p>")
    quay.rubbish = lambda _: RUBBISH[kind]
    day.press("F5")
    assert quay.trouble.startswith(trouble_line(day))
    assert day.window.status.connection.word().text == "Online, but Mastodon isn’t answering"
    assert day.counts()[0] == 1, "what was there stays"
    day.press("Ctrl+7")
    assert day.reads(quay.trouble)
    quay.rubbish = None
    day.press("F5")
    assert trouble_line(day) == ""
    assert day.counts()[0] == 2, "and nothing is missing"
    assert day.window.status.connection.word().text.startswith("Online · checked ")


def test_a_locked_password_store_is_said_and_the_next_check_works(quay: Quay, open_window: Open) -> None:
    quay.says()
    shut = Shut()
    shut.save(quay.account, quay.shop.vault.load(quay.account))
    shut.error, quay.shop.vault = VaultLocked("KeyringLocked"), shut
    day = open_window(quay.shop)
    day.press("F5")
    assert trouble_line(day) == "The computer's password store is locked, so we can't use your sign-ins."
    day.window.status.trouble.click()
    assert "Unlock it, or work offline." in words_in(dialog(day))
    say_ok(day)
    shut.error = None
    day.press("F5")
    assert (trouble_line(day), day.counts()[0]) == ("", 1)


def test_without_a_password_store_one_can_sign_in_again_for_this_session(
    quay: Quay, open_window: Open
) -> None:
    shut = Shut()
    shut.error, quay.shop.vault = VaultMissing("no store"), shut
    day = open_window(quay.shop)
    day.press("F5")
    assert trouble_line(day) == (
        "This computer has no password store. We can keep the sign-in for this session only."
    )
    day.press("Ctrl+7")
    assert day.reads("Sign in again")


# ---- posts and names that no good person writes ------------------------------------------------------------

UNNOTICED = 0.3  # seconds of work in the window's thread, on top of what any conversation takes


class Elsewhere(AtOnce):
    """Counts what would be done in another thread: `seconds` of processor time."""

    seconds = 0.0

    def run(self, owner: Any, work: Any, *rest: Any, **more: Any) -> None:
        def counted() -> object:
            started = time.process_time()
            try:
                return work()
            finally:
                self.seconds += time.process_time() - started

        super().run(owner, counted, *rest, **more)


@pytest.fixture
def measured(at_counter: Counter, look: Theme) -> Iterator[Driver]:
    day = Driver(at_counter.shop, Elsewhere(at_counter.shop.changes))
    yield day
    day.session.rounds.end()
    day.end()


def opening(day: Driver, conversation: str) -> float:
    """Processor seconds of the window's own thread until it shows a conversation."""
    runner: Any = day.background
    before, started = runner.seconds, time.process_time()
    day.window.open_conversation(conversation)
    for _ in range(5):
        QApplication.processEvents()
    day.window.grab()
    return time.process_time() - started - (runner.seconds - before)


HUGE = {
    "ten megabytes": "Terrible bread \u202e and so on. " * 350_000,
    "one word": "a" * 3_000_000,
    "tags": "<div><img src=x onerror=alert(1)>" * 100_000,
    "accents": "\u0301" * 500_000,
    "joined": "\U0001f468\u200d" * 300_000,
    "empty lines": "x" + "\n" * 9_000_000 + "x",
    "right to left": "\u05e9\u05dc\u05d5\u05dd " * 500_000,
}


def test_ten_megabytes_of_anything_open_without_a_hitch(at_counter: Counter, measured: Driver) -> None:
    plain = at_counter.hear("Do you have rye bread on Sundays?")
    huge = {name: at_counter.hear(words, name) for name, words in HUGE.items()}
    opening(measured, plain)
    opening(measured, huge["tags"])
    usual = opening(measured, plain)
    for name, one in huge.items():
        assert opening(measured, one) < usual + UNNOTICED, name
        (card,) = theirs(measured)
        shown = card.words.label.text()
        assert len(shown) < 2_000
        assert not has_odd(shown)
        assert all(len(row) < 600 for row in measured.rows(measured.page.list))


def theirs(day: Driver) -> list[Theirs]:
    return [card for card in day.view.talk.cards() if isinstance(card, Theirs)]


MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)><iframe src='https://x.example'></iframe><b>bold</b>"


def test_markup_reads_as_it_was_written_and_loads_nothing(at_counter: Counter, open_window: Open) -> None:
    one = at_counter.hear(f"Awful bread {MARKUP}", "<h1>Eve</h1>")
    day = open_window(at_counter.shop)
    day.window.open_conversation(one)
    QApplication.processEvents()
    (card,) = theirs(day)
    assert card.words.label.text() == f"Awful bread {MARKUP}"
    assert day.view.header.name.text() == "<h1>Eve</h1>"


@pytest.mark.parametrize(("name", "shown"), NAMES.values(), ids=NAMES.keys())
def test_whatever_somebody_calls_themselves_the_window_keeps_its_shape(
    quay: Quay, open_window: Open, name: str, shown: str
) -> None:
    from tests.desktop.connectors.conftest import person

    quay.says("<p>The bread was stale, and nobody said sorry</p>", account=person(name=name))
    quay.collect()
    day = open_window(quay.shop)
    size = day.window.size()
    day.press("J", "Return")
    assert day.view.header.name.text() == shown
    for page in ("Ctrl+1", "Ctrl+2", "Ctrl+3"):
        day.press(page)
        assert day.window.size() == size
        assert day.window.minimumSizeHint().width() < 1000
        assert any(shown[:30] in text for text in day.seen())


# ---- clocks --------------------------------------------------------------------------------------------------


def test_a_clock_set_back_while_a_reply_waits_still_counts_seconds(
    at_counter: Counter, open_window: Open
) -> None:
    hands = Hands(at_counter.clock.now())
    one = at_counter.hear("Do you have rye bread on Sundays?")
    at_counter.shop.clock = hands.clock()
    day = open_window(at_counter.shop)
    counter.post(at_counter.shop, one, Writing.typed("We do, from eight. Ines"))
    day.window.bridge.outbox_changed()
    hands.pass_by(3)
    hands.set(days=-365)
    day.session.rounds._time_passes()
    assert day.status() == "Reply to Marta K. goes in 7 s"
    assert 5000 < day.session.rounds._deliver_timer.remainingTime() < 9000
    hands.pass_by(8)
    day.session.rounds._deliver()
    assert at_counter.ours_on_the_page(one) == ["We do, from eight. Ines"]


CLOCK_SAYS = "This computer's clock says 2019. Times and promises will be wrong until it's set."


def test_a_wrong_clock_is_said_once_and_read_away(quay: Quay, open_window: Open) -> None:
    later(quay.shop, days=-365 * 7)
    day = open_window(quay.shop)
    assert trouble_line(day) == CLOCK_SAYS
    day.window.status.trouble.click()
    assert CLOCK_SAYS in words_in(dialog(day))
    say_ok(day)
    day.session.rounds.minute.emit()
    assert trouble_line(day) == ""


def test_a_clock_put_right_takes_its_sentence_away(quay: Quay, open_window: Open) -> None:
    later(quay.shop, days=-365 * 7)
    day = open_window(quay.shop)
    assert trouble_line(day) == CLOCK_SAYS
    later(quay.shop, days=365 * 7)
    day.session.rounds.minute.emit()
    assert trouble_line(day) == ""
