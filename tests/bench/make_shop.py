"""A synthetic shop of any size: `python -m tests.bench.make_shop --posts 100000 FOLDER`.

Realistic lengths, words (Zipf), people who write more than once, threads, kinds and complaints in
every stage. The same number of posts makes the same shop.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop import clock, ids, settings, store
from desktop.changes import Changes
from desktop.conversations import conversation_id
from desktop.records import Author, Kind, RemotePost, Role, Source
from desktop.shop import Shop
from desktop.triage import version
from desktop.vault import SessionVault

ACCOUNT = "bench-account"
NOW = datetime(2026, 6, 13, 9, 0, tzinfo=UTC)
_KINDS = [Kind.COMPLAINT] * 3 + [Kind.QUESTION] * 3 + [Kind.PRAISE] * 3 + [Kind.IDEA, Kind.OTHER]
_STAGES = ["shown"] * 12 + ["answered", "fixed", "asked", "standing", "no_answer"]
_SYLLABLES = "ba ke tar ta lem on bre ad cof fee wai ting que ue box cru shed ser vice pho ne or der del ive ry".split()


def words(rng: random.Random, size: int = 20_000) -> list[str]:
    """A vocabulary: short common words first."""
    return ["".join(rng.choice(_SYLLABLES) for _ in range(1 + min(3, index // 400))) for index in range(size)]


class Talk:
    """Makes texts of about 216 characters from a Zipf vocabulary."""

    def __init__(self, seed: int = 7) -> None:
        self.rng = random.Random(seed)
        self.vocabulary = words(self.rng)
        self.weights = [1 / (rank + 2) for rank in range(len(self.vocabulary))]
        self.pool = self.rng.choices(self.vocabulary, self.weights, k=400_000)

    def text(self) -> str:
        start = self.rng.randrange(len(self.pool) - 80)
        picked = self.pool[start : start + self.rng.randint(12, 60)]
        return " ".join(
            [*picked, f"order{self.rng.randrange(250_000)}", self.rng.choice(["?", ".", "!", " über", ""])]
        )


def remote_posts(count: int, seed: int = 7) -> Iterator[RemotePost]:
    """Mentions as a connector hands them over, oldest first; every fourth answers the one before."""
    talk = Talk(seed)
    people = max(10, count // 5)
    for number in range(count):
        who = talk.rng.randrange(people)
        author = Author("practice.facebook", f"u{who}", f"user{who}@quay.example", f"Person {who}")
        yield RemotePost(
            remote_id=f"r{number}",
            author=author,
            text=talk.text(),
            posted_at=NOW - timedelta(minutes=(count - number) * 5),
            uri=f"https://quay.example/posts/{number}",
            url=f"https://quay.example/@user{who}/{number}",
            source=Source.MENTION,
            lang="en",
        )


def make(folder: Path, count: int) -> Shop:
    """Fills an empty folder and returns the open shop. Rows are made as the rooms make them, only in bulk."""
    shop = Shop.open(folder, clock=clock.SetClock(NOW), vault=SessionVault(), changes=Changes())
    if shop.name:
        return shop
    shop.found_with("Bench Shop", "Ines")
    with closing(sqlite3.connect(folder / store.FILE_NAME, isolation_level=None)) as conn:
        conn.execute("pragma cache_size=-200000")
        conn.execute("pragma synchronous=off")
        conn.execute("begin immediate")
        _account(conn)
        _posts(conn, count)
        _complaints(conn)
        conn.execute(
            "insert into tallies(grp, is_public, n) select grp, is_public, count(*) from conversations group by 1, 2"
        )
        conn.execute("insert into posts_fts(posts_fts) values('rebuild')")
        conn.execute("commit")
        conn.execute("analyze")
    settings.put(shop.store, settings.SHOP_NAME, "Bench Shop")
    return shop


def _account(conn: sqlite3.Connection) -> None:
    conn.execute(
        "insert into accounts(id, platform, host, handle, name, remote_id, state, added_at, trouble, facts) "
        "values(?, 'practice.facebook', '', 'bench', 'Bench', 'us', 'working', ?, '', '{\"place\": \"facebook\"}')",
        (ACCOUNT, clock.to_text(NOW)),
    )


_POST = (
    "insert into posts(id, account, platform, remote_id, uri, conversation, author, author_name, author_handle, text, "
    "url, parent_remote_id, source, is_ours, is_public, stars, lang, address, posted_at, fetched_at, "
    "written_by) values("
    + ", ".join("?" * 21)
    + ")"
)
_CONVERSATION = (
    "insert into conversations(id, account, platform, root_post, author, author_name, source, is_public, kind, "
    "kind_is_guess, kind_reason, is_serious, grp, rank, sort_key, holder, waiting_since, first_at, last_at, "
    "last_theirs_at, excerpt, done_at, read_by) values(" + ", ".join("?" * 23) + ")"
)


def _posts(conn: sqlite3.Connection, count: int) -> None:
    rng = random.Random(11)
    posts: list[tuple[Any, ...]] = []
    found: list[tuple[Any, ...]] = []
    root: tuple[str, str, RemotePost] | None = None
    for number, post in enumerate(remote_posts(count)):
        post_id, at = ids.remote("practice.facebook", post.uri), clock.to_text(post.posted_at)
        starts = root is None or number % 4 == 0
        if starts:
            root = (conversation_id(post_id), post_id, post)
            found.append(_conversation(rng, root, at, number, count))
        assert root
        ours = number % 4 == 3
        author = root[2].author
        posts.append(
            (
                post_id, ACCOUNT, "practice.facebook", post.remote_id, post.uri, root[0],
                "us" if ours else f"a-{author.handle}", "Bench Shop" if ours else author.name, author.handle, post.text,
                post.url, "" if starts else root[2].remote_id, "mention", int(ours), 1, None, "en", "", at, at, "",
            )
        )  # fmt: skip
        if len(posts) == 5000:
            conn.executemany(_POST, posts)
            posts = []
    conn.executemany(_POST, posts)
    conn.executemany(_CONVERSATION, found)


def _conversation(
    rng: random.Random, root: tuple[str, str, RemotePost], at: str, number: int, count: int
) -> tuple[Any, ...]:
    kind = rng.choice(_KINDS)
    recent = number > count * 0.85  # the newest 15 % still wait for somebody
    group = rng.choice([1, 1, 1, 2, 3]) if recent else rng.choice([3, 5])
    millis = int(root[2].posted_at.timestamp() * 1000)
    return (
        root[0], ACCOUNT, "practice.facebook", root[1], f"a-{root[2].author.handle}", root[2].author.name, "mention",
        int(rng.random() < 0.9), kind.value, 1, "", 0, group, rng.randint(4, 9) * 16,
        millis if group < 3 else -millis, "", at if group == 1 else None, at, at, at, root[2].text[:160],
        at if group == 5 else None, version(),
    )  # fmt: skip


def _complaints(conn: sqlite3.Connection) -> None:
    rng = random.Random(13)
    rows = conn.execute(
        "select id, first_at from conversations where kind = 'complaint' and is_public"
    ).fetchall()
    conn.executemany(
        "insert into complaints(id, opened_at, stage, stage_at, fixed_post, fixed_words, flag, standing_note, "
        "hint_post, hint_words, hint_no) values(?, ?, ?, ?, '', '', '', '', '', '', '')",
        [(one, at, rng.choice(_STAGES), at) for one, at in rows],
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--posts", type=int, default=10_000)
    asked.add_argument("folder", type=Path)
    given = asked.parse_args()
    shop = make(given.folder, given.posts)
    print(
        f"{shop.store.value('select count(*) from posts'):,} posts in {given.folder} ({Role.OWNER}: {shop.me.name})"
    )
    shop.close()


if __name__ == "__main__":
    main()
