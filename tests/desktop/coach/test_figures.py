"""How often each check is right: precision and recall on tables of drafts (`pytest -s` shows the figures)."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from desktop.coach import read
from desktop.coach.why import name_of, why
from desktop.records import Kind
from tests.desktop.coach.kit import SCENE, Case, cases, figures, fresh_bad, replies, writing

HELD = ("c-blank", "c-long", "c-limit")  # these hold: nobody can stop them, so no list names them
CHECKED = tuple(dict.fromkeys(case.check for case in cases()))


@pytest.mark.parametrize("check", CHECKED)
def test_a_check_is_right_when_it_speaks_and_seldom_misses(check: str) -> None:
    firing, quiet, precision, recall = figures(check)
    print(f"{check:<24} {firing:>3} to say, {quiet:>3} not   precision {precision:.2f}   recall {recall:.2f}")
    assert firing >= 15 and quiet >= 15
    assert precision >= 0.9 and recall >= 0.9, "\n".join(_wrong(check))


def _wrong(check: str) -> list[str]:
    def line(case: Case) -> str:
        return f"{'missed' if case.must_fire else 'spoke '}: {case.draft}"

    return [line(case) for case in cases() if case.check == check and case.fires != case.must_fire]


@pytest.mark.parametrize(("table", "many"), [("replies.txt", 200), ("fresh_good.txt", 60)])
def test_good_replies_are_seldom_pointed_at(table: str, many: int) -> None:
    good = replies(table)
    found = Counter(check for reply in good for check in reply.found)
    average = sum(found.values()) / len(good)
    said = ", ".join(f"{check} {times}" for check, times in found.most_common())
    print(f"{len(good)} good replies: {average:.2f} things pointed out in each ({said})")
    assert len({reply.draft for reply in good}) == len(good) >= many
    assert average < 0.2


def test_the_one_fault_of_a_reply_is_named_and_little_else() -> None:
    bad = fresh_bad()
    named = sum(reply.fires for reply in bad)
    others = Counter(check for reply in bad for check in reply.found if check != reply.check)
    print(f"{len(bad)} replies with one fault: named in {named}, besides {dict(others)}")
    assert len({reply.draft for reply in bad}) == len(bad) >= 60
    assert named >= 0.9 * len(bad) and sum(others.values()) <= 0.1 * len(bad)


def test_a_public_number_and_the_shops_own_address_are_no_secret() -> None:
    for theirs, draft in (
        ("I'm on 07911 123456, ring me.", "I'll ring 07911 123456 at noon. Tom"),
        ("", "Come to 12 Fenny Lane. Tom"),
    ):
        scene = replace(
            SCENE,
            currency="£",
            their_text=theirs,
            shop_name="12 Fenny Lane Bakehouse",
            writing=writing(draft),
        )
        assert "c-private" not in [finding.check for finding in read(scene).findings]


def test_the_shop_books_value_goes_where_ours_stood() -> None:
    scene = replace(SCENE, kind=Kind.QUESTION, writing=writing("We close at 17:00 today. Tom"))
    (finding,) = read(scene).findings
    assert (finding.title, finding.text) == (
        "The Shop book says it closes at 16:00 on Saturday",
        "You wrote 17:00. One of them is out of date.",
    )
    use = finding.actions[0]
    text = scene.writing.plain()
    assert (
        use.span and text[: use.span[0]] + use.words + text[use.span[1] :] == "We close at 16:00 today. Tom"
    )


def test_every_check_has_a_name_and_every_study_a_year() -> None:
    for check in CHECKED:
        check = check.partition(":")[0]
        assert name_of(check) != check or check.startswith(HELD)
        assert all(2000 < study.when < 2100 and study.found.endswith(".") for study in why(check))
