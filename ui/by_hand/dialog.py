"""The form for adding by hand: where, the link, who, what they said, when, a picture (design 11)."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QDateTime, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDateTimeEdit,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop import complaints, counter
from desktop.connectors.by_hand import FACE_TO_FACE
from desktop.connectors.tariff import place_of
from desktop.records import Complaint
from desktop.shop import Shop
from ui import moments, weeks, words
from ui.background import Runner
from ui.by_hand.picture import Picture, has_picture
from ui.ending.frame import HouseDialog
from ui.moments import told, tr
from ui.theme import px
from ui.theme.keep import keep_colours
from ui.widgets.bars import Bar
from ui.widgets.buttons import Button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dropping import accept_copy
from ui.widgets.named import name_choice
from ui.widgets.pasting import too_long
from ui.widgets.tickbox import TickBox
from ui.widgets.wrap import WrapLabel

_WIDE = 640
_SOON = 2_000  # ms after which what was typed is written down


class Begun(NamedTuple):
    """What stands in the form: kept when it is closed, so that nothing typed is lost."""

    place: str = ""
    link: str = ""
    name: str = ""
    text: str = ""
    at: datetime | None = None  # None: now
    is_public: bool | None = None  # None: as it is usual there
    answer: str = ""
    is_answered: bool = False
    picture: bytes = b""
    is_put_right: bool = False
    goes_on: str = ""  # the conversation that it goes on with

    def kept(self) -> dict[str, object]:
        """The words as they are written down; the picture is a file of its own."""
        told = self._asdict() | {"at": self.at.isoformat() if self.at else ""}
        return {key: value for key, value in told.items() if key != "picture"}


def begun_of(kept: Mapping[str, object]) -> Begun:
    """What `Begun.kept` wrote down; what isn't as it should be is left out."""
    plain = Begun()._asdict()
    found = {key: kept[key] for key, value in plain.items() if key in kept and isinstance(kept[key], type(value))}
    is_public, at = kept.get("is_public"), str(kept.get("at") or "")
    with suppress(ValueError):
        found["at"] = datetime.fromisoformat(at)
    return Begun(**{**found, "is_public": is_public if isinstance(is_public, bool) else None})  # type: ignore[arg-type]


