"""The rules of the house as functions from source texts to breaches, so that each can be seen to fail.

A `Tree` maps a path from the project's root ("desktop/posts.py") to its text. A rule returns sentences like
"desktop/posts.py:12 imports PySide6: …", and nothing when it is kept. Only syntax is read, nothing imported.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import PurePosixPath

Tree = Mapping[str, str]
Rule = Callable[[Tree], list[str]]

# What every room may know: the nouns, and the floor it stands on.
NOUNS = frozenset({"records", "writing", "errors", "ids", "clock", "language"})
COMMON = NOUNS | {"store", "history", "changes"}
# Those that know several rooms, and that no room may know: the front door with its two errands, the porters, and
# what these share (where a conversation stands after any of them, what a passer-by sees of it, how it is listed).
CROSSERS = frozenset(
    {"shop", "counter", "cli", "connecting", "checkup", "backups", "sealing", "sealed", "repairing", "terminal"}
    | {"timekeeping", "collect", "deliver", "hiding", "lookout"}
    | {"settling", "sorting", "arriving", "passerby", "inbox", "past", "debts", "retelling"}
    | {"weekly", "reading", "searching"}
    | {"bringing_in", "export", "insights", "sounding", "forgetting", "everything", "moving", "letting_go"}
    | {"model"}  # an errand of its own, so that it can be deleted whole
)
# The practice shop is opened, given its month of history, and asked how its day goes, through the front door, as a
# person would do it.
CROSSING_FILES = frozenset(f"desktop/practice/{name}.py" for name in ("__init__", "day", "opening", "seed"))
# Words in, judgement out: these know the nouns, and no shop file.
PURE = NOUNS | {"triage", "coach", "changes"}
# Files that are one room without a folder around them.
SAME_ROOM = {"exchange": "web", "pace": "web", "wires": "web", "driver": "store", "salvage": "store", "wiping": "store"}
CONNECTORS_KNOW = frozenset({"web", "mailbox", "records", "errors"})

DOORS = {  # module: the only files that may import it
    "requests": {"desktop/web.py", "desktop/wires.py"},
    "urllib3": {"desktop/web.py", "desktop/wires.py"},
    "urllib.request": {"desktop/web.py"},
    "http.client": {"desktop/wires.py"},
    "imapclient": {"desktop/mailbox.py"},
    "imaplib": {"desktop/mailbox.py"},
    "smtplib": set(),
    "poplib": set(),
    "feedparser": {"desktop/connectors/feed_posts.py"},  # it would fetch what it is given an address of
    "holidays": {"desktop/public_holidays.py"},
    "keyring": {"desktop/vault.py"},
    "argon2": {"desktop/pins.py", "desktop/keys.py"},
    "cryptography": {"desktop/driver.py", "desktop/keys.py"},
    "sqlite3": {"desktop/driver.py"},
    "sqlcipher3": {"desktop/driver.py"},
    "sqlite_utils": {"desktop/store.py", "desktop/migrations.py"},
}
QT = {"PySide6", "shiboken6", "PyQt5", "PyQt6", "qtpy"}
THREADS = {"threading", "_thread", "concurrent", "multiprocessing", "asyncio"}
# What may be used without having a thread: a store for each, a lock for what they share, a flag to stop by, and where
# an error of any thread ends.
NO_THREAD = {f"threading.{name}" for name in ("local", "Lock", "RLock", "Event", "excepthook")} | {
    "threading"
}
QT_THREADS = {"QThread", "QThreadPool", "QRunnable", "QtConcurrent"}
WAITS = {"sleep", "msleep", "usleep", "qWait", "waitForFinished", "waitForConnected", "waitForReadyRead"}
NOT_PAGES = {"theme", "widgets", "composer", "ending"}  # what pages share
BACKGROUND = "ui/background.py"
DOOR_OUT = "ui/elsewhere.py"
DOORBELL = "ui/single.py"  # asks, before there is a window and not for long, whether another one is open

# Short ones count only as a whole text or in a style sheet: "Order #4417" is no colour.
_COLOUR = re.compile(
    r"#(?:[0-9a-f]{8}|[0-9a-f]{6})(?!\w)|^#[0-9a-f]{3,4}$|:\s*#[0-9a-f]{3,4}(?!\w)|\b(?:rgb|hsl)a?\(\s*\d",
    re.I,
)
_NAME = r"[\"'`\[]?([\w{}]+)"
_WRITES = re.compile(
    rf"\b(?:insert(?:\s+or\s+\w+)?|replace)\s+into\s+{_NAME}"
    rf"|\bupdate(?:\s+or\s+\w+)?\s+{_NAME}[\"'`\]]?(?:\s+as\s+\w+)?\s+set\b"
    rf"|\bdelete\s+from\s+{_NAME}",
    re.I,
)
_SHAPES = re.compile(r"\b(?:create|drop|alter)\s+(?:virtual |unique )?(?:table|index|trigger|view)\b", re.I)
_TABLE = re.compile(r"\bcreate\s+(?:virtual\s+)?table\s+(?:if\s+not\s+exists\s+)?(\w+)", re.I)


# ---- reading source ------------------------------------------------------------------------------


@cache
def _parsed(path: str, source: str) -> ast.Module:
    return ast.parse(source, path)


def python_in(tree: Tree, *folders: str) -> Iterator[tuple[str, ast.Module]]:
    for path, source in sorted(tree.items()):
        if path.endswith(".py") and (not folders or path.split("/")[0] in folders):
            yield path, _parsed(path, source)


def imports(path: str, module: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, dotted name) of everything imported, at any depth; `from a import b` counts as "a.b"."""
    package = list(PurePosixPath(path).with_suffix("").parts[:-1])
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*base, *([node.module] if node.module else [])])
            for alias in node.names:
                yield node.lineno, f"{start}.{alias.name}"


