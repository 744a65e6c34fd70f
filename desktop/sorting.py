"""Which conversation a post belongs to: one person's thread about one thing.

A bystander who speaks to us begins a conversation of their own; one who merely speaks in the same
thread is kept there as what a passer-by reads, and is nobody's work.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from desktop import conversations, posts
from desktop.connectors import Connector
from desktop.errors import ShopError
from desktop.records import Account, RemotePost
from desktop.store import Store

_CONTEXTS_PER_BATCH = 10  # threads fetched to find out what a reply answers


@dataclass(slots=True)
class Sorted:
    """Each post with its conversation ("" for none); `starts`: conversation -> the post that begins it."""

    pairs: list[tuple[RemotePost, str]] = field(default_factory=list)
    starts: dict[str, RemotePost] = field(default_factory=dict)


def sort_out(
    store: Store,
    account: Account,
    incoming: Sequence[RemotePost],
    contexts: Sequence[RemotePost] = (),
    *,
    to_us: bool,
) -> Sorted:
    """Sorts a batch, oldest first. `to_us`: these were said to us; contexts are what they answer.

    Of the contexts only those by somebody who spoke to us can begin a conversation.
    """
    speakers = {posts.author_id(account, post) for post in incoming if to_us and not post.is_ours}
    last = {post.remote_id: at for at, post in enumerate((*contexts, *incoming))}
    sorter = _Sorter(store, account, speakers)
    for at, post in enumerate((*contexts, *incoming)):
        if last[post.remote_id] == at:
            sorter.add(post, to_us=to_us and at >= len(contexts))
    return sorter.result


class _Sorter:
    """Goes through a batch; remembers conversation and owner of what it has seen."""

    def __init__(self, store: Store, account: Account, speakers: set[str]) -> None:
        self._store, self._account, self._speakers = store, account, speakers
        self._here: dict[str, tuple[str, str]] = {}  # remote id -> (conversation, its person)
        self.result = Sorted()

    def add(self, post: RemotePost, *, to_us: bool) -> None:
        author = posts.author_id(self._account, post)
        conversation, owner = self._of(post.remote_id) or self._of(post.parent_remote_id) or ("", "")
        begins = to_us or (author in self._speakers and not conversation)
        if not post.is_ours and begins and (not conversation or author != owner):
            conversation = conversations.conversation_id(posts.post_id(self._account, post))
            owner = author
            self.result.starts[conversation] = post
        self._here[post.remote_id] = (conversation, owner)
        self.result.pairs.append((post, conversation))

    def _of(self, remote_id: str) -> tuple[str, str] | None:
        """(conversation, its person) of a post we know; None for one we don't, or one in no conversation."""
        if remote_id in self._here:
            found = self._here[remote_id]
            return found if found[0] else None
        conversation = posts.conversation_of(self._store, self._account.id, remote_id) if remote_id else None
        one = conversations.by_id(self._store, conversation) if conversation else None
        return (one.id, one.author) if one else None


def missing_contexts(
    store: Store, account: Account, incoming: Sequence[RemotePost], connector: Connector
) -> list[RemotePost]:
    """What came before a reply whose parent we don't know: fetched once, a few threads per batch.

    A thread that can't be fetched is left out: the reply stands on its own, and a later look brings the rest.
    """
    here = {post.remote_id for post in incoming}
    found: dict[str, RemotePost] = {}
    for post in islice(
        (post for post in incoming if _is_lonely(store, account, post, here)), _CONTEXTS_PER_BATCH
    ):
        if post.parent_remote_id in found:
            continue
        try:
            thread = connector.thread(post.remote_id)
        except ShopError:
            continue
        found |= {one.remote_id: one for one in _before(thread, post)}
    return [one for remote_id, one in found.items() if remote_id not in here]


def _is_lonely(store: Store, account: Account, post: RemotePost, here: set[str]) -> bool:
    return bool(
        post.parent_remote_id
        and not post.is_ours
        and post.parent_remote_id not in here
        and posts.conversation_of(store, account.id, post.parent_remote_id) is None
        and posts.conversation_of(store, account.id, post.remote_id) is None
    )


def _before(thread: Iterable[RemotePost], post: RemotePost) -> list[RemotePost]:
    """The posts that `post` answers, oldest first."""
    by_id = {one.remote_id: one for one in thread}
    chain: list[RemotePost] = []
    parent = by_id.get(post.parent_remote_id)
    while parent is not None and parent not in chain:
        chain.insert(0, parent)
        parent = by_id.get(parent.parent_remote_id)
    return chain
