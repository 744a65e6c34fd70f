"""The Complaints page over the corner shop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from tests.fixtures_shop import Counter
from tests.ui.complaints.kit import Seen, open_page


@pytest.fixture
def seen(at_counter: Counter, look: Any, qtbot: Any) -> Seen:
    """An empty page of an open shop."""
    return open_page(at_counter, qtbot)


@pytest.fixture(autouse=True)
def nothing_stays_on_the_screen() -> Iterator[None]:
    """What was closed is gone before the next test: no event loop runs here that would see to it."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
