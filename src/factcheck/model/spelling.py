"""Numbers as a reader writes them. For the eye only: nothing is decided on what stands here."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from factcheck.model.numbers import Interval
from factcheck.model.readings import Of

MOST_PLACES = 12
EXACT_PLACES = 4


def cut(text: str, most: int) -> str:
    """A cell that is a book, up to so many characters; the rest is counted.

    >>> cut("Amsterdam", 9), cut("Amsterdam", 4)
    ('Amsterdam', 'Amst ... and 5 characters more')
    """
    rest = len(text) - most
    return text if rest <= 0 else f"{text[:most]} ... and {plural(rest, 'character')} more"


def number(value: Fraction) -> str:
    """Grouped digits: all decimals up to four, so that printed arithmetic can be checked; of longer ones, two.

    Below 0.01 there are three digits that tell something.

    >>> number(Fraction(11391)), number(Fraction("9.774")), number(Fraction(100, 3)), number(Fraction(1, 300))
    ('11,391', '9.774', '33.33', '0.00333')
    """
    places = 2
    while abs(value) < Fraction(1, 10 ** (places - 2)) and places < MOST_PLACES:
        places += 1
    if (value * 10**EXACT_PLACES).denominator == 1:
        places = EXACT_PLACES
    rounded = Decimal(round(value * 10**places)).scaleb(-places)
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def plural(number: int, noun: str) -> str:
    """So many things, whose name takes an s.

    >>> plural(1, "row"), plural(0, "row"), plural(1_234, "row")
    ('1 row', '0 rows', '1,234 rows')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def percent(value: Fraction) -> str:
    """
    >>> percent(Fraction(11391, 11925))
    '95.52%'
    """
    return number(value * 100) + "%"


def amount(value: Fraction, of: Of) -> str:
    """One number of an amount, with its sign and unit where the amount has one."""
    text = _WRITTEN.get(of, number)(value)
    return f"+{text}" if of in _SIGNED and value > 0 else text


def distance(value: Fraction, of: Of) -> str:
    """How far two amounts lie apart: percents differ by points."""
    if of in (Of.SHARE, Of.RELATIVE, Of.POINTS):
        return number(value * 100) + " points"
    if of is Of.YEAR:
        return f"{round(value)} years"
    if of in (Of.RANK, Of.STREAK):
        return number(value)
    return amount(value, of).removeprefix("+")


def interval(values: Interval, of: Of) -> str:
    """An interval in words.

    >>> interval(Interval(Fraction(9, 20), Fraction(1, 2), high_open=True), Of.SHARE)
    '45% to under 50%'
    >>> interval(Interval(Fraction(150000), None, low_open=True), Of.LEVEL)
    'over 150,000'
    """
    low, high = values.low, values.high
    if low is None or high is None:
        return _unbounded(values, of)
    if low == high:
        return amount(low, of)
    start = f"over {amount(low, of)}" if values.low_open else amount(low, of)
    end = f"under {amount(high, of)}" if values.high_open else amount(high, of)
    return f"{start} to {end}"


def _unbounded(values: Interval, of: Of) -> str:
    if values.low is not None:
        return f"{'over' if values.low_open else 'at least'} {amount(values.low, of)}"
    if values.high is not None:
        return f"{'under' if values.high_open else 'at most'} {amount(values.high, of)}"
    return "anything"


_POINT = Fraction(1, 100)
_SIGNED = frozenset({Of.RELATIVE, Of.POINTS, Of.DIFFERENCE})
_WRITTEN: dict[Of, Callable[[Fraction], str]] = {
    Of.SHARE: percent,
    Of.RELATIVE: percent,
    Of.POINTS: lambda value: f"{number(value * 100)} {'point' if abs(value) == _POINT else 'points'}",
    Of.RATIO: lambda value: f"{number(value)} times",
    Of.YEAR: lambda value: str(round(value)),
    Of.RANK: lambda value: f"rank {number(value)}",
    Of.STREAK: lambda value: f"{number(value)} in a row",
}
