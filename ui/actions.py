"""What the window itself can do, each with its shortcut, in the menus where the design puts it (design 2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from desktop import settings
from desktop.errors import ReadOnly
from desktop.settings import Setting
from ui import elsewhere, menus, single_keys, weeks, words
from ui.by_hand_desk import ByHandDesk
from ui.forget_desk import ForgetDesk
from ui.keep_desk import KeepDesk
from ui.lock_desk import LOCK_KEYS
from ui.main_window import MainWindow
from ui.menus import action, known_as
from ui.moments import full, tr, translated
from ui.settings.changes import Change
from ui.settings.choices import ROWS, THEMES
from ui.sources import language_model
from ui.theme import LARGEST_TEXT, SMALLEST_TEXT, theme

if TYPE_CHECKING:
    from desktop.shop import Shop
    from ui.bringing_in import BringInDialog
    from ui.complaints.week_dialog import WeekPrinting
    from ui.finder import Found
    from ui.settings.dialog import SettingsDialog

_TEXT_STEP = 0.1
_FOUND = 12  # people and conversations that the finder shows


class Outside(NamedTuple):
    """What only the program around the window can do. `lock` may take whose tile is chosen already (`person`)."""

    practise: Callable[[], object]
    collect: Callable[[], object]
    stop_collecting: Callable[[], object]
    lock: Callable[..., object] = lambda **_: None


_CHANGED = {
    Change.PASSWORD: "The password is another one now",
    Change.PERSON: "They can open the shop with it now",
    Change.CODE: "The new recovery code is the one now",
    Change.STORE: "This computer opens the shop without asking now",
    Change.ASK: "The password is asked for at each start now",
}


class Actions(QObject):
    """Fills the window's menus and keeps them true. `rewrite_wanted` carries what the shop has to close for."""

    rewrite_wanted = Signal(object)
    copy_wanted = Signal(object)  # the path of a copy that is to be brought back: the shop closes for it
    moved_in = Signal(object)  # the folder of a shop from another computer: this one closes for it

    def __init__(self, window: MainWindow, outside: Outside) -> None:
        super().__init__(window)
        self._window, self._outside, self._shop = window, outside, window.shop
        self.menus = window.menus
        self._ticks: dict[str, list[QAction]] = {}
        self.by_hand = ByHandDesk(window, self._may_write)
        self.week: WeekPrinting | None = None
        self.bringing: BringInDialog | None = None
        self.forgetting, self.keeping = ForgetDesk(window), KeepDesk(window)
        for fill in (self._file, self._edit, self._view, self._conversation, self._shop_menu, self._help):
            fill()
        self._loose_keys()
        window.page_changed.connect(self._page_changed)
        window.decisions.changed.connect(self.refresh)
        window.bridge.pending_changed.connect(self.refresh)
        window.desk.undo_changed.connect(self.refresh)
        window.background.tables_changed.connect(self._tables_changed)
        window.status.keys_wanted.connect(self.show_keys)
        window.status.check_wanted.connect(outside.collect)
        window.status.stop_checking_wanted.connect(outside.stop_collecting)
        self.menus.show_page(window.page())
        self.refresh()

    # ---- the menus -----------------------------------------------------------------------------------

    def _file(self) -> None:
        window = self._window
        quit_ = action(self, tr("Quit"), window.quit, "Ctrl+Q")
        quit_.setMenuRole(QAction.MenuRole.QuitRole)
        add = action(self, tr("Add by hand…"), self.by_hand.add, "Ctrl+N")
        bring = action(self, tr("Bring in history…"), self.bring_in)
        copy = action(self, tr("Back up the shop folder…"), self.back_up)
        week = action(self, tr("Print the week…"), self.print_week)
        protected = action(self, tr("Open a protected file…"), self.open_protected)
        self.move_out = action(self, tr("Move this shop to another computer…"), self.move_to_another)
        self.move_in = action(self, tr("I have a shop from another computer…"), self.move_from_another)
        known_as(bring, tr("import load archive file table CSV JSON"))
        known_as(copy, tr("backup save copy"))
        known_as(self.move_out, tr("new laptop transfer migrate"))
        known_as(self.move_in, tr("new laptop transfer migrate restore"))
        self.menus.add("File", add, bring, copy, week, protected, self.move_out, self.move_in)
        self.lock = action(self, tr("Lock"), self._outside.lock, LOCK_KEYS)
        self.menus.add("File", None, self.lock)
        self._people_menu = self.menus["File"].addMenu(tr("Switch person"))
        self._list_people()
        self.menus.place_for_page("File")
        self.menus.add("File", None, quit_)

    def _edit(self) -> None:
        self.undo = action(self, tr("Undo"), self._window.undo, "Ctrl+Z")
        # Without keys of their own: editors have them, and know where the caret is.
        cut, copy, paste = (
            action(self, tr(text), partial(menus.edit_text, name))
            for text, name in (("Cut", "cut"), ("Copy", "copy"), ("Paste", "paste"))
        )
        self.find = action(self, tr("Find"), self._window.search, "Ctrl+F")
        settings_ = action(self, tr("Settings…"), self.show_settings, "Ctrl+,")
        settings_.setMenuRole(QAction.MenuRole.PreferencesRole)
        known_as(settings_, tr("options preferences language password notifications forget delete erase privacy data"))
        self.menus.add("Edit", self.undo, None, cut, copy, paste, None, self.find)
        self.menus.place_for_page("Edit")
        self.menus.add("Edit", None, settings_)

    def _view(self) -> None:
        window, menu = self._window, self.menus["View"]
        for entry in window.entries.values():
            if entry.number:
                self.menus.add(
                    "View",
                    action(self, tr(entry.label), partial(window.go, entry.key), f"Ctrl+{entry.number}"),
                )
        self.menus.add("View", None)
        self.menus.place_for_page("View")
        menu.addActions(window.side_actions)
        self.reading = self._tick(tr("Their words in a reading face"), settings.READING_FACE)
        menu.addAction(self.reading)
        self._submenu(menu, tr("Rows"), ROWS, settings.ROWS)
        self._submenu(menu, tr("Theme"), THEMES, settings.THEME)
        bigger = action(self, tr("Bigger text"), partial(self._scale, _TEXT_STEP), ["Ctrl++", "Ctrl+="])
        smaller = action(self, tr("Smaller text"), partial(self._scale, -_TEXT_STEP), "Ctrl+-")
        self.full = action(self, tr("Full screen"), self._full_screen, "F11")
        self.full.setCheckable(True)
        self.menus.add("View", None, bigger, smaller, None, self.full)

    def _submenu(
        self, menu: QMenu, title: str, options: Sequence[tuple[str, str]], setting: Setting[str]
    ) -> None:
        below = menu.addMenu(title)
        put = partial(self.put, setting)
        chosen = settings.get(self._shop.store, setting)
        made = menus.choice(self, ((key, tr(text)) for key, text in options), chosen, put)
        below.addActions(made)
        self._ticks[setting.key] = made

    def _conversation(self) -> None:
        """All of it comes from the page that shows a conversation."""

    def _shop_menu(self) -> None:
        check = action(self, tr("Check all places now"), self._outside.collect, "F5")
        self.hold = action(self, tr("Hold the outbox"), self._hold)
        self.hold.setCheckable(True)
        text = tr("Leave practice") if self._shop.is_practice else tr("Practise…")
        practise = action(self, text, self._outside.practise, "Ctrl+Shift+P")
        self.menus.add("Shop", check, self.hold)
        if "event" in self._window.entries:
            self.menus.add("Shop", action(self, tr("Events"), partial(self._window.open_event, "")))
        self.menus.place_for_page("Shop")
        self.menus.add("Shop", None, practise)

    def _help(self) -> None:
        keys = action(self, tr("Keys"), self.show_keys, ["?", "F1"])
        about = action(self, tr("About Said && Done"), self.about)
        about.setMenuRole(QAction.MenuRole.AboutRole)
        where = action(self, tr("Where is my data?"), self.where)
        self.menus.add("Help", keys)
        if "welcome" in self._window.entries:
            self.menus.add("Help", action(self, tr("Welcome page"), partial(self._window.go, "welcome")))
        self.menus.add("Help", where, None, about)

    def _loose_keys(self) -> None:
        """Keys that stand in no menu."""
        window = self._window
        self.finder = action(window, tr("Find what to do"), self.show_finder, "Ctrl+K")
        forward = action(window, tr("Next pane"), partial(window.panes.step, 1), "F6")
        back = action(window, tr("Pane before"), partial(window.panes.step, -1), "Shift+F6")
        self._loose = [self.finder, forward, back]
        window.addActions(self._loose)
        window.covered_changed.connect(self._covered)
        self._covered(window.is_covered)
        window.bridge.by_hand_wanted.connect(self.by_hand.add)
        window.bridge.again_wanted.connect(self.by_hand.add_what_followed)
        window.bridge.finder_wanted.connect(self.show_finder)
        window.bridge.history_wanted.connect(self.bring_in)
        window.bridge.forget_wanted.connect(lambda one: self.forgetting.ask_about(str(one)))
        window.bridge.week_wanted.connect(self.print_week)
        window.bridge.actions_changed.connect(lambda _: self.menus.show_page(window.page()))

    def _covered(self, covered: object) -> None:
        """Nothing of the menus can be used while the window is locked, and none of them names anybody."""
        for one in self._loose:
            one.setEnabled(not covered)
        self.refresh()

    # ---- keeping them true -----------------------------------------------------------------------------

    def _page_changed(self, page: object) -> None:
        self.menus.show_page(page)  # type: ignore[arg-type]

    def _tables_changed(self, tables: frozenset[str]) -> None:
        if tables & {"settings", "replies"}:
            self.refresh()
        if tables & {"settings", "people", "pins"}:  # who is at the counter is a setting; a PIN can be locked with
            self._list_people()
        if "forgettings" in tables:  # what is written down of it was looked through for them
            self.by_hand.forget_begun()

    def refresh(self, *_: object) -> None:
        """What Undo would take back; whether the outbox is held."""
        what = "" if self._window.is_covered else self._window.undo_text()
        self.undo.setText(f"{tr('Undo')} {translated(what)}".replace("&", "&&").strip())
        self.undo.setEnabled(bool(what))
        self.hold.setChecked(settings.get(self._shop.store, settings.HOLD_OUTBOX))

    # ---- who is at the counter -------------------------------------------------------------------------

    def _list_people(self) -> None:
        """Everybody who could be at the counter instead; no menu where there is only one."""
        from desktop import people

        menu, me = self._people_menu, self._shop.me
        self.lock.setVisible(self._shop.may_lock)
        for one in (self.move_out, self.move_in):
            one.setVisible(me.is_owner and not self._shop.is_practice and not self._shop.read_only)
        for one in menu.actions():
            menu.removeAction(one)
            one.deleteLater()
        others = [] if self._shop.read_only else [p for p in people.all(self._shop.store) if p.id != me.id]
        for person in others:
            text = tr("Be {name} now").format(name=person.name)
            one = action(menu, text.replace("&", "&&"), partial(self._be, person.id))
            one.setProperty("finder", tr("Switch person: {name}").format(name=person.name))
            menu.addAction(one)
        menu.menuAction().setVisible(bool(others))

    def _be(self, person: str) -> None:
        """Somebody else is at the counter now; who has a PIN types it first."""
        from desktop import counter, pins

        if pins.verifier_of(self._shop.store, person):
            self._outside.lock(person=person)
            return
        shop, window = self._shop, self._window
        told = lambda _: window.bridge.settings_changed.emit(settings.LAST_PERSON.key)  # noqa: E731
        window.background.run(window, lambda: counter.take_over(shop, person), told, lane="write")

    # ---- settings --------------------------------------------------------------------------------------

    def _tick(self, text: str, setting: Setting[bool]) -> QAction:
        made = action(self, text)
        made.setCheckable(True)
        made.setChecked(settings.get(self._shop.store, setting))
        made.toggled.connect(partial(self.put, setting))
        self._ticks[setting.key] = [made]
        return made

    def put(self, setting: Setting[Any], value: Any) -> None:
        """Writes a choice down and applies it at once."""
        self._apply(setting, value)
        shop = self._shop
        if not shop.read_only:
            person = self._whose(setting)
            self._window.background.run(
                self._window, lambda: settings.put(shop.store, setting, value, person=person), lane="write"
            )

    def _whose(self, setting: Setting[Any]) -> str:
        """Looks are each person's own where there are several; "" for the shop's choice."""
        from desktop import people

        is_own = setting in settings.OWN and len(people.all(self._shop.store)) > 1
        return self._shop.me.id if is_own else ""

    def _apply(self, setting: Setting[Any], value: Any) -> None:
        bridge = self._window.bridge
        if setting is settings.THEME:
            theme().set_mode(value)
        elif setting is settings.TEXT_SCALE:
            theme().set_text_scale(value)
        elif setting is settings.MOTION:
            theme().set_motion(value)
        elif setting is settings.READING_FACE:
            theme().set_reading_face(value)
        elif setting is settings.ROWS:
            bridge.density = value
        elif setting is settings.SINGLE_KEYS:
            bridge.single_keys = value
        elif setting is settings.KEYS:
            bridge.keys = single_keys.chosen(value)
        elif setting is settings.WEEK_START:
            weeks.begin_on(settings.WEEK_STARTS.get(value, 0))
        elif setting is settings.SHOP_NAME:
            self._window.rename_shop(value)
        for one in self._ticks.get(setting.key, []):
            one.blockSignals(True)
            one.setChecked(one.data() == value if one.data() is not None else bool(value))
            one.blockSignals(False)
        bridge.settings_changed.emit(setting.key)

    def _scale(self, step: float) -> None:
        scale = round(min(LARGEST_TEXT, max(SMALLEST_TEXT, theme().text_scale + step)), 1)
        self.put(settings.TEXT_SCALE, scale)

    def _hold(self) -> None:
        if not self._may_write():
            self.hold.setChecked(not self.hold.isChecked())
            return
        self._window.desk.hold(self.hold.isChecked())

    def _full_screen(self) -> None:
        window = self._window
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()
        self.full.setChecked(window.isFullScreen())

    # ---- dialogs ---------------------------------------------------------------------------------------

    def show_settings(self, page: str = "") -> None:
        """The settings, at their first page or at that of a title."""
        from ui.settings.dialog import SettingsDialog

        dialog = SettingsDialog(self._shop, self._window)
        dialog.changed.connect(self.put)
        dialog.turned_on.connect(self.turn_on_check)
        dialog.coach_off_wanted.connect(self.turn_coach_off)
        dialog.noise_answered.connect(self.answer_noise)
        dialog.wording_wanted.connect(self.change_wordings)
        dialog.protection_wanted.connect(partial(self.protect, dialog=dialog))
        dialog.copy_wanted.connect(partial(self._bring_back, dialog))
        dialog.undo_wanted.connect(self._window.decisions.take_back_last)
        self._window.decisions.taken_back.connect(dialog.reload)
        if not self._shop.is_practice:
            self.forgetting.mind(dialog.forgotten)
            self.keeping.mind(dialog.how_long)
            dialog.carry.everything_wanted.connect(partial(self.export_everything, dialog))
            dialog.carry.move_wanted.connect(partial(self.move_to_another, dialog))
        if (model := language_model()) is not None and not self._shop.is_practice:
            dialog.add_page(*model.settings_page(self._shop, self._window.background))
        self._add_last(dialog)
        dialog.go_to(page)
        _open(dialog)

    def _add_last(self, dialog: SettingsDialog) -> None:
        """Places and About, and the ways from the settings to a page: each closes them."""
        from ui.accounts.glance import Places
        from ui.settings.about import About

        places, about = Places(self._shop, self._window.background), About(self._shop, self._window.background)
        about.folder_wanted.connect(partial(show_folder, self._shop.folder))
        for wanted in (places.accounts_wanted, dialog.quiet.aims_wanted):
            wanted.connect(dialog.accept)
        places.accounts_wanted.connect(lambda: self._window.go("accounts"))
        dialog.quiet.aims_wanted.connect(self._window.open_aims)
        dialog.add_page(tr("Places"), places)
        dialog.add_page(tr("About Said & Done"), about)

    def _bring_back(self, settings_dialog: SettingsDialog, copy: Path) -> None:
        from desktop import backups
        from ui.settings.copies import BringBack

        asking = BringBack(full(self._shop.clock, backups.made_at(copy)), settings_dialog)
        asking.accepted.connect(settings_dialog.close)
        asking.accepted.connect(lambda: self.copy_wanted.emit(copy))
        _open(asking)

    def protect(self, change: Change, dialog: SettingsDialog | None = None) -> None:
        """The password of the shop file, from the settings or a bar. Some changes close the shop meanwhile."""
        if change is Change.ASK:
            self._ask_again(dialog)
            return
        from ui.settings.protect_dialog import ProtectDialog

        asking = ProtectDialog(self._shop, change, self._window.background, dialog or self._window)
        asking.changed.connect(lambda what: self._protection_changed(what, dialog))
        if dialog is not None:
            asking.rewrite_wanted.connect(lambda _wanted: dialog.close())
        asking.rewrite_wanted.connect(self.rewrite_wanted)
        _open(asking)

    def _ask_again(self, dialog: SettingsDialog | None) -> None:
        from desktop.counter import protecting

        shop, window = self._shop, self._window
        window.background.run(
            window,
            lambda: protecting.ask_again(shop),
            lambda _: self._protection_changed(Change.ASK, dialog),
            lane="write",
        )

    def _protection_changed(self, change: Change, dialog: SettingsDialog | None) -> None:
        said = tr(_CHANGED[change])
        self._window.bridge.toast(said)
        if dialog is not None and isValid(dialog):
            dialog.protection.tell_done(said)

    def turn_on_check(self, one: Any) -> None:
        """`Turn on again`, in the settings: a check of the coach somebody had stopped."""
        from desktop import counter

        shop, window = self._shop, self._window
        window.background.run(
            window,
            lambda: counter.turn_on_check(shop, one.person, one.check),
            lambda undo: window.bridge.toast(undo.text, undo),
            lane="write",
        )

    def turn_coach_off(self) -> None:
        """`Turn it off for me`, in the settings."""
        from desktop import counter
        from desktop.coach.scene import ALL

        shop, window = self._shop, self._window
        window.background.run(
            window,
            lambda: counter.stop_check(shop, ALL),
            lambda undo: window.bridge.toast(undo.text, undo),
            lane="write",
        )

    def answer_noise(self, check: str, is_off: bool) -> None:
        """`Turn off for the shop` or `Keep`, in the settings."""
        from desktop import counter

        shop, window = self._shop, self._window

        def done(undo: Any) -> None:
            if undo is not None:
                window.bridge.toast(undo.text, undo)

        def act() -> Any:
            return counter.turn_off_for_shop(shop, check) if is_off else counter.keep_for_shop(shop, check)

        window.background.run(window, act, done, lane="write")

    def change_wordings(self, act: Callable[[Shop], Any], after: Callable[[], None]) -> None:
        """A wording or the parts of an opening, changed in the settings; Ctrl+Z takes it back."""
        shop, window = self._shop, self._window

        def done(undo: Any) -> None:
            window.bridge.toast(undo.text, undo)
            after()

        window.background.run(window, lambda: act(shop), done, lane="write")

    def show_keys(self) -> None:
        from ui.keys_page import KeysDialog

        page = self._window.page()
        own = getattr(page, "keys", list)
        lines = own() if callable(own) else own
        title = str(getattr(page, "title", ""))
        everything = [*self.menus.all(), ("Edit", self.finder)]
        single = self._window.bridge.single_keys
        _open(KeysDialog(everything, title, lines, single_keys=single, parent=self._window))

    def everything(self) -> list[Found]:
        """All that the finder knows: every action that can be used now, and a page of the settings."""
        from ui.finder import Found

        found = []
        for menu, one in self.menus.all():
            if one.isEnabled() and one.isVisible() and one.text():
                keys = ", ".join(menus.keys_of(one)[:1])
                text = one.property("finder") or menus.plain(one.text())
                also = str(one.property("also") or "")
                found.append(Found(str(text), tr(menu), one.trigger, keys, also=also))
        guesses = tr("Guesses: what they learned, and forgetting it")
        also = tr("guess forget what it learned remembered sorting reset")
        return [*found, Found(guesses, tr("Settings"), partial(self.show_settings, tr("Guesses")), also=also)]

    def show_finder(self, *_: object) -> None:
        from ui.finder import Finder

        dialog = Finder(self.everything(), self._people, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open_over(self._window)

    def _people(self, typed: str, came: Callable[[Sequence[Found]], None]) -> None:
        from desktop import inbox
        from desktop.searching import Asking, find, parse
        from ui.finder import Found

        shop, window = self._shop, self._window

        def look() -> list[Found]:
            rids = find(shop.store, parse(typed), Asking(shop.clock, shop.me.id), _FOUND).rids[:_FOUND]
            said = lambda row: words.in_a_row(row.excerpt, row.stars, is_taken_down=row.is_taken_down)  # noqa: E731
            rows = inbox.page(shop.store, rids, shop.me.id, shop.clock.now())
            return [
                Found(row.author_name, said(row), partial(window.open_conversation, row.id), icon="person")
                for row in rows
            ]

        window.background.run(self, look, came)

    def _may_write(self) -> bool:
        """Nothing is begun that couldn't be kept: in a shop that is only read that is said instead."""
        if self._shop.read_only:
            self._window.show_trouble(ReadOnly())
        return not self._shop.read_only

    def bring_in(self, paths: object = None) -> None:
        """The dialog that history comes in by; given Paths it looks into the first of them at once."""
        from ui.bringing_in import BringInDialog

        was = self.bringing
        if (was is not None and isValid(was) and was.isVisible()) or not self._may_write():
            return
        dialog = self.bringing = BringInDialog(self._shop, self._window.background, self._window)
        dialog.open()
        if isinstance(paths, list):
            dialog.take(*paths)

    def back_up(self) -> None:
        """Asks where the copy goes, makes it in the background and says where it is."""
        from PySide6.QtWidgets import QFileDialog

        folder = QFileDialog.getExistingDirectory(
            self._window, tr("Back up the shop folder…"), str(Path.home())
        )
        if folder:
            self.back_up_to(Path(folder))

    def back_up_to(self, folder: Path) -> None:
        from desktop import backups, pictures

        shop, window = self._shop, self._window

        def copy() -> Path:
            made = backups.now(shop.store, shop.folder, shop.clock.local(shop.clock.now()), folder)
            pictures.copy(shop.folder, folder)
            return made

        def done(made: Path) -> None:
            window.bridge.toast(tr("Copied and checked: {name}").format(name=made.name))

        window.background.run(window, copy, done)

    def open_protected(self, *_: object) -> None:
        """Asks for a protected export and its password; the readable file is beside it then."""
        from ui.open_protected import OpenProtected, ask_for_file

        path, bridge = ask_for_file(self._window), self._window.bridge
        if path is None:
            return
        dialog = OpenProtected(path, self._window.background, self._window)

        def opened(made: Path) -> None:
            look = (tr("Show the folder"), lambda: elsewhere.open_path(made.parent))
            bridge.toast(tr("Opened: {name}").format(name=made.name), action=look)

        dialog.opened.connect(opened)
        dialog.open()

    def export_everything(self, above: QWidget | None = None) -> None:
        from ui import everything

        window = self._window
        everything.open_dialog(self._shop, window.background, above or window, window.bridge.toast)

    def move_to_another(self, above: QWidget | None = None) -> None:
        """One file with the whole shop, for another computer."""
        from ui.moving import MoveDialog

        window = self._window
        dialog = MoveDialog(self._shop, window.background, above or window)

        def written(path: Path) -> None:
            text = tr("The shop is in {name}. From now on use only one of the two.").format(name=path.name)
            window.bridge.toast(text, action=(tr("Show the folder"), lambda: elsewhere.open_path(path.parent)))

        dialog.written.connect(written)
        dialog.open()

    def move_from_another(self, *_: object) -> None:
        """Asks for such a file and an empty folder; the shop in it is opened instead of this one."""
        from ui import moving

        window = self._window
        path = moving.ask_for_file(window)
        folder = moving.ask_for_folder(window) if path else None
        if path and folder:
            dialog = moving.MoveInDialog(path, folder, window.background, window)
            dialog.moved_in.connect(self.moved_in)
            dialog.open()

    def print_week(self, *_: object) -> None:
        """The dialog that asks which week, from any page; one at a time."""
        from ui.complaints.week_dialog import WeekPrinting

        if self.week is None:
            self.week = WeekPrinting(self._shop, self._window.background, self._window.bridge, self._window)
        self.week.begin()

    def where(self) -> None:
        """One sentence with the folder in it, and a way to see it."""
        from PySide6.QtWidgets import QLabel, QMessageBox

        box = QMessageBox(self._window)
        box.setWindowTitle(tr("Where is my data?"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("Everything stays in one folder on this computer. No account with us."))
        box.setInformativeText(str(self._shop.folder))
        for label in box.findChildren(QLabel):  # setTextFormat is for the upper line alone
            label.setTextFormat(Qt.TextFormat.PlainText)
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        show = box.addButton(tr("Show the folder"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(tr("OK"), QMessageBox.ButtonRole.AcceptRole)
        show.clicked.connect(partial(show_folder, self._shop.folder))
        _open(box)

    def about(self) -> None:
        """The name, what it is for, the licence."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setWindowTitle(tr("About Said & Done"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(words.APP_NAME)
        box.setInformativeText(f"{tr(words.TAGLINE)}\n\n{tr('Free software under the MIT licence.')}")
        box.addButton(tr("OK"), QMessageBox.ButtonRole.AcceptRole)
        _open(box)


def show_folder(folder: Path) -> None:
    """Opens a folder in the computer's file manager."""
    elsewhere.open_path(folder)


def _open(dialog: Any) -> None:
    """A sheet over its window, gone for good when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
