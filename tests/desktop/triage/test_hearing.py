"""The model's chances and what the lists of telling words say, as one."""

from __future__ import annotations

import pytest

from desktop.language.text import plain
from desktop.records import Kind
from desktop.triage import hearing, judge, reader
from desktop.triage.hearing import KINDS, UNASKED, Hearing


def chances(kind: Kind, much: float) -> list[float]:
    return [much if each is kind else (1 - much) / (len(KINDS) - 1) for each in KINDS]


def test_the_lists_are_asked_only_where_the_model_leaves_it_open() -> None:
    low = "still waiting, worst service ever"
    assert hearing.told(low, None, chances(Kind.QUESTION, 0.97)).row == UNASKED
    open_ = hearing.told(low, None, chances(Kind.QUESTION, 0.5))
    assert KINDS[open_.row] is Kind.COMPLAINT and 0 < open_.sure <= 1


def test_praise_may_be_irony_however_sure_the_model_is() -> None:
    said = hearing.told(plain("oh great, another flat tyre"), None, chances(Kind.PRAISE, 0.97))
    assert said.row == hearing.SARCASM


def test_what_is_heard_adds_up_and_nothing_heard_changes_nothing() -> None:
    none = [[0.0] * len(KINDS)] * hearing.ROWS
    plain_ = Hearing([1.0, 1.0], none[0], none, 1.0, [1.0, 0.0, 0.0])
    own = chances(Kind.IDEA, 0.6)
    said = hearing.Told(KINDS.index(Kind.COMPLAINT), 1.0)
    assert hearing.heard(own, said, plain_, is_english=True) == pytest.approx(own)
    assert hearing.score(0.3, own, plain_) == pytest.approx(0.3)
    doubled = Hearing([1.0, 0.5], none[0], none, 1.0, [1.0, 0.0, 0.0])
    less = hearing.heard(own, said, doubled, is_english=False)
    assert sum(less) == pytest.approx(1) and max(less) < max(own)


@pytest.mark.parametrize("chance", [0.0, 1.0])
def test_chances_of_nought_and_one_are_no_trouble(chance: float) -> None:
    own = [chance] + [(1 - chance) / 6] * 6
    of = reader.reader().hearing
    found = hearing.heard(own, hearing.Told(UNASKED, 0.0), of, is_english=True)
    assert sum(found) == pytest.approx(1)
    assert 0 < hearing.score(chance, found, of) < 1


def test_words_of_the_lists_move_what_the_model_leaves_open() -> None:
    of = reader.reader().hearing
    own = chances(Kind.OTHER, 0.3)
    heard = hearing.heard(own, hearing.Told(KINDS.index(Kind.COMPLAINT), 0.9), of, is_english=True)
    unheard = hearing.heard(own, hearing.Told(KINDS.index(Kind.OTHER), 0.0), of, is_english=True)
    at = KINDS.index(Kind.COMPLAINT)
    assert heard[at] > unheard[at]


def test_stars_without_a_word_say_it_themselves() -> None:
    one, five = judge("", stars=1), judge("  ", stars=5)
    assert one.kind is Kind.COMPLAINT and one.complaint_score > 0.5
    assert five.kind is Kind.PRAISE and five.complaint_score < 0.5
    nothing = judge("")
    assert nothing.kind is Kind.OTHER and nothing.complaint_score < 0.5
