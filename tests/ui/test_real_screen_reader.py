"""The real window under a real screen with a real accessibility bus: what a screen reader is told of it, and when.

Needs the test servers' `display` (an X screen with an accessibility bus), and skips where it isn't installed.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, Queue

import pytest

from desktop import backups, counter, people
from tests.conftest import ROOT, SHARED
from tests.desktop.little_server import LittleServer, Says
from tests.stories.fenny_lane import open_fenny_lane

DISPLAY = SHARED / "servers" / "display"
SCREEN = "87"
_LINE = re.compile(r'^(?P<in> *)\[(?P<role>[^\]]*)\] "(?P<name>.*?)"(?P<rest>.*)$')
PRESSED = {"push button", "button", "toggle button", "check box", "radio button", "combo box", "list item", "page tab"}


@pytest.fixture(scope="module")
def screen() -> Iterator[dict[str, str]]:
    script = DISPLAY / "start.sh"
    home = {"SAID_SERVERS_HOME": os.environ["SAID_SERVERS_HOME"]}
    run = subprocess.run([script, SCREEN, "1280x800"], capture_output=True, text=True) if script.exists() else None
    if run is None or run.returncode == 3:
        reason = run.stderr.strip() if run else f"no test servers at {DISPLAY}"
        (pytest.fail if os.environ.get("SAID_SERVERS_REQUIRED") else pytest.skip)(reason)
    assert run.returncode == 0, run.stderr
    said = dict(re.findall(r"(\w+)='?([^' ]*)'?", run.stdout.removeprefix("export ")))
    yield os.environ | home | said
    subprocess.run([DISPLAY / "stop.sh", SCREEN], capture_output=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The bakehouse, closed for now; its own shop, so it opens as one that nobody practises in."""
    made = tmp_path / "shop"
    open_fenny_lane(made).close()
    return made


def dump(screen: dict[str, str]) -> str:
    asked = [DISPLAY / "atspi_dump.py", "said", "--depth", "30"]
    run = subprocess.run(asked, capture_output=True, text=True, env=screen)
    return run.stdout


def told(screen: dict[str, str], *words: str, keys: tuple[str, ...] = ()) -> str:
    """What a screen reader gets, once all of these are in it. Reading it all takes its time, so it is asked at once.
    `keys` are pressed before, and again where a box came in between."""
    end, found = time.monotonic() + 60, ""
    while time.monotonic() < end:
        if keys and words[0] not in found:
            pressed(screen, *keys)
        found = dump(screen)
        if all(word in found for word in words):
            return found
    missing = [word for word in words if word not in found]
    raise AssertionError(f"{missing} never came: {found[:3000]}")


