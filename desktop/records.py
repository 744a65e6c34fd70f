"""The nouns: named tuples and enumerations, shared by every room and every page.

Named tuples, because a frozen dataclass takes five times as long to make, and all of them are made before the
first paint. (And without `from __future__ import annotations`: as texts their types would be compiled one by one.)
Another version of one is made with `_replace`.

Moments are aware UTC datetimes and end in `_at`. Ids are text. Texts from outside are plain text.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from typing import NamedTuple

TAKEN_OUT = "\u25ca "  # a lozenge, which every font has: a text begins with it that unseen signs were taken out of

# --- enumerations -------------------------------------------------------------------------------


class Kind(StrEnum):
    """What a conversation is, as a person or a guess says."""

    COMPLAINT = "complaint"
    QUESTION = "question"
    PRAISE = "praise"
    IDEA = "idea"
    MIX_UP = "mix_up"
    ABUSIVE = "abusive"
    OTHER = "other"


class Source(StrEnum):
    """In what form it came."""

    POST = "post"
    MENTION = "mention"
    COMMENT = "comment"
    REVIEW = "review"
    MESSAGE = "message"  # private
    BY_HAND = "by_hand"


class Group(IntEnum):
    """The inbox's groups, in order."""

    NEEDS_ANSWER = 1
    NOT_SHOWN = 2
    WAITING = 3
    ASKS = 4  # on top, of the owner's own list only: no conversation is kept as this
    DONE = 5


class Stage(StrEnum):
    """Where a public complaint stands in public. Design 6.1."""

    NO_ANSWER = "no_answer"
    ANSWERED = "answered"
    FIXED = "fixed"  # fixed, not shown
    ASKED = "asked"
    SHOWN = "shown"
    TAKEN_DOWN = "taken_down"  # by its writer: nothing to see any more
    STANDING = "standing"  # left standing, with a reason


OPEN_STAGES = (Stage.NO_ANSWER, Stage.ANSWERED, Stage.FIXED, Stage.ASKED)


class FixedHow(StrEnum):
    """How somebody knows that it is fixed."""

    THEY_TOLD_US = "they_told_us"
    DONE_AND_RECEIVED = "done_and_received"
    DONE_NO_WORD = "done_no_word"


class StandingReason(StrEnum):
    NO_REPLY = "no_reply"
    WE_DISAGREE = "we_disagree"
    CANT_BE_PUT_RIGHT = "cant_be_put_right"
    NOT_OURS = "not_ours"
    ABUSIVE_REPORTED = "abusive_reported"
    OTHER = "other"


class ProofKind(StrEnum):
    THEIR_REPLY = "their_reply"
    THEIR_EDIT = "their_edit"
    OUR_UPDATE = "our_update"
    SCREENSHOT = "screenshot"


class ReplyState(StrEnum):
    """A reply on its way out. Design 5.2."""

    WAITING = "waiting"  # in the undo window (not_before in the future) or for a connection
    SENDING = "sending"  # committed before the request leaves
    POSTED = "posted"
    REFUSED = "refused"
    UNSURE = "unsure"  # left, no answer came: never sent again blindly
    HELD = "held"  # things moved while it waited
    COPIED = "copied"  # a person pastes it there and tells us: nothing is sent from here
    TAKEN_BACK = "taken_back"


class Hurdle(StrEnum):
    """What a reply that was refused would need, where other words won't do; or that it is wanted no more."""

    NONE = ""
    RIGHTS = "rights"  # somebody has to allow us to post there
    NOTHING_THERE = "nothing_there"  # there is nothing left that it could stand under
    KEPT = "kept"  # it never goes; its words stay with the conversation


class Purpose(StrEnum):
    """What a reply is for."""

    ANSWER = "answer"
    LOOKING = "looking"  # "I'm looking into it": makes a promise
    ASK = "ask"  # asks them to say how it ended
    ENDING = "ending"  # our own public update saying how it ended


class Channel(StrEnum):
    """Where a draft would go."""

    PUBLIC = "public"
    PRIVATE = "private"
    NOTE = "note"


class AccountState(StrEnum):
    WORKING = "working"
    NEEDS_LOGIN = "needs_login"
    REMOVED = "removed"


class Role(StrEnum):
    OWNER = "owner"
    HELPER = "helper"


# --- what platforms say --------------------------------------------------------------------------


class Author(NamedTuple):
    """Somebody who posts. `remote_id` is the platform's own id; `handle` how they are addressed."""

    platform: str
    remote_id: str
    handle: str
    name: str
    url: str = ""
    key: str = ""  # the same for everybody and for ever, where handles change; empty: the handle, else remote_id


