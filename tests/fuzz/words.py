"""Readers of texts: markup, feeds, mails, pages, customers' words, drafts, a model's words, the browser's way back."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import cached_property
from pathlib import Path
from random import Random

from desktop import triage
from desktop.clock import SetClock
from desktop.coach import read as coach_reads
from desktop.coach import without_private
from desktop.connectors import bluesky_words, feed_posts, htmltext, notices, webpage, x_length
from desktop.connectors.loopback import Loopback
from desktop.language import details, due, money, promising, text, times, tongue
from desktop.model.opening import opening_from
from desktop.writing import Writing
from tests.desktop.coach.kit import BOOK, NOW, SCENE
from tests.desktop.connectors import test_feed, test_notices
from tests.fixtures_shop import open_counter
from tests.fuzz import spoil
from tests.fuzz.hunt import Reader
from ui.history import reading

ROOT = Path(__file__).resolve().parents[2]
HTML = (
    '<p>The <b>tart</b> was raw &amp; cold &lt;3<br>Never again <span class="h-card">'
    '<a href="https://quay.example/@shop" class="u-url mention">@<span>shop</span></a></span></p>'
    '<p><a href="https://sea.example/very/long" rel="nofollow">'
    '<span class="invisible">https://</span><span class="ellipsis">sea.example/very</span><span class="invisible">/long'
    "</span></a></p><ul><li>one</li><li>two<ol><li>a</li></ol></li></ul><blockquote><p>quoted</p></blockquote>"
    '<pre><code>x  = 1\n</code></pre><img src="https://pixel.example/1" alt="a loaf"><script>alert("x")</script>'
    "<svg><style>p{}</style></svg><!-- said --><div>Ruby <ruby>漢<rt>kan</rt></ruby></div>"
)


class _Open:
    """Nine to five every day."""

    def of(self, day: date) -> due.Spans:
        return ((time(9), time(17)),)


_OPEN = _Open()


def words_of_ours() -> list[str]:
    """What customers and shops say in the pretend shop."""
    found: list[str] = []
    for path in sorted((ROOT / "resources" / "practice").glob("puddle_*.json")):
        todo = [json.loads(path.read_text("utf-8"))]
        while todo:
            item = todo.pop()
            if isinstance(item, dict | list):
                todo += item.values() if isinstance(item, dict) else item
            elif isinstance(item, str) and len(item) > 30:
                found.append(item)
    return found


def sound(said: str, most: int) -> None:
    """Shown text: storable, no longer than it may be, and nothing in it that can't be seen or turns it around."""
    said.encode("utf-8")
    assert len(said) <= most, f"{len(said)} characters"
    assert not htmltext.has_odd(said), "something that can't be seen"


class Html(Reader):
    name = "html"

    def good(self) -> None:
        assert "The tart was raw & cold <3\nNever again @shop" in htmltext.to_text(HTML)

    def once(self, rng: Random) -> None:
        self.last = spoil.marked_up(rng, HTML)
        sound(htmltext.to_text(self.last), htmltext.MOST_CHARACTERS)
        sound(htmltext.one_line(self.last), 200)
        sound(htmltext.clean(self.last), len(self.last))


class Feeds(Reader):
    name = "feed"
    _seeds = (
        test_feed.alerts(test_feed.alert(), test_feed.alert("2", "https://blog.example/2")),
        test_feed.RSS,
        json.dumps(test_feed.JSON_FEED).encode(),
    )

    def good(self) -> None:
        for seed in self._seeds:
            assert self._read(seed)

    def once(self, rng: Random) -> None:
        seed = rng.choice(self._seeds)
        roll = rng.random()
        if seed.startswith(b"{"):
            body = spoil.written(rng, test_feed.JSON_FEED)
        elif roll < 0.5:
            codec = "latin-1" if b"iso-8859" in seed[:60] else "utf-8"
            into = rng.choice((codec, codec, "utf-8", "utf-16", "utf-7", "utf-32", "cp037", "latin-1"))
            body = spoil.marked_up(rng, seed.decode(codec)).encode(into, "replace")
        else:
            body = spoil.octets(rng, seed)
        self.last = repr(body)
        self._read(body)

    @staticmethod
    def _read(body: bytes) -> int:
        feed = feed_posts.read(body, "blog.example")
        sound(feed.title, 300)
        found = list(feed_posts.posts(iter(feed.entries), "feed", datetime.now(UTC)))
        for post in found:
            sound(post.text, 6_000)
            sound(post.author.name, 400)
            assert post.url == "" or post.url.lower().startswith(("https://", "http://"))
            json.dumps(post._asdict(), default=str).encode("utf-8")
        return len(found)


