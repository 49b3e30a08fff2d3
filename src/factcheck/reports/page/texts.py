"""A statement's text cut where claims and open figures begin and end, so that each stretch is marked as what it is."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.model.texts import Block, BlockKind, ReadText
from factcheck.reports.page.values import Card, Paragraph, Stretch, Words

TAGS = {BlockKind.HEADING: "heading", BlockKind.ITEM: "item", BlockKind.CELL: "cell"}
Span = tuple[int, int]


class Marked(NamedTuple):
    """Words of the readable text that a claim quotes."""

    start: int
    end: int
    card: Card


def paragraphs(read: ReadText, marks: Sequence[Marked], open_figures: Sequence[Span]) -> tuple[Paragraph, ...]:
    """The whole text, block by block; words between blocks are white space, or else shown as a block of their own."""
    return tuple(
        Paragraph(tag, tuple(_stretches(read.text, start, end, marks, open_figures)))
        for start, end, tag in _blocks(read)
        if read.text[start:end].strip()
    )


def _blocks(read: ReadText) -> Iterator[tuple[int, int, str]]:
    at = 0
    for block in read.blocks:
        yield at, block.start, "paragraph"
        yield max(at, block.start), block.end, _tag(block, read.text)
        at = max(at, block.end)
    yield at, len(read.text), "paragraph"


def _tag(block: Block, text: str) -> str:
    """An item that brings its own mark needs no second one."""
    marked = block.kind is BlockKind.ITEM and not text[block.start : block.end].lstrip()[:1].isalpha()
    return "paragraph" if marked else TAGS.get(block.kind, "paragraph")


def _stretches(
    text: str, start: int, end: int, marks: Sequence[Marked], open_figures: Sequence[Span]
) -> Iterator[Stretch]:
    """Where quotes overlap, words are marked as those of the shortest; every quote that ends here is told of."""
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    figures = [figure for figure in open_figures if figure[0] < end and figure[1] > start]
    cuts = {start, end, *(max(start, one.start) for one in here), *(min(end, one.end) for one in here)}
    cuts |= {min(max(edge, start), end) for one in figures if not _inside(one, here) for edge in one}
    for one, other in pairwise(sorted(cuts)):
        over = sorted((mark for mark in here if mark.start <= one and mark.end >= other), key=_length)
        ends = tuple(mark.card for mark in here if mark.end == other)
        yield Stretch(tuple(_words(text, one, other, figures)), over[0].card if over else None, ends)


def _length(mark: Marked) -> int:
    return mark.end - mark.start


def _inside(figure: Span, marks: Sequence[Marked]) -> bool:
    return any(mark.start <= figure[0] and figure[1] <= mark.end for mark in marks)


def _words(text: str, start: int, end: int, figures: Sequence[Span]) -> Iterator[Words]:
    cuts = {start, end, *(edge for one in figures for edge in one if start < edge < end)}
    for one, other in pairwise(sorted(cuts)):
        yield Words(text[one:other], any(first <= one and other <= last for first, last in figures))


def in_text(read: ReadText, start: int, end: int) -> Span:
    """Where the characters `source[start:end]` stand in the readable text."""
    return _offset(read, start), _offset(read, end - 1) + 1


def _offset(read: ReadText, place: int) -> int:
    index = max(bisect_right(read.runs, place, key=lambda run: run.start) - 1, 0)
    run = read.runs[index]
    after = read.runs[index + 1].at if index + 1 < len(read.runs) else len(read.text)
    return min(run.at + place - run.start, after - 1) if after - run.at == run.end - run.start else run.at
