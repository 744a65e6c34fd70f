"""An ordinary page of the web, for what came by hand, by feed or by mail: seen, not checked or gone, never guessed."""

from __future__ import annotations

import html
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop import accounts, collect, complaints, counter, lookout, looks, passerby, posts, retelling
from desktop.clock import SetClock
from desktop.connectors import webpage
from desktop.errors import Garbled, Gone, Misuse, Offline, Refused, ShopError, SlowDown, TooMuch
from desktop.looks import Look, PageSight
from desktop.pace import Pace
from desktop.passerby import SightState
from desktop.records import Account, Author, Batch, Complaint, ProofKind, RemotePost, Stage
from desktop.shop import Shop
from desktop.vault import SessionVault
from desktop.web import Web
from desktop.writing import Writing
from tests.desktop.little_server import LittleServer, Says
from tests.fixtures_shop import SATURDAY

WORDS = "Ordered the lemon tart for my mum's 70th. The middle was raw dough, never again."
OURS = "Marta, the raw middle was us: two trays went in together. I'll ring you today. Ines"
ENDING = "Update: they baked me a new one the same day."


def page(*said: str) -> Says:
    """A page as places make them: quotes of their own, words in pieces, scripts and a frame around."""
    parts = "".join(f"<div><span>{html.escape(one[:9])}</span>{html.escape(one[9:])}</div>" for one in said)
    whole = f"<html><head><title>x</title></head><body><script>var a = 1 < 2;</script><h1>Reviews</h1>{parts}</body>"
    return Says(whole.replace("&#x27;", "’").encode(), headers={"Content-Type": "text/html; charset=utf-8"})


NO_PAGE = Says(b"<h1>Not found</h1>", 404, {"Content-Type": "text/html"})
LOGIN = page("Sign in to read what others wrote about this place.")


@dataclass
class Scene:
    """The shop, and the server with the page that something was said on."""

    shop: Shop
    clock: SetClock
    server: LittleServer

    @property
    def link(self) -> str:
        return f"{self.server.url}/reviews/1"

    def added(self, **more: Any) -> str:
        heard = counter.Heard("yelp", WORDS, self.clock.now() - timedelta(hours=3), "Marta K.", self.link)
        return counter.add_by_hand(self.shop, heard._replace(**more)).conversation

    def shows(self, *replies: Says) -> None:
        self.server.replies = list(replies)

    def looks(self, one: str) -> Look:
        found = lookout.look(self.shop, one)
        assert found
        return found

    def complaint(self, one: str) -> Complaint:
        found = complaints.by_id(self.shop.store, one)
        assert found
        return found

    def answered(self) -> str:
        """Added by hand, answered by a person who pasted it there."""
        one = self.added()
        reply = counter.copy_out(self.shop, one, Writing.typed(OURS))
        counter.it_is_posted(self.shop, reply.id, self.link)
        return one

    def ended(self, link: str = "") -> str:
        one = self.answered()
        counter.confirm_ending(
            self.shop, one, kind=ProofKind.THEIR_REPLY, link=link or self.link, words=ENDING
        )
        return one


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    clock = SetClock(SATURDAY, SATURDAY.tzinfo)
    with LittleServer(page(WORDS)) as server:
        shop = Shop.open(
            tmp_path / "shop",
            clock=clock,
            vault=SessionVault(),
            web=lambda: Web(pace=Pace(), pages_at_home=True, connect_s=2),
        )
        shop.found_with("Corner Shop", "Ines")
        yield Scene(shop, clock, server)
        shop.close()


# ---- what a look makes of a page ---------------------------------------------------------------------


def test_words_that_stand_on_the_page_are_seen_signed_out_with_one_request(scene: Scene) -> None:
    one = scene.added()
    assert lookout.look_due(scene.shop) == 0
    scene.clock.forward(minutes=3)
    assert lookout.look_due(scene.shop) == 1
    look = looks.last(scene.shop.store, one)
    assert look and (look.sight, look.how) == (PageSight.SEEN, "signed out")
    assert [asked.path for asked in scene.server.asked] == ["/reviews/1"]
    assert not {"authorization", "cookie"} & set(scene.server.asked[0].headers)
    assert scene.complaint(one).stage is Stage.NO_ANSWER
    scene.clock.forward(days=2)
    assert lookout.look_due(scene.shop) == 1, "an open complaint is looked at again"


