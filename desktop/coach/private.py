"""What a public reply would show of somebody: numbers, addresses, a birthday, their health, their surname."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from desktop.coach.lens import Lens
from desktop.coach.scene import Action, Finding, Level, Scene
from desktop.language.said import said
from desktop.language.text import common_words, plain
from desktop.records import Channel, Kind, Limit
from desktop.writing import Writing

Span = tuple[int, int]

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}")
_NUMBER = re.compile(r"(?<![\w.,€£$#])\+?\(?\d[\d ()./-]{5,24}\d(?![\w%])")
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_CALLING = re.compile(
    r"(?<!\w)(?:ring|rang|call|called|phone|mobile|tel|telephone|cell|number|text|whatsapp|reach)\w*(?!\w)"
)
_REGIONS = {
    "£": ("GB",),
    "€": ("IE", "DE", "FR", "ES", "IT", "NL", "AT", "BE", "PT", "FI", "GR"),
    "$": ("US", "AU", "NZ"),
    "CHF": ("CH",),
    "kr": ("SE", "DK", "NO"),
    "zł": ("PL",),
}  # by the shop's money: where a number without its country's code may be from


def private(lens: Lens) -> Finding | None:
    """c-private: something of theirs in a public reply that isn't public there already."""
    if not lens.is_public:
        return None
    found = [span for look_for in _KINDS if (span := next(look_for(lens), None))]
    if not found:
        return None
    span = min(found)
    move = (
        Action("move_private", "Move it")
        if lens.scene.has_private
        else Action("take_out", "Take it out", span)
    )
    return Finding(
        "c-private",
        Level.PAUSE,
        "Something private, in public",
        said("“{text}” would be there for everyone. Move it to a private message?", text=lens.quoted(*span)),
        span,
        actions=(move, Action("already_public", "It's already public")),
        count=len(found),
    )


def spans(text: str, currency: str) -> list[Span]:
    """All that is private in a text of which nothing stands in public, in order."""
    found: list[Span] = []

    def hidden(text: str, some: list[Span]) -> str:
        found.extend(some)
        pieces, at = list[str](), 0
        for start, end in some:
            pieces += [text[at:start], "¤" * (end - start)]
            at = end
        return "".join([*pieces, text[at:]])

    text = hidden(text, [match.span() for match in _OWN_HEALTH.finditer(text)])
    for look_for in _KINDS:  # again where something was hidden: what stood next to it may be seen only now
        while some := sorted(span for span in look_for(_alone(text, currency)) if span[0] < span[1]):
            text = hidden(text, some)
    return sorted(found)


def _alone(text: str, currency: str) -> Lens:
    return Lens(
        Scene(
            writing=Writing.typed(text),
            channel=Channel.PUBLIC,
            kind=Kind.OTHER,
            their_name="",
            their_text="",
            place="",
            limit=Limit(0),
            count=len,
            now=datetime(2000, 1, 1, tzinfo=UTC),
            currency=currency,
        )
    )


def _known(lens: Lens) -> str:
    """What stands in public anyway: the thread, the shop's name, the Shop book, what its writer says is there."""
    scene, facts = lens.scene, " ".join(f"{fact.title} {fact.text}" for fact in lens.scene.book.facts)
    return plain(" ".join((scene.public_text, scene.their_text, scene.shop_name, facts, *sorted(scene.said_public))))


