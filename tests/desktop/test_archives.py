"""The archives of Mastodon, Bluesky, Facebook and Instagram: what is in them, what stays out, and no doubles beside a
live connection."""

from __future__ import annotations

import gzip
import hashlib
import io
import tarfile
import tracemalloc
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from desktop import accounts, bringing_in, collect, connecting, inbox, posts
from desktop.connectors import SignedIn, bluesky_posts, facebook_posts, instagram_posts, mastodon_posts
from desktop.errors import GivenUp, Unreadable
from desktop.imports import marks
from desktop.imports.car import Repository, decoded
from desktop.imports.files import Files
from desktop.imports.meta import mended
from desktop.imports.opening import open_archive
from desktop.records import Account, Author, Batch, RemotePost, Source
from desktop.shop import Shop
from tests import archives, car_files
from tests.archives import FOLLOWERS, START, mention, note, record
from tests.bench.importing import MAKERS
from tests.desktop.test_bringing_in import bring, everything, found, is_sound
from tests.desktop.test_cli import run
from tests.fixtures_shop import Counter, open_counter, posts_with


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Counter]:
    here = open_counter(tmp_path / "shop")
    yield here
    here.shop.close()


def connected(shop: Shop, platform: str, handle: str, remote_id: str, host: str = "") -> Account:
    return connecting.finish(shop, platform, SignedIn(handle, "Corner Shop", remote_id, host))


def looked_at(shop: Shop, path: Path) -> bringing_in.Found:
    archive = bringing_in.opened(shop, path)
    return bringing_in.look(shop, archive, archive.mine[0])


# ---- Mastodon ------------------------------------------------------------------------------------------

QUESTION = "https://bay.example/users/marta/statuses/77"


def of_mastodon(path: Path, *more: object) -> Path:
    answer = note(20, "<p>Sorry &amp; thanks, the boxes are new now</p>", START, inReplyTo=QUESTION,
                  tag=[mention("marta", "bay.example")])  # fmt: skip
    onward = note(21, "<p>And a voucher waits</p>", START + timedelta(minutes=5),
                  inReplyTo=f"{archives.MASTODON_ME}/statuses/20")  # fmt: skip
    quiet = note(22, "<p>Easter eggs<br>are in!</p>", START + timedelta(days=2), to=[FOLLOWERS], cc=["as:Public"])
    secret = note(23, "<p>Only for followers</p>", START, to=[FOLLOWERS], cc=[])
    direct = note(24, "<p>@marta your bank details?</p>", START, to=["https://bay.example/users/marta"], cc=[])
    shared = {"id": "x", "type": "Announce", "published": archives.iso(START), "object": "https://bay.example/1"}
    return archives.mastodon_archive(path, [onward, quiet, secret, direct, shared, answer, *more])


@pytest.mark.parametrize("name", ["archive.zip", "archive.tar.gz", "folder"])
def test_mastodon_gives_what_everybody_may_read_and_counts_the_rest(name: str, at: Counter, tmp_path: Path) -> None:
    path = of_mastodon(tmp_path / name.replace("folder", "m.zip"))
    if name == "folder":
        with zipfile.ZipFile(path) as archive:
            archive.extractall(tmp_path / "unpacked")
        path = tmp_path / "unpacked"
    seen = looked_at(at.shop, path)
    assert (seen.total, seen.ours, seen.private, seen.shares, seen.broken) == (3, 3, 2, 1, 0)
    done = bring(at.shop, path)
    assert (done.added, done.broken) == (3, 0)
    [row] = found(at.shop, "boxes")
    assert row.author_name == "marta"
    thread = posts.thread(at.shop.store, row.id)
    assert [post.text for post in thread] == ["Sorry & thanks, the boxes are new now", "And a voucher waits"]
    assert not posts_with(at.shop.store, "bank") and not posts_with(at.shop.store, "followers")
    is_sound(at.shop)


