"""History: everything is found by its words, with the keys alone, and read without a connection."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import conversations, counter, deliver, past, posts
from desktop.past import Outcome
from desktop.records import Channel, FixedHow, Kind, ProofKind, StandingReason
from tests.fixtures_shop import Counter
from ui.background import AtOnce
from ui.history import reading
from ui.history.page import HistoryPage
from ui.theme import Theme, theme
from ui.widgets.wrap import WrapLabel
from ui.window import Window

ENDED = "Update: new cake at the door next day. Credit where it’s due."


def tell_omars_story(at: Counter) -> str:
    """A complaint from its first word to an ending with a proof; returns its conversation."""
    shop, clock = at.shop, at.clock
    one = at.hear("Cake box crushed flat on one side, icing all over the lid.", "Omar S.")
    clock.forward(minutes=45)
    counter.set_kind(shop, one, Kind.COMPLAINT)
    at.answer(one, "The box was ours to tape and we didn’t. A new one tomorrow. Ines")
    clock.forward(days=1)
    counter.add_note(shop, one, "New cake delivered.")
    counter.mark_fixed(shop, one, FixedHow.DONE_AND_RECEIVED)
    clock.forward(days=2)
    at.world.post_as(at.place, "Omar S.", ENDED, parent=at.root(one))
    at.collect()
    ending = posts.thread(shop.store, one)[-1]
    counter.confirm_ending(shop, one, kind=ProofKind.THEIR_REPLY, post_id=ending.id)
    return one


@pytest.fixture
def opened() -> list[str]:
    return []


class Desk:
    """Makes the page when the test has told its stories."""

    def __init__(self, at: Counter, qtbot: QtBot, opened: list[str]) -> None:
        self.at, self._qtbot, self._opened = at, qtbot, opened
        self._runners: list[AtOnce] = []

    def close(self) -> None:
        """Nothing may be asked of the shop any more: a page's timer could still want to."""
        for runner in self._runners:
            runner.close()

    def page(self, width: int = 1100, height: int = 640) -> HistoryPage:
        window = Window()
        window.conversation_wanted.connect(self._opened.append)
        runner = AtOnce(self.at.shop.changes)
        self._runners.append(runner)
        page = HistoryPage(self.at.shop, runner, window)
        self._window = window
        self._qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.activateWindow()
        page.shown()
        self.settle(page)
        return page

    def settle(self, page: HistoryPage) -> None:
        """Whatever waits for a pause has had its pause."""
        waits = (page.search._pause, page._behind, page._settled)
        self._qtbot.waitUntil(lambda: not any(one.isActive() for one in waits))

    def type(self, page: HistoryPage, words: str) -> None:
        QTest.keyClicks(page.search, words)
        self.settle(page)


@pytest.fixture
def desk(at_counter: Counter, look: Theme, qtbot: QtBot, opened: list[str]) -> Iterator[Desk]:
    made = Desk(at_counter, qtbot, opened)
    yield made
    made.close()


def names(page: HistoryPage) -> list[str]:
    rows = (page.model.result(row) for row in range(page.model.rowCount()))
    return [row.past.author_name for row in rows if row]


def outcomes(at: Counter) -> dict[str, Outcome]:
    store = at.shop.store
    return {row.author_name: row.outcome for row in past.page(store, past.newest(store))}


# --- the query language ---------------------------------------------------------------------------------


def test_near_words_are_found_marked_and_named(desk: Desk) -> None:
    tell_omars_story(desk.at)
    desk.at.hear("Two boxes, both of them crushed.", "Farah M.")
    page = desk.page()
    desk.type(page, "crushing ")
    assert names(page) == ["Farah M.", "Omar S."]
    row = page.model.result(0)
    assert row and [row.text[at : at + long] for at, long in row.marks] == ["crushed"]
    assert page.near.text() == "Exact and near words: crushing, crushed"
    desk.type(page, "-two")
    assert names(page) == ["Omar S."]


