"""What a person types into the search field, read into parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.searching import KEYS, Filter, Word, parse, split, with_filter, without_filter


def groups(typed: str) -> list[list[str]]:
    return [[word.text for word in group] for group in parse(typed).every]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", []),
        ("   ", []),
        ("box", [["box"]]),
        ("box crushed", [["box"], ["crushed"]]),
        ("box crushed OR squashed", [["box"], ["crushed", "squashed"]]),
        ("box OR cake crushed OR squashed", [["box", "cake"], ["crushed", "squashed"]]),
        ("a OR b OR c", [["a", "b", "c"]]),
        ("box or cake", [["box"], ["or"], ["cake"]]),
        ("OR box", [["box"]]),
        ("box OR", [["box"]]),
        ("box | cake", [["box", "cake"]]),
        ('"left outside"', [["left outside"]]),
        ("“left outside”", [["left outside"]]),
        ("„links draußen“", [["links draußen"]]),
        ('"left outs', [["left outs"]]),
        ("half-open", [["half open"]]),
        ("o'clock", [["o'clock"]]),
        ("foo:bar", [["foo bar"]]),
        ("http://quay.example/a", [["http quay example a"]]),
        ("kind:", []),
        ("box -kind: ", [["box"]]),
        ("kin:", [["kin"]]),
        ("?! -- *", []),
        ("£12", [["12"]]),
    ],
)
def test_words_join_as_they_are_written(typed: str, expected: list[list[str]]) -> None:
    assert groups(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected", "unjoined"),
    [
        ("from:ed OR crushed", [["crushed"]], ("from:ed",)),
        ('crushed OR from:"Ed Miller"', [["crushed"]], ('from:"Ed Miller"',)),
        ("tape from:ed OR crushed OR flat", [["tape"], ["crushed", "flat"]], ("from:ed",)),
        ("kind:idea OR from:ed", [], ("kind:idea",)),
        ("is:public OR is:serious", [], ("is:public",)),
        ("crushed OR -tape", [["crushed"]], ("-tape",)),
        ("-tape OR crushed", [["crushed"]], ("-tape",)),
        ("-kind:idea OR -kind:praise", [], ("-kind:idea",)),
        ("kind:idea OR kind:praise", [], ()),
        ("from:ed | from:ada box", [["box"]], ()),
        ("from:ed crushed OR flat", [["crushed", "flat"]], ()),
        ("crushed OR ?! flat", [["crushed", "flat"]], ()),
        ("crushed OR kind:", [["crushed"]], ()),
        ("OR from:ed", [], ()),
        ("from:ed OR", [], ()),
    ],
)
def test_what_or_cannot_join_is_named(typed: str, expected: list[list[str]], unjoined: tuple[str, ...]) -> None:
    assert (groups(typed), parse(typed).unjoined) == (expected, unjoined)


def test_a_filter_behind_or_stays_where_it_was_written() -> None:
    assert split("kind:idea tape OR from:ed box") == (("kind:idea",), "tape OR from:ed box")
    assert split("from:ed OR tape") == (("from:ed",), "OR tape")


def test_only_the_last_word_is_begun_and_only_while_it_is_typed() -> None:
    assert parse("box crus").words == (Word("box"), Word("crus", is_begun=True))
    assert parse("box crus ").words[-1] == Word("crus")
    assert parse("crus* box ").words == (Word("crus", is_begun=True), Word("box"))
    assert parse('"box crus"').words == (Word("box crus", is_exact=True),)


def test_what_mustnt_be_there() -> None:
    query = parse('box -refund -"by post" -kind:idea')
    assert [word.text for word in query.without] == ["refund", "by post"]
    assert query.filters == (Filter("kind", "idea", True, 23, 33),)


def test_filters_are_taken_out_of_the_words() -> None:
    typed = 'kind:complaint,question place:google from:"Omar S." STARS:<3 box'
    query = parse(typed)
    found = [(one.key, one.value) for one in query.filters]
    assert found == [
        ("kind", "complaint"),
        ("kind", "question"),
        ("place", "google"),
        ("from", "Omar S."),
        ("stars", "<3"),
    ]
    assert groups(typed) == [["box"]]
    assert typed[query.filters[3].start : query.filters[3].end] == 'from:"Omar S."'


def test_a_filter_goes_and_the_rest_stays() -> None:
    typed = 'kind:complaint,question from:"Omar S." box'
    first, second, third = parse(typed).filters
    assert without_filter(typed, first) == 'kind:question from:"Omar S." box'
    assert without_filter(typed, second) == 'kind:complaint from:"Omar S." box'
    assert without_filter(typed, third) == "kind:complaint,question box"


_VALUES = st.text(st.characters(codec="utf-8", exclude_characters=' ,"“”„'), min_size=1, max_size=9)


@given(st.sampled_from(KEYS), _VALUES)
def test_what_is_put_in_comes_out_again(key: str, value: str) -> None:
    made = parse(with_filter("box", key, f"{value} {value}"))
    assert [word.text for word in made.words] == ["box"]
    assert len(made.filters) <= 1  # a value of unseen characters alone says nothing


@pytest.mark.parametrize(
    ("typed", "filters", "rest"),
    [
        ("kind:complaint box", ["kind:complaint"], "box"),
        ('box from:"Omar S." crushed kind:a,b', ["from:\"Omar S.\"", "kind:a", "kind:b"], "box crushed "),
        ("box -kind:idea ", ["-kind:idea"], "box "),
        ("kind:x kind:x", ["kind:x"], ""),
        ("box ", [], "box "),
    ],
)
def test_filters_are_parted_from_words(typed: str, filters: list[str], rest: str) -> None:
    assert split(typed) == (tuple(filters), rest)


def test_a_filter_at_the_end_may_still_be_typed_on() -> None:
    assert split("place:google kind:comp", unfinished_too=False) == (("place:google",), "kind:comp")


@given(st.text(max_size=80))
def test_nothing_that_is_typed_is_an_error(typed: str) -> None:
    for one in parse(typed).filters:
        assert one.key in KEYS and one.value
        without_filter(typed, one)
