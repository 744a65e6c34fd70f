"""States and times read as the design writes them."""

from __future__ import annotations

import ast
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from desktop.clock import SetClock
from desktop.errors import DiskTrouble, NoRoomThere, NoRoomToFetch
from desktop.passerby import Sight, SightState
from desktop.records import BOUNDS, Group, Kind, Limits, Purpose, Reply, ReplyState, Row, Source, Stage
from desktop.store import disk_full
from ui import languages, moments, printing, words
from ui.theme.icons import names

NOW = datetime(2025, 6, 14, 8, 5, tzinfo=UTC)
CLOCK = SetClock(NOW, timezone(timedelta(hours=1)))  # 09:05 on a Saturday in the shop


def ago(**duration: float) -> datetime:
    return NOW - timedelta(**duration)


@pytest.mark.parametrize(
    ("passed", "expected"),
    [
        ({"seconds": 20}, "now"),
        ({"minutes": 4}, "4 min"),
        ({"minutes": 65}, "1 h"),
        ({"days": 6}, "6 d"),
        ({"hours": 23}, "23 h"),
        ({"hours": 34}, "2 d"),  # 23:05 on Thursday
        ({"days": 400}, "10 May 2024"),
        ({"minutes": -5}, "now"),
    ],
)
def test_ages_are_short_in_a_list(passed: dict[str, float], expected: str) -> None:
    assert moments.age(CLOCK, ago(**passed)) == expected


def test_days_are_counted_in_the_shops_own_time_zone() -> None:
    late = datetime(2025, 6, 13, 23, 30, tzinfo=UTC)  # 00:30 today in the shop
    assert moments.short(CLOCK, late) == "00:30"
    assert moments.day(CLOCK, late) == "today"


def test_dates_say_no_more_than_they_must() -> None:
    assert moments.full(CLOCK, ago(hours=2)) == "Sat 14 June, 07:05"
    assert moments.short(CLOCK, ago(days=6)) == "Sun 09:05"
    assert moments.short(CLOCK, ago(days=7)) == "7 June"
    assert moments.day(CLOCK, ago(days=1)) == "yesterday"
    assert moments.day(CLOCK, ago(days=2)) == "Thu"
    assert moments.day_and_date(CLOCK, ago(days=4)) == "Tue 10 June"
    assert moments.date(CLOCK, datetime(2023, 6, 8, tzinfo=UTC)) == "8 June 2023"
    assert moments.long_age(CLOCK, ago(days=1)) == "1 day"
    assert moments.ago(CLOCK, ago(days=3)) == "3 days ago"


def test_times_that_are_due() -> None:
    assert moments.due(CLOCK, NOW + timedelta(hours=3)) == "today, 12:05"
    assert moments.due(CLOCK, NOW + timedelta(days=1)) == "tomorrow, 09:05"
    assert moments.due(CLOCK, NOW + timedelta(days=3)) == "Tuesday, 09:05"
    assert moments.due(CLOCK, NOW + timedelta(days=30)) == "Mon 14 July, 09:05"
    assert moments.by_when(CLOCK, NOW + timedelta(hours=1)) == "10:05"


def test_every_kind_stage_and_state_has_a_word_an_icon_we_have_and_a_known_tone() -> None:
    everything = [words.kind(kind) for kind in Kind] + [words.stage(stage) for stage in Stage]
    assert {word.icon for word in everything} <= set(names())
    assert all(word.text for word in everything)
    assert {word.tone for word in everything} <= {"brick", "amber", "leaf", "slate", "plum", "neutral"}
    assert set(words.GROUPS) == set(Group)
    assert set(words.SOURCES) == set(Source)


def sight(state: SightState, kind: Kind = Kind.COMPLAINT, *, answered: bool = True, look: bool = True) -> str:
    seen = Sight(state, kind, "Omar S.", answered, ago(days=4), ago(minutes=6), "signed out", look)
    return "".join(f"**{text}**" if bold else text for text, bold in words.sight(seen, "Google", CLOCK))


@pytest.mark.parametrize(
    ("state", "answered", "sentence"),
    [
        (SightState.NO_ANSWER, False, "A passer-by sees: **a complaint, and no answer from you.**"),
        (
            SightState.PRIVATE_ONLY,
            False,
            "A passer-by sees: **a complaint, and no answer from you.** You wrote to Omar privately.",
        ),
        (
            SightState.ANSWERED,
            True,
            "A passer-by sees: **a complaint and your answer. No sign it was fixed.**",
        ),
        (
            SightState.PENDING,
            False,
            "A passer-by sees: **a complaint.** Google hasn’t shown your answer yet.",
        ),
        (
            SightState.FIXED,
            True,
            "A passer-by sees: **a complaint and your answer. It’s fixed, but nobody can tell.**",
        ),
        (
            SightState.ASKED,
            True,
            (
                "A passer-by sees: **a complaint and your answer.** "
                "You asked Omar to say how it ended on 10 June."
            ),
        ),
        (SightState.SHOWN_THEY_SAID, True, "A passer-by sees: **Omar S. saying it’s sorted.**"),
        (
            SightState.SHOWN_THEY_EDITED,
            True,
            "A passer-by sees: **Omar S.’s own update saying it’s sorted.**",
        ),
        (SightState.SHOWN_WE_SAID, True, "A passer-by sees: **your note saying it’s sorted.**"),
        (SightState.TAKEN_DOWN, True, "**Omar S. took the post down** on 10 June. Nothing to see."),
        (SightState.STANDING, True, "A passer-by sees: **a complaint and your last word on it.**"),
        (SightState.STANDING, False, "A passer-by sees: **a complaint, and nothing from you.**"),
        (SightState.PRIVATE, False, ""),
    ],
)
def test_the_passer_by_line(state: SightState, answered: bool, sentence: str) -> None:
    assert sight(state, answered=answered) == sentence


