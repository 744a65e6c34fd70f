"""What holds a reply back: blanks left, too long for the place, past what this person may promise alone."""

from __future__ import annotations

import re

from desktop.coach.lens import Lens
from desktop.coach.scene import Action, Finding, Level, Scene
from desktop.language.money import Amount, amounts, shown
from desktop.records import BOUNDS, Purpose
from desktop.writing import Part

NEXT_BLANK = Action("next_blank", "Next blank")
CHANGE_IT = Action("show_me", "Change it")


def blanks(lens: Lens) -> Finding | None:
    """c-blanks, c-blank1: a blank can't be posted."""
    left = lens.scene.writing.blanks()
    if not left:
        return None
    where = lens.draft.find("{" + left[0] + "}")
    named = " and ".join(f"“{name}”" for name in list(dict.fromkeys(left))[:2])
    one = len(left) == 1
    return Finding(
        "c-blank1" if one else "c-blanks",
        Level.HOLD,
        "1 blank to fill" if one else f"{len(left)} blanks to fill",
        f"{named}. If you don't know yet, say so and give a time.",
        (where, where + len(left[0]) + 2),
        actions=(NEXT_BLANK,),
        count=len(left),
    )


def length(lens: Lens) -> Finding | None:
    """c-long: counted as the place counts."""
    scene = lens.scene
    over = scene.count(lens.draft) - scene.limit.most
    if over <= 0:
        return None
    unit = "character" if over == 1 else "characters"
    return Finding(
        "c-long",
        Level.HOLD,
        f"{over:,} {unit} over for {scene.place}",
        f"{scene.place} stops at {scene.limit.most:,}."
        " Shorten it, or post the first part and carry on privately.",
        (_fits(lens), len(lens.draft)),
        actions=(Action("show_overflow", "Show the overflow"),),
        count=over,
    )


def _fits(lens: Lens) -> int:
    """How many characters of the draft fit: the longest beginning within the limit."""
    low, high = 0, len(lens.draft)
    while low < high:
        middle = (low + high + 1) // 2
        if lens.scene.count(lens.draft[:middle]) <= lens.scene.limit.most:
            low = middle
        else:
            high = middle - 1
    return low


# --- limits -------------------------------------------------------------------------------------

_WILL = (
    r"(?:i'll|we'll|i will|we will|i can|we can|can|could|i'd|we'd|i would|we would|will|going to|happy to"
    r"|like to|want to|let me|let us|offer|i'm|we're)"
)
_GIVING = re.compile(
    r"(?<!\w)(?:back|refund\w*|voucher\w*|off|credit\w*|discount\w*|compensat\w*|reimburs\w*|return\w*|gift\w*|offer\w*"
    r"|give|giving|transfer\w*)(?!\w)"
)
_ANY_WILL = re.compile(rf"(?<!\w){_WILL}(?!\w)")
_MAKING = r"(?:mak|bak|send|giv|do|put|get|cook|fit|build)\w*"
_REPLACE = re.compile(
    rf"(?<!\w)(?:{_WILL} (?:\w+ ){{0,4}}?(?:replac\w+|remak\w+|swap\w*|exchang\w+"
    rf"|{_MAKING} (?:\w+ ){{0,3}}?(?:another|again|new|fresh|replacement))|(?:a |your )?replacement)(?!\w)"
)
_CARRYING = r"(?:bring|drop|run|carry|cycle|drive|send)\w*"
_DELIVER = re.compile(
    rf"(?<!\w){_WILL} (?:[\w']+ ){{0,8}}?(?:deliver\w*|courier"
    rf"|{_CARRYING} (?:\w+ ){{0,4}}?(?:round|over|off|to you|to your|to the door|by courier))(?!\w)"
)
_PAST = (
    r"(?:was|were|wasn't|weren't|had|hadn't|did|didn't|went|got|forgot|left|broke|ran|fell|came|took|put|sent|gave"
    r"|let|lost|made|kept|thought|hit|cut|set|sold|told|[a-z]{3,}ed)"
)
_REASON = (
    r"(?:because of|due to|caused by|came from|(?:was|is|it's) down to|the (?:cause|reason|fault) (?:was|is))"
)
_CAUSE = re.compile(
    rf"(?<!\w)(?:because (?!of |you |i )(?:[^.!?{{}}\n]{{0,60}}?\W)?{_PAST}(?!\w)"
    rf"|{_REASON} (?!you |your |i )[^{{.!?\n]{{3}})"
)


