"""Looking for what was said, over a real shop: words and their forms, places, people, times, endings, notes."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desktop import conversations, counter, notes, past, posts, shopbook, store
from desktop.clock import SetClock, steps
from desktop.collect import taken_down
from desktop.driver import Key
from desktop.errors import GivenUp
from desktop.records import Account, Author, Kind, RemotePost, StandingReason
from desktop.searching import Asking, Found, Overview, find, how_many, instead, overview, parse
from desktop.searching.find import wanted
from desktop.searching.near import forms, languages, meant
from desktop.store import Store
from tests.desktop.searching.plans import asked
from tests.fixtures_shop import SATURDAY, Counter


def found(at: Counter, typed: str, limit: int = -1) -> Found:
    return find(at.shop.store, parse(typed), Asking(at.clock, at.shop.me.id), limit)


def who(at: Counter, typed: str) -> list[str]:
    """Names of those whose conversations are found, sorted."""
    return sorted(row.author_name for row in past.page(at.shop.store, found(at, typed).rids))


@pytest.fixture
def town(at_counter: Counter) -> Counter:
    """A shop with a year of people."""
    at = at_counter
    said = {
        "Omar": "Cake box crushed flat on one side, icing all over the lid.",
        "Farah": "Two of the six gift boxes arrived squashed. They were presents.",
        "Ed": "Crushed stollen, box held together with one bit of tape.",
        "Zoë": "Die Brötchen waren kaputt und die Lieferung kam zu spät.",
        "蓮": "店の蛍光灯が明るい。ケーキは美味しい",
        "Somchai": "ขนมเค้กอร่อยมาก แต่รอนาน",
        "Nell": "Lovely happier day, happy us, refunded at once",
        "Boxer": "Do you sell refills?",
    }
    for name, text in said.items():
        at.hear(text, name)
        at.clock.forward(hours=2)
    return at


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("box", ["Boxer", "Ed", "Farah", "Omar"]),  # the name too, while it may be only begun
        ("box ", ["Ed", "Farah", "Omar"]),  # boxes are boxes
        ("boxes ", ["Ed", "Farah", "Omar"]),
        ("box crushed OR squashed", ["Ed", "Farah", "Omar"]),
        ("crush ", ["Ed", "Omar"]),
        ("crushing", ["Ed", "Omar"]),
        ('"box crushed"', ["Omar"]),
        ('"crushed box"', []),
        ('"crush"', []),
        ("box -tape", ["Farah", "Omar"]),
        ("-box -boxes", ["Boxer", "Nell", "Somchai", "Zoë", "蓮"]),
        ("brotchen", ["Zoë"]),
        ("BRÖTCHEN", ["Zoë"]),
        ("spat", ["Zoë"]),
        ("蛍光", ["蓮"]),
        ("ケーキ", ["蓮"]),
        ("ーケ", []),
        ("เค้ก", ["Somchai"]),
        ("รอนาน", ["Somchai"]),
        ("refund ", ["Nell"]),
        ("ref", ["Boxer", "Nell"]),
        ("zoe", ["Zoë"]),
        ("x", ["Boxer", "Ed", "Farah", "Nell", "Omar", "Somchai", "Zoë", "蓮"]),  # one letter finds nothing of use
        ("cake kaputt", []),
    ],
)
def test_words_are_found_in_their_forms(town: Counter, typed: str, expected: list[str]) -> None:
    assert who(town, typed) == sorted(expected)


def test_a_character_that_stands_apart_is_asked_for_as_it_is(town: Counter) -> None:
    """It begins no longer word; a common one stands in nearly every text, and all of its places would be gathered."""
    store, asking = town.shop.store, Asking(town.clock)
    assert wanted(store, parse("ケーキ"), asking).words == '("ケ ー キ" OR "ケーキ" *)'
    assert wanted(store, parse("の"), asking).words == '("の" OR "の" *)'
    assert wanted(store, parse("ケーキbo"), asking).words == '("ケ ー キ bo" * OR "ケーキbo" *)'
    assert who(town, "ケーキ") == who(town, "ケ") == ["蓮"]


def test_near_words_are_those_that_stand_in_the_texts(town: Counter) -> None:
    assert found(town, "box crush ").words == ("box", "boxes", "crush", "crushed")
    assert forms(town.shop.store, "happy", ("en",)) == ()  # happier has a stem of its own
    assert forms(town.shop.store, "lieferungen", ("de",)) == ("lieferung",)
    assert forms(town.shop.store, "蛍光", ("en",)) == ()


def test_the_forms_of_a_word_take_few_questions(town: Counter) -> None:
    """At each key, beside whoever stores: each question waits for its turn."""
    store, spoken = town.shop.store, ("en", "de", "fr", "it")
    assert asked(store, lambda: forms(store, "crush", spoken, is_begun=True)) == [], "all its forms begin like it"
    found = asked(store, lambda: forms(store, "crushing", spoken))
    assert len(found) <= 3, found  # its texts' languages, the words that begin so, how often those stand there
    assert forms(store, "crushing", spoken) == ("crushed",)


def test_a_slip_is_offered_and_never_taken_by_itself(town: Counter) -> None:
    for slip in ("crsuhed", "crushd", "crushhed", "crashed", "drushed"):
        assert who(town, slip + " ") == []
        assert instead(town.shop.store, parse(slip)) == ((slip, "crushed"),)
    assert meant(town.shop.store, "crush") is None  # words begin like that
    assert meant(town.shop.store, "zzzzzz") is None
    assert instead(town.shop.store, parse('"crsuhed"')) == ()


def test_what_we_said_and_noted_is_found_too(town: Counter) -> None:
    one = found(town, "tape").rids[0]
    conversation = conversations.id_of(town.shop.store, one)
    assert conversation
    town.answer(conversation, "The lids are stapled from today. Ines")
    note = counter.add_note(town.shop, conversation, "Told the wholesaler about flimsy cardboard")
    assert who(town, "stapled") == who(town, "wholesalers") == ["Ed"]
    hit = found(town, "wholesaler").hits[0]
    assert hit < 0
    noted = notes.found(town.shop.store, [-hit])[-hit]
    assert (noted.text, noted.person_name) == ("Told the wholesaler about flimsy cardboard", "Ines")
    note.take_back(town.shop)
    assert who(town, "wholesaler") == []


def test_words_their_writer_took_down_are_not_found(town: Counter) -> None:
    [one] = found(town, "refunded").rids
    conversation = conversations.id_of(town.shop.store, one)
    assert conversation
    town.clock.forward(hours=1)
    with town.shop.store.writing():
        posts.mark_gone(town.shop.store, town.account.id, [town.root(conversation)], town.clock.now())
    assert who(town, "refunded") == []
    assert who(town, "is:gone") == ["Nell"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("kind:complaint", ["Ed"]),
        ("kind:complaints,praise", ["Ed", "Nell"]),
        ("kind:complaint kind:praise", ["Ed", "Nell"]),
        ("-kind:complaint box ", ["Farah", "Omar"]),
        ("from:ed", ["Ed"]),
        ("from:som", ["Somchai"]),
        ('from:"gus t"', ["Gus T."]),
        ("place:facebook from:ed", ["Ed"]),
        ("place:google", ["Gus T."]),
        ("place:goo", ["Gus T."]),
        ("stars:1", ["Gus T."]),
        ("stars:<3", ["Gus T."]),
        ("stars:2-5", []),
        ("stars:>=1", ["Gus T."]),
        ("by:ines", ["Ed"]),
        ("by:me", ["Ed"]),
        ("by:tom", []),
        ("-by:ines has:stars", ["Gus T."]),
        ("has:note", ["Nell"]),
        ("has:answer", ["Ed"]),
        ("ended:standing", ["Ed"]),
        ("ended:hidden", []),
        ("-ended:hidden kind:praise", ["Nell"]),
        ("-stars:1 kind:praise", ["Nell"]),
        ("ended:open", []),
        ("is:private", []),
        ("is:public is:waiting kind:complaint", ["Ed"]),
        ("before:2025", []),
        ("after:2025 place:google", ["Gus T."]),
        ("on:2025-06 place:google", []),
        ("on:2025-12 kind:other", ["Gus T."]),
        ("on:2025-12..2026-01", ["Gus T."]),
        ("on:today", ["Gus T."]),
        ("before:today place:google", []),
        ("topic:boxes", ["Farah"]),
        ("topic:box", ["Ed", "Farah", "Omar"]),
        ("topic:refund", ["Nell"]),
    ],
)
def test_filters_mean_what_they_say(town: Counter, typed: str, expected: list[str]) -> None:
    by_name = {row.author_name: row.id for row in past.page(town.shop.store, found(town, "").rids)}
    ed = by_name["Ed"]
    counter.set_kind(town.shop, ed, Kind.COMPLAINT)
    town.answer(ed, "More tape from tomorrow. Ines")
    counter.leave_standing(town.shop, ed, StandingReason.CANT_BE_PUT_RIGHT, "The post does that.")
    counter.set_kind(town.shop, by_name["Nell"], Kind.PRAISE)
    counter.add_note(town.shop, by_name["Nell"], "Cheers everybody up")
    for name in ("Omar", "Farah", "Zoë", "蓮", "Somchai", "Boxer"):
        counter.set_kind(town.shop, by_name[name], Kind.QUESTION)
    town.clock.set(town.clock.now().replace(month=12, day=24))
    town.place = "google"
    gus = town.hear("Meh.", "Gus T.", stars=1)
    counter.set_kind(town.shop, gus, Kind.OTHER)
    assert who(town, typed) == sorted(expected)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("kind:nope", "“kind:nope” says nothing. One of: abusive, complaint,"),
        ("ended:soon", "“ended:soon” says nothing. One of: shown,"),
        ("before:x", "“x” is no date. Write 2025, 2025-06 or 2025-06-17."),
        ("on:2025-13", "“2025-13” is no date."),
        ("stars:9", "“stars:9” says nothing. Write 1 to 5, <3 or 2-4."),
        ("place:narnia", "There's no place called “narnia”."),
        ("from:…", "“from:…” names nobody."),
        ("is:blue", "“is:blue” says nothing. One of: public,"),
    ],
)
def test_a_filter_that_says_nothing_is_told_and_left_out(town: Counter, typed: str, words: str) -> None:
    got = found(town, f"{typed} tape")
    assert [str(one)[: len(words)] for one in got.troubles] == [words]
    assert who(town, f"{typed} tape") == ["Ed"]


@pytest.mark.parametrize("typed", ["from:ed OR squashed", "squashed OR from:ed"])
def test_what_or_cannot_join_is_told(town: Counter, typed: str) -> None:
    assert found(town, typed).troubles == ("OR joins words only: “from:ed” always has to hold.",)
    assert who(town, typed) == []
    assert found(town, "kind:praise OR kind:question").troubles == ()


def test_the_newest_come_first_and_a_limit_says_that_there_is_more(town: Counter) -> None:
    rows = past.page(town.shop.store, found(town, "box ").rids)
    assert [row.author_name for row in rows] == ["Ed", "Farah", "Omar"]
    some = found(town, "box ", limit=2)
    assert len(some.rids) == 2 and not some.is_all
    assert found(town, "box ", limit=20).is_all


def test_what_nobody_waits_for_is_given_up_also_once_sqlite_has_answered(town: Counter) -> None:
    """A shop of years has hundreds of thousands of row ids to take apart: the next key doesn't wait for that."""
    store = town.shop.store
    for typed in ("", "is:public", "box "):
        with pytest.raises(GivenUp), store.unless(lambda: True):
            found(town, typed)
        assert found(town, typed).rids, "the next question is wanted again"


