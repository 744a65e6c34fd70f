"""The work that `tests.bench.crash` kills, and what is looked at after each kill."""

from __future__ import annotations

import json
import queue
import random
import re
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desktop import accounts, collect, connecting, counter, deliver, forgetting, keys, outbox, sealing
from desktop.driver import Key
from desktop.keys import Cost
from desktop.pace import Pace
from desktop.records import ReplyState
from desktop.shop import Shop
from desktop.store import FILE_NAME, SCHEMA, Store
from desktop.vault import SessionVault
from desktop.web import Web
from desktop.writing import Writing
from tests.bench import old_shop, sound
from tests.bench.crash_hands import UNANSWERED
from tests.bench.forgetting import bring
from tests.desktop.connectors.test_mastodon_live import Town
from tests.fixtures_shop import open_counter
from tests.stories.typist import ROOT, Writer

MOST_LOST = 5.0  # seconds of writing that a kill may cost (design 5.7)
PASSWORD = "patient kettles by the harbour"
HEAD = f"{'while':<12} {'shop':<10} {'kills':>6} {'mid-work':>9} {'lost':>5} {'draft lost s':>13} {'open again ms':>16}"


@dataclass
class Tally:
    """What the kills of one kind of work in one kind of shop did."""

    work: str
    shop: str
    kills: int = 0
    in_the_middle: int = 0  # a transaction, a request or an upgrade was under way
    lost: list[str] = field(default_factory=list)
    draft_s: float = 0.0
    opening_s: list[float] = field(default_factory=list)

    def line(self) -> str:
        times = sorted(self.opening_s) or [0.0]
        opened = f"{statistics.median(times) * 1000:.0f} to {times[-1] * 1000:.0f}"
        draft = f"{self.draft_s:.2f}" if self.work == "typing" else "-"
        return (
            f"{self.work:<12} {self.shop:<10} {self.kills:>6} {self.in_the_middle:>9} {len(self.lost):>5} "
            f"{draft:>13} {opened:>16}"
        )


