"""Fenny Lane Bakehouse on Saturday 14 June 2025 at 06:50, as in the acceptance days of the design.

`open_fenny_lane(folder)` gives a real shop with the practice connector behind it and a clock that
stands at 06:50 until it is set: `shop.clock.forward(minutes=15)` lets Marta's review arrive.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.clock import SetClock
from desktop.practice import scenario
from desktop.practice.opening import open_practice
from desktop.practice.scenario import Scenario
from desktop.shop import Shop

_HERE = Path(__file__).parent


def fenny_lane() -> Scenario:
    """The bakehouse's story, with this year's endings."""
    raw = json.loads((_HERE / "fenny_lane.json").read_text("utf-8"))
    endings = json.loads((_HERE / "fenny_lane_endings.json").read_text("utf-8"))
    return scenario.told(raw, [*raw["stories"], *(_ended(**each) for each in endings)])


def _ended(
    at: str, place: str, who: str, text: str, we: str, say: str, proof: str, words: str
) -> dict[str, Any]:
    """A complaint that was answered within the hour, put right the next day, and shows how it ended."""
    first = datetime.strptime(at, "%Y-%m-%d %H:%M")  # noqa: DTZ007 (the scenario's local time)

    def later(**wait: float) -> str:
        return (first + timedelta(**wait)).strftime("%Y-%m-%d %H:%M")

    ending = {
        "their_reply": {"they": words},
        "their_edit": {"they_edit": f"{text}\n\n{words}"},
        "our_update": {"we": we, "say": f"{words} {we}", "for": "ending"},
    }[proof]
    source = {"google": "review", "bluesky": "mention", "instagram": "comment"}.get(place, "post")
    return {
        "id": f"shown_{who}", "place": place, "who": who, "source": source, "at": at, "kind": "complaint", "text": text,
        "stars": 2 if place == "google" else None,
        "then": [
            {"at": later(minutes=50), "we": we, "say": f"{say} {we}"},
            {"at": later(days=1), "we": we, "do": "fixed", "how": "done_and_received"},
            {"at": later(days=2), **ending},
            {"at": later(days=2, hours=1), "we": we, "do": "shown", "proof": proof},
            {"at": later(days=2, hours=1, minutes=1), "we": we, "do": "done"},
        ],
    }  # fmt: skip


def open_fenny_lane(folder: Path, *, is_practice: bool = False) -> Shop:
    """The shop of the acceptance days, at 06:50; Ines is at the counter. Close it at the end."""
    told = fenny_lane()
    return open_practice(
        folder, scenario=told, clock=SetClock(told.now_at, told.zone), is_practice=is_practice
    )
