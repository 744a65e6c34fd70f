"""The composer: where a reply, a private message or a note is written.

It is told everything through setters and says everything through signals; it never touches the shop.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.coach import closing
from desktop.coach.scene import Action, Finding, Level, Reading, Scene
from desktop.records import Channel
from ui.moments import translated
from ui.words import first_name

from .desk import Desk
from .next_step import Do, Step
from .ways_out import WaysOut

Run_ = Callable[[Callable[[], object], Callable[[object], None]], None]


def at_once(work: Callable[[], object], done: Callable[[object], None]) -> None:
    """A runner without threads: for tests, and where nothing else was given."""
    done(work())


class Composer(Desk):
    """Tabs, start choices or text, parts, footer. `coach` is its panel, to be placed beside it."""

    def __init__(self, run: Run_ | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run or at_once
        self._read_revision = self._finding_at = 0
        self._said = ""
        self._meant: tuple[int, int] | None = None  # of their words, what the coach speaks of
        for editor in self._editors.values():
            editor.next_finding_asked.connect(self.next_finding)
            editor.post_asked.connect(self.press)
        self.footer.pressed.connect(self.press)
        self.footer.ask_pressed.connect(self.ask)
        self._pace.read.connect(self._read)
        self.coach.acted.connect(self.act)
        self.coach.shown.connect(self.show_finding)
        self._pace.read_now()

    # ---- the coach ------------------------------------------------------------------------------

    def scene(self) -> Scene:
        """What the coach looks at now."""
        c = self._context
        return Scene(
            writing=self.writing(), channel=self._channel, kind=c.kind, their_name=first_name(c.their_name),
            their_text=c.their_text, their_details=c.their_details, place=c.place,
            limit=c.limit_for(self._channel), count=c.count, now=c.now(),
            person_name=c.person_name, sign_off=c.sign_off, owner_name=c.owner_name, limits=c.limits,
            currency=c.currency, is_serious=c.is_serious, is_event=c.is_event,
            knows_cause=c.knows_cause, shop_name=c.shop_name, staff=c.staff, past=c.past,
            dismissed=frozenset(self._dismissed) | c.quiet, has_private=Channel.PRIVATE in c.channels,
            said_public=frozenset(self._said_public),
            book=c.book, public_text=c.public_text, promised_at=c.promised_at, told_us=c.told_us, asked_at=c.asked_at,
            purpose=c.purpose,
            is_private_only=self._channel is Channel.PRIVATE and not c.has_public_answer,
        )  # fmt: skip

    def _read(self, then: Callable[[], None] | None = None) -> None:
        revision, scene, read, written = self._revision, self.scene(), self._context.read, self.writing()

        def work() -> object:
            reading = read(scene)
            return reading, closing(scene, reading)

        def done(result: object) -> None:
            if revision == self._revision:  # a later change makes this reading stale
                self._apply(revision, *result)  # type: ignore[misc]
                if then is not None:
                    then()
            elif then is not None and self.writing() == written:
                self._read(then)  # only what is known about it changed: what was pressed still counts

        self._run(work, done)

    def _apply(self, revision: int, reading: Reading, said: tuple[str, str] | None) -> None:
        self._reading, self._read_revision = reading, revision
        self.coach.set_reading(reading, said)
        self.summary_line.setText(self.coach.summary())
        self._show_summary()
        marked = [f.span for f in reading.findings if f.span and f.level in (Level.LOOK, Level.PAUSE)]
        self.editor.mark([span for span in marked if span is not None])
        self._mean(next((f.their_span for f in self.coach.found() if f.their_span), None))
        self._refresh()
        if self.is_answering() and reading.findings and self.coach.summary() != self._said:
            self._say(self.coach.summary())
        self._said = self.coach.summary()

    def _mean(self, span: tuple[int, int] | None) -> None:
        if span != self._meant:
            self._meant = span
            self.their_words_meant.emit(span)

    def next_finding(self) -> None:
        """Go to the next thing the coach says."""
        found = self._reading.findings if self._reading else ()
        if not found:
            return
        finding = found[self._finding_at % len(found)]
        self._finding_at = (self._finding_at + 1) % len(found)
        self.show_finding(finding)
        self._say(f"{translated(finding.title)}. {translated(finding.text)}")

    def show_finding(self, finding: Finding) -> None:
        """Select the words it is about; show theirs in their message."""
        if finding.check.startswith("c-blank"):
            self.editor.go_to_first_blank()
        elif finding.span is not None:
            self.editor.select_span(finding.span)
        if finding.their_span is not None:
            self._meant = finding.their_span
            self.their_words_shown.emit(finding.their_span)

    def act(self, finding: Finding, action: Action) -> None:
        """Do what a link of a finding says."""
        WaysOut(self).take(finding, action)

    def dismiss(self, check: str) -> None:
        """Leave a check out for the rest of this draft; whoever counts such things is told."""
        self.set_aside_here(check)
        self.finding_dismissed.emit(check)

    def let_be_public(self, words: str) -> None:
        """These words stand in public already, says their writer: for the rest of this draft."""
        self._said_public.add(words)
        self._pace.read_now()

    def set_aside_here(self, check: str) -> None:
        """Leave a check out for the rest of this draft, and that is all."""
        self._dismissed.add(check)
        self._pace.read_now()

    # ---- posting --------------------------------------------------------------------------------

    def press(self, and_next: bool = False) -> None:
        """The post button, or its key: do the next step. What the coach hasn't read yet it reads first."""
        self.back_by_row.edit.interpretText()  # what was typed there a moment ago counts
        self._pace.flush()
        if self._read_revision != self._revision and self._channel is not Channel.NOTE:
            self._read(lambda: self._do(bool(and_next)))
        else:
            self._do(bool(and_next))

    def _do(self, and_next: bool) -> None:
        step = self._step
        match step.do:
            case Do.POST:
                self.post_requested.emit(self.writing(), self._channel, and_next)
            case Do.NOTE:
                self.note_requested.emit(self.writing())
            case Do.COPY:
                self.copy_requested.emit(self.writing())
            case Do.ASK:
                self.ask()
            case Do.READ:
                self.read_requested.emit()
            case Do.TAKE:
                self.take_requested.emit()
            case Do.FILL:
                self.editor.go_to_first_blank()
                self._say(step.label, assertive=True)
            case Do.SHORTEN:
                WaysOut(self).show_overflow()
                self._say(step.label, assertive=True)
            case Do.CHECK:
                self._check(step)
            case Do.WRITE:
                self.focus_editor()

    def _check(self, step: Step) -> None:
        self._confirmed = self._revision
        if step.finding is not None:
            confirmed = self._confirmed
            self.show_finding(step.finding)
            self._confirmed = confirmed
            self._say(f"{translated(step.finding.title)}. {translated(step.finding.text)}", assertive=True)
        self._refresh()

    def ask(self) -> None:
        """Ask the owner before this goes."""
        self._pace.flush()
        self.ask_requested.emit(self.writing())
