"""A mail server of one's own for tests: Dovecot from the system's packages, on 127.0.0.1, with one mailbox."""

from __future__ import annotations

import getpass
import imaplib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

USER, PASSWORD = "shop@quay.example", "app-password-5f2e9c07"
_PATIENCE_S = 20


class Dovecot(NamedTuple):
    """Where it listens. `tls_port`: with a certificate nobody vouches for."""

    port: int
    tls_port: int

    @property
    def server(self) -> str:
        return f"127.0.0.1:{self.port}"

    @contextmanager
    def hands(self) -> Iterator[imaplib.IMAP4]:
        """Somebody else's connection to the same mailbox."""
        with imaplib.IMAP4("127.0.0.1", self.port, timeout=20) as imap:
            imap.login(USER, PASSWORD)
            yield imap

    def empty(self, folder: str = "INBOX") -> None:
        with self.hands() as imap:
            if imap.select(folder)[1] != [b"0"]:
                imap.store("1:*", "+FLAGS", r"\Deleted")
                imap.expunge()

    def put(self, mail: bytes, at: datetime, folder: str = "INBOX") -> None:
        """A mail arrives."""
        with self.hands() as imap:
            kind, said = imap.append(folder, "", at, mail)
            assert kind == "OK", said

    def state(self) -> tuple[object, ...]:
        """All that a reader could have changed: flags, numbers, and the count of changes."""
        with self.hands() as imap:
            status = imap.status("INBOX", "(MESSAGES UIDNEXT UIDVALIDITY UNSEEN HIGHESTMODSEQ)")[1]
            imap.select("INBOX", readonly=True)
            return tuple(status), tuple(imap.fetch("1:*", "(UID FLAGS INTERNALDATE RFC822.SIZE)")[1])


def why_not() -> str:
    """Why there is none here; "" when there is."""
    found = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if not found or not shutil.which("openssl"):
        return "no dovecot here: install dovecot-imapd and openssl"
    version = subprocess.run([found, "--version"], check=True, capture_output=True, text=True).stdout
    return "" if version.startswith("2.3") else f"dovecot {version.strip()} is set up in other words than 2.3 was"


@contextmanager
def running() -> Iterator[Dovecot]:
    home = Path(tempfile.mkdtemp(prefix="dovecot-", dir="/tmp"))  # short: its sockets have names of 108 letters
    made = Dovecot(_free_port(), _free_port())
    try:
        (home / "dovecot.conf").write_text(_config(home, made))
        command = ["dovecot", "-F", "-c", str(home / "dovecot.conf")]
        path = f"{os.environ.get('PATH', '')}:/usr/sbin"
        with (home / "out").open("wb") as out:
            server = subprocess.Popen(command, stdout=out, stderr=out, env={**os.environ, "PATH": path})
        try:
            _wait(made.port, server, home)
            yield made
        finally:
            server.terminate()
            server.wait(timeout=20)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _config(home: Path, made: Dovecot) -> str:
    is_root = os.geteuid() == 0
    me = getpass.getuser() if not is_root else "nobody"
    key, certificate = home / "key.pem", home / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=nobody.example",
         "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    (home / "mail").mkdir()
    if is_root:
        home.chmod(0o755)
        shutil.chown(home / "mail", "nobody")
    users = "" if is_root else f"default_internal_user = {me}\ndefault_login_user = {me}\n"
    group = subprocess.run(["id", "-gn", me], check=True, capture_output=True, text=True).stdout.strip()
    users += "" if is_root else f"default_internal_group = {group}\n"
    roots = "" if is_root else "  chroot =\n"
    return f"""
protocols = imap
listen = 127.0.0.1
base_dir = {home}/run
state_dir = {home}/run
log_path = {home}/log
{users}first_valid_uid = 1
disable_plaintext_auth = no
ssl = yes
ssl_cert = <{certificate}
ssl_key = <{key}
mail_location = maildir:{home}/mail/%u
namespace inbox {{
  inbox = yes
}}
service imap-login {{
{roots}  inet_listener imap {{
    port = {made.port}
  }}
  inet_listener imaps {{
    port = {made.tls_port}
    ssl = yes
  }}
}}
service anvil {{
{roots}}}
service stats {{
{roots}}}
passdb {{
  driver = static
  args = user={USER} password={PASSWORD}
}}
userdb {{
  driver = static
  args = uid={me} gid={group} home={home}/mail
}}
auth_failure_delay = 0
"""


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(port: int, server: subprocess.Popen[bytes], home: Path) -> None:
    until = time.monotonic() + _PATIENCE_S
    while time.monotonic() < until and server.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1) as there:
            there.settimeout(5)
            if there.recv(4) == b"* OK":
                return
        with suppress(subprocess.TimeoutExpired):
            server.wait(0.05)
    said = [path.read_text("utf-8", "replace") for path in (home / "out", home / "log") if path.exists()]
    raise AssertionError(f"dovecot doesn't come up: {said}")
