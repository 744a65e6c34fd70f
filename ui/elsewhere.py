"""Pages out there and files beside the shop: what the place is called where a page stands, and opening one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.connectors.answers import shown_host, web_address
from desktop.records import Conversation, Post
from desktop.shop import Shop
from ui import words
from ui.moments import tr


def open_url(url: str) -> bool:
    """Hands a web address to the browser; nothing else is ever opened."""
    return bool(web_address(url.strip())) and QDesktopServices.openUrl(QUrl(url.strip()))


def open_path(path: Path) -> None:
    """Hands a file of ours, or a folder, to the program this computer has for it; where there seems to be none, says
    where it is."""
    from ui import where_it_is

    was_handed_on = QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
    if not was_handed_on or not where_it_is.has_program_for(path):
        where_it_is.tell(path)


def documents() -> Path:
    """The folder a new file of ours is first proposed for: their documents, or their home where there is none."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_absolute() and folder.is_dir() else Path.home()


def where_to(url: str, keys: str = "") -> str:
    """What stands at a button that opens a page: with where it leads, which needn't be where it was said."""
    text = tr("Open in browser ({keys})").format(keys=keys) if keys else tr("Open in browser")
    host = shown_host(url)
    return f"{text}: {host}" if host else text


def place_of(shop: Shop, one: Conversation, root: Post | None) -> str:
    """Where it was said: the name of the place, or of the website where it is no place we know."""
    host = shown_host(root.url) if root is not None and one.platform.endswith(".web") else ""
    return host or words.place(shop.place(one.platform))
