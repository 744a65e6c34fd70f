"""A cause named in words about an event: pointed out until somebody says that it is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.coach import Scene, read
from desktop.records import Kind
from desktop.writing import Writing
from tests.desktop.coach.kit import SCENE

NAMED = (
    "The loaves taste of soap because the trays weren't rinsed.",
    "It turned out to be the new detergent. We're sorry.",
    "The cause was a leaking drum in the store room.",
    "This came from one batch of flour with something in it.",
    "The reason is that the supplier sent us the wrong lube.",
    "It was the dishwasher on Friday night, and that's ours.",
    "Somebody mixed up two drums in the workshop.",
    "The lube was contaminated before it reached us.",
    "The freezer was switched off overnight, and the fish went off.",
    "We used the wrong glue on a whole box of shoes.",
    "The valve was faulty in every heater of that delivery.",
    "It's down to a new cleaner we tried on Thursday.",
    "Due to a power cut the milk stood warm for three hours.",
    "The labels were mixed up on Tuesday morning.",
    "That was our supplier's fault, and we've told them.",
    "Soap must have got into the dough from the mixer.",
)
NOT_NAMED = (
    "Every raisin loaf from the 6:30 batch tastes of soap. Bin them; the money is yours.",
    "We don't know yet what caused it, and we won't guess.",
    "Whatever the cause turns out to be, selling it was ours, and it's not good enough.",
    "We're looking for the cause. More here at 14:00.",
    "Bring the bottle back, used or not. You don't need a receipt.",
    "We've stopped selling it until we know.",
    "I'm sorry about your chain. Come by at three and I'll clean it.",
    "It affects the green bottles only, as far as we've seen.",
    "Fourteen people have told us so far. Thank you for telling us because it matters.",
    "We can't say whether it was the flour, and we're having it tested.",
    "The next update comes here at 14:00, even if there's nothing new.",
    "In your case, with a stuck freewheel: I'll change it by five today.",
    "Don't ride it. We'll fetch the bike from you this afternoon.",
    "You were right to be cross. Nobody should have to scrub their own chain.",
    "Nothing else on the shelf tastes of it; we tried them all.",
    "What we know: the loaves of this morning. What we don't know yet: how it got there.",
)


def about_event(text: str, *, knows_cause: bool = False) -> Scene:
    return replace(SCENE, writing=Writing.typed(text), is_event=True, knows_cause=knows_cause)


def checks(scene: Scene) -> set[str]:
    return {finding.check for finding in read(scene).findings}


@pytest.mark.parametrize("text", NAMED)
def test_a_cause_is_pointed_out_until_it_is_known(text: str) -> None:
    assert "c-cause" in checks(about_event(text))
    assert "c-cause" not in checks(about_event(text, knows_cause=True))
    assert "c-cause" not in checks(replace(SCENE, writing=Writing.typed(text)))  # one complaint may have its cause


@pytest.mark.parametrize("text", NOT_NAMED)
def test_what_is_known_and_what_is_done_names_no_cause(text: str) -> None:
    assert "c-cause" not in checks(about_event(text))


def test_an_advert_in_an_event_is_one_whatever_they_wrote() -> None:
    text = "Sorry about the loaf. Try our new cinnamon buns, half price with code BUN!"
    found = checks(replace(about_event(text), kind=Kind.QUESTION))
    assert found & {"c-sell", "c-sell-word"}
