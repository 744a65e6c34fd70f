"""The contrasts of the design's tables, worked out again from the tokens."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from ui.theme.palette import DARK, HC_DARK, HC_LIGHT, LIGHT, Tokens, qpalette

GROUNDS = ("surface", "paper", "sunken", "select")

# Token: ratio on surface, paper, sunken, select, and on its own tint where it has one.
LIGHT_TABLE = {
    "text": (16.42, 14.84, 13.46, 12.67, None),
    "text2": (8.33, 7.53, 6.83, 6.43, 6.93),
    "text3": (6.10, 5.51, 5.00, 4.71, None),
    "ink": (7.76, 7.01, 6.36, 5.99, 6.45),
    "amber": (6.98, 6.30, 5.72, 5.38, 6.09),
    "brick": (7.24, 6.55, 5.94, 5.59, 6.00),
    "leaf": (6.99, 6.32, 5.73, 5.39, 5.91),
    "slate": (7.79, 7.04, 6.39, 6.01, 6.50),
    "plum": (7.89, 7.13, 6.46, 6.08, 6.50),
    "edge": (4.11, 3.72, 3.37, 3.17, None),
    "amber_edge": (3.99, 3.60, 3.27, 3.07, 3.48),
}
DARK_TABLE = {
    "text": (13.24, 14.80, 15.64, 10.31, None),
    "text2": (8.81, 9.85, 10.41, 6.86, 7.27),
    "text3": (6.61, 7.39, 7.81, 5.15, None),
    "ink": (8.68, 9.70, 10.25, 6.76, 7.17),
    "amber": (8.79, 9.83, 10.39, 6.85, 7.66),
    "brick": (7.12, 7.96, 8.42, 5.55, 6.60),
    "leaf": (8.48, 9.48, 10.02, 6.60, 7.26),
    "slate": (7.93, 8.86, 9.37, 6.18, 7.12),
    "plum": (7.95, 8.89, 9.39, 6.19, 7.33),
    "edge": (4.84, 5.41, 5.72, 3.77, None),
    "amber_edge": (5.49, 6.14, 6.49, 4.28, 4.78),
}
TINT_OF = {"text2": "ink_tint", "amber_edge": "amber_tint"}
TEXTS = ("text", "text2", "text3", "ink", "amber", "brick", "leaf", "slate", "plum")


def _luminance(value: str) -> float:
    """Relative luminance as WCAG 2.2 defines it, from #RRGGBB."""
    channels = [int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The WCAG contrast of two colours, 1 to 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _pairs(table: dict[str, tuple[float | None, ...]]) -> list[tuple[str, str, float]]:
    found = []
    for token, ratios in table.items():
        grounds = (*GROUNDS, TINT_OF.get(token, f"{token}_tint"))
        found += [(token, ground, ratio) for ground, ratio in zip(grounds, ratios, strict=True) if ratio]
    return found


@pytest.mark.parametrize(("token", "ground", "ratio"), _pairs(LIGHT_TABLE))
def test_light_contrasts_are_those_of_the_design(token: str, ground: str, ratio: float) -> None:
    assert contrast(getattr(LIGHT, token), getattr(LIGHT, ground)) == pytest.approx(ratio, abs=0.02)


@pytest.mark.parametrize(("token", "ground", "ratio"), _pairs(DARK_TABLE))
def test_dark_contrasts_are_those_of_the_design(token: str, ground: str, ratio: float) -> None:
    assert contrast(getattr(DARK, token), getattr(DARK, ground)) == pytest.approx(ratio, abs=0.02)


@pytest.mark.parametrize(("tokens", "ratio"), [(LIGHT, 7.76), (DARK, 9.08)])
def test_words_on_ink_have_the_contrast_of_the_design(tokens: Tokens, ratio: float) -> None:
    assert contrast(tokens.on_ink, tokens.ink) == pytest.approx(ratio, abs=0.02)


@pytest.mark.parametrize(("tokens", "lowest"), [(HC_LIGHT, 8.54), (HC_DARK, 5.87)])
def test_the_lowest_text_contrast_in_high_contrast_is_on_a_selected_row(
    tokens: Tokens, lowest: float
) -> None:
    ratios = {(t, g): contrast(getattr(tokens, t), getattr(tokens, g)) for t in TEXTS for g in GROUNDS}
    worst = min(ratios, key=lambda pair: ratios[pair])
    assert worst[1] == "select"
    assert ratios[worst] == pytest.approx(lowest, abs=0.02)


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HC_LIGHT, HC_DARK])
def test_every_text_can_be_read_on_every_ground_and_edges_can_be_seen(tokens: Tokens) -> None:
    for ground in (*GROUNDS, "ink_tint", "note"):
        for token in ("text", "text2"):
            assert contrast(getattr(tokens, token), getattr(tokens, ground)) >= 4.5, (token, ground)
    for ground in GROUNDS:
        for token in ("edge", "amber_edge"):
            assert contrast(getattr(tokens, token), getattr(tokens, ground)) >= 3, (token, ground)


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HC_LIGHT, HC_DARK])
def test_the_chart_series_stand_out_from_the_surface(tokens: Tokens) -> None:
    for step in (tokens.chart_c, tokens.chart_e):
        assert contrast(step, tokens.surface) >= 3


@pytest.mark.parametrize("tokens", [HC_LIGHT, HC_DARK])
def test_in_high_contrast_every_tint_is_the_surface(tokens: Tokens) -> None:
    tints = {
        name: value for name, value in tokens._asdict().items() if name.endswith("_tint") or name == "note"
    }
    assert len(tints) == 7
    assert set(tints.values()) == {tokens.surface}


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HC_LIGHT, HC_DARK])
def test_every_token_is_a_colour(tokens: Tokens) -> None:
    assert len(tokens.names()) == 29
    assert all(tokens.color(name).isValid() for name in tokens.names())


def test_qt_gets_the_colours_by_the_mapping_of_the_design() -> None:
    palette = qpalette(LIGHT)
    role = QPalette.ColorRole
    expected = {
        role.Window: "paper",
        role.Base: "surface",
        role.AlternateBase: "sunken",
        role.Text: "text",
        role.WindowText: "text",
        role.ButtonText: "text",
        role.PlaceholderText: "text3",
        role.Button: "surface",
        role.Highlight: "select",
        role.HighlightedText: "text",
        role.Accent: "ink",
        role.Link: "ink",
        role.Mid: "line",
        role.Midlight: "line",
        role.Dark: "edge",
        role.ToolTipBase: "text",
        role.ToolTipText: "surface",
    }
    assert {each: palette.color(each) for each in expected} == {
        each: QColor(getattr(LIGHT, token)) for each, token in expected.items()
    }
