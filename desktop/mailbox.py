"""The one door to mail: a mailbox is read, and nothing in it is ever changed.

The folder is opened with EXAMINE and mails are fetched with BODY.PEEK: not even "read" is marked. TLS always,
except to this computer itself. `imapclient` is imported at the first connection.
"""

from __future__ import annotations

import io
import ssl
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeVar

from desktop.errors import Garbled, LoginExpired, Misuse, Offline, Refused, ShopError, SlowDown
from desktop.web import is_loopback
from desktop.wires import Overflow, Until

if TYPE_CHECKING:
    from imapclient import IMAPClient  # type: ignore[import-untyped]

T = TypeVar("T")
MOST_BYTES = 400_000  # of one mail: its words stand at the front, pictures behind
_CONNECT_S, _READ_S = 10, 30
_WHOLE_S, _MOST_SAID = 120, 25_000_000  # seconds and bytes for the answer to one question
_TLS_PORT, _PLAIN_PORT = 993, 143
_BUSY = ("[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]", "[CONTACTADMIN]")  # RFC 5530
_WAIT_S = 300.0
_NONSENSE = (ValueError, LookupError, TypeError, AssertionError, AttributeError, RecursionError)
_HEADERS = "BODY.PEEK[HEADER.FIELDS (FROM SUBJECT DATE MESSAGE-ID AUTHENTICATION-RESULTS)]"


class Login(NamedTuple):
    """Where and as whom. `port` 0: the usual one."""

    host: str
    user: str
    password: str
    port: int = 0
    is_tls: bool = False  # also to this computer itself

    def __repr__(self) -> str:
        return f"Login({self.user!r} at {self.host!r})"


class Mail(NamedTuple):
    """A mail as it came, cut after `MOST_BYTES`; of `heads` only its header lines."""

    uid: int
    at: datetime  # when the server got it
    body: bytes


def login(server: str, user: str, password: str) -> Login:
    """From "imap.quay.example" or "imap.quay.example:993". Raises Misuse."""
    typed = server.strip().lower()
    name = typed.removeprefix("imaps://").removeprefix("imap://").rstrip("/")
    host, colon, port = name.rpartition(":") if name.count(":") == 1 else (name, "", "")
    number = int(port) if port.isdecimal() and len(port) <= 5 else 0
    if not host or (colon and not 0 < number < 65_536) or any(mark in host for mark in " /@\\"):
        raise Misuse(f"“{server.strip()[:80]}” isn’t the name of a mail server. It looks like imap.example.com.")
    return Login(host, user, password, number, typed.startswith("imaps://"))


