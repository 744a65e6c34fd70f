"""Practice is offered to every new helper: once after they were added, once when they are first at the counter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop import people, settings
from desktop.records import Person
from ui.moments import tr
from ui.widgets.bars import Bar

if TYPE_CHECKING:
    from desktop.shop import Shop
    from ui.background import Runner
    from ui.main_window import MainWindow


class PracticeOffer(QObject):
    """A bar over the pages, in the real shop. `wanted`: into practice, for somebody new to it."""

    wanted = Signal()

    def __init__(self, window: MainWindow, background: Runner) -> None:
        super().__init__(window)
        self._window, self._shop, self._background = window, window.shop, background
        self._known: frozenset[str] | None = None  # who was in the shop already
        self._to: Person | None = None
        self._from = ""  # who was here when it was offered
        self.bar: Bar | None = None
        background.tables_changed.connect(self._tables)
        window.bridge.settings_changed.connect(self._setting)
        self.look()

    def _tables(self, tables: frozenset[str]) -> None:
        if "people" in tables:
            self.look()

    def _setting(self, key: object) -> None:
        if key == settings.LAST_PERSON.key:
            self.look()

    def look(self) -> None:
        """Whoever is here may be new to it, or somebody was added."""
        shop = self._shop

        def read() -> tuple[Person, bool, tuple[Person, ...]]:
            from desktop import counter

            me = shop.me
            return me, counter.is_new_to_it(shop, me), people.all(shop.store)

        self._background.run(self, read, self._found)

    def _found(self, found: tuple[Person, bool, tuple[Person, ...]]) -> None:
        me, is_new, everybody = found
        here = frozenset(person.id for person in everybody)
        added = [person for person in everybody if self._known is not None and person.id not in self._known]
        self._known = here | (self._known or frozenset())  # whoever was removed and is back isn't new
        if self._to is not None and (self._to.id not in here or self._from != me.id):
            self._put_away()
        if is_new:
            text = tr("Hello, {name}. Practise first, with a pretend shop? Nothing you write there is posted anywhere.")
            self._offer(me, me, text, tr("Start practising"))
        elif added and me.is_owner and not added[-1].is_owner:
            text = tr("{name} can practise first, with a pretend shop. Nothing there is posted anywhere.")
            self._offer(me, added[-1], text, tr("Practise with {name}").format(name=added[-1].name))
        elif self._to is not None and self._to.id == me.id:
            self._put_away()  # they have begun

    def _offer(self, me: Person, to: Person, text: str, yes: str) -> None:
        if self.bar is None:
            self.bar = Bar("", (), "slate")
            self.bar.dismissed.connect(self._declined)
            self._window.bars.addWidget(self.bar)
        said = text.format(name=to.name)
        if self._to is not None and said == self.bar.text():
            return
        self._to, self._from = to, me.id
        self.bar.set_bar(said, ((yes, self._accept), (tr("Not now"), self._decline)))
        self.bar.show()
        self.bar.tell()

    def _put_away(self) -> None:
        self._to = None
        if self.bar is not None:
            self.bar.hide()

    def _accept(self) -> None:
        to = self._to
        if to is not None:
            self._put_away()
            note = partial(_was_offered, self._shop, to)
            self._background.run(self, note, lambda _: self.wanted.emit(), lane="write")

    def _decline(self) -> None:
        self._declined()
        self._put_away()

    def _declined(self) -> None:
        """The owner's no is for now; whoever it was for decides for themselves, once."""
        to, self._to = self._to, None
        if to is not None and to.id == self._shop.me.id:
            self._background.run(self, partial(_was_offered, self._shop, to), lane="write")


def _was_offered(shop: Shop, to: Person) -> None:
    from desktop import counter

    counter.practice_was_offered(shop, to)
