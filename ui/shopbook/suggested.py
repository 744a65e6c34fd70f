"""What a helper would write: "Tom suggests a change", with the words, and the owner's two answers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.records import Person, Role
from desktop.shopbook import Suggestion
from ui.moments import tr
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel
from ui.widgets.wrap import WrapLabel

NOBODY = Person("", "", Role.OWNER)  # a shop before its first person


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a fact: who looks at it, the owner's name, replies that used it, what is suggested."""

    me: Person = NOBODY
    owner: str = ""
    uses: int = 0
    suggestions: tuple[Suggestion, ...] = ()


class Suggested(Panel):
    """One suggestion. The owner uses it or not now; its writer may take it back; the others read it."""

    used = Signal(object)  # Suggestion
    declined = Signal(object)  # Suggestion

    def __init__(self, suggestion: Suggestion, me: Person, owner: str, parent: QWidget | None = None) -> None:
        super().__init__("amber_tint", "amber_edge", radius=4, parent=parent)
        self.suggestion = suggestion
        fact, said = suggestion.fact, self._said(suggestion, me, owner)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 7, 10, 8)
        column.setSpacing(2)
        column.addWidget(WrapLabel(said, "meta strong", "text2"))
        column.addWidget(WrapLabel(fact.title, "strong"))
        column.addWidget(WrapLabel(fact.text, "body", "text2", selectable=True))
        if fact.topics:
            column.addWidget(WrapLabel(", ".join(fact.topics), "meta", "text2"))
        self.setAccessibleName(f"{said} {fact.title}. {fact.text}")
        self.use = Button(tr("Use it"), "check", small=True)
        self.decline = Button(tr("Not now") if me.is_owner else tr("Take it back"), small=True)
        self.use.clicked.connect(lambda: self.used.emit(self.suggestion))
        self.decline.clicked.connect(lambda: self.declined.emit(self.suggestion))
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.use)
        row.addWidget(self.decline)
        row.addStretch(1)
        column.addLayout(row)
        self.use.setVisible(me.is_owner)
        self.decline.setVisible(me.is_owner or suggestion.person == me.id)

    def _said(self, suggestion: Suggestion, me: Person, owner: str) -> str:
        is_new = not suggestion.fact.id
        if suggestion.person == me.id:
            said = tr("You suggest a new fact.") if is_new else tr("You suggest a change.")
            return f"{said} {tr('{owner} decides.').format(owner=owner)}"
        said = tr("{name} suggests a new fact.") if is_new else tr("{name} suggests a change.")
        return said.format(name=suggestion.person_name)
