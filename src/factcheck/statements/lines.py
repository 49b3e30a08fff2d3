"""Offsets in a text -> lines and columns, as an editor shows them."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from factcheck.model.places import Place
from factcheck.model.texts import Section

LINE_BREAK = re.compile("\r\n|\n|\r")


class LineIndex:
    """The lines of one text, and its sections where it is a document.

    >>> LineIndex("one\\ntwo").place(5, "a.txt")
    Place(path='a.txt', line=2, column=2, within='')
    """

    def __init__(self, text: str, sections: Sequence[Section] = ()) -> None:
        self._text = text
        self._sections = sections
        self._starts = [0, *(found.end() for found in LINE_BREAK.finditer(text))]

    def place(self, offset: int, path: str) -> Place:
        """The place of a character; the end of the text is a place too."""
        line = bisect_right(self._starts, offset)
        return Place(path, line, offset - self._starts[line - 1] + 1, self.within(offset))

    def within(self, offset: int) -> str:
        """The name of the section in which the character stands; empty where there are no sections."""
        at = bisect_right(self._sections, offset, key=lambda section: section.start) - 1
        return self._sections[at].name if at >= 0 else ""

    def line(self, number: int) -> str:
        """The line of that number, counted from 1, without its end."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        return self._text[start:end].rstrip("\r\n")
