"""What the coach says of the text, small, beside the previews; and the ticks that stand under an ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.coach.scene import Action, Finding, Level, Reading
from ui.moments import tr, translated
from ui.theme import px
from ui.widgets.bars import Glyph
from ui.widgets.buttons import LinkButton
from ui.widgets.flow import FlowLayout
from ui.widgets.wrap import WrapLabel

_SIGNS = {Level.HOLD: ("stop", "brick"), Level.PAUSE: ("stop", "brick"), Level.LOOK: ("warn", "amber")}
_MOST = 3
REWARD = "c-reward"


def actions_row(finding: Finding, act: Callable[[Finding, Action], object]) -> QWidget:
    """The ways out of a finding as links."""
    row = QWidget()
    flow = FlowLayout(row, px(12), 0)
    for action in finding.actions:
        link = LinkButton(translated(action.label))
        link.clicked.connect(lambda _=False, action=action: act(finding, action))
        flow.addWidget(link)
    return row


class Findings(QWidget):
    """At most three; blanks are the button's business. `acted` carries the finding and the way out."""

    acted = Signal(object, object)

    def __init__(self, leave_out: frozenset[str] = frozenset(), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leave_out = leave_out
        self._shown: tuple[Finding, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(10))
        self.hide()

    def show_reading(self, reading: Reading) -> None:
        """Nothing is rebuilt that stays the same."""
        told = (f for f in reading.findings if not f.check.startswith("c-blank"))
        found = tuple(f for f in told if f.check not in self._leave_out)[:_MOST]
        if found == self._shown:
            return
        self._shown = found
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        if self._shown:
            self._column.addWidget(WrapLabel(tr("Before you post"), "strong"))
        for finding in self._shown:
            self._column.addWidget(self._one(finding))
        self.setVisible(bool(self._shown))

    def titles(self) -> tuple[str, ...]:
        return tuple(finding.title for finding in self._shown)

    def _one(self, finding: Finding) -> QWidget:
        made = QWidget()
        row, texts = QHBoxLayout(made), QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        texts.setSpacing(px(1))
        row.addWidget(Glyph(*_SIGNS.get(finding.level, ("warn", "amber")), 15), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        texts.addWidget(WrapLabel(translated(finding.title), "strong"))
        texts.addWidget(WrapLabel(translated(finding.text), "meta", "text2"))
        if finding.actions:
            texts.addWidget(actions_row(finding, self.acted.emit))
        return made


class Tick(QWidget):
    """A sentence that holds (a tick) or doesn't (a cross), with what can be done then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.holds = True
        self._said: tuple[bool, str] | None = None
        self._sign = Glyph("check", "leaf", 15)
        self.words = WrapLabel("", "body", "text2")
        self._ways: QWidget | None = None
        row, self._texts = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(0, px(3), 0, px(3))
        row.setSpacing(px(10))
        self._texts.setSpacing(px(1))
        self._texts.addWidget(self.words)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._texts, 1)

    def tell(self, holds: bool, text: str, ways: QWidget | None = None) -> None:
        """Holds or not, in words; `ways` are links shown under them."""
        if self._said == (holds, text):
            if ways is not None:
                ways.deleteLater()
            return
        self._said = holds, text
        self.holds = holds
        self._sign.set_glyph("check" if holds else "x", "leaf" if holds else "brick")
        self.words.setText(text)
        mark = tr("Yes") if holds else tr("No")
        self.setAccessibleName(f"{mark}: {text}")
        if self._ways is not None:
            self._ways.setParent(None)
            self._ways.deleteLater()
        self._ways = ways
        if ways is not None:
            self._texts.addWidget(ways)


def link_row(texts: Sequence[tuple[str, Callable[[], object]]]) -> QWidget:
    """Links, each with what it does."""
    row = QWidget()
    flow = FlowLayout(row, px(12), 0)
    for text, act in texts:
        link = LinkButton(text)
        link.clicked.connect(lambda _=False, act=act: act())
        flow.addWidget(link)
    return row
