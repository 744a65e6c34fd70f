"""What somebody asks the owner, and how the month went: the column beside a person (design 10)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import counter
from desktop.asks import Ask, Nudge
from ui.moments import tr
from ui.theme import px, theme
from ui.theme.keep import keep_colours
from ui.widgets.bars import Glyph
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.elide import ElidedLabel
from ui.widgets.panel import Panel
from ui.widgets.pasting import PlainText
from ui.widgets.wrap import FlowLayout, WrapLabel

from .known import Asking, Known, Member

_WIDTH = 292
_ANY = 16_777_215  # Qt's QWIDGETSIZE_MAX
_CHOOSE, _REWORD, _WHY = 0, 1, 2


class AskCard(Panel):
    """One question with the words it is about. `yes` carries (id, other words or ""), `no` (id, why), `opened` a
    conversation."""

    yes = Signal(object)
    no = Signal(object)
    opened = Signal(object)

    def __init__(self, asking: Asking, *, may_answer: bool, parent: QWidget | None = None) -> None:
        super().__init__("surface", "line", parent=parent)
        self.ask: Ask = asking.ask
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 11, 14, 12)
        self._column.setSpacing(6)
        self._column.addWidget(WrapLabel(asking.about, "meta", "text2"))
        if self.ask.question:
            self._column.addWidget(WrapLabel(f"“{self.ask.question}”", "body"))
        self.words = WrapLabel(self.ask.writing.plain(), "body", "text2", selectable=True)
        what = tr("What {name} would hide") if self.ask.is_to_hide else tr("What {name} would say")
        self.words.setAccessibleName(what.format(name=self.ask.person_name))
        self._column.addWidget(self.words)
        self.open = LinkButton(tr("Open the conversation"))
        self.open.clicked.connect(lambda: self.opened.emit(self.ask.conversation))
        self._pages = QStackedWidget()
        for page in (self._choosing(), self._rewording(), self._saying_why()):
            self._pages.addWidget(page)
        self._pages.setVisible(may_answer)
        self._column.addWidget(self._pages)
        self._column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeading)
        self._show(_CHOOSE)

    def _choosing(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(6)
        self.say_yes = Button(tr("Yes, hide it") if self.ask.is_to_hide else tr("Yes, say it"), kind="primary")
        self.change, self.not_now = Button(tr("Change the words")), LinkButton(tr("Not this time, and why…"))
        buttons = FlowLayout(gap=8, row_gap=8)
        buttons.addWidget(self.say_yes)
        if not self.ask.is_to_hide:
            buttons.addWidget(self.change)
        column.addLayout(buttons)
        column.addWidget(self.not_now, 0, Qt.AlignmentFlag.AlignLeading)
        self.say_yes.clicked.connect(lambda: self.yes.emit((self.ask.id, "")))
        self.change.clicked.connect(lambda: self._show(_REWORD))
        self.not_now.clicked.connect(lambda: self._show(_WHY))
        return page

    def _rewording(self) -> QWidget:
        self.text = PlainText(self.ask.writing.plain())
        self.text.setAccessibleName(tr("The words to say"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(px(120))
        self.say_this = Button(tr("Say it like this"), kind="primary")
        self.say_this.clicked.connect(lambda: self.yes.emit((self.ask.id, self.text.toPlainText().strip())))
        return self._form(self.text, self.say_this)

    def _saying_why(self) -> QWidget:
        self.why = QLineEdit()
        self.why.setMaxLength(counter.MOST_QUESTION)
        self.why.setPlaceholderText(tr("Why, in a few words"))
        self.why.setAccessibleName(tr("Why not this time"))
        self.why.setMinimumHeight(px(30))
        self.give_back = Button(tr("Give it back"), kind="primary")
        self.give_back.clicked.connect(self._give_back)
        self.why.returnPressed.connect(self._give_back)
        return self._form(self.why, self.give_back)

    def _form(self, field: QWidget, go: Button) -> QWidget:
        page, cancel = QWidget(), Button(tr("Cancel"))
        cancel.clicked.connect(lambda: self._show(_CHOOSE))
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(8)
        column.addWidget(field)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(go)
        row.addWidget(cancel)
        row.addStretch(1)
        column.addLayout(row)
        return page

    def _show(self, which: int) -> None:
        """Only the page that shows takes room."""
        self._pages.setCurrentIndex(which)
        for at in range(self._pages.count()):
            how = QSizePolicy.Policy.Preferred if at == which else QSizePolicy.Policy.Ignored
            if (page := self._pages.widget(at)) is not None:
                page.setSizePolicy(how, how)
        self._pages.adjustSize()
        focus: dict[int, QWidget] = {_REWORD: self.text, _WHY: self.why}
        if which in focus:
            focus[which].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.isVisible():
            self.say_yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_back(self) -> None:
        if self.why.text().strip():
            self.no.emit((self.ask.id, self.why.text().strip()))
        else:
            self.why.setFocus(Qt.FocusReason.OtherFocusReason)


class NudgeCard(Panel):
    """The owner always said yes: it could be left to them. `let` and `keep` carry the Nudge."""

    let = Signal(object)
    keep = Signal(object)

    def __init__(self, nudge: Nudge, parent: QWidget | None = None) -> None:
        super().__init__("ink_tint", "ink_tint", parent=parent)
        said = tr("{name} asked {n} times about {thing}, and you said yes each time.")
        words = said.format(name=nudge.person_name, n=nudge.times, thing=tr(counter.about(nudge.thing)))
        self.let_decide = LinkButton(tr("Let {name} decide").format(name=nudge.person_name))
        self.keep_asking = LinkButton(tr("Keep asking me"))
        self.let_decide.clicked.connect(lambda: self.let.emit(nudge))
        self.keep_asking.clicked.connect(lambda: self.keep.emit(nudge))
        links = FlowLayout(gap=14, row_gap=4)
        links.addWidget(self.let_decide)
        links.addWidget(self.keep_asking)
        column = QVBoxLayout()
        column.setSpacing(5)
        column.addWidget(WrapLabel(words, "body"))
        column.addLayout(links)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(10)
        row.addWidget(Glyph("idea", "text", 15), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)


class MonthCard(Panel):
    """How this month went, in numbers that are nobody's score."""

    def __init__(self, member: Member, parent: QWidget | None = None) -> None:
        super().__init__("surface", "line", parent=parent)
        name = member.person.name
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 11, 14, 12)
        column.setSpacing(6)
        column.addWidget(ElidedLabel(tr("{name}, this month").format(name=name), "strong"))
        for about, number in member.month:
            row = QHBoxLayout()
            row.addWidget(WrapLabel(about, "body", "text2"), 1)
            value = ElidedLabel(number, "strong")
            row.addWidget(value, 0, Qt.AlignmentFlag.AlignTrailing)
            column.addLayout(row)
        column.addWidget(WrapLabel(tr("{name} sees this page too.").format(name=name), "meta", "text2"))


