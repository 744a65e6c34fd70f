""" "Before you post": what the coach says, beside the text. The composer feeds it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.coach.scene import Action, Finding, Level, Reading
from ui.theme import px, theme, tokens
from ui.theme.focus import set_ring
from ui.theme.icons import paint_icon
from ui.theme.keep import keep_colours, keep_font
from ui.theme.paint import line
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.elide import ElidedLabel
from ui.widgets.flow import FlowLayout
from ui.widgets.wrap import WrapLabel

HEADER = "Before you post"
SUB = "Checked on this computer. Only blanks, length and your limits can hold a reply back."
ALL_CLEAR = "Nothing to point out"
MOST_LOOKS = 3

_LOOKS = {
    Level.HOLD: ("stop", "brick", "Holds the reply back"),
    Level.PAUSE: ("pause", "brick", "Wants a second look"),
    Level.LOOK: ("warn", "amber", "To look at"),
    Level.GOOD: ("check", "leaf", "Good"),
}


class _Sign(QWidget):
    """The icon in front of an item, with a word for those who don't see it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon, self._token = "check", "leaf"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_level(self, level: Level) -> None:
        """Octagon, pause, triangle or tick."""
        self._icon, self._token, word = _LOOKS[level]
        self.setAccessibleName(word)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(18), px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), 0, px(1), self._icon, self._token, px(17))


class CoachItem(QFrame):
    """One thing: sign, title, text, ways out. Reused for the same check so that nothing jumps."""

    acted = Signal(object, object)  # Finding, Action
    shown = Signal(object)  # Finding

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding: Finding | None = None
        self._links: list[QWidget] = []
        self._sign = _Sign(self)
        self.title, self.text = WrapLabel(level="strong"), WrapLabel(token="text2")
        self._ways = QWidget()
        self._flow = FlowLayout(self._ways, px(12), px(2))
        row, words = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(px(14), px(11), px(14), px(10))
        row.setSpacing(px(10))
        words.setSpacing(px(2))
        words.addWidget(self.title)
        words.addWidget(self.text)
        words.addWidget(self._ways)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def finding(self) -> Finding | None:
        """What it shows."""
        return self._finding

    def show_finding(self, finding: Finding) -> None:
        """Show this; nothing is rebuilt that stays the same."""
        if finding == self._finding:
            return
        before, self._finding = self._finding, finding
        self._sign.show_level(finding.level)
        self._put(self.title, finding.title)
        self._put(self.text, finding.text)
        if before is None or before.actions != finding.actions:
            self._put_actions(finding.actions)
        can_show = finding.span is not None or finding.their_span is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if can_show else Qt.CursorShape.ArrowCursor)

    def show_words(self, level: Level, title: str, text: str) -> None:
        """Show a plain line that is no finding ("Nothing to point out")."""
        self.show_finding(Finding("", level, title, text))

    @staticmethod
    def _put(label: WrapLabel, text: str) -> None:
        if label.text() != text:
            label.setText(text)
        label.setVisible(bool(text))

    def _put_actions(self, actions: Sequence[Action]) -> None:
        for link in self._links:
            self._flow.removeWidget(link)
            link.setParent(None)
            link.deleteLater()
        self._links = [self._link(action) for action in actions]
        if any(action.key == "next_blank" for action in actions):
            self._links.append(self._hint("Tab"))
        self._ways.setVisible(bool(actions))

    def _link(self, action: Action) -> QWidget:
        made = LinkButton(action.label)
        made.clicked.connect(lambda: self.acted.emit(self._finding, action))
        self._flow.addWidget(made)
        return made

    def _hint(self, key: str) -> QWidget:
        made = QLabel(key)
        keep_colours(made, text="text3")
        made.setMinimumHeight(px(24))
        self._flow.addWidget(made)
        return made

    def links(self) -> list[LinkButton]:
        """The ways out, in order."""
        return [link for link in self._links if isinstance(link, LinkButton)]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._finding is not None and event.button() == Qt.MouseButton.LeftButton:
            self.shown.emit(self._finding)

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), QRect(0, self.height() - 1, self.width(), 1))


