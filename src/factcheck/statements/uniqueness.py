"""Which quotes stand more than once in a text, and the words about each that tell it apart."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.statements.anchors import Found, find
from factcheck.statements.plain import PlainText, plain

KEY = 16  # characters of a quote that are looked for everywhere
NEAR = 80  # characters about a quote among which words are taken
MOST = 6

_BEGINNING = re.compile(r"(?<![^\W_])[^\s]|(?<=\W)\w")


class Surroundings(NamedTuple):
    """Words just before and just after a quote; empty where it needs none."""

    prefix: str = ""
    suffix: str = ""


def surroundings(text: str, spans: Sequence[tuple[int, int]]) -> list[Surroundings]:
    """For each `text[start:end]`, what it takes to find it there and nowhere else."""
    within = plain(text)
    quotes = [plain(text[start:end]).text for start, end in spans]
    wanted = {quote[:KEY] for quote in quotes}
    counted: Counter[str] = Counter()
    lengths = sorted({len(key) for key in wanted})
    for found in _BEGINNING.finditer(within.text):
        for length in lengths:
            key = within.text[found.start() : found.start() + length]
            if key in wanted:
                counted[key] += 1
    search = _Search(within)
    return [
        Surroundings() if counted[quote[:KEY]] <= 1 else _told_apart(text, search, start, end)
        for quote, (start, end) in zip(quotes, spans, strict=True)
    ]


class _Search:
    """Looks each quote up once, however often it is asked for."""

    def __init__(self, within: PlainText) -> None:
        self._within = within
        self._known: dict[tuple[str, str, str], bool] = {}

    def finds(self, quote: str, around: Surroundings) -> bool:
        """The quote stands there once."""
        key = (quote, *around)
        if key not in self._known:
            self._known[key] = isinstance(find(self._within, quote, *around), Found)
        return self._known[key]


def _told_apart(text: str, search: _Search, start: int, end: int) -> Surroundings:
    quote = text[start:end]
    if search.finds(quote, Surroundings()):
        return Surroundings()
    prefix = " ".join(text[max(0, start - NEAR) : start].split()[-MOST:])
    suffix = " ".join(text[end : end + NEAR].split()[:MOST])
    told = (Surroundings(prefix=prefix), Surroundings(suffix=suffix))
    return next((around for around in told if search.finds(quote, around)), Surroundings(prefix, suffix))
