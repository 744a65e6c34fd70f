"""The parts of the openings: as they come, as the owner and each helper wants them, and back again."""

from __future__ import annotations

import pytest

from desktop import counter, history, people, settings, starters
from desktop.errors import Misuse
from desktop.records import Person
from desktop.starters import SIGN_OFF, STARTERS, Starter, compose
from desktop.writing import Ink, Part
from tests.desktop.test_openings import contradictions
from tests.fixtures_shop import Counter
from ui.conversation import facts

KNOWN = {"name": "Marta", "your first name": "Tom", SIGN_OFF: "Tom"}
FACT_SHEET = {
    "thing",
    "from",
    "until",
    "what we know",
    "what you don't know yet",
    "what people should do",
    "when",
}
_OWN, _LOOKING, _WAY = "hear detail own next sign", "hear detail company next sign", "detail next sign"
TABLE = {  # a situation -> the openings offered there and the parts each has on (design 4.4, copy 2.21)
    **dict.fromkeys(starters.COMPLAINTS, (("own", _OWN), ("way", _WAY), ("looking", _LOOKING))),
    "not": (("not_us", "hear detail next sign"), ("looking", _LOOKING)),
    "ser": (("serious", _OWN), ("looking_ser", "hear own next sign")),
    "priv": (("private", "hear next sign"), ("looking_priv", "hear next sign")),
    "ques": (("question", "detail next sign"), ("looking_ques", "company next sign")),
    "praise": (("thanks", "detail hear sign"),),
    "idea": (("idea", "detail next sign"),),
    "mix": (("mix", "detail next sign"),),
    "abuse": (("abuse", "hear next sign"),),
    "crisis": (("crisis", "hear own detail next next sign"), ("looking", _LOOKING)),
    "show": (("ask", "detail show sign"),),
    "say": (("ending", "detail own next sign"),),
}
ROWS = [(situation, key, parts) for situation, row in TABLE.items() for key, parts in row]


def parts(words: str) -> tuple[Part, ...]:
    return tuple(Part(word) for word in words.split())


def test_the_table_has_every_situation_and_every_opening_offered() -> None:
    assert set(TABLE) == set(starters.SITUATIONS) == set(starters.situations())
    for situation, row in TABLE.items():
        assert [one.key for one in starters.openings_of(situation)] == [key for key, _ in row], situation


@pytest.mark.parametrize(("situation", "key", "on"), ROWS)
def test_each_composes_with_its_parts_few_blanks_and_no_contradiction(
    situation: str, key: str, on: str
) -> None:
    writing = compose(STARTERS[key], situation=situation, known=KNOWN)
    assert tuple(p.part for p in writing.paragraphs) == parts(on)
    blanks = [name for name in writing.blanks() if situation != "crisis" or name not in FACT_SHEET]
    assert len(blanks) <= 4 and writing.blanks()
    assert contradictions(writing.plain()) == []


@pytest.mark.parametrize(("situation", "key", "on"), ROWS)
def test_any_choice_of_parts_still_leaves_something_to_write(situation: str, key: str, on: str) -> None:
    """Everything on, only one on, and the other way round: each with a blank, and never two that contradict."""
    starter = STARTERS[key]
    possible = starters.possible_parts(starter, situation)
    assert set(parts(on)) <= set(possible) and Part.SIGN == possible[-1]
    singles = [(part,) for part in possible if part is not Part.SIGN]
    for choice in (possible, tuple(reversed(possible)), *singles):
        made = starters.shaped(starter, situation, choice)
        writing = compose(made, situation=situation, known=KNOWN)
        assert tuple(p.part for p in writing.paragraphs) == choice
        assert made.purpose is starter.purpose and writing.blanks()
        for paragraph in writing.paragraphs:
            assert paragraph.part is Part.SIGN or any(run.ink is Ink.BLANK for run in paragraph.runs)
        assert contradictions(writing.plain()) == [], writing.plain()


@pytest.mark.parametrize(
    ("situation", "key", "choice"),
    [
        ("late", "own", "sign"),
        ("late", "own", ""),
        ("late", "own", "hear hear sign"),
        ("late", "own", "hear show sign"),
        ("late", "own", "hear company sign"),
        ("ser", "serious", "hear company sign"),
        ("not", "not_us", "own next sign"),
        ("praise", "thanks", "own sign"),
    ],
)
def test_what_an_opening_cannot_have_is_refused(situation: str, key: str, choice: str) -> None:
    with pytest.raises(Misuse):
        starters.shaped(STARTERS[key], situation, parts(choice))


