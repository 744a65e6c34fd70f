"""Training from end to end, on few texts: it needs packaging/reading/requirements.txt, which the app does not."""

from __future__ import annotations

import csv
import importlib
import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from desktop.records import Kind
from desktop.triage import judge, reader

READING = Path(__file__).resolve().parents[3] / "packaging" / "reading"
SHOPS = 14  # English ones, and one of each other language


@pytest.fixture(scope="module")
def train(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """packaging/reading/train.py, with its neighbours; without a teacher, and without labels of others' texts."""
    pytest.importorskip("scipy", reason="training needs packaging/reading/requirements.txt")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(READING))
        found = importlib.import_module("train")
        patch.setattr(found.teacher, "KEPT", READING / "nobody.npz")
        patch.setattr(found.posts, "LABELS", tmp_path_factory.mktemp("labels") / "labels.tsv")
        found.posts.LABELS.write_text("mark\tkind\ttopics\n", "utf-8")
        yield found


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    for language in sorted(path.name for path in (READING / "corpus").iterdir()):
        (folder / language).mkdir()
        shops = sorted((READING / "corpus" / language).glob("*.tsv"))
        for shop in itertools.islice(shops, 1, SHOPS if language == "en" else 2):
            shutil.copy(shop, folder / language)
    return folder


@pytest.fixture(scope="module")
def sets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sets in small, with texts of this test."""
    folder = tmp_path_factory.mktemp("sets")
    said = [("what a mess this is", "anger"), ("how lovely, thank you", "gratitude"), ("it is Tuesday", "neutral")]
    tweets = [("was für ein Ärger", "negative", "german"), ("merci, très bien", "positive", "french")]
    for name in ("intents_banking77", "intents_bitext", "topics_mams", "pool_ibm_care", "promo_sms"):
        _write(folder / f"{name}.csv", ["text", "label", "role"], [("unread here", "", "client")])
    _write(folder / "goemotions.csv", ["text", "label"], said)
    _write(folder / "sentiment_multilingual.csv", ["text", "label", "language"], tweets)
    return folder


def _write(path: Path, head: list[str], rows: list[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])


def test_weights_are_made_that_read_and_the_same_files_give_the_same_bytes(
    train: ModuleType, corpus: Path, sets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [tmp_path / "one.npz", tmp_path / "two.npz"]
    for path in made:
        monkeypatch.setattr("sys.argv", ["train", "--sets", str(sets), "--corpus", str(corpus), "--into", str(path)])
        assert train.main() == 0
    assert made[0].read_bytes() == made[1].read_bytes()

    monkeypatch.setattr(reader, "WEIGHTS", made[0])
    monkeypatch.setattr(reader, "_LOADED", [])
    upset = judge("I've been waiting two hours and nobody answers. Worst service ever, I want my money back")
    asking = judge("what time do you open on Sunday?")
    assert upset.kind is Kind.COMPLAINT and upset.complaint_score > asking.complaint_score
    assert asking.kind is Kind.QUESTION


def test_no_shop_calibrates_that_the_network_learned_from(train: ModuleType) -> None:
    texts = train.data.split(train.data.corpus()).training
    fold = train.folds(texts)
    held = {text.shop for text, one in zip(texts, fold, strict=True) if one == train.data.CHECK}
    assert held and all(map(train.data.is_left_out, held))


def test_by_the_papers_protocol_nothing_of_the_fold_left_out_is_learned(
    train: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    protocol, np = importlib.import_module("protocol"), importlib.import_module("numpy")
    things = ["parcel", "boiler", "cake", "lamp", "ticket", "haircut", "bike", "coffee", "door", "chair"] * 4
    wrong = [f"still waiting for my {thing}, number {at} of the week" for at, thing in enumerate(things)]
    fine = [f"a new {thing} today, we went there at {at}" for at, thing in enumerate(things)]
    told = [protocol.features.told(text) for text in wrong + fine]
    truth = np.array([True] * len(wrong) + [False] * len(fine))
    given = protocol.Given(train.matrix(told), [], None, protocol.by_lists(wrong + fine), truth)
    seen, left = np.flatnonzero(np.arange(len(truth)) % 5), np.flatnonzero(np.arange(len(truth)) % 5 == 0)
    asked = []

    def linear(g: object, some: list[int], others: list[int]) -> object:
        asked.append((set(some), set(others)))
        return protocol.linear(g, some, others)

    monkeypatch.setattr(protocol, "LEARNERS", (linear,))  # the network needs the teacher's encoder, too
    said = protocol.judged(given, seen, left)
    assert (said == truth[left]).mean() > 0.9
    assert all(some.isdisjoint(others) and some <= set(seen) for some, others in asked)
    assert asked[-1] == (set(seen), set(left)) and set().union(*(others for _, others in asked[:-1])) == set(seen)
    turned = truth.copy()
    turned[left] = ~turned[left]
    assert (protocol.judged(given._replace(truth=turned), seen, left) == said).all()
