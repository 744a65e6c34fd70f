"""A reply that a place won't take: kept as history where the post is gone, carried there where a right is missing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop import conversations, counter, deliver, forgetting, migrations, notes, outbox, posts
from desktop.connectors.practice import PracticeConnector
from desktop.errors import Misuse, NoRights, NotAnswerable
from desktop.records import Group, Hurdle, Reply, ReplyState
from desktop.searching import Asking, find, parse
from desktop.store import Store
from desktop.writing import Writing
from tests.bench import sound
from tests.fixtures_shop import Counter
from tests.ui.conversation.test_conversation import Open
from ui import status
from ui.conversation import rights
from ui.conversation.messages import OnItsWay, Ours
from ui.conversation.rights import HowItIsAllowed
from ui.history import reading, story
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.wrap import WrapLabel

WORDS = "Both are, Marta. Ines"
NO_RIGHTS = "Facebook lets us read this page but not post. Someone with full access has to allow it."


@pytest.fixture
def here(at_counter: Counter, look: Theme) -> Iterator[Open]:
    made = Open(at_counter)
    yield made
    made.view.close()
    made.view.deleteLater()
    QApplication.processEvents()


def state(here: Open, reply: Reply) -> Reply:
    found = outbox.by_id(here.at.shop.store, reply.id)
    assert found
    return found


def gone(here: Open) -> Reply:
    """What was answered is taken down before the reply gets there."""
    at = here.at
    one = at.hear("Is the rye vegan?")
    reply = counter.post(at.shop, one, Writing.typed(WORDS))
    at.world.drop(at.root(one))
    at.clock.forward(seconds=11)
    deliver.deliver_due(at.shop)
    assert state(here, reply).state is ReplyState.REFUSED
    here.show(one)
    return reply


def not_allowed(here: Open, monkeypatch: pytest.MonkeyPatch) -> Reply:
    """Facebook's own no, as its connector says it."""

    def no(*_: object) -> None:
        raise NoRights(NO_RIGHTS)

    one = here.at.hear("Is the rye vegan?")
    monkeypatch.setattr(PracticeConnector, "reply", no)
    reply = here.at.answer(one, WORDS)
    assert (reply.state, reply.trouble) == (ReplyState.REFUSED, NO_RIGHTS)
    here.show(one)
    return reply


def ways(here: Open) -> dict[str, Button]:
    """The buttons under the reply, by what they say."""
    (card,) = here.cards(OnItsWay)
    return {button.text(): button for button in card.findChildren(Button)}


def press(here: Open, text: str) -> None:
    ways(here)[text].click()
    QApplication.processEvents()


def test_where_the_post_is_gone_the_words_can_be_kept_as_history(here: Open) -> None:
    reply = gone(here)
    assert set(ways(here)) == {"Keep as history", "Edit and post again"}
    press(here, "Keep as history")
    at = here.at
    assert outbox.pending(at.shop.store) == (), "it waits for nobody any more"
    assert not status.Outbox(outbox.pending(at.shop.store)).needing()
    (card,) = here.cards(OnItsWay)
    assert card.state.text() == "Never posted. Kept here."
    assert not card.findChildren(Button) and not here.cards(Ours), "nothing says that it was posted"
    read = story.read(at.shop, conversations.rid_of(at.shop.store, reply.conversation) or 0)
    assert read is not None
    assert [(entry.lead, entry.text) for entry in read.entries if entry.text == WORDS] == [
        ("Ines, never posted. Kept here.", WORDS)
    ]
    assert any("kept a reply that was never posted" in entry.text for entry in read.entries)
    found = conversations.by_id(at.shop.store, reply.conversation)
    assert found is not None and found.group is Group.NEEDS_ANSWER, "nobody has answered them"
    assert state(here, reply).posted_at is None


def test_what_was_kept_is_found_by_its_words_and_never_as_said_by_us(here: Open) -> None:
    shop, reply = here.at.shop, gone(here)
    rid = conversations.rid_of(shop.store, reply.conversation)

    def rows(typed: str) -> list[str]:
        found = find(shop.store, parse(typed), Asking(shop.clock, shop.me.id))
        shown = reading.page(shop, reading.looked_for(typed), found.rids, found.hits)
        assert [one.past.rid for one in shown] in ([], [rid])
        return [one.text for one in shown]

    assert rows("both are") == []
    press(here, "Keep as history")
    counter.add_note(shop, reply.conversation, "Back on Monday")
    assert rows("both are") == ["Ines, never posted: Both are, Marta. Ines"]
    assert rows("in:ours both are") == rows("in:notes both are") == [], "nobody has said it, and it is no note"
    with shop.store.writing():
        notes.index_anew(shop.store)
    assert sound.troubles(shop.folder) == [] and len(rows("both are")) == 1
    (undo,) = here.said("undo_made")
    undo.take_back(shop)
    assert rows("both are") == []


def test_what_was_kept_is_not_found_once_its_person_is_forgotten_and_again_when_they_are_back(here: Open) -> None:
    shop, reply = here.at.shop, gone(here)
    press(here, "Keep as history")
    found = conversations.by_id(shop.store, reply.conversation)
    assert found is not None

    def hits() -> int:
        return int(shop.store.value("select count(*) from notes_fts where notes_fts match 'marta'"))

    assert hits() == 1
    made = forgetting.forget(shop, [found.author])
    assert hits() == 0 and shop.store.value("select count(*) from replies") == 0
    forgetting.undo(shop, made.id)
    assert hits() == 1 and outbox.is_kept(state(here, reply))