class Mailbox:
    """One visit to one folder: use with `with`. Every method raises Offline, SlowDown, LoginExpired, Garbled."""

    def __init__(self, login: Login, folder: str = "INBOX") -> None:
        self._login, self._folder = login, folder
        self._imap: IMAPClient | None = None
        self._wire: Until | None = None
        self.validity = 0  # uids count only as long as this stays the same

    def __enter__(self) -> Self:
        try:
            self._imap = self._mind(self._connect)
            self._mind(self._sign_in)
            self.validity = self._mind(self._examine)
        except BaseException:
            self._leave(in_trouble=True)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._leave(in_trouble=isinstance(error, ShopError))

    # ---- what the connector asks --------------------------------------------------------------------

    def since(self, day: date) -> list[int]:
        """The uids of the mails of `day` and later, oldest first."""
        return sorted(self._mind(lambda: self._there.search(["SINCE", day])))

    def after(self, uid: int) -> list[int]:
        """The uids of the mails that came after one, oldest first."""
        found = self._mind(lambda: self._there.search(["UID", f"{uid + 1}:*"]))
        return sorted(each for each in found if each > uid)  # "*" is the last one, also when it is older

    def heads(self, uids: Sequence[int]) -> list[Mail]:
        """Their header lines: from whom, about what."""
        return self._fetched(uids, _HEADERS)

    def mails(self, uids: Sequence[int]) -> list[Mail]:
        """The mails themselves."""
        return self._fetched(uids, f"BODY.PEEK[]<0.{MOST_BYTES}>")

    # ---- asking -------------------------------------------------------------------------------------

    @property
    def _there(self) -> IMAPClient:
        assert self._imap is not None
        return self._imap

    def _connect(self) -> IMAPClient:
        from imapclient import IMAPClient, SocketTimeout

        host, is_here = self._login.host, is_loopback(self._login.host)
        port = self._login.port or (_PLAIN_PORT if is_here and not self._login.is_tls else _TLS_PORT)
        is_tls = self._login.is_tls or port == _TLS_PORT or (not is_here and port != _PLAIN_PORT)
        context = ssl.create_default_context()
        made = IMAPClient(
            host, port, ssl=is_tls, ssl_context=context if is_tls else None,
            timeout=SocketTimeout(_CONNECT_S, _READ_S),
        )  # fmt: skip
        made.normalise_times = False
        if not (is_tls or is_here):
            self._imap = made  # so that it is left when this fails
            made.starttls(context)
        self._wire = _bounded(made)
        return made

    def _sign_in(self) -> None:
        self._there.login(self._login.user, self._login.password)

    def _examine(self) -> int:
        from imapclient.exceptions import IMAPClientAbortError, IMAPClientError  # type: ignore[import-untyped]

        try:
            return int(self._there.select_folder(self._folder, readonly=True)[b"UIDVALIDITY"])
        except IMAPClientError as error:
            if isinstance(error, IMAPClientAbortError):
                raise
            no_folder = f"There’s no folder “{self._folder[:80]}” in that mailbox."
        raise Refused(no_folder)

    def _fetched(self, uids: Sequence[int], what: str) -> list[Mail]:
        if not uids:
            return []
        found = self._mind(lambda: self._there.fetch(list(uids), [what, "INTERNALDATE"]))
        return [self._mail(uid, found[uid]) for uid in sorted(found)]

    @staticmethod
    def _mail(uid: int, parts: Mapping[bytes, Any]) -> Mail:
        body = next((value for name, value in parts.items() if name.startswith(b"BODY")), b"")
        at = parts.get(b"INTERNALDATE")
        known = at if isinstance(at, datetime) and at.tzinfo is not None else datetime.now(UTC)
        return Mail(uid, known.astimezone(UTC), body if isinstance(body, bytes) else b"")

    def _mind(self, ask: Callable[[], T]) -> T:
        """Asks; what goes wrong becomes ours, without what was said on the way hanging on to it."""
        from imapclient.exceptions import IMAPClientError

        if self._wire is not None:
            self._wire.allow(_WHOLE_S, _MOST_SAID)
        try:
            return ask()
        except ShopError:
            raise
        except (IMAPClientError, OSError, *_NONSENSE) as error:
            failure = trouble(error, self._login.host)
        raise failure

    def _leave(self, *, in_trouble: bool) -> None:
        """Says goodbye where that still works; a server that was in trouble is heard no further."""
        if self._imap is not None:
            from imapclient.exceptions import IMAPClientError

            if self._wire is not None:
                self._wire.allow(_READ_S, _MOST_SAID)
            try:
                (self._imap.shutdown if in_trouble else self._imap.logout)()
            except (IMAPClientError, OSError, ValueError):
                pass
            self._imap = None


def _bounded(made: IMAPClient) -> Until | None:
    """Lets no answer go on for ever: what the library reads from is read through a bound.

    A server may say that a mail is a terabyte, and then send a letter every minute. (Up to Python 3.13, where the
    library reads from a file.)
    """
    imap = made._imap
    if not isinstance(getattr(imap, "file", None), io.BufferedReader):
        return None
    wire = Until(imap.file.detach(), made.socket(), _WHOLE_S, _MOST_SAID)
    imap.file, plain = io.BufferedReader(wire), imap.read

    def read(size: int) -> bytes:
        if size > _MOST_SAID:  # before room is made for it
            raise Overflow
        found: bytes = plain(size)
        return found

    imap.read = read
    return wire


def trouble(error: BaseException, host: str) -> ShopError:
    """What went wrong, in plain words. Its details hold no word of the server's: it may repeat what we sent."""
    from imapclient.exceptions import CapabilityError, IMAPClientAbortError, LoginError

    details = f"{type(error).__name__} at {host}"
    cut = IMAPClientAbortError, OSError  # a login that is cut off says so only underneath
    if isinstance(error, LoginError) and isinstance(error.__context__, cut):
        error = error.__context__
    if isinstance(error, LoginError):
        if any(code in str(error).upper() for code in _BUSY):
            return SlowDown(f"{host} isn’t working right now.", seconds=_WAIT_S, details=details)
        words = f"{host} doesn’t take that user name and password."
        advice = "Many mail providers want an app password, made for this one program."
        return LoginExpired(words, advice=advice, details=details)
    if isinstance(error, UnicodeEncodeError):
        return Misuse(f"What was typed for {host} can’t be sent. Check it for odd characters.", details=details)
    if isinstance(error, ssl.SSLCertVerificationError):
        return Offline(f"The connection to {host} isn’t safe, so we didn’t use it.", details=details)
    if isinstance(error, CapabilityError):
        return Refused(f"{host} offers no safe connection, so we didn’t sign in.", details=details)
    if isinstance(error, cut) and not isinstance(error, Overflow):
        return Offline(f"{host} can’t be reached.", details=details)
    return Garbled(f"{host} answered in a way we can’t read.", advice="We’ll try again.", details=details)
