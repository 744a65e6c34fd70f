"""Pages out there: what the place is called where one stands, and opening one."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.records import Conversation, Post
from desktop.shop import Shop


def open_url(url: str) -> bool:
    """Hands a web address to the browser; nothing else is ever opened."""
    address = QUrl(url)
    return address.scheme() in ("http", "https") and QDesktopServices.openUrl(address)


def place_of(shop: Shop, one: Conversation, root: Post | None) -> str:
    """Where it was said: the name of the place, or of the website where it is no place we know."""
    host = urlsplit(root.url).hostname if root is not None and one.platform.endswith(".web") else ""
    return host or shop.place(one.platform)