def test_an_answer_of_ours_that_stands_there_is_an_answer(scene: Scene) -> None:
    one = scene.answered()
    counter.passer_by_looked(scene.shop, one, answer_shows=False)
    assert scene.complaint(one).stage is Stage.NO_ANSWER
    scene.shows(page(WORDS, OURS))
    assert scene.looks(one).sight is PageSight.SEEN
    assert scene.complaint(one).stage is Stage.ANSWERED
    assert retelling.differing(scene.shop.store) == []


def test_an_answer_that_isnt_found_is_left_as_a_person_said(scene: Scene) -> None:
    one = scene.answered()
    look = scene.looks(one)
    assert (look.sight, look.how) == (PageSight.SEEN, "Ines"), "behind a click, perhaps: nobody guesses"
    assert scene.complaint(one).stage is Stage.ANSWERED
    scene.clock.forward(days=1)
    assert scene.looks(one).sight is PageSight.UNKNOWN
    assert not passerby.sees(scene.shop.store, one).can_look
    assert scene.complaint(one).stage is Stage.ANSWERED


@pytest.mark.parametrize(
    "says",
    [
        LOGIN,
        Says(b"no", 403),
        Says(b"%PDF-1.7", headers={"Content-Type": "application/pdf"}),
        Says(b"<p>" + b"x" * 3_100_000, headers={"Content-Type": "text/html"}),
        Says(b"", 302, {"Location": "https://elsewhere.example/"}),
        Says(b"", 302, {"Location": "/reviews/1"}),
        Says(b"\xff\xfe\x00\x81<p>" * 40, headers={"Content-Type": "text/html; charset=no-such-thing"}),
    ],
    ids=["login", "forbidden", "pdf", "too large", "another host", "circles", "no text"],
)
def test_a_page_that_cannot_be_read_is_not_checked_and_a_person_is_asked(scene: Scene, says: Says) -> None:
    one = scene.added()
    assert scene.looks(one).how == "signed out"
    scene.shows(says)
    look = scene.looks(one)
    assert look.sight is PageSight.UNKNOWN
    assert not passerby.sees(scene.shop.store, one).can_look
    assert scene.complaint(one).stage is Stage.NO_ANSWER, "nothing is decided"
    assert look.next_at and look.next_at - scene.clock.now() <= timedelta(days=7)


@pytest.mark.parametrize("key", ["feed", "mail"])
def test_what_a_feed_or_a_mail_told_of_is_looked_for_on_its_page(scene: Scene, key: str) -> None:
    told = Account("a1", key, "", "Told of")
    said = RemotePost("7", Author(key, "", "", "Marta K."), WORDS, scene.clock.now(), url=scene.link)
    with scene.shop.store.writing():
        accounts.add(scene.shop.store, told, scene.clock.now())
        collect.take(scene.shop, told, Batch((said,)))
    one = posts.conversation_of(scene.shop.store, "a1", "7")
    assert one and not passerby.sees(scene.shop.store, one).can_look, "nobody has seen the page"
    assert lookout.look_due(scene.shop) == 1
    sight = passerby.sees(scene.shop.store, one)
    assert (sight.can_look, sight.how) == (True, "signed out")


def test_short_words_stand_on_any_page_and_prove_nothing(scene: Scene) -> None:
    one = scene.added(text="Never again.")
    scene.clock.forward(days=91)
    scene.shows(page("Never again.", "Lovely bread."))
    assert scene.looks(one).sight is PageSight.UNKNOWN


def test_a_server_in_trouble_says_nothing_about_the_page(scene: Scene) -> None:
    one = scene.added()
    before = scene.looks(one)
    scene.shows(Says(b"", 503))
    with pytest.raises(SlowDown):
        lookout.look(scene.shop, one)
    scene.clock.forward(days=2)
    assert lookout.look_due(scene.shop) == 0
    after = looks.last(scene.shop.store, one)
    assert after and (after.sight, after.seen_at) == (before.sight, before.seen_at)
    assert after.next_at and after.next_at > scene.clock.now()


# ---- the ending on such a page --------------------------------------------------------------------------


def test_an_ending_found_on_the_page_is_held_and_nobody_is_asked(scene: Scene) -> None:
    one = scene.ended()
    scene.shows(page(f"{WORDS} {ENDING}", OURS))
    for _ in range(4):
        scene.clock.forward(days=33)
        assert lookout.look_due(scene.shop) == 1
    assert not complaints.is_to_be_seen(scene.complaint(one), scene.clock.now())
    proof = complaints.proof(scene.shop.store, one)
    assert proof and (proof.checked_at, proof.checked_by) == (scene.clock.now(), "")