class Worker:
    """A process of `crash_hands`; `said` is what it told so far."""

    def __init__(self, work: str, folder: Path, told: dict[str, str]) -> None:
        command = [sys.executable, "-m", "tests.bench.crash_hands", work, str(folder)]
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self._process = subprocess.Popen(command, cwd=ROOT, text=True, **pipes)
        self.said: list[list[str]] = []
        self._heard: queue.Queue[str] = queue.Queue()
        self._ears = threading.Thread(target=self._listen, daemon=True)
        self._ears.start()
        assert self._process.stdin
        self._process.stdin.write(json.dumps(told) + "\n")
        self._process.stdin.flush()

    def _listen(self) -> None:
        assert self._process.stdout
        with self._process.stdout as lines:
            for line in lines:
                self.said.append(line.split(" ", 1) if line.startswith("asks") else line.split())
                self._heard.put(self.said[-1][0])

    def hear(self, word: str) -> None:
        """Waits until it says this."""
        while self._heard.get(timeout=60) != word:
            pass

    def let_work(self, seconds: float) -> None:
        """So long; it mustn't end by itself."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
            raise AssertionError("it ended by itself")

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        self._ears.join()
        assert self._process.stdin
        with suppress(BrokenPipeError):
            self._process.stdin.close()

    def told(self, word: str) -> list[str]:
        return [line[1].strip() for line in self.said if line[0] == word and len(line) > 1]


class Kind:
    """One kind of work in one kind of shop. `round` is one kill and all that is looked at after it."""

    work = ""

    def __init__(self, folder: Path, key: Key | None, chance: random.Random) -> None:
        self.folder, self.key, self.chance = folder, key, chance
        self.tally = Tally(self.work, "protected" if key else "plain")

    def round(self) -> None:
        raise NotImplementedError

    def lost(self, what: str) -> None:
        self.tally.lost.append(what)

    def sound(self, when: str) -> None:
        for trouble in sound.troubles(self.folder, self.key):
            self.lost(f"{when}: {trouble}")

    def opened(self, **more: Any) -> Shop:
        began = time.perf_counter()
        shop = Shop.open(self.folder, key=self.key, **more)
        self.tally.opening_s.append(time.perf_counter() - began)
        self.tally.kills += 1
        return shop

    def told(self) -> dict[str, str]:
        return {"account": "", "token": "", "key": self.key.raw().hex() if self.key else ""}


class AtTheServer(Kind):
    """Work with a Mastodon server: the shop is @shop there, Carla writes to it."""

    def __init__(self, folder: Path, key: Key | None, chance: random.Random, server: Mapping[str, Any]) -> None:
        super().__init__(folder, key, chance)
        self.server, self.vault = server, SessionVault()
        self.token = server["accounts"]["shop"]["token"]
        self.mark = f"{self.work}-{self.tally.shop}"
        self.written: dict[str, str] = {}  # remote id -> words
        protected(folder, key)
        with closing(self._open()) as shop:
            shop.found_with("Corner Shop", "Ines")
            fields = {"server": server["url"], "token": self.token}
            self.account = connecting.sign_in(shop, "mastodon", fields).id

    def _open(self) -> Shop:
        return Shop.open(self.folder, key=self.key, vault=self.vault, web=patient_web)

    def told(self) -> dict[str, str]:
        mark = f"{self.mark}-{self.tally.kills}"
        return {**super().told(), "account": self.account, "token": self.token, "mark": mark}

    @contextmanager
    def town(self) -> Iterator[Town]:
        """By connections of its own: the server closes those that were quiet for a while."""
        with patient_web() as web:
            yield Town(dict(self.server), web)

    def writes(self) -> None:
        words = f"@shop {self.mark} {len(self.written)}: the tart was raw in the middle, and nobody picked up."
        with self.town() as town:
            self.written[town.says("customer", words)] = words

    def at_work(self, *, seconds: float, is_writing: bool) -> Worker:
        """Somebody at work, killed after so long; every fifth while still opening the shop."""
        worker = Worker(self.work, self.folder, self.told())
        worker.hear("begins" if self.tally.kills % 5 == 4 else "open")
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if is_writing:
                self.writes()
            worker.let_work(min(0.03, left))
        worker.kill()
        return worker

    def ours(self) -> Counter[str]:
        """The marks of what stands there under our name."""
        me, query, found = {"Authorization": f"Bearer {self.token}"}, {"limit": "40"}, list[str]()
        with self.town() as town:
            who = town.web.get_json(f"{town.url}/api/v1/accounts/verify_credentials", headers=me).data["id"]
            while page := town.web.get_json(f"{town.url}/api/v1/accounts/{who}/statuses", query, me).data:
                found += [re.sub("<[^>]+>", "", one["content"]) for one in page]
                query["max_id"] = page[-1]["id"]
        return Counter(mark[0] for words in found if (mark := re.search(rf"{self.mark}\S*", words)))


class Collecting(AtTheServer):
    """Nothing that was said to be stored is gone, and nothing that was written is missed or there twice."""

    work = "collecting"

    def round(self) -> None:
        worker = self.at_work(seconds=self.chance.uniform(0.0, 1.2), is_writing=True)
        self.tally.in_the_middle += worker.said[-1][0] != "idle"
        self.sound("after the kill")
        with closing(Store(self.folder / FILE_NAME, read_only=True, key=self.key)) as store:
            kept = store.value("select count(*) from posts")
        if (stored := max(map(int, worker.told("stored")), default=0)) > kept:
            self.lost(f"{stored - kept} posts that were stored")
        with closing(self.opened(vault=self.vault, web=patient_web)) as shop:
            result = collect.collect(shop, self.account)
            if result.trouble is not None:
                self.lost(f"the next check: {result.trouble}")
            found = Counter(row[0] for row in shop.store.rows("select remote_id from posts where not is_ours"))
            if missed := self.written.keys() - found.keys():
                self.lost(f"{len(missed)} messages were never fetched")
            if any(count > 1 for count in found.values()):
                self.lost("a message is stored twice")
        self.sound("after the next check")
        if self.ours():
            self.lost("something was posted that nobody asked for")


class Posting(AtTheServer):
    """What was in the outbox is there, is on the page once in the end, and nothing else is."""

    work = "posting"
    ENOUGH = 40  # answers that nobody gives in one go

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.asked, self.taken = set[str](), dict[str, str]()  # marks; replies -> marks

    def round(self) -> None:
        with closing(self._open()) as shop:
            lacking = self.ENOUGH - len(shop.store.rows(UNANSWERED))
            for _ in range(lacking if lacking > self.ENOUGH // 2 else 0):
                self.writes()
            collect.collect(shop, self.account)
        worker = self.at_work(seconds=self.chance.uniform(0.0, 1.2), is_writing=False)
        new = [words.split()[0] for words in worker.told("asks")]
        self.asked |= set(new)
        acknowledged = dict(zip(worker.told("has"), new, strict=False))
        self.taken |= acknowledged
        self.sound("after the kill")
        self._claims(worker, acknowledged)
        with closing(self.opened(vault=self.vault, web=patient_web)) as shop:
            self._as_after_a_start(shop)
            self._all_went_once(shop)
        self.sound("after what followed")

    def _claims(self, worker: Worker, acknowledged: dict[str, str]) -> None:
        """What the file says of each reply, against the page, before anybody mends it."""
        there = self.ours()
        with closing(Store(self.folder / FILE_NAME, read_only=True, key=self.key)) as store:
            states = {row[0]: (row[1], row[2]) for row in store.rows("select id, state, text from replies")}
        self.tally.in_the_middle += any(state == "sending" for state, _ in states.values())
        for state, words in states.values():
            if state == "posted" and not there[words.split()[0]]:
                self.lost(f"said to be posted, and isn't: {words}")
        for reply in acknowledged.keys() - states.keys():
            self.lost(f"a reply in the outbox is gone: {acknowledged[reply]}")
        done = [line for line in worker.said if line[0] == "is" and line[2] == "posted"]
        for _, reply, _ in done:
            if states.get(reply, ("gone", ""))[0] != "posted":
                self.lost(f"was posted, and isn't known any more: {acknowledged.get(reply)}")

    def _as_after_a_start(self, shop: Shop) -> None:
        """What the window does by itself; then what a person does about what is left."""
        deliver.look_for_unsure(shop)
        for reply in outbox.pending(shop.store):
            if reply.state is ReplyState.WAITING:
                counter.send_now(shop, reply.id)
        deliver.deliver_due(shop)
        there = self.ours()
        for reply in outbox.pending(shop.store):
            if reply.state is ReplyState.UNSURE and not there[reply.text.split()[0]]:
                counter.it_isnt_send_it(shop, reply.id)
            elif reply.state is ReplyState.UNSURE:
                self.lost(f"it is there, and wasn't found: {reply.text}")
        deliver.deliver_due(shop)

    def _all_went_once(self, shop: Shop) -> None:
        there = self.ours()
        for mark, count in there.items():
            if count > 1:
                self.lost(f"posted {count} times: {mark}")
            if mark not in self.asked:
                self.lost(f"posted, and nobody asked: {mark}")
        for reply, mark in self.taken.items():
            found = outbox.by_id(shop.store, reply)
            if found is None or found.state is not ReplyState.POSTED or not there[mark]:
                self.lost(f"never went: {mark} ({found.state if found else 'gone'})")


class Typing(Kind):
    """The real window: what stood in the composer for five seconds is kept, in order."""

    work = "typing"

    def __init__(self, folder: Path, key: Key | None, chance: random.Random) -> None:
        super().__init__(folder, key, chance)
        at = open_counter(folder)
        at.hear("Charged twice and the tart was raw in the middle.")
        with at.shop.store.writing():
            for account in accounts.all(at.shop.store):
                accounts.remove(at.shop.store, account.id)
        at.shop.close()
        protected(folder, key)
        self._word = 0

    def round(self) -> None:
        writer = Writer.begin(self.folder, self._word, key=self.key)
        writer.hear()
        killed_at = writer.kill_after(self.chance.uniform(0.0, 7.0))
        self._word = int(writer.said[-1][1][1:]) + 1
        self.sound("after the kill")
        with closing(self.opened(vault=SessionVault())) as shop:
            bodies = shop.store.rows("select body from drafts")
            kept = " ".join(Writing.from_json(row[0]).plain() for row in bodies).split()
            if not shop.found_unclean:
                self.lost("the start doesn't know that the end was no good one")
        if kept != sorted(kept, key=lambda word: int(word[1:])):
            self.lost("the words are in another order")
        for at, word in writer.said:
            if word not in kept:
                self.tally.draft_s = max(self.tally.draft_s, killed_at - at)
                if killed_at - at > MOST_LOST:
                    self.lost(f"{word}, written {killed_at - at:.1f} s before")
        self.tally.in_the_middle += any(word not in kept for _, word in writer.said)
        if self._word > 400:
            self._begin_anew()

    def _begin_anew(self) -> None:
        with closing(Shop.open(self.folder, key=self.key, vault=SessionVault())) as shop, shop.store.writing():
            shop.store.write("delete from drafts")
        self._word = 0


class Migrating(Kind):
    """An old file is as it was, or brought up to date whole; the next start has all of it."""

    work = "migrating"

    def __init__(self, folder: Path, key: Key | None, chance: random.Random, posts: int) -> None:
        super().__init__(folder, key, chance)
        self._old = {version: folder.with_name(f"{folder.name}-{version}") for version in (1, 5, old_shop.LAST)}
        for version, old in self._old.items():
            old_shop.make_old(old, version, posts, folder.parent)
            protected(old, key)
        self._took = self._time(old_shop.LAST)

    def _time(self, version: int) -> float:
        """Seconds from its first word until the file is open."""
        self._lay_out(version)
        worker = Worker(self.work, self.folder, self.told())
        worker.hear("begins")
        began = time.monotonic()
        worker.hear("open")
        took = time.monotonic() - began
        worker.kill()
        return took

    def _lay_out(self, version: int) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self._old[version], self.folder)

    def round(self) -> None:
        version = self.chance.choice(list(self._old))
        self._lay_out(version)
        path = self.folder / FILE_NAME
        before, shape = old_shop.told(path, self.key)
        worker = Worker(self.work, self.folder, self.told())
        worker.hear("begins")
        worker.let_work(self.chance.uniform(0.0, self._took * 1.1))
        worker.kill()
        self.tally.in_the_middle += ["open"] not in worker.said
        with closing(self.opened(vault=SessionVault())) as shop:
            if (now := shop.store.value("pragma user_version")) != SCHEMA:
                self.lost(f"it stayed at schema {now}")
        self.sound("after the next start")
        after, _ = old_shop.told(path, self.key, shape)
        for table, rows in before.items():
            if missing := Counter(rows) - Counter(after[table]):
                self.lost(f"{missing.total()} rows of {table} (from schema {version})")
        for copy in (self.folder / "backups").glob("*.db"):
            with closing(Store(copy, read_only=True, key=self.key)) as store:
                if store.health() != "ok":
                    self.lost(f"{copy.name} is no good copy")


class Forgetting(Kind):
    """Who was said to be forgotten stays forgotten, nobody else loses a word, and once the file was wiped behind them
    no file of the shop says theirs (but for the one that can bring them back)."""

    work = "forgetting"
    _LONGEST = 1.5  # seconds of work before a kill

    def __init__(self, folder: Path, key: Key | None, chance: random.Random, posts: int) -> None:
        super().__init__(folder, key, chance)
        self._fresh, self._forgotten = folder.with_name(f"{folder.name}-fresh"), set[str]()
        protected(self._fresh, None)
        with closing(Shop.open(self._fresh, vault=SessionVault())) as shop:
            shop.found_with("Corner Shop", "Ines")
            bring(shop, folder.with_name("said.csv"), posts // 10)
        protected(self._fresh, key)
        with closing(Store(self._fresh / FILE_NAME, read_only=True, key=key)) as store:
            self._said = self._words(store)
        self._lay_out()

    def _lay_out(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self._fresh, self.folder)
        self._forgotten.clear()

    def _words(self, store: Store) -> dict[str, Counter[str]]:
        """What each has said."""
        found: dict[str, Counter[str]] = {}
        for name, text in store.rows("select a.name, p.text from posts p join authors a on a.id = p.author"):
            found.setdefault(name, Counter())[text] += 1
        return found

    def round(self) -> None:
        worker = Worker(self.work, self.folder, self.told())
        worker.hear("open")
        worker.let_work(self.chance.uniform(0.0, self._LONGEST))
        worker.kill()
        asked, has = worker.told("asks"), worker.told("has")
        self._forgotten.update(has)
        self.tally.in_the_middle += asked != worker.told("is")
        self.sound("after the kill")
        with closing(self.opened(vault=SessionVault())) as shop:
            now = self._words(shop.store)
            for name, words in self._said.items():
                if name in self._forgotten and name in now:
                    self.lost(f"{name} is here again")
                elif name not in self._forgotten and now.get(name, words if name in asked else None) != words:
                    self.lost(f"of {name} something is missing")
            if not forgetting.clean(shop):
                self.lost("it couldn't be wiped, though nobody else was there")
            gone = self._said.keys() - now.keys()
        self.sound("after wiping")
        if one := self._readable(gone):
            self.lost(f"{one} can be read")
        self._forgotten.update(gone)
        if len(self._forgotten) > len(self._said) // 20:
            self._lay_out()

    def _readable(self, gone: Iterable[str]) -> str:
        """Which of their words is in which file."""
        signs = [(begins + name[6:11]).encode() for name in gone for begins in ("qwixel", "gurkjosal")]
        for path in sorted(self.folder.rglob("*")):
            if path.is_file() and path.parent.name != "forgotten":
                data = path.read_bytes().lower()
                if found := next((sign for sign in signs if sign in data), b""):
                    return f"{found.decode()} in {path.name}"
        return ""


def protected(folder: Path, key: Key | None) -> None:
    """Puts a folder under this key, if any; where there is no shop yet, one is made first."""
    if not (folder / FILE_NAME).exists():
        Shop.open(folder, vault=SessionVault()).close()
    if key is not None:
        file = keys.with_password(keys.begun()[0], key, "ines", PASSWORD, datetime.now(UTC), Cost(1, 8, 1))
        sealing.protect(folder, file, key)


def patient_web() -> Web:
    """It doesn't remember, from one job to the next, that a server asked it to wait."""
    return Web(pace=Pace())
