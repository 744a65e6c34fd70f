"""What is shown on hover, taken literally: Qt takes a text that looks like markup for markup, and loads its images."""

from __future__ import annotations

from PySide6.QtGui import Qt

WIDTH = 72  # characters in a line; Qt breaks no line of a plain tooltip
MOST = 800  # characters shown of a long text


def plain_tip(text: str) -> str:
    """`text` for setToolTip and ToolTipRole: shown as it is, in lines that fit a screen, and not endless."""
    if len(text) > MOST:
        text = text[:MOST].rstrip() + "…"
    if len(text) > WIDTH:
        text = "\n".join(_folded(line) for line in text.split("\n"))
    if Qt.mightBeRichText(text) or any(piece[:1].isalpha() for piece in text.split("<")[1:]):
        from html import escape  # with a list of 2,000 names: few texts need it

        return f'<qt><p style="white-space: pre-wrap">{escape(text)}</p></qt>'
    return text


def named(text: str, key: str) -> str:
    """`Done here (E)`; without a key only the text."""
    return f"{text} ({key})" if key else text


def _folded(line: str) -> str:
    from textwrap import fill  # most texts are short

    return fill(line, WIDTH, replace_whitespace=False, drop_whitespace=True) if len(line) > WIDTH else line
