"""The desk of the composer: tabs, start choices, texts, parts and footer, and what the page sets on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.coach.scene import ALL, Reading
from desktop.language.times import Meant, first_meant
from desktop.records import Channel, Limits
from desktop.writing import Ink, Paragraph, Part, Run, Writing
from ui.moments import tr, translated
from ui.theme import px
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel
from ui.widgets.rule import Rule
from ui.widgets.wrap import WrapLabel
from ui.words import first_name

from .back_by import BackBy
from .choices import StartChoices
from .coach_panel import CoachPanel
from .context import ComposerContext, StartChoice
from .editor import ReplyEditor
from .footer import Footer
from .formats import Blank
from .next_step import Draft, Step, next_step
from .pace import Pace
from .parts_bar import PartsBar
from .suggestions import BlankSuggestions
from .tabs import Tabs
from .wordings_popup import WordingsPopup

HINT = "Start anywhere. The first line can be the last one you keep."
NOTE_HINT = "Only your team sees notes."


class Desk(Panel):
    """Everything that shows and everything that is set; `Composer` adds the coach and the posting."""

    draft_changed = Signal(object, object)  # Writing, Channel
    post_requested = Signal(object, object, bool)  # Writing, Channel, and open the next
    note_requested = Signal(object)
    copy_requested = Signal(object)
    ask_requested = Signal(object)
    read_requested = Signal()
    take_requested = Signal()  # somebody else is on it: to go on in their place
    looking_started = Signal()
    back_requested = Signal()
    finding_dismissed = Signal(str)
    stop_answered = Signal(str, bool)  # a check, and whether it stops for this person
    noise_answered = Signal(str, bool)  # a check, and whether the owner turns it off for the shop
    fact_confirmed = Signal(object)  # Fact
    book_wanted = Signal(object)  # Fact, or None for the hours
    ending_wanted = Signal()
    their_words_shown = Signal(object)  # (start, end) in their text, or None: somebody wants to see them
    their_words_meant = Signal(object)  # the same, of what the coach speaks of: nothing is to move
    compare_requested = Signal(object)  # PastReply
    coach_toggled = Signal(bool)
    channel_changed = Signal(object)
    situation_chosen = Signal(str)  # a key of starters.SITUATIONS
    more_wanted = Signal()  # the source of openings that `set_more` named
    announced = Signal(str)
    caret_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "edge", parent=parent)
        self._context = ComposerContext()
        self._channel = Channel.PUBLIC
        self._answering = {Channel.NOTE: True}
        self._dismissed: set[str] = set()
        self._said_public: set[str] = set()  # "It's already public" was said of these words, in this draft
        self._revision = self._confirmed = self._new = 0
        self._is_looking = self._parts_wait = self._is_tight = False
        self._more = ""
        self._reading: Reading | None = None
        self._coach_shows = True
        self.coach = CoachPanel()
        self.tabs, self.choices, self.parts_bar = Tabs(), StartChoices(), PartsBar()
        self.back_by_row, self.footer = BackBy(), Footer()
        self.summary_line = WrapLabel(token="text2")
        self._editors = {channel: self._new_editor(channel) for channel in Channel}
        self._suggestions = {channel: self._new_suggestions(channel) for channel in Channel}
        self._wordings = WordingsPopup(self)
        self._pace = Pace(self)
        self._arrange()
        self._connect()
        self.set_context(self._context)

    def _new_editor(self, channel: Channel) -> ReplyEditor:
        editor = ReplyEditor()
        is_note = channel is Channel.NOTE
        editor.set_has_parts(not is_note)
        editor.set_hint(tr(NOTE_HINT if is_note else HINT))
        editor.setAccessibleName(tr("Your note") if is_note else tr("Your reply"))
        editor.changed.connect(self._changed)
        editor.cursorPositionChanged.connect(self.caret_moved)
        editor.blank_entered.connect(self._offer_suggestions)
        editor.blank_left.connect(lambda: self._suggestions[channel].hide())
        editor.part_toggle_asked.connect(self.toggle_part)
        editor.wordings_asked.connect(self.open_wordings)
        editor.back_asked.connect(self._back)
        editor.announced.connect(self.announced)
        editor.set_writing(Writing())
        editor.installEventFilter(self)
        return editor

    def _new_suggestions(self, channel: Channel) -> BlankSuggestions:
        made = BlankSuggestions(self._editors[channel], self.footer)
        made.picked.connect(lambda words: self._editors[channel].fill(words))
        return made

    def keep_clear(self, head: QWidget, words: Callable[[], QRect]) -> None:
        """What is offered at a blank leaves this in sight, and their words (where they stand in the window now), where
        there is room for both."""
        for suggestions in self._suggestions.values():
            suggestions.ceiling, suggestions.words_in_sight = head, words

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        summary = QWidget()
        room = QVBoxLayout(summary)
        room.setContentsMargins(px(12), px(6), px(12), px(6))
        room.addWidget(self.summary_line)
        self._summary = summary
        self._rules = [Rule(), Rule(), Rule()]
        column.addWidget(self.tabs)
        column.addWidget(self.choices)
        column.addWidget(self.parts_bar)
        column.addWidget(self._rules[0])
        for editor in self._editors.values():
            column.addWidget(editor, 1)
        for each in (self._rules[1], self.back_by_row, summary, self._rules[2], self.footer):
            column.addWidget(each)
        self._foot: Panel | None = None

    def loose_foot(self) -> Panel:
        """The footer as a panel of its own, to stand right under this one and stay in sight while this one scrolls."""
        if self._foot is None:
            foot = self._foot = Panel("surface", "edge")
            foot.set_open(above=True)
            column = QVBoxLayout(foot)
            column.setContentsMargins(1, 0, 1, 1)
            column.setSpacing(0)
            for each in (self._rules[2], self.footer):
                column.addWidget(each)
            self._show()
        return self._foot

    def holds(self, widget: QWidget | None) -> bool:
        """Whether a widget is one of the composer's, wherever its footer stands."""
        return widget is not None and (self.isAncestorOf(widget) or self.footer.isAncestorOf(widget))

    def set_tight(self, tight: bool, *, parts: bool = True) -> None:
        """Little room: the parts and the foot in one row each; without `parts` these wait until somebody writes."""
        self.parts_bar.set_tight(tight)
        self.footer.set_tight(tight)
        if parts is self._parts_wait or tight is not self._is_tight:
            self._parts_wait, self._is_tight = not parts, tight
            self._show()

    def _needs_summary(self) -> bool:
        return self.is_answering() and self._channel is not Channel.NOTE and not self._coach_shows

    def _show_summary(self) -> None:
        """The coach in one line, where its column isn't shown; with little room in the foot."""
        needs = self._needs_summary()
        self._summary.setVisible(needs and not self._is_tight)
        self.footer.set_summary(self.summary_line.text() if needs and self._is_tight else "")

    def _has_parts(self) -> bool:
        return self._channel is not Channel.NOTE and bool(self._context.offers) and not self._parts_wait

    def least_height(self, width: int, text: int, *, tight: bool, parts: bool = True) -> int:
        """What it needs at this width with `text` for the text, both in px, its foot too; however it stands now."""
        inside, tabs = width - 2, self.tabs.sizeHint().height() + 2
        if not self.is_answering():
            return tabs + self.choices.brief_height(inside)
        has_parts = parts and self._channel is not Channel.NOTE and bool(self._context.offers)
        above = self.parts_bar.height_at(inside, tight=tight) + 1 if has_parts else 0
        below = self.footer.height_at(inside, tight=tight) + 2
        rows: list[QWidget] = [] if self.back_by_row.isHidden() else [self.back_by_row]
        rows += [self._summary] if self._needs_summary() and not tight else []
        below += sum(max(row.heightForWidth(inside), row.minimumSizeHint().height()) + 1 for row in rows)
        return tabs + above + text + below

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.set_channel)
        self.choices.chosen.connect(self._begin)
        self.choices.situation_chosen.connect(self.situation_chosen)
        self.choices.more_wanted.connect(self.more_wanted)
        self.parts_bar.toggle_asked.connect(self.toggle_part)
        self._wordings.picked.connect(lambda choice: self.editor.reword_current(choice.paragraph))
        self._pace.save.connect(self._save)
        self._pace.read.connect(self._take_time)
        self.back_by_row.picked.connect(self._tell_time)
        self.coach.collapse_requested.connect(lambda: self.coach_toggled.emit(False))
        self.coach.stop_answered.connect(self.stop_answered)
        self.coach.noise_answered.connect(self.noise_answered)
        self.coach.on_wanted.connect(lambda: self.stop_answered.emit(ALL, False))

    # ---- what the page sets ---------------------------------------------------------------------

    def set_context(self, context: ComposerContext) -> None:
        """What is known about this conversation. Another person's: what was dismissed is forgotten."""
        if context.their_name != self._context.their_name or context.their_text != self._context.their_text:
            self._dismissed.clear()
            self._said_public.clear()
            self.coach.forget()
        self._context = context
        if self._channel not in context.channels:
            self._channel = context.channels[0]
        self.tabs.set_channels(context.channels, context.place, self._channel)
        self.tabs.tail.set_name(context.person_name)
        self.coach.set_off(ALL in context.quiet)
        self.coach.set_noisy(context.noisy, context.person_name)
        self.choices.set_choices(context.first, context.looking, context.blank_line)
        self.choices.situation.set_situation(
            context.situation, context.situations, is_guessed=not context.is_situation_chosen
        )
        self.parts_bar.set_offers(context.offers)
        self._show_more()
        limited = context.limits != Limits() and context.owner_name != context.person_name
        self.footer.set_owner(context.owner_name if limited else "")
        self._touch()
        self._show()
        self._pace.read_now()

    def context(self) -> ComposerContext:
        """What it was told last."""
        return self._context

    def set_online(self, is_online: bool) -> None:
        """Whether a reply can leave now; offline, the button says "Put in outbox"."""
        if is_online != self._context.is_online:
            self._context = replace(self._context, is_online=is_online)
            self._refresh()

    def set_writing(self, writing: Writing, channel: Channel = Channel.PUBLIC, at_end: bool = False) -> None:
        """Put a draft in. An empty one shows the start choices, unless `at_end` asks for the text itself."""
        self._editors[channel].set_writing(writing, at_end)
        self._answering[channel] = channel is Channel.NOTE or at_end or not writing.is_empty
        if channel is self._channel:
            self._pace.forget()
            self._touch()
            self._show()
            self._pace.read_now()

    def writing(self, channel: Channel | None = None) -> Writing:
        """The text of the channel that shows, or of `channel`."""
        return self._editors[channel or self._channel].writing()

    def put_draft(self, writing: Writing, channel: Channel) -> None:
        """Put these words into another tab, and save them as a draft."""
        self.set_writing(writing, channel)
        self.draft_changed.emit(writing, channel)

    def clear(self, channel: Channel) -> None:
        """It is posted: an empty text, and the start choices again."""
        if channel is Channel.PUBLIC or channel is self._channel:
            self._is_looking = False
            self._dismissed.clear()
            self._said_public.clear()
            self.coach.forget()
            self.tabs.tail.set_saved(None)
        self.set_writing(Writing(), channel)

    def channel(self) -> Channel:
        """Which tab shows."""
        return self._channel

    def set_channel(self, channel: Channel) -> None:
        """Show another tab; what was written stays where it is."""
        if channel not in self._context.channels:
            return
        if channel is not self._channel:
            self._pace.flush()
            self._channel = channel
            self._touch()
            self.channel_changed.emit(channel)
            self._pace.read_now()
        self.tabs.set_channels(self._context.channels, self._context.place, channel)
        self._show()
        if self.is_answering():
            self.editor.setFocus()

    def set_saved(self, at: datetime | None) -> None:
        """When the draft was saved (aware); None: nothing is."""
        self.tabs.tail.set_saved(at)

    def set_new_messages(self, count: int) -> None:
        """They wrote meanwhile: to be read before this goes."""
        self._new = count
        self._refresh()

    def set_undo_elsewhere(self, elsewhere: bool) -> None:
        """True: Ctrl+Z takes back a reply that is on its way, so the text leaves it to the window."""
        for editor in self._editors.values():
            editor.set_undo_elsewhere(elsewhere)

    def set_coach_visible(self, visible: bool) -> None:
        """False: the coach's column is hidden and its one line shows here."""
        self._coach_shows = visible
        self._show()

    def set_back_by(self, at: datetime | None) -> None:
        """A promise being made: when; None: none."""
        self._is_looking = at is not None
        if at is not None:
            self.back_by_row.begin(self._context.now(), self._context.closes_at)
            self.back_by_row.set_at(at)
        self._show()

    def back_by(self) -> datetime | None:
        """The time being promised, None when this is no "I'm looking into it"."""
        return self.back_by_row.at() if self._is_looking and self._channel is not Channel.NOTE else None

    def set_shop_book(self, lines: list[tuple[str, str]], title: str = "From the Shop book") -> None:
        """The facts that fit, (title, text) each, for the coach's column."""
        self.coach.set_shop_book(lines, title)

    # ---- what the page may ask ------------------------------------------------------------------

    @property
    def editor(self) -> ReplyEditor:
        """The text that shows."""
        return self._editors[self._channel]

    @property
    def post_button(self) -> Button:
        """The button that says what to do next."""
        return self.footer.post

    def is_answering(self) -> bool:
        """Does the text show, not the start choices?"""
        return self._answering.get(self._channel, False)

    def start(self, which: int) -> None:
        """Begin: 0 the blank page, 1 the starter that fits, 2 "I'm looking into it". Keeps what is written."""
        if self._channel is Channel.NOTE:
            self.set_channel(next((c for c in self._context.channels if c is not Channel.NOTE), Channel.NOTE))
        choice = {1: self._context.first, 2: self._context.looking}.get(which)
        if which and choice is None:
            return
        self._begin(choice)

    def set_more(self, text: str) -> None:
        """Offers one source of openings more; "" takes it away."""
        self._more = text
        self._show_more()

    def _show_more(self) -> None:
        """What is serious, private or about many people begins with the openings made for it."""
        grave = self._context.is_serious or self._context.situation in ("priv", "crisis")
        self.choices.set_more("" if grave else self._more)

    def begin_with(self, choice: StartChoice) -> None:
        """Begin with an opening from elsewhere; after what is written, where something is."""
        written = self.writing()
        if written.is_empty:
            self._begin(choice)
            return
        more = (one for one in choice.writing.paragraphs if one.part is not Part.SIGN)
        self.put_draft(Writing((*written.paragraphs, *more)), self._channel)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.go_to_first_blank()

    def show_note(self) -> None:
        """Go to the note."""
        self.set_channel(Channel.NOTE)

    def focus_editor(self) -> None:
        """Go to the text, or to the first card."""
        self.way_in().setFocus()

    def way_in(self) -> QWidget:
        """Where the keyboard belongs: the text, or the first card."""
        cards = self.choices.cards()
        return self.editor if self.is_answering() or not cards else cards[0]

    def insert_text(self, words: str) -> None:
        """Put words into the current blank, or at the caret."""
        self._answering[self._channel] = True
        self._show()
        self.editor.setFocus()
        self.editor.fill(words)

    # ---- beginning and writing ------------------------------------------------------------------

    def _begin(self, choice: StartChoice | None) -> None:
        self._answering[self._channel] = True
        goes_on = choice is None and not self.writing().is_empty
        if self.writing().is_empty:
            self.editor.set_writing(choice.writing if choice else Writing())
            if choice is not None:
                self._changed()
        if choice is not None and choice.is_looking and not self._is_looking:
            self._is_looking = True
            self.back_by_row.begin(self._context.now(), self._context.closes_at)
        self._show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if goes_on:
            self.editor.go_on()
        else:
            self.editor.go_to_first_blank()
        self._pace.read_now()
        if choice is not None and choice.is_looking:
            self.looking_started.emit()

    def _show(self) -> None:
        """Show what belongs to the present channel and hide the rest."""
        answering, is_note = self.is_answering(), self._channel is Channel.NOTE
        self.choices.setVisible(not answering)
        self.parts_bar.setVisible(answering and self._has_parts())
        for channel, editor in self._editors.items():
            editor.setVisible(answering and channel is self._channel)
            if channel is not self._channel:
                self._suggestions[channel].hide()
        self.back_by_row.setVisible(answering and not is_note and self._is_looking)
        self._show_summary()
        self.footer.setVisible(answering)
        self._rules[0].setVisible(self.parts_bar.isVisibleTo(self))
        self._rules[1].setVisible(self.back_by_row.isVisibleTo(self))
        self._rules[2].setVisible(answering)
        self.footer.set_is_note(is_note)
        ground = "note" if is_note else "surface"
        self.set_look(ground, "edge")
        if self._foot is not None:
            self._foot.set_look(ground, "edge")
            self._foot.setVisible(answering and not self.isHidden())
            self.set_open(below=answering)
        self.editor.set_ground(ground)
        self._refresh()

    def _changed(self) -> None:
        self._touch()
        self._pace.touch()
        self._refresh()

    def _touch(self) -> None:
        self._revision += 1
        self._confirmed = 0

    def _refresh(self) -> None:
        """Bring parts bar, figures and button up to the text; runs at every key, so it is kept short."""
        writing = self.writing()
        self.parts_bar.set_on({p.part for p in writing.paragraphs if p.part is not None})
        is_note = self._channel is Channel.NOTE
        theirs = self._context.their_name
        names = (theirs, first_name(theirs), self._context.person_name)
        self.footer.set_share(None if is_note else writing.own_share(names))
        limit = self._context.limit_for(self._channel)
        count = self._context.count(writing.plain()) if limit.most else 0
        self.footer.set_count(count, limit)
        is_public = self._channel is Channel.PUBLIC
        self.footer.set_warning(translated(self._context.warning(writing.plain())) if is_public else "")
        self._step = self._next_step(writing, count - limit.most if limit.most else 0)
        self.footer.set_step(self._step)

    def _next_step(self, writing: Writing, over: int) -> Step:
        draft = Draft(
            self._channel,
            writing.is_empty,
            len(writing.blanks()),
            over,
            self._new,
            self._confirmed == self._revision,
        )
        return next_step(self._context, draft, self._reading)

    def step(self) -> Step:
        """What the post button would do now."""
        return self._step

    def _save(self) -> None:
        self.draft_changed.emit(self.writing(), self._channel)

    def flush(self) -> None:
        """Send out what was written since the last `draft_changed`."""
        self._pace.flush()

    def _back(self) -> None:
        self._pace.flush()
        self.back_requested.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._pace.flush()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._pace.flush()
        super().hideEvent(event)

    # ---- back by, in the row and in the text ------------------------------------------------------

    def _time_in_text(self) -> Meant | None:
        """The time that the text gives: in its next step, else anywhere."""
        writing, now, at = self.writing(), self._context.now(), 0
        if self._is_looking:
            for paragraph in writing.paragraphs:
                words = paragraph.plain()
                found = first_meant(words, now) if paragraph.part is Part.NEXT else None
                if found is not None:
                    return Meant(found.at, found.start + at, found.end + at)
                at += len(words) + 1
        return first_meant(writing.plain(), now) if self._is_looking else None

    def _take_time(self) -> None:
        """A time written in the text is the time that is promised."""
        found = self._time_in_text()
        if found is not None and found.at != self.back_by_row.at():
            self.back_by_row.set_at(found.at)

    def _tell_time(self, at: datetime) -> None:
        """A time chosen in the row goes into the text, where that gives one or has a blank for it."""
        found, is_today = self._time_in_text(), at.date() == self._context.now().date()
        words = f"{at:%H:%M}" if is_today else f"{at:%H:%M} tomorrow"
        if found is not None:
            self.editor.put_words((found.start, found.end), words)
        else:
            self.editor.fill_named("when", words)

    # ---- parts, wordings, suggestions -----------------------------------------------------------

    def toggle_part(self, part: Part) -> None:
        """Put a part in or take it out; a locked one says why it has to wait."""
        offer = next((offer for offer in self._context.offers if offer.part is part), None)
        if self._channel is Channel.NOTE or offer is None:
            return
        if part in self.editor.parts():
            self.editor.remove_part(part)
        elif offer.is_locked:
            self._say(translated(offer.tooltip))
        else:
            self.editor.setFocus()
            self.editor.add_part(self._paragraph(part))

    def _paragraph(self, part: Part) -> Paragraph:
        if part is Part.SIGN and self._context.sign_off:
            return Paragraph((Run(self._context.sign_off, Ink.FILLED),), part)
        choices = self._context.wordings(part)
        return choices[0].paragraph if choices else Paragraph((), part)

    def open_wordings(self) -> None:
        """Show other ways to phrase the current part."""
        editor, part = self.editor, self.editor.current_part()
        choices = self._context.wordings(part) if part is not None else ()
        if not choices:
            return
        box = editor.current_paragraph_rect()
        paragraph = QRect(editor.viewport().mapToGlobal(box.topLeft()), box.size())
        width = max(px(220), min(box.width() + px(20), self.width() - px(20)))
        self._wordings.set_choices(choices, editor.current_paragraph().wording)
        self._wordings.open_at(paragraph, width, px(360))

    def wordings_popup(self) -> WordingsPopup:
        """The list of other wordings."""
        return self._wordings

    def suggestions_popup(self) -> BlankSuggestions:
        """The list at a blank."""
        return self._suggestions[self._channel]

    def _offer_suggestions(self, blank: Blank) -> None:
        editor = self.editor
        if editor.hasFocus():
            sections = self._context.suggestions(blank.name)
            self.suggestions_popup().offer(sections, lambda: editor.blank_rect(blank), editor.viewport())

    def _say(self, words: str, assertive: bool = False) -> None:
        announce(self.editor, words, assertive)
        self.announced.emit(words)
