"""A stranger complains on Bluesky: from an app password to an answer that everyone can see, at the real window.

The network is Bluesky's own servers, on this computer. What is asserted is what a person reads in the window, and
what strangers find there. Keys only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ids import new_id
from desktop.records import Stage
from desktop.vault import SessionVault
from desktop.web import Web
from tests.desktop.connectors.bluesky_town import Town, Wire
from tests.stories.corner_shop import Counter, ForwardClock, patient_web
from ui.theme import Theme

COMPLAINT = "@shop ordered the lemon tart for my mum's 70th, the middle was raw dough. Phoned twice, nobody."
SORTED = "@shop they brought a new tart the same day. All sorted!"


@dataclass
class Scene:
    town: Town
    wire: Wire
    day: Counter
    complaint: str = ""


@pytest.fixture
def scene(bluesky_server: dict[str, Any], tmp_path: Path, look: Theme) -> Iterator[Scene]:  # noqa: ARG001
    with Web() as web, Wire(bluesky_server) as wire:
        day = Counter(tmp_path / "shop", ForwardClock(), SessionVault(), patient_web)
        yield Scene(Town(bluesky_server, web), wire, day)
        day.end()


def test_from_an_app_password_to_an_answer_everyone_can_see(scene: Scene) -> None:
    she_connects_with_an_app_password(scene.day, scene)
    a_stranger_complains(scene.day, scene)
    she_answers(scene.day, scene)
    the_stranger_says_it_is_sorted(scene.day, scene)
    assert not scene.day.watcher.presses, "nothing needed the mouse"


def she_connects_with_an_app_password(day: Counter, scene: Scene) -> None:
    day.choose_place("Bluesky")
    day.until("Make an app password at Bluesky, under Settings, Privacy and security.")
    made = scene.town.shop.call("com.atproto.server.createAppPassword", {"name": new_id()})
    day.write(scene.town.spelled("@shop"))
    day.press("Tab")
    QApplication.clipboard().setText(str(made["password"]))
    day.press("Ctrl+V")
    assert len(set(day.focus().displayText())) == 1, "dots, never the password"
    day.press("Tab", "Tab")
    day.write(scene.wire.url)
    day.press("Return")
    day.until(scene.town.spelled("Signed in as @shop"))
    day.press("Return")
    day.until("Online · checked")


def a_stranger_complains(day: Counter, scene: Scene) -> None:
    scene.complaint = scene.town.carla.says(COMPLAINT)
    scene.town.wait_for(scene.complaint)
    day.check()
    day.until("Inbox, 1 needs someone", "Complaints, 1 looks open to a passer-by")
    day.wait(lambda: any("Carla" in row for row in day.rows(day.page.list)), "the row")
    (row,) = [row for row in day.rows(day.page.list) if "Carla" in row]
    assert row.startswith("Unread. Complaint, guessed, Bluesky mention. Carla Customer, just now. ordered")
    day.until("A passer-by sees: a complaint, and no answer from you.")


def she_answers(day: Counter, scene: Scene) -> None:
    words = day.answer()
    assert scene.town.our_answers(scene.complaint) == [], "nothing leaves before the time to undo is over"
    scene.wire.lose()
    day.let_ten_seconds_pass()
    day.until("Posted on Bluesky")
    assert scene.wire.arrived.is_set(), "the answer to the posting was lost, and found where it is kept"
    assert scene.town.our_answers(scene.complaint) == [words]
    scene.town.wait(lambda: scene.town.seen_signed_out(scene.complaint))
    day.clock.forward(minutes=2)
    day.check()
    day.until("showing")
    day.until("A passer-by sees: a complaint and your answer. No sign it was fixed.")
    assert len(day.ours()) == 1


def the_stranger_says_it_is_sorted(day: Counter, scene: Scene) -> None:
    (ours,) = scene.town.seen_signed_out(scene.complaint)
    ending = scene.town.carla.says(SORTED, ours)
    scene.town.wait_for(ending)
    day.check()
    day.press("Ctrl+2")
    day.wait(lambda: any("Is this the ending?" in card for card in day.column(Stage.ANSWERED)))
