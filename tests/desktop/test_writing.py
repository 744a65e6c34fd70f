"""A text being written: what would be posted, what is still blank, what is the writer's own."""

from __future__ import annotations

import pytest

from desktop.writing import Ink, Paragraph, Part, Run, Writing

MIXED = Writing(
    (
        Paragraph(
            (Run("Marta", Ink.FILLED), Run(", sorry. ", Ink.LIBRARY), Run("raw dough")), Part.HEAR, "gen-h1"
        ),
        Paragraph((Run("By ", Ink.LIBRARY), Run("when", Ink.BLANK)), Part.NEXT, "gen-n1"),
        Paragraph((Run("Tom, on the counter"),), Part.SIGN),
    )
)


def test_plain_text_shows_blanks_in_braces_and_a_line_for_each_paragraph() -> None:
    assert MIXED.plain() == "Marta, sorry. raw dough\nBy {when}\nTom, on the counter"
    assert MIXED.blanks() == ("when",)


def test_in_your_words_leaves_out_blanks_names_white_space_and_the_sign_off() -> None:
    typed, library = len("rawdough"), len(",sorry.") + len("By")
    assert MIXED.own_share() == pytest.approx(typed / (typed + library))
    assert Writing.typed("All mine").own_share() == 1.0
    assert Writing().own_share() is None


def test_a_short_name_is_left_out_as_a_word_and_not_inside_others() -> None:
    mixed = Writing((Paragraph((Run("Al, ", Ink.LIBRARY), Run("already walked"))),))
    assert mixed.own_share(("Al",)) == pytest.approx(len("alreadywalked") / len(",alreadywalked"))
    assert mixed.own_share(("Al", "")) == mixed.own_share(("AL",))


def test_a_kept_draft_comes_back_word_for_word() -> None:
    assert Writing.from_json(MIXED.to_json()) == MIXED


@pytest.mark.parametrize("text", ["", "[1]", '[{"part":"nose","wording":"","runs":[]}]', '[{"runs":[]}]'])
def test_what_is_no_kept_draft_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Writing.from_json(text)


def test_wordings_count_only_while_some_of_their_words_are_left() -> None:
    assert MIXED.wordings() == ("gen-h1", "gen-n1")
    rewritten = Paragraph((Run("All mine now"),), Part.HEAR, "gen-h1")
    assert MIXED.with_parts((rewritten,)).wordings() == ()


def test_typed_text_keeps_its_lines_and_white_space_is_empty() -> None:
    assert Writing.typed("a\n\nb").plain() == "a\n\nb"
    assert Writing.typed(" \n ").is_empty
    assert not Writing((Paragraph((Run("when", Ink.BLANK),)),)).is_empty
