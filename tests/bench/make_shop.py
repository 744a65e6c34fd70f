"""A synthetic shop of any size: `python -m tests.bench.make_shop --posts 1000000 FOLDER`.

Years of realistic texts in eleven languages, people who write more than once, threads, kinds, notes, and complaints in
every stage with their proofs. The same number of posts makes the same shop; a million take minutes, and no more memory
than a thousand.
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

from desktop import clock, ids, migrations, people, posts, settings, shopbook, store
from desktop.changes import Changes
from desktop.conversations import conversation_id
from desktop.language.unspaced import searchable
from desktop.records import Author, Kind, RemotePost, Role, Source
from desktop.shop import Shop
from desktop.triage import version
from desktop.vault import SessionVault
from tests.bench.talk import Said, Talk, person

ACCOUNT, REVIEWS = "bench-account", "bench-reviews"
NOW = datetime(2026, 6, 13, 9, 0, tzinfo=UTC)
HELPERS = ("Tom", "Priya")
_STAGES = ["shown"] * 12 + ["answered", "fixed", "asked", "standing", "no_answer"]
_LENGTHS = (1, 1, 2, 2, 2, 3, 4)  # posts of a conversation
_APART = timedelta(minutes=5)
_AT_ONCE = 2000  # conversations put into the file in one step

Rows = dict[str, list[tuple[Any, ...]]]


def remote_posts(count: int, seed: int = 7) -> Iterator[RemotePost]:
    """Mentions as a connector hands them over, oldest first."""
    talk = Talk(seed)
    everybody = max(10, count // 5)
    for number in range(count):
        who, said = talk.rng.randrange(everybody), talk.theirs()
        name, handle = person(who)
        yield RemotePost(
            remote_id=f"r{number}",
            author=Author("practice.facebook", f"u{who}", handle, name),
            text=said.text,
            posted_at=NOW - (count - number) * _APART,
            uri=f"https://quay.example/posts/{number}",
            url=f"https://quay.example/@{handle}/{number}",
            source=Source.MENTION,
            lang=said.lang,
        )


def make(folder: Path, count: int) -> Shop:
    """Fills an empty folder and returns the open shop. Rows are made as the rooms make them, only in bulk."""
    shop = Shop.open(folder, clock=clock.SetClock(NOW), vault=SessionVault(), changes=Changes())
    if shop.name:
        posts.join_index(shop.store)
        return shop
    shop.found_with("Bench Shop", "Ines")
    with shop.store.writing():
        for name in HELPERS:
            people.add(shop.store, name, Role.HELPER, NOW)
        shopbook.put_hours(shop.store, [(day, "08:00", "18:00") for day in range(6)])
    with closing(sqlite3.connect(folder / store.FILE_NAME, isolation_level=None)) as conn:
        conn.execute("pragma cache_size=-200000")
        conn.execute("pragma synchronous=off")
        conn.execute("begin immediate")
        _accounts(conn)
        _fill(conn, count)
        conn.execute(
            "insert into tallies(grp, is_public, n) select grp, is_public, count(*) from conversations group by 1, 2"
        )
        conn.execute("insert into posts_fts(posts_fts) values('rebuild')")
        conn.execute(migrations.TOLD)  # how each complaint stands, in history too
        conn.execute("commit")
        conn.execute("analyze")
        conn.execute("pragma wal_checkpoint(truncate)")
    posts.join_index(shop.store)  # as the program does by itself half a minute after it starts
    settings.put(shop.store, settings.SHOP_NAME, "Bench Shop")
    return shop


def _accounts(conn: sqlite3.Connection) -> None:
    for one, place in ((ACCOUNT, "facebook"), (REVIEWS, "google")):
        conn.execute(
            "insert into accounts(id, platform, host, handle, name, remote_id, state, added_at, trouble, facts) "
            "values(?, ?, '', 'bench', 'Bench', 'us', 'working', ?, '', ?)",
            (one, f"practice.{place}", clock.to_text(NOW), f'{{"place": "{place}"}}'),
        )


_TABLES = {
    "authors": "id, platform, remote_id, handle, name, url",
    "posts": "id, account, platform, remote_id, uri, conversation, author, author_name, author_handle, text, folded, "
    "url, parent_remote_id, source, is_ours, is_public, stars, lang, address, posted_at, fetched_at, shown_at, "
    "written_by",
    "conversations": "id, account, platform, root_post, author, author_name, source, is_public, kind, kind_is_guess, "
    "kind_reason, is_serious, grp, rank, sort_key, holder, waiting_since, first_at, last_at, last_theirs_at, "
    "excerpt, stars, done_at, read_by, topics",
    "complaints": "id, opened_at, stage, stage_at, fixed_post, fixed_words, flag, standing_note, hint_post, "
    "hint_words, hint_no",
    "proofs": "id, complaint, kind, link, post, words, seen_by, seen_at, checked_at",
    "looks": "conversation, seen_at, how, sight, next_at, tries",
    "notes": "id, conversation, person, text, at",
}


def _fill(conn: sqlite3.Connection, count: int) -> None:
    talk, made, rows = Talk(), 0, _empty()
    note_taker = conn.execute("select id from people order by id").fetchone()[0]
    while made < count:
        made += _conversation(rows, talk, made, count, note_taker)
        if len(rows["conversations"]) >= _AT_ONCE or made >= count:
            _put(conn, rows)
            rows = _empty()


def _empty() -> Rows:
    return {table: [] for table in _TABLES}


def _put(conn: sqlite3.Connection, rows: Rows) -> None:
    for table, columns in _TABLES.items():
        marks = ", ".join("?" * (columns.count(",") + 1))
        conn.executemany(f"insert or ignore into {table}({columns}) values({marks})", rows[table])
    notes = [(searchable(text), note) for note, _, _, text, _ in rows["notes"]]
    conn.executemany("insert into notes_fts(words, note) values(?, ?)", notes)


def _conversation(rows: Rows, talk: Talk, number: int, count: int, note_taker: str) -> int:
    """One conversation from the post of that number on, with all that hangs on it; returns how many posts it took."""
    rng, said, many = talk.rng, talk.theirs(), min(talk.rng.choice(_LENGTHS), count - number)
    is_review = said.stars is not None
    platform = "practice.google" if is_review else "practice.facebook"
    who = int(max(10, count // 5) * rng.random() ** 2)  # some write often
    name, handle = person(who)
    author = f"a-{handle}"
    root = ids.remote(platform, f"https://quay.example/posts/{number}")
    one, is_public = conversation_id(root), is_review or rng.random() < 0.9
    rows["authors"].append((author, platform, f"u{who}", handle, name, f"https://quay.example/@{handle}"))
    times = [clock.to_text(NOW - (count - number - step) * _APART) for step in range(many)]
    answered = ""
    for step, at in enumerate(times):
        is_ours = step % 2 == 1
        text = said.text if not step else talk.ours(said.lang) if is_ours else talk.theirs().text
        named = (number + step, f"r{number}" if step else "")
        post = _post(rng, named, said, text, at, is_public=is_public, is_ours=is_ours)
        writer = ("us", "Bench Shop", "bench") if is_ours else (author, name, handle)
        rows["posts"].append((*post[:5], one, *writer, *post[5:]))
        answered = post[0] if is_ours else answered
    last_theirs = times[-1 if many % 2 else -2]
    place = _place(rng, times[0], is_old=number < count * 0.85)
    rows["conversations"].append(
        (one, REVIEWS if is_review else ACCOUNT, platform, root, author, name, "review" if is_review else "mention",
         int(is_public), said.kind, 1, "", 0, *place[:3], "", times[0] if place[0] == 1 else None, times[0], times[-1],
         last_theirs, " ".join(said.text[:160].split()), said.stars, place[3], version(), said.topics)
    )  # fmt: skip
    if is_public:
        rows["looks"].append((one, times[0], "fetched", "seen", None, 0))
    if is_public and said.kind == Kind.COMPLAINT:
        _complaint(rows, rng, one, root, times, answered)
    if rng.random() < 0.01:
        rows["notes"].append((ids.remote("note", one), one, note_taker, f"Rang them. {talk.theirs().text}", times[-1]))
    return many


def _post(
    rng: random.Random, named: tuple[int, str], said: Said, text: str, at: str, *, is_public: bool, is_ours: bool
) -> tuple[Any, ...]:
    """A row of `posts` without its conversation and its writer."""
    number, parent = named
    is_review = said.stars is not None
    platform = "practice.google" if is_review else "practice.facebook"
    uri, spaced = f"https://quay.example/posts/{number}", searchable(text)
    source = "review" if is_review and not parent else "comment" if parent else "mention"
    return (
        ids.remote(platform, uri), REVIEWS if is_review else ACCOUNT, platform, f"r{number}", uri,
        text, spaced if spaced is not text else None, uri, parent, source, int(is_ours), int(is_public),
        said.stars if not parent else None, said.lang, "", at, at, at if is_ours and is_public else None,
        rng.choice(("Ines", "Ines", *HELPERS)) if is_ours else "",
    )  # fmt: skip


def _place(rng: random.Random, at: str, *, is_old: bool) -> tuple[int, int, int, str | None]:
    """Group, rank, sort key and when it was done: the newest 15 in 100 still wait for somebody."""
    group = rng.choice([3, 5, 5, 5]) if is_old else rng.choice([1, 1, 1, 2, 3])
    millis = int(clock.from_text(at).timestamp() * 1000)
    return group, rng.randint(4, 9) * 16, millis if group < 3 else -millis, at if group == 5 else None


def _complaint(rows: Rows, rng: random.Random, one: str, root: str, times: list[str], answered: str) -> None:
    stage = rng.choice(_STAGES)
    rows["complaints"].append((one, times[0], stage, times[-1], "", "", "", "", "", "", ""))
    if stage == "shown":
        by_us = bool(answered) and rng.random() < 0.4
        kind, post = ("our_update", answered) if by_us else ("their_reply", root)
        proof = (ids.remote("proof", one), one, kind, "https://quay.example/proof", post, "All is well again.", "")
        rows["proofs"].append((*proof, times[-1], times[-1]))


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