def texts(module: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, text) of every string that is not a docstring; the holes of an f-string read as {}."""
    skip: set[int] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skip.add(id(node.value))
        elif isinstance(node, ast.JoinedStr):
            skip.update(id(part) for part in node.values)
            parts = (p.value if isinstance(p, ast.Constant) else "{}" for p in node.values)
            yield node.lineno, "".join(map(str, parts))
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skip:
            yield node.lineno, node.value


def room_of(path: str) -> str:
    """The room of a file of desktop/: "posts" for desktop/posts.py, "triage" for desktop/triage/words.py."""
    name = PurePosixPath(path).with_suffix("").parts[1]
    return SAME_ROOM.get(name, name)


def calls(module: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, what is called as it is written): (3, "time.sleep")."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func)


def _is_or_in(name: str, module: str) -> bool:
    return name == module or name.startswith(module + ".")


# ---- rule 1: the core never sees the screen ------------------------------------------------------


def the_core_never_sees_the_screen(tree: Tree) -> list[str]:
    return [
        f"{path}:{line} imports {name}: desktop/ knows nothing of the screen"
        for path, module in python_in(tree, "desktop")
        for line, name in imports(path, module)
        if name.split(".")[0] in {*QT, "ui"}
    ]


# ---- rule 2: a room owns its tables --------------------------------------------------------------


def owners(tree: Tree) -> dict[str, list[str]]:
    """table: the rooms that name it in their `OWNS = (…)`."""
    found: dict[str, list[str]] = {}
    for path, module in python_in(tree, "desktop"):
        for node in module.body:
            target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
            if isinstance(target, ast.Name) and target.id == "OWNS" and node.value is not None:
                for table in ast.literal_eval(node.value):
                    found.setdefault(table, []).append(room_of(path))
    return found


def tables(tree: Tree) -> set[str]:
    """The tables that the migrations make."""
    found: set[str] = set()
    for _, module in python_in({k: v for k, v in tree.items() if k == "desktop/migrations.py"}):
        for _, text in texts(module):
            found.update(name.lower() for name in _TABLE.findall(text))
    return found


def every_table_has_one_owner(tree: Tree) -> list[str]:
    known, owned = tables(tree), owners(tree)
    wrong = [f"the table {table} is in no room's OWNS" for table in sorted(known - owned.keys())]
    wrong += [
        f"{table} is in OWNS of {rooms[0]}, but no migration makes it"
        for table, rooms in owned.items()
        if table not in known
    ]
    wrong += [
        f"{table} has {len(rooms)} owners: {', '.join(rooms)}"
        for table, rooms in owned.items()
        if len(rooms) > 1
    ]
    return wrong


def writes(module: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, table) of every write in a string; a table name that is put in at run time reads as "{}"."""
    for line, text in texts(module):
        for match in _WRITES.finditer(text):
            yield line, next(name for name in match.groups() if name).lower()


