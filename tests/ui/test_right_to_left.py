"""Where one reads from right to left the window is the other way round, and words stand beside what they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.stories.fenny_lane import open_fenny_lane
from ui.background import AtOnce
from ui.session import Session
from ui.theme import Theme


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
