"""Exports in the layouts of places, with words of our own: small ones to test with, and as large as one likes."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

X_ME = "1111"
START = datetime(2023, 3, 1, 9, 30, tzinfo=UTC)
LOCATION = "accounts/77/locations/22"
_PEOPLE = ("Marta", "Sol", "Jürgen", "Aiko", "Thandi", "Pat")
_SAID = (
    "The box was crushed and the cake with it.",
    "Lovely scones, and the girl at the counter sang.",
    "Waited forty minutes for two coffees. Never again!",
    "Do you open on Easter Monday?",
    "Das Brot war noch warm, danke.",
)
_ANSWERS = (
    "Sorry, Marta. Come by for a new one.",
    "We do, from eight.",
    "Danke dir!",
    "Thank you for telling us; we have changed the boxes.",
)


def x_time(at: datetime) -> str:
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    days = "Mon Tue Wed Thu Fri Sat Sun".split()
    return f"{days[at.weekday()]} {months[at.month - 1]} {at.day:02} {at:%H:%M:%S} +0000 {at.year}"


def tweet(n: int, text: str, at: datetime, **more: Any) -> dict[str, Any]:
    """One post as X exports it: numbers are texts, and the text is escaped as in HTML."""
    one = {"id_str": str(n), "id": str(n), "full_text": text, "created_at": x_time(at), "lang": "en"}
    entities: dict[str, Any] = {"user_mentions": [], "urls": [], "hashtags": []}
    return {"tweet": {**one, "entities": entities, "favorite_count": "0", "truncated": False, **more}}


def reply_to(n: int, user: str, name: str, shown: str) -> dict[str, Any]:
    """What makes a post a reply to somebody's."""
    return {
        "in_reply_to_status_id_str": str(n),
        "in_reply_to_user_id_str": user,
        "in_reply_to_screen_name": name,
        "entities": {"user_mentions": [{"name": shown, "screen_name": name, "id_str": user}], "urls": []},
    }


def x_archive(path: Path, tweets: Iterable[Any], *, parts: int = 1, folder: str = "") -> Path:
    """A ZIP with `data/account.js` and the posts in one file or several."""
    listed = list(tweets)
    account = [{"account": {"accountId": X_ME, "username": "cornershop", "accountDisplayName": "Corner Shop"}}]
    files = {f"{folder}data/account.js": f"window.YTD.account.part0 = {json.dumps(account)}"}
    size = -(-len(listed) // parts) if listed else 1
    for part in range(parts):
        name = "tweets.js" if part == 0 else f"tweets-part{part}.js"
        some = json.dumps(listed[part * size : (part + 1) * size], indent=2)
        files[f"{folder}data/{name}"] = f"window.YTD.tweets.part{part} = {some}"
    return packed(path, files)


def many_tweets(count: int) -> Iterable[dict[str, Any]]:
    for n in range(count):
        at, who = START + timedelta(minutes=7 * n), n % len(_PEOPLE)
        more = reply_to(9_000_000 + n, str(500 + who), _PEOPLE[who].lower(), _PEOPLE[who]) if n % 2 else {}
        begins = f"@{_PEOPLE[who].lower()} " if n % 2 else ""
        yield tweet(1_000_000 + n, f"{begins}{_ANSWERS[n % len(_ANSWERS)]} ({n})", at, **more)


def review(n: int, text: str, at: datetime, stars: str = "FOUR", reply: str = "", **more: Any) -> dict[str, Any]:
    said: dict[str, Any] = {
        "name": f"{LOCATION}/reviews/r{n}",
        "reviewer": {"displayName": _PEOPLE[n % len(_PEOPLE)]},
        "starRating": stars,
        "comment": text,
        "createTime": at.isoformat().replace("+00:00", "Z"),
        "updateTime": at.isoformat().replace("+00:00", "Z"),
    }
    if reply:
        later = (at + timedelta(hours=3)).isoformat().replace("+00:00", "Z")
        said["reviewReply"] = {"comment": reply, "updateTime": later}
    return {**said, **more}


def takeout(path: Path, reviews: Iterable[Mapping[str, Any]], *, each: int = 20) -> Path:
    """A ZIP as Google Takeout makes it: about twenty reviews a file."""
    listed, place = list(reviews), "Takeout/Google Business Profile/account-77/location-22"
    files = {f"{place}/data.json": json.dumps({"name": "locations/22", "title": "Corner Shop"})}
    for start in range(0, max(len(listed), 1), each):
        name = "reviews.json" if not start else f"reviews-{start}.json"
        files[f"{place}/{name}"] = json.dumps({"reviews": listed[start : start + each]})
    return packed(path, files)


def many_reviews(count: int) -> Iterable[dict[str, Any]]:
    for n in range(count):
        answer = _ANSWERS[n % len(_ANSWERS)] if n % 2 else ""
        yield review(n, f"{_SAID[n % len(_SAID)]} ({n})", START + timedelta(minutes=11 * n), reply=answer)


def table(path: Path, count: int) -> Path:
    lines = ["Date,Name,Comment,Rating,Reply,Reply date,Link"]
    for n in range(count):
        at = START + timedelta(minutes=13 * n)
        answer = _ANSWERS[n % len(_ANSWERS)] if n % 2 else ""
        replied = f"{at + timedelta(hours=2):%Y-%m-%d %H:%M}" if answer else ""
        link = f"https://www.yelp.com/biz/corner?hrid={n}"
        said = f'"{_SAID[n % len(_SAID)]} ({n})"'
        cells = (f"{at:%Y-%m-%d %H:%M}", _PEOPLE[n % 6], said, str(1 + n % 5), f'"{answer}"', replied, link)
        lines.append(",".join(cells))
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def packed(path: Path, files: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path
