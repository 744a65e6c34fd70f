"""A text being written: paragraphs of runs, where a run is typed words, library words or a blank.

The composer shows it, drafts keep it, the coach reads it, the outbox takes its plain text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Part(StrEnum):
    """The seven parts of a starter, in their usual order."""

    HEAR = "hear"
    DETAIL = "detail"
    OWN = "own"
    NEXT = "next"
    COMPANY = "company"
    SHOW = "show"
    SIGN = "sign"


class Ink(StrEnum):
    """Where the words of a run come from."""

    TYPED = "typed"
    LIBRARY = "library"  # from a wording
    BLANK = "blank"  # `text` is the blank's name, shown as a nudge
    FILLED = "filled"  # put in by the app because it is safely known (a name, opening hours, a sign-off)


def _whole(text: str) -> str:
    """The text without half characters (a lone surrogate, as a paste may bring): no file and no place takes them."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text


@dataclass(frozen=True, slots=True)
class Run:
    text: str
    ink: Ink = Ink.TYPED

    @property
    def is_blank(self) -> bool:
        return self.ink is Ink.BLANK


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `part` says its job (None: free text), `wording` the id of the wording it began as."""

    runs: tuple[Run, ...] = ()
    part: Part | None = None
    wording: str = ""

    def plain(self) -> str:
        """The words; a blank reads as {its name}."""
        return "".join(f"{{{run.text}}}" if run.is_blank else run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Writing:
    """A whole text. Immutable; the composer makes a new one at every change."""

    paragraphs: tuple[Paragraph, ...] = ()

    @classmethod
    def typed(cls, text: str) -> Writing:
        """A blank page with `text` typed on it."""
        return (
            cls(tuple(Paragraph((Run(line),) if line else ()) for line in text.split("\n")))
            if text
            else cls()
        )

    def plain(self) -> str:
        """The text as it would be posted, paragraphs on lines of their own; blanks read as {name}."""
        return _whole("\n".join(paragraph.plain() for paragraph in self.paragraphs))

    def blanks(self) -> tuple[str, ...]:
        """The names of the blanks left, in order."""
        return tuple(run.text for paragraph in self.paragraphs for run in paragraph.runs if run.is_blank)

    @property
    def is_empty(self) -> bool:
        return not any(run.text.strip() for paragraph in self.paragraphs for run in paragraph.runs)

    def wordings(self) -> tuple[str, ...]:
        """Ids of the wordings of which some words are still here."""
        return tuple(
            paragraph.wording
            for paragraph in self.paragraphs
            if paragraph.wording
            and any(run.ink is Ink.LIBRARY and run.text.strip() for run in paragraph.runs)
        )

    def own_share(self, names: Iterable[str] = ()) -> float | None:
        """ "In your words": characters typed / all characters, from 0 to 1; None while there is nothing to count.

        Leaves out blanks, white space, `names` and the sign-off (design 4.4).
        """
        typed = counted = 0
        whole = "|".join(re.escape(name) for name in names if name) or r"(?!)"
        left_out = re.compile(rf"(?<!\w)(?:{whole})(?!\w)", re.IGNORECASE)  # Al, but nothing of "already"
        for paragraph in self.paragraphs:
            if paragraph.part is Part.SIGN:
                continue
            for run in paragraph.runs:
                if run.ink in (Ink.BLANK, Ink.FILLED):
                    continue
                size = len("".join(left_out.sub("", run.text).split()))
                counted += size
                typed += size if run.ink is Ink.TYPED else 0
        return typed / counted if counted else None

    def with_parts(self, paragraphs: Iterable[Paragraph]) -> Writing:
        return replace(self, paragraphs=tuple(paragraphs))

    def to_json(self) -> str:
        return _whole(
            json.dumps(
                [
                    {"part": p.part, "wording": p.wording, "runs": [[r.text, r.ink] for r in p.runs]}
                    for p in self.paragraphs
                ],
                ensure_ascii=False,
            )
        )

    @classmethod
    def from_json(cls, text: str) -> Writing:
        """The inverse of `to_json`. Raises ValueError when the text is not one."""
        try:
            return cls(
                tuple(
                    Paragraph(
                        tuple(Run(words, Ink(ink)) for words, ink in item["runs"]),
                        Part(item["part"]) if item["part"] else None,
                        item["wording"],
                    )
                    for item in json.loads(text)
                )
            )
        except (TypeError, KeyError) as error:
            raise ValueError(f"not a kept draft: {error}") from error
