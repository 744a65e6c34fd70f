"""How a draft sounds: bright where somebody is upset, shouting, naming a culprit, in another language."""

from __future__ import annotations

import re

from desktop.coach.lens import SHOW_ME, Lens, look
from desktop.coach.scene import Finding
from desktop.language.said import said
from desktop.language.text import plain
from desktop.language.tongue import language_of

_BRIGHT = re.compile(
    r"!(?:\s?!)+|[\U0001F300-\U0001FAFF\u2600-\u27BF]|(?<!\w)(?:(?:ha){2,}h?|(?:he){2,}|lol|lmao|rofl"
    r"|yay|woo ?hoo|whoopsie)(?!\w)"
    r"|(?<=\s)[:;]-?[)DP](?=\s|$)|\^\^",
    re.I,
)


def bright(lens: Lens) -> Finding | None:
    """c-bright: "!!", an emoji or a laugh in an answer to somebody upset. Ticks and arrows are no smiles."""
    if not lens.is_upset:
        return None
    found = next((m for m in _BRIGHT.finditer(lens.draft) if m.group() not in "✓✔➜➡☎✂✉"), None)
    if found is None:
        return None
    text = said("{name} sounds upset. Maybe lose the exclamation marks.", name=lens.scene.their_name)
    return look("c-bright", "A bit bright for this one", text, SHOW_ME, span=found.span())


_CAPITALS = re.compile(
    r"(?<![\w&./-])(?:[^\W\d_a-z]{2,}+(?:'[A-Z]++)?(?:[ ,]++(?=[^\W\d_a-z]))?|I(?= [A-Z]{2}) )+(?![\w&/-])"
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def shout(lens: Lens) -> Finding | None:
    """c-shout: words in capitals. Short forms (VAT, DIY), names in capitals and what they wrote so are "
    "none."""
    known = {word.lower() for word in _WORD.findall(_names_in_capitals(lens))}
    for found in _CAPITALS.finditer(lens.draft):
        if found.group() != found.group().upper():
            continue
        loud = [w for w in _WORD.findall(found.group()) if w.isupper() and w.lower() not in known]
        if _is_loud(loud):
            words = found.group().strip(" ,")
            span = (found.start(), found.start() + len(words))
            return look(
                "c-shout", "Capital letters shout", said("“{words}”", words=words), SHOW_ME, span=span
            )
    return None


_SHORT_FORMS = frozenset(
    "vat diy usb pdf faq led ev dhl ups dpd gls nhs bbq asap eta fyi ok id tv uk usa eu pin sms atm "
    "cctv mot gps qr url "
    "ikea nasa lego pvc mdf rsvp pos iban bic gmbh abs spf dna ceo pa pm am ac dc wifi http https".split()
)


def _is_loud(words: list[str]) -> bool:
    spoken = [word for word in words if word.lower() not in _SHORT_FORMS and re.search("[AEIOUY]", word)]
    return (len(spoken) > 1 and sum(map(len, spoken)) >= 7) or any(len(word) >= 5 for word in spoken)


def _names_in_capitals(lens: Lens) -> str:
    """Words written in capitals that are names here: theirs, the shop's, the Shop book's."""
    scene = lens.scene
    facts = " ".join(f"{fact.title} {fact.text}" for fact in scene.book.facts)
    written = " ".join((scene.their_text, scene.public_text, facts, scene.shop_name, scene.place))
    return " ".join(word for word in _WORD.findall(written) if word.isupper() and len(word) > 1)


_FAULT = (
    r"(?:forgot(?:ten)?|didn't|did not|hadn't|wasn't paying|messed|mixed|muddled|mucked|got (?:it|that"
    r"|this|your|the) .{0,30}?wrong"
    r"|got .{0,20}?muddled|put the wrong|gave you the wrong|packed the wrong|wrote (?:it |that "
    r"|the )?.{0,20}?wrong|dropped|lost|broke"
    r"|misheard|misread|mislaid|overcharged|left (?:it|your|the|them)|let you down|messed up|screwed"
    r"|made (?:a|the|that|this) (?:\w+ )?"
    r"(?:mistake|error|mess)|made an error|should have|should've|failed|missed|never|was (?:rude"
    r"|careless|lazy|wrong|new|supposed)"
    r"|is (?:new|careless|to blame)|has been (?:told|spoken)|will be (?:told|spoken)|to blame|at fault"
    r"|burnt|burned|spilled|spilt)"
)
_OWNED = r"'s (?:mistake|fault|error|doing|mess|carelessness|oversight)"
_SOMEBODY = (
    r"(?:the|our|my|a) (?:new |young |saturday |weekend |junior |part-time |student |temporary )*"
    r"(?:girl|boy|lad|trainee|apprentice|colleague|waiter|waitress|temp|intern|barista|mechanic|cashier"
    r"|driver|assistant|junior|student"
    r"|helper|employee|member of staff|saturday girl|saturday boy)"
)
_NOT_THEM = r"(?:we|i|you|nobody|no one|it|they|our|the)"
_KIND = re.compile(
    r"(?:not|isn't|wasn't|never|no) (?:\w+ ){0,3}(?:mistake|fault|error|blame)|never (?:mind|misses"
    r"|missed)|didn't mind"
)


def blame(lens: Lens) -> Finding | None:
    """c-blame: somebody of the team named, with what they did wrong. Who writes may say it of themselves."""
    me = plain(lens.scene.person_name)
    names = [
        re.escape(n)
        for person in lens.scene.staff
        for n in {plain(person), plain(person).split(" ")[0]}
        if n != me
    ]
    names = [name for name in names if name and name != re.escape(me.split(" ")[0])]
    who = "|".join([*sorted(names, key=len, reverse=True), _SOMEBODY])
    gap = rf"(?:(?! {_NOT_THEM} )[^.!?;:\n]){{0,40}}?"
    pattern = (
        rf"(?<!\w)(?P<who>{who})(?!\w)(?:{_OWNED}|{gap} {_FAULT}(?!\w))"
        rf"|(?:blame|fault of|mistake by|error by) (?P<by>{who})(?!\w)"
    )
    for sentence in lens.sentences:
        found = re.search(pattern, sentence.text)
        if found and not _KIND.search(sentence.text):
            start, end = found.span("who") if found["who"] else found.span("by")
            span = (sentence.start + start, sentence.start + end)
            name = lens.quoted(*span)
            title = said("{who} is named as the culprit", who=f"{name[0].upper()}{name[1:]}")
            return look("c-blame", title, "Say “we”. Sort it out indoors.", SHOW_ME, span=span)
    return None


def language(lens: Lens) -> Finding | None:
    """c-lang: they wrote in one language, the draft is in another, and both are sure."""
    theirs = language_of(lens.scene.their_text)
    ours = language_of(lens.told) if theirs else ""
    if not ours or ours == theirs:
        return None
    title = said("{name} wrote in {language}", name=lens.scene.their_name, language=said(theirs))
    return look("c-lang", title, said("This draft is in {language}.", language=said(ours)))
