"""What was decided, by people or by the app, in a sentence each: for the thread and for History."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from desktop.records import Event, Kind, Stage
from ui import words
from ui.moments import tr

_SENTENCES = {
    "done": ("{who} said this is done here", "check"),
    "brought_back": ("{who} brought this back", "undo"),
    "reminder": ("{who} set a reminder", "clock"),
    "fixed": ("{who} marked this fixed", "check"),
    "ending": ("{who} confirmed the ending", "check"),
    "ending_seen": ("The ending was seen on the page", "eye"),
    "standing": ("{who} left this standing", "minus"),
    "picked_up": ("{who} picked this up again", "undo"),
    "proof_gone": ("The ending isn’t on the page any more", "warn"),
    "hidden": ("{who} hid this on the page", "minus"),
    "shown_again": ("{who} let this show again", "eye"),
    "taken_down": ("Their post was taken down", "minus"),
    "page_gone": ("{who} looked: it isn’t on the page any more", "minus"),
    "page_there": ("{who} looked: the page is there", "eye"),
    "still_shows": ("{who} looked: the ending still shows", "eye"),
    "looked": ("{who} looked at the page", "eye"),
    "released": ("{who} read what moved and sent the reply", "send"),
    "added_by_hand": ("{who} added this by hand", "hand"),
    "pasted_rest": ("{who} pasted what the notice left out", "hand"),
    "kept_unposted": ("{who} kept a reply that was never posted", "history"),
    "told_posted": ("{who} brought our answer there", "hand"),
    "answered_elsewhere": ("An answer of yours was found on the page", "eye"),
    "promise_kept": ("{who} said the promise is kept", "check"),
    "asked_owner": ("{who} asked before promising something", "person"),
    "said_yes": ("{who} said yes", "check"),
    "said_not_now": ("{who} said: not this time", "minus"),
    "event_joined": ("{who} put this in the event ‘{name}’", "people"),
    "event_left": ("{who} took this out of the event ‘{name}’", "minus"),
    "event_made": ("{who} made this event", "people"),
    "on_it": ("{who} took this on", "person"),
    "took_over": ("{who} took this over from {name}", "person"),
    "event_sheet": ("{who} wrote down what we know", "pencil"),
    "event_next": ("{who} set the next update", "clock"),
    "event_told": ("{who} told everybody", "send"),
    "event_closed": ("{who} closed this event", "check"),
    "event_reopened": ("{who} opened this event again", "undo"),
    "turned_down": ("The place looked at your answer and won’t show it", "warn"),
}


def standing(events: Sequence[Event]) -> Iterator[Event]:
    """Those that were not taken back."""
    undone = {str(event.body.get("event")) for event in events if event.kind == "undone"}
    return (event for event in events if event.id not in undone)


def told(event: Event, people: Mapping[str, str]) -> tuple[str, str] | None:
    """(sentence without its full stop, icon), or None for what needs none. `people`: names by id."""
    who, to = event.person_name or tr("Said & Done"), str(event.body.get("to") or "")
    if event.kind == "kind":
        return tr("{who} said this is: {kind}").format(who=who, kind=words.kind(Kind(to)).text), "tag"
    if event.kind == "topics":
        said = event.body.get("to")
        named = ", ".join(words.topic(str(one)) for one in said) if isinstance(said, list) else ""
        return tr("{who} said what it is about: {topics}").format(who=who, topics=named or tr("nothing")), "tag"
    if event.kind == "given":
        name = people.get(to, tr("somebody")) if to else tr("nobody")
        return tr("{who} gave this to {name}").format(who=who, name=name), "person"
    if event.kind == "moved":
        stage = words.stage(Stage(to)).text
        return tr("{who} moved this to {stage}").format(who=who, stage=stage), "complaint"
    if event.kind == "event_cause":
        known = bool(event.body.get("known"))
        said = tr("{who} said that the cause is known") if known else tr("{who} said that the cause isn’t known yet")
        return said.format(who=who), "hand"
    if event.kind == "promised":
        return tr("{who} made it a promise: {words}").format(who=who, words=event.body.get("words", "")), "clock"
    sentence = _SENTENCES.get(event.kind)
    name = str(event.body.get("name") or "")
    return (tr(sentence[0]).format(who=who, name=name), sentence[1]) if sentence else None
