"""What their message was taken for ("Late", "Booking"), as a chip: a press on it says something else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.starters import SITUATIONS
from ui.moments import tr
from ui.widgets.chips import Chip
from ui.widgets.tips import plain_tip


class SituationChip(Chip):
    """Hidden where there is nothing to choose. `chosen` carries a key of SITUATIONS."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, "", parent=parent)
        self._shown: tuple[str, tuple[str, ...], bool] | None = None
        self.setToolTip(plain_tip(tr("What the openings are for. Press to choose another.")))
        self.setMenu(QMenu(self))
        self.hide()

    def set_situation(self, situation: str, situations: Sequence[str], *, is_guessed: bool) -> None:
        """Which it is, and which it may be instead."""
        wanted = (situation, tuple(situations), is_guessed)
        if wanted == self._shown:
            return
        self._shown = wanted
        self.setVisible(situation in situations)
        self.set_chip("tag", tr(SITUATIONS.get(situation, "")), guessed=is_guessed)
        self.menu().clear()
        for key in situations:
            self.menu().addAction(self._line(key, is_on=key == situation))

    def _line(self, key: str, *, is_on: bool) -> QAction:
        action = QAction(tr(SITUATIONS[key]), self.menu())
        action.setCheckable(True)
        action.setChecked(is_on)
        action.triggered.connect(lambda _checked=False: self.chosen.emit(key))
        return action
