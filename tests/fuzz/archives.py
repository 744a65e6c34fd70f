"""The readers of exports: archives of places, repositories, Takeout and tables, spoilt inside and as files."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import tempfile
import zipfile
from pathlib import Path
from random import Random
from typing import Any

from desktop.imports.items import Item
from desktop.imports.opening import open_archive
from tests import archives
from tests.fuzz import spoil
from tests.fuzz.hunt import Reader

_TWEET = {
    "tweet": {
        "id_str": "19000", "full_text": "@carla Sorry &amp; thanks https://t.co/a", "lang": "en",
        "created_at": "Sat Dec 06 18:20:30 +0000 2025", "in_reply_to_status_id_str": "18000",
        "in_reply_to_user_id_str": "7", "in_reply_to_screen_name": "carla",
        "entities": {"urls": [{"url": "https://t.co/a", "expanded_url": "https://a.at", "display_url": "a.at"}]},
        "edit_info": {"initial": {"editTweetIds": ["19000"]}},
    }
}  # fmt: skip
_ACCOUNT = [{"account": {"accountId": "1", "username": "shop", "accountDisplayName": "Corner Shop"}}]
_REVIEW = {
    "name": "accounts/1/locations/2/reviews/R1", "reviewer": {"displayName": "Marta K."}, "starRating": "TWO",
    "comment": "The tart was raw.", "updateTime": "2026-11-01T09:01:00Z",
    "createTime": "2026-11-01T09:01:00.123456789Z",
    "reviewReply": {"comment": "Sorry", "updateTime": "2026-11-01T09:05:00Z"},
}  # fmt: skip
_TABLE = (
    "Date,Reviewer name,Review,Stars,Link,Reply,Reply date\n"
    '2026-11-01 09:01,Marta K.,"The tart was raw, and ""cold""",2,https://quay.example/1,Sorry,02/11/2026\n'
    "03.11.2026,Jürgen,Größe zu klein,5,,,\n"
)


_NOTE = archives.note(
    5, "<p>Sorry &amp; <a href='https://a.at'>thanks</a></p>", archives.START, updated="2026-11-02T09:01:00Z",
    inReplyTo="https://bay.example/users/m/statuses/1", tag=[archives.mention("m", "bay.example")],
    attachment=[{"mediaType": "image/png", "url": "/media/1.png", "name": "A cake"}],
)  # fmt: skip
_COMMENT = archives.facebook_comment("Grüße!", archives.START, "Corner Shop replied to Jürgen's comment.")
_INSTAGRAM = archives.instagram_comment("@marta süß", archives.START)
_MEDIA = {"media": [{"uri": "a.jpg", "creation_timestamp": 1_700_000_000, "title": "Süß"}]}
_PICTURE = {"images": [{"alt": "A"}]}
_RECORD = archives.record("Sorry", archives.START, **archives.answer_to("did:plc:m", "3j1"), embed=_PICTURE)
_ROWS = [{"review": "Raw", "created_at": "2026-11-01T09:01:00Z", "author": {"name": "M"}, "rating": 2, "tags": ["a"],
          "response": {"text": "Sorry", "date": 1_700_000_000.5}}]  # fmt: skip
_DESK = (
    "conversation_id,message_type,private,sender_name,content,created_at\n7,incoming,false,Sol,Hello,1700000000\n"
    "7,outgoing,true,Priya,\"<p>Who, me?</p>\",1700000100\n7,activity,false,,Done,1700000200\n"
)