class Mails(Reader):
    name = "mail"

    @cached_property
    def _seeds(self) -> list[bytes]:
        quote = (
            f"Hello,\n\nMarta K. wrote:\n\n“{test_notices.WORDS}”\n\nhttps://business.google.com/reviews/1\n"
        )
        markup = (
            f"<html><p>Marta &#9733;&#9733;</p><blockquote>{test_notices.WORDS}</blockquote>{HTML}</html>"
        )
        subject = "Marta K. left a review for Corner Shop"
        proof = {"Authentication_Results": "mx.quay.example; dkim=pass header.d=google.com; dmarc=pass"}
        return [
            test_notices.mail(subject, quote, "Google <a@google.com>", markup, **proof),
            test_notices.mail(
                "Neue Bewertung von Jürgen Ä.", "Größe: „viel zu klein, und kalt“", "a@google.com"
            ),
            test_notices.mail("You received a 1-star review", "", "x@trustpilot.com", markup),
        ]

    def good(self) -> None:
        assert all(notices.read(seed) for seed in self._seeds)

    def once(self, rng: Random) -> None:
        body = rng.choice(self._seeds)
        roll = rng.random()
        if roll < 0.1:
            body = self._nested(rng, body)
        body = (
            spoil.octets(rng, body)
            if roll < 0.6
            else spoil.marked_up(rng, body.decode()).encode("utf-8", "replace")
        )
        self.last = repr(body)
        head, found = notices.head(body), notices.read(body)
        if head is not None:
            sound(head.subject, 300)
            sound(head.name, 200)
            sound(head.key, 200)
        if found is not None:
            sound(found.words, 4_000)
            sound(found.who, 80)
            assert found.stars is None or 1 <= found.stars <= 5, found.stars
            assert found.url == "" or found.url.lower().startswith(("https://", "http://"))

    @staticmethod
    def _nested(rng: Random, body: bytes) -> bytes:
        head, _, rest = body.partition(b"\n\n")
        deep = rng.choice((3, 50, 800))
        parts = [
            f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n".encode() for n in range(deep)
        ]
        kept = b"\n".join(line for line in head.split(b"\n") if not line.lower().startswith(b"content-type"))
        return kept + b"\nContent-Type: multipart/mixed; boundary=b0\n\n" + b"".join(parts) + rest


class Pages(Reader):
    name = "page"
    _seed = (
        "<!doctype html><html><head><meta charset='utf-8'><title>Corner Shop</title></head><body>"
        f"<article>{HTML}</article><p>The croissant was stale and cold on Saturday.</p></body></html>"
    )

    def good(self) -> None:
        assert "the croissant was stale" in webpage.words_on(self._seed.encode(), "text/html")

    def once(self, rng: Random) -> None:
        into = rng.choice(("utf-8", "utf-8", "utf-16", "latin-1", "utf-7", "cp037"))
        body = spoil.octets(rng, self._seed.encode()) if rng.random() < 0.4 else None
        body = spoil.marked_up(rng, self._seed).encode(into, "replace") if body is None else body
        kind = spoil.text(rng, "text/html; charset=utf-8") if rng.random() < 0.5 else "text/html"
        self.last = f"{kind} {body!r}"
        webpage.words_on(body, kind).encode("utf-8", "surrogatepass")


class Customers(Reader):
    """Everything that is found in words of customers: kind, trouble, times, money, promises, language."""

    name = "customers"
    _clock = SetClock(NOW)

    @cached_property
    def _seeds(self) -> list[str]:
        return words_of_ours()

    def good(self) -> None:
        for seed in self._seeds:
            self._read(Random(0), seed)

    def once(self, rng: Random) -> None:
        seed = " ".join(rng.choice(self._seeds) for _ in range(rng.choice((1, 1, 3, 20))))
        self.last = htmltext.clean(spoil.text(rng, seed))[: htmltext.MOST_CHARACTERS]
        self._read(rng, self.last)

    def _read(self, rng: Random, said: str) -> None:
        triage.judge(
            said, stars=rng.choice((None, 1, 5)), posted_at=NOW,
            now=NOW, is_open=True, lang=rng.choice(("", "de", "zz", "x" * 50)),
        )  # fmt: skip
        triage.follow_up(said)
        for part in (details.details(said, ("Marta",)), details.troubles(said), details.phrases(said)):
            assert all(0 <= one.start <= one.end <= len(said) for one in part)
        details.topics(said)
        money.amounts(said)
        times.first_time(said)
        times.first_meant(said, NOW)
        promising.promised(said, self._clock, _OPEN, NOW)
        tongue.language_of(said)
        text.sentences(said)
        text.content_stems(said)
        bluesky_words.size(said)
        bluesky_words.facets(said, lambda handle: "did:plc:x" if len(handle) % 2 else "")
        x_length.weighted(said)


