""" "Before you post": what the coach says, beside the text. The composer feeds it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.coach.scene import Action, Finding, Level, Reading
from desktop.coach.why import name_of
from desktop.language.said import many, said
from ui.moments import tr, translated
from ui.theme import px, tokens
from ui.theme.focus import set_ring
from ui.theme.keep import keep_colours
from ui.theme.paint import line
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.elide import ElidedLabel
from ui.widgets.layouts import widgets_in
from ui.widgets.wrap import WrapLabel

from .coach_foot import EyeLine, Good, ShopBook
from .coach_item import CoachItem

if TYPE_CHECKING:
    from desktop.counter import Noisy

HEADER = "Before you post"
SUB = "Checked on this computer. Only blanks, length and your limits can hold a reply back."
ALL_CLEAR = "Nothing to point out"
MOST_LOOKS = 3


class CoachPanel(QFrame):
    """The column of 318 px at the end of the conversation page."""

    acted = Signal(object, object)  # Finding, Action
    shown = Signal(object)  # Finding
    collapse_requested = Signal()
    stop_answered = Signal(str, bool)  # a check, and whether it stops for this person
    noise_answered = Signal(str, bool)  # a check, and whether the owner turns it off for the shop
    on_wanted = Signal()  # the coach, after somebody turned it off for themselves

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr(HEADER))
        keep_colours(self, ground="surface")
        self._reading = Reading((), ())
        self._all_looks = False
        self._items: dict[str, CoachItem] = {}
        self._closing, self._stop, self._noise = CoachItem(), CoachItem(), CoachItem()
        self._closing.acted.connect(lambda *_: self.on_wanted.emit())
        self._is_off = False
        self._stop.acted.connect(self._answer_stop)
        self._stop.hide()
        self._noise.acted.connect(self._answer_noise)
        self._noise.hide()
        self._good, self._book, self._eye = Good(), ShopBook(), EyeLine()
        self._more = LinkButton("")
        self._more.clicked.connect(self._show_all)
        self._column = QVBoxLayout()
        self._arrange()
        self.set_reading(Reading((), ()), None)

    def _arrange(self) -> None:
        inside = QWidget()
        keep_colours(inside, ground="surface")
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._column.setSpacing(0)
        more = QHBoxLayout()
        more.setContentsMargins(px(42), 0, px(14), 0)
        more.addWidget(self._more)
        more.addStretch(1)
        asked = (self._stop, self._noise)
        for each in (self._column, *asked, self._closing, more, self._good, self._book, self._eye):
            whole.addLayout(each) if isinstance(each, (QVBoxLayout, QHBoxLayout)) else whole.addWidget(each)
        whole.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_ring(scroll, "none")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(scroll, 1)

    def _head(self) -> QWidget:
        made = _Head()
        column, row = QVBoxLayout(made), QHBoxLayout()
        column.setContentsMargins(px(14), px(10), px(10), px(11))
        column.setSpacing(px(2))
        title = ElidedLabel(tr(HEADER), "lead")
        self.chevron = IconButton("right", tr("Hide this column (F8)"))
        self.chevron.clicked.connect(self.collapse_requested)
        row.addWidget(title, 1)
        row.addWidget(self.chevron)
        column.addLayout(row)
        column.addWidget(WrapLabel(tr(SUB), "meta", "text3"))
        return made

    def sizeHint(self) -> QSize:
        return QSize(px(318), px(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), px(120))

    # ---- what it shows ----------------------------------------------------------------------------

    def set_reading(self, reading: Reading, closing: tuple[str, str] | None) -> None:
        """Show a reading; items of the same check stay where they are."""
        self._reading = reading
        shown = self.found()
        keys = _keys(shown)
        for key, item in self._items.items():
            if key not in keys:
                item.hide()
        for place, (key, finding) in enumerate(zip(keys, shown, strict=True)):
            item = self._item(key)
            item.show_finding(finding)
            if self._column.indexOf(item) != place:
                self._column.insertWidget(place, item)
            item.show()
        self._put_more()
        self._good.set_good(reading.good)
        self._closing.setVisible(closing is not None)
        if closing is not None:
            ways = (Action("on", "Turn on"),) if self._is_off else ()
            self._closing.show_finding(Finding("", Level.GOOD, *closing, actions=ways))

    def set_off(self, is_off: bool) -> None:
        """Whether somebody has turned the coach off for themselves: the line that says so turns it on."""
        self._is_off = is_off

    def _item(self, key: str) -> CoachItem:
        if key not in self._items:
            item = self._items[key] = CoachItem()
            item.acted.connect(self.acted)
            item.shown.connect(self.shown)
        return self._items[key]

    def found(self) -> list[Finding]:
        """What is listed, in order: all that holds, and at most three Looks until more are asked for."""
        found = self._reading.findings
        looks = [finding for finding in found if finding.level is Level.LOOK]
        kept = looks if self._all_looks else looks[:MOST_LOOKS]
        return [finding for finding in found if finding.level is not Level.LOOK] + kept

    def _put_more(self) -> None:
        hidden = len(self._reading.findings) - len(self.found())
        self._more.setVisible(hidden > 0)
        self._more.setText(translated(many("%n more", "%n more", hidden)))

    def _show_all(self) -> None:
        self._all_looks = True
        self.set_reading(self._reading, None)

    def ask_to_stop(self, check: str) -> None:
        """Set aside in three drafts: "Stop checking this for you?" """
        text = said("“{check}”: you've set it aside in 3 replies.", check=said(name_of(check)))
        ways = (Action("stop", "Stop"), Action("keep", "Keep"))
        self._stop.show_finding(Finding(check, Level.LOOK, "Stop checking this for you?", text, actions=ways))
        self._stop.show()

    def _answer_stop(self, finding: Finding, action: Action) -> None:
        self._stop.hide()
        self.stop_answered.emit(finding.check, action.key == "stop")

    def set_noisy(self, noisy: Noisy | None, me: str) -> None:
        """A check that is set aside again and again, told to the owner (`me`): None hides it."""
        self._noise.setVisible(noisy is not None)
        if noisy is not None:
            ways = (Action("off", tr("Turn off for the shop")), Action("keep", tr("Keep")))
            title = translated(said("“{check}” may be too noisy", check=said(noisy.name)))
            text = noise(noisy, me)
            self._noise.show_finding(Finding(noisy.check, Level.LOOK, title, text, actions=ways))

    def _answer_noise(self, finding: Finding, action: Action) -> None:
        self._noise.hide()
        self.noise_answered.emit(finding.check, action.key == "off")

    def noise_item(self) -> CoachItem:
        """What tells the owner of a noisy check."""
        return self._noise

    def stop_item(self) -> CoachItem:
        """The question whether to stop a check."""
        return self._stop

    def forget(self) -> None:
        """Another draft: nothing was said yet, and at most three Looks show again."""
        self._stop.hide()
        self._all_looks = False
        self.set_reading(Reading((), ()), None)

    def reading(self) -> Reading:
        """What is shown."""
        return self._reading

    def items(self) -> list[CoachItem]:
        """The items that show, in order."""
        return [item for item in widgets_in(self._column) if isinstance(item, CoachItem) and not item.isHidden()]

    def good(self) -> tuple[str, ...]:
        """What it calls good already."""
        return self._good.words()

    def closing_item(self) -> CoachItem:
        """The line that stands when there is nothing to list."""
        return self._closing

    def more_button(self) -> LinkButton:
        """ "2 more"."""
        return self._more

    def set_shop_book(self, lines: Sequence[tuple[str, str]], title: str = "From the Shop book") -> None:
        """The facts that fit, (title, text) each."""
        self._book.set_lines(lines, title)

    def set_eye_line(self, before: str, strong: str = "", after: str = "") -> None:
        """ "Once posted, a passer-by sees **a complaint and your answer.** …"; nothing: hidden."""
        self._eye.words.set_parts(before, (strong, "strong"), after)
        self._eye.setVisible(bool(before or strong or after))

    def summary(self) -> str:
        """ "2 to fill, 2 to look at", or that there is nothing."""
        return summary(self._reading)


def noise(noisy: Noisy, me: str) -> str:
    """ "Set aside in 6 replies: Tom 4, you 2." """
    by = ", ".join(f"{tr('you') if name == me else name} {times}" for name, times in noisy.by)
    return translated(many("Set aside in %n reply: {by}.", "Set aside in %n replies: {by}.", noisy.times, by=by))


class _Head(QFrame):
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens().color("surface"))
        line(painter, QRect(0, self.height() - 1, self.width(), 1))


def summary(reading: Reading) -> str:
    """The reading in one line, for the screen reader and for when the column is hidden."""
    blanks = [finding for finding in reading.findings if finding.check.startswith("c-blank")]
    fill = sum(finding.count or 1 for finding in blanks)
    look = len(reading.findings) - len(blanks)
    counts = ((fill, many("%n to fill", "%n to fill", fill)), (look, many("%n to look at", "%n to look at", look)))
    return ", ".join(translated(text) for number, text in counts if number) or tr(ALL_CLEAR)


def _keys(found: Sequence[Finding]) -> list[str]:
    """A name for each finding that stays the same from one reading to the next."""
    seen: dict[str, int] = {}
    keys = []
    for finding in found:
        check = {"c-blank1": "c-blanks"}.get(finding.check, finding.check)
        seen[check] = seen.get(check, 0) + 1
        keys.append(f"{check}:{seen[check]}")
    return keys
