"""The look, in one place: tokens, type, icons and the style. Nothing else in ui/ names a colour."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from . import fonts
from .palette import DARK, HC_DARK, HC_LIGHT, LIGHT, Tokens, qpalette

MOTIONS = ("follow", "less", "none")
MODES = ("system", "light", "dark", "high contrast light", "high contrast dark")
_ALL_EFFECTS = Qt.UIEffect.UI_General  # Qt's own: menus, tooltips and lists that roll or fade
SMALLEST_TEXT, LARGEST_TEXT = 0.9, 1.6

__all__ = [
    "LARGEST_TEXT", "MODES", "MOTIONS", "SMALLEST_TEXT", "Theme", "Tokens", "every", "px", "theme", "tokens",
    "tokens_for",
]  # fmt: skip


_BY_HAND = {"light": LIGHT, "dark": DARK, "high contrast light": HC_LIGHT, "high contrast dark": HC_DARK}


def tokens_for(mode: str, scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Tokens:
    """The colours for a mode of ``MODES``, given what the computer says about dark and about contrast."""
    if mode in _BY_HAND:
        return _BY_HAND[mode]
    dark = scheme == Qt.ColorScheme.Dark
    if contrast == Qt.ContrastPreference.HighContrast:
        return HC_DARK if dark else HC_LIGHT
    return DARK if dark else LIGHT


class Theme(QObject):
    """What the window looks like now. ``changed`` follows every change of colours, type or text size."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tokens: Tokens = LIGHT
        self.mode = "system"
        self.text_scale = 1.0
        self.motion = "follow"
        self._has_effects = False
        self._app: QApplication | None = None

    def apply(self, app: QApplication) -> None:
        """Dress the whole program; call once, before the first window. Later changes come by themselves."""
        from .focus import FocusRing
        from .style import HouseStyle

        if self._app is not app:
            self._app = app
            app.setStyle(HouseStyle())
            self._ring = FocusRing(app)
            self._follow_computer()
            self._has_effects = app.isEffectEnabled(_ALL_EFFECTS)
        self._dress()
        self.set_motion(self.motion)

    def set_mode(self, mode: str) -> None:
        """Follow the computer or not: one of ``MODES``; raises ValueError for anything else."""
        if mode not in MODES:
            raise ValueError(f"No such theme: {mode!r}")
        if mode == self.mode:
            return
        self.mode = mode
        if self._app is not None:
            self._tell_computer()
        self._dress()

    def set_text_scale(self, scale: float) -> None:
        """Text size as a factor, held between 0.9 and 1.6."""
        scale = min(LARGEST_TEXT, max(SMALLEST_TEXT, scale))
        if scale != self.text_scale:
            self.text_scale = scale
            self._dress()

    def set_reading_face(self, wanted: bool) -> None:
        """Quotes in the reading serif (True) or in the UI font."""
        if wanted != fonts.has_reading_face():
            fonts.set_reading_face(wanted)
            self._dress()

    def set_motion(self, motion: str) -> None:
        """Follow the computer, less (nothing slides, it may fade) or none; raises ValueError for anything else."""
        if motion not in MOTIONS:
            raise ValueError(f"No such motion: {motion!r}")
        self.motion = motion
        if self._app is not None:
            self._app.setEffectEnabled(_ALL_EFFECTS, self._has_effects and motion == "follow")

    def slides(self) -> bool:
        """May anything change its place little by little?"""
        return self.motion == "follow" and self._computer_moves()

    def fades(self) -> bool:
        """May anything come and go little by little?"""
        return self.motion != "none" and self._computer_moves()

    def _computer_moves(self) -> bool:
        style = QApplication.style()
        return style.styleHint(style.StyleHint.SH_Widget_Animation_Duration) != 0

    @contextmanager
    def on_paper(self) -> Iterator[None]:
        """What is painted meanwhile is for white paper, whatever the window looks like. Nothing else may be."""
        kept, self.tokens = self.tokens, LIGHT
        try:
            yield
        finally:
            self.tokens = kept

    def px(self, length: float) -> int:
        """A length given for 100 % text, in px at today's text size."""
        return round(length * self.text_scale)

    def _follow_computer(self) -> None:
        # Kept in variables: chained calls can find the C++ side already gone.
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._computer_changed)
        accessibility = hints.accessibility()
        accessibility.contrastPreferenceChanged.connect(self._computer_changed)

    def _tell_computer(self) -> None:
        """Title bars and file dialogs are the computer's; let them match a theme chosen by hand."""
        hints = QGuiApplication.styleHints()
        if self.mode == "system":
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if "dark" in self.mode else Qt.ColorScheme.Light)

    def _computer_changed(self) -> None:
        if self.mode == "system":
            self._dress()

    def _wanted_tokens(self) -> Tokens:
        hints = QGuiApplication.styleHints()
        accessibility = hints.accessibility()
        return tokens_for(self.mode, hints.colorScheme(), accessibility.contrastPreference())

    def _dress(self) -> None:
        self.tokens = self._wanted_tokens()
        fonts.set_scale(self.text_scale)
        if self._app is not None:
            palette: QPalette = qpalette(self.tokens)
            self._app.setFont(fonts.font("body"))
            self._app.setPalette(palette)
            for widget in every(self._app.allWidgets):
                widget.update()
        self.changed.emit()


def every(ask: Callable[[], list[QWidget]]) -> list[QWidget]:
    """What `QApplication.allWidgets` or `topLevelWidgets` finds. Meanwhile no garbage is looked for: Python would let
    go of a widget nobody holds while Qt's list of them is still being read, and the program would end."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        return ask()
    finally:
        if was_on:
            gc.enable()


_theme: Theme | None = None


def theme() -> Theme:
    """The one Theme of this program, made at the first call."""
    global _theme
    if _theme is None:
        _theme = Theme()
    return _theme


def tokens() -> Tokens:
    """Today's colours; ask again after ``theme().changed``."""
    return theme().tokens


def px(length: float) -> int:
    """A length given for 100 % text, in px at today's text size."""
    return theme().px(length)
