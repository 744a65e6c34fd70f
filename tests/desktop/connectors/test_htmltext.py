"""HTML of strangers as plain text."""

from __future__ import annotations

import time

import pytest

from desktop.connectors.htmltext import MOST_CHARACTERS, clean, one_line, to_text

MENTION = '<span class="h-card"><a href="https://h/@shop" class="u-url mention">@<span>shop</span></a></span>'
TAG = '<a href="https://h/tags/rye" class="mention hashtag" rel="tag">#<span>rye</span></a>'
LINK = (
    '<a href="https://quay.example/a/long/way?x=1&amp;y=2" rel="nofollow"><span class="invisible">https://'
    '</span><span class="ellipsis">quay.example/a/long</span><span class="invisible">/way</span></a>'
)
TABLE = [
    ("", ""),
    ("<p>Good bread</p>", "Good bread"),
    ("<p>one</p><p>two<br>three<br />four</p>", "one\n\ntwo\nthree\nfour"),
    (f"<p>{MENTION} the {TAG} is stale</p>", "@shop the #rye is stale"),
    (f"<p>see {LINK}, please</p>", "see https://quay.example/a/long/way?x=1&y=2, please"),
    ('<a href="https://quay.example">our page</a>', "our page"),
    (LINK[:-4], "https://quay.example/a/long/way?x=1&y=2"),
    ('<a href="javascript:alert(1)"><span class="ellipsis">quay.example</span></a>', "quay.example"),
    ("a &lt;b&gt; &amp; &quot;c&quot; &eacute; &#233; &#xe9; &nosuch;", 'a <b> & "c" é é é &nosuch;'),
    ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
    ("<ul><li>rye</li><li>spelt</li></ul><ol><li>a</li><li>b</li></ol>", "• rye\n• spelt\n\n1. a\n2. b"),
    ("<blockquote><p>I waited</p></blockquote><p>So sorry</p>", "> I waited\n\nSo sorry"),
    ("<pre>a\n  b</pre>", "a\n  b"),
    ("<p>a <em>very</em> <del>good</del> <code>day</code></p>", "a very good day"),
    ("  lots \n\t of   space  ", "lots of space"),
    ("<script>alert(1)</script>a<style>p{}</style>b<!-- c -->d", "abd"),
    ("a<script>never closed <p>b</p>", "a"),
    ('<img src=x onerror=alert(1) alt=":bread:">', ":bread:"),
    ('<a title="a > b" href="https://x.example">c</a>', "c"),
    ('shown <span class="invisible">hidden</span> again', "shown again"),
    ("<P>Upper</P><BR><DIV>case</DIV>", "Upper\n\ncase"),
    ("a</p></p></div></span></a></ol>b", "a\n\nb"),
    ("rtl \u202eevil\u202c \u2066x\u2069 \u200bzero", "◊ rtl evil x zero"),
    ("a\x00b\x07c\x1bd\x9be", "abcde"),
    ("\ud800half", "\ufffdhalf"),
    ("family 👨‍👩‍👧 flag 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "family 👨‍👩‍👧 flag 🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
    ("&#0; &#99999999999; &#xD800; &#8238;x", "◊ \ufffd \ufffd \ufffd x"),
    ("<br>" * 50 + "a" + "<br>" * 50 + "b", "a\n\nb"),
    ("<", "<"),
    ("<a", "<a"),
    ("a <b", "a <b"),
    ("</", "</"),
    ("<!", "<!"),
    ("<!-- never closed", "<!-- never closed"),
    ("&", "&"),
]


@pytest.mark.parametrize(("source", "expected"), TABLE)
def test_html_becomes_the_text_that_people_saw(source: str, expected: str) -> None:
    assert to_text(source) == expected


HOSTILE = [
    "<" * 10_000_000,
    "<a " * 3_000_000,
    "<!--" * 2_500_000,
    "<div>" * 2_000_000,
    '<span class="invisible">' * 400_000,
    "<a x='\">" * 1_200_000,
    '<a x="' * 1_600_000,
    "<script></script" * 600_000,
    "<blockquote>x" * 800_000,
    "<a " + "b=" * 5_000_000 + ">",
    "&#" + "9" * 9_000_000,
    "&" * 10_000_000,
    '<a href=https://x><span class="ellipsis">' * 250_000,
    "<ol><li>" * 1_200_000,
    "x" * 10_000_000,
]


@pytest.mark.parametrize("source", HOSTILE, ids=lambda source: source[:12])
def test_ten_megabytes_of_malice_are_read_in_a_moment_and_cut(source: str) -> None:
    start = time.process_time()
    assert len(to_text(source)) <= MOST_CHARACTERS
    assert time.process_time() - start < 5  # a quadratic reader would take minutes


def test_a_long_text_is_cut_with_a_sign_that_it_was() -> None:
    text = to_text("<p>" + "word " * 100_000 + "</p>")
    assert text.endswith("…")
    assert MOST_CHARACTERS - 10 < len(text) <= MOST_CHARACTERS


def test_a_name_is_one_short_line() -> None:
    assert one_line(" Carla\n\u202e<b> ") == "Carla <b>"
    assert one_line("x" * 5000) == "x" * 199 + "…"


def test_line_ends_of_every_system_are_one() -> None:
    assert clean("a\r\nb\rc\u2028d") == "a\nb\nc\nd"
