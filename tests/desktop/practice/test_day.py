"""The pretend day as whoever practises sees it: what happened there, going back, the evening."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import collect, conversations, counter, deliver, drafts, posts
from desktop.clock import SetClock
from desktop.errors import Misuse
from desktop.practice import day, opening, rewind
from desktop.practice.opening import open_practice
from desktop.practice.scenario import Scenario
from desktop.practice.seed import world_of
from desktop.records import Channel, Group
from desktop.shop import Shop
from desktop.writing import Writing

CANNED = "Hi, sorry for any inconvenience caused. Please drop us a message and we'll look into it. Sam"
GOOD = "Dana, your brakes on that hill: I'm sorry, that was us. I'm coming to fetch the bike by 11:30. Sam"


def dana(shop: Shop) -> str:
    account = shop.store.value("select id from accounts where platform = 'practice.google'")
    found = posts.conversation_of(shop.store, account, world_of(shop).root_of("dana"))
    assert found
    return found


def say(shop: Shop, clock: SetClock, text: str) -> str:
    reply = counter.post(shop, dana(shop), Writing.typed(text))
    clock.forward(seconds=11)
    (sent,) = deliver.deliver_due(shop)
    assert sent.posted_at
    return reply.id


def test_a_poor_answer_is_explained_once_they_have_answered_back(shop: Shop, clock: SetClock) -> None:
    key = say(shop, clock, CANNED)
    assert day.what_happened(shop, dana(shop)) is None
    clock.forward(seconds=121)
    happened = day.what_happened(shop, dana(shop))
    assert happened is not None
    assert happened.text == (
        "Your answer would fit any complaint, so it didn’t fit this one. It gave Dana the next job to do. "
        "Try again: name what Dana wrote about (“brakes”), say what you’ll do, and give a time."
    )
    assert happened.key == key
    day.carry_on(shop, happened.post)
    assert day.what_happened(shop, dana(shop)) is None


def test_a_good_answer_needs_no_explaining(shop: Shop, clock: SetClock) -> None:
    say(shop, clock, GOOD)
    clock.forward(seconds=121)
    assert day.what_happened(shop, dana(shop)) is None
    assert not list((shop.folder / opening.BEFORE).glob("*"))


def test_rewinding_unsays_it_and_everything_since(
    shop: Shop, clock: SetClock, puddle: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, one = clock.now(), dana(shop)
    key = say(shop, clock, CANNED)
    clock.forward(minutes=5)
    collect.collect_all(shop)
    assert len(posts.thread(shop.store, one)) == 3
    folder = shop.folder
    shop.close()
    monkeypatch.setattr(opening.seed, "puddle_street", lambda: puddle)
    again = rewind(folder, key)
    try:
        assert not again.found_unclean
        assert len(posts.thread(again.store, one)) == 1
        assert [moved.cause for moved in day.today(again).public.moved] == ["unseen"]
        assert (again.clock.now() - began).total_seconds() < 60
        kept = drafts.load(again.store, one, again.me.id, Channel.PUBLIC)
        assert kept is not None
        assert kept[0].plain() == CANNED
        assert conversations.by_id(again.store, one).group is Group.NEEDS_ANSWER  # type: ignore[union-attr]
        assert deliver.deliver_due(again) == ()
    finally:
        again.close()


def test_a_moment_that_is_not_kept_changes_nothing(shop: Shop, clock: SetClock) -> None:
    say(shop, clock, CANNED)
    folder = shop.folder
    shop.close()
    with pytest.raises(Misuse, match="isn’t kept any more"):
        rewind(folder, "another")
    opened = open_practice(folder)
    assert len(posts.thread(opened.store, dana(opened))) == 2
    opened.close()


def test_what_the_coach_calls_canned_is_canned_to_people(shop: Shop, clock: SetClock) -> None:
    say(shop, clock, GOOD)
    same = "Gus, your brakes on that hill: I'm sorry, that was us. I'm coming to fetch the bike by 11:30. Sam"
    account = shop.store.value("select id from accounts where platform = 'practice.facebook'")
    gus = posts.conversation_of(shop.store, account, world_of(shop).root_of("gus")) or ""
    counter.post(shop, gus, Writing.typed(same))
    clock.forward(seconds=11)
    deliver.deliver_due(shop)
    assert "canned" in world_of(shop).turns()[-1].causes


def test_at_closing_time_the_day_is_one_sentence(shop: Shop, clock: SetClock) -> None:
    say(shop, clock, GOOD)
    assert day.today(shop).closing == ""
    clock.forward(hours=7)
    assert day.today(shop).closing.startswith(
        "You answered 1 person. 2 endings show. "
    )  # Dana's, and Tobias writes his


def test_practising_opens_no_connection(shop: Shop, clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _self, address: tried.append(address))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *asked, **_: tried.append(asked))
    say(shop, clock, CANNED)
    clock.forward(minutes=5)
    collect.collect_all(shop)
    day.today(shop)
    assert tried == []


def test_practising_loads_no_real_place(filled: Path) -> None:
    work = (
        "import sys; from pathlib import Path; from desktop.practice import open_practice;"
        "from desktop import collect; from desktop.practice import day;"
        "shop = open_practice(Path(sys.argv[1])); collect.collect_all(shop); day.today(shop); shop.close();"
        "real = {'mastodon', 'bluesky', 'x', 'google', 'facebook', 'instagram', 'threads', 'youtube', 'feed', 'mail'};"
        "print(sorted(n for n in sys.modules if n.startswith('desktop.connectors.') and n.split('.')[2] in real))"
    )
    root = Path(__file__).resolve().parents[3]
    ran = subprocess.run(
        [sys.executable, "-c", work, str(filled)],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ran.stdout.strip() == "[]"
