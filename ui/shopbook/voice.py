"""How we sound, and what we stand for: the owner writes it, everybody reads it, the coach goes by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.records import Aims, PlaceAims, Value, Voice
from ui.moments import tr
from ui.theme import px, theme
from ui.theme.focus import set_ring
from ui.theme.keep import keep_font
from ui.widgets.buttons import Button, IconButton
from ui.widgets.choice_box import ChoiceBox, NumberBox
from ui.widgets.elide import ElidedLabel
from ui.widgets.flow import FlowLayout
from ui.widgets.named import name_choice
from ui.widgets.panel import Panel
from ui.widgets.sentences import Sentences
from ui.widgets.wrap import WrapLabel

_MOST = 5  # values
MOST_HOURS, MOST_DAYS = 100, 365
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

    def put_away(self) -> Voice | None:
        """What was written here and not saved, for its writer to find again; what is kept shows in its place."""
        written = self.voice()
        self._put(self._shown)
        return written if written != self._shown else None

    def bring_back(self, written: Voice | None) -> None:
        """What its writer had put away, over what is kept."""
        if written is not None:
            kept = self._shown
            self._put(written)
            self._shown = kept

    def voice(self) -> Voice:
        """As it is written now."""
        say, dont_say = (
            tuple(line.strip() for line in field.toPlainText().split("\n") if line.strip())
            for field in (self.say, self.dont_say)
        )
        return Voice(self.sentence.text().strip(), say, dont_say)

    def _keep(self) -> None:
        self.kept.emit(self.voice())


def _number(name: str, unit: str, most: int) -> QSpinBox:
    """A field for a whole number, kept once it rests."""
    field = NumberBox()
    field.setRange(1, most)
    field.setKeyboardTracking(False)
    field.setAccessibleName(f"{name} … {unit}")
    keep_font(field, "body", True)
    return field


class _PlaceRow(QWidget):
    """The aims of one place, where they are others than the shop's."""

    def __init__(self, place: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place, self.name = place, name
        first, last = tr("First answer in"), tr("A visible ending in")
        hours, days = tr("opening hours"), tr("days")
        self.hours = _number(f"{name}. {first}", hours, MOST_HOURS)
        self.days = _number(f"{name}. {last}", days, MOST_DAYS)
        self.remove = IconButton("x", tr("No other aims for {place}").format(place=name))
        flow = FlowLayout(self, px(8), px(4))
        title = ElidedLabel(name, "strong")
        title.setMinimumHeight(self.hours.sizeHint().height())
        for piece in (title, self.hours, ElidedLabel(hours), self.days, ElidedLabel(days), self.remove):
            if isinstance(piece, ElidedLabel):
                piece.setMinimumHeight(self.hours.sizeHint().height())
            flow.addWidget(piece)

    def aims(self) -> PlaceAims:
        return PlaceAims(self.place, self.hours.value(), self.days.value())


class AimsPanel(Panel):
    """Our aims: how soon a first answer, and an ending that shows; of the shop, and of places that have others.
    `kept` carries them as a person set them."""

    kept = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown, self._names, self._may_change = Aims(2, 7), dict[str, str](), False
        self._wanted = ""  # the place whose aims were just added: the keyboard goes there
        self.places: list[_PlaceRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 13, 16, 14)
        column.setSpacing(7)
        column.addWidget(WrapLabel(tr("Our aims"), "lead"))
        said = tr("What is late on the complaints board. Nowhere is it a score of a person.")
        column.addWidget(WrapLabel(said, "body", "text2"))
        self.hours = self._line(column, tr("First answer in"), tr("opening hours"), MOST_HOURS)
        self.days = self._line(column, tr("A visible ending in"), tr("days"), MOST_DAYS)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(7)
        column.addLayout(self._rows)
        self.add = Button(tr("Other aims for a place"), "plus", small=True)
        self.add.setMenu(QMenu(self))
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._keep)

    def _line(self, column: QVBoxLayout, name: str, unit: str, most: int) -> QSpinBox:
        field, row = _number(name, unit, most), QHBoxLayout()
        row.setSpacing(8)
        for piece in (ElidedLabel(name), field, ElidedLabel(unit)):
            row.addWidget(piece)
        row.addStretch(1)
        column.addLayout(row)
        self._watch(field)
        return field

    def _watch(self, field: QSpinBox) -> None:
        field.editingFinished.connect(self._keep)
        field.valueChanged.connect(self._soon)

    def show_aims(self, aims: Aims, names: Mapping[str, str], *, may_change: bool) -> None:
        """As they are kept; what is being set stays. `names` of all places there are, by key."""
        if self._pause.isActive():
            return
        self._shown, self._names, self._may_change = aims, dict(names), may_change
        if [row.place for row in self.places] != [one.place for one in aims.places]:
            self._build_places(aims)
        fields = [(self.hours, aims.answer_hours), (self.days, aims.ending_days)]
        for row, own in zip(self.places, aims.places, strict=True):
            fields += [(row.hours, own.answer_hours), (row.days, own.ending_days)]
            row.remove.setVisible(may_change)
        for field, value in fields:
            field.setEnabled(may_change)
            field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(False)
        self._offer(aims)

    def _build_places(self, aims: Aims) -> None:
        for old in self.places:
            for field in (old.hours, old.days):  # which lose the keyboard: that changes nothing any more
                field.blockSignals(True)
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.places = [_PlaceRow(one.place, self._names.get(one.place, one.place), self) for one in aims.places]
        for row in self.places:
            self._rows.addWidget(row)
            self._watch(row.hours)
            self._watch(row.days)
            row.remove.clicked.connect(lambda _=False, place=row.place: self._take_out(place))
        self._order()
        for row in self.places:
            if row.place == self._wanted:
                row.hours.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wanted = ""

    def _order(self) -> None:
        """Tab goes from top to bottom."""
        before: QWidget = self.days
        for after in (*(each for row in self.places for each in (row.hours, row.days, row.remove)), self.add):
            QWidget.setTabOrder(before, after)
            before = after

    def _offer(self, aims: Aims) -> None:
        """The places that have none of their own yet."""
        menu, own = self.add.menu(), {one.place for one in aims.places}
        for old in menu.actions():
            menu.removeAction(old)
            old.deleteLater()
        for place, name in self._names.items():
            if place not in own:
                action = menu.addAction(name.replace("&", "&&"))
                action.triggered.connect(lambda _=False, place=place: self._put_in(place))
        self.add.setVisible(self._may_change and not menu.isEmpty())

    def _put_in(self, place: str) -> None:
        self._wanted, now = place, self._now()
        self._emit(now._replace(places=tuple(sorted((*now.places, now.at(place))))))

    def _take_out(self, place: str) -> None:
        now = self._now()
        self._emit(now._replace(places=tuple(one for one in now.places if one.place != place)))
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _now(self) -> Aims:
        """As the fields stand."""
        return Aims(self.hours.value(), self.days.value(), tuple(row.aims() for row in self.places))

    def _soon(self) -> None:
        """A step of the arrows: kept when they rest, as one change."""
        self._pause.start()

    def _keep(self) -> None:
        self._emit(self._now())

    def _emit(self, aims: Aims) -> None:
        self._pause.stop()
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
        self.rows = [(QLineEdit(), ChoiceBox()) for _ in range(_MOST)]
        for at, (text, way) in enumerate(self.rows, 1):
            text.setAccessibleName(tr("Value {n}").format(n=at))
            name_choice(way, tr("What to do about value {n}").format(n=at))
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

    def put_away(self) -> tuple[Value, ...] | None:
        """What was written here and not saved, for its writer to find again; what is kept shows in its place."""
        written, kept = self.values(), self._shown
        self._put(kept)
        return written if written != kept else None

    def bring_back(self, written: tuple[Value, ...] | None) -> None:
        """What its writer had put away, over what is kept."""
        if written is not None:
            kept = self._shown
            self._put(written)
            self._shown = kept

    def values(self) -> tuple[Value, ...]:
        """As they are written now."""
        rows = (Value(text.text().strip(), way.currentIndex() == 0) for text, way in self.rows)
        return tuple(value for value in rows if value.text)

    def _keep(self) -> None:
        self.kept.emit(self.values())
