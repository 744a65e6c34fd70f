"""The type: levels by name, scaled by the reader's text size, in the fonts this computer has.

The window speaks in the computer's own UI font; what people wrote is set in a reading serif,
2 px larger at the same level, so that it is always plain who is speaking.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontInfo, QGuiApplication

# Level: (px at 100 %, weight). The design's 620 and 650 become 600: static fonts have no steps between.
LEVELS: dict[str, tuple[float, QFont.Weight]] = {
    "hero": (28, QFont.Weight.Bold),
    "title": (20, QFont.Weight.DemiBold),
    "page": (18, QFont.Weight.DemiBold),
    "person": (16, QFont.Weight.DemiBold),
    "lead": (15, QFont.Weight.DemiBold),
    "composer": (14.5, QFont.Weight.Normal),
    "body": (13, QFont.Weight.Normal),
    "strong": (13, QFont.Weight.DemiBold),
    "button": (13, QFont.Weight.Medium),
    "meta": (12, QFont.Weight.Normal),
    "meta strong": (12, QFont.Weight.DemiBold),
    "chip": (12, QFont.Weight.Medium),
    "tile": (9.5, QFont.Weight.Bold),
}

READING_FACES = (
    "Georgia", "Charter", "Iowan Old Style", "Cambria", "Vollkorn", "Source Serif 4", "Source Serif Pro",
    "Literata", "Noto Serif", "Charis SIL", "Gentium Plus", "EB Garamond", "Linux Libertine O",
    "Bitstream Charter", "Caladea", "Liberation Serif", "C059", "P052", "DejaVu Serif",
)  # fmt: skip

# What fontconfig falls back on when nobody chose a UI font; Inter, when installed, reads better small.
BARE_FALLBACKS = {"DejaVu Sans", "Bitstream Vera Sans", "FreeSans", "Nimbus Sans", "Sans Serif"}


class _Choice:
    """What the reader chose: text size as a factor, and whether quotes use the serif."""

    def __init__(self) -> None:
        self.scale, self.reading_face = 1.0, True


_choice = _Choice()


def set_scale(scale: float) -> None:
    """Text size as a factor of 100 %; ``theme().set_text_scale`` calls this and tells the window."""
    _choice.scale = scale
    _made.cache_clear()


def set_reading_face(wanted: bool) -> None:
    """Whether quotes are set in the reading serif (True) or in the UI font."""
    _choice.reading_face = wanted
    _made.cache_clear()


def has_reading_face() -> bool:
    """Whether quotes are set in the reading serif now."""
    return _choice.reading_face


def scale() -> float:
    """The text size in force, 1.0 = 100 %."""
    return _choice.scale


def font(level: str = "body", tabular: bool = False) -> QFont:
    """The UI font at a level of ``LEVELS``; ``tabular`` lines figures up in lists and charts."""
    px, weight = LEVELS[level]
    return QFont(_made(ui_family(), px * _choice.scale, weight, tabular, False))


def reading(px: float = 15, strong: bool = False) -> QFont:
    """The font for other people's words, ``px`` at 100 % (15 beside body text)."""
    weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
    if not _choice.reading_face:
        return QFont(_made(ui_family(), (px - 1.5) * _choice.scale, weight, False, False))
    return QFont(_made(reading_family(), px * _choice.scale, weight, False, True))


@cache
def _made(family: str, px: float, weight: QFont.Weight, tabular: bool, lining: bool) -> QFont:
    made = QFont(family)
    # Whole pixels keep text crisp and line heights steady from one row to the next.
    made.setPixelSize(max(8, round(px)))
    made.setWeight(weight)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    if lining:
        made.setFeature(QFont.Tag("lnum"), 1)
    return made


@cache
def ui_family() -> str:
    """The computer's UI font; Inter where that is only the bare fallback and Inter is there."""
    system = QGuiApplication.font()  # asked before ours is set
    if QFontInfo(system).family() in BARE_FALLBACKS and QFont("Inter").exactMatch():
        return "Inter"
    return system.family()


@cache
def reading_family() -> str:
    """The best reading serif that is installed, else whatever the computer calls serif."""
    from PySide6.QtGui import QFontDatabase  # the first list is painted without a reading face

    installed = {name.split(" [")[0]: name for name in QFontDatabase.families()}
    for name in READING_FACES:
        if name in installed:
            return installed[name]
    any_serif = QFont("serif")
    any_serif.setStyleHint(QFont.StyleHint.Serif)
    return QFontInfo(any_serif).family()
