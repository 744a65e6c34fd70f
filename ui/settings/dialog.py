"""The shop's choices: a list of pages at the left, what can be chosen at the right. Changes apply at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import settings
from desktop.settings import Setting
from desktop.shop import Shop
from ui.languages import LANGUAGES
from ui.moments import tr, translated
from ui.settings.carry import Carry
from ui.settings.choices import (
    CHECKS,
    CURRENCIES,
    LOCKS,
    MOTIONS,
    RESTS,
    ROWS,
    SIZES,
    THEMES,
    UNDO_TIMES,
    WEEKS,
)
from ui.settings.copies import Copies
from ui.settings.forgetting import Forgotten
from ui.settings.how_long import HowLong
from ui.settings.learning import Learning
from ui.settings.news import NewsKinds
from ui.settings.parts import Parts
from ui.settings.protection import Protection
from ui.settings.quiet import QuietChecks
from ui.settings.single_keys import SingleKeys
from ui.settings.wordings import Wordings
from ui.theme import px, theme
from ui.theme.keep import keep_colours, keep_font
from ui.widgets.buttons import Button, FilterButton, one_of
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.flow import FlowLayout
from ui.widgets.room import FollowText, Scrolled, leave_room_for_ring
from ui.widgets.tickbox import TickBox
from ui.widgets.wrap import WrapLabel


@dataclass(frozen=True)
class Choice:
    """One line of a page: a setting, and what may be chosen (nothing: yes or no; "text": words)."""

    setting: Setting[Any]
    label: str
    options: Sequence[tuple[Any, str]] | str = ()
    line: str = ""
    is_owners: bool = False  # a helper sees it, and leaves it as it is


PAGES: dict[str, tuple[Choice, ...]] = {
    "General": (
        Choice(settings.SHOP_NAME, "The shop’s name", "text"),
        Choice(
            settings.LANGUAGE,
            "Language",
            LANGUAGES,
            "The window is in it from the next start. The openings of answers are in English so far.",
        ),
        Choice(
            settings.CURRENCY,
            "Currency",
            CURRENCIES,
            "For what people may promise. What a place charges stays in its own.",
            is_owners=True,
        ),
        Choice(settings.WEEK_START, "A week begins on", WEEKS, "For calendars, hours, Insights and the printed week."),
    ),
    "Appearance": (
        Choice(settings.THEME, "Theme", THEMES),
        Choice(settings.TEXT_SCALE, "Text size", SIZES),
        Choice(settings.ROWS, "Rows", ROWS),
        Choice(settings.READING_FACE, "Their words in a reading face"),
        Choice(settings.MOTION, "Motion", MOTIONS, "Less: nothing slides. None: nothing fades either."),
    ),
    "Keys": (
        Choice(
            settings.SINGLE_KEYS,
            "Single-key shortcuts",
            line="They work while a list or a thread has the focus, never while you type.",
        ),
    ),
    "Sending": (
        Choice(settings.UNDO_SECONDS, "Time to take a reply back", UNDO_TIMES),
        Choice(settings.CHECK_MINUTES, "Check all places every", CHECKS),
        Choice(
            settings.HOLD_AT_START,
            "Hold the outbox at each start",
            line="Nothing that waits goes until somebody lets it go: in the outbox, or under Shop.",
        ),
    ),
    "Openings": (
        Choice(
            settings.REST_DAYS,
            "A wording that was used rests",
            RESTS,
            "For the whole shop. A resting wording can still be picked; it stands last, with its date.",
        ),
    ),
    "People and locking": (
        Choice(
            settings.LOCK_MINUTES,
            "Lock after",
            LOCKS,
            "PINs keep people’s work apart. They don’t scramble the files. Your computer’s own login does that. "
            "A password for the shop file does it too: see Data. "
            "A PIN is set in People, as soon as there is somebody beside you.",
            is_owners=True,
        ),
    ),
    "Notifications": (
        Choice(settings.NOTIFY, "Tell me when something new comes in"),
        Choice(
            settings.QUIET_WHEN_CLOSED,
            "Quiet while the shop is closed",
            line="Somebody who needs an answer now, and what is serious, is told at any hour.",
        ),
        Choice(
            settings.SHOW_WORDS_IN_NOTIFICATIONS,
            "Show names and words in notifications",
            line="Off, a notification says only where something came in.",
        ),
    ),
}

Put = Callable[[Setting[Any], Any], None]


class SettingsDialog(QDialog):
    """`changed(setting, value)` at each choice; whoever opened it writes it down and applies it."""

    changed = Signal(object, object)
    turned_on = Signal(object)  # a check of the coach: Stopped
    coach_off_wanted = Signal()
    noise_answered = Signal(str, bool)  # a noisy check of the coach, and whether it is off for the shop
    wording_wanted = Signal(object, object)  # (act that returns an Undo, what to do after it)
    undo_wanted = Signal()
    protection_wanted = Signal(object)  # a Change of the shop file's password
    copy_wanted = Signal(object)  # a copy of the shop file that is to be brought back

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self.setWindowTitle(tr("Settings"))
        self.inputs: dict[str, QWidget] = {}
        self._columns: dict[str, QVBoxLayout] = {}  # of the pages with choices, by their titles
        self.list, self.stack = QListWidget(), QStackedWidget()
        self.list.setAccessibleName(tr("Settings"))
        pages = {title: self._page(title, choices) for title, choices in PAGES.items()}
        self._add_keys()
        self._add_news()
        self._add_wordings()
        for title, page in pages.items():
            self.add_page(tr(title), page)
        self._add_quiet_checks()
        self._add_protection()
        self.learning = Learning(shop)
        self.learning.wanted.connect(self.wording_wanted)
        self.add_page(tr("Guesses"), self.learning)
        self._build()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self.undo_wanted)
        self.list.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.list.setCurrentRow(0)

    def add_page(self, title: str, page: QWidget) -> None:
        """One page more, the last: a small screen scrolls what is too high for it."""
        item = QListWidgetItem(title)
        item.setSizeHint(QSize(0, px(32)))
        self.list.addItem(item)
        scrolls_itself = isinstance(page, QScrollArea) or page.findChild(SingleKeys) is not None
        self.stack.addWidget(page if scrolls_itself else Scrolled(page))

    def go_to(self, title: str) -> None:
        """Opens at the page of this title."""
        for item in self.list.findItems(title, Qt.MatchFlag.MatchExactly):
            self.list.setCurrentItem(item)

    def _add_keys(self) -> None:
        """Below the choice whether they work: which they are."""
        kept = settings.own(self._shop.store, settings.KEYS, self._shop.me.id)
        self.keys = SingleKeys(kept, may_change=not self._shop.read_only)
        self.keys.changed.connect(lambda chosen: self.changed.emit(settings.KEYS, chosen))
        column = self._below("Keys")
        column.addWidget(self.keys, 1)
        leave_room_for_ring(column)

    def _below(self, title: str) -> QVBoxLayout:
        """The column of a page, for what comes below its choices instead of room."""
        column = self._columns[title]
        column.takeAt(column.count() - 1)
        return column

    def _add_news(self) -> None:
        """Below the choices for all notifications: for each kind of news."""
        self.news = NewsKinds(self._shop)
        self.news.changed.connect(lambda changed: self.changed.emit(settings.NEWS, changed))
        self.news.keep_checking.connect(lambda on: self.changed.emit(settings.KEEP_CHECKING, on))
        self._below("Notifications").addWidget(self.news, 1)

    def _add_quiet_checks(self) -> None:
        self.quiet = QuietChecks(self._shop)
        self.quiet.turned_on.connect(self.turned_on)
        self.quiet.answered.connect(self.noise_answered)
        self.quiet.off_wanted.connect(self.coach_off_wanted)
        self.add_page(tr("Before you post"), self.quiet)

    def _add_wordings(self) -> None:
        """Below the choice how long they rest."""
        self.wordings, self.parts = Wordings(self._shop), Parts(self._shop)
        self.openings = [FilterButton(tr("Wordings")), FilterButton(tr("Parts of an opening"))]
        row, stack = FlowLayout(gap=px(6)), QStackedWidget()
        pages: tuple[Wordings | Parts, ...] = (self.wordings, self.parts)
        for button, page in zip(self.openings, pages, strict=True):
            page.wanted.connect(self.wording_wanted)
            stack.addWidget(page)
            row.addWidget(button)
        one_of(self, *self.openings).idClicked.connect(stack.setCurrentIndex)
        column = self._below("Openings")
        column.addLayout(row)
        column.addWidget(stack, 1)

    def _add_protection(self) -> None:
        """Who can read the files, and the copies of them."""
        self.protection = Protection(self._shop)
        self.protection.wanted.connect(self.protection_wanted)
        page = self._page("Data", ())
        layout = page.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.count() - 1, self.protection)
            if not self._shop.is_practice:
                self.copies = Copies(self._shop)
                self.copies.wanted.connect(self.copy_wanted)
                layout.insertWidget(layout.count() - 1, self.copies)
                self.how_long, self.forgotten = HowLong(self._shop), Forgotten(self._shop)
                self.carry = Carry(self._shop)
                for part in (self.how_long, self.forgotten, self.carry):
                    layout.insertWidget(layout.count() - 1, part)
        self.add_page(tr("Data"), page)

    def read_again(self) -> None:
        """It comes back after others were here: what they changed shows, too."""
        for choice in (choice for choices in PAGES.values() for choice in choices):
            setting, made = choice.setting, self.inputs[choice.setting.key]
            if setting in settings.OWN:
                continue
            value = settings.get(self._shop.store, setting)
            made.blockSignals(True)
            if isinstance(made, QCheckBox):
                made.setChecked(bool(value))
            elif isinstance(made, QComboBox) and (at := made.findData(value)) >= 0:
                made.setCurrentIndex(at)
            elif isinstance(made, QLineEdit):
                made.setText(str(value))
            made.blockSignals(False)
        self.reload()

    def reload(self) -> None:
        """Something of the openings, or what was forgotten, was taken back."""
        self.wordings.reload()
        self.parts.reload()
        self.learning.reload()

    def _build(self) -> None:
        body = QHBoxLayout()
        body.setSpacing(18)
        keep_font(self.list, "body")
        theme().changed.connect(self._measure)
        self._measure()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        keep_colours(self.list, ground="paper")
        body.addWidget(self.list)
        body.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        foot.addWidget(WrapLabel(tr("Changes apply at once."), "meta", "text3"), 1)
        close = Button(tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(14)
        column.addLayout(body, 1)
        column.addLayout(foot)
        FollowText(self, 720, 520)

    def _measure(self) -> None:
        """The names of the pages are whole, also while the text size is being chosen here."""
        self.list.setFixedWidth(px(150))
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(0, px(32)))

    def _page(self, title: str, choices: Sequence[Choice]) -> QWidget:
        page = QWidget()
        column = self._columns[title] = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QLabel(tr(title))
        head.setTextFormat(Qt.TextFormat.PlainText)
        keep_font(head, "page")
        column.addWidget(head)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(form)
        for choice in choices:
            self._add(form, choice)
        column.addStretch(1)
        return page

    def _add(self, form: QFormLayout, choice: Choice) -> None:
        me, setting = self._shop.me, choice.setting
        is_own = setting in settings.OWN
        value = (
            settings.own(self._shop.store, setting, me.id)
            if is_own
            else settings.get(self._shop.store, setting)
        )
        made = self._input(choice, value)
        self.inputs[choice.setting.key] = made
        made.setEnabled(not self._shop.read_only and (me.is_owner or not choice.is_owners))
        if isinstance(made, QCheckBox):
            form.addRow(made)
        else:
            label = QLabel(tr(choice.label))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(made)
            label.setMinimumHeight(made.sizeHint().height())
            form.addRow(label, made)
        if choice.line:
            form.addRow(WrapLabel(tr(choice.line), "meta", "text2"))

    def _input(self, choice: Choice, value: Any) -> QWidget:
        if choice.options == "text":
            field = QLineEdit(str(value))
            field.setMaxLength(80)
            field.editingFinished.connect(lambda: self._typed(choice.setting, field))
            return field
        if isinstance(choice.options, str) or not choice.options:
            box = TickBox(tr(choice.label))
            box.setChecked(bool(value))
            box.toggled.connect(lambda on: self.changed.emit(choice.setting, on))
            return box
        return self._combo(choice.setting, choice.options, value)

    def _combo(self, setting: Setting[Any], options: Sequence[tuple[Any, str]], value: Any) -> QComboBox:
        combo = ChoiceBox()
        for one, text in options:
            combo.addItem(translated(text), one)
        at = next((row for row, (one, _) in enumerate(options) if one == value), -1)
        if at < 0:  # chosen elsewhere, with Ctrl++ for instance
            combo.addItem(f"{value}", value)
            at = combo.count() - 1
        combo.setCurrentIndex(at)
        keep_colours(combo)
        combo.activated.connect(lambda row: self.changed.emit(setting, combo.itemData(row)))
        return combo

    def _typed(self, setting: Setting[Any], field: QLineEdit) -> None:
        text = field.text().strip()
        if text and text != settings.get(self._shop.store, setting):
            self.changed.emit(setting, text)
        elif not text:
            field.setText(str(settings.get(self._shop.store, setting)))