class RemotePost(NamedTuple):
    """A post as a platform tells it, before we decide anything about it.

    `remote_id` is the id to call the platform with, through this account; `uri` is the same for
    everybody (used to recognise a post seen through two accounts; empty: remote_id serves).
    `address` is an optional platform-private text needed to answer it (e.g. mentions to repeat).
    `is_share`: a plain share of something, without words of its own. `place`: where it was said, for an
    account that hears of several places ("google" for a notice mail): a key of `tariff.places()`.
    """

    remote_id: str
    author: Author
    text: str
    posted_at: datetime
    uri: str = ""
    url: str = ""
    parent_remote_id: str = ""
    root_remote_id: str = ""
    source: Source = Source.MENTION
    is_public: bool = True
    is_ours: bool = False
    is_share: bool = False
    edited_at: datetime | None = None
    stars: int | None = None
    lang: str = ""
    address: str = ""
    place: str = ""


class Batch(NamedTuple):
    """Posts fetched together, the cursors that are true once they are stored, and ids found gone.

    `gap`: a sentence, when the place no longer gives everything since the last time ("X only hands out the newest
    800: some before 3 June may be missing.").
    """

    posts: tuple[RemotePost, ...] = ()
    cursors: Mapping[str, str] = {}
    gone: tuple[str, ...] = ()  # remote ids that no longer exist
    gap: str = ""
    is_short: bool = False  # the place has fewer than it should: some that we know are gone, it doesn't say which


class Stranger(NamedTuple):
    """What somebody who isn't signed in sees of a thread now.

    `posts` are the visible ones, oldest first, the complaint's own included; empty when the page
    is gone. `how` says how we looked: "signed out", or "asked" where the place itself says what everybody sees.
    `turned_down`: posts of ours that the place looked at and won't show (remote id -> why, or "").
    """

    posts: tuple[RemotePost, ...]
    seen_at: datetime
    how: str = "signed out"
    turned_down: Mapping[str, str] = {}

    def sees(self, remote_id: str) -> bool:
        return any(post.remote_id == remote_id for post in self.posts)


class Limit(NamedTuple):
    """How long a reply may be, and in what unit the place counts ("characters", "bytes")."""

    most: int
    unit: str = "characters"


# --- the shop's own things ------------------------------------------------------------------------


class Account(NamedTuple):
    """One of our logins. `place` is the platform's name as people know it."""

    id: str
    platform: str
    handle: str
    name: str
    host: str = ""
    remote_id: str = ""
    state: AccountState = AccountState.WORKING
    added_at: datetime | None = None
    checked_at: datetime | None = None  # the last good check
    trouble: str = ""  # a sentence, empty when all is well
    retry_at: datetime | None = None
    facts: Mapping[str, str] = {}  # connector's own, not secret


class Post(NamedTuple):
    """What was said, theirs or ours, as stored."""

    id: str
    account: str
    platform: str
    remote_id: str
    conversation: str
    author: str
    author_name: str
    author_handle: str
    text: str
    posted_at: datetime
    is_ours: bool
    is_public: bool
    source: Source
    url: str = ""
    parent_remote_id: str = ""
    stars: int | None = None
    lang: str = ""
    edited_at: datetime | None = None
    gone_at: datetime | None = None
    shown_at: datetime | None = None  # ours: first seen by a stranger (or a person)
    written_by: str = ""  # ours: name of the person, where we know
    address: str = ""


class PostVersion(NamedTuple):
    """Earlier words of an edited post."""

    post: str
    text: str
    stars: int | None
    until_at: datetime


class Guess(NamedTuple):
    """What a conversation seems to be, until a person says so. `score`: how much it reads like a complaint, 0 to 1."""

    kind: Kind
    reason: str  # "because: “still waiting”, “2 hours”"
    is_serious: bool = False
    score: float = 0.0
    is_unsure: bool = False
    maybe: Kind | None = None  # what else, where it is close
    topics: tuple[str, ...] = ()  # as triage calls them, the likeliest first
    read_by: str = ""  # triage.version()


class Conversation(NamedTuple):
    """One person's thread about one thing, with what we decided about it."""

    id: str
    account: str
    platform: str
    root_post: str
    author: str
    author_name: str
    source: Source
    is_public: bool
    kind: Kind
    kind_is_guess: bool
    kind_reason: str  # "because: “still waiting”, “2 hours”"
    is_serious: bool
    happening_until: datetime | None
    group: Group
    holder: str  # person id or ""
    waiting_since: datetime | None  # their oldest word we haven't answered
    first_at: datetime
    last_at: datetime
    excerpt: str
    stars: int | None = None
    remind_at: datetime | None = None
    done_at: datetime | None = None
    score: float = 0.0  # of the guess, as is what follows
    is_unsure: bool = False
    maybe: Kind | None = None
    topics: tuple[str, ...] = ()
    topics_are_guess: bool = True
    is_taken_down: bool = False  # what it began with was taken down: its words are only shown to who asks for them


