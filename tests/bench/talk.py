"""What people say in the synthetic shop: our own corpus' texts, put together anew, with names, numbers and years of it.

Seven in ten texts are English, one in four of the other languages with their accents, and one in twenty-five Japanese,
Chinese or Thai. Every text ends in numbers of its own, so that the index gets the many rare words real ones have.
"""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path
from typing import NamedTuple

CORPUS = Path(__file__).resolve().parents[2] / "packaging" / "reading" / "corpus"
_UNSPACED = {
    "ja": (
        "ケーキの箱がつぶれていました。", "店員さんがとても親切でした。", "予約した時間に行ったのに三十分待ちました。",
        "自転車の修理は来週になりますか。", "味は美味しいけれど少し高いです。", "返金はいつになりますか。",
        "また行きたいお店です。", "電話しても誰も出ません。",
    ),
    "zh": (
        "蛋糕盒子压坏了。", "服务态度很好，下次还来。", "等了四十分钟没有人理我们。", "请问周日几点关门？",
        "退款什么时候到账？", "咖啡很好喝，价格也合理。", "东西坏了，打电话没人接。",
    ),
    "th": (
        "กล่องเค้กบุบมาเลยค่ะ", "พนักงานใจดีมาก", "รอนานมากแต่ไม่มีใครมา", "เปิดกี่โมงคะวันอาทิตย์", "อร่อยมาก จะมาอีก",
        "ขอเงินคืนได้เมื่อไหร่",
    ),
}  # fmt: skip
_OURS = {
    "en": (
        "You are right, and I am sorry.", "I have looked at it this morning.", "Thank you, that made our day.",
        "The money goes back to your card today.", "We are open until six on Saturdays.",
        "Bring it in and we replace it on the spot.",
        "The new lids hold better; tell me if yours doesn't.", "I keep one behind the counter for you.",
        "It was our mistake and not the courier's.", "Ask for me when you come by.",
    ),
    "de": (
        "Das tut mir leid, so soll es nicht sein.", "Ich habe es mir heute früh angesehen.",
        "Das Geld ist heute zurückgegangen.", "Samstags haben wir bis 18 Uhr geöffnet.",
        "Danke, das freut uns sehr.", "Wir tauschen es sofort um.",
    ),
    "fr": ("Vous avez raison, je suis désolée.", "Nous le remplaçons tout de suite.", "Merci, à bientôt."),
    "es": ("Tiene razón, lo siento mucho.", "Se lo cambiamos enseguida.", "¡Gracias, hasta pronto!"),
    "it": ("Ha ragione, mi dispiace.", "Lo sostituiamo subito.", "Grazie, a presto in negozio."),
    "pt": ("Tem razão, peço desculpa.", "Trocamos já no balcão.", "Obrigado, até breve."),
}  # fmt: skip
_FIRST = (
    "Marta Omar Farah Ed Zoë Nell Jürgen Søren Chloé José Ana Luca Giulia Priya Tom Ines Hanna Kofi Amara Wei Mei Yuki "
    "Somchai Aleksei Łukasz Siân Björn Renée Thiago Ayşe Ravi Fatima Noor Elif Pat Sam Robin Max Ida Greta Paul Emil "
    "Nora Vera Otto Lena Jan Eva Mia Leo Ben Ruth Ada Ivy Dan Joe Kim Lee Bo Gus"
).split()
_LAST = (
    "Keller Okafor Silva Rossi Müller García Novák Andersson Dubois Tanaka Wang Smith Jones Brown Patel Khan Nguyen "
    "Costa Ferrari Weiß Lindqvist O'Brien MacLeod Kowalski Yılmaz Haddad Sato Li Chen Mori Petrov Bauer Fischer Wagner "
    "Lefèvre"
).split()


class Said(NamedTuple):
    text: str
    kind: str
    lang: str
    topics: str
    stars: int | None


@cache
def corpus() -> dict[str, list[Said]]:
    """Our own labelled texts, by language."""
    found: dict[str, list[Said]] = {}
    for path in sorted(CORPUS.rglob("*.tsv")):
        heads, *lines = path.read_text("utf-8").removesuffix("\n").split("\n")
        names = heads.split("\t")
        for line in lines:
            row = dict(zip(names, line.split("\t"), strict=True))
            if row["kind"] and not row["followup"]:
                stars, topics = row["stars"], row["topics"].replace(",", " ")
                text, lang = row["text"].replace("\\n", "\n"), path.parent.name
                made = Said(text, row["kind"], lang, topics, int(stars) if stars else None)
                found.setdefault(made.lang, []).append(made)
    return found


class Talk:
    """One generator of everything: the same seed says the same."""

    def __init__(self, seed: int = 7) -> None:
        self.rng = random.Random(seed)
        self._texts, self._langs = corpus(), ("de", "es", "fr", "it", "pt")
        self._unspaced = tuple(_UNSPACED)

    def theirs(self) -> Said:
        """What somebody says: one text or two, some 200 characters."""
        rng, chance = self.rng, self.rng.random()
        if chance < 0.04:
            lang = rng.choice(self._unspaced)
            text = "".join(rng.choices(_UNSPACED[lang], k=rng.randint(1, 4)))
            kind = rng.choice(("complaint", "praise", "question"))
            return Said(f"{text} {rng.randrange(250_000)}", kind, lang, "", None)
        lang = "en" if chance < 0.71 else rng.choice(self._langs)
        texts = self._texts[lang]
        one = texts[rng.randrange(len(texts))]
        pieces = [one.text]
        while sum(map(len, pieces)) < 150 and len(pieces) < 4:
            pieces.append(texts[rng.randrange(len(texts))].text)
        if rng.random() < 0.6:
            pieces.append(f"#{rng.randrange(250_000)}")
        return one._replace(text=" ".join(pieces))

    def ours(self, lang: str) -> str:
        rng, some = self.rng, _OURS.get(lang, _OURS["en"])
        return " ".join((*rng.sample(some, min(len(some), rng.randint(2, 4))), f"({rng.randrange(99_999)})"))


def person(number: int) -> tuple[str, str]:
    """(name, handle) of the person of that number; some thousand names come again, handles don't."""
    first = _FIRST[number % len(_FIRST)]
    last = _LAST[number // len(_FIRST) % len(_LAST)]
    return f"{first} {last}", f"{first.lower()}.{number}@quay.example"
