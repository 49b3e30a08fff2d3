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
    return [
        Surroundings() if counted[quote[:KEY]] <= 1 else _told_apart(text, within, start, end)
        for quote, (start, end) in zip(quotes, spans, strict=True)
    ]


def _told_apart(text: str, within: PlainText, start: int, end: int) -> Surroundings:
    quote = text[start:end]
    if isinstance(find(within, quote), Found):
        return Surroundings()
    prefix = " ".join(text[max(0, start - NEAR) : start].split()[-MOST:])
    suffix = " ".join(text[end : end + NEAR].split()[:MOST])
    for around in (Surroundings(prefix=prefix), Surroundings(suffix=suffix)):
        if isinstance(find(within, quote, *around), Found):
            return around
    return Surroundings(prefix, suffix)