def test_keeping_it_can_be_undone(here: Open) -> None:
    reply = gone(here)
    why = state(here, reply).trouble
    press(here, "Keep as history")
    (undo,) = here.said("undo_made")
    undo.take_back(here.at.shop)
    QApplication.processEvents()
    assert (state(here, reply).state, state(here, reply).trouble) == (ReplyState.REFUSED, why)
    assert "Keep as history" in ways(here)


def test_what_can_still_be_posted_is_not_kept_away(here: Open) -> None:
    here.at.world.fault("refused")
    reply = here.at.answer(here.at.hear("Is the rye vegan?"), WORDS)
    here.show(reply.conversation)
    assert set(ways(here)) == {"Edit and post again"}
    with pytest.raises(Misuse):
        counter.keep_unposted(here.at.shop, reply.id)
    with pytest.raises(Misuse):
        counter.copy_instead(here.at.shop, reply.id)


def test_what_can_be_done_hangs_on_no_sentence(here: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def no(*_: object) -> None:
        raise NotAnswerable("Whoever wrote this lets nobody answer.")

    one = here.at.hear("Is the rye vegan?")
    monkeypatch.setattr(PracticeConnector, "reply", no)
    reply = here.at.answer(one, WORDS)
    here.show(one)
    assert reply.hurdle is Hurdle.NOTHING_THERE
    assert set(ways(here)) == {"Keep as history", "Edit and post again"}


def test_what_an_older_program_told_by_a_sentence_is_a_code_after_the_upgrade(tmp_path: Path) -> None:
    told = {
        "Google lets us read this page but not post. Someone with full access has to allow it.": Hurdle.RIGHTS,
        "Marta’s post isn’t there any more. Your reply is kept here.": Hurdle.NOTHING_THERE,
        "Its writer doesn't let you answer there. Your reply is kept here.": Hurdle.NOTHING_THERE,
        "The pretend place turned this reply down.": Hurdle.NONE,
        "kept": Hurdle.KEPT,
    }
    file, when = tmp_path / "shop.db", "2026-11-23T08:00:00.000Z"
    migrations.make(file, 21)
    with closing(sqlite3.connect(file)) as conn:
        for why, hurdle in told.items():
            state = "taken_back" if hurdle is Hurdle.KEPT else "refused"
            conn.execute(
                "insert into replies values(?, 'talk', '', '', '', '', '', 1, 'answer', '', ?, ?, ?, null, null, null, "
                "'', '', ?, ?, 0, 0, null)",
                (why, state, when, when, why, when),
            )
        conn.commit()
    with closing(Store(file, read_only=True)) as old:
        found = {one.id: one.hurdle for one in outbox.of_conversation(old, "talk")}
        assert found == told, "a copy from before can still be read"
    migrations.upgrade(file)
    with closing(Store(file)) as store:
        assert {one.id: one.hurdle for one in outbox.of_conversation(store, "talk")} == told


def test_how_a_right_is_given_is_told_for_that_place(here: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    not_allowed(here, monkeypatch)
    assert set(ways(here)) == {"How", "Copy and open instead", "Edit and post again"}
    press(here, "How")
    popup = here.view.doing.popup
    assert isinstance(popup, HowItIsAllowed)
    assert popup.title.text() == "How to allow it on Facebook"
    said = [label.text() for label in popup.findChildren(WrapLabel)]
    assert any("Page access" in text for text in said)
    assert "sign in again under Accounts" in said[-1]
    popup.close_it.click()
    assert outbox.pending(here.at.shop.store), "reading how changes nothing"


@pytest.mark.parametrize("place", ["facebook", "instagram", "google", "youtube", "threads"])
def test_the_pretend_places_and_the_real_ones_tell_the_same(place: str) -> None:
    assert rights.steps(place) == rights.steps(f"practice.{place}")
    assert len(rights.steps(place)) == 3


def test_copied_instead_it_counts_as_posted_only_once_somebody_says_so(
    here: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    reply = not_allowed(here, monkeypatch)
    QApplication.clipboard().setText("")
    press(here, "Copy and open instead")
    assert QApplication.clipboard().text() == WORDS
    assert state(here, reply).state is ReplyState.COPIED
    assert outbox.pending(here.at.shop.store) == ()
    here.at.clock.forward(days=1)
    assert deliver.deliver_due(here.at.shop) == (), "it never goes from here"
    bar = here.view.bottom_bars.bar("copied")
    assert bar is not None and bar.text() == "Copied. Paste it on Facebook, then tell us."
    assert state(here, reply).posted_at is None
    here.view.doing.its_posted(reply)
    QApplication.processEvents()
    assert state(here, reply).state is ReplyState.POSTED
    assert any(post.is_ours and post.text == WORDS for post in posts.thread(here.at.shop.store, reply.conversation))


def test_copied_instead_the_thread_opens_in_the_browser(here: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    not_allowed(here, monkeypatch)
    opened: list[str] = []

    def to_browser(url: str) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(here.view.doing, "open_url", to_browser)
    monkeypatch.setattr(here.at.shop, "is_practice", False)
    known = here.view.known
    assert known is not None and known.root is not None
    press(here, "Copy and open instead")
    assert opened == [known.root.url] and known.root.url


def test_nobody_carries_an_answer_there_while_somebody_else_is_at_it(
    here: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    reply, at = not_allowed(here, monkeypatch), here.at
    ines, tom = at.shop.me, counter.add_person(at.shop, "Tom")
    at.shop.set_person(tom)
    counter.im_on_it(at.shop, reply.conversation)
    at.shop.set_person(ines)
    QApplication.clipboard().setText("before")
    press(here, "Copy and open instead")
    assert (state(here, reply).state, QApplication.clipboard().text()) == (ReplyState.REFUSED, "before")
    with pytest.raises(counter.SomebodyIsOnIt):
        counter.copy_instead(at.shop, reply.id)
