"""Lines of a text -> its paragraphs, headings and items: which lines an editor broke, and which go on."""

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from factcheck.model.texts import Block, BlockKind

# A line narrower than this was not broken for want of room, and one wider than that was not broken at all.
NARROWEST, WIDEST = 40, 160
# So much of the usual width has a line that was broken for want of room: another may be wider, which was edited since.
FULL = 0.7
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

    A line is a block of its own, unless the next line begins small, or half of the lines about it had no room for
    the next word and this one had none either, or is full and ends no sentence: then both are one paragraph.
    """
    for paragraph in _paragraphs(text):
        width, full = _width(paragraph), FULL * median(len(line.text) for line in paragraph)
        begun = paragraph[0]
        for line, following in zip(paragraph, [*paragraph[1:], None], strict=True):
            if following is None or not _goes_on(line, following, width, full):
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


def _width(paragraph: list[_Line]) -> int:
    """How wide its lines were let be, where they were broken for want of room; 0 where they were not.

    Half of them had no room for the next word then, while of a list only the widest has none; or, since a line that
    was edited may be wider than any, every third goes on in small letters.
    """
    pairs = list(pairwise(paragraph))
    width = max((len(line.text) for line in paragraph if len(line.text) <= WIDEST), default=0)
    full = sum(_had_no_room(line, following, width) for line, following in pairs)
    small = sum(following.text[0].islower() for _, following in pairs)
    return width if width >= NARROWEST and (2 * full >= len(pairs) or 3 * small >= len(pairs)) else 0


def _goes_on(line: _Line, following: _Line, width: int, full: float) -> bool:
    """The line was broken for want of room, or ends no sentence and is too long for a heading: its words go on."""
    if _ITEM.match(following.text + " "):
        return False
    is_amid = not line.text.endswith(_ENDS)
    is_broken = width > 0 and ((is_amid and len(line.text) > full) or _had_no_room(line, following, width))
    is_no_heading = is_amid and len(line.text) > LONGEST_HEADING
    return is_broken or is_no_heading or following.text[0].islower()


def _had_no_room(line: _Line, following: _Line, width: int) -> bool:
    word = following.text.split(maxsplit=1)[0]
    return width < len(line.text) + 1 + len(word) and len(line.text) <= WIDEST


def _block(text: str, start: int, end: int) -> Block:
    if _ITEM.match(text, start):
        return Block(start, end, BlockKind.ITEM)
    is_heading = end - start <= LONGEST_HEADING and not text[start:end].endswith(_ENDS)
    return Block(start, end, BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH)
