"""What a password of the shop file means to the program: it is asked for at the start, and files are written anew."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.store import CONVERTING
from ui.moments import told, tr

if TYPE_CHECKING:
    from desktop.driver import Key
    from desktop.keys import KeyFile, Opened
    from ui.app import Program
    from ui.settings.changes import Wanted

_AT_WORK = {
    "protect": "Protecting the shop’s files…",
    "key": "Writing the shop’s files with a new key…",
    "remove": "Making the shop’s files readable…",
}
_DONE = {
    "protect": "The shop file is protected now. Copies that were made somewhere else before can still be read.",
    "key": "The shop’s files have a new key. Everybody else here needs a new password from you.",
    "remove": "The shop file isn’t protected any more.",
}
_BROKEN_OFF = {
    "begun": "Rewriting the shop’s files was interrupted. They are as they were before. Do it again in Settings, Data.",
    "protected": "Rewriting the shop’s files was interrupted, and is finished now. They are protected.",
    "plain": "Rewriting the shop’s files was interrupted, and is finished now. They aren’t protected any more.",
}
_TOLD = {"protect": "file_protected", "key": "file_key_changed", "remove": "file_opened"}


class AtRest:
    """Belongs to the program. `key`: of the shop that is open, or was last."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.key: Key | None = None
        self.broken_off = ""  # how far a rewriting came that was interrupted

    def look(self, folder: Path) -> None:
        """Before the shop opens, which finishes it or gives it up."""
        if (folder / CONVERTING).exists():
            from desktop import sealing

            with suppress(OSError):
                self.broken_off = sealing.marked(folder)

    def tell(self) -> None:
        """Once, above the pages of the shop that was interrupted: its owner believes the files are rewritten."""
        if self.broken_off and self._program.session is not None:
            self._program.hang_bar(tr(_BROKEN_OFF[self.broken_off]), tone="amber")
            self.broken_off = ""

    # ---- asking ----------------------------------------------------------------------------------------

    def ask(self, folder: Path) -> None:
        """The computer's password store first, where somebody chose that; then whoever sits there."""
        from desktop import keys, sealing
        from desktop.errors import ShopError
        from desktop.vault import KeyringVault

        try:
            file = keys.of(folder)
        except ShopError as error:
            self._program.trouble(error)
            return
        if not file.has(keys.KEYRING):
            self._show(file)
            return
        work = partial(sealing.from_store, file, KeyringVault())
        self._program.meanwhile(tr("Opening the shop…"), work, partial(self._by_store, file))

    def _by_store(self, file: KeyFile, opened: Opened | None) -> None:
        if opened is not None:
            self._go(opened)
        else:
            self._show(file, tr("This computer’s password store didn’t open it."))

    def _show(self, file: KeyFile, note: str = "") -> None:
        from ui.unlock import Unlock

        window = Unlock(file)
        window.opened.connect(self._go)
        window.opened.connect(lambda _: window.deleteLater())
        self._program.stand_in(window)
        if note:
            window.note_it(note)

    def _go(self, opened: Opened) -> None:
        from desktop import keys

        self.key = opened.key
        self._program.start()
        if opened.slot.kind == keys.RECOVERY:
            self._offer_password()

    def _offer_password(self) -> None:
        from ui.settings.changes import Change

        session = self._program.session
        if session is not None:
            self._program.hang_bar(
                tr("You came in with the recovery code."),
                ((tr("Set a new password…"), lambda: session.actions.protect(Change.PASSWORD)),),
            )

    # ---- writing all files anew --------------------------------------------------------------------------

    def rewrite(self, wanted: Wanted) -> None:
        """The shop closes, its files are put under a password or taken out, and it opens again."""
        from desktop.counter import protecting

        session = self._program.session
        if session is None or not protecting.may_protect(session.shop):
            return
        shop = session.shop
        work = _work(shop.folder, self.key, wanted, shop.me.id, shop.clock.now())
        how = wanted.change.value
        self._program.close_then(
            lambda: self._program.meanwhile(tr(_AT_WORK[how]), work, partial(self._written, how), self._failed)
        )

    def _written(self, how: str, key: Key | None) -> None:
        from desktop.counter import protecting
        from desktop.errors import ShopError

        self.key = key
        self._program.start()
        session = self._program.session
        if session is not None:
            with suppress(ShopError):
                protecting.told(session.shop, _TOLD[how])
            self._program.hang_bar(tr(_DONE[how]))

    def _failed(self, error: Exception) -> None:
        """The files are as they were."""
        self._program.start()
        self._program.hang_bar(told(error), tone="brick")


def _work(
    folder: Path, old: Key | None, wanted: Wanted, person: str, now: datetime
) -> Callable[[], Key | None]:
    """For a thread of its own: returns the key its files have then."""
    from desktop import keys, sealing
    from desktop.counter import protecting
    from desktop.errors import VaultClosed
    from desktop.store import FolderLock
    from desktop.vault import KeyringVault
    from ui.settings.changes import Change

    def work() -> Key | None:
        lock = FolderLock(folder)
        lock.take()
        try:
            before = keys.of(folder) if old is not None else None
            if wanted.change is Change.REMOVE and old is not None:
                sealing.open_for_good(folder, old)
                key = None
            else:
                file, key = protecting.first_ways(person, wanted.password, wanted.code, now)
                if old is None:
                    sealing.protect(folder, file, key)
                else:
                    sealing.give_another_key(folder, old, file, key)
        finally:
            lock.release()
        if before is not None and before.has(keys.KEYRING):
            with suppress(VaultClosed):  # what it still keeps opens nothing any more
                KeyringVault().forget(keys.store_name(before))
        return key

    return work
