"""The language model: what leaves and to whom, what is left out, what comes back, and every way it goes wrong."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import counter, deliver, drafts, history, model, outbox, settings
from desktop.cli import Options, open_shop
from desktop.errors import Garbled, Misuse, Offline, Refused, ShopError, SlowDown, Unanswered
from desktop.records import Channel
from desktop.starters import SIGN_OFF
from desktop.writing import Ink, Paragraph, Part, Run, Writing
from tests.desktop.little_server import LittleServer, Says
from tests.desktop.model.little_model import TEXT, completion, turn_on
from tests.fixtures_shop import Counter

ROOT = Path(__file__).resolve().parents[3]
KNOWN = {"name": "Marta", "your first name": "Tom", SIGN_OFF: "Tom, on the counter today"}
RAW = "The base was raw dough. Eleven people, no pudding."


@pytest.fixture
def server() -> Iterator[LittleServer]:
    with LittleServer(completion()) as made:
        yield made


def message(at: Counter, **more: object) -> model.Message:
    asked = {"about": "Complaint: Broken or faulty", "their_text": RAW, **more}
    return model.message_for(at.shop, **asked)  # type: ignore[arg-type]


# ---- where ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "url", "is_here"),
    [
        ("http://localhost:11434/v1", "http://localhost:11434/v1/chat/completions", True),
        (" http://127.0.0.1:8080/v1/ ", "http://127.0.0.1:8080/v1/chat/completions", True),
        ("http://[::1]:8080", "http://[::1]:8080/chat/completions", True),
        ("https://api.example/v1/chat/completions", "https://api.example/v1/chat/completions", False),
        ("https://localhost/v1", "https://localhost/v1/chat/completions", True),
    ],
)
def test_an_address_is_where_it_is_asked(address: str, url: str, is_here: bool) -> None:
    place = model.place_of(address)
    assert (place.url, place.is_here) == (url, is_here) and place.host in url


@pytest.mark.parametrize(
    "address",
    [
        "", "localhost:11434", "file:///etc/passwd", "ftp://here/v1", "http://", "http://192.168.1.5:11434/v1",
        "http://model.example/v1", "http://localhost.example/v1", "http://127.0.0.1.example/v1", "javascript:alert(1)",
        "https://me:secret@api.example/v1", "https://api.example/v1?key=1", "https://api.example/v1#x",
        "http://localhost:notaport/v1", "https://[::1", "https://" + "a" * 600,
    ],
)  # fmt: skip
def test_other_addresses_are_refused(at_counter: Counter, address: str) -> None:
    with pytest.raises(Misuse):
        model.place_of(address)
    with pytest.raises(Misuse):
        model.choose(at_counter.shop, is_on=True, address=address, model="m")
    assert not model.is_offered(at_counter.shop)


def test_it_is_off_until_the_owner_turns_it_on(at_counter: Counter, server: LittleServer) -> None:
    shop, ines, one = at_counter.shop, at_counter.shop.me, at_counter.hear(RAW)
    assert not model.is_offered(shop) and settings.get(shop.store, model.ADDRESS) == ""
    with pytest.raises(Misuse, match="name of a model"):
        model.choose(shop, is_on=True, address=server.url, model=" ")
    shop.set_person(counter.add_person(shop, "Tom"))
    for act in (
        lambda: model.choose(shop, is_on=True, address=server.url, model="m"),
        lambda: model.keep_key(shop, model.place_of(server.url), "k"),
        lambda: model.forget_key(shop),
    ):
        with pytest.raises(Misuse, match="Only Ines can change this page"):
            act()
    shop.set_person(ines)
    turn_on(shop, server)
    assert model.is_offered(shop)
    assert [event.body for event in history.of(shop.store, "model")] == [{"is_on": True, "host": server.host}]
    model.choose(shop, is_on=False, address=server.url, model="m")
    with pytest.raises(Misuse, match="isn't used here"):
        model.ask(shop, message(at_counter), one)
    assert server.asked == []


def test_the_key_is_kept_in_the_password_store_for_its_own_host_only(
    at_counter: Counter, server: LittleServer
) -> None:
    shop, one = at_counter.shop, at_counter.hear(RAW)
    turn_on(shop, server, key="sk-very-secret")
    model.ask(shop, message(at_counter), one)
    assert server.asked[-1].headers["authorization"] == "Bearer sk-very-secret"
    for file in shop.folder.rglob("*"):
        assert not file.is_file() or b"sk-very-secret" not in file.read_bytes(), file
    with LittleServer(completion()) as other:
        model.choose(shop, is_on=True, address=other.url, model="m")
        model.ask(shop, message(at_counter), one)
        assert "authorization" not in other.asked[-1].headers, "a key never goes to another host"
        assert not model.has_key(shop, model.place_of(other.url))
    for wrong in ("two words", "schlüssel", "a\nb"):
        with pytest.raises(Misuse):
            model.keep_key(shop, model.place_of(server.url), wrong)
    model.forget_key(shop)
    assert not model.has_key(shop, model.place_of(server.url))


def test_not_asking_again_is_only_for_this_computer(at_counter: Counter, server: LittleServer) -> None:
    shop, place = at_counter.shop, model.place_of(server.url)
    turn_on(shop, server)
    assert not model.may_send_unasked(shop, place)
    model.send_unasked(shop, place, True)
    assert model.may_send_unasked(shop, place)
    away = model.place_of("https://api.example/v1")
    with pytest.raises(Misuse, match="shown each time"):
        model.send_unasked(shop, away, True)
    assert not model.may_send_unasked(shop, away)
    model.choose(shop, is_on=True, address="http://localhost:1/v1", model="m")
    assert not model.may_send_unasked(shop, place), "another address is asked about again"


# ---- what leaves ------------------------------------------------------------------------------------------


def test_exactly_the_message_leaves_and_history_says_that_it_did(
    at_counter: Counter, server: LittleServer
) -> None:
    shop, one = at_counter.shop, at_counter.hear(RAW)
    turn_on(shop, server)
    said = message(at_counter)
    assert model.ask(shop, said, one) == TEXT
    (asked,) = server.asked
    assert (asked.method, asked.path) == ("POST", "/v1/chat/completions")
    assert asked.json == {
        "model": "llama3.2",
        "messages": [{"role": "system", "content": said.task}, {"role": "user", "content": said.words}],
        "stream": False,
    }
    assert said.words == f"Complaint: Broken or faulty\nThey wrote:\n{RAW}"
    told = [event for event in history.of(shop.store, one) if event.kind == "asked_model"]
    assert [(e.person_name, e.body["host"], e.body["characters"]) for e in told] == [
        ("Ines", server.host, len(said.words))
    ]


THEIRS = [
    ("I told Marek on Friday and he laughed.", "I told [name] on Friday and he laughed."),
    ("Marta Kowalski here. Tom was rude.", "[name] here. [name] was rude."),
    ("Ring me on 07700 900123 or mail marta@example.org.", "Ring me on [left out] or mail [left out]."),
    ("Order #44817 never came.", "[left out] never came."),
    ("My son is allergic to nuts and you said none.", "My [left out] and you said none."),
    (
        "See https://photos.example/marta/1 for the mould, @cornershop",
        "See [left out] for the mould, [left out]",
    ),
    ("I live at 12 Fenny Lane, you know that.", "I live at [left out], you know that."),
    ("Card 4242 4242 4242 4242 was charged twice.", "Card [left out] was charged twice."),
    ("It was raw. Monday too. I was cross!", "It was raw. Monday too. I was cross!"),
    ("£12 for a valve cap. A VALVE CAP from Halfords.", "£12 for a valve cap. A VALVE CAP from [name]."),
    ("Asked for Priya’s advice in Harrogate.", "Asked for [name]’s advice in [name]."),
]


@pytest.mark.parametrize(("text", "leaves"), THEIRS)
def test_names_and_private_things_stay_here(at_counter: Counter, text: str, leaves: str) -> None:
    names = ("Marta Kowalski", "Tom", "Ines")
    assert model.without_private(text, names, "£") == leaves
    settings.put(at_counter.shop.store, settings.CURRENCY, "£")
    settings.put(at_counter.shop.store, model.ADDRESS, "http://localhost:1/v1")
    assert message(at_counter, their_text=text, names=names).words.endswith(f"\n{leaves}")
    assert message(at_counter, their_text=text, names=names, is_whole=True).words.endswith(f"\n{text}")


@pytest.mark.parametrize(
    ("text", "names", "leaves"),
    [
        ("Danke dir!", ["Danke Anke"], "Danke dir!"),
        ("Danke dir, Danke Anke!", ["Danke Anke"], "Danke dir, [name]!"),
        ("@anna Danke dir!", [], "[left out] Danke dir!"),
        ("@anna @omar Tables are free", [], "[left out] [left out] Tables are free"),
        ("Anna, Tables are free", ["Anna"], "[name], Tables are free"),
        ("Ask @anna Quast", [], "Ask [left out] [name]"),
        ("Muchas Gracias Ana", ["Ana"], "Muchas Gracias [name]"),
        ("Thanks Will, we do", ["Will Smith"], "Thanks [name], we do"),
    ],
)
def test_thanks_and_how_a_text_begins_are_no_names(text: str, names: list[str], leaves: str) -> None:
    assert model.without_private(text, names) == leaves


def test_a_name_that_is_a_common_word_is_left_out_with_its_capital_only() -> None:
    said = model.without_private("I will ask Will. tom will too.", ("Will Tom",))
    assert said == "I will ask [name]. [name] will too."


def test_nothing_private_leaves_of_a_very_long_text_and_it_keeps_nobody_busy() -> None:
    one = "ring 0161 496 0123 or mail ann@quay.example about order 55231-A, "
    began = time.process_time()
    left = model.without_private(one * 1500, ())
    assert time.process_time() - began < 5, "a few tenths; a reading for each of them would take minutes"
    assert left.startswith("ring [left out] or mail [left out] about [left out], ring [left out]")
    assert not any(words in left for words in ("0161", "ann@", "55231"))


def test_what_is_serious_is_never_begun_by_it(at_counter: Counter, server: LittleServer) -> None:
    one = at_counter.hear("My son had an allergic reaction to the nut-free cake, we are in hospital.")
    turn_on(at_counter.shop, server)
    with pytest.raises(Misuse, match="Something serious begins with the openings made for it"):
        model.ask(at_counter.shop, message(at_counter), one)
    assert server.asked == []


def test_a_very_long_message_is_cut(at_counter: Counter, server: LittleServer) -> None:
    turn_on(at_counter.shop, server)
    assert len(message(at_counter, their_text="raw dough " * 5_000).words) < 4_200


# ---- what comes back --------------------------------------------------------------------------------------


def opened(text: str) -> Writing:
    return model.opening_from(text, KNOWN)


def library(writing: Writing) -> str:
    return " ".join(run.text for p in writing.paragraphs for run in p.runs if run.ink is Ink.LIBRARY)


def test_a_finished_reply_becomes_parts_with_blanks() -> None:
    writing = opened(TEXT)
    assert writing.plain() == (
        "Dear Marta, {how many} people and no pudding is not what a birthday is for. It happened because"
        " {what went wrong here}.\n{what you can offer}.\nTom, on the counter today"
    )
    assert [p.part for p in writing.paragraphs] == [Part.OWN, Part.NEXT, Part.SIGN]
    assert writing.own_share(("Marta",)) == 0.0, "all of it is the library's, none the writer's own"


SPECIFIC = [
    ("We will send a driver tomorrow at 10.", ["driver", "tomorrow", "10"]),
    ("I'll bake you another one.", ["bake"]),
    ("You get €20 back, or 15% off, or twenty pounds.", ["20", "15", "twenty"]),
    ("Come by at half past three or on 14 June.", ["half past three", "14", "June"]),
    ("Ask for Priya at the till, she knows.", ["Priya"]),
    ("It was late due to the rain in Leeds.", ["rain", "Leeds"]),
    ("I have spoken to the driver already.", ["spoken", "driver"]),
    ("We checked the oven twice.", ["checked", "oven"]),
    ("Your order has been cancelled by our kitchen.", ["cancelled"]),
    ("We got your order wrong.", ["got", "order"]),
    ("Our oven broke and nobody noticed.", ["oven", "broke"]),
    ("We can replace the tart free of charge.", ["replace", "free"]),
    ("We would like to offer a voucher.", ["voucher"]),
    ("We guarantee it never happens again.", ["never happens"]),
    ("Mail tom@fenny.example or ring 07700 900123, see www.fenny.example/help.", ["tom@", "07700", "www"]),
    ("We open at 7:00 and close at 16:00.", ["7:00", "16:00"]),
    ("Order #44817 is on its way.", ["44817"]),
    ("There are three of us and a dozen cakes.", ["three", "dozen"]),
]


@pytest.mark.parametrize(("text", "gone"), SPECIFIC)
def test_what_is_specific_becomes_a_blank(text: str, gone: list[str]) -> None:
    writing = opened(text)
    assert writing.blanks()
    for words in gone:
        assert words.lower() not in library(writing).lower(), writing.plain()


PLAIN = [
    "I'm sorry. That must have been disappointing.",
    "Thank you for telling us.\nYou deserve better than this.\nIt matters to us.",
    "Es tut uns leid.",
    "{name}, {their detail}.",
    "[Customer name], thank you for saying so plainly.",
    "…",
]


@pytest.mark.parametrize("text", [*PLAIN, TEXT, *(text for text, _ in SPECIFIC)])
def test_it_is_never_a_finished_reply(at_counter: Counter, text: str) -> None:
    if text == "…":
        with pytest.raises(Garbled, match="nothing we can use"):
            opened(text)
        return
    writing = opened(text)
    for paragraph in writing.paragraphs:
        assert paragraph.part is Part.SIGN or any(run.is_blank for run in paragraph.runs), writing.plain()
        assert not any(run.ink is Ink.TYPED for run in paragraph.runs)
    one = at_counter.hear(RAW)
    with pytest.raises(Misuse, match="A blank can't be posted"):
        counter.post(at_counter.shop, one, writing)


def test_layout_thoughts_and_machine_talk_are_dropped() -> None:
    text = (
        "<think>They want money back.</think>Sure, here's a draft:\n\n**{name}**, that is no birthday cake.\n\n"
        "- I don't know why yet. I'll ask {who}.\n\nBest regards,\n[Your name]\nCorner Shop"
    )
    assert opened(text).plain() == (
        "Marta, that is no birthday cake. {what only you can say}\nI don't know why yet. I'll {what you'll do}.\n"
        "Tom, on the counter today"
    )


@pytest.mark.parametrize("text", ["", "  \n ", "```\n```", "<think>endless", "a" * 40_000, "word " * 700])
def test_what_is_no_opening_is_said_plainly(text: str) -> None:
    with pytest.raises(Garbled, match="It wrote") as caught:
        opened(text)
    assert "Try again" in caught.value.advice


def test_odd_letters_do_no_harm() -> None:
    writing = opened("\ue000\ue123 Sorry\u202e {\ue001} İstanbul \x00 said no. {}{{}} [[x]] ____")
    assert writing.blanks() and Writing.from_json(writing.to_json()) == writing


def test_what_was_posted_rests(at_counter: Counter) -> None:
    shop, one = at_counter.shop, at_counter.hear(RAW)
    made = opened("Eleven people and no pudding: that is bad.\nI'll ring you tomorrow.")

    def fill(paragraph: Paragraph) -> Paragraph:
        runs = tuple(Run("mine", Ink.TYPED) if run.is_blank else run for run in paragraph.runs)
        return Paragraph(runs, paragraph.part, paragraph.wording)

    counter.post(shop, one, made.with_parts([fill(made.paragraphs[0])]))
    at_counter.clock.forward(seconds=11)
    deliver.deliver_due(shop)
    again = opened("Eleven people and no pudding: that is bad.\nI'll ring you tomorrow.")
    left = model.resting_left_out(again, counter.resting(shop))
    assert [p.wording for p in left.paragraphs[:-1]] == [made.paragraphs[1].wording]
    with pytest.raises(Garbled, match="posted lately"):
        model.resting_left_out(again, {p.wording for p in again.paragraphs if p.wording})


# ---- faults -----------------------------------------------------------------------------------------------

FAULTS = [
    (completion(hangs=True), Unanswered, "didn't give an answer"),
    (completion(cut=True), Unanswered, "didn't give an answer"),
    (completion(short=40), Unanswered, "didn't give an answer"),
    (completion("x" * 400_000), Unanswered, "didn't give an answer"),
    (Says(b"<html>Welcome</html>", headers={"Content-Type": "text/html"}), Garbled, "isn't an answer"),
    (Says([]), Garbled, "isn't an answer"),
    (Says({"choices": []}), Garbled, "doesn't answer as a language model"),
    (Says({"choices": [{"message": {"content": 7}}]}), Garbled, "doesn't answer as a language model"),
    (Says({"choices": "no"}), Garbled, "doesn't answer as a language model"),
    (Says({"error": {"message": "no"}}), Garbled, "doesn't answer as a language model"),
    (completion("  "), Garbled, "It wrote nothing"),
    (Says({"error": {"message": "bad key sk-very-secret"}}, 401), Refused, "doesn't accept the key"),
    (Says({"error": {"message": "model 'llama3.2' not found"}}, 404), Refused, "knows no model “llama3.2”"),
    (Says({"error": {"message": "too long"}}, 400), Refused, "turned it down"),
    (Says({"error": "quota"}, 429, {"Retry-After": "30"}), SlowDown, "asked us to slow down"),
    (Says({"error": "boom"}, 500), Unanswered, "didn't give an answer"),
]


@pytest.mark.parametrize(("says", "kind", "words"), FAULTS)
def test_every_trouble_ends_in_a_sentence(
    at_counter: Counter, server: LittleServer, says: Says, kind: type[ShopError], words: str
) -> None:
    shop, one = at_counter.shop, at_counter.hear(RAW)
    turn_on(shop, server, key="sk-very-secret")
    server.replies = [says]
    draft = Writing.typed("Mine so far.")
    counter.save_draft(shop, one, Channel.PUBLIC, draft)
    with pytest.raises(kind, match=words) as caught:
        model.ask(shop, message(at_counter), one, wait_s=0.4)
    error = caught.value
    assert "sk-very-secret" not in f"{error} {error.advice} {error.details} {error!r} {error.__context__!r}"
    kept = drafts.load(shop.store, one, shop.me.id, Channel.PUBLIC)
    assert kept is not None and kept[0] == draft and outbox.of_conversation(shop.store, one) == ()


def test_a_redirect_is_not_followed(at_counter: Counter, server: LittleServer) -> None:
    one = at_counter.hear(RAW)
    turn_on(at_counter.shop, server, key="sk-very-secret")
    with LittleServer(completion()) as elsewhere:
        for status in (301, 302, 303, 307, 308):
            server.replies = [Says(b"", status, {"Location": f"{elsewhere.url}/v1/chat/completions"})]
            with pytest.raises(Garbled, match="sent us somewhere else"):
                model.ask(at_counter.shop, message(at_counter), one)
        assert elsewhere.asked == []


def test_nobody_there_asks_whether_it_is_running(at_counter: Counter, server: LittleServer) -> None:
    one = at_counter.hear(RAW)
    turn_on(at_counter.shop, server)
    model.choose(at_counter.shop, is_on=True, address="http://127.0.0.1:9/v1", model="m")
    with pytest.raises(Offline, match=r"127\.0\.0\.1:9 can't be reached") as caught:
        model.ask(at_counter.shop, message(at_counter), one)
    assert caught.value.advice == "Is it running?"


def test_an_answer_in_pieces_is_put_together(at_counter: Counter, server: LittleServer) -> None:
    one = at_counter.hear(RAW)
    turn_on(at_counter.shop, server)
    server.replies = [
        completion([{"type": "text", "text": "That is "}, {"type": "text", "text": "bad."}, {"x": 1}])
    ]
    assert model.ask(at_counter.shop, message(at_counter), one) == "That is bad."


# ---- where it isn't ---------------------------------------------------------------------------------------


def test_practice_never_asks(tmp_path: Path, server: LittleServer) -> None:
    shop = open_shop(Options(tmp_path, practice=True))
    try:
        model.choose(shop, is_on=True, address=server.url, model="m")
        assert shop.is_practice and not model.is_offered(shop)
        with pytest.raises(Misuse, match="isn't used here"):
            model.ask(shop, model.trial(server.url, "m"))
        assert server.asked == []
    finally:
        shop.close()


def _importing(name: str) -> set[str]:
    """The files of the product that import a module, relative imports included."""
    from tests import house

    found = set()
    for folder in ("desktop", "ui"):
        for path in (ROOT / folder).rglob("*.py"):
            inside = str(path.relative_to(ROOT))
            for _, imported in house.imports(inside, ast.parse(path.read_text("utf-8"))):
                if imported == name or imported.startswith(f"{name}."):
                    found.add(inside)
    return found


def test_nothing_knows_it_but_the_one_place_that_offers_it() -> None:
    inside = {"desktop/model", "ui/model"}
    assert {str(Path(path).parent) for path in _importing("desktop.model")} == inside
    assert {path for path in _importing("ui.model") if not path.startswith("ui/model/")} == set()
    named = {
        str(path.relative_to(ROOT))
        for folder in ("desktop", "ui")
        for path in (ROOT / folder).rglob("*.py")
        if '"ui.model"' in path.read_text("utf-8")
    }
    assert named == {"ui/sources.py"}
    assert _importing("ui.sources.language_model") == {"ui/actions.py", "ui/pages.py"}


@pytest.mark.parametrize("gone", [("desktop/model", "ui/model"), ("desktop/model",), ("ui/model",)])
def test_without_its_folders_everything_else_is_there(tmp_path: Path, gone: tuple[str, ...]) -> None:
    for folder in ("desktop", "ui", "resources"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for folder in gone:
        shutil.rmtree(tmp_path / folder)
    script = "import ui.app, ui.actions, ui.pages, ui.sources as s; print(s.__file__, s.language_model())"
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.stdout.split() == [str(tmp_path / "ui" / "sources.py"), "None"], run.stderr


def test_the_message_is_plain_json(at_counter: Counter, server: LittleServer) -> None:
    turn_on(at_counter.shop, server)
    assert json.loads(json.dumps(message(at_counter).body()))["stream"] is False
