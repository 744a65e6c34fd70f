"""Words with links at their end: beside them where that is no higher, else under them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import Theme
from ui.widgets.bars import Bar
from ui.widgets.beside import BesideLayout
from ui.widgets.buttons import LinkButton
from ui.widgets.wrap import WrapLabel

LONG = "A passer-by sees: a complaint and your answer. It’s fixed, but nobody can tell."


@pytest.fixture
def made(qtbot, look: Theme) -> Callable[[int], tuple[WrapLabel, list[LinkButton]]]:  # type: ignore[no-untyped-def]
    def make(width: int) -> tuple[WrapLabel, list[LinkButton]]:
        host = QWidget()
        qtbot.addWidget(host)
        layout = BesideLayout(host)
        words, links = WrapLabel(LONG), [LinkButton("Page checked just now"), LinkButton("Show")]
        for widget in (words, *links):
            layout.addWidget(widget)
        host.resize(width, 10)
        host.show()
        for _ in range(3):
            host.resize(width, layout.heightForWidth(width))
            QApplication.processEvents()
        hosts.append(host)
        return words, links

    hosts: list[QWidget] = []  # Python lets go of what nobody names
    return make


def test_links_stand_at_the_end_where_there_is_room(made) -> None:  # type: ignore[no-untyped-def]
    words, links = made(1000)
    assert all(link.x() >= words.geometry().right() for link in links)
    assert words.block().line_count == 1


def test_links_stand_under_words_that_they_would_squeeze(made) -> None:  # type: ignore[no-untyped-def]
    words, links = made(260)
    assert all(link.y() > words.geometry().bottom() for link in links)
    assert words.width() == 260 and words.height() >= words.block().height
    assert all(link.geometry().right() < 260 for link in links)


@pytest.mark.parametrize("width", [180, 260, 400, 700])
def test_nothing_lies_over_anything_and_no_line_is_cut(made, width: int) -> None:  # type: ignore[no-untyped-def]
    words, links = made(width)
    boxes = [words.geometry(), *(link.geometry() for link in links)]
    assert not [1 for i, one in enumerate(boxes) for other in boxes[i + 1 :] if one.intersects(other)]
    assert words.height() >= words.block().height
    host = words.parentWidget()
    assert host is not None and host.rect().contains(boxes[-1].united(boxes[0]))


def test_it_is_mirrored_where_one_reads_from_right_to_left(made) -> None:  # type: ignore[no-untyped-def]
    words, links = made(1000)
    host = words.parentWidget()
    assert host is not None
    host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert all(link.geometry().right() <= words.x() for link in links)


def test_the_links_of_a_bar_come_before_its_cross(qtbot, look: Theme) -> None:  # type: ignore[no-untyped-def]
    bar = Bar(LONG, [("Show", bool), ("Later", bool)])
    qtbot.addWidget(bar)
    bar.show()
    bar.set_bar(LONG, [("One", bool), ("Two", bool)])
    qtbot.waitExposed(bar)
    first = next(link for link in bar.findChildren(LinkButton) if link.text() == "One" and link.isVisible())
    first.setFocus()
    order = []
    for _ in range(3):
        order.append(bar.focusWidget().text() or bar.focusWidget().accessibleName())
        bar.focusNextChild()
    assert order == ["One", "Two", "Dismiss"]


@pytest.mark.parametrize("width", [260, 330, 400, 420, 700])
def test_after_a_narrow_time_it_stands_as_if_it_had_always_been_so_wide(made, width: int) -> None:  # type: ignore[no-untyped-def]
    fresh, fresh_links = made(width)
    words, links = made(180)
    host = words.parentWidget()
    assert host is not None
    for _ in range(3):
        host.resize(width, host.layout().heightForWidth(width))
        QApplication.processEvents()
    assert words.geometry() == fresh.geometry()
    assert [link.geometry() for link in links] == [link.geometry() for link in fresh_links]
