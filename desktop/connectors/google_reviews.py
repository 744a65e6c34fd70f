"""What Google answers about reviews, read with care: a review, and our one reply to it, as RemotePosts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from desktop.connectors.answers import Json, mapping, mappings, moment, odd, text, web_address
from desktop.connectors.htmltext import MOST_CHARACTERS, clean, one_line
from desktop.errors import Gone
from desktop.records import Author, RemotePost, Source

REPLY = "/reply"  # added to a review's name: the id of our reply to it
_PART = r"[^/\s?#%]{1,300}"
_NAME = re.compile(rf"accounts/{_PART}/(locations/{_PART}/reviews/{_PART})")
_STARS = {"ONE": 1, "TWO": 2, "THREE": 3, "FOUR": 4, "FIVE": 5}
_TRANSLATED, _ORIGINAL = "(Translated by Google)", "(Original)"
_NO_EDIT = timedelta(seconds=1)

_WHY = {  # Google's PolicyViolation; the list isn't frozen
    "ADVERTISING_AND_SOLICITATION": "it takes it for advertising.",
    "FAKE_ENGAGEMENT": "it takes it for an attempt to change the rating.",
    "ADULT_THEMED": "it finds it too adult.",
    "SEXUALLY_EXPLICIT": "it finds it sexually explicit.",
    "DANGEROUS": "it takes it for something dangerous.",
    "GIBBERISH_AND_REPETITIVE": "it finds it unclear, or too like your other replies.",
    "REPETITIVE": "it is too like your other replies.",
    "UNCLEAR": "it can't make sense of it.",
    "ILLEGAL": "it takes it for something illegal.",
    "OFF_TOPIC": "it finds that it isn't about the visit.",
    "OFFENSIVE": "it finds it offensive.",
    "PERSONAL_INFORMATION": "it thinks there's something private in it, such as a phone number.",
}


def name_of(remote_id: str) -> str:
    """The review that an id belongs to, as part of an address: nothing else gets in there. Raises Gone."""
    name = remote_id.removesuffix(REPLY)
    if not _NAME.fullmatch(name):
        raise Gone("That isn't there any more.", details="not an id of this place")
    return name


def _everybodys(name: str) -> str:
    """The name without the account it was reached through: the same for two sign-ins. Raises Garbled."""
    found = _NAME.fullmatch(name)
    if found is None:
        raise odd("a review without a name")
    return found[1]


def original(words: str) -> str:
    """What somebody wrote, without Google's translation of it before or behind.

    A translation comes and goes and changes with the signed-in person's language: it isn't their words.
    """
    words = words.strip()
    if words.startswith(_TRANSLATED):
        _, mark, theirs = words.partition(f"\n{_ORIGINAL}")
        return theirs.strip() if mark else words
    theirs, _, _ = words.partition(f"\n{_TRANSLATED}")
    return theirs.strip()


def why(violation: str) -> str:
    """Google's reason for turning a reply down, in plain words; "" where it gives none."""
    if not violation or violation.endswith("_UNSPECIFIED"):
        return ""
    return _WHY.get(violation) or f"it names its rule on “{one_line(violation.replace('_', ' ').lower(), 80)}”."


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the reviews of one location. `location` is "locations/2", `page` its page on Google Maps."""

    location: str
    title: str
    page: str

    def posts(self, review: Json) -> tuple[RemotePost, ...]:
        """A review and our reply to it. A reply that Google turned down isn't on the page, so it isn't here either.

        Raises Garbled.
        """
        theirs, ours = self.review(review), self.our_reply(review)
        return (theirs, ours) if ours is not None and not turned_down(review) else (theirs,)

    def seen(self, review: Json) -> tuple[RemotePost, ...]:
        """What everybody sees: our reply only once it is approved. Without a state, what a later answer holds shows."""
        state = text(mapping(review, "reviewReply", {}), "reviewReplyState", "APPROVED")
        return self.posts(review) if state == "APPROVED" else (self.review(review),)

    def review(self, review: Json) -> RemotePost:
        name, posted_at = text(review, "name"), moment(review, "createTime")
        uri = _everybodys(name)
        if posted_at is None:
            raise odd("a review without a time")
        changed_at = moment(review, "updateTime")
        was_edited = changed_at is not None and changed_at - posted_at > _NO_EDIT
        return RemotePost(
            remote_id=name,
            author=_reviewer(mapping(review, "reviewer", {}), uri),
            text=_words(review),
            posted_at=posted_at,
            uri=uri,
            url=web_address(text(review, "reviewReplyUrl", "")) or self.page,
            root_remote_id=name,
            source=Source.REVIEW,
            edited_at=changed_at if was_edited else None,
            stars=_STARS.get(text(review, "starRating", "")),
        )

    def our_reply(self, review: Json) -> RemotePost | None:
        said = mapping(review, "reviewReply", {})
        return self.reply(text(review, "name"), said) if text(said, "comment", "") else None

    def reply(self, name: str, said: Json) -> RemotePost:
        """Our reply to the review of that name; its time is that of its last change."""
        return RemotePost(
            remote_id=name + REPLY,
            author=Author("google", self.location, "", self.title, self.page, key=self.location),
            text=original(clean(text(said, "comment")[:MOST_CHARACTERS])),
            posted_at=moment(said, "updateTime") or datetime.now(UTC),
            uri=_everybodys(name) + REPLY,
            url=self.page,
            parent_remote_id=name,
            root_remote_id=name,
            source=Source.COMMENT,
            is_ours=True,
        )


def turned_down(review: Json) -> dict[str, str]:
    """Our reply's id and why, where Google looked at it and won't show it."""
    said = mapping(review, "reviewReply", {})
    if text(said, "reviewReplyState", "") != "REJECTED":
        return {}
    return {text(review, "name") + REPLY: why(text(said, "policyViolation", ""))}


def _reviewer(reviewer: Json, review: str) -> Author:
    """Google gives reviewers no id, and many are called Anna: each review counts as a person of its own."""
    name = one_line(text(reviewer, "displayName", ""))
    is_hidden = reviewer.get("isAnonymous") is True or not name
    return Author("google", review, "", "A Google user" if is_hidden else name, key=review)


def _words(review: Json) -> str:
    """The words as they were written; of pictures alone, that there are some; nothing for stars alone."""
    words = original(clean(text(review, "comment", "")[:MOST_CHARACTERS]))
    return words or "\n".join("[a picture]" for _ in mappings(review, "reviewMediaItems")[:20])