def status(n: int, html: str, *, ours: bool, parent: str | None = None) -> dict[str, object]:
    """The same as an answer of a server."""
    marta = ("9", "marta@bay.example", "Marta", "bay.example")
    who = ("5", "cornershop", "Corner Shop", "quay.example") if ours else marta
    user = who[1].partition("@")[0]
    uri = f"https://{who[3]}/users/{user}/statuses/{n}"
    return {
        "id": str(n) if ours else str(n + 500), "uri": uri, "url": f"https://{who[3]}/@{user}/{n}", "content": html,
        "created_at": archives.iso(START if ours else START - timedelta(hours=1)), "visibility": "public",
        "in_reply_to_id": parent, "mentions": [],
        "account": {"id": who[0], "acct": who[1], "username": user, "display_name": who[2],
                    "url": f"https://{who[3]}/@{user}"},
    }  # fmt: skip


def test_mastodon_connected_later_makes_no_doubles_and_the_question_joins_its_answer(
    at: Counter, tmp_path: Path
) -> None:
    done = bring(at.shop, of_mastodon(tmp_path / "m.zip"))
    account = connected(at.shop, "mastodon", "@cornershop@quay.example", "5", "quay.example")
    reader = mastodon_posts.Reader("quay.example", "5")
    asked = reader.post(status(77, "<p>My box was crushed!</p>", ours=False), is_to_us=True)
    html = "<p>Sorry &amp; thanks, the boxes are new now</p>"
    ours = reader.post(status(20, html, ours=True, parent="577"))
    collect.take(at.shop, account, Batch((asked, ours)))
    [row] = found(at.shop, "boxes")
    assert [post.remote_id for post in posts.thread(at.shop.store, row.id)] == ["577", "20", "21"]
    assert at.shop.store.value("select count(*) from posts where text like '%boxes are new%'") == 1
    assert [one.id for one in accounts.all(at.shop.store) if one.platform == "mastodon"] == [account.id]
    assert not at.shop.store.value("select count(*) from accounts where remote_id like 'file:%'")
    again = bring(at.shop, of_mastodon(tmp_path / "again.zip"))
    assert (again.added, again.known) == (0, 3)
    assert bringing_in.undo(at.shop, done.id) >= 0
    is_sound(at.shop)


def test_an_answer_from_mastodons_archive_joins_the_question_that_is_here(at: Counter, tmp_path: Path) -> None:
    account = connected(at.shop, "mastodon", "@cornershop@quay.example", "5", "quay.example")
    reader = mastodon_posts.Reader("quay.example", "5")
    asked = reader.post(status(77, "<p>My box was crushed!</p>", ours=False), is_to_us=True)
    collect.take(at.shop, account, Batch((asked,)))
    bring(at.shop, of_mastodon(tmp_path / "m.zip"))
    [row] = found(at.shop, "crushed")
    texts = [post.text for post in posts.thread(at.shop.store, row.id)]
    assert texts == ["My box was crushed!", "Sorry & thanks, the boxes are new now", "And a voucher waits"]


def test_odd_posts_of_mastodon_are_listed(at: Counter, tmp_path: Path) -> None:
    timeless = note(30, "<p>When was this?</p>", START)
    del timeless["object"]["published"]
    done = bring(at.shop, of_mastodon(tmp_path / "m.zip", timeless, "nonsense", {"type": "Create"}))
    rows = marks.unread_rows(at.shop.store, done.id)
    assert (done.added, len(rows)) == (3, 3) and rows[0].words == "When was this?"


def test_traps_in_a_tar_are_refused(at: Counter, tmp_path: Path) -> None:
    whole = of_mastodon(tmp_path / "m.tar.gz")
    half = tmp_path / "half.tar.gz"
    half.write_bytes(whole.read_bytes()[:300])
    bomb = archives.mastodon_archive(tmp_path / "bomb.tar.gz", [note(1, "x" * (40 << 20), START)])
    for path, words in ((half, "damaged"), (bomb, "far bigger")):
        with pytest.raises(Unreadable, match=words):
            bringing_in.opened(at.shop, path)


# ---- Bluesky -------------------------------------------------------------------------------------------

MARTA = "did:plc:marta"


def of_bluesky(path: Path) -> Path:
    return archives.bluesky_repository(path, {
        "3k001": record("Sorry, the boxes are new now", START, **archives.answer_to(MARTA, "3j001")),
        "3k002": record("And a voucher waits", START + timedelta(minutes=5),
                        **archives.answer_to(archives.BLUESKY_ME, "3k001")),
        "3k003": record("Easter eggs are in! 🥚", START + timedelta(days=2)),
        "3k004": {"$type": "app.bsky.feed.post", "text": "When was this?"},
    })  # fmt: skip