def test_a_note_that_matches_is_shown_as_a_note(desk: Desk) -> None:
    tell_omars_story(desk.at)
    page = desk.page()
    desk.type(page, "delivered")
    row = page.model.result(0)
    assert row and row.text == "Note, Ines: New cake delivered." and row.text[row.marks[0][0] :] == "delivered."


def test_a_slip_of_the_finger_is_offered_as_another_search(desk: Desk) -> None:
    tell_omars_story(desk.at)
    page = desk.page()
    desk.type(page, "kind:complaint crsuhed")
    assert page.empty is not None and "Did you mean “crushed”?" in all_words(page.empty)
    page.empty.buttons[0].click()
    desk.settle(page)
    assert page.search.whole() == "kind:complaint crushed" and names(page) == ["Omar S."]


def test_a_filter_that_says_nothing_is_told_under_the_field(desk: Desk) -> None:
    tell_omars_story(desk.at)
    page = desk.page()
    desk.type(page, "kind:nope cake ")
    assert page.trouble.isVisible() and page.trouble.text().startswith("“kind:nope” says nothing.")
    assert names(page) == ["Omar S."]
    page.search.clear()
    desk.settle(page)
    assert not page.trouble.isVisible()


def all_words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(WrapLabel))


# --- the list -----------------------------------------------------------------------------------------


def test_without_a_search_the_newest_conversations_of_all_are_there(desk: Desk) -> None:
    for who in ("Ada", "Ben", "Cleo"):
        desk.at.hear(f"Is {who} allowed in with a dog?", who)
        desk.at.clock.forward(hours=1)
    page = desk.page()
    assert names(page) == ["Cleo", "Ben", "Ada"]
    assert page.count.text() == "3 conversations"
    assert page.search.hasFocus()


def test_results_come_as_one_types_with_the_words_marked(desk: Desk) -> None:
    tell_omars_story(desk.at)
    desk.at.hear("Lovely loaf.", "Nadia P.")
    page = desk.page()
    desk.type(page, "crush")
    assert names(page) == ["Omar S."]
    row = page.model.result(0)
    assert row
    assert [row.text[at : at + long] for at, long in row.marks] == ["crushed"]


def test_languages_without_spaces_are_found_marked_and_left_out(desk: Desk) -> None:
    desk.at.hear("店の蛍光灯が明るい。ケーキは美味しい", "蓮")
    desk.at.hear("ケーキの箱が大きい。また来ます", "Yuki")
    desk.at.hear("ขนมเค้กอร่อยมาก แต่รอนาน", "Somchai")
    page = desk.page()
    for typed, who, marked in (
        ("ケーキ", ["Yuki", "蓮"], "ケーキ"),
        ("ケーキ -箱", ["蓮"], "ケーキ"),
        ("เค้ก", ["Somchai"], "เค้ก"),
    ):
        page.search.clear()
        page.search.insert(typed)  # as an input method does
        desk.settle(page)
        assert sorted(names(page)) == who
        row = page.model.result(0)
        assert row is not None
        assert [row.text[at : at + long] for at, long in row.marks] == [marked]


def test_a_name_is_found_too(desk: Desk) -> None:
    desk.at.hear("Lovely loaf.", "Nadia P.")
    desk.at.hear("Is there rye?", "Ben")
    page = desk.page()
    desk.type(page, "nadia")
    assert names(page) == ["Nadia P."]
    row = page.model.result(0)
    assert row and row.in_name == [(0, 5)] and row.marks == []


def test_words_of_ours_are_found_and_said_to_be_ours(desk: Desk) -> None:
    tell_omars_story(desk.at)
    page = desk.page()
    desk.type(page, "tape")
    row = page.model.result(0)
    assert row
    assert row.text.startswith("Ines: The box was ours to tape")


def test_stars_without_words_are_said_in_the_list_and_beside_it(desk: Desk) -> None:
    desk.at.place = "google"
    desk.at.hear("", "Nadia P.", stars=4)
    page = desk.page()
    row = page.model.result(0)
    assert row and row.text == "Only stars, no words."
    desk.settle(page)
    [point] = page.preview.timeline.points
    assert point.words is not None and point.words.label.text() == "Only stars, no words."


