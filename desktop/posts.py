"""What was said, theirs and ours, public and private, with earlier versions and a search index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from desktop import clock, ids
from desktop.language.unspaced import searchable
from desktop.records import TAKEN_OUT, Account, Author, Post, PostVersion, RemotePost, Source
from desktop.store import INDEX_STEP, Row, Store

OWNS = ("authors", "posts", "post_versions", "posts_fts", "posts_terms")

@dataclass(frozen=True, slots=True)
class Taken:
    """What storing a batch did: ids of new posts, and of those whose words or stars changed."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    returned: tuple[str, ...] = ()  # were gone and are there again


def post_id(account: Account, post: RemotePost) -> str:
    """The same on every computer and through every account that sees the post."""
    if post.uri:
        return ids.remote(account.platform, post.uri)
    return ids.remote(account.platform, account.host, post.remote_id)


def platform_of(account: Account, post: RemotePost) -> str:
    """Where it was said: the account's platform, or the place that the account heard it from ("mail.google")."""
    return f"{account.platform}.{post.place}" if post.place else account.platform


def author_id(account: Account, post: RemotePost) -> str:
    """Two accounts agree: by the author's own key, else by handle (federated platforms), else by remote id."""
    return author_of(account, post.author)


def author_of(account: Account, author: Author) -> str:
    """As `author_id`, of somebody whose post isn't here."""
    return _author_id(account.platform, author_key(author))


def author_key(author: Author) -> str:
    return author.key or author.handle or author.remote_id


@lru_cache(maxsize=20_000)  # the same people write again and again, and each post asks several times
def _author_id(platform: str, key: str) -> str:
    return ids.remote(platform, "author", key)


def take(
    store: Store,
    account: Account,
    batch: Sequence[tuple[RemotePost, str]],
    at: datetime,
    *,
    written_by: str = "",
) -> Taken:
    """Stores posts with the conversation each belongs to; only rows that differ are written.

    A post that changed keeps its earlier words in `post_versions`.
    """
    keyed = {post_id(account, post): (post, conversation) for post, conversation in batch}
    known = _known(store, list(keyed))
    new = [one for one in keyed if one not in known]
    changed = [one for one in keyed if one in known and _differs(known[one], *keyed[one])]
    authors = _take_authors(store, account, [keyed[one][0] for one in (*new, *changed)])
    fetched = clock.to_text(at)
    _insert(store, [_values(account, one, *keyed[one], authors, fetched, written_by) for one in new])
    _update(store, [(known[one], *keyed[one]) for one in changed], fetched)
    returned = [(one,) for one in keyed if one in known and known[one]["gone_at"]]
    if returned:
        store.write_many("update posts set gone_at = null where id = ?", returned)
    reworded = tuple(one for one in changed if _reworded(known[one], keyed[one][0]))
    return Taken(tuple(new), reworded, tuple(one[0] for one in returned))


_COLUMNS = (
    "id, account, platform, remote_id, uri, conversation, author, author_name, author_handle, text, folded, url, "
    "parent_remote_id, source, is_ours, is_public, stars, lang, address, posted_at, edited_at, fetched_at, written_by"
)


def _values(
    account: Account,
    one: str,
    post: RemotePost,
    conversation: str,
    authors: Mapping[str, str],
    fetched: str,
    writer: str,
) -> tuple[object, ...]:
    """A row in the order of `_COLUMNS`, of plain texts and numbers: sqlite3 takes longer to bind one of our own."""
    (
        remote_id, author, text, posted_at, uri, url, parent, _, source, is_public, is_ours, _, edited, stars, lang,
        address, _,
    ) = post  # fmt: skip - taken apart at once: asked for one by one they take longer
    spaced = searchable(text)
    return (
        one,
        account.id,
        platform_of(account, post),
        remote_id,
        uri,
        conversation,
        authors[author_key(author)],
        author.name or author.handle,
        author.handle,
        text,
        spaced if spaced is not text else None,
        url,
        parent,
        str(source),
        int(is_ours),
        int(is_public),
        stars,
        lang,
        address,
        clock.to_text(posted_at),
        clock.to_text(edited) if edited else None,
        fetched,
        writer,
    )


