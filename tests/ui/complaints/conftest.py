"""The Complaints page over the corner shop."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fixtures_shop import Counter
from tests.ui.complaints.kit import Seen, open_page


@pytest.fixture
def seen(at_counter: Counter, look: Any, qtbot: Any) -> Seen:
    """An empty page of an open shop."""
    return open_page(at_counter, qtbot)