class Row(NamedTuple):
    """A conversation as one row of the inbox, ready to paint. `state` is a key of ui/words.py with `state_args`."""

    id: str
    group: Group
    author_name: str
    platform: str
    source: Source
    is_public: bool
    stars: int | None
    at: datetime  # when they posted
    excerpt: str
    kind: Kind
    kind_is_guess: bool
    state: str
    state_name: str
    state_at: datetime | None
    holder_name: str
    is_unread: bool
    maybe: Kind | None = None  # what else it may be, while that is close
    is_taken_down: bool = False  # then `excerpt` is empty
    is_unsure: bool = False
    kind_reason: str = ""


class Note(NamedTuple):
    id: str
    conversation: str
    person: str
    person_name: str
    text: str
    at: datetime
    is_reply: bool = False  # it was to be one, and was kept as history


class Complaint(NamedTuple):
    """A public complaint from first word to an ending everyone can see. Its id is its conversation's."""

    id: str
    account: str
    platform: str
    author_name: str
    text: str  # their first words
    source: Source
    stars: int | None
    opened_at: datetime
    stage: Stage
    stage_at: datetime
    holder: str = ""
    holder_name: str = ""
    fixed_how: FixedHow | None = None
    fixed_at: datetime | None = None
    fixed_post: str = ""  # the message in which they told us
    fixed_words: str = ""
    asked_at: datetime | None = None
    flag: str = ""  # "proof_gone", "came_back", "wrote_again", ""
    flag_at: datetime | None = None
    standing_reason: StandingReason | None = None
    standing_note: str = ""
    checked_at: datetime | None = None  # when the page was last looked at
    checked_how: str = ""
    url: str = ""
    hint_post: str = ""  # a later post of theirs that may be the ending
    hint_words: str = ""
    promise_at: datetime | None = None
    owed_since: datetime | None = None  # the case went on in private: passers-by are owed an ending
    proof_kind: ProofKind | None = None
    proof_missed_at: datetime | None = None  # the look that did not find it, until another one decides
    proof_person_at: datetime | None = None  # last looked for, where its place doesn't tell; None where it does
    page_gone: bool = False  # an ordinary page wasn't there in two looks a day apart: a person says what that means
    private_answer: bool = False
    pending_reply: bool = False  # posted, not showing yet
    refused_reply: bool = False  # turned down: a person has to write it anew

    @property
    def owes_ending(self) -> bool:
        """Until an ending shows, or a reason is given why none will."""
        return self.owed_since is not None and self.stage in OPEN_STAGES


class Proof(NamedTuple):
    """Why we say that the ending shows: a link, what it said (a saved copy), who saw it and when."""

    id: str
    complaint: str
    kind: ProofKind
    link: str
    post: str
    words: str
    seen_by: str  # person id, or "" for the app itself
    seen_at: datetime
    checked_at: datetime
    missed_at: datetime | None  # first look that did not find it
    lost_at: datetime | None
    checked_by: str = ""  # who last said that it shows: person id, or "" for the app itself


class Reply(NamedTuple):
    """A reply on its way out or gone. Its id is the idempotency key."""

    id: str
    conversation: str
    account: str
    person: str
    person_name: str
    parent_post: str
    text: str
    is_public: bool
    purpose: Purpose
    state: ReplyState
    made_at: datetime
    not_before: datetime
    posted_at: datetime | None = None
    seen_at: datetime | None = None
    remote_id: str = ""
    url: str = ""
    trouble: str = ""
    author_name: str = ""  # of the conversation: "Reply to {author_name}"
    platform: str = ""
    hurdle: Hurdle = Hurdle.NONE


class Promise(NamedTuple):
    """A time we gave somebody."""

    id: str
    conversation: str
    author_name: str
    person: str
    due_at: datetime
    made_at: datetime
    kept_at: datetime | None = None  # when it was over: done, or replaced by another time
    moved_at: datetime | None = None  # another time was given instead

    @property
    def was_kept(self) -> bool:
        """Done by the time that was given."""
        return self.kept_at is not None and self.moved_at is None and self.kept_at <= self.due_at

    @property
    def was_moved_in_time(self) -> bool:
        """Another time was given before this one was over: neither kept nor missed."""
        return self.moved_at is not None and self.moved_at <= self.due_at


