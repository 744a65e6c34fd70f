"""Benchmarks, run by hand: `python -m tests.bench`. Ratios to a floor measured in the same run."""
