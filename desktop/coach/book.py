"""Does the draft say what the Shop book says: hours, prices, what is in a thing; and is that still fresh?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time, timedelta

from desktop.coach.lens import NOT_NEEDED, Lens, look
from desktop.coach.scene import Action, Finding
from desktop.language.money import amounts
from desktop.language.said import Said, many, said
from desktop.language.text import Piece, plain, said_stems, stem, words
from desktop.records import Fact

_CORRECT = Action("correct_book", "Correct the Shop book")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_VAGUE = frozenset(
    stem(word)
    for word in "price prices cost costs hours opening open times fact info information our shop".split()
)


def fact_differs(lens: Lens) -> Finding | None:
    """c-fact: a price, an hour or an allergen other than in the Shop book."""
    return _hour_differs(lens) or _closed_differs(lens) or _price_differs(lens) or _allergen_differs(lens)


def _differs(
    value: str, other: str, span: tuple[int, int], instead: str = "", fact: Fact | None = None
) -> Finding:
    use = (Action("put", "Use the Shop book's", span, instead),) if instead else ()
    made = look(
        "c-fact", said("The Shop book says {value}", value=value),
        said("You wrote {other}. One of them is out of date.", other=other),
        *use, _CORRECT, NOT_NEEDED, span=span,
    )  # fmt: skip
    return Finding(made.check, made.level, made.title, made.text, made.span, None, made.actions, fact=fact)


# --- hours ----------------------------------------------------------------------------------------------

_AT = r"(?P<{0}>\d{{1,2}})(?:[:.](?P<{0}m>\d\d))? ?(?P<{0}h>[ap]\.?m\b\.?)?"
_OPENS = re.compile(
    rf"(?<!\w)(?:we|shop|doors?|ovens|kitchen|store|café|cafe) (?:\w+ ){{0,2}}?(?:open"
    rf"|opens) (?:up )?(?:again )?(?:at|from) {_AT.format('a')}"
)
_CLOSES = re.compile(
    rf"(?<!\w)(?:(?:we|shop|store|café|cafe)(?:'re| are| is)? (?:\w+ ){{0,3}}?(?:open"
    rf"|here) (?:\w+ ){{0,3}}?(?:till|until|til|to)"
    rf"|(?:we|shop|store|café|cafe) (?:\w+ )?(?:close|closes|shut"
    rf"|shuts)(?: the doors)? (?:\w+ )?at) {_AT.format('a')}"
)
_FROM_TO = re.compile(
    rf"(?<!\w)(?:open|hours)(?: are| is|:)? (?:on )?(?:[a-z]+days? |daily |every day |today "
    rf"|tomorrow )?(?:from |between )?{_AT.format('a')}"
    rf" ?(?:to|till|until|and|-|–) ?{_AT.format('b')}"
)
_WEEKDAY = re.compile(r"(?<!\w)(mon|tues|wednes|thurs|fri|satur|sun)days?(?!\w)")
_SHORT = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_ONCE = re.compile(
    r"(?<!\w)(?:(?:was|were|had) (?:open|closed|shut)|opened|closed early|last|christmas|easter|holiday"
    r"|bank|only this|this week|just for|extra|later than usual|exception\w*|special\w*)(?!\w)"
)


def _day_of(lens: Lens, sentence: str) -> list[int]:
    """The weekdays a sentence is about: those it names, today or tomorrow; all of the week's when it "
    "names none."""
    named = [_SHORT.index(found) for found in _WEEKDAY.findall(sentence)]
    if not named and re.search(
        r"(?<!\w)(?:today|tonight|now|this (?:morning|afternoon|evening))(?!\w)", sentence
    ):
        named = [lens.scene.now.weekday()]
    if not named and "tomorrow" in sentence:
        named = [(lens.scene.now.weekday() + 1) % 7]
    return named


def _hour_differs(lens: Lens) -> Finding | None:
    spans = lens.scene.book.spans
    for sentence in lens.sentences if spans else ():
        if _ONCE.search(sentence.text):
            continue
        days = _day_of(lens, sentence.text)
        for pattern, which, group in (
            (_FROM_TO, 0, "a"),
            (_FROM_TO, 1, "b"),
            (_OPENS, 0, "a"),
            (_CLOSES, 1, "a"),
        ):
            found = pattern.search(sentence.text)
            told = [span[which] for day in (days or spans) for span in spans.get(day, ())]
            if found is None or not told or _meant(found, group) & set(told):
                continue
            at = (sentence.start + found.start(group), sentence.start + _end(found, group))
            right = told[0] if which == 0 else told[-1]
            opens = which == 0
            if not days and len(set(told)) > 1:
                other = said("it opens at other times") if opens else said("it closes at other times")
                return _differs(other, lens.quoted(*at), at)
            value = _at_time(f"{right:%H:%M}", _DAYS[days[0]] if days else "", opens=opens)
            return _differs(value, lens.quoted(*at), at, f"{right:%H:%M}")
    return None


