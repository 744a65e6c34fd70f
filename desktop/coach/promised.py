"""What a draft promises, in whatever words: money back, another one, bringing it, a cause. Only limits ask this."""

from __future__ import annotations

import re

from desktop.coach.lens import Lens
from desktop.language.money import Amount, amounts

Span = tuple[int, int]

_WILL = (
    r"(?:i'll|we'll|i will|we will|i can|we can|can|could|i'd|we'd|i would|we would|will|'ll|going to|happy to"
    r"|like to|want to|let me|let us|offer|i'm|we're)"
)
_ANY_WILL = re.compile(rf"(?<!\w){_WILL}(?!\w)")
_DENIED = re.compile(
    r"(?<!\w)(?:can't|cannot|couldn't|may not|mayn't|not (?:mine|able|allowed|sure)|unable|whether|decides?"
    r"|asked (?:ines|the owner|whether)|isn't mine)(?!\w)"
)


def _first(pattern: re.Pattern[str], lens: Lens) -> Span | None:
    """Where the draft first says it, in a sentence that doesn't say the opposite."""
    for found in pattern.finditer(lens.told):
        if not _DENIED.search(lens.sentence_at(found.start()).text):
            return found.span()
    return None


# --- money --------------------------------------------------------------------------------------

_GIVING = re.compile(
    r"(?<!\w)(?:back|refund\w*|vouchers?|off|credit\w*|discount\w*|compensat\w*|reimburs\w*|return\w*|gift\w*|offer\w*"
    r"|give|giving|transfer\w*|on (?:its|the) way|(?:to|on) your (?:card|account)|envelope|cover|pay you|for you"
    r"|yours)(?!\w)"
)
_TOLD = re.compile(r"(?<!\w)(?:paid|pay (?:us|for)|charged?|costs?|bill|prices?|spent)(?!\w)")
_OPEN = re.compile(
    r"(?<!\w)(?:(?:a |the |your )?(?:full|complete|whole|total) (?:refund|amount|sum|price|bill|cost)"
    r"|(?:your )?money back|all (?:of )?(?:it|your money|the money) back|every (?:cent|penny)"
    r"|refund(?:ing|ed)? (?:you |it |the )?(?:all|everything|whole|rest)|everything you(?:'ve)? paid"
    r"|(?:next|another|new|second|round|drinks?|dinner|meal|supper|lunch|repair|cleaning|service|lesson|postage)"
    r"(?: \w+){0,3} (?:is|are|comes|goes) on (?:us|me)|consider (?:it|that) on us|on the house"
    r"|(?:free|without) (?:of )?charge|no charge|at no cost|for free|(?:back|returned)(?: to you)? in full|free for you"
    r"|(?:won't|needn't|don't|not) (?:have to )?(?:pay|cost you|owe)(?: us)?(?: a| an?y)? ?"
    r"(?:cent|penny|thing|anything|it)?"
    r"|(?:cover|pay for) (?:the|your|all|everything)|ours to pay|waiv\w+ the)(?!\w)"
)
_SMALL = re.compile(
    r"(?<!\w)(?:coffees?|teas?|cups?|drinks?|glass(?:es)?|rolls?|buns?|slices?|biscuits?)(?!\w)"
)
_SMALL_UP_TO = 10  # of any money: what somebody may give who may give this much is also a cup of coffee


def money(lens: Lens) -> list[Amount]:
    """The amounts promised that are over this person's own limit. A price that is only told is no promise."""
    most = lens.scene.limits.money_up_to
    if most is None:
        return []
    return [amount for amount in amounts(lens.told) if amount.value > most and _is_promised(lens, amount)]


def _is_promised(lens: Lens, amount: Amount) -> bool:
    """A price that is only told is no promise; outside complaints it takes a word of giving."""
    sentence = lens.sentence_at(amount.start).text
    if _DENIED.search(sentence):
        return False
    return bool(
        _GIVING.search(sentence)
        or (lens.is_upset and _ANY_WILL.search(sentence) and not _TOLD.search(sentence))
        or (
            lens.is_upset
            and re.search(r"(?<!\w)(?:you get|you'll have|you shall have|you have)(?!\w)", sentence)
        )
    )


