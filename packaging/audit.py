"""`python packaging/audit.py`: what comes with the program, held against the list in DEPENDENCIES.md.

Prints one line for each package, and a sentence for whatever doesn't fit: a package that isn't listed or no longer
locked, a licence that isn't the one listed or isn't one we take, a version that isn't the locked one. Ends with 1 then.

It asks no network. Whether a version is known to be broken stands in public lists, which a tool like pip-audit reads
where there is a connection: `pip-audit -r requirements.lock --disable-pip`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
LIST, LOCK = HERE / "DEPENDENCIES.md", HERE.parent / "requirements.lock"
TAKEN = (
    *("MIT", "MIT-0", "BSD", "Apache", "PSF", "Zlib", "0BSD", "Public Domain", "CNRI", "CC0", "Mozilla", "MPL-2.0"),
    *("LGPL",),  # Qt: used as it comes, and anybody can put another one in its place
)
_ROW = re.compile(r"^\| ([a-z0-9-]+) \| ([^|]+) \| (\d{4}-\d{2}) \| ([^|]+) \|$", re.MULTILINE)
_PIN = re.compile(r"^([a-z0-9-]+)==([^\s;]+)", re.MULTILINE)
_WORD = re.compile(r"[A-Za-z]{3,}|0BSD")


class Listed(NamedTuple):
    licence: str
    latest: str
    why: str


def listed(text: str) -> Mapping[str, Listed]:
    return {name: Listed(licence.strip(), latest, why.strip()) for name, licence, latest, why in _ROW.findall(text)}


def locked(text: str) -> Mapping[str, set[str]]:
    """Package -> the versions that may be installed: one for each system or Python."""
    found: dict[str, set[str]] = {}
    for name, version in _PIN.findall(text):
        found.setdefault(name, set()).add(version)
    return found


def said_licence(package: metadata.Distribution) -> str:
    """What the package itself says of its licence; "" for nothing."""
    about = package.metadata
    classes = [one for one in about.get_all("Classifier") or [] if one.startswith("License ::")]
    return str(about.get("License-Expression") or about.get("License") or "; ".join(classes))[:200]


def troubles(rows: Mapping[str, Listed], pins: Mapping[str, set[str]]) -> Iterator[str]:
    """What doesn't fit, in sentences."""
    for name in sorted(pins.keys() - rows.keys()):
        yield f"{name} is locked and not in the list: say why it is here."
    for name in sorted(rows.keys() - pins.keys()):
        yield f"{name} is in the list and no longer locked: take it out."
    for name, row in sorted(rows.items()):
        if not any(row.licence.startswith(licence) for licence in TAKEN):
            yield f"{name} has a licence we don't take: {row.licence}."
        if not row.why:
            yield f"{name} is in the list without a reason."
    for name in sorted(rows.keys() & pins.keys()):
        yield from _installed_troubles(name, rows[name], pins[name])


def _installed_troubles(name: str, row: Listed, versions: set[str]) -> Iterator[str]:
    try:
        package = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return  # for another system or Python
    if package.version not in versions:
        yield f"{name} is installed as {package.version}; locked is {', '.join(sorted(versions))}."
    said = said_licence(package)
    if said and not set(_WORD.findall(row.licence)) & set(_WORD.findall(said)) and "Dual" not in said:
        yield f"{name} says its licence is {said}; the list says {row.licence}."


def main() -> int:
    rows, pins = listed(LIST.read_text("utf-8")), locked(LOCK.read_text("utf-8"))
    for name, row in rows.items():
        print(f"{name:<24} {'/'.join(sorted(pins.get(name, {'-'}))):<16} {row.licence:<28} {row.latest}  {row.why}")
    found = list(troubles(rows, pins))
    for sentence in found:
        print(f"!! {sentence}")
    print(f"{len(rows)} packages, {len(found)} to look at. Known faults of versions aren't looked up here: no network.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
