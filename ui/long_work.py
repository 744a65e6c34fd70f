"""A dialog that does one long piece of work on a file, says how far it is, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import GivenUp
from ui.background import Runner
from ui.ending.frame import HouseDialog
from ui.moments import told, tr
from ui.theme import px
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.wrap import WrapLabel

_EVERY = 200  # ms between two looks at how far it is
T = TypeVar("T")


class LongWork(HouseDialog):
    """Texts, whatever belongs below them (`column`), a line that says how far it is, Cancel and `go`."""

    def __init__(
        self,
        icon: str,
        title: str,
        texts: Sequence[str],
        go: str,
        background: Runner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon, title, 520, parent)
        self._background = background
        self._come_to, self._is_stopped, self._is_at_work = 0, False, False
        self.said = WrapLabel("", "body")
        self.cancel, self.go = Button(tr("Cancel")), Button(go, kind="primary")
        self.column = QVBoxLayout()
        self._ticks = QTimer(self, interval=_EVERY)
        self._lay_out(texts)
        self.cancel.clicked.connect(self.reject)
        self._ticks.timeout.connect(self._tell_how_far)
        self.fit()
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, texts: Sequence[str]) -> None:
        whole = QVBoxLayout()
        whole.setContentsMargins(px(18), px(12), px(18), px(16))
        whole.setSpacing(px(8))
        self.column.setSpacing(px(8))
        self.texts = [WrapLabel(text, "body", "text2") for text in texts]
        for label in self.texts:
            self.column.addWidget(label)
        whole.addLayout(self.column)
        whole.addWidget(self.said)
        self.said.hide()
        self.body.addLayout(whole)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.go)

    def how_far(self, number: int) -> str:
        """What `number`, as the work tells it, means."""
        raise NotImplementedError

    def stopped(self) -> str:
        return tr("Stopped. Nothing was written.")

    def do(self, work: Callable[[Callable[[int], None], Callable[[], bool]], T], done: Callable[[T], None]) -> None:
        """`work(progress, cancelled)` behind the window; `done`, and it closes."""

        def whole() -> tuple[T] | None:
            try:
                return (work(self._come, lambda: self._is_stopped or self._background.is_closing),)
            except GivenUp:
                return None

        def over(result: tuple[T] | None) -> None:
            self._at_work(False)
            if result is None:
                self._say(self.stopped())
                return
            self.once_seen(lambda: end(*result))

        def end(result: T) -> None:
            done(result)
            self.accept()

        self._at_work(True)
        self._background.run(self, whole, over, self.failed, lane="collect", key="file")

    def _come(self, number: int) -> None:
        self._come_to = number  # only a number between two threads

    def _tell_how_far(self) -> None:
        self._say(self.how_far(self._come_to))

    def _at_work(self, on: bool) -> None:
        self._is_at_work, self._is_stopped = on, False
        self.go.setEnabled(not on)
        if on:
            self._come_to = 0
            self._tell_how_far()
            self._ticks.start()
        else:
            self._ticks.stop()

    def failed(self, error: Exception) -> None:
        self._at_work(False)
        self._say(told(error))
        announce(self.said, self.said.text())

    def _say(self, text: str) -> None:
        is_new = not self.said.isVisible() or len(text) > len(self.said.text()) + 10
        self.said.setText(text)
        self.said.show()
        if is_new:
            self.fit()

    def reject(self) -> None:
        if self._is_at_work:
            self._is_stopped = True
        else:
            super().reject()