def money(lens: Lens) -> Finding | None:
    """c-limit-money: an amount promised that is over this person's own."""
    most, over = lens.scene.limits.money_up_to, _too_much(lens)
    if most is None or not over:
        return None
    first = max(over, key=lambda amount: amount.value)
    owner = _owner(lens)
    says = lens.quoted(first.start, first.end)
    return Finding(
        "c-limit-money",
        Level.HOLD,
        "That's past what you may promise alone",
        f"{_may_offer(most, lens.scene.currency)} This says {says}. Ask {owner} and it waits here.",
        (first.start, first.end),
        actions=(Action("ask_owner", f"Ask {owner}"), CHANGE_IT),
    )


def _too_much(lens: Lens) -> list[Amount]:
    most = lens.scene.limits.money_up_to
    if most is None:
        return []
    return [amount for amount in amounts(lens.low) if amount.value > most and _is_promised(lens, amount)]


def past_limits(scene: Scene) -> dict[str, float | bool]:
    """What a draft promises beyond its writer's limits: fields of `Limits`, with the amount where it is money."""
    lens = Lens(scene)
    checks = (
        ("may_replace", replacing),
        ("may_deliver", delivering),
        ("may_name_cause", cause),
        ("may_answer_serious", serious),
        ("may_answer_public", answering),
        ("may_show_ending", ending),
    )
    found: dict[str, float | bool] = {name: True for name, check in checks if check(lens)}
    if over := _too_much(lens):
        found["money_up_to"] = max(amount.value for amount in over)
    return found


def _may_offer(most: float, currency: str) -> str:
    return f"You may offer up to {shown(most, currency)}." if most else "You may offer nothing without asking."


def _is_promised(lens: Lens, amount: Amount) -> bool:
    """A price that is only told is no promise; outside complaints it takes a word of giving."""
    sentence = lens.sentence_at(amount.start).text
    return bool(_GIVING.search(sentence) or (lens.is_upset and _ANY_WILL.search(sentence)))


def cause(lens: Lens) -> Finding | None:
    """c-limit-thing: why it happened, said in public, by someone who should ask first."""
    if lens.scene.limits.may_name_cause or not (lens.is_public and lens.is_upset):
        return None
    found = find_cause(lens)
    return _ask_first(lens, "Name a cause in public", found) if found else None


def find_cause(lens: Lens) -> tuple[int, int] | None:
    """Where the draft says why something went wrong: a reason given, or "because" something happened.

    A blank after "because" is no cause yet; how things always are ("because it's quiet then") is none either.
    """
    found = _CAUSE.search(lens.low)
    if not found:
        return None
    return found.start(), max(lens.sentence_at(found.start()).end, found.end())


def replacing(lens: Lens) -> Finding | None:
    """c-limit-thing: making it again or replacing it."""
    if lens.scene.limits.may_replace:
        return None
    found = _REPLACE.search(lens.low)
    return _ask_first(lens, "Make it again or replace", found.span()) if found else None


def delivering(lens: Lens) -> Finding | None:
    """c-limit-thing: bringing something to them."""
    if lens.scene.limits.may_deliver:
        return None
    found = _DELIVER.search(lens.low)
    return _ask_first(lens, "Deliver", found.span()) if found else None


def serious(lens: Lens) -> Finding | None:
    """c-limit-thing: anything serious, when this person leaves that to the owner."""
    if lens.scene.limits.may_answer_serious or not lens.scene.is_serious:
        return None
    return _ask_first(lens, "Answer something serious", None)


def answering(lens: Lens) -> Finding | None:
    """c-limit-thing: any public reply, when this person leaves those to the owner."""
    if lens.scene.limits.may_answer_public or not lens.is_public:
        return None
    return _ask_first(lens, BOUNDS["may_answer_public"].title, None)


def ending(lens: Lens) -> Finding | None:
    """c-limit-thing: asking them to say how it ended, or saying it ourselves."""
    scene, at = lens.scene, 0
    if scene.limits.may_show_ending:
        return None
    title = BOUNDS["may_show_ending"].title
    if scene.purpose in (Purpose.ASK, Purpose.ENDING):
        return _ask_first(lens, title, None)
    for paragraph in scene.writing.paragraphs:
        size = len(paragraph.plain())
        if paragraph.part is Part.SHOW and paragraph.plain().strip():
            return _ask_first(lens, title, (at, at + size))
        at += size + 1
    return None


def _ask_first(lens: Lens, thing: str, span: tuple[int, int] | None) -> Finding:
    owner = _owner(lens)
    return Finding(
        "c-limit-thing",
        Level.HOLD,
        f"Ask {owner} before you promise that",
        f"{thing} is on the “Ask first” list. Your words stay exactly as they are.",
        span,
        actions=(Action("ask_owner", f"Ask {owner}"), *((CHANGE_IT,) if span else ())),
    )


def _owner(lens: Lens) -> str:
    return lens.scene.owner_name or "the owner"
