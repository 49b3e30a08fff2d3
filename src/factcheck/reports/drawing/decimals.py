"""Numbers for programs: decimal strings of 12 significant digits; null is unbounded or absent."""

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

from factcheck.model.numbers import Interval

DIGITS = Context(prec=12, rounding=ROUND_HALF_EVEN)

Json = dict[str, object]


def decimal(value: Fraction | None) -> str | None:
    """
    >>> decimal(Fraction(11391, 11925)), decimal(Fraction(150000)), decimal(None)
    ('0.955220125786', '150000', None)
    """
    if value is None:
        return None
    quotient = DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))
    text = f"{quotient:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def ends(interval: Interval) -> Json:
    """Both ends of an interval, and whether each is open."""
    return {
        "low": decimal(interval.low),
        "high": decimal(interval.high),
        "low_open": interval.low_open,
        "high_open": interval.high_open,
    }
