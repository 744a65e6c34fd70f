"""A text as it is read: folded, so that it counts the same however it was typed. Needs no numpy.

Case, accents, digits, links, handles and letters drawn out ("soooo") count the same, for customers type as it comes.
"""

from __future__ import annotations

import re
import unicodedata

from desktop.language.text import visible

READ = 2_000  # characters of one text that are read: the beginning and the end of a longer one

_LINK = re.compile(r"https?://\S{1,400}|www\.\S{1,400}|<url>")
_MAIL = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{1,60}|<email>")
_HANDLE = re.compile(r"@[\w][\w.@-]{0,60}|<user>")
_DRAWN_OUT = re.compile(r"(.)\1\1+", re.DOTALL)
_SHOUTED = re.compile(r"(?<!\w)[A-ZÄÖÜÀ-Þ]{3,}(?!\w)")

_FOLDED = {
    code: unicodedata.normalize("NFKD", chr(code)).encode("ascii", "ignore").decode()
    for code in range(0xC0, 0x250)
    if unicodedata.normalize("NFKD", chr(code)).encode("ascii", "ignore")
}
_SAME = str.maketrans(
    {
        **_FOLDED,
        **dict.fromkeys("’‘ʼ´`", "'"),
        **dict.fromkeys("“”„«»", '"'),
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
    }
    | dict.fromkeys("123456789", "0")
    | dict.fromkeys("\n\r\t\v\f\x85\u00a0\u202f\u2028\u2029", " ")
)


def told(text: str, stars: int | None = None, *, is_later: bool = False) -> str:
    """The text as it is read: folded, with marks for what folding would lose and for what else is known."""
    text = visible(text)
    if len(text) > READ:
        text = text[: READ // 2] + " " + text[-READ // 2 :]
    known = (f" \x05{stars}" if stars else "") + (" \x05p" if is_later else "")
    return folded(text) + _marks(text) + known


def folded(text: str) -> str:
    """Letters as they are compared: lower case, no accents, any digit a nought, links and handles one mark each."""
    low = text.lower()
    if "@" in low or "/" in low or "<" in low or "www." in low:
        low = _HANDLE.sub(" \x02 ", _MAIL.sub(" \x03 ", _LINK.sub(" \x01 ", low)))
    low = _DRAWN_OUT.sub(r"\1\1", low.translate(_SAME))
    return " ".join(low.split())


def _marks(text: str) -> str:
    """Letters beyond a to z, capitals, marks in rows, and the length, as words of their own."""
    marks = ""
    if not text.isascii():
        beyond = {char for char in text.lower() if "\x7f" < char < "\u0250"}
        marks = "".join(f" \x04{char}" for char in sorted(beyond))
    if not text.islower() and len(_SHOUTED.findall(text)) > 2:
        marks += " \x06c"
    if text.count("!") > 2:
        marks += " \x06e"
    if "?" in text[-12:]:
        marks += " \x06q"
    return marks + f" \x06{min(len(text), 400).bit_length()}"
