"""The numbers and years that the conditions of a check name."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from factcheck.model.claims import Change, Computation, Measure, Published, Rank, Ratio, Single, Trend
from factcheck.model.conditions import And, Arith, Compare, Cond, Contains, Expr, HasText, In, Name, Or, Scalar, Value


def numbers_named(computation: Computation) -> frozenset[Fraction]:
    """Every number its conditions compare with; of a date, the year."""
    conditions = tuple(_conditions(computation))
    scalars = [scalar for condition in conditions for scalar in _scalars(condition)]
    return frozenset(number for scalar in scalars for number in _numbers(scalar))


def _numbers(scalar: Scalar) -> tuple[Fraction, ...]:
    match scalar:
        case bool():
            return ()
        case Decimal():
            return (Fraction(scalar),)
        case date():
            return (Fraction(scalar.year),)
        case _:
            return (Fraction(scalar),) if scalar.isascii() and scalar.isdigit() and len(scalar) == len("2021") else ()


def _conditions(computation: Computation) -> Iterator[Cond]:
    match computation:
        case Single(measure):
            yield from _of_measure(measure)
        case Ratio(of, to):
            yield from _of_measure(of)
            if to is not None:
                yield from _of_measure(to)
        case Change(of, start, end):
            yield from (*_of_measure(of), start, end)
        case Rank(of, by):
            yield from (*_of_measure(by), of)
        case Trend(of):
            yield from _of_measure(of)
        case Published():
            return
        case _:
            assert_never(computation)


def _of_measure(measure: Measure) -> Iterator[Cond]:
    yield measure.where
    if measure.holds is not None:
        yield measure.holds


def _scalars(node: Cond | Expr) -> Iterator[Scalar]:
    match node:
        case Value(value):
            yield value
        case In(_, values):
            yield from values
        case Compare() | Arith():
            yield from (*_scalars(node.left), *_scalars(node.right))
        case And(parts) | Or(parts):
            for part in parts:
                yield from _scalars(part)
        case Contains(_, item):
            yield from _scalars(item)
        case Name() | HasText():
            return
        case _:
            yield from _scalars(node.of)