class Drafts(Reader):
    """The coach, over a draft with odd things in it and words of theirs."""

    name = "drafts"

    @cached_property
    def _seeds(self) -> list[str]:
        return words_of_ours()

    def good(self) -> None:
        assert coach_reads(
            replace(SCENE, writing=Writing.typed("Thank you for your feedback."), book=BOOK)
        ).findings

    def once(self, rng: Random) -> None:
        theirs = htmltext.clean(spoil.text(rng, rng.choice(self._seeds)))[: htmltext.MOST_CHARACTERS]
        draft = spoil.text(rng, rng.choice(self._seeds))[:10_000].encode("utf-8", "replace").decode()
        self.last = f"{theirs!r} answered with {draft!r}"
        scene = replace(SCENE, writing=Writing.typed(draft), their_text=theirs)
        found = coach_reads(scene)
        plain = scene.writing.plain()
        for finding in found.findings:
            assert finding.span is None or 0 <= finding.span[0] <= finding.span[1] <= len(plain)


class Models(Reader):
    """What a language model wrote, and what it is shown."""

    name = "model"
    _seed = (
        "<think>hm</think>Here is a reply:\n\nMarta, the **tart** should never have left the oven at £3.20. I rang you "
        "at 10:30.\n\n- Your €18 comes back today [time], 20 % off\n\nBest regards,\nThe Team www.quay.example @shop"
    )

    def good(self) -> None:
        assert opening_from(self._seed, {"their_name": "Marta", "sign_off": "Tom"}).paragraphs

    def once(self, rng: Random) -> None:
        self.last = spoil.text(rng, self._seed)
        without_private(self.last, ("Marta K.", "Tom"))
        made = opening_from(self.last, {"their_name": "Marta", "sign_off": "Tom"})
        made.plain().encode("utf-8", "surrogatepass")


class WayBack(Reader):
    """What knocks at the listener that waits for the browser."""

    name = "way-back"
    _seed = b"GET /callback?state=abc&code=the-code HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nAccept: */*\r\n\r\n"

    def __enter__(self) -> WayBack:
        self._listener = Loopback()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()

    def good(self) -> None:
        assert self._listener._query(self._seed) == {"state": "abc", "code": "the-code"}

    def once(self, rng: Random) -> None:
        body = spoil.octets(rng, self._seed)
        self.last = repr(body)
        self._listener._query(body)


class Searches(Reader):
    """What a person types into the search field, over a shop with a few conversations."""

    name = "search"
    _seeds = (
        'crushed OR squashed -refund -"by post" kind:complaint,question place:facebook',
        'from:"Omar S." topic:boxes ended:shown before:2025-06 after:2024 on:2025-12 stars:<3 is:public has:note',
        "crush* “left outside” by:priya -kind:idea stars:>=4 | (bread) NEAR {col}: rowid",
    )

    def __enter__(self) -> Searches:
        self._folder = tempfile.TemporaryDirectory(prefix="fuzz-shop-")
        self._at = open_counter(Path(self._folder.name) / "shop")
        for number, said in enumerate(words_of_ours()[:12]):
            self._at.hear(said, f"Somebody {number}")
        return self

    def __exit__(self, *_: object) -> None:
        self._at.shop.close()
        self._folder.cleanup()

    def good(self) -> None:
        assert self._read(words_of_ours()[0].split()[2]) >= 1

    def once(self, rng: Random) -> None:
        said = rng.choice((*self._seeds, rng.choice(words_of_ours()[:12])))
        self.last = spoil.text(rng, said).encode("utf-8", "replace").decode()
        self._read(self.last)

    def _read(self, typed: str) -> int:
        shop = self._at.shop
        found = reading.look(shop, typed)
        reading.over(shop, found)
        reading.page(shop, found.looked, found.rids, found.hits)
        return len(found.rids)


READERS: tuple[type[Reader], ...] = (Html, Feeds, Mails, Pages, Customers, Drafts, Models, WayBack, Searches)
