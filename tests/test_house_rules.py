"""The rules of the house hold, and every one of them was seen to fail on something that breaks it.

The rules themselves are in `house.py`; a new one goes into its `RULES`, with a broken example here.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests import house

ROOT = Path(__file__).resolve().parents[1]
UNREAD = {".png", ".svg", ".ico", ".icns", ".db", ".gz", ".zip", ".jpg", ".ttf", ".otf"}


@pytest.fixture(scope="module")
def tree() -> dict[str, str]:
    """The project's own files as git knows them, new ones included; all of them where git is absent."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        run = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True)
        names = run.stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        found = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.suffix != ".pyc")
        names = [path.as_posix() for path in found if not path.parts[0].startswith(".")]
    named = ((name, ROOT / name) for name in names if name and Path(name).suffix not in UNREAD)
    return {name: path.read_text("utf-8", "replace") for name, path in named if path.is_file()}


@pytest.mark.parametrize("rule", house.RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_the_rule(rule: house.Rule, tree: dict[str, str]) -> None:
    breaches = rule(tree)
    assert not breaches, "\n" + "\n".join(breaches)


def test_the_tree_is_really_read(tree: dict[str, str]) -> None:
    assert {"desktop/records.py", "tests/house.py", "pyproject.toml", "LICENSE"} <= tree.keys()
    assert "posts" in house.tables(tree)


SCHEMA = {"desktop/migrations.py": 'S = "create table posts(id); create table drafts(id)"'}
ROOMS = SCHEMA | {"desktop/posts.py": 'OWNS = ("posts",)', "desktop/drafts.py": 'OWNS = ("drafts",)'}
EMPTY = ("store", "ids", "web", "practice/public")
FLOOR = {f"desktop/{name}.py": "" for name in EMPTY}
PAGES = {"ui/inbox/page.py": "", "ui/people/page.py": ""}

# rule: {what is wrong: the files that are}
BROKEN: dict[house.Rule, dict[str, dict[str, str]]] = {
    house.the_core_never_sees_the_screen: {
        "Qt's core alone": {"desktop/posts.py": "from PySide6 import QtCore"},
        "inside a function": {"desktop/posts.py": "def f():\n    import PySide6.QtGui"},
        "our own screen": {"desktop/posts.py": "from ui import words"},
    },
    house.every_table_has_one_owner: {
        "no owner": SCHEMA | {"desktop/posts.py": 'OWNS = ("posts",)'},
        "two owners": ROOMS | {"desktop/people.py": 'OWNS = ("posts",)'},
        "no such table": ROOMS | {"desktop/people.py": 'OWNS = ("ghosts",)'},
    },
    house.a_room_writes_only_its_own_tables: {
        "an insert": ROOMS | {"desktop/people.py": 's = "insert or ignore into posts(id) values(?)"'},
        "an update by a porter": ROOMS | {"desktop/collect.py": 's = "UPDATE drafts SET id = 1"'},
        "a delete by the screen": ROOMS | {"ui/inbox/page.py": 's = "delete from posts where id = ?"'},
        "behind a with": ROOMS | {"desktop/shop.py": 's = "with x as (select 1) update posts set id = 1"'},
        "in an f-string": ROOMS | {"desktop/counter.py": 's = f"replace into posts({names})"'},
        "at run time": ROOMS | {"desktop/people.py": 's = f"delete from {table}"'},
        "the schema": ROOMS | {"desktop/posts.py": 'OWNS = ("posts",)\ns = "create index i on posts(id)"'},
    },
    house.one_door_to_each_outside_thing: {
        "requests": {"desktop/connectors/mastodon.py": "import requests"},
        "its exceptions": {"desktop/deliver.py": "from requests.exceptions import Timeout"},
        "urllib": {"desktop/posts.py": "from urllib import request"},
        "keyring": {"desktop/accounts.py": "import keyring as k"},
        "argon2": {"desktop/people.py": "from argon2 import PasswordHasher"},
        "sqlite3": {"ui/inbox/model.py": "import sqlite3"},
        "sqlite-utils": {"main.py": "from sqlite_utils import Database"},
        "mail": {"desktop/connectors/mail.py": "from imapclient import IMAPClient"},
        "mail with Python's own": {"desktop/posts.py": "import imaplib"},
        "sending mail": {"desktop/mailbox.py": "import smtplib"},
        "a feed that fetches": {"desktop/connectors/feed.py": "import feedparser"},
    },
    house.only_the_porters_and_the_shop_cross_rooms: {
        "another room": ROOMS | {"desktop/drafts.py": "from desktop import posts"},
        "by a relative import": ROOMS | {"desktop/triage/words.py": "from ..posts import Post"},
        "a judge that reads the file": FLOOR | {"desktop/triage/words.py": "from desktop.store import Store"},
        "a connector that does": FLOOR | {"desktop/connectors/x.py": "from desktop.store import Store"},
        "the pretend public itself": ROOMS | {"desktop/practice/world.py": "from desktop import posts"},
        "the pretend public": FLOOR | {"desktop/connectors/mastodon.py": "import desktop.practice.public"},
    },
    house.threads_live_in_the_background_alone: {
        "in a page": {"ui/inbox/page.py": "from threading import Thread"},
        "a timer's": {"ui/inbox/page.py": "import threading\nthreading.Timer(1, f).start()"},
        "in the core": {"desktop/collect.py": "from concurrent.futures import ThreadPoolExecutor"},
        "in the Shop": {"desktop/shop.py": "from threading import Thread"},
        "by its module": {"desktop/shop.py": "import threading\nthreading.Thread(target=f).start()"},
        "Qt's": {"ui/app.py": "from PySide6.QtCore import QThread"},
        "Qt's by module": {"ui/app.py": "from PySide6 import QtCore\nQtCore.QThreadPool.start(x)"},
    },
    house.the_window_never_waits: {
        "a sleep": {"ui/app.py": "import time\ntime.sleep(1)"},
        "an imported sleep": {"ui/app.py": "from time import sleep"},
        "a socket": {"ui/app.py": "import socket"},
        "another computer": {"ui/inbox/page.py": "socket.waitForReadyRead(30000)"},
        "another program": {"ui/app.py": "from subprocess import run"},
    },
    house.only_the_command_line_prints: {"a stray print": {"desktop/vault.py": "print(secret)"}},
    house.a_page_never_imports_another_page: {
        "another page": PAGES | {"ui/inbox/page.py": "from ui.people.page import PeoplePage"},
        "by a relative import": PAGES | {"ui/inbox/page.py": "from ..people import page"},
        "a widget that knows one": PAGES | {"ui/widgets/chips.py": "from ui.inbox import page"},
        "a window that knows one": PAGES | {"ui/main_window.py": "from ui.inbox.page import InboxPage"},
    },
    house.colours_live_in_the_theme: {
        "in a style sheet": {"ui/inbox/page.py": 's = "color: #A4281C;"'},
        "a short one": {"ui/widgets/tile.py": 'c = "#fff"'},
        "a short one in a style sheet": {"ui/widgets/tile.py": 'c = "border: 1px; color: #333;"'},
        "a function of style sheets": {"ui/app.py": 's = f"rgba(0, 0, 0, {a})"'},
        "numbers": {"ui/app.py": "c = QtGui.QColor(255, 0, 0)"},
        "Qt's red": {"ui/app.py": "c = QColor(Qt.GlobalColor.red)"},
    },
    house.strangers_words_are_no_markup: {
        "a post": {"ui/inbox/page.py": "item.setToolTip(post.text)"},
        "a name in a sentence": {"ui/inbox/page.py": 'b.setToolTip(tr("Ask {name}").format(name=name))'},
        "one of two": {"ui/inbox/page.py": 'b.setToolTip("" if is_short else name)'},
        "a model": {
            "ui/inbox/model.py": "def data(self, role):\n    return row.name if role == Qt.ToolTipRole else None"
        },
        "an item": {"ui/inbox/page.py": "def f():\n    item.setData(Qt.ItemDataRole.ToolTipRole, name)"},
        "at once": {"ui/inbox/page.py": "QToolTip.showText(at, name)"},
        "in the status bar": {"ui/inbox/page.py": "action.setStatusTip(name)"},
    },
    house.what_moves_asks_first: {
        "an animation": {"ui/widgets/toast.py": "a = QPropertyAnimation(b)"},
        "a tree": {"ui/inbox/list.py": "tree.setAnimated(True)"},
    },
    house.what_is_shown_and_opened_is_no_markup: {
        "a label": {"ui/inbox/page.py": "label.setTextFormat(Qt.TextFormat.RichText)"},
        "a text": {"ui/inbox/page.py": "paper.setHtml(post.text)"},
        "a browser": {"ui/inbox/page.py": "shown = QtWidgets.QTextBrowser()"},
        "another way out": {"ui/inbox/page.py": "QDesktopServices.openUrl(QUrl(post.url))"},
        "handed on": {"ui/inbox/page.py": "button.clicked.connect(QDesktopServices.openUrl)"},
    },
    house.labels_are_told_to_be_plain: {
        "empty": {"ui/people/page.py": "def f(self):\n    self.name = QLabel()"},
        "a name": {"ui/people/page.py": "def f():\n    column.addWidget(QtWidgets.QLabel(person.name))"},
        "in one line": {"ui/people/page.py": "def f(self):\n    self.name, self.field = QLabel(), QLineEdit()"},
        "another one": {
            "ui/people/page.py": "def f():\n  a = QLabel(x)\ndef g():\n  a = QLabel(y)\n  a.setTextFormat(PlainText)"
        },
        "ours at first": {
            "ui/people/page.py": "def f(self):\n    self.a = QLabel('-')\ndef g(self):\n    self.a.setText(post.text)"
        },
        "a kind of its own": {"ui/widgets/tile.py": "class Tile(QLabel):\n    def f(self): self.show()"},
        "a question": {"ui/people/page.py": "def f():\n    box = QMessageBox(w)\n    box.setText(name)"},
    },
    house.test_names_are_sentences: {
        "two words": {"tests/test_posts.py": "def test_post_works(): pass"},
        "in a class": {"tests/test_posts.py": "class T:\n    def test_it(self): pass"},
    },
    house.tests_neither_sleep_nor_mock: {
        "a sleep": {"tests/test_posts.py": "import time\ntime.sleep(1)"},
        "a mock": {"tests/test_posts.py": "from unittest.mock import Mock"},
    },
    house.no_layout_hands_out_its_items: {
        "a page": {"ui/panes.py": "bar = window.bars.itemAt(0).widget()"},
        "a test": {"tests/ui/test_panes.py": "line = grid.itemAtPosition(0, 1)"},
    },
    house.no_file_names_a_registry_or_one_machine: {
        "an index": {"requirements.lock": "--index-url https://" + "pypi" + ".org/simple"},
    },
}

# rule: {what is all right: the files that are}
KEPT: dict[house.Rule, dict[str, dict[str, str]]] = {
    house.the_core_never_sees_the_screen: {"the screen itself": {"ui/app.py": "from PySide6 import QtCore"}},
    house.every_table_has_one_owner: {"one owner each": ROOMS},
    house.a_room_writes_only_its_own_tables: {
        "its own": ROOMS | {"desktop/posts.py": 'OWNS = ("posts",)\ns = "update or fail posts set id = 1"'},
        "English": {"desktop/people.py": '"""delete from drafts"""\ns = "update the list, set it"'},
        "an upsert": ROOMS | {
            "desktop/posts.py": """OWNS = ("posts",)
s = "insert into posts(id) values(1) on conflict do update set id = 2"
"""},
    },
    house.one_door_to_each_outside_thing: {
        "the doors": {
            "desktop/web.py": "import requests",
            "desktop/vault.py": "import keyring",
            "desktop/driver.py": "import sqlite3",
            "desktop/mailbox.py": "from imapclient import IMAPClient",
        },
        "taking an address apart": {"desktop/posts.py": "from urllib.parse import quote"},
    },
    house.only_the_porters_and_the_shop_cross_rooms: {
        "the floor": FLOOR | {"desktop/drafts.py": "from desktop import ids\nfrom .store import Store"},
        "a porter": ROOMS | {"desktop/collect.py": "from desktop import posts, drafts"},
        "a connector": FLOOR | {"desktop/connectors/x.py": "from desktop.web import Web\nfrom . import C"},
        "the practice shop's opening": ROOMS | {"desktop/practice/opening.py": "from desktop import posts"},
        "the practice one": FLOOR | {"desktop/connectors/practice.py": "import desktop.practice.public"},
    },
    house.threads_live_in_the_background_alone: {
        "the background": {"ui/background.py": "from PySide6.QtCore import QThread\nimport threading"},
        "a store for each thread": {"desktop/shop.py": "import threading\nx = threading.local()"},
        "a flag in the window": {"ui/rounds.py": "import threading\nstop = threading.Event()"},
        "a lock in the core": {"desktop/practice/world.py": "from threading import Lock"},
    },
    house.only_the_command_line_prints: {"the command line": {"desktop/cli.py": "print(1)"}},
    house.a_page_never_imports_another_page: {
        "its own folder": PAGES | {"ui/inbox/page.py": "from ui.inbox import model\nfrom . import delegate"},
        "the widgets": PAGES | {"ui/inbox/page.py": "from ui.widgets import tile"},
        "the app": PAGES | {"ui/app.py": "from ui.inbox.page import InboxPage"},
    },
    house.colours_live_in_the_theme: {
        "the theme": {"ui/theme/palette.py": 'ink = "#0F5C5C"'},
        "a number sign": {"ui/app.py": 'words = "Order #4417"'},
        "an asked-for colour": {"ui/app.py": "c = QColor(tokens.ink)"},
    },
    house.strangers_words_are_no_markup: {
        "our own": {"ui/app.py": 'a.setToolTip(tr("More"))\nb.setToolTip("Less")\nc.setToolTip("")'},
        "made plain": {"ui/app.py": 'a.setToolTip(plain_tip(name) if is_cut else "")'},
        "a model": {
            "ui/inbox/model.py": "def data(self, role):\n    if role == Qt.ToolTipRole:\n        return plain_tip(x)"
        },
    },
    house.what_moves_asks_first: {
        "asks": {"ui/widgets/toast.py": "a = QPropertyAnimation(b)\nif theme().fades(): a.start()"},
        "stands still": {"ui/widgets/tile.py": "a = QTimer(b)"},
    },
    house.what_is_shown_and_opened_is_no_markup: {
        "plain": {"ui/inbox/page.py": "label.setTextFormat(Qt.TextFormat.PlainText)"},
        "the door": {"ui/elsewhere.py": "QDesktopServices.openUrl(address)"},
    },
    house.labels_are_told_to_be_plain: {
        "ours": {"ui/people/page.py": 'def f():\n    column.addWidget(QLabel(tr("People")))'},
        "told": {
            "ui/people/page.py": "def f(self):\n    self.a = QLabel()\n    self.a.setTextFormat(Qt.PlainText)"
        },
        "a kind of its own": {
            "ui/widgets/tile.py": "class Tile(QLabel):\n    def f(self): self.setTextFormat(Qt.TextFormat.PlainText)"
        },
    },
    house.test_names_are_sentences: {
        "a sentence": {"tests/test_posts.py": "def test_a_reply_is_posted_once(): pass"},
    },
}


def each_of(cases: dict[house.Rule, dict[str, dict[str, str]]]) -> pytest.MarkDecorator:
    params = [
        pytest.param(rule, files, id=f"{rule.__name__}: {case}")
        for rule, of_rule in cases.items()
        for case, files in of_rule.items()
    ]
    return pytest.mark.parametrize(("rule", "files"), params)


@each_of(BROKEN)
def test_a_broken_house_is_noticed(rule: house.Rule, files: dict[str, str]) -> None:
    assert rule(files)


@each_of(KEPT)
def test_a_sound_house_is_left_alone(rule: house.Rule, files: dict[str, str]) -> None:
    assert rule(files) == []


def test_every_rule_has_a_broken_example() -> None:
    assert BROKEN.keys() == set(house.RULES)
