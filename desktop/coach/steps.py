"""What comes next, who does it, and who gets to see it."""

from __future__ import annotations

import re

from desktop.coach import holds
from desktop.coach.lens import ADD_LINE, NOT_NEEDED, REWORD, SHOW_ME, Lens, look
from desktop.coach.pauses import asks_something
from desktop.coach.scene import Action, Finding
from desktop.language import times
from desktop.language.cues import cue_lists
from desktop.language.said import said
from desktop.language.text import Piece
from desktop.records import Channel
from desktop.writing import Ink, Part

MOSTLY = 0.40
_LEAST = 60  # characters of a draft below which a share says nothing


def own_words(lens: Lens) -> Finding | None:
    """c-own: a filled-in starter with little of the writer's own."""
    scene = lens.scene
    runs = [run for paragraph in scene.writing.paragraphs for run in paragraph.runs]
    share = scene.writing.own_share((scene.their_name, scene.person_name))
    if share is None or share >= MOSTLY or scene.writing.blanks() or len(lens.draft) < _LEAST:
        return None
    if not any(run.ink is Ink.LIBRARY for run in runs):
        return None
    percent = str(round(share * 100))
    text = said("{n}% of this is yours. One sentence only you could write will do it.", n=percent)
    return look("c-own", "Mostly the starter's words so far", text)


_CONTACT = (
    r"(?:dm|pm|message|e-?mail|mail|call|ring|phone|contact|text|whatsapp|write to|get in touch"
    r"|reach out|drop (?:us|me) a"
    r"|send (?:us|me|it|them|the|your|a|an|photos?|pictures?|details)|give (?:us|me|(?:our|the)(?: \w+){1,3}) (?:a "
    r"|your )?(?:call|ring|shout|bell|number|details|order)"
    r"|pop (?:in|back|by|into)|come (?:in|back|by|and see)|bring (?:it|them|the|your)|fill (?:in|out)"
    r"|let us know"
    r"|let me know|tell (?:us|me)|return (?:it|the|them)|stop by|speak to|talk to|ask for|provide|share"
    r"|post it)"
)
_HAND = re.compile(
    rf"(?:^|[.!?,;:\n–-]\s*|(?<!\w)(?:please|kindly|just|and|then|so|best to|need to|have to|can always"
    rf"|to)\s+"
    rf"|(?:could|can|would|will|may) (?:you|i ask you to) (?:please |just |kindly )?|ask you to "
    rf"|if you (?:could |can |would )?)"
    rf"(?:please |kindly |just |simply |do )?{_CONTACT}(?!\w)(?! you(?!r))"
)
_OUR_STEP = re.compile(
    r"(?<!\w)(?:(?:i|we)(?:'ll|'ve| will| have| can| could|'m going| am going|'re going|'d like"
    r"| would like|'m sending|'re sending"
    r"| am| are)(?! (?:be (?:happy|glad|able)|happy|glad|able|so sorry|sorry|very sorry|always|here|love"
    r"|heard|need|not))"
    r"|(?:i'm|we're|i am|we are) (?!sorry|looking forward|here|happy|glad|always|available|open)\w+ing"
    r"|let me|(?:is|are|has been|have been|was|were) (?:refunded|on (?:its|the|their) way"
    r"|waiting for you|put aside|set aside|ready|paid|"
    r"booked|fixed|replaced|corrected|removed)|your (?:money|refund|replacement) (?:is|went)|(?:i"
    r"|we) (?:checked|found|refunded|sent|fixed|"
    r"asked|spoke|rang|called|changed|put|took|looked|moved|stopped|threw|made|sorted|paid|booked)"
    r"|money back|full refund|you have a (?:private )?message|"
    r"(?:will|'ll) (?:ring|call|phone|come|bring|swap|replace|refund|be there|meet|sort|fix))(?!\w)"
)


def _shows(lens: Lens, sentence: Piece) -> bool:
    shows = [p.plain() for p in lens.scene.writing.paragraphs if p.part is Part.SHOW]
    ours = lens.draft[sentence.start : sentence.end]
    return cue_lists("asks").has(sentence.text, "ask") or any(ours in words for words in shows)


