"""What wants one more press: something private in public, a gift tied to a post, asking for stars."""

from __future__ import annotations

import re

from desktop.coach.lens import REWORD, Lens
from desktop.coach.scene import Action, Finding, Level
from desktop.language.text import Piece

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}")
_NUMBER = re.compile(r"(?<![\w.,€£$])\+?\(?\d[\d ()./-]{6,24}\d(?![\w%])")
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")


def private(lens: Lens) -> Finding | None:
    """c-private: an e-mail address, a phone or a card number in a public reply."""
    if not lens.is_public:
        return None
    found = _EMAIL.search(lens.draft) or next(
        (m for m in _NUMBER.finditer(lens.draft) if _is_private_number(m.group())), None
    )
    if not found:
        return None
    return Finding(
        "c-private",
        Level.PAUSE,
        "Something private, in public",
        f"“{found.group().strip()}” would be there for everyone. Move it to a private message?",
        found.span(),
        actions=(Action("move_private", "Move it"), Action("dismiss", "It's already public")),
    )


def _is_private_number(text: str) -> bool:
    """A card by its check digit (Luhn, ISO/IEC 7812-1), or nine digits and more as in a phone number."""
    digits = re.sub(r"\D", "", text)
    if _DATE.fullmatch(text.strip()):
        return False
    if 13 <= len(digits) <= 19:
        return is_card(digits) or text.lstrip().startswith("+")
    return 9 <= len(digits) <= 15


def is_card(digits: str) -> bool:
    """Whether digits pass the Luhn check of card numbers."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0 and len(set(digits)) > 1


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
