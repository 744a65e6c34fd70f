"""People type ' and ’ and " and “: whatever the coach sees with one it sees with the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.coach import Scene, read
from desktop.language.details import details
from desktop.language.text import RESOURCES
from tests.desktop.coach.kit import Case, cases, fresh_bad, replies, writing

CURLY, STRAIGHT = str.maketrans("'", "’"), str.maketrans("’‘“”", "''\"\"")


def seen(scene: Scene, draft: str) -> list[tuple[str, tuple[int, int] | None]]:
    return [(one.check, one.span) for one in read(replace(scene, writing=writing(draft))).findings]


def in_marks(scene: Scene, marks: dict[int, str]) -> Scene:
    return replace(
        scene,
        their_text=scene.their_text.translate(marks),
        past=tuple(replace(one, text=one.text.translate(marks)) for one in scene.past),
        book=replace(
            scene.book,
            dont_say=tuple(phrase.translate(marks) for phrase in scene.book.dont_say),
            kept_out=tuple(value.translate(marks) for value in scene.book.kept_out),
        ),
    )


@pytest.mark.parametrize("marks", [CURLY, STRAIGHT], ids=["curly", "straight"])
def test_the_marks_people_type_change_nothing(marks: dict[int, str]) -> None:
    with_marks = [case for case in (*cases(), *fresh_bad()) if set("'’") & set(_all(case))]
    assert len(with_marks) > 400
    for case in with_marks:
        as_it_is = seen(case.scene, case.draft)
        assert seen(case.scene, case.draft.translate(marks)) == as_it_is, case.draft
        assert seen(in_marks(case.scene, marks), case.draft) == as_it_is, case.draft


def test_our_own_lists_are_written_with_the_plain_mark() -> None:
    curly = [path.name for path in (RESOURCES / "words").iterdir() if set("’‘“”") & set(path.read_text("utf-8"))]
    assert not curly  # texts are read in their plain form, where no curly mark is left


def _all(case: Case) -> str:
    return case.draft + case.scene.their_text


@pytest.mark.parametrize("marks", [CURLY, STRAIGHT], ids=["curly", "straight"])
def test_what_a_post_names_stands_at_the_same_places(marks: dict[int, str]) -> None:
    for case in replies():
        text = case.scene.their_text
        here, there = details(text), details(text.translate(marks))
        assert [(d.start, d.end, d.topic) for d in here] == [(d.start, d.end, d.topic) for d in there], text
