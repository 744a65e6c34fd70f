"""What notice mails say, and what hostile mails can't do. All mails here are invented."""

from __future__ import annotations

import time
from email.message import EmailMessage

import pytest

from desktop.connectors.notices import Notice, about, head, read, senders
from desktop.connectors.tariff import places
from desktop.records import Source

WORDS = "Two hours for a soup, and it came cold. Nobody said sorry."


def mail(
    subject: str,
    text: str = "",
    sender: str = "Google Business Profile <noreply@google.com>",
    html: str = "",
    **headers: str,
) -> bytes:
    made = EmailMessage()
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made["From"], made["To"], made["Subject"] = sender, "shop@quay.example", subject
    made["Message-ID"] = "<n-1@mailer.example>"
    made["Date"] = "Sat, 01 Aug 2026 13:51:42 +0200"
    made.set_content(text or " ")
    if html:
        made.add_alternative(html, subtype="html")
    return bytes(made)


def said(raw: bytes) -> Notice:
    found = read(raw)
    assert found is not None
    return found


def test_every_sender_writes_for_a_place_we_know() -> None:
    assert len(senders()) >= 10
    for sender in senders():
        assert sender.place in places()
        assert sender.domains and sender.says


@pytest.mark.parametrize(
    ("subject", "sender", "place", "source", "who", "stars"),
    [
        ("Marta K. left a review for Corner Shop", "a@google.com", "google", Source.REVIEW, "Marta K.", None),
        ("Marta K. left you a 2-star review", "a@google.com", "google", Source.REVIEW, "Marta K.", 2),
        ("Neue Bewertung von Ruth A.", "a@google.com", "google", Source.REVIEW, "Ruth A.", None),
        ("Jonas W. recommends Corner Shop", "x@facebookmail.com", "facebook", Source.REVIEW, "Jonas W.", None),
        ("Jonas W. commented on your post", "x@facebookmail.com", "facebook", Source.COMMENT, "Jonas W.", None),
        ("Jonas W. mentioned you in a comment", "x@facebookmail.com", "facebook", Source.MENTION, "Jonas W.", None),
        ("del.eats mentioned you", "no-reply@mail.instagram.com", "instagram", Source.MENTION, "del.eats", None),
        ("You have a new review from Omar S.", "no-reply@yelp.com", "yelp", Source.REVIEW, "Omar S.", None),
        ("New review by Pieter V.", "x@e.tripadvisor.com", "tripadvisor", Source.REVIEW, "Pieter V.", None),
        ("You received a 1-star review", "x@trustpilot.com", "trustpilot", Source.REVIEW, "", 1),
        ("You have a new guest review", "noreply@booking.com", "booking", Source.REVIEW, "", None),
        ("New message from Sol K.", "x@guest.booking.com", "booking", Source.MESSAGE, "Sol K.", None),
    ],
)
def test_the_subject_says_who_wrote_what_where(
    subject: str, sender: str, place: str, source: Source, who: str, stars: int | None
) -> None:
    found = said(mail(subject, f"“{WORDS}”", sender))
    assert (found.place, found.source, found.who, found.stars) == (place, source, who, stars)
    assert (found.words, found.is_whole) == (WORDS, True)


@pytest.mark.parametrize(
    ("subject", "sender"),
    [
        ("Security alert: new sign-in", "no-reply@accounts.google.com"),
        ("Invitation: Team meeting", "calendar@google.com"),
        ("Marta K. left a review", "marta@mail.example"),
        ("Marta K. left a review", "noreply@google.com.evil.example"),
        ("Marta K. left a review", "noreply@notgoogle.com"),
        ("Write a review for your last stay", "x@booking.com"),
        ("Your newsletter: how to get a new review", "x@yelp.com"),
        ("", "noreply@google.com"),
    ],
)
def test_other_mails_are_left_alone(subject: str, sender: str) -> None:
    assert read(mail(subject, f"“{WORDS}”", sender)) is None


def test_a_cut_quote_is_marked_as_such() -> None:
    assert not said(mail("Marta K. left a review", "“Two hours for a soup, and it…”")).is_whole
    assert not said(mail("Marta K. left a review", "She wrote something. See it on Google.")).is_whole
    assert said(mail("Marta K. left a review", "She wrote something. See it on Google.")).words == ""


def test_words_under_a_lead_are_found() -> None:
    text = f"Hello,\n\nMarta K. wrote:\n\n{WORDS}\n\nReply now:\nhttps://business.google.com/reviews/1\n"
    found = said(mail("Marta K. left a review", text))
    assert (found.words, found.url) == (WORDS, "https://business.google.com/reviews/1")


def test_a_mail_in_html_alone_is_read_as_words() -> None:
    html = (
        "<html><head><style>p{color:red}</style><script>alert(1)</script></head><body><p>Marta K. &#9733;&#9733;&#9734;"
        f"&#9734;&#9734;</p><blockquote><p>{WORDS}</p></blockquote><a href='https://track.example/?u=1'>Reply</a>"
        "<a href='https://www.yelp.com/biz/x?hrid=1&amp;a=2'>See it</a><img src='https://pixel.example/1.gif'></body></html>"
    )
    found = said(mail("Marta K. left a review", "", "no-reply@yelp.com", html))
    assert (found.words, found.stars) == (WORDS, 2)
    assert found.url == "https://www.yelp.com/biz/x?hrid=1&a=2", "a tracker's link is none of the place's"


