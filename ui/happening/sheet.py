"""The fact sheet of an event: what we know, what we don't, what to do now, and when everybody hears more."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.clock import Clock
from ui import moments
from ui.composer.back_by import BackBy
from ui.moments import tr
from ui.theme import px
from ui.theme.keep import keep_font
from ui.widgets.panel import Panel
from ui.widgets.sentences import Sentences
from ui.widgets.tickbox import TickBox
from ui.widgets.wrap import WrapLabel

from .known import Known

_PAUSE = 2000  # ms without a key until what was typed is kept
Texts = tuple[str, str, str, str]


class Sheet(Panel):
    """`written` carries (name, know, don't know, to do) after a pause; `timed` a time; `known` a tick."""

    written = Signal(object)
    timed = Signal(object)  # datetime
    known = Signal(object)  # bool

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__("surface", "line", parent=parent)
        self._clock = clock
        self._event, self._kept = "", ("", "", "", "")
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("What it is about"))
        keep_font(self.name, "strong")
        self.know, self.dont_know, self.to_do = Sentences(), Sentences(), Sentences()
        self.we_know = TickBox(tr("We know this: the cause may be named"))
        self.why_not = WrapLabel("", "meta", "text2")
        self.next = BackBy(label=tr("Next update at"))
        self.next_line = WrapLabel("", "meta", "text2")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.flush)
        self._build()
        for field in (self.know, self.dont_know, self.to_do):
            field.textChanged.connect(self._pause.start)
        self.name.textEdited.connect(lambda _: self._pause.start())
        self.name.editingFinished.connect(self.flush)
        self.next.picked.connect(self.timed)
        self.we_know.clicked.connect(lambda on: self.known.emit(bool(on)))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 11, 14, 12)
        column.setSpacing(px(5))
        heads: tuple[tuple[str, str, QWidget], ...] = (
            (tr("What it is about"), "", self.name),
            (tr("What we know"), tr("Only what somebody here has seen."), self.know),
            (tr("What we don’t know yet"), tr("Saying so is kinder than guessing."), self.dont_know),
            (tr("What to do now"), tr("For customers: keep it, bin it, bring it back."), self.to_do),
        )
        for head, hint, field in heads:
            label = WrapLabel(head, "strong")
            column.addWidget(label)
            if isinstance(field, Sentences):
                field.setPlaceholderText(hint)
                field.setAccessibleName(head)
            column.addWidget(field)
            column.addSpacing(px(4))
        for each in (self.we_know, self.why_not, self.next, self.next_line):
            column.addWidget(each)
        margins = self.next.layout().contentsMargins()  # type: ignore[union-attr]
        self.next.layout().setContentsMargins(0, margins.top(), 0, 0)  # type: ignore[union-attr]

    def set_known(self, known: Known) -> None:
        """What is kept; a field in which somebody types keeps what they typed."""
        one = known.one
        if one.id != self._event:
            self._pause.stop()
            self._event, self._kept = one.id, self.texts()  # what was typed about another one is kept there
        found: Texts = one.name, one.know, one.dont_know, one.to_do
        self._put(found)
        self._kept = found
        for field in (self.name, self.know, self.dont_know, self.to_do):
            field.setReadOnly(not one.is_open)
        self.next.setVisible(one.is_open)
        self._tell_cause(known)
        self._tell_next(known)

    def texts(self) -> Texts:
        """As it is written now."""
        fields = (self.know, self.dont_know, self.to_do)
        know, dont_know, to_do = (field.toPlainText().strip() for field in fields)
        return " ".join(self.name.text().split()), know, dont_know, to_do

    def _put(self, found: Texts) -> None:
        now, kept = self.texts(), self._kept
        if now[0] == kept[0] and now[0] != found[0]:
            self.name.setText(found[0])
        for at, field in enumerate((self.know, self.dont_know, self.to_do), 1):
            if now[at] == kept[at] and now[at] != found[at]:
                field.blockSignals(True)
                field.setPlainText(found[at])
                field.blockSignals(False)

    def _tell_cause(self, known: Known) -> None:
        one = known.one
        self.we_know.setChecked(one.knows_cause)
        self.we_know.setEnabled(one.is_open and known.may_know_cause)
        owner = known.owner.name if known.owner else ""
        if one.knows_cause:
            said = tr("{name} said so.").format(name=one.cause_known_by)
        elif not known.may_know_cause:
            said = tr("{owner} decides this. Until then, name no cause.").format(owner=owner)
        else:
            said = tr("Until then, no cause is named: not here, and not in a reply.")
        self.why_not.setText(said)

    def _tell_next(self, known: Known) -> None:
        one = known.one
        self.next.begin(known.now, known.context.closes_at)
        if one.next_at is not None:
            self.next.set_at(self._clock.local(one.next_at))
        if not one.is_open:
            self.next_line.setText("")
        elif one.next_at is None:
            self.next_line.setText(tr("Not set yet. Pick a time: nothing goes to everybody before you have."))
        elif one.next_at <= known.now:
            time = moments.short(self._clock, one.next_at)
            said = tr("{time} has passed. Write, and say when you’ll say more.").format(time=time)
            self.next_line.setText(said)
        else:
            when = moments.due(self._clock, one.next_at)
            self.next_line.setText(
                tr("Everybody hears more {when}, even if there’s nothing new.").format(when=when)
            )

    def flush(self) -> None:
        """What was typed is kept."""
        self._pause.stop()
        if self._event and self.texts() != self._kept and not self.name.isReadOnly():
            self.written.emit((self._event, self.texts()))