class Owed(StrEnum):
    """What we owe somebody by a time."""

    PROMISE = "promise"
    ANSWER = "answer"  # the first one to a public complaint
    ENDING = "ending"  # that shows: the case went on in private


class Debt(NamedTuple):
    """What is owed to whom by when. `event`: its next update is promised to everybody, and no conversation's."""

    kind: Owed
    conversation: str
    author_name: str
    due_at: datetime
    event: str = ""


class FoundPromise(NamedTuple):
    """A time our own words give, in a reply; a promise once a person says so."""

    id: str
    conversation: str
    reply: str
    due_at: datetime
    words: str


class Person(NamedTuple):
    """Who is at the counter."""

    id: str
    name: str
    role: Role
    role_line: str = ""
    sign_off: str = ""
    left_at: datetime | None = None

    @property
    def is_owner(self) -> bool:
        return self.role is Role.OWNER


class Limits(NamedTuple):
    """What a person may do without asking. Money in the shop's currency; None: no limit."""

    money_up_to: float | None = None
    may_name_cause: bool = True
    may_replace: bool = True
    may_deliver: bool = True
    may_answer_serious: bool = True
    may_answer_public: bool = True
    may_show_ending: bool = True
    may_hide: bool = True


class Bound(NamedTuple):
    """What one of the limits is called, an explanation beneath, and what it is about in the middle of a sentence."""

    title: str
    text: str
    about: str


BOUNDS: Mapping[str, Bound] = {  # by the field of Limits, in the order in which they are shown
    "may_answer_public": Bound("Answer in public", "Complaints, questions, praise", "answering in public"),
    "may_answer_serious": Bound(
        "Answer something serious",
        "Illness, injury, allergy, police, press",
        "answering something serious",
    ),
    "may_replace": Bound("Make it again, or a replacement", "Any product", "making it again"),
    "money_up_to": Bound("Money back", "Without asking, per customer", "money back"),
    "may_deliver": Bound("Deliver it to their door", "", "delivering"),
    "may_name_cause": Bound("Name a cause in public", "“Two trays went in together”", "naming a cause"),
    "may_show_ending": Bound(
        "Ask someone to say it’s sorted, or say so ourselves",
        "Only after a complaint is marked fixed",
        "showing an ending",
    ),
    "may_hide": Bound("Hide or report a post", "Only abuse. Never a complaint.", "hiding a post"),
}


STALE = timedelta(days=180)  # after that somebody should look whether a fact is still so


class Fact(NamedTuple):
    """One thing everyone at the counter should know."""

    id: str
    title: str
    text: str
    topics: tuple[str, ...]
    checked_by: str  # a name
    checked_at: datetime

    def is_stale(self, now: datetime) -> bool:
        """Nobody has checked it for half a year."""
        return now - self.checked_at >= STALE


class PlaceAims(NamedTuple):
    """What the shop wants at one place, where that is another time than elsewhere."""

    place: str  # what a platform's key ends with: "google", also of what a mail told of ("mail.google")
    answer_hours: int
    ending_days: int


class Aims(NamedTuple):
    """How soon the shop wants to answer: never a score of a person."""

    answer_hours: int  # opening hours until the first answer
    ending_days: int  # until an ending that everybody can see
    places: tuple[PlaceAims, ...] = ()  # those with aims of their own

    def at(self, platform: str) -> PlaceAims:
        """What counts at a place: its own, else the shop's."""
        place = platform.rpartition(".")[2]
        own = (one for one in self.places if one.place == place)
        return next(own, PlaceAims(place, self.answer_hours, self.ending_days))


class Voice(NamedTuple):
    """How the shop sounds: a sentence, and examples of what is said and what isn't."""

    sentence: str = ""
    say: tuple[str, ...] = ()
    dont_say: tuple[str, ...] = ()


class Value(NamedTuple):
    """One thing the shop stands for. `is_spoken`: said if asked; else kept out of answers to complaints."""

    text: str
    is_spoken: bool = True


class Correction(NamedTuple):
    """What a person said of a guess; `said` may be what was guessed. Its id is that of the event that tells it."""

    id: str
    conversation: str
    text: str
    guessed: Kind
    said: Kind
    person: str
    person_name: str
    is_owner: bool
    at: datetime
    stars: int | None = None


class Event(NamedTuple):
    """Something a person (or the app, person "") decided. Written once, never changed."""

    id: str
    at: datetime
    person: str
    person_name: str
    subject: str
    kind: str
    body: Mapping[str, object]
