"""The head of a conversation: who, where, when, what kind; and the line that says what a passer-by sees."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop.clock import Clock
from desktop.passerby import SightState
from desktop.records import Conversation, Source
from ui import elsewhere, moments, words
from ui.moments import tr
from ui.theme import theme
from ui.theme.keep import keep_colours
from ui.widgets.bars import Glyph
from ui.widgets.beside import BesideLayout
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.chips import Chip
from ui.widgets.elide import ElidedLabel
from ui.widgets.layouts import widgets_in
from ui.widgets.panel import Panel
from ui.widgets.stars import Stars
from ui.widgets.tile import Tile
from ui.widgets.tips import named, plain_tip
from ui.widgets.wrap import WrapLabel

from .facts import Known


class Header(QWidget):
    """Line 1. The icon buttons stand for the acts of the view."""

    back_pressed = Signal()
    kind_pressed = Signal()
    topics_pressed = Signal()
    open_pressed = Signal()
    note_pressed = Signal()
    remind_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = IconButton("left", tr("Back to the list (Esc)"), framed=True)
        self.tile = Tile("", "", 20)
        self.name = ElidedLabel("", "person")
        self.source = ElidedLabel("", "body", "text2")
        self.stars = Stars(0, "")
        self.date = ElidedLabel("", "body", "text2")
        self.kind = Chip(None, "")
        self.topics = Chip(None, "")
        self.state = Chip(None, "")
        self.open = IconButton("open", tr("Open in browser"), framed=True)
        self.note = IconButton("note", tr("Note to the team"), framed=True)
        self.remind = IconButton("clock", tr("Remind me"), framed=True)
        self.more = IconButton("dots", tr("More"), framed=True)
        self._is_giving_way, self._when = False, ""
        self._because = self._url = ""  # why it was taken for its kind; where its post stands
        self._key_of: Callable[[str], str] = lambda first: first
        self._has_nothing: set[QWidget] = set()  # parts this conversation has nothing for
        self._build()

    def _build(self) -> None:
        self.kind.setPopupMode(Chip.ToolButtonPopupMode.DelayedPopup)
        self.kind.clicked.connect(lambda: self.kind_pressed.emit())
        self.topics.setPopupMode(Chip.ToolButtonPopupMode.DelayedPopup)
        self.topics.clicked.connect(lambda: self.topics_pressed.emit())
        self.state.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for label in (self.name, self.source, self.date):
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (
            self.back,
            self.tile,
            self.name,
            self.source,
            self.stars,
            self.date,
            self.kind,
            self.topics,
            self.state,
        ):
            row.addWidget(widget)
        row.addStretch(1)
        for button in (self.open, self.note, self.remind, self.more):
            row.addWidget(button)
        self.back.hide()
        self.back.clicked.connect(self.back_pressed)
        self.open.clicked.connect(self.open_pressed)
        self.note.clicked.connect(self.note_pressed)
        self.remind.clicked.connect(self.remind_pressed)
        theme().changed.connect(self._give_way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def set_back(self, shows: bool) -> None:
        """The way back to the list, where that isn't beside it."""
        self.back.setVisible(shows)
        self._give_way()

    def _give_way(self) -> None:
        """Where there is no room for all, some step aside: the name stays whole.

        Where and when stand on the message too, stars in the list, and what is serious in its own bar.
        Showing or hiding a part can resize the head at once, which asks this again: it is decided from the
        sizes the parts want before any of them changes, and never inside itself. Where a layout above was just
        placing what stands under the head, it goes on with what it knew: it is told once more afterwards.
        """
        if self._is_giving_way:
            return
        self._is_giving_way = True
        try:
            for part, shows in self._room_for():
                if part.isHidden() == shows:
                    part.setVisible(shows)
                    QTimer.singleShot(0, self, self.updateGeometry)
            self.date.setText(self._when if self.source.isHidden() else f"· {self._when}")
        finally:
            self._is_giving_way = False

    def _room_for(self) -> list[tuple[QWidget, bool]]:
        """Which of the parts that can step aside have room; the first to keep its place first."""
        row = self.layout()
        if row is None:
            return []
        in_the_menu = (self.open, self.remind, self.note)  # of the last button, too
        giving = (self.state, *in_the_menu, self.stars, self.topics, self.date, self.source)
        kept = [w for w in widgets_in(row) if w not in giving and not w.isHidden()]
        left = self.width() - sum(w.sizeHint().width() + row.spacing() for w in kept)
        shown: list[tuple[QWidget, bool]] = []
        for part in giving:
            if part in self._has_nothing:
                shown.append((part, False))
                continue
            left -= part.sizeHint().width() + row.spacing()
            shown.append((part, left >= 0))
        return shown

    def set_keys(self, key_of: Callable[[str], str]) -> None:
        """The hints say which keys do it too."""
        self._key_of = key_of
        self._tell_keys()
        self.note.set_tooltip(named(tr("Note to the team"), key_of("N")))
        self.remind.set_tooltip(named(tr("Remind me"), key_of("H")))

    def set_more(self, actions: Sequence[QAction | None]) -> None:
        """What the last button offers; None is a line between."""
        menu = QMenu(self)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        self.more.setMenu(menu)

    def show_known(self, known: Known, clock: Clock) -> None:
        one = known.one
        by_hand = one.source is Source.BY_HAND
        self.tile.set_place("✎" if by_hand else known.tile, known.place)
        self.name.setText(one.author_name)
        self.source.setText(words.source(one.source))
        self.stars.set_stars(one.stars or 0, words.stars(one.stars))
        self._when = moments.full(clock, one.first_at)
        self.date.setText(f"· {self._when}")
        kind = words.taken_for(one)
        self.kind.set_chip(kind.icon, kind.text, kind.tone, one.kind_is_guess)
        self._because = words.guessed_because(one)
        self._has_nothing = {self.stars} if one.stars is None else set()
        self._show_topics(one)
        self._show_state(known, clock)
        self._give_way()
        self._url = known.root.url if known.root else ""
        self.open.setEnabled(bool(self._url))
        self._tell_keys()

    def _tell_keys(self) -> None:
        """What the hints say of the post that is shown: why it was taken for this kind, where its link leads."""
        change = named(tr("Change the kind"), self._key_of("C")) + "."
        self.kind.setToolTip(plain_tip(" ".join(part for part in (change, self._because) if part)))
        where = elsewhere.where_to(self._url, self._key_of("V")) if self._url else tr("There is no link to this one")
        self.open.set_tooltip(where)

    def _show_topics(self, one: Conversation) -> None:
        named = [words.topic(topic) for topic in one.topics]
        if not named:
            self._has_nothing.add(self.topics)
            return
        more = f" +{len(named) - 1}" if len(named) > 1 else ""
        self.topics.set_chip(None, named[0] + more, "neutral", one.topics_are_guess)
        self.topics.setToolTip(plain_tip(tr("What it is about: {topics}").format(topics=", ".join(named))))

    def _show_state(self, known: Known, clock: Clock) -> None:
        one, now = known.one, clock.now()
        chip: tuple[str, str, str] | None = None
        if one.is_serious:
            chip = ("warn", tr("Serious"), "brick")
        elif one.happening_until and one.happening_until > now:
            chip = ("clock", tr("Happening now"), "amber")
        elif known.promise:
            late = known.promise.due_at <= now
            when = moments.by_when(clock, known.promise.due_at)
            text = tr("Promise overdue") if late else tr("Back by {when}").format(when=when)
            chip = ("clock", text, "brick" if late else "neutral")
        if chip:
            self.state.set_chip(*chip)
        else:
            self._has_nothing.add(self.state)


