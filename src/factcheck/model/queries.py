"""What the checks ask of an engine, and what it gives back. Nothing here knows SQL.

Engines give only exact sums, counts, least, most, distinct and order statistics. Division and halving are done above,
in fractions.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from factcheck.model.conditions import ALL_ROWS, Cond, Expr, Value, columns_of

FigureKind = Literal["sum", "known", "least", "most", "distinct", "lower_middle", "upper_middle"]
Side = Literal["low", "high"]
Cell = Decimal | str | date | bool | tuple[str, ...] | None

ONE = Value(Decimal(1))


@dataclass(frozen=True, slots=True)
class Figure:
    """One exact number over the rows where `where` is certainly true.

    `sum` skips rows where `of` or `weight` is unknown and is zero over no rows; `known` counts (or sums `weight` over)
    the rows where `of` is known; `least`, `most` and the middles are None over no known values. The lower and upper
    middle are the two values about the half of the known values in order, equal when their number is odd. `side`
    says which end of a censored cell is taken.
    """

    kind: FigureKind
    of: Expr = ONE
    where: Cond = ALL_ROWS
    side: Side = "low"
    weight: Expr | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """Figures over a table, one row of them for each group of `by` (one row in all where `by` is empty).

    Groups come in no promised order; a group whose key is missing is one of them, with key None. At most `at_most`
    groups are given; if there are more the answer says that it is not complete.
    """

    table: str
    figures: tuple[Figure, ...]
    by: tuple[str, ...] = ()
    where: Cond = ALL_ROWS
    at_most: int = 100_000


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a table as they are in the file's order, typed, at most so many."""

    table: str
    columns: tuple[str, ...]
    where: Cond = ALL_ROWS
    at_most: int = 20


@dataclass(frozen=True, slots=True)
class Profile:
    """How many rows a table has and, for each of the columns named, how its cells fit the schema."""

    table: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Values of these columns, together, that come in several rows or are missing; each with its number of rows."""

    table: str
    columns: tuple[str, ...]
    at_most: int = 5


@dataclass(frozen=True, slots=True)
class Difference:
    """Rows, as text, that one table has more often than the other: positive numbers are of `table`.

    `by_value` takes no notice of how a number, or a missing cell, is written.
    """

    table: str
    other: str
    columns: tuple[str, ...]
    at_most: int = 100_000
    by_value: bool = False


Listing = Rows | Duplicates | Difference
Request = Query | Profile | Listing


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of values, in the order of the figures (after the group's keys) or columns asked for.

    `complete` is False where there were more rows than asked for.
    """

    rows: tuple[tuple[Cell, ...], ...]
    complete: bool = True


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """Cells of one column: how many are missing, how many censored, how many do not fit, and some that do not."""

    column: str
    missing: int
    censored: int
    misfits: int
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableProfile:
    table: str
    rows: int
    columns: tuple[ColumnProfile, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """An answer that could not be had: what happened, and what to do."""

    message: str
    remedy: str = ""


Response = Answer | TableProfile | Failure


def columns_read(request: Request) -> frozenset[str]:
    """The columns of its table that a request needs."""
    if isinstance(request, Query):
        of_figures = [columns_of(part) for figure in request.figures for part in (figure.of, figure.where)]
        weights = [columns_of(figure.weight) for figure in request.figures if figure.weight is not None]
        return frozenset(request.by).union(columns_of(request.where), *of_figures, *weights)
    if isinstance(request, Rows):
        return frozenset(request.columns) | columns_of(request.where)
    return frozenset(request.columns)
