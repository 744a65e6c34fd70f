"""Add by hand: its form, and what somebody began in it and gave up, which is there again the next time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop import settings
from ui.moments import tr

if TYPE_CHECKING:
    from desktop.counter import Added
    from desktop.records import Conversation
    from ui.by_hand import Begun
    from ui.main_window import MainWindow


class ByHandDesk(QObject):
    """`may_write` says so itself where a shop is only read."""

    def __init__(self, window: MainWindow, may_write: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._shop, self._may_write = window, window.shop, may_write
        self._begun: dict[str, Begun] = {}  # by person: what they gave up
        self._kept_pictures: dict[str, bytes] = {}  # of it, as it was last written down

    def add_what_followed(self, known: tuple[Conversation, str]) -> None:
        """The form, filled in as far as the conversation says it: only their words are missing."""
        from desktop import counter

        one, link = known
        is_public = None if one.is_public else False
        place, who = counter.place_of(one), one.author_name
        self._open_form(place=place, link=link, name=who, is_public=is_public, goes_on=one.id)

    def add(self, place: object = "") -> None:
        """The form for what somebody said; what its writer began in it and gave up is still there."""
        self._open_form(**({"place": str(place)} if place else {}))

    def _open_form(self, **about: object) -> None:
        """What was begun stays as it was; for what follows somebody's words, only where it was begun for these."""
        from desktop import counter
        from ui.by_hand import AddByHandDialog, begun_of

        if not self._may_write():
            return
        me = self._shop.me.id
        kept = settings.get(self._shop.store, settings.BEGUN_BY_HAND, person=me)
        begun = self._begun.get(me) or begun_of(kept)
        follows, is_begun = about.get("goes_on"), bool(kept) or me in self._begun
        if not (is_begun and follows):
            begun = begun._replace(**about)  # type: ignore[arg-type]
        dialog = AddByHandDialog(self._shop, self._window.background, begun, self._window)
        if is_begun and follows and follows != begun.goes_on:
            dialog.say_begun()
        dialog.added.connect(partial(self._was_added, me))
        dialog.left.connect(partial(self._keep_begun, me))
        dialog.typed.connect(partial(self._write_down, me))
        dialog.open()
        if not kept:
            self._kept_pictures.setdefault(me, b"")
        elif me not in self._begun or me not in self._kept_pictures:
            shop = self._shop

            def came(picture: bytes) -> None:
                self._kept_pictures[me] = picture
                dialog.put_picture(picture)

            self._window.background.run(dialog, lambda: counter.begun_picture(shop, me), came)

    def _keep_begun(self, person: str, begun: Begun | None) -> None:
        if begun is None:
            self._begun.pop(person, None)
        else:
            self._begun[person] = begun
        self._write_down(person, begun)

    def _write_down(self, person: str, begun: Begun | None) -> None:
        """As drafts are: the program may end before it is added, from under the lock too."""
        from desktop import counter

        shop, kept = self._shop, begun.kept() if begun is not None else {}
        picture = begun.picture if begun is not None else b""
        is_new = picture != self._kept_pictures.get(person, b"")  # where none was read yet, none is taken away

        def written(_nothing: object) -> None:  # where the disk took nothing, it is tried again with the next letters
            if is_new:
                self._kept_pictures[person] = picture

        work = partial(counter.keep_begun, shop, person, kept, picture if is_new else None)
        self._window.background.run(self._window, work, written, lane="write")

    def _was_added(self, person: str, added: Added) -> None:
        self._keep_begun(person, None)
        self._window.open_conversation(added.conversation)
        self._window.bridge.toast(tr("Added by hand"), added.undo)

    def forget_begun(self) -> None:
        """Somebody was forgotten: what is left of it stands in the shop's file."""
        self._begun.clear()
        self._kept_pictures.clear()