@pytest.mark.parametrize("name", ["repo.car", "packed.zip"])
def test_a_repository_of_bluesky_is_read_by_its_tree(name: str, at: Counter, tmp_path: Path) -> None:
    path = of_bluesky(tmp_path / "repo.car")
    if name == "packed.zip":
        path = archives.packed(tmp_path / name, {"repo.car": path.read_bytes()})
    archive = bringing_in.opened(at.shop, path)
    assert [(me.remote_id, me.name) for me in archive.mine] == [(archives.BLUESKY_ME, "Corner Shop")]
    done = bring(at.shop, path)
    assert (done.added, done.broken) == (3, 1)
    [row] = found(at.shop, "boxes")
    assert row.author_name == "Somebody on Bluesky"
    assert [post.text for post in posts.thread(at.shop.store, row.id)] == [
        "Sorry, the boxes are new now", "And a voucher waits",
    ]  # fmt: skip
    assert marks.unread_rows(at.shop.store, done.id)[0].where == "app.bsky.feed.post/3k004"
    is_sound(at.shop)


def test_bluesky_connected_later_makes_no_doubles(at: Counter, tmp_path: Path) -> None:
    bring(at.shop, of_bluesky(tmp_path / "repo.car"))
    account = connected(at.shop, "bluesky", "@corner.example", archives.BLUESKY_ME)
    reader = bluesky_posts.Reader(archives.BLUESKY_ME)
    us = {"did": archives.BLUESKY_ME, "handle": "corner.example", "displayName": "Corner Shop"}
    asked = {"uri": f"at://{MARTA}/app.bsky.feed.post/3j001", "indexedAt": archives.iso(START),
             "author": {"did": MARTA, "handle": "marta.example", "displayName": "Marta"},
             "record": record("My box was crushed!", START - timedelta(hours=1))}  # fmt: skip
    said = record("Sorry, the boxes are new now", START, **archives.answer_to(MARTA, "3j001"))
    ours = {"uri": f"at://{archives.BLUESKY_ME}/app.bsky.feed.post/3k001", "indexedAt": archives.iso(START),
            "author": us, "record": said}  # fmt: skip
    collect.take(at.shop, account, Batch((reader.post(asked), reader.post(ours))))
    [row] = found(at.shop, "crushed")
    assert [post.text for post in posts.thread(at.shop.store, row.id)] == [
        "My box was crushed!", "Sorry, the boxes are new now", "And a voucher waits",
    ]  # fmt: skip
    assert at.shop.store.value("select count(*) from posts where text like '%boxes are new%'") == 1


def test_every_record_of_a_large_tree_is_found(tmp_path: Path) -> None:
    wanted = archives.many_records(3_000)
    with archives.bluesky_repository(tmp_path / "repo.car", wanted).open("rb") as file:
        repository = Repository(file)
        repository.index()
        got = {entry.path: entry.value for entry in repository.entries()}
    assert {key.partition("/")[2]: value for key, value in got.items() if "feed.post" in key} == wanted


def test_a_repository_that_breaks_off_gives_what_is_there_and_says_so(at: Counter, tmp_path: Path) -> None:
    whole = archives.bluesky_repository(tmp_path / "repo.car", archives.many_records(300))
    cut = tmp_path / "cut.car"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size * 2 // 3])
    seen = looked_at(at.shop, cut)
    assert 0 < seen.total < 300 and seen.broken > 0


def test_what_is_no_repository_or_a_trap_is_refused(at: Counter, tmp_path: Path) -> None:
    deep = b"\x81" * 5_000 + b"\x00"
    for data in (deep, b"\x9b" + b"\xff" * 8, b"\x5f", b"\xa1\x61", b"\x00\x00", b"\xfb\x00", b"\x63\xff\xfe\xfd", b""):
        with pytest.raises(Unreadable):
            decoded(data)
    loop = car_files.Cid(b"\x01\x71\x12\x20" + b"7" * 32)
    blocks = car_files.Blocks()
    root = blocks.add({"did": archives.BLUESKY_ME, "version": 3, "data": loop})
    circle = {**blocks.all, loop: car_files.encoded({"l": loop, "e": []})}
    seen = looked_at(at.shop, car_files.written(tmp_path / "circle.car", root, circle))
    assert (seen.total, seen.broken) == (0, 1)
    for body in (b"", b"\x05hello", b"\xff" * 40, b"\x01\xa0"):
        path = tmp_path / "odd.car"
        path.write_bytes(body)
        with pytest.raises(Unreadable):
            bringing_in.opened(at.shop, path)


