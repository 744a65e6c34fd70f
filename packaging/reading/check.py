"""Checks the texts Reading learns from: `python packaging/reading/check.py [FOLDER]`.

FOLDER is packaging/reading/corpus; LABELS.md says what the columns mean. Every line that breaks the guide is named,
and so is every pair of texts that are (nearly) the same; then it counts. It ends with 1 when something was wrong.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
COLUMNS = ["kind", "form", "stars", "topics", "anger", "details", "followup", "previous", "text"]
LANGUAGES = {"en", "de", "es", "fr", "it", "pt"}
KINDS = {"complaint", "question", "praise", "idea", "mix_up", "abusive", "other"}
FORMS = {"review", "post", "comment", "message"}
TOPICS = set(
    "delivery refund_charge staff_service quality price_offer hours_stock_place booking safety waiting"
    " web_app_account premises other".split()
)
FOLLOW_UPS = {"", "resolved", "thanks", "still", "neutral"}
MOST_DETAILS = 5
TOO_NEAR = 0.5


@dataclass(frozen=True)
class Line:
    """One text with its labels, as they stand in the file; `place` is "en/cafe-enzo.tsv:12"."""

    place: str
    values: dict[str, str] = field(hash=False)

    @property
    def language(self) -> str:
        return self.place.split("/")[0]

    @property
    def shop(self) -> str:
        return self.place.split(":")[0]

    @property
    def text(self) -> str:
        return self.values["text"].replace("\\n", "\n")


def read(folder: Path, wrong: list[str]) -> Iterator[Line]:
    """All lines of all files that have the right columns; the others are named in `wrong`."""
    for path in sorted(folder.rglob("*.tsv")):
        shop = path.relative_to(folder).as_posix()
        if len(path.relative_to(folder).parts) != 2 or shop.split("/")[0] not in LANGUAGES:
            wrong.append(f"{shop}: not at LANG/TRADE-SHOP.tsv")
            continue
        try:
            rows = path.read_text("utf-8").removesuffix("\n").split("\n")
        except UnicodeDecodeError:
            wrong.append(f"{shop}: not UTF-8")
            continue
        if rows[0].split("\t") != COLUMNS:
            wrong.append(f"{shop}:1: the header isn't {' '.join(COLUMNS)}")
        for number, row in enumerate(rows[1:], 2):
            cells = row.split("\t")
            if len(cells) == len(COLUMNS):
                yield Line(f"{shop}:{number}", dict(zip(COLUMNS, cells, strict=True)))
            else:
                wrong.append(f"{shop}:{number}: {len(cells)} columns, not {len(COLUMNS)}")


def faults(line: Line) -> Iterator[str]:
    """What breaks the guide in one line."""
    value = line.values
    for name, cell in value.items():
        if cell != cell.strip() or "\r" in cell:
            yield f"{name} has spaces at an end, or a line break that isn't \\n"
    yield from _faulty_labels(value)
    if not value["text"]:
        yield "no text"
    if bool(value["followup"]) != bool(value["previous"]):
        yield "followup and previous come together or not at all"
    details = value["details"].split(" ; ") if value["details"] else []
    if len(details) > MOST_DETAILS or len(details) != len(set(details)):
        yield f"more than {MOST_DETAILS} details, or one twice"
    for detail in details:
        if not detail or detail not in value["text"]:
            yield f"the detail {detail!r} isn't in the text"


def _faulty_labels(value: dict[str, str]) -> Iterator[str]:
    allowed = {"kind": KINDS, "form": FORMS, "anger": set("0123"), "followup": FOLLOW_UPS}
    for name, labels in allowed.items():
        if value[name] not in labels:
            yield f"{name} is {value[name]!r}"
    stars = set("12345") if value["form"] == "review" else {""}
    if value["stars"] not in stars:
        yield f"stars are {value['stars']!r} in a {value['form']}"
    topics = value["topics"].split(",")
    if not 1 <= len(topics) <= 3 or len(topics) != len(set(topics)) or not TOPICS.issuperset(topics):
        yield f"topics are {value['topics']!r}"


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Its runs of three words, in lower case and without punctuation; a shorter text is one run."""
    words = re.findall(r"\w+", text.casefold())
    if len(words) < 3:
        return frozenset({tuple(words)} if words else ())
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def equal(lines: Iterable[Line]) -> Iterator[tuple[Line, Line]]:
    """Later texts with the earlier one they repeat, letter case and spaces aside."""
    first: dict[str, Line] = {}
    for line in lines:
        key = " ".join(line.text.casefold().split())
        if key in first:
            yield first[key], line
        first.setdefault(key, line)


def near(lines: list[Line]) -> list[tuple[float, Line, Line]]:
    """Pairs that share a run of three words, with their Jaccard index, the nearest first."""
    runs = [shingles(line.text) for line in lines]
    holders: dict[tuple[str, ...], list[int]] = {}
    shared: Counter[tuple[int, int]] = Counter()
    for index, of_one in enumerate(runs):
        for run in of_one:
            earlier = holders.setdefault(run, [])
            shared.update((other, index) for other in earlier)
            earlier.append(index)
    pairs = [(n / (len(runs[a]) + len(runs[b]) - n), lines[a], lines[b]) for (a, b), n in shared.items()]
    return sorted(pairs, key=lambda pair: -pair[0])


def counts(lines: list[Line]) -> Iterator[str]:
    """Tables to read: texts for each language and shop, their kinds, and how things went on."""
    by = {
        "language": Counter(line.language for line in lines),
        "shop": Counter(line.shop for line in lines),
        "form": Counter(line.values["form"] for line in lines),
        "topic": Counter(topic for line in lines for topic in line.values["topics"].split(",")),
        "anger": Counter(line.values["anger"] for line in lines),
        "follow-up": Counter(line.values["followup"] or "(first text)" for line in lines),
    }
    for name, counted in by.items():
        yield f"\nby {name}"
        yield from (f"  {n:6}  {label}" for label, n in sorted(counted.items()))
    for language in sorted(by["language"]):
        kinds = Counter(line.values["kind"] for line in lines if line.language == language)
        yield f"\nby kind, {language}"
        yield from (f"  {n:6}  {n / kinds.total():4.0%}  {kind}" for kind, n in kinds.most_common())


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", nargs="?", type=Path, default=HERE / "corpus")
    wrong: list[str] = []
    lines = list(read(asked.parse_args().folder, wrong))
    wrong += [f"{line.place}: {fault}" for line in lines for fault in faults(line)]
    wrong += [f"{b.place}: the same text as {a.place}" for a, b in equal(lines)]
    pairs = near(lines)
    wrong += [f"{b.place}: {n:.2f} like {a.place}" for n, a, b in pairs if n >= TOO_NEAR]
    said = [f"{len(lines)} texts", *counts(lines)]
    if pairs:
        n, a, b = pairs[0]
        said += ["", f"nearest pair: {n:.2f}, {a.place} and {b.place}", f"  {a.text!r}", f"  {b.text!r}"]
    sys.stdout.write("\n".join([*said, "", *wrong, f"{len(wrong)} wrong"]) + "\n")
    return 1 if wrong or not lines else 0


if __name__ == "__main__":
    sys.exit(main())
