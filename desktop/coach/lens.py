"""A scene prepared once for all checks: the draft in plain form, its sentences, their details."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from desktop.coach.scene import Action, Finding, Level, Scene
from desktop.language.closeness import close_stems
from desktop.language.cues import Cue, cue_lists
from desktop.language.details import Detail, answering, details
from desktop.language.text import Piece, plain, sentences
from desktop.records import Channel, Kind
from desktop.writing import Ink, Part

UPSET = (Kind.COMPLAINT, Kind.ABUSIVE)
SHOW_ME = Action("show_me", "Show me")
REWORD = Action("reword", "Reword")
ADD_LINE = Action("add_line", "Add a line")
NOT_NEEDED = Action("dismiss", "Not needed here")


_BLANK = re.compile(r"\{[^{}]*\}")


@lru_cache(maxsize=32)
def phrases(said: tuple[str, ...]) -> re.Pattern[str]:
    """Meets these phrases in a plain text, as whole words, the longest first; nothing where there are none."""
    found = {plain(phrase).strip(" .,!?\"'") for phrase in said}
    parts = [r"\s+".join(map(re.escape, phrase.split())) for phrase in sorted(found, key=len, reverse=True) if phrase]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)" if parts else r"(?!)")


class Lens:
    """What checks look through. Everything is worked out when first asked for, and once."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    @cached_property
    def draft(self) -> str:
        """The draft as it stands, blanks as {name}."""
        return self.scene.writing.plain()

    @cached_property
    def low(self) -> str:
        return plain(self.draft)

    @cached_property
    def told(self) -> str:
        """The plain form with spaces for the blanks: the name of a blank is nothing said yet."""
        return _BLANK.sub(lambda m: " " * len(m.group()), self.low)

    @cached_property
    def typed(self) -> str:
        """The plain form of what the writer put in: no words of the library."""
        runs = (run.text for p in self.scene.writing.paragraphs for run in p.runs if run.ink is Ink.TYPED)
        return plain("\n".join(runs))

    @cached_property
    def body(self) -> str:
        """What is told without the sign-off: "on the counter today" is no time given."""
        low, end = self.told, len(self.told)
        for paragraph in reversed(self.scene.writing.paragraphs):
            if paragraph.part is not Part.SIGN:
                break
            end -= len(paragraph.plain()) + 1
        low = low[: max(0, end)]
        return low.removesuffix(plain(self.scene.sign_off)) if self.scene.sign_off else low

    @cached_property
    def sentences(self) -> tuple[Piece, ...]:
        return sentences(self.low)

    @cached_property
    def stems(self) -> frozenset[str]:
        return close_stems(self.told)

    @cached_property
    def answering(self) -> str:
        return answering(self.told)

    @cached_property
    def details(self) -> tuple[Detail, ...]:
        known = self.scene.their_details
        return details(self.scene.their_text, self.names) if known is None else known

    @property
    def names(self) -> tuple[str, str]:
        """What the shop and the writer of the message are called: nobody's detail."""
        return self.scene.shop_name, self.scene.their_name

    @property
    def is_upset(self) -> bool:
        return self.scene.is_serious or self.scene.is_event or self.scene.kind in UPSET

    @property
    def is_public(self) -> bool:
        return self.scene.channel is Channel.PUBLIC

    def cues(self, lists: str, *labels: str) -> list[Cue]:
        return cue_lists(lists).find(self.low, *labels)

    def foreign(self, cues: Iterable[Cue]) -> list[Cue]:
        """Those that aren't part of what stands under "We say" in the Shop book."""
        ours = [match.span() for match in phrases(self.scene.book.say).finditer(self.low)]
        return [cue for cue in cues if not any(start <= cue.start and cue.end <= end for start, end in ours)]

    def sentence_at(self, at: int) -> Piece:
        """The sentence that holds a place in the draft."""
        return next((s for s in self.sentences if s.start <= at < s.end), Piece(self.low, 0, len(self.low)))

    def quoted(self, start: int, end: int) -> str:
        """The draft's own words between two places, on one line."""
        return " ".join(self.draft[start:end].split())


def look(
    check: str,
    title: str,
    text: str,
    *actions: Action,
    span: tuple[int, int] | None = None,
    their_span: tuple[int, int] | None = None,
) -> Finding:
    """A finding to look at. It can always be set aside for this draft."""
    ways = actions if any(action.key == "dismiss" for action in actions) else (*actions, NOT_NEEDED)
    return Finding(check, Level.LOOK, title, text, span, their_span, ways)
