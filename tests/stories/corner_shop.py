"""The corner shop of the stories at real servers: its clock, its window, and how Ines answers a complaint there.

Run as a program it is a window of its own, in which one answer is written with keys and let go: what a story
kills in the middle. `python -m tests.stories.corner_shop FOLDER ACCOUNT TOKEN SECONDS_AHEAD`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.errors import Offline
from desktop.pace import Pace
from desktop.shop import Shop
from desktop.vault import SessionVault
from desktop.web import Answer, Web
from tests.stories.driver import Driver
from ui.background import Background

COMPLAINT = "@shop ordered the lemon tart for my mum's 70th, the middle was raw dough. Phoned twice, nobody picked up."
DETAILS = {
    "their detail": "raw dough in the middle",
    "what it cost them": "your mum's 70th that afternoon",
    "what we found": "two trays that went in together",
    "who": "Ines",
    "what went wrong here": "the timer was set for one",
    "what you'll do": "I'll bring you a new one",
    "what you'll do, and by when": "I'll bring you a new one by Tuesday",
    "what you promised": "Tuesday",
    "what you've done, and when": "a new tart went out on Tuesday",
    "when": "Tuesday",
    "what you've done": "a new one went out",
    "thing": "our tarts",
    "how to reach you": "here or at the counter",
    "what changed": "the trays go in one by one",
}


class ForwardClock:
    """The computer's clock, put forward by as much as a story needs."""

    rate = 1.0

    def __init__(self, ahead: timedelta = timedelta()) -> None:
        self.ahead = ahead

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def moved(self) -> None:
        return None

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(UTC)

    def forward(self, **duration: float) -> None:
        self.ahead += timedelta(**duration)


class NoPages(Web):
    """A web on which ordinary pages, which are out there, can't be reached."""

    def get_page(self, url: str) -> Answer:
        raise Offline(f"{url} can’t be reached.")

    def waiting(self, **limits: float) -> Web:  # noqa: ARG002
        return NoPages(pace=Pace())


def patient_web() -> Web:
    """A web that doesn't remember, from one job to the next, that a server asked it to wait."""
    return NoPages(pace=Pace())


class Counter(Driver):
    """The real window over the corner shop's folder, with real threads behind it."""

    def __init__(
        self, folder: Path, clock: ForwardClock, vault: SessionVault, web: Callable[[], Web] = patient_web
    ) -> None:
        self.clock = clock
        shop = Shop.open(folder, clock=clock, vault=vault, web=web)
        if not shop.name:
            shop.found_with("Corner Shop", "Ines")
        super().__init__(shop, Background(shop.changes, is_held=True))

    def check(self) -> None:
        """F5: one collect, and the looks that are due after it."""
        rounds, heard = self.session.rounds, []
        self.wait(lambda: not rounds.is_checking, "the end of the check before")
        told = [
            (signal, signal.connect(lambda *_, what=what: heard.append(what)))
            for what, signal in (("checked", rounds.checked), ("looked", rounds.looked))
        ]
        self.press("F5")
        self.wait(lambda: "looked" in heard[heard.index("checked") :] if "checked" in heard else False, "F5")
        for signal, connection in told:
            signal.disconnect(connection)

    def fill_blanks(self, editor: Any) -> None:
        """Types over each blank that Tab comes to."""
        self.wait(lambda: self.blank(editor), "the first blank")
        while blank := self.blank(editor):
            self.write(DETAILS[blank])
            self.press("Tab")

    def tab_to(self, words: str) -> None:
        """Tab, until the keyboard is on what says this, or is called so to a screen reader."""
        for _ in range(40):
            self.wait(lambda: self.focus() is not None, "somebody to have the keyboard")
            here = self.focus()
            says = getattr(here, "text", None)
            if words in (says() if callable(says) else "", here.accessibleName()):
                return
            self.press("Tab")
        raise AssertionError(f"Tab doesn't come to “{words}”")

    def choose_place(self, name: str) -> None:
        """From the welcome page to the form of a place."""
        self.until("Hello, Ines.", "No accounts yet")
        self.press("Down", "Return")
        self.until("Where do people talk about you?", "Choose a place")
        self.press("Return")
        self.until(f"Choose {name}")
        self.tab_to(f"Choose {name}")
        self.press("Return")
        self.until("How should it get here?")
        self.press("Return")
        self.until(f"Sign in at {name}")

    @staticmethod
    def blank(editor: Any) -> str:
        """The name of the blank that is selected in a text; "" when none is."""
        chosen = str(editor.textCursor().selectedText())
        return " ".join(chosen.replace("\u2060", "").split())

    def answer(self) -> str:
        """Starter 1, every blank filled by typing, Ctrl+Enter. Returns what goes out."""
        self.press("1")
        composer = self.view.composer
        self.fill_blanks(composer.editor)
        self.wait(lambda: composer.post_button.text() == "Post reply")
        words: str = composer.writing().plain()
        self.press("Ctrl+Return")
        self.until("Reply to Carla Customer goes in 10 s")
        return words

    def let_ten_seconds_pass(self) -> None:
        """The time to undo is over."""
        self.clock.forward(seconds=10)
        self.session.rounds.stir()


def main(folder: str, account: str, token: str, ahead: str) -> int:
    from ui.app import make_application

    app = make_application()
    vault = SessionVault()
    vault.save(account, {"token": token})
    day = Counter(Path(folder), ForwardClock(timedelta(seconds=float(ahead))), vault)
    day.until("Carla Customer", "Own it and fix it")
    day.answer()
    day.let_ten_seconds_pass()
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
