"""Bringing a place in, step by step. It can be left at any step and gone on with: nothing in it is modal."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.connecting import Place
from desktop.connectors import connector_class
from desktop.records import Account
from desktop.shop import Shop
from ui import words
from ui.background import Runner
from ui.moments import tr
from ui.theme import theme
from ui.theme.keep import keep_colours
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.elide import ElidedLabel
from ui.widgets.tile import Tile
from ui.window import Window

from .first_look import FirstLook
from .sign_in_step import SignInStep, heading
from .standing import Standing
from .steps import StepStrip
from .ways import ChooseStep, WayStep

CHOOSE, WAY, SIGN_IN, LOOK = 1, 2, 3, 4
_EDGE, _GAP = 22, 10  # px


class Wizard(QWidget):
    """`moved`: its row says something else; `ended`: with the account id, or "" when it was given up."""

    moved = Signal()
    ended = Signal(object)

    def __init__(
        self,
        shop: Shop,
        background: Runner,
        window: Window,
        standing: Standing,
        place: Place | None = None,
        again: Account | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shop, self._background, self._window, self._standing = shop, background, window, standing
        self.place, self.again, self.account = place, again, None
        self.step = CHOOSE
        self.body: QWidget | None = None
        self.sign_in: SignInStep | None = None
        self._tile = Tile("", size=26)
        self._title = ElidedLabel("", "title")
        self.strip = StepStrip()
        self.back = Button(tr("Back"))
        self.give_up = Button(tr("Cancel"), kind="quiet")
        self.go = Button("", kind="primary")
        self.meanwhile = LinkButton(tr("Start by hand while I wait"))
        self._scroll = QScrollArea()
        self._build()
        self._go_to(SIGN_IN if again else WAY if place else CHOOSE)

    account: Account | None

    def _build(self) -> None:
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keep_colours(self._scroll.verticalScrollBar(), ground="paper")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._tile)
        head.addWidget(self._title, 1)
        top = QVBoxLayout()
        top.setContentsMargins(22, 14, 22, 10)
        top.setSpacing(8)
        top.addLayout(head)
        top.addWidget(self.strip)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._foot())
        self.back.clicked.connect(self._back)
        self.give_up.clicked.connect(self._give_up)
        self.meanwhile.clicked.connect(self._start_by_hand)
        self.go.clicked.connect(self._on)

    def _foot(self) -> QWidget:
        foot = QFrame()
        column = QVBoxLayout(foot)
        column.setContentsMargins(_EDGE, 0, _EDGE, 11)
        column.setSpacing(11)
        rule = QFrame()
        rule.setFixedHeight(1)
        keep_colours(rule, ground="line")
        column.addWidget(rule)
        self._above, self._row = QHBoxLayout(), QHBoxLayout()
        for line in (self._above, self._row):
            line.setSpacing(_GAP)
            column.addLayout(line)
        self._row.addWidget(self.back)
        self._row.addWidget(self.give_up)
        self._row.addStretch(1)
        self._row.addWidget(self.meanwhile)
        self._row.addWidget(self.go)
        theme().changed.connect(self._fit_foot)
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_foot()

    def _fit_foot(self) -> None:
        """One row where all of it fits, else what goes neither back nor on stands over it."""
        parts = (self.back, self.give_up, self.meanwhile, self.go)
        wanted = sum(one.sizeHint().width() + _GAP for one in parts if not one.isHidden()) + 2 * _EDGE
        fits = wanted <= self.width()
        if fits == (self._row.indexOf(self.give_up) >= 0):
            return
        for widget, at in ((self.give_up, 1), (self.meanwhile, 3)):
            (self._above if fits else self._row).removeWidget(widget)
            if fits:
                self._row.insertWidget(at, widget)
            else:
                self._above.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeading)

    # ---- what the list and the page ask ----------------------------------------------------------------

    @property
    def name(self) -> str:
        account = self.account or self.again
        return account.name if account else tr(self.place.name) if self.place else tr("A new place")

    @property
    def step_words(self) -> str:
        return tr("step {n} of {all}").format(n=self.step, all=LOOK)

    def close_down(self) -> None:
        """Ends what is under way; the window is closing or the wizard was given up."""
        if self.sign_in is not None:
            self.sign_in.flow.cancel()
        if isinstance(self.body, FirstLook):
            self.body.stop()

    def take_focus(self) -> None:
        """To where this step goes on."""
        if isinstance(self.body, ChooseStep) and self.body.buttons:
            self.body.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.step == SIGN_IN and self.sign_in is not None and not self.sign_in.form.isHidden():
            self.sign_in.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.go.isHidden():
            self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- steps -----------------------------------------------------------------------------------------

    def _go_to(self, step: int) -> None:
        self.step = step
        if step != SIGN_IN and self.sign_in is not None:
            self.sign_in.flow.cancel()
            self.sign_in = None
        old = self._scroll.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.body = self._body(step)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(22, 6, 22, 16)
        column.addWidget(self.body)
        self._scroll.setWidget(holder)
        self._dress()
        if isinstance(self.body, FirstLook):
            self.body.fetch()
        self.take_focus()
        self.moved.emit()

    def _body(self, step: int) -> QWidget:
        if step == CHOOSE or self.place is None:
            choose = ChooseStep(self._standing.places)
            choose.chosen.connect(self._chosen)
            return choose
        if step == WAY:
            ways = WayStep(self._shop, self._standing.minutes, self.place)
            ways.chosen.connect(self._dress)
            return ways
        if step == SIGN_IN:
            self.sign_in = SignInStep(self._shop, self._background, self.place, self.again)
            self.sign_in.signed.connect(self._signed)
            self.sign_in.busy.connect(lambda busy: self.back.setEnabled(not busy))
            return self.sign_in
        assert self.account is not None
        look = FirstLook(self._shop, self._background, self._window, self.account)
        look.busy.connect(lambda busy: self.go.set_kind("plain" if busy else "primary"))
        return look

    def _dress(self) -> None:
        """Title, strip and foot for this step."""
        name = tr(self.place.name) if self.place else ""
        self._tile.setVisible(self.place is not None)
        if self.place is not None:
            self._tile.set_place(self.place.tile, name)
        self._title.setText(name or tr("A new place"))
        sign_in = heading(self.place) if self.place else tr("Sign in")
        self.strip.set_steps((tr("Choose"), tr("How to bring it in"), sign_in, tr("First look")), self.step)
        self.back.setVisible(self.step in (WAY, SIGN_IN) and self.again is None)
        self.back.setEnabled(True)
        self.give_up.setVisible(self.step < LOOK)
        self.go.setVisible(self.step in (WAY, LOOK))
        self.go.setText(self._go_words())
        self.meanwhile.setVisible(self.step in (WAY, SIGN_IN) and self.again is None)
        self._fit_foot()

    def _go_words(self) -> str:
        if self.step != WAY:
            return tr("Open the Inbox")
        if not self._is_live():
            return tr("Add the first one…")
        return tr("Continue to sign in") if self.place is None or self.place.can.reply else tr("Continue")

    def _is_live(self) -> bool:
        return not isinstance(self.body, WayStep) or self.body.is_live

    def _chosen(self, place: Place) -> None:
        self.place = place
        self._go_to(WAY)

    def _back(self) -> None:
        self._go_to(self.step - 1)

    def _on(self) -> None:
        if self.step == WAY and self._is_live():
            self._go_to(SIGN_IN)
        elif self.step == WAY:
            self._start_by_hand()
            self.ended.emit("")
        else:
            self.ended.emit(self.account.id if self.account else "")
            self._window.go("inbox")

    def _start_by_hand(self) -> None:
        """Answering can begin while the place, or its owner, takes days to say yes."""
        self._window.add_by_hand(self.place.key if self.place else "")

    def _give_up(self) -> None:
        self.close_down()
        self.ended.emit("")

    def _signed(self, account: Account) -> None:
        """A new account gets its first look; one that was here before goes on where it stopped."""
        known = self._standing.login(account.id) is not None
        self.account = account
        if known:
            can = connector_class(account.platform).can
            self._window.toast(words.signed_in_as(can, account.handle))
            self._window.collect_now(account.id)
            self.ended.emit(account.id)
        else:
            self._go_to(LOOK)