def test_an_ending_on_another_page_is_looked_for_there_and_only_there(scene: Scene) -> None:
    one = scene.ended(f"{scene.server.url}/blog/7")
    scene.shows(page("Said elsewhere.", ENDING))
    assert scene.looks(one).sight is PageSight.SEEN
    assert [asked.path for asked in scene.server.asked] == ["/blog/7"]


def test_an_ending_that_isnt_found_is_not_lost_but_asked_about(scene: Scene) -> None:
    one = scene.ended()
    for _ in range(14):
        scene.clock.forward(days=7)
        lookout.look_due(scene.shop)
    found = scene.complaint(one)
    assert found.stage is Stage.SHOWN
    assert complaints.is_to_be_seen(found, scene.clock.now())


def test_an_ending_seen_again_ends_the_doubt_after_they_wrote_again(scene: Scene) -> None:
    one = scene.ended()
    with scene.shop.store.writing():
        complaints.in_doubt(scene.shop.store, one, scene.clock.now())
        retelling.note(scene.shop.store, one, scene.clock.now())
    scene.clock.forward(hours=1)
    scene.shows(page(WORDS, OURS, ENDING))
    scene.looks(one)
    assert (scene.complaint(one).stage, scene.complaint(one).flag) == (Stage.SHOWN, "")
    assert retelling.differing(scene.shop.store) == []


# ---- no such page ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_isnt_there_twice_a_day_apart_is_proposed_as_gone_and_a_person_decides(
    scene: Scene, status: int
) -> None:
    one = scene.added()
    scene.shows(Says(b"", status))
    assert scene.looks(one).sight is PageSight.NO_PAGE
    with pytest.raises(Misuse, match="Only its page"):
        counter.page_is_gone(scene.shop, one)
    scene.clock.forward(hours=2)
    assert scene.looks(one).sight is PageSight.NO_PAGE, "not a day apart"
    scene.clock.forward(hours=22, minutes=1)
    assert lookout.look_due(scene.shop) == 1
    found = scene.complaint(one)
    assert found.page_gone and found.stage is Stage.NO_ANSWER, "proposed, never decided"
    undo = counter.page_is_gone(scene.shop, one)
    assert scene.complaint(one).stage is Stage.TAKEN_DOWN
    assert passerby.sees(scene.shop.store, one).state is SightState.TAKEN_DOWN
    scene.clock.forward(days=60)
    assert lookout.look_due(scene.shop) == 0
    undo.take_back(scene.shop)
    assert scene.complaint(one).page_gone and scene.complaint(one).stage is Stage.NO_ANSWER
    assert not posts.thread(scene.shop.store, one)[0].gone_at
    assert retelling.differing(scene.shop.store) == []


def test_a_person_who_finds_the_page_after_all_says_so(scene: Scene) -> None:
    one = scene.added()
    scene.shows(NO_PAGE)
    scene.looks(one)
    scene.clock.forward(days=2)
    scene.looks(one)
    undo = counter.page_is_there(scene.shop, one)
    assert not scene.complaint(one).page_gone
    assert passerby.sees(scene.shop.store, one).how == "Ines"
    undo.take_back(scene.shop)
    assert scene.complaint(one).page_gone


def test_a_page_that_is_back_within_the_day_was_never_gone(scene: Scene) -> None:
    one = scene.added()
    scene.shows(NO_PAGE)
    scene.looks(one)
    scene.clock.forward(hours=5)
    scene.shows(page(WORDS))
    assert scene.looks(one).sight is PageSight.SEEN
    scene.clock.forward(days=1)
    scene.shows(NO_PAGE)
    assert scene.looks(one).sight is PageSight.NO_PAGE, "counted anew"


def test_the_page_of_an_ending_that_is_gone_asks_whether_it_still_shows(scene: Scene) -> None:
    one = scene.ended(f"{scene.server.url}/blog/7")
    scene.shows(NO_PAGE)
    scene.looks(one)
    assert not complaints.is_to_be_seen(scene.complaint(one), scene.clock.now())
    scene.clock.forward(days=1, minutes=1)
    scene.looks(one)
    found = scene.complaint(one)
    assert found.stage is Stage.SHOWN and complaints.is_to_be_seen(found, scene.clock.now())
    undo = counter.still_shows(scene.shop, one)
    assert not complaints.is_to_be_seen(scene.complaint(one), scene.clock.now())
    undo.take_back(scene.shop)
    counter.proof_gone(scene.shop, one)
    assert (scene.complaint(one).stage, scene.complaint(one).flag) == (Stage.FIXED, "proof_gone")


