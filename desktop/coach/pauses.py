"""What wants one more press: a gift tied to a post, asking for stars. (Private things: `private`.)"""

from __future__ import annotations

import re

from desktop.coach.lens import REWORD, Lens
from desktop.coach.scene import Action, Finding, Level
from desktop.language.text import Piece


def reward(lens: Lens) -> Finding | None:
    """c-reward: an offer and an ask to post, edit or rate in one reply."""
    offers, asks = lens.cues("asks", "offer"), lens.cues("asks", "ask", "stars")
    if not offers or not asks:
        return None
    offer, ask = lens.sentence_at(offers[0].start), lens.sentence_at(asks[0].start)
    return Finding(
        "c-reward",
        Level.PAUSE,
        "Don't tie a gift to what they post",
        "Put it right first. Ask separately, and let them say what they like."
        " In many countries tying the two is against the law.",
        (offers[0].start, offers[0].end),
        actions=(
            Action("take_out", "Take out the offer", _clause(lens, offers[0].start, offer)),
            Action("take_out", "Take out the ask", _clause(lens, asks[0].start, ask)),
        ),
    )


_JOINT = re.compile(r"\s*(?:,|;|…|\.\.\.|\s[-–])?\s+(?:and|plus)\s+|[,;…]\s+|\.\.\.\s*|…")


def _clause(lens: Lens, at: int, sentence: Piece) -> tuple[int, int]:
    """The part of a sentence that holds `at`, with the "and" that joined it to the rest."""
    start, stop = sentence.start, sentence.start + len(sentence.text.rstrip(".!?… "))
    for joint in _JOINT.finditer(lens.low, sentence.start, stop):
        if joint.end() <= at:
            start = joint.start()
        else:
            return start, (joint.end() if start == sentence.start else joint.start())
    return start, (sentence.end if start == sentence.start else stop)


def stars(lens: Lens) -> Finding | None:
    """c-stars: asks them to change a rating, or to take their words away."""
    asked = [cue for cue in lens.cues("asks", "stars") if _is_asking(lens, cue.start)]
    if not asked:
        return None
    return Finding(
        "c-stars",
        Level.PAUSE,
        "Ask how it ended, not for stars",
        "Ask them to say what happened, good or bad. Changing a rating is up to them.",
        (asked[0].start, asked[0].end),
        actions=(REWORD,),
    )


_ASKING = re.compile(
    r"(?<!\w)(?:could you|can you|would you|will you|please|if you|you could|mind|consider|hope you|ask you)"
)
_THANKING = re.compile(r"(?<!\w)(?:thank|thanks|saw your|read your|for (?:the|your))(?!\w)")


def _is_asking(lens: Lens, at: int) -> bool:
    """ "Thanks for the five stars" asks for nothing."""
    sentence = lens.sentence_at(at).text
    return bool(_ASKING.search(sentence)) or not _THANKING.search(sentence)


_OUR_OWN = re.compile(
    r"(?<!\w)(?:i'll|we'll|i'm|we're|i will|we will|i've|we've|i|we|let me|i'd|we'd) (?:[\w']+ ){0,3}?$"
)


def asks_something(lens: Lens) -> tuple[int, int] | None:
    """Where the draft asks them to say in public how it ended; what we will write ourselves is no ask."""
    for cue in lens.cues("asks", "ask", "stars"):
        sentence = lens.sentence_at(cue.start)
        if _is_asking(lens, cue.start) and not _OUR_OWN.search(lens.low[sentence.start : cue.start]):
            return cue.start, cue.end
    return None
