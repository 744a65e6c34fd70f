"""How long messages are kept: what is older goes by itself, asked about first where it is more than a day's worth."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop import bringing_in, conversations, counter, forgotten, history, outbox, retelling, settings
from desktop.forgetting import by_age
from desktop.forgetting.by_age import Due
from desktop.records import Channel
from desktop.writing import Writing
from tests import archives
from tests.fixtures_shop import Counter, open_counter, posts_with


@pytest.fixture
def at(tmp_path: Path) -> Counter:
    return open_counter(tmp_path / "shop")


def private(at: Counter, text: str, who: str = "Marta K.") -> str:
    talk = at.hear(text, who=who, is_public=False)
    at.answer(talk, f"Thanks for “{text}”", Channel.PRIVATE)
    counter.done(at.shop, talk)
    return talk


def said(at: Counter) -> list[str]:
    return [row[0] for row in at.shop.store.rows("select text from posts order by posted_at, rid")]


def test_nothing_goes_while_nothing_is_old_and_the_day_is_remembered(at: Counter) -> None:
    private(at, "Do you deliver?")
    assert by_age.mind(at.shop) == Due()
    assert settings.get(at.shop.store, settings.KEPT_SINCE) != {}


def test_what_grew_old_goes_quietly_and_is_told(at: Counter) -> None:
    public = at.hear("The cake fell apart.")
    talk = private(at, "Do you deliver?")
    by_age.mind(at.shop)
    at.clock.forward(days=731)
    again = private(at, "And now?")
    assert by_age.mind(at.shop) == Due(2, 0, is_news=False)
    assert said(at) == ["The cake fell apart.", "And now?", "Thanks for “And now?”"]
    assert conversations.by_id(at.shop.store, talk) is None
    assert conversations.by_id(at.shop.store, public) is not None and conversations.by_id(at.shop.store, again)
    assert posts_with(at.shop.store, "deliver") == []
    assert [one.conversation for one in outbox.of_conversation(at.shop.store, talk)] == []
    told = by_age.last_removed(at.shop)
    assert told is not None and told[1] == Due(2, 0)
    assert retelling.differing(at.shop.store) == []
    with at.shop.store.writing():
        at.shop.store.write("delete from cursors")
    at.collect()
    assert "Do you deliver?" not in said(at), "its place still has it"


def test_a_reply_that_never_went_goes_with_what_it_answers(at: Counter) -> None:
    talk = private(at, "Do you deliver?")
    kept = at.answer(talk, "Yes, Marta, to Mill Lane 4.", Channel.PRIVATE)
    with at.shop.store.writing():
        at.shop.store.write(
            "update replies set state = 'taken_back', hurdle = 'kept', posted_at = null where id = ?", (kept.id,)
        )
    stays = at.hear("The cake fell apart.")
    counter.take_back(at.shop, counter.post(at.shop, stays, Writing.typed("Sorry")).id)
    by_age.mind(at.shop)
    at.clock.forward(days=731)
    by_age.mind(at.shop)
    (left,) = [row[0] for row in at.shop.store.rows("select text from replies")]
    assert left == "Sorry", "what answers a public message stays with it"


def test_after_another_choice_it_is_asked_first(at: Counter) -> None:
    private(at, "Do you deliver?")
    by_age.mind(at.shop)
    at.clock.forward(days=200)
    settings.put(at.shop.store, settings.KEEP_PRIVATE, 6)
    assert by_age.mind(at.shop) == Due(2, 0, is_news=True)
    assert len(said(at)) == 2, "nothing goes without a yes"
    assert by_age.remove(at.shop) == Due(2, 0)
    assert said(at) == [] and by_age.mind(at.shop) == Due()


def test_on_the_day_history_is_brought_in_nobody_is_asked_to_remove_it(at: Counter, tmp_path: Path) -> None:
    old = archives.chatwoot(tmp_path / "desk.csv", 20)
    at.clock.forward(days=2000)
    by_age.mind(at.shop)
    archive = bringing_in.opened(at.shop, old)
    bringing_in.bring_in(at.shop, archive, archive.mine[0], old.name)
    assert by_age.due(at.shop).is_news
    assert by_age.mind(at.shop) == Due() and len(said(at)) == 20, "not asked, and nothing goes"
    at.clock.forward(days=1, seconds=1)
    assert by_age.mind(at.shop) == Due(20, 0, is_news=True)


def test_kept_means_kept_for_ever(at: Counter) -> None:
    private(at, "Do you deliver?")
    at.clock.forward(days=1000)
    assert by_age.mind(at.shop).is_news, "the first time ever it is asked too"
    by_age.keep(at.shop)
    assert settings.get(at.shop.store, settings.KEEP_PRIVATE) == 0
    assert by_age.mind(at.shop) == Due() and len(said(at)) == 2


def test_what_waits_for_us_stays_however_old(at: Counter) -> None:
    talk = at.hear("Is anybody there?", is_public=False)
    at.clock.forward(days=900)
    assert by_age.mind(at.shop) == Due()
    counter.done(at.shop, talk)
    assert by_age.mind(at.shop) == Due(1, 0, is_news=True)


def test_public_messages_go_only_where_somebody_chose_that(at: Counter) -> None:
    talk = at.hear("What a lovely loaf!")
    counter.add_note(at.shop, talk, "a regular")
    counter.done(at.shop, talk)
    at.clock.forward(days=4000)
    assert by_age.mind(at.shop) == Due()
    settings.put(at.shop.store, settings.KEEP_PUBLIC, 120)
    assert by_age.mind(at.shop) == Due(0, 1, is_news=True)
    by_age.remove(at.shop)
    assert said(at) == [] and at.shop.store.value("select count(*) from notes") == 0
    assert forgotten.is_any(at.shop.store) and retelling.differing(at.shop.store) == []


def test_the_private_part_of_a_public_conversation_goes_alone(at: Counter) -> None:
    talk = at.hear("The cake fell apart.")
    at.answer(talk, "Sorry, we wrote to you.")
    at.answer(talk, "Your address, please?", Channel.PRIVATE)
    counter.done(at.shop, talk)
    by_age.mind(at.shop)
    at.clock.forward(days=740)
    assert by_age.mind(at.shop).private == 1
    assert said(at) == ["The cake fell apart.", "Sorry, we wrote to you."]
    assert history.latest(at.shop.store, forgotten.BY_AGE, (by_age.REMOVED,)) is not None


def test_stopped_in_the_middle_the_rest_goes_another_day(at: Counter) -> None:
    private(at, "Do you deliver?")
    at.clock.forward(days=800)
    assert by_age.remove(at.shop, cancelled=lambda: True) == Due()
    assert len(said(at)) == 2 and by_age.mind(at.shop).is_news
