"""Numerator and denominator swapped: the ratio upside down, the part of the wrong whole, a change from its end."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.corrections.neighbours.interface import Around
from factcheck.model.claims import Change, Computation, Measure, Ratio, Single
from factcheck.model.conditions import ALL_ROWS
from factcheck.model.corrections import Neighbour
from factcheck.model.readings import Of


def neighbours(computation: Computation, around: Around) -> Iterator[Neighbour]:
    match computation:
        case Ratio(of, Measure() as to, per="") if around.of in (Of.RATIO, Of.SHARE, Of.LEVEL):
            yield Neighbour("swapped", "numerator and denominator swapped", Ratio(to, of))
        case Single(Measure(kind="share", holds=holds, where=where) as share) if (
            holds is not None and where != ALL_ROWS
        ):
            of_part = replace(share, holds=where, where=holds)
            yield Neighbour("swapped", "part and whole swapped", replace(computation, measure=of_part))
        case Change(of, start, end) if around.of in (Of.RELATIVE, Of.RATIO):
            back = Fraction(-1 if around.of is Of.RELATIVE else 1)
            yield Neighbour("swapped", "measured against the end instead of the start", Change(of, end, start), back)
        case _:
            return