def _at_time(time: str, day: str, *, opens: bool) -> Said:
    if day and opens:
        return said("it opens at {time} on {day}", time=time, day=said(day))
    if day:
        return said("it closes at {time} on {day}", time=time, day=said(day))
    return said("it opens at {time}", time=time) if opens else said("it closes at {time}", time=time)


def _end(found: re.Match[str], group: str) -> int:
    return max(found.end(name) for name in (group, f"{group}m", f"{group}h") if found[name] is not None)


def _meant(found: re.Match[str], group: str) -> set[time]:
    """The times of day an hour may mean: "6" is six in the morning or in the evening."""
    hour, minute, half = int(found[group]), int(found[f"{group}m"] or 0), found[f"{group}h"] or ""
    hours = (
        {hour % 12 + (12 if half[0] == "p" else 0)} if half else {hour, (hour + 12) if hour < 13 else hour}
    )
    return {time(h % 24, minute) for h in hours if h <= 24 and minute < 60}


_WE_OPEN = re.compile(
    r"(?<!\w)(?:we're|we are|shop is|shop's|we) (?:also "
    r"|always )?open (?:all day )?(?:on )?(?P<day>(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow"
    r"|today)(?!\w)"
)
_WE_SHUT = re.compile(
    r"(?<!\w)(?:we're|we are|shop is|shop's) (?:always )?(?:closed"
    r"|shut) (?:all day )?(?:on )?(?P<day>(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|today)(?!\w)"
)


def _closed_differs(lens: Lens) -> Finding | None:
    """Open on a day the Shop book has none for, or closed on one it has; "Wednesday" is the next, "Wednesdays" all."""
    scene = lens.scene
    for pattern, says_open in ((_WE_OPEN, True), (_WE_SHUT, False)) if scene.book.spans else ():
        found = pattern.search(lens.told)
        if found is None or _ONCE.search(lens.sentence_at(found.start()).text):
            continue
        day = _day_of(lens, found["day"])[0]
        is_near = found["day"] in ("today", "tomorrow")
        coming = scene.now.date() + timedelta(days=(day - scene.now.weekday()) % 7)
        shut = not found["day"].endswith("days") and coming in scene.book.closures
        is_open = bool(scene.book.spans.get(day)) and not shut
        if is_open != says_open:
            name = found["day"] if is_near else _DAYS[day]
            state = "open" if is_open else "closed"
            where = said(f"{state} {{day}}" if is_near else f"{state} on {{day}}", day=said(name))
            return _differs(where, said("open" if says_open else "closed"), found.span())
    return None


# --- prices and what is in it ---------------------------------------------------------------------------


def _title_stems(fact: Fact) -> frozenset[str]:
    return said_stems(fact.title) - _VAGUE


def _about(facts: tuple[Fact, ...], text: str) -> Iterator[Fact]:
    """The facts whose whole title is in a text."""
    said = said_stems(text)
    for fact in facts:
        title = _title_stems(fact)
        if title and title <= said:
            yield fact


_NO_PRICE = re.compile(
    r"(?<!\w)(?:refund\w*|back|voucher\w*|credit\w*|off|discount\w*|compensat\w*|paid|charged"
    r"|overcharged|spent|lost|instead of|used to|was"
    r"|were|deposit|tip|postage|delivery|gave|give|return\w*|difference|extra)(?!\w)"
)


def _price_differs(lens: Lens) -> Finding | None:
    for sentence in lens.sentences:
        said = amounts(sentence.text)
        if not said or _NO_PRICE.search(sentence.text):
            continue
        for fact in _about(lens.scene.book.facts, sentence.text):
            known = amounts(plain(fact.text))
            if known and not {one.value for one in said} & {one.value for one in known}:
                span = (sentence.start + said[0].start, sentence.start + said[0].end)
                right = fact.text[known[0].start : known[0].end]
                return _differs(right, lens.quoted(*span), span, right if len(known) == 1 else "", fact)
    return None