def open_money(lens: Lens) -> Span | None:
    """Money promised without a figure ("a full refund", "on the house"), by somebody who has a limit."""
    most = lens.scene.limits.money_up_to
    if most is None:
        return None
    for found in _OPEN.finditer(lens.told):
        sentence = lens.sentence_at(found.start()).text
        is_told = any(one.value <= most for one in amounts(sentence))  # the figure beside it says how much
        is_small = most >= _SMALL_UP_TO and _SMALL.search(sentence)
        if not (is_told or is_small or _DENIED.search(sentence)):
            return found.span()
    return None


# --- another one --------------------------------------------------------------------------------

_WORDS = (
    r"(?! (?:message|mail|e-?mail|line|note|word|letter|answer|reply|look|call|try|time|day|guest|customer))"
)
_MAKING = r"(?:mak|bak|giv|do|put|get|cook|fit|build|cut|sew|print|frame|pour)\w*"
_NEW = rf"(?:another|a (?:brand[ -])?(?:new|fresh|second|different|whole|working|proper|better|replacement)){_WORDS}"
_REPLACE = re.compile(
    rf"(?<!\w)(?:{_WILL} (?:[\w']+ ){{0,4}}?(?:replac\w+|remak\w+|redo|redoing|swap\w*|exchang\w+"
    rf"|{_MAKING} (?:[\w']+ ){{0,3}}?(?:again(?! what)|{_NEW})|send\w* (?:you )?(?:out )?{_NEW})"
    rf"|{_WILL} (?!(?:read|look|check|say|writ|go|think|try|tell|be)\w*)\w+ (?:it|them|yours) (?:again|once more)"
    rf"|(?:and|or|then|to) swap (?:it|them|yours)"
    rf"|(?:the|your) (?:right|correct) \w+ (?:is|are) (?:\w+ )?(?:wait\w*|here|ready|at the|on the|yours)"
    rf"|(?:a |your )replacement|{_NEW} (?:[\w']+ ){{0,2}}?(?:(?:is|are|will be|waits?) (?:[\w']+ ){{0,2}}?"
    rf"(?:wait\w*|here|ready|yours|for you|at the|on the|in the oven|behind|put aside)|aside"
    rf"|leaves (?:today|tomorrow|this))"
    rf"|(?:you'll (?:get|have)|you get|yours is|pick|choose|take) {_NEW}"
    rf"|(?:put|set|kept|keeping|got) {_NEW} (?:[\w']+ ){{0,2}}?(?:aside|by|back|for you|ready))(?!\w)"
)


def another(lens: Lens) -> Span | None:
    """Making it again, or another one for it."""
    return _first(_REPLACE, lens)


# --- bringing it --------------------------------------------------------------------------------

_THING = r"(?:it|them|one|this|that|a|an|the|your|another|two|some|with)"
_CARRYING = rf"(?:(?:bring|drop|carry|send|hand|take|get)\w*|(?:run|cycle|driv|walk|com)\w*(?= (?:\w+ )?{_THING} ))"
_TO_THEM = (
    r"(?:round|over|off|by with|(?:to|up to|out to) you(?:r (?!card|account|bank|e-?mail|inbox|phone)\w+)?"
    r"(?! (?:by|with an?) (?:answer|mail))|to the door|by courier|at home|to your door)"
)
_DELIVER = re.compile(
    rf"(?<!\w)(?:{_WILL} (?:[\w']+ ){{0,8}}?(?:deliver\w*|courier|{_CARRYING} (?!back to you|in touch)"
    rf"(?:[\w']+ ){{0,4}}?{_TO_THEM}"
    rf"|post (?:it|them|you|a (?!line|word|note|answer|reply)\w+|the (?!answer|reply)\w+))"
    rf"|(?:sending|posting|bringing) (?!(?:you )?(?:a |the )?(?:message|money|refund|link|mail|line)s?)"
    rf"(?:[\w']+ ){{1,4}}?(?:to you|to your (?!card|account|bank|e-?mail)\w+|round)"
    rf"|(?:courier|van|driver) (?:is|comes|will be|can come|will come)(?: [\w']+){{0,2}}? (?:with|to) you"
    rf"|{_WILL} (?:\w+ )?(?:be|pop|come|coming|popping) (?:round|over|by) with (?:it|them|the|a|another|your)"
    rf"|(?:drops?|brings?|takes?|carries|cycles) (?:it|them|yours|one) (?:at|to|round|over)(?: to)? (?:you|yours)"
    rf"|(?:put|putting|it's|is|goes) (?:\w+ )?in the post"
    rf"|you'll have (?:it|them|\w+ \w+) (?:at home|with you|on your doorstep)"
    rf"|(?:table|chair|sofa|bike|cake|tart|parcel|box|one|pair|order|van) (?:comes|will come|is coming) to you"
    rf"|(?:be|is) (?:at|with) your (?:house|door|home|place|flat)|delivery is on its way)(?!\w)"
)
_WORDS_SENT = re.compile(
    r"(?<!\w)(?:money|refund|message|answer|details|link|recipe|photo|news|euros?|cents?)(?!\w)"
)


