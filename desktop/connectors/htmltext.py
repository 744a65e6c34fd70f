"""Somebody else's HTML as plain text. Hostile input is the normal case: never raises, takes linear time.

The standard library's HTMLParser needs quadratic time for some unclosed tags, so tags are found by hand;
it is enough to know what a post may hold (Mastodon's list: p br span a, and from elsewhere blockquote,
lists, code, pre, em, strong, del, ruby). Everything else is dropped and its text kept.
"""

from __future__ import annotations

import html
import re

from desktop.records import TAKEN_OUT

MOST_CHARACTERS = 20_000
_MARKUP = 20  # so many characters of HTML are read for each character of text that may come out
_LONGEST_TAG = 8_192
_LONGEST_LINK = 2_000

_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9-]*")
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]{1,32})\s{0,4}=\s{0,4}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_QUOTED_TAG = re.compile(r"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
_HUGE_NUMBER = re.compile(r"&#0*[0-9]{8,};?")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile(  # control characters, what turns text around (bidi), what is there and can't be seen
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a]"
)
_UNSEEN = re.compile("[\U000e0000-\U000e0fff]")
_UNSEEN_LETTERS = re.compile(  # whole sentences can be written in them; a flag and an ideograph keep what is theirs
    "(\U0001f3f4[\U000e0030-\U000e007a]{2,6}\U000e007f"
    "|[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff][\U000e0100-\U000e01ef])|[\U000e0000-\U000e0fff]"
)
_LETTER = "[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f]"  # alphabets that need nothing unseen inside a word
_SPLITS_A_WORD = re.compile(f"(?<={_LETTER})[\u200c\u200d]+(?={_LETTER})")  # elsewhere they shape letters and emoji
_TRICK = re.compile(  # what has no use but to deceive: it turns letters round, or hides a word from who searches for it
    "[\u202d\u202e\ufff9-\ufffb\U0001d173-\U0001d17a]"
    f"|(?<={_LETTER})[\u034f\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\uffa0]+(?={_LETTER})"
)
_TURNS, _FROM_RIGHT = re.compile("[\u202b\u2067]"), re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_DROPPED = frozenset({"script", "style", "template", "head", "iframe", "object", "noscript", "svg", "math"})
_PARAGRAPHS = frozenset({"p", "blockquote", "ul", "ol", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "table"})
_LINES = frozenset({"div", "li", "tr", "dt", "dd", "section", "article", "figure", "hr"})


def clean(text: str) -> str:
    """Plain text without control characters, invisible ones and bidi overrides; line ends are \\n. It begins with
    TAKEN_OUT where one of them was a trick, so that whoever reads it knows."""
    made = _stripped(text)
    return TAKEN_OUT + made.lstrip() if not made.startswith(TAKEN_OUT) and has_tricks(text) else made


def has_tricks(text: str) -> bool:
    """Whether something unseen in it deceives: not what real writing from right to left, an emoji, a soft hyphen
    or a language without spaces needs."""
    if text.isascii():
        return False
    if _TRICK.search(text) or (_TURNS.search(text) and not _FROM_RIGHT.search(text)):
        return True
    return bool(_UNSEEN.search(text)) and _UNSEEN_LETTERS.sub(r"\1", text) != text


def _stripped(text: str) -> str:
    made = _CONTROL.sub("", _SURROGATE.sub("\ufffd", _LINE_ENDS.sub("\n", text)))
    made = made if made.isascii() else _SPLITS_A_WORD.sub("", made)
    return _UNSEEN_LETTERS.sub(r"\1", made) if _UNSEEN.search(made) else made


def has_odd(text: str) -> bool:
    """Whether `clean` would change the text."""
    if _CONTROL.search(text) or _LINE_ENDS.search(text) or _SURROGATE.search(text) or _SPLITS_A_WORD.search(text):
        return True
    return bool(_UNSEEN.search(text)) and _UNSEEN_LETTERS.sub(r"\1", text) != text


def one_line(text: str, most: int = 200) -> str:
    """A name, a handle: one line of clean text, at most so long."""
    return _cut(" ".join(_stripped(text[: most * 4]).split()), most)


def to_text(source: str, most: int = MOST_CHARACTERS) -> str:
    """The text of an HTML fragment, paragraphs a blank line apart, at most `most` characters, then "…"."""
    writer = _Writer(most)
    at, end, source = 0, min(len(source), most * _MARKUP), source[: most * _MARKUP]
    no_tag_after = end  # from here on there is no ">" any more
    while at < end and not writer.is_full:
        start = source.find("<", at)
        start = end if start < 0 else start
        writer.words(_unescaped(source[at:start]))
        if start == end:
            break
        name = _NAME.match(source, start + 1)
        if name is None and source[start + 1 : start + 2] not in ("!", "?", "/"):
            writer.words("<")  # a bare "<", as in "1 < 2"
            at = start + 1
            continue
        stop = _tag_end(source, start) if start < no_tag_after else -1
        if stop < 0:  # never closed: what follows is text
            no_tag_after = min(no_tag_after, start)
            writer.words("<")
            at = start + 1
            continue
        at = stop
        if name is not None:
            at = _tag(writer, source, start, stop, name.group().lower())
    return writer.text()


def _unescaped(text: str) -> str:
    return html.unescape(_HUGE_NUMBER.sub("\ufffd", text)) if "&" in text else text


