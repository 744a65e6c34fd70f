"""One of everything in ui/widgets, for tests that look at all of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.avatar import Avatar
from ui.widgets.bars import Bar, Glyph
from ui.widgets.buttons import Button, FilterButton, IconButton, LinkButton
from ui.widgets.chips import Chip
from ui.widgets.elide import ElidedLabel
from ui.widgets.empty import EmptyState
from ui.widgets.keycap import Keycap
from ui.widgets.linebar import LineBar, Meter
from ui.widgets.passerby import PasserByPreview, PreviewLine
from ui.widgets.password_field import PasswordField
from ui.widgets.pin_boxes import PinBoxes
from ui.widgets.stars import Stars
from ui.widgets.tickbox import OneOfThese, TickBox
from ui.widgets.tile import Tile
from ui.widgets.wrap import WrapLabel

THEIRS = (
    "Cake box crushed flat on one side, icing all over the lid. My daughter saw it before I could hide it."
)


def nothing() -> None:
    """What a button of the gallery does."""


def preview(ending: bool = False) -> PasserByPreview:
    """The thread of the mockup, with its ending or without."""
    made = PasserByPreview("Today")
    lines = [
        PreviewLine("Omar S.", "8 June", THEIRS),
        PreviewLine("Fenny Lane Bakehouse", "8 June", "The box was ours to tape and we didn’t.", ours=True),
    ]
    if ending:
        lines.append(PreviewLine("Omar S.", "10 June", "They baked her a new one.", ending=True))
        made.set_lines(lines, sentence="A complaint, your answer, and that it was put right.")
    else:
        made.set_lines(lines, "Nothing here says it was put right.", sentence="A complaint and your answer.")
    return made


def _with_menu() -> Button:
    made = Button("Everyone")
    made.setMenu(QMenu(made))
    return made


def _meter() -> Meter:
    made = Meter("In your words")
    made.set_share(0.58)
    return made


def _line_bar() -> LineBar:
    made = LineBar(250, 13)
    made.set_shares(0.75, 0.1, "30 of 40 this year show a resolution")
    return made


def _pin_boxes() -> PinBoxes:
    made = PinBoxes()
    made.setAccessibleName("PIN for Tom")
    return made


EVERYTHING: dict[str, Callable[[], QWidget]] = {
    "primary": lambda: Button("Post reply", "send", "primary", "Ctrl ↵"),
    "amber": lambda: Button("Fill 2 blanks to post", kind="amber", key="Ctrl ↵"),
    "plain": lambda: Button("Add proof link", "link"),
    "small": lambda: Button("Add by hand", "plus", small=True),
    "quiet": lambda: Button("Undo", "undo", "quiet"),
    "choice": lambda: Button("Ask Omar to say so", "person", "choice"),
    "menu": _with_menu,
    "filter": lambda: FilterButton("Public"),
    "icon button": lambda: IconButton("open", "Open in browser", framed=True),
    "link": lambda: LinkButton("2 left standing"),
    "tick": lambda: TickBox("Show names and words in notifications"),
    "one of these": lambda: OneOfThese("Made or fixed it again"),
    "chip": lambda: Chip("complaint", "Complaint", "brick"),
    "guessed chip": lambda: Chip("complaint", "Complaint", "brick", guessed=True),
    "tile": lambda: Tile("Ig", "Instagram"),
    "avatar": lambda: Avatar("Tom"),
    "stars": lambda: Stars(2, "2 of 5 stars"),
    "keycap": lambda: Keycap("Ctrl Z"),
    "elided": lambda: ElidedLabel("Public ones that still need a visible resolution"),
    "wrapped": lambda: WrapLabel("Openings to rewrite, not scripts to paste.", token="text2"),
    "quoted": lambda: WrapLabel(THEIRS, "reading 15"),
    "bar": lambda: Bar("Google isn’t answering.", [("Try now", nothing), ("Details", nothing)], "amber"),
    "empty": lambda: EmptyState("cup", "Nobody is waiting.", "Have a look round.", [("Check now", nothing)]),
    "meter": _meter,
    "line bar": _line_bar,
    "PIN": _pin_boxes,
    "password": lambda: PasswordField("Password of this shop"),
    "glyph": lambda: Glyph("warn", "amber"),
    "preview": preview,
    "preview with ending": lambda: preview(ending=True),
}
