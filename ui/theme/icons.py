"""Our icons: drawn on a 24 grid in ``resources/icons``, tinted when they are painted.

Delegates and custom widgets call ``paint_icon``; ``icon`` makes a QIcon for Qt's own buttons
(``keep.keep_icon`` also keeps it in the colours of the theme).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from . import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"

_DRAWN_IN = b"#221F1A"
_CACHE_MOST = 1500
_pixmaps: dict[tuple[str, int, float, str], QPixmap] = {}


def names() -> list[str]:
    """The names of all icons there are."""
    return sorted(path.stem for path in FOLDER.glob("*.svg"))


@cache
def _source(name: str) -> bytes:
    path = FOLDER / f"{name}.svg"
    if not path.is_file():
        raise KeyError(f"There is no icon called {name!r}")
    return path.read_bytes()


def _colour(token: str | QColor) -> QColor:
    return token if isinstance(token, QColor) else theme().tokens.tone(token)


def pixmap(name: str, token: str | QColor = "text2", size: int = 16, ratio: float | None = None) -> QPixmap:
    """The icon as a pixmap ``size`` logical px square, for a screen of this device pixel ratio.

    Raises KeyError for a name there is no icon for.
    """
    if ratio is None:
        ratio = _screen_ratio()
    colour = _colour(token).name()
    key = (name, size, ratio, colour)
    found = _pixmaps.get(key)
    if found is None:
        if len(_pixmaps) >= _CACHE_MOST:
            _pixmaps.clear()
        found = _pixmaps[key] = _render(name, size, ratio, colour)
    return found


def _screen_ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def _render(name: str, size: int, ratio: float, colour: str) -> QPixmap:
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace(_DRAWN_IN, colour.encode())))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, made.width(), made.height()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def paint_icon(
    painter: QPainter, x: float, y: float, name: str, token: str | QColor = "text2", size: int = 16
) -> None:
    """Paint the icon with its top left corner at (x, y), sharp on whatever is painted on."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(QPointF(round(x), round(y)), pixmap(name, token, size, ratio))


def icon(name: str, token: str | QColor = "text2", size: int = 16) -> QIcon:
    """A QIcon in today's colours (dimmer when disabled); ``keep.keep_icon`` also follows a theme change."""
    from PySide6.QtGui import QIcon  # brings many enumerations, and the first paint needs none of them

    made = QIcon()
    for ratio in sorted({1.0, 2.0, _screen_ratio()}):
        made.addPixmap(pixmap(name, token, size, ratio))
        made.addPixmap(pixmap(name, "text3", size, ratio), QIcon.Mode.Disabled)
    return made
