"""Notices by mail, from a real mail server: they come in once, and the mailbox is as it was before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop import accounts, collect, complaints, connecting, conversations, counter, past, posts
from desktop.connectors.mail import PARTIAL, NoticeMail
from desktop.errors import LoginExpired, Misuse, Offline, Refused, ShopError
from desktop.mailbox import Mailbox, login
from desktop.records import Account, AccountState, Source, Stage
from desktop.shop import Shop
from desktop.vault import SessionVault
from desktop.web import Web
from tests.desktop import dovecot
from tests.desktop.connectors.contract import ConnectorContract
from tests.desktop.connectors.test_notices import WORDS, mail
from tests.desktop.dovecot import PASSWORD, USER, Dovecot
from tests.desktop.little_server import LittleServer, Says
from tests.fixtures_shop import posts_with
from tests.servers import absent

NOW = datetime.now(UTC).replace(microsecond=0)
YELP = "no-reply@yelp.com"


class TestContract(ConnectorContract):
    connector = NoticeMail

    def account(self) -> Account:
        return Account("a1", "mail", USER, USER, "quay.example", "1", facts={"server": "quay.example", "user": USER})


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    if why := dovecot.why_not():
        absent(why)
    with dovecot.running() as running:
        yield running


@pytest.fixture
def inbox(server: Dovecot) -> Dovecot:
    server.empty()
    return server


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    made = Shop.open(tmp_path / "shop", vault=SessionVault(), web=Web)
    made.found_with("Corner Shop", "Ines")
    yield made
    made.close()


def connect(shop: Shop, inbox: Dovecot, **more: str) -> Account:
    fields = {"server": inbox.server, "user": USER, "password": PASSWORD, **more}
    return connecting.sign_in(shop, "mail", fields)


def notice(number: int, subject: str = "Marta K. left a review", text: str = f"“{WORDS}”", sender: str = YELP) -> bytes:
    return mail(subject, text, sender).replace(b"<n-1@", b"<n-%d@" % number)


def brought(shop: Shop, account: Account) -> list[str]:
    """The names of those who came with one check."""
    collected = collect.collect(shop, account.id)
    assert collected.trouble is None, collected.trouble
    found = [conversations.by_id(shop.store, one) for one in collected.fresh]
    return [one.author_name for one in found if one]


def test_a_notice_becomes_a_conversation_and_the_mailbox_stays_as_it_was(shop: Shop, inbox: Dovecot) -> None:
    inbox.put(notice(1), NOW - timedelta(hours=3))
    inbox.put(mail("Lunch?", "See you at one", "friend@mail.example"), NOW - timedelta(hours=2))
    before = inbox.state()
    account = connect(shop, inbox)
    collected = collect.collect(shop, account.id)
    assert (collected.new, collected.trouble) == (1, None)
    one = conversations.by_id(shop.store, collected.fresh[0])
    assert one is not None
    assert (one.author_name, one.source, one.first_at) == ("Marta K.", Source.REVIEW, NOW - timedelta(hours=3))
    assert (shop.place(one.platform), shop.tile(one.platform)) == ("Yelp", "Y")
    (post,) = posts.thread(shop.store, one.id)
    assert (post.text, post.address) == (WORDS, "")
    complaint = complaints.by_id(shop.store, one.id)
    assert complaint is not None and complaint.stage is Stage.NO_ANSWER
    assert inbox.state() == before, "a flag or a count of the mailbox changed"
    assert not posts_with(shop.store, "See you at one")


def test_each_mail_comes_once_and_the_next_ones_come(shop: Shop, inbox: Dovecot) -> None:
    account = connect(shop, inbox)
    assert brought(shop, account) == []
    inbox.put(notice(1), NOW)
    assert brought(shop, account) == ["Marta K."]
    assert brought(shop, account) == []
    inbox.put(notice(2, "Omar S. left a review"), NOW)
    assert brought(shop, account) == ["Omar S."]


def test_a_mailbox_that_numbers_its_mails_anew_brings_nothing_twice(shop: Shop, inbox: Dovecot) -> None:
    inbox.put(notice(1, text="“Two hours for a soup, and…”"), NOW)
    account = connect(shop, inbox)
    assert brought(shop, account) == ["Marta K."]
    one = past.newest(shop.store)[0]
    conversation = conversations.id_of(shop.store, one) or ""
    counter.paste_rest(shop, conversation, f"{WORDS} And the chair broke.")
    with shop.store.writing():
        accounts.move_cursors(shop.store, account.id, {"validity": "1"}, NOW)  # another number than the server's
    inbox.put(notice(2, "Omar S. left a review"), NOW)
    assert brought(shop, account) == ["Omar S."]
    assert "chair broke" in posts.thread(shop.store, conversation)[0].text


def test_more_mails_than_one_page_come_without_a_gap(shop: Shop, inbox: Dovecot) -> None:
    with inbox.hands() as imap:
        for number in range(230):
            imap.append("INBOX", "", NOW, notice(number, f"Guest {number} left a review"))
    account = connect(shop, inbox)
    first = collect.collect(shop, account.id, cancelled=lambda: True)
    assert first.new == 200, "one page, then it was stopped"
    assert len(brought(shop, account)) == 30


def test_old_mails_stay_where_they_are_until_somebody_wants_them(shop: Shop, inbox: Dovecot) -> None:
    inbox.put(notice(1), NOW - timedelta(days=120))
    inbox.put(notice(2, "Omar S. left a review"), NOW - timedelta(days=20))
    fields = {"server": inbox.server, "user": USER, "password": PASSWORD}
    account = connecting.finish(shop, "mail", NoticeMail.sign_in(fields, shop.web()), days=30)
    assert brought(shop, account) == ["Omar S."]
    assert connecting.look_back(shop, account.id, 365)
    assert brought(shop, account) == ["Marta K."]


def test_everything_is_all_that_the_mailbox_still_has(shop: Shop, inbox: Dovecot) -> None:
    inbox.put(notice(1), NOW - timedelta(days=3_000))
    assert brought(shop, connect(shop, inbox)) == ["Marta K."]


def test_a_pretender_is_left_alone_and_counted(shop: Shop, inbox: Dovecot) -> None:
    result = b"Authentication-Results: mx.quay.example; dkim=fail header.d=yelp.com\r\nFrom:"
    inbox.put(notice(1).replace(b"From:", result, 1), NOW)
    account = connect(shop, inbox)
    assert brought(shop, account) == []
    found = connecting.gap(shop, account.id)
    assert found is not None and found[0] == "1 mail only pretended to be a notice, and was left alone."


def test_a_notice_that_cannot_be_read_is_counted_and_blocks_nothing(shop: Shop, inbox: Dovecot) -> None:
    broken = b"From: x@yelp.com\r\nSubject: X left a review\r\nMessage-ID: <9@x>\r\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(6_000)
    )
    inbox.put(broken, NOW)
    inbox.put(notice(2), NOW)
    account = connect(shop, inbox)
    assert "Marta K." in brought(shop, account)
    assert brought(shop, account) == []


def test_a_huge_mail_is_read_at_its_front(shop: Shop, inbox: Dovecot) -> None:
    inbox.put(notice(1) + b"\r\n" + b"x" * 76 * 20_000, NOW)
    account = connect(shop, inbox)
    assert brought(shop, account) == ["Marta K."]


def test_a_private_message_stays_private(shop: Shop, inbox: Dovecot) -> None:
    inbox.put(notice(1, "New message from Sol K.", "“The soup was cold, again.”", "x@booking.com"), NOW)
    account = connect(shop, inbox)
    brought(shop, account)
    one = conversations.by_id(shop.store, conversations.id_of(shop.store, past.newest(shop.store)[0]) or "")
    assert one is not None and not one.is_public


def test_what_the_mail_leaves_out_is_pasted_and_taken_back(shop: Shop, inbox: Dovecot) -> None:
    inbox.put(notice(1, text="“The soup came after two hours and…”"), NOW)
    account = connect(shop, inbox)
    brought(shop, account)
    conversation = conversations.id_of(shop.store, past.newest(shop.store)[0]) or ""
    (post,) = posts.thread(shop.store, conversation)
    assert post.address == PARTIAL
    assert counter.is_partial(shop.store, post)
    undo = counter.paste_rest(shop, conversation, "The soup came after two hours and was cold. Never again.")
    (now_is,) = posts.thread(shop.store, conversation)
    assert now_is.text.endswith("Never again.")
    assert not counter.is_partial(shop.store, now_is)
    assert complaints.by_id(shop.store, conversation) is not None
    undo.take_back(shop)
    (again,) = posts.thread(shop.store, conversation)
    assert again.text == post.text and counter.is_partial(shop.store, again)
    with pytest.raises(Misuse, match="Paste what they wrote"):
        counter.paste_rest(shop, conversation, "  ")


def test_another_folder_is_read_where_it_is_asked_for(shop: Shop, inbox: Dovecot) -> None:
    with inbox.hands() as imap:
        imap.create("Notices")
    inbox.put(notice(1), NOW, "Notices")
    assert brought(shop, connect(shop, inbox, folder="Notices")) == ["Marta K."]
    with pytest.raises(Refused, match="no folder “Nowhere”"):
        connect(shop, inbox, folder="Nowhere")


def test_a_wrong_password_is_told_plainly_and_never_repeated(shop: Shop, inbox: Dovecot) -> None:
    with pytest.raises(LoginExpired, match="doesn’t take that user name and password") as told:
        connect(shop, inbox, password="canary-wrong-password")
    assert "app password" in told.value.advice
    assert "canary" not in f"{told.value} {told.value.advice} {told.value.details} {told.value!r}"


def test_a_password_that_was_taken_away_needs_a_person(shop: Shop, inbox: Dovecot) -> None:
    account = connect(shop, inbox)
    shop.vault.save(account.id, {"password": "canary-no-longer"})
    collect.collect(shop, account.id)
    now_is = accounts.by_id(shop.store, account.id)
    assert now_is is not None and now_is.state is AccountState.NEEDS_LOGIN
    assert "canary" not in now_is.trouble


def test_the_password_is_nowhere_in_the_shop_folder(shop: Shop, inbox: Dovecot) -> None:
    inbox.put(notice(1), NOW)
    brought(shop, connect(shop, inbox))
    kept = b"".join(path.read_bytes() for path in shop.folder.rglob("*") if path.is_file())
    assert PASSWORD.encode() not in kept
    assert USER.encode() in kept


def test_a_server_nobody_vouches_for_is_not_spoken_to(inbox: Dovecot) -> None:
    with pytest.raises(Offline, match="isn’t safe"), Mailbox(
        login(f"imaps://127.0.0.1:{inbox.tls_port}", USER, PASSWORD)
    ):
        pass


# ---- without a mail server ---------------------------------------------------------------------------


def test_no_server_is_offline() -> None:
    with pytest.raises(Offline, match="can’t be reached"), Mailbox(login("127.0.0.1:1", USER, PASSWORD)):
        pass


def test_what_is_no_mail_server_is_told() -> None:
    with LittleServer(Says(b"hello")) as web_server:
        box = Mailbox(login(web_server.host, USER, "canary-password"))
        with pytest.raises(ShopError) as told, box:
            pass
    assert "canary" not in f"{told.value} {told.value.details}"


def test_in_practice_no_mail_is_read(shop: Shop) -> None:
    with pytest.raises(Offline, match="practice"):
        NoticeMail.sign_in({"server": "127.0.0.1:1", "user": USER, "password": PASSWORD}, Web(offline=True))


@pytest.mark.parametrize("server", ["", "https://mail.example", "a b", "mail.example:99999", "mail.example:x", "a@b"])
def test_what_is_no_servers_name_is_told_before_anything_is_asked(server: str) -> None:
    with pytest.raises(Misuse):
        login(server, USER, PASSWORD)


def test_a_login_shows_no_password() -> None:
    assert PASSWORD not in repr(login("imap.quay.example", USER, PASSWORD))
