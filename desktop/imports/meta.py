"""What Facebook and Instagram give on "Download your information", as JSON: what we wrote ourselves.

Their files write the bytes of UTF-8 as letters of their own, give posts no ids, and translate the keys of what they
tell into the language of the account: so entries are told by their shape.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Any, ClassVar

from desktop.connectors.answers import web_address
from desktop.connectors.htmltext import clean, one_line
from desktop.errors import Unreadable
from desktop.imports.files import Files
from desktop.imports.items import LONGEST, Archive, Broken, Item, Me, Piece, made_id
from desktop.imports.jsons import Cut, elements, whole
from desktop.records import Author, RemotePost, Source

_DEEPEST = 30
_LOOKED_AT = 200  # elements, for the name of whose it is
_ODD = (LookupError, TypeError, ValueError, AttributeError, OverflowError, OSError, StopIteration)
_USER = re.compile(r"[a-z0-9._]{1,30}")
_NAMED = re.compile(
    r"(?:replied to|commented on|answered) (?P<en>.{1,100}?)[’']s? (?:comment|post|photo|video|reel|link|status|review)"
    r"|(?:Kommentar|Beitrag|Foto|Video) von (?P<de>.{1,100}?) (?:geantwortet|kommentiert)"
    r"|(?:comentario|publicación|foto) de (?P<es>.{1,100}?)\."
    r"|(?:commentaire|publication|photo) de (?P<fr>.{1,100}?)\."
)
_HTML = (
    "That is the HTML version of the export, made to look at. Ask for it again with the format JSON: that one can be "
    "brought in whole."
)


def mended(value: Any, depth: int = 0) -> Any:
    """All texts and keys as they were meant. What was right already stays."""
    if isinstance(value, str):
        try:
            return value.encode("latin-1").decode("utf-8")
        except UnicodeError:
            return value
    if depth > _DEEPEST:
        return None
    if isinstance(value, list):
        return [mended(each, depth + 1) for each in value]
    if isinstance(value, dict):
        return {mended(key): mended(each, depth + 1) for key, each in value.items()}
    return value


class _Export(Archive):
    has_ids: ClassVar[bool] = False
    comments: ClassVar[re.Pattern[str]]
    posts: ClassVar[re.Pattern[str]]
    pages: ClassVar[re.Pattern[str]]  # the same as HTML

    def __init__(self, files: Files) -> None:
        """Raises Unreadable."""
        self._files = files
        if not self._parts():
            raise Unreadable(_HTML)
        self._me = self._who()

    @classmethod
    def fits(cls, files: Files) -> bool:
        return any(cls.comments.search(n) or cls.posts.search(n) or cls.pages.search(n) for n in files.names)

    @property
    def mine(self) -> tuple[Me, ...]:
        return (self._me,)

    def items(self, me: Me) -> Iterator[Piece]:
        for name in self._parts():
            short, is_comment = "/".join(name.split("/")[-2:]), bool(self.comments.search(name))
            with self._files.open(name) as file:
                for n, each in enumerate(elements(file), 1):
                    where = f"{short}, {'comment' if is_comment else 'post'} {n:,}"
                    if isinstance(each, Cut):
                        yield Broken(where, "The file can’t be read from here on.")
                        continue
                    said = mended(each)
                    try:
                        found = self._comment(said, me) if is_comment else self._post(said, me)
                    except _ODD:
                        yield Broken(where, "It doesn’t say what was said, or when.", str(said)[:200])
                        continue
                    yield found._replace(where=where)

    def _parts(self) -> list[str]:
        return sorted(n for n in self._files.names if self.comments.search(n) or self.posts.search(n))

    def _some(self, pattern: re.Pattern[str]) -> Iterator[Any]:
        """The first elements of the files of a kind, mended."""
        for name in self._files.names:
            if pattern.search(name):
                with self._files.open(name) as file:
                    yield from (mended(each) for each in islice(elements(file), _LOOKED_AT))

    def _file(self, end: str) -> Any:
        names = self._files.ending(end)
        try:
            return mended(whole(self._files.read(names[0], 4 << 20))) if names else {}
        except Unreadable:
            return {}

    def _ours(self, me: Me, text: str, at: datetime, *, is_comment: bool) -> RemotePost:
        made = made_id(at, text)
        return RemotePost(
            made,
            Author(self.platform, "", me.handle, me.name, me.page, key=me.handle.removeprefix("@").casefold()),
            text,
            at,
            root_remote_id=made,
            source=Source.COMMENT if is_comment else Source.POST,
            is_ours=True,
        )

    def _who(self) -> Me:
        raise NotImplementedError

    def _comment(self, said: Any, me: Me) -> Item:
        raise NotImplementedError

    def _post(self, said: Any, me: Me) -> Item:
        raise NotImplementedError


class FacebookExport(_Export):
    key: ClassVar[str] = "facebook"
    name = "Facebook export"
    platform: ClassVar[str] = "facebook"
    comments = re.compile(r"(?:^|/)(?:comments_and_reactions|comments)/comments(?:_\d+)?\.json$", re.IGNORECASE)
    posts = re.compile(r"(?:^|/)posts/your_posts[^/]*\.json$", re.IGNORECASE)
    pages = re.compile(r"(?:^|/)(?:comments\w*/comments|posts/your_posts)[^/]*\.html$", re.IGNORECASE)

    def _who(self) -> Me:
        """As the profile says, else as most comments are signed."""
        said = self._file("/profile_information.json")
        profile = next((one for one in said.values() if isinstance(one, dict)), {}) if isinstance(said, dict) else {}
        name = profile.get("name")
        shown = name.get("full_name") if isinstance(name, dict) else name
        if not isinstance(shown, str) or not shown.strip():
            signed = Counter(author for each in self._some(self.comments) if (author := _signed(each)))
            shown = signed.most_common(1)[0][0] if signed else "Facebook"
        page = profile.get("profile_uri")
        return Me("", one_line(shown), one_line(shown), web_address(page) if isinstance(page, str) else "")

    def _comment(self, said: Any, me: Me) -> Item:
        inner = next(one["comment"] for one in said["data"] if isinstance(one, dict) and "comment" in one)
        text, at = _words(inner.get("comment", "")), _moment(inner.get("timestamp", said.get("timestamp")))
        title = said.get("title")
        found = _NAMED.search(title) if isinstance(title, str) else None
        name = one_line(next((one for one in found.groups() if one), "")) if found else ""
        post = self._ours(me, text or "[no words]", at, is_comment=True)
        whom = Author("facebook", "", "", name or "Somebody on Facebook", key=f"named {name or post.remote_id}")
        return Item(post, None if name and name == me.name else whom)

    def _post(self, said: Any, me: Me) -> Item:
        listed = [one.get("post") for one in said.get("data") or [] if isinstance(one, dict)]
        text = _words("\n".join(one for one in listed if isinstance(one, str)))
        return Item(self._ours(me, text or "[no words]", _moment(said["timestamp"]), is_comment=False))


class InstagramExport(_Export):
    key: ClassVar[str] = "instagram"
    name = "Instagram export"
    platform: ClassVar[str] = "instagram"
    comments = re.compile(r"(?:^|/)comments/(?:post|reels)_comments(?:_\d+)?\.json$", re.IGNORECASE)
    posts = re.compile(r"(?:^|/)(?:media|content)/posts_\d+\.json$", re.IGNORECASE)
    pages = re.compile(r"(?:^|/)(?:comments/\w+_comments|(?:media|content)/posts_)[^/]*\.html$", re.IGNORECASE)

    def _who(self) -> Me:
        """As the profile says: keys are translated, but a user name looks like one. Else whose media it mostly is."""
        said = self._file("/personal_information.json")
        listed = next((one for one in said.values() if isinstance(one, list)), []) if isinstance(said, dict) else []
        try:
            likely, _ = _texts(listed[0])
        except _ODD:
            likely = []
        user = next((one for one in likely if _USER.fullmatch(one) and not one.isdecimal()), "")
        if not user:
            owners = Counter(owner for each in self._some(self.comments) if (owner := _owner(each)))
            user = owners.most_common(1)[0][0] if owners else ""
        page = f"https://www.instagram.com/{user}/" if user else ""
        return Me("", f"@{user}" if user else "", user or "Instagram", page)

    def _comment(self, said: Any, me: Me) -> Item:
        texts, at = _told(said)
        if not texts:
            raise ValueError("no words")
        post, owner = self._ours(me, _words(texts[0]) or "[no words]", at, is_comment=True), _owner(said)
        answered = re.match(r"@([A-Za-z0-9._]{1,30})", post.text)
        user = (answered[1].rstrip(".") if answered else owner).casefold()
        if not user or f"@{user}" == me.handle:
            return Item(post)
        page = f"https://www.instagram.com/{user}/"
        return Item(post, Author("instagram", user, f"@{user}", user, page, key=user))

    def _post(self, said: Any, me: Me) -> Item:
        first = said["media"][0] if said.get("media") else {}
        text = _words(said.get("title") or first.get("title") or "")
        at = _moment(said.get("creation_timestamp") or first["creation_timestamp"])
        return Item(self._ours(me, text or "[a picture]", at, is_comment=False))


def _signed(said: Any) -> str:
    """Who wrote a comment on Facebook."""
    listed = said.get("data") if isinstance(said, dict) else None
    each = listed if isinstance(listed, list) else []
    inner = next((one.get("comment") for one in each if isinstance(one, dict)), None)
    author = inner.get("author") if isinstance(inner, dict) else None
    return one_line(author) if isinstance(author, str) else ""


def _texts(said: Any) -> tuple[list[str], list[Any]]:
    """The texts and the times of an entry whose keys are translated, in their order."""
    entries = [one for one in said["string_map_data"].values() if isinstance(one, dict)]
    texts = [one["value"] for one in entries if isinstance(one.get("value"), str) and one["value"]]
    return texts, [one["timestamp"] for one in entries if one.get("timestamp")]


def _told(said: Any) -> tuple[list[str], datetime]:
    texts, times = _texts(said)
    return texts, _moment(times[0])


def _owner(said: Any) -> str:
    """Whose picture a comment on Instagram stands under: what is told second, after the words; "" where it isn't."""
    try:
        texts, _ = _told(said)
    except _ODD:
        return ""
    return texts[1].casefold() if len(texts) > 1 and _USER.fullmatch(texts[1].casefold()) else ""


def _words(said: str) -> str:
    return clean(said[: LONGEST * 2]).strip()[:LONGEST]


def _moment(said: Any) -> datetime:
    if isinstance(said, bool) or not isinstance(said, int | float):
        raise TypeError("no time")
    return datetime.fromtimestamp(said, UTC)
