"""Notifications: nothing private unless asked for, at most one a minute, the most pressing first."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import accounts, conversations, counter, history, promises, settings, shopbook
from desktop.records import Conversation, Debt, Kind, Owed
from desktop.writing import Writing
from tests.fixtures_shop import Counter
from ui import news, notify
from ui.background import AtOnce
from ui.news import bundled, due_lines, kind_words, sentences, wanted
from ui.notify import Notifier, tray_lines


@pytest.fixture
def one(at_counter: Counter) -> Conversation:
    found = conversations.by_id(at_counter.shop.store, at_counter.hear("Do you have rye bread on Sundays?"))
    assert found is not None
    return found._replace(kind=Kind.COMPLAINT, is_serious=False, happening_until=None)


def said(*fresh: Conversation, show_words: bool = False) -> list[str]:
    return sentences(fresh, lambda _platform: "Google", show_words=show_words)


def test_only_the_place_is_named_unless_a_person_wants_more(one: Conversation) -> None:
    assert said(one) == ["New public complaint on Google"]
    assert said(one._replace(kind=Kind.QUESTION)) == ["New question on Google"]
    assert said(one, show_words=True) == ["Marta K., Google: Do you have rye bread on Sundays?"]


def test_serious_comes_first_and_names_nobody_even_when_names_are_wanted(one: Conversation) -> None:
    serious = one._replace(is_serious=True)
    now = one._replace(happening_until=one.first_at)
    assert said(one, now, serious, show_words=True)[:2] == [
        "Something serious came in",
        "Someone needs an answer now, on Google",
    ]


def test_praise_and_ideas_wait_until_somebody_looks(one: Conversation) -> None:
    assert said(one._replace(kind=Kind.PRAISE), one._replace(kind=Kind.IDEA)) == []


def test_several_things_are_one_line() -> None:
    assert bundled(["a"], 1) == "a"
    assert bundled(["a"] * 6, 2) == "6 new, 2 of them complaints"
    assert bundled(["a"] * 3, 0) == "3 new"


def test_a_strangers_words_are_never_a_body_that_may_be_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    words = '<img src="file:///x">: <b>Never again</b>'
    monkeypatch.setattr(notify.sys, "platform", "linux")
    assert tray_lines(words) == (words, "")
    monkeypatch.setattr(notify.sys, "platform", "win32")
    assert tray_lines(words) == ("Said & Done", words)


class Silent(Notifier):
    """Keeps what it would say instead of saying it."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.said: list[str] = []
        self.rung = 0

    def ring(self) -> None:
        self.rung += 1

    def say(self, text: str, *, has_words: bool = False) -> None:
        self.said.append(text)


@pytest.fixture
def notifier(at_counter: Counter, qapp: QApplication) -> Silent:
    return Silent(at_counter.shop, AtOnce())


def test_one_notification_a_minute(at_counter: Counter, notifier: Silent, qtbot: QtBot) -> None:
    first = at_counter.hear("Do you have rye bread on Sundays?")
    second = at_counter.hear("Is the shop open on Sundays, and till when?", who="Gus")
    notifier.came([first])
    qtbot.waitUntil(lambda: bool(notifier.said))
    at_counter.clock.forward(seconds=20)
    notifier.came([second])
    assert 38_000 < notifier._timer.remainingTime() < 42_000
    notifier.came([first])
    at_counter.clock.forward(minutes=1)
    notifier._tell()
    assert notifier.said == ["New question on Facebook", "2 new"]


def test_a_sound_is_for_somebody_at_the_door_or_something_serious_and_once(
    at_counter: Counter, notifier: Silent, qtbot: QtBot
) -> None:
    notifier.came([at_counter.hear("Do you have rye bread on Sundays?")])
    qtbot.waitUntil(lambda: bool(notifier.said))
    assert not notifier.rung
    ill = at_counter.hear("Two of us got food poisoning from your quiche, one is in hospital.", who="Gus")
    notifier.came([ill])
    at_counter.clock.forward(minutes=1)
    notifier._tell()
    notifier._tell()
    assert notifier.said[1:] == ["Something serious came in"] and notifier.rung == 1


def test_something_serious_is_named_among_several_too(at_counter: Counter, notifier: Silent, qtbot: QtBot) -> None:
    rye = at_counter.hear("Do you have rye bread on Sundays?")
    notifier.came([rye])
    qtbot.waitUntil(lambda: bool(notifier.said))
    ill = at_counter.hear("Two of us got food poisoning from your quiche, one is in hospital.", who="Gus")
    notifier.came([rye])
    notifier.came([rye, ill])
    notifier._tell()
    notifier.came([rye])
    notifier.came([rye])
    notifier._tell()
    assert notifier.said[1:] == ["Something serious came in. 3 new, 1 of them a complaint", "2 new"]


