"""How we sound, and what we stand for: the owner writes it, everybody reads it, the coach goes by it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.records import Aims, Value, Voice
from ui.moments import tr
from ui.theme import px, theme
from ui.theme.focus import set_ring
from ui.theme.keep import keep_font
from ui.widgets.buttons import Button
from ui.widgets.elide import ElidedLabel
from ui.widgets.panel import Panel
from ui.widgets.sentences import Sentences
from ui.widgets.wrap import WrapLabel

_MOST = 5  # values
_PAUSE = 700  # ms after the last step of a number until it is kept


class _Form(QScrollArea):
    """A panel of fields with one Save; Ctrl+Enter saves. Who may not change it reads it."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_ring(self, "none")
        self.panel, self.only = Panel(), WrapLabel("", "meta", "text2")
        self.save = Button(tr("Save"), "check", kind="primary", key="Ctrl ↵", small=True)
        self.column = QVBoxLayout(self.panel)
        self.column.setContentsMargins(16, 13, 16, 14)
        self.column.setSpacing(7)
        self.column.addWidget(WrapLabel(title, "lead"))
        self.column.addWidget(WrapLabel(text, "body", "text2"))
        body = QWidget()
        self.whole = QVBoxLayout(body)
        self.whole.setContentsMargins(14, 14, 14, 14)
        self.whole.setSpacing(12)
        self.whole.addWidget(self.panel)
        self.whole.addStretch(1)
        self.setWidget(body)

    def _end(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.save)
        row.addWidget(self.only, 1)
        row.addStretch(1)
        self.column.addSpacing(4)
        self.column.addLayout(row)
        self.save.clicked.connect(self._keep)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.panel.setMaximumWidth(px(720))

    def _keep(self) -> None:
        raise NotImplementedError

    def show_right(self, *, may_change: bool, owner: str) -> None:
        """The owner changes it; the others are told whose it is."""
        self.save.setVisible(may_change)
        self.only.setText("" if may_change else tr("Only {owner} can change this page.").format(owner=owner))
        self.only.setVisible(not may_change)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and not self.save.isHidden():
            self._keep()
        else:
            super().keyPressEvent(event)


class VoiceTab(_Form):
    """`kept` carries the Voice as written."""

    kept = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        said = tr("What you write here goes into what is checked before you post.")
        super().__init__(tr("How we sound"), said, parent)
        self._shown = Voice()
        self.sentence, self.say, self.dont_say = QLineEdit(), Sentences(), Sentences()
        self.sentence.setPlaceholderText(tr("One sentence"))
        keep_font(self.sentence, "body")
        fields: tuple[tuple[QLineEdit | Sentences, str], ...] = (
            (self.sentence, tr("In one sentence")),
            (self.say, tr("We say (a line each)")),
            (self.dont_say, tr("We don’t say (a line each)")),
        )
        for field, name in fields:
            field.setAccessibleName(name)
            self.column.addSpacing(4)
            self.column.addWidget(WrapLabel(name, "strong"))
            self.column.addWidget(field)
        self._end()

    def show_voice(self, voice: Voice, *, may_change: bool, owner: str) -> None:
        """Shows it as it is kept; what is being written stays."""
        self.show_right(may_change=may_change, owner=owner)
        for field in (self.sentence, self.say, self.dont_say):
            field.setReadOnly(not may_change)
        is_written = may_change and self.voice() != self._shown
        if voice == self.voice() or not is_written:
            self._put(voice)

    def _put(self, voice: Voice) -> None:
        if voice != self.voice():
            self.sentence.setText(voice.sentence)
            self.say.setPlainText("\n".join(voice.say))
            self.dont_say.setPlainText("\n".join(voice.dont_say))
        self._shown = self.voice()

    def saved(self) -> None:
        """What is written is in the book: what is kept may take its place."""
        self._shown = self.voice()

    def voice(self) -> Voice:
        """As it is written now."""
        say, dont_say = (
            tuple(line.strip() for line in field.toPlainText().split("\n") if line.strip())
            for field in (self.say, self.dont_say)
        )
        return Voice(self.sentence.text().strip(), say, dont_say)

    def _keep(self) -> None:
        self.kept.emit(self.voice())


