"""Sentences and words of a text, with their places in it. Every function is total and linear."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from desktop.records import TAKEN_OUT

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
READ_AT_MOST = 20_000  # characters: no place allows longer posts, and hostile ones must not cost time

_SAME = str.maketrans("’‘ʼ´`“”„«»\u00a0\u202f\t", "'''''\"\"\"\"\"   ")
_ZERO_WIDTH = re.compile("[\u200b-\u200f\u2060-\u2064\ufeff\u00ad\u202a-\u202e]")
_STOP = re.compile(r"(?:[.!?…]+[\"')\]]*(?=\s|$)|[。！？]+|\n+)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class Piece(NamedTuple):
    """A part of a text and where it stands: `text == whole[start:end]`. (A tuple: made by the thousand.)"""

    text: str
    start: int
    end: int


def plain(text: str) -> str:
    """Lower case, straight quotes, plain spaces; every character stays at its place (same length)."""
    text = text[:READ_AT_MOST].translate(_SAME)
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def visible(text: str) -> str:
    """The text without zero-width characters, nor the sign for them: for judging it, not for places in it."""
    return _ZERO_WIDTH.sub("", text[:READ_AT_MOST].removeprefix(TAKEN_OUT))


def sentences(text: str) -> tuple[Piece, ...]:
    """The sentences of a text, each with its closing mark, without the white space round it."""
    text = text[:READ_AT_MOST]
    found, start = [], 0
    for stop in _STOP.finditer(text):
        found.append(_trimmed(text, start, stop.end()))
        start = stop.end()
    found.append(_trimmed(text, start, len(text)))
    return tuple(piece for piece in found if piece.text.strip(".!?… \n"))


def _trimmed(text: str, start: int, end: int) -> Piece:
    piece = text[start:end]
    left, right = len(piece) - len(piece.lstrip()), len(piece) - len(piece.rstrip())
    start, end = (start + left, end - right) if left < len(piece) else (start, start)
    return Piece(text[start:end], start, end)


def words(text: str) -> list[Piece]:
    """The words of a text in order, as written."""
    return [Piece(m.group(), m.start(), m.end()) for m in _WORD.finditer(text[:READ_AT_MOST])]


def spelled(text: str) -> list[str]:
    """The words of a text in order, where their places don't matter: several times as quick."""
    return _WORD.findall(text[:READ_AT_MOST])


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Words that name nothing by themselves (English and a few of each neighbour)."""
    return frozenset((RESOURCES / "words" / "common.txt").read_text("utf-8").split())


# What people thank, greet and ask to forgive with, in small letters: no name, whoever may be called so.
COURTESIES = frozenset(
    "thanks thank danke dank dankeschön vielen herzlichen merci gracias muchas grazie obrigado obrigada bedankt tack "
    "hello hi hey hallo hola bonjour salut ciao buongiorno olá moin servus guten please bitte sorry entschuldigung "
    "entschuldige pardon perdón scusi scusa desculpe liebe lieber dear yes ja nein oui gern gerne".split()
)

_ENDINGS = ("ingly", "ings", "ing", "edly", "ied", "ies", "ed", "es", "ly", "s")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A close form of a word, so that "charged" meets "charge": cut by rule, not by dictionary."""
    word = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + ("y" if ending in ("ied", "ies") else "")
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "slz":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


def content_stems(text: str) -> frozenset[str]:
    """Stems of the words that name something."""
    known = common_words()
    return frozenset(
        stem(piece.text)
        for piece in words(plain(text))
        if piece.text not in known and (len(piece.text) > 2 or piece.text.isdigit())
    )


_SMALL = frozenset(
    "the and with for you our are your all any but not from this that was has have its their".split()
)


def said_stems(text: str) -> frozenset[str]:
    """Stems of all but the smallest words: in "service hours" and "nobody works on Sundays" each word counts."""
    return frozenset(
        stem(piece.text)
        for piece in words(plain(text))
        if piece.text not in _SMALL and (len(piece.text) > 2 or piece.text.isdigit())
    )