def test_of_notes_fewer_can_be_enough_unless_they_are_what_is_looked_for(town: Counter) -> None:
    """Years of notes are as much work as years of posts: the first rows don't wait for more than a few of them."""
    store, asking = town.shop.store, Asking(town.clock)
    for rid in found(town, "").rids[:3]:
        conversation = conversations.id_of(store, rid)
        assert conversation
        counter.add_note(town.shop, conversation, "Asked for a larger lid")
    few = find(store, parse("larger "), asking, 50, 1)
    assert len(few.rids) == 1 and not few.is_all
    for typed, most in (("larger ", None), ("larger ", 4), ("larger in:notes", 1)):
        all_ = find(store, parse(typed), asking, 50, most)
        assert len(all_.rids) == 3 and all_.is_all, typed
    assert find(store, parse("box "), asking, 50, 1).is_all, "of its posts none was left out"


def test_what_they_have_in_common_is_counted(town: Counter) -> None:
    conversation = conversations.id_of(town.shop.store, found(town, "").rids[0])
    assert conversation
    town.answer(conversation, "We do. Ines")
    counter.set_kind(town.shop, conversation, Kind.QUESTION)
    got = over(town, "")
    assert sum(number for _, number in got.counts["kind"]) == 8
    assert got.counts["place"] == (("practice.facebook", 8),)
    assert got.counts["by"] == (("Ines", 1),)
    assert got.counts["ended"] == (("no_answer", 7), ("answered", 1))
    only = over(town, "kind:question by:ines")
    assert only.counts["kind"] == (("question", 1),), "of those that Ines answered"
    assert dict(over(town, "kind:question").counts["kind"]) == dict(got.counts["kind"]), "as without that filter"
    assert over(town, "nothing-like-it").counts["kind"] == ()