@contextmanager
def running(screen: dict[str, str], folder: Path, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [sys.executable, ROOT / "main.py", *options, "--folder", str(folder)], env=screen,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture
def started(folder: Path, screen: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    with running(screen, folder) as process:
        yield process


class Ear:
    """All that is announced from its start on, in its order; a screen reader would say it."""

    def __init__(self, screen: dict[str, str]) -> None:
        ask = [DISPLAY / "listen_announce.py", "--seconds", "600"]
        self._process = subprocess.Popen(ask, stdout=subprocess.PIPE, text=True, env=screen)
        assert self._process.stdout is not None
        self._lines = iter(self._process.stdout)
        assert next(self._lines).strip() == "listening"
        self._new: Queue[str] = Queue()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        for line in self._lines:
            self._new.put(json.loads(line)["text"])

    def hears(self, words: str) -> str:
        """Waits until this is said, after what it heard before; what is said in between is passed over."""
        end, passed = time.monotonic() + 120, list[str]()
        with suppress(Empty):
            while (left := end - time.monotonic()) > 0:
                passed.append(self._new.get(timeout=left))
                if words in passed[-1]:
                    return passed[-1]
        raise AssertionError(f"{words!r} was never said, only {passed}")

    def end(self) -> None:
        self._process.kill()
        self._process.wait(20)
        self._thread.join(20)
        assert self._process.stdout is not None
        self._process.stdout.close()


@pytest.fixture
def ear(screen: dict[str, str]) -> Iterator[Ear]:
    made = Ear(screen)
    yield made
    made.end()


def nameless(found: str) -> list[str]:
    """What can be pressed or chosen and is in sight, without a name."""
    lines = [line for text in found.splitlines() if (line := _LINE.match(text))]
    return [
        line[0]
        for line in lines
        if line["role"] in PRESSED and " showing" in line["rest"] and "focusable" in line["rest"] and not line["name"]
    ]


def test_the_inbox_is_told_with_names_roles_and_in_order(
    started: subprocess.Popen[bytes], screen: dict[str, str]
) -> None:
    theirs = '[label] "Is the seeded rye vegan?'  # in the thread: rows of the list are no labels
    found = told(screen, "Inbox", "Perpetua L.", "Needs an answer", theirs, "Start from  Openings")
    assert not nameless(found)
    order = [found.index(word) for word in ("Inbox", "People", "Needs an answer", "Perpetua L.")]
    assert order == sorted(order)
    talk = found[found.index('"Conversation" actions') :]
    words = (theirs, '[label] "From the Shop book"', "Start from  Openings", "Blank page, key")
    order = [talk.index(word) for word in words]
    assert order == sorted(order), "their words, then what to know, then how to begin"
    assert re.search(r'\[(?:list|table|tree)[^\]]*\] "[^"]+"', found), "the lists have names"


PAGES = {  # what a screen reader gets of each page, in this order; the first is in the window's title
    "2": ("Complaints — ", '[push button] "Print the week…"', '[list] "No answer yet" desc=', '[list] "Shown" desc=',
          '[label] "What a passer-by sees today"'),
    "3": ("History — ", '[text] "Search people and words"', '"Timeline" desc=', '[check box] "Complaint, ',
          '[table] "Results"'),
    "4": ("Insights — ", '[push button] "Last 12 months"', '[check box] "Show as tables"'),
    "5": ("Shop book — ", '[page tab] "Everything"', '[text] "Search facts"', '"It’s still right: Allergen card"',
          '"Change Allergen card"'),
    "6": ("People — ", '[list] "People"', '[list item] "Tom. ', '[text] "Name people see"'),
    "7": ("Accounts — ", '[list] "Accounts"', '[push button] "Mastodon"', '"Private messages: Yes"'),
}  # fmt: skip


def pressed(screen: dict[str, str], *keys: str) -> None:
    """Real keys in the window; what a check of pretend places has to say is closed first."""
    for title in ("^Said & Done$", "Fenny Lane"):
        search = ["xdotool", "search", "--onlyvisible", "--name", title]
        found = subprocess.run(search, capture_output=True, text=True, env=screen).stdout.split()
        if found:
            wanted = keys if title != "^Said & Done$" else ("Return",)
            subprocess.run(["xdotool", "windowactivate", "--sync", found[-1], "key", *wanted], env=screen)


def test_every_page_is_told_with_names_roles_and_in_order(
    started: subprocess.Popen[bytes], screen: dict[str, str]
) -> None:
    told(screen, "Inbox", "Perpetua L.", "Blank page, key")
    for number, (title, *words) in PAGES.items():
        found = told(screen, f'[frame] "{title}', *words, keys=(f"ctrl+{number}",))
        assert not nameless(found), title
        body = found[found.rindex(words[0]) :] if number == "2" else found
        order = [body.index(word) for word in words]
        assert order == sorted(order), title
    told(screen, '[frame] "Inbox — ', keys=("ctrl+1",))
    found = told(screen, '[frame] "Reply to ', '"Before you post"', keys=("r",))
    assert not nameless(found), "writing"
    assert found.index('"Conversation" actions') < found.rindex('"Before you post"')
    found = told(screen, '[list] "Settings"', "The shop’s name", keys=("ctrl+comma",))
    assert not nameless(found), "settings"
    order = [found.index(word) for word in ('[list item] "General"', '[list item] "Notifications"', "The shop’s name")]
    assert order == sorted(order)


def test_the_lock_screen_names_no_customer(folder: Path, screen: dict[str, str]) -> None:
    shop = open_fenny_lane(folder)
    for one, pin in zip(people.all(shop.store), ("2468", "13579", "8642"), strict=True):
        counter.set_pin(shop, one.id, pin)
    theirs = {row["author_name"] for row in shop.store.rows("select author_name from posts where not is_ours")}
    shop.close()
    with running(screen, folder):
        found = told(screen, "Who’s at the counter?", "Ines")
        assert not nameless(found)
        assert not [name for name in theirs if name and name in found]


def typed(screen: dict[str, str], title: str, *done: str) -> None:
    """What xdotool does in the window with this title."""
    search = ["xdotool", "search", "--sync", "--onlyvisible", "--name", title]
    found = subprocess.run(search, capture_output=True, text=True, env=screen, timeout=60).stdout.split()
    subprocess.run(["xdotool", "windowactivate", "--sync", found[-1], *done], env=screen, check=True, timeout=60)


def in_order(found: str, *words: str) -> None:
    """Each after the one before; a widget may stand twice."""
    at = 0
    for word in words:
        at = found.find(word, at)
        assert at >= 0, f"{word!r} is not there, or before its turn"
        at += len(word)


def dialog(found: str, title: str) -> str:
    """What is told of one dialog alone. A text may have lines of its own."""
    lines, inside, deep = found.splitlines(), list[str](), -1
    for line in lines:
        told_of = _LINE.match(line)
        if not inside and f'[dialog] "{title}' in line and told_of:
            inside, deep = [line], len(told_of["in"])
        elif inside and told_of and len(told_of["in"]) <= deep:
            break
        elif inside:
            inside.append(line)
    return "\n".join(inside)


def test_what_one_does_is_said_aloud(tmp_path: Path, screen: dict[str, str], ear: Ear) -> None:
    """What the coach sees, a reply on its way, taken back, posted; and what comes in meanwhile."""
    window = "Puddle Street"
    with running(screen, tmp_path / "shop", "--practice"):
        told(screen, "Blank page, key")
        typed(screen, window, "key", "r")
        told(screen, '[frame] "Practice — Reply to Dana')
        typed(screen, window, "type", "--delay", "20", "Thank you Sam, I will look at the bell today. Priya")
        ear.hears("1 to look at")
        typed(screen, window, "key", "ctrl+Return")
        ear.hears("Pretend reply to Dana goes in 10 s")
        typed(screen, window, "key", "ctrl+z")
        ear.hears("Draft kept")
        ear.hears("1 to look at")  # the words are back
        typed(screen, window, "key", "ctrl+Return")
        ear.hears("Pretend reply to Dana goes in 10 s")
        ear.hears("Posted on the pretend Google")
        ear.hears("New: ")


ENTRY = "<item><guid>1</guid><title>Corner Bakery: the tart was raw</title><link>{url}/said</link></item>"


def test_what_comes_in_and_what_goes_wrong_is_said_aloud(tmp_path: Path, screen: dict[str, str], ear: Ear) -> None:
    """A feed is asked over the network: garbled, then with a post, then there is no connection."""
    feed = '<rss version="2.0"><channel><title>Talk of the town</title>{}</channel></rss>'

    def says(items: str = "") -> Says:
        return Says(feed.format(items).encode(), headers={"Content-Type": "application/rss+xml"})

    with LittleServer(says()) as server:
        told_to = [sys.executable, ROOT / "main.py", "--folder", tmp_path / "shop", "connect", "feed"]
        subprocess.run(told_to, input=f"{server.url}/feed\n", text=True, env=screen, check=True)
        server.replies = [Says(b"<html>Nothing here</html>")]
        with running(screen, tmp_path / "shop"):
            first_answers(screen)
            ear.hears("127.0.0.1")
            server.replies = [says(ENTRY.format(url=server.url))]
            typed(screen, "Said & Done", "key", "F5")
            ear.hears("New: 1 conversation")
            server.replies = [Says(cut=True)]
            typed(screen, "Said & Done", "key", "F5")
            ear.hears("Offline since")


def first_answers(screen: dict[str, str]) -> None:
    """The two questions of a new shop, answered with the keyboard alone."""
    told(screen, '"What’s your name?"')
    typed(screen, "Said & Done", "type", "--delay", "20", "Corner Bakery")
    typed(screen, "Said & Done", "key", "Return")
    typed(screen, "Said & Done", "type", "--delay", "20", "Ines")
    typed(screen, "Said & Done", "key", "Return")
    told(screen, "Corner Bakery — Said & Done")


def test_the_first_run_is_told_with_names_roles_and_in_order(
    tmp_path: Path, screen: dict[str, str], ear: Ear
) -> None:
    with running(screen, tmp_path / "shop"):
        found = told(screen, '[label] "Hello."', '"What’s your name?"')
        assert not nameless(found)
        in_order(found, '[label] "Hello."', '[label] "What’s your shop called?"', '[text] "What’s your shop called?"',
                 '[label] "What’s your name?"', '[text] "What’s your name?"', '[push button] "Continue"')  # fmt: skip
        asked = next(line for line in found.splitlines() if '[text] "What’s your shop called?"' in line)
        assert "focused" in asked
        typed(screen, "Said & Done", "key", "Tab", "key", "Tab", "key", "space")  # Continue, with nothing written
        ear.hears("The shop needs a name first.")
        first_answers(screen)
        found = told(screen, '[frame] "Welcome — ', '[label] "What it looks like when it works"')
        assert not nameless(found)
        doors = ("Practise with a pretend shop", "Connect where people talk about you", "Bring your history in",
                 "Add one by hand")  # fmt: skip
        in_order(found, *(f'[push button] "{door}: ' for door in doors), "What it looks like when it works")
        first = next(line for line in found.splitlines() if f'"{doors[0]}: ' in line)
        assert " focused" in first


def test_the_dialog_of_an_ending_is_told_with_names_roles_and_in_order(
    tmp_path: Path, screen: dict[str, str]
) -> None:
    with running(screen, tmp_path / "shop", "--practice"):
        told(screen, "Blank page, key")
        typed(screen, "Puddle Street", "key", "ctrl+2")
        told(screen, '[frame] "Practice — Complaints', '[list] "Fixed, not shown"')
        typed(screen, "Puddle Street", "key", "a")
        title = "Make the ending show"
        found = dialog(told(screen, f'[dialog] "{title}: '), title)
        assert not nameless(found)
        in_order(found, f'[label] "{title}: ', '[check box] "Ask ', '[check box] "Say it ourselves"',
                 '[check box] "It already shows"', '[text] "Your reply"',
                 '[push button] "Leave it standing, with a reason…"', '[push button] "Save and close"')  # fmt: skip
        writing = next(line for line in found.splitlines() if '[text] "Your reply"' in line)
        assert " focused" in writing


def damaged(folder: Path) -> None:
    """Nothing of the file is left but its length."""
    file = folder / "shop.db"
    file.write_bytes(b"\0" * file.stat().st_size)


def press(screen: dict[str, str], name: str) -> None:
    """What a screen reader does to press a button."""
    subprocess.run([DISPLAY / "atspi_dump.py", "said", "--depth", "30", "--press", name], env=screen, check=True,
                   stdout=subprocess.DEVNULL)  # fmt: skip


def with_a_copy(folder: Path) -> None:
    shop = open_fenny_lane(folder)
    backups.daily(shop.store, shop.folder, shop.clock.local(shop.clock.now()))
    shop.close()


def test_a_damaged_file_is_told_with_its_ways_out(folder: Path, screen: dict[str, str], ear: Ear) -> None:
    damaged(folder)
    with running(screen, folder):
        found = told(screen, "couldn't be opened: it is damaged.", '[push button] "Repair it"')
        assert not nameless(found)
        in_order(found, '[dialog] "Said & Done"', "couldn't be opened: it is damaged.", "written anew",
                 '[push button] "Details"', '[push button] "Show the folder"', '[push button] "Try again"',
                 '[push button] "Repair it"')  # fmt: skip
        press(screen, "Repair it")
        found = told(screen, "Nothing could be read out of the shop's file.", "Nothing was changed.")
        assert not nameless(found)


def test_a_copy_is_brought_back_by_ear(folder: Path, screen: dict[str, str], ear: Ear) -> None:
    with_a_copy(folder)
    damaged(folder)
    with running(screen, folder):
        ear.hears("Your shop’s file couldn’t be opened. A copy from")
        found = told(screen, "A copy from", '[push button] "Try again"', "Perpetua L.")
        assert not nameless(found)
        in_order(found, "A copy from", '[push button] "Use this copy"', '[push button] "Show the folder"',
                 '[push button] "Try again"')  # fmt: skip
        press(screen, "Use this copy")
        asked = told(screen, "Use the copy of", '[push button] "Leave it as it is"')
        assert not nameless(asked)
        safe = next(line for line in asked.splitlines() if '"Leave it as it is"' in line)
        assert " focused" in safe
        press(screen, "Use it from now on")
        ear.hears("The copy is in use now. The file it replaced is kept beside it: ")


def test_bringing_a_daily_copy_back_is_asked_by_ear(folder: Path, screen: dict[str, str]) -> None:
    with_a_copy(folder)
    with running(screen, folder):
        told(screen, "Inbox", "Perpetua L.")
        told(screen, '[list] "Settings"', keys=("ctrl+comma",))
        typed(screen, "Settings", "key", "D")
        told(screen, '[push button] "Bring this copy back…"')
        press(screen, "Bring this copy back…")
        found = told(screen, "Bring back the copy of", '[push button] "Bring it back"')
        assert not nameless(found)
        asked = found[found.index('[label] "Bring back the copy of') :]
        in_order(asked, "Bring back the copy of", "The file in use now is kept beside it",
                 "its name begins with replaced-", '[push button] "Leave it as it is"',
                 '[push button] "Bring it back"')  # fmt: skip
        safe = next(line for line in asked.splitlines() if '"Leave it as it is"' in line)
        assert " focused" in safe
