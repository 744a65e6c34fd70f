"""What the coach says of a draft, and what it leaves alone. The shop is the bakery of the three days."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from desktop import starters
from desktop.coach import CHECKS, Level, PastReply, Reading, Scene, closing, read
from desktop.coach.private import is_card
from desktop.language.times import ago
from desktop.records import Channel, Kind, Limit, Limits
from desktop.writing import Ink, Paragraph, Part, Run, Writing

NOW = datetime(2025, 6, 14, 8, 8, tzinfo=UTC)
MARTA = (
    "Ordered the lemon tart two weeks ahead for my mum’s 70th. Collected Friday at 4, looked lovely, cut it after"
    " dinner and the middle of the base was raw dough. Eleven people, no pudding. Phoned twice this morning and"
    " nobody picked up."
)
TOMS = Limits(money_up_to=30, may_name_cause=False, may_answer_serious=False)


def scene(draft: str | Writing, **changes: object) -> Scene:
    made = Scene(
        writing=Writing.typed(draft) if isinstance(draft, str) else draft,
        channel=Channel.PUBLIC,
        kind=Kind.COMPLAINT,
        their_name="Marta",
        their_text=MARTA,
        place="Google",
        limit=Limit(4096),
        count=len,
        now=NOW,
        person_name="Tom",
        sign_off="Tom, on the counter today",
        owner_name="Ines",
        limits=TOMS,
        shop_name="Fenny Lane Bakehouse",
        staff=("Ines", "Tom", "Priya"),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def checks(reading: Reading) -> list[str]:
    return [finding.check for finding in reading.findings]


def says(draft: str | Writing, **changes: object) -> list[str]:
    return checks(read(scene(draft, **changes)))


GOOD = "Marta, raw dough and no pudding for eleven. I'm sorry. You rang twice for nothing. I'll ring by noon. Tom"


# ---- day 1 and day 2 ------------------------------------------------------------------------------------


def test_a_plain_answer_to_a_question_gets_no_finding() -> None:
    perpetua = scene(
        "Perpetua, yes to 40. They'll be in two trays on the side table from half eight. Ines",
        kind=Kind.QUESTION,
        their_name="Perpetua",
        their_text="Could you do 40 seeded rolls for Sunday, 9 am?",
        person_name="Ines",
        sign_off="",
        limits=Limits(),
    )
    reading = read(perpetua)
    assert reading.findings == ()
    assert closing(perpetua, reading) == ("Nothing to point out", "Read it once as Perpetua. Then post.")


def test_jonas_at_the_door_is_asked_when_until_the_draft_says_now() -> None:
    about = {
        "their_name": "Jonas",
        "their_text": "Outside for the 8 o'clock sourdough class and the door is locked. Anyone?",
    }
    assert says("Jonas, side gate, ten steps to your left, I'm opening it", **about) == ["c-when"]
    assert says("Jonas, side gate, ten steps to your left, I'm opening it now", **about) == []
    assert says("Jonas, side gate, ten steps to your left, I'm opening it now. Tom", **about) == []


def draft_of_step_nine(found: str = "", second: str = "") -> Writing:
    base = [Run("The middle of that base was raw because ")]
    base += [Run(found)] if found else [Run("what we found", Ink.BLANK)]
    when = [Run("noon")] if found else [Run("when", Ink.BLANK)]
    return Writing(
        (
            Paragraph(
                (Run("Marta, eleven of you, your mum's 70th, and the pudding failed. I'm sorry."),),
                Part.HEAR,
                "gen-h1",
            ),
            Paragraph((*base, Run(".")), Part.DETAIL, "gen-d1"),
            Paragraph((Run(f"That's our oven and our mistake, not bad luck.{second}"),), Part.OWN, "gen-o1"),
            Paragraph(
                (
                    Run("I'd like to bake you another and bring it round myself. I'll ring at "),
                    *when,
                    Run(" to ask which day suits."),
                ),
                Part.NEXT,
                "gen-n2",
            ),
            Paragraph((Run("Tom, on the counter today", Ink.FILLED),), Part.SIGN),
        )
    )


BEA = PastReply(
    "Bea R.",
    "Bea, the bread came out grey. I'm sorry.\n"
    "That's our oven and our mistake, not bad luck.\n"
    "I'd like to bake you another and bring it round myself. I'll ring at noon to ask which day suits.\n"
    "Ines, by the ovens",
    NOW - timedelta(days=9, hours=3),
)


def test_step_nine_lists_blanks_then_the_phone_calls_then_the_likeness_then_what_is_good() -> None:
    reading = read(scene(draft_of_step_nine(), past=(BEA,)))
    blanks, phone, canned = reading.findings
    assert (blanks.title, blanks.level) == ("2 blanks to fill", Level.HOLD)
    assert blanks.text == "“what we found” and “when”. If you don't know yet, say so and give a time."
    assert phone.title == "You haven't answered the phone calls"
    assert phone.text == (
        "Marta wrote “Phoned twice this morning and nobody picked up.” Your draft doesn't mention it."
    )
    assert phone.their_span is not None
    assert MARTA[slice(*phone.their_span)] == "Phoned twice this morning and nobody picked up."
    assert re.fullmatch(r"Sounds canned: \d\d% like your reply to Bea R\.", canned.title)
    assert canned.twin == BEA
    assert reading.good == ("Names the problem", "No selling", "No “sorry, but”", "Nothing private")


def test_the_shared_words_are_those_of_one_paragraph_which_can_be_reworded() -> None:
    past = replace(BEA, text="Bea, our mistake, not bad luck. I'd like to bake you another and bring it round. Tom")
    parts = ("Our mistake, not bad luck.", "I'd like to bake you another and bring it round. Tom")
    writing = Writing(tuple(Paragraph((Run(text, Ink.TYPED),)) for text in parts))
    (finding,) = [f for f in read(scene(writing, past=(past,))).findings if f.check.startswith("c-canned")]
    start, end = finding.span or (0, 0)
    assert writing.plain()[start:end] == "I'd like to bake you another and bring it round"


def test_an_earlier_reply_is_so_many_days_ago_by_the_calendar() -> None:
    morning = datetime(2025, 6, 14, 7, 0, tzinfo=timezone(timedelta(hours=1)))
    assert ago(morning, datetime(2025, 6, 5, 10, 0, tzinfo=UTC)) == "nine days ago"
    assert ago(morning, datetime(2025, 6, 12, 20, 0, tzinfo=UTC)) == "two days ago"
    assert ago(morning, datetime(2025, 6, 13, 20, 0, tzinfo=UTC)) == "yesterday"
    assert ago(morning, datetime(2025, 6, 14, 3, 0, tzinfo=UTC)) == "three hours ago"


def test_likeness_names_the_shared_words_and_how_long_ago() -> None:
    past = replace(BEA, text="Bea, that crust was our oven and our mistake, not bad luck. I'll ring. Tom")
    draft = "Marta, the base was raw. That base was our oven and our mistake, not bad luck. Tom"
    finding = read(scene(draft, past=(past,), their_text="The base was raw.")).findings[0]
    percent = finding.title.split()[2]
    assert finding.title == f"Sounds canned: {percent} like your reply to Bea R."
    assert finding.text == "“was our oven and our mistake, not bad luck” was in that one too, nine days ago."
    assert finding.span is not None
    assert draft[slice(*finding.span)].endswith("was our oven and our mistake, not bad luck")


def test_rewording_half_of_it_ends_the_likeness() -> None:
    draft = (
        "Marta, eleven people and the base raw in the middle. You rang twice and nobody came to the phone.\n"
        "Our oven, our mistake, not bad luck. There'll be another on your table by six, carried by me.\nTom"
    )
    assert says(draft, past=(BEA,)) == []


def test_saying_you_rang_twice_answers_the_phone_calls() -> None:
    second = " You rang twice and we let it ring, because until eight there's nobody but the ovens."
    assert says(draft_of_step_nine(second=second)) == ["c-blanks"]
    assert "Names the problem" in read(scene(draft_of_step_nine(second=second))).good


def test_naming_the_cause_is_held_for_the_owner_and_the_phone_line_is_not() -> None:
    second = " You rang twice and we let it ring, because until eight there's nobody but the ovens."
    reading = read(scene(draft_of_step_nine("two trays went in together", second)))
    assert checks(reading) == ["c-limit-thing"]
    held = reading.findings[0]
    assert held.title == "Ask Ines before you promise that"
    assert (
        held.text == "Name a cause in public is on the “Ask first” list. Your words stay exactly as they are."
    )
    assert [action.label for action in held.actions] == ["Ask Ines", "Change it"]
    assert says(draft_of_step_nine("two trays went in together", second), limits=Limits()) == []


def test_a_gift_beside_an_ask_makes_a_pause_with_both_ways_out() -> None:
    draft = "Omar, I'm glad the loaf arrived. Would you add a line below, and there's a free loaf in it for you. Tom"
    reading = read(scene(draft, their_name="Omar", their_text="All sorted, thanks", channel=Channel.PRIVATE))
    assert checks(reading) == ["c-reward"]
    finding = reading.findings[0]
    assert finding.level is Level.PAUSE
    offer, ask = finding.actions
    assert (offer.label, ask.label) == ("Take out the offer", "Take out the ask")
    assert offer.span is not None and ask.span is not None
    without = draft[: offer.span[0]] + draft[offer.span[1] :]
    assert without == "Omar, I'm glad the loaf arrived. Would you add a line below. Tom"
    assert says(without, their_name="Omar", their_text="All sorted, thanks", channel=Channel.PRIVATE) == []
    assert "add a line" in draft[slice(*ask.span)]


def test_notes_and_empty_drafts_get_nothing() -> None:
    assert says("The base was raw because two trays went in. €500 back", channel=Channel.NOTE) == []
    empty = scene("")
    assert closing(empty, read(empty)) == (
        "Nothing to check yet",
        "Start anywhere. The first line can be the last one you keep.",
    )


# ---- holds ----------------------------------------------------------------------------------------------


def test_one_blank_is_said_in_the_singular_and_found_in_the_text() -> None:
    writing = Writing((Paragraph((Run("By "), Run("when", Ink.BLANK), Run(". Tom"))),))
    finding = read(scene(writing)).findings[0]
    assert (finding.check, finding.title, finding.count) == ("c-blank1", "1 blank to fill", 1)
    assert finding.span == (3, 9)


def test_too_long_counts_as_the_place_counts_and_marks_the_overflow() -> None:
    reading = read(scene("é" * 12, limit=Limit(20), count=lambda text: len(text.encode())))
    finding = reading.findings[0]
    assert finding.title == "4 characters over for Google"
    assert finding.text == "Google stops at 20. Shorten it, or post the first part and carry on privately."
    assert finding.span == (10, 12)


@pytest.mark.parametrize(
    ("draft", "says_amount"),
    [
        ("I'll give you €50 back by noon. Tom", "€50"),
        ("You'll have 50 euros back by noon. Tom", "50 euros"),
        ("We can refund £45.50 today. Tom", "£45.50"),
        ("Here's a voucher for $1,200 today. Tom", "$1,200"),
        ("We'll transfer fifty euros back today. Tom", "fifty euros"),
        ("I can return 1.200,50 € today. Tom", "1.200,50 €"),
    ],
)
def test_more_money_than_the_limit_is_held(draft: str, says_amount: str) -> None:
    found = [f for f in read(scene(draft)).findings if f.check == "c-limit-money"]
    assert [f.text for f in found] == [
        f"You may offer up to €30. This says {says_amount}. Ask Ines and it waits here."
    ]


@pytest.mark.parametrize(
    "draft",
    [
        "I'll give you €30 back by noon. Tom",
        "You paid €50 for it. Tom",
        "Your bill of 14 June was at 16:00, table 50. Tom",
        "I'll ring by noon, 50 people were here. Tom",
    ],
)
def test_money_within_the_limit_or_only_told_is_not_held(draft: str) -> None:
    assert "c-limit-money" not in says(draft)


def test_a_limit_of_nothing_says_so_in_words() -> None:
    found = read(scene("I'll give you €5 back by noon. Tom", limits=Limits(money_up_to=0))).findings
    assert [f.text for f in found if f.check == "c-limit-money"] == [
        "You may offer nothing without asking. This says €5. Ask Ines and it waits here."
    ]


def test_a_price_in_an_answer_to_a_question_is_no_promise() -> None:
    about = {"kind": Kind.QUESTION, "their_text": "How much is a cake for 20?"}
    assert says("A cake for 20 is €85, we can do Friday. Tom", **about) == []
    assert says("We can take €50 off. Tom", **about) == ["c-limit-money"]


@pytest.mark.parametrize(
    ("limits", "draft", "thing"),
    [
        (Limits(may_replace=False), "I'll bake you another tart by noon. Tom", "Make it again or replace"),
        (Limits(may_replace=False), "We can replace the tart today. Tom", "Make it again or replace"),
        (Limits(may_deliver=False), "I'd like to bring it round myself today. Tom", "Deliver"),
        (Limits(may_deliver=False), "We'll deliver the tart by noon. Tom", "Deliver"),
        (
            Limits(may_name_cause=False),
            "The tart was raw due to a broken oven. Tom",
            "Name a cause in public",
        ),
        (
            Limits(may_name_cause=False),
            "The tart was raw because our oven broke. Tom",
            "Name a cause in public",
        ),
    ],
)
def test_things_on_the_ask_first_list_are_held(limits: Limits, draft: str, thing: str) -> None:
    found = [f for f in read(scene(draft, limits=limits)).findings if f.check == "c-limit-thing"]
    assert [f.text.split(" is on the")[0] for f in found] == [thing]


@pytest.mark.parametrize(
    "draft",
    [
        "Nobody should come home to raw tart by us, I'm sorry. I'll ring at noon. Tom",
        "I ask because I want to find your tart. Tom",
        "Thank you for the tart words. Did it arrive? We delivered it on Tuesday. Tom",
    ],
)
def test_what_is_no_promise_and_no_cause_is_not_held(draft: str) -> None:
    none = Limits(may_name_cause=False, may_replace=False, may_deliver=False)
    assert "c-limit-thing" not in says(draft, limits=none)


def test_something_serious_waits_for_the_owner_when_it_is_not_this_persons_to_answer() -> None:
    found = read(scene(GOOD, is_serious=True)).findings
    assert found[0].text.startswith("Answer something serious is on the")
    assert says(GOOD, is_serious=True, limits=Limits()) == []


# ---- pauses ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("draft", "private"),
    [
        ("Marta, I rang 020 7946 0018 about the tart by noon. Tom", "020 7946 0018"),
        ("Marta, the tart mail to marta.k@example.org went today. Tom", "marta.k@example.org"),
        ("The tart card 4111 1111 1111 1111 is refunded today. Tom", "4111 1111 1111 1111"),
    ],
)
def test_private_things_in_public_make_a_pause(draft: str, private: str) -> None:
    finding = read(scene(draft)).findings[0]
    assert (finding.check, finding.level) == ("c-private", Level.PAUSE)
    assert finding.text == f"“{private}” would be there for everyone. Move it to a private message?"
    assert "c-private" not in says(draft, channel=Channel.PRIVATE)
    assert "c-private" not in says(draft, dismissed=frozenset({"c-private"}))


@pytest.mark.parametrize(
    "number", ["14.06.2025", "2025-06-14", "16:00", "€1,200.00", "12 345", "10-11 and 14-15"]
)
def test_dates_times_and_prices_are_not_private(number: str) -> None:
    assert "c-private" not in says(f"The tart is noted for {number} today. Tom")


def test_cards_are_told_by_their_check_digit() -> None:
    assert is_card("4111111111111111")
    assert not is_card("4111111111111112")
    assert not is_card("0000000000000000")


@pytest.mark.parametrize(
    "draft",
    [
        "Could you change your rating about the tart today? Tom",
        "If you could remove your review of the tart by noon, good. Tom",
        "Would you make the tart review five stars today? Tom",
    ],
)
def test_asking_for_stars_makes_a_pause(draft: str) -> None:
    assert "c-stars" in says(draft)


def test_thanking_for_stars_asks_for_nothing() -> None:
    assert says("Thank you for the five stars, Lena. Tom", kind=Kind.PRAISE, their_text="Great tart") == []


# ---- looks ----------------------------------------------------------------------------------------------


def test_a_draft_about_nothing_they_said_names_two_of_their_phrases() -> None:
    finding = read(scene("We're sorry about your experience and take this seriously. Tom")).findings[0]
    assert finding.title == "Nothing here is about what Marta said"
    assert finding.text == "Marta wrote about “raw dough” and “no pudding”."
    assert [action.key for action in finding.actions] == ["add_line", "dismiss"]


@pytest.mark.parametrize(
    ("draft", "check"),
    [
        ("The tart was raw, sorry, but we were busy today. You rang twice. Tom", "c-but"),
        ("I'm sorry if the tart was raw today. You rang twice. Tom", "c-if"),
        ("I'm sorry you feel the tart was raw today. You rang twice. Tom", "c-defend"),
        ("You should have told us the tart was raw today when you rang twice. Tom", "c-defend"),
        ("The raw tart is refunded today, you rang twice. Check out our new range. Tom", "c-sell"),
        ("The raw tart is refunded today, you rang twice. 20% off next time. Tom", "c-sell"),
        ("The raw tart is refunded today, you rang twice. Hope to see you again soon. Tom", "c-sell-word"),
        ("The raw tart: you rang twice, and I'll ring back. Tom", "c-when"),
        ("The raw tart: you rang twice, and we're looking into it. Tom", "c-when"),
        ("The raw tart: you rang twice. I'll ring back by noon.", "c-sign"),
    ],
)
def test_each_look_is_found_alone(draft: str, check: str) -> None:
    assert says(draft) == [check]


def test_a_good_draft_gets_no_finding_and_its_ticks() -> None:
    reading = read(scene(GOOD))
    assert reading.findings == ()
    assert reading.good == (
        "Names the problem",
        "Answers the phone calls",
        "No selling",
        "No “sorry, but”",
        "Nothing private",
        "Gives a time",
        "Sounds like you",
    )


def test_a_look_set_aside_stays_away_and_a_hold_does_not() -> None:
    draft = "The raw tart: you rang twice, and I'll ring back with €90 back. Tom"
    assert says(draft) == ["c-limit-money", "c-when"]
    assert says(draft, dismissed=frozenset({"c-when", "c-limit-money"})) == ["c-limit-money"]


def test_a_time_still_blank_is_not_asked_for() -> None:
    writing = Writing(
        (Paragraph((Run("Raw tart, you rang twice. I'll ring by "), Run("when", Ink.BLANK), Run(". Tom"))),)
    )
    assert says(writing) == ["c-blank1"]


def test_blanks_give_no_time_and_name_no_problem() -> None:
    """What a starter says by itself is not yet said by anybody: neither its words nor the names of its blanks."""
    for key, starter in starters.STARTERS.items():
        for situation in starters.SITUATIONS:
            known = {"name": "Marta", "your first name": "Tom", "sign-off": "Tom, here till noon today"}
            writing = starters.compose(starter, situation=situation, known=known)
            if "when" in writing.blanks():
                good = read(scene(writing, limits=Limits())).good
                assert not {"Gives a time", "Names the problem"} & set(good), (key, situation)


def test_a_blank_for_the_detail_is_not_nagged_about() -> None:
    about = Run("their detail", Ink.BLANK)
    writing = Writing((Paragraph((Run("About "), about, Run(": I'll look into it today. Tom"))),))
    assert says(writing) == ["c-blank1"]
    for starter in ("own", "private"):
        opening = starters.compose(starters.STARTERS[starter], situation="priv", known={"name": "Marta"})
        assert "c-detail" not in says(opening)
    filled = Writing((Paragraph((Run("About "), Run("this"), Run(": I'll look into it today. Tom"))),))
    assert says(filled) == ["c-detail"]


def test_a_filled_blank_names_the_problem_and_gives_the_time() -> None:
    def draft(detail: Run, when: Run) -> Writing:
        by = (Run(", and I'll ring you by ", Ink.LIBRARY), when, Run(". Tom", Ink.LIBRARY))
        return Writing((Paragraph((Run("About ", Ink.LIBRARY), detail, *by)),))

    blank = read(scene(draft(Run("their detail", Ink.BLANK), Run("when", Ink.BLANK)))).good
    assert not {"Names the problem", "Gives a time"} & set(blank)
    filled = read(scene(draft(Run("the raw dough"), Run("noon")))).good
    assert {"Names the problem", "Gives a time"} <= set(filled)


def test_a_time_gone_by_is_no_answer_to_when() -> None:
    assert says("The raw tart of Friday at 4, you rang twice. I'll ring back. Tom") == ["c-when"]


@pytest.mark.parametrize(
    ("their_text", "draft"),
    [
        (
            "The soup was cold. Nobody. Not happy.",
            "Cold soup isn't what you came for. I'll ring by noon. Tom",
        ),
        (
            "Nobody comes. Not happy at all. The wheel wobbles.",
            "That wheel: bring it by noon, I'll look. Tom",
        ),
        (
            "@fenny.example Fenny Lane Bakehouse, the loaf was mouldy. Never again",
            "A mouldy loaf. New one today. Tom",
        ),
    ],
)
def test_sighs_handles_and_our_own_name_are_no_unanswered_details(their_text: str, draft: str) -> None:
    for finding in read(scene(draft, their_text=their_text)).findings:
        assert (
            "Not happy" not in finding.text
            and "Fenny" not in finding.text
            and "“Nobody.”" not in finding.text
        )
    missing = read(scene("We take this seriously. I'll ring by noon. Tom", their_text=their_text)).findings
    quoted = " ".join(f.text for f in missing)
    assert "Fenny" not in quoted and "fenny" not in quoted and "Not happy" not in quoted


def test_with_nothing_named_nothing_is_missed() -> None:
    assert says("I'm sorry. I'll ring by noon. Tom", their_text="Nobody? Not happy. @fenny.example") == []


def test_nearly_the_same_reply_goes_before_the_other_looks() -> None:
    text = "We are sorry about your experience and pass it on to the team so that it never happens to anybody again."
    past = PastReply("Bea R.", text + "\nInes", NOW - timedelta(days=400))
    finding = read(scene(text + "\nTom", past=(past,))).findings[0]
    assert finding.title == "Nearly the same reply Bea R. got: 100%"
    assert finding.text == "A passer-by sees them both on the same page."


def test_the_same_words_to_another_name_are_the_same_words() -> None:
    text = "{0}, we are sorry for this, {0}, and the team will hear of it, {0}, so that it never happens again."
    past = PastReply("Bea R.", text.format("Bea"), NOW)
    assert read(scene(text.format("Marta"), past=(past,))).findings[0].title == "Nearly the same reply Bea R. got: 100%"


def test_names_and_sign_offs_do_not_make_two_replies_alike() -> None:
    past = PastReply("Bea R.", "Bea, the oven was off.\nTom, on the counter today", NOW)
    assert (
        says(
            "Marta, raw base, no pudding, you rang twice, all ours today.\nTom, on the counter today",
            past=(past,),
        )
        == []
    )


def test_praise_is_not_asked_for_times_or_details() -> None:
    about = {
        "kind": Kind.PRAISE,
        "their_text": "Best croissants in town and the girl at the till was lovely.",
    }
    assert says("Thank you. I'll read it out to Priya. Tom", **about) == []
    assert says("Thank you. Use promo code LOVE for more. Tom", **about) == ["c-sell-word"]


def test_no_wording_of_the_library_is_pointed_at_by_anything_but_its_blanks() -> None:
    allowed = {"c-blanks", "c-blank1", "c-detail", "c-second", "c-sign", "c-when"}
    for wording in starters.library():
        writing = Writing((starters.paragraph_of(wording, {}),))
        found = set(says(writing, limits=Limits())) - allowed
        assert not found, f"{wording.id}: {found}"


def test_spans_always_lie_inside_the_draft_and_their_words() -> None:
    for wording in starters.library():
        writing = Writing(
            (starters.paragraph_of(wording, {"name": "Marta"}), Paragraph((Run("sorry, but €90 back"),)))
        )
        for finding in read(scene(writing)).findings:
            if finding.span:
                assert 0 <= finding.span[0] < finding.span[1] <= len(writing.plain())
            if finding.their_span:
                assert 0 <= finding.their_span[0] < finding.their_span[1] <= len(MARTA)


@pytest.mark.parametrize(
    "text",
    [
        "\u200b" * 500,
        "😡" * 3000,
        "这里没有人接电话。" * 300,
        "İ" * 900,
        "{" * 2000,
        "a" * 50_000,
        "1 " * 9000,
    ],
)
def test_hostile_texts_never_raise_and_what_is_pointed_at_is_there(text: str) -> None:
    here = scene(text, their_text=text, past=(PastReply(text[:20], text, NOW),))
    reading = read(here)
    ours, theirs = len(here.writing.plain()), len(text)
    for found in reading.findings:
        for span, length in ((found.span, ours), (found.their_span, theirs)):
            assert span is None or 0 <= span[0] <= span[1] <= length
        assert found.title and found.level in Level
    assert len(reading.findings) < 50


def test_reading_a_long_draft_among_fifty_replies_is_quick() -> None:
    words = "The tart and the oven and eleven people waited at table while we looked for pudding number {} in vain. "
    draft = "".join(words.format(i) for i in range(40))[:4000]
    past = tuple(PastReply(f"P{i}", (words.format(i) * 6)[:600], NOW) for i in range(50))
    looked_at = scene(draft, past=past, their_text=MARTA)
    read(looked_at)  # word lists are read once
    best = min(_seconds(looked_at) for _ in range(5))
    print(f"coach.read: {best * 1000:.1f} ms for {len(draft)} characters and 50 earlier replies")
    assert best < 0.25  # an order of magnitude above what is meant, for slow machines


def _seconds(looked_at: Scene) -> float:
    start = time.perf_counter()
    read(looked_at)
    return time.perf_counter() - start


def test_every_check_is_a_function_with_a_reason() -> None:
    assert all(check.__doc__ for check in CHECKS)