def test_bars_are_half_months_of_the_days_here_with_none_left_out(town: Counter) -> None:
    town.clock.set(town.clock.now().replace(month=8, day=31, hour=23, minute=40))  # 22:40 UTC
    town.hear("Late for box office!", "Owl")
    town.clock.forward(minutes=40)  # September here, not yet in UTC
    town.hear("Later.", "Bat")
    got = over(town, "box ").bars
    assert [(bar.first.isoformat(), bar.last.isoformat(), bar.all, bar.found) for bar in got] == [
        ("2025-06-01", "2025-06-15", 8, 3),
        ("2025-06-16", "2025-06-30", 0, 0),
        ("2025-07-01", "2025-07-15", 0, 0),
        ("2025-07-16", "2025-07-31", 0, 0),
        ("2025-08-01", "2025-08-15", 0, 0),
        ("2025-08-16", "2025-08-31", 1, 1),
        ("2025-09-01", "2025-09-15", 1, 0),
    ]
    august = got[5]
    assert who(town, f"on:{august.first}..{august.last}") == ["Owl"]


def over(at: Counter, typed: str) -> Overview:
    return overview(at.shop.store, parse(typed), Asking(at.clock, at.shop.me.id), found(at, typed).rids)


def test_a_thousand_wild_queries_end_in_an_answer(town: Counter) -> None:
    alone = r"""" * ( ) ' % _ \ AND ^x {a} a*b words:x""".split()
    for first in (*alone, "NEAR(a b)", "a AND", "NOT x"):
        for second in ("", "box", "-box", "from:'", 'from:"', "by:%", "from:@%", "topic:*", "OR"):
            found(town, f"{first} {second}")
            found(town, f"{second} {first}")


