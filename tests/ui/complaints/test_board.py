"""The board: what stands where, what the cards say, and how they are moved."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView

from desktop import complaints, counter, lookout
from desktop.clock import SetClock
from desktop.complaints import Counts
from desktop.errors import Misuse
from desktop.records import Aims, Channel, Complaint, FixedHow, PlaceAims, ProofKind, Purpose, Source, Stage
from tests.fixtures_shop import SATURDAY, Counter
from tests.ui.complaints.kit import RAW, Seen, answered, open_page, settle, they_say
from ui.complaints import cards
from ui.complaints.cards import COLUMNS, Card, Wanted
from ui.complaints.delegate import CardDelegate
from ui.complaints.model import ColumnModel
from ui.complaints.top import summary
from ui.ending import EndingDialog, MarkFixedDialog, Tab
from ui.theme import fonts, px
from ui.theme.style import HouseStyle
from ui.widgets.textblock import TextBlock

CLOCK = SetClock(SATURDAY, SATURDAY.tzinfo)


def card(name: str = "Omar S.", stage: Stage = Stage.FIXED, days: float = 6, **more: Any) -> Card:
    at = SATURDAY - timedelta(days=days)
    one = Complaint(
        name, "acc", "practice.google", name, "Cake box crushed.", Source.REVIEW, None, at, stage, at, **more
    )
    return Card(one, "Google", "G", "Cake box crushed.")


# ---- the sentences -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("open_", "fixed", "said"),
    [
        (9, 4, "9 public complaints look open to a passer-by. 4 of them are already fixed."),
        (9, 1, "9 public complaints look open to a passer-by. 1 of them is already fixed."),
        (1, 1, "1 public complaint looks open to a passer-by. It is already fixed."),
        (2, 0, "2 public complaints look open to a passer-by."),
        (0, 0, "0 public complaints look open to a passer-by."),
    ],
)
def test_the_summary_says_how_many_look_open(open_: int, fixed: int, said: str) -> None:
    pieces = summary(Counts(open_, fixed, 1, 12, 0, {}))
    assert "".join(piece if isinstance(piece, str) else piece[0] for piece in pieces) == said


def test_only_the_second_sentence_is_amber() -> None:
    first, second = summary(Counts(9, 4, 29, 38, 2, {}))
    assert isinstance(first, str)
    assert second[1] == "amber"


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (card(fixed_how=FixedHow.THEY_TOLD_US), "Omar says it’s sorted"),
        (card(fixed_how=FixedHow.DONE_AND_RECEIVED, fixed_at=SATURDAY - timedelta(days=10)), "Fixed 4 June"),
        (card(flag="proof_gone", flag_at=SATURDAY - timedelta(days=2)), "Proof gone since Thursday"),
        (
            card(stage=Stage.SHOWN, proof_kind=ProofKind.THEIR_EDIT, proof_missed_at=SATURDAY),
            "Not found today. We look again tomorrow.",
        ),
        (
            card(
                stage=Stage.SHOWN,
                proof_kind=ProofKind.THEIR_EDIT,
                proof_missed_at=SATURDAY - timedelta(days=3),
            ),
            "Not found on Wednesday. We look again on Thursday.",
        ),
        (card(flag="proof_gone", flag_at=SATURDAY - timedelta(days=9)), "Proof gone since 5 June"),
        (card(stage=Stage.ANSWERED, flag="came_back"), "Came back"),
        (card(stage=Stage.ANSWERED, promise_at=SATURDAY + timedelta(hours=2)), "Promise due today, 12:00"),
        (card(stage=Stage.ANSWERED, promise_at=SATURDAY - timedelta(hours=1)), "Promise overdue, 09:00"),
        (
            card(stage=Stage.ANSWERED, promise_at=SATURDAY + timedelta(days=3), holder_name="Ines"),
            "Ines, by Tuesday",
        ),
        (card(stage=Stage.ASKED, asked_at=SATURDAY - timedelta(days=2)), "Asked 2 days ago"),
        (card(stage=Stage.SHOWN, proof_kind=ProofKind.THEIR_EDIT), "Proof: their edit"),
        (
            card(stage=Stage.ASKED, hint_post="p", hint_words="All good"),
            "Looks like Omar said it’s sorted. Is this the ending?",
        ),
        (replace(card(stage=Stage.NO_ANSWER), writer="Tom"), "Tom is answering"),
        (card(stage=Stage.NO_ANSWER, pending_reply=True), "Posted. Google hasn’t shown it yet."),
        (card(stage=Stage.NO_ANSWER, refused_reply=True), "Reply turned down"),
        (
            replace(card(stage=Stage.NO_ANSWER, days=0.1), answer_due=SATURDAY + timedelta(hours=2)),
            "First answer due today, 12:00",
        ),
        (
            replace(card(stage=Stage.NO_ANSWER), answer_due=SATURDAY - timedelta(hours=2)),
            "First answer overdue since 08:00",
        ),
        (
            replace(card(stage=Stage.NO_ANSWER, private_answer=True), ending_due=SATURDAY + timedelta(days=3)),
            "You wrote to Omar privately. Ending owed by Tuesday",
        ),
        (replace(card(stage=Stage.ANSWERED), ending_due=SATURDAY + timedelta(days=3)), "Ending owed by Tuesday"),
        (replace(card(stage=Stage.ANSWERED), ending_due=SATURDAY - timedelta(days=2)), "Ending owed since Thursday"),
        (
            replace(card(stage=Stage.NO_ANSWER), happening_until=SATURDAY + timedelta(minutes=9)),
            "Happening now",
        ),
    ],
)
def test_a_card_has_one_line_about_where_it_stands(one: Card, said: str) -> None:
    found = cards.state_line(one, CLOCK)
    assert found and found.text == said


def test_a_case_that_went_on_in_private_is_dated_on_its_card(at_counter: Counter) -> None:
    one = at_counter.hear(RAW)
    at_counter.answer(one, "Where may I bring a new one?", Channel.PRIVATE)
    (found,) = cards.read(at_counter.shop, Wanted()).columns[Stage.NO_ANSWER]
    said = cards.state_line(found, at_counter.clock)
    assert said is not None and said.text == "You wrote to Marta privately. Ending owed by Sat 21 June"
    assert found.answer_due is None and not cards.is_late(found, at_counter.clock.now())
    at_counter.clock.forward(days=8)
    (found,) = cards.read(at_counter.shop, Wanted()).columns[Stage.NO_ANSWER]
    assert cards.is_late(found, at_counter.clock.now()) and "late" in cards.spoken(found, at_counter.clock)


def test_saying_it_ourselves_is_suggested_when_the_third_opening_day_is_over() -> None:
    asked = card(stage=Stage.ASKED, asked_at=SATURDAY - timedelta(days=3))
    waiting, over = (replace(asked, suggest_on=SATURDAY.date() - timedelta(days=ago)) for ago in (0, 1))
    told = [cards.state_line(one, CLOCK) for one in (waiting, over)]
    assert [one.text if one else "" for one in told] == [
        "Asked 3 days ago",
        "Asked 3 days ago. Say it ourselves?",
    ]


def test_stars_without_words_say_that_there_are_none(seen: Seen) -> None:
    seen.at.place = "google"
    one = seen.at.hear("", stars=1)
    seen.reload()
    column = seen.page.board.columns[Stage.NO_ANSWER].model
    found = column.index(column.row_of(one), 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Only stars, no words." in found


def is_late(seen: Seen, one: str) -> bool:
    """Whether its card says so, with a word as with a colour."""
    shown = cards.read(seen.at.shop, Wanted()).columns
    found = next(card for column in shown.values() for card in column if card.id == one)
    clock = seen.at.clock
    assert (", late." in cards.spoken(found, clock)) == cards.is_late(found, clock.now())
    return cards.is_late(found, clock.now())


def test_an_ending_is_late_by_the_aim_of_the_shop(seen: Seen) -> None:
    one = answered(seen.at)
    seen.at.clock.forward(days=6, hours=23)
    assert not is_late(seen, one)
    seen.at.clock.forward(hours=2)
    assert is_late(seen, one)
    undo = counter.put_aims(seen.at.shop, Aims(2, 14))
    assert not is_late(seen, one)
    undo.take_back(seen.at.shop)
    assert is_late(seen, one)


def test_a_first_answer_is_late_by_opening_hours(seen: Seen) -> None:
    shop = seen.at.shop
    counter.put_hours(shop, [(day, "07:00", "11:30") for day in range(1, 7)])  # it is Saturday, 10:00
    one = seen.at.hear(RAW, "Omar S.")
    seen.at.clock.forward(hours=12)
    assert is_late(seen, one) is False, "1:30 of today's opening hours, and closed since"
    seen.at.clock.forward(hours=11)
    assert is_late(seen, one) is True
    counter.put_aims(shop, Aims(4, 7))
    assert is_late(seen, one) is False
    counter.put_aims(shop, Aims(1, 7))
    seen.at.answer(one, "The box was ours to tape, and a new cake is on its way. Ines")
    assert is_late(seen, one) is False, "it has an answer"


def test_a_place_with_time_of_its_own_is_late_by_that(seen: Seen) -> None:
    shop, one = seen.at.shop, answered(seen.at)
    seen.at.clock.forward(days=8)
    assert is_late(seen, one)
    counter.put_aims(shop, Aims(2, 7, (PlaceAims("facebook", 2, 14),)))
    assert not is_late(seen, one)
    counter.put_aims(shop, Aims(2, 14, (PlaceAims("facebook", 2, 3),)))
    assert is_late(seen, one)


def test_only_the_owner_sets_the_aims(seen: Seen) -> None:
    shop = seen.at.shop
    tom = counter.add_person(shop, "Tom")
    for wrong in (Aims(0, 7), Aims(2, 0), Aims(101, 7), Aims(2, 366)):
        with pytest.raises(Misuse):
            counter.put_aims(shop, wrong)
    shop.set_person(tom)
    with pytest.raises(Misuse, match="Only Ines"):
        counter.put_aims(shop, Aims(3, 7))
    assert counter.aims(shop) == Aims(2, 7)


def test_the_year_begins_at_midnight_of_the_shops_own_january() -> None:
    summer = datetime(2025, 6, 14, 10, tzinfo=UTC)
    clock = SetClock(summer, ZoneInfo("Europe/Berlin"))
    assert cards.year_start(clock).astimezone(UTC) == datetime(2024, 12, 31, 23, tzinfo=UTC)


# ---- the model ---------------------------------------------------------------------------------------


def test_a_column_changes_row_by_row_and_stays_a_sound_model(look: Any) -> None:
    model, rng = ColumnModel(Stage.FIXED, CLOCK), random.Random(5)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    everyone = [card(f"Person {n}") for n in range(12)]
    for _ in range(60):
        some = rng.sample(everyone, rng.randrange(12))
        model.take(some, len(some))
        assert [model.card(row) for row in range(model.rowCount())] == some
    assert tester.model() is model


def test_the_reader_is_given_more_at_the_end_of_a_long_column(look: Any, qtbot: Any) -> None:
    model = ColumnModel(Stage.FIXED, CLOCK)
    model.take([card(f"P{n}") for n in range(3)], 40)
    assert model.canFetchMore()
    with qtbot.waitSignal(model.more_wanted) as wanted:
        model.fetchMore()
    assert wanted.args == [Stage.FIXED]
    model.take([card(f"P{n}") for n in range(40)], 40)
    assert not model.canFetchMore()


# ---- what stands where -------------------------------------------------------------------------------


def test_a_new_complaint_appears_without_being_asked_for(seen: Seen) -> None:
    one = seen.at.hear(RAW)
    settle()
    assert seen.column_of(one) is Stage.NO_ANSWER
    assert seen.page.board.columns[Stage.NO_ANSWER].head.count.text() == "1"
    assert seen.page.summary.sentence.text() == "1 public complaint looks open to a passer-by."


def test_selection_and_scroll_stay_when_others_come_and_go(seen: Seen) -> None:
    many = [seen.at.hear(f"{RAW} Number {n}.", f"Person {n}") for n in range(14)]
    settle()
    seen.choose(many[9])
    view = seen.page.board.columns[Stage.NO_ANSWER].view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    at = view.verticalScrollBar().value()
    assert at > 0
    seen.at.hear(RAW, "Somebody else")
    settle()
    assert (seen.page.chosen_id, view.current_id()) == (many[9], many[9])
    assert view.verticalScrollBar().value() == at


def test_all_heads_are_as_high_as_the_highest(seen: Seen) -> None:
    heights = {column.head.height() for column in seen.page.board.columns.values()}
    assert len(heights) == 1
    for column in seen.page.board.columns.values():
        assert column.head.needed(column.head.width()) <= column.head.height()


def test_in_a_low_window_the_heads_leave_a_card_its_room_and_stay_in_sight(seen: Seen, look: Any) -> None:
    """At 160 % the names of the columns were scrolled out at the top, and what a passer-by sees took all the rest."""
    seen.choose(seen.at.hear(RAW))
    heads = [column.head for column in seen.page.board.columns.values()]
    assert all(head.line.isVisible() and not head.toolTip() for head in heads)
    board = seen.page.board
    look.set_text_scale(1.6)
    board.setFixedHeight(260)
    settle()
    board.focus_card()
    settle()
    assert not any(head.line.isVisible() for head in heads) and heads[0].toolTip() == heads[0].line.text()
    assert all(head.visibleRegion().boundingRect().top() == 0 for head in heads)
    assert board.verticalScrollBar().maximum() == 0 and board.current_view().height() > 120
    board.setFixedHeight(500)
    settle()
    assert all(head.line.isVisible() for head in heads)


def test_arrows_go_from_card_to_card_and_past_empty_columns(seen: Seen, qtbot: Any) -> None:
    first, other = seen.at.hear(RAW), answered(seen.at, "Omar S.")
    counter.mark_fixed(seen.at.shop, other, FixedHow.DONE_NO_WORD)
    settle()
    seen.choose(first)
    qtbot.keyClick(seen.page.board.current_view(), Qt.Key.Key_Right)
    assert seen.page.chosen_id == other
    assert seen.page.board.columns[Stage.FIXED].view.hasFocus()
    qtbot.keyClick(seen.page.board.current_view(), Qt.Key.Key_Left)
    assert seen.page.chosen_id == first


def test_tab_comes_to_the_board_only_once(seen: Seen) -> None:
    answered(seen.at)
    settle()
    stops = [c for c in seen.page.board.columns.values() if c.view.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1


def test_the_filter_shows_one_persons_complaints_with_their_count(seen: Seen) -> None:
    mine, other = seen.at.hear(RAW), seen.at.hear(RAW, "Omar S.")
    counter.give_to(seen.at.shop, mine, seen.at.shop.me.id)
    settle()
    seen.page.header.people._chosen(seen.at.shop.me.id)
    settle()
    assert (seen.column_of(mine), seen.column_of(other)) == (Stage.NO_ANSWER, None)
    assert seen.page.board.columns[Stage.NO_ANSWER].head.count.text() == "1"
    assert seen.page.summary.sentence.text().startswith(
        "2 public complaints"
    )  # what a passer-by sees is no filter's


# ---- moving ------------------------------------------------------------------------------------------


def test_the_filter_by_trouble_shows_those_that_name_it(seen: Seen) -> None:
    late = seen.at.hear("The parcel was never delivered, and nobody came.", "Ann")
    raw = seen.at.hear(RAW, "Bo")
    seen.reload()
    choice = seen.page.header.troubles
    action = next(one for one in choice.menu().actions() if one.text() == "The delivery")
    action.trigger()
    settle()
    assert choice.text() == "The delivery" and seen.column_of(late) is Stage.NO_ANSWER
    assert seen.column_of(raw) is None
    assert seen.page.board.columns[Stage.NO_ANSWER].model.total == 1
    seen.page.show_view("list")
    settle()
    assert [card.id for card in seen.page.list.rows.first(9)] == [late]
    choice.menu().actions()[0].trigger()
    settle()
    assert {card.id for card in seen.page.list.rows.first(9)} == {late, raw}


def test_m_and_an_arrow_open_what_the_column_needs_first(seen: Seen, qtbot: Any) -> None:
    one = answered(seen.at)
    settle()
    seen.choose(one)
    view = seen.page.board.current_view()
    qtbot.keyClick(view, Qt.Key.Key_M)
    assert seen.page.board.is_moving
    qtbot.keyClick(view, Qt.Key.Key_Right)
    dialog = seen.page.acts.dialog
    assert isinstance(dialog, MarkFixedDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_3)
    dialog.mark.click()
    settle()
    assert seen.column_of(one) is Stage.FIXED
    assert seen.toasts[-1].text == "Marked fixed. A passer-by can’t tell yet"
    assert len(seen.at.ours_on_the_page(one)) == 1
    seen.undos[-1].take_back(seen.at.shop)
    settle()
    assert seen.column_of(one) is Stage.ANSWERED


@pytest.mark.parametrize("how", ["keys", "drop", "key F"])
def test_a_card_marked_fixed_stays_the_chosen_one_in_its_new_column(seen: Seen, qtbot: Any, how: str) -> None:
    others = [answered(seen.at, who) for who in ("Anna", "Bert", "Cleo")]
    fixed = answered(seen.at, "Dora")
    counter.mark_fixed(seen.at.shop, fixed, FixedHow.DONE_NO_WORD)
    settle()
    one = others[1]
    seen.choose(one)
    board = seen.page.board
    view = board.current_view()
    if how == "drop":
        board.columns[Stage.FIXED].view.dropped.emit(one)
    elif how == "keys":
        qtbot.keyClick(view, Qt.Key.Key_M)
        qtbot.keyClick(view, Qt.Key.Key_Right)
    else:
        qtbot.keyClick(view, Qt.Key.Key_F)
    dialog = seen.page.acts.dialog
    assert isinstance(dialog, MarkFixedDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_3)
    dialog.mark.click()
    seen.page.activateWindow()
    settle()
    assert seen.column_of(one) is Stage.FIXED
    assert seen.page.chosen_id == board.chosen_id == one
    assert seen.page.focusWidget() is board.columns[Stage.FIXED].view
    assert board.columns[Stage.FIXED].view.current_id() == one
    assert seen.page.panel.details is not None and seen.page.panel.details.id == one


def test_a_card_back_in_an_earlier_column_can_be_taken_back(seen: Seen, qtbot: Any) -> None:
    one = answered(seen.at)
    counter.mark_fixed(seen.at.shop, one, FixedHow.DONE_NO_WORD)
    settle()
    seen.choose(one)
    qtbot.keyClick(seen.page.board.current_view(), Qt.Key.Key_M)
    qtbot.keyClick(seen.page.board.current_view(), Qt.Key.Key_Left)
    settle()
    assert seen.column_of(one) is Stage.ANSWERED
    assert seen.undos[-1].text == "Moved Marta K. to Answered"
    assert seen.page.board.columns[Stage.ANSWERED].view.current_id() == one


def test_escape_leaves_a_card_where_it_was(seen: Seen, qtbot: Any) -> None:
    one = answered(seen.at)
    settle()
    seen.choose(one)
    qtbot.keyClick(seen.page.board.current_view(), Qt.Key.Key_M)
    qtbot.keyClick(seen.page.board.current_view(), Qt.Key.Key_Escape)
    qtbot.keyClick(seen.page.board.current_view(), Qt.Key.Key_Right)
    assert not seen.page.board.is_moving
    assert seen.column_of(one) is Stage.ANSWERED


def test_without_an_answer_that_shows_answered_is_refused_with_a_way_on(seen: Seen) -> None:
    one = seen.at.hear(RAW)
    settle()
    seen.page._move(one, Stage.ANSWERED)
    settle()
    assert seen.column_of(one) is Stage.NO_ANSWER
    toast = seen.toasts[-1]
    assert toast.text == "An answer to Marta K. has to show first"
    assert toast.action and toast.action[0] == "Open the conversation"
    toast.action[1]()
    assert seen.opened == [one]


def test_a_card_dropped_in_shown_asks_for_its_ending(seen: Seen) -> None:
    one = answered(seen.at)
    settle()
    source = seen.page.board.columns[Stage.ANSWERED]
    data = source.model.mimeData([source.model.index(source.model.row_of(one))])
    _drop(seen, Stage.SHOWN, data)
    dialog = seen.page.acts.dialog
    assert isinstance(dialog, EndingDialog)
    assert dialog.tab is Tab.SHOWS
    assert seen.stage(one) is Stage.ANSWERED
    dialog.close()


def test_a_card_dropped_on_its_own_column_and_anything_else_is_ignored(seen: Seen) -> None:
    one = answered(seen.at)
    settle()
    source = seen.page.board.columns[Stage.ANSWERED]
    data = source.model.mimeData([source.model.index(source.model.row_of(one))])
    strange = QMimeData()
    strange.setText(one)
    for stage, what in ((Stage.ANSWERED, data), (Stage.SHOWN, strange)):
        assert not _drop(seen, stage, what)
    assert seen.page.acts.dialog is None


def test_the_menu_has_a_twin_for_every_drag(seen: Seen) -> None:
    moves = [step.text() for step in seen.page._move_menu.actions()]
    assert moves == [
        "Move to No answer yet",
        "Move to Answered",
        "Move to Fixed, not shown",
        "Move to Asked to say so",
        "Move to Shown",
    ]


def test_single_keys_can_be_switched_off(seen: Seen, qtbot: Any) -> None:
    one = answered(seen.at)
    settle()
    seen.choose(one)
    seen.window.single_keys = False
    seen.window.settings_changed.emit("single_keys")
    qtbot.keyClick(seen.page.board.current_view(), Qt.Key.Key_M)
    qtbot.keyClick(seen.page.board.current_view(), Qt.Key.Key_F)
    assert not seen.page.board.is_moving
    assert seen.page.acts.dialog is None
    assert "M move" not in seen.page.key_hint()


def test_a_card_slides_to_its_column_where_things_may_move(seen: Seen, look: Any, qtbot: Any) -> None:
    one = answered(seen.at)
    settle()
    seen.choose(one)
    look.set_motion("follow")
    counter.mark_fixed(seen.at.shop, one, FixedHow.DONE_NO_WORD)
    settle()
    flight = seen.page.board._flying
    assert flight is not None and flight.duration() == 180
    view = seen.page.board.columns[Stage.FIXED].view
    assert view.painter_.landing == one
    qtbot.waitUntil(lambda: not view.painter_.landing, timeout=3000)


@pytest.mark.parametrize(("motion", "is_still"), [("none", False), ("less", False), ("follow", True)])
def test_a_card_is_in_its_column_at_once_where_nothing_may_slide(
    motion: str, is_still: bool, seen: Seen, look: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = answered(seen.at)
    settle()
    seen.choose(one)
    look.set_motion(motion)
    if is_still:
        monkeypatch.setattr(HouseStyle, "styleHint", lambda *_: 0, raising=False)
    counter.mark_fixed(seen.at.shop, one, FixedHow.DONE_NO_WORD)
    settle()
    board = seen.page.board
    assert board._flying is None
    view = board.columns[Stage.FIXED].view
    assert not view.painter_.landing and view.model().rowCount() == 1


# ---- list, those left standing, nothing ------------------------------------------------------------------


def test_the_list_has_the_same_complaints_and_sorts_them(seen: Seen, qtbot: Any) -> None:
    for name in ("Cleo", "Anna", "Bert"):
        seen.at.hear(RAW, name)
    seen.page.show_view("list")
    settle()
    table = seen.page.list
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    names = [table.rows.index(row, 0).data() for row in range(table.rows.rowCount())]
    assert names == ["Anna", "Bert", "Cleo"]
    assert table.rows.index(0, 3).data() == "No answer yet"
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_M)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert seen.toasts[-1].text == "An answer to Bert has to show first"


@pytest.mark.parametrize(("width", "scale"), [(1102, 1.0), (1049, 1.3), (1135, 1.3), (660, 1.0)])
def test_the_list_cuts_no_name_stage_age_or_state(seen: Seen, look: Any, width: int, scale: float) -> None:
    for who in ("Sandra Castellano", "Old Tom of the Quay"):
        counter.mark_fixed(seen.at.shop, answered(seen.at, who), FixedHow.DONE_NO_WORD)
    seen.at.clock.forward(days=24)
    look.set_text_scale(scale)
    seen.page.resize(width, 680)
    seen.page.show_view("list")
    settle()
    table = seen.page.list
    assert table.rows.rowCount() == 2
    for row in range(2):
        for column in (0, 1, 3, 4, 5, 6):
            cell = table.visualRect(table.rows.index(row, column))
            text = str(table.rows.index(row, column).data())
            room = cell.width() - px(16)
            block = TextBlock(text, fonts.font("strong", tabular=True), room, most_lines=table.cells.lines)
            assert not block.cut and block.height <= cell.height(), text
    assert table.horizontalScrollBar().maximum() == 0


def test_the_lists_model_is_sound_while_it_sorts(look: Any) -> None:
    from ui.complaints.table import OPEN_FIELDS, TableModel

    model = TableModel(OPEN_FIELDS, CLOCK)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.take([card(name) for name in ("Cleo", "Anna", "Bert")])
    for column in range(model.columnCount()):
        model.sort(column, Qt.SortOrder.DescendingOrder)
    assert model.rowCount() == 3 and tester.model() is model


def test_what_was_left_standing_shows_its_reason_and_can_be_picked_up(seen: Seen) -> None:
    from desktop.records import StandingReason

    one = answered(seen.at)
    counter.leave_standing(seen.at.shop, one, StandingReason.NO_REPLY, "Wrote three times")
    settle()
    assert seen.column_of(one) is None
    assert seen.page.header.standing.text() == "1 left standing"
    seen.press("1 left standing", seen.page)
    row = [seen.page.standing.rows.index(0, column).data() for column in range(5)]
    assert (row[0], row[3:]) == ("Marta K.", ["They don’t answer", "Wrote three times"])
    seen.press("Pick it up again")
    assert seen.stage(one) is Stage.ANSWERED
    assert "Nothing left standing" in seen.texts(seen.page)


def test_a_shop_without_complaints_says_so(seen: Seen) -> None:
    assert "No public complaints so far" in seen.texts(seen.page)
    seen.at.hear(RAW)
    settle()
    assert "No public complaints so far" not in seen.texts(seen.page)


def test_the_first_time_line_stays_away_once_dismissed(seen: Seen, qtbot: Any) -> None:
    bar = seen.page.first_line
    assert bar.isVisible()
    bar.dismissed.emit()
    again = open_page(seen.at, qtbot)
    assert not again.page.first_line.isVisible()


def test_in_a_narrow_window_the_panel_comes_when_asked_for_and_goes_again(
    at_counter: Counter, look: Any, qtbot: Any
) -> None:
    one = answered(at_counter)
    seen = open_page(at_counter, qtbot, width=820)
    seen.choose(one)
    assert not seen.page.panel.isVisible()
    qtbot.keyClick(seen.page.board.current_view(), Qt.Key.Key_Return)
    assert seen.page.panel.isVisible() and seen.page._is_in_panel()
    qtbot.keyClick(seen.page.window().focusWidget(), Qt.Key.Key_Escape)
    assert not seen.page.panel.isVisible()
    assert seen.page.board.has_keyboard()


def test_every_column_is_read_in_pages(seen: Seen, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(4):
        seen.at.hear(RAW, f"Person {n}")
    found = cards.read(seen.at.shop, Wanted(most=dict.fromkeys(COLUMNS, 2)))
    assert (len(found.columns[Stage.NO_ANSWER]), found.totals[Stage.NO_ANSWER]) == (2, 4)


def test_an_ask_that_went_private_stands_in_asked_and_still_counts_as_open(seen: Seen) -> None:
    one = answered(seen.at)
    told = they_say(seen.at, one, "All sorted, thank you.", is_public=False)
    counter.mark_fixed(seen.at.shop, one, FixedHow.THEY_TOLD_US, told)
    seen.at.answer(one, "Would you say so? Ines", Channel.PRIVATE, purpose=Purpose.ASK)
    settle()
    assert seen.column_of(one) is Stage.ASKED
    assert seen.page.summary.sentence.text() == "1 public complaint looks open to a passer-by."
    assert complaints.open_count(seen.at.shop.store) == 1


def test_an_ending_is_quoted_in_the_words_of_its_proof(seen: Seen) -> None:
    one = answered(seen.at)
    told = they_say(seen.at, one, "All sorted now, thank you.")
    counter.confirm_ending(seen.at.shop, one, kind=ProofKind.THEIR_REPLY, post_id=told)
    lookout.look(seen.at.shop, one)
    settle()
    found = seen.page.board.card(one)
    assert found and found.words == "“All sorted now, thank you.”"
    assert seen.page.summary.number.text() == "1 of 1 this year show a resolution"
    assert seen.page.summary.sentence.text() == "Every public complaint shows how it ended"


def _drop(seen: Seen, stage: Stage, data: QMimeData) -> bool:
    """Drags `data` over a column and lets go; True when it was taken."""
    view = seen.page.board.columns[stage].view
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.MoveAction, data, buttons, none)
    view.dragEnterEvent(enter)
    drop = QDropEvent(QPointF(20, 20), Qt.DropAction.MoveAction, data, buttons, none)
    drop.ignore()
    if enter.isAccepted():
        view.dropEvent(drop)
    settle()
    return drop.isAccepted()


def test_in_a_narrow_head_what_can_be_missed_steps_aside_and_the_choices_stay_whole(seen: Seen) -> None:
    head = seen.page.header
    told = []
    for width in range(1110, 600, -20):
        seen.page.resize(width, 720)
        settle()
        told.append((head.subtitle.isVisible(), head.week.isVisible()))
        if head.week.isVisible():
            for whole in (head.title, head.people, head.places, head.troubles, head.standing, head.week):
                assert whole.width() >= whole.sizeHint().width(), width
    assert list(dict.fromkeys(told)) == [(True, True), (False, True), (False, False)]
    seen.page.resize(1110, 720)
    settle()
    assert head.subtitle.isVisible() and head.week.isVisible()


@pytest.mark.parametrize(("width", "is_below"), [(300, False), (150, True)])
def test_the_age_goes_under_a_name_that_it_would_cut(look: Any, qtbot: Any, width: int, is_below: bool) -> None:
    view = QListView()
    qtbot.addWidget(view)
    laid = CardDelegate(CLOCK, view)._laid(card("Pieter van der Berg", days=26), None, width)
    other = CardDelegate(CLOCK, view)._laid(card("Bo", days=26), None, width)
    assert laid.is_age_below is is_below and not other.is_age_below
    assert (laid.height > other.height) is is_below
