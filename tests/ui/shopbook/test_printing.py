"""Print for the counter: always two pages, every fact on them, and no half file where none can be written."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import counter
from desktop.errors import DiskTrouble
from desktop.records import Aims, Fact, Limits, Value, Voice
from desktop.shopbook import Opening
from tests.fixtures_shop import SATURDAY, Counter
from tests.printed import bare, pages
from ui.background import AtOnce
from ui.shopbook.page import ShopBookPage
from ui.shopbook.printing import Sheet, print_to
from ui.theme import Theme
from ui.window import Toast, Window

WEEK = {day: ((time(7), time(16)),) for day in range(1, 7)}
VOICE = Voice("Short. First names.", ("We burnt it.",), ("Valued customer",))
VALUES = (Value("Nobody leaves hungry"), Value("Bread goes to the shelter", False))
TOM = Limits(30.0, False, True, True, False)


def sheet(*facts: tuple[str, str], closures: dict[date, str] | None = None) -> Sheet:
    told = tuple(Fact(title, title, text, (), "Ines", SATURDAY) for title, text in facts)
    people = (("Ines", Limits()), ("Tom", TOM))
    return Sheet(
        "Corner Shop", told, people, Opening(WEEK, closures or {}), VOICE, VALUES, Aims(2, 7), "€", date(2025, 6, 14)
    )


def test_two_pages_hold_facts_promises_and_hours(look: Theme, tmp_path: Path) -> None:
    file = tmp_path / "book.pdf"
    closed = {date(2025, 6, 24): "A funeral", date(2025, 6, 1): "Stocktaking"}
    closed |= {date(2025, 7, day): "Away" for day in (28, 29, 30, 31)}
    print_to(
        file,
        sheet(("Seeded rye", "No milk, no egg. Five seeds."), ("The phone", "After 8."), closures=closed),
    )
    first, second = (bare(page) for page in pages(file))
    assert "Seededrye" in first and "Nomilk,noegg.Fiveseeds." in first and "Thephone" in first
    assert "CornerShop·printedonSaturday14June2025" in first and "CornerShop" in second
    assert "upto€30" in second and "Askfirst" in second and "Tom" in second
    assert "Tuesday7:00–16:00" in second and "MondayClosed" in second
    assert "WesayWeburntit.Wedon’tsayValuedcustomer" in second
    assert "NobodyleaveshungrySaysoifasked" in second
    assert "BreadgoestotheshelterDon’tbringitupinanswerstocomplaints" in second
    assert "ClosedonTuesday24June:Afuneral" in second and "Stocktaking" not in second
    assert "Closed28to31July:Away" in second
    assert "OuraimsFirstanswerin2openinghours.Avisibleendingin7days." in second
    assert "MoneybackAnyupto€30" in second and "InesTom" in second


def test_forty_facts_find_room_on_the_first_page_and_five_hundred_are_counted(
    look: Theme, tmp_path: Path
) -> None:
    file = tmp_path / "book.pdf"
    text = "Flour, water, salt, rye starter, five seeds. No milk, no egg, no honey. Made beside all three."
    print_to(file, sheet(*((f"Fact {at:03}", text) for at in range(40))))
    first, _ = (bare(page) for page in pages(file))
    assert all(f"Fact{at:03}" in first for at in range(40)) and "moreintheShopbook" not in first
    print_to(file, sheet(*((f"Fact {at:03}", text) for at in range(500))))
    first, _ = (bare(page) for page in pages(file))
    printed = sum(f"Fact{at:03}" in first for at in range(500))
    assert 40 < printed < 500 and f"{500 - printed}moreintheShopbook" in first


def test_a_fact_longer_than_a_page_and_an_empty_book_are_two_pages_too(look: Theme, tmp_path: Path) -> None:
    file = tmp_path / "book.pdf"
    print_to(file, sheet(("Long", "word " * 20_000), ("Joined", "w" * 5000)))
    first, _ = (bare(page) for page in pages(file))
    assert "2moreintheShopbook" in first
    print_to(file, sheet())
    first, _ = (bare(page) for page in pages(file))
    assert "NothingiswrittenintheShopbookyet." in first


def test_a_folder_that_is_gone_is_said(look: Theme, tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble, match=r"We couldn’t write book\.pdf"):
        print_to(tmp_path / "gone" / "book.pdf", sheet())


def test_the_button_asks_where_and_says_where_it_is(at_counter: Counter, look: Theme, qtbot: QtBot) -> None:
    toasts: list[Toast] = []
    window = Window()
    window.toast_wanted.connect(toasts.append)
    page = ShopBookPage(at_counter.shop, AtOnce(at_counter.shop.changes), window)
    qtbot.addWidget(page)
    counter.put_fact(at_counter.shop, Fact("", "Lemon tart", "Base bakes blind.", (), "", SATURDAY))
    page.ask_for_file = lambda: ""
    page.print.click()
    assert toasts == []
    file = at_counter.shop.folder / "counter"
    page.ask_for_file = lambda: str(file)
    page.print.click()
    assert toasts[-1].text == "Two pages for the counter: counter.pdf"
    assert "Lemontart" in bare(pages(file.with_suffix(".pdf"))[0])
