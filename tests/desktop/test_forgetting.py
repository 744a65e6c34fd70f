"""Somebody is forgotten: gone from everything, here again within 30 days, in no file after that."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop import (
    aside,
    backups,
    bringing_in,
    clock,
    complaints,
    conversations,
    counter,
    export,
    forgetting,
    forgotten,
    inbox,
    keys,
    notes,
    outbox,
    past,
    pictures,
    posts,
    retelling,
    sealing,
    searching,
    settings,
)
from desktop.driver import is_sealed
from desktop.errors import DiskTrouble, Misuse
from desktop.forgetting.taking_out import nameless
from desktop.imports import marks
from desktop.keys import Cost
from desktop.records import Channel, Hurdle, Kind
from desktop.shop import Shop
from desktop.store import Store, disk_full
from desktop.writing import Writing
from tests.fixtures_shop import SATURDAY, Counter, open_counter, posts_with

NAME = "Wilhelmina Quastenberg"
SAID = "The raisin loaf tasted of zwiebelmuster tin"
CANARIES = (b"zwiebelmuster", b"Wilhelmina", b"Quastenberg", b"gurkensalat", b"tafelspitz", b"butterblume")
PICTURE = b"\x89PNG\r\n\x1a\n" + b"butterblume" * 20


@pytest.fixture
def at(tmp_path: Path) -> Counter:
    return open_counter(tmp_path / "shop")


def busy(at: Counter) -> str:
    """A conversation with everything in it that can say something of somebody."""
    talk = at.hear(SAID, who=NAME)
    at.answer(talk, "Dear Wilhelmina Quastenberg, sorry. Wilhelmina, come by on Tuesday at 9:00.")
    at.clock.forward(minutes=5)
    counter.add_note(at.shop, talk, "gurkensalat is what she likes")
    counter.set_kind(at.shop, talk, Kind.COMPLAINT)
    counter.save_draft(at.shop, talk, Channel.PUBLIC, Writing.typed("Wilhelmina, tafelspitz it is"))
    pictures.keep(at.shop.folder, posts.thread(at.shop.store, talk)[0].id, PICTURE, at.shop.key)
    begun = {"who": NAME, "said": "the soup was cold"}
    settings.put(at.shop.store, settings.BEGUN_BY_HAND, begun, person=at.shop.me.id)
    settings.put(at.shop.store, settings.SAVED_SEARCHES, [["hers", f'from:"{NAME}"'], ["tin", "kind:complaint"]])
    (at.shop.folder / "said-and-done.log").write_text(f"ValueError: {SAID}\n")
    return talk


def forget(at: Counter, talk: str) -> forgotten.Forgetting:
    who = forgetting.who(at.shop, talk)
    assert who is not None
    done = forgetting.forget(at.shop, [who.id])
    assert forgetting.clean(at.shop)
    return done


def holding(folder: Path, but: tuple[str, ...] = ("corner.json",)) -> list[str]:
    """Files in which one of the words can be read."""
    return sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and path.name not in but and any(word in path.read_bytes() for word in CANARIES)
    )


def everything(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    names = [
        row[0]
        for row in store.rows("select name from sqlite_master where type = 'table' order by 1")
        if "fts" not in row[0] and "_terms" not in row[0]
        if row[0] != "tallies" and not row[0].startswith(("sqlite_", "_sqlite"))
    ]
    return {name: sorted(map(tuple, store.rows(f"select * from {name}")), key=repr) for name in names}


def found(at: Counter, typed: str) -> int:
    asking = searching.Asking(at.shop.clock, at.shop.me.id)
    return len(searching.find(at.shop.store, searching.parse(typed), asking).rids)


def test_all_of_them_is_gone_and_our_answer_stays_without_the_name(at: Counter, tmp_path: Path) -> None:
    other = at.hear("Where do you close?", who="Omar S.")
    talk = busy(at)
    done = forget(at, talk)
    assert done.messages == 1 and done.until - done.at == timedelta(days=30)
    thread = posts.thread(at.shop.store, talk)
    assert [(post.is_ours, post.text) for post in thread] == [
        (True, "Dear [name], sorry. [name], come by on Tuesday at 9:00.")
    ]
    one = conversations.by_id(at.shop.store, talk)
    assert one is not None and one.author_name == "[name]" and one.done_at is not None and one.kind is Kind.OTHER
    assert notes.of(at.shop.store, talk) == () and complaints.by_id(at.shop.store, talk) is None
    assert [found(at, word) for word in ("zwiebelmuster", "gurkensalat", "Quastenberg", "Tuesday", "close")] == [
        0, 0, 0, 1, 1
    ]  # fmt: skip
    assert settings.get(at.shop.store, settings.SAVED_SEARCHES) == [["tin", "kind:complaint"]]
    assert settings.get(at.shop.store, settings.BEGUN_BY_HAND, person=at.shop.me.id) == {}
    assert retelling.differing(at.shop.store) == []
    assert conversations.by_id(at.shop.store, other) is not None
    to = tmp_path / "out.json"
    rids = past.newest(at.shop.store)
    export.write(at.shop, rids, export.Choices(private=True), to)
    assert not any(word in to.read_bytes() for word in CANARIES)
    assert holding(at.shop.folder) == [], "set aside it is packed, and nothing else says a word of it"


def test_a_conversation_without_an_answer_is_gone_as_a_whole(at: Counter) -> None:
    talk = at.hear(SAID, who=NAME)
    before = inbox.badge(at.shop.store)
    forget(at, talk)
    assert conversations.by_id(at.shop.store, talk) is None
    assert inbox.badge(at.shop.store) == before - 1
    assert retelling.differing(at.shop.store) == []


def test_taken_back_everything_is_as_it_was(at: Counter) -> None:
    talk = busy(at)
    before = everything(at.shop.store)
    groups = inbox.groups(at.shop.store, inbox.Filter(), done_since=SATURDAY)
    done = forget(at, talk)
    at.clock.forward(days=29)
    forgetting.undo(at.shop, done.id)
    after = everything(at.shop.store)
    for news in ("forgotten", "forgettings", "events", "_sqlite_migrations"):
        assert set(before.pop(news, [])) <= set(after.pop(news, [])) or news == "forgotten"
    for table in ("posts", "conversations"):  # numbers of rows may be others
        assert [row[1:] for row in sorted(before.pop(table), key=lambda r: r[1])] == [
            row[1:] for row in sorted(after.pop(table), key=lambda r: r[1])
        ]
    before["settings"] = after["settings"] = []
    assert after == before
    assert inbox.groups(at.shop.store, inbox.Filter(), done_since=SATURDAY) == groups
    assert [found(at, word) for word in ("zwiebelmuster", "gurkensalat", "Quastenberg")] == [1, 1, 1]
    assert ["hers", f'from:"{NAME}"'] in settings.get(at.shop.store, settings.SAVED_SEARCHES)
    kept = pictures.of(at.shop.folder, posts.thread(at.shop.store, talk)[0].id)
    assert kept is not None and kept.read_bytes() == PICTURE
    assert retelling.differing(at.shop.store) == [] and not aside.all(at.shop.folder)
    with pytest.raises(Misuse):
        forgetting.undo(at.shop, done.id)


def test_a_kept_reply_that_was_set_aside_before_it_had_a_code_is_kept_again(at: Counter) -> None:
    talk = at.hear(SAID, who=NAME)
    kept = counter.post(at.shop, talk, Writing.typed("Sorry about the tin."))
    with at.shop.store.writing():
        at.shop.store.write("update replies set state = 'taken_back', trouble = 'kept' where id = ?", (kept.id,))
    done = forget(at, talk)
    was = aside.load(at.shop.folder, done.id, at.shop.key)
    for reply in was.rows["replies"]:
        del reply["hurdle"]
    aside.keep(at.shop.folder, done.id, was, at.shop.key)
    forgetting.undo(at.shop, done.id)
    (again,) = outbox.of_conversation(at.shop.store, talk)
    assert outbox.is_kept(again) and found(at, "tin") == 1
    told = {"state": "refused", "trouble": "x", "text": ""}
    for why, hurdle in (
        ("Somebody with full access has to allow it.", Hurdle.RIGHTS),
        ("Your reply is kept here.", Hurdle.NOTHING_THERE),
        ("It is too long.", Hurdle.NONE),
    ):  # fmt: skip
        assert outbox.hurdle_of(told | {"trouble": why}) is hurdle


@pytest.mark.parametrize("damaged", [b"", b"no picture any more"])
def test_a_picture_that_was_damaged_before_does_not_keep_them_away(at: Counter, damaged: bytes) -> None:
    talk = busy(at)
    path = pictures.of(at.shop.folder, posts.thread(at.shop.store, talk)[0].id)
    assert path is not None
    path.write_bytes(damaged)
    done = forget(at, talk)
    forgetting.undo(at.shop, done.id)
    assert found(at, "zwiebelmuster") == 1 and not aside.all(at.shop.folder)


def test_collecting_again_brings_nothing_back_and_what_they_write_since_comes_in(at: Counter) -> None:
    talk = busy(at)
    forget(at, talk)
    with at.shop.store.writing():
        at.shop.store.write("delete from cursors")
    at.collect()
    assert [found(at, word) for word in ("zwiebelmuster", "Quastenberg")] == [0, 0]
    assert posts.thread(at.shop.store, talk)[0].text.startswith("Dear [name]"), "our answer isn't read anew either"
    at.clock.forward(days=1)
    again = at.hear("Hello, it is me with a new question?", who=NAME)
    one = conversations.by_id(at.shop.store, again)
    assert one is not None and one.author_name == NAME and one.waiting_since is not None
    with at.shop.store.writing():
        at.shop.store.write("delete from cursors")
    at.collect()
    assert found(at, "zwiebelmuster") == 0


def test_after_thirty_days_it_is_in_no_copy_either(at: Counter) -> None:
    talk = busy(at)
    folder = at.shop.folder
    backups.daily(at.shop.store, folder, SATURDAY)
    shutil.copy(folder / "backups" / "shop-2025-06-14.db", folder / "replaced-2025-06-01-100000.db")
    (folder / "backups" / "before-upgrade-from-9.db").write_bytes(b"not a shop at all, of Wilhelmina")
    copy = folder / "backups" / "shop-2025-06-14.db"
    made_at = copy.stat().st_mtime
    done = forget(at, talk)
    assert {Path(name).name for name in holding(folder)} == {
        "shop-2025-06-14.db", "replaced-2025-06-01-100000.db", "before-upgrade-from-9.db"
    }  # fmt: skip
    at.clock.forward(days=29)
    assert forgetting.tidy(at.shop) == forgetting.Erased()
    assert aside.all(folder)
    at.clock.forward(days=2)
    erased = forgetting.tidy(at.shop)
    assert erased == forgetting.Erased(2, ("before-upgrade-from-9.db",))
    assert holding(folder) == [] and not aside.all(folder)
    assert copy.stat().st_mtime == made_at
    with closing(Store(copy, read_only=True)) as store:
        assert store.health() == "ok"
        assert [row[0] for row in store.rows("select text from posts")] == [
            "Dear [name], sorry. [name], come by on Tuesday at 9:00."
        ]
    assert not list(folder.rglob("*.part*"))
    with pytest.raises(Misuse):
        forgetting.undo(at.shop, done.id)
    at.shop.close()
    assert holding(folder) == []


def test_a_copy_that_is_brought_back_does_not_bring_them_back(at: Counter, tmp_path: Path) -> None:
    talk = busy(at)
    folder, clock, world = at.shop.folder, at.clock, at.world
    backups.daily(at.shop.store, folder, SATURDAY)
    copy = folder / "backups" / "shop-2025-06-14.db"
    done = forget(at, talk)
    at.shop.close()
    backups.restore(folder, copy, SATURDAY)
    assert b"zwiebelmuster" not in (folder / "shop.db").read_bytes(), "nor is it in the index"
    again = open_counter(folder, clock, world)
    assert found(again, "zwiebelmuster") == 0 and found(again, "Tuesday") == 1
    forgetting.undo(again.shop, done.id)
    assert found(again, "zwiebelmuster") == 1
    again.shop.close()


def test_somebody_who_only_spoke_in_anothers_conversation(at: Counter) -> None:
    talk = at.hear("The oven was cold.", who="Omar S.")
    root = at.root(talk)
    at.clock.forward(minutes=1)
    at.world.post_as(at.place, NAME, "Same zwiebelmuster here", parent=root)
    at.collect()
    author = at.shop.store.value("select author from posts where text like '%zwiebelmuster%'")
    before = conversations.by_id(at.shop.store, talk)
    forgetting.forget(at.shop, [author])
    assert found(at, "zwiebelmuster") == 0
    assert conversations.by_id(at.shop.store, talk) == before
    assert [post.text for post in posts.thread(at.shop.store, talk)] == ["The oven was cold."]


def test_whoever_is_forgotten_is_gone_even_where_the_file_cannot_be_cleaned_and_each_day_tries_again(
    at: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = busy(at)
    folder, who = at.shop.folder, forgetting.who(at.shop, talk)
    settings.put(at.shop.store, settings.CLEANED_AT, clock.to_text(at.clock.now()))
    assert who is not None

    def full(*_: object) -> bool:
        raise disk_full()

    with monkeypatch.context() as trouble:
        trouble.setattr(Store, "leave_nothing_behind", full)
        trouble.setattr(pictures, "drop", full)
        done = forgetting.forget(at.shop, [who.id])
        assert done.messages == 1 and found(at, "zwiebelmuster") == 0, "nobody is told that it failed"
        for _ in range(2):
            with pytest.raises(DiskTrouble):
                forgetting.tidy(at.shop)
            at.clock.forward(days=1)
    assert {Path(name).name.rpartition(".")[2] for name in holding(folder)} >= {"png"}
    forgetting.tidy(at.shop)
    assert holding(folder) == [] and not settings.get(at.shop.store, settings.CLEAN_UP)
    forgetting.undo(at.shop, done.id)
    kept = pictures.of(folder, posts.thread(at.shop.store, talk)[0].id)
    assert kept is not None and kept.read_bytes() == PICTURE


def test_cleaning_the_file_gives_way_to_who_writes_all_the_time(
    at: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(300):
        at.hear(f"The {n} loaves were number {n * n} of {n * 7}", who=f"Passer {n}")
    who = forgetting.who(at.shop, busy(at))
    assert who is not None
    forgetting.forget(at.shop, [who.id])
    monkeypatch.setattr(posts, "INDEX_STEP", 1)
    with closing(Store(at.shop.folder / "shop.db")) as other:
        turns = list[int]()

        def writes(tables: frozenset[str]) -> None:
            turns.append(len(turns))
            with other.writing():
                settings.put(other, settings.WINDOW, str(turns[-1]))

        stop = at.shop.changes.listen(writes)
        assert forgetting.clean(at.shop)
        stop()
        assert len(turns) > 5 and settings.get(other, settings.WINDOW) == str(turns[-1])
    assert holding(at.shop.folder) == [] and at.shop.store.health() == "ok"
    assert found(at, "loaves") == 300 and found(at, "zwiebelmuster") == 0


def test_in_a_protected_shop_what_is_set_aside_is_sealed(at: Counter) -> None:
    talk = busy(at)
    folder, clock = at.shop.folder, at.clock
    who = forgetting.who(at.shop, talk)
    owner = at.shop.me.id
    at.shop.close()
    file, key = keys.begun()
    file = keys.with_password(file, key, owner, "patient kettles by the harbour", SATURDAY, Cost(1, 8, 1))
    sealing.protect(folder, file, key)
    shop = Shop.open(folder, clock=clock, vault=at.shop.vault, key=key)
    assert who is not None
    done = forgetting.forget(shop, [who.id])
    shop.close()
    data = aside.path_of(folder, done.id).read_bytes()
    assert is_sealed(data)
    begun, other = keys.begun()
    begun = keys.with_password(begun, other, owner, "some other kettles by the sea", SATURDAY, Cost(1, 8, 1))
    sealing.give_another_key(folder, key, begun, other)
    shop = Shop.open(folder, clock=clock, vault=at.shop.vault, key=other)
    forgetting.undo(shop, done.id)
    assert posts_with(shop.store, "zwiebelmuster")
    shop.close()


def test_only_the_owner_forgets_and_nothing_happens_while_a_reply_is_leaving(at: Counter) -> None:
    talk = at.hear(SAID, who=NAME)
    counter.post(at.shop, talk, Writing.typed("We are looking into it, Wilhelmina."))
    with at.shop.store.writing():
        at.shop.store.write("update replies set state = 'unsure'")
    with pytest.raises(Misuse, match="just going out"):
        forget(at, talk)
    assert found(at, "zwiebelmuster") == 1 and not aside.all(at.shop.folder)
    with at.shop.store.writing():
        at.shop.store.write("update replies set state = 'waiting'")
    forget(at, talk)
    assert at.shop.store.value("select count(*) from replies") == 0, "what was still to go never goes"


def test_who_can_be_found_by_a_name(at: Counter) -> None:
    at.hear(SAID, who=NAME)
    at.place = "google"
    at.hear("Here too, and with stars.", who=NAME, stars=1)
    one, other = forgetting.find(at.shop, "quasten")
    assert (one.name, one.messages) == (NAME, 1)
    assert forgetting.same_name(at.shop, one) == (other,)
    assert forgetting.find(at.shop, " ") == ()
    assert forgetting.known_in_book(at.shop, NAME) == 0


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Hi Marta, Marta K. wrote.", "Hi [name], [name] wrote."),
        ("@marta_k thanks, MARTA_K", "[name] thanks, [name]"),
        ("Martas kitchen in marta lane", "Martas kitchen in marta lane"),
    ],
)
def test_names_are_left_out_of_our_words(text: str, left: str) -> None:
    assert nameless(text, ["@marta_k", "Marta K.", "marta_k"]) == left


def test_thanks_stay_in_our_words_whoever_is_called_so() -> None:
    assert nameless("Danke dir! Liebe Grüße, Danke Anke. Anke, Merci", ["Danke Anke"]) == (
        "Danke dir! Liebe Grüße, [name]. [name], Merci"
    )


def test_a_file_that_is_brought_in_does_not_bring_them_back(at: Counter, tmp_path: Path) -> None:
    table = tmp_path / "reviews.csv"
    table.write_text(
        "author,text,date\n"
        f"{NAME},{SAID},2024-03-01 10:00\n"
        "Omar S.,Where do you close?,2024-03-02 10:00\n"
    )

    def bring() -> marks.Import:
        archive = bringing_in.opened(at.shop, table)
        return bringing_in.bring_in(at.shop, archive, archive.mine[0], table.name)

    assert bring().added == 2
    (who,) = forgetting.find(at.shop, NAME)
    forgetting.forget(at.shop, [who.id])
    assert forgetting.clean(at.shop)
    assert bring().added == 0
    assert found(at, "zwiebelmuster") == 0
    at.shop.close()
    assert holding(at.shop.folder) == []
