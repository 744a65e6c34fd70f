"""What it looks like when it works: four messages from the pretend shop, the last one an ending."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.moments import tr
from ui.theme.keep import keep_colours
from ui.widgets.bars import Glyph
from ui.widgets.chips import Chip
from ui.widgets.elide import ElidedLabel
from ui.widgets.panel import Panel
from ui.widgets.wrap import WrapLabel

_SHOP = "Puddle Street Cycles"
# (who, when, words, ours, ending)
_MESSAGES = (
    (
        "Dana", "Saturday 10:20",
        "Picked my bike up from Puddle Street, brakes “done”. First hill, nothing. Had to put my foot down in traffic.",
        False, False,
    ),
    (
        _SHOP, "10:41",
        ("Dana, that’s frightening, and we sent you down that hill. Please don’t ride it. I’m coming to fetch it now "
        "and I’ll tell you here what went wrong. Sam, who did your brakes"),
        True, False,
    ),
    (
        _SHOP, "15:05",
        ("The cable clamp wasn’t tightened after the road test. That was me. Both brakes are redone and a second "
        "person now checks every one before it leaves. Sam"),
        True, False,
    ),
    ("Dana", "Sunday 09:12", "Update: fetched, fixed and back by four. Rode the same hill today.", False, True),
)  # fmt: skip


class Story(QWidget):
    """The four messages, and what a passer-by sees now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        keep_colours(self, ground="sunken")
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 24, 26, 24)
        column.setSpacing(10)
        column.addWidget(ElidedLabel(tr("What it looks like when it works"), "lead"))
        column.addWidget(ElidedLabel(tr("From the pretend shop. All of it is public."), "meta", "text2"))
        for message in _MESSAGES:
            column.addLayout(_placed(*message))
        column.addLayout(_eye_line())
        column.addStretch(1)


def _placed(who: str, when: str, text: str, is_ours: bool, is_ending: bool) -> QHBoxLayout:
    """Theirs stand at the left, ours at the right."""
    row = QHBoxLayout()
    card = _card(tr(who), tr(when), tr(text), is_ours, is_ending)
    row.addSpacing(36 if is_ours else 0)
    row.addWidget(card, 1)
    row.addSpacing(0 if is_ours else 36)
    return row


def _card(who: str, when: str, text: str, is_ours: bool, is_ending: bool) -> Panel:
    card = Panel(
        "ink_tint" if is_ours else "surface", "leaf" if is_ending else "ink_tint" if is_ours else "line"
    )
    lines = QVBoxLayout(card)
    lines.setContentsMargins(12, 9, 12, 10)
    lines.setSpacing(3)
    head = QHBoxLayout()
    head.setSpacing(6)
    head.addWidget(ElidedLabel(who, "meta strong"))
    head.addWidget(ElidedLabel(f"· {when}", "meta", "text2"))
    if is_ending:
        chip = Chip("check", tr("A visible ending"), "leaf")
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        head.addWidget(chip)
    head.addStretch(1)
    lines.addLayout(head)
    lines.addWidget(WrapLabel(text, "body" if is_ours else "reading 15"))
    return card


def _eye_line() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(Glyph("eye", "text2", 16), 0, Qt.AlignmentFlag.AlignTop)
    words = WrapLabel("", "body", "text2")
    words.set_parts(
        tr("A passer-by reading this now sees "), (tr("a shop that puts things right"), "strong text"),
        tr(", not a complaint."),
    )  # fmt: skip
    row.addWidget(words, 1)
    return row
