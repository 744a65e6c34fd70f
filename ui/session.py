"""One open shop with everything around it: its window, its background, its rounds. Practice has its own."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop import settings
from desktop.errors import Offline
from desktop.records import Reply, ReplyState
from desktop.shop import Shop
from ui import moments, words
from ui.background import Background, Runner
from ui.lock_desk import LockDesk
from ui.main_window import MainWindow
from ui.moments import tr
from ui.pages import EVENT_PAGE, PageEntry, all_pages
from ui.rounds import Rounds
from ui.starting import Starting
from ui.status import connection
from ui.theme import theme
from ui.watch import Watch

if TYPE_CHECKING:
    from desktop.collect import Collected
    from ui.actions import Actions
    from ui.notify import Notifier

_LAST_WORK = 20.0  # seconds a reply that is leaving may still take when the window closes


class Session(QObject):
    """`practise_wanted`: into or out of practice; `practise_anew_wanted`: into it, for somebody new; `again_wanted`:
    the pretend day from its start; `rewind_wanted`: (key of an answer, conversation), back to before it; `ended`."""

    practise_wanted = Signal()
    practise_anew_wanted = Signal()
    again_wanted = Signal()
    rewind_wanted = Signal(object)
    rewrite_wanted = Signal(object)  # a Wanted: its files are to be protected, or made plain
    copy_wanted = Signal(object)  # the path of a copy that is to take the place of the shop file
    moved_in = Signal(object)  # the folder of a shop from another computer, to be opened instead
    ended = Signal()
    forward_wanted = Signal()  # somebody wants to see the window
    was_our_mistake = False  # it stopped without closing, and a crash of ours is why

    def __init__(
        self,
        shop: Shop,
        background: Runner | None = None,
        pages: Sequence[PageEntry] | None = None,
        notifier: Notifier | None = None,
    ) -> None:
        super().__init__()
        self.shop = shop
        self.background = background or Background(shop.changes, is_held=True)
        self._dress()
        self.starting = Starting(shop, self)
        self.rounds = Rounds(shop, self.background, self)
        self._notifier, self._hears_notifier = notifier, False
        self.window = MainWindow(shop, self.background, pages or all_pages(), is_plain=self.starting.is_plain)
        self.starting.watch(self.window)
        if not shop.is_practice:
            self.window.add_page(PageEntry("welcome", "Welcome", "app", self._welcome, 0))
        self.window.add_page(EVENT_PAGE)
        self.lock = LockDesk(self.window, self.background, self._dress)
        self.watch = Watch(shop, self.background, self.window, self)
        self._connect()
        if shop.is_practice:
            self._hang_banner()

    @cached_property
    def actions(self) -> Actions:
        """What the window can do, in its menus; made behind the first paint."""
        from ui.actions import Actions, Outside

        around = Outside(self._practise, self.rounds.collect, self.rounds.stop_checking, self.lock.lock)
        return Actions(self.window, around)

    def _dress(self) -> None:
        """As whoever is here likes it."""
        store, me = self.shop.store, self.shop.me.id
        with suppress(ValueError):  # what is kept is no theme of ours: it stays as it is
            theme().set_mode(settings.own(store, settings.THEME, me))
        with suppress(ValueError):
            theme().set_motion(settings.own(store, settings.MOTION, me))
        theme().set_text_scale(settings.own(store, settings.TEXT_SCALE, me))
        theme().set_reading_face(settings.own(store, settings.READING_FACE, me))

    def _connect(self) -> None:
        bridge, rounds = self.window.bridge, self.rounds
        bridge.collecting_wanted.connect(rounds.collect)
        bridge.outbox_stirred.connect(lambda _: rounds.stir())
        rounds.checking.connect(self._checking)
        rounds.checked.connect(self._checked)
        rounds.delivered.connect(self._delivered)
        rounds.too_old.connect(lambda due: self.actions.keeping.found(due))
        rounds.minute.connect(self.window.refresh)
        rounds.minute.connect(self._minute)
        rounds.minute.connect(self.watch.look_at_clock)
        rounds.minute.connect(self.lock.look_at_clock)
        self.lock.changed.connect(self._locked)
        self.window.stays = self._stay
        self.window.closed.connect(self.lock.leave)
        self.window.closed.connect(self._close)
        self.window.first_painted.connect(self._painted)

    def show(self) -> None:
        """Opens with the inbox, or with Welcome while there is nothing to show in it; or locked, where people have
        PINs."""
        if self.lock.starts_locked():
            self.lock.lock_at_start()
            self.window.show()
            return
        new = not self.shop.is_practice and self._has_nothing()
        self.window.go("welcome" if new else "inbox")
        self.window.show()

    def _has_nothing(self) -> bool:
        from desktop import accounts

        has_rows = self.shop.store.value("select 1 from conversations limit 1")
        return not has_rows and not accounts.all(self.shop.store)

    def _painted(self) -> None:
        """The first page is on the screen: now the rest may be read. (Not of a window that has closed meanwhile.)"""
        if self.background.is_closing:
            return
        self.background.begin()
        self.actions.refresh()
        self.actions.rewrite_wanted.connect(self.rewrite_wanted)
        self.actions.copy_wanted.connect(self.copy_wanted)
        self.actions.moved_in.connect(self.moved_in)
        self.lock.begin()
        self.window.refresh()
        self.rounds.begin()
        self.watch.look_at_clock()
        self._mind_asks()
        if not self.shop.is_practice and not self.shop.read_only:
            self._offer_practice()
        if self.shop.found_unclean:
            self._tell_unclean()
        self.starting.tell()

    def _mind_asks(self) -> None:
        from ui.ask_desk import AskDesk

        self._asks = AskDesk(self.window, self.background)

    def _offer_practice(self) -> None:
        from ui.practice_offer import PracticeOffer

        self.offer = PracticeOffer(self.window, self.background)
        self.offer.wanted.connect(self.practise_anew_wanted)

    def _welcome(self, shop: Shop, background: Runner, window: Any) -> Any:
        from ui.welcome.page import WelcomePage

        return WelcomePage(shop, background, window, self._practise)

    def _practise(self) -> None:
        self.practise_wanted.emit()

    # ---- bars over the pages ---------------------------------------------------------------------------

    def _hang_banner(self) -> None:
        from ui.practice.banner import PracticeBanner

        banner = PracticeBanner(self.shop.clock)
        banner.leave_wanted.connect(self.practise_wanted)
        banner.again_wanted.connect(self.again_wanted)
        banner.clock_changed.connect(self.rounds.stir)
        self.window.bars.addWidget(banner)
        self.window.bridge.rewind_wanted.connect(self.rewind_wanted)
        from ui.practice.public_desk import PublicDesk

        self.public = PublicDesk(self.window, self.background, banner)
        self.rounds.minute.connect(self.public.refresh)

    def _tell_unclean(self) -> None:
        from ui.unclean import Unclean

        self.unclean = Unclean(self.window, self.background, was_our_mistake=self.was_our_mistake)

    # ---- what the rounds brought -----------------------------------------------------------------------

    def _checking(self, is_checking: bool) -> None:
        self.window.set_connection(is_checking=is_checking and not self.shop.is_practice)

    def _checked(self, all_of_it: tuple[Collected, ...]) -> None:
        """After a round: online or not, who didn't answer, what is new."""
        troubles = [one.trouble for one in all_of_it if one.trouble is not None]
        offline = bool(all_of_it) and all(isinstance(one.trouble, Offline) for one in all_of_it)
        window = self.window
        was_offline = window.connection.offline_since is not None
        state = window.connection.checked(self.shop.clock.now(), window.connection.silent, is_offline=offline)
        window.set_connection(
            is_checking=False,
            offline_since=state.offline_since,
            checked_at=state.checked_at if all_of_it else None,
        )
        if all_of_it and offline is not was_offline:
            window.say(connection(window.connection, self.shop.clock).text)
        self.watch.checked(troubles, is_whole=not self.rounds.broke_off)
        fresh = tuple(one_id for one in all_of_it for one_id in one.fresh)
        if fresh:
            many = moments.count(len(fresh), "conversation", "conversations")
            window.say(tr("New: {many}").format(many=many))
        if not self.shop.is_practice:
            self._notify(fresh)
        window.bridge.collected.emit(None)
        window.refresh()

    def _notify(self, fresh: tuple[str, ...]) -> None:
        self._told_by().came(fresh)

    def _minute(self) -> None:
        if not self.shop.is_practice:
            self._told_by().time_passes()

    def _told_by(self) -> Notifier:
        if self._notifier is None:
            from ui.notify import Notifier

            self._notifier = Notifier(self.shop, self.background, self)
            self._notifier.is_locked = self.window.is_covered
        if not self._hears_notifier:
            self._hears_notifier = True
            self._notifier.pressed.connect(self.forward_wanted)
            self._notifier.tray.quit_wanted.connect(self._quit)
        return self._notifier

    # ---- in the tray -----------------------------------------------------------------------------------

    def _stay(self) -> bool:
        """Whether the window, instead of closing, is hidden and everything goes on: where somebody chose that."""
        shop = self.shop
        if shop.is_practice or shop.read_only or not settings.get(shop.store, settings.KEEP_CHECKING):
            return False
        tray = self._told_by().tray
        if not tray.is_there():
            return False
        self.lock.lock()
        tray.show()
        self.window.hide()
        return True

    def is_back(self) -> None:
        """The window is shown again."""
        if self._notifier is not None:
            self._notifier.tray.hide()

    def _quit(self) -> None:
        """From the tray. What has to be asked first is asked in the window."""
        self.forward_wanted.emit()
        self.window.quit()

    def _locked(self, locked: object) -> None:
        if self._notifier is not None:
            self._notifier.is_locked = bool(locked)

    def _delivered(self, replies: tuple[Reply, ...]) -> None:
        """Replies that were tried: say where each one is now."""
        for reply in replies:
            if reply.state is ReplyState.POSTED:
                place, is_practice = self.shop.place(reply.platform), self.shop.is_practice
                self.window.bridge.toast(words.posted(reply.is_public, place, is_practice=is_practice))
                self.window.bridge.posted.emit(reply)
            elif reply.state is ReplyState.WAITING and reply.trouble == "offline":
                self.window.bridge.toast(tr("In the outbox. Goes when there’s a connection"))
        self.window.refresh()

    # ---- the end ---------------------------------------------------------------------------------------

    def _close(self) -> None:
        """The window is gone; what is leaving may finish, then the folder is let go."""
        self.window.hide()
        self.is_back()
        self.rounds.end()
        if self.background.close(_LAST_WORK):
            self.starting.end()
            self.shop.close()
        # Else something still hangs: the folder stays marked as open, and the next start looks after it.
        self.ended.emit()
