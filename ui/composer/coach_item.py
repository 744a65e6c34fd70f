"""One thing the coach says: its sign, its words, its ways out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.coach.scene import Action, Finding, Level
from desktop.coach.why import why
from ui.moments import tr, translated
from ui.theme import px, theme
from ui.theme.icons import paint_icon
from ui.theme.keep import keep_colours
from ui.theme.paint import line
from ui.widgets.buttons import LinkButton
from ui.widgets.flow import FlowLayout
from ui.widgets.wrap import WrapLabel

_LOOKS = {
    Level.HOLD: ("stop", "brick", "Holds the reply back"),
    Level.PAUSE: ("pause", "brick", "Wants a second look"),
    Level.LOOK: ("warn", "amber", "To look at"),
    Level.GOOD: ("check", "leaf", "Good"),
}


class Sign(QWidget):
    """The icon in front of an item, with a word for those who don't see it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon, self._token = "check", "leaf"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_level(self, level: Level) -> None:
        """Octagon, pause, triangle or tick."""
        self._icon, self._token, word = _LOOKS[level]
        self.setAccessibleName(tr(word))
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
        self._sign = Sign(self)
        self.title, self.text = WrapLabel(level="strong"), WrapLabel(token="text2")
        self.why = WrapLabel(level="meta", token="text2")
        self.why.hide()
        self._why_link: LinkButton | None = None
        self._ways = QWidget()
        self._flow = FlowLayout(self._ways, px(12), px(2))
        row, words = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(px(14), px(11), px(14), px(10))
        row.setSpacing(px(10))
        words.setSpacing(px(2))
        words.addWidget(self.title)
        words.addWidget(self.text)
        words.addWidget(self._ways)
        words.addWidget(self.why)
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
        self._put(self.title, translated(finding.title))
        self._put(self.text, translated(finding.text))
        if before is None or before.actions != finding.actions or before.check != finding.check:
            self.why.hide()
            self._put_actions(finding.actions)
        can_show = finding.span is not None or finding.their_span is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if can_show else Qt.CursorShape.ArrowCursor)

    @staticmethod
    def _put(label: WrapLabel, text: str) -> None:
        if label.text() != text:
            label.setText(text)
        label.setVisible(bool(text))

    def _put_actions(self, actions: Sequence[Action]) -> None:
        for link in self._links:
            self._flow.removeWidget(link)
            link.hide()  # never without a parent: a pending show would make it a window
            link.deleteLater()
        self._links = [self._link(action) for action in actions]
        if any(action.key == "next_blank" for action in actions):
            self._links.append(self._hint("Tab"))
        self._put_why()
        self._ways.setVisible(bool(actions))

    def _link(self, action: Action) -> QWidget:
        made = LinkButton(translated(action.label))
        made.clicked.connect(lambda: self.acted.emit(self._finding, action))
        self._flow.addWidget(made)
        return made

    def _put_why(self) -> None:
        """ "Why?", where somebody has looked into it."""
        finding, self._why_link = self._finding, None
        if finding is None or any(action.key in ("stop", "keep") for action in finding.actions):
            return
        if studies := why(finding.check):
            self.why.setText("\n".join(f"{s.when}, {s.who}: {translated(s.found)}" for s in studies))
            made = self._why_link = LinkButton(tr("Why?"))
            made.clicked.connect(lambda: self.why.setVisible(self.why.isHidden()))
            self._flow.addWidget(made)
            self._links.append(made)

    def why_link(self) -> LinkButton | None:
        """ "Why?", None where there is nothing to tell."""
        return self._why_link

    def _hint(self, key: str) -> QWidget:
        made = QLabel(key)
        made.setTextFormat(Qt.TextFormat.PlainText)
        keep_colours(made, text="text3")
        made.setMinimumHeight(px(24))
        self._flow.addWidget(made)
        return made

    def links(self) -> list[LinkButton]:
        """The ways out, in order."""
        return [link for link in self._links if isinstance(link, LinkButton) and link is not self._why_link]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._finding is not None and event.button() == Qt.MouseButton.LeftButton:
            self.shown.emit(self._finding)

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), QRect(0, self.height() - 1, self.width(), 1))
