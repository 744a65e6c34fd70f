"""A dressed application for tests of what is seen; the theme is put back afterwards."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ui import languages
from ui.theme import Theme, theme


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    """The theme, applied: light, 100 %, nothing moving."""
    look = theme()
    look.set_motion("none")
    look.set_text_scale(1.0)
    look.set_mode("light")
    look.apply(qapp)
    yield look
    look.set_reading_face(True)
    look.set_text_scale(1.0)
    look.set_mode("light")
    look.set_motion("follow")


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """What is built from now on is in German; English again afterwards."""
    before = QLocale()
    languages.use("de")
    yield
    languages.use("en")
    QLocale.setDefault(before)
