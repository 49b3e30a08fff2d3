"""A number with its unit, before anything hedges it."""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from factcheck.model.quantities import Sort
from factcheck.wording.number import Number


class Kind(StrEnum):
    """What a quantity is said in: the unit decides how far it may be from the truth, and of what it can be said."""

    NUMBER = "number"
    PERCENT = "percent"
    POINTS = "points"
    SHARE = "share"
    TIMES = "times"


class Quantity(NamedTuple):
    """A number with its unit, nothing hedging it. Percents, points and shares are plain fractions.

    `unit` is "percent", "points" or a currency, `measure` another unit and `sort` what it is a quantity of; `scale` is
    what its last scale word is worth; `is_year` says that it may be a year. `number` is the number itself.
    """

    kind: Kind
    value: Fraction
    printed: Fraction
    text: str
    has_decimals: bool = False
    unit: str = ""
    scale: Fraction = Fraction(1)
    is_year: bool = False
    sort: Sort = Sort.NUMBER
    measure: str = ""
    number: Number | None = None

    @property
    def is_whole(self) -> bool:
        """Said without decimals, of something that can be counted."""
        return self.kind is Kind.NUMBER and not self.has_decimals and self.value.denominator == 1
