"""The reader of exports: X archives, Takeout and tables, spoilt inside and as files."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from pathlib import Path
from random import Random

from desktop.imports.items import Broken
from desktop.imports.opening import open_archive
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


class Archives(Reader):
    name = "archives"

    def __enter__(self) -> Archives:
        self._folder = tempfile.TemporaryDirectory(prefix="fuzz-files-")
        self._path = Path(self._folder.name) / "export.zip"
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def good(self) -> None:
        for body in (self._x(Random(0), 0), self._takeout(Random(0), 0), _TABLE.encode()):
            assert self._read(body) >= 1

    def once(self, rng: Random) -> None:
        kind = rng.randrange(3)
        if kind == 2:
            into = rng.choice(("utf-8", "utf-16", "cp1252", "utf-8-sig", "cp037"))
            body = spoil.text(rng, _TABLE * rng.choice((1, 40))).encode(into, "replace")
        else:
            body = (self._x, self._takeout)[kind](rng, rng.choice((0.3, 1.0)))
        if rng.random() < 0.3:
            body = spoil.octets(rng, body)
        self.last = repr(body[:600])
        self._read(body)

    def _read(self, body: bytes) -> int:
        self._path.write_bytes(body)
        archive, count = open_archive(self._path), 0
        for me in archive.mine:
            for item in archive.items(me):
                count += not isinstance(item, Broken)
                f"{item}".encode()
        return count

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


READERS: tuple[type[Reader], ...] = (Archives,)
