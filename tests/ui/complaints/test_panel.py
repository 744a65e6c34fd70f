"""The side panel: what a passer-by sees today, proofs, looks, and the ending that is proposed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop import complaints, counter, lookout, looks
from desktop.looks import PageSight
from desktop.records import FixedHow, ProofKind, Stage
from desktop.shop import Shop
from tests.fixtures_shop import Counter
from tests.stories.fenny_lane import open_fenny_lane
from tests.ui.complaints.kit import RAW, Seen, answered, open_page, settle, they_say
from ui.ending import EndingDialog, LeaveStandingDialog, MarkFixedDialog, Tab
from ui.widgets.passerby import PasserByPreview


def test_the_panel_shows_what_a_stranger_finds_and_what_is_missing(seen: Seen) -> None:
    one = answered(seen.at)
    they_say(seen.at, one, "You have my number.", is_public=False)
    settle()
    seen.choose(one)
    preview = seen.page.panel.findChildren(PasserByPreview)[-1]
    assert [line.ours for line in preview._lines] == [False, True]
    assert preview._note == "Nothing here says it was put right."
    assert "a complaint and your answer." in preview.accessibleDescription()
    assert "What a passer-by sees today" in seen.texts()


def test_a_proposed_ending_is_decided_with_enter_and_can_be_taken_back(seen: Seen, qtbot: Any) -> None:
    one = answered(seen.at)
    they_say(seen.at, one, "Update: they remade it the same day. All sorted now.")
    settle()
    seen.choose(one)
    assert "Looks like Marta said it’s sorted:" in seen.texts()
    assert "Is this the ending?" in seen.texts()
    picture = seen.page.panel.findChildren(PasserByPreview)[-1]
    assert picture._note == "Looks like they said it’s sorted. One of you decides."
    qtbot.keyClick(seen.page.board.current_view(), Qt.Key.Key_Return)
    focus = seen.page.window().focusWidget()
    assert focus is seen.button("Yes, that’s it")
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    settle()
    assert seen.column_of(one) is Stage.SHOWN
    assert seen.undos[-1].text == "Moved Marta K. to Shown"
    assert seen.toasts[-1].text == "Moved Marta K. to Shown"
    assert "Proof: their reply" in seen.texts()
    seen.undos[-1].take_back(seen.at.shop)
    settle()
    assert seen.column_of(one) is Stage.ANSWERED
    assert "Looks like Marta said it’s sorted:" in seen.texts()


def test_what_is_not_the_ending_is_not_proposed_again(seen: Seen) -> None:
    one = answered(seen.at)
    they_say(seen.at, one, "All sorted now, thank you.")
    settle()
    seen.choose(one)
    seen.press("No")
    assert "Looks like" not in seen.texts()
    assert seen.stage(one) is Stage.ANSWERED


def test_the_saved_copy_of_a_proof_can_be_read_without_a_connection(seen: Seen) -> None:
    one = answered(seen.at)
    told = they_say(seen.at, one, "All sorted now, thank you.")
    counter.confirm_ending(seen.at.shop, one, kind=ProofKind.THEIR_REPLY, post_id=told)
    seen.at.world.fault("offline", 50)
    settle()
    seen.choose(one)
    assert "“All sorted now, thank you.”" in seen.texts()
    assert "Saved copy, 14 June. The page itself needs a connection." in seen.texts()


def test_a_look_that_cannot_reach_the_page_says_so_in_place(seen: Seen) -> None:
    one = answered(seen.at)
    told = they_say(seen.at, one, "All sorted now, thank you.")
    counter.confirm_ending(seen.at.shop, one, kind=ProofKind.THEIR_REPLY, post_id=told)
    settle()
    seen.choose(one)
    seen.at.world.fault("offline", 5)
    seen.press("Check now")
    said = "We couldn’t open the proof page. That doesn’t mean it’s gone. We’ll look again tomorrow."
    assert said in seen.texts()
    assert seen.stage(one) is Stage.SHOWN
    seen.at.world.no_faults()
    seen.press("Check now")
    assert "couldn’t open" not in seen.texts()
    assert "Page checked just now ·" in seen.texts()


def test_how_long_ago_the_page_was_checked_goes_on_counting(seen: Seen) -> None:
    seen.choose(answered(seen.at))
    seen.press("Check now")
    assert "Page checked just now ·" in seen.texts()
    seen.at.clock.forward(minutes=25)
    seen.page._time_passes()
    assert "Page checked 25 min ago ·" in seen.texts()


def test_a_lost_proof_says_what_it_was_and_when_we_looked(seen: Seen) -> None:
    one = answered(seen.at)
    told = they_say(seen.at, one, "All sorted now, thank you.")
    counter.confirm_ending(seen.at.shop, one, kind=ProofKind.THEIR_REPLY, post_id=told)
    from desktop import posts

    seen.at.world.drop(next(p for p in posts.thread(seen.at.shop.store, one) if p.id == told).remote_id)
    lookout.look(seen.at.shop, one)
    seen.at.clock.forward(hours=25)
    lookout.look(seen.at.shop, one)
    settle()
    seen.choose(one)
    said = "Marta’s reply from 14 June isn’t on the page any more. We looked on Saturday and again on Sunday."
    assert said in seen.texts()
    assert seen.column_of(one) is Stage.FIXED
    assert "“All sorted now, thank you.”" in seen.texts()


def test_a_first_look_that_misses_the_proof_says_so_and_when_we_look_again(seen: Seen) -> None:
    one = answered(seen.at)
    told = they_say(seen.at, one, "All sorted now, thank you.")
    counter.confirm_ending(seen.at.shop, one, kind=ProofKind.THEIR_REPLY, post_id=told)
    from desktop import posts

    seen.at.world.drop(next(p for p in posts.thread(seen.at.shop.store, one) if p.id == told).remote_id)
    lookout.look(seen.at.shop, one)
    settle()
    seen.choose(one)
    assert seen.column_of(one) is Stage.SHOWN
    again = "We looked today and didn’t find it. We’ll look again tomorrow, and only then count it as gone."
    assert again in seen.texts()
    preview = seen.page.panel.findChildren(PasserByPreview)[-1]
    assert "The ending wasn’t there when we looked." in preview.accessibleDescription()
    seen.at.clock.forward(hours=3)
    lookout.look(seen.at.shop, one)  # a look in between doesn't put it off
    assert looks.last(seen.at.shop.store, one).next_at == seen.at.clock.now() + timedelta(hours=21)  # type: ignore[union-attr]
    seen.at.clock.forward(hours=21)
    lookout.look_due(seen.at.shop)
    settle()
    assert seen.column_of(one) is Stage.FIXED


def test_a_page_that_cannot_be_looked_at_from_here_asks_a_person(seen: Seen) -> None:
    one = seen.at.hear(RAW)
    seen.at.answer(one, "That was ours. Ines")
    with seen.at.shop.store.writing():
        complaints.answer_gone(seen.at.shop.store, one, seen.at.clock.now())
        looks.note(seen.at.shop.store, one, PageSight.UNKNOWN, "", seen.at.clock.now(), None, 1)
    settle()
    seen.choose(one)
    assert "Not checked." in seen.texts()
    assert "Look and tell us" in seen.texts()
    seen.press("An answer of yours shows")
    assert seen.stage(one) is Stage.ANSWERED
    assert "Ines looked just now ·" in seen.texts()


def shown_by_hand(seen: Seen) -> str:
    """A review that nobody can fetch, with the ending that Ines saw there."""
    at = seen.at
    heard = counter.Heard("yelp", RAW, at.clock.now() - timedelta(hours=3), "Marta K.", "https://yelp.example/r/1")
    one = counter.add_by_hand(at.shop, heard).conversation
    counter.confirm_ending(
        at.shop, one, kind=ProofKind.THEIR_REPLY, link="https://yelp.example/r/1", words="They baked me a new one."
    )
    seen.reload()
    return one


def spoken_card(seen: Seen) -> str:
    return str(seen.page.board.current_view().currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))


def test_an_ending_only_a_person_can_see_is_asked_about_after_three_months(seen: Seen) -> None:
    one = shown_by_hand(seen)
    seen.choose(one)
    assert "Still showing?" not in seen.texts() + spoken_card(seen)
    assert "Ines looked just now" in seen.texts()
    seen.at.clock.forward(days=91)
    seen.reload()
    seen.choose(one)
    assert "Still showing?" in seen.texts()
    assert "Still showing?" in spoken_card(seen)
    assert seen.button("Gone") and seen.button("Open")
    seen.press("Yes")
    assert "Still showing?" not in seen.texts() + spoken_card(seen)
    assert "Ines looked just now" in seen.texts()
    proof = complaints.proof(seen.at.shop.store, one)
    assert proof and (proof.checked_by, proof.checked_at) == (seen.at.shop.me.id, seen.at.clock.now())
    assert seen.undos[-1].text == "The ending still shows"
    seen.undos[-1].take_back(seen.at.shop)
    settle()
    assert "Still showing?" in seen.texts()
    seen.press("Gone")
    assert seen.column_of(one) is Stage.FIXED
    seen.undos[-1].take_back(seen.at.shop)
    settle()
    assert seen.column_of(one) is Stage.SHOWN


def test_what_a_person_is_to_look_for_stands_before_any_number_of_newer_endings(seen: Seen) -> None:
    due, gone, newer = shown_by_hand(seen), shown_by_hand(seen), [shown_by_hand(seen) for _ in range(3)]
    shop = seen.at.shop
    with shop.store.writing():
        looks.note(shop.store, gone, PageSight.NO_PAGE_AGAIN, "signed out", seen.at.clock.now(), None, 2)
        complaints.proof_held(shop.store, _proof_id(seen, gone), seen.at.clock.now() + timedelta(days=80))
    seen.at.clock.forward(days=91)
    newer += [shown_by_hand(seen) for _ in range(52)]
    for one in newer[:3]:
        counter.still_shows(shop, one)
    settle()
    model = seen.page.board.columns[Stage.SHOWN].model
    assert {model.card(row).id for row in (0, 1)} == {due, gone}
    assert [model.card(row).id for row in (2, 3)] != newer[:2], "the newest come next"
    for one in (due, gone):
        assert model.row_of(one) in (0, 1)
        seen.choose(one)
        assert seen.button("Gone") and seen.button("Open")
    seen.choose(due)
    seen.press("Yes")
    assert (model.row_of(gone), model.row_of(due)) == (0, -1), "among the oldest again"
    as_read = sorted(complaints.in_stage(shop.store, Stage.SHOWN), key=lambda one: one.stage_at, reverse=True)
    asked = [one.id for one in as_read if complaints.is_to_be_seen(one, seen.at.clock.now())]
    first = complaints.in_stage(shop.store, Stage.SHOWN, now=seen.at.clock.now(), limit=len(asked))
    assert [one.id for one in first] == asked == [gone]


def test_a_page_behind_a_link_that_is_not_there_is_told_and_then_asked_about(seen: Seen) -> None:
    one = answered(seen.at)
    shop, link = seen.at.shop, "https://blog.example/7"
    counter.confirm_ending(shop, one, kind=ProofKind.THEIR_REPLY, link=link, words="They baked me a new one.")
    with shop.store.writing():
        complaints.proof_missed(shop.store, _proof_id(seen, one), seen.at.clock.now())
    settle()
    seen.choose(one)
    said = "We looked today and didn’t find it. We’ll look again tomorrow, and then ask you."
    assert said in seen.texts() and "Still showing?" not in spoken_card(seen)
    seen.at.clock.forward(days=1)
    with shop.store.writing():
        complaints.proof_missed(shop.store, _proof_id(seen, one), seen.at.clock.now())
    settle()
    assert said not in seen.texts() and "Still showing?" in seen.texts()
    assert "We looked yesterday and again a day later: there is no such page any more." in seen.texts()
    assert "Still showing?" in spoken_card(seen)
    seen.press("Yes")
    assert "Still showing?" not in seen.texts() + spoken_card(seen)


def _proof_id(seen: Seen, one: str) -> str:
    found = complaints.proof(seen.at.shop.store, one)
    assert found
    return found.id


def test_after_they_wrote_again_a_person_says_whether_the_ending_stands(seen: Seen) -> None:
    one = shown_by_hand(seen)
    with seen.at.shop.store.writing():
        complaints.in_doubt(seen.at.shop.store, one, seen.at.clock.now())
    settle()
    seen.choose(one)
    assert seen.column_of(one) is Stage.FIXED
    assert "They wrote again. Still showing?" in seen.texts()
    assert "“They baked me a new one.”" in seen.texts(), "what to look for"
    seen.press("Yes")
    assert seen.column_of(one) is Stage.SHOWN


def test_a_page_that_is_gone_is_proposed_and_a_person_says_so(seen: Seen) -> None:
    at = seen.at
    heard = counter.Heard("yelp", RAW, at.clock.now() - timedelta(hours=3), "Marta K.", "https://yelp.example/r/1")
    one = counter.add_by_hand(at.shop, heard).conversation
    with at.shop.store.writing():
        looks.note(at.shop.store, one, PageSight.NO_PAGE_AGAIN, "signed out", at.clock.now(), None, 2)
    at.clock.forward(days=1)
    seen.reload()
    seen.choose(one)
    assert "No such page any more. Is it gone?" in spoken_card(seen)
    assert "We looked yesterday and again a day later: there is no such page any more." in seen.texts()
    seen.press("It’s there")
    assert "Is it gone?" not in seen.texts() + spoken_card(seen)
    seen.undos[-1].take_back(at.shop)
    settle()
    seen.press("It’s gone")
    assert seen.stage(one) is Stage.TAKEN_DOWN
    seen.undos[-1].take_back(at.shop)
    settle()
    assert seen.stage(one) is Stage.NO_ANSWER
    assert "Is it gone?" in seen.texts()


def test_a_person_can_say_that_a_proof_is_gone(seen: Seen) -> None:
    one = answered(seen.at)
    told = they_say(seen.at, one, "All sorted now, thank you.")
    counter.confirm_ending(seen.at.shop, one, kind=ProofKind.THEIR_REPLY, post_id=told)
    settle()
    seen.choose(one)
    seen.press("It isn’t there any more")
    assert seen.column_of(one) is Stage.FIXED
    assert "We looked on Saturday." in seen.texts()


def test_how_we_know_it_is_fixed_is_told_with_their_words(seen: Seen) -> None:
    one = answered(seen.at)
    told = they_say(seen.at, one, "All sorted, and tell Priya thank you.", is_public=False)
    counter.mark_fixed(seen.at.shop, one, FixedHow.THEY_TOLD_US, told)
    settle()
    seen.choose(one)
    assert "Marta, privately, Sat 14 June: “All sorted, and tell Priya thank you.”" in seen.texts()
    assert seen.button("Ask Marta to say so").kind() == "primary"  # type: ignore[union-attr]


def test_nobody_is_asked_first_who_has_not_said_that_it_is_sorted(seen: Seen) -> None:
    one = answered(seen.at)
    counter.mark_fixed(seen.at.shop, one, FixedHow.DONE_NO_WORD)
    settle()
    seen.choose(one)
    assert seen.button("Say it ourselves").kind() == "primary"  # type: ignore[union-attr]
    assert seen.button("Ask Marta to say so").kind() == "plain"  # type: ignore[union-attr]


@pytest.mark.parametrize(("key", "tab"), [("A", Tab.ASK), ("U", Tab.SAY), ("P", Tab.SHOWS)])
def test_a_u_and_p_open_the_three_ways(seen: Seen, qtbot: Any, key: str, tab: Tab) -> None:
    one = answered(seen.at)
    counter.mark_fixed(seen.at.shop, one, FixedHow.DONE_NO_WORD)
    settle()
    seen.choose(one)
    qtbot.keyClick(seen.page.board.current_view(), getattr(Qt.Key, f"Key_{key}"))
    dialog = seen.page.acts.dialog
    assert isinstance(dialog, EndingDialog) and dialog.tab is tab
    dialog.close()


def test_what_is_not_fixed_yet_is_marked_fixed_before_it_is_said(seen: Seen, qtbot: Any) -> None:
    one = answered(seen.at)
    settle()
    seen.choose(one)
    qtbot.keyClick(seen.page.board.current_view(), Qt.Key.Key_U)
    first = seen.page.acts.dialog
    assert isinstance(first, MarkFixedDialog)
    qtbot.keyClick(first, Qt.Key.Key_2)
    first.mark.click()
    settle()
    then = seen.page.acts.dialog
    assert isinstance(then, EndingDialog) and then.tab is Tab.SAY
    then.close()


def test_leaving_it_standing_asks_for_a_reason(seen: Seen) -> None:
    one = answered(seen.at)
    settle()
    seen.choose(one)
    seen.press("Leave it standing, with a reason…")
    dialog = seen.page.acts.dialog
    assert isinstance(dialog, LeaveStandingDialog)
    dialog.radios[0].setChecked(True)
    dialog.leave.click()
    settle()
    assert seen.stage(one) is Stage.STANDING
    assert seen.undos[-1].text == "Left Marta K. standing"
    assert seen.page.chosen_id != one


def test_the_keyboard_stays_on_its_button_when_the_panel_changes(seen: Seen) -> None:
    one = answered(seen.at)
    settle()
    seen.choose(one)
    seen.button("Add a proof link").setFocus()
    counter.give_to(seen.at.shop, one, seen.at.shop.me.id)
    settle()
    assert "held by Ines" in seen.texts()
    assert seen.page.window().focusWidget() is seen.button("Add a proof link")


def test_the_conversation_is_one_link_away(seen: Seen, qtbot: Any) -> None:
    one = answered(seen.at)
    settle()
    seen.choose(one)
    with qtbot.waitSignal(seen.page.open_conversation):
        seen.press("Open the conversation")
    qtbot.keyClick(seen.page.board.current_view(), Qt.Key.Key_O)
    assert seen.opened == [one, one]


# ---- the first acceptance day, steps 8 to 11 ---------------------------------------------------------------


@pytest.fixture
def fenny(tmp_path: Path) -> Iterator[Shop]:
    shop = open_fenny_lane(tmp_path / "fenny")
    yield shop
    shop.close()


def test_ines_confirms_sunita_and_finds_what_became_of_pieters_proof(fenny: Shop, look: Any, qtbot: Any) -> None:
    seen = open_page(Counter(fenny, None, fenny.clock), qtbot)  # type: ignore[arg-type]
    named = {card.complaint.author_name: card.id for card in seen.page.board.cards()}
    assert seen.page.summary.sentence.text() == (
        "9 public complaints look open to a passer-by. 4 of them are already fixed."
    )
    assert seen.page.header.standing.text() == "2 left standing"
    seen.choose(named["Sunita D."])
    spoken = seen.page.board.current_view().currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Update: they remade it the same day." in spoken
    assert "Looks like Sunita said it’s sorted. Is this the ending?" in spoken
    qtbot.keyClick(seen.page.board.current_view(), Qt.Key.Key_Return)
    qtbot.keyClick(seen.page.window().focusWidget(), Qt.Key.Key_Return)
    settle()
    assert seen.column_of(named["Sunita D."]) is Stage.SHOWN
    assert seen.page.summary.sentence.text().startswith("8 public complaints")
    assert seen.page.summary.number.text() == "30 of 38 this year show a resolution"
    assert seen.undos[-1].text == "Moved Sunita D. to Shown"
    assert "Proof: their edit" in seen.texts()
    seen.choose(named["Pieter V."])
    said = "Your note from 24 May isn’t on the page any more. We looked on Thursday and again on Friday."
    assert said in seen.texts()
    assert {"Say it ourselves", "Open"} <= set(seen.texts().split("\n"))
