"""How much of a text is the writer's own where only the text is kept: what it shares with no wording."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from desktop.language.text import plain, words
from desktop.starters.composing import spoken
from desktop.starters.library import library

RUN = 4  # words behind each other that count as taken over


@lru_cache(maxsize=1)
def _of_the_app() -> frozenset[tuple[str, ...]]:
    return runs_of(one.text for one in library())


def runs_of(texts: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """All runs of RUN words in some wordings; none goes over a blank."""
    found = set[tuple[str, ...]]()
    for text in texts:
        for piece in spoken(text):
            said = [one.text for one in words(plain(piece))]
            found.update(tuple(said[at : at + RUN]) for at in range(len(said) - RUN + 1))
    return frozenset(found)


def own_share(text: str, names: Collection[str] = (), kept: frozenset[tuple[str, ...]] = frozenset()) -> float | None:
    """Letters that stand in no run of words of a wording / all letters, from 0 to 1; None where there are none.

    Leaves out `names` (words in small letters). `kept`: the runs of the shop's own wordings.
    """
    said = [one.text for one in words(plain(text))]
    app, borrowed = _of_the_app(), [False] * len(said)
    for at in range(len(said) - RUN + 1):
        run = tuple(said[at : at + RUN])
        if run in app or run in kept:
            borrowed[at : at + RUN] = [True] * RUN
    counted = own = 0
    for word, is_borrowed in zip(said, borrowed, strict=True):
        if word not in names:
            counted += len(word)
            own += 0 if is_borrowed else len(word)
    return own / counted if counted else None
