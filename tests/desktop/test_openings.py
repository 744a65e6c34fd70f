"""Every opening the app offers reads as one thing: walked, filled in with plausible words, and read by the coach."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from desktop import coach
from desktop.records import Channel, Kind, Limit, Purpose
from desktop.starters import SIGN_OFF, Starter, compose, starters_for, wording
from desktop.starters.nouns import COMPLAINTS, Stance
from desktop.writing import Ink, Paragraph, Part, Run, Writing

KNOWN = {"name": "Marta", "your first name": "Tom", "hours": "Tuesday to Sunday, 7 to 16"}
SIGNED = {**KNOWN, SIGN_OFF: "Tom, on the counter today"}
FILLED = {
    "their detail": "the raw base",
    "what it cost them": "eleven people and no pudding",
    "what went wrong here": "Two trays went in together",
    "what we found": "one lemon tart, collected Friday at four",
    "what you'll do": "bake you another and bring it round",
    "what you'll do, and by when": "another tart, on your table by six tomorrow",
    "what you've done, and when": "the tart was baked again on Saturday and brought round",
    "what you've done": "baked it again",
    "what you're doing": "going through Friday's list",
    "what you promised": "Friday at four",
    "what they ordered": "a lemon tart",
    "what changed": "We bake one tray at a time",
    "what kind of detail": "your phone number",
    "what has to stop": "names for the people here",
    "what you're doing today": "by the ovens today",
    "when": "four this afternoon",
    "where": "the board outside",
    "thing": "the lemon tart",
    "the amount": "24 euros",
    "how it felt": "small",
    "how it ended": "the second tart held",
    "how to reach you": "the counter till four",
    "your answer": "yes, two trays by nine",
    "your honest reason": "the oven had just failed",
    "their idea": "a bell at the door",
    "who it helps": "people with full hands",
    "the other business": "Puddle Lane Motors",
    "one thing you need to know": "which day you came",
}  # fmt: skip
THEIRS = "The base of the lemon tart was raw, eleven people, no pudding. Charged 24 euros. Nobody picked up the phone."

NOT_TOGETHER = [
    ("short answer", "i don't know"),
    ("i've looked into it", "i don't know"),
    ("i've looked up", "i don't know"),
    ("that one's ours", "we see this one differently"),
    ("that's our mistake", "we can't go below"),
    ("we packed the wrong one", "i don't know"),
    ("we'll try it", "we can't"),
    ("i'd like to answer that part", "i'm not going to answer"),
    ("i'd like to answer that part", "i've answered what i can"),
    ("we closed early", "our hours are"),
    ("i don't know the cause", "the cause was"),
    ("is sorted", "did "),
    ("i think you mean", "that one's ours"),
    ("i'm on my way", "it left us at"),
    ("i won't repeat any of it", "is in your post as well"),
]
TAKEN_FOR_GRANTED = (
    "we've stopped selling",
    "we closed early",
    "we gave your place away",
    "we've hidden",
    "an update on",
)


@dataclass(frozen=True)
class Case:
    """A conversation, as far as it decides which openings are offered."""

    kind: Kind
    situation: str
    facts: tuple[str, ...] = ()

    def starters(self) -> tuple[Starter, ...]:
        facts = dict.fromkeys(self.facts, True)
        return starters_for(self.kind, situation=self.situation, **facts)  # type: ignore[arg-type]


CASES = [
    *(Case(Kind.COMPLAINT, situation) for situation in (*COMPLAINTS, "priv", "not")),
    *(Case(Kind.COMPLAINT, situation, ("is_happening_now",)) for situation in (*COMPLAINTS, "priv", "not")),
    *(Case(Kind.COMPLAINT, situation, ("is_fixed",)) for situation in (*COMPLAINTS, "priv", "ser")),
    *(Case(Kind.COMPLAINT, situation, ("is_fixed", "told_us")) for situation in (*COMPLAINTS, "priv", "ser")),
    Case(Kind.COMPLAINT, "ser", ("is_serious",)),
    Case(Kind.QUESTION, "ser", ("is_serious",)),
    Case(Kind.QUESTION, "ques"),
    Case(Kind.PRAISE, "praise"),
    Case(Kind.IDEA, "idea"),
    Case(Kind.MIX_UP, "mix"),
    Case(Kind.ABUSIVE, "abuse"),
]
OPENINGS = [pytest.param(case, i, id=f"{case.kind}-{case.situation}-{'-'.join(case.facts)}-{i}")
            for case in CASES for i in range(len(case.starters()))]  # fmt: skip


def filled(writing: Writing) -> Writing:
    """Every blank typed over, the first word of a sentence with a capital."""

    def put(run: Run, before: str) -> Run:
        if not run.is_blank:
            return run
        text = FILLED[run.text]
        return Run(text[0].upper() + text[1:] if not before or before.endswith((". ", ": ")) else text)

    made = []
    for paragraph in writing.paragraphs:
        runs: list[Run] = []
        for run in paragraph.runs:
            runs.append(put(run, "".join(r.text for r in runs)))
        made.append(Paragraph(tuple(runs), paragraph.part, paragraph.wording))
    return Writing(tuple(made))


def opening(case: Case, which: int, resting: tuple[str, ...] = (), known: dict[str, str] = SIGNED) -> Writing:
    return compose(case.starters()[which], situation=case.situation, known=known, resting=resting)


def contradictions(text: str) -> list[tuple[str, str]]:
    low = text.lower()
    return [pair for pair in NOT_TOGETHER if all(re.search(rf"\b{re.escape(words)}", low) for words in pair)]


@pytest.mark.parametrize(("case", "which"), OPENINGS)
def test_an_opening_has_few_blanks_and_asks_for_nothing_twice(case: Case, which: int) -> None:
    """At most three blanks; where the design has four parts before the sign-off, one in each of them."""
    writing = opening(case, which)
    written = [p for p in writing.paragraphs if p.part is not Part.SIGN]
    blanks = writing.blanks()
    assert 1 <= len(blanks) <= max(3, len(written))
    assert len(set(blanks)) == len(blanks)


@pytest.mark.parametrize(("case", "which"), OPENINGS)
def test_an_opening_says_one_thing(case: Case, which: int) -> None:
    text = filled(opening(case, which)).plain()
    assert "{" not in text
    assert not contradictions(text), text
    assert not [words for words in TAKEN_FOR_GRANTED if words in text.lower()], text
    assert text.count("Marta") <= 1, text  # no doubled greeting
    assert not re.search(r"\b(\w+) \1\b", text), text


@pytest.mark.parametrize(("case", "which"), OPENINGS)
def test_a_filled_opening_sells_nothing_and_takes_nothing_back(case: Case, which: int) -> None:
    starter = case.starters()[which]
    reading = coach.read(
        coach.Scene(
            writing=filled(opening(case, which)),
            channel=Channel.PRIVATE if starter.purpose is Purpose.ASK else Channel.PUBLIC,
            kind=case.kind,
            their_name="Marta",
            their_text=THEIRS,
            place="Google",
            limit=Limit(4096),
            count=len,
            now=datetime(2025, 6, 14, 8, tzinfo=UTC),
            person_name="Tom",
            sign_off="Tom, on the counter today",
            is_serious=case.situation == "ser",
        )
    )
    # Only the blanks are filled here, so most of it is the starter's; and one detail is named of several.
    assert not {finding.check for finding in reading.findings} - {"c-second", "c-own"}


@pytest.mark.parametrize(("case", "which"), OPENINGS)
def test_an_opening_still_agrees_with_itself_when_its_wordings_rest(case: Case, which: int) -> None:
    """A busy month: each time another opening, and never one that says what nobody chose to say."""
    resting: tuple[str, ...] = ()
    for _ in range(4):
        writing = opening(case, which, resting)
        assert not contradictions(writing.plain()), writing.plain()
        fixed = {slot.wording for slot in case.starters()[which].slots}
        for paragraph in writing.paragraphs:
            used = wording(paragraph.wording)
            assert used is None or used.id in fixed or used.stance is not Stance.CHOSEN
        resting = (*resting, *writing.wordings())


@pytest.mark.parametrize(("case", "which"), OPENINGS)
def test_without_a_saved_sign_off_there_is_one_blank_more(case: Case, which: int) -> None:
    assert len(opening(case, which, known=KNOWN).blanks()) == len(opening(case, which).blanks()) + 1


def test_a_contradiction_would_be_seen() -> None:
    """The walk above is only worth something if it can fail."""
    both = Writing(
        tuple(
            Paragraph((Run(found.text, Ink.LIBRARY),), found.part, found.id)
            for found in (wording("ques-d1"), wording("ques-n1"))
            if found
        )
    )
    assert contradictions(both.plain()) == [("short answer", "i don't know")]