def test_serious_and_private_take_new_parts_from_their_own_sets_only() -> None:
    for situation, key in (("ser", "looking_ser"), ("priv", "private")):
        made = starters.shaped(STARTERS[key], situation, starters.possible_parts(STARTERS[key], situation))
        used = compose(made, situation=situation, known=KNOWN).wordings()
        assert {one.partition("-")[0] for one in used} == {situation}


# ---- whose ------------------------------------------------------------------------------------------------

OWN = STARTERS["own"]


def as_tom(at_counter: Counter) -> Person:
    shop = at_counter.shop
    tom = next((one for one in people.all(shop.store) if one.name == "Tom"), None)
    tom = tom or counter.add_person(shop, "Tom")
    shop.set_person(tom)
    return tom


def has(at_counter: Counter, starter: Starter = OWN, situation: str = "late") -> str:
    return " ".join(counter.opening(at_counter.shop, starter, situation).parts)


def test_the_owners_choice_is_everybodys_and_a_helpers_is_their_own(at_counter: Counter) -> None:
    shop, ines = at_counter.shop, at_counter.shop.me
    counter.choose_parts(shop, OWN, "late", parts("own hear next sign"))
    assert has(at_counter) == "own hear next sign" and has(at_counter, situation="fault") == _OWN
    tom = as_tom(at_counter)
    assert has(at_counter) == "own hear next sign"
    shape = counter.shape_of(shop, OWN, "late")
    assert (shape.by, shape.at) == (ines, at_counter.clock.now())
    undo = counter.choose_parts(shop, OWN, "late", parts("hear next sign"))
    assert has(at_counter) == "hear next sign" and counter.shape_of(shop, OWN, "late").by == tom
    shop.set_person(ines)
    assert has(at_counter) == "own hear next sign", "the owner's stays as it is"
    shop.set_person(tom)
    undo.take_back(shop)
    assert has(at_counter) == "own hear next sign"
    counter.choose_parts(shop, OWN, "late", parts("next hear sign"))
    back = counter.as_it_comes(shop, OWN, "late")
    assert has(at_counter) == "own hear next sign"
    back.take_back(shop)
    assert has(at_counter) == "next hear sign"


def test_as_it_comes_again_and_told_to_history(at_counter: Counter) -> None:
    shop = at_counter.shop
    with pytest.raises(Misuse, match="haven't changed"):
        counter.as_it_comes(shop, OWN, "late")
    undo = counter.choose_parts(shop, OWN, "late", parts("hear next sign"))
    counter.choose_parts(shop, OWN, "late", parts("hear sign"))
    counter.as_it_comes(shop, OWN, "late")
    assert has(at_counter) == _OWN and counter.shape_of(shop, OWN, "late") == (OWN.parts, None, None)
    undo.take_back(shop)
    told = [(event.person_name, event.kind) for event in history.of(shop.store, "opening/own/late")]
    changed = ("Ines", "opening_changed")
    assert told == [changed, changed, ("Ines", "opening_reset"), ("Ines", "undone")]
    with pytest.raises(Misuse):
        counter.choose_parts(shop, OWN, "late", parts("sign"))


@pytest.mark.parametrize(
    "kept",
    [
        "nonsense",
        [],
        {"parts": ["hear", "dance"], "at": "2025-06-14T08:00:00.000000Z"},
        {"parts": ["sign"], "at": "2025-06-14T08:00:00.000000Z"},
        {"parts": ["hear", "sign"], "at": "lately"},
        {"parts": ["hear", "sign"]},
        {"parts": 7, "at": None},
    ],
)
def test_what_a_damaged_file_says_is_as_if_nobody_had_chosen(at_counter: Counter, kept: object) -> None:
    shop = at_counter.shop
    settings.put(shop.store, settings.OPENINGS, {"own/late": kept}, person=shop.me.id)
    assert has(at_counter) == _OWN


def test_the_cards_of_a_conversation_begin_as_chosen(at_counter: Counter) -> None:
    shop, one = at_counter.shop, at_counter.hear("Still waiting for my order, two hours late.")
    counter.choose_parts(shop, OWN, "late", parts("own next sign"))
    known = facts.read(shop, one)
    assert known is not None and known.context.first is not None
    assert [p.part for p in known.context.first.writing.paragraphs] == list(parts("own next sign"))
