"""Posts that call the shop by its handle, and what else would pass for small talk or praise."""

from __future__ import annotations

import pytest

from desktop.records import Kind
from desktop.triage import judge
from desktop.triage.hearing import KINDS, UNASKED, called, told
from desktop.triage.outright import outright, outright_words

MAYBE = 0.3  # as the inbox takes it: from this score on a guess stands right behind the complaints


def chances(**known: float) -> list[float]:
    rest = (1 - sum(known.values())) / (len(KINDS) - len(known))
    return [known.get(kind.value, rest) for kind in KINDS]


@pytest.mark.parametrize("low", ["well done @puddlestreet", "<user> well done", "@puddle.street: well done"])
def test_whoever_is_called_by_a_handle_is_seldom_small_talk(low: str) -> None:
    before = chances(other=0.5, praise=0.45)
    after = called(before, low)
    assert sum(after) == pytest.approx(1)
    assert after[KINDS.index(Kind.PRAISE)] > after[KINDS.index(Kind.OTHER)]


@pytest.mark.parametrize("low", ["well done", "write to me@example.org", "2 @ 3 pounds each"])
def test_an_address_or_a_price_is_no_handle(low: str) -> None:
    before = chances(other=0.5, praise=0.45)
    assert called(before, low) == before


NUDGES = (
    "come on, get it together", "how about answering the phone", "answer your dms", "do better.",
    "reißt euch endlich zusammen", "wie wär's mit einer antwort", "a ver si contestáis", "pónganse las pilas",
    "et si vous décrochiez", "datevi una svegliata", "e se rispondeste", "que tal atenderem o telefone",
)  # fmt: skip
LEAVING = (
    "you just lost my business", "ihr habt gerade eine kundin verloren", "acabáis de perder una clienta",
    "vous venez de perdre une cliente", "avete perso un cliente", "acabaram de perder um cliente",
)  # fmt: skip


@pytest.mark.parametrize("low", [*NUDGES, *LEAVING])
def test_who_urges_or_leaves_makes_no_small_talk(low: str) -> None:
    after = outright(chances(other=0.9), low)
    assert max(after) == after[KINDS.index(Kind.COMPLAINT)]
    assert outright_words(low, Kind.COMPLAINT)


@pytest.mark.parametrize(
    "low",
    [
        "how about a loyalty card?", "could we get together in your back room on friday?",
        "is anyone at home on sundays?", "my business cards are lovely", "se rispondete a tutti così, complimenti",
        "wir treffen uns alle zusammen bei euch", "the new oven does better bread",
    ],
)  # fmt: skip
def test_plans_and_wishes_urge_nobody(low: str) -> None:
    before = chances(other=0.5, idea=0.4)
    assert outright(before, low) == before


def test_what_may_be_a_complaint_is_never_called_something_else_for_sure() -> None:
    found = [judge(text, stars=stars) for text in MIXED for stars in (None, 3, 4, 5)]
    hidden = [one for one in found if one.kind is not Kind.COMPLAINT and one.complaint_score >= MAYBE]
    assert hidden and all(one.is_unsure for one in hidden)


MIXED = (
    "Lovely staff, shame about the cold chips.", "Great cut, but I waited an hour.", "Tolles Essen, leider kalt.",
    "Muy ricos los churros, pena de la espera.", "Très bon accueil, dommage pour l'attente.",
    "Buonissimo, peccato per il conto sbagliato.", "Ótimo bolo, pena vir sem velas.",
)  # fmt: skip


def test_beside_stars_the_lists_only_find_trouble() -> None:
    open_ = chances(praise=0.5, complaint=0.4)
    assert told("they charged me twice and refuse to refund", 5, open_).row == KINDS.index(Kind.COMPLAINT)
    assert told("lovely, lovely, lovely", 2, open_).row == UNASKED


@pytest.mark.parametrize(
    ("text", "stars"),
    [
        ("Bread is lovely but they charged me twice and refuse to refund", 5),
        ("Lovely room, but the shower never worked in three days.", 4),
        ("Essen gut, aber wir haben zwei Stunden gewartet und keiner hat sich entschuldigt.", 4),
        ("Muy buena comida, pero el baño estaba sucísimo y sin papel.", 4),
    ],
)
def test_trouble_beside_many_stars_is_a_complaint(text: str, stars: int) -> None:
    assert judge(text, stars=stars).kind is Kind.COMPLAINT


DONE_TO_ME = (
    "that idiot scratched my frame", "dieser trottel hat mir den rahmen zerkratzt", "el imbécil me ha rayado el cuadro",
    "cet abruti m'a rayé le cadre", "quel cretino mi ha graffiato il telaio", "esse idiota riscou o meu quadro",
)  # fmt: skip


@pytest.mark.parametrize("low", DONE_TO_ME)
def test_an_insult_beside_what_was_done_is_a_complaint(low: str) -> None:
    after = outright(chances(abusive=0.7, complaint=0.2), low)
    assert max(after) == after[KINDS.index(Kind.COMPLAINT)]


def test_an_insult_alone_stays_one() -> None:
    before = chances(abusive=0.7, complaint=0.2)
    assert outright(before, "you lot are thieving scum") == before
