"""Goals 5, 6, 7, 9 and 10: the write path, fetching again, a sync over loopback, a page of the inbox, the badges."""

from __future__ import annotations

import json
import socket
import sqlite3
import tempfile
import threading
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from desktop import accounts, clock, collect, complaints, conversations, inbox, posts, store
from desktop.inbox import Filter
from desktop.records import Account, Batch, Group, RemotePost
from desktop.shop import Shop
from desktop.store import Store
from desktop.vault import SessionVault
from tests.bench.make_shop import ACCOUNT, NOW, make, remote_posts
from tests.bench.measure import Line, in_turn, ms, per_call

BATCH, PAGE = 1000, 64  # posts a commit, rows of a page
OURS = Account(ACCOUNT, "practice.facebook", "bench", "Bench", facts={"place": "facebook"})

_RAW = (
    "insert into posts(id, account, platform, remote_id, uri, conversation, author, author_name, author_handle, "
    "text, folded, url, parent_remote_id, source, is_ours, is_public, stars, lang, address, posted_at, edited_at, "
    "fetched_at, written_by) values(" + ", ".join("?" * 23) + ")"
)


_SCRATCH = tempfile.TemporaryDirectory(prefix="bench-")  # gone when the process ends


def _folder() -> Path:
    return Path(tempfile.mkdtemp(dir=_SCRATCH.name))


def empty(folder: Path | None = None) -> Store:
    folder = folder or _folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / store.FILE_NAME
    store.prepare(path)
    opened = Store(path)
    opened._conn.execute("pragma synchronous=normal")  # both sides: the disk's sync is not what is compared
    return opened


BARE = "insert into bare values(" + ", ".join("?" * 23) + ")"


def bare(path: Path) -> sqlite3.Connection:
    """One table without an index, an open transaction, and no journal."""
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute("pragma journal_mode=off")
    conn.execute("pragma synchronous=off")
    conn.execute(f"create table bare({', '.join(f'c{number}' for number in range(23))})")
    conn.execute("begin")
    return conn


def _batches(found: Sequence[RemotePost]) -> Iterator[Sequence[RemotePost]]:
    for start in range(0, len(found), BATCH):
        yield found[start : start + BATCH]


def as_rows(found: Sequence[RemotePost]) -> list[tuple[Any, ...]]:
    """Ready to be written, under the ids they get: an index of ids in their order would be a smaller work."""
    at = clock.to_text(NOW)
    return [
        (posts.post_id(OURS, p), ACCOUNT, "p", p.remote_id, p.uri, "c", "a", p.author.name, p.author.handle, p.text,
         None, p.url, "", "mention", 0, 1, None, "en", "", clock.to_text(p.posted_at), None, at, "")
        for p in found
    ]  # fmt: skip


def write_path(size: int = 20_000) -> Line:
    """Goal 5: posts to rows to upsert to search index, 1,000 a commit, against executemany of ready rows."""
    made = list(remote_posts(size))
    ready = [as_rows(batch) for batch in _batches(made)]
    pairs = [[(post, "c") for post in batch] for batch in _batches(made)]

    def floor() -> None:
        raw = empty()
        for rows in ready:
            with raw.writing():
                before = raw.value("select coalesce(max(rid), 0) from posts")
                raw.write_many(_RAW, rows)
                raw.write(
                    "insert into posts_fts(rowid, words, author_name) select rid, text, author_name from posts "
                    "where rid > ?",
                    (before,),
                )
        raw.close()

    def ours() -> None:
        raw = empty()
        for batch in pairs:
            with raw.writing():
                posts.take(raw, OURS, batch, NOW)
        raw.close()

    a, b, ratio = in_turn(floor, ours, 5)
    return Line(
        5, "write path, new posts, 1,000 a commit", f"{size / a:,.0f}/s", f"{size / b:,.0f}/s", ratio, 1.5
    )


