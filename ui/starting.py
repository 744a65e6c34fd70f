"""Starts that fail again and again: from the fourth one on the window opens with the plain layout (design 5.7).

What a person had arranged may be what a start breaks on. It is kept, and a press puts it back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.shop import Shop
from ui.moments import tr

if TYPE_CHECKING:
    from ui.main_window import MainWindow

TIMES = 3
_STANDS_AFTER = 10_000  # ms after the first page is seen: what a start brings is there by then


class Starting(QObject):
    """`is_plain`: too many starts before this one failed. This one was good once the window has stood for a while,
    or was closed in order."""

    def __init__(self, shop: Shop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shop, self._has_stood = shop, False
        self._window: MainWindow | None = None
        self.is_plain = shop.starts_failed >= TIMES
        self._later = QTimer(self, singleShot=True, interval=_STANDS_AFTER)
        self._later.timeout.connect(self._stands)

    def watch(self, window: MainWindow) -> None:
        """This is what opens."""
        self._window = window
        window.first_painted.connect(self._seen)
        window.covered_changed.connect(lambda _: self._seen())

    def _seen(self) -> None:
        """Behind the lock nothing of the layout is shown yet."""
        if self._window is not None and not self._window.is_covered and not self._has_stood:
            self._later.start()

    def _stands(self) -> None:
        if self._window is not None and not self._window.is_covered:
            self._has_stood = True
            self._window.background.run(self, self._shop.has_stood, lane="write")

    def end(self) -> None:
        """Closed in order: the shop writes that down when it closes."""
        self._later.stop()
        self._shop.starts_failed = 0

    def tell(self) -> None:
        """Behind the first paint."""
        if not self.is_plain or self._window is None:
            return
        from ui.widgets.bars import Bar

        window = self._window
        said = tr("Opened with the plain layout because it failed to start {n} times.").format(n=TIMES)

        def put_back() -> None:
            bar.hide()
            window.put_layout_back()

        bar = Bar(said, ((tr("Put my layout back"), put_back),), "amber")
        window.bars.addWidget(bar)
        bar.tell()
