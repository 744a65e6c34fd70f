"""What this shop says of its own words: what it doesn't say, what it keeps out of answers, and what rests."""

from __future__ import annotations

from desktop.coach.lens import NOT_NEEDED, REWORD, SHOW_ME, Lens, look, phrases
from desktop.coach.scene import Finding
from desktop.language.repeating import meeting
from desktop.language.said import said
from desktop.language.text import content_stems, said_stems
from desktop.language.times import day_of

_SAID = 0.6  # the share of a value's words a sentence has to hold to bring it up
_LEAST = 2  # of them


def not_ours(lens: Lens) -> Finding | None:
    """c-voice: words that stand under "We don't say"."""
    for phrase in lens.scene.book.dont_say:
        found = phrases((phrase,)).search(lens.told)
        if found is not None:
            title = said("You don't say “{phrase}”", phrase=lens.quoted(*found.span()))
            text = "It stands under How we sound, in the Shop book."
            return look("c-voice", title, text, SHOW_ME, REWORD, NOT_NEEDED, span=found.span())
    return None


def brought_up(lens: Lens) -> Finding | None:
    """c-stand: something the shop is proud of, in an answer to somebody upset."""
    if not lens.is_upset:
        return None
    for value in lens.scene.book.kept_out:
        stems = content_stems if len(content_stems(value)) >= _LEAST else said_stems
        wanted = stems(value)
        for sentence in lens.sentences:
            shared = len(wanted & stems(sentence.text))
            if shared >= max(_LEAST, _SAID * len(wanted)):
                text = said(
                    "“{value}” stands in the Shop book as nothing to bring up under a complaint.", value=value
                )
                span = sentence.start, sentence.end
                return look("c-stand", "Not in answer to a complaint", text, SHOW_ME, NOT_NEEDED, span=span)
    return None


def resting(lens: Lens) -> Finding | None:
    """c-rest: a phrase that the shop lets rest."""
    for phrase, until in lens.scene.book.resting:
        found = meeting((phrase,)).search(lens.told)
        if found is not None:
            title = said("“{phrase}” is resting", phrase=lens.quoted(*found.span()))
            text = said("Many replies had it lately, so it rests till {date}.", date=day_of(until))
            return look("c-rest", title, text, SHOW_ME, REWORD, NOT_NEEDED, span=found.span())
    return None