def hands_job(lens: Lens) -> Finding | None:
    """c-job: the only next step is theirs ("DM us your order number")."""
    if not lens.is_upset:
        return None
    asked = [lens.sentence_at(found.end() - 1) for found in _HAND.finditer(lens.told)]
    # One with a blank is still being written; to say how it ended is another ask.
    jobs = (one for one in asked if "{" not in one.text and not _shows(lens, one))
    sentence = next(jobs, None)
    if sentence is None or _OUR_STEP.search(lens.body):
        return None
    name = lens.scene.their_name
    text = "Say what you'll do first, then how to reach you."
    title = said("You've given {name} the next job", name=name)
    return look("c-job", title, text, ADD_LINE, NOT_NEEDED, span=(sentence.start, sentence.end))


_LATE = re.compile(
    r"(?<!\w)(?:late|later than|overdue|past (?:noon|midday|the|my|our|\d)|delay\w*|took (?:me "
    r"|us )?(?:too |far too )?long\w*"
    r"|wait(?:ed|ing)?|promis\w*|(?:i|we)(?: had|'d)? said|missed|hours? ago|should have (?:been|written"
    r"|rung|called|answered|come)"
    r"|told you|longer than|kept you|behind|after (?:noon|the time)|didn't (?:make|keep|get back|write"
    r"|ring|call)|not by|slow|verspätet"
    r"|spät\w*|retard|tarde|ritardo)(?!\w)"
)


def late_promise(lens: Lens) -> Finding | None:
    """c-late-promise: the time we gave has passed, and the first lines don't say so."""
    due, scene = lens.scene.promised_at, lens.scene
    if due is None or scene.now <= due or any(_LATE.search(s.text) for s in lens.sentences[:2]):
        return None
    due = due.astimezone(scene.now.tzinfo)
    by: str = f"{due:%H:%M}"
    if due.date() != scene.now.date():
        by = said("{date}, {time}", date=times.day_of(due), time=by)
    title = said("You promised {name} an answer by {time}", name=scene.their_name, time=by)
    return look(
        "c-late-promise", title, "This comes after it. Say so in the first line.", ADD_LINE, NOT_NEEDED
    )


def private_only(lens: Lens) -> Finding | None:
    """c-privonly: a private message alone, under a public complaint nobody has answered."""
    if not (lens.scene.is_private_only and lens.scene.channel is Channel.PRIVATE):
        return None
    name = lens.scene.their_name
    text = said("Add one public line, even “I've written to you just now, {name}”.", name=name)
    line = Action(
        "public_line", "Add a public line", words=said("I've written to you just now, {name}.", name=name)
    )
    return look("c-privonly", "A passer-by will still see no answer", text, line, NOT_NEEDED)


_CAUSES = re.compile(
    r"(?<!\w)(?:turned out|turns out|the (?:cause|reason|culprit|source|problem|fault) (?:was|is)"
    r"|caused by|because|due to|down to"
    r"|(?:came|comes) from|result of|(?:it|that|this) was (?:the|our|a|an|one of) (?!same|only|last"
    r"|first|right|wrong|worst|night|day)\w+"
    r"|(?:must|will|might|may|could) have (?:been|come|got|gone|touched|left)|(?:was|were|had been"
    r"|had gone|went) (?:off|undercooked|"
    r"contaminated|mislabell?ed|faulty|loose|broken|mouldy|out of date|left (?:out|on|open)|switched off"
    r"|worn|cracked|mixed up)"
    r"|(?:someone|somebody|we|i|he|she|they) (?:forgot|mixed|used the (?:wrong|same)|left (?:it|the|a)"
    r"|swapped|didn't (?:clean|label|check|"
    r"tighten|cook|close|change)|put the wrong)|got into the|cross-contaminat\w+|short circuit\w*"
    r"|supplier(?:'s)? (?:fault|mistake|sent))(?!\w)"
)
_NOT_SURE = re.compile(
    r"(?<!\w)(?:whatever the cause|don't (?:yet )?know|do not (?:yet )?know|not sure|no idea|can't say|cannot say"
    r"|can't tell|whether|what caused|why (?:it|this|"
    r"that)|find out|finding out|until we know|won't guess|not guess\w*|too early|looking for|if it was"
    r"|before we|test(?:ed|ing|s)?|"
    r"because (?:you|i want|we want|i'd|we'd|it matters|of you|nobody should|this matters)|not because|"
    r"thank\w*|sorry because)(?!\w)"
)


