"""Later words that it is broken still without "still": it came broken, it is dead again, the date is past."""

from __future__ import annotations

import pytest

from desktop.triage.follow_up import by_rules, weighed
from desktop.triage.judgement import Outcome

STILL = """
thanks for nothing
So much for sorted, it died again after two cups
you told me it was sorted
Great, now it arrived broken a second time. Thank you so much.
And it's dead again, brilliant.
It lasted a day.
it lasted all of two hours
worked for a day and then nothing
came, but cracked again
It came, but cracked again
It arrived but it's the wrong colour
arrived, wrong colour
The new one came and it makes the same noise
New one came, missing the lid this time
Received. It's the wrong model.
Arrived today. Same crack.
Arrived today. Smashed to bits.
Friday came and went.
Friday has been and gone.
It's Monday now.
Danke für nichts
Von wegen erledigt
Kam an, aber in der falschen Farbe
Ist angekommen, leider wieder zerbrochen
schon wieder kaputt
Hat einen Tag gehalten.
Das gleiche Geräusch wie vorher
diesmal fehlt der Deckel
Der Freitag ist vorbei
Jetzt ist Montag
Gracias por nada
Me dijisteis que estaba arreglado
Llegó pero del color equivocado
Ha llegado rota
Se ha vuelto a romper
Roto otra vez, genial
Duró un día
El mismo ruido
esta vez falta la tapa
El viernes ya pasó
Ya es lunes
Merci pour rien
Arrivé ce matin, mais cassé
Bien reçu, mais mauvaise couleur
Il est de nouveau en panne
Ça a tenu une journée
Toujours le même bruit
Il manque le couvercle cette fois
Vendredi est passé
On est lundi maintenant
Grazie di niente
È arrivato ma è di nuovo rotto
Arrivato oggi, sbagliato
Si è rotto di nuovo
È durato un giorno
Fa lo stesso rumore
stavolta manca il coperchio
Venerdì è passato
Siamo a lunedì
Obrigada por nada
Chegou, mas veio quebrado
Recebi, cor errada
Voltou a avariar
Partido outra vez
Durou um dia
O mesmo barulho
desta vez falta a tampa
Sexta passou
Já é segunda
""".strip().splitlines()

FINE = """
It came today and it's perfect
Arrived today, nothing damaged this time, thanks
It arrived and it is not cracked
It hasn't died again since, thank you
It has lasted a month now, thank you
Same day delivery, thanks!
It came on Friday, thanks
It came in the right colour this time
Thank you so much for sorting it
Thank you so much for the quick repair
Thanks so much for the replacement
You said it was sorted and it is, thank you
It came broken. You replaced it the same day, all sorted
Ist heute angekommen, nichts kaputt, danke
Diesmal fehlt nichts, danke
Freitag ist alles gekommen, danke
Ya llegó y no está roto, gracias
No se ha vuelto a romper, gracias
Gracias por todo
Bien reçu, rien de cassé, merci
Merci pour tout
È arrivato e non è rotto, grazie
Grazie di tutto
Chegou e não veio quebrado, obrigada
Não voltou a avariar, obrigado
Obrigada por tudo
""".strip().splitlines()


@pytest.mark.parametrize("text", STILL)
def test_it_is_broken_still_without_the_word(text: str) -> None:
    assert by_rules(text).outcome is Outcome.STILL_NOT_FIXED


@pytest.mark.parametrize("text", STILL)
def test_however_sure_the_model_is_it_is_no_ending(text: str) -> None:
    glad = {each: 0.94 if each is Outcome.RESOLVED else 0.02 for each in Outcome}
    found = weighed(text, glad, "A new one is in the post, it should be with you by Friday.")
    assert found.outcome is Outcome.STILL_NOT_FIXED


@pytest.mark.parametrize("text", FINE)
def test_what_is_fine_is_not_broken_still(text: str) -> None:
    assert by_rules(text).outcome is not Outcome.STILL_NOT_FIXED


@pytest.mark.parametrize(
    "text", ["Is it the same noise?", "Did it arrive broken?", "Was it dead again?", "Est-ce le même bruit ?"]
)
def test_what_is_only_asked_is_not_broken_still(text: str) -> None:
    calm = {each: 0.97 if each is Outcome.NEUTRAL else 0.01 for each in Outcome}
    assert weighed(text, calm, "Is it all right now?").outcome is not Outcome.STILL_NOT_FIXED


@pytest.mark.parametrize(
    "text",
    [
        "It's Monday now, see you at two!", "On est vendredi, bon week-end !",
        "Heute ist schon Freitag, schönes Wochenende!", "same lovely smell as ever",
        "Nothing missing from the order this time", "Diesmal fehlt gar nichts", "Stavolta senza graffi, grazie",
        "El lunes pasó el técnico", "Lundi est passé le plombier", "Segunda passou cá o técnico",
    ],
)  # fmt: skip
def test_days_and_things_that_are_well_are_not_broken(text: str) -> None:
    assert by_rules(text).outcome is not Outcome.STILL_NOT_FIXED


@pytest.mark.parametrize(
    "text",
    [
        "It packed up again this morning", "The new one has a hole as well", "Auch der neue tropft",
        "La nueva hace lo mismo", "La nouvelle fait pareil", "Quella nuova fa uguale", "A nova faz igual",
        "Back to square one", "Au bout d'un jour, plus rien",
    ],
)  # fmt: skip
def test_a_new_one_with_the_old_fault_is_broken_still(text: str) -> None:
    assert by_rules(text).outcome is Outcome.STILL_NOT_FIXED
