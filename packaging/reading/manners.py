"""Polite openings and closings: a complaint that ends in "Thanks" is still one, and "Sorry to bother you" is no mix-up.

The texts of our shops seldom have them, and customers' messages often do; so some are learned from with them, too. What
a text is does not hang on them, except that bare thanks make praise of what is none of the other kinds.
"""

from __future__ import annotations

from collections.abc import Sequence

import data
import numpy as np
import posts

SEED = 14
SHARES = {"complaint": 0.5, "question": 0.35, "idea": 0.4, "mix_up": 0.25, "praise": 0.25}  # that get some
OPENINGS = {
    "en": "Hi|Hello|Hi there|Good morning|Good afternoon|Evening all|Hi, hope you're well|Sorry to bother you"
    "|Excuse me|Hi, just a quick one|Hello team|Not sure who to ask|Hi, me again",
    "de": "Hallo|Guten Tag|Guten Morgen|Hallo zusammen|Servus|Moin|Entschuldigung|Entschuldigen Sie die Störung"
    "|Guten Abend|Hallo, kurze Nachricht|Grüezi|Liebes Team",
    "es": "Hola|Buenos días|Buenas tardes|Buenas|Hola, ¿qué tal?|Perdonad la molestia|Disculpen"
    "|Perdón que moleste|Hola buenas|Estimados|Hola equipo",
    "fr": "Bonjour|Bonsoir|Bonjour à tous|Excusez-moi|Désolée de vous déranger"
    "|Bonjour, j'espère que vous allez bien|Salut|Madame, Monsieur|Pardon|Rebonjour",
    "it": "Buongiorno|Buonasera|Salve|Ciao|Scusate il disturbo|Scusate|Buongiorno a tutti|Gentile staff"
    "|Mi scusi|Ciao ragazzi|Perdonate",
    "pt": "Olá|Bom dia|Boa tarde|Boa noite|Oi|Oi, tudo bem?|Desculpem incomodar|Desculpe|Boas|Olá a todos"
    "|Oi gente|Estimados senhores",
}
CLOSINGS = {
    "en": "Thanks|Thank you|Thanks in advance|Many thanks|Thanks!|Cheers|Ta|Let me know. Thanks|Kind regards"
    "|Best, Anna|Regards, Mr Okafor|thx|Could you check? Thanks|Please let me know"
    "|Look forward to hearing from you|Ruth",
    "de": "Danke|Vielen Dank|Danke im Voraus|Danke!|Liebe Grüße|Mit freundlichen Grüßen|LG|Viele Grüße, Anna"
    "|Merci|dankeschön|Bitte um Rückmeldung, danke|Könnt ihr das prüfen? Danke|VG Jonas|Vielen Dank vorab",
    "es": "Gracias|Muchas gracias|Gracias de antemano|¡Gracias!|Un saludo|Saludos|Quedo atenta, gracias"
    "|Saludos cordiales, Ana|mil gracias|¿Lo podéis mirar? Gracias|Espero respuesta|Un abrazo|grcs",
    "fr": "Merci|Merci d'avance|Merci beaucoup|Merci !|Cordialement|Bien à vous, Anne|Bonne journée"
    "|Pouvez-vous vérifier ? Merci|Dans l'attente, merci|Cdlt|Bonne soirée, Paul|mrc|Je vous remercie",
    "it": "Grazie|Grazie mille|Grazie in anticipo|Grazie!|Cordiali saluti|Saluti, Anna|Buona giornata"
    "|Potete controllare? Grazie|Fatemi sapere, grazie|Attendo riscontro|Un saluto|grz",
    "pt": "Obrigada|Obrigado|Muito obrigado|Obrigada desde já|Cumprimentos|Abraço"
    "|Com os melhores cumprimentos, Ana|Grata|Podem verificar? Obrigada|Fico a aguardar"
    "|Obrigado pela atenção|obg|Valeu|vlw",
}
_ENDS = tuple(".!?…")


def mannered(texts: Sequence[data.Text]) -> list[posts.Post]:
    """Some of the texts with an opening, a closing, or both; not those that answer us."""
    rng = np.random.default_rng(SEED)
    some = [one for one in texts if one.previous is None and rng.random() < SHARES.get(one.kind, 0.0)]
    return [posts.Post(_with(one, rng), one.kind, one.topics) for one in some]


def _with(text: data.Text, rng: np.random.Generator) -> str:
    first, last = (_one(formulas[text.language], rng) for formulas in (OPENINGS, CLOSINGS))
    which = rng.random()
    said = text.text.strip()
    if which < 0.6:  # a closing, and in a third of these an opening as well
        end = "" if said.endswith(_ENDS) else rng.choice([".", ",", "", "."])
        said = f"{said}{end}{rng.choice([' ', ' ', chr(10)])}{last}"
    if which > 0.4:
        said = f"{first}{rng.choice([', ', '. ', '! ', ' '])}{said}"
    return said


def _one(formulas: str, rng: np.random.Generator) -> str:
    found = str(rng.choice(formulas.split("|")))
    return found.lower() if rng.random() < 0.3 else found