def a_room_writes_only_its_own_tables(tree: Tree) -> list[str]:
    owned, wrong = owners(tree), []
    for path, module in python_in(tree, "desktop", "ui"):
        if path in {"desktop/migrations.py", "desktop/store.py"}:
            continue
        room = room_of(path) if path.startswith("desktop/") else "the screen"
        for line, table in writes(module):
            if room not in owned.get(table, []):
                home = ", ".join(owned.get(table, [])) or "no room by its OWNS"
                wrong.append(f"{path}:{line} writes {table}, which belongs to {home}")
        wrong += [
            f"{path}:{line} changes the schema: that is for migrations.py"
            for line, text in texts(module)
            if _SHAPES.search(text)
        ]
    return wrong


# ---- rule 3: one door to each outside thing ------------------------------------------------------


def one_door_to_each_outside_thing(tree: Tree) -> list[str]:
    return [
        f"{path}:{line} imports {name}: that is for {', '.join(sorted(allowed))} alone"
        for path, module in python_in(tree, "desktop", "ui", "main.py")
        for line, name in imports(path, module)
        for outside, allowed in DOORS.items()
        if _is_or_in(name, outside) and path not in allowed
    ]


# ---- rule 4: only the porters and the Shop cross rooms -------------------------------------------


def _may_know(path: str) -> frozenset[str] | None:
    """The rooms that a file may import besides its own; None: all of them."""
    room = room_of(path)
    if room in CROSSERS or path in CROSSING_FILES:
        return None
    if room == "connectors":
        pretend = (
            path == "desktop/connectors/practice.py"
        )  # a door into the pretend shop, whose time can be moved
        return CONNECTORS_KNOW | ({"practice", "clock"} if pretend else frozenset())
    if room == "imports":  # an export of a place is read with the words of its connector
        return COMMON | {"connectors"}
    if room == "store":
        return COMMON | {"migrations"}
    if room in {"web", "vault"}:
        return NOUNS
    if room == "mailbox":  # knows from the other door which addresses are this computer
        return NOUNS | {"web"}
    return NOUNS if room in PURE else COMMON


def only_the_porters_and_the_shop_cross_rooms(tree: Tree) -> list[str]:
    wrong = []
    for path, module in python_in(tree, "desktop"):
        allowed, room = _may_know(path), room_of(path)
        if allowed is None:
            continue
        for line, name in imports(path, module):
            parts = name.split(".")
            if parts[0] != "desktop" or len(parts) < 2 or room_of("/".join(parts)) in {room, *allowed}:
                continue
            if f"desktop/{parts[1]}.py" in tree or any(p.startswith(f"desktop/{parts[1]}/") for p in tree):
                wrong.append(f"{path}:{line} imports desktop.{parts[1]}: {room} may not know that room")
    return wrong


# ---- rule 5: threads live in ui/background.py alone ----------------------------------------------


def _is_about_threads(name: str) -> bool:
    return name.split(".")[0] in THREADS or name.split(".")[-1] in QT_THREADS


