"""A stranger complains on Mastodon: the whole way to an ending everyone can see, at the real window, keys only.

The server keeps what it is told, over HTTP. What is asserted is what a person reads in the window, and what
strangers find at the server.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop import connecting
from desktop.records import Stage
from desktop.shop import Shop
from desktop.vault import SessionVault
from desktop.web import Web
from tests.desktop.connectors.test_mastodon_live import Town
from tests.stories.corner_shop import COMPLAINT, Counter, ForwardClock, patient_web
from tests.stories.cutting_proxy import CuttingProxy
from ui.theme import Theme

ROOT = Path(__file__).resolve().parents[2]
HAPPY = "@shop the new one came, my mum loved it. All sorted, thank you"
SORTED = "@shop they brought a new tart the same day. All sorted!"


@dataclass
class Scene:
    """The shop's folder, the people of the town and the wire between them."""

    folder: Path
    town: Town
    proxy: CuttingProxy
    clock: ForwardClock = field(default_factory=ForwardClock)
    vault: SessionVault = field(default_factory=SessionVault)
    account: str = ""
    complaint: str = ""  # the first post at the server
    is_cut_off: bool = False
    windows: list[Counter] = field(default_factory=list)

    def web(self) -> Web:
        return Web(offline=True) if self.is_cut_off else patient_web()

    def open(self) -> Counter:
        """The window; the scene closes it."""
        self.windows.append(Counter(self.folder, self.clock, self.vault, self.web))
        return self.windows[-1]

    def signed_in(self) -> None:
        """The account is there already."""
        shop = Shop.open(self.folder, clock=self.clock, vault=self.vault, web=self.web)
        shop.found_with("Corner Shop", "Ines")
        fields = {"server": self.proxy.url, "token": self.town.tokens["shop"]}
        self.account = connecting.sign_in(shop, "mastodon", fields).id
        shop.close()

    def ours(self) -> list[dict[str, Any]]:
        """What the shop has written under the complaint, as the server keeps it (it hides nothing in a thread)."""
        url = f"{self.town.url}/api/v1/statuses/{self.complaint}/context"
        around = self.town.web.get_json(url, headers=self.town._as("shop")).data
        return [post for post in around["descendants"] if post["account"]["acct"] == "shop"]

    def on_the_page(self) -> list[str]:
        """Our answers that everyone can see."""
        return [post["content"] for post in self.ours() if post["visibility"] == "public"]

    def said_privately(self) -> list[str]:
        return [post["content"] for post in self.ours() if post["visibility"] == "direct"]


@pytest.fixture
def scene(mastodon_server: dict[str, Any], tmp_path: Path, look: Theme) -> Iterator[Scene]:
    with Web() as web, CuttingProxy(mastodon_server["url"]) as proxy:
        town = Town(mastodon_server, web)
        town.empty()
        scene = Scene(tmp_path / "shop", town, proxy)
        yield scene
        for window in scene.windows:
            window.end()
        town.empty()


@pytest.fixture
def at_the_counter(scene: Scene) -> Counter:
    """The account is connected, Carla has complained, her row is there."""
    scene.signed_in()
    scene.complaint = scene.town.says("customer", COMPLAINT)
    day = scene.open()
    day.check()
    day.until("Carla Customer", "Own it and fix it")
    return day


def test_from_a_strangers_complaint_to_an_ending_everyone_can_see_and_back(scene: Scene) -> None:
    day = scene.open()
    connects_with_a_pasted_token(day, scene)
    a_stranger_complains(day, scene)
    she_answers_in_her_own_words(day, scene)
    the_stranger_is_happy_privately(day, scene)
    she_marks_it_fixed_and_asks(day, scene)
    ending = the_stranger_says_so_in_public(day, scene)
    the_saved_copy_reads_with_the_world_gone(day, scene)
    the_proof_is_deleted(day, scene, ending)
    she_says_it_herself(day, scene)
    watched = day.watcher
    assert set(watched.modal) <= {"EndingDialog"}
    assert set(watched.windows) <= {"MainWindow", "HowFixed", "EndingDialog"}
    assert not watched.presses, "nothing needed the mouse"


def connects_with_a_pasted_token(day: Counter, scene: Scene) -> None:
    day.choose_place("Mastodon")
    day.write(scene.proxy.url)
    day.tab_to("Paste a sign-in key instead")
    day.press("Return")
    QApplication.clipboard().setText(scene.town.tokens["shop"])
    day.press("Ctrl+V")
    assert not day.reads(scene.town.tokens["shop"].removeprefix("token-") + "-"), "dots, never the token"
    day.press("Return")
    day.until("Signed in as @shop@", "Nothing there yet. New ones will appear in the Inbox.")
    day.press("Return")
    day.until("Everyone has an answer", "Online · checked")
    day.wait(lambda: day.counts() == (0, 0), "the numbers in the sidebar")


