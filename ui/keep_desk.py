"""How long messages are kept: what grew too old goes, and a person is asked where that is more than usual."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from ui.moments import count, tr
from ui.trouble import TroubleDialog
from ui.widgets.bars import Bar

if TYPE_CHECKING:
    from desktop.forgetting.by_age import Due
    from desktop.settings import Setting
    from desktop.shop import Shop
    from ui.main_window import MainWindow
    from ui.settings.how_long import HowLong


class KeepDesk(QObject):
    """Asks in a bar over the pages, or over the settings right after a choice."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._shop, self._background = window, window.shop, window.background
        self.bar: Bar | None = None
        self.asking: TooOld | None = None

    def found(self, due: object) -> None:
        """What the daily round found and didn't remove by itself."""
        from desktop.forgetting.by_age import Due

        if not isinstance(due, Due) or not (due.is_news and due.is_any) or not self._shop.me.is_owner:
            return
        if self.bar is None:
            self.bar = Bar("", can_dismiss=True)
            self._window.bars.addWidget(self.bar)
        acts = [(tr("Remove"), self._remove_from_bar), (tr("Keep"), self._keep_from_bar)]
        text = tr("{what}: remove them? It can’t be undone.").format(what=_what(self._shop, due))
        self.bar.set_bar(text, acts, "amber")
        self.bar.show()
        self.bar.tell()

    def _remove_from_bar(self) -> None:
        self._hide_bar()
        self._remove(lambda: None)

    def _keep_from_bar(self) -> None:
        self._hide_bar()
        self._keep(lambda: None)

    def _hide_bar(self) -> None:
        if self.bar is not None:
            self.bar.hide()

    # ---- in the settings -------------------------------------------------------------------------------

    def mind(self, page: HowLong) -> None:
        """A choice is written down; what it would remove is asked about at once."""
        page.changed.connect(lambda setting, months: self._changed(page, setting, months))

    def _changed(self, page: HowLong, setting: Setting[int], months: int) -> None:
        from desktop import settings
        from desktop.forgetting import by_age

        shop, before = self._shop, settings.get(self._shop.store, setting)

        def put() -> Due:
            settings.put(shop.store, setting, months)
            return by_age.due(shop)

        def put_back() -> None:
            work = lambda: settings.put(shop.store, setting, before)  # noqa: E731
            self._background.run(self, work, lambda _: _reload(page), lane="write")

        def asked(due: Due) -> None:
            self._hide_bar()
            if due.is_any and isValid(page):
                self._ask(due, page.window(), lambda: self._remove(lambda: _reload(page)), put_back)

        self._background.run(self, put, asked, lane="write")

    def _ask(self, due: Due, above: QWidget, remove: Callable[[], None], keep: Callable[[], None]) -> None:
        asking = self.asking = TooOld(removes(self._shop, due), above)
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.accepted.connect(remove)
        asking.rejected.connect(keep)
        asking.open()

    # ---- either way ------------------------------------------------------------------------------------

    def _remove(self, after: Callable[[], None]) -> None:
        from desktop.forgetting import by_age
        from ui.settings.how_long import messages

        shop, is_over = self._shop, lambda: self._background.is_closing

        def done(gone: Due) -> None:
            if gone.is_any:
                self._window.bridge.toast(tr("Removed: {what}.").format(what=messages(gone)))
            after()

        self._background.run(self, lambda: by_age.remove(shop, is_over), done, lane="collect", key="forgetting")

    def _keep(self, after: Callable[[], None]) -> None:
        from desktop.forgetting import by_age

        shop = self._shop

        def done(_: None) -> None:
            self._window.bridge.toast(tr("They are kept for ever now. Settings, Data changes that."))
            after()

        self._background.run(self, lambda: by_age.keep(shop), done, lane="write")


def _reload(page: HowLong) -> None:
    if isValid(page):
        page.reload()


def removes(shop: Shop, due: Due) -> str:
    """ "This removes 214 private messages older than 1 year."."""
    return tr("This removes {what}.").format(what=_what(shop, due))


def _what(shop: Shop, due: Due) -> str:
    from desktop import settings
    from ui.settings.how_long import TIMES

    store, names = shop.store, dict(TIMES)
    said = []
    for number, setting, one, many in (
        (due.private, settings.KEEP_PRIVATE, "private message", "private messages"),
        (due.public, settings.KEEP_PUBLIC, "public message", "public messages"),
    ):
        months = settings.get(store, setting)
        age = tr(names[months]) if months in names else count(months, "month", "months")
        if number:
            said.append(tr("{n} older than {age}").format(n=count(number, one, many), age=age))
    return tr("{one} and {other}").format(one=said[0], other=said[1]) if len(said) == 2 else "".join(said)


class TooOld(TroubleDialog):
    """Asks once more; accepted when they are to go."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        QDialog.__init__(self, parent)
        self.setup(
            sentence,
            tr(
                "It can’t be undone, and they don’t come in again. From now on what grows older goes by itself, once a "
                "day. Copies made before still have them."
            ),
            "",
        )
        self.add_button(tr("Keep"), primary=True).clicked.connect(self.reject)
        self.add_button(tr("Remove")).clicked.connect(self.accept)