def test_nothing_found_says_so_and_clears(desk: Desk) -> None:
    desk.at.hear("Lovely loaf.", "Nadia P.")
    page = desk.page()
    desk.type(page, "zebra")
    assert page.empty
    assert page.empty.accessibleName() == "Nothing for “zebra” Try fewer words."
    page.empty.buttons[0].click()
    desk.settle(page)
    assert page.empty is None and names(page) == ["Nadia P."] and page.search.hasFocus()


def test_a_shop_without_a_past_says_that_it_builds_up_by_itself(desk: Desk) -> None:
    page = desk.page()
    assert page.empty
    assert page.empty.accessibleName() == "No history yet It builds up by itself."


def test_a_new_word_comes_in_without_moving_the_reader(desk: Desk, qtbot: QtBot) -> None:
    for number in range(30):
        desk.at.hear(f"Question {number}", f"Person {number}")
        desk.at.clock.forward(minutes=1)
    page = desk.page()
    page.list.go_to(12)
    before = page.list.current_rid(), page.list.rowViewportPosition(12)
    desk.at.hear("Just in", "Zoe")
    qtbot.waitUntil(lambda: page.model.rowCount() == 31)
    row = page.list.currentIndex().row()
    assert (page.list.current_rid(), page.list.rowViewportPosition(row)) == before
    assert names(page)[0] == "Zoe"


def test_the_model_keeps_qts_rules(desk: Desk) -> None:
    tell_omars_story(desk.at)
    page = desk.page()
    tester = QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    desk.type(page, "box")
    desk.type(page, " zebra")
    page._clear()
    desk.settle(page)
    assert page.model.rowCount() == 1 and tester.model() is page.model


def test_a_row_is_said_as_a_sentence(desk: Desk) -> None:
    tell_omars_story(desk.at)
    page = desk.page()
    said = page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Omar S. Sat 14 June. Facebook. Complaint. They said so. Cake box crushed")


# --- how it ended -------------------------------------------------------------------------------------------


def test_every_row_says_how_it_ended(at_counter: Counter) -> None:
    at, shop = at_counter, at_counter.shop
    tell_omars_story(at)
    told = {
        who: at.hear("The bread was burnt and nobody cared.", who)
        for who in ("Ada", "Ben", "Cleo", "Dan", "Eve")
    }
    for who in ("Ada", "Ben", "Cleo", "Dan"):
        counter.set_kind(shop, told[who], Kind.COMPLAINT)
    at.answer(told["Ada"], "That one is ours, Ada. Ines")
    ours = [post for post in posts.thread(shop.store, told["Ada"]) if post.is_ours]
    counter.mark_fixed(shop, told["Ada"], FixedHow.DONE_AND_RECEIVED)
    counter.confirm_ending(shop, told["Ada"], kind=ProofKind.OUR_UPDATE, post_id=ours[0].id)
    counter.mark_fixed(shop, told["Ben"], FixedHow.DONE_NO_WORD)
    counter.leave_standing(shop, told["Cleo"], StandingReason.WE_DISAGREE, "Said why.")
    at.answer(told["Dan"], "It was, Dan. Ines")
    assert outcomes(at) == {
        "Omar S.": Outcome.THEY_SAID_SO,
        "Ada": Outcome.WE_SAID_SO,
        "Ben": Outcome.NOT_SHOWN,
        "Cleo": Outcome.STANDING,
        "Dan": Outcome.ANSWERED,
        "Eve": Outcome.NO_ANSWER,
    }


def test_the_newest_few_are_the_first_of_all(at_counter: Counter) -> None:
    for number in range(12):
        at_counter.hear(f"Question {number}", f"Person {number}")
        at_counter.clock.forward(minutes=1)
    store = at_counter.shop.store
    assert past.newest(store, 5) == past.newest(store)[:5]


# --- the conversation beside it -------------------------------------------------------------------------------


