"""A Mastodon connector and a way to make posts to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from desktop.connectors.mastodon import Mastodon
from desktop.pace import Pace
from desktop.records import Account, Post, RemotePost
from desktop.web import Web

FACTS = {"software": "mastodon", "max_characters": "500", "url_characters": "23", "domain": "quay.example"}


@pytest.fixture
def web() -> Iterator[Web]:
    with Web(connect_s=2, read_s=0.5, pace=Pace()) as web:
        yield web


def connected(url: str, web: Web, our_id: str = "1", **facts: str) -> Mastodon:
    """A connector for @shop at the server of that address."""
    facts = {**FACTS, "base": url, **facts}
    account = Account("a1", "mastodon", "@shop@quay.example", "Shop", facts["domain"], our_id, facts=facts)
    return Mastodon(account, {"token": "token-shop"}, web)


def status(remote_id: str = "10", words: str = "<p>The bread is stale</p>", **more: Any) -> dict[str, Any]:
    """A status as Mastodon gives it."""
    return {
        "id": remote_id,
        "created_at": "2026-08-01T13:51:42.823Z",
        "content": words,
        "visibility": "public",
        "uri": f"https://sea.example/statuses/{remote_id}",
        "url": f"https://sea.example/@carla/{remote_id}",
        "spoiler_text": "",
        "in_reply_to_id": None,
        "edited_at": None,
        "language": "en",
        "reblog": None,
        "account": person(),
        "mentions": [{"id": "1", "username": "shop", "acct": "shop", "url": "https://quay.example/@shop"}],
        "media_attachments": [],
        **more,
    }


def person(acct: str = "carla@sea.example", remote_id: str = "7", name: str = "Carla") -> dict[str, Any]:
    user = acct.partition("@")[0]
    return {
        "id": remote_id,
        "username": user,
        "acct": acct,
        "display_name": name,
        "url": f"https://sea.example/@{user}",
    }


OURS = person("shop", "1", "Shop")


def note(remote_id: str, about: Mapping[str, Any] | None, kind: str = "mention") -> dict[str, Any]:
    """A notification about a status."""
    return {"id": remote_id, "type": kind, "created_at": "2026-08-01T13:51:43Z", "status": about}


def stored(post: RemotePost) -> Post:
    """The post as the shop file would hand it back."""
    return Post(
        id="p",
        account="a1",
        platform="mastodon",
        remote_id=post.remote_id,
        conversation="c",
        author="x",
        author_name=post.author.name,
        author_handle=post.author.handle,
        text=post.text,
        posted_at=post.posted_at,
        is_ours=post.is_ours,
        is_public=post.is_public,
        source=post.source,
        address=post.address,
    )
