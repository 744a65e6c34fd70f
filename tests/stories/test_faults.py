"""What `python -m tests.bench.faults` tries: nothing is lost, every message is a plain sentence, all is well after."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.bench import fault_sends, faults
from tests.bench.faults import NotHere

FAULTS = faults.faults()


@pytest.mark.parametrize("name", FAULTS)
def test_nothing_is_lost_and_it_is_said_plainly(name: str, tmp_path: Path) -> None:
    try:
        found = FAULTS[name](tmp_path)
    except NotHere as why:
        pytest.skip(str(why))
    assert found.is_good, found


@pytest.mark.parametrize("kind", ["the answer is lost", "half JSON", "slow down (429)"])
def test_a_server_that_fails_at_any_request_of_a_send_gets_it_once(
    mastodon_server: dict[str, Any], tmp_path: Path, kind: str
) -> None:
    found = fault_sends.at_every_request(mastodon_server, kind, tmp_path)
    assert found.is_good, found
    assert "POST /api/v1/statuses" in found.tried


@pytest.mark.parametrize(
    ("sentence", "is_plain"),
    [
        ("There's no room left on this disk.", True),
        ("12 messages couldn’t be read.", True),
        ("sqlite3.OperationalError: disk I/O error", False),
        ("The server said 502 to that.", False),
        ("KeyError('x')", False),
        ("something went wrong.", False),
        ("The database is locked.", False),
    ],
)
def test_the_table_tells_a_plain_sentence_from_another(sentence: str, is_plain: bool) -> None:
    assert faults.is_plain(sentence) is is_plain
