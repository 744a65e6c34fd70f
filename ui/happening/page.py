"""The page of an event: many people, one cause (design 15)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop import counter
from desktop.errors import ShopError
from desktop.happenings import Happening
from desktop.shop import Shop
from desktop.writing import Writing
from ui import moments
from ui.background import Runner
from ui.moments import told, tr
from ui.theme import px, theme
from ui.theme.keep import keep_colours
from ui.theme.paint import line
from ui.widgets.bars import Bar
from ui.widgets.buttons import Button
from ui.widgets.elide import ElidedLabel
from ui.widgets.empty import EmptyState
from ui.window import Window

from . import known as knowing
from .closing import ClosingPanel
from .known import Known
from .people import PeopleColumn
from .sheet import Sheet, Texts
from .statement import Statement

if TYPE_CHECKING:
    from desktop.counter import Undo

_SHOWN = {"happenings", "happening_members", "happening_words", "conversations", "complaints", "posts", "people",
          "limits", "not_one_thing"}  # fmt: skip
_BOTH = 760  # px at 100 % text that the sheet and the people beside it need


class _Header(QWidget):
    """48 px: what it is about, how many, and what can be done with the whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel(tr("Event"), "page")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.about = ElidedLabel("", "body", "text2")
        self.back = Button(tr("Inbox"), "left", small=True)
        self.others = Button(tr("Other events"), kind="quiet", small=True)
        self.close_event = Button(tr("Close the event…"), "check", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 1)
        row.setSpacing(8)
        for widget in (self.back, self.title):
            row.addWidget(widget)
        row.addWidget(self.about, 1)
        for button in (self.others, self.close_event):
            row.addWidget(button)
        keep_colours(self, ground="paper")
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(max(48, px(48)))

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), self.rect().adjusted(0, self.height() - 1, 0, 0))


