"""The porter that carries in: fetches what a place has, sorts it into conversations, judges and stores it.

Fetch first, then write: the write lock is never held while the network thinks. The cursors move
in the transaction that stores the rows they cover, so nothing is lost or doubled by stopping.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from desktop import (
    accounts,
    arriving,
    complaints,
    conversations,
    forgetting,
    history,
    looks,
    notes,
    outbox,
    posts,
    reading,
    shopbook,
    sorting,
    triage,
)
from desktop.connectors import Connector, connector_class, wanted_since
from desktop.connectors.htmltext import clean, has_odd, one_line
from desktop.errors import (
    DiskFull,
    DiskTrouble,
    LoginExpired,
    NoRoomToFetch,
    ShopBusy,
    ShopError,
    SlowDown,
    StoreBroken,
    TryLater,
)
from desktop.imports import marks
from desktop.imports.items import made_id
from desktop.records import TAKEN_OUT, Account, AccountState, Batch, Kind, Post, RemotePost, ReplyState, Stage
from desktop.settling import settle
from desktop.shop import Shop

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Collected:
    """What one check of one account brought. `fresh`: conversations that are new or wait again."""

    account: str
    new: int = 0
    changed: int = 0
    fresh: tuple[str, ...] = ()
    trouble: ShopError | None = None

    def __add__(self, more: Collected) -> Collected:
        return replace(
            self,
            new=self.new + more.new,
            changed=self.changed + more.changed,
            fresh=tuple(dict.fromkeys(self.fresh + more.fresh)),
            trouble=more.trouble or self.trouble,
        )


def collect_all(
    shop: Shop, *, progress: Callable[[int], None] | None = None, cancelled: Callable[[], bool] | None = None
) -> tuple[Collected, ...]:
    """Checks every working account, one after the other."""
    chosen = [one for one in accounts.all(shop.store) if is_checked(one)]
    return tuple(collect(shop, one.id, progress=progress, cancelled=cancelled) for one in chosen)


def is_checked(account: Account) -> bool:
    """Whether there is a place to ask for this account: it works, and isn't filled by hand."""
    return account.state is AccountState.WORKING and connector_class(account.platform).can.read


def is_due(account: Account, now: datetime) -> bool:
    """Whether it is time to check an account again by itself: a place that asked us to wait is left alone until
    then, and one that counts or charges isn't asked more often than its connector says."""
    if account.retry_at is not None and now < account.retry_at:
        return False
    least = timedelta(minutes=connector_class(account.platform).can.every_minutes)
    return account.checked_at is None or not timedelta() <= now - account.checked_at < least


