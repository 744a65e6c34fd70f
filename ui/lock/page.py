"""The lock screen: who is at the counter, a PIN, and what goes on meanwhile (design 13). It names no customer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.records import Person
from ui.moments import tr
from ui.status import Connection, Outbox
from ui.theme import px, theme
from ui.theme.keep import keep_colours
from ui.widgets.announce import announce
from ui.widgets.buttons import LinkButton
from ui.widgets.pin_boxes import not_right, rule_of, tell_not_right, wait_said
from ui.widgets.sentence import SentenceCard
from ui.widgets.wrap import WrapLabel

from .foot import Foot
from .keypad import Keypad
from .meanwhile import Meanwhile
from .tiles import Tiles
from .way_back import WayBack

if TYPE_CHECKING:
    from desktop.counter import Tried

_WIDE, _LOW = 400, 600  # px at 100 % text: the column at the right, and the height from which tiles are whole


class LockPage(QWidget):
    """`opened` carries (person id, PIN), `recovered` (sentence, new PIN), `looked_at` the id of who was chosen."""

    opened = Signal(object)
    recovered = Signal(object)
    looked_at = Signal(object)
    hold_wanted = Signal()
    written = Signal()

    def __init__(self, shop: str, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._have: frozenset[str] = frozenset()
        self._wait, self._since = timedelta(0), QElapsedTimer()
        self.meanwhile, self.foot = Meanwhile(shop, clock), Foot(clock)
        self.title = WrapLabel(tr("Who’s at the counter?"), "title")
        self.tiles, self.keypad, self.way_back = Tiles(), Keypad(), WayBack()
        self.sentence = SentenceCard()
        self.trouble = WrapLabel("", "body", "brick")
        self.rule = WrapLabel("", "meta", "text3")
        self.forgot, self.forgot_line = LinkButton(tr("Forgot your PIN?")), WrapLabel("", "body", "text2")
        self.below = QStackedWidget()
        self._counting = QTimer(self, interval=1000)
        self._counting.timeout.connect(self._count)
        self._build()
        self._connect()
        self._show_chosen(None)

    def _build(self) -> None:
        nothing = QWidget()
        for widget in (nothing, self._pin_column(), self.way_back, self.sentence):
            self.below.addWidget(widget)
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(16, 10, 16, 8)
        column.setSpacing(12)
        column.addStretch(1)
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.title)
        column.addWidget(self.tiles, 0, Qt.AlignmentFlag.AlignHCenter)
        self.trouble.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.trouble)
        column.addWidget(self.below)
        column.addStretch(1)
        right = QScrollArea()
        right.setFrameShape(QFrame.Shape.NoFrame)
        right.setWidgetResizable(True)
        right.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        right.setWidget(self._centred())
        keep_colours(right, ground="paper")
        rule = QFrame()
        rule.setFixedWidth(1)
        keep_colours(rule, ground="line")
        self._right = right
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.meanwhile, 1)
        row.addWidget(rule)
        row.addWidget(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 1)
        whole.addWidget(self.foot)
        theme().changed.connect(self._fit)
        self._fit()

    def _centred(self) -> QWidget:
        body = QWidget()
        keep_colours(body, ground="paper")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._column, 100)
        row.addStretch(1)
        return body

    def _pin_column(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.keypad, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(6)
        column.addWidget(self.forgot, 0, Qt.AlignmentFlag.AlignHCenter)
        for line in (self.forgot_line, self.rule):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(line)
        column.addStretch(1)
        return page

    def _fit(self) -> None:
        self._column.setMaximumWidth(px(_WIDE) + 32)
        self._right.setMinimumWidth(px(_WIDE) + 48)
        low = self.height() < px(_LOW)
        self.tiles.set_low(low)
        self.keypad.set_low(low)
        self._column.layout().setSpacing(6 if low else 12)  # type: ignore[union-attr]

    def _connect(self) -> None:
        self.tiles.chosen.connect(self._chosen)
        self.tiles.typed.connect(lambda pair: self._typed(*pair))
        self.keypad.opened.connect(self._open)
        self.keypad.stepped.connect(self.tiles.step)
        self.keypad.left.connect(self._to_tiles)
        self.forgot.clicked.connect(self._begin_way_back)
        self.way_back.left.connect(self._leave_way_back)
        self.way_back.recovered.connect(self._recover)
        self.meanwhile.hold_wanted.connect(self.hold_wanted)
        self.sentence.written.connect(self.written)

    # ---- what it is told ---------------------------------------------------------------------------------

    def set_people(self, people: Sequence[Person], have_pins: frozenset[str], last: str) -> None:
        """Who may sit down here; the keyboard is on the tile of whoever was here last."""
        self._have = have_pins
        self.foot.set_pins(bool(have_pins))
        self.tiles.set_people(people)
        self.tiles.focus_on(last)
        owner = next((one.name for one in people if one.is_owner), "")
        self._owner = owner
        if len(people) == 1:
            self.tiles.choose(people[0])

    _owner = ""

    def set_quiet(self, minutes: int) -> None:
        """It locked by itself after so many quiet minutes; 0: somebody locked it, or it opened like this."""
        self.meanwhile.set_quiet(minutes)

    def set_draft_of(self, name: str) -> None:
        """Who was here last and has an unfinished draft; "" for nobody."""
        self.meanwhile.set_draft_of(name)

    def set_outbox(self, outbox: Outbox) -> None:
        self.meanwhile.set_outbox(outbox)

    def set_connection(self, connection: Connection) -> None:
        self.foot.set_connection(connection)
        self.meanwhile.set_online(connection.offline_since is None)

    def set_new(self, number: int) -> None:
        """So many messages came since it locked."""
        self.foot.set_new(number)

    def person(self) -> Person | None:
        return self.tiles.person()

    # ---- choosing and typing -----------------------------------------------------------------------------

    def _chosen(self, person: Person) -> None:
        self._say("")
        self._set_wait(timedelta(0))
        self._show_chosen(person)
        if person.id not in self._have:
            self._be_trying(True)
            self.opened.emit((person.id, ""))
            return
        self.looked_at.emit(person.id)
        self.keypad.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, person: Person, digit: str) -> None:
        """A PIN begun on somebody's tile is theirs; who has none opens with Enter."""
        if person.id in self._have:
            self.tiles.choose(person)
            self.keypad.add(digit)

    def _show_chosen(self, person: Person | None) -> None:
        self.sentence.clear()
        self.below.setCurrentIndex(1 if person is not None and person.id in self._have else 0)
        if person is None:
            return
        self.keypad.set_whose(person.name)
        owner = self._owner
        self.forgot.setVisible(person.is_owner)
        self.forgot_line.setVisible(not person.is_owner)
        forgotten = tr("Forgot your PIN? {owner} can set a new one in People.").format(owner=owner)
        self.forgot_line.setText(forgotten)

    def _open(self, pin: str) -> None:
        person = self.person()
        if person is not None:
            self._be_trying(True)
            self.opened.emit((person.id, pin))

    def _be_trying(self, trying: bool) -> None:
        self.keypad.set_waiting(trying or self._wait > timedelta(0))
        self.way_back.set_waiting(trying)

    # ---- what came of it ---------------------------------------------------------------------------------

    def set_standing(self, tried: Tried) -> None:
        """How many tries are left to whoever is chosen, and the wait that runs."""
        self.rule.setText(rule_of(tried))
        self._set_wait(tried.wait)

    def tell_wrong(self, tried: Tried) -> None:
        """It wasn't right: the boxes empty, the keyboard stays. While a wait runs nothing was tried."""
        was_waiting = bool(self._wait)
        self._be_trying(False)
        self.set_standing(tried)
        if was_waiting and tried.wait:
            announce(self, self.trouble.text(), assertive=True)
            return
        if self.below.currentWidget() is self.way_back:
            self._say(tr("That isn’t the sentence. {rest}").format(rest=not_right(tried).split(". ", 1)[1]))
            announce(self, self.trouble.text(), assertive=True)
            self.way_back.sentence.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._say(not_right(tried))
        tell_not_right(self.keypad.boxes, self.trouble.text())

    def tell_trouble(self, sentence: str) -> None:
        """It couldn't be tried at all."""
        self._be_trying(False)
        self.keypad.boxes.empty()
        self._say(sentence)
        announce(self, sentence, assertive=True)

    def show_sentence(self, sentence: str) -> None:
        """A new recovery sentence, this once."""
        self._be_trying(False)
        self.way_back.begin()  # what was typed there is no longer needed
        self._say("")
        self.sentence.show_sentence(sentence)
        self.below.setCurrentWidget(self.sentence)
        self.sentence.kept.setFocus(Qt.FocusReason.OtherFocusReason)

    def shows_sentence(self) -> bool:
        return self.below.currentWidget() is self.sentence

    def put_sentence_away(self) -> None:
        """Nobody was here for long: whoever opens it next says the PIN."""
        if self.shows_sentence():
            self.tiles.choose(None)
            self._show_chosen(None)
            self.tiles.focus_on("")

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def _set_wait(self, wait: timedelta) -> None:
        self._wait = wait
        self._since.restart()
        self.keypad.set_waiting(bool(wait))
        if wait:
            self._say(tr("Too many wrong tries. Try again in {time}.").format(time=wait_said(wait)))
            self._counting.start()
        else:
            self._counting.stop()

    def _count(self) -> None:
        left = self._wait - timedelta(milliseconds=self._since.elapsed())
        if left > timedelta(0):
            self._say(tr("Too many wrong tries. Try again in {time}.").format(time=wait_said(left)))
            return
        person = self.person()
        self._say("")
        self._set_wait(timedelta(0))
        if person is not None:
            self.looked_at.emit(person.id)  # the clock may have been set meanwhile

    # ---- the way back ------------------------------------------------------------------------------------

    def _begin_way_back(self) -> None:
        self._say("")
        self.below.setCurrentWidget(self.way_back)
        self.way_back.begin()

    def _leave_way_back(self) -> None:
        self._say("")
        self.way_back.begin()
        self._show_chosen(self.person())
        self.keypad.setFocus(Qt.FocusReason.OtherFocusReason)

    def _recover(self, typed: object) -> None:
        self._be_trying(True)
        self.recovered.emit(typed)

    # ---- keys and size -----------------------------------------------------------------------------------

    def _to_tiles(self) -> None:
        person = self.person()
        self.keypad.boxes.empty()
        self.tiles.focus_on(person.id if person else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.below.currentWidget() is self.way_back:
            self._leave_way_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
