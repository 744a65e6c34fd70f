"""A language model as one more source of openings: off until the owner turns it on, and never a finished reply.

Any address that speaks like OpenAI's chat/completions will do, one on this computer for instance. What leaves is a
`Message`, shown to a person before; what comes back is cut into parts, and whatever in it is specific (times, money,
names, causes, promises) becomes a blank by our own rules. Nothing else in the program knows this folder but the
screen's `ui/model`, which nothing knows but the one function it is offered by: both can be deleted.
"""

from __future__ import annotations

from desktop.coach import without_private
from desktop.model.asking import WAIT_S, Message, ask, message_for, trial
from desktop.model.opening import opening_from, resting_left_out
from desktop.model.place import (
    ADDRESS,
    IS_ON,
    MODEL,
    Place,
    choose,
    forget_key,
    has_key,
    is_offered,
    keep_key,
    may_send_unasked,
    place_of,
    send_unasked,
)

__all__ = [
    "ADDRESS",
    "IS_ON",
    "MODEL",
    "WAIT_S",
    "Message",
    "Place",
    "ask",
    "choose",
    "forget_key",
    "has_key",
    "is_offered",
    "keep_key",
    "may_send_unasked",
    "message_for",
    "opening_from",
    "place_of",
    "resting_left_out",
    "send_unasked",
    "trial",
    "without_private",
]