def test_the_whole_conversation_stands_beside_the_results(desk: Desk) -> None:
    tell_omars_story(desk.at)
    page = desk.page()
    story = page.preview.story
    assert story
    assert story.summary.startswith(  # a second topic may be guessed
        "Complaint on Facebook · Shown after 3 days · first answer in 45 min · topic: Quality?"
    )
    lines = [(entry.lead, entry.text) for entry in story.entries]
    assert lines[0] == ("", "Cake box crushed flat on one side, icing all over the lid.")
    assert ("Ines, public.", "The box was ours to tape and we didn’t. A new one tomorrow. Ines") in lines
    assert ("Note from Ines.", "New cake delivered.") in lines
    assert ("", "Ines marked this fixed. We did it and they have it.") in lines
    assert ("Omar, public.", ENDED) in lines
    assert ("", "Ines confirmed the ending.") in lines


def test_the_ending_carries_its_proof_with_the_saved_copy(desk: Desk) -> None:
    tell_omars_story(desk.at)
    page = desk.page()
    page._window.set_online(False)
    points = [point for point in page.preview.timeline.points if point.proof]
    assert len(points) == 1 and points[0].entry.text == ENDED
    assert points[0].sentence.text() == "Saved copy, 17 June. The page itself needs a connection."


def test_the_saved_copy_is_read_when_the_page_no_longer_says_it(desk: Desk) -> None:
    one = desk.at.hear("Never again.", "Gus")
    counter.set_kind(desk.at.shop, one, Kind.COMPLAINT)
    counter.mark_fixed(desk.at.shop, one, FixedHow.THEY_TOLD_US)
    said = "All sorted, thanks."
    counter.confirm_ending(
        desk.at.shop, one, kind=ProofKind.SCREENSHOT, link="https://example.org/1", words=said
    )
    page = desk.page()
    point = next(point for point in page.preview.timeline.points if point.proof)
    assert point.copy and point.copy.text() == f"“{said}”"
    assert said in point.accessibleName()


def test_a_link_without_a_copy_says_so(desk: Desk) -> None:
    one = desk.at.hear("Never again.", "Gus")
    counter.set_kind(desk.at.shop, one, Kind.COMPLAINT)
    counter.mark_fixed(desk.at.shop, one, FixedHow.THEY_TOLD_US)
    counter.confirm_ending(desk.at.shop, one, kind=ProofKind.SCREENSHOT, link="https://example.org/1")
    page = desk.page()
    point = next(point for point in page.preview.timeline.points if point.proof)
    assert point.sentence.text() == "We have the link but no saved copy. We’ll fetch one when you’re online."


def test_private_words_are_marked_as_private(desk: Desk) -> None:
    one = desk.at.hear("Where is my order?", "Omar S.", is_public=False)
    desk.at.answer(one, "It leaves today. Ines", channel=Channel.PRIVATE)
    page = desk.page()
    story = page.preview.story
    assert story
    assert [entry.lead for entry in story.entries][:2] == ["Omar, private.", "Ines, private."]
    assert "private" in story.summary


def test_words_that_were_changed_stand_where_they_were_said_and_where_they_were_changed(desk: Desk) -> None:
    at = desk.at
    one = at.hear("Box crushed.", "Omar S.")
    remote = at.root(one)
    at.clock.forward(days=2)
    at.world.edit_as(remote, "Box crushed. Update: put right.")
    at.collect()
    story = desk.page().preview.story
    assert story
    said = [(entry.lead, entry.text) for entry in story.entries if entry.manner == "theirs"]
    assert said == [("", "Box crushed."), ("Omar changed it.", "Box crushed. Update: put right.")]


def test_what_was_undone_is_not_told(desk: Desk) -> None:
    one = desk.at.hear("Never again.", "Gus")
    counter.set_kind(desk.at.shop, one, Kind.COMPLAINT)
    undo = counter.mark_fixed(desk.at.shop, one, FixedHow.DONE_NO_WORD)
    undo.take_back(desk.at.shop)
    story = desk.page().preview.story
    assert story and not [entry for entry in story.entries if "fixed" in entry.text]