# ---- politeness, and where nobody is sent -----------------------------------------------------------------


def test_one_page_of_a_host_in_a_round_and_other_hosts_in_the_same(scene: Scene) -> None:
    with LittleServer(page(WORDS)) as other:
        here = scene.server.url.replace("127.0.0.1", "localhost")
        for link in (f"{here}/1", f"{here}/2", f"{here}/3", f"{other.url}/1"):
            scene.added(link=link, name=link)
        scene.clock.forward(minutes=3)
        assert lookout.look_due(scene.shop) == 2
        assert (len(scene.server.asked), len(other.asked)) == (1, 1)
        for _ in range(5):
            scene.clock.forward(minutes=11)
            lookout.look_due(scene.shop)
        assert {asked.path for asked in scene.server.asked} == {"/1", "/2", "/3"}


def test_a_host_is_left_alone_for_a_while_between_pages(scene: Scene) -> None:
    now = [0.0]
    with Web(pace=Pace(lambda: now[0]), pages_at_home=True) as web:
        assert webpage.find(web, scene.link, {"1": WORDS}) == {"1"}
        with pytest.raises(SlowDown):
            webpage.find(web, f"{scene.server.url}/reviews/2", {"1": WORDS})
        now[0] = 101.0
        assert webpage.find(web, f"{scene.server.url}/reviews/2", {"1": WORDS}) == {"1"}
    assert len(scene.server.asked) == 2


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "::1", "10.0.0.5", "192.168.1.1", "172.16.4.4", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "fe80::1%eth0", "fd00::1", "::ffff:127.0.0.1", "224.0.0.1",
    ],
)  # fmt: skip
def test_this_computer_and_its_network_are_never_looked_at(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    def found(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        return [(0, 0, 0, "", (one, port)) for one in ("93.184.215.14", address)]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    with Web(pace=Pace()) as web, pytest.raises(Refused, match="no place on the web"):
        web.get_page("https://router.example/")


def test_a_loopback_page_is_refused_without_the_exception_and_nothing_is_sent(scene: Scene) -> None:
    with Web(pace=Pace()) as web, pytest.raises(Refused, match="no place on the web"):
        web.get_page(scene.link)
    assert scene.server.asked == []


def test_a_name_that_stands_for_nothing_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nothing)
    with Web(pace=Pace()) as web, pytest.raises(Offline):
        web.get_page("https://nobody.example/")


@pytest.mark.parametrize(
    ("says", "error"),
    [
        (Says(b"", 404), Gone),
        (Says(b"", 302, {"Location": "http://10.0.0.1/"}), Garbled),
        (Says(b"", 301, {"Location": "https://elsewhere.example/"}), Garbled),
        (Says(b"x" * 3_000_001, headers={"Content-Type": "text/html"}), TooMuch),
        (Says(b"x", headers={"Content-Type": "image/png"}), Garbled),
    ],
)
def test_what_goes_wrong_with_a_page_is_one_of_ours(
    scene: Scene, says: Says, error: type[ShopError]
) -> None:
    scene.shows(says)
    with Web(pace=Pace(), pages_at_home=True) as web, pytest.raises(error):
        webpage.find(web, scene.link, {"1": WORDS})


@pytest.mark.parametrize(
    "written",
    [
        lambda words: words.upper(),
        lambda words: words.replace(" ", "  \n "),
        lambda words: words.replace("'", "’"),
        lambda words: f"<b>{words[:20]}</b>{words[20:]}",
    ],
)
def test_the_same_words_are_found_however_the_page_writes_them(
    scene: Scene, written: Callable[[str], str]
) -> None:
    body = f"<html><meta charset='latin-1'><p>{written(WORDS)}</p>".encode("latin-1", "xmlcharrefreplace")
    scene.shows(Says(body, headers={"Content-Type": "text/html"}))
    with Web(pace=Pace(), pages_at_home=True) as web:
        assert webpage.find(web, scene.link, {"theirs": WORDS, "ours": OURS}) == {"theirs"}