def threads_live_in_the_background_alone(tree: Tree) -> list[str]:
    wrong = []
    for path, module in python_in(tree, "desktop", "ui", "main.py"):
        if path == BACKGROUND:
            continue
        named = list(imports(path, module))
        named += [(n.lineno, ast.unparse(n)) for n in ast.walk(module) if isinstance(n, ast.Attribute)]
        wrong += [
            f"{path}:{line} names {name}: threads are for {BACKGROUND} alone"
            for line, name in named
            if _is_about_threads(name) and name not in NO_THREAD
        ]
    return wrong


# ---- rule 6: the window never waits --------------------------------------------------------------


def the_window_never_waits(tree: Tree) -> list[str]:
    wrong = []
    for path, module in python_in(tree, "ui", "main.py"):
        for line, name in imports(path, module):
            if name in {"time.sleep", "subprocess.run"} or name.split(".")[0] in {"socket", "http", "ftplib"}:
                wrong.append(f"{path}:{line} imports {name}: the window never waits")
        wrong += [
            f"{path}:{line} calls {name}(): the window never waits"
            for line, name in calls(module)
            if name.split(".")[-1] in WAITS and not (path == DOORBELL and ".waitFor" in name)
        ]
    return wrong


# ---- rule 7: secrets never touch … (what syntax can show of it) ----------------------------------


def only_the_command_line_prints(tree: Tree) -> list[str]:
    return [
        f"{path}:{line} prints: only desktop/cli.py may"
        for path, module in python_in(tree, "desktop", "ui")
        if path != "desktop/cli.py"
        for line, name in calls(module)
        if name == "print"
    ]


# ---- the screen's own rules ----------------------------------------------------------------------


def pages(tree: Tree) -> set[str]:
    """The page folders of ui/."""
    return {p.split("/")[1] for p in tree if p.startswith("ui/") and p.count("/") > 1} - NOT_PAGES


def a_page_never_imports_another_page(tree: Tree) -> list[str]:
    """Nor do the widgets, the theme and the window that stacks the pages."""
    wrong, all_pages = [], pages(tree)
    for path, module in python_in(tree, "ui"):
        home = path.split("/")[1]
        if home.endswith(".py") and home != "main_window.py":
            continue
        for line, name in imports(path, module):
            parts = name.split(".")
            if parts[0] == "ui" and len(parts) > 1 and parts[1] in all_pages - {home}:
                wrong.append(f"{path}:{line} imports ui.{parts[1]}: a page never imports another page")
    return wrong


def _is_a_named_colour(node: ast.AST) -> bool:
    """Qt.GlobalColor.red, QColor(255, 0, 0), QColor("red")."""
    if isinstance(node, ast.Attribute):
        return ast.unparse(node.value).endswith("Qt.GlobalColor") and node.attr != "transparent"
    if not isinstance(node, ast.Call) or ast.unparse(node.func).split(".")[-1] != "QColor":
        return False
    return bool(node.args) and all(isinstance(arg, ast.Constant) for arg in node.args)


def colours_live_in_the_theme(tree: Tree) -> list[str]:
    wrong = []
    for path, module in python_in(tree, "ui"):
        if path.startswith("ui/theme/"):
            continue
        wrong += [
            f"{path}:{line} names a colour: {text[:40]!r}"
            for line, text in texts(module)
            if _COLOUR.search(text)
        ]
        wrong += [
            f"{path}:{node.lineno} names a colour: {ast.unparse(node)}"
            for node in ast.walk(module)
            if _is_a_named_colour(node)
        ]
    return wrong


def _is_our_own_text(node: ast.AST) -> bool:
    """A literal, `tr("…")` of one, or what `plain_tip` made; or a choice between such."""
    if isinstance(node, ast.IfExp):
        return _is_our_own_text(node.body) and _is_our_own_text(node.orelse)
    if isinstance(node, ast.Call):
        name = ast.unparse(node.func).split(".")[-1]
        return name == "plain_tip" or (
            name == "tr" and all(isinstance(arg, ast.Constant) for arg in node.args)
        )
    return isinstance(node, ast.Constant)


def _own_nodes(function: ast.FunctionDef) -> Iterator[ast.AST]:
    """What stands in a function, without the functions inside it."""
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, ast.FunctionDef):
            waiting += ast.iter_child_nodes(node)


