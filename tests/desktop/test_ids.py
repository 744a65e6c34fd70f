"""Ids sort by when they were made, also within a millisecond and from several threads, and look as they should."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop import ids


def test_ids_are_version_seven_and_sort_in_the_order_they_were_made() -> None:
    made = [ids.new_id() for _ in range(20_000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)
    for one in made[:50]:
        read = uuid.UUID(one)
        assert (str(read), read.version, read.variant) == (one, 7, uuid.RFC_4122)


def test_a_clock_that_stands_or_goes_back_gives_no_earlier_id(monkeypatch: pytest.MonkeyPatch) -> None:
    first = ids.new_id()
    now = ids.time.time_ns()
    for step in (0, 0, -5_000_000_000, 0):
        monkeypatch.setattr(ids.time, "time_ns", lambda step=step: now + step)
        second = ids.new_id()
        assert second > first
        first = second


def test_threads_share_the_count() -> None:
    with ThreadPoolExecutor(4) as workers:
        made = list(workers.map(lambda _: [ids.new_id() for _ in range(2_000)], range(4)))
    assert len({one for several in made for one in several}) == 8_000
    assert all(several == sorted(several) for several in made)


def test_what_a_platform_names_has_the_same_id_everywhere() -> None:
    one = ids.remote("mastodon", "https://sea.example/s/1")
    assert one == str(
        uuid.uuid5(uuid.UUID("6f1d2c1e-0d55-5a0e-9a55-5a1d00d0e001"), "mastodon\x1fhttps://sea.example/s/1")
    )
