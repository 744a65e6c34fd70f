"""What is worth a look: their details, selling, defending, a time, a name."""

from __future__ import annotations

import re

from desktop.coach.lens import ADD_LINE, NOT_NEEDED, REWORD, SHOW_ME, Lens, look
from desktop.coach.scene import Action, Finding
from desktop.language import times
from desktop.language.closeness import close_stems
from desktop.language.details import Detail, answering, meets, shares_words
from desktop.language.said import said
from desktop.records import Kind
from desktop.writing import Part


def their_detail(lens: Lens) -> Finding | None:
    """c-detail: nothing they named is in the draft, nor a blank left for it."""
    if not wants_detail(lens) or _detail_is_blank(lens) or any(_met(lens, d) for d in lens.details):
        return None
    if shares_words(lens.scene.their_text, lens.names, lens.stems):
        return None
    named = _worth_quoting(lens)
    scene = lens.scene
    quoted = [detail.text.strip(".!?… ") for detail in named]
    about = said("{name} wrote about “{a}”.", name=scene.their_name, a=quoted[0])
    if len(quoted) > 1:
        about = said("{name} wrote about “{a}” and “{b}”.", name=scene.their_name, a=quoted[0], b=quoted[1])
    return look(
        "c-detail",
        said("Nothing here is about what {name} said", name=scene.their_name),
        about,
        ADD_LINE,
        NOT_NEEDED,
        their_span=(named[0].start, named[0].end),
    )


def wants_detail(lens: Lens) -> bool:
    """Only an upset message with something in it asks for its details to be named; a weekday alone is nothing."""
    return lens.is_upset and any(detail.is_trouble or close_stems(detail.text) for detail in lens.details)


_DETAIL_BLANKS = frozenset(
    {
        "their detail",
        "their other detail",
        "their words",
        "their situation",
        "their idea",
        "what it cost them",
        "what kind of detail",
        "what they ordered",
        "how it felt",
        "the amount",
        "the price",
        "thing",
    }
)


def _detail_is_blank(lens: Lens) -> bool:
    return not _DETAIL_BLANKS.isdisjoint(lens.scene.writing.blanks())


def names_problem(lens: Lens) -> bool:
    """Whether the writer's own words name a detail: the words of a starter name nothing by themselves."""
    own, stems = answering(lens.typed), close_stems(lens.typed)
    return any(meets(detail, own, stems) for detail in lens.details)


def _worth_quoting(lens: Lens) -> list[Detail]:
    phrases = [detail for detail in lens.details if not detail.is_trouble]
    return (phrases or list(lens.details))[:2]


def _met(lens: Lens, detail: Detail) -> bool:
    return meets(detail, lens.answering, lens.stems)


def second_thing(lens: Lens) -> Finding | None:
    """c-second: they named several troubles, and one of them has no answer here."""
    troubles = [detail for detail in lens.details if detail.is_trouble]
    missed = [detail for detail in troubles if not _met(lens, detail)]
    is_begun = any(_met(lens, detail) for detail in lens.details if detail not in missed)
    if not lens.is_upset or len(troubles) < 2 or not missed or not is_begun:
        return None
    worst = max(missed, key=lambda detail: bool(detail.topic))  # a named topic reads best; else the first
    sentence = worst.text if worst.text[-1] in ".!?…" else f"{worst.text}."
    label = said(worst.topic) if worst.topic else worst.label
    return look(
        "c-second",
        said("You haven't answered {label}", label=label),
        said(
            "{name} wrote “{sentence}” Your draft doesn't mention it.",
            name=lens.scene.their_name,
            sentence=sentence,
        ),
        ADD_LINE,
        NOT_NEEDED,
        their_span=(worst.start, worst.end),
    )


def answered_too(lens: Lens) -> tuple[str, ...]:
    """Of several troubles those with a name of their own that the draft answers: "the phone calls"."""
    troubles = [detail for detail in lens.details if detail.is_trouble]
    if not lens.is_upset or len(troubles) < 2:
        return ()
    return tuple(detail.label for detail in troubles if detail.topic and _met(lens, detail))


_LINK = re.compile(r"(?:https?://|www\.)\S{3,}")
_HASHTAG = re.compile(r"(?<!\w)#[^\W\d]\w+")


