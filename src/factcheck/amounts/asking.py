"""How a measure is asked of a table: its figures in one query, its answer read into a measurement."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from factcheck.amounts.days import reach, reach_figures
from factcheck.amounts.scope import true_rows
from factcheck.amounts.spread import assumed
from factcheck.model.claims import Measure, MeasureKind
from factcheck.model.conditions import Cond, Is, Not
from factcheck.model.measurements import Amount, Measurement, Note
from factcheck.model.queries import Cell, Figure, Query
from factcheck.model.readings import Of
from factcheck.model.tables import Table


class Kind(Protocol):
    """What each kind of measure offers."""

    GIVES: frozenset[Of]

    def scope(self, measure: Measure, table: Table) -> Cond:
        """The rows it is about. Raises FactcheckError where the check cannot be asked of this table."""
        ...

    def figures(self, measure: Measure, table: Table) -> tuple[Figure, ...]:
        """What it asks of the engine."""
        ...

    def measured(self, measure: Measure, table: Table, cells: Sequence[Cell]) -> Measurement:
        """What the answers to `figures` come to."""
        ...


Kinds = Mapping[MeasureKind, Kind]


def question(kinds: Kinds, measure: Measure, table: Table, *, by: tuple[str, ...] = ()) -> Query:
    """The one query that a measure needs, for the whole table or for each group.

    Groups without a row that may be in scope are left out; of each other, the last figure is the number of rows that
    surely are. The whole table is asked as it is, since queries that differ only in their figures are answered by one
    scan.
    """
    kind = kinds[measure.kind]
    scope = kind.scope(measure, table)
    figures = kind.figures(measure, table) + reach_figures(table, scope)
    if not by:
        return Query(table.name, figures)
    return Query(table.name, (*figures, true_rows(scope)), by, Not(Is(scope, "false")))


def reading(kinds: Kinds, measure: Measure, table: Table, cells: Sequence[Cell]) -> Measurement:
    """The measurement that one row of the query's answer comes to, with the notes that the table itself raises."""
    reaching = 2 if table.time else 0
    split = len(cells) - reaching
    first, last = reach(cells[split:])
    measured = kinds[measure.kind].measured(measure, table, cells[:split])
    return replace(
        measured,
        notes=(*measured.notes, *table_notes(table, measured.amounts)),
        by_bounds=measured.by_bounds or measure.missing == "bounds",
        first=first,
        last=last,
        prices=table.prices,
    )


def table_notes(table: Table, amounts: Sequence[Amount]) -> tuple[Note, ...]:
    """What the description says, or leaves unsaid, that bears on every number taken from the table."""
    notes: list[Note] = []
    if table.complete is None:
        notes.append(Note("completeness assumed", f'add "complete: yes" or "complete: no" to dataset {table.name}'))
    if table.complete is False:
        notes.append(Note("incomplete", table.complete_reason))
    if told := assumed(amounts, table):
        notes.append(Note("uncertainty assumed", told))
    if table.uncertainty and not table.uncertainty.assumed:
        notes.append(Note("uncertainty", table.uncertainty.quote or table.uncertainty.source))
    return tuple(notes)


def missing_note(unknown: int, rows: int, besides: str = "") -> tuple[Note, ...]:
    """How many of how many could not be told, and what is missing `besides`."""
    told = [f"{unknown:,} of {rows:,} unknown"] if unknown else []
    if besides:
        told.append(besides)
    return (Note("missing values", ", and ".join(told)),) if told else ()
