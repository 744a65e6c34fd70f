"""What everybody reads: one public statement, written from parts, copied, and put there by a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.coach.scene import Reading, Scene
from desktop.happenings import Told
from desktop.records import Channel
from desktop.writing import Writing
from ui import moments
from ui.background import Runner
from ui.composer import Composer
from ui.ending.findings import Findings
from ui.moments import tr
from ui.theme import px
from ui.widgets.bars import Bar
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel
from ui.widgets.wrap import WrapLabel

from .known import Known


class WhereForm(Panel):
    """ "It's posted": where, and its link. Both may stay empty. `said` carries the words typed."""

    said = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ink_tint", "ink", parent=parent)
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Where is it? Paste its link, or name the place"))
        self.field.setPlaceholderText(tr("Where is it? Paste its link, or name the place"))
        self.keep = Button(tr("It’s posted"), "check", kind="primary", small=True)
        self.cancel = Button(tr("Not yet"), small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 7, 10, 7)
        row.setSpacing(px(8))
        row.addWidget(self.field, 1)
        row.addWidget(self.keep)
        row.addWidget(self.cancel)
        self.keep.clicked.connect(lambda: self.said.emit(self.field.text().strip()))
        self.field.returnPressed.connect(lambda: self.said.emit(self.field.text().strip()))
        self.cancel.clicked.connect(self.left)
        self.hide()

    def begin(self) -> None:
        self.field.clear()
        self.show()
        self.field.setFocus()


class Statement(QWidget):
    """`copy_wanted` (writing), `posted` (writing, where), `saved` (event, writing)."""

    copy_wanted = Signal(object)
    posted = Signal(object, object)
    saved = Signal(object, object)

    def __init__(self, background: Runner, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background, self._clock = background, clock
        self._event = ""
        self._first = Writing()
        self._reading = Reading((), ())
        self._copied: Writing | None = None
        self._told: tuple[Told, ...] | None = None
        self.head = WrapLabel(tr("What everybody reads"), "strong")
        self.lead = WrapLabel("", "meta", "text2")
        self.bar = Bar("", (), "amber", can_dismiss=False)
        self.bar.hide()
        self.where = WhereForm()
        self.findings = Findings()
        self.composer = Composer(self._run)
        self.composer.tabs.hide()
        self.composer.coach.setParent(self.composer)
        self.composer.coach.hide()
        self.composer.setMinimumHeight(px(280))
        self.earlier = QWidget()
        self._earlier = QVBoxLayout(self.earlier)
        self._earlier.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(7))
        for each in (self.head, self.lead, self.bar, self.where, self.composer, self.findings, self.earlier):
            column.addWidget(each)
        self._connect()

    def _connect(self) -> None:
        self.composer.copy_requested.connect(self.copy_wanted)
        self.composer.draft_changed.connect(self._save)
        self.findings.acted.connect(self.composer.act)
        self.where.said.connect(self._said)
        self.where.left.connect(self.where.hide)

    # --- what it knows ----------------------------------------------------------------------------

    def set_known(self, known: Known, *, is_last: bool) -> None:
        """The draft that was kept; what somebody types here stays."""
        one = known.one
        context = replace(known.context, read=self._remember(known.context.read))
        if one.id != self._event:
            self._event, self._copied = one.id, None
            self._first = one.draft
            self.composer.set_context(context)
            self.composer.set_writing(one.draft, Channel.PUBLIC, at_end=not one.draft.is_empty)
            self._settle()
        else:
            self.composer.set_context(context)
            if self.composer.writing() == self._first != one.draft:
                self._first = one.draft
                self.composer.set_writing(one.draft, Channel.PUBLIC, at_end=not one.draft.is_empty)
        self.composer.setVisible(one.is_open)
        self.findings.setVisible(one.is_open and bool(self.findings.titles()))
        self.lead.setVisible(one.is_open)
        self.lead.setText(_lead(known, is_last=is_last))
        self._tell_earlier(known.told)

    def _remember(self, read: Callable[[Scene], Reading]) -> Callable[[Scene], Reading]:
        def reading(scene: Scene) -> Reading:
            self._reading = read(scene)
            return self._reading

        return reading

    def _run(self, work: Callable[[], object], done: Callable[[object], None]) -> None:
        def home(result: object) -> None:
            done(result)
            if not self._event:  # nothing is shown yet
                return
            begun = not self.composer.writing().is_empty
            self.findings.show_reading(self._reading if begun else Reading((), ()))

        self._background.run(self, work, home)

    def _save(self, writing: Writing, _channel: Channel) -> None:
        if self._event and writing != self._first:
            self._first = writing
            self.saved.emit(self._event, writing)

    def set_saved(self, at: object) -> None:
        """When it was kept."""
        if at is not None:
            self.composer.set_saved(at)  # type: ignore[arg-type]

    def flush(self) -> None:
        """What was typed is kept."""
        self.composer.flush()

    def begin(self) -> None:
        """The keyboard goes to the words."""
        self.composer.focus_editor()

    # --- carried there by a person -------------------------------------------------------------------

    def was_copied(self, writing: Writing) -> None:
        """It is on the clipboard: the bar asks whether it stands there."""
        self._copied = writing
        self._settle()

    def _settle(self) -> None:
        """What stands between the words and the page."""
        self.where.hide()
        self.bar.setVisible(self._copied is not None)
        if self._copied is None:
            return
        ways = (
            (tr("It’s posted"), self.where.begin),
            (tr("Copy again"), lambda: self.copy_wanted.emit(self._copied)),
            (tr("Not now"), self._let_go),
        )
        self.bar.set_bar(tr("Copied. Paste it where everybody reads it, then tell us."), ways)
        self.bar.tell()

    def _let_go(self) -> None:
        self._copied = None
        self._settle()

    def _said(self, where: object) -> None:
        if self._copied is not None:
            self.posted.emit(self._copied, where)

    def was_posted(self) -> None:
        """It was told: an empty text, for the next one."""
        self._copied = None
        self._first = Writing()
        self.composer.clear(Channel.PUBLIC)
        self._settle()

    def _tell_earlier(self, told: Sequence[Told]) -> None:
        if self._told == tuple(told):
            return
        self._told = tuple(told)
        while (item := self._earlier.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for each in told:
            self._earlier.addWidget(self._one(each))

    def _one(self, told: Told) -> QWidget:
        card = Panel("ink_tint", "line")
        column = QVBoxLayout(card)
        column.setContentsMargins(11, 8, 11, 8)
        column.setSpacing(px(2))
        parts = [told.person_name, told.place, moments.last(self._clock, told.at)]
        column.addWidget(WrapLabel(" · ".join(part for part in parts if part), "meta", "text2"))
        column.addWidget(WrapLabel(told.text, selectable=True))
        if told.link:
            column.addWidget(WrapLabel(told.link, "meta", "ink", selectable=True))
        foot = tr("Last words")
        if told.next_at is not None:
            foot = tr("Next update promised: {when}").format(when=moments.due(self._clock, told.next_at))
        column.addWidget(WrapLabel(foot, "meta", "text2"))
        return card


def _lead(known: Known, *, is_last: bool) -> str:
    """How it gets there: honest about what can't be done from here."""
    said = tr("What happened, what was ours, what to do, when you’ll say more. Nothing to sell.")
    if is_last:
        said = tr("The last words: how it ended, and where to turn with what isn’t put right.")
    way = tr("No place lets us post this for you: copy it, and paste it where everybody reads it.")
    return f"{said} {way}"
