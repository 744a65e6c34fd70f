"""What would be sent to the language model, to whom, and what came back: nothing leaves before somebody says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from desktop import model, starters
from desktop.errors import ShopError
from desktop.model import Message
from desktop.writing import Writing
from ui import words
from ui.composer import StartChoice
from ui.ending.frame import HouseDialog
from ui.moments import told, tr
from ui.theme import px
from ui.theme.keep import keep_colours
from ui.widgets.bars import Bar
from ui.widgets.buttons import Button
from ui.widgets.tickbox import TickBox
from ui.widgets.wrap import WrapLabel

if TYPE_CHECKING:
    from .beside import Beside


def open_sheet(view: Beside) -> None:
    """Opens it over the conversation that shows."""
    if view.known is not None:
        ModelSheet(view).open()


class ModelSheet(HouseDialog):
    """Shows what leaves; `Send` asks; what comes is shown with its blanks, and begins a reply when it is chosen."""

    def __init__(self, view: Beside) -> None:
        super().__init__("plug", tr("An opening from a language model"), 620, view.window())
        self._view, self._known = view, view.known
        self._turn = 0  # a question that was given up has an older one
        self._message: Message | None = None
        self._opening: Writing | None = None
        self.where, self.task = WrapLabel("", "body", "text"), WrapLabel("", "meta", "text2", selectable=True)
        self.text = QPlainTextEdit()
        self.leaves_out = TickBox(tr("Leave out names and private things"))
        self.unasked = TickBox(tr("Don’t ask again for this computer"))
        self.state = WrapLabel("", "body", "text2")
        self.opening = WrapLabel("", "body", "text")
        self.trouble = Bar("", tone="brick", can_dismiss=False)
        self.close_button = Button(tr("Cancel"))
        self.send, self.begin = (
            Button(tr("Send"), "send", kind="primary"),
            Button(tr("Begin with this"), kind="primary"),
        )
        self._arrange()
        self._connect()
        self.leaves_out.setChecked(True)
        self._fill()
        self.fit(540)
        self._show()
        if self._message is not None and model.may_send_unasked(view.shop, self._message.place):
            self.ask()

    def _arrange(self) -> None:
        sheet, column = QWidget(), QVBoxLayout()
        sheet.setLayout(column)
        column.setContentsMargins(px(18), px(12), px(18), px(14))
        column.setSpacing(px(9))
        self.text.setAccessibleName(tr("What is sent about this message"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(px(90))
        self.text.setMaximumHeight(px(150))
        self._sent: tuple[QWidget, ...] = (self.where, self.text, self.leaves_out, self.task, self.unasked)
        for each in (self.state, self.trouble, self.opening, *self._sent):
            column.addWidget(each)
        column.addStretch(1)
        keep_colours(sheet, ground="paper")
        scroll = QScrollArea()
        scroll.setWidget(sheet)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.body.addWidget(scroll)
        self.foot.addStretch(1)
        for button in (self.close_button, self.send, self.begin):
            self.foot.addWidget(button)

    def _connect(self) -> None:
        self.leaves_out.toggled.connect(lambda _on: self._fill())
        self.close_button.clicked.connect(self._cancel)
        self.send.clicked.connect(self._press)
        self.begin.clicked.connect(self._begin)

    # --- what leaves --------------------------------------------------------------------------------------

    def _fill(self) -> None:
        """The text as it would leave, to be read and shortened."""
        known, shop = self._known, self._view.shop
        kind = words.kind(known.one.kind).text
        situation = starters.SITUATIONS.get(known.context.situation, "")
        names = [
            *(post.author_name for post in known.thread),
            *(post.author_handle for post in known.thread),
        ]
        try:
            self._message = model.message_for(
                shop,
                about=": ".join(filter(None, (kind, situation))),
                their_text=known.their_text,
                names=[*names, *(person.name for person in known.people)],
                is_whole=not self.leaves_out.isChecked(),
            )
        except ShopError as error:
            self._tell(error)
            return
        place = self._message.place
        here = tr("This goes to {host}, which is this computer, and to nobody else:")
        away = tr("This leaves your computer and goes to {host}:")
        self.where.setText((here if place.is_here else away).format(host=place.host))
        self.task.setText(tr("Before it stands: “{task}”").format(task=self._message.task))
        self.text.setPlainText(self._message.words)
        self.unasked.setVisible(place.is_here)
        self.unasked.setChecked(model.may_send_unasked(shop, place))

    def ask(self) -> None:
        """Sends what is shown."""
        message, view = self._message, self._view
        if message is None or not self.text.toPlainText().strip():
            return
        message = message._replace(words=self.text.toPlainText())
        self._turn += 1
        turn, shop, one, unasked = self._turn, view.shop, self._known.one.id, self.unasked.isChecked()
        values, currency = self._values(), self._known.currency

        def work() -> Writing:
            from desktop import counter

            if message.place.is_here and not shop.read_only:
                model.send_unasked(shop, message.place, unasked)
            made = model.opening_from(model.ask(shop, message, one), values, currency)
            return model.resting_left_out(made, counter.resting(shop))

        self._opening = None
        self._show(tr("Asking {model} at {host}…").format(model=message.model, host=message.place.host))
        self._view.background.run(
            self,
            work,
            lambda made: self._came(turn, made),
            lambda error: self._failed(turn, error),
            lane="model",
        )

    def _values(self) -> dict[str, str]:
        context = self._known.context
        return {
            starters.NAME: words.first_name(context.their_name),
            starters.FIRST_NAME: words.first_name(context.person_name),
            starters.SIGN_OFF: context.sign_off,
        }

    # --- what came ----------------------------------------------------------------------------------------

    def _came(self, turn: int, made: Writing) -> None:
        if turn != self._turn:
            return
        self._turn += 1
        self._opening = made
        self._show(tr("It wrote this. What was specific in it is a blank now, for you to fill:"))
        self.opening.set_parts(*_in_parts(made))
        self.begin.setFocus()

    def _failed(self, turn: int, error: Exception) -> None:
        if turn != self._turn:
            return
        self._turn += 1
        self._show()
        self._tell(error)

    def _tell(self, error: Exception) -> None:
        self.trouble.set_bar(told(error))
        self.trouble.show()
        self.trouble.tell()

    def is_asking(self) -> bool:
        """Is an answer still to come?"""
        return self.state.isVisibleTo(self) and self._opening is None

    def _show(self, state: str = "") -> None:
        """Before, while and after: what leaves, or what came."""
        has_come = self._opening is not None
        self.trouble.hide()
        self.state.setText(state)
        self.state.setVisible(bool(state))
        self.opening.setVisible(has_come)
        for each in self._sent:
            each.setVisible(not has_come)
        self.unasked.setVisible(not has_come and self._message is not None and self._message.place.is_here)
        for each in (self.text, self.leaves_out, self.unasked):
            each.setEnabled(not state)
        self.send.setEnabled(has_come or (not state and self._message is not None))
        self.send.setText(tr("Ask again…") if has_come else tr("Send"))
        self.send.set_kind("plain" if has_come else "primary")
        self.begin.setVisible(has_come)

    def _press(self) -> None:
        """`Send`; and after an answer, back to what is sent."""
        if self._opening is None:
            self.ask()
            return
        self._opening = None
        self._show()
        self.text.setFocus()

    def _cancel(self) -> None:
        """While it is asked, that is given up: whatever comes later is dropped."""
        if self.is_asking():
            self._turn += 1
            self._show()
            self.send.setFocus()
        else:
            self.reject()

    def _begin(self) -> None:
        made, view = self._opening, self._view
        if made is None or view.current_id() != self._known.one.id:
            self.reject()
            return
        self.accept()
        view.show_composer()
        view.composer.begin_with(StartChoice("model", tr("From a language model"), made))

    def done(self, result: int) -> Any:
        """However it closes, nothing comes after it."""
        self._turn += 1
        super().done(result)


def _in_parts(writing: Writing) -> list[str | tuple[str, str]]:
    """Its words, the blanks set off."""
    parts: list[str | tuple[str, str]] = []
    for paragraph in writing.paragraphs:
        parts += ["\n"] if parts else []
        parts += [(f"{{{run.text}}}", "strong amber") if run.is_blank else run.text for run in paragraph.runs]
    return parts
