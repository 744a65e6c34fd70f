"""From a model's text to parts with blanks: whatever is specific in it is taken out, so it can't be posted as it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from desktop.coach import private_spans
from desktop.errors import Garbled
from desktop.language.money import amounts
from desktop.language.text import common_words
from desktop.language.times import first_time
from desktop.starters import FILLABLE, SIGN_OFF
from desktop.writing import Ink, Paragraph, Part, Run, Writing

_LONGEST, _MOST_PARAGRAPHS = 3_000, 6
_LONGEST_BLANK = 40
OWN_WORDS = "what only you can say"
WHEN, HOW_MUCH, HOW_MANY, WHO = "when", "how much", "how many", "who"
WILL_DO, DONE, OFFER, WRONG = (
    "what you'll do",
    "what you've done",
    "what you can offer",
    "what went wrong here",
)

_THINKING = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.I | re.S)
_MARKS = re.compile(r"\*\*|__|`+|^\s*(?:#{1,6}\s|>\s|[-*•]\s|\d{1,2}[.)]\s)", re.M)
_PREAMBLE = re.compile(r"(?:sure|certainly|of course|okay|ok|here(?:['’]s| is| are))\b.*:$", re.I)
_REGARDS = re.compile(
    r"(?:(?:kind|best|warm|warmest|many|with|yours)\b.{0,20})?"
    r"(?:regards|wishes|thanks|sincerely|faithfully|truly|cheers)\b.{0,40}",
    re.I,
)
_BLANK = re.compile(r"\{+([^{}\n]{0,120})\}+|\[([^\[\]\n]{1,120})\](?!\()|<([a-z][^<>\n]{1,80})>|_{3,}")
_FIRST = 0xE000  # a blank is one letter of the private use area while the rules look at the text
_TOKEN = re.compile("[\ue000-\uf8ff]")

_CLAUSE = r"[^.!?;\n]"  # a letter of it
_US = r"\b(?:I|we)"
_GIFTS = (
    r"refund\w*|voucher\w*|discount\w*|free of charge|for free|on the house|replac\w+|gift|compensat\w+|reimburs\w+"
    r"|money back|credit\w*|deliver\w*|\w+ off your"
)
_ABOUT_TO = (
    r" can| could|['’]d like to| would like to| want to| plan to| intend to| aim to| promise\w*| guarantee\w*"
    r"|['’]re about to| are about to|['’]m about to"
)
_REASONS = r"because(?: of)?|due to|caused by|owing to|as a result of|the (?:reason|cause) (?:is|was)|down to|came from"
_OUR_THINGS = (
    r"our|somebody|someone|one of (?:us|our)|the (?:team|staff|kitchen|baker|driver|courier|supplier|system|oven"
    r"|machine|manager|chef|waiter|trays?)"
)
_WENT_WRONG = r"let|got|made|lost|failed|missed|broke|forgot|messed|fell|went|ran out|left|mixed|dropped"
_DID = r"\w{2,}ed|spoke|found|took|gave|sent|put|told|rang|saw|read|did|ran|kept|began|bought|brought"  # but "need"
_MAY_HAVE = r"(?<!should )(?<!must )(?<!would )(?<!could )(?<!might )(?<!not )(?<!you )(?<!they )"
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.I | re.M), name)
    for pattern, name in (
        (rf"(?:^|(?<=[.!?;])){_CLAUSE}*?\b(?:{_GIFTS})\b{_CLAUSE}*", OFFER),
        (rf"\b(?:will|shall|going to|won['’]t)\b(?! you\b) (?P<it>{_CLAUSE}+)", WILL_DO),
        (rf"['’]ll (?P<it>{_CLAUSE}+)", WILL_DO),
        (rf"{_US}(?:{_ABOUT_TO})\b (?P<it>{_CLAUSE}+)", WILL_DO),
        (rf"\b(?:{_REASONS}) (?P<it>{_CLAUSE}+)", WRONG),
        (
            rf"\b(?P<it>(?:{_OUR_THINGS}) (?:[\w'’-]+ ){{0,3}}?(?:{_WENT_WRONG}|\w{{2,}}ed)\b{_CLAUSE}*)",
            WRONG,
        ),
        (rf"{_US}(?: have|['’]ve| had|['’]d) (?!like\b|want\b)(?P<it>[^.!?;,\n]+)", DONE),
        (
            rf"{_MAY_HAVE}\b(?:has|have|had|was|were)(?: been)? (?:already |now |just )?(?P<it>\w+ed\b[^.!?;,\n]*)",
            DONE,
        ),
        (rf"{_US} (?P<it>(?:{_WENT_WRONG})\b[^.!?;,\n]*)", WRONG),
        (rf"{_US}(?: \w+ly| already| just| also| then)? (?P<it>(?!need\b)(?:{_DID})\b[^.!?;,\n]*)", DONE),
    )
)
_NUMBER = re.compile(
    r"\d[\d.,:/]*\d|\d"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundred|dozen)\b",
    re.I,
)
_PERCENT = re.compile(r"\d[\d.,]* ?(?:%|per ?cent\b)", re.I)
_LINK = re.compile(r"(?:https?://|www\.)\S+|(?<!\w)@\w[\w.@-]*")
_WORD = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]*")


def opening_from(text: str, known: Mapping[str, str], currency: str = "€") -> Writing:
    """Parts with blanks of what a model wrote, signed as its writer signs. Raises Garbled when nothing can be used.

    `known`: what may be filled in (as of starters.compose). Every part has a blank that only a person can fill.
    """
    if len(text) > 8 * _LONGEST:
        raise Garbled(
            "It wrote far more than an opening.", advice="Try again, or begin with one of the others."
        )
    lines = _lines(text)
    if sum(map(len, lines)) > _LONGEST:
        raise Garbled(
            "It wrote far more than an opening.", advice="Try again, or begin with one of the others."
        )
    made = [one for line in lines[:_MOST_PARAGRAPHS] if (one := _paragraph(line, known, currency)).runs]
    if not made:
        raise Garbled("It wrote nothing we can use.", advice="Try again, or begin with one of the others.")
    parts = [_with_part(paragraph, is_first=at == 0) for at, paragraph in enumerate(made)]
    sign = known.get(SIGN_OFF, "").strip()
    return Writing((*parts, *([Paragraph((Run(sign, Ink.FILLED),), Part.SIGN)] if sign else [])))


def resting_left_out(writing: Writing, resting: Collection[str]) -> Writing:
    """Without the parts that a posted reply used lately. Raises Garbled when nothing else is left."""
    fresh = [one for one in writing.paragraphs if one.wording not in resting]
    if not any(one.part is not Part.SIGN for one in fresh):
        raise Garbled(
            "It wrote what was posted lately.", advice="Try again, or begin with one of the others."
        )
    return writing.with_parts(fresh)


def _lines(text: str) -> list[str]:
    """The paragraphs of the text itself: without thoughts, marks of layout, greeting words of a machine, a sign-off."""
    text = _MARKS.sub("", _THINKING.sub("", _TOKEN.sub("", text)).replace("\r", "\n"))
    lines = [line for each in text.split("\n") if (line := " ".join(each.split()).strip('"“”'))]
    if lines and _PREAMBLE.fullmatch(lines[0]):
        del lines[0]
    end = next(
        (at for at, line in enumerate(lines) if at and _REGARDS.fullmatch(line.rstrip(",.!"))), len(lines)
    )
    lines = lines[:end]
    if len(lines) > 1 and lines[0].endswith(",") and len(lines[0].split()) <= 4:  # "Dear Marta,"
        lines[:2] = [f"{lines[0]} {lines[1]}"]
    if len(lines) > 1 and len(lines[-1].split()) <= 3 and not re.search(r"[.!?]$", lines[-1]):
        del lines[-1]
    return lines


class _Taking:
    """One paragraph while what is specific is taken out of it."""

    def __init__(self, text: str) -> None:
        self.names: list[str] = []
        self.text = _BLANK.sub(lambda match: self.token(_named(match)), text)

    def token(self, name: str) -> str:
        self.names.append(name)
        return chr(_FIRST + len(self.names) - 1)

    def take(self, start: int, end: int, name: str) -> None:
        found = self.text[start:end]
        if _TOKEN.fullmatch(found.strip()):
            return  # it is a blank already
        tail = len(found) - len(found.rstrip(" ,"))
        self.text = self.text[:start] + self.token(name) + found[len(found) - tail :] + self.text[end:]

    def rule(self, pattern: re.Pattern[str], name: str) -> None:
        for match in reversed(list(pattern.finditer(self.text))):
            group = next((key for key, value in match.groupdict().items() if value is not None), 0)
            start, end = match.span(group)
            start += len(self.text[start:end]) - len(self.text[start:end].lstrip())
            if start < end:
                self.take(start, end, name)


def _named(match: re.Match[str]) -> str:
    words = " ".join((match[1] or match[2] or match[3] or "").split()).strip("_ .:")[:_LONGEST_BLANK].strip()
    if re.fullmatch(r"(?:the |their |customer|guest|client|first|'s|’s| )+name", words, re.I):
        return "name"
    return words or OWN_WORDS


def _paragraph(line: str, known: Mapping[str, str], currency: str) -> Paragraph:
    taking = _Taking(line)
    for start, end in reversed(private_spans(taking.text, currency)):
        taking.take(start, end, "how to reach you")
    taking.rule(_LINK, "how to reach you")
    for pattern, name in _RULES:
        taking.rule(pattern, name)
    for amount in reversed(amounts(_lowered(taking.text))):
        taking.take(amount.start, amount.end, HOW_MUCH)
    taking.rule(_PERCENT, HOW_MUCH)
    while (time := first_time(_lowered(taking.text))) is not None and time.group():
        taking.take(*time.span(), WHEN)
    taking.rule(_NUMBER, HOW_MANY)
    _take_names(taking, known)
    return _finished(taking, known)


def _lowered(text: str) -> str:
    """In small letters, as long as it was."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text).replace("’", "'")


