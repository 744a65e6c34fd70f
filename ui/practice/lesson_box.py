"""A lesson in the pretend shop: its few steps, which are done by doing them (design 12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.practice.lessons import LESSONS
from ui.moments import tr
from ui.theme import px
from ui.widgets.announce import announce
from ui.widgets.bars import Glyph
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.textblock import Span
from ui.widgets.wrap import WrapLabel

if TYPE_CHECKING:
    from desktop.practice.lessons import Shown, Standing

_ICONS = {"done": "check", "now": "right", "later": "minus"}
_SPOKEN = {"done": "{step}, done", "now": "Now: {step}", "later": "{step}"}


def heading(lesson: Standing) -> str:
    """`Lesson 2 of 6: listen to the one thing`"""
    said = tr("Lesson {n} of {all}: {title}")
    return said.format(n=lesson.number, all=len(LESSONS), title=tr(lesson.title))


def step_now(lesson: Standing) -> str:
    """What there is to do now; what was learnt when all of it is done."""
    now = next((step for step in lesson.steps if step.state == "now"), None)
    return tr(now.text) if now else tr(lesson.end)


class LessonBox(QWidget):
    """`wanted` carries the key of the lesson to go on with, "" for none."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lesson: Standing | None = None
        self.heading = WrapLabel("", "strong", "text2")
        self.skip = LinkButton(tr("Skip"))
        self.end, self.go_on = WrapLabel(""), Button("", kind="primary")
        self._steps = QVBoxLayout()
        self._steps.setSpacing(px(7))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self.heading, 1)
        head.addWidget(self.skip, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(9))
        column.addLayout(head)
        column.addLayout(self._steps)
        column.addWidget(self.end)
        column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeading)
        self.skip.clicked.connect(self._on)
        self.go_on.clicked.connect(self._on)
        self.hide()

    def _on(self) -> None:
        if self.lesson is not None:
            self.wanted.emit(self.lesson.after)

    def show_lesson(self, lesson: Standing | None) -> None:
        """The lesson as it stands; a step that was done, or the end, is said aloud."""
        old, self.lesson = self.lesson, lesson
        if lesson == old:
            return
        self.setVisible(lesson is not None)
        if lesson is None:
            return
        self.heading.setText(heading(lesson))
        while (item := self._steps.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for step in lesson.steps:
            self._steps.addWidget(_Step(step))
        self._say_end(lesson)
        if old is not None and old.key == lesson.key:
            announce(self, step_now(lesson))

    def _say_end(self, lesson: Standing) -> None:
        self.end.setText(tr(lesson.end) if lesson.end else "")
        for widget in (self.end, self.go_on):
            widget.setVisible(bool(lesson.end))
        self.skip.setVisible(not lesson.end)
        self.skip.setAccessibleName(tr("Skip lesson {n}").format(n=lesson.number))
        following = tr("On to lesson {n}").format(n=lesson.number + 1)
        self.go_on.setText(following if lesson.after else tr("Close the lessons"))


class _Step(QWidget):
    """A tick, an arrow or a dash, and what there is to do; under the one whose turn it is, where."""

    def __init__(self, step: Shown) -> None:
        super().__init__()
        text = tr(step.text)
        is_done, is_now = step.state == "done", step.state == "now"
        span = Span(0, len(text), strong=is_now, struck=is_done)
        token = "text" if is_now else "text2"
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        mark = QVBoxLayout()
        mark.setContentsMargins(0, px(3), 0, 0)  # in the middle of the first line
        mark.addWidget(Glyph(_ICONS[step.state], token, 14))
        mark.addStretch(1)
        row.addLayout(mark)
        column = QVBoxLayout()
        column.setSpacing(px(1))
        self.label = WrapLabel(text, "body", token, spans=(span,))
        column.addWidget(self.label)
        if is_now:
            column.addWidget(WrapLabel(tr(step.how), "meta", "text2"))
        row.addLayout(column, 1)
        self.setAccessibleName(tr(_SPOKEN[step.state]).format(step=text))
