"""Percent where points were meant, or points where percent were."""

from collections.abc import Iterator

from factcheck.corrections.neighbours.interface import Around
from factcheck.model.claims import Change, Computation
from factcheck.model.corrections import Neighbour
from factcheck.model.readings import Of


def neighbours(computation: Computation, around: Around) -> Iterator[Neighbour]:
    if not isinstance(computation, Change) or computation.of.kind not in ("share", "value", "mean", "median", "sum"):
        return
    if around.of is Of.RELATIVE:
        yield Neighbour("percent or points", "points taken for percent", computation, taken=(Of.POINTS, Of.RELATIVE))
    if around.of is Of.POINTS:
        yield Neighbour("percent or points", "percent taken for points", computation, taken=(Of.RELATIVE, Of.POINTS))