def strangers_words_are_no_markup(tree: Tree) -> list[str]:
    """Qt reads a tooltip that looks like markup as markup: what isn't ours goes through `plain_tip`."""
    wrong = []
    for path, module in python_in(tree, "ui"):
        for node in ast.walk(module):
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func)
                where = {"setToolTip": 0, "setStatusTip": 0, "setWhatsThis": 0, "QToolTip.showText": 1}
                at = where.get(name if name.startswith("QToolTip") else name.split(".")[-1])
                if at is not None and not all(map(_is_our_own_text, node.args[at : at + 1])):
                    wrong.append(
                        f"{path}:{node.lineno} {name} takes a text that is not ours without plain_tip"
                    )
            elif isinstance(node, ast.FunctionDef):
                said = [ast.unparse(n) for n in _own_nodes(node) if isinstance(n, ast.Attribute | ast.Name)]
                if any(one.endswith(".ToolTipRole") for one in said) and "plain_tip" not in said:
                    wrong.append(f"{path}:{node.lineno} {node.name} gives a ToolTipRole without plain_tip")
    return wrong


def _plain_in(scope: ast.AST) -> set[str]:
    """What is told in there to show plain text: {"label", "self.count"}."""
    return {
        ast.unparse(node.func.value)
        for node in ast.walk(scope)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "setTextFormat"
        and all(ast.unparse(arg).endswith("PlainText") for arg in node.args)
    }