class Words(QPlainTextEdit):
    """A few lines of plain text; Tab goes on. A picture that is pasted or dropped is for the form."""

    def __init__(self, form: AddByHandDialog, name: str, lines: int) -> None:
        super().__init__()
        self._form = form
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + px(14))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return has_picture(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not self._form.take(source):
            self._form.put_words(self, source.text())


class AddByHandDialog(HouseDialog):
    """Window-modal; open it with `open()`. `added` carries a counter.Added, `left` the Begun that was given up, `typed`
    the one that stands there, a moment after something was typed; both None for nothing."""

    added = Signal(object)
    left = Signal(object)
    typed = Signal(object)

    def __init__(
        self, shop: Shop, background: Runner, begun: Begun | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("hand", tr("Add by hand"), _WIDE, parent)
        self.head_text.setText(tr("What somebody said about you, where we can’t fetch it."))
        self.head_text.show()
        self._shop, self._background = shop, background
        self._is_adding = self._was_chosen = self._sees_chosen = False
        self._complaint: Complaint | None = None  # of whoever is named, without an end that shows
        self._before: counter.Before | None = None  # what whoever is named said there before
        self._goes_on = ""  # the conversation it was opened for, or that was ticked
        self._opened_with = self._looked_for = ("", "")  # where and who: of that conversation, and of `_before`
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._tell_typed)
        self._make_fields()
        self._arrange()
        self._connect()
        self.setAcceptDrops(True)
        self._put(begun or Begun())
        self._soon.stop()
        self.fit(640)
        (self.words if self.link.text() or self._goes_on else self.link).setFocus()

    # --- building -----------------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.place = ChoiceBox()
        name_choice(self.place, tr("Where"))
        for key, facts in counter.places_by_hand().items():
            self.place.addItem(tr("Another website") if key == "web" else words.place(facts.name), key)
        self.place.setPlaceholderText(tr("Choose where"))
        self.place.setCurrentIndex(-1)
        self.link, self.name = QLineEdit(), QLineEdit()
        self.link.setAccessibleName(tr("Link"))
        self.link.setPlaceholderText(tr("Paste it: it says where. Leave it empty if there is none."))
        self.name.setAccessibleName(tr("Who"))
        self.name.setPlaceholderText(tr("Their name, as they wrote it"))
        self.words = Words(self, tr("What they said"), 5)
        self.at = QDateTimeEdit()
        self.at.setAccessibleName(tr("When"))
        weeks.dress(self.at, tr("d MMMM yyyy  HH:mm"))
        self.picture = Picture(self._background)
        self.public, self.private = QRadioButton(tr("Public")), QRadioButton(tr("Private"))
        self._sees = QButtonGroup(self)
        for radio in (self.public, self.private):
            self._sees.addButton(radio)
        self.goes_on, self.put_right = TickBox(), TickBox()
        self.goes_on.hide()
        self.put_right.hide()
        self.answered = QCheckBox(tr("Answered already?"))
        self.answer = Words(self, tr("Your answer, as it stands there"), 3)
        self.answer.setPlaceholderText(tr("Your answer, as it stands there"))
        for field in (self.link, self.name, self.words, self.at, self.answer):
            keep_colours(field, ground="surface")
        self.trouble = Bar("", tone="brick", can_dismiss=False)
        self.trouble.hide()
        self.cancel = Button(tr("Cancel"))
        self.go = Button(tr("Add"), kind="primary", key="Ctrl+↵")

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(14))
        grid.setVerticalSpacing(px(9))
        grid.setColumnStretch(1, 1)
        both = QWidget()
        sees = QHBoxLayout(both)
        sees.setContentsMargins(0, 0, 0, 0)
        sees.setSpacing(px(16))
        sees.addWidget(self.public)
        sees.addWidget(self.private)
        sees.addStretch(1)
        rows = (
            (tr("Where"), self.place), (tr("Link"), self.link), (tr("Who"), self.name),
            (tr("What they said"), self.words), (tr("When"), self.at), (tr("Picture"), self.picture),
            (tr("Who can see it"), both), ("", self.goes_on), ("", self.put_right),
            ("", self.answered), ("", self.answer),
        )  # fmt: skip
        for row, (about, field) in enumerate(rows):
            if about:  # an empty label would hold the row of a hidden field open
                label = WrapLabel(about, "body", "text2")
                label.setMinimumWidth(px(100))
                grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, row, 1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(18), px(14), px(18), px(14))
        column.setSpacing(px(10))
        column.addWidget(self.trouble)
        column.addLayout(grid)
        column.addStretch(1)
        keep_colours(inner, ground="paper")
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        keep_colours(area, ground="paper")
        self.body.addWidget(area, 1)
        self.area = area
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.go)

    def _connect(self) -> None:
        self.link.textChanged.connect(self._link_says_where)
        self.place.activated.connect(lambda _: self._chose_place())
        self.place.currentIndexChanged.connect(lambda _: self._usual_there())
        self._sees.buttonClicked.connect(lambda _: self._chose_who_sees())
        self.private.toggled.connect(lambda _: self._show_put_right())
        self.name.editingFinished.connect(self._look_for_complaint)
        self.name.editingFinished.connect(self._look_for_before)
        self.link.editingFinished.connect(self._look_for_before)
        self.place.currentIndexChanged.connect(lambda _: self._look_for_before())
        self.goes_on.clicked.connect(self._chose_goes_on)
        self.goes_on.toggled.connect(lambda _: self._show_put_right())
        self.answered.toggled.connect(self._show_answer)
        self.picture.told.connect(self._tell)
        self.picture.changed.connect(self.trouble.hide)
        self.picture.changed.connect(self._type)
        self.cancel.clicked.connect(self.close)
        self.go.clicked.connect(self.add)
        for changed in (
            self.link.textChanged, self.name.textChanged, self.words.textChanged, self.answer.textChanged,
            self.place.currentIndexChanged, self.at.dateTimeChanged, self.answered.toggled, self.put_right.toggled,
            self.goes_on.toggled,
        ):  # fmt: skip
            changed.connect(self._type)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.add)

    # --- what stands in it ------------------------------------------------------------------------------------

    def _put(self, begun: Begun) -> None:
        clock = self._shop.clock
        at = clock.local(begun.at or clock.now())
        self.at.setDateTime(QDateTime(at.year, at.month, at.day, at.hour, at.minute, 0))
        self.link.setText(begun.link)
        if begun.place:
            self.place.setCurrentIndex(self.place.findData(begun.place))
            self._was_chosen = True
        self._goes_on = begun.goes_on
        self._opened_with = begun.place, begun.name.strip()
        self.name.setText(begun.name)
        self.words.setPlainText(begun.text)
        self.answer.setPlainText(begun.answer)
        self.answered.setChecked(begun.is_answered)
        self.picture.set_picture(begun.picture)
        self._usual_there()
        if begun.is_public is not None:
            (self.public if begun.is_public else self.private).setChecked(True)
            self._sees_chosen = True
        self._show_answer(begun.is_answered)
        self.put_right.setChecked(begun.is_put_right)
        self._look_for_complaint()
        self._look_for_before()

    def put_picture(self, picture: bytes) -> None:
        """The one that was begun with, read meanwhile; not where there is another one by now."""
        if picture and not self.picture.picture:
            self.picture.set_picture(picture)

    def begun(self) -> Begun:
        """What stands in the form now."""
        return Begun(
            str(self.place.currentData() or ""),
            self.link.text().strip(),
            self.name.text().strip(),
            self.words.toPlainText(),
            self._moment(),
            self.public.isChecked() if self._sees_chosen else None,
            self.answer.toPlainText(),
            self.answered.isChecked(),
            self.picture.picture,
            self.put_right.isChecked(),
            self._continued(),
        )

    def _moment(self) -> datetime:
        """The hour on the wall as a moment."""
        typed = self.at.dateTime().toPython()
        assert isinstance(typed, datetime)
        clock = self._shop.clock
        return typed.replace(tzinfo=clock.local(clock.now()).tzinfo)

    def _type(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _tell_typed(self) -> None:
        self.typed.emit(self.begun() if self.has_words() else None)

    def has_words(self) -> bool:
        """Something would be lost if it were just closed: of what goes on, who and where is known already."""
        now = self.begun()
        is_typed = bool(now.text.strip() or now.answer.strip() or now.picture)
        return is_typed or (not now.goes_on and bool(now.link or now.name))

    def _link_says_where(self, text: str) -> None:
        key = place_of(text)
        if key and not (key == "web" and self._was_chosen):
            self.place.setCurrentIndex(self.place.findData(key))

    def _chose_place(self) -> None:
        self._was_chosen = True

    def _usual_there(self) -> None:
        if not self._sees_chosen:
            is_private = self.place.currentData() in FACE_TO_FACE
            (self.private if is_private else self.public).setChecked(True)

    def _chose_who_sees(self) -> None:
        self._sees_chosen = True

    def _look_for_complaint(self) -> None:
        """Whether somebody of that name has a public complaint that these words may be about."""
        shop, name = self._shop, self.name.text().strip()

        def came(found: Complaint | None) -> None:
            if name == self.name.text().strip():
                self._complaint = found
                self._show_put_right()

        self._background.run(self, lambda: complaints.of_name(shop.store, name) if name else None, came)

    def _show_put_right(self) -> None:
        """Only what no passer-by reads is told like this: what is public may be the ending itself."""
        one = self._complaint
        if one is not None:
            where, day = words.place(self._shop.place(one.platform)), moments.date(self._shop.clock, one.opened_at)
            self.put_right.setText(tr("They say that their complaint of {day} is put right ({place})")
                                   .format(day=day, place=where).replace("&", "&&"))  # fmt: skip
        self.put_right.setVisible(one is not None and self.private.isChecked() and not self._continued())

    def _look_for_before(self) -> None:
        """Whether somebody of that name said something there before, which these words may go on with."""
        shop, asked = self._shop, self._who_and_where()
        place, name, link = asked

        def came(found: counter.Before | None) -> None:
            if asked == self._who_and_where():
                self._looked_for = place, name
                self._show_before(found)

        rather = self._goes_on
        self._background.run(self, lambda: counter.said_before(shop, place, name, link, rather), came)

    def _who_and_where(self) -> tuple[str, str, str]:
        return str(self.place.currentData() or ""), self.name.text().strip(), self.link.text().strip()

    def _show_before(self, found: counter.Before | None) -> None:
        """Ticked where it is the very page, or where it was opened for that conversation."""
        was, self._before = self._before, found
        if found is not None and found != was:
            one = found.conversation
            day = moments.date(self._shop.clock, one.first_at)
            self.goes_on.setText(tr("They wrote again, to what they said on {day}").format(day=day).replace("&", "&&"))
            self.goes_on.setChecked(one.id == self._goes_on or found.is_same_link)
        self.goes_on.setVisible(found is not None)
        self._show_put_right()

    def _chose_goes_on(self) -> None:
        self._goes_on = self._continued()

    def _continued(self) -> str:
        """The conversation that it goes on with; "" where it begins one. Whoever is named now counts, also where nobody
        has looked yet what they said before."""
        place, name, _ = self._who_and_where()
        if self._looked_for != (place, name):
            return self._goes_on if self._opened_with == (place, name) else ""
        return self._before.conversation.id if self._before is not None and self.goes_on.isChecked() else ""

    def _show_answer(self, is_answered: bool) -> None:
        self.answer.setVisible(is_answered)
        if is_answered and self.answered.hasFocus():
            self.answer.setFocus()
            self.area.ensureWidgetVisible(self.answer)

    # --- pasting and dropping -----------------------------------------------------------------------------------

    def take(self, data: QMimeData) -> bool:
        """What was pasted or dropped: a picture, or a link while there is none yet. False: it is words."""
        text = data.text().strip()
        if place_of(text) and len(text.split()) == 1 and not self.link.text():
            self.link.setText(text)
            return True
        if has_picture(data) and not (data.hasText() and not data.hasUrls()):
            self.picture.take(data)
            return True
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_picture(event.mimeData()) or event.mimeData().hasText():
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if not self.take(event.mimeData()):
            self.put_words(self.words, event.mimeData().text())
        accept_copy(event)

    def put_words(self, field: Words, text: str) -> None:
        """Words that were pasted or dropped; what is too long for one message is said above the form."""
        if why := too_long(field, text):
            self._tell(why)
        else:
            field.insertPlainText(text)

    # --- adding ---------------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Writes it down; what can't be right is said above the form."""
        if self._is_adding:
            return
        now = self.begun()
        if now.is_answered and not now.answer.strip():
            self._tell(tr("Paste your answer too, or take the tick away."))
            self.answer.setFocus()
            return
        heard = counter.Heard(
            now.place,
            now.text,
            now.at or self._moment(),
            now.name,
            now.link,
            self.public.isChecked(),
            now.answer if now.is_answered else "",
            now.picture,
            self._complaint.id if self._complaint and now.is_put_right and not self.put_right.isHidden() else "",
            self._continued(),
        )
        shop = self._shop
        self._is_adding = True
        self._background.run(
            self, lambda: counter.add_by_hand(shop, heard), self._was_added, self._failed, lane="write"
        )

    def _was_added(self, added: counter.Added) -> None:
        self.accept()
        self.added.emit(added)

    def _failed(self, error: Exception) -> None:
        self._is_adding = False
        self._tell(told(error))

    def say_begun(self) -> None:
        """It was opened for somebody else's words, and these were begun before."""
        why = tr("You began this before. Add it or empty it first, then choose “They wrote again…” once more.")
        self._tell(why, "slate")

    def _tell(self, text: str, tone: str = "brick") -> None:
        self.trouble.set_bar(text, (), tone)
        self.trouble.show()
        self.trouble.tell()
        self.area.ensureWidgetVisible(self.trouble)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line goes on to the next; only Ctrl+Enter adds."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        self._soon.stop()
        if result == self.DialogCode.Rejected and not self._is_adding:
            self.left.emit(self.begun() if self.has_words() else None)
        super().done(result)
