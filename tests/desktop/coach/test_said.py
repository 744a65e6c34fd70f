"""Every sentence of the coach can be said in another language, with its names, numbers and plurals."""

from __future__ import annotations

import ast
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from desktop import coach
from desktop.coach import closing, read
from desktop.coach.why import name_of, why
from desktop.language.said import Said, in_words, many, said
from desktop.language.times import ago
from tests.desktop.coach.kit import NOW, cases, fresh_bad, writing

HERE = Path(coach.__file__).parent


@cache
def sayings() -> frozenset[str]:
    """Everything the coach says of the drafts of the tables."""
    found: set[str] = set()
    for case in (*cases(), *fresh_bad()):
        scene = replace(case.scene, writing=writing(case.draft))
        reading = read(scene)
        for one in reading.findings:
            found |= {one.title, one.text, *(action.label for action in one.actions)}
        found |= {*reading.good, *(closing(scene, reading) or ())}
    return frozenset(found)


def constants() -> set[str]:
    trees = (ast.parse(path.read_text("utf-8")) for path in HERE.glob("*.py"))
    return {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_a_sentence_is_a_constant_or_knows_what_it_was_made_of() -> None:
    known, told = constants(), sayings()
    assert len(told) > 200
    assert not [text for text in told if not isinstance(text, Said) and text not in known]


def test_no_translation_leaves_every_sentence_as_it_is() -> None:
    for text in sayings():
        assert in_words(text, lambda source, number: source) == text
        assert in_words(text, lambda source, number: source.replace("%n", str(number))) == text


def test_every_sentence_passes_the_translator_and_keeps_its_names() -> None:
    assert not [text for text in sayings() if "«" not in in_words(text, lambda source, _: f"«{source}»")]
    text = in_words(said("{name} wrote in {language}", name="Zoë {x}", language=said("German")), german)
    assert text == "Zoë {x} schrieb auf Deutsch"


def german(source: str, number: int) -> str:
    if source == "%n blanks to fill":
        return "Noch eine Lücke" if number == 1 else f"Noch {number} Lücken"
    known = {"{name} wrote in {language}": "{name} schrieb auf {language}", "German": "Deutsch"}
    return known.get(source, source)


def test_a_number_decides_the_form() -> None:
    blanks = [many("%n blank to fill", "%n blanks to fill", n) for n in (1, 2, 1200)]
    assert blanks == ["1 blank to fill", "2 blanks to fill", "1,200 blanks to fill"]
    assert in_words(blanks[0], german) == "Noch eine Lücke"
    assert in_words(blanks[1], german) == "Noch 2 Lücken"
    assert in_words(ago(NOW, NOW.replace(day=5)), lambda source, n: f"vor {n} Tagen") == "vor 9 Tagen"


@pytest.mark.parametrize("wrong", ["{nobody}", "{0}", "{", "{name.x.y}"])
def test_a_broken_translation_falls_back(wrong: str) -> None:
    text = said("{name} wrote", name="Zoë")
    assert in_words(text, lambda source, number: wrong) == "Zoë wrote"


def test_what_stands_behind_why_is_plain_text_without_holes() -> None:
    for check in {case.check.partition(":")[0] for case in cases()}:
        assert "{" not in name_of(check) + "".join(study.found for study in why(check))
