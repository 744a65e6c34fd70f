"""Starters: every opening has something left to write, nothing is guessed, and what was used rests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop import starters, store
from desktop.records import Kind, Purpose
from desktop.starters import FILLABLE, SIGN_OFF, SITUATIONS, STARTERS, compose, library, starters_for
from desktop.writing import Ink, Paragraph, Part, Run

NOW = datetime(2025, 6, 14, 8, 10, tzinfo=UTC)
TOMORROW = datetime(2025, 6, 15, 7, tzinfo=UTC)
KNOWN = {"name": "Marta", "your first name": "Tom", "hours": "Tuesday to Sunday, 7 to 16"}
MARTA = (
    "Ordered the lemon tart two weeks ahead for my mum’s 70th. Collected Friday at 4, looked lovely, cut it after"
    " dinner and the middle of the base was raw dough. Eleven people, no pudding. Phoned twice this morning and"
    " nobody picked up."
)


# ---- the library ----------------------------------------------------------------------------------------


def test_every_wording_has_a_blank_the_app_never_fills() -> None:
    assert len(library()) == 166
    for wording in library():
        assert set(wording.blanks) - FILLABLE, wording.id
        assert starters.paragraph_of(wording, dict.fromkeys(FILLABLE, "known")).plain().count("{") >= 1, (
            wording.id
        )


def test_every_wording_says_the_blanks_it_has() -> None:
    for wording in library():
        blanks = [run.text for run in starters.paragraph_of(wording, {}).runs if run.is_blank]
        assert tuple(dict.fromkeys(blanks)) == tuple(dict.fromkeys(wording.blanks)), wording.id
        assert starters.paragraph_of(wording, {}).plain() == wording.text


def test_no_wording_uses_a_word_the_rules_forbid() -> None:
    forbidden = (
        "inconvenience|valued|reach out|rest assured|kindly|we strive|unfortunately|sorry, but|sorry you feel|policy"
        "|!|#|http|hope to see you|stars|rating"
    )
    for wording in library():
        for word in forbidden.split("|"):
            assert word not in wording.text.lower(), wording.id


# ---- which starters -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "facts", "names"),
    [
        (Kind.COMPLAINT, {}, ["Own it and fix it", "I'm looking into it"]),
        (Kind.COMPLAINT, {"is_happening_now": True}, ["I'm on my way", "I'm looking into it"]),
        (Kind.COMPLAINT, {"is_serious": True}, ["Say it's serious", "I'm looking into it"]),
        (Kind.COMPLAINT, {"situation": "priv"}, ["Take it private, say so in public", "I'm looking into it"]),
        (Kind.COMPLAINT, {"is_fixed": True}, ["Post the ending"]),
        (Kind.COMPLAINT, {"is_fixed": True, "told_us": True}, ["Ask how it ended", "Post the ending"]),
        (Kind.QUESTION, {}, ["Answer the question", "I'm looking into it"]),
        (Kind.PRAISE, {}, ["Say thank you back"]),
        (Kind.IDEA, {}, ["Take the idea"]),
        (Kind.MIX_UP, {}, ["Point them the right way"]),
        (Kind.ABUSIVE, {}, ["Answer the part that's real"]),
        (Kind.OTHER, {}, []),
    ],
)
def test_the_first_choice_fits_and_looking_into_it_comes_second(
    kind: Kind, facts: dict, names: list[str]
) -> None:
    assert [starter.name for starter in starters_for(kind, **facts)] == names


_OWN, _LOOKING, _WAY = "hear detail own next sign", "hear detail company next sign", "detail next sign"
_NOW, _SERIOUS = {"is_happening_now": True}, {"is_serious": True}
DEFAULTS = [  # kind, facts, situation, parts of the first opening and of the second, sets their own wordings come from
    *((Kind.COMPLAINT, {}, s, _OWN, _LOOKING, f"{s} gen") for s in starters.COMPLAINTS),
    *((Kind.COMPLAINT, _NOW, s, _WAY, _LOOKING, f"{s} gen book") for s in starters.COMPLAINTS),
    (Kind.COMPLAINT, {}, "not", "hear detail next sign", _LOOKING, "gen"),
    (Kind.COMPLAINT, {}, "priv", "hear next sign", "hear next sign", "priv gen"),
    (Kind.COMPLAINT, _SERIOUS, "ser", _OWN, "hear own next sign", "ser"),
    (Kind.QUESTION, {}, "ques", "detail next sign", "company next sign", "ques"),
    (Kind.PRAISE, {}, "praise", "detail hear sign", None, "praise"),
    (Kind.IDEA, {}, "idea", "detail next sign", None, "idea"),
    (Kind.MIX_UP, {}, "mix", "detail next sign", None, "mix"),
    (Kind.ABUSIVE, {}, "abuse", "hear next sign", None, "abuse"),
    (Kind.COMPLAINT, {"is_fixed": True}, "gen", "detail own next sign", None, "say"),
    (
        Kind.COMPLAINT, {"is_fixed": True, "told_us": True}, "gen",
        "detail show sign", "detail own next sign", "show say",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "facts", "situation", "first", "second", "sets"), DEFAULTS)
def test_every_situation_has_its_parts_and_its_own_wordings(
    kind: Kind, facts: dict, situation: str, first: str, second: str | None, sets: str
) -> None:
    openings = [
        compose(starter, situation=situation, known={**KNOWN, SIGN_OFF: "Tom"})
        for starter in starters_for(kind, situation=situation, **facts)
    ]
    parts = [" ".join(str(p.part) for p in opening.paragraphs) for opening in openings]
    assert parts == [each for each in (first, second) if each]
    used = {wording.partition("-")[0] for opening in openings for wording in opening.wordings()}
    assert used - {"co", "sign"} <= set(sets.split()) and sets.split()[0] in used


def test_only_between_complaints_is_there_a_situation_to_choose() -> None:
    choosable = starters.situations_for(Kind.COMPLAINT)
    assert set(choosable) == {*starters.COMPLAINTS, "priv", "not"} and set(choosable) <= set(SITUATIONS)
    assert starters.situations_for(Kind.COMPLAINT, is_serious=True) == ()
    assert all(starters.situations_for(kind) == () for kind in Kind if kind is not Kind.COMPLAINT)


def test_looking_into_it_is_a_promise_and_asking_is_an_ask() -> None:
    assert starters_for(Kind.COMPLAINT)[1].purpose is Purpose.LOOKING
    ask, ending = starters_for(Kind.COMPLAINT, is_fixed=True, told_us=True)
    assert (ask.purpose, ending.purpose) == (Purpose.ASK, Purpose.ENDING)


@pytest.mark.parametrize("key", STARTERS)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_no_composed_starter_could_be_posted_as_it_stands(key: str, situation: str) -> None:
    known = {**KNOWN, SIGN_OFF: "Tom, on the counter today"}
    writing = compose(STARTERS[key], situation=situation, known=known)
    assert writing.blanks() or not [p for p in writing.paragraphs if p.part is not Part.SIGN]


@pytest.mark.parametrize(
    ("kind", "facts", "situation"),
    [(Kind.COMPLAINT, {}, s) for s in ("gen", "late", "fault", "wrong", "rude", "price", "hours", "book")]
    + [(Kind.COMPLAINT, {"is_serious": True}, "ser"), (Kind.COMPLAINT, {"situation": "priv"}, "priv")]
    + [
        (Kind.QUESTION, {}, "ques"),
        (Kind.PRAISE, {}, "praise"),
        (Kind.IDEA, {}, "idea"),
        (Kind.MIX_UP, {}, "mix"),
    ]
    + [(Kind.ABUSIVE, {}, "abuse")],
)
def test_every_part_of_a_fitting_starter_has_a_paragraph(kind: Kind, facts: dict, situation: str) -> None:
    for starter in starters_for(kind, **facts):
        writing = compose(starter, situation=situation, known=KNOWN)
        assert tuple(p.part for p in writing.paragraphs) == starter.parts


def test_serious_takes_only_serious_wordings_and_names_no_cause() -> None:
    writing = compose(starters_for(Kind.COMPLAINT, is_serious=True)[0], situation="fault", known=KNOWN)
    assert [p.wording for p in writing.paragraphs] == ["ser-h2", "ser-d1", "ser-o1", "ser-n4", "sign-1"]


def test_a_missed_booking_on_the_doorstep_starts_with_on_my_way() -> None:
    writing = compose(starters_for(Kind.COMPLAINT, is_happening_now=True)[0], situation="book", known=KNOWN)
    assert "I'm on my way to {where} this minute." in writing.plain()


# ---- composing ------------------------------------------------------------------------------------------


def test_only_what_is_safely_known_is_filled() -> None:
    everything = {name: "x" for wording in library() for name in wording.blanks}
    writing = compose(STARTERS["own"], situation="gen", known={**everything, **KNOWN})
    filled = [run.text for p in writing.paragraphs for run in p.runs if run.ink is Ink.FILLED]
    assert filled == ["Marta", "Tom"]
    assert set(writing.blanks()) >= {"what it cost them", "their detail", "what went wrong here"}


def test_the_saved_sign_off_is_the_whole_last_part() -> None:
    writing = compose(
        STARTERS["own"], situation="gen", known={**KNOWN, SIGN_OFF: "Tom, on the counter today"}
    )
    assert writing.paragraphs[-1] == Paragraph((Run("Tom, on the counter today", Ink.FILLED),), Part.SIGN)


def test_an_unknown_name_stays_a_blank() -> None:
    assert "name" in compose(STARTERS["ending"], situation="gen", known={"name": " "}).blanks()


def test_resting_wordings_are_passed_over_while_others_are_fresh() -> None:
    first = compose(STARTERS["own"], situation="gen", known={})
    again = compose(STARTERS["own"], situation="gen", known={}, resting=first.wordings())
    assert not set(first.wordings()) & set(again.wordings())
    all_resting = [w.id for w in library()]
    assert (
        compose(STARTERS["own"], situation="gen", known={}, resting=all_resting).wordings()
        == first.wordings()
    )


def test_two_next_steps_of_one_starter_are_two_wordings() -> None:
    writing = compose(STARTERS["crisis"], situation="crisis", known={})
    assert len(set(writing.wordings())) == len(writing.paragraphs)


def test_other_wordings_show_the_resting_last_with_their_time() -> None:
    until = NOW + timedelta(days=24)
    choices = starters.other_wordings(Part.NEXT, "late", {"late-n1": until, "gen-n2": until}, KNOWN)
    assert [c.wording.id for c in choices[:2]] == ["late-n2", "gen-n1"]
    assert [(c.wording.id, c.rests_until) for c in choices[-2:]] == [("late-n1", until), ("gen-n2", until)]


def test_a_part_without_a_wording_is_an_empty_paragraph_of_that_part() -> None:
    assert starters.part_paragraph(Part.OWN, "ques", {}) == Paragraph((), Part.OWN)


def test_avoiding_a_wording_gives_the_next_one() -> None:
    assert starters.part_paragraph(Part.HEAR, "gen", {}, avoid=("gen-h1",)).wording == "gen-h2"


# ---- which parts, which situation -----------------------------------------------------------------------


def test_ask_to_show_is_locked_until_it_is_fixed_and_they_told_us() -> None:
    def show(**facts: bool) -> starters.PartOffer:
        return next(offer for offer in starters.parts_for(Kind.COMPLAINT, **facts) if offer.part is Part.SHOW)

    assert show().is_locked
    assert show(is_fixed=True).is_locked
    assert show().tooltip == "Comes later: once they've told you it's sorted."
    assert not show(is_fixed=True, told_us=True).is_locked


def test_praise_offers_nothing_to_own_or_to_do() -> None:
    offered = [offer.label for offer in starters.parts_for(Kind.PRAISE)]
    assert offered == ["Hear them", "Their detail", "Sign off"]


@pytest.mark.parametrize(
    ("kind", "text", "situation"),
    [
        (Kind.COMPLAINT, MARTA, "fault"),
        (Kind.COMPLAINT, "Still waiting for my order, two hours late", "late"),
        (Kind.COMPLAINT, "You sent the wrong size again", "wrong"),
        (Kind.COMPLAINT, "The woman at the till was rude and rolled her eyes", "rude"),
        (Kind.COMPLAINT, "£12 for a valve cap, what a rip off", "price"),
        (Kind.COMPLAINT, "Google said open, drove 40 minutes, shop was closed", "hours"),
        (Kind.COMPLAINT, "We booked a table for six and you had lost our booking", "book"),
        (Kind.COMPLAINT, "You read out my surname and my phone number in a comment", "priv"),
        (Kind.COMPLAINT, "Hmm.", "gen"),
        (Kind.QUESTION, MARTA, "ques"),
        (Kind.PRAISE, "Lovely", "praise"),
        (Kind.OTHER, "Lovely", "gen"),
    ],
)
def test_the_situation_comes_from_the_kind_and_their_words(kind: Kind, text: str, situation: str) -> None:
    assert starters.situation_of(kind, text) == situation
    assert situation in SITUATIONS


def test_serious_is_its_own_situation() -> None:
    assert starters.situation_of(Kind.COMPLAINT, MARTA, is_serious=True) == "ser"


# ---- resting --------------------------------------------------------------------------------------------


@pytest.fixture
def shop_file(tmp_path: Path):  # noqa: ANN201
    path = tmp_path / store.FILE_NAME
    store.prepare(path)
    opened = store.Store(path)
    yield opened
    opened.close()


def test_a_posted_wording_rests_thirty_days_from_its_last_use(shop_file: store.Store) -> None:
    starters.note_use(shop_file, ("gen-h1", "gen-n1", "gen-h1"), "reply-1", NOW - timedelta(days=10))
    starters.note_use(shop_file, ("gen-h1",), "reply-2", NOW)
    starters.note_use(shop_file, ("gen-o1",), "reply-0", NOW - timedelta(days=31))
    assert starters.rested(shop_file, NOW) == {
        "gen-h1": NOW + timedelta(days=30),
        "gen-n1": NOW + timedelta(days=20),
    }
    assert set(starters.rested(shop_file, NOW, days=7)) == {"gen-h1"}


def test_noting_the_same_reply_twice_changes_nothing(shop_file: store.Store) -> None:
    for _ in range(2):
        starters.note_use(shop_file, ("gen-h1",), "reply-1", NOW)
    assert shop_file.value("select count(*) from wording_uses") == 1


# ---- what to put in a blank -----------------------------------------------------------------------------


def test_a_blank_offers_their_own_words_then_times() -> None:
    theirs, times = starters.suggestions_for(
        "what it cost them", MARTA, now=NOW, closes_at=NOW.replace(hour=16, minute=0), opens_at=TOMORROW
    )
    assert (theirs.title, times.title) == ("Their words", "Times")
    assert {"Eleven people", "no pudding", "my mum’s 70th", "raw dough"} <= set(theirs.items)
    assert times.items == ("09:15 today", "16:00 today", "10:00 tomorrow")


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("my mum’s 70th", "your mum’s 70th"),
        ("My wife", "Your wife"),
        ("Food poisoning after your egg sandwich", "Food poisoning after our egg sandwich"),
        ("I cut my lip", "I cut my lip"),
        ("eleven people", "eleven people"),
    ],
)
def test_their_words_are_ours_to_say_once_they_are_picked(theirs: str, ours: str) -> None:
    assert starters.said_back(theirs) == ours


def test_the_day_it_opens_next_is_named() -> None:
    def last(days: int) -> str:
        (times,) = starters.suggestions_for("when", "", now=NOW, opens_at=TOMORROW + timedelta(days=days))
        return times.items[-1]

    assert [last(days) for days in (-1, 0, 1, 9)] == [
        "10:00 today",
        "10:00 tomorrow",
        "10:00 on Monday",
        "10:00 on 24 June",
    ]


def test_a_blank_for_an_answer_offers_the_shop_book_first() -> None:
    sections = starters.suggestions_for("your answer", MARTA, now=NOW, facts=("Two trays by half past eight.",))
    assert [section.title for section in sections] == ["Shop book", "Their words", "Times"]
    assert sections[0].items == ("Two trays by half past eight.",)
    assert starters.suggestions_for("their detail", MARTA, now=NOW, facts=("x",))[-1].title == "Shop book"


def test_a_blank_for_a_time_offers_times_first() -> None:
    sections = starters.suggestions_for(
        "when", MARTA, now=NOW.replace(hour=15, minute=40), closes_at=NOW.replace(hour=16, minute=0)
    )
    assert [section.title for section in sections] == ["Times", "Their words"]
    assert sections[0].items == ("16:00 today",)


def test_without_hours_and_words_there_is_still_a_time() -> None:
    assert [s.items for s in starters.suggestions_for("when", "", now=NOW)] == [("the end of tomorrow",)]
