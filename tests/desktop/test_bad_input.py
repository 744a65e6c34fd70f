"""What no good server, clock, disk or file does: each ends in a plain sentence, and nothing is lost."""

from __future__ import annotations

import gzip
import json
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop import (
    accounts,
    backups,
    collect,
    connecting,
    conversations,
    counter,
    deliver,
    drafts,
    inbox,
    looks,
    outbox,
    posts,
    settings,
    timekeeping,
)
from desktop.clock import SetClock, SystemClock
from desktop.connectors.htmltext import has_odd, has_tricks
from desktop.errors import DiskTrouble, Offline, ReadOnly, ShopError, StoreTooNew, VaultClosed
from desktop.pace import Pace
from desktop.practice import open_practice
from desktop.records import TAKEN_OUT, Author, Batch, Channel, Group, RemotePost, Reply, ReplyState
from desktop.shop import Shop
from desktop.store import FILE_NAME
from desktop.vault import SessionVault, VaultLocked, VaultMissing
from desktop.web import Web
from desktop.writing import Ink, Paragraph, Run, Writing
from tests.desktop.connectors.conftest import OURS, note, person, status
from tests.desktop.little_server import Asked, LittleServer, Says
from tests.fixtures_shop import Counter, open_counter

NOON = datetime(2026, 8, 2, 12, 0, tzinfo=UTC)
INSTANCE = {
    "domain": "quay.example",
    "version": "4.6.0",
    "configuration": {"statuses": {"max_characters": 500, "characters_reserved_per_url": 23}},
}
PAGE = b"<!doctype html><html><body><h1>502 Bad Gateway</h1><p>nginx, token-shop</p></body></html>"


@dataclass
class Quay:
    """A Mastodon server that is good until `rubbish` is set, and the shop that is connected to it."""

    server: LittleServer
    notes: list[dict[str, Any]] = field(default_factory=list)
    rubbish: Callable[[Asked], Says] | None = None
    shop: Shop = None  # type: ignore[assignment]
    account: str = ""

    def answer(self, asked: Asked) -> Says:
        good = {"/api/v2/instance": Says(INSTANCE), "/api/v1/accounts/verify_credentials": Says(OURS)}
        if asked.path in good:
            return good[asked.path]
        if self.rubbish is not None:
            return self.rubbish(asked)
        if asked.path == "/api/v1/notifications":
            return self._page(asked)
        if asked.method == "GET" and asked.path.startswith("/api/v1/statuses/"):
            return self._thread(asked)
        return Says([])

    def _page(self, asked: Asked) -> Says:
        low = int(asked.query.get("min_id", ["0"])[0])
        high = int(asked.query.get("max_id", ["999999"])[0])
        inside = [one for one in self.notes if low < int(one["id"]) < high]
        size = int(asked.query["limit"][0])
        page = inside[:size] if "min_id" in asked.query else inside[-size:]
        return Says(list(reversed(page)))

    def _thread(self, asked: Asked) -> Says:
        if asked.path.endswith("/context"):
            return Says({"ancestors": [], "descendants": []})
        wanted = asked.path.rpartition("/")[2]
        found = [one["status"] for one in self.notes if one["status"]["id"] == wanted]
        return Says(found[0]) if found else Says({"error": "Record not found"}, 404)

    def says(self, words: str = "<p>Still waiting for my order</p>", **more: Any) -> str:
        """Carla writes to the shop; returns the id of her post."""
        number = str(len(self.notes) + 1)
        made = status(str(1000 + len(self.notes)), words, **more)
        self.notes.append(note(number, made))
        return str(made["id"])

    def collect(self) -> collect.Collected:
        return collect.collect(self.shop, self.account)

    @property
    def trouble(self) -> str:
        found = accounts.by_id(self.shop.store, self.account)
        assert found
        return found.trouble

    def texts(self) -> list[str]:
        rows = self.shop.store.rows(
            "select text from posts where account = ? order by remote_id", (self.account,)
        )
        return [row["text"] for row in rows]


def quick_web() -> Web:
    return Web(connect_s=2, read_s=0.5, whole_s=4, pace=Pace())


@pytest.fixture
def quay(tmp_path: Path) -> Iterator[Quay]:
    with LittleServer() as server:
        at = Quay(server)
        server.answer = at.answer
        clock = SetClock(NOON)
        at.shop = Shop.open(tmp_path / "shop", clock=clock, vault=SessionVault(), web=quick_web)
        at.shop.found_with("Corner Shop", "Ines")
        fields = {"server": server.url, "token": "token-shop"}
        at.account = connecting.sign_in(at.shop, "mastodon", fields).id
        yield at
        at.shop.close()


