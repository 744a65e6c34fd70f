"""Sentences of the app that a window can say in another language: in English, with what they were made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping


class Said(str):
    """A sentence in English, and how it was made.

    `source` is what a translator sees ("{name} wrote in {language}"; "%n" where a number decides the form), `values`
    go into it (a value may be Said itself), `number` is that number.
    """

    source: str
    values: Mapping[str, str]
    number: int | None

    def __new__(cls, english: str, source: str, values: Mapping[str, str], number: int | None = None) -> Said:
        made = super().__new__(cls, english)
        made.source, made.values, made.number = source, values, number
        return made


def said(source: str, **values: str) -> Said:
    """`source` with its {holes} filled."""
    return Said(source.format(**values), source, values)


def many(one: str, more: str, number: int, **values: str) -> Said:
    """`one` or `more`, whichever fits the number ("%n" in them); translators get `more`, with the number."""
    english = (one if number == 1 else more).format(**values).replace("%n", f"{number:,}")
    return Said(english, more, values, number)


def together(*parts: str) -> Said:
    """Sentences one after the other."""
    values = {f"s{at}": part for at, part in enumerate(parts)}
    return said(" ".join(f"{{{name}}}" for name in values), **values)


def listed(*parts: str) -> Said:
    """Words or counts one after the other, with commas between them."""
    values = {f"s{at}": part for at, part in enumerate(parts)}
    return said(", ".join(f"{{{name}}}" for name in values), **values)


def in_words(text: str, translate: Callable[[str, int], str]) -> str:
    """A text in another language: `translate` gets a source and its number (-1: none).

    What it gives back unchanged has no translation and stays in English.
    """
    if not isinstance(text, Said):
        return translate(text, -1)
    values = {
        name: in_words(value, translate) if isinstance(value, Said) else value
        for name, value in text.values.items()
    }
    found = translate(text.source, -1 if text.number is None else text.number)
    if text.number is not None and found in (text.source, text.source.replace("%n", str(text.number))):
        return str(text)
    try:
        return found.format(**values)
    except (KeyError, IndexError, ValueError, AttributeError):  # a translation with other holes than its source
        return str(text)