def _tag_end(source: str, start: int) -> int:
    """Just behind the tag or comment at `start`; -1 when it has no end. A ">" in quotes doesn't count."""
    if source.startswith("<!--", start):
        stop = source.find("-->", start + 4)
        return stop + 3 if stop >= 0 else -1
    stop = source.find(">", start)
    if stop < 0:
        return -1
    part = source[start:stop]
    if "=" in part and (part.count('"') % 2 or part.count("'") % 2):
        whole = re.match(
            r"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""", source[start : start + _LONGEST_TAG]
        )
        if whole is not None:
            return start + whole.end()
    return stop + 1


def _tag(writer: _Writer, source: str, start: int, stop: int, name: str) -> int:
    """Lets `writer` know of one tag. Returns where to read on: behind the end of what is dropped."""
    if name in _DROPPED:
        close = re.compile(rf"</{name}\b[^>]*>?", re.IGNORECASE).search(source, stop)
        return close.end() if close else len(source)
    attributes: dict[str, str] = {}
    if name in ("a", "span", "img"):
        inside = source[start + 1 + len(name) : min(stop, start + _LONGEST_TAG)]
        for found in _ATTRIBUTE.finditer(inside):
            value = found[2] or found[3] or found[4] or ""
            attributes.setdefault(found[1].lower(), _unescaped(value))
    if name.startswith("/"):
        writer.close(name[1:])
    else:
        writer.open(name, attributes)
    return stop


class _Writer:
    """Text growing line by line. Nothing is nested in here: only counters, so depth costs nothing."""

    def __init__(self, most: int) -> None:
        self._most, self._size = most, 0
        self._parts: list[str] = []
        self._breaks, self._quotes, self._pre = 0, 0, 0
        self._is_space_due = False
        self._lists: list[int] = []  # numbers of ordered lists, -1 for unordered ones
        self._spans: list[bool] = []  # open spans, True where they are invisible
        self._hidden = 0
        self._link, self._link_at, self._is_elided = "", -1, False

    @property
    def is_full(self) -> bool:
        return self._size > self._most * 2

    def words(self, text: str) -> None:
        if not text or (self._hidden and self._link_at < 0):
            return
        if self._pre:
            for count, line in enumerate(text.split("\n")):
                self._breaks = max(self._breaks, 1) if count else self._breaks
                self._put(line)
            return
        flat = _SPACES.sub(" ", text)
        if flat[0] == " ":
            self._is_space_due = True
            flat = flat[1:]
        if flat:
            ends = flat[-1] == " "
            self._put(flat[:-1] if ends else flat)
            self._is_space_due = ends

    def _put(self, text: str) -> None:
        if not text:
            return
        if self._breaks and self._parts:
            self._add("\n" * self._breaks)
        elif self._is_space_due and self._parts:
            self._add(" ")
        if self._quotes and (self._breaks or not self._parts):
            self._add("> " * min(self._quotes, 3))
        self._breaks, self._is_space_due = 0, False
        self._add(text)

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._size += len(text)

    def open(self, name: str, attributes: dict[str, str]) -> None:
        if name == "br":
            self._breaks = min(self._breaks + 1, 2)
        elif name == "a":
            self._end_link()
            words = attributes.get("class", "").split()
            href = attributes.get("href", "")
            is_address = href.startswith(("https://", "http://")) and len(href) <= _LONGEST_LINK
            self._link = href if is_address and "mention" not in words and "hashtag" not in words else ""
            self._link_at = len(self._parts)
        elif name == "span":
            words = attributes.get("class", "").split()
            is_hidden = "invisible" in words
            self._is_elided |= is_hidden or "ellipsis" in words
            self._spans.append(is_hidden)
            self._hidden += is_hidden
        elif name == "img":
            self.words(attributes.get("alt", ""))
        else:
            self._block(name)
            self._quotes += name == "blockquote"
            self._pre += name == "pre"
            self._item(name)

    def _item(self, name: str) -> None:
        if name in ("ul", "ol"):
            self._lists.append(0 if name == "ol" else -1)
        elif name == "li":
            if self._lists and self._lists[-1] >= 0:
                self._lists[-1] += 1
                self._put(f"{self._lists[-1]}.")
            else:
                self._put("•")
            self._is_space_due = True

    def close(self, name: str) -> None:
        if name == "a":
            self._end_link()
        elif name == "span" and self._spans:
            self._hidden -= self._spans.pop()
        elif name not in ("br", "span"):
            self._block(name)
            self._quotes -= name == "blockquote" and self._quotes > 0
            self._pre -= name == "pre" and self._pre > 0
            if name in ("ul", "ol") and self._lists:
                self._lists.pop()

    def _block(self, name: str) -> None:
        if name in _PARAGRAPHS or name in _LINES:
            self._end_link()
            is_paragraph = name in _PARAGRAPHS and not (name in ("ul", "ol") and self._lists)
            self._breaks = max(self._breaks, 2 if is_paragraph else 1)

    def _end_link(self) -> None:
        """An address that was shortened for the eye is put back in full."""
        if self._link and self._is_elided and len(self._parts) > self._link_at:
            lead = self._parts[self._link_at]
            del self._parts[self._link_at + (not lead.strip()) :]
            self._parts.append(self._link)
            self._size += len(self._link)
        self._link, self._link_at, self._is_elided = "", -1, False

    def text(self) -> str:
        self._end_link()
        lines = (line.rstrip() for line in clean("".join(self._parts)).split("\n"))
        return _cut(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip(), self._most)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
