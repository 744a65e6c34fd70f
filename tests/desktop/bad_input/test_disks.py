"""A disk that fills: it is said in a plain sentence, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop import backups, counter, deliver, drafts, outbox
from desktop.errors import DiskTrouble
from desktop.records import Channel, ReplyState
from desktop.shop import Shop
from desktop.vault import SessionVault
from desktop.writing import Writing
from tests.desktop.bad_input.kit import NOON, FullDisk, Quay
from tests.fixtures_shop import Counter, open_counter

FULL = "There's no room left on this disk. We've stopped fetching."


def test_a_disk_that_fills_while_collecting_says_so_and_the_next_check_has_no_gap(quay: Quay) -> None:
    quay.says("<p>Before</p>")
    quay.collect()
    disk = FullDisk(quay.shop)
    for number in range(30):
        quay.says(f"<p>{number:02} " + "so much to say " * 400 + "</p>")
    with pytest.raises(DiskTrouble) as caught:
        quay.collect()
    assert str(caught.value) == FULL
    assert quay.texts() == ["Before"]
    disk.freed()
    assert quay.collect().trouble is None
    assert len(quay.texts()) == 31


def test_a_disk_that_fills_while_posting_keeps_the_draft_and_posts_nothing(at_counter: Counter) -> None:
    shop, one = at_counter.shop, at_counter.hear("Do you have rye bread on Sundays?")
    counter.save_draft(shop, one, Channel.PUBLIC, Writing.typed("We do, from eight. Ines"))
    disk = FullDisk(shop)
    with pytest.raises(DiskTrouble, match="no room left"):
        counter.post(shop, one, Writing.typed("We do, from eight. Ines " * 300))
    assert outbox.pending(shop.store) == ()
    kept = drafts.load(shop.store, one, shop.me.id, Channel.PUBLIC)
    assert kept and kept[0].plain() == "We do, from eight. Ines"
    disk.freed()
    assert counter.post(shop, one, Writing.typed("We do, from eight. Ines")).state is ReplyState.WAITING


def test_a_reply_that_went_out_as_the_disk_filled_is_found_and_not_sent_again(at_counter: Counter) -> None:
    """The request has left, and its arrival could not be written down."""
    shop, one = at_counter.shop, at_counter.hear("Do you have rye bread on Sundays?")
    reply = counter.post(shop, one, Writing.typed("We do, from eight. Ines. " * 200))
    at_counter.clock.forward(seconds=11)
    with shop.store.writing():
        assert outbox.claim(shop.store, reply.id, reply.not_before)
    at_counter.world.answer("facebook", at_counter.root(one), reply.text, reply.id, is_public=True)
    (found,) = deliver.deliver_due(shop)
    assert found.state is ReplyState.POSTED
    assert len(at_counter.ours_on_the_page(one)) == 1


def test_a_copy_that_does_not_fit_leaves_no_half_of_it_behind(tmp_path: Path, at_counter: Counter) -> None:
    (tmp_path / "shop" / "backups").write_text("a file in the way of the folder")
    with pytest.raises(DiskTrouble):
        backups.daily(at_counter.shop.store, at_counter.shop.folder, NOON)
    (tmp_path / "shop" / "backups").unlink()
    target = tmp_path / "copies" / "one.db"
    (target).mkdir(parents=True)
    with pytest.raises(DiskTrouble):
        at_counter.shop.store.copy_to(target)
    assert [path.name for path in target.parent.iterdir()] == ["one.db"]


def test_closing_with_a_full_disk_still_lets_go_of_the_folder(tmp_path: Path) -> None:
    at = open_counter(tmp_path / "shop")
    at.shop.store._conn.execute("pragma query_only=on")
    at.shop.close()
    again = open_counter(tmp_path / "shop").shop
    assert not again.read_only
    assert again.found_unclean  # the good-bye could not be written, which is said
    again.close()


def test_a_shop_that_could_not_begin_can_be_opened_again_at_once(tmp_path: Path) -> None:
    open_counter(tmp_path / "shop").shop.close()
    device = tmp_path / "shop" / "device.id"
    device.unlink()
    device.mkdir()
    with pytest.raises(DiskTrouble):
        Shop.open(tmp_path / "shop", vault=SessionVault())
    device.rmdir()
    Shop.open(tmp_path / "shop", vault=SessionVault()).close()