class _Good(QFrame):
    """ "Good already" and its ticks, two beside each other where there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks: list[QLabel] = []
        self._words: tuple[str, ...] = ()
        sign = _Sign(self)
        sign.show_level(Level.GOOD)
        title = WrapLabel("Good already", "strong")
        self._list = QWidget()
        self._flow = FlowLayout(self._list, px(14), px(3))
        row, words = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(px(14), px(11), px(14), px(10))
        row.setSpacing(px(10))
        words.setSpacing(px(4))
        words.addWidget(title)
        words.addWidget(self._list)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def set_good(self, good: Sequence[str]) -> None:
        """What is good; nothing: hidden."""
        self.setVisible(bool(good))
        if tuple(good) == self._words:
            return
        self._words = tuple(good)
        for tick in self._ticks:
            self._flow.removeWidget(tick)
            tick.setParent(None)
            tick.deleteLater()
        self._ticks = [self._tick(words) for words in good]

    def _tick(self, words: str) -> QLabel:
        made = _Tick(words)
        self._flow.addWidget(made)
        return made

    def words(self) -> tuple[str, ...]:
        """What is good."""
        return self._words

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), QRect(0, self.height() - 1, self.width(), 1))


class _Tick(QLabel):
    """A small tick and a word or two."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        keep_font(self, "body")
        keep_colours(self, text="text2")
        theme().changed.connect(self._room)
        self._room()

    def _room(self) -> None:
        rtl = self.isRightToLeft()
        self.setContentsMargins(0 if rtl else px(18), 0, px(18) if rtl else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = px(13)
        left = self.width() - side if self.isRightToLeft() else 0
        paint_icon(QPainter(self), left, (self.height() - side) / 2, "check", "leaf", side)


class _ShopBook(QFrame):
    """The facts that fit, in small."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(14), px(10), px(14), px(11))
        self._column.setSpacing(px(4))
        self._lines: list[WrapLabel] = []
        keep_colours(self, ground="paper")
        head = QHBoxLayout()
        icon = _BookSign(self)
        head.setSpacing(px(8))
        head.addWidget(icon)
        head.addWidget(ElidedLabel("From the Shop book", "strong"), 1)
        self._column.addLayout(head)
        self.hide()

    def set_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """(title, text) of each fact; none: hidden."""
        for old in self._lines:
            self._column.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._lines = []
        for title, text in lines:
            made = WrapLabel(token="text2")
            made.set_parts((title, "strong"), " ", text)
            self._column.addWidget(made)
            self._lines.append(made)
        self.setVisible(bool(lines))


class _BookSign(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(16), px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), 0, 0, "book", "text2", px(16))


class _EyeLine(QFrame):
    """What a passer-by will see once it is posted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = WrapLabel(token="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14) + px(26), px(10), px(14), px(12))
        row.addWidget(self.words)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = self.width() - px(30) if self.isRightToLeft() else px(14)
        paint_icon(painter, left, px(11), "eye", "text2", px(16))


class CoachPanel(QFrame):
    """The column of 318 px at the end of the conversation page."""

    acted = Signal(object, object)  # Finding, Action
    shown = Signal(object)  # Finding
    collapse_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(HEADER)
        keep_colours(self, ground="surface")
        self._reading = Reading((), ())
        self._all_looks = False
        self._items: dict[str, CoachItem] = {}
        self._closing = CoachItem()
        self._good, self._book, self._eye = _Good(), _ShopBook(), _EyeLine()
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
        for each in (self._column, self._closing, more, self._good, self._book, self._eye):
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
        title = ElidedLabel(HEADER, "lead")
        self.chevron = IconButton("right", "Hide this column (F8)")
        self.chevron.clicked.connect(self.collapse_requested)
        row.addWidget(title, 1)
        row.addWidget(self.chevron)
        column.addLayout(row)
        column.addWidget(WrapLabel(SUB, "meta", "text3"))
        return made

    def sizeHint(self) -> QSize:
        return QSize(px(318), px(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), px(120))

    # ---- what it shows ----------------------------------------------------------------------------

    def set_reading(self, reading: Reading, closing: tuple[str, str] | None) -> None:
        """Show a reading; items of the same check stay where they are."""
        self._reading = reading
        shown = self._to_show()
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
            self._closing.show_words(Level.GOOD, *closing)

    def _item(self, key: str) -> CoachItem:
        if key not in self._items:
            item = self._items[key] = CoachItem()
            item.acted.connect(self.acted)
            item.shown.connect(self.shown)
        return self._items[key]

    def _to_show(self) -> list[Finding]:
        found = self._reading.findings
        looks = [finding for finding in found if finding.level is Level.LOOK]
        kept = looks if self._all_looks else looks[:MOST_LOOKS]
        return [finding for finding in found if finding.level is not Level.LOOK] + kept

    def _put_more(self) -> None:
        hidden = len(self._reading.findings) - len(self._to_show())
        self._more.setVisible(hidden > 0)
        self._more.setText(f"{hidden} more")

    def _show_all(self) -> None:
        self._all_looks = True
        self.set_reading(self._reading, None)

    def forget(self) -> None:
        """Another draft: nothing was said yet, and at most three Looks show again."""
        self._all_looks = False
        self.set_reading(Reading((), ()), None)

    def reading(self) -> Reading:
        """What is shown."""
        return self._reading

    def items(self) -> list[CoachItem]:
        """The items that show, in order."""
        each = (self._column.itemAt(place) for place in range(self._column.count()))
        found = [item.widget() for item in each if item is not None]
        return [item for item in found if isinstance(item, CoachItem) and not item.isHidden()]

    def good(self) -> tuple[str, ...]:
        """What it calls good already."""
        return self._good.words()

    def closing_item(self) -> CoachItem:
        """The line that stands when there is nothing to list."""
        return self._closing

    def more_button(self) -> LinkButton:
        """ "2 more"."""
        return self._more

    def set_shop_book(self, lines: Sequence[tuple[str, str]]) -> None:
        """The facts that fit, (title, text) each."""
        self._book.set_lines(lines)

    def set_eye_line(self, before: str, strong: str = "", after: str = "") -> None:
        """ "Once posted, a passer-by sees **a complaint and your answer.** …"; nothing: hidden."""
        self._eye.words.set_parts(before, (strong, "strong"), after)
        self._eye.setVisible(bool(before or strong or after))

    def summary(self) -> str:
        """ "2 to fill, 2 to look at", or that there is nothing."""
        return summary(self._reading)


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
    said = ([f"{fill} to fill"] if fill else []) + ([f"{look} to look at"] if look else [])
    return ", ".join(said) or ALL_CLEAR


def _keys(found: Sequence[Finding]) -> list[str]:
    """A name for each finding that stays the same from one reading to the next."""
    seen: dict[str, int] = {}
    keys = []
    for finding in found:
        check = {"c-blank1": "c-blanks"}.get(finding.check, finding.check)
        seen[check] = seen.get(check, 0) + 1
        keys.append(f"{check}:{seen[check]}")
    return keys
