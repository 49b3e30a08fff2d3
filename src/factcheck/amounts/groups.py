"""A measure for each group of a table, in the order of the groups' keys."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from factcheck.amounts.asking import Kinds, reading
from factcheck.amounts.scope import fraction
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
    """One group: its key, and its measurement, which has at least one amount.

    `sure` is False where it may have no row in scope, and so may be none.
    """

    key: Cell
    measurement: Measurement
    sure: bool = True

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


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups with a known key, by key; `carried` is what all of them say.

    Rows whose key is missing may belong to any group: they open the bounds of each. They may also be groups of their
    own, of which there may be several: `stray` is what one of those could come to, None where no key is missing.
    """

    every: tuple[Group, ...]
    stray: Group | None
    carried: Measurement


def groups(kinds: Kinds, measure: Measure, table: Table, answer: Answer) -> Groups:
    """The groups of an answer. Raises FactcheckError where there are more than an answer may hold."""
    if not answer.complete:
        raise FactcheckError(Problem(f"{table.name} has too many groups to compare", remedy="narrow where:"))
    read = [Group(key, reading(kinds, measure, table, cells), fraction(rows) > 0) for key, *cells, rows in answer.rows]
    told = [group for group in read if group.measurement.amounts]
    keyless = next((group for group in told if group.key is None), None)
    keyed = sorted((group for group in told if group.key is not None), key=lambda group: _order(group.key))
    strays = sum(int(fraction(rows)) for key, *_, rows in answer.rows if key is None)
    carried = _carried([group.measurement for group in read], strays)
    if keyless is None:
        return Groups(tuple(keyed), None, carried)
    extra = _extra(keyless, measure)
    opened = (_opened(group, EVERYTHING if extra is None else group.amount.bounds + extra) for group in keyed)
    return Groups(tuple(opened), _opened(keyless, extra or EVERYTHING), carried)


def _order(key: Cell) -> tuple[str, object]:
    """Keys of a column have one type; the type's name keeps a mixed list from failing."""
    return type(key).__name__, key


def _extra(keyless: Group, measure: Measure) -> Interval | None:
    """What the rows without a key may add to any group; None where it is not a matter of adding."""
    extra = keyless.amount.bounds.hull(Interval.at(0))
    return extra if measure.kind in ("count", "sum") and extra.low == 0 else None


def _opened(group: Group, bounds: Interval) -> Group:
    first, *rest = group.measurement.amounts
    opened = replace(first, bounds=bounds, if_complete=bounds)
    return replace(group, measurement=replace(group.measurement, amounts=(opened, *rest)))


def _carried(parts: Sequence[Measurement], strays: int) -> Measurement:
    firsts = [part.first for part in parts if part.first]
    lasts = [part.last for part in parts if part.last]
    unknown = strays + sum(part.unknown for part in parts)
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
