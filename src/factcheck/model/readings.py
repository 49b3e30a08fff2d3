"""What words accept: an interval, of what, and the rule that says so."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from factcheck.model.numbers import Interval


class Of(StrEnum):
    """What an amount is an amount of.

    Shares, points and relative changes are plain fractions: 94% is 47/50, up 3 points is 3/100, 25% more is 1/4.
    """

    LEVEL = "level"
    SHARE = "share"
    RATIO = "ratio"
    DIFFERENCE = "difference"
    POINTS = "points"
    RELATIVE = "relative"
    RANK = "rank"
    STREAK = "streak"
    YEAR = "year"


class Way(StrEnum):
    """Which end a rank counts from, or which way a streak goes."""

    ANY = ""
    HIGHEST = "highest"
    LOWEST = "lowest"
    FIRST = "first"
    LAST = "last"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Remark:
    """A note to raise when the measured interval lies inside `when`; `of` is the amount meant if not the judged one."""

    note: str
    when: Interval
    of: Of | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One sense of a wording.

    `accepts` is what the words accept; `unless_whole` is what they accept of a measure that need not be whole.
    `absolute` readings (all, none, only) are judged by the bounds. `ties` is False where a tie refutes ("the
    highest"). `since` is the year that the data must reach. `real` asks for constant prices. `value` is the number
    said, without its hedge. `unit` is "percent", "points", or a currency code; `measure` a unit of measurement as the
    language file spells it ("km"); `per` is "day", "week" and so on. `with_max` is what "up to" accepts of a greatest
    value.
    """

    of: Of
    accepts: Interval
    rule: str
    unless_whole: Interval | None = None
    way: Way = Way.ANY
    ties: bool = True
    absolute: bool = False
    remarks: tuple[Remark, ...] = ()
    since: int | None = None
    real: bool = False
    value: Fraction | None = None
    unit: str = ""
    measure: str = ""
    per: str = ""
    with_max: Interval | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of a text that fix a figure: `text[start:end]` of what was read.

    `readings` are the amounts it can be said of, the likeliest first: the first that a check gives is judged. Two of
    the same amount are two senses; both are judged. `also` must hold besides, where the check gives it. `figure` is
    False for words that are a claim only where someone makes them one ("all", "rose", "the first").
    """

    text: str
    start: int
    end: int
    readings: tuple[Reading, ...]
    also: tuple[Reading, ...] = ()
    figure: bool = True

    @property
    def measure(self) -> str:
        """The unit of measurement that the words name; the empty string where they name none."""
        return next((one.measure for one in (*self.readings, *self.also) if one.measure), "")

    def measured_in(self, measure: str) -> "Wording":
        """The same words, which stand before that unit of measurement."""
        readings, also = (tuple(replace(one, measure=measure) for one in some) for some in (self.readings, self.also))
        return replace(self, readings=readings, also=also)


@dataclass(frozen=True, slots=True)
class Period:
    """Days a text speaks of, both included, and the words that say so.

    `is_base` marks those that something is set against: "up from 95 in 2022".
    """

    start: date
    end: date
    text: str = ""
    at: tuple[int, int] = (0, 0)
    is_base: bool = False
