"""Values that a check fixes by an equality, and the same check with another value in their place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from factcheck.model.claims import Change, Computation, Measure, Published, Rank, Ratio, Single, Trend
from factcheck.model.conditions import And, Compare, Cond, In, Name, Scalar, Value, conjuncts

Of = Callable[[Measure], Measure]


@dataclass(frozen=True, slots=True, order=True)
class Fixed:
    """A column of a table that must have this value."""

    table: str
    column: str
    value: Scalar


def fixed(computation: Computation) -> tuple[Fixed, ...]:
    """What the computation fixes, each once, in the order it is written."""
    found: dict[Fixed, None] = {}
    for table, condition in _conditions(computation):
        for part in conjuncts(condition):
            match part:
                case Compare("=", Name(column), Value(value)) | In(Name(column), (value,)):
                    found[Fixed(table, column, value)] = None
                case _:
                    continue
    return tuple(found)


def with_value(computation: Computation, one: Fixed, other: Scalar) -> Computation:
    """The computation with the other value wherever it fixes that one."""
    return with_measures(
        computation, lambda measure: _measure(measure, one, other), lambda part: _put(part, one, other)
    )


def with_measures(
    computation: Computation, change: Of, condition: Callable[[Cond], Cond] = lambda one: one
) -> Computation:
    """The computation with every measure of it changed, and its other conditions."""
    match computation:
        case Single(measure):
            return replace(computation, measure=change(measure))
        case Ratio(of, to):
            return replace(computation, of=change(of), to=to and change(to))
        case Change(of, start, end):
            return replace(computation, of=change(of), start=condition(start), end=condition(end))
        case Rank(of, by):
            return replace(computation, of=condition(of), by=change(by))
        case Trend(of):
            return replace(computation, of=change(of))
        case Published():
            return computation
        case _:
            assert_never(computation)


def measures(computation: Computation) -> tuple[Measure, ...]:
    """Every measure of a computation."""
    match computation:
        case Single(measure):
            return (measure,)
        case Ratio(of, to):
            return (of, to) if to else (of,)
        case Change(of) | Trend(of):
            return (of,)
        case Rank(_, by):
            return (by,)
        case Published():
            return ()
        case _:
            assert_never(computation)


def _conditions(computation: Computation) -> Iterator[tuple[str, Cond]]:
    every = measures(computation)
    for measure in every:
        yield measure.table, measure.where
        if measure.holds is not None:
            yield measure.table, measure.holds
    match computation:
        case Change(of, start, end):
            yield of.table, start
            yield of.table, end
        case Rank(of, by):
            yield by.table, of
        case _:
            return


def _measure(measure: Measure, one: Fixed, other: Scalar) -> Measure:
    if measure.table != one.table:
        return measure
    holds = measure.holds and _put(measure.holds, one, other)
    return replace(measure, where=_put(measure.where, one, other), holds=holds)


def _put(condition: Cond, one: Fixed, other: Scalar) -> Cond:
    match condition:
        case And(parts):
            return And(tuple(_put(part, one, other) for part in parts))
        case Compare("=", Name(one.column), Value(one.value)):
            return replace(condition, right=Value(other))
        case In(Name(one.column), (one.value,)):
            return replace(condition, values=(other,))
        case _:
            return condition
