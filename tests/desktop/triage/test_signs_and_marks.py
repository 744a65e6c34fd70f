"""Bare signs and scores: a heart, a row of stars, "10/10"."""

from __future__ import annotations

import pytest

from desktop.language.text import plain
from desktop.records import Kind
from desktop.triage import judge
from desktop.triage.outright import KINDS, outright
from desktop.triage.rules import by_rules

GLAD = "❤️ 👍 👌 ⭐⭐⭐⭐⭐ 💯 🙌 👏 😍 🔥 ❤️❤️ 👍🏽👍🏽 👌👌👌 👏👏 🔥🔥🔥 ❤️🔥 ★★★★★ ★★★★☆ ❤️! 😍.."


@pytest.mark.parametrize("text", GLAD.split())
def test_glad_signs_alone_are_praise(text: str) -> None:
    assert by_rules(plain(text), None)[0] is Kind.PRAISE
    assert judge(text).kind is Kind.PRAISE


@pytest.mark.parametrize("text", ["👎", "🤮🤮", "★☆☆☆☆", "⭐⭐☆☆☆", "❤️😡"])
def test_bad_signs_alone_are_a_complaint(text: str) -> None:
    assert judge(text).kind is Kind.COMPLAINT


@pytest.mark.parametrize("text", ["😂", "⭐", "★★★☆☆", "...", "🙏", "☆"])
def test_signs_that_say_neither_are_neither(text: str) -> None:
    assert judge(text).kind is Kind.OTHER


def test_stars_count_more_than_signs_beside_them() -> None:
    assert judge("🔥", stars=1).kind is Kind.COMPLAINT


def test_signs_beside_words_decide_nothing_alone() -> None:
    assert by_rules(plain("The soup was cold 🔥"), None)[0] is not Kind.PRAISE


def said(text: str, taken: Kind) -> Kind:
    chances = outright([0.9 if each is taken else 0.1 / 6 for each in KINDS], plain(text))
    return KINDS[max(range(len(KINDS)), key=chances.__getitem__)]


@pytest.mark.parametrize("taken", [Kind.OTHER, Kind.QUESTION, Kind.MIX_UP])
@pytest.mark.parametrize(
    "text",
    ["10/10", "5/5", "9/10", "10/10!", "10/10 👌👌", "⭐ 5/5", "solid 9/10", "10 out of 10", "10 von 10", "10 de 10"]
    + ["10 sur 10", "10 su 10", "voto 10/10", "nota 10/10", "100%"],
)
def test_full_marks_alone_are_praise(text: str, taken: Kind) -> None:
    assert said(text, taken) is Kind.PRAISE


@pytest.mark.parametrize("taken", [Kind.OTHER, Kind.QUESTION, Kind.PRAISE])
@pytest.mark.parametrize("text", ["0/10", "1/10", "1/5", "0/5", "1/10 👎", "0 von 10", "0 sur 10", "voto 1/10"])
def test_no_marks_alone_are_a_complaint(text: str, taken: Kind) -> None:
    assert said(text, taken) is Kind.COMPLAINT


@pytest.mark.parametrize("text", ["24/7", "1/2", "6/10", "10/100", "on 9/10", "not 10/10", "5/50", "Friday 10/10 at 5"])
def test_other_numbers_are_no_marks(text: str) -> None:
    assert said(text, Kind.OTHER) is Kind.OTHER
