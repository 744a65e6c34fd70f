"""What a place or a file brings again of somebody who was forgotten stays outside; what they write since comes in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from desktop import forgotten, posts
from desktop.records import Account, RemotePost
from desktop.store import Store


def let_in(store: Store, account: Account, incoming: Sequence[RemotePost]) -> list[RemotePost]:
    """The posts without those that were forgotten: by their own id, or by who wrote them and when."""
    if not incoming or not forgotten.is_any(store):
        return list(incoming)
    wanted = [posts.post_id(account, post) for post in incoming]
    known = forgotten.known(store, [*wanted, *(posts.author_id(account, post) for post in incoming)])
    return [
        post
        for one, post in zip(wanted, incoming, strict=True)
        if one not in known and not _is_of_before(account, post, known)
    ]


def _is_of_before(account: Account, post: RemotePost, known: dict[str, datetime]) -> bool:
    since = known.get(posts.author_id(account, post))
    return since is not None and not post.is_ours and post.posted_at <= since


def keeps_out(store: Store, account: Account, incoming: Sequence[RemotePost]) -> bool:
    """Whether something of it was forgotten: perhaps since it was fetched."""
    return len(let_in(store, account, incoming)) < len(incoming)
