"""Cuts a text where no wording reaches across, so that a long one is read piece by piece, in little memory."""

import re
from collections.abc import Iterator

LONGEST = 20_000
# The end of a sentence, or of a line: the first of these behind that many characters.
_CUT = re.compile(r"[.!?]\s|\n|\s")
_BLANK_LINES = re.compile(r"\n[ \t\r]*\n")


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """The offsets of each piece, in order and without a gap.

    >>> list(stretches("One.\\n\\nTwo."))
    [(0, 6), (6, 10)]
    """
    start = 0
    for blank in _BLANK_LINES.finditer(text):
        yield from _cut(text, start, blank.end())
        start = blank.end()
    yield from _cut(text, start, len(text))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > 2 * LONGEST:
        found = _CUT.search(text, start + LONGEST, end)
        stop = found.end() if found else end
        yield start, stop
        start = stop
    if end > start:
        yield start, end