def test_a_topic_is_what_it_is_about_too(town: Counter) -> None:
    late = town.hear("Two hours in the queue and nobody came.", "Queenie")
    with town.shop.store.writing():
        town.shop.store.write("update conversations set topics = 'staff_service waiting' where id = ?", (late,))
    assert who(town, "topic:waiting") == who(town, "topic:staff") == ["Queenie"]
    assert "Queenie" not in who(town, "-topic:waiting")


def test_weekdays_and_hours_are_those_of_the_shops_own_clocks(at_counter: Counter) -> None:
    """The shop is an hour ahead of UTC, and open from 7 to 16 but on Mondays."""
    for name, day, hour, minute in (
        ("Early", 14, 6, 59),
        ("Opens", 14, 7, 0),
        ("Last", 14, 15, 59),
        ("Shut", 14, 16, 0),
        ("Night", 15, 0, 10),  # in UTC still Saturday
        ("Monday", 16, 10, 0),
        ("Holiday", 17, 10, 0),
    ):
        at_counter.clock.set(SATURDAY.replace(day=day, hour=hour, minute=minute))
        at_counter.hear("Do you sell refills?", name)
    with at_counter.shop.store.writing():
        shopbook.put_hours(at_counter.shop.store, [(day, "07:00", "16:00") for day in range(1, 7)])
        shopbook.put_closure(at_counter.shop.store, date(2025, 6, 17), "Holiday")
    assert who(at_counter, "day:sat") == ["Early", "Last", "Opens", "Shut"]
    assert who(at_counter, "day:Sunday,mon") == ["Monday", "Night"]
    assert who(at_counter, "hour:10") == ["Holiday", "Monday"]
    assert who(at_counter, "day:sat hour:6-7") == ["Early", "Opens"]
    assert who(at_counter, "-hour:1-23") == ["Night"]
    assert who(at_counter, "came:open") == ["Last", "Opens"]
    assert who(at_counter, "came:closed") == ["Early", "Holiday", "Monday", "Night", "Shut"]


