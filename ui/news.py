"""What a notification may be about (design 5.6), and how it is said: without names or words, unless they are wanted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from desktop.clock import Clock
from desktop.records import Conversation, Debt, Kind, Owed
from ui import moments, words
from ui.moments import tr


class NewsKind(NamedTuple):
    """`label`: what Settings calls it. What only an owner hears by default is `is_owners`; what only an owner can be
    asked, `is_owners_alone`."""

    label: str
    is_owners: bool = False
    is_owners_alone: bool = False


KINDS: dict[str, NewsKind] = {
    "complaint": NewsKind("A new complaint"),
    "happening": NewsKind("Somebody who needs an answer now (with a sound)"),
    "serious": NewsKind("Something serious (with a sound)"),
    "question": NewsKind("A new question"),
    "kind_words": NewsKind("Kind words and ideas of the day, in one line when the shop closes"),
    "due": NewsKind("A promise or an answer that is due"),
    "asked": NewsKind("A helper who asks me something", is_owners=True, is_owners_alone=True),
    "ending_seen": NewsKind("A complaint that now shows its ending"),
    "ending_gone": NewsKind("An ending that has disappeared"),
    "sign_in": NewsKind("A place that needs a new sign-in", is_owners=True),
}
ALL = frozenset(KINDS)


def wanted(changed: Mapping[str, object], *, is_owner: bool) -> frozenset[str]:
    """The kinds that somebody is told of: as it comes, but for what they changed."""
    found = set()
    for key, kind in KINDS.items():
        if kind.is_owners_alone and not is_owner:
            continue
        kept = changed.get(key)
        if kept if isinstance(kept, bool) else (is_owner or not kind.is_owners):
            found.add(key)
    return frozenset(found)


def kind_of(one: Conversation, told: Collection[str] = ALL) -> str:
    """The most pressing kind that a conversation is, of those somebody is told of; "" for none."""
    kinds = {
        "serious": one.is_serious,
        "happening": one.happening_until is not None,
        "complaint": one.kind is Kind.COMPLAINT,
        "question": one.kind is Kind.QUESTION,
    }
    return next((key for key, is_it in kinds.items() if is_it and key in told), "")


def sentences(
    fresh: Iterable[Conversation],
    place: Callable[[str], str],
    *,
    show_words: bool,
    told: Collection[str] = ALL,
) -> list[str]:
    """One line for each thing worth a notification, the most pressing first. `place(platform)` names it."""
    ranked: list[tuple[int, str]] = []
    for one in fresh:
        kind = kind_of(one, told)
        if kind:
            said = _about(one, kind, place(one.platform), show_words=show_words)
            ranked.append((("serious", "happening", "complaint", "question").index(kind), said))
    return [text for _, text in sorted(ranked, key=lambda pair: pair[0])]


def _about(one: Conversation, kind: str, where: str, *, show_words: bool) -> str:
    if kind == "serious":
        return tr("Something serious came in")
    if kind == "happening":
        return words.on("Someone needs an answer now, on {place}", where)
    if show_words:
        return f"{one.author_name}, {where}: {one.excerpt}"
    if kind == "question":
        return words.on("New question on {place}", where)
    return words.on("New public complaint on {place}" if one.is_public else "New private complaint on {place}", where)


def bundled(lines: Sequence[str], complaints: int) -> str:
    """Several things in one line: `6 new, 2 of them complaints`."""
    if len(lines) == 1:
        return lines[0]
    total = tr("{n} new").format(n=len(lines))
    if not complaints:
        return total
    one = tr("1 of them a complaint")
    return f"{total}, {one if complaints == 1 else tr('{n} of them complaints').format(n=complaints)}"


_DUE = {  # within ten minutes, over
    Owed.PROMISE: ("A promise is due at {time}", "A promise was due at {time}"),
    Owed.ANSWER: ("A first answer is due at {time}", "A first answer was due at {time}"),
    Owed.ENDING: ("An ending is owed by {time}", "An ending was owed by {time}"),
}


def due_lines(found: Iterable[Debt], clock: Clock, *, show_words: bool) -> list[str]:
    """One line for each thing that is due soon, or is over."""
    lines = []
    for one in found:
        said = tr(_DUE[one.kind][one.due_at <= clock.now()]).format(time=moments.hour(clock, one.due_at))
        lines.append(f"{one.author_name}: {said}" if show_words else said)
    return lines


def kind_words(praise: int, ideas: int) -> str:
    """What nobody was disturbed for, in one line; "" for a day without."""
    if praise and ideas:
        words = moments.count(praise, "kind word", "kind words")
        return tr("{words} and {ideas} today").format(words=words, ideas=moments.count(ideas, "idea", "ideas"))
    if praise:
        return moments.count(praise, "kind word today", "kind words today")
    return moments.count(ideas, "idea today", "ideas today") if ideas else ""


def endings_seen(number: int) -> str:
    more = moments.count(number, "complaint now shows its ending", "complaints now show their ending")
    return tr("A complaint now shows its ending") if number == 1 else more


def endings_gone(number: int) -> str:
    more = moments.count(number, "ending has disappeared", "endings have disappeared")
    return tr("An ending has disappeared") if number == 1 else more
