"""What the post button says, and so what pressing it does. Pure: design 4.4's table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.coach.scene import Finding, Level, Reading
from desktop.records import Channel

from .context import ComposerContext


class Do(StrEnum):
    """What pressing the button does."""

    POST = "post"
    NOTE = "note"
    COPY = "copy"
    FILL = "fill"
    SHORTEN = "shorten"
    ASK = "ask"
    CHECK = "check"
    READ = "read"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Step:
    """The next step: what it does, the button's words, and the finding it is about, if one."""

    do: Do
    label: str
    finding: Finding | None = None

    @property
    def is_ready(self) -> bool:
        """Nothing is left to do before it goes."""
        return self.do in (Do.POST, Do.NOTE, Do.COPY)


@dataclass(frozen=True, slots=True)
class Draft:
    """What the button must know of the text."""

    channel: Channel
    is_empty: bool = True
    blanks: int = 0
    over: int = 0  # characters past the limit
    new_messages: int = 0
    is_confirmed: bool = False  # "Post anyway" was offered and nothing changed since


def next_step(context: ComposerContext, draft: Draft, reading: Reading | None) -> Step:
    """The one thing to do next with this draft."""
    if draft.channel is Channel.NOTE:
        return Step(Do.WRITE if draft.is_empty else Do.NOTE, "Save note")
    if draft.new_messages:
        messages = "message" if draft.new_messages == 1 else "messages"
        return Step(Do.READ, f"Read {draft.new_messages} new {messages} first")
    if draft.is_empty:
        return Step(Do.WRITE, ready_label(context, draft.channel))
    if draft.blanks:
        goal = "send" if draft.channel is Channel.PRIVATE else "post"
        return Step(Do.FILL, f"Fill {draft.blanks} {'blank' if draft.blanks == 1 else 'blanks'} to {goal}")
    if draft.over > 0:
        return Step(Do.SHORTEN, f"{draft.over:,} {'character' if draft.over == 1 else 'characters'} over")
    return _by_reading(context, draft, reading)


def _by_reading(context: ComposerContext, draft: Draft, reading: Reading | None) -> Step:
    found = reading.findings if reading else ()
    limit = next((f for f in found if f.check.startswith("c-limit") and f.level is Level.HOLD), None)
    if limit is not None:
        return Step(Do.ASK, f"Ask {context.owner_name} first", limit)
    pauses = [f for f in found if f.level is Level.PAUSE]
    ready = ready_step(context, draft.channel)
    if not pauses:
        return ready
    if draft.is_confirmed:
        return Step(ready.do, "Post anyway")
    private = [f for f in pauses if f.check == "c-private"]
    if private:
        return Step(Do.CHECK, "Check 1 private thing", private[0])
    return Step(Do.CHECK, ready.label, pauses[0])


def ready_step(context: ComposerContext, channel: Channel) -> Step:
    """The step of a draft that nothing holds."""
    return Step(Do.POST if context.can_post else Do.COPY, ready_label(context, channel))


def ready_label(context: ComposerContext, channel: Channel) -> str:
    """What the button says when the draft can go."""
    if not context.can_post:
        return f"Copy and open {context.place}" if context.can_open else "Copy"
    if not context.is_online:
        return "Put in outbox"
    if channel is Channel.PRIVATE:
        return "Send pretend message" if context.is_practice else "Send"
    return "Post pretend reply" if context.is_practice else "Post reply"