class EventPage(QWidget):
    """Not in the sidebar: reached from the bar above the list, from its conversations, and by name."""

    title_changed = Signal()

    def __init__(self, shop: Shop, background: Runner, window: Window, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop, self._background, self._window = shop, background, window
        self.title = tr("Event")
        self.known: Known | None = None
        self._wanted, self._revision, self._is_last = "", 0, False
        self._build()
        self._connect()

    # --- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        self.header = _Header()
        self.bar = Bar("", (), "amber", can_dismiss=False)
        self.trouble = Bar("", (), "brick")
        self.closing = ClosingPanel()
        for hidden in (self.bar, self.trouble, self.closing):
            hidden.hide()
        clock = self._shop.clock
        self.sheet, self.people = Sheet(clock), PeopleColumn(clock)
        self.statement = Statement(self._background, clock)
        self.none = EmptyState(
            "people", tr("No event"), "", [(tr("Inbox"), lambda: self._window.go("inbox"))]
        )
        self.none.set_text(
            tr("No event"),
            tr("When many people write about one thing within an hour, the Inbox asks whether it is one."),
        )
        self.room = QScrollArea()
        self.room.setFrameShape(QFrame.Shape.NoFrame)
        self.room.setWidgetResizable(True)
        self.room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.room.setWidget(self._body())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.room, 1)
        whole.addWidget(self.none, 1)
        keep_colours(self, ground="paper")
        self.none.hide()

    def _body(self) -> QWidget:
        body = QWidget()
        keep_colours(body, ground="paper")
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(px(10))
        for widget in (self.bar, self.trouble, self.closing):
            column.addWidget(widget)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(px(14))
        left.addWidget(self.sheet)
        left.addWidget(self.statement)
        left.addStretch(1)
        right.addWidget(self.people)
        right.addStretch(1)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(px(16))
        self._beside.addLayout(left, 5)
        self._beside.addLayout(right, 3)
        column.addLayout(self._beside, 1)
        return body

    def _connect(self) -> None:
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.reload)
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self.reload)
        self._background.tables_changed.connect(lambda tables: tables & _SHOWN and self._soon.start())
        self._window.settings_changed.connect(lambda _key: self._soon.start())
        self.header.back.clicked.connect(lambda: self._window.go("inbox"))
        self.header.close_event.clicked.connect(self._close_or_open)
        self.sheet.written.connect(self._written)
        self.sheet.timed.connect(lambda at: self._with_event(partial(self._act_next, at)))
        self.sheet.known.connect(
            lambda on: self._act(lambda shop, one: counter.know_cause(shop, one, bool(on)))
        )
        self.people.opened.connect(self._window.open_conversation)
        self.people.taken_out.connect(self._take_out)
        self.people.put_in.connect(self._put_in)
        self.statement.copy_wanted.connect(self._copy)
        self.statement.posted.connect(self._posted)
        self.statement.saved.connect(self._save)
        bar = self.room.verticalScrollBar()
        bar.valueChanged.connect(lambda _: self.statement.composer.editor.viewport().update())  # its list follows
        self.closing.write_wanted.connect(self._write_last)
        self.closing.close_wanted.connect(self._close)
        self.closing.left.connect(self.closing.hide)
        self.closing.opened.connect(self._window.open_conversation)

    # --- what the window asks -----------------------------------------------------------------------

    def show_event(self, happening: object = "") -> None:
        """Shows one; an empty id the newest that is open."""
        if str(happening) != self._wanted or not happening:
            self._flush()
            self.closing.hide()
            self._is_last = False
        self._wanted = str(happening)
        self.reload()

    def place(self) -> dict[str, object]:
        """Which event somebody reads; "" is the newest that is open."""
        return {"event": self._wanted}

    def go_to_place(self, place: Mapping[str, object]) -> None:
        self.show_event(str(place.get("event") or ""))

    def shown(self) -> None:
        self.reload()

    def leaving(self) -> None:
        self._flush()

    def _flush(self) -> None:
        self.sheet.flush()
        self.statement.flush()

    def panes(self) -> list[QWidget]:
        return [] if self.known is None else [self.sheet.know, self.statement.composer]

    def key_hint(self) -> str:
        return ""

    # --- reading ------------------------------------------------------------------------------------

    def reload(self) -> None:
        self._revision += 1
        revision, shop, wanted = self._revision, self._shop, self._wanted
        self._soon.stop()
        self._background.run(self, lambda: knowing.read(shop, wanted), lambda got: self._take(revision, got))

    def _take(self, revision: int, known: Known | None) -> None:
        if revision != self._revision:
            return
        self.known = known
        self.room.setVisible(known is not None)
        self.none.setVisible(known is None)
        self.header.close_event.setVisible(known is not None)
        self._list_others(known.others if known else ())
        self._retitle(known)
        if known is None:
            self._wanted = ""
            return
        self._wanted = known.one.id
        self.sheet.set_known(known)
        self.people.set_known(known)
        self.statement.set_known(known, is_last=self._is_last)
        self.closing.set_known(known)
        self._tell_due(known)

    def _retitle(self, known: Known | None) -> None:
        title = tr("Event: {name}").format(name=known.one.name) if known else tr("Event")
        self.header.title.setText(title)
        self.header.about.setText(about(known, self._shop) if known else "")
        if known is not None:
            is_open = known.one.is_open
            self.header.close_event.setText(tr("Close the event…") if is_open else tr("Open it again"))
            self.header.close_event.set_icon("check" if is_open else "undo")
        if title != self.title:
            self.title = title
            self.title_changed.emit()

    def _list_others(self, others: tuple[Happening, ...]) -> None:
        self.header.others.setVisible(bool(others))
        menu = QMenu(self.header.others)
        for one in others:
            state = tr("open") if one.is_open else tr("closed {when}").format(
                when=moments.day(self._shop.clock, one.closed_at or one.made_at)
            )  # fmt: skip
            action = menu.addAction(f"{one.name} · {state}".replace("&", "&&"))
            action.triggered.connect(partial(self.show_event, one.id))
        old = self.header.others.menu()
        self.header.others.setMenu(menu)
        if old is not None:
            old.deleteLater()

    def _tell_due(self, known: Known) -> None:
        one, clock = known.one, self._shop.clock
        overdue = one.is_overdue(clock.now())
        self.bar.setVisible(overdue)
        if overdue and one.next_at is not None:
            time = moments.short(clock, one.next_at)
            said = tr("You said you’d say more at {time}. Even ‘nothing new yet’ counts.").format(time=time)
            if self.bar.text() != said:
                self.bar.set_bar(said, ((tr("Write now"), self.statement.begin),))
        elif one.next_at is not None and one.is_open:
            ms = (one.next_at - clock.now()).total_seconds() * 1000 / max(clock.rate, 1.0)
            self._due.start(max(1000, min(int(ms) + 50, 2_000_000_000)))

    # --- acting -------------------------------------------------------------------------------------

    def _with_event(self, act: Callable[[str], None]) -> None:
        if self.known is not None:
            act(self.known.one.id)

    def _act(self, act: Callable[[Shop, str], Undo | None], said: str = "") -> None:
        """In the background; what it gives back can be taken back."""
        if self.known is not None:
            self._act_on(self.known.one.id, act, said)

    def _act_on(self, event: str, act: Callable[[Shop, str], Undo | None], said: str = "") -> None:
        shop = self._shop

        def done(undo: Undo | None) -> None:
            self.trouble.hide()
            if undo is not None and said:
                self._window.toast(said, undo)
            elif undo is not None:
                self._window.did(undo)

        self._background.run(self, lambda: act(shop, event), done, self._failed, lane="write")

    def _failed(self, error: Exception) -> None:
        if isinstance(error, ShopError):
            self.trouble.set_bar(told(error))
            self.trouble.show()
            self.trouble.tell()
            self.room.ensureWidgetVisible(self.trouble)
            self.reload()

    def _act_next(self, at: datetime, event: str) -> None:
        self._act_on(event, lambda shop, one: counter.set_next_update(shop, one, at))

    def _written(self, what: tuple[str, Texts]) -> None:
        event, (name, know, dont_know, to_do) = what
        self._act_on(
            event,
            lambda shop, one: counter.write_sheet(
                shop, one, name=name, know=know, dont_know=dont_know, to_do=to_do
            ),
        )

    def _take_out(self, conversation: object) -> None:
        who = str(conversation)
        self._act(lambda shop, one: counter.take_out_of_event(shop, one, who), tr("Taken out of the event"))

    def _put_in(self, conversations: tuple[str, ...]) -> None:
        self._act(lambda shop, one: counter.put_in_event(shop, one, conversations), tr("Put in the event"))

    # --- what everybody reads ---------------------------------------------------------------------------

    def _save(self, event: str, writing: Writing) -> None:
        shop = self._shop
        work = partial(counter.save_statement, shop, event, writing)
        self._background.run(self, work, self.statement.set_saved, self._failed, lane="write")

    def _copy(self, writing: Writing) -> None:
        if self.known is None:
            return
        self.sheet.flush()
        shop, event, is_last = self._shop, self.known.one.id, self._is_last

        def done(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self.trouble.hide()
            self.statement.was_copied(writing)

        work = partial(counter.check_statement, shop, event, writing, is_last=is_last)
        self._background.run(self, work, done, self._failed, lane="write")

    def _posted(self, writing: Writing, where: str) -> None:
        place, link = place_and_link(where)
        is_last = self._is_last

        def act(shop: Shop, one: str) -> Undo:
            return counter.told_everybody(shop, one, writing, place=place, link=link, is_last=is_last)

        def done(undo: Undo) -> None:
            self.trouble.hide()
            self.statement.was_posted()
            self._window.toast(tr("Everybody was told"), undo)
            if is_last:
                self._close()

        if self.known is not None:
            event = self.known.one.id
            self._background.run(self, lambda: act(self._shop, event), done, self._failed, lane="write")

    # --- the end --------------------------------------------------------------------------------------

    def _close_or_open(self) -> None:
        if self.known is None:
            return
        self._flush()
        if self.known.one.is_open:
            self.closing.begin()
            self.room.ensureWidgetVisible(self.closing)
        else:
            self._act(counter.reopen_event, tr("Open again"))

    def _write_last(self) -> None:
        self._is_last = True
        self.closing.hide()
        if self.known is not None:
            self.statement.set_known(self.known, is_last=True)
        self.statement.begin()
        self.room.ensureWidgetVisible(self.statement.composer)

    def _close(self) -> None:
        self.closing.hide()
        self._is_last = False
        self._act(counter.close_event, tr("Closed. Their own complaints stay on Complaints."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = (
            QBoxLayout.Direction.LeftToRight
            if self.width() >= px(_BOTH)
            else QBoxLayout.Direction.TopToBottom
        )
        if self._beside.direction() != way:
            self._beside.setDirection(way)


def about(known: Known, shop: Shop) -> str:
    """ "7 people · Ines made it, 12:10 · closed today" """
    one = known.one
    parts = [
        moments.count(one.people, "person", "people"),
        tr("{name} made it, {when}").format(name=one.person_name, when=moments.last(shop.clock, one.made_at)),
    ]
    if one.closed_at is not None:
        parts.append(tr("closed {when}").format(when=moments.last(shop.clock, one.closed_at)))
    return " · ".join(parts)


def place_and_link(where: str) -> tuple[str, str]:
    """What somebody typed: a link says its place too, anything else is a place's name."""
    from desktop.connectors.tariff import place_of, places

    key = place_of(where)
    if not key:
        return where, ""
    place = places().get(key)
    return (place.name if place else ""), where