@pytest.mark.parametrize(
    ("result", "proven"),
    [
        ("mx.quay.example; dkim=pass header.i=@google.com header.s=1; spf=pass", True),
        ("mx.quay.example; dkim=pass header.d=mail.google.com", True),
        ("mx.quay.example; dmarc=pass (p=REJECT) header.from=google.com", True),
        ("mx.quay.example; dkim=pass header.d=evil.example; dmarc=fail header.from=google.com", False),
        ("mx.quay.example; dkim=fail header.d=google.com", False),
        ("mx.quay.example; spf=pass smtp.mailfrom=google.com", None),
        ("mx.quay.example; none", None),
        ("", None),
    ],
)
def test_what_the_mail_server_found_out_about_the_sender_counts(result: str, proven: bool | None) -> None:
    headers = {"Authentication_Results": result} if result else {}
    found = head(mail("Marta K. left a review", **headers))
    assert found is not None and found.is_proven is proven


def test_only_the_servers_own_line_counts() -> None:
    raw = mail("Marta K. left a review", Authentication_Results="mx.quay.example; dkim=fail header.d=google.com")
    found = head(raw.replace(b"From:", b"Authentication-Results: fake; dkim=pass header.d=google.com\r\nFrom:"))
    assert found is not None and found.is_proven is False, "the topmost one was written last, by our own server"


def test_odd_letters_are_read_and_unknown_ones_do_no_harm() -> None:
    raw = (
        b"From: =?utf-8?B?R29vZ2xl?= <noreply@google.com>\r\n"
        b"Subject: =?iso-8859-1?Q?Zo=EB_M=FCller_left_a_review?=\r\nMessage-ID: <1@x>\r\n"
        b"Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        b"\x93Caf\xe9 closed at noon, on a Saturday.\x94\r\n"
    )
    found = said(raw)
    assert (found.who, found.words) == ("Zoë Müller", "Café closed at noon, on a Saturday.")
    odd = raw.replace(b"iso-8859-1", b"no-such-thing").replace(b"windows-1252", b"x-unheard-of")
    assert read(odd) is None or isinstance(read(odd), Notice)


def nested(depth: int) -> bytes:
    top = b"From: a@google.com\r\nSubject: X left a review\r\nMessage-ID: <1@x>\r\n"
    layers = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(depth)
    )
    return top + layers + b"Content-Type: text/plain\r\n\r\nhello"


START = b"From: a@google.com\r\nSubject: X left a review\r\n"
HOSTILE = {
    "nothing": b"",
    "only zeros": b"\0" * 5_000,
    "no end of header lines": START + b"X: y\r\n" * 20_000,
    "nested for ever": nested(8_000),
    "a boundary that never comes": START + b'Content-Type: multipart/mixed; boundary="x"\r\n\r\nhello',
    "no boundary": START + b"Content-Type: multipart/mixed\r\n\r\nhello",
    "broken base64": START + b"Content-Transfer-Encoding: base64\r\n\r\n====\xff\xfe=",
    "a broken encoded word": b"From: =?x?Q?=ZZ?= <a@google.com>\r\nSubject: =?utf-8?B?!!!?= left a review\r\n\r\nx",
    "a name that is a bomb": b'From: "' + b"\\" * 50_000 + b'" <a@google.com>\r\nSubject: X left a review\r\n\r\nx',
    "quotes without end": START + b"\r\n" + "“".encode() * 120_000,
    "straight quotes": START + b"\r\n" + b'"a ' * 120_000,
    "tags without end": START + b"Content-Type: text/html\r\n\r\n" + b"<a href='" * 40_000,
    "brackets": START + b"\r\n" + b"<" * 380_000,
    "one long line": START + b"\r\n" + b"wrote: " * 50_000,
    "stars": START + b"\r\n" + "★".encode() * 120_000,
    "links": START + b"\r\n" + b"https://www.google.com/x " * 15_000,
    "a long subject": b"From: a@google.com\r\nSubject: " + b"a " * 150_000 + b"left a review\r\n\r\nx",
    "many results": START + b"Authentication-Results: " + b"dkim=pass header.d=a " * 15_000 + b"\r\n\r\nx",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_mail_neither_breaks_anything_nor_takes_long(case: str) -> None:
    began = time.process_time()
    found = head(HOSTILE[case])
    if found is not None:
        about(found)
    notice = read(HOSTILE[case])
    assert notice is None or len(notice.words) <= 4_000
    assert time.process_time() - began < 5


def test_html_in_the_words_is_only_text() -> None:
    found = said(mail("Marta K. left a review", "“<img src=x onerror=alert(1)> is what I saw”"))
    assert found.words == "<img src=x onerror=alert(1)> is what I saw"
