"""Exports in the layouts of places, with words of our own: small ones to test with, and as large as one likes."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests import car_files

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


# ---- Mastodon ------------------------------------------------------------------------------------------

MASTODON_ME = "https://quay.example/users/cornershop"
EVERYBODY = "https://www.w3.org/ns/activitystreams#Public"
FOLLOWERS = f"{MASTODON_ME}/followers"


def iso(at: datetime) -> str:
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")


def note(n: int, html: str, at: datetime, **more: Any) -> dict[str, Any]:
    """One post as Mastodon exports it: to everybody, unless `to` and `cc` say otherwise."""
    uri = f"{MASTODON_ME}/statuses/{n}"
    one: dict[str, Any] = {
        "id": uri, "type": "Note", "summary": None, "inReplyTo": None, "published": iso(at),
        "url": f"https://quay.example/@cornershop/{n}", "attributedTo": MASTODON_ME, "to": [EVERYBODY],
        "cc": [FOLLOWERS], "sensitive": False, "content": html, "contentMap": {"en": html}, "attachment": [],
        "tag": [], **more,
    }  # fmt: skip
    return {"id": f"{uri}/activity", "type": "Create", "actor": MASTODON_ME, "published": iso(at), "object": one}


def mention(name: str, host: str) -> dict[str, Any]:
    return {"type": "Mention", "href": f"https://{host}/users/{name}", "name": f"@{name}@{host}"}


def mastodon_files(notes: Iterable[Any]) -> dict[str, str]:
    actor = {
        "@context": ["https://www.w3.org/ns/activitystreams"], "id": MASTODON_ME, "type": "Person",
        "preferredUsername": "cornershop", "name": "Corner Shop", "url": "https://quay.example/@cornershop",
    }  # fmt: skip
    listed = list(notes)
    outbox = {
        "@context": ["https://www.w3.org/ns/activitystreams", {"sensitive": "as:sensitive"}], "id": "outbox.json",
        "type": "OrderedCollection", "totalItems": len(listed), "orderedItems": listed,
    }  # fmt: skip
    empty = {"type": "OrderedCollection", "orderedItems": []}
    return {
        "actor.json": json.dumps(actor), "likes.json": json.dumps(empty), "outbox.json": json.dumps(outbox),
        "media_attachments/files/1/cake.jpg": "not a picture",
    }  # fmt: skip


def mastodon_archive(path: Path, notes: Iterable[Any]) -> Path:
    """A ZIP, or an older tar.gz, as its name ends."""
    files = mastodon_files(notes)
    if not path.name.endswith(".tar.gz"):
        return packed(path, files)
    with tarfile.open(path, "w:gz") as archive:
        for name, text in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
    return path


def many_notes(count: int) -> Iterable[dict[str, Any]]:
    for n in range(count):
        at, who = START + timedelta(minutes=7 * n), _PEOPLE[n % len(_PEOPLE)].lower()
        html = f"<p>{_ANSWERS[n % len(_ANSWERS)]} ({n})</p>"
        if n % 2:
            answered = {"inReplyTo": f"https://bay.example/users/{who}/statuses/{9_000_000 + n}"}
            yield note(1_000_000 + n, html, at, **answered, tag=[mention(who, "bay.example")])
        else:
            yield note(1_000_000 + n, html, at)


# ---- Bluesky -------------------------------------------------------------------------------------------

BLUESKY_ME = "did:plc:cornershop"


def record(text: str, at: datetime, **more: Any) -> dict[str, Any]:
    return {"$type": "app.bsky.feed.post", "text": text, "createdAt": iso(at), "langs": ["en"], **more}


def answer_to(did: str, key: str) -> dict[str, Any]:
    reference = {"cid": "bafyreib", "uri": f"at://{did}/app.bsky.feed.post/{key}"}
    return {"reply": {"parent": reference, "root": reference}}


def bluesky_repository(path: Path, posts: Mapping[str, Any]) -> Path:
    """`posts`: by their keys; likes and a profile stand beside them."""
    records: dict[str, Any] = {f"app.bsky.feed.post/{key}": post for key, post in posts.items()}
    records["app.bsky.actor.profile/self"] = {"$type": "app.bsky.actor.profile", "displayName": "Corner Shop"}
    records["app.bsky.feed.like/3kaaa"] = {"$type": "app.bsky.feed.like", "createdAt": iso(START)}
    return car_files.repository(path, BLUESKY_ME, records)


def many_records(count: int) -> dict[str, Any]:
    return {
        f"3k{n:09}": record(
            f"{_ANSWERS[n % len(_ANSWERS)]} ({n})", START + timedelta(minutes=7 * n),
            **(answer_to(f"did:plc:{_PEOPLE[n % 5].lower().replace('ü', 'ue')}", f"3j{n:09}") if n % 2 else {}),
        )
        for n in range(count)
    }  # fmt: skip


# ---- Facebook and Instagram ------------------------------------------------------------------------------


def mojibake(text: str) -> str:
    """JSON as Meta writes it: each byte of UTF-8 as a letter."""
    return "".join(letter if ord(letter) < 128 else "".join(f"\\u{b:04x}" for b in letter.encode()) for letter in text)


def meta_json(value: Any) -> str:
    return mojibake(json.dumps(value, ensure_ascii=False, indent=2))


def facebook_comment(text: str, at: datetime, title: str, author: str = "Corner Shop") -> dict[str, Any]:
    seconds = int(at.timestamp())
    inner = {"timestamp": seconds, "comment": text, "author": author}
    return {"timestamp": seconds, "title": title, "data": [{"comment": inner}]}


def facebook_export(path: Path, comments: Iterable[Any], posts: Iterable[Any] = ()) -> Path:
    profile = {"profile_v2": {"name": {"full_name": "Corner Shop"}, "profile_uri": "https://www.facebook.com/corner"}}
    top = "your_facebook_activity"
    return packed(path, {
        f"{top}/comments_and_reactions/comments.json": meta_json({"comments_v2": list(comments)}),
        f"{top}/posts/your_posts__check_ins__photos_and_videos_1.json": meta_json(list(posts)),
        "personal_information/profile_information/profile_information.json": meta_json(profile),
    })  # fmt: skip


def many_comments(count: int) -> Iterable[dict[str, Any]]:
    for n in range(count):
        who = _PEOPLE[n % len(_PEOPLE)]
        title = f"Corner Shop replied to {who}'s comment."
        yield facebook_comment(f"{_ANSWERS[n % len(_ANSWERS)]} ({n})", START + timedelta(minutes=7 * n), title)


_KEYS = {"en": ("Comment", "Media Owner", "Time"), "de": ("Kommentar", "Medieninhaber", "Uhrzeit")}


def instagram_comment(text: str, at: datetime, owner: str = "cornershop", lang: str = "en") -> dict[str, Any]:
    said, whose, when = _KEYS[lang]
    told = {said: {"value": text}, whose: {"value": owner}, when: {"timestamp": int(at.timestamp())}}
    return {"media_list_data": [{"uri": ""}], "string_map_data": told}


def instagram_export(path: Path, comments: Iterable[Any], posts: Iterable[Any] = (), lang: str = "en") -> Path:
    keys = {"en": ("Email", "Username", "Name"), "de": ("E-Mail-Adresse", "Benutzername", "Name")}[lang]
    values = ({"value": "us@corner.example"}, {"value": "cornershop"}, {"value": "Corner Shop"})
    profile = {"profile_user": [{"string_map_data": dict(zip(keys, values, strict=True))}]}
    top = "your_instagram_activity"
    return packed(path, {
        f"{top}/comments/post_comments_1.json": meta_json(list(comments)),
        f"{top}/media/posts_1.json": meta_json(list(posts)),
        "personal_information/personal_information/personal_information.json": meta_json(profile),
    })  # fmt: skip


def many_instagram_comments(count: int) -> Iterable[dict[str, Any]]:
    for n in range(count):
        who = _PEOPLE[n % 2].lower()
        yield instagram_comment(f"@{who} {_ANSWERS[n % len(_ANSWERS)]} ({n})", START + timedelta(minutes=7 * n))


# ---- tables of other kinds -------------------------------------------------------------------------------


def json_table(path: Path, count: int) -> Path:
    """Objects with names inside names, in a list; one a line where the file's name ends in "l"."""
    rows = []
    for n in range(count):
        at = START + timedelta(minutes=13 * n)
        author = {"name": _PEOPLE[n % 6], "visits": n % 9}
        row: dict[str, Any] = {"review": f"{_SAID[n % len(_SAID)]} ({n})", "created_at": iso(at), "author": author}
        row |= {"rating": 1 + n % 5, "tags": ["cake", "box"]}
        if n % 2:
            row["response"] = {"text": _ANSWERS[n % len(_ANSWERS)], "date": iso(at + timedelta(hours=2))}
        rows.append(row)
    if path.suffix == ".jsonl":
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    else:
        path.write_text(json.dumps({"tags": ["cake"], "reviews": rows}, ensure_ascii=False), "utf-8")
    return path


