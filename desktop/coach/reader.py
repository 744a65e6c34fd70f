"""Reads a draft with every check and sorts what they say."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.coach import book, canned, holds, looks, own_words, pauses, private, steps, tone
from desktop.coach.lens import Lens
from desktop.coach.scene import ALL, Finding, Level, Reading, Scene
from desktop.language.said import said
from desktop.records import Channel

Check = Callable[[Lens], Finding | None]

CHECKS: tuple[Check, ...] = (
    holds.blanks,
    holds.length,
    holds.money,
    holds.replacing,
    holds.delivering,
    holds.cause,
    holds.serious,
    holds.answering,
    holds.ending,
    private.private,
    pauses.reward,
    pauses.stars,
    steps.late_promise,
    steps.cause,
    steps.private_only,
    looks.their_detail,
    looks.second_thing,
    book.fact_differs,
    canned.canned,
    looks.selling,
    own_words.not_ours,
    own_words.brought_up,
    own_words.resting,
    looks.sorry_but,
    looks.sorry_if,
    looks.defensive,
    steps.hands_job,
    looks.by_when,
    steps.ask_twice,
    steps.ask_early,
    steps.own_words,
    book.stale,
    tone.blame,
    tone.bright,
    tone.shout,
    steps.small_talk,
    looks.who,
    tone.language,
)
"""All checks; among findings of one level this is their order (only "nearly the same" goes before)."""

# A finding makes another one about the same words needless.
_SAID_ALREADY: Mapping[str, tuple[str, ...]] = {
    "c-reward": ("c-sell", "c-sell-word", "c-stars", "c-ask-early", "c-ask-twice"),
    "c-but": ("c-defend",),
    "c-if": ("c-defend",),
    "c-stars": ("c-ask-early", "c-ask-twice"),
    "c-ask-twice": ("c-ask-early",),
    "c-canned": ("c-own",),
    "c-canned-hi": ("c-own",),
    "c-fact": ("c-stale",),
    "c-job": ("c-when",),
}


def read(scene: Scene) -> Reading:
    """Everything the coach says of a draft. Notes and empty drafts get nothing."""
    if scene.channel is Channel.NOTE or scene.writing.is_empty:
        return Reading((), ())
    lens = Lens(scene)
    found = [finding for check in CHECKS if (finding := check(lens))]
    hushed = {check for finding in found for check in _SAID_ALREADY.get(finding.check, ())}
    shown = [f for f in found if f.check not in hushed and not _is_set_aside(scene, f)]
    shown.sort(key=lambda f: (f.level, f.check != "c-canned-hi"))
    return Reading(tuple(shown), good(lens, {f.check for f in found}))


def _is_set_aside(scene: Scene, finding: Finding) -> bool:
    if ALL in scene.dismissed and finding.level is Level.LOOK:
        return True
    return finding.level is not Level.HOLD and finding.check in scene.dismissed


def good(lens: Lens, found: set[str]) -> tuple[str, ...]:
    """What is good already, in the order of the copy; only what this text had to be good at."""
    if ALL in lens.scene.dismissed:
        return ()
    share = lens.scene.writing.own_share((lens.scene.their_name,))
    ticks = (
        ("Names the problem", lens.is_upset and looks.names_problem(lens)),
        *((said("Answers {label}", label=said(label)), True) for label in looks.answered_too(lens)),
        ("No selling", lens.is_upset and not found & {"c-sell", "c-sell-word", "c-reward", "c-stand"}),
        ("No “sorry, but”", lens.is_upset and not found & {"c-but", "c-if", "c-defend"}),
        ("Nothing private", lens.is_public and "c-private" not in found),
        ("Gives a time", lens.is_upset and looks.gives_time(lens) and not looks.time_is_blank(lens)),
        ("Sounds like you", share is not None and share >= 0.6 and not found & {"c-canned", "c-canned-hi"}),
    )
    return tuple(words for words, is_so in ticks if is_so)


def closing(scene: Scene, reading: Reading) -> tuple[str, str] | None:
    """The coach's one line when there is nothing to list: (title, text); None while there is."""
    if scene.channel is Channel.NOTE or reading.findings:
        return None
    if ALL in scene.dismissed:
        return "The coach is off for you", "Blanks, length and limits are still checked."
    if scene.writing.is_empty:
        return "Nothing to check yet", "Start anywhere. The first line can be the last one you keep."
    return "Nothing to point out", said("Read it once as {name}. Then post.", name=scene.their_name)
