"""Posting to Threads in two steps: a container that nobody sees, and its publication, which happens once.

The container's id is kept under the reply's key before it is published. A repeat after a broken connection or a
crash finds it, asks what became of it, and publishes it only if it wasn't.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.connectors import Keys
from desktop.connectors.answers import mapping, mappings, number, text
from desktop.connectors.graph import Graph, id_of, path_of, unclear
from desktop.errors import Garbled, Gone, Refused, ShopError, SlowDown, Unanswered
from desktop.records import RemotePost

_KEPT = "containers"  # among the account's keys: "KEY=ID KEY=ID", the newest last
_MOST_KEPT = 10  # Threads forgets them after a day; 10 of them fit an entry of any password store
_SOON_S, _LATER_S = 30.0, 3600.0


class Publisher:
    """`standing`: finds what a container became among our own posts; None while it can't be seen."""

    def __init__(self, graph: Graph, keys: Keys, standing: Callable[[], RemotePost | None]) -> None:
        self._graph, self._keys, self._standing = graph, keys, standing

    def publish(self, parent_id: str, words: str, key: str) -> RemotePost | str:
        """The post, or its id, once it is out. Raises SlowDown where nothing is out yet, Unanswered in doubt."""
        container = self._kept().get(key, "")
        if container:
            status = self._status(container)
            if status == "PUBLISHED":
                return self._published()
            if status == "IN_PROGRESS":
                raise SlowDown(f"{self._graph.place} is still preparing it.", seconds=_SOON_S)
            if status in ("ERROR", "EXPIRED"):
                container = ""
        if not container:
            self._check_quota()
            container = self._made(parent_id, words)
            self._keep(key, container)
        return self._out(container)

    def _out(self, container: str) -> RemotePost | str:
        try:
            made = self._graph.post("me/threads_publish", {"creation_id": container})
            return id_of(made, self._graph.place)
        except Unanswered:
            try:
                is_out = self._status(container) == "PUBLISHED"
            except ShopError:
                is_out = False
            if not is_out:
                raise
        except Gone:  # of a container: it wasn't ready, or it is used up
            raise unclear(self._graph.place, "the container isn't there") from None
        return self._published()

    def _published(self) -> RemotePost:
        there = self._standing()
        if there is None:
            words = f"{self._graph.place} says it is posted, but doesn’t show it to us yet."
            raise Unanswered(words, details="container status PUBLISHED")
        return there

    def _made(self, parent_id: str, words: str) -> str:
        """A container. Nobody sees it: when no answer comes, nothing was posted, and a new one does no harm."""
        form = {"media_type": "TEXT", "text": words, "reply_to_id": path_of(parent_id)}
        try:
            return id_of(self._graph.post("me/threads", form), self._graph.place)
        except Unanswered as error:
            words = f"{self._graph.place} didn’t answer. Nothing was posted."
            raise SlowDown(words, seconds=_SOON_S, details=error.details) from None

    def _status(self, container: str) -> str:
        """What became of a container; "EXPIRED" where Threads doesn't know it any more."""
        try:
            return text(
                self._graph.get(path_of(container), {"fields": "id,status,error_message"}), "status", ""
            )
        except Gone:
            return "EXPIRED"

    def _check_quota(self) -> None:
        """Threads allows so many replies a day. Where it doesn't say, posting itself will."""
        try:
            told = self._graph.get(
                "me/threads_publishing_limit", {"fields": "reply_quota_usage,reply_config"}
            )
            counts = mappings(told, "data")
            used = number(counts[0], "reply_quota_usage", 0) if counts else 0
            most = number(mapping(counts[0], "reply_config", {}), "quota_total", 0) if counts else 0
        except (Refused, Garbled):
            return
        if most and used >= most:
            words = f"{self._graph.place} allows {most:,} replies a day, and they are used up."
            raise SlowDown(words, seconds=_LATER_S)

    # ---- what was made for which reply -------------------------------------------------------------

    def _kept(self) -> dict[str, str]:
        pairs = (pair.partition("=") for pair in self._keys.get(_KEPT, "").split())
        return {key: container for key, _, container in pairs}

    def _keep(self, key: str, container: str) -> None:
        def added(kept: Mapping[str, str]) -> dict[str, str]:
            pairs = [*kept.get(_KEPT, "").split(), f"{key}={container}"]
            return {_KEPT: " ".join(pairs[-_MOST_KEPT:])}

        while self._kept().get(key) != container:  # somebody else's container may have been kept meanwhile
            self._keys.renew(_KEPT, added)
