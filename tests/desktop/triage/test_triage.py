"""What a post is, from its words: the cases a shop meets, in the voices of real counters."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from desktop.records import Kind
from desktop.triage import Judgement, details, excerpt, follow_up, judge, troubles

NOW = datetime(2025, 6, 14, 7, 58, tzinfo=UTC)
MARTA = (
    "Ordered the lemon tart two weeks ahead for my mum’s 70th. Collected Friday at 4, looked lovely, cut it after"
    " dinner and the middle of the base was raw dough. Eleven people, no pudding. Phoned twice this morning and"
    " nobody picked up."
)
JONAS = "Outside for the 8 o'clock sourdough class and the door is locked. Anyone?"


def told(text: str, stars: int | None = None, **changes: object) -> Judgement:
    facts = {"posted_at": NOW - timedelta(minutes=4), "now": NOW, "is_open": True}
    return judge(text, stars=stars, **{**facts, **changes})  # type: ignore[arg-type]


# ---- kinds ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.COMPLAINT, MARTA),
        (Kind.COMPLAINT, JONAS),
        (Kind.COMPLAINT, "Still waiting after 2 hours"),
        (Kind.COMPLAINT, "why does nobody ever answer your phone?"),
        (Kind.COMPLAINT, "Is it normal that the coffee is cold and the till girl rude?"),
        (Kind.COMPLAINT, "Great, another flat tyre two days after you fixed it. Well done."),
        (Kind.COMPLAINT, "Lovely bread, lovely people, but you charged me twice and nobody replies."),
        (Kind.COMPLAINT, "Thanks for nothing."),
        (Kind.COMPLAINT, "£12 for a valve cap?! DAYLIGHT ROBBERY. What a rip off"),
        (Kind.COMPLAINT, "We booked a family fitting and the shop was shut when we got there."),
        (Kind.COMPLAINT, "wheel you trued wobbles again"),
        (Kind.COMPLAINT, "Good bread, but I was called love twice and told to smile."),
        (Kind.COMPLAINT, "your van parked across my drive, white, ladders on it"),
        (Kind.COMPLAINT, "The cake was not good."),
        (Kind.COMPLAINT, "Nie wieder. Der Kuchen war verschimmelt und die Bedienung unfreundlich."),
        (Kind.COMPLAINT, "Llevo una hora esperando y nadie contesta el teléfono."),
        (Kind.COMPLAINT, "Toujours pas reçu ma commande, personne ne répond."),
        (Kind.COMPLAINT, "Torta rotta e nessuno risponde al telefono."),
        (Kind.COMPLAINT, "O bolo chegou partido e ninguém atende."),
        (Kind.QUESTION, "Could you do 40 seeded rolls for Sunday, 9 am?"),
        (Kind.QUESTION, "Are you open on bank holiday Monday?"),
        (Kind.QUESTION, "tubeless while I wait?"),
        (Kind.QUESTION, "Which lock would you leave it with?"),
        (Kind.QUESTION, "Do you have anything nut free? My son is allergic to peanuts"),
        (Kind.QUESTION, "do you still do the winter gloves in tiny?"),
        (Kind.QUESTION, "Habt ihr am Sonntag offen?"),
        (Kind.QUESTION, "¿Tienen pan sin gluten?"),
        (Kind.PRAISE, "Best croissants in town, and the lady at the till was so kind."),
        (Kind.PRAISE, "my daughter's first bike, thank you so much"),
        (Kind.PRAISE, "Can't fault them. Fixed my bike for free while I waited, no problem at all."),
        (Kind.PRAISE, "Sehr leckeres Brot, sehr freundlich. Danke!"),
        (Kind.PRAISE, "Excelente, muchas gracias"),
        (Kind.IDEA, "You should stock those little brass bells."),
        (Kind.IDEA, "Would be great if you opened on Mondays"),
        (Kind.IDEA, "Es wäre schön, wenn ihr auch Dinkelbrot hättet"),
        (Kind.MIX_UP, "sorry, wrong shop, I meant the garage on the lane"),
        (
            Kind.MIX_UP,
            "Is this the right place for the bank holiday car wash? I think I tagged the wrong one",
        ),
        (Kind.ABUSIVE, "You're a bunch of morons and I hope you burn"),
        (Kind.COMPLAINT, "that stupid cow behind the counter scratched my frame"),
        (Kind.OTHER, "Grow your sales! Click the link for SEO services, DM us for details"),
        (Kind.OTHER, "Walking past on my way to work."),
        (Kind.OTHER, ""),
        (Kind.OTHER, "今日は散歩しました"),
    ],
)
def test_the_kind_a_person_would_give_it(kind: Kind, text: str) -> None:
    assert told(text).kind is kind


@pytest.mark.parametrize(
    ("stars", "text", "kind"),
    [
        (1, "", Kind.COMPLAINT),
        (2, "Well.", Kind.COMPLAINT),
        (1, "Ok", Kind.COMPLAINT),
        (1, "...", Kind.COMPLAINT),
        (3, "Ok", Kind.OTHER),
        (5, "Anna!", Kind.PRAISE),
        (5, "", Kind.PRAISE),
        (4, "Ok place", Kind.PRAISE),
        (5, "Bread is lovely but they charged me twice and refuse to refund", Kind.COMPLAINT),
        (4, "Nice. Never a problem.", Kind.PRAISE),
    ],
)
def test_stars_decide_unless_the_words_say_trouble(stars: int, text: str, kind: Kind) -> None:
    assert told(text, stars).kind is kind


def test_the_reason_shows_the_words_that_decided() -> None:
    waiting = told("Still waiting after 2 hours").reason
    assert "Still waiting" in waiting and "2 hours" in waiting
    assert told("", 1).reason == "because: 1 star"
    assert told("Walking past.").reason == "because: no clear words"


def test_being_surer_takes_more_words_and_never_reaches_certainty() -> None:
    little, much = told("It was cold food"), told(MARTA + " Worst. Never again. Rude, raw dough, rip off.")
    assert 0.5 <= little.sureness < much.sureness < 1


def test_anger_shows_in_capitals_and_rows_of_marks() -> None:
    calm, cross = told("The tart was raw."), told("THE TART WAS RAW!!! WORST. NEVER AGAIN??")
    assert calm.anger < cross.anger <= 1


# ---- serious --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "We were both violently sick all night after the chicken pie",
        "Found a piece of glass in my soup",
        "bit on a metal screw in your bread",
        "My son had an allergic reaction, it wasn't labelled",
        "there were nuts in the nut free brownie? he's allergic to peanuts and he nearly died",
        "Brakes failed on the hill and I had my daughter on the back",
        "the front wheel came off this morning",
        "My wife slipped on your wet floor and broke her wrist",
        "ended up in hospital",
        "the battery caught fire while charging",
        "I smelled gas in your shop",
        "I'm going to come and smash the place up, I know where you live... I will kill you",
        "I just want to die",
        "thinking about suicide",
        "I've called the police",
        "reporting you to environmental health",
        "You'll hear from my solicitor",
        "I'm taking you to court",
        "going to the papers with this",
        "I'm a journalist, call me back",
        "your man touched my daughter",
        "our toddler choked on a button from the bear",
        "refused me entry because of my guide dog",
        "staff were racist to my husband",
        "would not serve us because we are gay",
        "Habe mir an einer Glasscherbe im Brot den Mund verletzt",
        "The trailer hitch came loose, with the baby in it",
        "One of the two buckles on the child seat doesn't click",
        "Intoxicación después de comer aquí",
        "raciste avec mon mari",
        "Mia nonna è caduta sullo scalino bagnato davanti al negozio",
    ],
)
def test_serious_things_are_serious(text: str) -> None:
    assert told(text).is_serious


@pytest.mark.parametrize(
    "text",
    [
        "Do you have that mug in police blue?",
        "You're killing it this summer",
        "These buns are so sick!",
        "The team is on fire today, lovely service",
        "press the buzzer twice?",
        "Is the French press back in stock?",
        "Love the glass cabinet in the window",
        "bread to die for",
        "I'd kill for one of your croissants right now",
        "Is there anything without nuts? My daughter is allergic",
        "sick of waiting for the bus outside your shop",
        "Got carrot. He is allergic to nothing and disappointed by everything.",
        "I'm not allergic, I just don't like nuts",
        "my teenager is allergic to mornings",
        "the lawyer next door says hi",
        "my daughter fell in love with the little bells",
        "a glass of wine and your quiche, perfect",
        "The kids attacked the cake before I could take a picture",
        MARTA,
        JONAS,
    ],
)
def test_harmless_words_are_not_serious(text: str) -> None:
    assert not told(text).is_serious


def test_something_serious_is_never_taken_for_praise_or_small_talk() -> None:
    assert told("Lovely place, thank you. My friend was in hospital afterwards.").kind is Kind.COMPLAINT


# ---- happening now --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "minutes", "is_open", "expected"),
    [
        (JONAS, 4, True, True),
        (JONAS, 61, True, False),
        (JONAS, 4, False, False),
        ("At the counter and nobody's here", 10, True, True),
        ("been waiting in the queue for half an hour", 20, True, True),
        ("Still waiting for my refund", 5, True, False),
        ("The man before us in the queue had the same one", 5, True, False),
        ("Is the ride still on in the rain, outside the station?", 5, True, False),
        ("Waited outside for an hour yesterday", 5, True, False),
        (MARTA, 5, True, False),
    ],
)
def test_happening_now_is_somebody_here_within_the_hour(
    text: str, minutes: int, is_open: bool, expected: bool
) -> None:
    judged = told(text, posted_at=NOW - timedelta(minutes=minutes), is_open=is_open)
    assert judged.is_happening_now is expected


def test_trouble_of_somebody_who_stands_there_is_a_complaint_without_a_doubt() -> None:
    judged = told(JONAS, posted_at=NOW - timedelta(minutes=4))
    assert judged.kind is Kind.COMPLAINT and not judged.is_unsure
    assert told("I'm outside, which bell is yours?", posted_at=NOW - timedelta(minutes=4)).kind is not Kind.COMPLAINT


def test_a_post_from_the_future_is_not_happening_now() -> None:
    assert not told(JONAS, posted_at=NOW + timedelta(hours=2)).is_happening_now


# ---- details and the one line ---------------------------------------------------------------------------


def test_martas_two_troubles_are_found_with_their_places() -> None:
    found = troubles(MARTA)
    assert [detail.text for detail in found] == [
        "the middle of the base was raw dough",
        "Phoned twice this morning and nobody picked up.",
    ]
    assert [MARTA[detail.start : detail.end] for detail in found] == [detail.text for detail in found]
    assert found[1].label == "the phone calls"


def test_the_phrases_only_she_would_use_follow() -> None:
    phrases = [detail.text for detail in details(MARTA) if not detail.is_trouble]
    assert phrases[:4] == ["raw dough", "no pudding", "my mum’s 70th", "Eleven people"]


def test_two_troubles_in_one_sentence_are_two() -> None:
    found = troubles("Waited two hours for the van and your driver was rude.")
    assert [detail.label for detail in found] == ["the wait", "how they were treated"]


def test_kind_words_hold_no_trouble() -> None:
    assert troubles("Best croissants in town, and the lady at the till was so kind.") == ()


def test_a_story_with_a_happy_end_keeps_its_phrases_and_no_trouble() -> None:
    judged = told(
        "I brought them a squeak. They rode it round the block three times, listening. It was my shoe.", 5
    )
    assert judged.kind is Kind.PRAISE
    assert judged.details
    assert not any(detail.is_trouble for detail in judged.details)


def test_a_label_does_not_begin_with_and() -> None:
    assert troubles("And the base was burnt")[0].label == "“the base was burnt”"


def test_the_handles_in_front_are_not_the_words() -> None:
    assert excerpt("@shop.example @other@quay.example do you mend prams?") == "do you mend prams?"
    assert excerpt("@shop.example") == "@shop.example"
    assert excerpt("mail me @ the shop") == "mail me @ the shop"


def test_who_isnt_upset_is_read_from_the_first_word() -> None:
    idea = (
        "Can you stock the little bells again? The brass ones that go ping and not DRRRING. You could hang one up so"
        " people can try it before they annoy a whole towpath"
    )
    assert told(idea).excerpt.startswith("Can you stock the little bells")


def test_a_long_message_starts_at_the_trouble_and_stays_on_one_line() -> None:
    assert excerpt(MARTA).startswith("Collected Friday at 4")
    assert excerpt("One line,\n\ntwo   lines") == "One line, two lines"
    assert len(excerpt("word " * 5000)) <= 300


# ---- anything may come ----------------------------------------------------------------------------------

HOSTILE = {
    "ten megabytes": "the tart was raw and nobody picked up " * 270_000,
    "one word": "a" * 10_000_000,
    "zero width": "\u200b\u200d" * 5000,
    "hidden letters": "gl\u200bass in my so\u200bup",
    "emoji": "😡🤬👎" * 4000,
    "cjk": "这里没有人接电话。" * 2000,
    "right to left": "\u202eمرحبا" * 900,
    "dotted i": "İ" * 8000,
    "marks": "?!?!" * 5000,
    "spaces": " " * 100_000,
    "quotes": "'’`\"" * 5000,
    "control": "\x00\x01\x1b[31m" * 500,
    "lone surrogate": "\ud800 raw \udfff",
    "half questions": "could you " * 2000,
    "numbers": "12 " * 6000,
    "braces": "{what}" * 3000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_can_break_or_stall_it(name: str) -> None:
    text = HOSTILE[name]
    start = time.perf_counter()
    judged = told(text)
    follow_up(text)
    assert judged.kind in Kind
    for detail in judged.details:
        assert text[detail.start : detail.end] == detail.text
    assert time.perf_counter() - start < 5


def test_hidden_characters_hide_nothing() -> None:
    assert told(HOSTILE["hidden letters"]).is_serious


def test_twice_the_text_takes_about_twice_the_time() -> None:
    sentence = "Could you tell me why the tart number {} was raw, nobody picked up and we waited 2 hours? "
    one, two = ("".join(sentence.format(i) for i in range(n)) for n in (50, 200))
    told(one)
    quick, slow = (min(_seconds(text) for _ in range(7)) for text in (one, two))
    assert slow < quick * 12  # four times the text; a quadratic reader would take sixteen times as long


def _seconds(text: str) -> float:
    start = time.thread_time()
    told(text)
    return time.thread_time() - start


def test_the_same_text_is_always_judged_the_same() -> None:
    assert told(MARTA) == told(MARTA)
