"""What is being asked and answered while somebody is here: the status bar's line, and a word to whoever asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop import asks, settings
from desktop.asks import Ask, AskState
from desktop.errors import ShopError
from desktop.records import Reply, ReplyState
from ui.moments import tr

if TYPE_CHECKING:
    from ui.background import Runner
    from ui.main_window import MainWindow


def waiting_line(waiting: Sequence[Ask]) -> str:
    """`Tom is asking you 1 thing`; "" when nobody is."""
    names = list(dict.fromkeys(one.person_name for one in waiting))
    if not names:
        return ""
    if len(names) > 1:
        return tr("{n} people are asking you {things}").format(n=len(names), things=_things(len(waiting)))
    return tr("{name} is asking you {things}").format(name=names[0], things=_things(len(waiting)))


def _things(number: int) -> str:
    return tr("1 thing") if number == 1 else tr("{n} things").format(n=number)


def answered_line(answered: Sequence[Ask]) -> str:
    """`Ines said yes: Marta K.`, for whoever asked; "" when nothing came back."""
    if not answered:
        return ""
    newest = answered[-1]
    said = tr("{owner} said yes: {name}") if newest.state is AskState.YES else tr("{owner} gave one back: {name}")
    return said.format(owner=newest.answered_by, name=newest.author_name)


class AskDesk(QObject):
    """Reads the asks when they change or somebody else is here; tells each answer once to whoever waited for it."""

    def __init__(self, window: MainWindow, background: Runner) -> None:
        super().__init__(window)
        self._window, self._shop, self._background = window, window.shop, background
        self._told: set[tuple[str, AskState]] = set()
        self._waiting: tuple[Ask, ...] = ()
        self._answered: tuple[Ask, ...] = ()
        window.status.asking_wanted.connect(self.open)
        window.bridge.settings_changed.connect(self._person_changed)
        background.tables_changed.connect(self._tables_changed)
        self.refresh()

    def _tables_changed(self, tables: frozenset[str]) -> None:
        if tables & {"asks", "people"}:
            self.refresh()

    def _person_changed(self, key: object) -> None:
        if key == settings.LAST_PERSON.key:
            self.refresh()

    def refresh(self) -> None:
        shop = self._shop

        def read() -> tuple[str, tuple[Ask, ...], tuple[Ask, ...]]:
            me = shop.me
            waiting = asks.waiting(shop.store) if me.is_owner else ()
            return me.id, waiting, asks.answered_for(shop.store, me.id)

        self._background.run(self, read, self._take)

    def _take(self, found: tuple[str, tuple[Ask, ...], tuple[Ask, ...]]) -> None:
        person, self._waiting, self._answered = found
        if person != self._shop.me.id:  # somebody else is here by now
            self.refresh()
            return
        self._window.status.set_asking(waiting_line(self._waiting) or answered_line(self._answered))
        for ask in () if self._window.is_covered else self._answered:  # told when somebody can read it
            if (ask.id, ask.state) not in self._told:
                self._told.add((ask.id, ask.state))
                self._tell(ask)

    def _tell(self, ask: Ask) -> None:
        if ask.state is AskState.YES:
            text = tr("{owner} said yes. Post it?").format(owner=ask.answered_by)
            action = (tr("Post it"), lambda: self.post(ask.id)) if not ask.is_reworded else self._look(ask)
            if ask.is_to_hide:
                text, action = tr("{owner} said yes. Hide it?").format(owner=ask.answered_by), self._look(ask)
            elif ask.is_reworded:
                text = tr("{owner} said yes, in other words.").format(owner=ask.answered_by)
        else:
            text = tr("{owner}: not this time. {why}").format(owner=ask.answered_by, why=ask.answer)
            action = self._look(ask)
        self._window.bridge.toast(text, action=action)

    def _look(self, ask: Ask) -> tuple[str, Callable[[], None]]:
        return tr("Open"), lambda: self._window.open_conversation(ask.conversation)

    def open(self) -> None:
        """The status bar's line was pressed."""
        if self._waiting:
            self._window.go("people")
        elif self._answered:
            self._window.open_conversation(self._answered[-1].conversation)

    def post(self, ask: str) -> None:
        """Into the outbox with its undo window, as every reply."""
        from desktop import counter

        bridge = self._window.bridge

        def done(reply: Reply) -> None:
            is_copied = reply.state is ReplyState.COPIED  # a person carries it there: beside the thread it says how
            bridge.put_in(None if is_copied else reply)
            if is_copied:
                self._window.open_conversation(reply.conversation)

        def failed(error: Exception) -> None:
            bridge.put_in(None)
            if isinstance(error, ShopError):
                self._window.show_trouble(error)

        one = next((each for each in self._answered if each.id == ask), None)
        bridge.putting_in(one.author_name if one else "")
        self._background.run(self, lambda: counter.post_asked(self._shop, ask), done, failed, lane="write")
