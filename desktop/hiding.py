"""The porter that hides abuse under our own posts from everybody else, or shows it again. Never a complaint."""

from __future__ import annotations

from desktop import accounts, conversations, history, looks, passerby, posts
from desktop.connectors import connector_class
from desktop.errors import Misuse
from desktop.records import Account, Conversation, Kind, Post, Source
from desktop.shop import Shop


def can_hide(one: Conversation, root: Post | None) -> bool:
    """Does the place hide what this conversation began with?"""
    under_ours = root is not None and root.source is Source.COMMENT and not root.gone_at
    return under_ours and connector_class(one.platform).can.hide


def hide(shop: Shop, conversation: str, *, hidden: bool) -> None:
    """Asks the place, and tells history once it has done it. The same again does no harm.

    Raises Misuse for what isn't hidden, and what asking raises: Unanswered when it may have worked.
    """
    one, root, account = _found(shop, conversation)
    _check(shop, one, root, hidden=hidden)
    shop.connector(account).hide(root.remote_id, hidden=hidden)
    now = shop.clock.now()
    with shop.store.writing():
        kind = passerby.HIDDEN if hidden else passerby.SHOWN_AGAIN
        history.tell(shop.store, shop.by(now), conversation, kind, {"post": root.id})
        looks.plan(shop.store, conversation, None if hidden else now)


def to_hide(shop: Shop, conversation: str) -> Post:
    """The post that would be hidden. Raises Misuse for what isn't."""
    one, root, _ = _found(shop, conversation)
    _check(shop, one, root, hidden=True)
    return root


def _check(shop: Shop, one: Conversation, root: Post, *, hidden: bool) -> None:
    if hidden and one.kind is not Kind.ABUSIVE:
        raise Misuse("Only abuse is hidden, never a complaint. If this is abuse, change its kind first.")
    if not can_hide(one, root):
        place = shop.place(one.platform)
        raise Misuse(f"{place} hides only what stands under your own posts.")


def _found(shop: Shop, conversation: str) -> tuple[Conversation, Post, Account]:
    one = conversations.by_id(shop.store, conversation)
    root = posts.by_id(shop.store, one.root_post) if one else None
    account = accounts.by_id(shop.store, one.account) if one else None
    if one is None or root is None or account is None:
        raise KeyError(conversation)
    return one, root, account
