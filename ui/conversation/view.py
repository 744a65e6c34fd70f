"""The conversation that is open: its head, its thread, what to know, and the place to answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.records import Channel, Group, Source
from desktop.shop import Shop
from ui.background import Runner
from ui.moments import tr
from ui.theme import px, theme
from ui.window import Undoable, Window

from . import facts
from .acts import Acts
from .asking import Asking
from .cards import beside, has_sheet
from .desk import Desk
from .doing import Doing
from .facts import Known
from .glance import Glance
from .messages import Told
from .notices import Notices
from .parts import Parts
from .promising import Promising

if TYPE_CHECKING:
    from ui.first_line import FirstLine

_SHOWN = {
    "conversations", "posts", "post_versions", "notes", "replies", "complaints", "proofs", "looks",
    "events", "people", "limits", "happenings", "happening_members", "facts", "hours", "closures",
    "promises", "found_promises", "accounts", "asks", "wordings", "claims",
}  # fmt: skip
_BOOK_NEEDS = 760  # px at 100 % text: with less the list gives way to the Shop book
_UNSEEN = 2000  # ms without a change until it is read again while another page is shown
_TO_GREET = 600  # px at 100 % text: in a lower one the text needs all the room
_READ_AFTER = 1500  # ms until what is open counts as read


class ConversationView(Parts):
    """Made with the shop, the background and the window; pages know it only as a widget with these signals."""

    acted = Signal(object)  # counter.Undo, already told to the window
    replied = Signal(object)  # Reply, now in the outbox
    make_it_show = Signal(object)  # (conversation id, "ask" | "ours" | "shows" | "" for the best)
    back_wanted = Signal()
    several_taken = Signal()  # what was selected in the list is dealt with
    next_wanted = Signal(object)  # True: open the next one; False: only go to its row
    writing_changed = Signal(object)  # bool: somebody writes, room is needed
    title_changed = Signal(object)  # "Reply to Marta K." while somebody writes, else ""

    def __init__(self, shop: Shop, background: Runner, window: Window, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shop, self.background, self.window_ = shop, background, window
        self.several: Callable[[], Sequence[str]] = tuple  # see ask_for_several
        self._has_several = False
        self._id, self._revision, self._still = "", 0, False
        self._situations: dict[str, str] = {}  # by conversation: chosen by a person, for as long as this is open
        self._wants_room = self._book_is_tight = False
        self._before_book: QWidget | None = None  # where the keyboard was before F9
        self._wants_resume = False  # what the next answer that counts does about the draft
        self.doing, self.asking = Doing(self), Asking(self)
        self.first_line: FirstLine | None = None
        self.desk = Desk(self)
        self.notices = Notices(self)
        self.promising = Promising(self)
        self._build(self._told(""), self.desk.composer)
        self._may_write = not shop.read_only
        for part in (self.composer, self.composer.loose_foot()):
            part.setEnabled(self._may_write)
        self.acts = Acts(self.doing.table(), self)
        self._connect()
        self._place_actions()
        self._settle_room()

    # --- building --------------------------------------------------------------------------------------

    def _told(self, place: str) -> Told:
        unfold = lambda key: self.talk.unfold(key)  # noqa: E731
        return Told(self.shop.clock, place, self.doing.with_reply, unfold, self.asking.act)

    def _connect(self) -> None:
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._load)
        self._read_timer = QTimer(self, singleShot=True, interval=_READ_AFTER)
        self._read_timer.timeout.connect(self._mark_read)
        self._reads_when_seen = False
        a_minute = max(1000, int(60_000 / max(self.shop.clock.rate, 1.0)))
        self._minute = QTimer(self, interval=a_minute)
        self._minute.timeout.connect(self.time_passes)
        self._minute.start()
        self.background.tables_changed.connect(self._tables)
        self.window_.online_changed.connect(lambda on: self.composer.set_online(bool(on)))
        self.window_.pending_changed.connect(
            lambda reply: self.composer.set_undo_elsewhere(reply is not None)
        )
        self.window_.settings_changed.connect(self._setting)
        self.header.back_pressed.connect(self.go_back)
        self.header.kind_pressed.connect(self.doing.choose_kind)
        self.header.topics_pressed.connect(self.doing.choose_topics)
        self.guess.said.connect(self.doing.set_kind)
        self.guess.other_wanted.connect(self.doing.choose_kind)
        self.header.open_pressed.connect(self.doing.open_in_browser)
        self.header.note_pressed.connect(self.write_note)
        self.header.remind_pressed.connect(self.doing.choose_reminder)
        self.passer.look_pressed.connect(self.doing.look_and_tell)
        self.passer.picture_wanted.connect(self._show_picture)
        self.glance = Glance(self.passer, self, lambda: self.known, self.shop.name, self.shop.clock)
        self.panel.chosen.connect(self.doing.make_it_show)
        self.cards.inserted.connect(self._insert)
        self.book.inserted.connect(self._insert)
        self.book.closed.connect(lambda: self._show_book(False))
        self.book.page_wanted.connect(lambda: self.window_.go("shopbook"))
        self.happened.rewind_wanted.connect(lambda key: self.window_.rewind_wanted.emit((key, self._id)))
        self.happened.carry_on_wanted.connect(self._carry_on)
        self.history.chosen.connect(self.window_.open_conversation)
        self.composer.situation_chosen.connect(self._choose_situation)
        self.composer.back_requested.connect(self._stop_and_stay)
        self.composer.coach_toggled.connect(self._toggle_coach)
        self.composer.channel_changed.connect(lambda _c: self._settle_room())
        self.composer.draft_changed.connect(lambda *_: self._settle_room())
        self.talk.grown.connect(self._fit_room)
        self.write_area.grown.connect(self._fit_room)
        theme().changed.connect(self._settle_room)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    def _place_actions(self) -> None:
        self.acts.add_to(self.read_area)
        self.acts.add_to(self.panel)
        self.acts.add_to(self.composer.choices)
        self.header.set_more(self.acts.more())
        self.coach_action = self._view_action(tr("Before you post"), "F8", self._flip_coach)
        self.coach_action.setCheckable(True)
        self.coach_action.setChecked(True)
        self.book_action = self._view_action(tr("From the Shop book"), "F9", self._flip_book)
        self.book_action.setCheckable(True)
        self.acts.enable(dict.fromkeys(self.acts.by_name, False))
        self._set_keys()

    def _view_action(self, text: str, key: str, act: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setProperty("menu", "View")
        action.triggered.connect(lambda _checked=False: act())
        self.addAction(action)
        return action

    def _setting(self, _key: object) -> None:
        self._set_keys()
        self._see_who_is_here()

    def _set_keys(self) -> None:
        self.acts.set_keys(self.window_.key)
        self.header.set_keys(self.window_.key)
        self.composer.choices.set_keys(self.window_.key)
        if self.known is not None:
            self.promising.tell_keys(self.known)
        down, up = self.window_.key("J"), self.window_.key("K")
        moving = tr("{down} and {up} move, Enter opens.").format(down=down, up=up)
        self.nothing.set_text(tr("Pick someone on the left"), moving if down else tr("The arrows move, Enter opens."))

    @property
    def is_writing(self) -> bool:
        """Somebody writes a reply here now."""
        return self._is_writing

    # --- what pages and the window ask --------------------------------------------------------------------

    def current_id(self) -> str:
        """The conversation that is open, or an empty string."""
        return self._id

    def show_conversation(self, conversation: str, *, resume: bool = False) -> None:
        """Shows one; an empty id shows none. `resume` goes on with the draft there is, caret at its end."""
        if conversation != self._id:
            self.desk.leaving()
            self.stop_writing()
            if self.composer.holds(self.window().focusWidget()):
                self.talk.setFocus()
            self._id = conversation
            self._read_timer.stop()
            self._wants_resume = False
        self._wants_resume = self._wants_resume or resume
        self._load()

    def resume_conversation(self, conversation: str) -> None:
        """Shows one and goes on with its draft, if there is one."""
        self.show_conversation(conversation, resume=True)

    def panes(self) -> list[QWidget]:
        """For F6: thread, composer or amber panel, coach or Shop book."""
        if self.known is None:
            return []
        beside_it = (self.folded, self.panel, self.composer, self.coach, self.book.search)
        return [self.talk, *(w for w in beside_it if w.isVisibleTo(self))]

    def menu_actions(self) -> list[QAction]:
        return [*self.acts.all(), self.coach_action, self.book_action]

    def act(self, name: str) -> None:
        """Does one of the acts as its key would."""
        self.acts.by_name[name].trigger()

    def list_actions(self) -> list[QAction]:
        return self.acts.of_list()

    def ask_for_several(self, ids: Callable[[], Sequence[str]]) -> None:
        """Who knows the ids of what is selected in the list; none where an act means the one that is shown."""
        self.several = ids

    def set_several(self, has_several: bool) -> None:
        """Whether any are selected in the list: what can be done with them doesn't hang on the one that is shown."""
        self._has_several = has_several
        if self.known is not None:
            self._enable(self.known)

    def reading_area(self) -> QWidget:
        """Everything but the composer: single keys work here."""
        return self.read_area

    def key_hint(self) -> str:
        focus = QApplication.focusWidget()
        writes = self.composer.holds(focus)
        if writes and self.composer.channel() is Channel.NOTE:
            return tr("Ctrl ↵ save note · Esc back")
        if writes and self.composer.is_answering():
            return tr("Tab next blank · Alt ↓ other wordings · Ctrl ↵ post")
        if not self.window_.single_keys or self.known is None:
            return ""
        if self.known.is_fixed_not_shown:
            ask, ours, proof = (self.window_.key(each) for each in "AUP")
            said = tr("{ask} ask · {ours} say it ourselves · {proof} proof link · Esc list")
            return said.format(ask=ask, ours=ours, proof=proof)
        reply, one, two, note, done = (self.window_.key(each) for each in "R12NE")
        said = tr("{reply} reply · {one} {two} starters · {note} note · {done} done here · Esc list")
        return said.format(reply=reply, one=one, two=two, note=note, done=done)

    def set_back_visible(self, visible: bool) -> None:
        self.header.set_back(visible)

    def read_on(self) -> None:
        """Enter in the list: the keyboard goes to the conversation."""
        if self.known is not None:
            self.talk.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_brief(self, brief: bool) -> None:
        """Little room beside something else: the ways to begin take a line each, not a card."""
        self._is_brief = brief
        self._fit_room()

    def leaving(self) -> None:
        self.desk.leaving()

    def take_drafts(self) -> None:
        """Drafts may have been written elsewhere, in the dialog that makes an ending show."""
        shop, conversation, situation = self.shop, self._id, self._situations.get(self._id, "")

        def came(known: Known | None) -> None:
            if known is not None and conversation == self._id and not self._is_writing:
                self.desk.take_drafts(known)
                self._wants_composer = any(c is not Channel.NOTE for c in known.mine)
                self._settle_room()

        if conversation:
            read = lambda: facts.read(shop, conversation, situation)  # noqa: E731
            self.background.run(self, read, came, self.failed, lane="write")

    def unsaved(self) -> int:
        """How many drafts would be lost if the window closed now."""
        return self.desk.unsaved()

    # --- reading -------------------------------------------------------------------------------------------

    def _tables(self, tables: frozenset[str]) -> None:
        if "settings" in tables:
            self._see_who_is_here()
        if self._id and tables & _SHOWN:
            is_behind = self.window().isVisible() and not self.isVisible()
            self._soon.start(_UNSEEN if is_behind else 0)  # another page is shown, and wants the processor

    def _see_who_is_here(self) -> None:
        """Somebody else is at the counter: the words here stay with whose they are, and theirs come."""
        if self.known is not None and self.known.me.id != self.shop.me.id:
            self.desk.leaving()
            self.stop_writing()
            self._wants_resume = False
            self._load()

    def _load(self) -> None:
        """Everything about the conversation in one job; an older answer than the last question is dropped."""
        self._revision += 1
        self._soon.stop()
        revision, conversation, shop = self._revision, self._id, self.shop
        situation = self._situations.get(conversation, "")
        if not conversation:
            self._show_nothing()
            return
        self.background.run(
            self,
            lambda: facts.read(shop, conversation, situation),
            lambda known: self._came(revision, known),
            self.failed,
        )

    def _came(self, revision: int, known: Known | None) -> None:
        if revision != self._revision:
            return  # something newer is on its way
        resume, self._wants_resume = self._wants_resume, False
        if known is None:
            self._show_nothing()
            return
        if self.known is not None and self.known.me.id != known.me.id:
            self.desk.leaving()  # what was typed while this was read is still of who was here
        old, self.known = self.known, known
        is_other = old is None or (old.one.id, old.me.id) != (known.one.id, known.me.id)
        is_told = known.happened is not None and (old is None or old.happened != known.happened)
        if is_other or self._was_just_fixed(old, known) or (is_told and not self._is_writing):
            self._wants_composer = any(c is not Channel.NOTE for c in known.mine)
        if is_other:
            self.top_bars.clear()
            self.bottom_bars.clear()
        self._show(known, is_other=is_other)
        self.desk.show_known(known, is_other=is_other, resume=resume)
        if not is_other and old is not None:
            self.notices.they_wrote(old, known)
        self.stack.setCurrentWidget(self.body)
        self._settle_room()
        if is_other or (is_told and not self._is_writing):
            QTimer.singleShot(0, self, self._first_look)
        if is_other or known.one.last_at != old.one.last_at:  # type: ignore[union-attr]
            self._read_timer.start()

    def _was_just_fixed(self, old: Known | None, known: Known) -> bool:
        """Then the amber panel comes up, also where somebody has written before."""
        was_fixed = old is not None and old.is_fixed_not_shown
        return known.is_fixed_not_shown and not was_fixed and not self._is_writing

    def _show_picture(self) -> None:
        """What a passer-by sees, small, under the line that says it."""
        self.glance.close()
        if self.known is not None:
            from .sight_picture import SightPicture  # only who looks needs it

            picture = SightPicture(self.known, self.shop.name, self.shop.clock, self)
            picture.open_below(self.passer.show_it)

    def _show(self, known: Known, *, is_other: bool) -> None:
        clock = self.shop.clock
        if is_other:
            self.glance.close()
        self.header.show_known(known, clock)
        self._has_guess = self.guess.show_one(known.one, read_only=self.shop.read_only)
        self._has_passer = self.passer.show_known(known, clock)
        self.talk.show_items(known.items, self._told(known.place), is_other=is_other)
        self.history.show_known(known, clock)
        self.happened.show_happened(known.happened)
        self.cards.show_cards(beside(known, clock), has_sheet=has_sheet(known))
        if self._book_on:
            self.book.show_known(known, clock)
        if known.complaint is not None and known.is_fixed_not_shown:
            self.panel.show_complaint(known.complaint, clock)
        self.notices.show(known)
        self.promising.show(known)
        self._enable(known)
        self._retitle()

    def _enable(self, known: Known) -> None:
        is_fixed = known.is_fixed_not_shown
        url = bool(known.root and known.root.url)
        done = known.one.group is Group.DONE
        on = dict.fromkeys(self.acts.by_name, True)
        on |= {"fixed": known.is_open_complaint and not is_fixed, "show_ending": known.is_open_complaint}
        on |= dict.fromkeys(("ask", "ours", "proof"), is_fixed)
        on |= {"done": not done or self._has_several, "bring_back": done or known.one.group is Group.WAITING}
        on |= {"browser": url, "copy_link": url, "look": known.one.is_public}
        on |= {"start1": known.context.first is not None or is_fixed}
        on |= dict.fromkeys(("start2", "looking"), known.context.looking is not None)
        self.acts.enable(on)
        self.acts.offer({"hide": known.can_hide and not known.is_hidden, "show_again": known.is_hidden})
        self.acts.offer({"on_it": len(known.people) > 1, "again": known.one.source is Source.BY_HAND})
        may_forget = self.shop.me.is_owner and not (self.shop.read_only or self.shop.is_practice)
        self.acts.offer({"forget": may_forget and known.one.author != known.one.id})
        self.acts.offer({"promise": bool(known.found), "promise_kept": known.promise is not None})

    def _first_look(self) -> None:
        """Opens at the first of theirs since our last answer, else at the end."""
        known = self.known
        if known is None:
            return
        if known.happened is not None:
            self.talk.to_end()
        elif known.pieces and (known.one.waiting_since is not None or len(known.items) == 1):
            self.talk.show_key(known.pieces[0].post)
        else:
            self.talk.to_end()

    def time_passes(self) -> None:
        """What says how long ago something was, or by when, says it anew."""
        if self.known is not None and self.isVisible():
            self.header.show_known(self.known, self.shop.clock)
            self.passer.show_known(self.known, self.shop.clock)
            if self.known.claim is not None and self.known.claim.until <= self.shop.clock.now():
                self._load()

    def _show_nothing(self) -> None:
        self.glance.close()
        self.known = None
        self._id = ""
        self.acts.enable(dict.fromkeys(self.acts.by_name, False))
        self.stack.setCurrentWidget(self.nothing)
        self._settle_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._soon.isActive():
            self._soon.start(0)
        if self._reads_when_seen:  # it came while another page stood in front
            self._reads_when_seen = False
            self._read_timer.start()

    def _mark_read(self) -> None:
        shop, one = self.shop, self._id
        self._reads_when_seen = not self.isVisible()
        if not one or self._reads_when_seen or shop.read_only:
            return

        def work() -> None:
            from desktop import counter

            counter.mark_read(shop, one)

        self.background.run(self, work, lane="write")

    # --- saying what happened --------------------------------------------------------------------------------

    def told(self, undo: Any, text: str, action: tuple[str, Callable[[], None]] | None = None) -> None:
        """A decision was made: the window can take it back."""
        decision: Undoable = undo
        if action:
            self.window_.did(decision)
            self.window_.toast(text, action=action)
        else:
            self.window_.toast(text, decision)
        self.acted.emit(undo)

    def failed(self, error: Exception) -> None:
        """What went wrong, next to what it concerns."""
        self.notices.failed(error)

    # --- writing -----------------------------------------------------------------------------------------------

    def start(self, which: int) -> None:
        """R, 1, 2, L: goes to the text."""
        if self.known is None or not self.says_may_write():
            return
        self.show_composer()
        self.composer.start(which)
        if not self.composer.is_answering() or self.composer.channel() is Channel.NOTE:
            return
        if not self.composer.editor.hasFocus():
            self.composer.focus_editor()

    def _choose_situation(self, situation: object) -> None:
        """Openings and other wordings for what it is about, whatever their words were taken for."""
        self._situations[self._id] = str(situation)
        self._load()

    def says_may_write(self) -> bool:
        """Words typed into a shop that is open to read only would be kept nowhere."""
        if not self._may_write:
            self.window_.toast(tr("This shop is open to read only."))
        return self._may_write

    def write_note(self) -> None:
        if self.known is not None and self.says_may_write():
            self.show_composer()
            self.composer.show_note()
            self.composer.focus_editor()

    def show_composer(self) -> None:
        """Instead of the amber panel, when somebody wants to write anyway."""
        self._wants_composer = self._wants_place = True
        self._settle_room()

    def _carry_on(self, post: object) -> None:
        """What happened there has been read, in the practice shop."""
        shop = self.shop

        def work() -> None:
            from desktop.practice import day

            day.carry_on(shop, str(post))

        self.background.run(self, work, lambda _: self._load(), self.failed, lane="write")

    def _insert(self, text: object) -> None:
        if not self.says_may_write():
            return
        self.show_composer()
        self.composer.insert_text(str(text))

    def close_or_back(self) -> None:
        """Esc or B: what lies over the page goes first."""
        if not self.glance.close():
            self.go_back()

    def go_back(self) -> None:
        self.desk.leaving()
        self.stop_writing()
        self.back_wanted.emit()

    def _stop_and_stay(self) -> None:
        """Esc in the composer: back to the thread, the draft is kept."""
        if self.composer.channel() is Channel.NOTE and self.composer.writing().is_empty and self.known:
            with self.standing_still():
                self.composer.set_channel(self.known.context.channels[0])
        self.stop_writing()
        self.talk.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_writing(self) -> None:
        """The list may come back; the text stays."""
        if self.composer.holds(self.window().focusWidget()):  # also while a dialog over it has the keyboard
            with self.standing_still():  # what is hidden now would hand the keyboard to what stands beside it
                self.talk.setFocus(Qt.FocusReason.OtherFocusReason)
        was_wanted, self._wants_place, self._wants_coach = self._wants_place, False, False
        self._set_writing(False)
        if was_wanted:
            self._settle_room()

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Focus that comes and goes in here means nothing."""
        was, self._still = self._still, True
        try:
            yield
        finally:
            self._still = was

    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._still or not self.composer.holds(now):
            return
        if self.composer.is_answering() and self.composer.channel() is not Channel.NOTE:
            self._set_writing(True)

    def _set_writing(self, writing: bool) -> None:
        if writing == self._is_writing:
            return
        self._is_writing = writing
        self._ask_for_room()
        self._retitle()
        if self.known is not None:
            self.notices.writing_changed(self.known)
        self._settle_room()
        self._greet()
        if writing:
            QTimer.singleShot(0, self, self._look_around)

    def _greet(self) -> None:
        """What amber is, to whom it is new: over the text, while somebody writes."""
        if self.first_line is None and self._is_writing:
            from ui.first_line import FirstLine  # nobody writes before the first paint

            said = tr("Amber is yours to fill. Nothing amber can be posted.")
            self.first_line = FirstLine(
                self.shop, self.background, self.window_, self, "composer", said,
                least=_TO_GREET, high=2 * _TO_GREET, sides=(0, 0, 0, 0),
            )  # fmt: skip
            below = self.write_area.column
            below.insertWidget(below.indexOf(self.composer), self.first_line)
        if self.first_line is not None:
            self.first_line.set_quiet(not self._is_writing)

    def _retitle(self) -> None:
        name = self.known.one.author_name if self.known else ""
        self.title_changed.emit(tr("Reply to {name}").format(name=name) if self._is_writing else "")

    def _flip_coach(self) -> None:
        steps_aside = self._is_writing and not self._book_on and not self.coach.isVisibleTo(self)
        self._toggle_coach(steps_aside or not self._coach_on)

    def _toggle_coach(self, visible: bool) -> None:
        self._coach_on = self._wants_coach = visible
        self._book_on = self._book_on and not visible  # the coach takes its place
        self._ask_for_room()
        self.coach_action.setChecked(visible)
        self.book_action.setChecked(self._book_on)
        self._settle_room()

    # --- the Shop book beside it -------------------------------------------------------------------------------

    def _flip_book(self) -> None:
        self._show_book(not self._book_on)

    def _ask_for_room(self) -> None:
        """The list gives way while somebody writes, and where the Shop book leaves the thread no room."""
        wants = self._is_writing or (self._book_on and self._book_is_tight)
        self._book_is_tight = self._book_is_tight and self._book_on
        if wants != self._wants_room:
            self._wants_room = wants
            self.writing_changed.emit(wants)

    def _show_book(self, on: bool) -> None:
        """The Shop book beside the conversation; the keyboard goes there, and back to where it was."""
        on = on and self.known is not None
        if on and not self._book_on:
            self._before_book = self.focusWidget()
        if on:
            self._book_is_tight = self._book_is_tight or self.width() < px(_BOOK_NEEDS)
        self._book_on = on
        self.book_action.setChecked(on)
        self._ask_for_room()
        if on and self.known is not None:
            self.book.show_known(self.known, self.shop.clock)
        had_focus = self.book.isAncestorOf(QApplication.focusWidget() or self)
        self._settle_room()
        if on:
            self.book.begin()
        elif had_focus:
            was = self._before_book
            is_there = was is not None and isValid(was) and was.isVisibleTo(self)
            (was if was is not None and is_there else self.talk).setFocus(Qt.FocusReason.OtherFocusReason)

