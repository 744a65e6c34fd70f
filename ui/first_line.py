"""One sentence on a page somebody sees for the first time; put away once, it never comes again (design 14).

Each person has theirs. Where a page is low, or something else needs the room, it waits for a better moment; in the
pretend shop, where the lessons say it, there is none.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import settings
from desktop.shop import Shop
from ui.background import Runner
from ui.theme import px, theme
from ui.widgets.bars import Bar
from ui.window import Window

_LEAST = 600  # px at 100 % text of its page: in a lower one it would be in the way
_HIGH = 690  # px: not in this one, however large the text


class FirstLine(QWidget):
    """`key` names the page in `settings.SEEN_LINES`; `page` is the widget whose height counts: `least` px at 100 %
    text, or `high` px however large the text is."""

    def __init__(
        self, shop: Shop, background: Runner, window: Window, page: QWidget, key: str, text: str,
        *, least: int = _LEAST, high: int = _HIGH, sides: tuple[int, int, int, int] = (14, 6, 14, 6),
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._shop, self._background, self._page, self._key, self._least = shop, background, page, key, least
        self._who, self._is_new, self._is_quiet = "", False, False
        self._high = high
        self._put_away = set[str]()  # by whom, where nothing can be written down
        self._text = text
        self._bar: Bar | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(*sides)
        self.hide()
        page.installEventFilter(self)
        window.settings_changed.connect(self._setting)
        theme().changed.connect(self._settle)
        self._read()

    @property
    def bar(self) -> Bar:
        """Made when it is wanted first: most people have put it away."""
        if self._bar is None:
            self._bar = Bar(self._text)
            self._bar.dismissed.connect(self._dismiss)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self._bar)
        return self._bar

    def set_quiet(self, quiet: bool) -> None:
        """There is nothing here yet that it speaks of, or the room is needed."""
        self._is_quiet = quiet
        self._settle()

    def _setting(self, key: object) -> None:
        if key == settings.LAST_PERSON.key and self._shop.me.id != self._who:
            self._is_new = False
            self._settle()
            self._read()

    def _read(self) -> None:
        shop, who = self._shop, self._shop.me.id
        self._who = who

        def came(seen: list[str]) -> None:
            if who == self._who:
                self._is_new = self._key not in seen and who not in self._put_away
                self._settle()

        self._background.run(self, lambda: settings.get(shop.store, settings.SEEN_LINES, person=who), came)

    def _settle(self) -> None:
        is_free = not self._is_quiet and not self._shop.is_practice  # there the banner stands over every page
        wanted = self._is_new and is_free and self._page.height() >= min(px(self._least), self._high)
        if wanted or self._bar is not None:
            self.bar.setVisible(wanted)
        self.setVisible(wanted)

    def _dismiss(self) -> None:
        self._is_new = False
        self._put_away.add(self._who)
        self._settle()
        shop, who, key = self._shop, self._who, self._key
        if shop.read_only:  # it is put away all the same
            return

        def keep() -> None:
            with shop.store.writing():
                seen = settings.get(shop.store, settings.SEEN_LINES, person=who)
                settings.put(shop.store, settings.SEEN_LINES, [*seen, key], person=who)

        self._background.run(self, keep, lane="write")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.Resize:
            self._settle()
        return False