# ---- a server that answers with rubbish ------------------------------------------------------------------


def nested(levels: int) -> bytes:
    return b"[" * levels + b"]" * levels


def wrong(**more: Any) -> Says:
    return Says([note("7", status("77", **more))])


RUBBISH = {
    "an error page with 200": Says(PAGE, headers={"Content-Type": "text/html"}),
    "an empty answer": Says(b""),
    "half an answer": Says(json.dumps([note("7", status("77"))]).encode()[:-40]),
    "an answer that breaks off": Says([note("7", status("77"))], short=30),
    "a list where an object belongs": Says([["x"]]),
    "an object where a list belongs": Says({"error": "no"}),
    "nothing at all": Says(b"null"),
    "numbers for ids": Says([{**note("7", status("77")), "id": 7}]),
    "a text for a post": Says([{**note("7", None), "status": "hello"}]),
    "a post without a writer": wrong(account=None),
    "a post without a time": wrong(created_at=None),
    "a time that is none": wrong(created_at="yesterday-ish"),
    "a time beyond all times": wrong(created_at="99999-01-01T00:00:00Z"),
    "a number for words": wrong(content=5),
    "words in a list": wrong(content=["a"]),
    "a writer in a list": wrong(account=[person()]),
    "a hundred thousand levels": Says(nested(100_000)),
    "twenty megabytes": Says(b'["' + b"x" * 20_000_000 + b'"]'),
    "another alphabet than it says": Says('[{"id": "ü"}]'.encode("latin-1")),
    "a gzip bomb": Says(
        gzip.compress(b"[" + b" " * 300_000_000 + b"]"), headers={"Content-Encoding": "gzip"}
    ),
    "broken compression": Says(b"\x1f\x8bnot really", headers={"Content-Encoding": "gzip"}),
    "a way to another house": Says(b"", 302, {"Location": "https://elsewhere.example/api/v1/notifications"}),
    "a way to nowhere": Says(b"", 302, {"Location": "http://[broken"}),
    "a way in circles": Says(b"", 302, {"Location": "/api/v1/notifications"}),
    "not a number": Says(b'[{"id": NaN}]'),
    "a door that is shut in our face": Says(cut=True),
    "silence": Says(hangs=True),
    "no page of that name": Says(PAGE, 404),
    "not for you": Says(PAGE, 403),
    "out of order": Says(PAGE, 500),
}


@pytest.mark.parametrize("rubbish", RUBBISH.values(), ids=RUBBISH.keys())
def test_rubbish_from_a_server_is_one_sentence_and_loses_nothing(quay: Quay, rubbish: Says) -> None:
    quay.says("<p>First, before the trouble</p>")
    assert quay.collect().trouble is None
    before, cursors = quay.texts(), accounts.cursors(quay.shop.store, quay.account)
    quay.says("<p>Second, while the server is ill</p>")
    quay.rubbish = lambda _: rubbish
    started = time.process_time()
    trouble = quay.collect().trouble
    assert time.process_time() - started < 4
    assert trouble is not None
    assert is_plain(quay.trouble), quay.trouble
    assert quay.trouble.startswith(str(trouble))
    assert quay.texts() == before
    assert accounts.cursors(quay.shop.store, quay.account) == cursors
    quay.rubbish = None
    quay.says("<p>Third, after it</p>")
    assert quay.collect().trouble is None
    assert quay.trouble == ""
    assert quay.texts() == [
        "First, before the trouble", "Second, while the server is ill", "Third, after it"
    ]  # fmt: skip


def is_plain(sentence: str) -> bool:
    """One or two sentences for a person: no code, no markup, no secret, no name of a class."""
    odd = ("<", "{", "Error", "Exception", "Traceback", "token-shop", "HTTP", "JSON", "None", "0x")
    return 10 < len(sentence) < 200 and sentence[-1] in ".!" and not any(word in sentence for word in odd)


