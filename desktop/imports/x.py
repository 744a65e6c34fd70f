"""X's archive (`twitter-2026-11-01-….zip`): only what we wrote ourselves, so above all what we answered whom.

Not JSON but JavaScript: a name and "=" before a list. Numbers are texts, and texts are escaped as in HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, ClassVar

from desktop.connectors.htmltext import one_line
from desktop.connectors.x_posts import permalink, words
from desktop.errors import ShopError, Unreadable
from desktop.imports.files import Files
from desktop.imports.items import LONGEST, Archive, Broken, Item, Me
from desktop.imports.jsons import Cut, elements, whole
from desktop.records import Author, RemotePost, Source

_POSTS = re.compile(r"(?:^|/)data/(?:tweets?|tweets?-part\d+)\.js$", re.IGNORECASE)
_ACCOUNT = "/data/account.js"
_MONTHS = {name: at for at, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}
_TIME = re.compile(r"\w{3} (\w{3}) (\d{1,2}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d) (\d{4})")
_NUMBER = re.compile(r"\d{1,30}")


class XArchive(Archive):
    key: ClassVar[str] = "x"
    name = "X archive"
    platform: ClassVar[str] = "x"

    def __init__(self, files: Files) -> None:
        """Raises Unreadable."""
        self._files = files
        self._me = _who(files)

    @staticmethod
    def fits(files: Files) -> bool:
        return bool(files.ending(_ACCOUNT) and _parts(files))

    @property
    def mine(self) -> tuple[Me, ...]:
        return (self._me,)

    def items(self, me: Me) -> Iterator[Item | Broken]:
        for name in _parts(self._files):
            with self._files.open(name) as file:
                for n, each in enumerate(elements(file), 1):
                    where = f"{name.rpartition('/')[2]}, post {n:,}"
                    if isinstance(each, Cut):
                        yield Broken(where, "The file can’t be read from here on.")
                        continue
                    yield _read(each, me, where)


def _parts(files: Files) -> list[str]:
    return sorted((name for name in files.names if _POSTS.search(name)), key=lambda name: (len(name), name))


def _who(files: Files) -> Me:
    data = files.read(files.ending(_ACCOUNT)[0], 1 << 20)
    said = whole(data[max(data.find(b"["), 0) :].rstrip().rstrip(b";"))
    try:
        account = said[0]["account"]
        number, handle = account["accountId"], account["username"]
    except (LookupError, TypeError):
        raise Unreadable("That X archive doesn’t say whose it is.") from None
    if not isinstance(number, str) or not _NUMBER.fullmatch(number) or not isinstance(handle, str):
        raise Unreadable("That X archive doesn’t say whose it is.")
    shown, handle = account.get("accountDisplayName"), one_line(handle, 30)
    name = one_line(shown) if isinstance(shown, str) else ""
    return Me(number, f"@{handle}", name or handle, f"https://x.com/{handle}")


def _read(each: Any, me: Me, where: str) -> Item | Broken:
    """One element of the list."""
    tweet = each.get("tweet", each) if isinstance(each, dict) else None
    if not isinstance(tweet, dict):
        return Broken(where, "It isn’t a post.", str(each)[:200])
    text = tweet.get("full_text", tweet.get("text"))
    begins = text[:200] if isinstance(text, str) else ""
    number, at = _text(tweet, "id_str") or _text(tweet, "id"), _moment(_text(tweet, "created_at"))
    if not _NUMBER.fullmatch(number):
        return Broken(where, "It has no number.", begins)
    if at is None:
        return Broken(where, "It doesn’t say when it was written.", begins)
    if not isinstance(text, str):
        return Broken(where, "It has no words.", "")
    try:
        return _item(tweet, text, number, at, me)._replace(where=where)
    except (ShopError, TypeError, AttributeError):
        return Broken(where, "What belongs to it isn’t what it should be.", begins)


def _item(tweet: dict[str, Any], text: str, number: str, at: datetime, me: Me) -> Item:
    parent, to = _text(tweet, "in_reply_to_status_id_str"), _addressee(tweet, me)
    entities = tweet.get("entities") or {}
    urls = [*(entities.get("urls") or []), *(entities.get("media") or [])]
    said = words({"text": text, "entities": {"urls": urls}}, is_reply=bool(parent))
    post = RemotePost(
        remote_id=_first_version(tweet) or number,
        author=Author("x", me.remote_id, me.handle, me.name, me.page, me.remote_id),
        text=said[:LONGEST],
        posted_at=at,
        url=permalink(me.handle.removeprefix("@"), number),
        parent_remote_id=parent,
        root_remote_id="" if parent else number,
        source=Source.COMMENT if parent else Source.POST,
        is_ours=True,
        is_share=text.startswith("RT @"),
        lang=_text(tweet, "lang")[:35],
    )
    return Item(post, to if parent else None)


def _addressee(tweet: dict[str, Any], me: Me) -> Author | None:
    """Whom it answers; nobody where we went on ourselves."""
    number, name = _text(tweet, "in_reply_to_user_id_str"), one_line(_text(tweet, "in_reply_to_screen_name"), 30)
    if not number or number == me.remote_id:
        return None
    mentions = (tweet.get("entities") or {}).get("user_mentions") or []
    named = [one.get("name") for one in mentions if one.get("id_str") == number]
    shown = one_line(named[0]) if named and isinstance(named[0], str) else ""
    url = f"https://x.com/{name}" if name else ""
    return Author("x", number, f"@{name}" if name else "", shown or name or "Somebody on X", url, number)


def _first_version(tweet: dict[str, Any]) -> str:
    """The id that an edited post began with: X's own interface calls it by that one."""
    info = tweet.get("edit_info")
    edit = info.get("edit") if isinstance(info, dict) else None
    first = edit.get("initialTweetId") if isinstance(edit, dict) else None
    return first if isinstance(first, str) and _NUMBER.fullmatch(first) else ""


def _text(tweet: dict[str, Any], key: str) -> str:
    value = tweet.get(key)
    return value if isinstance(value, str) else ""


def _moment(said: str) -> datetime | None:
    """ "Sat Dec 06 18:20:30 +0000 2025": English whatever this computer speaks."""
    found = _TIME.fullmatch(said)
    if found is None or found[1] not in _MONTHS:
        return None
    month, day, hour, minute, second, sign, ahead, more, year = found.groups()
    try:
        text = f"{year}-{_MONTHS[month]:02}-{int(day):02}T{hour}:{minute}:{second}{sign}{ahead}:{more}"
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