def test_a_shop_open_past_midnight_is_open_on_the_next_day(at_counter: Counter) -> None:
    for name, hour in (("Evening", 23), ("Midnight", 25), ("Morning", 27)):
        at_counter.clock.set(SATURDAY.replace(hour=0, minute=30) + timedelta(hours=hour))
        at_counter.hear("Do you sell refills?", name)
    assert who(at_counter, "came:closed") == [], "without hours it is never closed"
    with at_counter.shop.store.writing():
        shopbook.put_hours(at_counter.shop.store, [(5, "18:00", "02:00")])
    assert who(at_counter, "came:open") == ["Evening", "Midnight"]


def test_hours_follow_the_clocks_through_the_year() -> None:
    """Where the clocks are put forward, nine o'clock in January is another hour of UTC than in July."""
    clock = SetClock(datetime(2025, 12, 1, tzinfo=UTC), ZoneInfo("Europe/London"))
    found = steps(clock, datetime(2025, 1, 1, 12, 34, tzinfo=UTC), datetime(2025, 12, 1, tzinfo=UTC))
    assert [(until.isoformat(), ahead / timedelta(hours=1)) for until, ahead in found[:-1]] == [
        ("2025-03-30T01:00:00+00:00", 0),
        ("2025-10-26T01:00:00+00:00", 1),
    ]
    assert found[-1][1] == timedelta(0)


@pytest.mark.parametrize("typed", ["day:someday", "hour:24", "hour:9-8", "hour:noon", "came:back"])
def test_times_that_say_nothing_are_told(at_counter: Counter, typed: str) -> None:
    (said,) = found(at_counter, typed).troubles
    assert typed.partition(":")[0] in said and "says nothing" in said


def test_what_its_writer_took_down_is_found_as_gone(at_counter: Counter) -> None:
    one = at_counter.hear("The lemon tart was raw dough. Never again.", "Marta K.")
    at_counter.hear("The box was crushed. Never again.", "Omar S.")
    with at_counter.shop.store.writing():
        taken_down(at_counter.shop, one, at_counter.clock.now())
    assert who(at_counter, "ended:gone") == ["Marta K."]


def test_the_best_match_comes_first_where_that_is_asked_for(at_counter: Counter) -> None:
    """Who says more of the words, and the rarer ones, comes before who wrote later."""
    said = {
        "Omar": "Box crushed, cake squashed.",
        "Farah": "A box for my aunt, who came by train with two dogs and a cold. It was squashed a little.",
        "Ed": "Is there a box of twelve? A big box, a box with a lid?",
    }
    for name, text in said.items():
        at_counter.hear(text, name)
        at_counter.clock.forward(hours=2)
    store, asking = at_counter.shop.store, Asking(at_counter.clock)

    def names(typed: str, *, best_first: bool) -> list[str]:
        rids = find(store, parse(typed), asking, best_first=best_first).rids
        return [row.author_name for row in past.page(store, rids)]

    assert names("box crushed OR squashed ", best_first=False) == ["Farah", "Omar"]
    assert names("box crushed OR squashed ", best_first=True) == ["Omar", "Farah"]
    assert names("is:public", best_first=True) == ["Ed", "Farah", "Omar"], "without words, the newest first"


