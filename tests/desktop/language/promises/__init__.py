"""Sentences from shops' answers with the time each promises; `python -m tests.desktop.language.promises` prints how
often the finder is right."""
