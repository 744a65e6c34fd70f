"""Wordings that people keep: never postable as they stand, of whom they are, and each change taken back."""

from __future__ import annotations

import pytest

from desktop import counter, history, people, starters
from desktop.errors import Misuse
from desktop.records import Role
from desktop.writing import Ink, Paragraph, Part, Run, Writing
from tests.fixtures_shop import Counter

LINE = "We put it back in the oven for {what we found} and rang {who} before noon."


def texts(at: Counter) -> list[str]:
    return [one.text for one in counter.own_wordings(at.shop)]


def as_helper(at: Counter) -> None:
    with at.shop.store.writing():
        tom = people.add(at.shop.store, "Tom", Role.HELPER, at.clock.now(), sign_off="Tom")
    at.shop.set_person(tom)


def test_a_kept_wording_stands_first_among_the_others_and_its_undo_takes_it_away(at_counter: Counter) -> None:
    undo = counter.keep_wording(at_counter.shop, Part.NEXT, "late", f"  {LINE}\n")
    (kept,) = counter.own_wordings(at_counter.shop)
    first, second, *_ = starters.other_wordings(Part.NEXT, "late", {}, {}, (kept,))
    assert first.wording.text == LINE and second.wording.id == "late-n1"
    assert [run.text for run in first.paragraph.runs if run.is_blank] == ["what we found", "who"]
    assert kept not in [one.wording for one in starters.other_wordings(Part.OWN, "late", {}, {}, (kept,))]
    undo.take_back(at_counter.shop)
    assert texts(at_counter) == []
    assert [(e.person_name, e.kind) for e in history.of(at_counter.shop.store, kept.id)] == [
        ("Ines", "wording_kept"),
        ("Ines", "undone"),
    ]


def test_a_general_one_is_offered_in_every_complaint_after_those_of_the_situation(
    at_counter: Counter,
) -> None:
    counter.keep_wording(at_counter.shop, Part.NEXT, "gen", LINE)
    kept = counter.own_wordings(at_counter.shop)
    offered = [one.wording.text for one in starters.other_wordings(Part.NEXT, "late", {}, {}, kept)]
    assert 0 < offered.index(LINE) < len(offered) - 1
    assert LINE not in [c.wording.text for c in starters.other_wordings(Part.NEXT, "ques", {}, {}, kept)]


def test_a_used_one_rests_like_any_other(at_counter: Counter) -> None:
    counter.keep_wording(at_counter.shop, Part.NEXT, "late", LINE)
    (kept,) = counter.own_wordings(at_counter.shop)
    starters.note_use(at_counter.shop.store, (kept.id,), "reply-1", at_counter.clock.now())
    last = starters.other_wordings(Part.NEXT, "late", counter.resting(at_counter.shop), {}, (kept,))[-1]
    assert last.wording == kept and last.rests_until is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "We will ring you before noon.",
        "Dear {name}, we will ring you before noon.",
        "Dear {name}, {your first name} rings you in {hours}.",
        "We will ring {somebody nice} before noon.",
        "We will ring {who before noon.",
        "We will ring who} before noon.",
        "We will ring {{who}} before noon.",
        "{who} {when}",
        "{}",
        "We ring {who}. " + "x" * 600,
    ],
)
def test_what_could_be_posted_as_it_stands_or_is_no_wording_is_refused(
    at_counter: Counter, text: str
) -> None:
    with pytest.raises(Misuse):
        counter.keep_wording(at_counter.shop, Part.NEXT, "late", text)
    assert texts(at_counter) == []


@pytest.mark.parametrize(("part", "situation"), [(Part.SIGN, "gen"), (Part.NEXT, "elsewhere")])
def test_a_sign_off_and_a_situation_nobody_knows_are_refused(
    at_counter: Counter, part: Part, situation: str
) -> None:
    with pytest.raises(Misuse):
        counter.keep_wording(at_counter.shop, part, situation, LINE)


def test_the_owners_stay_and_a_helper_makes_a_variant(at_counter: Counter) -> None:
    counter.keep_wording(at_counter.shop, Part.NEXT, "late", LINE)
    (owners,) = counter.own_wordings(at_counter.shop)
    owner = at_counter.shop.me
    as_helper(at_counter)
    assert texts(at_counter) == [LINE]
    with pytest.raises(Misuse, match="owner's"):
        counter.remove_wording(at_counter.shop, owners.id)
    counter.change_wording(at_counter.shop, owners.id, "I ring {who} before noon.")
    assert texts(at_counter) == ["I ring {who} before noon.", LINE]
    at_counter.shop.set_person(owner)
    assert texts(at_counter) == [LINE]


def test_a_change_and_a_removal_are_taken_back(at_counter: Counter) -> None:
    counter.keep_wording(at_counter.shop, Part.COMPANY, "late", "Bear with me till {when}.")
    (old,) = counter.own_wordings(at_counter.shop)
    changed = counter.change_wording(at_counter.shop, old.id, "Hold on till {when}.")
    assert texts(at_counter) == ["Hold on till {when}."]
    changed.take_back(at_counter.shop)
    assert counter.own_wordings(at_counter.shop) == (old,)
    removed = counter.remove_wording(at_counter.shop, old.id)
    assert texts(at_counter) == []
    with pytest.raises(Misuse, match="any more"):
        counter.change_wording(at_counter.shop, old.id, LINE)
    removed.take_back(at_counter.shop)
    assert counter.own_wordings(at_counter.shop) == (old,)


# ---- keep my words --------------------------------------------------------------------------------------


def typed(text: str, part: Part | None = Part.OWN, *more: Run) -> Paragraph:
    return Paragraph((Run("Marta", Ink.FILLED), Run(", ", Ink.LIBRARY), Run(text), *more), part)


SIXTY = "two trays went in together and the one at the back never baked"


def test_sixty_characters_typed_in_a_part_are_worth_keeping() -> None:
    assert len(SIXTY) >= 60
    assert starters.worth_keeping(Writing((typed(SIXTY),))) == (Part.OWN, f"Marta, {SIXTY}")


def test_the_paragraph_with_the_most_words_of_ones_own_is_offered_without_braces() -> None:
    longer = typed(SIXTY + " {as we found}", Part.NEXT)
    kept = starters.worth_keeping(Writing((typed(SIXTY), longer)))
    assert kept == (Part.NEXT, f"Marta, {SIXTY} (as we found)")


@pytest.mark.parametrize(
    "paragraph",
    [
        typed(SIXTY[:50]),
        typed(SIXTY, None),
        typed(SIXTY, Part.SIGN),
        typed(SIXTY, Part.OWN, Run("when", Ink.BLANK)),
        Paragraph((Run(SIXTY * 2, Ink.LIBRARY), Run("my own")), Part.OWN),
    ],
)
def test_less_than_that_and_words_outside_a_part_are_not(paragraph: Paragraph) -> None:
    assert starters.worth_keeping(Writing((paragraph,))) is None


def test_words_become_blanks_and_what_stands_around_them_stays() -> None:
    text = "Marta, the oven's “back shelf” failed on Friday."
    blanks = [(0, 1, "name"), (3, 5, "what we found"), (7, 8, "when")]
    assert starters.with_blanks(text, blanks) == "{name}, the oven's “{what we found}” failed on {when}."
    assert starters.with_blanks(text, []) == text
    assert starters.with_blanks("Marta's tart", [(0, 1, "name")]) == "{name}'s tart"
