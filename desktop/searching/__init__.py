"""Looking for what was said: the language of the search field, near words, filters, counts. Reads everywhere."""

from desktop.searching.filters import CHOICES, Asking, alike, as_filter, asked_time, conditions, period
from desktop.searching.find import WEIGHED, Found, find, how_many, instead
from desktop.searching.near import get_ready
from desktop.searching.overview import Bar, Overview, began_before, overview
from desktop.searching.query import KEYS, Filter, Query, Word, parse, split, with_filter, without_filter

OWNS = ()

__all__ = [
    "CHOICES",
    "KEYS",
    "WEIGHED",
    "Asking",
    "Bar",
    "Filter",
    "Found",
    "Overview",
    "Query",
    "Word",
    "alike",
    "as_filter",
    "asked_time",
    "began_before",
    "conditions",
    "find",
    "get_ready",
    "how_many",
    "instead",
    "overview",
    "parse",
    "period",
    "split",
    "with_filter",
    "without_filter",
]
