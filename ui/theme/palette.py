"""Every colour of the window, by name: four sets of tokens and what Qt gets of them.

The figures are those of the design's tables, and ``tests/ui/theme`` works the contrasts out again.
(Without `from __future__ import annotations`, as in desktop/records.py.)
"""

from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette


class Tokens(NamedTuple):
    """One set of colours, as ``#RRGGBB``; ``tokens.color("ink")`` gives the QColor to paint with."""

    paper: str
    surface: str
    sunken: str
    select: str
    ink_tint: str
    note: str
    line: str
    brick_tint: str
    amber_tint: str
    leaf_tint: str
    slate_tint: str
    plum_tint: str
    text: str
    text2: str
    text3: str
    ink: str
    amber: str
    brick: str
    leaf: str
    slate: str
    plum: str
    edge: str
    amber_edge: str
    on_ink: str
    chart_a: str
    chart_b: str
    chart_c: str
    chart_d: str
    chart_e: str
    dark: bool = False
    high_contrast: bool = False

    def color(self, name: str) -> QColor:
        """The QColor of one token; raises AttributeError for a name that isn't one."""
        return _color(getattr(self, name))

    def tint(self, tone: str) -> QColor:
        """The ground under a chip or bar of this tone; ``neutral`` lies on ``sunken``."""
        return self.color("sunken" if tone == "neutral" else f"{tone}_tint")

    def tone(self, tone: str) -> QColor:
        """The text colour of a tone; ``neutral`` is the second text colour."""
        return self.color("text2" if tone == "neutral" else tone)

    def names(self) -> list[str]:
        """The names of all colours in this set."""
        return [name for name in self._fields if name not in ("dark", "high_contrast")]


@cache
def _color(value: str) -> QColor:
    return QColor(value)


LIGHT = Tokens(
    paper="#F6F3EE", surface="#FFFFFF", sunken="#EDE8DF", select="#D3E6E3", ink_tint="#DFEDEB",
    note="#FFF7DB", line="#DCD5C9",
    brick_tint="#FBE5E1", amber_tint="#FCEED6", leaf_tint="#E0F0E4", slate_tint="#E4EBF7",
    plum_tint="#EEE6F7",
    text="#221F1A", text2="#544D43", text3="#696155",
    ink="#0F5C5C", amber="#874A00", brick="#A4281C", leaf="#1C6636", slate="#2B5192", plum="#673A9C",
    edge="#857C6E", amber_edge="#B86E00", on_ink="#FFFFFF",
    chart_a="#E3EFED", chart_b="#A9D0CB", chart_c="#569893", chart_d="#2B7876", chart_e="#0F5C5C",
)  # fmt: skip

DARK = Tokens(
    paper="#1A1917", surface="#242320", sunken="#141311", select="#1E3A37", ink_tint="#193634",
    note="#34301C", line="#3B3833",
    brick_tint="#421F1A", amber_tint="#3A2B12", leaf_tint="#1A3423", slate_tint="#1D2B47",
    plum_tint="#302344",
    text="#F0EBE2", text2="#C9C1B4", text3="#B0A799",
    ink="#7CCFC6", amber="#F3B75F", brick="#F59585", leaf="#82CF98", slate="#9AB9F2", plum="#CBABF0",
    edge="#958E82", amber_edge="#D08A22", on_ink="#0B2322",
    chart_a="#1E2F2D", chart_b="#24504C", chart_c="#347A74", chart_d="#55A69E", chart_e="#7CCFC6",
    dark=True,
)  # fmt: skip

# In high contrast every tint is the surface itself; the 1 px edge around it does the telling apart.
HC_LIGHT = Tokens(
    paper="#FFFFFF", surface="#FFFFFF", sunken="#FFFFFF", select="#CFE8E5", ink_tint="#FFFFFF",
    note="#FFFFFF", line="#000000",
    brick_tint="#FFFFFF", amber_tint="#FFFFFF", leaf_tint="#FFFFFF", slate_tint="#FFFFFF",
    plum_tint="#FFFFFF",
    text="#000000", text2="#1F1B16", text3="#332E27",
    ink="#003F3F", amber="#5C3200", brick="#7A0F08", leaf="#0B4420", slate="#12366F", plum="#43206B",
    edge="#000000", amber_edge="#5C3200", on_ink="#FFFFFF",
    chart_a="#FFFFFF", chart_b="#9CC9C4", chart_c="#4A8C87", chart_d="#1F6565", chart_e="#003F3F",
    high_contrast=True,
)  # fmt: skip

HC_DARK = Tokens(
    paper="#000000", surface="#000000", sunken="#000000", select="#0F4A46", ink_tint="#000000",
    note="#000000", line="#FFFFFF",
    brick_tint="#000000", amber_tint="#000000", leaf_tint="#000000", slate_tint="#000000",
    plum_tint="#000000",
    text="#FFFFFF", text2="#F2EEE7", text3="#E2DCD1",
    ink="#8FF0E6", amber="#FFD08A", brick="#FFB3A8", leaf="#A8F0BC", slate="#BFD4FF", plum="#E2CCFF",
    edge="#FFFFFF", amber_edge="#FFD08A", on_ink="#000000",
    chart_a="#000000", chart_b="#1C4B47", chart_c="#3A8780", chart_d="#62BBB2", chart_e="#8FF0E6",
    dark=True, high_contrast=True,
)  # fmt: skip


_ROLES = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "brick",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.Highlight: "select",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Accent: "ink",
    QPalette.ColorRole.Link: "ink",
    QPalette.ColorRole.LinkVisited: "ink",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "edge",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
}
_DIMMED = (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText)


def qpalette(tokens: Tokens) -> QPalette:
    """The QPalette for these tokens, so that stock widgets fall in with our own."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, tokens.color(name))
    for role in _DIMMED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.color("text3"))
    return palette
