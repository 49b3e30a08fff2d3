"""The checks beside a claim's own: every slip that is looked for. One file a kind; the list below names them all."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.corrections.neighbours import (
    another_row,
    another_time,
    percent_or_points,
    rows_or_persons,
    sign,
    swapped,
    thousands,
)
from factcheck.corrections.neighbours.interface import Around, Kind
from factcheck.model.claims import Computation
from factcheck.model.corrections import Neighbour

KINDS: Sequence[Kind] = (
    another_time,
    another_row,
    sign,
    percent_or_points,
    thousands,
    swapped,
    rows_or_persons,
)


def neighbours(computation: Computation, around: Around) -> Iterator[Neighbour]:
    """Every neighbour of a check, each once, in the order of the list."""
    seen = {Neighbour("", "", computation)}
    for kind in KINDS:
        for one in kind.neighbours(computation, around):
            bare = replace(one, kind="", told="")
            if bare not in seen:
                seen.add(bare)
                yield one