def test_only_the_newest_matches_are_weighed(at_counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first rows of a common word don't wait for all who ever said it, and stay where they are."""
    monkeypatch.setattr(sys.modules[find.__module__], "WEIGHED", 3)
    said = ["Cake box, cake box, cake box.", "A box for a cake.", "Cake box, cake.", "A cake for my aunt, and a box."]
    for number, text in enumerate(said):
        at_counter.hear(text, f"N{number}")
        at_counter.clock.forward(hours=2)
    store, asking = at_counter.shop.store, Asking(at_counter.clock)

    def names(limit: int) -> list[str]:
        rids = find(store, parse("cake box "), asking, limit, best_first=True).rids
        return [row.author_name for row in past.page(store, rids)]

    assert names(3) == ["N2", "N1", "N3"]
    assert names(-1) == [*names(3), "N0"], "behind them, however well it matches"


def test_a_small_word_finds_only_itself_and_what_begins_so_while_it_is_typed(at_counter: Counter) -> None:
    at_counter.hear("Thank Theo for the lid.", "Omar")
    at_counter.hear("Their lid, and Theo again.", "Farah")
    assert who(at_counter, "the ") == ["Omar"]
    assert who(at_counter, "the") == ["Farah", "Omar"]
    assert who(at_counter, "lids ") == ["Farah", "Omar"], "others have forms"


def test_a_language_is_known_as_soon_as_somebody_writes_it(at_counter: Counter) -> None:
    """Whoever stored it: this connection or another one."""
    store, said = at_counter.shop.store, "update posts set lang = ?"
    at_counter.hear("The box was crushed when it came to us this morning.", "Omar")
    assert languages(store) == languages(store) == ("en",)
    with store.writing():
        store.write(said, ("de",))
    assert languages(store) == ("de", "en")
    with closing(Store(store.path)) as other, other.writing():
        other.write(said, ("it",))
    assert languages(store) == ("it", "en")


def test_many_words_are_counted_at_once_as_each_would_be_found(town: Counter) -> None:
    at, lena = town, town.hear("Cake box crushed again, so late too.", "Lena")
    at.answer(lena, "Sorry, that box was crushed: a new cake goes out today.")
    at.hear("We got two cakes of yours.", "Privy", is_public=False)
    words = ['"new cake goes out"', '"box was crushed"', '"cake box"', '"nobody said this"', "box "]
    asking = Asking(at.clock, at.shop.me.id)
    for filters in ("in:ours is:public", "in:theirs", "is:public -on:2019", "on:2019 in:ours"):
        expected = [len(found(at, f"{one} {filters}").rids) for one in words]
        assert how_many(at.shop.store, words, filters, asking) == expected
    assert how_many(at.shop.store, words, "in:ours is:public", asking)[:4] == [1, 1, 0, 0]
    assert how_many(at.shop.store, [], "in:ours", asking) == []
    said_nothing = how_many(at.shop.store, ['""', words[0]], "in:ours", asking)
    assert said_nothing == [len(found(at, "in:ours").rids), 1], "what says nothing finds what the filters do"


def test_in_a_large_shop_its_languages_are_not_asked_for_at_each_message(at_counter: Counter) -> None:
    """While thousands come in, each key of a search would read the newest posts again."""
    store = at_counter.shop.store
    one = at_counter.hear("The box was crushed when it came to us this morning.", "Omar")
    many = "insert into posts select rid + ?, id || ?, {0} from posts where rid = (select min(rid) from posts)"
    names = [row[1] for row in store.rows("select * from pragma_table_info('posts')")][2:]

    def more(numbers: range) -> None:
        with store.writing():
            store.write_many(many.format(", ".join(names)), [(number, number) for number in numbers])

    more(range(1, 300))
    assert conversations.rid_of(store, one) and languages(store) == ("en",)
    more(range(300, 302))
    assert len(asked(store, lambda: languages(store))) == 1, "only how many there are"
    assert asked(store, lambda: languages(store)) == []
    more(range(302, 310))
    assert len(asked(store, lambda: languages(store))) == 2, "a hundredth more is looked at"


def test_under_a_password_no_question_is_planned_again_the_next_time(tmp_path: Path) -> None:
    """SQLCipher's SQLite makes a new plan each time a limit is bound: it costs more than the answer."""
    path, key = tmp_path / store.FILE_NAME, Key.new()
    store.prepare(path, key=key)
    account, asking = Account("a", "practice.facebook", "us", "Us"), Asking(SetClock(SATURDAY))
    author = Author("practice.facebook", "1", "omar", "Omar")
    said = ("Still waiting for the boxes", "We waited an hour", "The wait was fine")
    with closing(Store(path, key=key)) as db:
        with db.writing():
            posts.take(db, account, [(RemotePost(text, author, text, SATURDAY), "c") for text in said], SATURDAY)
        planned = set[str]()

        def note(_act: int, table: object, *_: object) -> int:  # an authorizer is told of each table at each planning
            planned.add(str(table))
            return 0

        db._conn.set_authorizer(note)
        find(db, parse("waiting boxes"), asking, 50)
        assert planned >= {"posts", "posts_terms", "conversations"}
        planned.clear()
        find(db, parse("waiting boxes"), asking, 50)
        assert planned <= {"None", "match", "posts_fts", "notes_fts"}  # FTS5 plans these for itself, once a question
