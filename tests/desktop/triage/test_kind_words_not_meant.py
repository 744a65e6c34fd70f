"""Kind words that are not meant, in six languages, beside sincere ones that look like them."""

from __future__ import annotations

import pytest

from desktop.language.text import plain
from desktop.records import Kind
from desktop.triage.rules import by_rules, is_irony

NOT_MEANT = """
thanks for nothing
Oh great, decaf again when I asked for regular. Top work guys.
Oh great, they gave me decaf instead of regular
Oh lovely, cold again
Great, another cold soup
Lovely, another flat tyre
Thanks so much for finally sending my beans, only three weeks late. Really appreciate the care.
It would be nice if my order turned up for once
Danke für nichts
Na super, schon wieder die falsche Bohne geschickt. Ihr seid echt die Besten.
Na toll, wieder kein Brot da
Na toll, wieder mal zu spät
Na super, wieder mal nicht da
Danke, nur drei Wochen zu spät, ihr seid spitze
Wäre schön, wenn mein Paket endlich ankäme
Gracias por nada
Genial, otra vez el pedido equivocado
Genial, otra vez sin mi pedido
Estupendo, tercera vez que os equivocáis
Gracias, solo tres semanas tarde
Merci pour rien
Bravo, troisième fois que vous vous trompez
Super, encore froid
Merci, seulement trois semaines de retard
Grazie di niente
Ottimo davvero, terza volta che sbagliate ordine
Complimenti, di nuovo freddo
Grazie, solo tre settimane di ritardo
Obrigada por nada
Parabéns, terceira vez que erram
Ótimo, outra vez frio
Ótimo, outra vez sem o bolo
Obrigado, só três semanas de atraso
""".strip().splitlines()

MEANT = """
Thank you so much for finally fixing it
Thank you for everything
Great, we came again and it was lovely
Oh great, thank you
Lovely, another flat white on the house, thank you
Great, another late opening on Thursdays, so handy
Great, another excuse to come back
Only three weeks old and she loves your garden, thank you
Na super, vielen Dank!
Super, schon wieder so lecker
Na super, wieder mal ein perfekter Abend bei euch
Na toll, wieder mal zu viel gegessen, so lecker
Danke für alles
Genial, otra vez, muchas gracias
Genial, otra vez sin colas y con una sonrisa
Perfecto, otra vez sin esperar
Estupendo, tercera vez que venimos y encantados
Gracias por todo
Bravo, troisième fois que nous venons, un régal
Merci pour tout
Ottimo davvero, terza volta che veniamo
Grazie di tutto
Parabéns, terceira vez que venho e adoro
Obrigada por tudo
Ótimo, outra vez sem filas
""".strip().splitlines()


@pytest.mark.parametrize("text", NOT_MEANT)
def test_kind_words_beside_trouble_are_not_meant(text: str) -> None:
    kind, _, cues = by_rules(plain(text), None, is_meant_kindly=True)
    assert kind is Kind.COMPLAINT
    assert any(map(is_irony, cues))


@pytest.mark.parametrize("text", MEANT)
def test_sincere_kind_words_are_meant(text: str) -> None:
    assert by_rules(plain(text), None, is_meant_kindly=True)[0] is not Kind.COMPLAINT
