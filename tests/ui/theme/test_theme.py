"""The theme: following the computer, choosing by hand, text size, and what widgets keep."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtGui import QAction, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import ui
from ui.practice.public_panel import _LOOKS as LOOKS
from ui.practice.public_panel import _Squares as Squares
from ui.theme import (
    LARGEST_TEXT,
    MODES,
    MOTIONS,
    SMALLEST_TEXT,
    Theme,
    Tokens,
    fonts,
    px,
    theme,
    tokens,
    tokens_for,
)
from ui.theme.keep import keep_colours, keep_font, keep_icon
from ui.theme.palette import DARK, HC_DARK, HC_LIGHT, LIGHT
from ui.theme.style import HouseStyle
from ui.widgets.toast import Toast


@pytest.fixture(autouse=True)
def _dressed(look: Theme) -> None:
    """Every test here runs in a dressed application."""


def test_there_is_one_theme_and_tokens_come_from_it() -> None:
    assert theme() is theme()
    theme().set_mode("dark")
    assert tokens() is DARK


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("light", LIGHT),
        ("dark", DARK),
        ("high contrast light", HC_LIGHT),
        ("high contrast dark", HC_DARK),
    ],
)
def test_a_theme_chosen_by_hand_reaches_the_whole_program(look: Theme, mode: str, expected: object) -> None:
    look.set_mode(mode)
    assert look.tokens is expected
    assert QApplication.palette().color(QPalette.ColorRole.Window) == look.tokens.color("paper")


def test_an_unknown_theme_is_refused(look: Theme) -> None:
    with pytest.raises(ValueError, match="sepia"):
        look.set_mode("sepia")
    assert look.mode in MODES


_NORMAL, _HIGH = Qt.ContrastPreference.NoPreference, Qt.ContrastPreference.HighContrast


@pytest.mark.parametrize(
    ("scheme", "contrast", "expected"),
    [
        (Qt.ColorScheme.Unknown, _NORMAL, LIGHT),
        (Qt.ColorScheme.Light, _NORMAL, LIGHT),
        (Qt.ColorScheme.Dark, _NORMAL, DARK),
        (Qt.ColorScheme.Light, _HIGH, HC_LIGHT),
        (Qt.ColorScheme.Dark, _HIGH, HC_DARK),
    ],
)
def test_following_the_computer_means_its_scheme_and_its_contrast(
    scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference, expected: Tokens
) -> None:
    assert tokens_for("system", scheme, contrast) is expected


def test_the_window_is_dressed_anew_when_the_computer_changes(look: Theme, qtbot: QtBot) -> None:
    look.set_mode("system")
    hints = QGuiApplication.styleHints()
    with qtbot.waitSignal(look.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    accessibility = hints.accessibility()
    with qtbot.waitSignal(look.changed):
        accessibility.contrastPreferenceChanged.emit(_HIGH)


def test_a_theme_chosen_by_hand_stays_when_the_computer_changes(look: Theme, qtbot: QtBot) -> None:
    look.set_mode("high contrast light")
    with qtbot.assertNotEmitted(look.changed):
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.tokens is HC_LIGHT


def test_text_size_stays_between_90_and_160_per_cent(look: Theme) -> None:
    look.set_text_scale(0.2)
    assert look.text_scale == SMALLEST_TEXT
    look.set_text_scale(9)
    assert look.text_scale == LARGEST_TEXT


def test_text_size_reaches_fonts_lengths_and_the_program_font(look: Theme) -> None:
    before = fonts.font("body").pixelSize()
    look.set_text_scale(1.5)
    assert fonts.font("body").pixelSize() == round(13 * 1.5) > before
    assert px(78) == 117
    assert QApplication.font().pixelSize() == round(13 * 1.5)


def test_every_level_has_its_size_and_their_words_are_larger(look: Theme) -> None:
    sizes = {level: fonts.font(level).pixelSize() for level in fonts.LEVELS}
    assert (sizes["hero"], sizes["title"], sizes["page"], sizes["person"]) == (28, 20, 18, 16)
    assert (sizes["lead"], sizes["body"], sizes["meta"]) == (15, 13, 12)
    assert fonts.reading().pixelSize() == sizes["body"] + 2


def test_their_words_can_be_set_in_the_ui_font(look: Theme) -> None:
    assert fonts.reading().family() == fonts.reading_family()
    look.set_reading_face(False)
    assert fonts.reading().family() == fonts.ui_family()


def test_the_reading_face_is_a_serif_and_has_lining_figures_asked_for() -> None:
    if not set(fonts.READING_FACES) & set(QFontDatabase.families()):
        pytest.skip("no reading serif is installed on this computer")
    assert fonts.reading_family() in fonts.READING_FACES
    assert [tag.toString().data() for tag in fonts.reading().featureTags()] == [b"lnum"]
    assert [tag.toString().data() for tag in fonts.font("meta", tabular=True).featureTags()] == [b"tnum"]


def test_a_font_handed_out_is_the_callers_own() -> None:
    mine = fonts.font("body")
    mine.setUnderline(True)
    assert not fonts.font("body").underline()


def test_a_kept_font_and_colour_follow_the_theme(look: Theme, qtbot: QtBot) -> None:
    label = QLabel("words")
    qtbot.addWidget(label)
    keep_font(label, "reading 15")
    keep_colours(label, text="text3")
    look.set_mode("dark")
    look.set_text_scale(1.6)
    assert label.font().pixelSize() == 24
    assert label.palette().color(QPalette.ColorRole.WindowText) == DARK.color("text3")


def test_keeping_twice_keeps_the_last(look: Theme, qtbot: QtBot) -> None:
    label = QLabel("words")
    qtbot.addWidget(label)
    keep_font(label, "title")
    keep_font(label, "meta")
    look.set_text_scale(1.5)
    assert label.font().pixelSize() == 18


def _colours_in(icon: QIcon) -> set[str]:
    image = icon.pixmap(16, 16).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {colour.name() for colour in pixels if colour.alpha() == 255}


def test_a_kept_icon_is_tinted_anew_and_may_be_deleted_any_time(look: Theme, qtbot: QtBot) -> None:
    action, button = QAction("x"), QPushButton("y")
    keep_icon(action, "stop", "ink")
    keep_icon(button, "send", "ink")
    assert LIGHT.ink.lower() in _colours_in(action.icon())
    button.deleteLater()
    qtbot.waitUntil(lambda: True)
    look.set_mode("dark")
    assert DARK.ink.lower() in _colours_in(action.icon())


def test_the_theme_says_whether_anything_may_move(look: Theme) -> None:
    said = {"follow": (True, True), "less": (False, True), "none": (False, False)}
    for motion, may in said.items():
        look.set_motion(motion)
        assert (look.slides(), look.fades()) == may
    with pytest.raises(ValueError, match="No such motion"):
        look.set_motion("wild")


@pytest.mark.parametrize("motion", MOTIONS)
def test_nothing_moves_where_the_computer_says_so(motion: str, look: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    still = lambda style, hint, *_: 0 if hint == hint.SH_Widget_Animation_Duration else 1  # noqa: E731
    monkeypatch.setattr(HouseStyle, "styleHint", still, raising=False)
    look.set_motion(motion)
    assert not look.slides() and not look.fades()


def test_qts_own_menus_and_tips_stand_still_too(
    look: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(look, "_has_effects", True)
    for motion, is_on in (("follow", True), ("less", False), ("none", False), ("follow", True)):
        look.set_motion(motion)
        assert qapp.isEffectEnabled(Qt.UIEffect.UI_General) == is_on


def test_whatever_moves_by_itself_asks_first() -> None:
    """Four things move: a card to its column, a row that leaves, the toast, the squares of the passers-by."""
    moves = re.compile(r"\b(?:QPropertyAnimation|QVariantAnimation|QTimeLine|QScroller)\(")
    found, here = [], Path(ui.__file__).parent
    for path in sorted(here.rglob("*.py")):
        source = path.read_text("utf-8")
        if moves.search(source):
            found.append(path.relative_to(here).as_posix())
            assert "theme().slides()" in source or "theme().fades()" in source, found[-1]
    assert found == ["complaints/board.py", "inbox/leaving.py", "practice/public_panel.py", "widgets/toast.py"]


@pytest.mark.parametrize(("motion", "may_fade"), [("none", False), ("less", True), ("follow", True)])
def test_the_toast_and_the_squares_fade_only_where_they_may(
    motion: str, may_fade: bool, look: Theme, qtbot: QtBot
) -> None:
    look.set_motion(motion)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    toast = Toast(window)
    toast.show("Posted on Google")
    assert (toast._fade.state() is QAbstractAnimation.State.Running) == may_fade
    squares = Squares()
    qtbot.addWidget(squares)
    first, then = (dict.fromkeys(LOOKS, 0) | {list(LOOKS)[at]: 20} for at in (0, 1))
    squares.show_groups(first, "20 would come in")
    squares.show_groups(then, "20 would not")
    assert (squares.changing.state() is QAbstractAnimation.State.Running) == may_fade