def test_the_passer_by_line_of_a_question() -> None:
    asked = sight(SightState.NO_ANSWER, Kind.QUESTION, answered=False)
    assert asked == "A passer-by sees: **a question, and no answer from you.**"
    assert sight(SightState.ANSWERED, Kind.QUESTION) == "A passer-by sees: **a question and your answer.**"


def test_a_page_that_cannot_be_looked_at_says_what_was_last_known() -> None:
    assert sight(SightState.SHOWN_WE_SAID, look=False) == (
        "We can’t see this page from here. Last known: a passer-by sees: "
        "**your note saying it’s sorted**, 14 June. "
    )


def test_every_sight_has_a_sentence() -> None:
    for state in SightState:
        assert bool(sight(state)) == (state is not SightState.PRIVATE)


ROW = Row(
    "c", Group.NEEDS_ANSWER, "Omar S.", "google", Source.REVIEW, True, 2, NOW, "…", Kind.COMPLAINT, True,
    "", "", None, "", True,
)  # fmt: skip


@pytest.mark.parametrize(
    ("state", "name", "at", "text"),
    [
        ("serious", "", None, "Serious"),
        ("back_by", "", NOW + timedelta(hours=1), "Back by 10:05"),
        ("draft_by", "Priya", None, "Draft by Priya"),
        ("hint", "Omar S.", None, "Omar says it’s sorted"),
        ("hint", "Lena & Pat", None, "Lena & Pat say it’s sorted"),
        ("fixed_they_told_us", "The Okafors", None, "The Okafors say it’s sorted"),
        ("fixed_they_told_us", "The Baker", None, "The Baker says it’s sorted"),
        ("fixed_done_and_received", "Omar S.", ago(days=10), "Fixed 4 June"),
    ],
)
def test_the_state_line_of_a_row(state: str, name: str, at: datetime | None, text: str) -> None:
    word = words.row_state(ROW._replace(state=state, state_name=name, state_at=at), CLOCK)
    assert word is not None
    assert word.text == text


def test_a_row_without_a_state_has_no_line() -> None:
    assert words.row_state(ROW, CLOCK) is None


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Omar S.", "Omar"),
        ("Marta Kowalska", "Marta"),
        ("Lena & Pat", "Lena & Pat"),
        ("The Okafors", "The Okafors"),
        ("Old Mr Pell", "Old Mr Pell"),
        ("hill.rider", "hill.rider"),
        ("李 娜", "李"),
        ("N. Bellweather", "N. Bellweather"),
    ],
)
def test_first_names_are_only_taken_where_that_is_safe(name: str, first: str) -> None:
    assert words.first_name(name) == first


def reply(state: ReplyState, **more: object) -> Reply:
    made = Reply(
        "r",
        "c",
        "a",
        "p",
        "Tom",
        "post",
        "Words.",
        True,
        Purpose.ANSWER,
        state,
        NOW,
        NOW,
        author_name="Omar S.",
    )
    return made._replace(**more)  # type: ignore[arg-type]


def test_how_a_reply_stands() -> None:
    def said(one: Reply) -> str:
        return words.reply_state(one, "Google", CLOCK).text

    assert said(reply(ReplyState.WAITING, not_before=NOW + timedelta(seconds=6.2))) == "Goes in 7 s"
    assert said(reply(ReplyState.WAITING, trouble="offline")) == "Waiting for a connection"
    assert said(reply(ReplyState.WAITING, trouble="Google is busy.")) == "Google is busy."
    slow = reply(ReplyState.WAITING, trouble="Google asked us to slow down.", not_before=NOW + timedelta(minutes=20))
    assert said(slow) == "Google asked us to slow down. We’ll try again at 09:25."
    out = slow._replace(trouble="Google signed us out.")
    assert said(out) == "Google signed us out.", "that is a person's to mend"
    assert said(reply(ReplyState.WAITING)) == "Sending…"
    assert said(reply(ReplyState.WAITING, not_before=ago(hours=1))) == "Waiting in the outbox"
    assert said(reply(ReplyState.HELD, trouble="they_wrote")) == "Omar S. wrote again while this waited."
    assert said(reply(ReplyState.POSTED)) == "Posted. Google hasn’t shown it yet."
    assert said(reply(ReplyState.POSTED, seen_at=NOW)) == "showing"
    assert said(reply(ReplyState.REFUSED, trouble="too long")) == "Google turned this down: too long"
    for silent in ("It doesn’t say why.", ""):
        assert said(reply(ReplyState.REFUSED, trouble=silent)) == "Google turned this down: It doesn’t say why."
    for whole in (
        "Marta K.’s post isn’t there any more. Your reply is kept here.",
        "Google turned the reply down. Your text is kept.",
        "That account isn't connected any more. Your reply is kept here.",
    ):
        assert said(reply(ReplyState.REFUSED, trouble=whole)) == whole, "said once, and nobody is blamed who said no no"
    assert said(reply(ReplyState.UNSURE)) == "We can’t tell if this went. Look before you send again."
    assert all(said(reply(state)) for state in ReplyState)