def overlap(size: int = 20_000) -> Line:
    """Goal 6: posts already stored, 1 % changed, against ON CONFLICT DO NOTHING."""
    made = list(remote_posts(size))
    pairs = [[(post, "c") for post in batch] for batch in _batches(made)]
    ready = [as_rows(batch) for batch in _batches(made)]
    one, two = empty(), empty()
    for rows, batch in zip(ready, pairs, strict=True):
        with one.writing():
            one.write_many(_RAW, rows)
        with two.writing():
            posts.take(two, OURS, batch, NOW)
    round_ = [0]

    def floor() -> None:
        for rows in ready:
            with one.writing():
                one.write_many(_RAW + " on conflict do nothing", rows)

    def ours() -> None:
        round_[0] += 1
        for batch in pairs:
            changed = [
                (post._replace(text=f"{post.text} {round_[0]}") if n % 100 == 0 else post, c)
                for n, (post, c) in enumerate(batch)
            ]
            with two.writing():
                posts.take(two, OURS, changed, NOW)

    a, b, ratio = in_turn(floor, ours, 5)
    return Line(6, "posts already stored, 1 % changed", f"{size / a:,.0f}/s", f"{size / b:,.0f}/s", ratio, 4)


# --- goal 7 -------------------------------------------------------------------------------------------


def _status(post: RemotePost, number: int) -> dict[str, Any]:
    handle = post.author.handle
    return {
        "id": str(number), "created_at": clock.to_text(post.posted_at), "content": f"<p>{post.text}</p>",
        "visibility": "public", "uri": post.uri, "url": post.url, "spoiler_text": "", "in_reply_to_id": None,
        "edited_at": None, "language": "en", "reblog": None, "mentions": [], "tags": [], "emojis": [],
        "media_attachments": [],
        "account": {"id": post.author.remote_id, "username": handle.partition("@")[0], "acct": handle,
                    "display_name": post.author.name, "url": post.url, "note": "<p>" + "about me " * 12 + "</p>"},
    }  # fmt: skip


@contextmanager
def _server(count: int) -> Iterator[str]:
    """Serves `count` mentions, 80 a page, as Mastodon does with min_id."""
    notes = [
        {"id": str(n), "type": "mention", "created_at": clock.to_text(p.posted_at), "status": _status(p, n)}
        for n, p in enumerate(remote_posts(count), 1)
    ]
    pages = {
        start: json.dumps(list(reversed(notes[start : start + 80]))).encode()
        for start in range(0, count + 80, 80)
    }

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            after = int(parse_qs(asked.query).get("min_id", ["0"])[0])
            body = pages.get(after, b"[]") if "notifications" in asked.path else b"[]"
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def _sync_shop(url: str) -> tuple[Shop, Account]:
    shop = Shop.open(_folder(), clock=clock.SetClock(NOW), vault=SessionVault())
    facts = {"base": url, "domain": "quay.example", "software": "mastodon"}
    account = Account("sync", "mastodon", "@shop@quay.example", "Shop", "quay.example", "us", facts=facts)
    shop.vault.save("sync", {"token": "t"})
    with shop.store.writing():
        accounts.add(shop.store, account, NOW)
        accounts.move_cursors(shop.store, "sync", {"notifications": "0", "own": "0"}, NOW)
    shop.store._conn.execute("pragma synchronous=normal")
    return shop, account


