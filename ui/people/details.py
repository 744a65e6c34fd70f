"""One person: the name people see, how they sign off, when they are here, what they may do without asking."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.records import Person
from ui.moments import tr
from ui.theme import px, theme
from ui.theme.keep import keep_colours
from ui.widgets.avatar import Avatar
from ui.widgets.beside import BesideLayout
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.elide import ElidedLabel
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import Panel
from ui.widgets.wrap import WrapLabel

from .known import Known, Member
from .limits import LimitsTable
from .pin import PinPanel

LONGEST = 80
_WIDEST = 560


class Fields(QWidget):
    """Name people see, Signs off as, Usually here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.sign_off, self.role_line = QLineEdit(), QLineEdit(), QLineEdit()
        self._labels: list[WrapLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        rows = (
            (tr("Name people see"), self.name),
            (tr("Signs off as"), self.sign_off),
            (tr("Usually here"), self.role_line),
        )
        for at, (text, edit) in enumerate(rows):
            label = WrapLabel(text, "body", "text2")
            label.setBuddy(edit)
            edit.setAccessibleName(text)
            edit.setMaxLength(LONGEST)
            self._labels.append(label)
            self._grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(edit, at, 1)
        theme().changed.connect(self._fit)
        self._fit()

    def edits(self) -> tuple[QLineEdit, ...]:
        return self.name, self.sign_off, self.role_line

    def _fit(self) -> None:
        for label, edit in zip(self._labels, self.edits(), strict=True):
            label.setFixedWidth(px(128))
            edit.setMinimumHeight(px(30))

    def let_go(self) -> None:
        """What is half-typed gives way to what is kept."""
        for edit in self.edits():
            edit.setModified(False)

    def show_person(self, person: Person) -> None:
        """What is kept, except where somebody is typing."""
        kept = (person.name, person.sign_off, person.role_line)
        for edit, text in zip(self.edits(), kept, strict=True):
            if not (edit.hasFocus() and edit.isModified()):
                edit.setText(text)
        label = tr("Usually here") if not person.is_owner else tr("Under the name")
        self._labels[2].setText(label)
        self.role_line.setAccessibleName(label)


class Details(QScrollArea):
    """`changed` carries a Person, `limits_changed` (id, Limits), `switched` and `removed` an id."""

    changed = Signal(object)
    limits_changed = Signal(object)
    switched = Signal(object)
    removed = Signal(object)
    pin_wanted = Signal(object)  # (id, new PIN, the present one or "")
    sentence_wanted = Signal(object)  # the owner's PIN
    away_wanted = Signal(object)  # (id, the present PIN or "")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._member: Member | None = None
        self._known: Known | None = None
        self._avatar, self._name = Avatar("", 44), ElidedLabel("", "title")
        self._signs = WrapLabel("", "body", "text2")
        self.switch_button, self.pin_button = Button(""), Button("")
        self.pin_line, self.pin = WrapLabel("", "body", "amber"), PinPanel()
        self.sentence_button = LinkButton(tr("Write down a new recovery sentence…"))
        self.away_button = LinkButton(tr("Take the PIN away…"))
        self.fields = Fields()
        self._may = WrapLabel("", "lead")
        self._why = WrapLabel("", "body", "text2")
        self.limits: LimitsTable | None = None
        self._limits_room = QVBoxLayout()
        self.remove_button = Button("")
        self.question = _Question(self._close_question, self._remove)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keep_colours(self.verticalScrollBar(), ground="paper")
        head = QHBoxLayout()
        head.setSpacing(12)
        who = QWidget()
        names = QVBoxLayout(who)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(1)
        names.addWidget(self._name)
        names.addWidget(self._signs)
        beside = BesideLayout(row_gap=6)  # or under it, where the words would be squeezed
        for widget in (who, self.pin_button, self.switch_button):
            beside.addWidget(widget)
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(beside, 1)
        column = QVBoxLayout()
        column.setContentsMargins(24, 16, 24, 18)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.pin_line)
        self._pin_links = QWidget()
        links = FlowLayout(self._pin_links, gap=18)
        for link in (self.sentence_button, self.away_button):
            links.addWidget(link)
        column.addWidget(self._pin_links)
        column.addWidget(self.pin)
        column.addWidget(self.fields)
        column.addSpacing(4)
        column.addWidget(self._may)
        column.addWidget(self._why)
        column.addLayout(self._limits_room)
        column.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.question)
        column.addStretch(1)
        self._inner = QWidget()
        self._inner.setLayout(column)
        self._inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._inner, 100)
        row.addStretch(1)
        self.setWidget(body)
        self.question.hide()
        self.pin.hide()
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._inner.setMaximumWidth(px(_WIDEST))

    def _connect(self) -> None:
        for edit in self.fields.edits():
            edit.editingFinished.connect(self._typed)
        self.switch_button.clicked.connect(lambda: self._tell(self.switched))
        self.remove_button.clicked.connect(self._ask)
        self.pin_button.clicked.connect(self._begin_pin)
        self.pin.wanted.connect(self.pin_wanted)
        self.sentence_button.clicked.connect(self._begin_sentence)
        self.pin.sentence_wanted.connect(self.sentence_wanted)
        self.away_button.clicked.connect(self._begin_taking_away)
        self.pin.away_wanted.connect(self.away_wanted)
        self.pin.left.connect(self._pin_left)

    def _tell(self, signal: object) -> None:
        if self._member is not None:
            signal.emit(self._member.person.id)  # type: ignore[attr-defined]

    # ---- showing ---------------------------------------------------------------------------------------

    def show_member(self, member: Member, known: Known) -> None:
        """This person, as things are now."""
        person, before = member.person, self._member
        if before is None or before.person.id != person.id:
            self.question.hide()
            self.pin.setVisible(self.pin.is_showing_sentence())
            self.fields.let_go()
        self._member, self._known = member, known
        self._avatar.set_name(person.name)
        self._name.setText(person.name)
        self._signs.setText(tr("Signs off as “{words}”").format(words=person.sign_off or person.name))
        self.switch_button.setText(tr("Be {name} now").format(name=person.name))
        self.switch_button.setVisible(not member.is_here)
        self.fields.show_person(person)
        self.fields.setEnabled(known.may_change or member.is_here)
        self._show_pin(member, known)
        self._show_limits(member, known)
        self.remove_button.setText(tr("Remove {person}…").format(person=person.name))
        self.remove_button.setVisible(known.may_change and not person.is_owner)
        self.question.set_person(person)
        if self.remove_button.isHidden():
            self.question.hide()

    def _show_pin(self, member: Member, known: Known) -> None:
        """A person's own, and for the owner everybody's; where one is alone there is none."""
        person, has_one = member.person, member.person.id in known.have_pins
        may = known.may_have_pins and (known.may_change or member.is_here)
        self.pin_button.setText(tr("Set a new PIN…") if has_one else tr("Set a PIN…"))
        self.pin_button.setVisible(may and not self.pin.isVisible())
        is_own = person.is_owner and member.is_here
        is_free = may and has_one and self.pin.isHidden()
        self.sentence_button.setVisible(is_free and is_own)
        self.away_button.setVisible(is_free)
        self._pin_links.setVisible(is_free)
        if member.is_here:
            bare = tr("You have no PIN yet: anybody at this computer can open as you.")
        else:
            bare = tr("{name} has no PIN yet: anybody at this computer can open as {name}.").format(name=person.name)
        self.pin_line.setText("" if has_one else bare)
        self.pin_line.setVisible(may and not has_one and self.pin.isHidden())

    def _begin_pin(self) -> None:
        member, known = self._member, self._known
        if member is None or known is None:
            return
        says_own = member.is_here and member.person.id in known.have_pins
        self.pin.begin(member.person, by=known.me, says_own=says_own)
        self._make_room()

    def _begin_sentence(self) -> None:
        if self._member is not None:
            self.pin.begin_sentence(self._member.person)
            self._make_room()

    def _begin_taking_away(self) -> None:
        if self._member is not None and self._known is not None:
            self.pin.begin_taking_away(self._member.person, by=self._known.me)
            self._make_room()

    def _make_room(self) -> None:
        for widget in (self.pin_button, self.pin_line, self._pin_links):
            widget.hide()
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.pin, 0, 16))

    def _pin_left(self) -> None:
        if self._member is not None and self._known is not None:
            self._show_pin(self._member, self._known)
        self.pin_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_limits(self, member: Member, known: Known) -> None:
        person = member.person
        if self.limits is not None and self.limits.currency != known.currency:
            self._limits_room.removeWidget(self.limits)
            self.limits.hide()
            self.limits.deleteLater()
            self.limits = None
        if self.limits is None:
            self.limits = LimitsTable(known.currency)
            self.limits.changed.connect(self._limited)
            self._limits_room.addWidget(self.limits)
        self._may.setText(tr("What {name} may do without asking").format(name=person.name))
        why = ""
        if person.is_owner:
            why = tr("Everything. The shop is {name}’s to answer for.").format(name=person.name)
        elif not known.may_change:
            why = tr("Only {owner} can change this page").format(owner=known.owner)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self.limits.setVisible(not person.is_owner)
        if not person.is_owner:
            self.limits.show_limits(member.limits, may_change=known.may_change)

    # ---- changing --------------------------------------------------------------------------------------

    def _typed(self) -> None:
        """Enter, or the focus went on: what was typed is kept."""
        member, fields = self._member, self.fields
        if member is None:
            return
        name, sign_off = fields.name.text().strip(), fields.sign_off.text().strip()
        if not name:  # a person needs a name: the old one comes back
            fields.name.setText(member.person.name)
            name = member.person.name
        followed = member.person.sign_off == member.person.name and sign_off == member.person.sign_off
        typed = member.person._replace(
            name=name,
            sign_off=name if followed else sign_off or name,
            role_line=fields.role_line.text().strip(),
        )
        fields.let_go()
        if typed != member.person:
            self.changed.emit(typed)

    def _limited(self, limits: object) -> None:
        if self._member is not None:
            self.limits_changed.emit((self._member.person.id, limits))

    def _ask(self) -> None:
        self.question.show()
        self.question.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        # In the next turn, when it has its place.
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.question, 0, 16))

    def _close_question(self) -> None:
        self.question.hide()
        self.remove_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        self.question.hide()
        self._tell(self.removed)


class _Question(Panel):
    """The question before somebody leaves, asked where it is."""

    def __init__(
        self, cancel: Callable[[], None], remove: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__("surface", "edge", parent=parent)
        self.title = WrapLabel("", "strong")
        self.go, self.cancel = Button(tr("Remove"), kind="primary"), Button(tr("Cancel"))
        text = tr("Their drafts come to you. Their name stays on what they wrote.")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(WrapLabel(text, "body", "text2"))
        column.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.go)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column.addLayout(row)
        self.go.clicked.connect(remove)
        self.cancel.clicked.connect(cancel)

    def set_person(self, person: Person) -> None:
        self.title.setText(tr("Remove {person}?").format(person=person.name))
