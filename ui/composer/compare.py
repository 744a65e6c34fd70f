"""The draft and the earlier reply it is like, beside each other; what they share stands out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.language.text import Piece, plain, words
from ui.moments import tr
from ui.theme import px
from ui.theme.keep import keep_colours
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel
from ui.widgets.room import resize_within
from ui.widgets.wrap import WrapLabel

_RUN = 3  # words that must follow each other to count as shared
_MOST = 4000  # characters of each that are shown
Part = str | tuple[str, str]


class Compare(QDialog):
    """Two columns, read from top to bottom; Esc closes."""

    def __init__(self, draft: str, then: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("How alike they are"))
        self.draft, self.earlier = WrapLabel(token="text"), WrapLabel(token="text")
        ours, theirs = shared(draft[:_MOST], text[:_MOST])
        self.draft.set_parts(*ours)
        self.earlier.set_parts(*theirs)
        sides = QHBoxLayout()
        sides.setSpacing(px(12))
        for title, words_ in ((tr("This draft"), self.draft), (then, self.earlier)):
            sides.addWidget(_side(title, words_), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(16), px(18), px(14))
        column.setSpacing(px(12))
        column.addLayout(sides, 1)
        foot = QHBoxLayout()
        foot.addWidget(WrapLabel(tr("Bold words are in both."), "meta", "text2"), 1)
        close = Button(tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        column.addLayout(foot)
        resize_within(self, 780, 420)


def _side(title: str, text: WrapLabel) -> QWidget:
    made = Panel("surface", "edge")
    inside = QWidget()
    keep_colours(inside, ground="surface")
    room = QVBoxLayout(inside)
    room.setContentsMargins(px(14), px(4), px(14), px(12))
    room.addWidget(text)
    room.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidget(inside)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setAccessibleName(title)
    column = QVBoxLayout(made)
    column.setContentsMargins(1, px(10), 1, 1)
    head = WrapLabel(title, "strong")
    head.setContentsMargins(px(14), 0, px(14), 0)
    column.addWidget(head)
    column.addWidget(scroll, 1)
    return made


def shared(one: str, other: str) -> tuple[list[Part], list[Part]]:
    """Both texts in parts, the runs of words they have in common marked "strong"."""
    from difflib import SequenceMatcher  # only here: few compare two texts

    mine, theirs = words(plain(one)), words(plain(other))
    match = SequenceMatcher(None, [w.text for w in mine], [w.text for w in theirs], autojunk=False)
    runs = [block for block in match.get_matching_blocks() if block.size >= _RUN]
    return (
        _parts(one, mine, [(run.a, run.size) for run in runs]),
        _parts(other, theirs, [(run.b, run.size) for run in runs]),
    )


def _parts(text: str, found: list[Piece], runs: list[tuple[int, int]]) -> list[Part]:
    made: list[Part] = []
    at = 0
    for first, size in runs:
        start, end = found[first].start, found[first + size - 1].end
        made += [text[at:start], (text[start:end], "strong")]
        at = end
    return [part for part in (*made, text[at:]) if part]
