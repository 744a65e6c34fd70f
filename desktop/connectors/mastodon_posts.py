"""What Mastodon-like servers answer, read with care: a status as a RemotePost. Wrong types raise Garbled."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.connectors.answers import Json, mapping, mappings, moment, odd, text, web_address
from desktop.connectors.htmltext import clean, one_line, to_text
from desktop.records import Author, RemotePost, Source

PUBLIC = ("public", "unlisted")


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the statuses of one account's server. `domain` completes the handles of people there."""

    domain: str
    our_id: str

    def handle(self, acct: str) -> str:
        """ "@user@domain" of an acct as the server writes it (people of its own have no domain)."""
        return one_line(f"@{acct}" if "@" in acct else f"@{acct}@{self.domain}")

    def author(self, account: Json) -> Author:
        """The author. The id is the full handle: ids of two servers collide, and this one is for both."""
        acct = text(account, "acct") or text(account, "username")
        handle = self.handle(acct)
        name = one_line(text(account, "display_name", "")) or one_line(text(account, "username", acct))
        url = web_address(text(account, "url", ""))
        return Author("mastodon", handle.removeprefix("@").lower(), handle, name, url)

    def post(self, status: Json, *, is_to_us: bool = False, root: str = "") -> RemotePost:
        """The post of a status. `is_to_us`: it came as a mention. Raises Garbled."""
        account = mapping(status, "account")
        posted_at = moment(status, "created_at")
        remote_id, visibility = text(status, "id"), text(status, "visibility")
        if posted_at is None or not remote_id:
            raise odd("a post without id or time")
        parent = text(status, "in_reply_to_id", "")
        is_ours = text(account, "id") == self.our_id
        mentions = mappings(status, "mentions")
        is_to_us = is_to_us or any(text(who, "id") == self.our_id for who in mentions)
        return RemotePost(
            remote_id=remote_id,
            author=self.author(account),
            text=_words(status),
            posted_at=posted_at,
            uri=text(status, "uri", "")[:2000],
            url=web_address(text(status, "url", "")) or web_address(text(status, "uri", "")),
            parent_remote_id=parent,
            root_remote_id=root or ("" if parent else remote_id),
            source=_source(visibility, is_ours=is_ours, is_to_us=is_to_us, is_reply=bool(parent)),
            is_public=visibility in PUBLIC,
            is_ours=is_ours,
            is_share=bool(mapping(status, "reblog", {})),
            edited_at=moment(status, "edited_at"),
            lang=text(status, "language", "")[:35],
            address=self._address_of(visibility, account, mentions, is_ours),
        )

    def _address_of(self, visibility: str, account: Json, mentions: list[Json], is_ours: bool) -> str:
        """What a reply needs: the visibility, then whom to mention: its writer, or whom we wrote to."""
        whom = [text(who, "acct") for who in mentions if text(who, "id") != self.our_id]
        accts = whom if is_ours else [text(account, "acct")]
        return one_line(" ".join([visibility, *dict.fromkeys(accts)]), 500)


def _words(status: Json) -> str:
    """The text as a reader sees it, a content warning in front; of a picture alone, its description."""
    words = to_text(text(status, "content", ""))
    warning = clean(text(status, "spoiler_text", "")[:2000]).strip()
    if not words:
        pictures = [text(media, "description", "") for media in mappings(status, "media_attachments")]
        words = "\n".join(f"[{one_line(said, 1500) or 'a picture'}]" for said in pictures)
    return f"{warning}\n\n{words}".strip() if warning else words


def _source(visibility: str, *, is_ours: bool, is_to_us: bool, is_reply: bool) -> Source:
    if visibility not in PUBLIC:
        return Source.MESSAGE
    if is_to_us and not is_ours:
        return Source.MENTION
    return Source.COMMENT if is_reply else Source.POST