# ---- Facebook and Instagram ------------------------------------------------------------------------------


def test_texts_that_meta_spoilt_are_mended_and_right_ones_stay() -> None:
    spoilt = "Grüße 🙂".encode().decode("latin-1")
    assert mended({spoilt: [spoilt, 7, None]}) == {"Grüße 🙂": ["Grüße 🙂", 7, None]}
    assert mended("Grüße, schon richtig 🙂") == "Grüße, schon richtig 🙂"


def of_facebook(path: Path, *more: object) -> Path:
    reply = archives.facebook_comment("Entschuldigung, Jürgen! 🙂", START, "Corner Shop replied to Jürgen's comment.")
    bare = archives.facebook_comment("Ab acht.", START + timedelta(hours=1), "Corner Shop ha comentado algo.")
    post = {"timestamp": int(START.timestamp()) + 60, "data": [{"post": "Easter eggs are in!"}]}
    picture = {"timestamp": 1_600_000_000, "title": "A picture"}
    return archives.facebook_export(path, [reply, bare, *more], [post, picture])


def test_facebook_gives_our_comments_with_whom_they_answer(at: Counter, tmp_path: Path) -> None:
    done = bring(at.shop, of_facebook(tmp_path / "f.zip", {"timestamp": 5, "data": []}, {"data": "?"}))
    assert (done.added, done.broken) == (4, 2)
    [row], [other] = found(at.shop, "Entschuldigung"), found(at.shop, "acht")
    assert (row.author_name, other.author_name) == ("Jürgen", "Somebody on Facebook")
    assert posts.thread(at.shop.store, row.id)[0].text == "Entschuldigung, Jürgen! 🙂"
    is_sound(at.shop)


def of_instagram(path: Path, lang: str) -> Path:
    comments = [
        archives.instagram_comment("@marta.k Tut uns leid, süße Grüße 🙂", START, lang=lang),
        archives.instagram_comment("What a cake!", START + timedelta(hours=1), owner="solbakes", lang=lang),
        {"string_map_data": {"Comment": {"value": "When?"}}},
    ]
    media = {"media": [{"uri": "x.jpg", "creation_timestamp": int(START.timestamp()) + 9, "title": "Easter 🥚"}]}
    return archives.instagram_export(path, comments, [media], lang)


@pytest.mark.parametrize("lang", ["en", "de"])
def test_instagrams_translated_keys_are_told_by_their_shape(lang: str, at: Counter, tmp_path: Path) -> None:
    archive = bringing_in.opened(at.shop, of_instagram(tmp_path / "i.zip", lang))
    assert archive.mine[0].handle == "@cornershop"
    done = bring(at.shop, tmp_path / "i.zip")
    assert (done.added, done.broken) == (3, 1)
    [row], [other] = found(at.shop, "Grüße"), found(at.shop, "cake")
    assert (row.author_name, other.author_name) == ("marta.k", "solbakes")
    is_sound(at.shop)


def live_facebook() -> RemotePost:
    said = {"id": "100_7", "message": "Entschuldigung, Jürgen! 🙂", "created_time": "2023-03-01T09:30:00+0000"}
    whose = {"from": {"id": "55", "name": "Corner Shop"}, "parent": {"id": "100_6"}, "object": {"id": "100"}}
    return facebook_posts.Reader("55").comment({**said, **whose})


def live_instagram() -> RemotePost:
    item = {"id": "1789", "text": "@marta.k Tut uns leid, süße Grüße 🙂", "timestamp": "2023-03-01T09:30:00+0000",
            "username": "cornershop", "from": {"id": "66", "username": "cornershop"}}  # fmt: skip
    return instagram_posts.Reader("66", "cornershop").comment(item, instagram_posts.Media("17", ""), "1788")


