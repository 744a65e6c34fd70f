"""What a passer-by sees, in the exact sentences of the design (4.1)."""

from __future__ import annotations

from desktop.clock import Clock
from desktop.passerby import Sight, SightState
from desktop.records import Kind
from ui import moments
from ui.moments import tr
from ui.words import first_name

Runs = tuple[tuple[str, bool], ...]

_NOUNS = {
    Kind.COMPLAINT: "a complaint",
    Kind.QUESTION: "a question",
    Kind.PRAISE: "praise",
    Kind.IDEA: "an idea",
    Kind.MIX_UP: "a mix-up",
    Kind.ABUSIVE: "an abusive post",
    Kind.OTHER: "a post",
}


def noun(kind: Kind) -> str:
    """What a passer-by sees of it: `a complaint`."""
    return tr(_NOUNS[kind])


def sight(seen: Sight, place: str, clock: Clock) -> Runs:
    """The passer-by line as (text, is bold) runs; empty for a private conversation.

    Where `seen.can_look` is False the page adds the link `Look and tell us` behind it.
    """
    if seen.state is SightState.PRIVATE:
        return ()
    runs = _known_sight(seen, place, clock)
    if seen.can_look:
        return runs
    last, bold = runs[-1]
    start = runs[0][0][:1].lower() + runs[0][0][1:] if runs[0][0].startswith(tr("A ")) else runs[0][0]
    known = ((start, runs[0][1]), *runs[1:-1], (last.rstrip("."), bold))
    since = tr(", {date}. ").format(date=moments.date(clock, seen.checked_at)) if seen.checked_at else ". "
    return ((tr("We can’t see this page from here. Last known: "), False), *known, (since, False))


def _known_sight(seen: Sight, place: str, clock: Clock) -> Runs:
    when = moments.date(clock, seen.at) if seen.at else ""
    name, noun = seen.name, tr(_NOUNS[seen.kind])
    if seen.state is SightState.TAKEN_DOWN:
        words = tr(" on {date}. Nothing to see.").format(date=when) if when else tr(". Nothing to see.")
        return (tr("{name} took the post down").format(name=name), True), (words, False)
    bold, after = _sentences(seen.state, has_answer=seen.has_answer)
    unfixed = tr(" No sign it was fixed.") if seen.kind is Kind.COMPLAINT else ""
    runs = [(tr("A passer-by sees: "), False), (tr(bold).format(name=name, noun=noun, unfixed=unfixed), True)]
    if after:
        runs.append((tr(after).format(name=first_name(name), place=place, date=when), False))
    return tuple(runs)


def _sentences(state: SightState, *, has_answer: bool) -> tuple[str, str]:
    """(what is bold, what follows it)."""
    unanswered = "{noun}, and no answer from you."
    if state is SightState.ANSWERED:
        return "{noun} and your answer.{unfixed}", ""
    if state is SightState.STANDING:
        return ("{noun} and your last word on it." if has_answer else "{noun}, and nothing from you."), ""
    if state is SightState.FIXED:
        answered = "{noun} and your answer. It’s fixed, but nobody can tell."
        return (answered if has_answer else "{noun}, and no answer from you. It’s fixed, but nobody can tell."), ""
    if state is SightState.ASKED:
        start = "{noun} and your answer." if has_answer else unanswered
        return start, " You asked {name} to say how it ended on {date}."
    return {
        SightState.HIDDEN: ("nothing of this.", " You hid it on {place}."),
        SightState.PRIVATE_ONLY: (unanswered, " You wrote to {name} privately."),
        SightState.PENDING: ("{noun}.", " {place} hasn’t shown your answer yet."),
        SightState.SHOWN_THEY_SAID: ("{name} saying it’s sorted.", ""),
        SightState.SHOWN_THEY_EDITED: ("{name}’s own update saying it’s sorted.", ""),
        SightState.SHOWN_WE_SAID: ("your note saying it’s sorted.", ""),
    }.get(state, (unanswered, ""))