def test_notifications_can_be_switched_off(at_counter: Counter, notifier: Silent) -> None:
    settings.put(at_counter.shop.store, settings.NOTIFY, False)
    notifier.came([at_counter.hear("Do you have rye bread on Sundays?")])
    assert not notifier._timer.isActive()


def test_the_minute_is_real_time_also_when_the_clock_was_set_back(
    at_counter: Counter, notifier: Silent, qtbot: QtBot
) -> None:
    first = at_counter.hear("Do you have rye bread on Sundays?")
    notifier.came([first])
    qtbot.waitUntil(lambda: bool(notifier.said))
    at_counter.clock.set(at_counter.clock.now() - timedelta(days=400))
    notifier.came([first])
    assert 0 <= notifier._timer.remainingTime() < 62_000


def test_what_falls_due_is_told_ten_minutes_before_and_when_it_is_over(
    at_counter: Counter, notifier: Silent
) -> None:
    at_counter.hear("The tart was raw in the middle. Eleven people, no dessert.")  # due in two hours
    told = []
    for _ in range(125):
        at_counter.clock.forward(minutes=1)
        notifier.time_passes()
        notifier._tell()
        told += [(at_counter.clock.now().minute, text) for text in notifier.said]
        notifier.said.clear()
    assert told == [(50, "A first answer is due at 12:00"), (0, "A first answer was due at 12:00")]


def test_what_falls_due_while_the_shop_is_closed_is_not_told(at_counter: Counter, notifier: Silent) -> None:
    with at_counter.shop.store.writing():
        shopbook.put_hours(at_counter.shop.store, [(6, "07:00", "16:00")])
        promises.make(
            at_counter.shop.store,
            at_counter.hear("Stale bread."),
            at_counter.shop.me.id,
            at_counter.clock.now() + timedelta(minutes=5),
            at_counter.clock.now(),
        )
    at_counter.clock.forward(minutes=6)
    notifier.time_passes()
    notifier._tell()
    assert notifier.said == []


def test_several_things_due_are_one_notification_and_names_only_where_wanted(at_counter: Counter) -> None:
    now = at_counter.clock.now()
    due = [Debt(Owed.PROMISE, "a", "Hana B.", now), Debt(Owed.ENDING, "b", "Omar S.", now + timedelta(minutes=9))]
    assert due_lines(due, at_counter.clock, show_words=False) == [
        "A promise was due at 10:00",
        "An ending is owed by 10:09",
    ]
    assert due_lines(due[:1], at_counter.clock, show_words=True) == ["Hana B.: A promise was due at 10:00"]


def close_the_shop(at: Counter) -> None:
    with at.shop.store.writing():
        shopbook.put_hours(at.shop.store, [(6, "07:00", "16:00")])


def test_it_is_quiet_while_the_shop_is_closed_but_for_what_can_not_wait(
    at_counter: Counter, notifier: Silent, qtbot: QtBot
) -> None:
    close_the_shop(at_counter)
    notifier.came([at_counter.hear("Do you have rye bread on Sundays?")])
    notifier._tell()
    assert not notifier.said
    notifier.came([at_counter.hear("Two of us got food poisoning from your quiche, one is in hospital.", who="Gus")])
    qtbot.waitUntil(lambda: bool(notifier.said))
    assert notifier.said == ["Something serious came in"] and notifier.rung == 1


def night(at: Counter) -> None:
    """The shop opens on Saturdays at 11; it is 10."""
    with at.shop.store.writing():
        shopbook.put_hours(at.shop.store, [(5, "11:00", "16:00")])


def by_the_minute(at: Counter, notifier: Silent, minutes: int) -> list[tuple[str, str]]:
    """(hour, what is said), each minute."""
    told = []
    for _ in range(minutes):
        at.clock.forward(minutes=1)
        notifier.time_passes()
        notifier._tell()
        told += [(at.clock.local(at.clock.now()).strftime("%H:%M"), text) for text in notifier.said]
        notifier.said.clear()
    return told


