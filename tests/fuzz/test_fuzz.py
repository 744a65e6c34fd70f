"""The hunt itself, and a short one for every reader; what longer ones have found stays here as short inputs."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import time
import tracemalloc
import zipfile
from datetime import UTC, datetime
from email.message import EmailMessage
from random import Random

import pytest

from desktop.coach import tone
from desktop.connectors import feed_posts, graph, notices
from desktop.connectors.google import _is_short
from desktop.errors import Garbled, Misuse, Unreadable
from desktop.exchange import Raw, Request, decoded
from desktop.language import promising
from tests.archives import tar_header, tar_told, tar_with_holes
from tests.fuzz import archives, places, words
from tests.fuzz.hunt import Reader, hunt

READERS = (*words.READERS, *places.READERS, *archives.READERS)


@pytest.mark.parametrize("kind", READERS, ids=lambda kind: kind.name)
def test_spoilt_input_ends_in_words_or_in_one_of_our_errors(kind: type[Reader]) -> None:
    """Time and memory are measured by `python -m tests.fuzz`, with the machine to itself."""
    with kind() as reader:
        found = hunt(reader, 0, cases=25, slow_s=30)
    assert found.is_good, found.troubles
    assert found.cases == 25


# ---- the hunt -----------------------------------------------------------------------------------------------


class Brittle(Reader):
    """Does something different with every input."""

    name = "brittle"
    kept = b""

    def good(self) -> None:
        return

    def once(self, rng: Random) -> None:
        self.last = str(rng.random())
        self.turn = getattr(self, "turn", -1) + 1
        if self.turn == 1:
            raise Misuse("A plain sentence.")
        if self.turn == 2:
            raise KeyError("ours")
        if self.turn == 3:
            until = time.process_time() + 5
            while time.process_time() < until:
                pass
        if self.turn == 4:
            self.kept = b"x" * 300_000_000


def test_the_hunt_finds_crashes_hangs_and_hunger_and_lets_plain_sentences_pass() -> None:
    found = hunt(Brittle(), 0, cases=6, slow_s=0.2)
    kinds = {what.split()[0]: trouble.case for what, trouble in found.troubles.items()}
    assert kinds == {"KeyError": 2, "TooSlow": 3, "grew": 4}
    assert (found.cases, found.refused, found.is_good) == (6, 1, False)
    assert found.grown_mb > 200
    assert "3 FOUND" in found.line()


def test_the_same_number_is_the_same_input() -> None:
    given = []
    for _ in range(2):
        with words.Html() as reader:
            hunt(reader, 0, cases=1, first=7)
            given.append(reader.last)
    assert given[0] == given[1]


# ---- what it has found --------------------------------------------------------------------------------------


def test_a_feed_with_a_letter_beyond_all_letters_is_a_sentence() -> None:
    feed = b"<rss version='2.0'><channel><title>a</title><item><title>&#x110000;</title><link>x</item></channel></rss>"
    with pytest.raises(Garbled, match="a feed we can read"):
        feed_posts.read(feed, "blog.example")


@pytest.mark.parametrize(
    "link", ["https://www.yel0.c\x1dm/biz", "https://a@blog.example/", "https://blog.exa\u202emple/"]
)
def test_an_entrys_page_is_an_honest_address_or_none(link: str) -> None:
    assert feed_posts.unwrapped(link) == ""


@pytest.mark.parametrize(
    "body",
    [
        b'{"id": "\xed\xa0\xbd"}',
        b'{"id": "\\ud83d"}',
        '{"id": "\\ud83d"}'.encode("utf-16"),
        '{"id": "\\ud83d"}'.encode("utf-32-be"),
    ],
)
def test_half_a_letter_in_an_answer_can_be_kept_however_it_is_written(body: bytes) -> None:
    request = Request("GET", "https://quay.example/", {})
    data = decoded(request, Raw(200, {}, {}, body), dict)
    assert set(data["id"]) <= {"?", "\ufffd"}


@pytest.mark.parametrize(
    "location", ["http://[", "//", "https://[::1", "https://x:99999999/", "", "http://quay.example:0"]
)
def test_a_redirect_that_leads_nowhere_is_a_sentence(location: str) -> None:
    web = places.Spoilt([("GET", "/x", Raw(302, {"location": location}, {}, b""))], Random(0))
    web._how_often = 0.0
    with pytest.raises(Garbled, match=r"sent us somewhere else|round in circles"):
        web.get_json("https://quay.example/x", follow_elsewhere=True)


def test_a_review_named_by_a_list_is_one_review() -> None:
    page = {"reviews": [{"name": [{}], "createTime": "2026-11-02T09:00:00Z"}]}
    assert _is_short(1, "1", [page], datetime(2026, 11, 1, tzinfo=UTC))


def test_a_long_query_of_words_that_are_nowhere_keeps_nobody_busy() -> None:
    with words.Searches() as reader:
        began = time.process_time()
        assert reader._read("crvsh* “" * 250) == 0
        assert reader._read(" ".join(f"nowhere{number}" for number in range(200))) == 0
    assert time.process_time() - began < 5


def test_a_name_with_a_letter_that_is_none_is_looked_for() -> None:
    with words.Searches() as reader:
        assert reader._read('from:"Om# has\0:note') == 0


def test_words_of_hundreds_of_letters_have_no_slips() -> None:
    with words.Searches() as reader:
        began = time.process_time()
        assert reader._read(" ".join(letter * 500 for letter in "stuvwxyz")) == 0
    assert time.process_time() - began < 2, "a few hundredths; with all their slips four seconds"


def test_a_count_of_calls_nested_without_end_is_no_trouble() -> None:
    assert len(list(graph._objects(json.loads('{"a":' * 900 + "1" + "}" * 900)))) == 900


def test_a_sentence_full_of_times_keeps_nobody_busy() -> None:
    began = time.process_time()
    for text in (
        "0001-01-01T00:00:00+14:00" * 800,
        "we ring you at 10:30, " * 900,
        "by friday" + "," * 19_000 + " 9:00",
    ):
        promising.promised(text, words.Customers._clock, words._OPEN, words.NOW)
    assert time.process_time() - began < 10


def _mail(boundaries: int, lines: int) -> bytes:
    made = EmailMessage()
    made["From"], made["Subject"] = "a@google.com", "Marta K. left a review"
    made.set_content("“Two hours for a soup, and it came cold.”")
    head, _, body = bytes(made).partition(b"\n\n")
    head = head.replace(
        b'Content-Type: text/plain; charset="utf-8"', b"Content-Type: multipart/mixed; boundary=b0"
    )
    parts = [
        f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n".encode() for n in range(boundaries)
    ]
    return head + b"\n\n" + b"".join(parts) + body + b"x\n" * lines


def test_a_mail_of_parts_in_parts_keeps_nobody_busy() -> None:
    began = time.process_time()
    assert notices.read(_mail(800, 0)) is None
    assert notices.read(_mail(39, 180_000)) is not None
    assert time.process_time() - began < 5


def test_capitals_in_a_code_keep_nobody_busy() -> None:
    """Each way of cutting them into words was tried before."""
    began = time.process_time()
    for draft in ("ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGH1 " * 3, "AA'" + "AAAA'" * 40 + "1", "A" * 5_000 + "_"):
        assert not list(tone._CAPITALS.finditer(draft.strip())) or "'" in draft
    assert time.process_time() - began < 5


_BOMBS = {
    "a name": lambda: tar_told(tarfile.GNUTYPE_LONGNAME, b"a" * (32 << 20)),
    "a link": lambda: tar_told(tarfile.GNUTYPE_LONGLINK, b"a" * (32 << 20)),
    "a line": lambda: tar_told(tarfile.XHDTYPE, b"33554432 path=" + b"a" * (32 << 20)),
    "pieces": lambda: tar_with_holes(4_000_000),
    "lines for all": lambda: tar_told(tarfile.XGLTYPE, b"".join(b"15 k%05d=abcd\n" % n for n in range(4_000)))
    + tar_header(tarfile.REGTYPE, 0) * 2_000,
}


@pytest.mark.parametrize("name", _BOMBS)
def test_an_archive_of_a_megabyte_does_not_take_nine_hundred(name: str) -> None:
    """What a tar tells of a file was read whole: pieces without number took 900 MB."""
    body = gzip.compress(_BOMBS[name]() + bytes(1024), 1)
    assert len(body) < 2 << 20
    with archives.Archives() as reader:
        tracemalloc.start()
        try:
            with pytest.raises(Unreadable):
                reader._read(body)
            assert tracemalloc.get_traced_memory()[1] < 16 << 20
        finally:
            tracemalloc.stop()


def test_a_file_without_a_name_in_an_archive_is_no_trouble() -> None:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as packed:
        packed.writestr("data/account.js", "window.YTD.account.part0 = []")
        packed.writestr("a", "nobody can ask for it")
        packed.infolist()[-1].filename = ""
    with archives.Archives() as reader, pytest.raises(Unreadable) as refused:
        reader._read(body.getvalue())
    assert "data/account.js." in (refused.value.advice or "")