class AimsPanel(Panel):
    """Our aims: how soon a first answer, and an ending that shows. `kept` carries them as a person set them."""

    kept = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown = Aims(2, 7)
        self.hours, self.days = QSpinBox(), QSpinBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 13, 16, 14)
        column.setSpacing(7)
        column.addWidget(WrapLabel(tr("Our aims"), "lead"))
        said = tr("What is late on the complaints board. Nowhere is it a score of a person.")
        column.addWidget(WrapLabel(said, "body", "text2"))
        for field, name, unit, most in (
            (self.hours, tr("First answer in"), tr("opening hours"), 100),
            (self.days, tr("A visible ending in"), tr("days"), 365),
        ):
            field.setRange(1, most)
            field.setKeyboardTracking(False)
            field.setAccessibleName(f"{name} … {unit}")
            keep_font(field, "body", True)
            row = QHBoxLayout()
            row.setSpacing(8)
            for piece in (ElidedLabel(name), field, ElidedLabel(unit)):
                row.addWidget(piece)
            row.addStretch(1)
            column.addLayout(row)
            field.editingFinished.connect(self._keep)
            field.valueChanged.connect(self._soon)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._keep)

    def show_aims(self, aims: Aims, *, may_change: bool) -> None:
        """As they are kept; what is being set stays."""
        if self._pause.isActive():
            return
        self._shown = aims
        for field, value in ((self.hours, aims.answer_hours), (self.days, aims.ending_days)):
            field.setEnabled(may_change)
            field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(False)

    def _soon(self) -> None:
        """A step of the arrows: kept when they rest, as one change."""
        self._pause.start()

    def _keep(self) -> None:
        self._pause.stop()
        aims = Aims(self.hours.value(), self.days.value())
        if aims != self._shown:
            self._shown = aims
            self.kept.emit(aims)


class StandTab(_Form):
    """Up to five values, each with what is done about it. `kept` carries them as written."""

    kept = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        said = tr("Up to five things, and whether they come up when somebody complains.")
        super().__init__(tr("What we stand for"), said, parent)
        self._shown: tuple[Value, ...] = ()
        self.rows = [(QLineEdit(), QComboBox()) for _ in range(_MOST)]
        for at, (text, way) in enumerate(self.rows, 1):
            text.setAccessibleName(tr("Value {n}").format(n=at))
            way.setAccessibleName(tr("What to do about value {n}").format(n=at))
            way.addItems([tr("Say so if asked"), tr("Don’t bring it up in answers to complaints")])
            keep_font(text, "body")
            keep_font(way, "body")
            self.column.addSpacing(4)
            self.column.addWidget(text)
            self.column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeading)
            text.textChanged.connect(self._show_rows)
        self._end()
        self.aims = AimsPanel()
        self.whole.insertWidget(1, self.aims)
        self._fit()
        self._show_rows()

    def _fit(self) -> None:
        super()._fit()
        if hasattr(self, "aims"):
            self.aims.setMaximumWidth(px(720))

    def _show_rows(self) -> None:
        """Those that are written, and one more to write in."""
        used = [at for at, (text, _) in enumerate(self.rows, 1) if text.text().strip()]
        for at, row in enumerate(self.rows):
            for field in row:
                field.setVisible(at <= max(used, default=0))

    def show_values(self, values: Sequence[Value], *, may_change: bool, owner: str) -> None:
        """Shows them as they are kept; what is being written stays."""
        self.show_right(may_change=may_change, owner=owner)
        for text, way in self.rows:
            text.setReadOnly(not may_change)
            way.setEnabled(may_change)
        is_written = may_change and self.values() != self._shown
        if tuple(values) == self.values() or not is_written:
            self._put(tuple(values))

    def _put(self, values: tuple[Value, ...]) -> None:
        if values != self.values():
            padded = (*values, *(Value("") for _ in range(_MOST - len(values))))
            for (text, way), value in zip(self.rows, padded, strict=False):
                text.setText(value.text)
                way.setCurrentIndex(0 if value.is_spoken else 1)
        self._shown = self.values()

    def saved(self) -> None:
        """What is written is in the book: what is kept may take its place."""
        self._shown = self.values()

    def values(self) -> tuple[Value, ...]:
        """As they are written now."""
        rows = (Value(text.text().strip(), way.currentIndex() == 0) for text, way in self.rows)
        return tuple(value for value in rows if value.text)

    def _keep(self) -> None:
        self.kept.emit(self.values())
