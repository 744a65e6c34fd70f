"""Files that are damaged, newer than we are, or no sense: the shop opens all the same."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from desktop import (
    accounts,
    backups,
    collect,
    conversations,
    counter,
    deliver,
    drafts,
    inbox,
    outbox,
    settings,
)
from desktop.errors import ReadOnly, StoreTooNew
from desktop.practice import open_practice
from desktop.records import Channel, ReplyState
from desktop.shop import Shop
from desktop.store import FILE_NAME
from desktop.vault import SessionVault
from desktop.writing import Ink, Paragraph, Run, Writing
from tests.desktop.bad_input.kit import NOON
from tests.fixtures_shop import Counter, open_counter


def test_the_newest_copy_that_is_well_is_read_beside_a_damaged_file(tmp_path: Path) -> None:
    at = open_counter(tmp_path / "shop")
    one = at.hear("Do you have rye bread on Sundays?")
    for day in (2, 1, 0):
        backups.daily(at.shop.store, at.shop.folder, NOON - timedelta(days=day))
    at.shop.close()
    folder = tmp_path / "shop"
    (folder / "backups" / "shop-2026-08-02.db").write_bytes(b"SQLite format 3\x00" + b"\x07" * 9000)
    (folder / FILE_NAME).write_bytes(b"\x00" * 9000)
    copy = backups.newest_good(folder, NOON.date())
    assert copy and copy.name == "shop-2026-08-01.db"
    shop = Shop.open(folder, vault=SessionVault(), copy=copy)
    assert shop.read_only
    assert conversations.by_id(shop.store, one) is not None
    with pytest.raises(ReadOnly), shop.store.writing():
        settings.put(shop.store, settings.SHOP_NAME, "Other")
    shop.close()
    assert (folder / FILE_NAME).read_bytes() == b"\x00" * 9000


def test_a_newer_shop_can_be_read_and_what_it_lost_is_said(tmp_path: Path) -> None:
    at = open_counter(tmp_path / "shop")
    conn = at.shop.store._conn
    conn.execute("alter table facts rename to facts_of_tomorrow")
    conn.execute("pragma user_version=99")
    at.shop.close()
    with pytest.raises(StoreTooNew):
        Shop.open(tmp_path / "shop", vault=SessionVault())
    shop = Shop.open(tmp_path / "shop", vault=SessionVault(), read_only=True)
    assert shop.name == "Corner Shop"
    with pytest.raises(StoreTooNew, match="newer Said & Done"):
        shop.store.rows("select * from facts")
    shop.close()


def test_a_copy_brought_back_sends_nothing_until_a_person_has_looked(tmp_path: Path) -> None:
    """What waited when the copy was made may have gone since."""
    at = open_counter(tmp_path / "shop")
    one = at.hear("Do you have rye bread on Sundays?")
    counter.post(at.shop, one, Writing.typed("We do, from eight. Ines"))
    copy = backups.now(at.shop.store, at.shop.folder, NOON)
    at.clock.forward(seconds=11)
    deliver.deliver_due(at.shop)
    at.shop.close()
    backups.restore(tmp_path / "shop", copy, NOON)
    again = open_counter(tmp_path / "shop", at.clock, at.world)
    assert deliver.deliver_due(again.shop) == ()
    (reply,) = outbox.pending(again.shop.store)
    assert (reply.state, reply.trouble) == (ReplyState.HELD, "brought_back")
    assert len(again.ours_on_the_page(one)) == 1
    again.shop.close()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00garbage", b"two\nlines\n", b"x" * 5000])
def test_a_computer_id_that_can_not_be_read_is_made_anew(tmp_path: Path, content: bytes) -> None:
    at = open_counter(tmp_path / "shop")
    one = at.hear("Do you have rye bread on Sundays?")
    counter.post(at.shop, one, Writing.typed("We do, from eight. Ines"))
    at.shop.close()
    (tmp_path / "shop" / "device.id").write_bytes(content)
    again = open_counter(tmp_path / "shop", at.clock, at.world)
    (reply,) = outbox.pending(again.shop.store)
    assert reply.state is ReplyState.HELD, "it neither goes by itself nor hangs for ever"
    counter.release(again.shop, reply.id)
    again.clock.forward(seconds=61)
    deliver.deliver_due(again.shop)
    assert len(again.ours_on_the_page(one)) == 1
    again.shop.close()


@pytest.mark.parametrize(
    "body",
    ["", "nonsense", "{", '"text"', "[1, 2]", '[{"runs": 5}]', '[{"part": "odd", "runs": []}]', "[" * 90_000],
)
def test_a_draft_that_can_not_be_understood_is_shown_as_it_is(at_counter: Counter, body: str) -> None:
    shop, one = at_counter.shop, at_counter.hear("Do you have rye bread on Sundays?")
    with shop.store.writing():
        shop.store.write(
            "insert into drafts(conversation, person, channel, body, at) values(?, ?, 'public', ?, 'some day')",
            (one, shop.me.id, body),
        )
    kept = drafts.load(shop.store, one, shop.me.id, Channel.PUBLIC)
    assert kept is not None
    assert kept[0].plain() == body
    assert len(drafts.of_conversation(shop.store, one)) == 1


def test_half_a_character_does_not_keep_a_draft_from_being_saved(at_counter: Counter) -> None:
    shop, one = at_counter.shop, at_counter.hear("Do you have rye bread on Sundays?")
    odd = Writing((Paragraph((Run("half \ud83d of one\x00", Ink.TYPED),)),))
    counter.save_draft(shop, one, Channel.PUBLIC, odd)
    kept = drafts.load(shop.store, one, shop.me.id, Channel.PUBLIC)
    assert kept and kept[0].plain().startswith("half ? of one")
    assert at_counter.answer(one, odd.plain()).state is ReplyState.POSTED


@pytest.mark.parametrize(
    "value", ["null", "[]", "{}", '"text"', "true", "-5", "1e300", "99999999999999999999"]
)
def test_a_setting_of_another_type_counts_as_not_made(at_counter: Counter, value: str) -> None:
    shop = at_counter.shop
    every = [each for each in vars(settings).values() if isinstance(each, settings.Setting)]
    with shop.store.writing():
        for each in every:
            shop.store.write("insert or replace into settings(key, value) values(?, ?)", (each.key, value))
    for each in every:
        found = settings.get(shop.store, each)
        assert type(found) is type(each.default)
    one = at_counter.hear("Do you have rye bread on Sundays?")
    assert counter.post(shop, one, Writing.typed("We do. Ines")).state is ReplyState.WAITING
    assert shop.me.name == "Ines"


BROKEN = [b"", b"{", b"[]", b"null", b'"x"', b'{"posts": 5}', b'{"posts": [1]}', b"\xff\xfe", b"[" * 200_000]


@pytest.mark.parametrize("name", ["world.json", "clock.json"])
@pytest.mark.parametrize("content", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_of_the_pretend_shop_costs_the_pretend_day_only(
    pretend: Path, tmp_path: Path, name: str, content: bytes
) -> None:
    folder = tmp_path / "practice"
    shutil.copytree(pretend, folder)
    (folder / name).write_bytes(content)
    shop = open_practice(folder)
    assert inbox.badge(shop.store) > 5
    for account in accounts.all(shop.store):
        assert collect.collect(shop, account.id).trouble is None
    shop.close()


@pytest.fixture(scope="module")
def pretend(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pretend") / "practice"
    open_practice(folder).close()
    return folder
