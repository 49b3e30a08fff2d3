"""A rise for a fall, or a number without its minus."""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.corrections.fixed import measures
from factcheck.corrections.neighbours.interface import Around
from factcheck.model.claims import Change, Computation
from factcheck.model.corrections import Neighbour
from factcheck.model.readings import Of

CHANGES = frozenset({Of.DIFFERENCE, Of.POINTS, Of.RELATIVE})
NEVER_NEGATIVE = frozenset({"count", "distinct", "exists", "share"})


def neighbours(computation: Computation, around: Around) -> Iterator[Neighbour]:
    is_level = around.of is Of.LEVEL and any(one.kind not in NEVER_NEGATIVE for one in measures(computation))
    if is_level or (isinstance(computation, Change) and around.of in CHANGES):
        yield Neighbour("sign", "with the other sign", computation, times=Fraction(-1))
