"""What a screen reader is told a field for choosing is for."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QComboBox


def name_choice(combo: QComboBox, name: str) -> None:
    """On Linux Qt tells what is chosen as its name: what it is for stands beside it. (A label’s buddy needs none.)"""
    combo.setAccessibleName(name)
    if sys.platform.startswith("linux"):
        combo.setAccessibleDescription(name)