@pytest.mark.parametrize(
    ("is_public", "is_practice", "said"),
    [
        (True, False, "Posted on Google"),
        (False, False, "Sent privately on Google"),
        (True, True, "Posted on the pretend Google"),
        (False, True, "Sent on the pretend Google"),
    ],
)
def test_what_is_out_says_where_and_in_practice_that_it_was_pretend(
    is_public: bool, is_practice: bool, said: str
) -> None:
    assert words.posted(is_public, "Google", is_practice=is_practice) == said


def test_the_last_check_says_yesterday() -> None:
    assert moments.last(CLOCK, ago(hours=1)) == "08:05"
    assert moments.last(CLOCK, ago(hours=12)) == "yesterday, 21:05"
    assert moments.last(CLOCK, ago(days=3)) == "Wed 09:05"


def test_a_limit_is_yes_ask_first_or_an_amount() -> None:
    assert set(BOUNDS) == set(Limits._fields)
    assert [words.limit(Limits(), thing, "€") for thing in ("money_up_to", "may_deliver")] == ["Any", "Yes"]
    given = Limits(12.5, may_deliver=False)
    assert words.limit(given, "money_up_to", "€") == "up to €12.50"
    assert words.limit(given, "may_deliver", "€") == "Ask first"
    assert words.limit(Limits(0.0), "money_up_to", "€") == "Ask first"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("Google", "Posted on Google"),
        ("baker.example", "Posted on baker.example"),
        ("The web", "Posted on the web"),
        ("At the counter", "Posted at the counter"),
        ("On the phone", "Posted on the phone"),
        ("On paper", "Posted on paper"),
    ],
)
def test_a_place_without_a_name_of_its_own_reads_well_inside_a_sentence(place: str, said: str) -> None:
    assert words.on("Posted on {place}", place) == said
    assert words.on("{kind} on {place}", place, kind="Complaint") == said.replace("Posted", "Complaint")
    assert words.posted(True, place, is_practice=False) == said


def test_in_german_too_wherever_the_sentence_begins(qapp: QApplication) -> None:
    before = QLocale()
    languages.use("de")
    try:
        assert words.place("The web") == "Das Web" and words.place("Google") == "Google"
        for name in ("The web", "Das Web"):
            assert words.on("Posted on {place}", name) == "Im Web gepostet"
            assert words.on("New question on {place}", name) == "Neue Frage im Web"
        assert words.on("Posted on {place}", "Google") == "Auf Google gepostet"
        assert words.on("{kind} on {place}", "At the counter", kind="Beschwerde") == "Beschwerde im Laden"
        assert moments.translated("Posted on the web") == "Im Web gepostet"
        for sentence in sorted(_on_a_place()):
            german = moments.tr(sentence)
            assert "auf {place}" in german or "Auf {place}" in german, sentence
    finally:
        languages.use("en")
        QLocale.setDefault(before)


def _on_a_place() -> set[str]:
    """Every sentence of the window with "on {place}" in it that `words.on` says. (Hidden is only what has a page.)"""
    found = set()
    for path in (one for one in Path(words.__file__).parent.rglob("*.py") if one.name != "sights.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and "on {place}" in str(node.value) and '"' not in str(node.value):
                found.add(str(node.value))
    return found


def test_no_sentence_names_a_place_past_that() -> None:
    for path in Path(words.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tr" and path.name != "words.py":
                said = [str(one.value) for one in node.args if isinstance(one, ast.Constant)]
                assert not any("on {place}" in one for one in said), f"{path.name}: {said}"


def test_that_fetching_stopped_is_said_only_where_it_did() -> None:
    told = words.trouble(disk_full())
    assert told.sentence == "There's no room left on this disk."
    assert told.advice == "Your drafts up to here are safe. Make room, then try again."
    assert moments.told(disk_full()) == "There's no room left on this disk. Make room, then try again."
    stopped = words.trouble(NoRoomToFetch("There's no room left on this disk. We've stopped fetching."))
    assert stopped.sentence.endswith("We've stopped fetching, and your drafts are safe.")


def test_a_page_to_print_that_does_not_fit_says_that_there_is_no_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(DiskTrouble, match=r"We couldn’t write week\.pdf"):
        printing.put(tmp_path / "nowhere" / "week.pdf", b"%PDF")
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(NoRoomThere, match="no room left on that disk, so the file wasn’t written") as caught:
        printing.put(tmp_path / "week.pdf", b"%PDF")
    assert "Make room there" in caught.value.advice