def test_when_the_shop_opens_what_came_while_it_was_quiet_is_said_once_as_a_number(
    at_counter: Counter, notifier: Silent
) -> None:
    at, shop = at_counter, at_counter.shop
    settings.put(shop.store, settings.SHOW_WORDS_IN_NOTIFICATIONS, True)
    night(at)
    ids = [at.hear(f"Do you have rye bread on {day}?", who=day) for day in ("Sunday", "Monday", "Friday")]
    complaint = at.hear("The tart was raw in the middle. I want my money back.", who="Omar")
    praise = at.hear("Lovely bread, thank you so much!", who="Eve")
    for one in (*ids, complaint, praise):
        notifier.came([one])
    at.clock.forward(seconds=5)
    with shop.store.writing():
        history.tell(shop.store, history.By("", shop.device, at.clock.now()), "c", "proof_gone", {})
    counter.done(shop, ids[0])
    assert by_the_minute(at, notifier, 90) == [
        ("11:00", "While the shop was closed: 3 new, 1 of them a complaint. An ending has disappeared")
    ]


def test_one_alone_is_said_when_the_shop_opens_as_if_it_came_then(at_counter: Counter, notifier: Silent) -> None:
    night(at_counter)
    notifier.came([at_counter.hear("Do you have rye bread on Sundays?")])
    assert by_the_minute(at_counter, notifier, 90) == [("11:00", "New question on Facebook")]


def test_what_could_not_wait_is_not_said_again_when_the_shop_opens(at_counter: Counter, notifier: Silent) -> None:
    night(at_counter)
    notifier.came([at_counter.hear("Two of us got food poisoning from your quiche, one is in hospital.", who="Gus")])
    assert by_the_minute(at_counter, notifier, 90) == [("10:01", "Something serious came in")]


def test_who_wants_to_hear_it_at_any_hour_does(at_counter: Counter, notifier: Silent, qtbot: QtBot) -> None:
    close_the_shop(at_counter)
    settings.put(at_counter.shop.store, settings.QUIET_WHEN_CLOSED, False)
    notifier.came([at_counter.hear("Do you have rye bread on Sundays?")])
    qtbot.waitUntil(lambda: bool(notifier.said))
    assert notifier.said == ["New question on Facebook"]


def test_the_owner_hears_that_a_helper_asks_and_a_helper_does_not(at_counter: Counter, notifier: Silent) -> None:
    shop = at_counter.shop
    ines, tom = shop.me, counter.add_person(shop, "Tom")
    one = at_counter.hear("The base was raw dough.")
    shop.set_person(tom)
    at_counter.clock.forward(seconds=10)
    counter.ask(shop, one, Writing.typed("Marta, here is €50 back. Tom"), "May I?")
    notifier.time_passes()
    notifier._tell()
    assert not notifier.said
    shop.set_person(ines)
    again = Silent(shop, AtOnce())
    again._due_until = at_counter.clock.now() - timedelta(minutes=1)
    again.time_passes()
    again._tell()
    assert again.said == ["Tom is asking you something"]
    again.time_passes()
    again._tell()
    assert len(again.said) == 1, "once"


def test_a_place_that_signed_us_out_and_an_ending_that_is_gone_are_told_once(
    at_counter: Counter, notifier: Silent
) -> None:
    shop = at_counter.shop
    with shop.store.writing():
        accounts.has_trouble(shop.store, at_counter.account.id, "signed out", needs_login=True)
        at_counter.clock.forward(seconds=5)
        history.tell(shop.store, history.By("", shop.device, at_counter.clock.now()), "c", "proof_gone", {})
        history.tell(shop.store, history.By("", shop.device, at_counter.clock.now()), "d", "ending_seen", {})
    for _ in range(2):
        notifier.time_passes()
        notifier._tell()
    assert notifier.said == [
        "Facebook needs you to sign in again. A complaint now shows its ending. An ending has disappeared"
    ]


def choose(at: Counter, **kinds: bool) -> None:
    settings.put(at.shop.store, settings.NEWS, dict(kinds), person=at.shop.me.id)


def test_as_it_comes_a_helper_hears_of_all_but_what_is_the_owners() -> None:
    assert wanted({}, is_owner=True) == set(news.KINDS)
    assert set(news.KINDS) - wanted({}, is_owner=False) == {"asked", "sign_in"}
    assert "sign_in" in wanted({"sign_in": True}, is_owner=False)
    assert "asked" not in wanted({"asked": True}, is_owner=False), "nobody asks them"
    assert "due" not in wanted({"due": False, "question": "no", "gone": True}, is_owner=True)


TOLD = {
    "complaint": "New public complaint on Facebook",
    "question": "New question on Facebook",
    "serious": "Something serious came in",
    "due": "A promise is due at 10:05",
    "asked": "Tom is asking you something",
    "ending_seen": "A complaint now shows its ending",
    "ending_gone": "An ending has disappeared",
    "sign_in": "Facebook needs you to sign in again",
}


