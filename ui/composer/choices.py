"""Before writing: three ways to begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.starters import LEAD
from desktop.writing import Part, Run
from ui.moments import count, tr
from ui.theme import fonts, px, theme, tokens
from ui.theme.icons import paint_icon
from ui.theme.paint import rounded, words_in
from ui.widgets.buttons import LinkButton
from ui.widgets.keycap import keycap_size, paint_keycap
from ui.widgets.tips import plain_tip
from ui.widgets.wrap import WrapLabel

from .context import PART_ICONS, StartChoice
from .nudges import NudgeText, spoken
from .situation import SituationChip

BLANK_PAGE = "Blank page"
BLANK_WORDS = "Your own words from the first one. Add single parts later if you get stuck."
_LEAST_WIDTH, _MOST_LINES = 190, 3


class StartCard(QAbstractButton):
    """A card: title and key, the first words with their blanks, which parts it brings."""

    def __init__(self, title: str, icon: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self.key, self.is_brief = icon, key, False
        self._runs: tuple[Run, ...] = ()
        self._parts: tuple[Part, ...] = ()
        self._foot = ""
        self._title = tr(title)
        self.setText(self._title.replace("&", "&&"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_words(self, runs: tuple[Run, ...], parts: Sequence[Part], foot: str) -> None:
        """The opening words, the parts in their order, the line at the end of the foot."""
        self._runs, self._parts, self._foot = runs, tuple(parts), foot
        with_key = tr("{title}, key {key}").format(title=self._title, key=self.key)
        self.setAccessibleName(with_key if self.key else self._title)
        self.setAccessibleDescription(f"{spoken(runs)} {foot}".strip())
        self.updateGeometry()
        self.update()

    def title(self) -> str:
        """What it is called."""
        return self._title

    def foot(self) -> str:
        """The line at the foot: "5 parts"."""
        return self._foot

    def _inner(self, width: int) -> int:
        return max(px(60), width - px(24))

    def _text(self, width: int) -> NudgeText:
        return NudgeText(self._runs, fonts.font("body"), self._inner(width), _MOST_LINES)

    def hasHeightForWidth(self) -> bool:
        return True

    def set_brief(self, brief: bool) -> None:
        """Only the title and its key."""
        self.is_brief = brief
        self.setToolTip(plain_tip(spoken(self._runs)) if brief else "")
        self.updateGeometry()
        self.update()

    def brief_width(self) -> int:
        """What its title and its key need."""
        title = QFontMetrics(fonts.font("strong")).horizontalAdvance(self._title)
        return title + px(15) + self._cap().width() + px(24 + 14) + px(2)

    def _cap(self) -> QSize:
        """The room of its key; no width without one."""
        size = keycap_size(self.key)
        return size if self.key else QSize(0, size.height())

    def heightForWidth(self, width: int) -> int:
        return self.height_at(width, brief=self.is_brief)

    def height_at(self, width: int, *, brief: bool) -> int:
        """What it needs at this width, in px, brief or not."""
        head, foot = self._head_height(), self._foot_height()
        if brief:
            return head + px(12)
        return px(10) + head + self._text(width).height + px(8) + foot + px(9)

    def _head_height(self) -> int:
        return max(QFontMetrics(fonts.font("strong")).height(), keycap_size(self.key).height()) + px(4)

    def _foot_height(self) -> int:
        return max(QFontMetrics(fonts.font("meta")).height(), px(14))

    def sizeHint(self) -> QSize:
        width = px(_LEAST_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self.heightForWidth(px(120)) if self.is_brief else px(60))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = tokens()
        over = self.underMouse() or self.isDown()
        edge = colours.color("ink" if over else "edge")
        rounded(painter, self.rect(), 6, colours.color("surface"), edge)
        top = (self.height() - keycap_size(self.key).height()) // 2 if self.is_brief else px(10)
        inside = QRect(px(12), top, self._inner(self.width()), self.height() - px(19))
        self._paint_head(painter, inside)
        if self.is_brief:
            return
        text = self._text(self.width())
        corner = QPointF(inside.left(), inside.top() + self._head_height())
        text.draw(painter, corner, colours.color("text2"), inside.width(), self.isRightToLeft())
        self._paint_foot(painter, inside)

    def _mirrored(self, box: QRect, inside: QRect) -> QRect:
        return self.style().visualRect(self.layoutDirection(), inside, box)

    def _paint_head(self, painter: QPainter, inside: QRect) -> None:
        colours, cap, side = tokens(), self._cap(), px(15)
        line = QRect(inside.left(), inside.top(), inside.width(), cap.height())
        icon = self._mirrored(
            QRect(line.left(), line.top() + (line.height() - side) // 2, side, side), inside
        )
        paint_icon(painter, icon.left(), icon.top(), self._icon, "text", side)
        words = QRect(
            line.left() + side + px(7), line.top(), line.width() - side - cap.width() - px(14), line.height()
        )
        words = self._mirrored(words, inside)
        face = fonts.font("strong")
        painter.setFont(face)
        painter.setPen(colours.color("text"))
        shown = QFontMetrics(face).elidedText(self._title, Qt.TextElideMode.ElideRight, words.width())
        words_in(painter, words, shown, self._leading() | Qt.AlignmentFlag.AlignVCenter)
        key = self._mirrored(
            QRect(line.right() + 1 - cap.width(), line.top(), cap.width(), cap.height()), inside
        )
        if self.key:
            paint_keycap(painter, key.left(), key.center().y() + 0.5, self.key)

    def _paint_foot(self, painter: QPainter, inside: QRect) -> None:
        side, high = px(13), self._foot_height()
        foot = QRect(inside.left(), inside.bottom() + 1 - high, inside.width(), high)
        for number, part in enumerate(self._parts):
            box = QRect(foot.left() + number * (side + px(5)), foot.top() + (high - side) // 2, side, side)
            box = self._mirrored(box, inside)
            paint_icon(painter, box.left(), box.top(), PART_ICONS[part], "text3", side)
        painter.setFont(fonts.font("meta"))
        painter.setPen(tokens().color("text3"))
        trailing = self._leading() if not self._parts else self._trailing()
        words_in(painter, foot, self._foot, trailing | Qt.AlignmentFlag.AlignVCenter)

    def _leading(self) -> Qt.AlignmentFlag:
        rtl = self.isRightToLeft()
        return Qt.AlignmentFlag.AlignAbsolute | (
            Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        )

    def _trailing(self) -> Qt.AlignmentFlag:
        rtl = self.isRightToLeft()
        return Qt.AlignmentFlag.AlignAbsolute | (
            Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        )


def _opening(choice: StartChoice) -> tuple[Run, ...]:
    """The words a card begins with; "I'm looking into it" begins with what only it says."""
    paragraphs = list(choice.writing.paragraphs)
    if choice.is_looking:
        paragraphs.sort(key=lambda paragraph: paragraph.part not in (Part.COMPANY, Part.NEXT))
    runs: tuple[Run, ...] = ()
    for paragraph in paragraphs:
        runs = (*runs, *((Run(" "),) if runs else ()), *paragraph.runs)
    return runs


class _Cards(QWidget):
    """Cards side by side, or one under the other where they would be too narrow to read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards: list[StartCard] = []
        self.is_brief = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def put(self, cards: list[StartCard]) -> None:
        """Show these cards, and drop those there were."""
        for old in self.cards:
            old.hide()  # never without a parent: a pending show would make it a window
            old.deleteLater()
        self.cards = cards
        for card in cards:
            card.setParent(self)
            card.set_brief(self.is_brief)
            card.show()
        self.arrange()

    def set_brief(self, brief: bool) -> None:
        """A line for each card, or all of it."""
        if brief != self.is_brief:
            self.is_brief = brief
            for card in self.cards:
                card.set_brief(brief)
            self.arrange()

    def arrange(self) -> None:
        """Lay out anew: other cards, another width, another text size."""
        self._place(self.width(), move=True)
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def brief_height(self, width: int) -> int:
        """With a line for each card, in px."""
        return self._place(width, move=False, brief=True)

    def sizeHint(self) -> QSize:
        width = px(_LEAST_WIDTH) * max(1, len(self.cards)) + px(8) * 2
        return QSize(width, self.heightForWidth(width))

    def _place(self, width: int, move: bool, *, brief: bool = False) -> int:
        gap, count, brief = px(8), max(1, len(self.cards)), brief or self.is_brief
        least = max((card.brief_width() for card in self.cards), default=0) if brief else px(_LEAST_WIDTH)
        across = next((n for n in range(count, 0, -1) if (width - gap * (n - 1)) / n >= least), 1)
        each, top = (width - gap * (across - 1)) // across, 0
        for first in range(0, len(self.cards), across):
            row = self.cards[first : first + across]
            high = max(card.height_at(each, brief=brief) for card in row)
            for number, card in enumerate(row):
                box = QRect(number * (each + gap), top, each, high)
                if move:
                    card.setGeometry(
                        self.style().visualRect(self.layoutDirection(), QRect(0, 0, width, 1), box)
                    )
            top += high + gap
        return max(0, top - gap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()


class StartChoices(QWidget):
    """ "Start from" and its cards. `chosen` brings the StartChoice, or None for the blank page."""

    chosen = Signal(object)
    situation_chosen = Signal(str)
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead = WrapLabel()
        self.situation = SituationChip()
        self.situation.chosen.connect(self.situation_chosen)
        self._say_lead(False)
        self._cards = _Cards(self)
        self._choices: tuple[StartChoice | None, StartChoice | None, str] | None = None
        self._keys = ("1", "2", "R")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(12), px(10), px(12), px(12))
        whole.setSpacing(px(8))
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(self._lead, 1)
        head.addWidget(self.situation, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(head)
        whole.addWidget(self._cards)
        self.more = LinkButton("")
        self.more.clicked.connect(self.more_wanted)
        self.more.hide()
        whole.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        whole.addStretch(1)
        self._cards.raise_()  # and so read after the line above them
        theme().changed.connect(self._cards.arrange)

    def set_more(self, text: str) -> None:
        """One source more, as a link under the cards; "" takes it away."""
        self.more.setText(text)
        self.more.setVisible(bool(text))

    def set_choices(self, first: StartChoice | None, looking: StartChoice | None, blank_line: str) -> None:
        """The cards to show; the blank page is always the last."""
        if (first, looking, blank_line) == self._choices:
            return
        self._choices = (first, looking, blank_line)
        cards = []
        for choice, key in zip((first, looking), self._keys, strict=False):
            if choice is not None:
                cards.append(self._starter_card(choice, key))
        blank = StartCard(BLANK_PAGE, "pencil", self._keys[2])
        blank.set_words((Run(tr(BLANK_WORDS)),), (), blank_line)
        blank.clicked.connect(lambda: self.chosen.emit(None))
        self._cards.put([*cards, blank])

    def set_keys(self, key_of: Callable[[str], str]) -> None:
        """What to press for each of them; "" where single keys are off."""
        keys = (key_of("1"), key_of("2"), key_of("R"))
        if keys != self._keys:
            self._keys, choices = keys, self._choices
            self._choices = None
            if choices is not None:
                self.set_choices(*choices)

    def _starter_card(self, choice: StartChoice, key: str) -> StartCard:
        paragraphs = choice.writing.paragraphs
        parts = [paragraph.part for paragraph in paragraphs if paragraph.part is not None]
        icon = "cup" if choice.is_looking else PART_ICONS[parts[0]] if parts else "pencil"
        card = StartCard(choice.title, icon, key)
        card.set_words(
            _opening(choice), parts, count(len(paragraphs), "part", "parts")
        )
        card.clicked.connect(lambda: self.chosen.emit(choice))
        return card

    def set_brief(self, brief: bool) -> None:
        """A line for each way to begin, where there is little room; their first words are in the hint."""
        if brief != self._cards.is_brief:
            self._say_lead(brief)
            self._cards.set_brief(brief)

    def brief_height(self, width: int) -> int:
        """What it needs with a line for each way to begin, in px."""
        head = max(QFontMetrics(fonts.font("strong")).height(), self.situation.sizeHint().height())
        rows = [head, self._cards.brief_height(width - px(24))]
        rows += [] if self.more.isHidden() else [self.more.sizeHint().height()]
        return sum(rows) + px(8) * (len(rows) - 1) + px(22)

    def titles(self) -> str:
        """What the ways to begin are called, in one line."""
        return " · ".join(card.title() for card in self._cards.cards)

    def _say_lead(self, brief: bool) -> None:
        lead = () if brief else ("  ", (tr(LEAD), "text3"))
        self._lead.set_parts((tr("Start from"), "strong"), *lead)
        self._lead.setAccessibleDescription(tr(LEAD) if brief else "")
        self._lead.setToolTip(plain_tip(tr(LEAD)) if brief else "")

    def cards(self) -> list[StartCard]:
        """The cards shown, in order."""
        return self._cards.cards
