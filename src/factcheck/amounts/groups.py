"""A measure for each group of a table, in the order of the groups' keys."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from factcheck.amounts.asking import Kinds, reading
from factcheck.errors import FactcheckError, Problem
from factcheck.model.claims import Measure
from factcheck.model.measurements import Amount, Measurement
from factcheck.model.numbers import EVERYTHING, Interval
from factcheck.model.queries import Answer, Cell
from factcheck.model.spelling import interval
from factcheck.model.tables import Column, Table

Using = Literal["known", "bounds", "if_complete"]


@dataclass(frozen=True, slots=True)
class Group:
    """One group: its key, and its measurement, which has at least one amount."""

    key: Cell
    measurement: Measurement

    @property
    def amount(self) -> Amount:
        return self.measurement.amounts[0]

    def judged(self, using: Using) -> Interval:
        """The interval of that name, with the source's own uncertainty."""
        intervals = {"known": self.amount.known, "bounds": self.amount.bounds, "if_complete": self.amount.if_complete}
        return self.amount.widened(intervals[using])

    def __str__(self) -> str:
        return f"{self.key} {shown(self.amount)}"


def shown(value: Amount) -> str:
    return interval(value.known, value.of)


def groups(kinds: Kinds, measure: Measure, table: Table, answer: Answer) -> tuple[list[Group], Measurement]:
    """The groups with a known key, by key, and a measurement that carries what all of them say.

    Rows whose key is missing may belong to any group: they open the bounds of each. Raises FactcheckError where
    there are more groups than an answer may hold.
    """
    if not answer.complete:
        raise FactcheckError(Problem(f"{table.name} has too many groups to compare", remedy="narrow where:"))
    read = [(row[0], reading(kinds, measure, table, row[1:])) for row in answer.rows]
    keyed = [Group(key, told) for key, told in read if key is not None and told.amounts]
    keyless = [told for key, told in read if key is None and told.amounts]
    ordered = sorted(keyed, key=lambda group: _order(group.key))
    opened = [Group(group.key, _opened(group.measurement, keyless, measure)) for group in ordered]
    return opened, _carried([told for _, told in read])


def _order(key: Cell) -> tuple[str, object]:
    """Keys of a column have one type; the type's name keeps a mixed list from failing."""
    return type(key).__name__, key


def _opened(measurement: Measurement, keyless: Sequence[Measurement], measure: Measure) -> Measurement:
    if not keyless:
        return measurement
    first = measurement.amounts[0]
    extra = keyless[0].amounts[0].bounds.hull(Interval.at(0))
    adds_up = measure.kind in ("count", "sum") and extra.low == 0
    bounds = first.bounds + extra if adds_up else EVERYTHING
    opened = replace(first, bounds=bounds, if_complete=first.if_complete + extra if adds_up else EVERYTHING)
    return replace(measurement, amounts=(opened, *measurement.amounts[1:]))


def _carried(parts: Sequence[Measurement]) -> Measurement:
    firsts = [part.first for part in parts if part.first]
    lasts = [part.last for part in parts if part.last]
    unknown = sum(part.unknown for part in parts)
    notes = dict.fromkeys(note for part in parts for note in part.notes if note.name != "missing values")
    return Measurement(
        notes=tuple(notes),
        unknown=unknown,
        by_bounds=any(part.by_bounds for part in parts),
        first=min(firsts, default=None),
        last=max(lasts, default=None),
        prices=parts[0].prices if parts else "",
    )


def year_of(key: Cell, column: Column) -> int | None:
    """The year of a group's key, where the groups are years or dates."""
    if not column.type.is_time or key is None:
        return None
    return int(str(key)[:4])
