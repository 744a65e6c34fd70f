"""What a check is called where it is named, and why it is there: what was found, by whom and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Study(NamedTuple):
    """What somebody found, in our words; `when` is the year it came out."""

    when: int
    who: str
    found: str


_LISTENING = Study(
    2023, "Herhausen and others", "Showing you heard them brings gratitude even before anything is fixed."
)
_NAMING = Study(
    2015,
    "Min, Lim and Magnini",
    "A reply that says the problem back is rated higher by those who read along.",
)
_OWN = Study(
    2017, "Abney and others", "The more a reply fits the one complaint, the more satisfied people are."
)
_EXCUSE = Study(2022, "Kapes and others", "Owning up raises trust. Denials and excuses lower it.")
_CONCRETE = Study(2021, "Packard and Berger", "Concrete words tell people that somebody listened.")
_TIMES = Study(
    2017, "Istanbulluoglu", "Both the first answer and the last one count, and how long each took."
)
_PERSON = Study(2018, "Packard and others", "“I” and a name are trusted more than “we”.")
_HUMAN = Study(2020, "Javornik and others", "Passers-by prefer a human voice. Too much chat looks less fair.")
_DETAILS = Study(
    2015, "Einwiller and Steilen", "Asking for details is the commonest reply, and it doesn't calm anybody."
)
_SEEN = Study(
    2019, "Hogreve and others", "When it moves out of sight, passers-by lose trust. What is seen builds it."
)
_ADVERT = Study(
    2018,
    "Wang and Chaudhry",
    "Replies to praise lowered the ratings after them, perhaps because they look like adverts.",
)
_FAULT = Study(
    2016,
    "Lewicki and others",
    "Taking responsibility matters most in an apology, the offer to repair comes second.",
)
_RULES = Study(
    2024,
    "Federal Trade Commission",
    "Gifts that depend on a kind review are against the rules in the United States.",
)
_PRIVACY = Study(
    2022,
    "United States health office",
    "Practices paid fines of thousands for a patient's details in a public reply.",
)

_CHECKS: Mapping[str, tuple[str, tuple[Study, ...]]] = {
    "c-private": ("Something private, in public", (_PRIVACY,)),
    "c-reward": ("A gift tied to a post", (_RULES,)),
    "c-stars": ("Asking for stars", ()),
    "c-detail": ("Their detail missing", (_NAMING, _LISTENING)),
    "c-second": ("A second thing unanswered", (_NAMING, _LISTENING)),
    "c-canned": ("Sounds canned", (_OWN,)),
    "c-canned-hi": ("Nearly the same reply", (_OWN,)),
    "c-own": ("Mostly the starter's words", (_OWN,)),
    "c-sell": ("Reads like an advert", (_ADVERT,)),
    "c-sell-word": ("A word that sounds like selling", (_ADVERT,)),
    "c-defend": ("Sounds defensive", (_EXCUSE, _FAULT)),
    "c-but": ("“Sorry, but”", (_EXCUSE,)),
    "c-if": ("“Sorry if”", (_EXCUSE,)),
    "c-job": ("Hands them the job", (_DETAILS,)),
    "c-when": ("No time", (_CONCRETE, _TIMES)),
    "c-late-promise": ("Later than promised", (_TIMES,)),
    "c-privonly": ("Private only", (_SEEN,)),
    "c-cause": ("A cause too early", ()),
    "c-voice": ("What you don't say", ()),
    "c-rest": ("A phrase that rests", (_OWN,)),
    "c-all": ("The coach", ()),
    "c-stand": ("Kept out of complaints", ()),
    "c-fact": ("Disagrees with the Shop book", ()),
    "c-stale": ("An old fact", ()),
    "c-blame": ("Blames a colleague", (_FAULT,)),
    "c-bright": ("Too bright", (_HUMAN,)),
    "c-small": ("Small talk left in", (_HUMAN,)),
    "c-sign": ("No name", (_PERSON,)),
    "c-lang": ("Another language", ()),
    "c-shout": ("Capital letters", ()),
    "c-ask-early": ("Asking too early", ()),
    "c-ask-twice": ("Asking twice", ()),
}


def name_of(check: str) -> str:
    """What a check is called in a list."""
    return _CHECKS[check][0] if check in _CHECKS else check


def why(check: str) -> tuple[Study, ...]:
    """The studies behind a check, the newest first."""
    found = _CHECKS[check][1] if check in _CHECKS else ()
    return tuple(sorted(found, key=lambda study: -study.when))
