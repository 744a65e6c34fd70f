"""Moments as texts, and back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from desktop import clock

_NEPAL = timezone(timedelta(hours=5, minutes=45))


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 3, 9, 7, 5, 4, 987_654, UTC), "2026-03-09T07:05:04.987Z"),
        (datetime(2026, 1, 1, 3, 0, tzinfo=_NEPAL), "2025-12-31T21:15:00.000Z"),
        (datetime(1, 1, 1, tzinfo=UTC), "0001-01-01T00:00:00.000Z"),
        (datetime(9999, 12, 31, 23, 59, 59, 999_999, UTC), "9999-12-31T23:59:59.999Z"),
    ],
)
def test_a_moment_is_a_text_that_sorts_by_time(moment: datetime, text: str) -> None:
    assert clock.to_text(moment) == text
    assert moment - clock.from_text(text) < timedelta(milliseconds=1)
    assert clock.to_text(clock.from_text(text)) == text


def test_a_moment_means_the_same_as_the_library_writes_it() -> None:
    start = datetime(2024, 2, 28, 23, 59, 59, 1000, UTC)
    for step in range(2000):
        moment = start + step * timedelta(hours=7, milliseconds=13)
        assert clock.to_text(moment) == moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
