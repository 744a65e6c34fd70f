"""Which language a text is in, by its small words; only said when sure."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language.text import plain, words

_SMALL: Mapping[str, frozenset[str]] = {
    name: frozenset(listed.split())
    for name, listed in {
        "English": (
            "the and of to was were is are it that this with for you your we our they have had has not "
            "but be been "
            "from at by on my me i i'm i'll we'll it's don't didn't can will would there what when who which"
        ),
        "German": (
            "der die das und ist war nicht ich wir sie ihr ihre mit für auf ein eine einen einem den "
            "dem des zu von "
            "bei auch aber noch nur wenn dass haben hatte sind sich uns mir mich ihnen leider schon wie "
            "es im am um"
        ),
        "French": (
            "le la les des et est était pas je nous vous votre vos avec pour sur un une dans ce cette "
            "ces qui que mais "
            "très plus au aux du ne j'ai c'est mon ma mes sont avons été il elle on par"
        ),
        "Spanish": (
            "el la los las y es era no yo nosotros usted su sus con para por un una en este esta que "
            "pero muy más al "
            "del lo le les me mi nos ha he hemos fue está son se como todo cuando"
        ),
        "Italian": (
            "il la lo gli le e è era non io noi voi vostro con per su un una in questo questa che ma "
            "molto più al "
            "del della di ho abbiamo sono si come tutto mi ci stato stata quando anche da"
        ),
        "Portuguese": (
            "o a os as e é era não eu nós você seu sua com para por um uma em este esta que mas muito "
            "mais ao do da "
            "dos das lhe me nos foi está são se como tudo quando no na obrigado"
        ),
        "Dutch": (
            "de het een en is was niet ik wij we u uw jullie met voor op van in dit dat die maar heel "
            "meer naar bij ook "
            "nog heb hebben zijn er te aan om als wel geen mijn"
        ),
        "Polish": (
            "i w na nie jest był była się to że z do za od o ale już tak jak co dla pan pani państwo mi "
            "my po przez "
            "bardzo tylko czy są być mam proszę"
        ),
        "Swedish": (
            "och är var inte jag vi ni er med för på en ett av till den det som men mycket mer att har "
            "hade om så kan "
            "ska också min från oss"
        ),
    }.items()
}  # fmt: skip
_FEWEST = 5  # words below which nothing is said
_HITS, _SHARE, _LEAD = 3, 0.2, 1.6  # small words needed, of all words, and how far ahead of the next language


def language_of(text: str) -> str:
    """The language's English name, "" when it isn't sure."""
    said = [piece.text for piece in words(plain(text))]
    if len(said) < _FEWEST:
        return ""
    scores = sorted(
        ((sum(word in small for word in said), name) for name, small in _SMALL.items()), reverse=True
    )
    (best, name), (second, _) = scores[0], scores[1]
    kinds = len({word for word in said if word in _SMALL[name]})
    sure = best >= _HITS and kinds >= _HITS and best / len(said) >= _SHARE and best >= second * _LEAD
    return name if sure else ""
