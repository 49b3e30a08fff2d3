"""Rows for persons, or persons for rows: with or without the column that says what each row stands for."""

from collections.abc import Iterator
from dataclasses import replace

from factcheck.corrections.fixed import measures, with_measures
from factcheck.corrections.neighbours.interface import Around
from factcheck.model.claims import Computation, Measure
from factcheck.model.conditions import columns_of
from factcheck.model.corrections import Neighbour
from factcheck.model.tables import ColumnType, Table

WEIGHED = frozenset({"count", "share", "sum", "mean"})
MOST = 5  # columns that a row could stand for


def neighbours(computation: Computation, around: Around) -> Iterator[Neighbour]:
    every = measures(computation)
    if not every or any(one.kind not in WEIGHED for one in every):
        return
    if any(one.weight for one in every):
        told = f"every row counted once, without the weight {next(one.weight for one in every if one.weight)}"
        yield Neighbour("rows or persons", told, with_measures(computation, lambda one: replace(one, weight=None)))
        return
    for name in _weights(every, around.tables[every[0].table]):
        told = f"every row counted as its {name}"
        yield Neighbour("rows or persons", told, _weighed(computation, name, every[0].table))


def _weights(every: tuple[Measure, ...], table: Table) -> list[str]:
    """Columns of whole numbers that the check does not read."""
    read = {name for one in every for part in (one.of, one.holds, one.where) if part for name in columns_of(part)}
    whole = [one.name for one in table.columns if one.type is ColumnType.INTEGER and one.name not in read]
    return whole[:MOST]


def _weighed(computation: Computation, name: str, table: str) -> Computation:
    return with_measures(computation, lambda one: replace(one, weight=name) if one.table == table else one)
