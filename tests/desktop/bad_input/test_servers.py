"""What no good server answers: each ends in a plain sentence, and nothing is lost."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from desktop import accounts, connecting, counter, deliver
from desktop.errors import Offline, ShopError
from desktop.records import ReplyState
from desktop.shop import Shop
from desktop.vault import SessionVault
from desktop.writing import Writing
from tests.desktop.bad_input.kit import Quay, later, only, quick_web
from tests.desktop.bad_input.rubbish import PAGE, RUBBISH
from tests.desktop.little_server import LittleServer, Says


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
