"""Intervals as an editor writes them: "> 50%", ">= 95% < 100%", "= 1"."""

from fractions import Fraction

from factcheck.model.numbers import Interval

HUNDRED = 100


def interval(text: str) -> Interval:
    """The interval that comparisons name together. Raises ValueError where they name none.

    >>> interval(">= 45% < 50%") == Interval(Fraction(9, 20), Fraction(1, 2), high_open=True)
    True
    """
    words = text.split()
    low = high = None
    low_open = high_open = False
    for sign, number in zip(words[::2], words[1::2], strict=True):
        if sign not in (">", ">=", "<", "<=", "="):
            raise ValueError(f'"{sign}" is no comparison, in "{text}"')
        if sign in (">", ">=", "="):
            low, low_open = amount(number), sign == ">"
        if sign in ("<", "<=", "="):
            high, high_open = amount(number), sign == "<"
    if not words:
        raise ValueError("no interval is written")
    return Interval(low, high, low_open, high_open)


def amount(text: str) -> Fraction:
    """A number as written: 150,000, 1/4, 47.9%."""
    digits = text.replace(",", "")
    return Fraction(digits[:-1]) / HUNDRED if digits.endswith("%") else Fraction(digits)
