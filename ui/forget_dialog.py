"""Asks whether everything somebody wrote is to leave this computer, says what that means, and has their name typed."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import forgetting
from desktop.connectors.htmltext import one_line
from desktop.errors import GivenUp
from desktop.forgetting import Somebody
from desktop.shop import Shop
from ui import moments, words
from ui.background import Runner
from ui.ending.frame import HouseDialog
from ui.moments import count, told, tr
from ui.theme import px
from ui.theme.keep import keep_colours
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.room import Scrolled
from ui.widgets.tickbox import TickBox
from ui.widgets.tips import plain_tip
from ui.widgets.wrap import WrapLabel

_WIDTH, _MOST = 620, 100
_SAID, _SAID_BESIDE = 40, 22  # characters of what somebody wrote last; on a line beside a tick
_IN_VIEW, _LEAST = 120, 40  # px of the ticks for others, where there is room and where there is little
_ROLE = Qt.ItemDataRole.UserRole


class _Others(QScrollArea):
    """Ticks for people of the same name: a few in view, however many there are."""

    def __init__(self) -> None:
        super().__init__()
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        keep_colours(self._body, ground="paper")
        self.setWidget(self._body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def add(self, box: QCheckBox) -> None:
        self._column.addWidget(box)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = self._body.sizeHint()
        return QSize(hint.width(), min(hint.height(), px(_IN_VIEW)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self.sizeHint().height(), px(_LEAST)))


class ForgetDialog(HouseDialog):
    """Without `one` it is asked first who. `forgotten` carries (Forgetting, name)."""

    forgotten = Signal(object)

    def __init__(self, shop: Shop, background: Runner, one: Somebody | None, parent: QWidget | None = None) -> None:
        super().__init__("person", tr("Forget a person"), _WIDTH, parent)
        self._shop, self._background = shop, background
        self._typed = ""
        self.one: Somebody | None = None
        self.also: list[tuple[QCheckBox, Somebody]] = []
        self.search, self.list, self.nobody = QLineEdit(), QListWidget(), WrapLabel("", "body", "text2")
        self.what = WrapLabel("", "lead")
        self.details = [WrapLabel("", "body", "text2") for _ in range(4)]
        self.type_label, self.field = WrapLabel("", "strong"), QLineEdit()
        self.trouble = WrapLabel("", "body", "brick")
        self.cancel, self.go = Button(tr("Cancel")), Button(tr("Remove"), kind="primary")
        self.pages = QStackedWidget()
        self._lay_out()
        self._connect()
        if one is None:
            self.go.setText(tr("Go on"))
            self._found(())
            self.fit(420)
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.ask(one)

    def _lay_out(self) -> None:
        looking, asking = QWidget(), QWidget()
        for page in (looking, asking):
            column = QVBoxLayout(page)
            column.setContentsMargins(px(18), px(8), px(18), px(14))
            column.setSpacing(px(8))
        column = looking.layout()  # type: ignore[assignment]
        self.search.setPlaceholderText(tr("Their name"))
        self.search.setAccessibleName(tr("Their name"))
        self.list.setAccessibleName(tr("People who wrote"))
        keep_colours(self.list)
        self.list.setWordWrap(True)
        self.list.setSpacing(px(3))  # a person may take two lines
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for widget in (self.search, self.list, self.nobody):
            column.addWidget(widget)
        column = asking.layout()  # type: ignore[assignment]
        self.others = _Others()
        column.addWidget(self.what)
        for label in self.details:
            column.addWidget(label)
        column.addWidget(self.others)
        column.addWidget(self.type_label)
        column.addWidget(self.field)
        self.pages.addWidget(looking)
        self.pages.addWidget(Scrolled(asking))
        self.body.addWidget(self.pages)
        self.trouble.setContentsMargins(px(18), 0, px(18), px(10))
        self.trouble.hide()
        self.body.addWidget(self.trouble)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.go)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._go_on)
        self.search.textChanged.connect(self._look)
        self.search.returnPressed.connect(lambda: self.list.setFocus())
        self.list.itemActivated.connect(lambda _: self._go_on())
        self.list.currentRowChanged.connect(lambda _: self._enable())
        self.field.textChanged.connect(lambda _: self._enable())
        self.field.returnPressed.connect(self._go_on)

    # ---- who -------------------------------------------------------------------------------------------

    def _look(self, typed: str) -> None:
        shop = self._shop

        self._typed = typed

        def read() -> tuple[Somebody, ...]:
            with suppress(GivenUp), shop.store.unless(lambda: self._typed != typed):
                return forgetting.find(shop, typed, _MOST)
            return ()

        def came(found: tuple[Somebody, ...]) -> None:
            if typed == self.search.text():
                self._found(found)

        self._background.run(self, read, came)

    def _found(self, people: Sequence[Somebody]) -> None:
        self.list.clear()
        for one in people:
            item = QListWidgetItem(self._line(one))
            item.setData(_ROLE, one)
            item.setToolTip(plain_tip(item.text()))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        typed = self.search.text().strip()
        none = tr("Nobody here is called “{name}”.").format(name=typed) if typed and not people else ""
        self.nobody.setText(none)
        self._enable()

    def _line(self, one: Somebody, longest: int = _SAID) -> str:
        return f"{one.name or one.handle} · {self._about(one, longest)}"

    def _about(self, one: Somebody, longest: int = _SAID) -> str:
        """What tells apart people of one name: `Google · 2 messages · 3 May 2024, 2 of 5 stars: “The box was…”`."""
        post, messages = one.newest, count(one.messages, "message", "messages")
        day = moments.date(self._shop.clock, post.posted_at)
        said = "" if post.gone_at else one_line(post.text, longest)
        when = ", ".join(part for part in (day, words.stars(post.stars)) if part)
        known = f"@{one.handle}" if one.handle and one.handle != one.name else ""
        last = f"{when}: “{said}”" if said else when
        return " · ".join(part for part in (known, words.place(self._shop.place(one.platform)), messages, last) if part)

    # ---- what it means ---------------------------------------------------------------------------------

    def ask(self, one: Somebody) -> None:
        """What forgetting this person means."""
        self.one, shop = one, self._shop
        name = one.name or one.handle
        self.set_title(tr("Remove everything {name} wrote?").format(name=name), self._about(one))
        self.what.setText(tr("From this computer only. Your replies stay, without the name."))
        for label, text in zip(self.details, self._says(one, name), strict=False):
            label.setText(text)
        self.details[-1].hide()
        self.others.hide()
        text = tr("Type {name} to go on.").format(name=name)
        self.type_label.setText(text)
        self.field.setAccessibleName(text)
        self.go.setText(tr("Remove"))
        self.pages.setCurrentIndex(1)
        self.fit()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._enable()

        def read() -> tuple[tuple[Somebody, ...], int]:
            return forgetting.same_name(shop, one), forgetting.known_in_book(shop, name)

        self._background.run(self, read, lambda known: self._known(*known))

    def _known(self, others: Sequence[Somebody], facts: int) -> None:
        """Who else is called so, and what the Shop book says: read meanwhile, and nobody goes before it is here."""
        for other in others:
            box = TickBox(tr("Also {person}").format(person=self._line(other, _SAID_BESIDE)).replace("&", "&&"))
            box.setToolTip(plain_tip(self._line(other)))
            self.also.append((box, other))
            self.others.add(box)
        self.others.setVisible(bool(others))
        book = tr("The Shop book names them in {n}. That stays, for you to change.")
        self.details[-1].setText(book.format(n=count(facts, "fact", "facts")) if facts else "")
        self.details[-1].setVisible(bool(facts))
        self._is_known = True
        self.fit()
        self._enable()

    def _says(self, one: Somebody, name: str) -> tuple[str, str, str]:
        until = _day(self._shop, self._shop.clock.now() + forgetting.KEPT_FOR)
        gone = tr(
            "Gone from lists, search, exports and insights: {n} with all their earlier words, pictures added to them, "
            "your notes, drafts and promises there, and how it ended. What other people wrote stays."
        )
        kept = tr(
            "You have 30 days to undo it, in Settings, Data. Until {day} it lies in a file of its own in the shop "
            "folder, and copies made before now still have it. Then that file is deleted, and those copies are written "
            "anew without it. Copies you keep somewhere else aren’t touched."
        )
        again = tr("The same messages don’t come in again. What {name} writes from now on does.")
        return (
            gone.format(n=count(one.messages, "message", "messages")),
            kept.format(day=until),
            again.format(name=name),
        )

    # ---- going on --------------------------------------------------------------------------------------

    _is_at_work = _is_known = False

    def _enable(self) -> None:
        if self.pages.currentIndex() == 0:
            self.go.setEnabled(self.list.currentRow() >= 0)
            return
        name = (self.one.name or self.one.handle) if self.one else ""
        is_typed = " ".join(self.field.text().split()).casefold() == " ".join(name.split()).casefold()
        self.go.setEnabled(is_typed and self._is_known and not self._is_at_work)

    def _go_on(self) -> None:
        if not self.go.isEnabled():
            return
        if self.pages.currentIndex() == 0:
            self.ask(self.list.currentItem().data(_ROLE))
        elif self.one is not None:
            self._remove(self.one)

    def _remove(self, one: Somebody) -> None:
        shop, chosen = self._shop, [one.id, *(other.id for box, other in self.also if box.isChecked())]
        self._at_work(True)
        self._background.run(self, lambda: forgetting.forget(shop, chosen), self._done, self._failed, lane="write")

    def _at_work(self, on: bool) -> None:
        self._is_at_work = on
        self.go.setText(tr("Removing…") if on else tr("Remove"))
        for widget in (self.field, self.cancel, *(box for box, _ in self.also)):
            widget.setEnabled(not on)
        self._enable()

    def _done(self, done: object) -> None:
        self._at_work(False)
        self.once_seen(lambda: self._say_done(done))

    def _say_done(self, done: object) -> None:
        assert self.one is not None
        shop = self._shop  # drafts and PINs don't wait behind it; where it fails the next day tries again
        self._background.run(self, lambda: forgetting.clean(shop), failed=_leave_it, lane="collect", key="forgetting")
        self.forgotten.emit((done, self.one.name or self.one.handle))
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._at_work(False)
        self.trouble.setText(told(error))
        self.trouble.show()
        announce(self.trouble, self.trouble.text())
        self.fit()

    def reject(self) -> None:
        if not self._is_at_work:  # once it is being done it is done to its end
            super().reject()


def _leave_it(_error: Exception) -> None:
    """Whoever was forgotten is gone all the same."""


def _day(shop: Shop, moment: datetime) -> str:
    return moments.date(shop.clock, moment)
