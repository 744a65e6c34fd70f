"""Who is killed in `tests.bench.crash`: a process that works through the shop's own doors and tells what is done.

Run as `python -m tests.bench.crash_hands WHAT FOLDER`; a line of JSON on standard input says the rest. Each line it
prints stands for something that a person would take as done by then: it must never be lost afterwards.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from desktop import accounts, collect, counter, deliver, forgetting, outbox
from desktop.driver import Key
from desktop.shop import Shop
from desktop.vault import SessionVault
from desktop.writing import Writing

UNANSWERED = (
    "select id from conversations c where is_public and done_at is null "
    "and not exists(select 1 from replies r where r.conversation = c.id) order by rid"
)


def main() -> None:
    what, folder = sys.argv[1:]
    told = json.loads(sys.stdin.readline())
    vault = SessionVault()
    vault.save(told["account"], {"token": told["token"]})
    key = Key(bytes.fromhex(told["key"])) if told["key"] else None
    say("begins")
    shop = Shop.open(Path(folder), vault=vault, key=key)
    say("open")
    WORK[what](shop, told)
    say("idle")
    sys.stdin.readline()  # until the kill


def say(*words: object) -> None:
    print(*words, flush=True)


def collecting(shop: Shop, told: Mapping[str, str]) -> None:
    """Fetches again and again, while somebody writes there."""
    while True:
        collect.collect(shop, told["account"])
        say("stored", shop.store.value("select count(*) from posts"))


def posting(shop: Shop, told: Mapping[str, str]) -> None:
    """Answers one conversation after the other, each with words of its own."""
    for number, row in enumerate(shop.store.rows(UNANSWERED)):
        words = f"{told['mark']}-{number} We are sorry, and it is put right."
        say("asks", words)
        reply = counter.post(shop, row["id"], Writing.typed(words))
        say("has", reply.id)
        counter.send_now(shop, reply.id)
        deliver.deliver_due(shop)
        found = outbox.by_id(shop.store, reply.id)
        say("is", reply.id, found.state.value if found else "gone")


def migrating(shop: Shop, _told: Mapping[str, str]) -> None:
    """Opening was the work."""
    say("has", len(accounts.all(shop.store)))


def forgetting_people(shop: Shop, _told: Mapping[str, str]) -> None:
    """Forgets one person after the other, and wipes what the file still holds of them."""
    for author, name in shop.store.rows("select id, name from authors where name like 'Qwixel%' order by id"):
        say("asks", name)
        forgetting.forget(shop, [author])
        say("has", name)
        forgetting.clean(shop)
        say("is", name)


WORK: Mapping[str, Callable[[Shop, Mapping[str, str]], None]] = {
    "collecting": collecting,
    "posting": posting,
    "migrating": migrating,
    "forgetting": forgetting_people,
}

if __name__ == "__main__":
    main()
