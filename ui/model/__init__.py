"""The screen's half of the language model: its page in the settings, and one opening more beside the composer.

Known to `ui.sources` alone. What it shows is built when it is first wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop import model
from ui.moments import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.shop import Shop
    from ui.background import Runner
    from ui.model.beside import Beside


def settings_page(shop: Shop, background: Runner) -> tuple[str, QWidget]:
    """(what it is called, the page)"""
    from ui.model.page import ModelPage

    return tr("Language model"), ModelPage(shop, background)


def beside(view: Beside) -> None:
    """A link under the cards of this conversation's composer, while the owner wants one."""
    _Offer(view)


class _Offer(QObject):
    """Goes with its composer."""

    def __init__(self, view: Beside) -> None:
        super().__init__(view.composer)
        self._view = view
        view.background.tables_changed.connect(self._changed)
        view.composer.more_wanted.connect(self._open)
        self._offer()

    def _offer(self) -> None:
        is_offered = model.is_offered(self._view.shop)
        self._view.composer.set_more(tr("One more, from a language model…") if is_offered else "")

    def _changed(self, tables: frozenset[str]) -> None:
        if "settings" in tables:
            self._offer()

    def _open(self) -> None:
        from ui.model.sheet import open_sheet

        open_sheet(self._view)