def bringing(lens: Lens) -> Span | None:
    """Bringing or sending something to where they are."""
    for found in _DELIVER.finditer(lens.told):
        sentence = lens.sentence_at(found.start()).text
        if not (_DENIED.search(sentence) or _WORDS_SENT.search(found.group())):
            return found.span()
    return None


# --- a cause ------------------------------------------------------------------------------------

_PAST = (
    r"(?:was|were|wasn't|weren't|had|hadn't|did|didn't|went|got|forgot|left|broke|ran|fell|came|took|put|sent|gave"
    r"|let|lost|made|kept|thought|hit|cut|set|sold|told|[a-z]{3,}ed)"
)
_REASON = (
    r"(?:because of|due to|caused by|came from|(?:was|is|it's) down to|the (?:cause|reason|fault|culprit) (?:was|is)"
    r"|turn(?:ed|s) out|(?:this|that|it|which|what [^.!?{}\n]{1,60}) comes from)"
)
_FAILING = (
    r"(?:broke(?: down)?|failed|stopped|jammed|crashed|gave out|blew|tripped"
    r"|had (?:been set|stopped|failed|broken|jammed|gone)"
    r"|(?:was|were) (?:broken|off|faulty|jammed|switched off|too (?:hot|cold)|out of date))"
)
_OURS = (
    r"(?:oven|timer|thermometer|thermostat|machine|till|printer|system|computer|software|app|scanner|fridge|freezer"
    r"|mixer|fuse|power|van|lift|boiler|pump|drill|press|supplier|courier|seal|spring|valve|alarm|label)"
)
_SOMEBODY = r"(?:somebody|someone|one of us|we|i|she|he|they)"
_DID = (
    r"(?:forgot to|mixed up|mislabelled|misread|used the wrong|took (?:it|them|yours) out (?:too|before)"
    r"|left (?:it|them|the door|the fridge)|didn't (?:clean|check|tighten|cook|close|turn|see|read|look)"
    r"|(?:were|was) (?:one|two|a) (?:\w+ )?(?:short|down)|(?:were|was) short[ -]staffed)"
)
_CAUSE = re.compile(
    rf"(?<!\w)(?:because (?!of |you |i )(?:[^.!?{{}}\n]{{0,60}}?\W)?{_PAST}(?!\w)"
    rf"|because (?:it|the \w+) (?:went|came|wasn't)"
    rf"|{_REASON} (?!you |your |i )[^{{.!?\n]{{3}}"
    rf"|(?:our |the |an? )(?:\w+(?:'s)? )?{_OURS} {_FAILING}(?!\w)|{_SOMEBODY} {_DID}(?!\w)"
    rf"|(?:supplier|courier|baker\w*|printer|depot|mill) (?:sent|used|delivered|lost|mixed|dropped) (?!you|it to)"
    rf"|put the \w+ (?:on|in|into) the wrong|the reason is(?! that you))"
)
_UNKNOWN = re.compile(
    r"(?<!\w)(?:don't (?:yet )?know|do not know|finding out|find out|whatever the|whether|not sure|if it was"
    r"|won't guess)(?!\w)"
)


def cause(lens: Lens) -> Span | None:
    """Where the draft says why something went wrong: a reason given, something of ours that failed, what we did.

    A blank after "because" is no cause yet; how things always are ("because it's quiet then") is none either.
    """
    for found in _CAUSE.finditer(lens.low):
        sentence = lens.sentence_at(found.start())
        if not _UNKNOWN.search(sentence.text):
            return found.start(), max(sentence.end, found.end())
    return None