def test_an_answer_that_drips_for_ever_is_left(quay: Quay) -> None:
    """A drop before each read time-out: only the time for the whole answer ends it."""
    import socketserver
    import threading

    over = threading.Event()

    class Drip(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.request.recv(65_536)
            self.wfile.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 999999\r\n\r\n["
            )
            while not over.wait(0.1):
                self.wfile.write(b" ")

        def finish(self) -> None:
            pass

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """The client left, as it should."""

    with Server(("127.0.0.1", 0), Drip) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        with quick_web() as web, pytest.raises(Offline, match=r"can't be reached"):
            web.get_json(f"http://127.0.0.1:{server.server_address[1]}/api", expect=list)
        over.set()
        server.shutdown()
        thread.join()


def test_a_page_too_big_to_take_is_asked_for_in_smaller_parts(quay: Quay) -> None:
    quay.says("<p>Small</p>")
    assert quay.collect().trouble is None
    for number in range(3):
        quay.says(f"<p>Huge {number} " + "bread " * 1_000_000 + "</p>")
    quay.says("<p>And small again</p>")
    assert quay.collect().trouble is None
    assert [text[:6] for text in quay.texts()] == ["Small", "Huge 0", "Huge 1", "Huge 2", "And sm"]


def test_a_reply_meets_rubbish_and_waits_with_a_sentence(quay: Quay) -> None:
    quay.says()
    quay.collect()
    one = only(quay.shop)
    reply = counter.post(quay.shop, one, Writing.typed("Sorry Carla, it leaves today. Ines"))
    quay.rubbish = lambda _: RUBBISH["an error page with 200"]
    later(quay.shop, seconds=11)
    (kept,) = deliver.deliver_due(quay.shop)
    assert (kept.id, kept.state) == (reply.id, ReplyState.WAITING)
    assert is_plain(kept.trouble)
    assert not [asked for asked in quay.server.asked if asked.method == "POST"]
    quay.rubbish = None


def test_a_reply_that_was_taken_with_an_error_page_is_unsure_and_never_sent_twice(quay: Quay) -> None:
    quay.says()
    quay.collect()
    counter.post(quay.shop, only(quay.shop), Writing.typed("Sorry Carla, it leaves today. Ines"))
    later(quay.shop, seconds=11)
    quay.rubbish = lambda asked: Says(PAGE) if asked.method == "POST" else quay._thread(asked)
    (kept,) = deliver.deliver_due(quay.shop)
    assert kept.state is ReplyState.UNSURE
    assert is_plain(kept.trouble)
    later(quay.shop, hours=1)
    assert deliver.deliver_due(quay.shop) == ()
    assert len([asked for asked in quay.server.asked if asked.method == "POST"]) == 1


@pytest.mark.parametrize("rubbish", list(RUBBISH.values())[:8], ids=list(RUBBISH)[:8])
def test_signing_in_to_rubbish_is_a_sentence_and_adds_nothing(tmp_path: Path, rubbish: Says) -> None:
    shop = Shop.open(tmp_path / "shop", vault=SessionVault(), web=quick_web)
    with LittleServer(rubbish) as server, pytest.raises(ShopError) as caught:
        connecting.sign_in(shop, "mastodon", {"server": server.url, "token": "token-shop"})
    assert is_plain(str(caught.value).replace(server.host, "quay.example"))
    assert accounts.all(shop.store) == ()
    shop.close()


# ---- posts and names that no good person writes ------------------------------------------------------------

HOSTILE = {
    "script": "<p>Hi<script>alert(1)</script><style>*{}</style></p>",
    "picture": "<p>Hi<img src=x onerror=alert(1) alt=''><iframe src='https://x.example'></iframe></p>",
    "turned": "<p>Hi \u202e\u2066exe.gnp\u2069\u202c</p>",
    "unseen": "<p>H\u200bi\ufeff\u00ad</p>",
    "control": "<p>Hi\x00\x07\x1b[31m&#0;&#x1b;&#xd800;</p>",
    "deep": "<div>" * 50_000 + "Hi" + "</div>" * 50_000,
    "unclosed": "<p>Hi<a href='" + "x" * 100_000,
    "entities": "<p>Hi " + "&amp;" * 100_000 + "</p>",
}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_html_arrives_as_clean_plain_words(quay: Quay, words: str) -> None:
    quay.says(words)
    started = time.process_time()
    assert quay.collect().trouble is None
    assert time.process_time() - started < 2
    (text,) = quay.texts()
    assert text.removeprefix(TAKEN_OUT).startswith("Hi")
    assert text.startswith(TAKEN_OUT) is has_tricks(words)
    assert not has_odd(text)
    assert "alert" not in text
    assert len(text) <= 20_000


NAMES = {
    "lines": ("Carla\nthe\r\nowner", "Carla the owner"),
    "turned": ("\u202eenI\u202c s", "enI s"),
    "long": ("C" * 10_000, "C" * 199 + "…"),
    "empty": ("", "carla"),
    "unseen": ("\u200b\ufeff", "carla"),
    "control": ("Car\x00la\x07", "Carla"),
    "markup": ("<b>Carla</b> & co", "<b>Carla</b> & co"),
}


@pytest.mark.parametrize(("name", "shown"), NAMES.values(), ids=NAMES.keys())
def test_a_name_is_one_short_line_of_what_can_be_seen(quay: Quay, name: str, shown: str) -> None:
    quay.says(account=person(name=name))
    assert quay.collect().trouble is None
    (row,) = rows(quay.shop)
    assert row.author_name == shown


def test_what_a_connector_lets_through_is_tidied_at_the_door(at_counter: Counter) -> None:
    them = Author("practice.facebook", "t", "", "\n\u202e" + "x" * 10_000)
    post = RemotePost("odd", them, "Hi\x00 \u202ethere\r\nyou", at_counter.clock.now())
    collect.take(at_counter.shop, at_counter.account, Batch((post,)))
    (row,) = rows(at_counter.shop)
    assert row.author_name == "x" * 199 + "…"
    (kept,) = posts.thread(at_counter.shop.store, row.id)
    assert kept.text == f"{TAKEN_OUT}Hi there\nyou"


def test_a_row_of_ten_megabytes_is_one_short_line(at_counter: Counter) -> None:
    at_counter.hear("\n\n\n" + "ruined " * 1_500_000)
    (row,) = rows(at_counter.shop)
    assert len(row.excerpt) < 1000


def only(shop: Shop) -> str:
    (row,) = rows(shop)
    return str(row.id)


def rows(shop: Shop) -> list[Any]:
    found: list[Any] = []
    for group in Group:
        rids = inbox.rids(shop.store, group, inbox.Filter())
        found += inbox.page(shop.store, rids, shop.me.id, shop.clock.now())
    return found


def later(shop: Shop, **duration: float) -> None:
    assert isinstance(shop.clock, SetClock)
    shop.clock.forward(**duration)


# ---- clocks --------------------------------------------------------------------------------------------------


class Hands:
    """The computer's two clocks: the one on the wall, which can be set, and the one that only counts on."""

    def __init__(self, now: datetime = NOON) -> None:
        self.wall, self.steady = now, 1000.0

    def clock(self) -> SystemClock:
        return SystemClock(lambda: self.wall, lambda: self.steady)

    def pass_by(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.steady += seconds

    def set(self, **by: float) -> None:
        self.wall += timedelta(**by)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def timed(tmp_path: Path, hands: Hands) -> Iterator[Counter]:
    """The corner shop with the computer's own clock, whose hands the test holds."""
    made = open_counter(tmp_path / "shop", SetClock(NOON))
    made.hear("Do you have rye bread on Sundays?")
    made.shop.clock = hands.clock()
    yield made
    made.shop.close()


def posted(at: Counter) -> Reply:
    (row,) = rows(at.shop)
    return counter.post(at.shop, row.id, Writing.typed("We do, from eight. Ines"))


def now_is(at: Counter, reply: Reply) -> Reply:
    found = outbox.by_id(at.shop.store, reply.id)
    assert found
    return found


@pytest.mark.parametrize("back", [{"minutes": -5}, {"days": -365}, {"days": -3650}])
def test_a_clock_set_back_does_not_hold_a_reply_for_years(
    timed: Counter, hands: Hands, back: dict[str, float]
) -> None:
    reply = posted(timed)
    hands.pass_by(4)
    hands.set(**back)
    assert deliver.deliver_due(timed.shop) == ()
    left = now_is(timed, reply).not_before - hands.wall
    assert timedelta(seconds=5) < left < timedelta(seconds=7)
    hands.pass_by(5)
    assert deliver.deliver_due(timed.shop) == (), "not early"
    hands.pass_by(2)
    assert [one.state for one in deliver.deliver_due(timed.shop)] == [ReplyState.POSTED]


@pytest.mark.parametrize("forward", [{"seconds": 30}, {"hours": 3}])
def test_a_clock_set_forward_does_not_send_a_reply_early(
    timed: Counter, hands: Hands, forward: dict[str, float]
) -> None:
    reply = posted(timed)
    hands.pass_by(4)
    hands.set(**forward)
    assert deliver.deliver_due(timed.shop) == ()
    assert now_is(timed, reply).state is ReplyState.WAITING
    hands.pass_by(7)
    assert [one.state for one in deliver.deliver_due(timed.shop)] == [ReplyState.POSTED]


def test_ten_years_forward_holds_the_reply_for_a_person(timed: Counter, hands: Hands) -> None:
    reply = posted(timed)
    hands.set(days=3650)
    deliver.deliver_due(timed.shop)
    assert now_is(timed, reply).state is ReplyState.HELD
    counter.release(timed.shop, reply.id)
    hands.set(days=-3650)
    hands.pass_by(20)
    deliver.deliver_due(timed.shop)
    hands.pass_by(61)
    deliver.deliver_due(timed.shop)
    assert now_is(timed, reply).state is ReplyState.POSTED


def test_a_reply_made_tomorrow_goes_soon_after_the_clock_was_put_right(tmp_path: Path) -> None:
    wrong = SetClock(NOON + timedelta(days=3650))
    at = open_counter(tmp_path / "shop", wrong)
    at.hear("Do you have rye bread on Sundays?")
    reply = posted(at)
    with at.shop.store.writing():
        looks.plan(at.shop.store, reply.conversation, wrong.now() + timedelta(days=1))
    at.shop.close()
    right = SetClock(NOON)
    again = open_counter(tmp_path / "shop", right, at.world)
    timekeeping.after_opening(again.shop)
    look = looks.last(again.shop.store, reply.conversation)
    assert look and look.next_at == NOON
    right.forward(seconds=11)
    deliver.deliver_due(again.shop)
    assert now_is(again, reply).state is ReplyState.POSTED
    again.shop.close()


@pytest.mark.parametrize(
    ("away", "said"),
    [
        (
            {"days": -365 * 7},
            "This computer's clock says 2019. Times and promises will be wrong until it's set.",
        ),
        (
            {"days": -3},
            "This computer's clock says 30 July. Times and promises will be wrong until it's set.",
        ),
    ],
)
def test_a_clock_behind_what_the_shop_has_seen_is_said_until_it_was_read(
    quay: Quay, away: dict[str, float], said: str
) -> None:
    assert timekeeping.wrong(quay.shop) is None
    later(quay.shop, **away)
    trouble = timekeeping.wrong(quay.shop)
    assert str(trouble) == said
    timekeeping.known(quay.shop)
    assert timekeeping.wrong(quay.shop) is None


def test_a_clock_a_few_hours_off_is_nobodys_business(quay: Quay) -> None:
    later(quay.shop, hours=-20)
    assert timekeeping.wrong(quay.shop) is None


def test_collecting_goes_on_without_gap_whatever_the_clock_says(quay: Quay) -> None:
    for away in ({"days": -365}, {"days": 3650}, {"days": -3285}):
        quay.says(f"<p>Said before the clock moved by {away['days']} days</p>")
        assert quay.collect().trouble is None
        later(quay.shop, **away)
    quay.says("<p>Said after it</p>", created_at="2099-01-01T00:00:00Z")
    assert quay.collect().trouble is None
    assert len(quay.texts()) == 4
    assert len(rows(quay.shop)) == 4


def test_a_copy_named_by_a_wrong_clock_is_not_the_newest(quay: Quay) -> None:
    folder = quay.shop.folder
    for at in (NOON - timedelta(days=2), NOON, NOON + timedelta(days=3650)):
        backups.daily(quay.shop.store, folder, at)
    found = backups.newest(folder, NOON.date())
    assert found is not None
    assert found.name == "shop-2026-08-02.db"


def test_the_copy_that_was_asked_for_in_the_evening_is_newer_than_the_daily_one(quay: Quay) -> None:
    folder, store = quay.shop.folder, quay.shop.store
    backups.daily(store, folder, NOON - timedelta(days=1))
    backups.daily(store, folder, NOON)
    made = [backups.now(store, folder, NOON + timedelta(hours=hours)) for hours in (6, 3)]
    daily = backups.folder_of(folder) / f"shop-{NOON:%Y-%m-%d}.db"
    assert backups.newest_first(folder, NOON.date())[:3] == [*made, daily]
    made[0].write_bytes(b"damaged")
    assert backups.newest_good(folder, NOON.date()) == made[1]


# ---- a full disk ---------------------------------------------------------------------------------------------

FULL = "There's no room left on this disk. We've stopped fetching."


class FullDisk:
    """The shop file may not grow any more, until `freed`."""

    def __init__(self, shop: Shop) -> None:
        self._conn = shop.store._conn
        pages = self._conn.execute("pragma page_count").fetchone()[0]
        self._conn.execute(f"pragma max_page_count={pages}")

    def freed(self) -> None:
        self._conn.execute("pragma max_page_count=4294967294")


def test_a_disk_that_fills_while_collecting_says_so_and_the_next_check_has_no_gap(quay: Quay) -> None:
    quay.says("<p>Before</p>")
    quay.collect()
    disk = FullDisk(quay.shop)
    for number in range(30):
        quay.says(f"<p>{number:02} " + "so much to say " * 400 + "</p>")
    with pytest.raises(DiskTrouble) as caught:
        quay.collect()
    assert str(caught.value) == FULL
    assert quay.texts() == ["Before"]
    disk.freed()
    assert quay.collect().trouble is None
    assert len(quay.texts()) == 31


def test_a_disk_that_fills_while_posting_keeps_the_draft_and_posts_nothing(at_counter: Counter) -> None:
    shop, one = at_counter.shop, at_counter.hear("Do you have rye bread on Sundays?")
    counter.save_draft(shop, one, Channel.PUBLIC, Writing.typed("We do, from eight. Ines"))
    disk = FullDisk(shop)
    with pytest.raises(DiskTrouble, match="no room left"):
        counter.post(shop, one, Writing.typed("We do, from eight. Ines " * 300))
    assert outbox.pending(shop.store) == ()
    kept = drafts.load(shop.store, one, shop.me.id, Channel.PUBLIC)
    assert kept and kept[0].plain() == "We do, from eight. Ines"
    disk.freed()
    assert counter.post(shop, one, Writing.typed("We do, from eight. Ines")).state is ReplyState.WAITING


def test_a_reply_that_went_out_as_the_disk_filled_is_found_and_not_sent_again(at_counter: Counter) -> None:
    """The request has left, and its arrival could not be written down."""
    shop, one = at_counter.shop, at_counter.hear("Do you have rye bread on Sundays?")
    reply = counter.post(shop, one, Writing.typed("We do, from eight. Ines. " * 200))
    at_counter.clock.forward(seconds=11)
    with shop.store.writing():
        assert outbox.claim(shop.store, reply.id, reply.not_before)
    at_counter.world.answer("facebook", at_counter.root(one), reply.text, reply.id, is_public=True)
    (found,) = deliver.deliver_due(shop)
    assert found.state is ReplyState.POSTED
    assert len(at_counter.ours_on_the_page(one)) == 1


def test_a_copy_that_does_not_fit_leaves_no_half_of_it_behind(tmp_path: Path, at_counter: Counter) -> None:
    (tmp_path / "shop" / "backups").write_text("a file in the way of the folder")
    with pytest.raises(DiskTrouble):
        backups.daily(at_counter.shop.store, at_counter.shop.folder, NOON)
    (tmp_path / "shop" / "backups").unlink()
    target = tmp_path / "copies" / "one.db"
    (target).mkdir(parents=True)
    with pytest.raises(DiskTrouble):
        at_counter.shop.store.copy_to(target)
    assert [path.name for path in target.parent.iterdir()] == ["one.db"]


def test_closing_with_a_full_disk_still_lets_go_of_the_folder(tmp_path: Path) -> None:
    at = open_counter(tmp_path / "shop")
    at.shop.store._conn.execute("pragma query_only=on")
    at.shop.close()
    again = open_counter(tmp_path / "shop").shop
    assert not again.read_only
    assert again.found_unclean  # the good-bye could not be written, which is said
    again.close()


def test_a_shop_that_could_not_begin_can_be_opened_again_at_once(tmp_path: Path) -> None:
    open_counter(tmp_path / "shop").shop.close()
    device = tmp_path / "shop" / "device.id"
    device.unlink()
    device.mkdir()
    with pytest.raises(DiskTrouble):
        Shop.open(tmp_path / "shop", vault=SessionVault())
    device.rmdir()
    Shop.open(tmp_path / "shop", vault=SessionVault()).close()


# ---- broken files --------------------------------------------------------------------------------------------


def test_the_newest_copy_that_is_well_is_read_beside_a_damaged_file(tmp_path: Path) -> None:
    at = open_counter(tmp_path / "shop")
    one = at.hear("Do you have rye bread on Sundays?")
    for day in (2, 1, 0):
        backups.daily(at.shop.store, at.shop.folder, NOON - timedelta(days=day))
    at.shop.close()
    folder = tmp_path / "shop"
    (folder / "backups" / "shop-2026-08-02.db").write_bytes(b"SQLite format 3\x00" + b"\x07" * 9000)
    (folder / FILE_NAME).write_bytes(b"\x00" * 9000)
    copy = backups.newest_good(folder, NOON.date())
    assert copy and copy.name == "shop-2026-08-01.db"
    shop = Shop.open(folder, vault=SessionVault(), copy=copy)
    assert shop.read_only
    assert conversations.by_id(shop.store, one) is not None
    with pytest.raises(ReadOnly), shop.store.writing():
        settings.put(shop.store, settings.SHOP_NAME, "Other")
    shop.close()
    assert (folder / FILE_NAME).read_bytes() == b"\x00" * 9000


def test_a_newer_shop_can_be_read_and_what_it_lost_is_said(tmp_path: Path) -> None:
    at = open_counter(tmp_path / "shop")
    conn = at.shop.store._conn
    conn.execute("alter table facts rename to facts_of_tomorrow")
    conn.execute("pragma user_version=99")
    at.shop.close()
    with pytest.raises(StoreTooNew):
        Shop.open(tmp_path / "shop", vault=SessionVault())
    shop = Shop.open(tmp_path / "shop", vault=SessionVault(), read_only=True)
    assert shop.name == "Corner Shop"
    with pytest.raises(StoreTooNew, match="newer Said & Done"):
        shop.store.rows("select * from facts")
    shop.close()


def test_a_copy_brought_back_sends_nothing_until_a_person_has_looked(tmp_path: Path) -> None:
    """What waited when the copy was made may have gone since."""
    at = open_counter(tmp_path / "shop")
    one = at.hear("Do you have rye bread on Sundays?")
    counter.post(at.shop, one, Writing.typed("We do, from eight. Ines"))
    copy = backups.now(at.shop.store, at.shop.folder, NOON)
    at.clock.forward(seconds=11)
    deliver.deliver_due(at.shop)
    at.shop.close()
    backups.restore(tmp_path / "shop", copy, NOON)
    again = open_counter(tmp_path / "shop", at.clock, at.world)
    assert deliver.deliver_due(again.shop) == ()
    (reply,) = outbox.pending(again.shop.store)
    assert (reply.state, reply.trouble) == (ReplyState.HELD, "brought_back")
    assert len(again.ours_on_the_page(one)) == 1
    again.shop.close()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00garbage", b"two\nlines\n", b"x" * 5000])
def test_a_computer_id_that_can_not_be_read_is_made_anew(tmp_path: Path, content: bytes) -> None:
    at = open_counter(tmp_path / "shop")
    one = at.hear("Do you have rye bread on Sundays?")
    counter.post(at.shop, one, Writing.typed("We do, from eight. Ines"))
    at.shop.close()
    (tmp_path / "shop" / "device.id").write_bytes(content)
    again = open_counter(tmp_path / "shop", at.clock, at.world)
    (reply,) = outbox.pending(again.shop.store)
    assert reply.state is ReplyState.HELD, "it neither goes by itself nor hangs for ever"
    counter.release(again.shop, reply.id)
    again.clock.forward(seconds=61)
    deliver.deliver_due(again.shop)
    assert len(again.ours_on_the_page(one)) == 1
    again.shop.close()


@pytest.mark.parametrize(
    "body",
    ["", "nonsense", "{", '"text"', "[1, 2]", '[{"runs": 5}]', '[{"part": "odd", "runs": []}]', "[" * 90_000],
)
def test_a_draft_that_can_not_be_understood_is_shown_as_it_is(at_counter: Counter, body: str) -> None:
    shop, one = at_counter.shop, at_counter.hear("Do you have rye bread on Sundays?")
    with shop.store.writing():
        shop.store.write(
            "insert into drafts(conversation, person, channel, body, at) values(?, ?, 'public', ?, 'some day')",
            (one, shop.me.id, body),
        )
    kept = drafts.load(shop.store, one, shop.me.id, Channel.PUBLIC)
    assert kept is not None
    assert kept[0].plain() == body
    assert len(drafts.of_conversation(shop.store, one)) == 1


def test_half_a_character_does_not_keep_a_draft_from_being_saved(at_counter: Counter) -> None:
    shop, one = at_counter.shop, at_counter.hear("Do you have rye bread on Sundays?")
    odd = Writing((Paragraph((Run("half \ud83d of one\x00", Ink.TYPED),)),))
    counter.save_draft(shop, one, Channel.PUBLIC, odd)
    kept = drafts.load(shop.store, one, shop.me.id, Channel.PUBLIC)
    assert kept and kept[0].plain().startswith("half ? of one")
    assert at_counter.answer(one, odd.plain()).state is ReplyState.POSTED


@pytest.mark.parametrize(
    "value", ["null", "[]", "{}", '"text"', "true", "-5", "1e300", "99999999999999999999"]
)
def test_a_setting_of_another_type_counts_as_not_made(at_counter: Counter, value: str) -> None:
    shop = at_counter.shop
    every = [each for each in vars(settings).values() if isinstance(each, settings.Setting)]
    with shop.store.writing():
        for each in every:
            shop.store.write("insert or replace into settings(key, value) values(?, ?)", (each.key, value))
    for each in every:
        found = settings.get(shop.store, each)
        assert type(found) is type(each.default)
    one = at_counter.hear("Do you have rye bread on Sundays?")
    assert counter.post(shop, one, Writing.typed("We do. Ines")).state is ReplyState.WAITING
    assert shop.me.name == "Ines"


BROKEN = [b"", b"{", b"[]", b"null", b'"x"', b'{"posts": 5}', b'{"posts": [1]}', b"\xff\xfe", b"[" * 200_000]


@pytest.mark.parametrize("name", ["world.json", "clock.json"])
@pytest.mark.parametrize("content", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_of_the_pretend_shop_costs_the_pretend_day_only(
    pretend: Path, tmp_path: Path, name: str, content: bytes
) -> None:
    folder = tmp_path / "practice"
    shutil.copytree(pretend, folder)
    (folder / name).write_bytes(content)
    shop = open_practice(folder)
    assert inbox.badge(shop.store) > 5
    for account in accounts.all(shop.store):
        assert collect.collect(shop, account.id).trouble is None
    shop.close()


@pytest.fixture(scope="module")
def pretend(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pretend") / "practice"
    open_practice(folder).close()
    return folder


# ---- password stores -----------------------------------------------------------------------------------------


class Shut(SessionVault):
    """A password store that does not open while there is an `error`."""

    error: ShopError | None = None

    def load(self, account: str) -> dict[str, str]:
        if self.error:
            raise self.error
        return super().load(account)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            VaultLocked("KeyringLocked"),
            "The computer's password store is locked, so we can't use your sign-ins.",
        ),
        (
            VaultMissing("no store"),
            "This computer has no password store. We can keep the sign-in for this session only.",
        ),
    ],
)
def test_a_password_store_that_is_shut_is_said_beside_the_account(
    quay: Quay, error: VaultClosed, sentence: str
) -> None:
    shut = Shut()
    shut.save(quay.account, quay.shop.vault.load(quay.account))
    shut.error, quay.shop.vault = error, shut
    quay.says()
    trouble = quay.collect().trouble
    assert isinstance(trouble, VaultClosed)
    assert str(trouble) == sentence
    assert quay.trouble == f"{sentence} {error.advice}"
    shut.error = None
    assert quay.collect().trouble is None
    assert (quay.trouble, len(quay.texts())) == ("", 1)


def test_a_reply_waits_for_a_locked_password_store(quay: Quay) -> None:
    quay.says()
    quay.collect()
    counter.post(quay.shop, only(quay.shop), Writing.typed("Sorry Carla, it leaves today. Ines"))
    shut = Shut()
    shut.error, quay.shop.vault = VaultLocked(), shut
    later(quay.shop, seconds=11)
    (kept,) = deliver.deliver_due(quay.shop)
    assert kept.state is ReplyState.WAITING
    assert kept.trouble.startswith("The computer's password store is locked")


def test_connecting_with_a_shut_store_adds_nothing_and_says_so(tmp_path: Path) -> None:
    class Full(SessionVault):
        def save(self, account: str, secrets: object) -> None:
            raise VaultMissing

    shop = Shop.open(tmp_path / "shop", vault=Full(), web=quick_web)
    with LittleServer() as server:
        server.answer = Quay(server).answer
        with pytest.raises(VaultClosed, match="no password store"):
            connecting.sign_in(shop, "mastodon", {"server": server.url, "token": "token-shop"})
    assert accounts.all(shop.store) == ()
    shop.close()