def _known(store: Store, wanted: Sequence[str]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        for row in store.rows(
            "select id, text, stars, author_name, url, edited_at, is_public, conversation, gone_at "
            f"from posts where id in ({','.join('?' * len(some))})",
            some,
        ):
            found[row[0]] = row
    return found


def _differs(old: Row, post: RemotePost, conversation: str) -> bool:
    _, text, stars, name, url, edited, is_public, old_conversation, _ = old
    return bool(
        not _same_text(text, post.text)
        or stars != post.stars
        or name != (post.author.name or post.author.handle)
        or url != post.url
        or is_public != post.is_public
        or (conversation and old_conversation != conversation)
        or edited != (clock.to_text(post.edited_at) if post.edited_at else None)
    )


def _reworded(old: Row, post: RemotePost) -> bool:
    return bool(not _same_text(old["text"], post.text) or old["stars"] != post.stars)


def _same_text(old: str, new: str) -> bool:
    """It was stored before we said what was taken out of it: nobody has edited it."""
    return old in (new, new.removeprefix(TAKEN_OUT))


def _take_authors(store: Store, account: Account, posts: Iterable[RemotePost]) -> dict[str, str]:
    """Stores who wrote these; returns the author's key -> author id."""
    found: dict[str, str] = {}
    rows = []
    for post in posts:
        author = post.author
        key = author_key(author)
        if key not in found:
            found[key] = author_id(account, post)
            name = author.name or author.handle
            rows.append((found[key], platform_of(account, post), author.remote_id, author.handle, name, author.url))
    store.insert_many(
        "insert into authors(id, platform, remote_id, handle, name, url)",
        rows,
        "on conflict(id) do update set name = excluded.name, handle = excluded.handle, url = excluded.url "
        "where excluded.name is not name or excluded.handle is not handle or excluded.url is not url",
    )
    return found


def _insert(store: Store, rows: list[tuple[object, ...]]) -> None:
    if not rows:
        return
    before = store.value("select coalesce(max(rid), 0) from posts")
    store.insert_many(f"insert into posts({_COLUMNS})", rows)
    store.write(
        "insert into posts_fts(rowid, words, author_name) "
        "select rid, coalesce(folded, text), author_name from posts where rid > ?",
        (before,),
    )


def _update(store: Store, changed: list[tuple[Row, RemotePost, str]], fetched: str) -> None:
    if not changed:
        return
    edited = {
        old["id"]: clock.to_text(post.edited_at) if post.edited_at else None for old, post, _ in changed
    }
    store.insert_many(
        "insert into post_versions(post, until_at, text, stars)",
        [
            (old["id"], edited[old["id"]] or fetched, old["text"], old["stars"])
            for old, post, _ in changed
            if _reworded(old, post)
        ],
        "on conflict do nothing",
    )
    rows = []
    for old, post, conversation in changed:
        spaced = searchable(post.text)
        folded = spaced if spaced is not post.text else None
        name = post.author.name or post.author.handle
        row = (post.text, folded, post.stars, name, post.url, edited[old["id"]], post.is_public, fetched)
        rows.append((*row, conversation or old["conversation"], old["id"]))
    store.write_many(
        "update posts set text = ?, folded = ?, stars = ?, author_name = ?, url = ?, edited_at = ?, is_public = ?, "
        "fetched_at = ?, conversation = ? where id = ?",
        rows,
    )


def here(store: Store, wanted: Sequence[str]) -> set[str]:
    """Which of these posts are stored."""
    return set(_known(store, wanted))


def inside(store: Store, chosen: Sequence[str]) -> list[str]:
    """The ids of all posts of these conversations."""
    marks = ",".join("?" * len(chosen))
    return [row[0] for row in store.rows(f"select id from posts where conversation in ({marks})", chosen)]


def our_answers(store: Store, account: str, question: RemotePost) -> tuple[Post, ...]:
    """What we answered to a post of a place, as far as it is here: the answer may have come before the question, and
    from a file that knows of the question only what everybody calls it."""
    sql = "select * from posts where account = ? and parent_remote_id in (?, ?) and is_ours and parent_remote_id <> ''"
    return tuple(map(_post, store.rows(sql, (account, question.remote_id, question.uri))))


def our_authors(store: Store, account: str) -> tuple[str, ...]:
    """As whom we wrote through an account."""
    rows = store.rows("select distinct author from posts where account = ? and is_ours", (account,))
    return tuple(row[0] for row in rows)


def said_at(store: Store, authors: Sequence[str], times: Sequence[datetime]) -> list[tuple[datetime, str]]:
    """What these wrote in these seconds: (when, words)."""
    found = []
    for author in authors:
        for start in sorted({at.replace(microsecond=0) for at in times}):
            span = (author, clock.to_text(start), clock.to_text(start + timedelta(seconds=1)))
            sql = "select posted_at, text from posts where author = ? and posted_at >= ? and posted_at < ?"
            found += [(clock.from_text(row[0]), row[1]) for row in store.rows(sql, span)]
    return found


def with_remote_ids(store: Store, account: str, remote_ids: Sequence[str]) -> list[Post]:
    marks = ",".join("?" * len(remote_ids))
    sql = f"select * from posts where account = ? and remote_id in ({marks})"
    return [_post(row) for row in store.rows(sql, (account, *remote_ids))]


def names(store: Store, authors: Sequence[str]) -> dict[str, tuple[str, str]]:
    """What these people are called, as far as they have written to us: (name, handle)."""
    marks = ",".join("?" * len(authors))
    rows = store.rows(f"select id, name, handle from authors where id in ({marks})", authors)
    return {row[0]: (row[1], row[2]) for row in rows}


def give_to(store: Store, account: str, other: str) -> None:
    """All of one account becomes another's: it was the same all along."""
    store.write("update posts set account = ? where account = ?", (other, account))


def move(store: Store, post: str, conversation: str) -> None:
    """Puts a post into another conversation."""
    store.write("update posts set conversation = ? where id = ?", (conversation, post))


def join_threads(store: Store, added: Sequence[str]) -> int:
    """Our own words that go on from words of ours join their conversation; returns how many. Ask until it is none."""
    joined = 0
    for start in range(0, len(added), 500):
        some = added[start : start + 500]
        joined += store.write(
            "update posts set conversation = q.conversation from posts q where posts.id in "
            f"({','.join('?' * len(some))}) and posts.conversation = '' and posts.parent_remote_id <> '' "
            "and q.account = posts.account and q.remote_id = posts.parent_remote_id and q.conversation <> ''",
            some,
        )
    return joined


def take_out(store: Store, ids_: Sequence[str]) -> None:
    """Takes posts that were brought in from a file out again, with the index of their words and writers without words.

    Only those: the store refuses to let go of any other.
    """
    if not ids_:
        return
    marks = ",".join("?" * len(ids_))
    writers = [row[0] for row in store.rows(f"select distinct author from posts where id in ({marks})", ids_)]
    store.write(
        "insert into posts_fts(posts_fts, rowid, words, author_name) "
        f"select 'delete', rid, coalesce(folded, text), author_name from posts where id in ({marks})",
        ids_,
    )
    store.write(f"delete from post_versions where post in ({marks})", ids_)
    store.write(f"delete from posts where id in ({marks})", ids_)
    store.write_many(
        "delete from authors where id = ? and not exists(select 1 from posts where author = authors.id)",
        [(writer,) for writer in writers],
    )


def index_anew(store: Store) -> None:
    """The search index, made from the words as they stand."""
    store.write("insert into posts_fts(posts_fts) values('rebuild')")


def mark_gone(store: Store, account: str, remote_ids: Iterable[str], at: datetime) -> None:
    """Their writers (or the place) took these down; the words are kept."""
    store.write_many(
        "update posts set gone_at = ? where account = ? and remote_id = ? and gone_at is null",
        [(clock.to_text(at), account, remote) for remote in remote_ids],
    )


def standing(store: Store, account: str) -> tuple[str, ...]:
    """Remote ids of all that others said through an account, as far as nobody found it gone."""
    sql = "select remote_id from posts where account = ? and not is_ours and gone_at is null"
    return tuple(row[0] for row in store.rows(sql, (account,)))


def behind(store: Store, conversation: str, link: str, words: str) -> Post | None:
    """The public post of this conversation that a link leads to and that says these words. Without words only a
    later post with an address of its own."""
    wanted, all_ = _address(link), thread(store, conversation)
    there = [post for post in all_ if wanted and post.is_public and not post.gone_at and _address(post.url) == wanted]
    if not words.strip():
        return there[0] if len(there) == 1 and there[0].id != all_[0].id else None
    return next((post for post in there if says(post.text, words)), None)


def says(text: str, words: str) -> bool:
    """Whether these words stand in a text; how they are spaced doesn't count."""
    return " ".join(words.split()) in " ".join(text.split())


def _address(link: str) -> str:
    """The same for a page however its address is written; "" for none."""
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    return f"{parts.netloc.lower()}{parts.path.rstrip('/')}?{parts.query}"


def mark_back(store: Store, post: str) -> None:
    """It is there after all."""
    store.write("update posts set gone_at = null where id = ? and gone_at is not null", (post,))


def mark_shown(store: Store, post: str, at: datetime) -> None:
    """A stranger (or a person who looked) sees this post of ours."""
    store.write("update posts set shown_at = ? where id = ? and shown_at is null", (clock.to_text(at), post))


def mark_all_shown(store: Store, ids_: Sequence[str]) -> None:
    """These stood on the page when they were told of."""
    store.write_many(
        "update posts set shown_at = posted_at where id = ? and shown_at is null", [(one,) for one in ids_]
    )


def mark_hidden(store: Store, post: str) -> None:
    store.write("update posts set shown_at = null where id = ? and shown_at is not null", (post,))


def thread(store: Store, conversation: str) -> tuple[Post, ...]:
    """All posts of a conversation, oldest first, those taken down included (`gone_at`)."""
    rows = store.rows("select * from posts where conversation = ? order by posted_at, rid", (conversation,))
    return tuple(_post(row) for row in rows)


def by_id(store: Store, post: str) -> Post | None:
    row = store.row("select * from posts where id = ?", (post,))
    return _post(row) if row else None


def newest_by(store: Store, author: str) -> Post | None:
    """What somebody else wrote last."""
    sql = "select * from posts where author = ? and not is_ours order by posted_at desc limit 1"
    row = store.row(sql, (author,))
    return _post(row) if row else None


def conversation_of(store: Store, account: str, remote_id: str) -> str | None:
    """The conversation a platform's post belongs to; None when we don't know the post."""
    found = store.value(
        "select conversation from posts where account = ? and remote_id = ?", (account, remote_id)
    )
    return None if found is None else str(found)


@dataclass(frozen=True, slots=True)
class SoFar:
    """How much of a conversation is stored at a moment: the newest row, and how many edits of posts."""

    rid: int
    edits: int


def so_far(store: Store, conversation: str) -> SoFar:
    row = store.row(
        "select coalesce(max(rid), 0), (select count(*) from post_versions v join posts o on o.id = v.post "
        "where o.conversation = ?) from posts where conversation = ?",
        (conversation, conversation),
    )
    return SoFar(row[0], row[1]) if row else SoFar(0, 0)


def since(store: Store, conversation: str, rid: int) -> tuple[Post, ...]:
    """Posts of a conversation that were stored after `rid`, oldest first."""
    rows = store.rows(
        "select * from posts where conversation = ? and rid > ? order by posted_at, rid", (conversation, rid)
    )
    return tuple(_post(row) for row in rows)


def name_writer(store: Store, account: str, remote_id: str, name: str) -> None:
    """Says who of us wrote a post, where that isn't known yet."""
    store.write(
        "update posts set written_by = ? where account = ? and remote_id = ? and written_by = ''",
        (name, account, remote_id),
    )


def leave_out(store: Store, account: str, remote_id: str) -> None:
    """Takes a post out of its conversation: the same one has come under its real id."""
    store.write(
        "update posts set conversation = '' where account = ? and remote_id = ?", (account, remote_id)
    )


def reword(store: Store, post: str, text: str, *, was_until: datetime | None = None) -> None:
    """Other words in the place of a post's: a person has seen the whole of it. `was_until` keeps the earlier ones."""
    if was_until is not None:
        store.write(
            "insert into post_versions(post, until_at, text, stars) select id, ?, text, stars from posts where id = ? "
            "on conflict do nothing",
            (clock.to_text(was_until), post),
        )
    spaced = searchable(text)
    store.write(
        "update posts set text = ?, folded = ? where id = ?", (text, spaced if spaced is not text else None, post)
    )


def unsay(store: Store, post: str) -> None:
    """Takes back a post that was put in by hand: its words go, its id stays."""
    store.write(
        "update posts set conversation = '', text = '', folded = null, author_name = '', author_handle = '', url = '' "
        "where id = ?",
        (post,),
    )


def leave_to_us(store: Store, ours: Sequence[str]) -> None:
    """Posts of ours without what they answer and without their earlier words."""
    marks = ",".join("?" * len(ours))
    store.write(f"delete from post_versions where post in ({marks})", ours)
    store.write(f"update posts set parent_remote_id = '' where id in ({marks})", ours)


def out_of_conversation(store: Store, chosen: Sequence[str]) -> None:
    """What is left in these conversations belongs to none."""
    store.write(f"update posts set conversation = '' where conversation in ({','.join('?' * len(chosen))})", chosen)


def put_back(store: Store, rows: Sequence[dict[str, Any]]) -> None:
    """Posts as they were before `take_out` or `leave_to_us`, found by their words again."""
    there = here(store, [str(row["id"]) for row in rows])
    store.put_back("posts", [{name: row[name] for name in row if name != "rid"} for row in rows], "id")
    store.write_many(
        "insert into posts_fts(rowid, words, author_name) "
        "select rid, coalesce(folded, text), author_name from posts where id = ?",
        [(row["id"],) for row in rows if row["id"] not in there],
    )


def tidy_index(store: Store, *, begins: bool) -> bool:
    """A step towards a search index without words that no post says any more; the first one `begins`. Whether there is
    more to do."""
    before = store.moment()[1]
    # Below 0: from all of its parts. That is SQLite's to remember in two more levels of the index each time, and with
    # 2,000 of them older versions call it malformed: once is enough.
    store.write("insert into posts_fts(posts_fts, rank) values('merge', ?)", (-INDEX_STEP if begins else INDEX_STEP,))
    return store.moment()[1] > before + 1


_PARTS = 4  # of the index: so many don't matter
_ALIKE = 2  # parts of about one size that are made one; SQLite waits for four
_PAGES = 128  # of the index in one step: some milliseconds
_PATIENCE = 5.0  # seconds that somebody who wants to write goes first


def join_index(store: Store, is_over: Callable[[], bool] = lambda: False) -> bool:
    """Makes few of the many parts that the search index comes to have, since each word is looked up in each of them.

    What is large already isn't written again for a little more, and the index gets no deeper by it (`tidy_index`).
    Step by step, each a transaction of its own: others write and read in between, and a step leaves a sound index,
    so that it may break off anywhere. False when it `is_over` before it is done. Raises DiskTrouble.
    """
    if store.value("select count(distinct segid) from posts_fts_idx") <= _PARTS:
        return True
    while not is_over():
        store.changes.make_way(_PATIENCE)
        with store.writing():
            if store.value("select v from posts_fts_config where k = 'usermerge'") != _ALIKE:
                store.write("insert into posts_fts(posts_fts, rank) values('usermerge', ?)", (_ALIKE,))
            _, before = store.moment()
            store.write("insert into posts_fts(posts_fts, rank) values('merge', ?)", (_PAGES,))
            if store.moment()[1] - before < 2:  # there was nothing to do
                return True
    return False


def public_words(store: Store, conversation: str, author: str) -> frozenset[tuple[str, str]]:
    """What somebody says in public in a conversation now: (post, text)."""
    return frozenset(
        (post.id, post.text)
        for post in thread(store, conversation)
        if post.author == author and post.is_public and not post.is_ours and not post.gone_at
    )


def versions(store: Store, post: str) -> tuple[PostVersion, ...]:
    """Earlier words of a post, oldest first."""
    rows = store.rows("select * from post_versions where post = ? order by until_at", (post,))
    return tuple(PostVersion(r["post"], r["text"], r["stars"], clock.from_text(r["until_at"])) for r in rows)


def earlier_words(store: Store, conversation: str) -> dict[str, tuple[PostVersion, ...]]:
    """What the posts of a conversation said before they were edited, the oldest first, by post."""
    rows = store.rows(
        "select v.* from post_versions v join posts p on p.id = v.post where p.conversation = ? order by v.until_at",
        (conversation,),
    )
    found: dict[str, tuple[PostVersion, ...]] = {}
    for r in rows:
        one = PostVersion(r["post"], r["text"], r["stars"], clock.from_text(r["until_at"]))
        found[one.post] = (*found.get(one.post, ()), one)
    return found


def _post(row: Row) -> Post:
    return Post(
        id=row["id"],
        account=row["account"],
        platform=row["platform"],
        remote_id=row["remote_id"],
        conversation=row["conversation"],
        author=row["author"],
        author_name=row["author_name"],
        author_handle=row["author_handle"],
        text=row["text"],
        posted_at=clock.from_text(row["posted_at"]),
        is_ours=bool(row["is_ours"]),
        is_public=bool(row["is_public"]),
        source=Source(row["source"]),
        url=row["url"],
        parent_remote_id=row["parent_remote_id"],
        stars=row["stars"],
        lang=row["lang"],
        edited_at=clock.maybe(row["edited_at"]),
        gone_at=clock.maybe(row["gone_at"]),
        shown_at=clock.maybe(row["shown_at"]),
        written_by=row["written_by"],
        address=row["address"],
    )


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a post begins, for a row of a list."""

    text: str  # empty where its writer took it down
    is_ours: bool
    written_by: str
    is_taken_down: bool = False


def beginnings(store: Store, rids: Iterable[int], most: int = 20_000) -> dict[int, Beginning]:
    """The first `most` characters of these posts, by row id."""
    rows = store.few(
        "rid, iif(gone_at is null or is_ours, substr(text, 1, ?), ''), is_ours, written_by, "
        "gone_at is not null and not is_ours",
        "from posts where rid in (select value from json_each(?))",
        (most, store.listed(rids)),
    )
    return {row[0]: Beginning(row[1], row[2] == 1, row[3], row[4] == 1) for row in rows}