@pytest.mark.parametrize("data", [1.5, "?", [1.5], [{"comment": 7}], None])
def test_facebook_without_a_profile_and_with_an_odd_comment_is_still_read(data: object, tmp_path: Path) -> None:
    said = [archives.facebook_comment("Ab acht.", START, "", author="Corner Shop"), {"data": data}]
    name = "your_facebook_activity/comments_and_reactions/comments.json"
    path = archives.packed(tmp_path / "f.zip", {name: archives.meta_json({"comments_v2": said})})
    assert [me.name for me in open_archive(path).mine] == ["Corner Shop"]


@pytest.mark.parametrize("platform", ["facebook", "instagram"])
@pytest.mark.parametrize("is_first", [True, False])
def test_metas_exports_and_a_live_connection_make_no_doubles(
    platform: str, is_first: bool, at: Counter, tmp_path: Path
) -> None:
    if platform == "facebook":
        path, live, us = of_facebook(tmp_path / "f.zip"), live_facebook(), ("facebook", "Corner Shop", "55")
    else:
        path, live, us = of_instagram(tmp_path / "i.zip", "en"), live_instagram(), ("instagram", "@cornershop", "66")
    if is_first:
        done = bring(at.shop, path)
        before = at.shop.store.value("select count(*) from posts")
    account = connected(at.shop, *us)
    asked = RemotePost(live.parent_remote_id, Author(platform, "8", "", "Jürgen", key="8"), "My box was crushed!",
                       START - timedelta(hours=1), source=Source.COMMENT)  # fmt: skip
    collect.take(at.shop, account, Batch((asked, live)))
    if is_first:
        assert at.shop.store.value("select count(*) from posts") == before + 1
    else:
        done = bring(at.shop, path)
        assert done.known == 1
    assert at.shop.store.value("select count(*) from posts where text = ?", (live.text,)) == 1
    [row] = found(at.shop, "crushed")
    assert [post.remote_id for post in posts.thread(at.shop.store, row.id)] == [asked.remote_id, live.remote_id]
    assert bringing_in.undo(at.shop, done.id) == 0
    assert at.shop.store.value("select count(*) from posts where text = ?", (live.text,)) == 1
    is_sound(at.shop)


def test_the_html_version_is_told_plainly(at: Counter, tmp_path: Path) -> None:
    for name in ("your_facebook_activity/comments_and_reactions/comments.html",
                 "your_instagram_activity/comments/post_comments_1.html"):  # fmt: skip
        with pytest.raises(Unreadable, match="format JSON"):
            bringing_in.opened(at.shop, archives.packed(tmp_path / "h.zip", {name: "<html>"}))