def selling(lens: Lens) -> Finding | None:
    """c-sell: an advert inside an answer to somebody upset. c-sell-word: one word that smells of it."""
    if lens.scene.kind in (Kind.QUESTION, Kind.IDEA) and not lens.is_upset:
        return None
    strong = [(cue.start, cue.end) for cue in lens.cues("promo", "strong")]
    strong += [match.span() for match in _HASHTAG.finditer(lens.low)]
    if lens.is_upset:
        strong += [match.span() for match in _LINK.finditer(lens.low)]
    soft = [(cue.start, cue.end) for cue in lens.cues("promo", "word")]
    if lens.is_upset and (strong or len(soft) > 1):
        text = said(
            "{name} came for help. Keep offers and new things out of this one.", name=lens.scene.their_name
        )
        return look(
            "c-sell", "This reads like an advert", text, SHOW_ME, NOT_NEEDED, span=min(strong or soft)
        )
    if strong or soft:
        span = min(strong or soft)
        title = said("“{word}” sounds like selling", word=lens.quoted(*span))
        why = "Two out of three people already suspect shops are only here to advertise."
        return look("c-sell-word", title, why, SHOW_ME, NOT_NEEDED, span=span)
    return None


def sorry_but(lens: Lens) -> Finding | None:
    """c-but"""
    found = lens.foreign(lens.cues("defensive", "but"))
    if not lens.is_upset or not found:
        return None
    span = (found[0].start, found[0].end)
    return look(
        "c-but",
        "“Sorry, but” takes the sorry back",
        "Put a full stop after sorry.",
        SHOW_ME,
        REWORD,
        span=span,
    )


def sorry_if(lens: Lens) -> Finding | None:
    """c-if"""
    found = lens.foreign(lens.cues("defensive", "if"))
    if not lens.is_upset or not found:
        return None
    text = "They've told you it happened. “Sorry that”."
    return look("c-if", "“Sorry if” doubts them", text, SHOW_ME, REWORD, span=(found[0].start, found[0].end))


def defensive(lens: Lens) -> Finding | None:
    """c-defend: words that make it their fault."""
    found = lens.foreign(lens.cues("defensive", "defend"))
    if not lens.is_upset or not found:
        return None
    span = (found[0].start, found[0].end)
    title = said("“{phrase}” can sound like it's their fault", phrase=lens.quoted(*span))
    text = "Say what happened and what you'll do. You can still disagree, further down."
    return look("c-defend", title, text, SHOW_ME, REWORD, span=span)


_WILL = r"i'll|we'll|i will|we will|i'm going to|we're going to|i can|we can|i'd like to|we'd like to|let me"
_DOING = r"(?:i'm|we're|i am|we are) (?!looking forward)\w+ing"
_STEP = re.compile(rf"(?<!\w)(?:{_WILL}|{_DOING})(?! (?:be plain|not|never|rather))(?!\w)")


def by_when(lens: Lens) -> Finding | None:
    """c-when: we say what we'll do and not when. A sentence with a blank in it is still being written."""
    if not lens.is_upset or gives_time(lens) or time_is_blank(lens):
        return None
    steps = [s for s in lens.sentences if "{" not in s.text and _STEP.search(s.text)]
    if not steps:
        return None
    text = "A time, even a long one, is kinder than “soon”."
    return look(
        "c-when", "By when?", text, Action("add_time", "Add a time"), span=(steps[0].start, steps[0].end)
    )


def gives_time(lens: Lens) -> bool:
    return times.gives_time(lens.body)


def time_is_blank(lens: Lens) -> bool:
    return any(name in times.TIME_BLANKS for name in lens.scene.writing.blanks())


_TAIL = 80  # characters at the end in which a name signs


def who(lens: Lens) -> Finding | None:
    """c-sign: a finished public text without a name at its end. Nobody signs in the middle of a sentence."""
    scene = lens.scene
    if not (lens.is_public and scene.person_name) or is_signed(lens):
        return None
    if lens.draft.rstrip()[-1:] not in '.!?…")”}':
        return None
    label = said("Add “{name}”", name=scene.sign_off or scene.person_name)
    return look("c-sign", "Who's speaking?", "A first name makes it a person.", Action("add_name", label))


def is_signed(lens: Lens) -> bool:
    scene = lens.scene
    if any(p.part is Part.SIGN and p.plain().strip() for p in scene.writing.paragraphs):
        return True
    tail = lens.draft.rstrip()[-_TAIL:].lower()
    lines = (
        scene.sign_off,
        scene.person_name,
        scene.person_name.split(" ")[0],
        scene.owner_name,
        *scene.staff,
    )
    return any(re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", tail) for name in lines if name.strip())
