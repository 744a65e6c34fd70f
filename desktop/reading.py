"""What the shop's posts are judged with: triage, leaned by what this shop has taught it; and old guesses read anew.

A new reader (other weights, other words) reads open guesses again in small steps, and so does what was learned or
forgotten since. It never touches what a person said or did, nothing that is done comes back, and nothing leaves the
board by it but what only sorting put there, or the very words that were sorted as something else: while nobody has
done anything about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import zip_longest
from weakref import WeakKeyDictionary

from desktop import complaints, conversations, corrections, history, looks, posts, retelling, triage
from desktop.language.details import MOST, Detail, phrases, troubles, without_names
from desktop.language.text import READ_AT_MOST, words
from desktop.records import Conversation, Guess, Kind, Post, RemotePost, Stage
from desktop.settling import settle
from desktop.shop import Shop
from desktop.triage.urgent import HAPPENING_FOR

_CLOSE = 0.2  # the chance of another kind that is worth naming
_ABOUT = 0.3  # below this chance, two of three topics are wrong: none is named ("ok thanks" is about nothing)
_ALSO = 0.35  # and below this one beside the likeliest
_TOPICS = 3  # chips in the head of a conversation
_AS_NEW = 10_000  # open guesses, the newest, that are looked through after something was learned or forgotten
_AT_ONCE = 1_000  # of them are judged again, the same words first
_SAME, _LIKE = "", " "  # their turns, as `conversations.read_anew` takes them
_MADE: WeakKeyDictionary[Shop, list[triage.Learned]] = WeakKeyDictionary()  # what open guesses were judged with
_KEPT: WeakKeyDictionary[Shop, tuple[tuple[int, str], triage.Learned]] = WeakKeyDictionary()


def judge(
    shop: Shop,
    text: str,
    *,
    stars: int | None = None,
    previous: str | None = None,
    lang: str = "",
    posted_at: datetime | None = None,
    now: datetime | None = None,
    is_open: bool = False,
) -> triage.Judgement:
    """What a text seems to be, here. `previous`: our last words before it."""
    judged = triage.judge(
        text,
        stars=stars,
        previous=previous,
        lang=lang or None,
        posted_at=posted_at,
        now=now,
        is_open=is_open,
    )
    return triage.lean(judged, learned(shop))


def judge_posts(
    shop: Shop, found: Sequence[RemotePost], now: datetime, *, is_open: bool
) -> list[triage.Judgement]:
    """What first posts seem to be. Older ones are judged together, which is quicker; only a fresh one is urgent now."""
    old = [at for at, post in enumerate(found) if now - post.posted_at >= HAPPENING_FOR]
    many = triage.judge_many(
        [found[at].text for at in old],
        stars=[found[at].stars for at in old],
        langs=[found[at].lang or None for at in old],
    )
    leaned = [triage.lean(one, learned(shop)) for one in many]
    triage.work_out_reasons(leaned)
    judged = dict(zip(old, leaned, strict=True))
    return [
        judged.get(at)
        or judge(
            shop,
            post.text,
            stars=post.stars,
            lang=post.lang,
            posted_at=post.posted_at,
            now=now,
            is_open=is_open,
        )
        for at, post in enumerate(found)
    ]


def guess(judged: triage.Judgement) -> Guess:
    """A judgement as a conversation keeps it."""
    others = {kind: chance for kind, chance in judged.probabilities.items() if kind is not judged.kind}
    second = max(others, key=lambda kind: others[kind])
    about = judged.topic_probabilities
    likeliest = max(about, key=lambda topic: about[topic])

    def is_sure(topic: triage.Topic) -> bool:
        least = _ABOUT if topic is likeliest else _ALSO
        return about[topic] >= least or (topic is triage.Topic.SAFETY and judged.is_serious)

    topics = [topic.value for topic in judged.topics if topic is not triage.Topic.OTHER and is_sure(topic)]
    return Guess(
        judged.kind,
        judged.reason,
        judged.is_serious,
        float(judged.complaint_score),
        bool(judged.is_unsure),
        second if judged.is_unsure and others[second] >= _CLOSE else None,
        tuple(topics[:_TOPICS]),
        triage.version(),
    )


def learned(shop: Shop) -> triage.Learned:
    """What this shop's corrections teach; worked out again when one comes or goes."""
    mark, kept = corrections.mark(shop.store), _KEPT.get(shop)
    if kept is None or kept[0] != mark:
        lessons = tuple(
            triage.Lesson(one.text, one.guessed, one.said, one.person, one.is_owner, one.stars)
            for one in corrections.newest(shop.store)
        )
        kept = _KEPT[shop] = (mark, triage.learned(lessons))
        _MADE.setdefault(shop, []).append(kept[1])
    return kept[1]


def before(thread: tuple[Post, ...], at: datetime) -> str | None:
    """Our last words before a moment, in public or private; None where we had said nothing."""
    ours = [post.text for post in thread if post.is_ours and post.posted_at <= at and not post.gone_at]
    return ours[-1] if ours else None