# ---- all of them -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [of_mastodon, of_bluesky, of_facebook, lambda path: of_instagram(path, "en")])
def test_twice_makes_no_doubles_and_undo_leaves_the_shop_as_it_was(make: object, at: Counter, tmp_path: Path) -> None:
    assert callable(make)
    at.hear("The boxes are crushed, as always. Awful!")
    before = everything(at.shop)
    path = make(tmp_path / "repo.car" if make is of_bluesky else tmp_path / "a.zip")
    done = bring(at.shop, path)
    assert inbox.badge(at.shop.store) == 1  # nobody waits because of it
    again = bring(at.shop, path)
    assert (again.added, again.known) == (0, done.added)
    assert bringing_in.undo(at.shop, done.id) == 0
    assert everything(at.shop) | {"unread_rows": 0} == before | {"unread_rows": 0}
    is_sound(at.shop)


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_every_kind_comes_in_from_the_command_line(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, make = MAKERS[kind]
    path = make(tmp_path / name, 12)
    folder = ("--folder", str(tmp_path / "shop"))
    assert run(*folder, "import", str(path)) == 0
    assert "12 added, 0 were here already, 0 couldn’t be read." in capsys.readouterr().out
    assert run(*folder, "import", str(path), "--look") == 0
    assert "0 new, 12 were here already, 0 couldn’t be read." in capsys.readouterr().out


@pytest.mark.parametrize("kind", [tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE])
def test_what_a_tar_tells_of_a_file_is_not_read_however_long_it_is(tmp_path: Path, kind: bytes) -> None:
    """32 MB of a name in a file of some KB: refused before it is in memory."""
    path, size = tmp_path / "archive.tar.gz", 32 << 20
    with gzip.open(path, "wb", 1) as file:
        told = archives.tar_told(kind, b"a" * size)
        file.write(told + archives.tar_header(tarfile.REGTYPE, 0) + b"\0" * 1024)
    _refused_in_little_room(path, "far bigger than it says")


def test_a_tar_with_holes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "archive.tar.gz"
    with gzip.open(path, "wb", 1) as file:
        file.write(archives.tar_with_holes(4_000_000) + b"\0" * 4096)
    _refused_in_little_room(path, "with holes")


def test_what_a_tar_tells_of_all_files_is_not_kept_for_each(tmp_path: Path) -> None:
    path = tmp_path / "archive.tar.gz"
    told = b"".join(b"15 k%05d=abcd\n" % n for n in range(4_000))
    with gzip.open(path, "wb", 1) as file:
        file.write(archives.tar_header(tarfile.XGLTYPE, len(told)) + told.ljust(-(-len(told) // 512) * 512, b"\0"))
        file.write(archives.tar_header(tarfile.REGTYPE, 0) * 200 + b"\0" * 1024)
    _refused_in_little_room(path, "far bigger than it says")


def _refused_in_little_room(path: Path, said: str) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(Unreadable, match=said):
            Files(path)
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()


# ---- stopping while there is nothing to show yet ---------------------------------------------------------


def _wide_tar(path: Path) -> Path:
    """Its outbox lies in the middle of 80 MB of pictures, not packed as tightly as a trap; whose it is lies before."""
    noise = b"".join(hashlib.sha256(str(n).encode()).digest() for n in range(8_000)) + bytes(3 << 20)
    made = {name: said.encode() for name, said in archives.mastodon_files([note(1, "Hello", START)]).items()}
    files = {"actor.json": made["actor.json"]} | {f"media/a{n}.png": noise for n in range(12)} | made
    files |= {f"media/b{n}.png": noise for n in range(12)}
    with tarfile.open(path, "w:gz", compresslevel=1) as packed:
        for name, body in files.items():
            packed.addfile(_named(name, len(body)), io.BytesIO(body))
    return path


def _named(name: str, size: int) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.size = size
    return made


def _long_table(path: Path, lines: int = 60_000) -> Path:
    path.write_text("author,text,date\n" + "Omar,Bread,2024-03-01 10:00\n" * lines)
    return path


def _long_repository(path: Path) -> Path:
    return archives.bluesky_repository(path, archives.many_records(12_000))


def _zipped_repository(path: Path) -> Path:
    body = _long_repository(path.with_suffix(".car")).read_bytes()
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("repo.car", body)
    return path


LONG = {"m.tar.gz": _wide_tar, "t.csv": _long_table, "repo.car": _long_repository, "repo.zip": _zipped_repository}


@pytest.mark.parametrize("name", LONG)
def test_whoever_stops_while_a_file_is_opened_is_heard_all_along(at: Counter, tmp_path: Path, name: str) -> None:
    path, asked = LONG[name](tmp_path / name), list[int]()

    def cancelled(at_last: int = 1 << 30) -> bool:
        asked.append(1)
        return len(asked) >= at_last

    archive = bringing_in.opened(at.shop, path, cancelled)
    often = len(asked)
    assert often > 4, "asked only now and then, nobody is heard"
    for last in (1, often // 2, often):
        asked.clear()
        with pytest.raises(GivenUp):
            bringing_in.opened(at.shop, path, partial(cancelled, last))
        assert len(asked) == last
    assert bringing_in.look(at.shop, archive, archive.mine[0]).total, "whoever stopped before stops nothing now"


def test_whoever_stops_before_the_first_post_was_come_to_is_heard(at: Counter, tmp_path: Path) -> None:
    """In a tar what is looked for may lie behind everything else."""
    archive, read = bringing_in.opened(at.shop, _wide_tar(tmp_path / "m.tar.gz")), list[int]()
    asked = list[int]()

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) >= 20

    with pytest.raises(GivenUp):
        bringing_in.look(at.shop, archive, archive.mine[0], cancelled, read.append)
    assert read == []
    asked.clear()
    with pytest.raises(GivenUp):
        bringing_in.bring_in(at.shop, archive, archive.mine[0], "m", progress=read.append, cancelled=cancelled)
    assert read == [] and marks.all(at.shop.store) == ()
