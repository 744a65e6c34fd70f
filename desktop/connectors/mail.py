"""Notices by e-mail: what places tell by mail that nothing else can fetch. The mailbox is read, never changed.

Only mails of senders in resources/notices.json are opened. Of those, what they say becomes a conversation; what
they leave out is marked, so that somebody pastes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from desktop import mailbox
from desktop.connectors import Abilities, Connector, LoginField, SignedIn
from desktop.connectors.feed_posts import short
from desktop.connectors.notices import Notice, about, head, read
from desktop.connectors.pasted import PARTIAL, PastedThere
from desktop.errors import Offline
from desktop.mailbox import Mail, Mailbox
from desktop.records import Author, Batch, RemotePost, Source

if TYPE_CHECKING:
    from desktop.web import Web

_FIRST_DAY = date(1990, 1, 1)  # no place told anything by mail before
_HEADS, _MAILS = 200, 20  # asked for at once
_SEEN = 1500  # mails that are remembered, for a mailbox that numbers its mails anew


class _Read(NamedTuple):
    """What one look at some mails brought. `unread`: notices that can't be read; `unproven`: not from who they say."""

    posts: tuple[RemotePost, ...] = ()
    unread: int = 0
    unproven: int = 0


class NoticeMail(PastedThere, Connector):
    key: ClassVar[str] = "mail"
    name: ClassVar[str] = "Notices by e-mail"
    sign_in_title: ClassVar[str] = "Open the mailbox"
    tile: ClassVar[str] = "✉"
    why: ClassVar[str] = "A notice by mail only tells; it takes no answers."
    login: ClassVar[tuple[LoginField, ...]] = (
        LoginField("server", "Your mail's IMAP server, as your provider names it", "imap.example.com"),
        LoginField("user", "Your mail address, or the user name for it", "shop@example.com"),
        LoginField(
            "password",
            "An app password. Your mail provider makes one for you under Security; it isn't your real one.",
            is_secret=True,
        ),
        LoginField("folder", "Which folder? Only if notices don't come into the inbox.", "INBOX", is_optional=True),
    )
    sign_in_words: ClassVar[str] = (
        "Only the mails that places send about you are opened, and nothing in your mailbox is changed, not even "
        "marked as read. Many providers first want IMAP switched on in their settings."
    )
    can: ClassVar[Abilities] = Abilities(
        reply=False,
        old_posts="All that are still in the mailbox",
        misses=(
            "Only what places tell by mail, often just the first words. Switch their notices on: Google, Facebook, "
            "Instagram, Yelp, Tripadvisor, Trustpilot, Booking.com and some more are understood."
        ),
        needs="A mailbox with IMAP. It is read and never changed, and only mails of those places are opened.",
    )

    # ---- signing in --------------------------------------------------------------------------------

    @classmethod
    def sign_in(cls, fields: Mapping[str, str], web: Web) -> SignedIn:
        """Opens the folder once."""
        server, user = fields.get("server", "").strip(), fields.get("user", "").strip()
        folder = fields.get("folder", "").strip() or "INBOX"
        password = fields.get("password", "")
        login = mailbox.login(server, user, password)
        _check(web, login.host)
        with Mailbox(login, folder):
            pass
        facts = {"server": server, "user": user, "folder": folder}
        return SignedIn(user, user, short(f"{user} {folder}"), login.host, facts, {"password": password})

    # ---- reading -----------------------------------------------------------------------------------

    def fetch(self, cursors: Mapping[str, str]) -> Iterator[Batch]:
        """Mails that came since. Cursors: validity and uid (how far the mailbox was read), seen."""
        facts = self.account.facts
        login = mailbox.login(facts.get("server", ""), facts.get("user", ""), self.secrets["password"])
        _check(self.web, login.host)
        with Mailbox(login, facts.get("folder") or "INBOX") as box:
            validity, seen = str(box.validity), cursors.get("seen", "").split()
            uid = cursors.get("uid", "")
            goes_on = cursors.get("validity") == validity and uid.isdecimal()
            uids = box.after(int(uid)) if goes_on else box.since(self._first_day())
            for start in range(0, len(uids), _HEADS):
                page = uids[start : start + _HEADS]
                found = self._look(box, page, seen)
                marks = {"validity": validity, "uid": str(page[-1]), "seen": " ".join(seen[-_SEEN:])}
                yield Batch(found.posts, marks, gap=_left_out(found))

    def _first_day(self) -> date:
        """A day early: the mailbox goes by its own midnight."""
        return (self.since - timedelta(days=1)).date() if self.since else _FIRST_DAY

    def _look(self, box: Mailbox, uids: Sequence[int], seen: list[str]) -> _Read:
        """Opens the notices among these; `seen` grows by what was opened."""
        wanted, unproven = [], 0
        for mail in box.heads(uids):
            found = head(mail.body)
            if found is None or about(found) is None or short(found.key or found.subject) in seen:
                continue
            if found.is_proven is False:
                unproven += 1
                continue
            seen.append(short(found.key or found.subject))
            wanted.append(mail.uid)
        posts: list[RemotePost] = []
        unread = 0
        for start in range(0, len(wanted), _MAILS):
            mails = box.mails(wanted[start : start + _MAILS])
            read_ones = [(mail, read(mail.body)) for mail in mails]
            posts += [_post(self.key, mail, notice) for mail, notice in read_ones if notice is not None]
            unread += sum(notice is None for _, notice in read_ones)
        return _Read(tuple(sorted(posts, key=lambda post: post.posted_at)), unread, unproven)


def _check(web: Web, host: str) -> None:
    """Practice has no mail either."""
    if web.is_offline:
        raise Offline(f"This is practice: nothing leaves this computer, so {host} isn’t asked.")


def _post(platform: str, mail: Mail, notice: Notice) -> RemotePost:
    key = notice.key or short(f"{notice.subject} {mail.at.isoformat()}")
    name = notice.who or "Somebody"
    return RemotePost(
        key,
        Author(platform, "", "", name, key=f"{notice.place} {name if notice.who else key}"),
        notice.words or f"({notice.subject})",
        min(mail.at, datetime.now(UTC)),
        uri=f"mail:{key}",
        url=notice.url,
        source=notice.source,
        is_public=notice.source is not Source.MESSAGE,
        stars=notice.stars,
        address="" if notice.is_whole else PARTIAL,
        place=notice.place,
    )


def _left_out(found: _Read) -> str:
    """What somebody should look at in the mailbox itself; "" for nothing."""
    said = []
    if found.unread:
        said.append(
            "1 notice couldn’t be read: look in the mailbox."
            if found.unread == 1
            else f"{found.unread} notices couldn’t be read: look in the mailbox."
        )
    if found.unproven:
        said.append(
            "1 mail only pretended to be a notice, and was left alone."
            if found.unproven == 1
            else f"{found.unproven} mails only pretended to be notices, and were left alone."
        )
    return " ".join(said)


CONNECTOR = NoticeMail