def test_a_reply_on_its_way_says_so(desk: Desk) -> None:
    from desktop.writing import Writing

    one = desk.at.hear("Open on Sunday?", "Ada")
    counter.post(desk.at.shop, one, Writing.typed("From nine, Ada. Ines"))
    story = desk.page().preview.story
    assert story
    assert ("Ines, goes in 10 s.", "From nine, Ada. Ines") in [(e.lead, e.text) for e in story.entries]
    desk.at.clock.forward(seconds=11)
    deliver.deliver_due(desk.at.shop)


def test_a_long_thread_is_built_in_turns(desk: Desk, qtbot: QtBot) -> None:
    one = desk.at.hear("First", "Ada")
    root = desk.at.root(one)
    for number in range(40):
        desk.at.clock.forward(minutes=1)
        desk.at.world.post_as(desk.at.place, "Ada", f"And another thing, {number}", parent=root)
    desk.at.collect()
    page = desk.page()
    qtbot.waitUntil(lambda: len(page.preview.timeline.points) == 41)
    assert page.preview.timeline.rest.isHidden()


def test_what_its_writer_took_down_is_read_only_after_asking_for_it(desk: Desk) -> None:
    one = desk.at.hear("Cake box crushed flat on one side, icing all over the lid.", "Omar S.")
    desk.at.clock.forward(hours=1)
    desk.at.world.edit_as(desk.at.root(one), "Crushed cake. Shame on them.")
    desk.at.collect()
    desk.at.hear("Do you have rye bread on Sundays?", "Ada")
    desk.at.world.drop(desk.at.root(one))
    desk.at.collect()
    page = desk.page()

    def said() -> str:
        rows = [page.model.result(row) for row in range(page.model.rowCount())]
        roles = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        told = [str(page.model.index(row, 0).data(role)) for row in range(len(rows)) for role in roles]
        beside = [point.accessibleName() for point in page.preview.timeline.points]
        labels = [label.text() for label in page.preview.findChildren(WrapLabel)]
        return "\n".join([*(row.text for row in rows if row), *told, *beside, *labels])

    page.list.go_to(page.model.row_of(conversations.rid_of(desk.at.shop.store, one)))
    desk.settle(page)
    assert "rushed" not in said() and "They took this down." in said() and "rye bread" in said()
    desk.type(page, "crushed")
    assert names(page) == []
    page.search.clear()
    desk.type(page, "is:gone")
    assert names(page) == ["Omar S."]
    assert "rushed" not in said() and "They took this down." in said()
    kept = [point for point in page.preview.timeline.points if point.entry.is_taken_down]
    assert len(kept) == 2, "as it was, and as it was changed"
    for point in kept:
        assert point.words and point.words.more.text() == "Show what we kept" and point.words.more.isVisible()
        point.words.more.click()
        assert "rushed" in point.words.label.text() and not point.words.more.isVisible()


def test_a_huge_text_begins_with_its_beginning(desk: Desk) -> None:
    desk.at.hear("crumbs " * 5000, "Ada")
    page = desk.page()
    words = page.preview.timeline.points[0].words
    assert words and words.label.text().endswith("…") and words.more.isVisible()
    before = page.preview.timeline.height()
    words.more.click()
    assert page.preview.timeline.height() > before and len(words.label.text()) > 20_000


# --- with the keys -------------------------------------------------------------------------------------------


def test_the_whole_page_is_walked_with_the_keys(desk: Desk, opened: list[str], qtbot: QtBot) -> None:
    told = [
        desk.at.hear(f"Is the bread number {number} any good?", f"Person {number}") for number in range(3)
    ]
    page = desk.page()
    QTest.keyClicks(page.search, "bread")
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    desk.settle(page)
    assert page.list.hasFocus() and page.model.results.typed == "bread"
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    desk.settle(page)
    shown = page.preview.story
    assert shown
    assert shown.one.id == conversations.id_of(desk.at.shop.store, page.list.current_rid() or 0)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert opened == [shown.one.id] and shown.one.id in told
    QTest.keyClick(page.list, Qt.Key.Key_End)
    assert page.list.currentIndex().row() == 2
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert page.search.hasFocus() and page.search.selectedText() == "bread"
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    desk.settle(page)
    assert page.search.text() == "" and page.model.results.typed == ""


