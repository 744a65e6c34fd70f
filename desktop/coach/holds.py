"""What holds a reply back: blanks left, too long for the place, past what this person may promise alone."""

from __future__ import annotations

from desktop.coach import promised
from desktop.coach.lens import Lens
from desktop.coach.scene import Action, Finding, Level, Scene
from desktop.language.money import shown
from desktop.language.said import Said, many, said, together
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
    named = _named(list(dict.fromkeys(left))[:2])
    one = len(left) == 1
    return Finding(
        "c-blank1" if one else "c-blanks",
        Level.HOLD,
        many("%n blank to fill", "%n blanks to fill", len(left)),
        together(named, said("If you don't know yet, say so and give a time.")),
        (where, where + len(left[0]) + 2),
        actions=(NEXT_BLANK,),
        count=len(left),
    )


def _named(names: list[str]) -> Said:
    if len(names) == 1:
        return said("“{a}”.", a=names[0])
    return said("“{a}” and “{b}”.", a=names[0], b=names[1])


def length(lens: Lens) -> Finding | None:
    """c-long: counted as the place counts."""
    scene = lens.scene
    over = scene.count(lens.draft) - scene.limit.most
    if over <= 0 or not scene.limit.most:  # 0: no limit is known
        return None
    return Finding(
        "c-long",
        Level.HOLD,
        many("%n character over for {place}", "%n characters over for {place}", over, place=scene.place),
        said(
            "{place} stops at {limit}. Shorten it, or post the first part and carry on privately.",
            place=scene.place,
            limit=f"{scene.limit.most:,}",
        ),
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


def money(lens: Lens) -> Finding | None:
    """c-limit-money: an amount promised that is over this person's own."""
    most, over = lens.scene.limits.money_up_to, promised.money(lens)
    first = max(over, key=lambda amount: amount.value) if over else None
    span = (first.start, first.end) if first else promised.open_money(lens)
    if most is None or span is None:
        return None
    owner = _owner(lens)
    says = lens.quoted(*span) if first else f"“{lens.quoted(*span)}”"
    return Finding(
        "c-limit-money",
        Level.HOLD,
        "That's past what you may promise alone",
        together(
            _may_offer(most, lens.scene.currency),
            said("This says {amount}. Ask {owner} and it waits here.", amount=says, owner=owner),
        ),
        span,
        actions=(Action("ask_owner", said("Ask {owner}", owner=owner)), CHANGE_IT),
    )


def past_limits(scene: Scene) -> dict[str, float | bool]:
    """What a draft promises beyond its writer's limits: fields of `Limits`, with the amount where it is money.

    Money without a figure is "money_open".
    """
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
    if over := promised.money(lens):
        found["money_up_to"] = max(amount.value for amount in over)
    if promised.open_money(lens):
        found["money_open"] = True
    return found


def _may_offer(most: float, currency: str) -> Said:
    if not most:
        return said("You may offer nothing without asking.")
    return said("You may offer up to {limit}.", limit=shown(most, currency))


def cause(lens: Lens) -> Finding | None:
    """c-limit-thing: why it happened, said in public, by someone who should ask first."""
    if lens.scene.limits.may_name_cause or not (lens.is_public and lens.is_upset):
        return None
    found = promised.cause(lens)
    return _ask_first(lens, "Name a cause in public", found) if found else None


def replacing(lens: Lens) -> Finding | None:
    """c-limit-thing: making it again or replacing it."""
    if lens.scene.limits.may_replace:
        return None
    found = promised.another(lens)
    return _ask_first(lens, "Make it again or replace", found) if found else None


def delivering(lens: Lens) -> Finding | None:
    """c-limit-thing: bringing something to them."""
    if lens.scene.limits.may_deliver:
        return None
    found = promised.bringing(lens)
    return _ask_first(lens, "Deliver", found) if found else None


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
        said("Ask {owner} before you promise that", owner=owner),
        said("{thing} is on the “Ask first” list. Your words stay exactly as they are.", thing=said(thing)),
        span,
        actions=(Action("ask_owner", said("Ask {owner}", owner=owner)), *((CHANGE_IT,) if span else ())),
    )


def _owner(lens: Lens) -> str:
    return lens.scene.owner_name or said("the owner")