def a_stranger_complains(day: Counter, scene: Scene) -> None:
    scene.complaint = scene.town.says("customer", COMPLAINT)
    day.check()
    day.until("Inbox, 1 needs someone", "Complaints, 1 looks open to a passer-by")
    day.wait(lambda: any("Carla" in row for row in day.rows(day.page.list)), "the row")
    (row,) = [row for row in day.rows(day.page.list) if "Carla" in row]
    assert row.startswith("Unread. Complaint, guessed, Mastodon mention. Carla Customer, just now. ordered")
    day.until("A passer-by sees: a complaint, and no answer from you.")
    day.press("Ctrl+2")
    day.until("1 public complaint looks open to a passer-by.")
    day.wait(lambda: day.column(Stage.NO_ANSWER))
    (card,) = day.column(Stage.NO_ANSWER)
    assert "Carla Customer" in card and "the middle was raw dough" in card
    day.press("Ctrl+1")


def she_answers_in_her_own_words(day: Counter, scene: Scene) -> None:
    words = day.answer()
    assert "the timer was set for one" in words
    assert scene.on_the_page() == [], "nothing leaves before the time to undo is over"
    day.let_ten_seconds_pass()
    day.until("Posted on Mastodon", "showing")
    (ours,) = day.ours()
    assert day.reads("the timer was set for one", ours)
    day.until("A passer-by sees: a complaint and your answer. No sign it was fixed.")
    assert len(scene.on_the_page()) == 1
    day.wait(lambda: day.counts() == (0, 1), "the numbers in the sidebar")


def the_stranger_is_happy_privately(day: Counter, scene: Scene) -> None:
    scene.town.says("customer", HAPPY, in_reply_to_id=scene.complaint, visibility="direct")
    day.check()
    day.until("my mum loved it", "They wrote again")
    day.wait(lambda: day.counts() == (1, 1), "the numbers in the sidebar")
    day.until("A passer-by sees: a complaint and your answer. No sign it was fixed.")


def she_marks_it_fixed_and_asks(day: Counter, scene: Scene) -> None:
    day.press("F")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert day.reads("They told us", popup) and day.reads("my mum loved it", popup)
    day.press("Return")
    day.until(
        "Marked fixed. A passer-by can’t tell yet", "Carla is happy. The post still looks like a complaint."
    )
    day.press("Return", "S")
    day.until(
        "Make the ending show: Carla Customer", "Goes as a private message, so nobody is put on the spot."
    )
    editor = day.focus()
    day.fill_blanks(editor)
    assert "our tarts" in editor.toPlainText()
    day.until("Send")
    day.press("Ctrl+Return")
    day.until("Reply to Carla Customer goes in 10 s")
    day.let_ten_seconds_pass()
    day.until("Sent privately on Mastodon", "You asked Carla to say how it ended on")
    assert len(scene.on_the_page()) == 1, "the asking is between the two of them"
    (asked,) = scene.said_privately()
    assert "our tarts" in asked


def the_stranger_says_so_in_public(day: Counter, scene: Scene) -> str:
    ending = scene.town.says("customer", SORTED, in_reply_to_id=scene.complaint)
    day.check()
    day.press("Ctrl+2")
    day.wait(lambda: any("Is this the ending?" in card for card in day.column(Stage.ASKED)))
    day.until("Looks like Carla said it’s sorted:", where=day.page.panel)
    day.press("Return")
    assert day.focus().text() == "Yes, that’s it"
    day.press("Return")
    day.wait(lambda: day.column(Stage.SHOWN))
    (card,) = day.column(Stage.SHOWN)
    assert card.endswith("Proof: their reply.")
    day.until("Every public complaint shows how it ended", "1 of 1 this year show a resolution")
    return ending


def the_saved_copy_reads_with_the_world_gone(day: Counter, scene: Scene) -> None:
    scene.is_cut_off = True
    day.check()
    day.until("Offline since")
    day.press("Esc", "Return")  # back to the card, and to what can be done; the copy stands above it
    for words in (SORTED, "Saved copy,", "The page itself needs a connection."):
        assert day.reads(words, day.page.panel), words
    day.press("Ctrl+3")
    day.write("new tart")
    day.until("1 conversation")
    day.until(SORTED, "Saved copy", where=day.page.preview)


