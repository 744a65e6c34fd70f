"""A language model's server on this computer, as chat/completions answers (OpenAI, Ollama, llama.cpp)."""

from __future__ import annotations

from typing import Any

from desktop import model
from desktop.pace import Pace
from desktop.shop import Shop
from desktop.vault import SessionVault
from desktop.web import Web
from tests.desktop.little_server import LittleServer, Says

TEXT = (
    "Dear Marta,\n\nEleven people and no pudding is not what a birthday is for. It happened because our oven broke on"
    " Friday.\n\nWe will refund you €24 by 5 pm today, and Ines will ring you on 07700 900123.\n\nKind regards,\n"
    "The Bakery Team"
)


def completion(text: object = TEXT, **more: Any) -> Says:
    """A good answer, with all that comes around the words."""
    return Says(
        {
            "id": "chatcmpl-7f3", "object": "chat.completion", "created": 1749888000, "model": "llama3.2:latest",
            "system_fingerprint": "fp_ollama",
            "choices": [{"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": 190, "completion_tokens": 74, "total_tokens": 264},
        },
        **more,
    )  # fmt: skip


def turn_on(shop: Shop, server: LittleServer, key: str = "") -> None:
    """The owner offers it, at the little server's address."""
    shop.web = lambda: Web(connect_s=2, read_s=0.5, pace=Pace())
    shop.vault = SessionVault()
    model.choose(shop, is_on=True, address=f"{server.url}/v1", model="llama3.2")
    if key:
        model.keep_key(shop, model.place_of(server.url), key)
