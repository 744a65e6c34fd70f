"""The whole conversation at the side: who, how it ended, the timeline, and the way to the inbox."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.records import Source
from ui.moments import tr
from ui.theme.focus import set_ring
from ui.theme.keep import keep_colours
from ui.theme.paint import line
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import Chip
from ui.widgets.elide import ElidedLabel
from ui.widgets.tile import Tile
from ui.widgets.wrap import WrapLabel

from .delegate import TILE_BY_HAND
from .marks import NOTHING, Looked, marks
from .outcomes import outcome
from .story import Story
from .timeline import Timeline

_GAP, _EDGES = 8, 28  # px


class _Scroll(QScrollArea):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar = self.verticalScrollBar()
            bar.setValue(bar.minimum() if event.key() == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)


class Preview(QWidget):
    """`stepped` asks for the result above (-1) or below (1); `opened` for the inbox; `left` for the list."""

    stepped = Signal(object)
    opened = Signal()
    left = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.story: Story | None = None
        self.tile = Tile("")
        self.name = ElidedLabel("", "person")
        self.name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.chip = Chip("check", "", "leaf")
        self.chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.back, self.on = IconButton("left", tr("Previous result")), IconButton("right", tr("Next result"))
        self.summary = WrapLabel("", "meta", "text2")
        self.timeline = Timeline(clock)
        self.area = _Scroll()
        self.noted = WrapLabel("", "meta", "text2")
        self.open_button = Button(tr("Open"), "open")
        self._build()
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.open_button.clicked.connect(lambda: self.opened.emit())
        self.area.left.connect(self.left)
        self.show_story(None, NOTHING)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(_GAP)
        for widget in (self.tile, self.name, self.chip):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.back)
        head.addWidget(self.on)
        self.body = QWidget()
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(16, 6, 16, 8)
        inside.addWidget(self.timeline)
        inside.addStretch(1)
        keep_colours(self.body, ground="surface")
        self.area.setWidget(self.body)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(tr("Conversation"))
        set_ring(self.area, "inside")
        self.whole = QWidget()
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 9, 16, 10)
        foot.setSpacing(8)
        foot.addWidget(self.noted, 1)
        foot.addWidget(self.open_button)
        top = QVBoxLayout()
        top.setContentsMargins(16, 12, _EDGES - 16, 4)
        top.setSpacing(4)
        top.addLayout(head)
        top.addWidget(self.summary)
        column = QVBoxLayout(self.whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.area, 1)
        self._foot_line = _Line()
        column.addWidget(self._foot_line)
        column.addLayout(foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.whole)
        keep_colours(self, ground="surface")

    def show_story(self, story: Story | None, query: Looked) -> None:
        """Shows a conversation with the words looked for marked; None shows nothing."""
        is_other = story is None or self.story is None or story.one.id != self.story.one.id
        self.story = story
        self.whole.setVisible(story is not None)
        if story is None:
            self.timeline.show_entries((), NOTHING)
            return
        by_hand = story.one.source is Source.BY_HAND
        self.tile.set_place(TILE_BY_HAND if by_hand else story.tile, story.place)
        self.name.setText(story.one.author_name)
        word = outcome(story.past.outcome)
        self.chip.set_chip(word.icon, word.text, word.tone)
        self._give_name_room()
        self.summary.setText(story.summary)
        place = self.area.verticalScrollBar().value()
        self.timeline.show_entries(story.entries, query)
        self._fit()
        self.area.verticalScrollBar().setValue(0 if is_other else place)
        if query and (is_other or query != self._query):
            self._go_to_found(query)
        self._query = query
        said = ". ".join(part.rstrip(".") for part in (story.one.author_name, word.text, story.summary))
        self.area.setAccessibleDescription(f"{said}.")
        self.open_button.setAccessibleName(tr("Open {name} in the inbox").format(name=story.one.author_name))

    def say_note(self, sentence: str) -> None:
        """How the search stands to one of the shop's own notes, at the foot."""
        self.noted.setText(sentence)

    _query = NOTHING

    def _go_to_found(self, query: Looked) -> None:
        """In a long conversation, to what says most of the words looked for."""
        newest_first = reversed(self.timeline.points)
        found = max(newest_first, key=lambda point: len(marks(point.entry.text, query)), default=None)
        if found is not None and marks(found.entry.text, query):
            top = found.mapTo(self.body, QPoint(0, 0)).y()
            self.area.ensureVisible(0, top + found.height(), 0, 0)
            self.area.ensureVisible(0, top, 0, 0)

    def _fit(self) -> None:
        """The timeline as wide as there is room for, with or without a scroll bar, before anything is painted."""
        self.body.layout().activate()  # type: ignore[union-attr]
        QCoreApplication.sendPostedEvents(self.body, QEvent.Type.LayoutRequest.value)
        QCoreApplication.sendPostedEvents(self.area.viewport(), QEvent.Type.LayoutRequest.value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_name_room()

    def _give_name_room(self) -> None:
        """The name is read first: where there is no room for both, how it went stands in the list alone."""
        others = (self.tile, self.name, self.chip, self.back, self.on)
        wanted = sum(one.sizeHint().width() + _GAP for one in others) + _EDGES
        self.chip.setVisible(wanted <= self.width())

    def set_steps(self, *, back: bool, on: bool) -> None:
        """Whether there is a result above and one below."""
        self.back.setEnabled(back)
        self.on.setEnabled(on)


class _Line(QWidget):
    """The line above the foot."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), self.rect().adjusted(16, 0, -16, 0))
