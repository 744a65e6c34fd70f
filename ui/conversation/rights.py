"""How somebody lets us post at a place, in plain words: for a reply that waits for such a right (design 5.8)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui import words
from ui.moments import tr
from ui.theme import px
from ui.widgets.buttons import Button
from ui.widgets.wrap import WrapLabel

from .popups import Popup

_STEPS = {
    "facebook": (
        "Someone with full control of the page opens it on Facebook, and there Settings, Page access.",
        "They give you access to the page, with content and community activity turned on.",
    ),
    "instagram": (
        "Someone with full control of the Facebook page that this account hangs on opens Settings, Page access there.",
        "They give you access to the page, with content and community activity turned on.",
    ),
    "google": (
        "An owner of the profile opens Google Business Profile, and there its settings, People and access.",
        "They add the account you sign in with here, as a manager.",
    ),
    "youtube": (
        "YouTube lets only the account that owns the channel answer from here; people it invited can’t.",
        "Whoever has that account signs in with it, or you answer on YouTube itself.",
    ),
}
_ANYWHERE = (
    "Someone who runs this account opens its settings there, and looks who may post for it.",
    "They give that right to the account you sign in with here.",
)
_THEN = (
    "Then sign in again under Accounts, leave every box ticked, and post this again. "
    "Your reply is kept here till then."
)


def steps(platform: str) -> tuple[str, ...]:
    """What to do, one sentence or two a step, the last being the same everywhere."""
    told = _STEPS.get(platform.rpartition(".")[2], _ANYWHERE)
    return tuple(tr(step) for step in (*told, _THEN))


class HowItIsAllowed(Popup):
    """The steps, and a press to close it."""

    def __init__(self, platform: str, place: str, parent: QWidget) -> None:
        super().__init__(words.on("How to allow it on {place}", place), parent)
        for number, step in enumerate(steps(platform), 1):
            self.column.addWidget(WrapLabel(f"{number}. {step}", "body"))
        self.close_it = Button(tr("Close"), small=True)
        self.close_it.clicked.connect(self.close)
        self.column.addWidget(self.close_it, 0, Qt.AlignmentFlag.AlignTrailing)
        self.setFocusProxy(self.close_it)
        self.setFixedWidth(px(420))