def named(text: str, names: tuple[str, ...]) -> tuple[Detail, ...]:
    """What a text names: each separate trouble, then by turns what the rules and what the reader find likeliest.
    `names`: of the shop and the writer.

    For pages that show it: worked out beside the window.
    """
    nameless = without_names(text[:READ_AT_MOST], names)
    whole = phrases(text, names)
    read = triage.named(text)
    likely = [next((w for w in whole if w.start <= one.start and one.end <= w.end), one) for one in read]
    found: list[Detail] = []
    for one in (one for pair in zip_longest(whole, likely) for one in pair if one is not None):
        is_new = all(one.end <= each.start or each.end <= one.start for each in found)
        if is_new and words(nameless[one.start : one.end]):
            found.append(one)
    found.sort(key=lambda one: " " not in one.text.strip())  # "my mum's 70th" says more than "Friday"
    return (*troubles(text, names), *found[:MOST])


# --- old guesses ----------------------------------------------------------------------------------


def will_learn(shop: Shop) -> None:
    """To be called before something is learned or forgotten: what open guesses were made with must be known then, and
    is worked out anew after it."""
    if shop not in _MADE:
        learned(shop)
    _KEPT.pop(shop, None)


def reach(shop: Shop) -> int:
    """What was learned or forgotten meanwhile reaches the open guesses that it may change: they wait to be read again.

    The newest of them, where there are very many; returns how many. Nothing that is serious, or that a person said.
    """
    now = learned(shop)
    made = _MADE[shop]
    last = max(at for at, one in enumerate(made) if one is now)
    new = triage.changed(made[:last], now)
    same, like = list[str](), list[str]()
    if new.texts or new.words or new.kinds:
        for one in conversations.open_guesses(shop.store, triage.version(), _AS_NEW):
            if new.is_of(one.text, one.stars):
                same.append(one.id)
            elif len(like) < _AT_ONCE and ((new.kinds and one.is_unsure) or new.is_in(one.text)):
                like.append(one.id)
    same, like = same[:_AT_ONCE], like[: max(0, _AT_ONCE - len(same))]
    if same or like:
        with shop.store.writing():
            conversations.read_anew(shop.store, same, _SAME)
            conversations.read_anew(shop.store, like, _LIKE)
    del made[:last]
    return len(same) + len(like)


def read_again(shop: Shop, limit: int = 50) -> int:
    """Reads some open guesses again, of another reader or made before something was learned; returns how many there
    were: 0 when all are read."""
    reach(shop)
    reader = triage.version()
    waiting = conversations.read_by_others(shop.store, reader, limit)
    found = [(one, triage.lean(judged, learned(shop))) for one, judged in _judged(shop, waiting)]
    if not waiting:
        return 0
    triage.work_out_reasons([judged for _, judged in found])
    with shop.store.writing():
        for one, judged in found:
            _take(shop, one, judged)
        for left in {one.id for one in waiting} - {one.id for one, _ in found}:
            conversations.was_read(shop.store, left, reader)
        settle(shop.store, [one.id for one, _ in found], shop.clock)
    return len(waiting)


def _judged(
    shop: Shop, waiting: list[conversations.Unread]
) -> list[tuple[Conversation, triage.Judgement]]:
    known = [(conversations.by_id(shop.store, one.id), one.text) for one in waiting]
    here = [(one, text) for one, text in known if one is not None and text]
    judged = triage.judge_many([text for _, text in here], stars=[one.stars for one, _ in here])
    return [(one, each) for (one, _), each in zip(here, judged, strict=True)]


def _take(shop: Shop, one: Conversation, judged: triage.Judgement) -> None:
    """The new guess in place of the old one, where neither takes something off the board that must stay, nor a later
    word said more."""
    new, now = guess(judged), conversations.by_id(shop.store, one.id)
    if now is None or not now.kind_is_guess or now.done_at:
        return
    is_on_board = complaints.by_id(shop.store, one.id) is not None
    leaves = one.kind is Kind.COMPLAINT and new.kind is not Kind.COMPLAINT
    if leaves and (_said_more(shop, one) or (is_on_board and not _may_leave(shop, one, judged))):
        conversations.was_read(shop.store, one.id, new.read_by)
        return
    conversations.rejudge(shop.store, one.id, new)
    if leaves and is_on_board:
        complaints.withdraw(shop.store, one.id, shop.clock.now())
        retelling.note(shop.store, one.id, shop.clock.now())
    elif new.kind is Kind.COMPLAINT and one.is_public and not is_on_board:
        open_complaint(shop, one)


def _may_leave(shop: Shop, one: Conversation, judged: triage.Judgement) -> bool:
    """A guess that only sorting made a complaint, or whose very words were sorted as something else; nobody has done
    anything about it yet, and it isn't serious."""
    if one.is_serious or judged.is_serious or any(event.person for event in history.of(shop.store, one.id)):
        return False
    is_known = learned(shop).known(judged.text, judged.stars) is judged.kind
    answered = any(post.is_ours for post in posts.thread(shop.store, one.id))
    return not answered and (is_known or one.kind_reason.startswith(triage.SORTED))


def _said_more(shop: Shop, one: Conversation) -> bool:
    """A later word of theirs may be what made it a complaint."""
    return any(post.author == one.author and post.id != one.root_post for post in posts.thread(shop.store, one.id))


def open_complaint(shop: Shop, one: Conversation) -> None:
    """A public conversation that reads like a complaint now stands on the board as a passer-by sees it."""
    thread, now = posts.thread(shop.store, one.id), shop.clock.now()
    shows = any(post.is_ours and post.is_public and post.shown_at and not post.gone_at for post in thread)
    complaints.open(shop.store, one.id, one.first_at, Stage.ANSWERED if shows else Stage.NO_ANSWER, now)
    looks.plan(shop.store, one.id, now)

