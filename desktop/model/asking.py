"""One question to the language model: what leaves, word for word, and the text that comes back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from desktop import conversations, history, settings
from desktop.coach import without_private
from desktop.errors import Garbled, Gone, LoginExpired, Misuse, Offline, Refused, ShopError, Unanswered
from desktop.model.place import ADDRESS, MODEL, Place, is_offered, key_for, place_of
from desktop.shop import Shop

WAIT_S = 60.0
_MOST_BYTES = 256_000
_MOST_WORDS = 4_000  # characters of theirs
TASK = (
    "You help somebody in a small shop to begin a reply. Write an opening that they will rewrite, not a finished"
    " reply: two to four short paragraphs, each on a line of its own, in plain and warm words, in the language of the"
    " message. Wherever a time, an amount, a name, a reason or a promise would stand, put a blank in curly brackets"
    " that says what belongs there, for instance {when} or {what you'll do}. Invent nothing. No heading, no list, no"
    " sign-off."
)
_TRIAL = "The cake we ordered for Saturday wasn't ready when we came, and nobody could say why."


class Message(NamedTuple):
    """Exactly what leaves: `task` and `words` to the model `model` at `place`."""

    place: Place
    model: str
    task: str
    words: str

    def body(self) -> dict[str, object]:
        said = [{"role": "system", "content": self.task}, {"role": "user", "content": self.words}]
        return {"model": self.model, "messages": said, "stream": False}


def message_for(
    shop: Shop, *, about: str, their_text: str, names: Iterable[str] = (), is_whole: bool = False
) -> Message:
    """What would be sent about a conversation. `about`: its kind and situation in a few words; `names`: what is left
    out besides what we find; `is_whole`: nothing is left out. Raises Misuse."""
    text = their_text.strip()[:_MOST_WORDS]
    if not is_whole:
        text = without_private(text, names, settings.get(shop.store, settings.CURRENCY))
    place = place_of(settings.get(shop.store, ADDRESS))
    return Message(place, settings.get(shop.store, MODEL), TASK, f"{about}\nThey wrote:\n{text}")


def trial(address: str, model: str) -> Message:
    """A message with a made-up complaint, for trying it. Raises Misuse."""
    if not model.strip():
        raise Misuse("It needs the name of a model.")
    return Message(place_of(address), model.strip(), TASK, f"Complaint: Late\nThey wrote:\n{_TRIAL}")


def ask(shop: Shop, message: Message, conversation: str = "", wait_s: float = WAIT_S) -> str:
    """Sends it and returns the text that came. For a worker: it may take `wait_s`. Raises ShopError, in sentences
    about a language model."""
    if shop.is_practice or (conversation and not is_offered(shop)):
        raise Misuse("A language model isn't used here.")
    one = conversations.by_id(shop.store, conversation) if conversation else None
    if one is not None and one.is_serious:
        raise Misuse("Something serious begins with the openings made for it, or a blank page.")
    key = key_for(shop, message.place)
    if conversation and not shop.read_only:
        body = {"host": message.place.host, "model": message.model, "characters": len(message.words)}
        with shop.store.writing():
            history.tell(shop.store, shop.by(), conversation, "asked_model", body)
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    trouble: ShopError
    try:
        with shop.web().waiting(read_s=wait_s, whole_s=wait_s, most_bytes=_MOST_BYTES) as web:
            answer = web.post_json(message.place.url, json=message.body(), headers=headers, expect=dict)
        return _text(answer.data, message.place)
    except ShopError as error:
        trouble = _in_our_words(error, message)
    raise trouble


def _text(data: dict[str, object], place: Place) -> str:
    """The words of an answer of chat/completions; a list of pieces is put together."""
    choices = data.get("choices")
    first = choices[0] if isinstance(choices, list) and choices else None
    said = first.get("message") if isinstance(first, dict) else None
    content = said.get("content") if isinstance(said, dict) else None
    if isinstance(content, list):
        pieces = [piece.get("text") for piece in content if isinstance(piece, dict)]
        content = "".join(piece for piece in pieces if isinstance(piece, str))
    if not isinstance(content, str):
        raise Garbled(f"{place.host} doesn't answer as a language model does.")
    if not content.strip():
        raise Garbled("It wrote nothing.", advice="Try again, or begin with one of the others.")
    return content


def _in_our_words(error: ShopError, message: Message) -> ShopError:
    host, details = message.place.host, error.details
    if isinstance(error, LoginExpired):
        advice = "Check the key in Settings, under Language model."
        return Refused(f"{host} doesn't accept the key.", advice=advice, details=details)
    if isinstance(error, Gone):
        advice = "Check both in Settings, under Language model."
        return Refused(
            f"{host} knows no model “{message.model}” at this address.", advice=advice, details=details
        )
    if isinstance(error, Offline):
        advice = (
            "Is it running?"
            if message.place.is_here
            else "Check the connection, and the address in Settings."
        )
        return Offline(f"{host} can't be reached.", advice=advice, details=details)
    if isinstance(error, Unanswered):
        advice = "Nothing is lost. Try again, or begin with one of the others."
        return Unanswered(f"{host} didn't give an answer that we can use.", advice=advice, details=details)
    return error
