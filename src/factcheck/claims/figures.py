"""Which figures of a quote no claim uses: what stands in a quote and is not checked looks as if it were."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from factcheck.claims.constants import numbers_named
from factcheck.model.claims import Claim, Unused
from factcheck.model.readings import Reading
from factcheck.wording import wordings, years
from factcheck.wording.language import Language

# Two quotes that share fewer characters than this overlap by chance.
LEAST_SHARED = 12
MOST_SHARED = 500

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Read:
    """A claim, the characters of its quote that it reads as its figure and as its period, and its quote made plain."""

    claim: Claim
    spans: tuple[Span, ...]
    plain_quote: str


@dataclass(frozen=True, slots=True)
class _Figure:
    text: str
    at: Span
    numbers: frozenset[Fraction]


def unused_figures(read: Read, every: Sequence[Read], language: Language) -> tuple[Unused, ...]:
    """Figures and years of the quote that no claim covering them uses, as written, in their order."""
    unused = [figure for figure in _figures(read.claim.quote, language) if not _uses(read, figure, 0)]
    for other in every if unused else ():
        shift = _shift(read.plain_quote, other.plain_quote)
        if shift is not None:
            unused = [figure for figure in unused if not _uses(other, figure, shift)]
    return tuple(Unused(figure.text, read.claim.quote[: figure.at[0]].count(figure.text)) for figure in unused)


def _figures(quote: str, language: Language) -> list[_Figure]:
    said = [
        _Figure(found.text, (found.start, found.end), _values(found.readings))
        for found in wordings(quote, language)
        if found.figure
    ]
    dated = [
        _Figure(quote[start:end], (start, end), frozenset({Fraction(year)}))
        for start, end, year in years(quote, language)
    ]
    alone = [figure for figure in dated if not any(_overlap(figure.at, other.at) for other in said)]
    return sorted(said + alone, key=lambda figure: figure.at)


def _values(readings: Sequence[Reading]) -> frozenset[Fraction]:
    return frozenset(reading.value for reading in readings if reading.value is not None)


def _uses(read: Read, figure: _Figure, shift: int) -> bool:
    """The claim reads these characters, or speaks of the number in its period or its conditions."""
    start, end = figure.at
    if not (-len(figure.text) < start - shift < len(read.claim.quote)):
        return False
    if any(_overlap((start - shift, end - shift), span) for span in read.spans):
        return True
    named = frozenset().union(*(numbers_named(check.computation) for check in read.claim.checks))
    return bool(figure.numbers & (named | _years_of_period(read.claim)))


def _years_of_period(claim: Claim) -> frozenset[Fraction]:
    if claim.period is None:
        return frozenset()
    return frozenset({Fraction(claim.period.start.year), Fraction(claim.period.end.year)})


def _shift(mine: str, theirs: str) -> int | None:
    """How far into one quote the other begins (before it, less than zero); None where they do not overlap."""
    if theirs in mine:
        return mine.index(theirs)
    if mine in theirs:
        return -theirs.index(mine)
    return _partly(mine, theirs) if (after := _partly(theirs, mine)) is None else -after


def _partly(mine: str, theirs: str) -> int | None:
    """Where in `mine` the other begins and goes on beyond its end."""
    at = mine.find(theirs[:LEAST_SHARED])
    while at >= 0:
        if theirs.startswith(mine[at : at + MOST_SHARED]) and len(mine) - at <= MOST_SHARED:
            return at
        at = mine.find(theirs[:LEAST_SHARED], at + 1)
    return None


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