def raw_pages(url: str) -> Iterator[list[dict[str, Any]]]:
    """The same pages by a bare socket and json, keep-alive."""
    where = urlsplit(url)
    with socket.create_connection((where.hostname or "", where.port or 80)) as line:
        after = 0
        while True:
            line.sendall(f"GET /api/v1/notifications?min_id={after} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            data = b""
            while b"\r\n\r\n" not in data:
                data += line.recv(65536)
            head, _, body = data.partition(b"\r\n\r\n")
            size = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
            while len(body) < size:
                body += line.recv(262144)
            page = json.loads(body)
            if not page:
                return
            yield page
            after += len(page)


def sync(size: int = 10_000) -> Line:
    """Goal 7: fetching and storing mentions over loopback, against a bare socket, json and the same store.

    Both sides judge and store through `collect.take`; the server runs in a process of its own.
    """
    import multiprocessing

    ready = multiprocessing.get_context("spawn").Queue()
    serving = multiprocessing.get_context("spawn").Process(target=serve, args=(size, ready), daemon=True)
    serving.start()
    url = ready.get(timeout=60)

    def floor() -> None:
        shop, account = _sync_shop(url)
        from desktop.connectors.mastodon_posts import Reader

        reader = Reader("quay.example", "us")
        for page in raw_pages(url):
            found = tuple(reader.post(note["status"], is_to_us=True) for note in reversed(page))
            collect.take(shop, account, Batch(found, {"notifications": page[0]["id"]}))
        shop.close()

    def ours() -> None:
        shop, account = _sync_shop(url)
        result = collect.collect(shop, account.id)
        if result.trouble or result.new != size:
            raise RuntimeError(f"{result.new} of {size} came: {result.trouble}")
        shop.close()

    try:
        a, b, ratio = in_turn(floor, ours, 3)
    finally:
        serving.kill()
    return Line(
        7, f"sync {size:,} mentions, 80 a page, stored", f"{a:.2f} s CPU", f"{b:.2f} s CPU", ratio, 1.3
    )


def serve(count: int, ready: Any) -> None:
    with _server(count) as url:
        ready.put(url)
        threading.Event().wait(600)


# --- goals 9 and 10 -------------------------------------------------------------------------------------


def inbox_pages(folder: Path, count: int) -> list[Line]:
    """Goal 9: a page of 64 rows by id at the top, in the middle and filtered; goal 10: the badge numbers."""
    shop = make(folder, count)
    db = shop.store
    lines = []
    for name, group, chosen in (
        ("all", Group.NEEDS_ANSWER, Filter()),
        ("public", Group.NEEDS_ANSWER, Filter(public=True)),
        ("private", Group.DONE, Filter(public=False)),  # of those who wait a small shop has less than a page
    ):
        rids = inbox.rids(db, group, chosen)
        for where, start in (("top", 0), ("middle", len(rids) // 2)):
            lines.append(_page_line(db, rids[start : start + PAGE], f"inbox page, {name}, {where}", count))
    lines.append(_badges(db, count))
    lines.append(_moves(db, count))
    shop.close()
    return lines


def _badges(db: Store, count: int) -> Line:
    db._conn.execute("create temp table counters(id integer primary key, n integer)")
    db._conn.executemany("insert into counters values(?, ?)", [(n, n) for n in range(600)])

    def floor() -> None:
        db._conn.execute("select id, n from counters").fetchall()

    def ours() -> None:
        inbox.badge(db)
        complaints.open_count(db)

    a, b, _ = in_turn(per_call(floor, 200), per_call(ours, 200), 5)
    return Line(10, "badge numbers", ms(a / 200), ms(b / 200), b / 200 * 1000, 1.0, "ms", count, b / 200)


def _moves(db: Store, count: int) -> Line:
    """What keeping the numbers adds to moving conversations from group to group and back."""
    chosen = [row[0] for row in db.rows("select id from conversations where grp = 1 order by rid desc limit 500")]
    sql = "select grp, rank, sort_key, mark, mark_at, is_public from conversations where id = ?"
    group = [1]

    def turn() -> int:
        group[0] = 4 - group[0]
        return group[0]

    def floor() -> None:
        to = turn()
        with db.writing():
            for one in chosen:
                db.row(sql, (one,))
                db.write(
                    "update conversations set grp = ?, rank = ?, sort_key = ?, mark = ?, mark_at = ? where id = ?",
                    (to, 64, 1, "", None, one),
                )

    def ours() -> None:
        to = Group(turn())
        with db.writing():
            for one in chosen:
                conversations.place(db, one, to, 64, 1)

    a, b, ratio = in_turn(floor, ours, 6)
    with db.writing():  # the floor moved some without telling
        conversations.count_anew(db)
    return Line(10, "keeping them, 500 moves", ms(a), ms(b), ratio, 1.2, posts=count)


_LEAST = 10_000  # posts of a shop whose pages are measured: a smaller one only shows that all of this runs


def _page_line(db: Store, wanted: array[int], what: str, count: int) -> Line:
    marks = ",".join(map(str, wanted))

    def floor() -> None:
        db._conn.execute(f"select * from conversations where rid in ({marks})").fetchall()

    def ours() -> None:
        if len(inbox.page(db, wanted, "p", NOW)) != PAGE and count >= _LEAST:
            raise RuntimeError("a page isn't full: its figure would say nothing")

    a, b, ratio = in_turn(per_call(floor, 200), per_call(ours, 200), 5)
    return Line(9, what, ms(a / 200), ms(b / 200), ratio, 2, posts=count, value=b / 200)
