"""Looking for what was said: the language of the search field, near words, filters, counts. Reads everywhere."""

from desktop.searching.filters import Asking
from desktop.searching.find import Facets, Found, facets, find, instead
from desktop.searching.query import KEYS, Filter, Query, Word, parse, with_filter, without_filter

OWNS = ()

__all__ = [
    "KEYS",
    "Asking",
    "Facets",
    "Filter",
    "Found",
    "Query",
    "Word",
    "facets",
    "find",
    "instead",
    "parse",
    "with_filter",
    "without_filter",
]
