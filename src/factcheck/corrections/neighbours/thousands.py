"""Thousand, million or billion: three or six zeros too many, or too few."""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.corrections.neighbours.interface import Around
from factcheck.model.claims import Computation
from factcheck.model.corrections import Neighbour
from factcheck.model.readings import Of

COUNTED = frozenset({Of.LEVEL, Of.DIFFERENCE})
SIZES = (("a thousand times", 1_000), ("a million times", 1_000_000))


def neighbours(computation: Computation, around: Around) -> Iterator[Neighbour]:
    if around.of not in COUNTED:
        return
    for told, size in SIZES:
        yield Neighbour("thousands", f"{told} as much", computation, times=Fraction(size))
        part = told.removesuffix(" times")
        yield Neighbour("thousands", f"divided by {part}", computation, times=Fraction(1, size))