class PasserLine(Panel):
    """Line 2, for public conversations: the exact sentence, and when the page was looked at."""

    look_pressed = Signal()
    picture_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "line", parent=parent)
        self.eye = Glyph("eye", "text2", 16)
        self.sentence = WrapLabel("", "body", "text2")
        self.look = LinkButton(tr("Look and tell us"))
        self.look.clicked.connect(self.look_pressed)
        self.show_it = LinkButton(tr("Show"), level="meta")
        self.show_it.setAccessibleName(tr("Show what a passer-by sees"))
        self.show_it.clicked.connect(self.picture_wanted)
        self.checked = ElidedLabel("", "meta", "text2")
        self.checked.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._is_brief = self._has_checked = False
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(11, 5, 11, 5)
        row.setSpacing(9)
        row.addWidget(self.eye)
        beside = self._beside = BesideLayout()
        row.addLayout(beside, 1)
        for widget in (self.sentence, self.look, self.checked, self.show_it):
            beside.addWidget(widget)
        keep_colours(self.sentence, text="text2")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not self.show_it.isHidden():
            self.picture_wanted.emit()

    def set_brief(self, brief: bool) -> None:
        """Little room: the sentence without when the page was looked at, which is in the hint then."""
        if brief != self._is_brief:
            self._is_brief = brief
            self.checked.setVisible(self._has_checked and not brief)
        self.sentence.setToolTip(plain_tip(self.checked.text()) if brief and self._has_checked else "")

    def height_at(self, width: int, *, brief: bool) -> int:
        """What it needs at this width, in px, however it stands now."""
        margins = self._row.contentsMargins()
        inner = width - margins.left() - margins.right() - self.eye.sizeHint().width() - self._row.spacing()
        left_out = {self.checked} if brief else set()
        shown = {self.checked} if self._has_checked and not brief else set()
        return self._beside.height_at(inner, left_out, shown) + margins.top() + margins.bottom()

    def show_known(self, known: Known, clock: Clock) -> bool:
        """False where no passer-by sees anything: then there is no line."""
        sight = known.sight
        if sight.state is SightState.PRIVATE:
            return False
        runs = (*words.sight(sight, known.place, clock), *_owed(known, clock))
        self.sentence.set_parts(*[(text, "strong text") if bold else text for text, bold in runs])
        self.setAccessibleName("".join(text for text, _ in runs))
        is_amber = sight.state in (SightState.FIXED, SightState.ASKED)
        self.set_look("surface", "amber_edge" if is_amber else "line")
        self.eye.set_glyph("eye", "amber" if is_amber else "text2")
        can_tell = not sight.can_look and known.was_looked_at
        self.look.setVisible(can_tell)
        self.show_it.setVisible(bool(known.public))
        self._has_checked = (sight.checked_at is not None or sight.can_look) and not can_tell
        self.checked.setVisible(self._has_checked and not self._is_brief)
        known_at = sight.checked_at
        self.checked.setText(words.looked(clock, known_at, sight.how) if known_at else tr("Page not checked yet"))
        return True


def _owed(known: Known, clock: Clock) -> tuple[tuple[str, bool], ...]:
    """Since the case went on in private, a passer-by is owed an ending: by when."""
    if known.ending_due is None:
        return ()
    is_late = known.ending_due <= clock.now()
    said = tr(" An ending has been owed here since {when}.") if is_late else tr(" An ending is owed here by {when}.")
    return ((said.format(when=moments.due(clock, known.ending_due).rpartition(",")[0]), is_late),)
