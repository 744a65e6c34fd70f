"""The rest of the Shop book beside the facts: limits, how we sound, what we stand for, our aims, hours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop import shopbook
from desktop.records import BOUNDS, Aims, Value, Voice
from desktop.shopbook import Opening
from ui import moments
from ui.moments import tr
from ui.opening import run_text, week_lines
from ui.theme import px, theme
from ui.theme.focus import set_ring
from ui.widgets.bars import Glyph
from ui.widgets.buttons import LinkButton
from ui.widgets.panel import Panel
from ui.widgets.wrap import WrapLabel

from .limits import LimitsGrid, Member

_COLUMNS = 3  # people beside each other; the others are a press away
_CLOSURES = 4
_QUOTES = "“”\""
_TWO = 430  # px at 100 % text from which two panels stand beside each other


@dataclass(frozen=True, slots=True)
class Rest:
    """What the Shop book says besides its facts, and who looks at it."""

    members: tuple[Member, ...]
    currency: str
    voice: Voice
    values: tuple[Value, ...]
    aims: Aims
    opening: Opening
    today: date
    owner: str
    may_change: bool
    places: Mapping[str, str]  # name by key: where complaints may come from


def aims_line(aims: Aims, names: Mapping[str, str]) -> str:
    """`First answer in 2 opening hours. A visible ending in 7 days. Google: 4 opening hours, 14 days.`"""
    own = [(names.get(one.place, one.place), _times(one.answer_hours, one.ending_days)) for one in aims.places]
    hours, days = _times(aims.answer_hours, aims.ending_days)
    said = [tr("First answer in {hours}. A visible ending in {days}.").format(hours=hours, days=days)]
    said += [tr("{place}: {hours}, {days}.").format(place=name, hours=first, days=last) for name, (first, last) in own]
    return " ".join(said)


def _times(hours: int, days: int) -> tuple[str, str]:
    return moments.count(hours, "opening hour", "opening hours"), moments.count(days, "day", "days")


class _Part(Panel):
    """A panel with a title, and a link to where it is changed. `words` is what a search looks through."""

    def __init__(self, title: str, open_it: Callable[[], object]) -> None:
        super().__init__()
        self._title, self._said = title, ""
        self.link = LinkButton("")
        self.link.clicked.connect(lambda: open_it())
        head = QHBoxLayout()
        head.addWidget(WrapLabel(title, "lead"), 1)
        head.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 11, 15, 13)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self.rows)
        column.addStretch(1)

    def begin(self, *, may_change: bool) -> None:
        """Empty, to be filled anew."""
        self.link.setText(tr("Change") if may_change else tr("Open"))
        self.link.setAccessibleName(f"{self.link.text()}: {self._title}")
        self._said = self._title
        while (item := self.rows.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()

    def say(self, text: str, sign: str = "", tone: str = "text2", token: str = "text") -> None:
        """A line, behind a sign where it has one."""
        self._said = f"{self._said} {text}"
        words = WrapLabel(text, "body", token, selectable=True)
        if not sign:
            self.rows.addWidget(words)
            return
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Glyph(sign, tone, 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        self.rows.addWidget(made)

    def note(self, text: str) -> None:
        """Words that are in here otherwise: in a table."""
        self._said = f"{self._said} {text}"

    def holds(self, query: str) -> bool:
        said = self._said.casefold()
        return all(word in said for word in query.casefold().split())


class Overview(QScrollArea):
    """`wanted` carries "limits", "voice", "stand" or "hours": that tab is to open."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("The rest of the Shop book"))
        set_ring(self, "none")
        self._query = ""
        self.limits = self._part(tr("What each of us may promise without asking"), "limits")
        self.voice = self._part(tr("How we sound"), "voice")
        self.stand = self._part(tr("What we stand for"), "stand")
        self.hours = self._part(tr("Hours and closures"), "hours")
        self.grid: LimitsGrid | None = None
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(10)
        self._pair.addWidget(self.voice, 1)
        self._pair.addWidget(self.stand, 1)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(self.limits)
        column.addLayout(self._pair)
        column.addWidget(self.hours)
        column.addStretch(1)
        self.setWidget(body)
        theme().changed.connect(self._stand)

    def _part(self, title: str, key: str) -> _Part:
        return _Part(title, lambda: self.wanted.emit(key))

    def parts(self) -> tuple[_Part, ...]:
        return self.limits, self.voice, self.stand, self.hours

    # --- showing ---------------------------------------------------------------------------------------------

    def show_rest(self, rest: Rest) -> None:
        for part in self.parts():
            part.begin(may_change=rest.may_change or part is self.hours)  # hours are everybody's
        self._show_limits(rest)
        self._show_voice(rest.voice)
        self._show_stand(rest)
        self._show_hours(rest)
        self.sift(self._query)

    def _show_limits(self, rest: Rest) -> None:
        shown, helpers = rest.members[:_COLUMNS], len(rest.members) > 1
        self.grid = LimitsGrid()
        if helpers:
            self.grid.show_members(shown, rest.currency, may_change=False)
            self.limits.rows.addWidget(self.grid)
            self.limits.note(" ".join(tr(bound.title) for bound in BOUNDS.values()))
            self.limits.note(" ".join(one.person.name for one in rest.members))
        else:
            self.limits.say(tr("Nobody helps you at the counter yet."), token="text2")
        if left := len(rest.members) - len(shown):
            self.limits.say(tr("{n} more under Promises and limits").format(n=left), token="text2")

    def _show_voice(self, voice: Voice) -> None:
        if voice == Voice():
            self.voice.say(tr("Nothing is written yet."), token="text2")
        if voice.sentence:
            self.voice.say(voice.sentence, token="text2")
        for sign, tone, lines in (("check", "leaf", voice.say), ("x", "brick", voice.dont_say)):
            for words in lines:
                self.voice.say(f"“{words.strip(_QUOTES)}”", sign, tone)

    def _show_stand(self, rest: Rest) -> None:
        for value in rest.values:
            way = "" if value.is_spoken else f" {tr('Don’t mention it in answers to complaints.')}"
            text = value.text if value.text.endswith((".", "!", "?")) or not way else f"{value.text}."
            self.stand.say(f"{text}{way}", "heart", "text2")
        if not rest.values:
            self.stand.say(tr("Nothing is written yet."), token="text2")
        aims = WrapLabel("", "body", "text2")
        aims.set_parts((tr("Our aims."), "strong text"), f" {aims_line(rest.aims, rest.places)}")
        self.stand.rows.addWidget(aims)
        self.stand.note(aims.text())

    def _show_hours(self, rest: Rest) -> None:
        for name, spans in week_lines(rest.opening):
            line = WrapLabel("", "body", "text2")
            line.set_parts((name, "strong text"), f"  {spans}")
            self.hours.rows.addWidget(line)
            self.hours.note(line.text())
        coming = [run for run in shopbook.runs(rest.opening.closures) if run.last >= rest.today]
        for run in coming[:_CLOSURES]:
            day = run_text(run, rest.today)
            said = tr("Closed {day}: {note}") if run.note else tr("Closed {day}")
            self.hours.say(said.format(day=day, note=run.note), "calendar")
        if len(coming) > _CLOSURES:
            left = tr("{n} more under Hours and closures").format(n=len(coming) - _CLOSURES)
            self.hours.say(left, token="text2")
        if not rest.opening.spans:
            self.hours.say(tr("Nothing is written yet."), token="text2")

    def sift(self, query: str) -> None:
        """Only the parts that hold all these words."""
        self._query = query
        for part in self.parts():
            part.setVisible(part.holds(query))

    def count(self) -> int:
        """How many parts are shown."""
        return sum(not part.isHidden() for part in self.parts())

    # --- room --------------------------------------------------------------------------------------------------

    def _stand(self) -> None:
        beside = self.width() >= px(_TWO)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._pair.direction() != way:
            self._pair.setDirection(way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()
