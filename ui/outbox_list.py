"""What waits to go, opened from the status bar: each reply with what can be done about it (design 5.4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop import outbox
from desktop.clock import Clock
from desktop.records import Reply, ReplyState
from ui import status
from ui.moments import tr
from ui.status import Outbox
from ui.theme import px, theme
from ui.theme.keep import keep_colours, keep_font
from ui.theme.paint import line, rounded
from ui.widgets.bars import Glyph
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.elide import ElidedLabel
from ui.widgets.flow import FlowLayout
from ui.widgets.tile import Tile
from ui.widgets.wrap import WrapLabel

Place = Callable[[str], str]

# What can be done with a reply in each state: (signal's word, label).
ACTIONS: dict[ReplyState, tuple[tuple[str, str], ...]] = {
    ReplyState.WAITING: (("edit", "Edit"), ("take_back", "Take back"), ("send_now", "Send now")),
    ReplyState.SENDING: (),
    ReplyState.UNSURE: (
        ("open_page", "Open page"),
        ("is_there", "It’s there"),
        ("send_again", "It isn’t, send it"),
    ),
    ReplyState.HELD: (("read", "Read and decide"), ("take_back", "Take back")),
    ReplyState.REFUSED: (("edit", "Edit and post again"), ("take_back", "Take back")),
}


def _past_a_no(reply: Reply) -> tuple[tuple[str, str], ...]:
    """What can be done besides, by why it didn't go, as beside the message itself (design 5.8)."""
    if outbox.may_be_kept(reply):
        return (("keep", "Keep as history"),)
    if outbox.lacks_rights(reply):
        return (("how", "How"), ("copy", "Copy and open instead"))
    return ()


class _Item(QWidget):
    """One reply: to whom, where, how it stands, what can be done."""

    def __init__(self, reply: Reply, place: str, tile: str, clock: Clock, act: Callable[[str], None]) -> None:
        super().__init__()
        self.reply, self._place, self._clock = reply, place, clock
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 8)
        row.setSpacing(10)
        row.addWidget(Tile(tile, place), 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        row.addLayout(lines, 1)
        lines.addWidget(ElidedLabel(tr("Reply to {name}").format(name=reply.author_name), "strong"))
        lines.addWidget(ElidedLabel(status.reply_line(reply, place, clock), "meta", "text2"))
        lines.addWidget(ElidedLabel(reply.text, "body", "text2"))
        self._state = WrapLabel("", level="meta")
        lines.addWidget(self._state)
        lines.addWidget(self._links(act))
        self.refresh()

    def _links(self, act: Callable[[str], None]) -> QWidget:
        links = QWidget()
        flow = FlowLayout(links, gap=14, row_gap=0)
        for what, label in (*_past_a_no(self.reply), *ACTIONS.get(self.reply.state, ())):
            link = LinkButton(tr(label))
            link.setObjectName(what)
            link.setAccessibleName(f"{tr(label)}: {self.reply.author_name}")
            link.clicked.connect(lambda _checked=False, what=what: act(what))
            flow.addWidget(link)
        return links

    def refresh(self) -> None:
        word = status.reply_word(self.reply, self._place, self._clock)
        self._state.set_parts((word.text, "text" if word.tone == "neutral" else word.tone))

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), self.rect().adjusted(0, self.height() - 1, 0, 0))


class OutboxList(QFrame):
    """A small window above the status bar. `wanted(action, reply)` when something is to be done."""

    wanted = Signal(object, object)  # one of the words in ACTIONS, or of what is past a no; Reply
    hold_wanted = Signal(object)  # bool

    def __init__(self, clock: Clock, place: Place, tile: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._clock, self._place, self._tile = clock, place, tile
        self._items: list[_Item] = []
        self._is_on_hold = False
        self.setAccessibleName(tr("Outbox"))
        keep_colours(self, ground="surface")
        self.hold = Button(tr("Hold all"), "pause", small=True)
        self.hold.clicked.connect(lambda: self.hold_wanted.emit(not self._is_on_hold))
        self._rows = QWidget()
        self._list = QVBoxLayout(self._rows)
        self._scroll = QScrollArea()
        self._empty = self._nothing()
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 10, 8)
        title = QLabel(tr("Outbox"))
        keep_font(title, "lead")
        head.addWidget(title, 1)
        head.addWidget(self.hold)
        column.addLayout(head)
        column.addWidget(self._empty)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)  # an alignment at the top would cut rows whose links wrap
        keep_colours(self._rows, ground="surface")
        self._scroll.setWidget(self._rows)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._scroll, 1)

    def _nothing(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(14, 8, 14, 16)
        row.addWidget(Glyph("outbox", "text3"))
        text = QLabel(tr("Nothing waiting to go"))
        keep_font(text, "body")
        keep_colours(text, text="text2")
        row.addWidget(text, 1)
        return box

    def set_outbox(self, state: Outbox) -> None:
        """Shows these replies, those that need a person first."""
        self._is_on_hold = state.is_on_hold
        self.hold.setText(tr("Let go") if state.is_on_hold else tr("Hold all"))
        self.hold.set_icon("play" if state.is_on_hold else "pause")
        needing = state.needing()
        ordered = (*needing, *(reply for reply in state.replies if reply not in needing))
        if ordered != tuple(item.reply for item in self._items):
            self._fill(ordered)
        self._empty.setVisible(not ordered)
        self._scroll.setVisible(bool(ordered))

    def _fill(self, replies: Sequence[Reply]) -> None:
        for item in self._items:
            self._list.removeWidget(item)
            item.deleteLater()
        self._items = [self._item(reply) for reply in replies]
        for item in self._items:
            self._list.insertWidget(self._list.count() - 1, item)

    def _item(self, reply: Reply) -> _Item:
        place, tile = self._place(reply.platform), self._tile(reply.platform)
        return _Item(reply, place, tile, self._clock, lambda what: self.wanted.emit(what, reply))

    def refresh(self) -> None:
        """Counts the seconds on."""
        for item in self._items:
            item.refresh()

    def open_above(self, field: QWidget) -> None:
        """Stands on the status bar, over the field it belongs to, inside its window."""
        window = field.window()
        width = min(px(420), window.width() - 24)
        most = max(120, int(window.height() * 0.6))
        # Word-wrapped rows ask for more height when they are narrow: lay them out at the real width first.
        self.resize(width, most)
        self._list.activate()
        rows = sum(item.heightForWidth(width - 2) for item in self._items)
        head = px(52)
        height = min(most, head + (rows + 4 if self._items else self._empty.sizeHint().height()))
        corner = field.mapToGlobal(QPoint(0, 0))
        left_most = window.mapToGlobal(QPoint(8, 0)).x()
        right_most = window.mapToGlobal(QPoint(window.width() - width - 8, 0)).x()
        self.setGeometry(max(left_most, min(corner.x(), right_most)), corner.y() - height - 4, width, height)
        self.show()
        (self.findChild(LinkButton) or self.hold).setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), self.rect(), 0, theme().tokens.color("surface"), theme().tokens.color("edge"))