def test_single_keys_move_and_search_and_can_be_switched_off(desk: Desk) -> None:
    for number in range(3):
        desk.at.hear(f"Question {number}", f"Person {number}")
    page = desk.page()
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_J)
    assert page.list.currentIndex().row() == 1
    QTest.keyClick(page.list, Qt.Key.Key_Slash)
    assert page.search.hasFocus()
    page._window.single_keys = False
    page._window.settings_changed.emit("single_keys")
    assert all(action.shortcut().isEmpty() for action in page.list.actions())


def test_the_buttons_of_the_preview_step_through_the_results(desk: Desk) -> None:
    for number in range(2):
        desk.at.hear(f"Question {number}", f"Person {number}")
    page = desk.page()
    assert not page.preview.back.isEnabled() and page.preview.on.isEnabled()
    page.preview.on.click()
    desk.settle(page)
    assert page.preview.back.isEnabled() and not page.preview.on.isEnabled()


def test_an_older_answer_never_replaces_a_newer_one(desk: Desk) -> None:
    desk.at.hear("Lovely loaf.", "Nadia P.")
    page = desk.page()
    old = page._revision
    late = page.model.results
    desk.type(page, "loaf")
    page._came(old, 400, late)
    assert page.model.results.typed == "loaf"


# --- how it looks ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.6])
@pytest.mark.parametrize("mode", ["light", "dark", "high contrast dark"])
def test_nothing_is_cut_off_at_any_text_size(desk: Desk, scale: float, mode: str) -> None:
    tell_omars_story(desk.at)
    theme().set_text_scale(scale)
    theme().set_mode(mode)
    page = desk.page(960 - 52, 540)
    QApplication.processEvents()
    for point in page.preview.timeline.points:
        for label in point.findChildren(WrapLabel):
            if label.isVisible():
                assert label.heightForWidth(label.width()) <= label.height()
                assert label.geometry().bottom() <= point.height()
    assert page.preview.open_button.width() >= page.preview.open_button.sizeHint().width()
    assert page.list.rowHeight(0) > 0 and not page.grab().isNull()


def test_more_time_than_a_year_ago_says_the_year(desk: Desk) -> None:
    from ui.history.outcomes import two_lines

    clock = desk.at.clock
    assert two_lines(clock, clock.now()) == ("Sat", "14 June")
    assert two_lines(clock, clock.now() - timedelta(days=400)) == ("10 May", "2024")


def test_what_they_have_in_common_is_asked_once_somebody_rests(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell_omars_story(desk.at)
    page = desk.page()
    asked: list[str] = []
    real = reading.over
    monkeypatch.setattr(reading, "over", lambda shop, got, *rest: asked.append(got.typed) or real(shop, got, *rest))
    for typed in ("cak", "cake"):
        page.search.setText(typed)
        page.search.tell_now()
        assert names(page) == ["Omar S."] and page.model.results.typed == typed and asked == []
    desk.settle(page)
    assert asked == ["cake"] and page.preview.story is not None


def test_the_first_screen_is_painted_without_asking_the_shop(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(40):
        desk.at.hear(f"Box number {number} was crushed.", f"Farah {number}")
    page = desk.page()
    desk.type(page, "crushed")
    asked: list[int] = []
    real = page.model._fetch
    monkeypatch.setattr(
        page.model, "_fetch", lambda looked, rids, hits: asked.append(len(rids)) or real(looked, rids, hits)
    )
    page.model.refresh(page.model.results)
    page.grab()
    assert asked == [] and len(names(page)) == 40 and asked == [16, 8]
