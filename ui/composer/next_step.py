"""What the post button says, and so what pressing it does. Pure: design 4.4's table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.coach.scene import Finding, Level, Reading
from desktop.language.said import many, said
from desktop.records import Channel
from ui.moments import tr, translated

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
    TAKE = "take"  # somebody else is on it


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
        return Step(Do.WRITE if draft.is_empty else Do.NOTE, tr("Save note"))
    if draft.new_messages:
        read = many("Read %n new message first", "Read %n new messages first", draft.new_messages)
        return Step(Do.READ, translated(read))
    if draft.is_empty:
        return Step(Do.WRITE, ready_label(context, draft.channel))
    if draft.blanks:
        fill = many("Fill %n blank to post", "Fill %n blanks to post", draft.blanks)
        if draft.channel is Channel.PRIVATE:
            fill = many("Fill %n blank to send", "Fill %n blanks to send", draft.blanks)
        return Step(Do.FILL, translated(fill))
    if draft.over > 0:
        return Step(Do.SHORTEN, translated(many("%n character over", "%n characters over", draft.over)))
    step = _by_reading(context, draft, reading)
    if context.held_by and step.is_ready:
        return Step(Do.TAKE, translated(said("Take over from {name} first", name=context.held_by)))
    return step


def _by_reading(context: ComposerContext, draft: Draft, reading: Reading | None) -> Step:
    found = reading.findings if reading else ()
    limit = next((f for f in found if f.check.startswith("c-limit") and f.level is Level.HOLD), None)
    if limit is not None:
        return Step(Do.ASK, translated(said("Ask {owner} first", owner=context.owner_name)), limit)
    pauses = [f for f in found if f.level is Level.PAUSE]
    ready = ready_step(context, draft.channel)
    if not pauses:
        return ready
    if draft.is_confirmed:
        return Step(ready.do, tr("Post anyway"))
    private = [f for f in pauses if f.check == "c-private"]
    if private:
        return Step(Do.CHECK, tr("Check 1 private thing"), private[0])
    return Step(Do.CHECK, ready.label, pauses[0])


def ready_step(context: ComposerContext, channel: Channel) -> Step:
    """The step of a draft that nothing holds."""
    return Step(Do.POST if context.can_post else Do.COPY, ready_label(context, channel))


def ready_label(context: ComposerContext, channel: Channel) -> str:
    """What the button says when the draft can go."""
    if not context.can_post:
        return translated(said("Copy and open {place}", place=context.place)) if context.can_open else tr("Copy")
    if not context.is_online:
        return tr("Put in outbox")
    if channel is Channel.PRIVATE:
        return tr("Send pretend message") if context.is_practice else tr("Send")
    return tr("Post pretend reply") if context.is_practice else tr("Post reply")
