"""Make the ending show: ask them, say it ourselves, or confirm that it shows already (design 4.6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop import settings
from desktop.records import OPEN_STAGES, Channel, Post, ProofKind, Purpose, Reply
from desktop.shop import Shop
from desktop.writing import Writing
from ui import elsewhere, moments
from ui.background import Runner
from ui.composer import Composer
from ui.composer.footer import POST_KEY
from ui.moments import told, tr
from ui.theme import px
from ui.theme.focus import set_ring
from ui.theme.keep import keep_colours
from ui.widgets.announce import announce
from ui.widgets.bars import Bar
from ui.widgets.beside import in_a_foot
from ui.widgets.buttons import Button, FilterButton, LinkButton, one_of
from ui.widgets.flow import FlowLayout
from ui.widgets.passerby import PasserByPreview, PreviewLine
from ui.widgets.room import Scrolled
from ui.widgets.wrap import WrapLabel

from . import facts
from .facts import Known
from .frame import HouseDialog
from .leave_standing import LeaveStandingDialog
from .picture import said_so_far
from .shows_tab import ShowsTab
from .write_tab import WriteTab

_WIDE, _HIGH, _BESIDE = 928, 620, 338
_BOTH = 720  # px at 100 % text: below it the previews step aside


class Tab(StrEnum):
    """The three ways; their keys on the board are A, U and P."""

    ASK = "ask"
    SAY = "say"
    SHOWS = "shows"


class EndingDialog(HouseDialog):
    """Window-modal; open it with `open()`.

    `acted` carries an Undo, `posted` the Reply that went into the outbox, `conversation_wanted` an id;
    `book_wanted`: somebody wants to correct the Shop book.
    """

    acted = Signal(object)
    posted = Signal(object)
    conversation_wanted = Signal(object)
    book_wanted = Signal()

    def __init__(
        self,
        shop: Shop,
        background: Runner,
        complaint: str,
        tab: Tab | str = Tab.ASK,
        parent: QWidget | None = None,
        *,
        is_online: bool = True,
    ) -> None:
        super().__init__("eye", tr("Make the ending show"), _WIDE, parent)
        self._shop, self._background, self._id = shop, background, complaint
        self._is_online = is_online
        self.open_url = elsewhere.open_url  # hands an address to the browser
        self.known: Known | None = None
        self.tab = Tab(tab)
        self.ask_tab = WriteTab(shop, background, Purpose.ASK)
        self.say_tab = WriteTab(shop, background, Purpose.ENDING)
        self.shows_tab = ShowsTab(shop)
        self._make_parts()
        self._arrange()
        self._connect()
        self.fit(_HIGH)
        self.show_tab(self.tab)
        # Behind what is being written: a draft that was just begun beside the thread is in it.
        background.run(self, lambda: facts.read(shop, complaint), self._came, lane="write")

    # --- building -----------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.tabs = [
            FilterButton(tr("Ask them to say so"), "person", small=False),
            FilterButton(tr("Say it ourselves"), "send", small=False),
            FilterButton(tr("It already shows"), "link", small=False),
        ]
        self._group = one_of(self, *self.tabs)
        self.stack = QStackedWidget()
        for page in (self.ask_tab, self.say_tab, self.shows_tab):
            self.stack.addWidget(page)
        self.before, self.after = PasserByPreview(tr("Today"), 1), PasserByPreview("", 1)
        self.foot_line = WrapLabel("", "body", "text2")
        self.change = LinkButton(tr("Change"))
        self.change.setAccessibleName(tr("Change how long we wait for a word"))
        self.waits = QMenu(self)
        self.trouble = Bar("", tone="brick", can_dismiss=False)
        self.trouble.hide()
        self.standing = LinkButton(tr("Leave it standing, with a reason…"))
        self.close_button = Button(tr("Save and close"))
        self.blocked = Button("", kind="amber")
        self.confirm = Button("", kind="primary", key=POST_KEY)

    def _arrange(self) -> None:
        left, row = QWidget(), QWidget()
        column, flow = QVBoxLayout(left), FlowLayout(row, px(6), px(6))
        column.setContentsMargins(px(18), px(13), px(18), px(12))
        column.setSpacing(px(9))
        for tab in self.tabs:
            flow.addWidget(tab)
        for widget in (row, self.trouble):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        body = QHBoxLayout()
        body.setSpacing(0)
        self._left, self._needed = Scrolled(left), 0
        left.installEventFilter(self)
        body.addWidget(self._left, 1)
        self._side = self._make_side()
        body.addWidget(self._side)
        self.body.addLayout(body, 1)
        posts = (self.ask_tab.composer.post_button, self.say_tab.composer.post_button)
        buttons = (self.close_button, self.blocked, *posts, self.confirm)
        self.foot.addLayout(in_a_foot((self.standing,), buttons), 1)

    def _make_side(self) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(18), px(14), px(18), px(14))
        column.setSpacing(px(10))
        column.addWidget(WrapLabel(tr("A passer-by, before and after"), "strong"))
        column.addWidget(self.before)
        column.addWidget(self.after)
        column.addWidget(self.foot_line)
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.ask_tab.findings)
        column.addWidget(self.say_tab.findings)
        column.addStretch(1)
        keep_colours(inner, ground="surface")
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(px(_BESIDE) // 2)  # until the dialog has found its own width
        set_ring(area, "none")
        keep_colours(area, ground="surface")
        return area

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and watched is self._left.widget():
            QTimer.singleShot(0, self, self._make_room)
        return super().eventFilter(watched, event)

    def _make_room(self) -> None:
        """What the tab needs more than before is in sight while the screen has room; only then it scrolls."""
        page = self._left.widget()
        before, self._needed = self._needed, page.layout().minimumHeightForWidth(page.width())  # type: ignore[union-attr]
        if self._needed > before:
            self.grow(self._needed - self._left.viewport().height())

    def _follow_caret(self, composer: Composer) -> None:
        """The line that is written stays in sight, where the dialog is too low for all of it."""
        editor = composer.editor
        self._left.keep_in_sight(editor, editor.cursorRect().translated(editor.viewport().pos()))

    def _connect(self) -> None:
        for tab in (self.ask_tab, self.say_tab):
            tab.composer.caret_moved.connect(partial(self._follow_caret, tab.composer))
        self._group.idClicked.connect(lambda at: self.show_tab(tuple(Tab)[at]))
        for tab in (self.ask_tab, self.say_tab):
            tab.post_wanted.connect(self._post)
            tab.composer.back_requested.connect(self.close)
            tab.talk_wanted.connect(lambda: self._leave_for(self._id))
            tab.copy_wanted.connect(self._copy)
            tab.owner_wanted.connect(self._ask_owner)
            tab.book_wanted.connect(self._open_book)
            tab.told.connect(self._told)
            tab.failed.connect(self._failed)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):  # in a text it is the text's own
            QShortcut(QKeySequence(keys), self, self._press)
        self.shows_tab.changed.connect(self._refresh)
        self.shows_tab.confirmed.connect(self._confirm)
        self.shows_tab.refused.connect(self._not_it)
        self.confirm.clicked.connect(self.shows_tab.press)
        self.blocked.clicked.connect(self._say_why)
        self.close_button.clicked.connect(self.close)
        self.standing.clicked.connect(self.leave_standing)
        self.change.clicked.connect(lambda: self.waits.popup(self.change.mapToGlobal(self.change.rect().bottomLeft())))

    # --- what it knows ------------------------------------------------------------------------------------

    def _came(self, known: Known | None) -> None:
        if known is None:
            self.reject()
            return
        self.known = known
        title = tr("Make the ending show: {name}").format(name=known.name)
        self.set_title(title, facts.subtitle(known, self._shop))
        self.tabs[0].setText(tr("Ask {name} to say so").format(name=known.first))
        for tab in (self.ask_tab, self.say_tab):
            tab.set_known(known, is_online=self._is_online)
        self.shows_tab.set_known(known)
        self.show_tab(self.tab)

    def read_again(self) -> None:
        """It comes back after others were here: what is so by now stands in it, what was typed or picked stays."""
        shop, complaint = self._shop, self._id
        self._background.run(self, lambda: facts.read(shop, complaint), self._came_again, lane="write")

    def _came_again(self, known: Known | None) -> None:
        if known is None or self.known is None:
            self._came(known)
            return
        before, self.known = self.known, known
        self.set_title(self.windowTitle(), facts.subtitle(known, self._shop))
        for tab in (self.ask_tab, self.say_tab):
            tab.know_again(known, is_online=self._is_online)
        self.shows_tab.know_again(known)
        self._show_side()
        self._refresh()
        if meanwhile := facts.moved_meanwhile(before, known):
            self._tell(meanwhile, "amber")

    def show_tab(self, tab: Tab) -> None:
        """One of the three ways."""
        self.tab = tab
        at = tuple(Tab).index(tab)
        self.tabs[at].setChecked(True)
        self.stack.setCurrentIndex(at)
        self._show_side()
        self._refresh()
        if self.known is not None:
            self._focus()

    def _focus(self) -> None:
        if self.tab is Tab.SHOWS:
            self.shows_tab.focus_first()
        else:
            writer = self.ask_tab if self.tab is Tab.ASK else self.say_tab
            writer.composer.focus_editor()
            writer.composer.editor.go_to_first_blank()

    def _press(self) -> None:
        """What the button in the foot does; or the answer to what was proposed, where the keyboard is on that."""
        if self.tab is Tab.SHOWS:
            asked = next((b for b in (self.shows_tab.yes, self.shows_tab.no) if b.hasFocus()), None)
            asked.click() if asked is not None else self.shows_tab.press()
        else:
            (self.ask_tab if self.tab is Tab.ASK else self.say_tab).composer.press()

    def may_not_ask(self) -> tuple[str, str]:
        """Why asking isn't open now; empty when it is."""
        return facts.may_not_ask(self.known, self._shop) if self.known else ("", "")

    def _refresh(self) -> None:
        """Which button stands in the foot."""
        short = self.may_not_ask()[0] if self.tab is Tab.ASK else ""
        self.blocked.setText(short)
        self.blocked.setVisible(bool(short))
        self.ask_tab.composer.post_button.setVisible(self.tab is Tab.ASK and not short)
        self.say_tab.composer.post_button.setVisible(self.tab is Tab.SAY)
        self.confirm.setVisible(self.tab is Tab.SHOWS)
        text, ready = self.shows_tab.next_step()
        self.confirm.setText(text)
        self.confirm.set_kind("primary" if ready else "amber")
        self.close_button.setText(tr("Close") if self.tab is Tab.SHOWS else tr("Save and close"))

    # --- before and after -----------------------------------------------------------------------------------

    def _show_side(self) -> None:
        for tab, writer in ((Tab.ASK, self.ask_tab), (Tab.SAY, self.say_tab)):
            writer.findings.setVisible(self.tab is tab and bool(writer.findings.titles()))
        known = self.known
        if known is None:
            return
        lines = self._lines(known)
        nothing = said_so_far(known.complaint)
        self.before.set_lines(lines, nothing, "amber", f"{tr('Today')}. {nothing}")
        title, note = self._after(known)
        self.after.set_title(title)
        self.after.set_lines(lines, note, "leaf", f"{title}: {note}")
        self.standing.setVisible(known.complaint.stage in OPEN_STAGES)
        self.foot_line.setVisible(self.tab is Tab.ASK)
        self.change.setVisible(self.tab is Tab.ASK and not self._shop.read_only)
        said = (self._named(known.suggest_on), "strong text")
        self.foot_line.set_parts(
            tr("If there’s no word by "), said, tr(", we’ll suggest saying it yourselves.")
        )
        self._list_waits(known)

    def _named(self, day: date) -> str:
        """`Tuesday 17 June`"""
        clock = self._shop.clock
        noon = datetime.combine(day, time(12), clock.local(clock.now()).tzinfo)
        return f"{moments.weekday(clock, noon)} {moments.date(clock, noon)}"

    def _list_waits(self, known: Known) -> None:
        """How long one waits for a word, in opening days: the shop's choice, for every ask."""
        self.waits.clear()
        for days, day in known.waits:
            number = tr("1 opening day") if days == 1 else tr("{n} opening days").format(n=days)
            made = self.waits.addAction(f"{number}: {self._named(day)}")
            made.setCheckable(True)
            made.setChecked(day == known.suggest_on)
            made.triggered.connect(lambda _on=False, days=days: self._wait_for(days))

    def _wait_for(self, days: int) -> None:
        shop = self._shop

        def kept(_nothing: object) -> None:
            if self.known is not None:
                day = dict(self.known.waits)[days]
                self.known = replace(self.known, suggest_on=day)
                self._show_side()

        put = lambda: settings.put(shop.store, settings.SUGGEST_DAYS, days)  # noqa: E731
        self._background.run(self, put, kept, self._failed, lane="write")

    @staticmethod
    def _lines(known: Known) -> list[PreviewLine]:
        """Their first words, our last public ones, and what they have said since."""
        public = [post for post in known.thread if post.is_public]
        ours = [post for post in public if post.is_ours][-1:]
        since = [post for post in known.theirs if post.is_public and ours and post.posted_at > ours[0].posted_at]
        shown: Sequence[Post] = [*([known.root] if known.root else []), *ours, *since[-1:]]
        return [
            PreviewLine(known.shop_name if p.is_ours else p.author_name, "", " ".join(p.text.split()), p.is_ours)
            for p in shown
        ]

    def _after(self, known: Known) -> tuple[str, str]:
        if self.tab is Tab.ASK:
            return (
                tr("If {name} adds a line").format(name=known.first),
                tr("{name}, saying how it ended").format(name=known.first),
            )
        if self.tab is Tab.SAY:
            return tr("If you say it"), tr("{shop}, saying how it ended").format(shop=known.shop_name)
        return tr("If it shows already"), tr("How it ended, with a saved copy kept here")

    # --- doing ----------------------------------------------------------------------------------------------

    def _post(self, writing: Writing, channel: Channel) -> None:
        from desktop import counter

        self._put(counter.post, writing, channel, self._went)

    def _copy(self, writing: Writing, channel: Channel) -> None:
        """Where we can't post from here: a person pastes it, and tells beside the thread (design 5.3)."""
        from desktop import counter

        self._put(counter.copy_out, writing, channel, self._was_copied)

    def _put(
        self, put: Callable[..., Reply], writing: Writing, channel: Channel, done: Callable[[Reply], None]
    ) -> None:
        short, why = self.may_not_ask() if self.tab is Tab.ASK else ("", "")
        if short:
            announce(self, why, assertive=True)
            return
        shop, one = self._shop, self._id
        purpose = Purpose.ASK if self.tab is Tab.ASK else Purpose.ENDING
        self._background.run(
            self,
            lambda: put(shop, one, writing, channel=channel, purpose=purpose),
            done,
            self._failed,
            lane="write",
        )

    def _went(self, reply: Reply) -> None:
        (self.ask_tab if self.tab is Tab.ASK else self.say_tab).forget()
        self.accept()
        self.posted.emit(reply)

    def _was_copied(self, reply: Reply) -> None:
        url = self.known.url if self.known is not None else ""
        (self.ask_tab if self.tab is Tab.ASK else self.say_tab).forget()
        self.accept()
        QGuiApplication.clipboard().setText(reply.text)
        if url and not self._shop.is_practice:
            self.open_url(url)
        self.conversation_wanted.emit(self._id)

    def _confirm(self, what: tuple[ProofKind, str, str, str]) -> None:
        from desktop import counter

        kind, post, link, words = what
        shop, one = self._shop, self._id
        self._background.run(
            self,
            lambda: counter.confirm_ending(shop, one, kind=kind, post_id=post, link=link, words=words),
            self._done,
            self._failed,
            lane="write",
        )

    def _not_it(self) -> None:
        from desktop import counter

        shop, one = self._shop, self._id
        work = lambda: counter.not_the_ending(shop, one)  # noqa: E731
        self._background.run(self, work, self.acted.emit, self._failed, lane="write")

    def _done(self, undo: object) -> None:
        self.accept()
        self.acted.emit(undo)

    def _told(self, undo: object, text: str) -> None:
        """Something beside the text was done; the dialog stays."""
        self.acted.emit(undo)
        announce(self, text)

    def _open_book(self) -> None:
        self.close()
        self.book_wanted.emit()

    def _failed(self, error: Exception) -> None:
        from desktop.counter import SomebodyIsOnIt

        ways = ((tr("Take it over"), self._take_over),) if isinstance(error, SomebodyIsOnIt) else ()
        self._tell(told(error), "brick", ways)

    def _take_over(self) -> None:
        """Who is here goes on with it; the words are as they are, and are posted when somebody presses that again."""
        from desktop import counter

        shop, one = self._shop, self._id

        def taken(undo: object) -> None:
            self.trouble.hide()
            self._told(undo, tr("You’re on it"))

        self._background.run(self, lambda: counter.take_it_over(shop, one), taken, self._failed, lane="write")

    def _tell(self, text: str, tone: str, ways: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        self.trouble.set_bar(text, ways, tone)
        self.trouble.show()
        self.trouble.tell()

    def _say_why(self) -> None:
        announce(self, self.may_not_ask()[1], assertive=True)
        cross = next((tick for tick in self.ask_tab.ticks if not tick.holds), None)
        if cross is not None:
            cross.words.set_parts((cross.words.text(), "strong brick"))

    def _ask_owner(self) -> None:
        """The words wait for the owner, beside the thread."""
        tab, shop, one = (self.ask_tab if self.tab is Tab.ASK else self.say_tab), self._shop, self._id
        writing, channel = tab.composer.writing(), tab.composer.channel()
        purpose = Purpose.ASK if self.tab is Tab.ASK else Purpose.ENDING

        def work() -> object:
            from desktop import counter

            return counter.ask(shop, one, writing, channel=channel, purpose=purpose)

        def done(_: object) -> None:
            tab.forget()
            self._leave_for(one)

        self._background.run(self, work, done, self._failed, lane="write")

    def leave_standing(self) -> None:
        """The reason is asked for in a small dialog of its own."""
        asking = LeaveStandingDialog(self._shop, self._background, self._id, self)
        asking.acted.connect(self._done)
        asking.write_wanted.connect(self._leave_for)
        self.asking = asking
        asking.open()

    def _leave_for(self, conversation: object) -> None:
        self.close()
        self.conversation_wanted.emit(conversation)

    # --- going ------------------------------------------------------------------------------------------------

    def done(self, result: int) -> None:
        """However it closes, what was written is kept."""
        for tab in (self.ask_tab, self.say_tab):
            tab.flush()
            tab.forget()
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(min(px(_BESIDE), self.width() * 2 // 5))
        self._side.setVisible(self.width() >= px(_BOTH) * 2 // 3)