def cause(lens: Lens) -> Finding | None:
    """c-cause: a cause named for something serious, or for an event of which nobody said that it is known.

    Whoever may not name one is held back already.
    """
    scene = lens.scene
    is_open = not scene.knows_cause if scene.is_event else scene.is_serious
    if not is_open or holds.cause(lens):
        return None
    for sentence in lens.sentences:
        found = _CAUSES.search(sentence.text)
        blank = "{" in sentence.text[found.end() :] if found else False
        if found and not blank and not _NOT_SURE.search(sentence.text):
            text = "You've named a cause for something serious. Say what you know and when you'll say more."
            span = (sentence.start, sentence.end)
            return look("c-cause", "Do you know that yet?", text, REWORD, NOT_NEEDED, span=span)
    return None


_FOUND = re.compile(
    r"(?:(?<!\w)(?:i|we)(?:'ve| have)?(?: \w+){0,2} |^|\n|[.!?] )found (?:it|that|the|your|out|what|them|a|one"
    r"|two)(?!\w)|(?<!\w)(?:turns out|turned out|here's what"
    r"|it was (?:the|our|a|an|on|in|under|"
    r"still)|the answer is|(?:i|we)'ve (?:checked|looked|asked|spoken|refunded|sent|fixed|got it|rung"
    r"|counted|traced|read)|(?:i|we) have "
    r"(?:checked|looked|found)|(?:i|we) (?:checked|looked it up|asked|rang|counted|traced)|your (?:order"
    r"|parcel|refund|money|bike|coat|"
    r"booking|cake|repair) (?:is|was|went|left|will)|yes,? (?:we|it|you|they)|no,? (?:we|it|they)|(?:it"
    r"|they)(?:'s| is| are|'re) "
    r"(?:in stock|ready|here|back|on (?:its|the|their) way|fixed|on the shelf)|that was our|we charged"
    r"|that's (?:our|the) mistake)(?!\w)"
)


def small_talk(lens: Lens) -> Finding | None:
    """c-small: company kept while they waited, still there now that the answer is."""
    at, company, rest = 0, None, list[str]()
    for paragraph in lens.scene.writing.paragraphs:
        size = len(paragraph.plain())
        if paragraph.part is Part.COMPANY and paragraph.plain().strip():
            company = company or (at, at + size + 1)
        else:
            rest.append(lens.told[at : at + size])
        at += size + 1
    if company is None or not any(_FOUND.search(words) for words in rest):
        return None
    span = (company[0], min(company[1], len(lens.draft)))
    return look(
        "c-small",
        "You've found the answer. Drop the small talk?",
        said("It helped while {name} waited. Now it's in the way.", name=lens.scene.their_name),
        Action("take_out", "Take it out", span),
        Action("dismiss", "Keep it"),
        span=span,
    )


def ask_early(lens: Lens) -> Finding | None:
    """c-ask-early: asks them to say how it ended before they said it is sorted."""
    scene = lens.scene
    span = None if scene.told_us or not lens.is_upset else asks_something(lens)
    if span is None:
        return None
    text = "Ask how things are first. The other ask can wait."
    title = said("{name} hasn't said it's sorted", name=scene.their_name)
    return look("c-ask-early", title, text, SHOW_ME, span=span)


def ask_twice(lens: Lens) -> Finding | None:
    """c-ask-twice: asks again."""
    asked = lens.scene.asked_at
    span = asks_something(lens) if asked else None
    if asked is None or span is None:
        return None
    day = asked.astimezone(lens.scene.now.tzinfo)
    text = "Asking twice feels like pushing. Say it yourselves instead?"
    ourselves = Action("say_ourselves", "Say it ourselves")
    title = said("You asked on {date}", date=times.day_of(day))
    return look("c-ask-twice", title, text, ourselves, span=span)
