"""Cue lists are looked up at the words they may begin at; that finds just what looking everywhere finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.language.cues import Cue, CueLists, _beginnings, cue_lists
from desktop.language.text import plain

POSTS = [
    line.partition("\t")[2] or line
    for line in (Path(__file__).parent / "posts.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
SHOPS = sorted((Path(__file__).parents[3] / "packaging" / "reading" / "corpus").glob("*/*.tsv"))
WRITTEN = [line.rpartition("\t")[2] for path in SHOPS for line in path.read_text("utf-8").splitlines()[1:]][::50]
ODD = ["¿a qué hora abren?", "5 stars, 10/10 👏👏", "#worstservice ever 😡", "i'd love to see it", "", "a", "…"]


@pytest.mark.parametrize("name", ["kinds", "serious", "happening", "follow_up", "troubles", "answers", "asks"])
def test_it_finds_what_every_list_meets_anywhere(name: str) -> None:
    lists = cue_lists(name)
    found = 0
    for text in map(plain, [*POSTS, *ODD, *WRITTEN]):
        everywhere = [
            Cue(label, match.group(), match.start(), match.end())
            for label in lists.labels
            for match in lists._patterns[label].finditer(text)
        ]
        assert lists.find(text) == sorted(everywhere, key=lambda cue: (cue.start, -cue.end))
        found += len(everywhere)
    assert found


def test_of_one_list_cues_do_not_overlap_and_the_longest_wins() -> None:
    lists = CueLists({"wait": ["still waiting", "waiting for (ages|hours)", "still"], "odd": ["(no )?answer"]})
    found = lists.find("still waiting for hours, no answer")
    assert [cue.text for cue in found] == ["still waiting", "no answer"]
    assert [cue.label for cue in lists.find("nothing", "wait")] == []


@pytest.mark.parametrize(
    ("phrase", "begins"),
    [
        ("still waiting", {"still$"}),
        ("disgust*", {"disgus"}),
        ("wait*", {"wai"}),
        ("colou?r", {"colo"}),
        ("it's late", {"it"}),  # or "its late"
        ("i (was )?meant", {"i$"}),
        ("(found|bit (on|into)|swallowed) (a )?screw", {"found$", "bit$", "swallo"}),
        ("(the )?door", {"the$", "door$"}),
        ("(an |a )*hour", {"an$", "a$", "hour$"}),
        ("2nd time|twice", {"2nd$", "twice$"}),
        ("(ab)*cd", {"ab", "cd$"}),  # "ababcd" too
        ("_ hours", None),
        ("(#|no )fail", None),
        ("^so", None),
    ],
)
def test_what_a_phrase_may_begin_with(phrase: str, begins: set[str] | None) -> None:
    assert _beginnings(phrase) == begins
