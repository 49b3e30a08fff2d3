"""Which figures and superlatives of a text the quotes of claims hold."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.model.claims import Unused
from factcheck.model.coverage import Item
from factcheck.model.texts import BlockKind, ReadText
from factcheck.statements.anchors import Ambiguous, Found, Lost, find
from factcheck.statements.lines import LineIndex
from factcheck.statements.plain import plain
from factcheck.statements.sentences import sentences
from factcheck.statements.spotting import spots
from factcheck.wording.language import Language


class Quote(NamedTuple):
    """Words of the text that stand for something: for a claim by its id, or for the reason to ignore them.

    Of the figures `unused` the claim says nothing: it holds them, and does not cover them.
    """

    words: str
    prefix: str
    suffix: str
    stands_for: str
    unused: tuple[Unused, ...] = ()


class _Held(NamedTuple):
    start: int
    end: int
    stands_for: str
    but: tuple[tuple[int, int], ...] = ()

    def covers(self, start: int, end: int) -> bool:
        return end <= self.end and not any(first < end and start < last for first, last in self.but)


def items(
    read: ReadText, path: str, language: Language, claims: Sequence[Quote], ignored: Sequence[Quote]
) -> tuple[Item, ...]:
    """Everything in the text that a claim should cover, in order, and what covers it. `path` is that of the text."""
    within = plain(read.text)
    quotes = _Spans(_held(read.text, claims, lambda quote: find(within, *quote[:3])))
    waived = _Spans(_held(read.text, ignored, lambda quote: find(within, *quote[:3])))
    lines = LineIndex(read.source, read.sections)
    found = []
    for sentence in sentences(read.text, read.blocks, language):
        text = read.text[sentence.start : sentence.end]
        for spot in spots(text, language, is_heading=sentence.kind is BlockKind.HEADING, is_asked=sentence.is_asked):
            start, end = spot.start + sentence.start, spot.end + sentence.start
            places = read.span(start, end)
            found.append(
                Item(
                    words=" ".join(read.text[start:end].split()),
                    kind=spot.kind.value,
                    start=places[0],
                    end=places[1],
                    place=lines.place(places[0], path),
                    sentence=" ".join(text.split()),
                    claims=quotes.over(start, end),
                    because=next(iter(waived.over(start, end)), ""),
                )
            )
    return tuple(found)


def _held(text: str, quotes: Iterable[Quote], anchor: Callable[[Quote], Found | Ambiguous | Lost]) -> Iterator[_Held]:
    """Where each quote stands; in all places, where it stands in several."""
    for quote in quotes:
        match anchor(quote):
            case Found(start, end):
                yield _held_at(text, quote, start, end)
            case Ambiguous(places):
                yield from (_held_at(text, quote, start, end) for start, end in places)


def _held_at(text: str, quote: Quote, start: int, end: int) -> _Held:
    but = (_place_of(one, text[start:end]) for one in quote.unused)
    return _Held(
        start, end, quote.stands_for, tuple((start + first, start + last) for first, last in filter(None, but))
    )


def _place_of(unused: Unused, words: str) -> tuple[int, int] | None:
    """Where the figure stands in the words of the text, which may be spaced otherwise than in the quote."""
    written = re.compile(r"\s+".join(map(re.escape, unused.text.split())))
    return next((found.span() for number, found in enumerate(written.finditer(words)) if number == unused.which), None)


class _Spans:
    """Spans by where they begin."""

    def __init__(self, spans: Iterable[_Held]) -> None:
        self._spans = sorted(spans)
        self._longest = max((span.end - span.start for span in self._spans), default=0)

    def over(self, start: int, end: int) -> tuple[str, ...]:
        """What the spans stand for that hold all of `start` to `end`, each once."""
        last = bisect_right(self._spans, start, key=lambda span: span.start)
        first = bisect_right(self._spans, start - self._longest - 1, key=lambda span: span.start)
        return tuple(dict.fromkeys(one.stands_for for one in self._spans[first:last] if one.covers(start, end)))
