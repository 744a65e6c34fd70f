"""A conversation that is part of an event: its openings, the fact sheet beside it, what may go into its blanks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop import happenings, starters
from desktop.happenings import Happening
from desktop.language.details import phrases
from desktop.language.times import TIME_BLANKS
from desktop.records import Conversation, Kind
from desktop.starters import Starter, Suggestions
from ui.moments import tr

from .popups import Choice, PickList

if TYPE_CHECKING:
    from desktop.counter import Undo

    from .facts import Known
    from .view import ConversationView

SITUATION = "crisis"
OPENINGS = frozenset(("in_event", "in_event_open"))
Offer = Callable[[str], tuple[Suggestions, ...]]


def speaks_for(event: Happening | None, one: Conversation) -> bool:
    """Whether the event decides the openings: what is serious stays serious, praise is no trouble."""
    return event is not None and one.kind is Kind.COMPLAINT and not one.is_serious


def openings(event: Happening) -> tuple[Starter, ...]:
    """For each person: their situation, what we know, what to do now. No cause before it is known."""
    return starters.STARTERS["in_event" if event.knows_cause else "in_event_open"], starters.STARTERS[
        "looking"
    ]


def suggestions(event: Happening, rest: Offer) -> Offer:
    """The fact sheet first, then what is offered anyway; times first where a time is asked for."""
    sheet = {
        "what we know": event.know,
        "what you don't know yet": event.dont_know,
        "what people should do": event.to_do,
    }

    def offer(blank: str) -> tuple[Suggestions, ...]:
        first = event.name if blank == "thing" else sheet.get(blank, "")
        lines = tuple(dict.fromkeys(text for text in (first, *sheet.values()) if text))
        ours = (Suggestions(tr("From the event"), lines),) if lines else ()
        return (
            (*rest(blank), *ours)
            if blank in TIME_BLANKS or blank not in _OF_THE_SHEET
            else (*ours, *rest(blank))
        )

    return offer


_OF_THE_SHEET = frozenset(
    (
        "thing",
        "what we know",
        "what you don't know yet",
        "what people should do",
        "what we found",
        "what you'll do",
    )
)


_NEW = "new"


def choose(view: ConversationView, known: Known | None) -> None:
    """Which event this is part of: one that is open, or a new one. One that it is in already opens."""
    if known is None:
        return
    if known.event is not None:
        view.window_.open_event(known.event.id)
        return
    choices = [Choice(one.name, one.id, "people") for one in happenings.open_ones(view.shop.store)]
    popup = PickList(tr("Put in an event"), [*choices, Choice(tr("A new event"), _NEW, "plus")], view)
    popup.picked.connect(lambda event: _put_in(view, known, str(event)))
    view.doing.open_popup(popup, view.header.name)


def _put_in(view: ConversationView, known: Known, event: str) -> None:
    shop, one = view.shop, known.one.id

    def work() -> tuple[str, Undo]:
        from desktop import counter

        if event == _NEW:
            return counter.make_event(shop, _about(known), [one])
        return event, counter.put_in_event(shop, event, [one])

    def done(made: tuple[str, Undo]) -> None:
        view.told(made[1], tr("Put in the event"))
        if event == _NEW:
            view.window_.open_event(made[0])

    view.background.run(view, work, done, view.failed, lane="write")


def _about(known: Known) -> str:
    """What they name first; a person writes what it is really called."""
    found = phrases(known.their_text[:2000], (known.one.author_name,))
    return found[0].text if found else tr("Event")


def tell(view: ConversationView, event: Happening | None) -> None:
    """The bar over the thread that leads to the event."""
    if event is None:
        view.top_bars.drop("event")
        return
    said = tr("In the event ‘{name}’.").format(name=event.name)
    if not event.knows_cause:
        said += " " + tr("Name no cause yet.")
    ways = [(tr("Open"), lambda: view.window_.open_event(event.id))]
    view.top_bars.say("event", said, ways, "slate", can_dismiss=False, aloud=False)