class AskedColumn(QScrollArea):
    """The cards of one person; for the owner's own row, everybody's questions."""

    yes = Signal(object)
    no = Signal(object)
    opened = Signal(object)
    let = Signal(object)
    keep = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keep_colours(self.verticalScrollBar(), ground="paper")
        self.cards: list[AskCard] = []
        self.nudges: list[NudgeCard] = []
        self._shown: object = None
        self._stacked = False
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        wide = min(px(_WIDTH) + 24, 460)
        self.setMinimumWidth(0 if self._stacked else wide)
        self.setMaximumWidth(_ANY if self._stacked else wide)

    def set_stacked(self, stacked: bool, most: int) -> None:
        """Over the person, `most` px high at the most, or beside them."""
        self.setMaximumHeight(most if stacked else _ANY)
        if stacked == self._stacked:
            return
        self._stacked = stacked
        self._fit()
        if (body := self.widget()) is not None and (column := body.layout()) is not None:
            column.setContentsMargins(24 if stacked else 0, 16, 24, 16)

    def sizeHint(self) -> QSize:
        """Over the person: as high as the cards are at this width."""
        hint, body = super().sizeHint(), self.widget()
        if not self._stacked or body is None or (column := body.layout()) is None:
            return hint
        wide = self.viewport().width()
        high = column.heightForWidth(wide) if column.hasHeightForWidth() else column.sizeHint().height()
        return QSize(hint.width(), high)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):  # a card has grown, or is wider
            self.updateGeometry()
        return super().event(event)

    def show_member(self, member: Member, known: Known) -> None:
        """This person's questions, month and what could be left to them."""
        asked = [one for one in known.asked if member.person.is_owner or one.ask.person == member.person.id]
        nudges = [one for one in known.nudges if member.person.is_owner or one.person == member.person.id]
        state = (member.person, member.month, tuple(asked), tuple(nudges), known.may_change)
        if state == self._shown:
            return
        self._shown = state
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(24 if self._stacked else 0, 16, 24, 16)
        column.setSpacing(12)
        self._add_asked(column, asked, may_answer=known.may_change)
        if not member.person.is_owner:
            column.addWidget(MonthCard(member))
        self.nudges = [NudgeCard(one) for one in nudges] if known.may_change else []
        for nudge in self.nudges:
            nudge.let.connect(self.let)
            nudge.keep.connect(self.keep)
            column.addWidget(nudge)
        column.addStretch(1)
        self.setWidget(body)
        self.updateGeometry()
        self.setVisible(bool(asked or nudges) or not member.person.is_owner)

    def _add_asked(self, column: QVBoxLayout, asked: list[Asking], *, may_answer: bool) -> None:
        self.cards = [AskCard(one, may_answer=may_answer) for one in asked]
        if self.cards:
            is_today = all(one.is_of_today for one in asked)
            column.addWidget(ElidedLabel(tr("Asked today") if is_today else tr("Asked"), "strong"))
        for card in self.cards:
            card.yes.connect(self.yes)
            card.no.connect(self.no)
            card.opened.connect(self.opened)
            column.addWidget(card)
