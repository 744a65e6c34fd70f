"""`python -m tests.desktop.language.promises`: precision and recall, and what the finder gets wrong."""

from tests.desktop.language.promises.table import TABLES, figures

for name in TABLES:
    got = figures(name)
    print(f"{name:<9} {got.sentences:>4} sentences   precision {got.precision:.3f}   recall {got.recall:.3f}")
    for line in got.lines:
        print("  " + line)
