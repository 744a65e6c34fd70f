"""Where one reads from right to left the window is the other way round, and words stand beside what they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from tests.stories.fenny_lane import open_fenny_lane
from ui.background import AtOnce
from ui.complaints.delegate import CardDelegate
from ui.finder import Finder, Found
from ui.session import Session
from ui.theme import Theme, px
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