def _unknown(lens: Lens, pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """The matches whose words aren't public already."""
    known = _known(lens)
    for match in pattern.finditer(text):
        words = " ".join(plain(match.group()).split())
        if words and words not in known:
            yield match.span()


def email(lens: Lens) -> Iterator[Span]:
    """E-mail addresses."""
    return _unknown(lens, _EMAIL, lens.draft)


def card(lens: Lens) -> Iterator[Span]:
    """Card numbers, by their check digit (Luhn, ISO/IEC 7812-1). That it stands there already excuses none, only
    that its writer was asked about it."""
    asked = {re.sub(r"\D", "", text) for text in lens.scene.said_public}
    for match in _NUMBER.finditer(lens.draft):
        digits = re.sub(r"\D", "", match.group())
        if 13 <= len(digits) <= 19 and digits not in asked and is_card(digits):
            yield match.span()


def is_card(digits: str) -> bool:
    """Whether digits pass the Luhn check of card numbers."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0 and len(set(digits)) > 1


def phone(lens: Lens) -> Iterator[Span]:
    """Phone numbers that could be one where the shop is, or that a word before them says are."""
    digits_known = re.sub(r"\D", "", _known(lens))
    for match in _NUMBER.finditer(lens.draft):
        text, digits = match.group().strip(), re.sub(r"\D", "", match.group())
        if not 7 <= len(digits) <= 15 or _DATE.fullmatch(text) or digits in digits_known:
            continue
        said = _CALLING.search(lens.low, max(0, match.start() - 40), match.start()) is not None
        if is_phone(text, _REGIONS.get(lens.scene.currency, ("GB", "US", "DE")), is_said=said):
            yield match.span()


def is_phone(text: str, regions: tuple[str, ...], *, is_said: bool = False) -> bool:
    """Whether a number is valid in one of the regions; one that is said to be a phone number need only "
    "be possible."""
    import phonenumbers  # here: its tables are read when the first number is typed, not when the window opens

    for region in regions:
        try:
            number = phonenumbers.parse(text, region)
        except phonenumbers.NumberParseException:
            continue
        has_mark = text[0] in "+0(" or len(re.sub(r"\D", "", text)) >= 9
        if phonenumbers.is_valid_number(number) and (has_mark or is_said):
            return True
        if (is_said or text[0] == "+") and phonenumbers.is_possible_number(number):
            return True
    return False


_STREET = re.compile(
    r"(?<![\w£€$])(?:(?:[Ff]lat|[Aa]partment|[Uu]nit|[Nn]o\.?"
    r"|[Nn]umber) ?)?\d{1,4}[a-zA-Z]?,? (?:[A-Z][\w'’-]+ ){1,3}"
    r"(?:[Ss]treet|St|[Rr]oad|Rd|[Aa]venue|Ave|[Ll]ane|Ln|[Dd]rive|Dr|Close|Court|Crescent|Place|Square"
    r"|Terrace|Gardens|Way|Row"
    r"|Hill|Mews|Grove|Walk|Boulevard|Blvd|Parade|Yard)(?![\w’'])"
    r"|(?<!\w)[A-ZÄÖÜ][\wäöüß-]*(?:straße|strasse|str\.|gasse|weg|allee|platz|straat|laan"
    r"|gatan) \d{1,4} ?[a-z]?(?!\w)"
    r"|(?<![\w£€$])\d{1,4}(?: ?bis)?,? (?:rue|avenue|boulevard|place|allée|chemin) (?:(?:de|du|des|la"
    r"|l') ?)*[A-Z][\w'’-]+"
    r"|(?<!\w)(?:[Cc]alle|Via|Avenida|Rua|Plaza|Piazza|Corso) (?:[A-Z][\w'’-]+ ){1,3}(?:n\.? ?)?\d{1,4}(?!\w)"
    r"|(?<!\w)[Ff]lat \d{1,4}[a-zA-Z]?(?!\w)"
    r"|(?<![\w£€$-])[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}(?!\w)"
)
_OURS = re.compile(
    r"(?:we're|we are|our shop is|the shop is|shop at|find us|us at|based|(?:moved|moving) to) (?:at "
    r"|in |on |now )*$"
)


def address(lens: Lens) -> Iterator[Span]:
    """Streets with their numbers, and postcodes; where the shop itself is may be said."""
    known = _known(lens)
    for match in _STREET.finditer(lens.draft):
        is_ours = _OURS.search(lens.low, max(0, match.start() - 40), match.start())
        if not is_ours and plain(match.group()).strip() not in known:
            yield match.span()


_ORDER = re.compile(
    r"(?<!\w)(?:order|booking|invoice|ticket|tracking|parcel|account|reference|ref|customer|membership"
    r"|member|repair|job|receipt"
    r"|reservation|policy|case|claim|consignment|prescription)"
    r"(?: (?:is|was|under|with))?(?: ?(?:number|num|no\.?|nr\.?|ref(?:erence)?|code|id|#))?(?: (?:is"
    r"|was))?[:]? ?#? ?"
    r"(?P<number>(?=[a-z-]{0,6}\d)(?:[a-z]{1,4}-?)?\d[\da-z-]{3,20})(?![\w%])"
    r"|(?<!\w)(?:order|booking|invoice|ticket|reference|ref|repair|job|receipt|parcel|account"
    r"|membership) ?(?:number|no\.?|nr\.?|#) ?#?"
    r"(?P<short>\d{2,3})(?!\w)|(?<!\w)(?P<hash>#\d{4,12})(?!\w)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def order(lens: Lens) -> Iterator[Span]:
    """Numbers of an order, a booking, a parcel..."""
    known = _known(lens)
    for match in _ORDER.finditer(lens.low):
        number = match["number"] or match["short"] or match["hash"]
        if number not in known and not (match["number"] and _YEAR.fullmatch(number)):
            yield match.span()


_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? (?:19|20)\d\d)?|{_MONTH} \d{{1,2}}(?:st|nd|rd"
    rf"|th)?(?:,? (?:19|20)\d\d)?"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|(?:19|20)\d\d)"
)
_BORN = re.compile(
    rf"(?<!\w)(?:born (?:on |in )?(?:the )?|date of birth(?: is| was| as|:)? (?:the )?"
    rf"|d\.?o\.?b\.?(?: is|:)? ?"
    rf"|(?:your|her|his|their|birthday's) birthday(?: is|,| on|:)? (?:on )?(?:the )?|birth ?date(?: is"
    rf"|:)? ?){_DAY}(?!\w)"
)


def birth(lens: Lens) -> Iterator[Span]:
    """Dates of birth."""
    return _unknown(lens, _BORN, lens.low)


