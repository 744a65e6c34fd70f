"""What was said, theirs and ours, public and private, with earlier versions and a search index."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop import clock, ids
from desktop.records import Account, Post, PostVersion, RemotePost, Source
from desktop.store import Row, Store

OWNS = ("authors", "posts", "post_versions", "posts_fts")

# Languages written without spaces: a space between their characters makes every word findable as a phrase.
_UNSPACED = re.compile("([぀-ヿ㐀-鿿豈-﫿ｦ-ﾟ가-힯฀-๿])")


@dataclass(frozen=True, slots=True)
class Taken:
    """What storing a batch did: ids of new posts, and of those whose words or stars changed."""

    new: tuple[str, ...]
    changed: tuple[str, ...]


def post_id(account: Account, post: RemotePost) -> str:
    """The same on every computer and through every account that sees the post."""
    if post.uri:
        return ids.remote(account.platform, post.uri)
    return ids.remote(account.platform, account.host, post.remote_id)


def author_id(account: Account, post: RemotePost) -> str:
    """Authors are recognised by handle on federated platforms, so two accounts agree; else by remote id."""
    return ids.remote(account.platform, "author", post.author.handle or post.author.remote_id)


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
    rows = {post_id(account, post): _values(account, post, conversation, at) for post, conversation in batch}
    known = _known(store, rows)
    new = [post for post in rows if post not in known]
    changed = [post for post in rows if post in known and _differs(known[post], rows[post])]
    _take_authors(store, account, [post for post, _ in batch])
    _insert(store, [rows[post] | {"written_by": written_by} for post in new])
    _update(store, [(known[post], rows[post]) for post in changed], at)
    returned = [post for post in rows if post in known and known[post]["gone_at"]]
    if returned:
        store.write_many("update posts set gone_at = null where id = ?", [(post,) for post in returned])
    reworded = [post for post in changed if _reworded(known[post], rows[post])]
    return Taken(tuple(new), tuple(reworded))


def _values(account: Account, post: RemotePost, conversation: str, at: datetime) -> dict[str, object]:
    spaced = searchable(post.text)
    return {
        "id": post_id(account, post),
        "account": account.id,
        "platform": account.platform,
        "remote_id": post.remote_id,
        "uri": post.uri,
        "conversation": conversation,
        "author": author_id(account, post),
        "author_name": post.author.name or post.author.handle,
        "author_handle": post.author.handle,
        "text": post.text,
        "folded": spaced if spaced != post.text else None,
        "url": post.url,
        "parent_remote_id": post.parent_remote_id,
        "source": post.source.value,
        "is_ours": int(post.is_ours),
        "is_public": int(post.is_public),
        "stars": post.stars,
        "lang": post.lang,
        "address": post.address,
        "posted_at": clock.to_text(post.posted_at),
        "edited_at": clock.to_text(post.edited_at) if post.edited_at else None,
        "fetched_at": clock.to_text(at),
    }


_COLUMNS = (
    "id account platform remote_id uri conversation author author_name author_handle text folded url "
    "parent_remote_id source is_ours is_public stars lang address posted_at edited_at fetched_at written_by"
).split()
_COMPARED = ("text", "stars", "author_name", "url", "edited_at", "is_public", "conversation")


def _known(store: Store, rows: Iterable[str]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    wanted = list(rows)
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        marks = ",".join("?" * len(some))
        for row in store.rows(
            "select id, text, stars, author_name, url, edited_at, is_public, conversation, gone_at "
            f"from posts where id in ({marks})",
            some,
        ):
            found[row["id"]] = row
    return found


def _differs(old: Row, new: dict[str, object]) -> bool:
    return any(
        bool(old[column] != new[column]) and not (column == "conversation" and not new[column])
        for column in _COMPARED
    )


def _reworded(old: Row, new: dict[str, object]) -> bool:
    return bool(old["text"] != new["text"] or old["stars"] != new["stars"])


def _take_authors(store: Store, account: Account, posts: Iterable[RemotePost]) -> None:
    rows = {
        author_id(account, post): (
            author_id(account, post),
            account.platform,
            post.author.remote_id,
            post.author.handle,
            post.author.name or post.author.handle,
            post.author.url,
        )
        for post in posts
    }
    store.write_many(
        "insert into authors(id, platform, remote_id, handle, name, url) values(?, ?, ?, ?, ?, ?) "
        "on conflict(id) do update set name = excluded.name, url = excluded.url "
        "where excluded.name is not name or excluded.url is not url",
        rows.values(),
    )


def _insert(store: Store, rows: list[dict[str, object]]) -> None:
    if not rows:
        return
    before = store.value("select coalesce(max(rid), 0) from posts")
    marks = ", ".join(f":{column}" for column in _COLUMNS)
    store.write_many(f"insert into posts({', '.join(_COLUMNS)}) values({marks})", rows)
    store.write(
        "insert into posts_fts(rowid, words, author_name) "
        "select rid, coalesce(folded, text), author_name from posts where rid > ?",
        (before,),
    )


def _update(store: Store, pairs: list[tuple[Row, dict[str, object]]], at: datetime) -> None:
    store.write_many(
        "insert into post_versions(post, until_at, text, stars) values(?, ?, ?, ?) on conflict do nothing",
        [
            (old["id"], new["edited_at"] or clock.to_text(at), old["text"], old["stars"])
            for old, new in pairs
            if _reworded(old, new)
        ],
    )
    store.write_many(
        "update posts set text = :text, folded = :folded, stars = :stars, author_name = :author_name, url = :url, "
        "edited_at = :edited_at, is_public = :is_public, fetched_at = :fetched_at, "
        "conversation = iif(:conversation = '', conversation, :conversation) where id = :id",
        [new for _, new in pairs],
    )


def mark_gone(store: Store, account: str, remote_ids: Iterable[str], at: datetime) -> None:
    """Their writers (or the place) took these down; the words are kept."""
    store.write_many(
        "update posts set gone_at = ? where account = ? and remote_id = ? and gone_at is null",
        [(clock.to_text(at), account, remote) for remote in remote_ids],
    )


def mark_shown(store: Store, post: str, at: datetime) -> None:
    """A stranger (or a person who looked) sees this post of ours."""
    store.write("update posts set shown_at = ? where id = ? and shown_at is null", (clock.to_text(at), post))


def mark_hidden(store: Store, post: str) -> None:
    store.write("update posts set shown_at = null where id = ? and shown_at is not null", (post,))


def thread(store: Store, conversation: str) -> tuple[Post, ...]:
    """All posts of a conversation, oldest first, those taken down included (`gone_at`)."""
    rows = store.rows("select * from posts where conversation = ? order by posted_at, rid", (conversation,))
    return tuple(_post(row) for row in rows)


def by_id(store: Store, post: str) -> Post | None:
    row = store.row("select * from posts where id = ?", (post,))
    return _post(row) if row else None


def conversation_of(store: Store, account: str, remote_id: str) -> str | None:
    """The conversation a platform's post belongs to; None when we don't know the post."""
    found = store.value(
        "select conversation from posts where account = ? and remote_id = ?", (account, remote_id)
    )
    return None if found is None else str(found)


def versions(store: Store, post: str) -> tuple[PostVersion, ...]:
    """Earlier words of a post, oldest first."""
    rows = store.rows("select * from post_versions where post = ? order by until_at", (post,))
    return tuple(PostVersion(r["post"], r["text"], r["stars"], clock.from_text(r["until_at"])) for r in rows)


def search(store: Store, text: str, limit: int = 50) -> list[Post]:
    """The newest posts with all these words (the last one may be only begun); [] under two letters."""
    query = fts_query(text)
    if not query:
        return []
    rows = store.rows(
        "select * from posts where rid in (select rowid from posts_fts where posts_fts match ? "
        "order by rowid desc limit ?) order by posted_at desc",
        (query, limit),
    )
    return [_post(row) for row in rows]


def searchable(text: str) -> str:
    """The text as it is indexed: characters of unspaced languages stand apart."""
    return _UNSPACED.sub(r" \1 ", text) if _UNSPACED.search(text) else text


def fts_query(text: str) -> str:
    """The index's query for what a person typed: all words, the last one perhaps only begun; "" for too little."""
    words = [_phrase(word) for word in re.findall(r"[\w’']+", unicodedata.normalize("NFC", text))]
    words = [word for word in words if word]
    if not words or (len(words) == 1 and len(words[0].strip('"')) < 2):
        return ""
    return " ".join(words[:-1] + [words[-1] + "*"])


def _phrase(word: str) -> str:
    return '"' + searchable(word).replace('"', " ").strip() + '"'


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
