"""What a person can do with the conversation that is open: actions with their keys, and what each does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.moments import tr


@dataclass(frozen=True, slots=True)
class Act:
    """`where`: "both" works from the list too, "thread" only beside the conversation."""

    name: str
    text: str
    keys: tuple[str, ...]
    where: str = "both"


ACTS = (
    Act("reply", "Reply", ("R",)),
    Act("start1", "Start from the first opening", ("1",)),
    Act("start2", "Start from the second opening", ("2",)),
    Act("start3", "Start from a blank page", ("3",)),
    Act("looking", "I’m looking into it", ("L",)),
    Act("note", "Note to the team", ("N",)),
    Act("fixed", "Mark fixed…", ("F",)),
    Act("show_ending", "Make the ending show…", ("S",), "thread"),
    Act("ask", "Ask to say so…", ("A",), "thread"),
    Act("ours", "Say it ourselves…", ("U",), "thread"),
    Act("proof", "Add proof link…", ("P",), "thread"),
    Act("promise", "Keep what you said as a promise", ("Y",)),
    Act("promise_kept", "The promise is kept", ()),
    Act("done", "Done here", ("E",)),
    Act("bring_back", "Bring back", ()),
    Act("remind", "Remind me…", ("H",)),
    Act("on_it", "I’m on it", ("I",)),
    Act("give", "Give to…", ("G",)),
    Act("kind", "Kind…", ("C",)),
    Act("topics", "What it is about…", ()),
    Act("event", "Put in an event…", ()),
    Act("again", "They wrote again…", ()),
    Act("hide", "Hide from everybody else…", ()),
    Act("show_again", "Show again", ()),
    Act("copy_link", "Copy link", ()),
    Act("browser", "Open in browser", ("V",), "thread"),
    Act("look", "Look at the page now", ()),
    Act("forget", "Forget this person…", ()),
    Act("back", "Back to the list", ("Esc", "B"), "thread"),
)
MORE = (
    *("fixed", "show_ending", "promise_kept", None),
    *("again", "done", "bring_back", "on_it", "give", "kind", "topics", "event", "hide", "show_again", None),
    *("note", "remind", None),
    *("browser", "copy_link", "look", None),
    "forget",
)
SOMETIMES = ("again", "on_it", "hide", "show_again", "promise", "promise_kept", "forget")
ALWAYS = {"Esc"}  # not a single-letter key: works also where those are switched off


class Acts(QObject):
    """The actions of a conversation. `do` maps each name to what it does."""

    def __init__(self, do: dict[str, Callable[[], object]], owner: QWidget) -> None:
        super().__init__(owner)
        self.by_name: dict[str, QAction] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        for act in ACTS:
            action = QAction(tr(act.text), owner)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setProperty("menu", "Conversation")
            action.triggered.connect(lambda _checked=False, run=do[act.name]: run())
            self.by_name[act.name], self._keys[act.name] = action, act.keys
        self.set_keys(lambda first: first)
        self.offer(dict.fromkeys(SOMETIMES, False))

    def set_keys(self, key_of: Callable[[str], str]) -> None:
        """Single-letter keys can be changed, and switched off (WCAG 2.1.4): then `key_of` says ""."""
        for name, action in self.by_name.items():
            keys = [key if key in ALWAYS else key_of(key) for key in self._keys[name]]
            action.setShortcuts([QKeySequence(key) for key in keys if key])

    def add_to(self, widget: QWidget, *, only_list: bool = False) -> None:
        for act in ACTS:
            if act.where == "both" or not only_list:
                widget.addAction(self.by_name[act.name])

    def of_list(self) -> list[QAction]:
        """Those whose keys also work in the list."""
        return [self.by_name[act.name] for act in ACTS if act.where == "both"]

    def all(self) -> list[QAction]:
        return list(self.by_name.values())

    def more(self) -> Sequence[QAction | None]:
        return [self.by_name[name] if name else None for name in MORE]

    def offer(self, names: dict[str, bool]) -> None:
        """Those that only some places have are not in the menus of the others."""
        for name, on in names.items():
            self.by_name[name].setVisible(on)

    def enable(self, names: dict[str, bool]) -> None:
        for name, on in names.items():
            self.by_name[name].setEnabled(on)