class Archives(Reader):
    name = "archives"

    def __enter__(self) -> Archives:
        self._folder = tempfile.TemporaryDirectory(prefix="fuzz-files-")
        self._makers = (
            self._x, self._takeout, self._mastodon, self._facebook, self._instagram, self._bluesky, self._json,
            self._table,
        )  # fmt: skip
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def good(self) -> None:
        for make in self._makers:
            assert self._read(make(Random(0), 0)) >= 1

    def once(self, rng: Random) -> None:
        body = rng.choice(self._makers)(rng, rng.choice((0.3, 1.0)))
        if rng.random() < 0.3:
            body = spoil.octets(rng, body)
        self.last = repr(body[:600])
        self._read(body)

    def _read(self, body: bytes) -> int:
        path = Path(self._folder.name) / ("repo.car" if body[1:2] in (b"\xa2", b"\xa1") else "export.zip")
        path.write_bytes(body)
        archive, count = open_archive(path), 0
        for me in archive.mine:
            for item in archive.items(me):
                count += isinstance(item, Item)
                f"{item}".encode()
        return count

    def _table(self, rng: Random, how_often: float) -> bytes:
        said = rng.choice((_TABLE, _DESK))
        if not how_often:
            return said.encode()
        into = rng.choice(("utf-8", "utf-16", "cp1252", "utf-8-sig", "cp037"))
        return spoil.text(rng, said * rng.choice((1, 40))).encode(into, "replace")

    def _json(self, rng: Random, how_often: float) -> bytes:
        if rng.random() < 0.5:
            return b"\n".join(self._spoilt(rng, row, how_often) for row in _ROWS * 3)
        return self._spoilt(rng, {"tags": ["a"], "rows": _ROWS * 3}, how_often)

    def _bluesky(self, rng: Random, how_often: float) -> bytes:
        path, posts = Path(self._folder.name) / "made.car", dict[str, object]()
        for n in range(40):
            is_odd = rng.random() < how_often
            posts[f"3k{n:05}"] = _plain(spoil.data(rng, _RECORD)) if is_odd else _RECORD
        archives.bluesky_repository(path, posts)
        body = path.read_bytes()
        return spoil.octets(rng, body) if rng.random() < how_often / 2 else body

    def _mastodon(self, rng: Random, how_often: float) -> bytes:
        files = archives.mastodon_files([])
        outbox = json.loads(files["outbox.json"]) | {"orderedItems": [_NOTE] * 3}
        made = {
            "actor.json": self._spoilt(rng, json.loads(files["actor.json"]), how_often / 3),
            "outbox.json": self._spoilt(rng, outbox, how_often),
        }
        return _zip(rng, how_often, made) if rng.random() < 0.5 else _tar(rng, how_often, made)

    def _facebook(self, rng: Random, how_often: float) -> bytes:
        top, post = "your_facebook_activity", {"timestamp": 1_700_000_000, "data": [{"post": "Eggs"}]}
        comments = {"comments_v2": [_COMMENT] * 3}
        return _zip(rng, how_often, {
            f"{top}/comments_and_reactions/comments.json": self._spoilt(rng, comments, how_often),
            f"{top}/posts/your_posts_1.json": self._spoilt(rng, [post] * 2, how_often),
            "profile_information.json": self._spoilt(rng, {"profile_v2": {"name": {"full_name": "Us"}}}, how_often),
        })  # fmt: skip

    def _instagram(self, rng: Random, how_often: float) -> bytes:
        told = {"Username": {"value": "us"}, "Since": {"timestamp": 5}}
        return _zip(rng, how_often, {
            "comments/post_comments_1.json": self._spoilt(rng, [_INSTAGRAM] * 3, how_often),
            "media/posts_1.json": self._spoilt(rng, [_MEDIA] * 2, how_often),
            "personal_information.json": self._spoilt(rng, {"profile_user": [{"string_map_data": told}]}, how_often),
        })  # fmt: skip

    @staticmethod
    def _spoilt(rng: Random, data: object, how_often: float) -> bytes:
        return spoil.written(rng, data) if rng.random() < how_often else json.dumps(data).encode()

    def _x(self, rng: Random, how_often: float) -> bytes:
        return _zip(rng, how_often, {
            "data/account.js": b"window.YTD.account.part0 = " + self._spoilt(rng, _ACCOUNT, how_often / 3),
            "data/tweets.js": b"window.YTD.tweets.part0 = " + self._spoilt(rng, [_TWEET] * 3, how_often) + b";",
        })  # fmt: skip

    def _takeout(self, rng: Random, how_often: float) -> bytes:
        place = "Takeout/Google Business Profile/account-1/location-2"
        return _zip(rng, how_often, {
            f"{place}/reviews.json": self._spoilt(rng, {"reviews": [_REVIEW] * 3}, how_often),
            f"{place}/data.json": self._spoilt(rng, {"title": "Quay Bakery"}, how_often),
        })  # fmt: skip


def _zip(rng: Random, how_often: float, files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            is_odd = rng.random() < how_often / 5
            archive.writestr(
                rng.choice(("../", "/", "C:\\", "a\x01/", "é/")) + name if is_odd else name, body
            )
            if rng.random() < how_often / 20:
                archive.writestr(f"big/{name}", bytes(50_000_000))
    return made.getvalue()


def _plain(value: Any, depth: int = 0) -> Any:
    """Only what a block can hold: no half letters, no number of more than 64 bits; deeper than is read, but not deeper
    than the writer can."""
    if depth > 90:
        return None
    if isinstance(value, dict):
        return {_plain(str(key)): _plain(each, depth + 1) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each, depth + 1) for each in value]
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return value % (1 << 62) if isinstance(value, int) and not isinstance(value, bool) else value


_TOLD = (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE)


def _tar(rng: Random, how_often: float, files: dict[str, bytes]) -> bytes:
    """In front of a file now and then what is told of it is a trap: small when it is packed, huge when it is read."""
    made = io.BytesIO()
    with gzip.GzipFile(fileobj=made, mode="wb", compresslevel=1) as packed:
        for name, body in files.items():
            if rng.random() < how_often / 4:
                packed.write(trap(rng))
            told = archives.tar_header(tarfile.REGTYPE, len(body), name)
            packed.write(told + body.ljust(-(-len(body) // 512) * 512, b"\0"))
        packed.write(bytes(1024))
    return made.getvalue()


def trap(rng: Random) -> bytes:
    """A name without end, pieces without number, or things told of all files."""
    size = rng.choice((100, 100_000, 16 << 20))
    match rng.randrange(4):
        case 0:
            return archives.tar_told(rng.choice(_TOLD), b"a" * size)
        case 1:
            return archives.tar_with_holes(size // 8)
        case 2:
            lines = b"".join(b"15 k%05d=abcd\n" % n for n in range(min(size, 100_000)))
            return archives.tar_told(rng.choice((tarfile.XHDTYPE, tarfile.XGLTYPE)), lines)
        case _:
            return archives.tar_header(rng.choice((*_TOLD, tarfile.GNUTYPE_SPARSE)), rng.choice((size, 1 << 60)))


READERS: tuple[type[Reader], ...] = (Archives,)
