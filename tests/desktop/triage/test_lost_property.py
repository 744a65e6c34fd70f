"""Who looks for what they left behind asks this shop, however likely the model holds a mix-up."""

from __future__ import annotations

import pytest

from desktop.language.text import plain
from desktop.records import Kind
from desktop.triage.outright import KINDS, outright, outright_words

LOST = """
Hi, I think I left my glasses at yours yesterday, have you got them?
did I leave my umbrella with you?
My umbrella - did I leave it with you?
did anyone find a blue umbrella?
Did anyone find a blue umbrella on Saturday near the window table?
I forgot my scarf on the chair by your window
has a black wallet been handed in? I lost my wallet in your shop
do you have a lost property box
Hallo, ich glaube ich habe gestern meine Brille bei euch liegen lassen?
ich hab bei euch meinen Schirm vergessen
Habt ihr zufällig einen blauen Schal gefunden?
Wurde bei Ihnen ein Schlüssel abgegeben?
Hola, creo que me dejé el paraguas ayer en vuestra mesa de la ventana
se me olvidó la bufanda ahí
¿Habéis encontrado unas gafas?
¿Alguien ha visto mi cartera?
j'ai oublié mon écharpe chez vous
je crois avoir laissé mes lunettes sur la table
Avez-vous trouvé un parapluie noir ? Vous avez trouvé un parapluie ?
ho dimenticato l'ombrello da voi
Credo di aver lasciato gli occhiali sul tavolo
avete trovato una sciarpa rossa?
esqueci-me do guarda-chuva aí
deixei os óculos na mesa
alguém encontrou um casaco azul?
""".strip().splitlines()

ELSEWHERE = """
Hello, is this the swimming pool? I think I left my glasses at yours yesterday
I left my bag on the 42 bus, by your driver
Sorry, wrong number, I left my scarf at your salon
Hallo Herr Lehrer, Tim hat seine Mütze bei Ihnen vergessen
Bonjour maîtresse, Lola a oublié son doudou sous le banc
Me dejé el paraguas en el tren
Ho lasciato lo zaino sul treno
deixei a mochila no autocarro
""".strip().splitlines()

NOT_LOST = """
You left my parcel in the rain
I left my heart with you
I left my number twice
I left my job yesterday
Ich habe mein Passwort vergessen
Das vergessen wir euch nicht
Le dejé las llaves a la señora
J'ai laissé un message
Ho lasciato il numero tre volte
Esqueci a senha
""".strip().splitlines()


def said(text: str, taken: Kind) -> Kind:
    chances = outright([0.97 if each is taken else 0.03 / 6 for each in KINDS], plain(text))
    return KINDS[max(range(len(KINDS)), key=chances.__getitem__)]


@pytest.mark.parametrize("taken", [Kind.MIX_UP, Kind.OTHER])
@pytest.mark.parametrize("text", LOST)
def test_who_looks_for_their_things_asks(text: str, taken: Kind) -> None:
    assert said(text, taken) is Kind.QUESTION
    assert outright_words(plain(text), Kind.QUESTION)


@pytest.mark.parametrize("text", ELSEWHERE)
def test_things_left_at_another_firm_stay_a_mix_up(text: str) -> None:
    assert said(text, Kind.MIX_UP) is Kind.MIX_UP


@pytest.mark.parametrize("text", NOT_LOST)
def test_what_only_sounds_like_it_is_left_alone(text: str) -> None:
    assert said(text, Kind.OTHER) is Kind.OTHER


@pytest.mark.parametrize("taken", [Kind.COMPLAINT, Kind.PRAISE])
def test_what_is_taken_for_anything_else_is_left_alone(taken: Kind) -> None:
    assert said("I left my umbrella at yours and your waiter ran after me", taken) is taken
