"""The words that are quoted for a guess: whole little phrases, none of which says the opposite."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

import pytest

from desktop.records import Kind
from desktop.triage import Judgement, judge
from desktop.triage.reasons import AT_MOST, _runs

TEXTS = {
    "en": [
        "The oat milk latte was stone cold, and nobody came over for 20 minutes. It wasn't £5.40 worth!",
        "Lovely carrot cake as always, and Priya remembered my name - see you Thursday",
        "The almond croissant we got on Sunday was stale, and nobody ever refunded the 12 pounds\nfor the tasting",
        "Hi, are you open on Boxing Day (from 7:30)? I can't find it; the website doesn't say",
        "Would be nice if you had a few seats outside",
    ],
    "de": [
        "Der Kuchen war trocken, und die Bedienung hat uns eine halbe Stunde ignoriert: 14,60 Euro!",
        "Habt ihr am 24. Dezember offen und kann man noch Stollen bestellen?",
        "Die Brötchen waren wunderbar – und die Verkäuferin ist so nett",
    ],
    "es": [
        "Llevo dos semanas esperando el pedido 4471, y nadie contesta al teléfono. ¿Me devuelven los 25,90 €?",
        "El café riquísimo y el camarero un encanto; volveremos",
    ],
    "fr": [
        "J'ai attendu 1 h 30, le plat n'est jamais arrivé (et l'addition était de 42,50 €)",
        "Est-ce que vous êtes ouverts le dimanche à 7:30 ? Merci",
    ],
    "it": [
        "Il cornetto era vecchio ma mi avete fatto pagare due volte, 14,60 euro. Un po' troppo!",
        "La pizza era buonissima e il personale è gentilissimo",
    ],
    "pt": [
        "Encomendei 1 kg de café e recebi 500 g; ninguém atende o telefone, que vergonha",
        "Os pastéis são tão bons, e a senhora do balcão é muito simpática",
    ],
}
LITTLE = {
    "en": "a an the and but or of to in on at for with my your and we",
    "de": "der die das ein eine und oder aber in im am auf mit für von",
    "es": "el la los las un una y o pero de del al en con por",
    "fr": "le la les un une et ou mais de du des au en dans pour",
    "it": "il la gli un una e o ma di del della al in con per",
    "pt": "o a os as um uma e ou mas de do da em com por",
}
WHOLE = re.compile(  # what may not be cut
    r"£5\.40|12 pounds|7:30|20 minutes|14,60 [Ee]uro|24\. Dezember|25,90 €|1 h 30|42,50 €|1 kg|500 g|\w+['’]\w+"
)
BORDER = re.compile(r"[,;:!?()\n–]|\.(?:\s|$)| - ")
ALL = [(language, text) for language, texts in TEXTS.items() for text in texts]
KINDS = [kind for kind in Kind if kind is not Kind.OTHER]


def read_as(text: str, kind: Kind, language: str = "en") -> Judgement:
    """As if it had been taken for that: so nothing hangs on what the model thinks."""
    return replace(judge(text), kind=kind, language=language, is_serious=False)


@pytest.mark.parametrize(("language", "text"), ALL)
def test_what_may_be_quoted_is_whole(language: str, text: str) -> None:
    whole = [match.span() for match in WHOLE.finditer(text)]
    for kind in KINDS:
        runs = _runs(read_as(text, kind, language))
        assert runs
        for run in runs:
            assert text[run.start : run.end] == run.text
            inside = re.sub(WHOLE, "", run.text)
            assert not BORDER.search(inside), run.text
            cut = [span for span in whole if span[0] < run.end and run.start < span[1]]
            assert all(run.start <= start and end <= run.end for start, end in cut), run.text


@pytest.mark.parametrize(("language", "text"), ALL)
def test_no_little_word_stands_at_either_end(language: str, text: str) -> None:
    little = set(LITTLE[language].split())
    for kind in KINDS:
        for run in _runs(read_as(text, kind, language)):
            said = run.text.lower().split()
            is_question = kind in (Kind.QUESTION, Kind.IDEA)
            assert said[0] not in little - ({"we"} if is_question else set()), run.text
            assert said[-1] not in little - ({"we"} if is_question else set()), run.text


@pytest.mark.parametrize(("language", "text"), ALL)
def test_reasons_stand_apart(language: str, text: str) -> None:
    for kind in KINDS:
        found = read_as(text, kind, language).reasons
        assert all(one.end <= other.start or other.end <= one.start for one, other in combinations(found, 2))


@pytest.mark.parametrize(
    ("language", "text", "kind", "said"),
    [
        ("en", "Hi, are you open on Boxing Day?", Kind.QUESTION, "are you open"),
        ("en", "How do I cancel?", Kind.QUESTION, "How do I"),
        ("en", "Would be nice if you had seats", Kind.IDEA, "Would be nice"),
        ("de", "Habt ihr offen?", Kind.QUESTION, "Habt ihr offen"),
    ],
)
def test_what_asks_keeps_its_little_words(language: str, text: str, kind: Kind, said: str) -> None:
    assert said in {run.text for run in _runs(read_as(text, kind, language))}


@pytest.mark.parametrize(
    ("language", "text", "said", "opposite"),
    [
        ("en", "I think it did not arrive", "did not arrive", "arrive"),
        ("en", "It never came", "never came", "came"),
        ("en", "There was no answer", "no answer", "answer"),
        ("en", "We honestly can't fault the scones", "can't fault the scones", "fault the scones"),
        ("en", "The soup wasn't very warm", "wasn't very warm", "very warm"),
        ("de", "Hat nicht funktioniert", "Hat nicht funktioniert", "funktioniert"),
        ("it", "Non hanno mai risposto", "Non hanno mai risposto", "risposto"),
        ("es", "El pedido no llegó", "no llegó", "llegó"),
        ("fr", "Le plat n'est pas arrivé", "n'est pas arrivé", "arrivé"),
        ("pt", "Ninguém atende o telefone", "Ninguém atende", "atende"),
    ],
)
def test_what_denies_is_never_left_out(language: str, text: str, said: str, opposite: str) -> None:
    runs = {run.text for run in _runs(read_as(text, Kind.COMPLAINT, language))}
    assert said in runs
    assert opposite not in runs


@pytest.mark.parametrize(
    ("text", "language"),
    [("way of all that", "en"), ("40", "en"), ("hat uns", "de"), ("y no", "es"), ("qu'il", "fr")],
)
def test_scraps_are_no_reasons(text: str, language: str) -> None:
    assert _runs(read_as(text, Kind.COMPLAINT, language)) == []


def test_links_and_handles_are_none() -> None:
    runs = _runs(read_as("Awful cake @crumb_and_co https://crumb.example/cake", Kind.COMPLAINT))
    assert {run.text for run in runs} == {"Awful", "cake", "Awful cake"}


@pytest.mark.parametrize(
    ("text", "language", "wrong"),
    [
        ("Best flat white in town, five stars. But the toilet was filthy and disgusting.", "en", "filthy"),
        ("Lovely people, terrible soup, the waiter was rude", "en", "terrible"),
        ("Der Kuchen war ekelhaft und die Bedienung unfreundlich. Trotzdem vielen Dank", "de", "ekelhaft"),
    ],
)
def test_praise_quotes_no_trouble(text: str, language: str, wrong: str) -> None:
    said = [reason.text for reason in read_as(text, Kind.PRAISE, language).reasons]
    assert not [one for one in said if wrong in one]


@pytest.mark.parametrize(
    ("text", "kind_words"),
    [("Thank you so much, wonderful cake", "Thank wonderful"), ("Ein wunderbarer Laden, vielen Dank", "wunder Dank")],
)
def test_a_complaint_quotes_no_praise(text: str, kind_words: str) -> None:
    said = [reason.text for reason in read_as(text, Kind.COMPLAINT).reasons]
    assert not [one for one in said if any(word in one for word in kind_words.split())]


def test_of_words_of_harm_over_each_other_the_longer_are_quoted() -> None:
    text = "My son has a nut allergy and his lips swelled up"
    said = [reason.text for reason in judge(text).reasons]
    assert "My son has a nut allergy" in said and "nut allergy" not in said


@pytest.mark.parametrize("text", ["👎", "🤮", "👎👎"])
def test_a_thumb_or_a_face_alone_is_the_reason(text: str) -> None:
    assert judge(text).reason == f"because: “{text[0]}”"


def test_runs_are_short() -> None:
    text = "The oat milk latte with extra foam arrived stone cold again this morning " * 9
    assert max(len(run.text.split()) for run in _runs(read_as(text, Kind.COMPLAINT))) <= AT_MOST


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("Charged £12 for a valve cap", "£12 for a valve", "£12 for a valve cap"),
        ("nobody at Puddle Street even looked", "nobody at Puddle", "nobody at Puddle Street"),
        ("It came without its power cable", "came without its power", "came without its power cable"),
    ],
)
def test_a_longer_reason_does_not_end_inside_a_name(text: str, cut: str, whole: str) -> None:
    runs = {run.text for run in _runs(read_as(text, Kind.COMPLAINT))}
    assert whole in runs and cut not in runs
