"""Offsets in a text -> lines and columns, as an editor shows them."""

import re
from bisect import bisect_right

from factcheck.model.places import Place

LINE_BREAK = re.compile("\r\n|\n|\r")


class LineIndex:
    """The lines of one text.

    >>> LineIndex("one\\ntwo").place(5, "a.txt")
    Place(path='a.txt', line=2, column=2)
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in LINE_BREAK.finditer(text))]

    def place(self, offset: int, path: str) -> Place:
        """The place of a character; the end of the text is a place too."""
        line = bisect_right(self._starts, offset)
        return Place(path, line, offset - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The line of that number, counted from 1, without its end."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        return self._text[start:end].rstrip("\r\n")