def the_proof_is_deleted(day: Counter, scene: Scene, ending: str) -> None:
    scene.is_cut_off = False
    scene.town.takes_back("customer", ending)
    day.clock.forward(days=8)
    day.check()
    day.press("Ctrl+2")
    day.until("Page checked just now", where=day.page.panel)
    assert day.column(Stage.SHOWN), "one look is not enough"
    day.clock.forward(days=1, minutes=1)
    day.check()
    day.wait(lambda: not day.column(Stage.SHOWN), "the card in another column")
    (card,) = day.column(Stage.FIXED)
    assert "Proof gone" in card
    day.until("1 public complaint looks open to a passer-by. It is already fixed.")
    day.until("Carla’s reply from", "isn’t on the page any more. We looked on", where=day.page.panel)
    day.until("Complaints, 1 looks open to a passer-by", where=day.window.sidebar)
    assert not any(line.text == SORTED for line in day.page.panel.details.lines), "a passer-by doesn't see it"


def she_says_it_herself(day: Counter, scene: Scene) -> None:
    day.press("U")
    day.until("Make the ending show: Carla Customer", "Goes under the complaint, in public.")
    day.fill_blanks(day.focus())
    day.press("Ctrl+Return")
    day.until("Reply to Carla Customer goes in 10 s")
    day.let_ten_seconds_pass()
    day.wait(lambda: day.column(Stage.SHOWN), "our update as the ending")
    assert day.column(Stage.SHOWN)[0].endswith("Proof: our update.")
    day.until("Every public complaint shows how it ended")
    assert len(scene.on_the_page()) == 2


# ---- when the wire is cut, or the window dies --------------------------------------------------------


def test_a_reply_whose_answer_was_lost_shows_as_posted_and_is_on_the_page_once(
    scene: Scene, at_the_counter: Counter
) -> None:
    day = at_the_counter
    day.answer()
    scene.proxy.lose()
    day.let_ten_seconds_pass()
    day.until("Posted on Mastodon", "showing")
    assert scene.proxy.arrived.is_set()
    assert len(day.ours()) == 1
    assert day.status() == "Outbox empty"
    day.clock.forward(hours=1)
    day.session.rounds.stir()
    day.check()
    assert len(scene.on_the_page()) == 1


def test_a_window_killed_while_a_reply_leaves_finds_it_or_asks_and_it_is_on_the_page_once(
    scene: Scene,
) -> None:
    killed_while_a_reply_leaves(scene)
    as_it_was_left = scene.folder.with_name("as it was left")
    shutil.copytree(scene.folder, as_it_was_left)
    it_asks_where_it_cannot_look(scene)
    scene.folder = as_it_was_left
    it_finds_it_by_itself(scene)


def killed_while_a_reply_leaves(scene: Scene) -> None:
    """A window of its own process writes an answer with keys; it ends when the server has it and nobody here knows."""
    scene.signed_in()
    scene.complaint = scene.town.says("customer", COMPLAINT)
    scene.proxy.keep()
    ahead = str(scene.clock.ahead.total_seconds())
    window = [sys.executable, "-m", "tests.stories.corner_shop", str(scene.folder), scene.account]
    window += [scene.town.tokens["shop"], ahead]
    with subprocess.Popen(window, cwd=ROOT, stderr=subprocess.PIPE, text=True) as running:
        arrived = scene.proxy.arrived.wait(60)
        running.kill()
        said = running.stderr.read() if running.stderr else ""
    assert arrived, said
    assert running.returncode == -signal.SIGKILL
    scene.proxy.let_go()
    scene.clock.forward(seconds=10)
    assert len(scene.on_the_page()) == 1


def it_asks_where_it_cannot_look(scene: Scene) -> None:
    scene.is_cut_off = True
    day = scene.open()
    day.until(
        "Said & Done stopped without closing at", "One reply may or may not have gone.", "1 reply needs you"
    )
    day.press("Shift+F6", "F6")
    day.tab_to("Look at it")
    day.press("Return")
    day.until("We can’t tell if this went. Look before you send again.", "It isn’t, send it")
    scene.is_cut_off = False
    day.tab_to("It’s there")
    day.press("Return")
    it_is_there_once(day, scene)


def it_finds_it_by_itself(scene: Scene) -> None:
    """The bar of the first look goes with its doubt, which may be before anybody reads it."""
    it_is_there_once(scene.open(), scene)


def it_is_there_once(day: Counter, scene: Scene) -> None:
    day.until("showing", "Outbox empty")
    day.wait(lambda: not day.reads("may or may not"), "the bar without its doubt")
    assert len(day.ours()) == 1
    day.clock.forward(hours=1)
    day.session.rounds.stir()
    day.check()
    assert len(scene.on_the_page()) == 1
    day.end()
