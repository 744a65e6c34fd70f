"""Which fact stands beside which message: the right one, or none rather than something weak."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop import settings, shopbook
from desktop.records import Fact
from tests.fixtures_shop import Counter

CHECKED = datetime(2025, 6, 9, tzinfo=UTC)
BOOK: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Lemon tart", "Base bakes blind 25 min at 170, filling set by lunch. Keeps two days.", ("tart", "lemon")),
    ("Seeded rye", "Flour, water, salt, rye starter, five seeds. No milk, no egg, no honey.", ("rye", "vegan")),
    ("Can you post bread?", "Rye and sourdough travel: two days by post, Mon to Wed only.", ("postage", "delivery")),
    ("The phone", "Nobody answers before 8:00 on Saturdays. Ovens first, phone after.", ("phone", "calls", "ring")),
    ("Cake boxes", "We tape all four sides. A birthday cake gets a second box.", ("box", "crushed", "squashed")),
    ("Sourdough class", "8 places. Doors open at 7:45 by the side gate.", ("class", "course", "workshop")),
    ("Why the loaf is €6.20", "Flour up 18% since last spring, nobody's hours cut.", ("price", "expensive", "dear")),
    ("Allergen card", "Behind the till, left drawer.", ("allergy", "allergic", "nuts", "gluten")),
    ("Big orders", "Up to 60 rolls with a day's notice, at the side table.", ("rolls", "catering")),
    ("Parking", "Two bays behind the shop, free for half an hour.", ("parking", "car park", "bay")),
    ("Dogs", "Welcome outside, water bowl by the bench. Not in the queue.", ("dog", "dogs", "puppy")),
    ("Coffee refund cups", "Bring the cup back and get 50 cents.", ("deposit", "cup", "cups")),
    ("Wedding cakes", "Six weeks ahead, tasting on Thursdays.", ("wedding", "tasting")),
    ("Card payments", "Contactless from 1 euro. No American Express.", ("contactless", "amex", "cash")),
)
MESSAGES: tuple[tuple[str, str], ...] = (
    ("Could you do 40 seeded rolls for Sunday, 9 am?", "Big orders"),
    ("The base of my lemon tart was raw dough.", "Lemon tart"),
    ("Is there any honey in the seeded rye?", "Seeded rye"),
    ("Do you post bread to Scotland?", "Can you post bread?"),
    ("How much is postage for two loaves?", "Can you post bread?"),
    ("Phoned twice before eight and nobody picked up the phone.", "The phone"),
    ("I keep calling and it rings and rings.", "The phone"),
    ("Cake box crushed flat on one side, icing all over the lid.", "Cake boxes"),
    ("Outside for the 8 o'clock sourdough class and the door is locked.", "Sourdough class"),
    ("Are there places left on the workshop?", "Sourdough class"),
    ("€6.20 for a loaf? That is expensive.", "Why the loaf is €6.20"),
    ("My son is allergic to nuts. What can he have?", "Allergen card"),
    ("Anything gluten free for my mum?", "Allergen card"),
    ("Where can we leave the car? Is there parking?", "Parking"),
    ("Can I bring my dog in?", "Dogs"),
    ("Do I get the deposit back on this cup?", "Coffee refund cups"),
    ("We're getting married in May, do you make wedding cakes?", "Wedding cakes"),
    ("Do you take contactless?", "Card payments"),
    ("Is the rye vegan?", "Seeded rye"),
    ("Great bread as always, thank you!", ""),
    ("I will post a review once I've eaten it.", ""),
    ("Been coming here since I was little. Lovely people.", ""),
    ("Waited forty minutes in the queue while staff chatted.", ""),
    ("The girl on the till was rude to my grandmother.", ""),
    ("Can you do better? I expected more.", ""),
    ("My order was wrong again, third time this month.", ""),
    ("Why did nobody answer my message?", ""),
    ("Big fan of yours. Big smile this morning.", ""),
    ("That was a birthday to remember, thanks to Priya.", ""),
    ("You left me standing in the rain at the side gate.", ""),
    ("First class service, as ever.", ""),
    ("I'd like a refund please, twelve euro for nothing.", ""),
    ("It's on the cards that we move back to town.", ""),
)


@pytest.fixture
def shelf(at_counter: Counter) -> Counter:
    settings.put(at_counter.shop.store, settings.SHOP_NAME, "Fenny Lane Bakehouse")
    with at_counter.shop.store.writing():
        for title, text, topics in BOOK:
            shopbook.put_fact(at_counter.shop.store, Fact("", title, text, topics, "Priya", CHECKED))
    return at_counter


@pytest.mark.parametrize(("message", "fact"), MESSAGES)
def test_the_fact_that_fits_or_none(shelf: Counter, message: str, fact: str) -> None:
    found = shopbook.matching(shelf.shop.store, message)
    assert (found[0].title if found else "") == fact
