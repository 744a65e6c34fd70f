"""What the language model's sheet needs of the conversation it stands beside."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from desktop.shop import Shop
from ui.background import Runner
from ui.composer import Composer


class Beside(Protocol):
    """A conversation: `known` is all that is shown of it, None while there is none."""

    shop: Shop
    background: Runner
    known: Any

    @property
    def composer(self) -> Composer: ...

    def current_id(self) -> str: ...

    def show_composer(self) -> None: ...

    def window(self) -> QWidget: ...