def _take_names(taking: _Taking, known: Mapping[str, str]) -> None:
    """Their name is one the app knows; any other word with a capital inside a sentence may be somebody's."""
    theirs = known.get("name", "").lower()
    for match in reversed(list(_WORD.finditer(taking.text))):
        word = re.sub(r"['’]\w+$", "", match.group())
        before = taking.text[: match.start()].rstrip(' "“‘(')
        begins = not before or before[-1] in ".!?…:"
        after = taking.text[match.start() + len(word) :]
        if theirs and word.lower() == theirs:
            taking.take(match.start(), match.start() + len(word), "name")
        elif word == "I" or word.lower() in common_words():
            continue
        elif not begins or (after.startswith(",") and len(before) == 0):
            taking.take(match.start(), match.start() + len(word), WHO)


def _finished(taking: _Taking, known: Mapping[str, str]) -> Paragraph:
    """Runs of library words and blanks; a blank that says the same as the one before it is left out."""
    runs: list[Run] = []
    for piece in re.split(f"({_TOKEN.pattern})", taking.text):
        if not piece:
            continue
        if not _TOKEN.fullmatch(piece):
            runs.append(Run(piece, Ink.LIBRARY))
            continue
        name = taking.names[ord(piece) - _FIRST]
        is_known = name in FILLABLE and known.get(name, "").strip()
        made = Run(known[name].strip(), Ink.FILLED) if is_known else Run(name, Ink.BLANK)
        if len(runs) > 1 and runs[-2] == made and runs[-1].text.strip(" ,.") in ("", "and", "or"):
            runs.pop()
        elif not (runs and runs[-1] == made):
            runs.append(made)
    words = " ".join(run.text for run in runs if run.ink is Ink.LIBRARY)
    if not re.search(r"\w", words) and not any(run.is_blank for run in runs):
        return Paragraph()
    if not any(run.is_blank for run in runs):
        runs += [Run(" ", Ink.LIBRARY), Run(OWN_WORDS, Ink.BLANK)]
    return Paragraph(tuple(runs), None, _id(words))


def _id(words: str) -> str:
    """The same for the same words, so that what was posted rests."""
    from hashlib import sha256

    bare = " ".join(re.findall(r"\w+", words.lower()))
    return f"model-{sha256(bare.encode()).hexdigest()[:16]}"


def _with_part(paragraph: Paragraph, *, is_first: bool) -> Paragraph:
    asked = {run.text for run in paragraph.runs if run.is_blank}
    part = Part.DETAIL
    if asked & {WILL_DO, OFFER, WHEN}:
        part = Part.NEXT
    elif WRONG in asked:
        part = Part.OWN
    elif is_first:
        part = Part.HEAR
    return Paragraph(paragraph.runs, part, paragraph.wording)
