"""Google Takeout of a business profile: the one export that holds what customers wrote, with our replies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from desktop.connectors.google_reviews import Reader
from desktop.connectors.htmltext import one_line
from desktop.errors import ShopError, Unreadable
from desktop.imports.files import Files
from desktop.imports.items import LONGEST, Archive, Broken, Item, Me
from desktop.imports.jsons import whole

# The folders above are translated.
_REVIEWS = re.compile(r"(?:^|/)(location-[^/]+)/reviews(?:-[^/]*)?\.json$", re.IGNORECASE)
_LOCATION = re.compile(r"accounts/[^/\s]{1,300}/(locations/[^/\s]{1,300})/reviews/")
_MOST = 32 << 20  # bytes of a file of about twenty reviews
_TITLES = ("title", "locationName", "businessName", "name")


class Takeout(Archive):
    key: ClassVar[str] = "google"
    name = "Google Takeout, reviews"
    platform: ClassVar[str] = "google"

    def __init__(self, files: Files) -> None:
        """Raises Unreadable."""
        self._files = files
        self._of: dict[str, list[str]] = {}  # "locations/2": its files
        for names in _folders(files).values():
            self._of.setdefault(self._location(names), []).extend(names)
        self._of.pop("", None)
        if not self._of:
            raise Unreadable("There are no reviews in that Takeout that say which place they are about.")
        self._mine = tuple(Me(one, title, title) for one, title in ((n, self._title(n)) for n in self._of))

    @staticmethod
    def fits(files: Files) -> bool:
        return any(_REVIEWS.search(name) for name in files.names)

    @property
    def mine(self) -> tuple[Me, ...]:
        return self._mine

    def items(self, me: Me) -> Iterator[Item | Broken]:
        reader = Reader(me.remote_id, me.name, me.page)
        for name in self._of[me.remote_id]:
            short = "/".join(name.split("/")[-2:])
            try:
                found = self._reviews(name)
            except Unreadable as error:
                yield Broken(short, str(error))
                continue
            for n, review in enumerate(found, 1):
                yield from _read(reader, review, f"{short}, review {n:,}")

    def _reviews(self, name: str) -> list[Any]:
        said = whole(self._files.read(name, _MOST))
        found = said.get("reviews") if isinstance(said, dict) else None
        if not isinstance(found, list):
            raise Unreadable("There are no reviews in it.")
        return found

    def _location(self, names: list[str]) -> str:
        """The location that a folder's files of reviews are about, as the first review says that says it."""
        for name in names:
            try:
                found = self._reviews(name)
            except Unreadable:
                continue
            for review in found:
                said = review.get("name") if isinstance(review, dict) else None
                match = _LOCATION.match(said) if isinstance(said, str) else None
                if match:
                    return match[1]
        return ""

    def _title(self, location: str) -> str:
        folder = self._of[location][0].rpartition("/")[0]
        for name in self._files.ending(f"{folder}/data.json".lstrip("/")):
            try:
                said = whole(self._files.read(name, _MOST))
            except Unreadable:
                continue
            titles = [said.get(key) for key in _TITLES] if isinstance(said, dict) else []
            shown = next((one_line(one) for one in titles if isinstance(one, str) and "/" not in one), "")
            if shown:
                return shown
        return "Google"


def _folders(files: Files) -> dict[str, list[str]]:
    """Its files of reviews, by the folder of each location."""
    found: dict[str, list[str]] = {}
    for name in sorted(name for name in files.names if _REVIEWS.search(name)):
        found.setdefault(name.rpartition("/")[0], []).append(name)
    return found


def _read(reader: Reader, review: Any, where: str) -> Iterator[Item | Broken]:
    try:
        found = reader.posts(review)
    except (ShopError, AttributeError, TypeError):
        comment = review.get("comment") if isinstance(review, dict) else None
        words = comment[:200] if isinstance(comment, str) else str(review)[:200]
        yield Broken(where, "It doesn’t say what it is about, or when it was written.", words)
        return
    for post in found:
        yield Item(post._replace(text=post.text[:LONGEST]), where=where)
