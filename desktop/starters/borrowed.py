"""How much of a text is the writer's own where only the text is kept: what it shares with no wording."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from desktop.language.text import plain, spelled
from desktop.starters.composing import spoken
from desktop.starters.library import library

RUN = 4  # words behind each other that count as taken over
Run = tuple[str, ...]


@lru_cache(maxsize=1)
def _of_the_app() -> frozenset[Run]:
    return runs_of(one.text for one in library())


def runs_of(texts: Iterable[str]) -> frozenset[Run]:
    """All runs of RUN words in some wordings; none goes over a blank."""
    found = set[Run]()
    for text in texts:
        for piece in spoken(text):
            found.update(_runs(spelled(plain(piece))))
    return frozenset(found)


def _runs(said: Sequence[str]) -> Iterator[Run]:
    return zip(*(said[at:] for at in range(RUN)), strict=False)  # the quickest way: the last ones end it


def own_share(text: str, names: Collection[str] = (), kept: frozenset[Run] = frozenset()) -> float | None:
    """Letters that stand in no run of words of a wording / all letters, from 0 to 1; None where there are none.

    Leaves out `names` (words in small letters). `kept`: the runs of the shop's own wordings.
    """
    said = spelled(plain(text))
    app = _of_the_app()
    if app.isdisjoint(_runs(said)) and kept.isdisjoint(_runs(said)):
        return None if all(word in names for word in said) else 1.0
    borrowed = [False] * len(said)
    for at, run in enumerate(_runs(said)):
        if run in app or run in kept:
            borrowed[at : at + RUN] = [True] * RUN
    counted = own = 0
    for word, is_borrowed in zip(said, borrowed, strict=True):
        if word not in names:
            counted += len(word)
            own += 0 if is_borrowed else len(word)
    return own / counted if counted else None