_ILLS = (
    r"(?:allerg(?:y|ies)|diabetes|asthma|epilepsy|pregnancy|pregnant|miscarriage|cancer|chemo\w*"
    r"|depression|anxiety|autis\w+|adhd|dementia"
    r"|coeliac disease|celiac disease|hiv|surgery|operation|medication|tablets|prescription|condition"
    r"|illness|disability|diagnosis|rash"
    r"|infection|eczema|arthritis|heart (?:condition|attack|problem)|blood pressure|seizures?|stroke"
    r"|migraines?|implants?|treatment"
    r"|injury|hip|knee|results|hearing loss|cataracts?|eyesight|dentures?|fillings?|root canal|ivf"
    r"|panic attacks?)"
)
_HEALTH = re.compile(
    rf"(?<!\w)(?:(?:your|her|his|their) (?:(?!own|our|customers?)[\w'-]+ ){{0,2}}?(?P<ill>{_ILLS})"
    rf"|(?:you're|you are|you were|she is|she's|he is|he's) (?:\w+ )?(?P<are>pregnant|diabetic|epileptic"
    rf"|asthmatic|coeliac|celiac|autistic|allergic"
    rf"|disabled|depressed|in remission|on medication|deaf|hiv)|you (?:have|had|suffer from"
    rf"|live with) (?:a |an )?(?:\w+ )?(?P<have>{_ILLS}))(?!\w)"
)
_THEIRS = r"(?:son|daughter|child|baby|wife|husband|partner|mum|mother|dad|father|sister|brother|friend)"
_OWN_HEALTH = re.compile(
    rf"(?<!\w)(?:(?:my|(?:i|we)(?: have|['’]ve| had)|i suffer from|{_THEIRS}['’]s|{_THEIRS} has) "
    rf"(?:[\w'-]+ ){{0,2}}?{_ILLS}"
    rf"|(?:i['’]m|i am|i was|s?he['’]s|s?he is|{_THEIRS} is|{_THEIRS}['’]s) (?:\w+ )?(?:pregnant|diabetic|epileptic"
    r"|asthmatic|coeliac|celiac|autistic|allergic|disabled|depressed|in remission|on medication|deaf|hiv)(?: to \w+)?)"
    r"(?!\w)",
    re.I,
)
_ABOUT_THINGS = frozenset("treatment condition hip knee results operation tablets".split())
_THING = re.compile(
    r"(?:bike|bicycle|car|phone|laptop|coat|dress|watch|sofa|order|guitar|table|chair|shoes?|boots?"
    r"|camera|saddle|wheel|engine|battery|hair|skin"
    r"|colou?r|book|record|product|item|good|perfect|bad|same|better|new|mint|excellent|terrible|poor"
    r"|search|test) "
)


_PERHAPS = re.compile(r"(?<!\w)(?:if|in case|whether|when) $")  # "if you're coeliac": said to anybody


def health(lens: Lens) -> Iterator[Span]:
    """Words about their health that they didn't write in public themselves."""
    known = _known(lens)
    for match in _HEALTH.finditer(lens.low):
        ill = match["ill"] or match["are"] or match["have"]
        if _PERHAPS.search(lens.low, max(0, match.start() - 12), match.start()):
            continue
        of_a_thing = ill in _ABOUT_THINGS and _THING.search(match.group())
        if not of_a_thing and ill[:5] not in known:
            yield match.span()


_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Herr|Frau|Madame|Monsieur|Señora?|Signora?)\.?"
_NAME = r"[A-ZÀ-Ý][a-zà-ÿ'’]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?|[A-Z]['’][A-Z][a-z]+|Mc[A-Z][a-z]+"
_NO_SURNAME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july "
    "august september october "
    "november december thanks thank sorry hello hi dear please google facebook instagram sir madam "
    "today tomorrow yes no".split()
)


def surname(lens: Lens) -> Iterator[Span]:
    """Their surname, where only a first name stands in public."""
    first, known = re.escape(lens.scene.their_name.strip()), _known(lens)
    ours = plain(
        " ".join((*lens.scene.staff, lens.scene.person_name, lens.scene.owner_name, lens.scene.place))
    )
    patterns = [rf"(?<!\w){_TITLE} (?P<name>{_NAME})(?!\w)"]
    if lens.scene.their_name.strip():
        patterns.append(rf"(?<!\w){first} (?P<name>{_NAME})(?!\w)")
    for match in re.finditer("|".join(patterns[:1]), lens.draft):
        if plain(match["name"]) not in known + ours:
            yield match.span()
    for match in re.finditer(patterns[-1], lens.draft) if len(patterns) > 1 else ():
        name = plain(match["name"])
        if name not in known + ours and name not in _NO_SURNAME and name not in common_words():
            yield match.span()


_KINDS: tuple[Callable[[Lens], Iterator[Span]], ...] = (
    email,
    card,
    phone,
    address,
    order,
    birth,
    health,
    surname,
)
