"""After an end without closing: a bar that says when that was, and what whoever is here had begun (design 5.7).

Everybody hears of their own drafts, whoever opens first: never of another's, and never under the lock.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from desktop import settings
from desktop.clock import SystemClock
from ui import moments
from ui.crash import LOG_NAME
from ui.moments import tr
from ui.widgets.bars import Bar

if TYPE_CHECKING:
    from desktop.records import Reply
    from ui.background import Runner
    from ui.main_window import MainWindow

Draft = tuple[str, ...]  # conversation, person, channel


class Left(NamedTuple):
    """The drafts there are, the newest first, and the replies that may or may not have gone."""

    drafts: tuple[Draft, ...]
    unsure: tuple[Reply, ...]


class Unclean(QObject):
    """`was_our_mistake`: a crash of ours is why. With the last of what was left the bar goes."""

    def __init__(self, window: MainWindow, background: Runner, *, was_our_mistake: bool) -> None:
        super().__init__(window)
        self._window, self._shop, self._background = window, window.shop, background
        self._was_our_mistake = was_our_mistake
        self._bar: Bar | None = None
        self._spoken_of, self._was_unsure = frozenset[Draft](), False  # what was begun since is no news
        self._left = Left((), ())
        self._seen_by = set[str]()  # who has put it away
        self._shown = frozenset[str]()  # conversations
        self._said_to = ""
        background.run(self, self._read, self._begin)

    def _read(self) -> Left:
        from desktop import outbox

        store = self._shop.store
        rows = store.rows("select conversation, person, channel from drafts order by at desc")
        return Left(tuple(tuple(row) for row in rows), outbox.unsure_ones(store))

    def _begin(self, left: Left) -> None:
        self._left, self._spoken_of, self._was_unsure = left, frozenset(left.drafts), bool(left.unsure)
        self._bar = Bar("")
        self._bar.hide()
        self._bar.dismissed.connect(lambda: self._seen_by.add(self._shop.me.id))
        self._window.bars.addWidget(self._bar)
        self._window.covered_changed.connect(lambda _: self._see_who_is_here())
        self._window.bridge.settings_changed.connect(self._person_changed)
        if any(left):  # what is posted, dropped or found needs nobody any more
            self._background.tables_changed.connect(self._tables_changed)
        self._see_who_is_here()

    def _person_changed(self, key: object) -> None:
        if key == settings.LAST_PERSON.key:
            self._see_who_is_here()

    def _tables_changed(self, tables: frozenset[str]) -> None:
        if tables & {"drafts", "replies"}:
            self._background.run(self, self._read, self._take)

    def _take(self, now: Left) -> None:
        self._left = Left(tuple(draft for draft in now.drafts if draft in self._spoken_of), now.unsure)
        if self._said_to == self._shop.me.id:
            self._say()

    def _see_who_is_here(self) -> None:
        """Once for each, when their window is open."""
        bar, me = self._bar, self._shop.me.id
        if bar is None or self._window.is_covered or self._said_to == me:
            return
        self._said_to, self._shown = me, frozenset()
        self._say()
        if not bar.isHidden():
            bar.tell()

    def _mine(self) -> list[Draft]:
        return [draft for draft in self._left.drafts if draft[1] == self._shop.me.id]

    def _say(self) -> None:
        assert self._bar is not None
        me, drafts, unsure = self._shop.me.id, self._mine(), self._left.unsure
        had_something = self._was_unsure or any(draft[1] == me for draft in self._spoken_of)
        if had_something and not drafts and not unsure:
            self._seen_by.add(me)
        text, acts = self._when_it_stopped(), []
        if drafts:
            one, more = tr("Your draft is here, word for word."), tr("Your {n} drafts are here, word for word.")
            text = f"{text} {one if len(drafts) == 1 else more.format(n=len(drafts))}"
            several = tr("Show the next") if self._shown else tr("Show drafts")
            label = several if len({draft[0] for draft in drafts}) > 1 else tr("Show the draft")
            acts.append((label, self._show_draft))
        if unsure:
            may_have = tr("{n} replies may or may not have gone.").format(n=len(unsure))
            text = f"{text} {tr('One reply may or may not have gone.') if len(unsure) == 1 else may_have}"
            acts.append((tr("Look at it"), partial(self._window.open_conversation, unsure[0].conversation)))
        if self._was_our_mistake:
            from ui.actions import show_folder

            acts.append((tr("Show the folder"), partial(show_folder, self._shop.folder)))
        self._bar.set_bar(text, acts, "amber" if unsure else "neutral")
        self._bar.setVisible(me not in self._seen_by)

    def _show_draft(self) -> None:
        """One after the other, and round again."""
        all_of_them = [draft[0] for draft in self._mine()]
        fresh = [one for one in all_of_them if one not in self._shown]
        if not fresh:
            fresh, self._shown = all_of_them, frozenset()
        self._shown |= {fresh[0]}
        self._window.open_conversation(fresh[0])
        self._say()

    def _when_it_stopped(self) -> str:
        """By the clock on the wall, also in practice: that is when it was."""
        at, wall = self._shop.last_sign, SystemClock()
        if at is None:
            return tr("Said & Done stopped without closing.")
        is_today = wall.local(at).date() == wall.local(wall.now()).date()
        when = (moments.hour if is_today else moments.full)(wall, at)
        if self._was_our_mistake:
            ours = tr("Said & Done stopped at {time}: a mistake of ours. Where it happened is written in {file}.")
            return ours.format(time=when, file=LOG_NAME)
        return tr("Said & Done stopped without closing at {time}.").format(time=when)