@pytest.mark.parametrize("kind", sorted(TOLD))
def test_each_kind_can_be_turned_off_by_itself(kind: str, at_counter: Counter, qapp: QApplication) -> None:
    at, shop = at_counter, at_counter.shop
    ines, tom = shop.me, counter.add_person(shop, "Tom")
    begun = at.clock.now()
    at.clock.forward(seconds=5)
    heard = {
        "complaint": at.hear("The tart was raw in the middle. I want my money back."),
        "question": at.hear("Do you have rye bread on Sundays?", who="Gus"),
        "serious": at.hear("Two of us got food poisoning from your quiche, one is in hospital.", who="Ada"),
    }
    with shop.store.writing():
        due = at.clock.now().replace(minute=5)
        promises.make(shop.store, heard["question"], ines.id, due, at.clock.now())
    shop.set_person(tom)
    counter.ask(shop, heard["complaint"], Writing.typed("Marta, here is €50 back. Tom"), "May I?")
    shop.set_person(ines)
    with shop.store.writing():
        accounts.has_trouble(shop.store, at.account.id, "signed out", needs_login=True)
        for event in ("proof_gone", "ending_seen"):
            history.tell(shop.store, history.By("", shop.device, at.clock.now()), "c", event, {})

    def told() -> str:
        """One notification for each thing, so that nothing is bundled."""
        said = []
        for one in heard.values():
            notifier = Silent(shop, AtOnce())
            notifier.came([one])
            notifier._tell()
            said += notifier.said
        notifier = Silent(shop, AtOnce())
        notifier._due_until = begun - timedelta(minutes=6)
        notifier.time_passes()
        notifier._news, rest = [], list(notifier._news)
        notifier._tell()
        return "\n".join([*said, *notifier.said, *rest])

    assert all(line in told() for line in TOLD.values())
    choose(at, **{kind: False})
    left = told()
    assert TOLD[kind] not in left
    assert all(line in left for other, line in TOLD.items() if other != kind and kind != "serious")
    settings.put(shop.store, settings.NOTIFY, False)
    assert told().strip() == ""


def test_who_does_not_want_serious_ones_told_apart_hears_of_a_complaint(one: Conversation) -> None:
    told = news.ALL - {"serious"}
    serious = one._replace(is_serious=True)
    assert sentences([serious], lambda _: "Google", show_words=False, told=told) == ["New public complaint on Google"]


def test_kind_words_wait_for_the_shop_to_close_and_are_one_line(at_counter: Counter, notifier: Silent) -> None:
    at = at_counter
    with at.shop.store.writing():
        shopbook.put_hours(at.shop.store, [(5, "07:00", "12:00"), (5, "14:00", "16:00")])
    for who in ("Ada", "Ben", "Cleo", "Dan"):
        notifier.came([at.hear("Lovely bread, thank you so much!", who=who)])
    notifier.came([at.hear("It would be great if you had a bench outside.", who="Eve")])
    said = []
    for _ in range(8 * 60):
        at.clock.forward(minutes=1)
        notifier.time_passes()
        notifier._tell()
        said += [(at.clock.now().strftime("%H:%M"), text) for text in notifier.said if "today" in text]
        notifier.said.clear()
    assert said == [("16:00", "4 kind words and 1 idea today")]
    assert kind_words(1, 0) == "1 kind word today" and kind_words(0, 2) == "2 ideas today"
    assert kind_words(4, 0) == "4 kind words today" and kind_words(0, 0) == ""


def test_a_shop_that_closes_after_midnight_counts_its_evening(at_counter: Counter, notifier: Silent) -> None:
    at = at_counter
    with at.shop.store.writing():
        shopbook.put_hours(at.shop.store, [(5, "09:00", "02:00")])
    at.hear("Lovely bread, thank you so much!")
    notifier.time_passes()
    at.clock.forward(hours=16)
    notifier.time_passes()
    notifier._tell()
    assert notifier.said == ["1 kind word today"]


def test_no_name_is_told_while_the_window_is_locked(at_counter: Counter, qapp: QApplication) -> None:
    at = at_counter
    settings.put(at.shop.store, settings.SHOW_WORDS_IN_NOTIFICATIONS, True)
    one = at.hear("Do you have rye bread on Sundays?")
    for is_locked, said in ((False, "Marta K., Facebook: Do you have rye"), (True, "New question on Facebook")):
        notifier = Silent(at.shop, AtOnce())
        notifier.is_locked = is_locked
        notifier.came([one])
        notifier._tell()
        assert notifier.said[0].startswith(said)
