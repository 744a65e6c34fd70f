"""The side panel: what a passer-by sees of the chosen complaint today, and what would make its ending show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.complaints import may_ask
from desktop.records import ProofKind, Stage
from ui import elsewhere, moments, words
from ui.ending.picture import picture_lines, picture_note
from ui.moments import tr
from ui.theme import px, theme
from ui.theme.focus import set_ring
from ui.theme.keep import keep_colours
from ui.theme.paint import line
from ui.widgets.announce import announce
from ui.widgets.bars import Glyph
from ui.widgets.buttons import Button, IconButton, LinkButton
from ui.widgets.elide import ElidedLabel
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import Panel
from ui.widgets.passerby import PasserByPreview
from ui.widgets.tile import Tile
from ui.widgets.wrap import WrapLabel

from . import details
from .cards import quoted
from .details import Details

WIDTH = 296
_FIXED = (Stage.FIXED, Stage.ASKED)


class Block(QWidget):
    """A part of the panel under a line of its own."""

    def __init__(self, title: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, px(12), 14, px(13))
        self.column.setSpacing(px(7))
        if title:
            row = QHBoxLayout()
            row.setSpacing(px(7))
            if icon:
                row.addWidget(Glyph(icon, "text2", 15))
            row.addWidget(WrapLabel(title, "strong"), 1)
            self.column.addLayout(row)

    def add(self, *widgets: QWidget) -> Block:
        for widget in widgets:
            self.column.addWidget(widget)
        return self

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), self.rect().adjusted(0, self.height() - 1, 0, 0))


class SidePanel(QFrame):
    """`wanted` carries what was asked for (a word of `ACTS`) with the complaint's id."""

    wanted = Signal(object, object)  # what, id
    closed = Signal()  # the cross
    left = Signal()  # Esc: back to the cards

    ACTS = (
        "ask", "say", "shows", "fixed", "standing", "pick_up", "open", "page", "proof_page", "check",
        "thats_it", "not_it", "answer_shows", "answer_hidden", "still_there", "proof_gone",
        "page_gone", "page_there",
    )  # fmt: skip

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.details: Details | None = None
        self._key_of: Callable[[str], str] = lambda first: first
        self._card_id, self._bad_news, self._checking = "", "", False
        self._first: QWidget | None = None
        self._ages: list[tuple[ElidedLabel, Callable[[], str]]] = []  # what says how long ago something was
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_ring(self._area, "none")
        keep_colours(self, ground="surface")
        keep_colours(self._area, ground="surface")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.addWidget(self._area)
        theme().changed.connect(self._fit)
        self._fit()
        self.show_details(None)

    def _fit(self) -> None:
        self.setFixedWidth(px(WIDTH))

    # --- what it shows --------------------------------------------------------------------------------

    def show_details(self, found: Details | None) -> None:
        """Another complaint, or the same one changed; the keyboard stays on what it was on."""
        if found is not None and found == self.details:
            return
        if (found.id if found else "") != self._card_id:
            self._bad_news, self._checking = "", False
        self.details, self._card_id = found, found.id if found else ""
        self._build()

    def set_keys(self, key_of: Callable[[str], str]) -> None:
        """The buttons say which keys do it too."""
        self._key_of = key_of
        self._build()

    def show_bad_news(self, text: str) -> None:
        """What went wrong with a look, said where one looked."""
        self._bad_news, self._checking = text, False
        self._build()
        announce(self, text)

    def show_checking(self) -> None:
        self._bad_news, self._checking = "", True
        self._build()

    def checked(self) -> None:
        """A look came home; its news arrive with the next details."""
        self._checking = False
        self._build()

    def focus_first(self) -> None:
        """Enter on a card comes here: the first thing that can be done."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self._first)

    def _build(self) -> None:
        had, name = self._has_keyboard(), self._focused_name()
        scroll = self._area.verticalScrollBar().value()
        self._first, self._ages = None, []
        inner = QWidget()
        keep_colours(inner, ground="surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for block in self._blocks(self.details) if self.details else [self._nothing()]:
            column.addWidget(block)
        column.addStretch(1)
        self._area.setWidget(inner)
        self._area.verticalScrollBar().setValue(scroll)
        if had:
            self._focus_again(name)

    def time_passes(self) -> None:
        """What says how long ago something was says it anew."""
        for label, say in self._ages:
            label.setText(say())

    def _says(self, label: ElidedLabel, say: Callable[[], str]) -> None:
        label.setText(say())
        self._ages.append((label, say))

    def _has_keyboard(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _focused_name(self) -> str:
        focus = self.window().focusWidget()
        return focus.accessibleName() or str(getattr(focus, "text", str)()) if focus else ""

    def _focus_again(self, name: str) -> None:
        for button in self.findChildren(QWidget):
            own = getattr(button, "text", None)
            if isinstance(button, (Button, LinkButton)) and own is not None and own() == name:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.focus_first()

    # --- its parts -------------------------------------------------------------------------------------

    def _nothing(self) -> QWidget:
        label = WrapLabel(tr("Pick a card to see what a passer-by sees."), "body", "text3")
        return Block().add(label)

    def _blocks(self, found: Details) -> list[QWidget]:
        made: list[QWidget | None] = [self._head(found), self._proposal(found), self._today(found)]
        made += [self._proof(found), self._lost(found), self._fixed(found), self._standing(found)]
        made.append(self._ways(found))
        return [block for block in made if block is not None]

    def _act(self, what: str) -> Callable[..., None]:
        return lambda *_: self.wanted.emit(what, self._card_id)

    def _button(self, text: str, what: str, icon: str = "", key: str = "", kind: str = "plain") -> Button:
        made = Button(text, icon or None, kind, key or None, leading=True)
        made.clicked.connect(self._act(what))
        if self._first is None:
            self._first = made
        return made

    def _link(self, text: str, what: str, level: str = "body") -> LinkButton:
        made = LinkButton(text, level=level)
        made.clicked.connect(self._act(what))
        return made

    def _head(self, found: Details) -> QWidget:
        block, row = Block(), QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(Tile(found.tile, found.place))
        row.addWidget(ElidedLabel(found.complaint.author_name, "person"), 1)
        if found.url:
            page = IconButton("open", elsewhere.where_to(found.url))
            page.clicked.connect(self._act("page"))
            row.addWidget(page)
        close = IconButton("x", tr("Close"))
        close.clicked.connect(self.closed)
        row.addWidget(close)
        block.column.setSpacing(px(2))
        block.column.addLayout(row)
        return block.add(WrapLabel(details.source_line(found, self._clock), "meta", "text2"))

    def _proposal(self, found: Details) -> QWidget | None:
        one = found.complaint
        if not one.hint_post or one.stage is Stage.SHOWN:
            return None
        first = words.first_name(one.author_name)
        yes = self._button(tr("Yes, that’s it"), "thats_it", "check", kind="primary")
        no = self._button(tr("No"), "not_it")
        for button in (yes, no):
            button.setAccessibleDescription(tr("Is this the ending?"))
        row = QWidget()
        flow = FlowLayout(row, px(8), px(6))
        for button in (yes, no):
            flow.addWidget(button)
        block = Block(tr("Looks like {first} said it’s sorted:").format(first=first), "check")
        quote = WrapLabel(quoted(one.hint_words), "reading 15")
        return block.add(quote, WrapLabel(tr("Is this the ending?"), "body", "text2"), row)

    def _today(self, found: Details) -> QWidget:
        block = Block(tr("What a passer-by sees today"), "eye")
        preview = PasserByPreview()
        preview.set_lines(
            picture_lines(found.lines, found.shop_name, self._clock),
            *picture_note(found.complaint, found.proof, found.lines),
            sentence="".join(text for text, _ in words.sight(found.sight, found.place, self._clock)),
        )
        block.add(preview)
        for widget in self._looked(found):
            block.add(widget)
        return block

    def _looked(self, found: Details) -> list[QWidget]:
        if found.asks_a_person:
            ways = [(tr("Yes"), "still_there"), (tr("Gone"), "proof_gone"), (tr("Open"), "proof_page")]
            known = [*self._no_page(found), *self._what_to_look_for(found)]
            return [*known, *self._question(lambda: details.still_showing(found, self._clock), ways)]
        if found.complaint.page_gone and found.is_open:
            ways = [(tr("It’s gone"), "page_gone"), (tr("It’s there"), "page_there"), (tr("Open"), "page")]
            return [*self._no_page(found), *self._question(lambda: tr("Is it gone?"), ways)]
        if found.cant_look:
            ways = [(tr("An answer of yours shows"), "answer_shows"), (tr("It doesn’t"), "answer_hidden")]
            return self._question(lambda: tr("Not checked."), ways, self._link(tr("Look and tell us"), "page", "meta"))
        row = QWidget()
        flow = FlowLayout(row, px(4), 0)
        label = ElidedLabel(tr("Checking…"), "meta", "text3")
        if not self._checking:
            self._says(label, lambda: f"{details.checked_line(found, self._clock)} ·")
        label.setMinimumHeight(px(24))
        flow.addWidget(label)
        if not self._checking:
            flow.addWidget(self._link(tr("Check now"), "check", "meta"))
        return [row, *([self._bad()] if self._bad_news else [])]

    def _bad(self) -> QWidget:
        panel = Panel("amber_tint", "amber_edge", radius=5)
        column = QVBoxLayout(panel)
        column.setContentsMargins(px(9), px(6), px(9), px(6))
        column.addWidget(WrapLabel(self._bad_news, "meta", "text"))
        return panel

    def _no_page(self, found: Details) -> list[QWidget]:
        said = details.no_page(found, self._clock)
        return [WrapLabel(said, "body", "amber")] if said else []

    def _what_to_look_for(self, found: Details) -> list[QWidget]:
        """The ending's words, where no proof below says them."""
        if found.proof is None or not found.proof.words or found.complaint.stage is Stage.SHOWN:
            return []
        return [WrapLabel(quoted(found.proof.words), "reading 15", selectable=True)]

    def _question(
        self, say: Callable[[], str], ways: list[tuple[str, str]], more: QWidget | None = None
    ) -> list[QWidget]:
        """What only a person can see."""
        head, row = QWidget(), QWidget()
        top, flow = FlowLayout(head, px(4), 0), FlowLayout(row, px(8), px(6))
        label = ElidedLabel("", "meta", "text3")
        self._says(label, say)
        label.setMinimumHeight(px(24))
        top.addWidget(label)
        if more is not None:
            top.addWidget(more)
        for text, what in ways:
            button = self._button(text, what)
            button.setAccessibleDescription(say())
            flow.addWidget(button)
        return [head, row]

    def _proof(self, found: Details) -> QWidget | None:
        proof = found.proof
        if found.complaint.stage is not Stage.SHOWN or proof is None or proof.lost_at:
            return None
        block = Block(words.proof(proof.kind), "link")
        if missed := details.missed_line(found, self._clock):
            block.add(WrapLabel(missed, "body", "amber"))
        self._saved_copy(block, found)
        if found.asks_a_person:  # with the question above
            return block
        row = QWidget()
        flow = FlowLayout(row, px(8), px(6))
        if proof.link:
            flow.addWidget(self._button(tr("Open"), "proof_page", "open"))
        flow.addWidget(self._button(tr("It isn’t there any more"), "proof_gone"))
        return block.add(row)

    def _saved_copy(self, block: Block, found: Details) -> None:
        proof = found.proof
        if proof is None:
            return
        date = moments.date(self._clock, proof.seen_at)
        if proof.words:
            face = "body" if proof.kind is ProofKind.OUR_UPDATE else "reading 15"
            block.add(WrapLabel(quoted(proof.words), face, selectable=True))
            said = tr("Saved copy, {date}. The page itself needs a connection.").format(date=date)
        else:
            said = tr("Link from {date}. The page itself needs a connection.").format(date=date)
        block.add(WrapLabel(said, "meta", "text3"))

    def _lost(self, found: Details) -> QWidget | None:
        said = details.lost_line(found, self._clock)
        if not said:
            return None
        block = Block().add(WrapLabel(said, "body", "brick"))
        row = QWidget()
        flow = FlowLayout(row, px(8), px(6))
        flow.addWidget(self._button(tr("Say it ourselves"), "say", "send"))
        if found.proof is not None and found.proof.link:
            flow.addWidget(self._button(tr("Open"), "proof_page", "open"))
        block.add(row)
        self._saved_copy(block, found)
        return block

    def _fixed(self, found: Details) -> QWidget | None:
        said = details.fixed_line(found, self._clock)
        if not said:
            return None
        return Block(tr("How we know it’s fixed")).add(WrapLabel(said, "body", "text2", selectable=True))

    def _standing(self, found: Details) -> QWidget | None:
        one = found.complaint
        if one.stage is not Stage.STANDING or one.standing_reason is None:
            return None
        block = Block(tr("Why it stays as it is"))
        block.add(WrapLabel(words.standing_reason(one.standing_reason, found.place), "body", "text2"))
        if one.standing_note:
            block.add(WrapLabel(one.standing_note, "body", "text2", selectable=True))
        if one.fixed_how is not None:
            block.add(self._way(tr("Say it ourselves"), "say", "send", "U", best=True))
        return block.add(self._button(tr("Pick it up again"), "pick_up", "undo"))

    def _ways(self, found: Details) -> QWidget:
        one = found.complaint
        block = Block(tr("Make it show")) if found.is_open else Block()
        first = words.first_name(one.author_name)
        if one.stage in _FIXED:
            ask = may_ask(one)
            block.add(
                self._way(tr("Ask {first} to say so").format(first=first), "ask", "person", "A", best=ask),
                self._way(tr("Say it ourselves"), "say", "send", "U", best=not ask),
                self._way(tr("Add a proof link"), "shows", "link", "P"),
            )
        elif found.is_open:
            answered = one.stage is Stage.ANSWERED
            if not answered:
                block.add(self._way(tr("Answer"), "open", "send", "O", best=True))
            block.add(
                self._way(tr("Mark fixed…"), "fixed", "check", "F", best=answered),
                self._way(tr("Add a proof link"), "shows", "link", "P"),
            )
        for text, what in self._quiet_ways(found):
            row = QHBoxLayout()
            row.addWidget(self._link(text, what))
            row.addStretch(1)
            block.column.addLayout(row)
        return block

    def _quiet_ways(self, found: Details) -> list[tuple[str, str]]:
        leave = [(tr("Leave it standing, with a reason…"), "standing")] if found.is_open else []
        return [*leave, (tr("Open the conversation"), "open")]

    def _way(self, text: str, what: str, icon: str, key: str, *, best: bool = False) -> Button:
        made = self._button(text, what, icon, self._key_of(key), kind="primary" if best else "plain")
        if best and self.details is not None and not self.details.complaint.hint_post:
            self._first = made
        return made

    # --- keys -----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        side: Any = self.width() - 1 if self.isRightToLeft() else 0
        line(QPainter(self), self.rect().adjusted(side, 0, side - self.width() + 1, 0))
