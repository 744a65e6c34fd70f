"""What comes with the program is listed, with its licence and a reason, and the list is that of the lock file."""

from __future__ import annotations

import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from ui import words
from ui.settings.about import libraries

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def audit() -> ModuleType:
    spec = importlib.util.spec_from_file_location("audit", ROOT / "packaging" / "audit.py")
    assert spec and spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_every_package_that_comes_along_is_listed_with_a_licence_we_take_and_a_reason(audit: ModuleType) -> None:
    rows, pins = audit.listed(audit.LIST.read_text("utf-8")), audit.locked(audit.LOCK.read_text("utf-8"))
    assert len(pins) > 30
    assert list(audit.troubles(rows, pins)) == []


ROW = "| six | MIT | 2024-12 | for python-dateutil |\n"


@pytest.mark.parametrize(
    ("rows", "pins", "sentence"),
    [
        ("", "six==1.17.0 \\\n", "six is locked and not in the list"),
        (ROW, "", "six is in the list and no longer locked"),
        (ROW.replace("MIT", "AGPL-3.0"), "six==1.17.0 \\\n", "a licence we don't take"),
        (ROW.replace("MIT", "Zlib"), "six==1.17.0 \\\n", "says its licence is"),
        (ROW, "six==1.0.0 ; python_version < '4'\n", "locked is 1.0.0"),
        (ROW.replace("for python-dateutil", " "), "six==1.17.0 \\\n", "without a reason"),
    ],
)
def test_what_does_not_fit_is_said(audit: ModuleType, rows: str, pins: str, sentence: str) -> None:
    found = list(audit.troubles(audit.listed(rows), audit.locked(pins)))
    assert any(sentence in one for one in found), found


def test_the_settings_name_every_package_with_its_licence(audit: ModuleType) -> None:
    rows = audit.listed(audit.LIST.read_text("utf-8"))
    assert {name: licence for licence, names in libraries().items() for name in names} == {
        name: row.licence for name, row in rows.items()
    }


def test_the_version_that_is_shown_is_that_of_the_program() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert told["project"]["version"] == words.VERSION