_ALLERGENS = {
    "nuts": "nuts?|almonds?|hazelnuts?|walnuts?|pecans?|cashews?|pistachios?|marzipan",
    "peanuts": "peanuts?",
    "milk": "milk|dairy|lactose|butter|cream",
    "egg": "eggs?",
    "gluten": "gluten|wheat|rye|barley|spelt",
    "sesame": "sesame|tahini",
    "soy": "soya?",
    "fish": "fish|anchov(?:y|ies)",
    "shellfish": "shellfish|crustaceans?|prawns?|shrimps?",
    "mustard": "mustard",
    "celery": "celery",
    "lupin": "lupin",
    "meat": "meat|gelatine?|pork|beef|lard",
}
_LIST = r"(?:[\w-]+(?:, | and | or | nor ))*"
_WITHOUT = (
    r"(?:no|without(?: any)?|free (?:of|from)|not contain(?: any)?|n't contain(?: any)?|never contains?"
    r"|n't (?:have|use|got|put)(?: any)?|not any|zero)"
)
_WITH = (
    r"(?:contains?|made with|made of|has|have|includes?|there's|there is|there are|traces of|uses?|with|plus)"
)


def contains(text: str) -> dict[str, tuple[bool, int, int]]:
    """What a text (plain) says is in a thing: allergen -> (is in it, where that stands)."""
    found: dict[str, tuple[bool, int, int]] = {}
    for name, called in _ALLERGENS.items():
        no = re.search(
            rf"(?<!\w)(?:{_WITHOUT} {_LIST}(?:{called})|(?:{called})[ -]free)(?!\w)", text
        ) or re.search(rf"n't {_WITHOUT} {_LIST}(?:{called})(?!\w)", text)
        yes = (
            None
            if no
            else re.search(
                rf"(?<!\w){_WITH} (?:some |a little |ground |real )?{_LIST}(?:{called})(?! ?-?free)(?!\w)", text
            )
        )
        if match := no or yes:
            found[name] = (no is None, *match.span())
    return found


_ASKS_ABOUT = re.compile(
    r"\?|(?<!\w)(?:should have|was told|were told|you said|labelled|if |whether|not sure)(?!\w)"
)


def _allergen_differs(lens: Lens) -> Finding | None:
    for sentence in lens.sentences:
        told = {} if _ASKS_ABOUT.search(sentence.text) else contains(sentence.text)
        for fact in _about(lens.scene.book.facts, lens.told) if told else ():
            known = contains(plain(fact.text))
            for name, (is_in, start, end) in told.items():
                if name in known and known[name][0] != is_in:
                    span = (sentence.start + start, sentence.start + end)
                    right = fact.text[known[name][1] : known[name][2]]
                    value, other = said("“{words}”", words=right), said("“{words}”", words=lens.quoted(*span))
                    return _differs(value, other, span, right, fact)
    return None


# --- old facts ------------------------------------------------------------------------------------------


def stale(lens: Lens) -> Finding | None:
    """c-stale: the draft leans on a fact nobody has checked for half a year."""
    scene = lens.scene
    for fact in _about(scene.book.facts, lens.told):
        if not fact.is_stale(scene.now) or not _leans_on(lens, fact):
            continue
        months = (scene.now - fact.checked_at).days // 30
        ask = (
            ()
            if scene.owner_name in ("", scene.person_name)
            else (Action("ask_owner", said("Ask {owner}", owner=scene.owner_name)),)
        )
        text = said("{who} checked it last. Worth a look before you promise it.", who=fact.checked_by)
        made = look(
            "c-stale", many("That fact is %n month old", "That fact is %n months old", months), text,
            Action("still_right", "It's still right"), *ask, NOT_NEEDED, span=_where(lens, fact),
        )  # fmt: skip
        return Finding(
            made.check, made.level, made.title, made.text, made.span, None, made.actions, fact=fact
        )
    return None


def _leans_on(lens: Lens, fact: Fact) -> bool:
    """Whether the draft says what the fact says: a figure of it, or two more of its words."""
    numbers = {piece.text for piece in words(plain(fact.text)) if any(c.isdigit() for c in piece.text)}
    said = {piece.text for piece in words(lens.told)}
    return bool(numbers & said) or len((said_stems(fact.text) - _title_stems(fact)) & said_stems(lens.told)) >= 2


def _where(lens: Lens, fact: Fact) -> tuple[int, int] | None:
    title = _title_stems(fact)
    best: Piece | None = next((s for s in lens.sentences if title & said_stems(s.text)), None)
    return (best.start, best.end) if best else None