def _named(function: ast.FunctionDef) -> Iterator[tuple[str, ast.expr]]:
    """("label", the value) of every assignment in a function, also of those in one line."""
    for node in _own_nodes(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    yield from zip(map(ast.unparse, target.elts), node.value.elts, strict=False)
                else:
                    yield ast.unparse(target), node.value


def _says_only_ours(made: ast.Call, name: str, scope: ast.AST) -> bool:
    later = [
        arg
        for node in ast.walk(scope)
        if isinstance(node, ast.Call) and name and ast.unparse(node.func) == f"{name}.setText"
        for arg in node.args
    ]
    return bool(made.args) and all(map(_is_our_own_text, [*made.args, *later]))


_GUESSES = {"QLabel", "QMessageBox"}


def labels_are_told_to_be_plain(tree: Tree) -> list[str]:
    """A QLabel guesses from its text whether that is markup: only one that never says but our own may guess."""
    wrong = []
    for path, module in python_in(tree, "ui"):
        names: dict[ast.AST, tuple[str, ast.AST]] = {}
        for node in ast.walk(module):
            if isinstance(node, ast.FunctionDef):
                for name, value in _named(node):
                    names[value] = (name, module if name.startswith("self.") else node)
            elif isinstance(node, ast.ClassDef):
                bases = {ast.unparse(base).rpartition(".")[2] for base in node.bases}
                if bases & _GUESSES and "self" not in _plain_in(node):
                    wrong.append(f"{path}:{node.lineno} {node.name} isn't told to show plain text")
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in _GUESSES:
                name, scope = names.get(node, ("", module))
                if name not in _plain_in(scope) and not _says_only_ours(node, name, scope):
                    wrong.append(f"{path}:{node.lineno} {ast.unparse(node)[:40]} isn't told to show plain text")
    return wrong


_AS_MARKUP = {"setHtml", "insertHtml", "setMarkdown", "setOpenExternalLinks", "setOpenLinks", "QTextBrowser"}


def what_is_shown_and_opened_is_no_markup(tree: Tree) -> list[str]:
    """No widget reads HTML, and pages open by one door, which takes nothing but addresses of the web."""
    wrong = []
    for path, module in python_in(tree, "ui"):
        for node in ast.walk(module):
            named = ast.unparse(node) if isinstance(node, ast.Attribute | ast.Name) else ""
            last = named.rpartition(".")[2]
            if last in _AS_MARKUP or last in ("RichText", "MarkdownText"):
                wrong.append(f"{path}:{node.lineno} reads markup: {named}")
            if last == "openUrl" and path != DOOR_OUT:
                wrong.append(f"{path}:{node.lineno} opens a page: use {DOOR_OUT}")
    return wrong


_MOVES = {
    "QPropertyAnimation", "QVariantAnimation", "QSequentialAnimationGroup", "QParallelAnimationGroup", "QTimeLine",
    "QScroller", "setAnimated", "QMovie",
}  # fmt: skip


def what_moves_asks_first(tree: Tree) -> list[str]:
    """Whoever wants no motion gets none: a file that animates asks the theme whether it may."""
    wrong = []
    for path, module in python_in(tree, "ui"):
        said = {ast.unparse(node) for node in ast.walk(module) if isinstance(node, ast.Attribute | ast.Name)}
        moving = sorted(_MOVES & {one.rpartition(".")[2] for one in said})
        if moving and not said & {"theme().slides", "theme().fades"}:
            asks = "theme().slides() or theme().fades()"
            wrong.append(f"{path} moves things ({', '.join(moving)}) without asking {asks}")
    return wrong


# ---- the tests' own rules ------------------------------------------------------------------------


def test_names_are_sentences(tree: Tree) -> list[str]:
    """`test_` and at least three words."""
    return [
        f"{path}:{node.lineno} {node.name} is not a sentence"
        for path, module in python_in(tree, "tests")
        if PurePosixPath(path).name.startswith("test_")
        for node in ast.walk(module)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        if len([word for word in node.name.split("_") if word]) < 4
    ]


def tests_neither_sleep_nor_mock(tree: Tree) -> list[str]:
    wrong = []
    for path, module in python_in(tree, "tests"):
        for line, name in imports(path, module):
            if name == "time.sleep" or _is_or_in(name, "unittest.mock"):
                wrong.append(f"{path}:{line} imports {name}")
        wrong += [
            f"{path}:{line} calls {name}(): wait for a signal instead"
            for line, name in calls(module)
            if name in {"time.sleep", "QTest.qWait", "qtbot.wait"}
        ]
    return wrong


def no_layout_hands_out_its_items(tree: Tree) -> list[str]:
    """See ui/widgets/layouts.py: an item that Qt deletes stays known to Python under its address."""
    return [
        f"{path}:{line} calls {name}(): use widgets_in, or indexOf"
        for folder in ("ui", "tests")
        for path, module in python_in(tree, folder)
        for line, name in calls(module)
        if name.rsplit(".", 1)[-1] in {"itemAt", "itemAtPosition"}
    ]


# ---- what no file of the project says ------------------------------------------------------------

# In pieces, so that this file does not say it either.
_UNSAID = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("files", "pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("deb", "debian", "org"),
        ("archive", "ubuntu", "com"),
        ("crates", "io"),
    )
] + ["/".join(("", "work", place)) for place in ("main", "shared")]


def no_file_names_a_registry_or_one_machine(tree: Tree) -> list[str]:
    return [
        f"{path}:{number} says {word}"
        for path, text in sorted(tree.items())
        if any(word in text for word in _UNSAID)
        for number, line in enumerate(text.splitlines(), 1)
        for word in _UNSAID
        if word in line
    ]


RULES: tuple[Rule, ...] = (
    the_core_never_sees_the_screen,
    every_table_has_one_owner,
    a_room_writes_only_its_own_tables,
    one_door_to_each_outside_thing,
    only_the_porters_and_the_shop_cross_rooms,
    threads_live_in_the_background_alone,
    the_window_never_waits,
    only_the_command_line_prints,
    a_page_never_imports_another_page,
    colours_live_in_the_theme,
    strangers_words_are_no_markup,
    what_is_shown_and_opened_is_no_markup,
    labels_are_told_to_be_plain,
    what_moves_asks_first,
    test_names_are_sentences,
    tests_neither_sleep_nor_mock,
    no_layout_hands_out_its_items,
    no_file_names_a_registry_or_one_machine,
)
