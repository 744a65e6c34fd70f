"""The post button's words, row by row of the design's table."""

from __future__ import annotations

import pytest

from desktop.coach.scene import Finding, Level, Reading
from desktop.records import Channel
from tests.ui.composer.kit import marta
from ui.composer.next_step import Do, Draft, next_step

PRIVATE_THING = Reading((Finding("c-private", Level.PAUSE, "Something private, in public", ""),), ())
REWARD = Reading((Finding("c-reward", Level.PAUSE, "Don't tie a gift to what they post", ""),), ())
MONEY = Reading((Finding("c-limit-money", Level.HOLD, "That's past what you may promise alone", ""),), ())
LOOK = Reading((Finding("c-when", Level.LOOK, "By when?", ""),), ())
WRITTEN = {"is_empty": False}


@pytest.mark.parametrize(
    ("context", "draft", "reading", "label", "do"),
    [
        ({}, WRITTEN, None, "Post reply", Do.POST),
        ({}, WRITTEN, LOOK, "Post reply", Do.POST),
        ({}, {**WRITTEN, "blanks": 2}, None, "Fill 2 blanks to post", Do.FILL),
        ({}, {**WRITTEN, "blanks": 1}, MONEY, "Fill 1 blank to post", Do.FILL),
        ({}, {**WRITTEN, "over": 84}, None, "84 characters over", Do.SHORTEN),
        ({}, {**WRITTEN, "over": 1}, None, "1 character over", Do.SHORTEN),
        ({}, WRITTEN, MONEY, "Ask Ines first", Do.ASK),
        ({}, WRITTEN, PRIVATE_THING, "Check 1 private thing", Do.CHECK),
        ({}, {**WRITTEN, "is_confirmed": True}, PRIVATE_THING, "Post anyway", Do.POST),
        ({}, WRITTEN, REWARD, "Post reply", Do.CHECK),
        ({"is_online": False}, WRITTEN, None, "Put in outbox", Do.POST),
        ({"can_post": False}, WRITTEN, None, "Copy and open Google", Do.COPY),
        ({"is_practice": True}, WRITTEN, None, "Post pretend reply", Do.POST),
        (
            {"is_practice": True},
            {**WRITTEN, "channel": Channel.PRIVATE},
            None,
            "Send pretend message",
            Do.POST,
        ),
        ({}, {**WRITTEN, "channel": Channel.PRIVATE}, None, "Send", Do.POST),
        ({}, {**WRITTEN, "channel": Channel.PRIVATE, "blanks": 1}, None, "Fill 1 blank to send", Do.FILL),
        ({"can_post": False}, {**WRITTEN, "channel": Channel.PRIVATE}, None, "Copy and open Google", Do.COPY),
        ({}, {**WRITTEN, "channel": Channel.NOTE, "blanks": 1}, None, "Save note", Do.NOTE),
        ({}, {"channel": Channel.NOTE}, None, "Save note", Do.WRITE),
        ({}, {**WRITTEN, "new_messages": 1, "blanks": 2}, None, "Read 1 new message first", Do.READ),
        ({}, {**WRITTEN, "new_messages": 3}, None, "Read 3 new messages first", Do.READ),
        ({}, {}, None, "Post reply", Do.WRITE),
    ],
)
def test_the_button_says_what_to_do_next(context, draft, reading, label, do):
    step = next_step(marta(**context), Draft(**{"channel": Channel.PUBLIC, **draft}), reading)
    assert (step.label, step.do) == (label, do)
