"""Another year, or another date, than the one the check asks for."""

from collections.abc import Iterator

from factcheck.corrections.fixed import fixed, with_value
from factcheck.corrections.neighbours.interface import Around
from factcheck.model.claims import Computation
from factcheck.model.corrections import Neighbour


def neighbours(computation: Computation, around: Around) -> Iterator[Neighbour]:
    for one in fixed(computation):
        if around.tables[one.table].column(one.column).type.is_time:
            for value in around.values.get((one.table, one.column), ()):
                told = f"{one.column} {value} instead of {one.value}"
                yield Neighbour("another time", told, with_value(computation, one, value))
