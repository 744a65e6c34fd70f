"""Print the week: chosen in a dialog, one A4 page, of the same numbers as the board."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop import complaints, counter, promises
from desktop.errors import DiskTrouble
from desktop.practice.opening import open_practice
from desktop.records import Aims, FixedHow, PlaceAims, ProofKind, StandingReason
from tests.printed import bare, pages
from tests.ui.complaints.kit import RAW, Seen, answered
from ui.background import AtOnce
from ui.complaints.week_dialog import WeekPrinting
from ui.theme import Theme
from ui.window import Window


def printing(seen: Seen) -> WeekPrinting:
    """What the window does when it is asked to print the week."""
    return WeekPrinting(seen.at.shop, seen.page._background, seen.window, seen.page)


def printed(seen: Seen, file: Path, row: int = 0) -> list[str]:
    """What the pages say after a press on the board's button, and Save."""
    week = printing(seen)
    week.ask_for_file = lambda _days: str(file)
    asked = seen.window.week_wanted.connect(lambda _none: week.begin())
    QTest.mouseClick(seen.page.header.week, Qt.MouseButton.LeftButton)
    seen.window.week_wanted.disconnect(asked)
    dialog = week.dialog
    assert dialog is not None and dialog.isVisible()
    week.begin()
    assert week.dialog is dialog
    dialog.week.setCurrentIndex(row)
    dialog.save.click()
    assert week.dialog is None
    return [bare(page) for page in pages(file)]


def test_the_page_tells_the_board_and_the_week(seen: Seen, tmp_path: Path) -> None:
    at, shop = seen.at, seen.at.shop
    at.hear(RAW, "Marta K.")
    fixed, shown, left = (answered(at, who) for who in ("Omar S.", "Sunita D.", "Pieter"))
    counter.mark_fixed(shop, fixed, FixedHow.DONE_NO_WORD)
    counter.confirm_ending(shop, shown, kind=ProofKind.OUR_UPDATE, link="https://example.org/1")
    counter.leave_standing(shop, left, StandingReason.NO_REPLY, "Wrote three times")
    with shop.store.writing():
        promises.add(shop.store, fixed, shop.me.id, at.clock.now(), at.clock.now())
    at.clock.forward(days=7)
    (said,) = printed(seen, tmp_path / "week.pdf")
    assert "Theweekfrom9to15June" in said and "Practice" not in said
    counts = complaints.counts(shop.store, at.clock.now().replace(month=1, day=1))
    assert counts.open == 2 and "2publiccomplaintslookopentoapasser-by.1ofthemisalreadyfixed." in said
    assert "Noansweryet:1·Answered:0MartaK.,Facebook,since14June·Noansweryet" in said
    assert "Fixed,notshown:1·Askedtosayso:0OmarS.,Facebook,since14June·Fixed14June" in said
    assert "Promisesmissed:1OmarS.,bySat14June" in said and "stillowed" in said
    assert "Nopromisewasdueandkeptthisweek." in said
    assert "SunitaD.,Facebook,since14June·Proof:ourupdate" in said
    assert "Pieter,Facebook,since14June·" in said and "Wrotethreetimes" in said
    assert seen.toasts[-1].text == "The week on one page: week.pdf"
    assert "Theweekfrom16to22June" in printed(seen, tmp_path / "this.pdf", 1)[0]


def test_what_is_late_by_the_aims_of_its_place_says_so(seen: Seen, tmp_path: Path) -> None:
    at = seen.at
    at.hear(RAW, "Marta K.")
    counter.mark_fixed(at.shop, answered(at, "Omar S."), FixedHow.DONE_NO_WORD)
    at.clock.forward(days=7)
    (said,) = printed(seen, tmp_path / "week.pdf")
    assert "Noansweryet·late" in said and "Fixed14June·late" in said
    counter.put_aims(at.shop, Aims(2, 7, (PlaceAims("facebook", 100, 30),)))
    counter.put_hours(at.shop, [(day, "07:00", "12:00") for day in range(6)])
    (said,) = printed(seen, tmp_path / "later.pdf")
    assert "MartaK." in said and "OmarS." in said and "late" not in said


def test_what_was_given_another_time_is_told_apart_from_kept_and_missed(seen: Seen, tmp_path: Path) -> None:
    at = seen.at
    moved, late = (at.hear(RAW, who) for who in ("Marta K.", "Omar S."))
    for one in (moved, late, moved):
        at.answer(one, "I'm looking into it.", promise_at=at.clock.now() + timedelta(hours=1))
    at.clock.forward(hours=2)
    at.answer(late, "Still looking.", promise_at=at.clock.now() + timedelta(hours=1))
    at.clock.forward(days=7)
    (said,) = printed(seen, tmp_path / "week.pdf")
    assert "Promiseskept·movedintime:1Nopromisewasdueandkeptthisweek." in said
    assert "Promisesmissed:3" in said and said.count("stillowed") == 2
    assert re.search(r"OmarS\.,bySat14June[^·]*·movedSat14June", said)


def test_a_week_in_which_nothing_happened_says_so_in_sentences(seen: Seen, tmp_path: Path) -> None:
    (said,) = printed(seen, tmp_path / "none.pdf")
    for sentence in ("Nothing like that is open.", "Whatever is fixed shows it.", "No promise was missed this week."):
        assert bare(sentence) in said
    assert bare("Nothing was named twice this week.") in said


def test_a_hundred_of_everything_is_one_page_that_counts_the_rest(seen: Seen, tmp_path: Path) -> None:
    at, shop = seen.at, seen.at.shop
    for number in range(30):
        one = at.hear(RAW, f"{number:02} " + "Somebody with a very long name " * 6)
        with shop.store.writing():
            promises.add(shop.store, one, shop.me.id, at.clock.now(), at.clock.now())
        if number % 3 == 0:
            counter.leave_standing(shop, one, StandingReason.OTHER, "word " * 300)
    at.clock.forward(days=7)
    found = printed(seen, tmp_path / "week.pdf")
    assert len(found) == 1
    assert "Noansweryet:20" in found[0] and "and7more" in found[0]
    assert "Promisesmissed:30" in found[0] and "and23more" in found[0]
    assert "Leftstanding:10" in found[0] and "and5more" in found[0]


def test_no_file_is_no_page_and_a_folder_that_is_gone_is_said(seen: Seen, tmp_path: Path) -> None:
    troubles: list[Any] = []
    seen.window.trouble_found.connect(troubles.append)
    week = printing(seen)
    week.ask_for_file = lambda _days: ""
    week.begin()
    assert week.dialog is not None
    QTest.keyClick(week.dialog, Qt.Key.Key_Return)
    assert week.dialog is None and seen.toasts == []
    week.ask_for_file = lambda _days: str(tmp_path / "gone" / "week.pdf")
    week.begin()
    week.dialog.save.click()
    assert isinstance(troubles[-1], DiskTrouble) and seen.toasts == []


def test_the_pretend_shop_prints_that_it_is_practice(tmp_path: Path, look: Theme, qtbot: Any) -> None:
    shop = open_practice(tmp_path / "practice")
    background, page = AtOnce(shop.changes), QWidget()
    qtbot.addWidget(page, before_close_func=lambda _page: background.close())
    file = tmp_path / "week.pdf"
    week = WeekPrinting(shop, background, Window(), page)
    week.ask_for_file = lambda _days: str(file)
    week.begin()
    assert week.dialog is not None
    week.dialog.save.click()
    (said,) = (bare(text) for text in pages(file))
    assert said.startswith("Practice·Theweekfrom") and "PuddleStreetCycles" in said
