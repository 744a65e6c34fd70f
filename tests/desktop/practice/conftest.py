"""Puddle Street with a clock that stands until it is moved."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.clock import SetClock
from desktop.practice import seed
from desktop.practice.opening import open_practice
from desktop.practice.scenario import Scenario
from desktop.practice.world import World
from desktop.shop import Shop


@pytest.fixture(scope="session")
def puddle() -> Scenario:
    return seed.puddle_street()


@pytest.fixture
def clock(puddle: Scenario) -> SetClock:
    return SetClock(puddle.now_at, puddle.zone)


@pytest.fixture
def world(puddle: Scenario, clock: SetClock) -> World:
    """The pretend places alone, nothing answered in them yet."""
    return World(puddle, clock)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, puddle: Scenario) -> Path:
    """A folder with the practice shop in it, filled once."""
    folder = tmp_path_factory.mktemp("puddle")
    open_practice(folder, scenario=puddle, clock=SetClock(puddle.now_at, puddle.zone)).close()
    return folder


@pytest.fixture
def shop(filled: Path, tmp_path: Path, puddle: Scenario, clock: SetClock) -> Iterator[Shop]:
    """The practice shop of this test alone."""
    folder = tmp_path / "practice"
    shutil.copytree(filled, folder)
    opened = open_practice(folder, scenario=puddle, clock=clock)
    yield opened
    opened.close()
