"""Text that wraps, text that is cut, rows that wrap, and what stands in them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme, fonts
from ui.widgets.chips import chip_height, chip_width, paint_chip, word_room
from ui.widgets.elide import ElidedLabel
from ui.widgets.stars import paint_stars, stars_width
from ui.widgets.textblock import Span, TextBlock, joined
from ui.widgets.wrap import FlowLayout, WrapLabel

LONG = "Ordered the lemon tart two weeks ahead for my mum’s 70th. Eleven people, no pudding. " * 3


@pytest.fixture(autouse=True)
def _dressed(look: Theme) -> None:
    """Every test here runs in a dressed application."""


def test_markup_from_outside_stays_text(qtbot: QtBot) -> None:
    label = WrapLabel("<b>bold</b> & <img src=x>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>bold</b> & <img src=x>"
    assert label.sizeHint().width() > QFontMetrics(label.font()).horizontalAdvance("bold & ")


def test_a_label_keeps_the_height_its_words_need(qtbot: QtBot) -> None:
    label = WrapLabel(LONG)
    qtbot.addWidget(label)
    label.show()
    label.resize(200, 10)
    assert label.height() == label.heightForWidth(200) > 5 * QFontMetrics(label.font()).height()


def test_more_words_ask_for_more_height(qtbot: QtBot) -> None:
    label = WrapLabel("short")
    qtbot.addWidget(label)
    label.show()
    label.resize(200, 10)
    before = label.minimumHeight()
    label.setText(LONG)
    assert label.minimumHeight() > 3 * before


def test_pieces_become_one_text_with_marked_stretches(qtbot: QtBot) -> None:
    text, spans = joined(["A passer-by sees: ", ("a complaint", "strong text"), "."])
    assert text == "A passer-by sees: a complaint."
    assert spans == [Span(18, 11, strong=True, token="text")]
    label = WrapLabel()
    qtbot.addWidget(label)
    label.set_parts("A passer-by sees: ", ("a complaint", "strong"), ".")
    assert label.text() == text


def test_words_can_be_marked_with_the_mouse_and_copied(qtbot: QtBot) -> None:
    label = WrapLabel("raw dough in the middle", selectable=True)
    qtbot.addWidget(label)
    label.show()
    label.resize(400, 30)
    QTest.mouseClick(label, Qt.MouseButton.LeftButton, pos=QPoint(0, 5))
    QTest.keyClick(label, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert label.selected_text() == "raw dough in the middle"
    assert QGuiApplication.clipboard().text() == "raw dough in the middle"


def test_a_block_stops_after_its_lines_with_an_ellipsis() -> None:
    face = fonts.reading(15)
    whole, three = TextBlock(LONG, face, 200), TextBlock(LONG, face, 200, most_lines=3)
    assert (three.line_count, three.cut) == (3, True)
    assert three.height * whole.line_count == whole.height * 3
    assert not TextBlock("short", face, 200, most_lines=3).cut


def test_a_long_word_is_broken_rather_than_painted_over_the_edge() -> None:
    block = TextBlock("x" * 200, fonts.font("body"), 100)
    assert block.line_count > 5
    assert block.widest <= 100


def test_every_line_of_the_text_is_kept() -> None:
    assert TextBlock("one\ntwo\n\nfour", fonts.font("body"), 300).line_count == 4
    assert TextBlock("", fonts.font("body"), 300).line_count == 1


def test_places_in_a_block_lead_there_and_back() -> None:
    block = TextBlock(LONG, fonts.font("body"), 220)
    at = LONG.index("pudding")
    rect = block.rect_of(at, 7)[0]
    assert block.position_at(rect.left() + 1, rect.center().y()) == at
    assert rect.right() <= 221


def test_an_emoji_is_one_character_and_never_cut_in_two() -> None:
    text = "raw 🥖 dough 👩‍🍳"
    block = TextBlock(text, fonts.font("body"), 400, spans=[Span(0, len(text), underline="dots")])
    (shape,) = block._layout.formats()
    assert (shape.start, shape.length) == (0, len(text.encode("utf-16-le")) // 2)
    for at in (0, 4, 5, 6, len(text)):
        x = block.rect_of(0, at)[0].right() if at else 0
        assert block.position_at(x, 0) == at
    (baguette,) = block.rect_of(4, 1)
    assert baguette.left() == block.rect_of(0, 4)[0].right()
    whole = TextBlock(text, fonts.font("body"), 400, most_lines=1)
    assert not whole.cut
    for width in range(80, 120):
        narrow = TextBlock("🥖 " * 40, fonts.font("body"), width, most_lines=2)
        assert narrow.cut
        line = narrow._layout.lineAt(1)
        units = ("🥖 " * 40).encode("utf-16-le")[2 * line.textStart() : 2 * (line.textStart() + line.textLength())]
        assert units.decode("utf-16-le").startswith("🥖")  # half an emoji is none


def test_hebrew_and_arabic_stand_at_their_own_side() -> None:
    block = TextBlock("שלום", fonts.font("body"), 300)
    assert block.rect_of(0, 4)[0].right() == pytest.approx(300, abs=2)


def test_a_cut_line_shows_the_whole_text_on_hover(qtbot: QtBot) -> None:
    label = ElidedLabel("Public ones that\nstill need a visible resolution")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.is_cut()
    assert label.toolTip() == "Public ones that still need a visible resolution"
    label.resize(label.sizeHint())
    assert not label.is_cut()
    assert label.toolTip() == ""


def test_a_row_of_widgets_wraps_and_says_how_high_it_is(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, gap=6)
    buttons = [QPushButton(f"part {number}") for number in range(8)]
    for button in buttons:
        flow.addWidget(button)
    box.resize(260, flow.heightForWidth(260))
    box.show()
    rows = {button.y() for button in buttons}
    assert len(rows) > 1
    assert all(button.geometry().right() < 260 for button in buttons)
    assert max(button.geometry().bottom() for button in buttons) < flow.heightForWidth(260)
    assert flow.heightForWidth(4000) < flow.heightForWidth(260)


def test_a_row_of_widgets_runs_the_other_way_from_right_to_left(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow = FlowLayout(box)
    first, second = QPushButton("one"), QPushButton("two")
    flow.addWidget(first)
    flow.addWidget(second)
    box.resize(300, 40)
    box.show()
    assert first.x() > second.x()
    assert first.geometry().right() >= 298


@pytest.fixture
def canvas(look: Theme) -> QPixmap:
    """A sheet of paper to paint on."""
    made = QPixmap(300, 60)
    made.fill(look.tokens.color("paper"))
    return made


def test_a_chip_says_how_wide_it_was_painted(canvas: QPixmap, look: Theme) -> None:
    painter = QPainter(canvas)
    width = paint_chip(painter, QPoint(10, 10), "complaint", "Complaint", "brick")
    painter.end()
    assert width == chip_width("complaint", "Complaint")
    image = canvas.toImage()
    row = 10 + chip_height() // 2
    assert image.pixelColor(10 + width - 3, row) == look.tokens.color("brick_tint")
    assert image.pixelColor(10 + width + 1, row) == look.tokens.color("paper")


def test_a_guess_is_wider_by_its_question_mark_and_has_no_ground(canvas: QPixmap, look: Theme) -> None:
    painter = QPainter(canvas)
    width = paint_chip(painter, QPoint(10, 10), "complaint", "Complaint", "brick", guessed=True)
    painter.end()
    assert width > chip_width("complaint", "Complaint")
    assert canvas.toImage().pixelColor(13, 13) == look.tokens.color("paper")


def test_a_chip_never_leaves_the_room_it_is_given(canvas: QPixmap, look: Theme) -> None:
    painter = QPainter(canvas)
    width = paint_chip(painter, QRect(10, 0, 50, 60), "complaint", "Complaint", "brick")
    painter.end()
    image = canvas.toImage()
    paper = QColor(look.tokens.paper)
    assert width == 50
    assert all(image.pixelColor(x, y) == paper for x in range(60, 300) for y in range(60))


def test_stars_differ_by_shape_not_by_colour_alone(canvas: QPixmap, look: Theme) -> None:
    painter = QPainter(canvas)
    width = paint_stars(painter, 0, 10, 2, 20)
    painter.end()
    image = canvas.toImage()
    step = (width - 20) // 4
    middles = [image.pixelColor(10 + at * step, 21).name().upper() for at in range(5)]
    assert width == stars_width(20)
    assert middles == [look.tokens.amber_edge] * 2 + [look.tokens.paper] * 3


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6])
@pytest.mark.parametrize("icon", ["idea", None])
def test_the_word_of_a_chip_is_whole_at_every_text_size(look: Theme, scale: float, icon: str | None) -> None:
    look.set_text_scale(scale)
    for word in ("Idea", "Complaint", "Mix-up", "Serious"):
        needed = QFontMetrics(fonts.font("chip")).horizontalAdvance(f"{word}?")
        assert word_room(chip_width(icon, word, guessed=True), icon) >= needed


@pytest.mark.parametrize("width", range(120, 260, 17))
@pytest.mark.parametrize("words", ["The middle was raw dough. ", "Wasserschadenversicherungsgesellschaft ", "💧 é "])
def test_what_is_cut_ends_with_an_ellipsis_that_has_room(qtbot: QtBot, look: Theme, words: str, width: int) -> None:
    block = TextBlock(words * 40, fonts.font("body"), width, most_lines=2)
    assert block.cut and block.line_count == 2
    image = QImage(width + 40, block.height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    block.draw(painter, 0, 0, QColor("black"))
    painter.end()
    rows = range(block.height)
    seen = [x for x in range(image.width()) if any(image.pixelColor(x, y).lightness() < 128 for y in rows)]
    assert width / 2 < seen[-1] <= width