def chatwoot(path: Path, count: int) -> Path:
    """Four messages a conversation, the third among us."""
    lines = ["id,conversation_id,message_type,private,sender_type,sender_name,content,created_at"]
    for n in range(count):
        ticket, turn = divmod(n, 4)
        who = ("Contact", _PEOPLE[ticket % 6]) if turn in (0, 3) else ("User", "Priya")
        kind, text = ("incoming", _SAID[ticket % 5]) if turn in (0, 3) else ("outgoing", _ANSWERS[ticket % 4])
        at = int((START + timedelta(hours=ticket, minutes=5 * turn)).timestamp())
        private = "true" if turn == 2 else "false"
        lines.append(f'{n},{ticket},{kind},{private},{who[0]},{who[1]},"{text} ({n})",{at}')
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def zammad(path: Path, count: int) -> Path:
    """Three articles a ticket, as HTML, the newest first."""
    lines = []
    for n in range(count):
        ticket, turn = divmod(n, 3)
        sender, who = ("Customer", _PEOPLE[ticket % 6]) if turn == 0 else ("Agent", "Priya Shah")
        text = _SAID[ticket % 5] if turn == 0 else _ANSWERS[ticket % 4]
        at = START + timedelta(hours=ticket, minutes=5 * turn)
        internal = "true" if turn == 2 else "false"
        said = f"<p>{text}</p><p>({n})</p>"
        lines.append(f'{n};{4400 + ticket};{who};{sender};{internal};"{said}";{at:%Y-%m-%d %H:%M:%S} UTC')
    heads = "id;ticket_id;from;sender;internal;body;created_at"
    path.write_text("\n".join([heads, *reversed(lines)]) + "\n", "utf-8")
    return path


# ---- traps -----------------------------------------------------------------------------------------------


def tar_header(kind: bytes, size: int, name: str = "x") -> bytes:
    made = tarfile.TarInfo(name)
    made.type, made.size = kind, size
    return made.tobuf(format=tarfile.GNU_FORMAT)


def tar_told(kind: bytes, told: bytes) -> bytes:
    """What a tar tells of the next file, or of all that follow."""
    return tar_header(kind, len(told)) + told.ljust(-(-len(told) // 512) * 512, b"\0")


def tar_with_holes(most: int) -> bytes:
    """A file that says it is made of so many pieces (PAX 1.0), each told in the file itself."""
    told = b"".join(b"%d %s\n" % (len(line) + 4, line) for line in (b"GNU.sparse.major=1", b"GNU.sparse.minor=0"))
    return tar_told(tarfile.XHDTYPE, told) + tar_header(tarfile.REGTYPE, 0) + b"%d\n" % most + b"0\n" * (2 * most)
