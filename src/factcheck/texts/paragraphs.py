"""Lines of a text -> its paragraphs, headings and items: which lines an editor broke, and which go on."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.model.texts import Block, BlockKind

# A line narrower than this was not broken for want of room, and one wider than that was not broken at all.
NARROWEST, WIDEST = 40, 160
LONGEST_HEADING = 100

_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]+")
_ITEM = re.compile(r"\s*(?:[-*+•·‣▪–—]|[0-9]{1,3}\.|\(?(?:[0-9]{1,3}|[a-zA-Z])\))\s")
_ENDS = tuple('.!?:;,…"”’)')


class _Line(NamedTuple):
    start: int
    end: int
    text: str


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a text that has no marks of its own.

    A line is a block of its own, unless the next word would not have fitted on it or the next line begins small: then
    both are one paragraph.
    """
    for paragraph in _paragraphs(text):
        width = max(len(line.text) for line in paragraph)
        begun = paragraph[0]
        for line, following in zip(paragraph, [*paragraph[1:], None], strict=True):
            if following is None or not _goes_on(line, following, width):
                yield _block(text, begun.start, line.end)
                begun = following or begun


def _paragraphs(text: str) -> Iterator[list[_Line]]:
    """Lines with nothing empty between them, without the blanks about them."""
    lines: list[_Line] = []
    breaks = 0
    at = 0
    for found in _LINE.finditer(text):
        gap = text[at : found.start()]
        breaks += gap.count("\n") + gap.count("\r") - gap.count("\r\n") + sum(map(gap.count, "\x85\u2028\u2029"))
        at = found.end()
        words = found.group().strip()
        if not words:
            continue
        if lines and breaks > 1:
            yield lines
            lines = []
        start = found.start() + found.group().index(words)
        lines.append(_Line(start, start + len(words), words))
        breaks = 0
    if lines:
        yield lines


def _goes_on(line: _Line, following: _Line, width: int) -> bool:
    """The line was broken for want of room, and its words go on in the next."""
    if _ITEM.match(following.text + " "):
        return False
    if following.text[0].islower():
        return True
    word = following.text.split(maxsplit=1)[0]
    return NARROWEST <= width <= WIDEST and len(line.text) + 1 + len(word) > width


def _block(text: str, start: int, end: int) -> Block:
    if _ITEM.match(text, start):
        return Block(start, end, BlockKind.ITEM)
    is_heading = end - start <= LONGEST_HEADING and not text[start:end].endswith(_ENDS)
    return Block(start, end, BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH)