def collect(
    shop: Shop,
    account_id: str,
    *,
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Collected:
    """Fetches what is new for one account. Trouble a person or time can mend is kept on the account and returned.

    Raises DiskTrouble, StoreBroken, ShopBusy; what was stored until then stays, and the next check goes on there.

    `progress` hears how many posts came so far; `cancelled` is asked between pages.
    """
    account = accounts.by_id(shop.store, account_id)
    if account is None:
        raise KeyError(account_id)
    total = Collected(account_id)
    try:
        connector = shop.connector(account)
        for batch in connector.fetch(accounts.cursors(shop.store, account_id)):
            if batch.is_short:
                batch = batch._replace(gone=batch.gone + _lost(shop, account, batch, connector))
            total += take(shop, account, _as_far_back_as_wanted(shop, account, batch), connector)
            if progress:
                progress(total.new)
            if cancelled and cancelled():
                return total
    except DiskFull as error:
        words = "There's no room left on this disk. We've stopped fetching."
        raise NoRoomToFetch(words, details=error.details) from error
    except (DiskTrouble, StoreBroken, ShopBusy):
        raise  # this computer's trouble, not the place's
    except ShopError as trouble:
        note_trouble(shop, account, trouble)
        return replace(total, trouble=trouble)
    with shop.store.writing():
        accounts.checked(shop.store, account_id, shop.clock.now())
    return total


def _as_far_back_as_wanted(shop: Shop, account: Account, batch: Batch) -> Batch:
    """The batch without posts from before the day the owner wants to look back to.

    An older one stays where it is known here, where something newer answers it, and where it is a post of ours that
    answers nobody: newer comments stand under it, and it is nobody's work.
    """
    since = wanted_since(account)
    if since is None:
        return batch
    here = {post.remote_id: post for post in batch.posts}
    kept = {post.remote_id for post in batch.posts if _is_wanted(post, since)}
    for remote_id in tuple(kept):
        above = here[remote_id].parent_remote_id
        while above in here and above not in kept:
            kept.add(above)
            above = here[above].parent_remote_id
    ids = {posts.post_id(account, post): post.remote_id for post in batch.posts if post.remote_id not in kept}
    kept |= {ids[known] for known in posts.here(shop.store, list(ids))}
    return batch._replace(posts=tuple(post for post in batch.posts if post.remote_id in kept))


def _is_wanted(post: RemotePost, since: datetime) -> bool:
    begins_ours = post.is_ours and not post.parent_remote_id
    return begins_ours or max(post.posted_at, post.edited_at or post.posted_at) >= since


def _lost(shop: Shop, account: Account, batch: Batch, connector: Connector) -> tuple[str, ...]:
    """Which of the posts we know are no longer there. Raises what asking raises: then the batch comes again."""
    here = {post.remote_id for post in batch.posts}
    known = tuple(one for one in posts.standing(shop.store, account.id) if one not in here)
    there = connector.still_there(known)
    return tuple(one for one in known if one not in there)


def note_trouble(shop: Shop, account: Account, trouble: ShopError) -> None:
    """Keeps a check's failure with the account, where the window shows it."""
    retry = shop.clock.now() + timedelta(seconds=trouble.seconds) if isinstance(trouble, SlowDown) else None
    needs_login = isinstance(trouble, LoginExpired)
    sentence = (
        str(trouble)
        if needs_login or isinstance(trouble, TryLater)
        else f"{trouble} {trouble.advice}".strip()
    )
    with shop.store.writing():
        accounts.has_trouble(shop.store, account.id, sentence, needs_login=needs_login, retry_at=retry)


def take(
    shop: Shop, account: Account, batch: Batch, connector: Connector | None = None, *, to_us: bool = True
) -> Collected:
    """Stores a batch: posts, conversations, complaints, cursors, in one transaction.

    `to_us`: the posts were said to us. A thread that was merely read (`to_us=False`) makes no work of bystanders.
    """
    said = forgetting.let_in(shop.store, account, [post for post in batch.posts if not post.is_share])
    incoming = [_tidy(post) for post in said]
    contexts = sorting.missing_contexts(shop.store, account, incoming, connector) if connector else []
    contexts = forgetting.let_in(shop.store, account, contexts)
    sorted_out = sorting.sort_out(shop.store, account, incoming, contexts, to_us=to_us)
    now = shop.clock.now()
    local = shop.clock.local(now)
    is_open = bool(sorted_out.starts) and shopbook.opening(shop.store).is_open(local, minutes_before=30)
    starts = list(sorted_out.starts.values())
    judged = reading.judge_posts(shop, starts, local, is_open=is_open) if starts else []
    arrivals = [_arrival(account, *each) for each in zip(starts, judged, strict=True)]
    touched: list[str] = []
    with shop.store.writing():
        if forgetting.keeps_out(shop.store, account, [post for post, _ in sorted_out.pairs]):
            return take(shop, account, batch, to_us=to_us)  # somebody was forgotten meanwhile
        if marks.is_any(shop.store):
            _instead_of_made(shop, account, incoming)
        taken = posts.take(shop.store, account, sorted_out.pairs, now)
        if marks.is_any(shop.store):  # what its place tells of stays when a file is taken out again
            marks.let_go(shop.store, [posts.post_id(account, post) for post, _ in sorted_out.pairs])
        new = set(taken.new)
        for arrival in arrivals:
            if conversations.rid_of(shop.store, arrival.id) is None:
                _begin(shop, account, arrival)
                _answered_before(shop, account, arrival.id, sorted_out.starts[arrival.id])
                touched.append(arrival.id)
        touched += _what_followed(shop, account, sorted_out, new, set(taken.changed))
        for post, conversation in sorted_out.pairs:
            if conversation and posts.post_id(account, post) in taken.returned:
                looks.plan(shop.store, conversation, now)
                if post.is_ours:
                    _ours_from_elsewhere(shop, conversation, post)
                    touched.append(conversation)
        posts.mark_gone(shop.store, account.id, batch.gone, now)
        for remote in batch.gone:
            touched += _gone(shop, account, remote, now)
        accounts.move_cursors(shop.store, account.id, batch.cursors, now)
        if batch.gap:
            history.tell(
                shop.store, history.By("", shop.device, now), account.id, "gap", {"said": batch.gap}
            )
        settle(shop.store, touched, shop.clock)
    theirs = sum(posts.post_id(account, post) in new for post in incoming if not post.is_ours)
    return Collected(account.id, theirs, len(taken.changed), tuple(dict.fromkeys(touched)))


def _tidy(post: RemotePost) -> RemotePost:
    """Whatever the connector let through: a name is one short line, and nothing unseen stands in a text."""
    author, text = post.author, post.text
    if not (author.name.isprintable() and len(author.name) <= _LONGEST_NAME and author.name.strip()):
        name = one_line(author.name, _LONGEST_NAME) or one_line(author.handle, _LONGEST_NAME) or "?"
        author = author._replace(name=name)
    if has_odd(text):
        text = clean(text)
    return post if author is post.author and text is post.text else post._replace(author=author, text=text)


def _what_followed(
    shop: Shop, account: Account, sorted_out: sorting.Sorted, new: set[str], changed: set[str]
) -> list[str]:
    """Lets new and edited posts have their effect; returns the conversations they belong to."""
    touched = []
    roots = {posts.post_id(account, start) for start in sorted_out.starts.values()}
    for post, conversation in sorted_out.pairs:
        post_id = posts.post_id(account, post)
        if not conversation or post_id in roots or post_id not in new | changed:
            continue
        if post_id in new:
            _follow(shop, account, conversation, post, post_id)
        else:
            _edited(shop, account, conversation, post, post_id)
        touched.append(conversation)
    return touched


# --- what its arrival means --------------------------------------------------------------------------


def _arrival(account: Account, post: RemotePost, judged: triage.Judgement) -> conversations.Arrival:
    post_id = posts.post_id(account, post)
    return conversations.Arrival(
        id=conversations.conversation_id(post_id),
        account=account.id,
        platform=posts.platform_of(account, post),
        root_post=post_id,
        author=posts.author_id(account, post),
        author_name=post.author.name or post.author.handle,
        source=post.source,
        is_public=post.is_public,
        guess=reading.guess(judged),
        happening_until=post.posted_at + timedelta(minutes=60) if judged.is_happening_now else None,
        at=post.posted_at,
        excerpt=judged.excerpt,
        stars=post.stars,
    )


def _begin(shop: Shop, account: Account, arrival: conversations.Arrival) -> None:
    conversations.arrive(shop.store, arrival)
    if arrival.is_public:
        if connector_class(account.platform).can.reply:
            looks.note(shop.store, arrival.id, looks.PageSight.SEEN, "fetched", shop.clock.now(), None, 0)
        else:  # a feed or a mail told of it: nobody has seen the page
            soon = shop.clock.now() if arrival.guess.kind is Kind.COMPLAINT else None
            looks.note(shop.store, arrival.id, looks.PageSight.UNKNOWN, "", arrival.at, soon, 0)
        if arrival.guess.kind is Kind.COMPLAINT:
            complaints.open(shop.store, arrival.id, arrival.at, Stage.NO_ANSWER, arrival.at)


def _follow(shop: Shop, account: Account, conversation: str, post: RemotePost, post_id: str) -> None:
    """A new post in a conversation we know."""
    one = conversations.by_id(shop.store, conversation)
    if one is None:
        return
    if post.is_ours:
        _ours_from_elsewhere(shop, one.id, post)
    elif posts.author_id(account, post) == one.author:
        conversations.they_wrote(shop.store, conversation, post.posted_at)
        _they_said_more(shop, one.id, post, post_id)


def _answered_before(shop: Shop, account: Account, conversation: str, start: RemotePost) -> None:
    """Our answer was here before what it answers: a file brought it, and nobody worked on it there."""
    for answer in posts.our_answers(shop.store, account.id, start):
        left, thread = answer.conversation, posts.thread(shop.store, answer.conversation)
        is_worked_on = outbox.of_conversation(shop.store, left) or notes.of(shop.store, left)
        if left == conversation or (left and (is_worked_on or not all(post.is_ours for post in thread))):
            continue
        for post in thread if left else (answer,):
            posts.move(shop.store, post.id, conversation)
            _ours_from_elsewhere(shop, conversation, post)
        if left:
            conversations.drop(shop.store, left)


def _instead_of_made(shop: Shop, account: Account, incoming: list[RemotePost]) -> None:
    """Our posts that a file brought without their ids give way to what their place itself tells of them."""
    made = [made_id(post.posted_at, post.text) for post in incoming if post.is_ours]
    if not made:
        return
    for post in posts.with_remote_ids(shop.store, account.id, made):
        one = conversations.by_id(shop.store, post.conversation) if post.conversation else None
        if one and (one.root_post != post.id or len(posts.thread(shop.store, one.id)) > 1):
            continue
        if one and (outbox.of_conversation(shop.store, one.id) or notes.of(shop.store, one.id)):
            continue
        if one:
            conversations.drop(shop.store, one.id)
        posts.take_out(shop.store, [post.id])
        marks.let_go(shop.store, [post.id])


def _ours_from_elsewhere(shop: Shop, conversation: str, post: RemotePost | Post) -> None:
    """An answer of ours that did not go through this outbox: typed on a phone, or on the place's own page."""
    through_here = outbox.of_conversation(shop.store, conversation)
    known = [reply for reply in through_here if reply.remote_id == post.remote_id]
    if any(reply.state is not ReplyState.REFUSED for reply in known):
        return
    same = [reply for reply in through_here if same_words(post.text, reply.text)]
    for reply in known:
        if reply in same:  # the place has thought better of it
            outbox.shows_after_all(shop.store, reply.id, post.posted_at)
    if any(reply.state in (ReplyState.SENDING, ReplyState.UNSURE) for reply in same):
        return  # it is that one, and whoever sends it will see it here
    copied = next((reply for reply in same if reply.state is ReplyState.COPIED), None)
    if copied:  # somebody has pasted it there
        arriving.note(shop, copied, post.remote_id, post.url)
        return
    told = next((reply for reply in same if reply.remote_id.startswith(TOLD)), None)
    if told:
        posts.leave_out(shop.store, told.account, told.remote_id)
        outbox.adopt(shop.store, told.id, post.remote_id, post.url)
        posts.name_writer(shop.store, told.account, post.remote_id, told.person_name)
        return
    conversations.we_answered(shop.store, conversation, post.posted_at, through=post.posted_at)
    if post.is_public:
        looks.plan(shop.store, conversation, shop.clock.now())
    else:
        complaints.to_private(shop.store, conversation, post.posted_at)
    by = history.By("", shop.device, shop.clock.now())
    history.tell(shop.store, by, conversation, "answered_elsewhere", {"remote_id": post.remote_id})


TOLD = "told:"  # the id of a reply that a person saw on the page and we have not fetched yet


def same_words(on_the_page: str, ours: str) -> bool:
    """The same reply: places put mentions in front, white space may change, and nothing unseen counts."""
    page, said = (" ".join(clean(text).removeprefix(TAKEN_OUT).split()) for text in (on_the_page, ours))
    return page.endswith(said)


def _they_said_more(shop: Shop, conversation: str, post: RemotePost, post_id: str) -> None:
    previous = reading.before(posts.thread(shop.store, conversation), post.posted_at)
    judged = reading.judge(
        shop,
        post.text,
        stars=post.stars,
        previous=previous,
        lang=post.lang,
    )
    if judged.is_serious:
        conversations.turned_serious(shop.store, conversation)
    outcome = judged.follow_up.outcome
    complaint = complaints.by_id(shop.store, conversation)
    if complaint is None:
        if judged.kind is Kind.COMPLAINT and outcome is not triage.Outcome.RESOLVED:
            _turned_complaint(shop, conversation, judged, post)
        return
    at = post.posted_at
    still_wrong = outcome is triage.Outcome.STILL_NOT_FIXED or (
        judged.kind is Kind.COMPLAINT and outcome is not triage.Outcome.RESOLVED
    )
    if not post.is_public:
        return  # it waits in the inbox; what a passer-by sees has not changed
    says_not_fixed = complaint.stage in (Stage.FIXED, Stage.ASKED) and outcome is triage.Outcome.STILL_NOT_FIXED
    if complaint.stage is Stage.STANDING or (complaint.stage is Stage.SHOWN and still_wrong) or says_not_fixed:
        stage = Stage.ANSWERED if _our_answer_shows(shop, conversation) else Stage.NO_ANSWER
        complaints.move(shop.store, conversation, stage, at, flag="came_back")
        looks.plan(shop.store, conversation, shop.clock.now())
    elif complaint.stage is Stage.SHOWN:
        _ending_in_doubt(shop, conversation, at)
    if outcome is triage.Outcome.RESOLVED:
        complaints.hint(shop.store, conversation, post_id, post.text)
    elif outcome is triage.Outcome.STILL_NOT_FIXED:
        complaints.unhint(shop.store, conversation)


def _ending_in_doubt(shop: Shop, conversation: str, at: datetime) -> None:
    complaints.in_doubt(shop.store, conversation, at)
    looks.plan(shop.store, conversation, shop.clock.now())


def _our_answer_shows(shop: Shop, conversation: str) -> bool:
    ours = (post for post in posts.thread(shop.store, conversation) if post.is_ours and post.is_public)
    return any(post.shown_at and not post.gone_at for post in ours)


def _turned_complaint(shop: Shop, conversation: str, judged: triage.Judgement, post: RemotePost) -> None:
    """What began as something else has become a complaint; a person's own word about the kind stays."""
    one = conversations.by_id(shop.store, conversation)
    if one is None or not one.kind_is_guess:
        return
    if one.is_public and not post.is_public:  # in public it is what it was
        return
    conversations.rejudge(shop.store, conversation, reading.guess(judged))
    if one.is_public:
        complaints.open(shop.store, conversation, one.first_at, Stage.NO_ANSWER, post.posted_at)
        looks.plan(shop.store, conversation, shop.clock.now())


def _edited(shop: Shop, account: Account, conversation: str, post: RemotePost, post_id: str) -> None:
    """Their words (or stars) changed; the earlier ones are kept. "It is sorted" is proposed as the ending."""
    one = conversations.by_id(shop.store, conversation)
    if one is None or post.is_ours or posts.author_id(account, post) != one.author:
        return
    at = post.edited_at or shop.clock.now()
    before = posts.versions(shop.store, post_id)
    kinder = bool(before and post.stars and before[-1].stars and post.stars > before[-1].stars)
    added = _what_was_added(before[-1].text if before else "", post.text)
    if post_id == one.root_post:
        conversations.they_edited(shop.store, conversation, triage.excerpt(post.text), post.stars, at)
    complaint = complaints.by_id(shop.store, conversation)
    previous = reading.before(posts.thread(shop.store, conversation), at)
    sorted_now = triage.follow_up(added, previous).outcome is triage.Outcome.RESOLVED
    if complaint and post.is_public and (sorted_now or kinder):
        if complaint.stage is Stage.SHOWN:
            _ending_in_doubt(shop, conversation, at)
        complaints.hint(shop.store, conversation, post_id, added or post.text)
    else:
        conversations.they_wrote(shop.store, conversation, at)
        _they_said_more(shop, conversation, post._replace(text=added or post.text, posted_at=at), post_id)


def _what_was_added(before: str, after: str) -> str:
    """The words an edit added at the end (or the front), else the whole new text."""
    if before and after.startswith(before):
        return after[len(before) :].strip()
    if before and after.endswith(before):
        return after[: -len(before)].strip()
    return after


def _gone(shop: Shop, account: Account, remote_id: str, now: datetime) -> list[str]:
    """A post was taken down: if it began a complaint, there is nothing to see any more."""
    conversation = posts.conversation_of(shop.store, account.id, remote_id)
    one = conversations.by_id(shop.store, conversation) if conversation else None
    if one is None:
        return []
    root = posts.by_id(shop.store, one.root_post)
    if root and root.gone_at:
        taken_down(shop, one.id, now)
    elif one.is_public:
        looks.plan(shop.store, one.id, now)
    return [one.id]


def taken_down(shop: Shop, conversation: str, now: datetime) -> None:
    """What a conversation began with isn't on its page any more: nothing waits, and no complaint looks open."""
    complaint = complaints.by_id(shop.store, conversation)
    if complaint and complaint.stage is not Stage.TAKEN_DOWN:
        complaints.move(shop.store, conversation, Stage.TAKEN_DOWN, now)
        history.tell(shop.store, history.By("", shop.device, now), conversation, "taken_down")
    conversations.nothing_waits(shop.store, conversation)
