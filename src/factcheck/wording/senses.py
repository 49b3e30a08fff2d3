"""What a size can be said of: the readings of plain amounts."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from factcheck.model.numbers import Interval
from factcheck.model.readings import Of, Reading
from factcheck.wording.bands import Band
from factcheck.wording.quantity import Kind, Quantity
from factcheck.wording.sizes import Size

SAID_OF = {
    Kind.NUMBER: (Of.LEVEL, Of.RATIO),
    Kind.PERCENT: (Of.SHARE, Of.RELATIVE, Of.RATIO),
    Kind.POINTS: (Of.POINTS,),
    Kind.SHARE: (Of.SHARE, Of.RATIO),
    Kind.TIMES: (Of.RATIO,),
}


class Sense(NamedTuple):
    """The readings of a wording, and what must hold besides."""

    readings: tuple[Reading, ...]
    also: tuple[Reading, ...] = ()


def plain(size: Size, rules: Mapping[str, str]) -> tuple[Reading, ...]:
    """Everything an amount may be said of, the likeliest first.

    `rules` are the words for each rule, from the language file.
    """
    found = [reading(of, size.band, size.quantity) for of in SAID_OF[size.kind]]
    value, unit = size.quantity.value, size.quantity.unit
    if size.kind is Kind.PERCENT and size.is_exact and value in (0, 1):
        found[0] = _whole_share(value, rules, unit)
    if size.kind is Kind.NUMBER and size.is_exact and value == 0:
        found.append(_whole_share(value, rules, unit))
    if size.quantity.is_year and size.is_exact:
        found.append(Reading(Of.YEAR, Interval.at(value), rules["exactly"], value=value))
    return tuple(found)


def reading(of: Of, band: Band, said: Quantity | None = None) -> Reading:
    """A band said of an amount, in the units of the quantity that it is the band of."""
    return Reading(
        of,
        band.accepts,
        band.rule,
        unless_whole=band.unless_whole,
        with_max=band.with_max,
        remarks=band.remarks,
        value=band.value,
        unit=said.unit if said else "",
        measure=measure_of(said) if said else "",
    )


def measure_of(said: Quantity) -> str:
    """The unit of measurement in which the number is said; basis points are points, and read as such."""
    return "" if said.kind is Kind.POINTS else said.measure


def per(readings: tuple[Reading, ...], span: str) -> tuple[Reading, ...]:
    """The same amounts for each day, week, month or year."""
    return tuple(replace(one, per=span) for one in readings if one.of in (Of.LEVEL, Of.RATIO))


def _whole_share(value: Fraction, rules: Mapping[str, str], unit: str) -> Reading:
    rule = rules["all"] if value else rules["none"]
    return Reading(Of.SHARE, Interval.at(value), rule, absolute=True, value=value, unit=unit)


def in_real_terms(sense: Sense) -> Sense:
    """The same, to be measured in constant prices."""
    readings = tuple(replace(one, real=True) for one in sense.readings)
    return Sense(readings, tuple(replace(one, real=True) for one in sense.also))
