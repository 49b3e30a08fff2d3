"""A number as it was said."""

from fractions import Fraction
from typing import NamedTuple

ONE = Fraction(1)


class Number(NamedTuple):
    """A number, what one unit of its last printed digit is worth, and its tokens from `start` up to `end`.

    "4.2 million" is 4,200,000 printed to 100,000 with decimals; "5 million" is printed to 1,000,000 without.
    `scale` is what its last scale word is worth. `digits` are those of a number that is written in plain digits alone.
    `is_part` says that it is a part of one: "two thirds".
    """

    value: Fraction
    printed: Fraction
    start: int
    end: int
    has_decimals: bool = False
    digits: str = ""
    scale: Fraction = ONE
    is_part: bool = False
