"""The Complaints page: board or list at the start, what a passer-by sees of the chosen one at the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from desktop import settings
from desktop.records import OPEN_STAGES, Complaint, Stage
from desktop.shop import Shop
from ui import words
from ui.background import Runner
from ui.ending import Tab
from ui.moments import tr
from ui.theme import px, theme
from ui.widgets.announce import announce
from ui.widgets.bars import Bar
from ui.widgets.empty import EmptyState
from ui.widgets.tips import plain_tip
from ui.window import Undoable, Window

from . import cards, details
from .acts import Acts
from .board import Board
from .cards import COLUMNS, PAGE, Card, Snapshot, Wanted
from .column import LEAST
from .details import Details
from .side_panel import WIDTH, SidePanel
from .table import OPEN_FIELDS, STANDING_FIELDS, ComplaintTable
from .top import Header, Summary

_SHOWN_HERE = {"claims", "complaints", "proofs", "looks", "posts", "promises", "drafts", "replies", "conversations"}
_NAMES = {"people", "accounts", "settings", "hours", "closures"}
_FIRST_TIME = "complaints"


class ComplaintsPage(QWidget):
    """`acted` carries the Undo of each decision made here (the window's stack has it already)."""

    title_changed = Signal()
    acted = Signal(object)
    open_conversation = Signal(object)

    def __init__(self, shop: Shop, background: Runner, window: Window, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop, self._background, self._window = shop, background, window
        self.title = tr("Complaints")
        self.view = "board"
        self.chosen_id = ""
        self._wanted = Wanted()
        self._revision = self._details_revision = 0
        self._panel_wanted = True
        self._snapshot: Snapshot | None = None
        self._empty: EmptyState | None = None
        self._build()
        self._make_actions()
        self._connect()
        self._reload()

    # --- building -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        clock = self._shop.clock
        self.header, self.summary = Header(), Summary()
        self.board = Board(clock)
        self.list = ComplaintTable(OPEN_FIELDS, clock, tr("Complaints"))
        self.standing = ComplaintTable(STANDING_FIELDS, clock, tr("Left standing"))
        self.panel = SidePanel(clock)
        self.acts = Acts(self._shop, self._background, self._window, self)
        self.first_line = Bar(
            tr("Fixed isn’t finished. Cards leave the amber column when a passer-by can see the ending."),
            tone="neutral",
        )
        self.stack = QStackedWidget()
        for view in (self.board, self.list, self.standing):
            self.stack.addWidget(view)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.stack, 1)
        body.addWidget(self.panel)
        bars = QVBoxLayout()
        bars.setContentsMargins(14, 6, 14, 6)
        bars.addWidget(self.first_line)
        self._bars = QWidget()
        self._bars.setLayout(bars)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (self.header, self.summary, self._bars):
            whole.addWidget(widget)
        whole.addLayout(body, 1)
        seen = settings.get(self._shop.store, settings.SEEN_LINES, person=self._shop.me.id)
        self._bars.setVisible(_FIRST_TIME not in seen and not self._shop.is_practice)

    def _connect(self) -> None:
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._reload)
        self._minute = QTimer(self, singleShot=True)
        self._minute.timeout.connect(self._time_passes)
        self.header.view_wanted.connect(self.show_view)
        self.header.filtered.connect(self._filtered)
        self.header.week.clicked.connect(self._window.print_week)
        self.board.chosen.connect(self._chosen)
        self.board.entered.connect(lambda _id: self._enter())
        self.board.move_wanted.connect(self._move)
        self.board.more_wanted.connect(self._more)
        for table in (self.list, self.standing):
            table.chosen.connect(self._chosen)
            table.entered.connect(lambda _id: self._enter())
            table.before_key = self._table_key
        self.panel.wanted.connect(self._panel_asked)
        self.panel.closed.connect(self._close_panel)
        self.panel.left.connect(self._leave_panel)
        self.acts.did.connect(self._did)
        self.acts.looking.connect(lambda _id: self.panel.show_checking())
        self.acts.looked.connect(self._looked)
        self.first_line.dismissed.connect(self._seen_line)
        self._background.tables_changed.connect(self._tables)
        self._window.settings_changed.connect(lambda _key: self._set_keys())
        theme().changed.connect(self._settle_room)

    # --- keys and menus ---------------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self._single: list[tuple[QAction, str]] = []
        ending = self.acts.ending
        acts: tuple[tuple[str, str, Callable[[Complaint], object]], ...] = (
            (tr("Open the conversation"), "O", lambda one: self._window.open_conversation(one.id)),
            (tr("Mark fixed…"), "F", self.acts.mark_fixed),
            (tr("Ask to say so…"), "A", lambda one: ending(one, Tab.ASK)),
            (tr("Say it ourselves…"), "U", lambda one: ending(one, Tab.SAY)),
            (tr("Add a proof link…"), "P", lambda one: ending(one, Tab.SHOWS)),
            (tr("Done here"), "E", self.acts.done_here),
            (tr("Open in browser"), "V", lambda one: self.acts.open_page(one.url)),
        )
        self._actions = [self._action(text, key, partial(self._with_chosen, act)) for text, key, act in acts]
        self._move_action = self._action(tr("Move to…"), "M", self.begin_move)
        self._move_menu = QMenu(self)
        for stage in COLUMNS:
            step = QAction(tr("Move to {column}").format(column=words.stage(stage).text), self)
            step.setProperty("menu", "Conversation")
            step.triggered.connect(lambda _=False, stage=stage: self._move(self.chosen_id, stage))
            self._move_menu.addAction(step)
        self._standing_action = self._action(tr("Leave it standing, with a reason…"), "", self._leave_standing)
        self._moves = QAction(tr("Move to…"), self)
        self._moves.setMenu(self._move_menu)
        self._moves.setProperty("menu", "Conversation")
        for action in (*self._actions, self._move_action, self._standing_action):
            for widget in (self.board, self.list, self.standing, self.panel):
                widget.addAction(action)
        for column in self.board.columns.values():
            column.view.addActions([*self._actions, self._moves, self._standing_action])
        self._set_keys()

    def _action(self, text: str, key: str, act: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setProperty("menu", "Conversation")
        action.triggered.connect(lambda _=False: act())
        self._single.append((action, key))
        return action

    def _set_keys(self) -> None:
        for action, key in self._single:
            action.setShortcut(QKeySequence(self._window.key(key) if key else ""))
        self.panel.set_keys(self._window.key)
        move = self._window.key("M")
        for at, step in enumerate(self._move_menu.actions(), 1):
            step.setToolTip(plain_tip(f"{move} {at}") if move else "")

    def _with_chosen(self, act: Callable[[Complaint], object]) -> None:
        card = self._card(self.chosen_id)
        if card is not None:
            act(card.complaint)

    def _leave_standing(self) -> None:
        card = self._card(self.chosen_id)
        if card is not None and card.stage in OPEN_STAGES:
            self.acts.leave_standing(card.complaint)

    # --- what the window asks -----------------------------------------------------------------------------------

    @property
    def subtitle(self) -> str:
        return self.header.subtitle.text()

    def panes(self) -> list[QWidget]:
        view = self.board.current_view() if self.view == "board" else self._table()
        return [view, *([self.panel] if self.panel.isVisibleTo(self) else [])]

    def menu_actions(self) -> list[QAction]:
        return [*self._actions, self._standing_action, self._moves]

    def key_hint(self) -> str:
        focus = self.window().focusWidget()
        if focus is not None and self.panel.isAncestorOf(focus):
            return tr("Esc back to the cards")
        if self.board.is_moving:
            return tr("← → or 1 to 5 where to · Esc leave it")
        key = self._window.key("M")
        move = tr(" · {key} move").format(key=key) if key else ""
        return (tr("← → column · ↑ ↓ card") if self.view == "board" else tr("↑ ↓ row · ↵ opens")) + move

    def show_conversation(self, conversation: str) -> None:
        """Chooses this complaint's card, if it is here."""
        self.chosen_id = conversation
        self.board.choose(conversation)
        self._read_details()

    def place(self) -> dict[str, object]:
        """What somebody sees here, to be found again."""
        return {"view": self.view, "conversation": self.chosen_id, **self._wanted_keys()}

    def go_to_place(self, place: Mapping[str, object]) -> None:
        """Somebody else's view: their filters, board or list, and their card."""
        for key, choice in self.header.choices.items():
            choice.set_key(str(place.get(key) or ""))
        self.chosen_id = self.board.chosen_id = str(place.get("conversation") or "")
        self._panel_wanted = True
        self.view = str(place.get("view") or "")
        if self.view not in ("list", "standing"):
            self.view = "board"
        self.header.set_view(self.view)
        self._filtered()

    def _wanted_keys(self) -> dict[str, str]:
        return {key: choice.key for key, choice in self.header.choices.items()}

    def shown(self) -> None:
        self._reload()
        self.focus_cards()

    def leaving(self) -> None:
        self._minute.stop()

    def focus_cards(self) -> None:
        """The keyboard goes to the chosen card or row."""
        if self.view == "board":
            self.board.focus_card()
        else:
            self._table().setFocus(Qt.FocusReason.OtherFocusReason)

    # --- reading ------------------------------------------------------------------------------------------------

    def _reload(self) -> None:
        self._soon.stop()
        self._revision += 1
        revision, wanted, shop, view = self._revision, self._wanted, self._shop, self.view

        def work() -> tuple[Snapshot, tuple[Card, ...]]:
            found = cards.read(shop, wanted)
            more = {"list": cards.read_all, "standing": cards.read_standing}.get(view)
            return found, more(shop, wanted) if more else ()

        self._background.run(self, work, lambda got: self._came(revision, *got))

    def _came(self, revision: int, found: Snapshot, rows: tuple[Card, ...]) -> None:
        if revision != self._revision:
            return
        self._snapshot = found
        self.summary.set_counts(found.counts)
        self.header.set_standing(found.counts.standing)
        self.header.people.set_options([(person.id, person.name) for person in found.people])
        self.header.places.set_options(found.platforms)
        if not self.chosen_id:
            self.chosen_id = self.board.chosen_id = _first_to_look_at(found)
        self.board.apply(found)
        if self.view != "board":
            if rows and all(card.id != self.chosen_id for card in rows):
                self.chosen_id = rows[0].id
            self._table().take(rows, self.chosen_id)
        elif self.board.chosen_id:
            self.chosen_id = self.board.chosen_id
        self._show_empty(found, rows)
        self._read_details()
        self._minute.start(self._to_next_minute())

    def _read_details(self) -> None:
        self._details_revision += 1
        revision, shop, one = self._details_revision, self._shop, self.chosen_id
        if not one:
            self.panel.show_details(None)
            return

        def came(found: Details | None) -> None:
            if revision == self._details_revision:
                self.panel.show_details(found)
                self._standing_action.setEnabled(found is not None and found.is_open)

        self._background.run(self, lambda: details.read(shop, one), came)

    def _tables(self, tables: frozenset[str]) -> None:
        if tables & (_SHOWN_HERE | _NAMES):
            self._soon.start()

    def _to_next_minute(self) -> int:
        now = self._shop.clock.now()
        left = 60 - now.second - now.microsecond / 1e6
        return max(1000, int(left * 1000 / max(self._shop.clock.rate, 1.0)) + 50)

    def _time_passes(self) -> None:
        if self.isVisible():
            self.board.time_passes()
            self.panel.time_passes()
            self._minute.start(self._to_next_minute())

    def _more(self, stage: object) -> None:
        """The end of a column was reached: read further."""
        most = dict(self._wanted.most)
        most[Stage(str(stage))] = most.get(Stage(str(stage)), PAGE) + 2 * PAGE
        self._wanted = replace(self._wanted, most=most)
        self._soon.start()

    def _filtered(self) -> None:
        person, place, trouble = self._wanted_keys().values()
        self._wanted = Wanted(person, place, trouble)
        self._reload()

    # --- views --------------------------------------------------------------------------------------------------

    def show_view(self, view: object) -> None:
        """"board", "list" or "standing"."""
        self.view = str(view)
        self.header.set_view(self.view)
        self.stack.setCurrentWidget(self.board if self.view == "board" else self._table())
        self._settle_room()
        self._reload()
        self.focus_cards()

    def _table(self) -> ComplaintTable:
        return self.standing if self.view == "standing" else self.list

    def _card(self, card_id: str) -> Card | None:
        return self.board.card(card_id) if self.view == "board" else self._table().card(card_id)

    def _show_empty(self, found: Snapshot, rows: Sequence[Card]) -> None:
        said = self._what_is_empty(found, rows)
        if self._empty is not None:
            self._empty.setParent(None)
            self._empty.deleteLater()
            self._empty = None
        if said:
            icon, title, text = said
            shows = [(tr("Open History"), lambda: self._window.go("history"))] if icon == "check" else []
            self._empty = EmptyState(icon, title, "", shows)
            self.stack.addWidget(self._empty)
            self._empty.set_text(title, text)  # only now that it stands in the page: a label alone is a window
        wanted = self.board if self.view == "board" else self._table()
        self.stack.setCurrentWidget(self._empty or wanted)
        self._settle_room()

    def _what_is_empty(self, found: Snapshot, rows: Sequence[Card]) -> tuple[str, str, str] | None:
        if self.view == "standing":
            why = tr("Sometimes that’s the honest end. It’ll be listed here with your reason.")
            return None if rows else ("minus", tr("Nothing left standing"), why)
        if not found.ever:
            text = tr("When one comes, it lives here until a passer-by can see how it ended.")
            return "complaint", tr("No public complaints so far"), text
        return None

    # --- the chosen one -----------------------------------------------------------------------------------------

    def _chosen(self, card_id: object) -> None:
        if str(card_id) != self.chosen_id:
            self.chosen_id = str(card_id)
            if self.view != "standing":
                self.board.choose(self.chosen_id)
            self._read_details()

    def _enter(self) -> None:
        """Enter: to what can be done about it."""
        if not self.chosen_id:
            return
        self._panel_wanted = True
        self._settle_room(opening=True)
        self.panel.focus_first()

    def _panel_asked(self, what: object, card_id: object) -> None:
        found = self.panel.details
        if found is not None and found.id == card_id:
            if what == "open":
                self.open_conversation.emit(card_id)
            self.acts.panel(str(what), found)

    def _looked(self, card_id: object, bad_news: object) -> None:
        if self.panel.details is not None and self.panel.details.id == card_id:
            if bad_news:
                self.panel.show_bad_news(str(bad_news))
            else:
                self.panel.checked()

    def _close_panel(self) -> None:
        self._panel_wanted = False
        self._settle_room()
        self.focus_cards()

    def _leave_panel(self) -> None:
        self.focus_cards()
        if not self._has_room():
            self._close_panel()

    # --- moving -------------------------------------------------------------------------------------------------

    def begin_move(self) -> None:
        """M: an arrow or a number says where to."""
        self.board.begin_move()
        if self.view == "list" and (card := self._card(self.chosen_id)):
            name = card.complaint.author_name
            self._window.toast(tr("Move {name}: 1 to 5 says which column").format(name=name))

    def _table_key(self, event: QKeyEvent) -> bool:
        """In the list, M and then an arrow or a number move as on the board."""
        if not self.board.is_moving:
            return False
        side = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if side:
            self.board.move_beside(side)
            return True
        return self.board.move_key(event)

    def _move(self, card_id: object, stage: object) -> None:
        card = self.board.card(str(card_id)) or self._card(str(card_id))
        if card is not None:
            self._chosen(card.id)
            self.acts.move(card.complaint, Stage(str(stage)))

    def _did(self, undo: Undoable) -> None:
        announce(self, undo.text)
        self.acted.emit(undo)

    # --- room ---------------------------------------------------------------------------------------------------

    def _has_room(self) -> bool:
        """Board or list and the panel fit beside each other."""
        least = 5 * px(LEAST) if self.view == "board" else self._table().least_width()
        return self.width() >= least + px(WIDTH) - (px(60) if self.view == "board" else 0)

    def _settle_room(self, *, opening: bool = False) -> None:
        """Where there is no room for both, the panel comes when it is asked for."""
        has = bool(self._snapshot and self._snapshot.ever) and (self.view != "standing" or self._empty is None)
        stays = self._has_room() or opening or self._is_in_panel()
        self.panel.setVisible(has and self._panel_wanted and stays)

    def _is_in_panel(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and self.panel.isAncestorOf(focus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle_room()

    def _seen_line(self) -> None:
        self._bars.hide()
        shop = self._shop
        if shop.read_only:  # it is put away all the same
            return

        def keep() -> None:
            seen = settings.get(shop.store, settings.SEEN_LINES, person=shop.me.id)
            settings.put(shop.store, settings.SEEN_LINES, [*seen, _FIRST_TIME], person=shop.me.id)

        self._background.run(self, keep, lane="write")


def _first_to_look_at(found: Snapshot) -> str:
    """Fixed but not shown first: that is what this page is for."""
    for stage in (Stage.FIXED, *COLUMNS):
        if found.columns[stage]:
            return found.columns[stage][0].id
    return ""
