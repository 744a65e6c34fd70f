"""Where one reads from right to left the window is the other way round, and words stand beside what they belong to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence, QPainter
from PySide6.QtWidgets import QApplication, QCheckBox, QListWidget, QMenu, QRadioButton, QWidget

from desktop.writing import Run
from tests.stories.fenny_lane import open_fenny_lane
from ui.background import AtOnce
from ui.by_hand import AddByHandDialog
from ui.complaints.delegate import CardDelegate
from ui.composer.nudges import NudgeText
from ui.finder import Finder, Found
from ui.session import Session
from ui.theme import Theme, fonts, px
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.elide import ElidedLabel
from ui.widgets.keycap import paint_keycap
from ui.widgets.wrap import WrapLabel


@pytest.fixture
def session(tmp_path: Path, look: Theme, qapp: QApplication) -> Iterator[Session]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shop = open_fenny_lane(tmp_path / "shop")
    made = Session(shop, AtOnce(shop.changes))
    made.show()
    made.window.resize(1280, 800)
    for _ in range(5):
        QApplication.processEvents()
    yield made
    made.window.close_for_good()
    made.window.deleteLater()
    QApplication.processEvents()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def middle(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), QPoint(widget.width() // 2, 0)).x()


def test_the_window_is_the_other_way_round(session: Session) -> None:
    window, page = session.window, session.window.page()
    view = page.view  # type: ignore[union-attr]
    assert middle(window.sidebar) > middle(page.left) > middle(view)  # type: ignore[union-attr]
    assert middle(view.header.name) > middle(view.header.kind) > middle(view.header.more)
    assert middle(view.passer.sentence) > middle(view.passer.show_it)


def test_what_a_passer_by_will_see_leaves_its_eye_room(session: Session) -> None:
    session.window.page().view.start(1)  # type: ignore[union-attr]
    for _ in range(5):
        QApplication.processEvents()
    line = session.window.page().view.composer.coach._eye  # type: ignore[union-attr]
    assert line.isVisible() and line.words.geometry().right() < line.width() - px(30), "the eye stands at its start"


def test_icons_of_the_pages_stand_at_the_start_and_numbers_at_the_end(session: Session) -> None:
    pages = session.window.sidebar.pages
    image, box = pages.grab().toImage(), pages.visualItemRect(pages.item(1))  # not the chosen one
    ground = image.pixel(box.center().x(), box.top() + 2)

    def ink(left: int, right: int) -> bool:
        return any(
            image.pixel(x, y) != ground for x in range(left, right) for y in range(box.top() + 6, box.bottom() - 5)
        )

    end = box.right()
    assert ink(end - px(27), end - px(8)), "the icon"
    assert ink(box.left() + px(6), box.left() + px(22)), "how many"
    assert not ink(box.left() + px(26), box.left() + px(48)), "nothing between"


def test_our_mark_stands_before_the_name_and_neither_is_cut(session: Session) -> None:
    mark = session.window.sidebar._mark
    name = mark._labels[0]
    assert name.geometry().right() < mark.width() - 30, "there is room for the mark at its start"
    assert not name.is_cut() and name.x() >= 0


def test_names_in_lists_stand_at_the_start(session: Session) -> None:
    session.window.go("people")
    for _ in range(5):
        QApplication.processEvents()
    row = session.window.page().list  # type: ignore[union-attr]
    image = row.grab().toImage()
    box = row.visualItemRect(row.item(row.count() - 1))
    ground = image.pixel(box.left() + 3, box.center().y())
    start = [x for x in range(box.left() + 4, box.right()) if image.pixel(x, box.center().y() - 8) != ground]
    assert start and min(start) > box.width() // 3, "short words leave the far end empty"


def test_latin_words_keep_their_full_stop_and_numbers_their_place(session: Session) -> None:
    """Each runs as its own letters do: as it looks where one reads from left to right."""
    for words in ("Perpetua L.", "46 conversations", "Everything is on this computer."):
        pictures = []
        for way in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
            label = ElidedLabel(words)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setLayoutDirection(way)
            label.resize(300, 24)
            pictures.append(label.grab().toImage())
        assert pictures[0] == pictures[1], words


def test_a_sentence_of_several_lines_stands_at_the_start(session: Session) -> None:
    label = WrapLabel("What it can do")
    label.resize(300, 24)
    image = label.grab().toImage()
    ground = image.pixel(1, 1)
    inked = [x for x in range(300) if any(image.pixel(x, y) != ground for y in range(24))]
    assert min(inked) > 150 and max(inked) > 290


def test_in_a_chart_names_stand_at_the_start_and_figures_at_the_end(session: Session) -> None:
    session.window.go("insights")
    for _ in range(5):
        QApplication.processEvents()
    chart = session.window.page().cards["sounding"].chart  # type: ignore[union-attr]
    bar = chart.at(chart._bar(0)).toRect()
    image = chart.grab().toImage()
    ground = image.pixel(0, bar.bottom() + 4)

    def ink(left: int, right: int) -> list[int]:
        rows = range(bar.top(), bar.bottom())
        return [x for x in range(left, right) if any(image.pixel(x, y) != ground for y in rows)]

    assert ink(0, bar.left() - 2), "how much of it"
    names = ink(bar.right() + 2, image.width())
    assert names and max(names) > image.width() - 4, "who"


def test_in_the_finder_what_and_where_stand_beside_each_other(look: Theme) -> None:
    """They stood on one another, and the key on both."""
    inked = []
    for way in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        finder = Finder([Found("Lock", "File", bool, "Ctrl+L")], None)
        finder.setLayoutDirection(way)
        finder.list.setCurrentIndex(QModelIndex())
        finder.show()
        for _ in range(3):
            QApplication.processEvents()
        image = finder.list.viewport().grab().toImage()
        box = finder.list.visualRect(finder.model.index(0)).adjusted(8, 4, -8, -4)
        ground = image.pixel(box.topLeft())
        inked.append([any(image.pixel(x, y) != ground for y in range(box.top(), box.bottom()))
                      for x in range(box.left(), box.right() + 1)])  # fmt: skip
        finder.close()
    assert sum(inked[0]) > 40 and abs(sum(inked[0]) - sum(inked[1])) <= 3, "as much ink as from left to right"
    assert inked[0].index(True) > px(12) and inked[1][::-1].index(True) > px(12), "begun at the start"


def test_keys_and_names_run_as_their_letters_do(look: Theme) -> None:
    """A card said “.Pieter V”, and a button “↵ Ctrl”."""
    pictures: dict[str, list[QImage]] = {"key": [], "name": []}
    for way in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        for what, seen in pictures.items():
            image = QImage(200, 30, QImage.Format.Format_RGB32)
            image.fill(0xFFFFFFFF)
            painter = QPainter(image)
            painter.setLayoutDirection(way)
            if what == "key":
                paint_keycap(painter, 10, 15, "Ctrl ↵")
            else:
                middle = Qt.AlignmentFlag.AlignCenter
                CardDelegate._words(painter, QRect(0, 0, 200, 30), "Pieter V.", "strong", "text", middle)
            painter.end()
            seen.append(image)
    assert all(one == other for one, other in pictures.values())


RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
TO_THE_RIGHT = "\u202a{}\u202c"  # as Unicode says that words run there


@pytest.fixture
def mirrored(look: Theme, qapp: QApplication) -> Iterator[None]:
    """One reads from the right."""
    qapp.setLayoutDirection(RIGHT_TO_LEFT)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def drawn(widget: QWidget) -> QImage:
    """What is painted of it."""
    widget.resize(260, 30)
    widget.show()
    for _ in range(3):
        QApplication.processEvents()
    image = widget.grab().toImage()
    widget.hide()
    return image


def choice(words: str) -> QWidget:
    made = ChoiceBox()
    made.addItem(words)
    return made


def entry(words: str) -> QWidget:
    made = QListWidget()
    made.addItem(words)
    return made


def menu(words: str) -> QMenu:
    made = QMenu()
    made.addAction(words).setShortcut(QKeySequence("Ctrl+B"))
    return made


@pytest.mark.parametrize("make", [choice, QCheckBox, QRadioButton, entry, menu],
                         ids=["choice", "tick", "one of several", "list", "menu"])  # fmt: skip
@pytest.mark.parametrize("words", ["5 minutes", "Answered already?", "Bring in history…"])
def test_what_qt_writes_runs_as_its_letters_do(mirrored: None, make: Callable[[str], QWidget], words: str) -> None:
    """`Lock after` said “minutes 5”, and a box to tick “?Answered already”."""
    assert drawn(make(words)) == drawn(make(TO_THE_RIGHT.format(words)))


def test_the_words_of_a_menu_begin_where_one_reads(mirrored: None) -> None:
    """They stood where the arrows of submenus and the keys are."""
    made = QMenu()
    made.addAction("Quit")
    made.addAction("I have a shop from another computer…")
    made.popup(QPoint(0, 0))
    QApplication.processEvents()
    image = made.grab(made.actionGeometry(made.actions()[0])).toImage()
    made.close()
    ground = image.pixel(image.width() // 2, 8)
    inked = [x for x in range(4, image.width() - 4)
             if any(image.pixel(x, y) != ground for y in range(6, image.height() - 6))]  # fmt: skip
    assert min(inked) > image.width() // 2


def test_the_words_on_a_card_stand_in_their_order_where_one_reads_from_the_right(look: Theme) -> None:
    """An opening said “.now it on I'm”."""
    text = NudgeText((Run("I’m on it now: the tart, first."),), fonts.font("body"), 240)
    at, last = text._lines[0][-1]
    images = []
    for begins, way in ((240 - at - last.width, Qt.LayoutDirection.LeftToRight), (0.0, RIGHT_TO_LEFT)):
        image = QImage(240, 30, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        painter.setLayoutDirection(way)
        text.draw(painter, QPointF(begins, 0), QColor(0, 0, 0), 240, rtl=way == RIGHT_TO_LEFT)
        painter.end()
        images.append(image)
    assert images[0] == images[1]


def test_hours_and_days_are_written_in_their_order(session: Session) -> None:
    """10:05 was 05:10, and a day began with its year."""
    view, actions = session.window.page().view, session.actions  # type: ignore[union-attr]
    row = view.composer.back_by_row
    row.begin(datetime(2025, 6, 14, 9, 5, tzinfo=UTC), None)
    assert row.edit.text() == row.edit.dateTime().toString("HH:mm")
    actions.by_hand.add()
    (form,) = session.window.findChildren(AddByHandDialog)
    assert re.fullmatch(r"\d\d? \w+ 2025  \d\d:\d\d", form.at.text())
    assert form.at.calendarWidget().isRightToLeft()
    form.reject()


def test_the_hint_in_the_search_leaves_its_glass_alone(session: Session) -> None:
    session.window.go("history")
    page = session.window.page()
    page.look_for("bread")  # type: ignore[union-attr]
    for _ in range(5):
        QApplication.processEvents()
    field = page.search  # type: ignore[union-attr]
    image = field.grab().toImage()
    ground = image.pixel(field.width() // 2, field.height() // 2)
    beside = [x for x in range(field.width() - px(80), field.width() - px(30))
              if any(image.pixel(x, y) != ground for y in range(10, field.height() - 10))]  # fmt: skip
    assert not beside, "it stands at the end, where the way out of it is"
