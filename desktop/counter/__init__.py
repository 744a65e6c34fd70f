"""What a person at the counter does, one act a function.

Each checks, writes in one transaction, tells history, and returns an `Undo` where it can be taken
back. Nothing here ever posts by itself: `post` puts a reply in the outbox, with time to undo.
"""

from desktop.counter.acts import NeedsMore, Undo
from desktop.counter.adding import Added, Heard, add_by_hand, places_by_hand
from desktop.counter.answering import (
    Measure,
    hold_outbox,
    it_is_there,
    it_isnt_send_it,
    measure_of,
    parent_of,
    post,
    release,
    resting,
    route_of,
    save_draft,
    send_now,
    take_back,
)
from desktop.counter.book import put_closure, put_fact, put_hours, remove_closure, remove_fact
from desktop.counter.copying import copy_out, it_is_posted
from desktop.counter.endings import (
    confirm_ending,
    leave_standing,
    mark_fixed,
    move,
    not_the_ending,
    passer_by_looked,
    pick_up_again,
    proof_gone,
)
from desktop.counter.inbox import (
    add_note,
    bring_back,
    done,
    give_to,
    mark_read,
    mark_unread,
    remind,
    set_kind,
)
from desktop.counter.team import add_person, change_person, remove_person, set_limits

__all__ = [
    "Added",
    "Heard",
    "Measure",
    "NeedsMore",
    "Undo",
    "add_by_hand",
    "add_note",
    "add_person",
    "bring_back",
    "change_person",
    "confirm_ending",
    "copy_out",
    "done",
    "give_to",
    "hold_outbox",
    "it_is_posted",
    "it_is_there",
    "it_isnt_send_it",
    "leave_standing",
    "mark_fixed",
    "mark_read",
    "mark_unread",
    "measure_of",
    "move",
    "not_the_ending",
    "parent_of",
    "passer_by_looked",
    "pick_up_again",
    "places_by_hand",
    "post",
    "proof_gone",
    "put_closure",
    "put_fact",
    "put_hours",
    "release",
    "remind",
    "remove_closure",
    "remove_fact",
    "remove_person",
    "resting",
    "route_of",
    "save_draft",
    "send_now",
    "set_kind",
    "set_limits",
    "take_back",
]
