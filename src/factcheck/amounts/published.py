"""The rows of a table of published figures: what was published, by whom, of which days."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.errors import FactcheckError, Problem
from factcheck.model.queries import Cell
from factcheck.model.tables import Table

COLUMNS = ("figure", "says", "counts", "from", "to", "as_of", "lasting", "publisher", "title", "url")


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """One published figure. A day known to the month or the year only is its last day; a start, its first.

    `as_of_first` is the first day that `as_of` may mean.
    """

    figure: str
    says: str
    counts: str = ""
    starts: date | None = None
    ends: date | None = None
    as_of_first: date | None = None
    as_of: date | None = None
    as_of_written: str = ""
    lasting: bool = False
    publisher: str = ""
    title: str = ""
    url: str = ""


def columns_in(table: Table) -> tuple[str, ...]:
    """The columns to ask for. Raises FactcheckError where the table is not one of published figures."""
    absent = [name for name in ("figure", "says") if not table.has(name)]
    if absent:
        raise FactcheckError(
            Problem(
                f"{table.name} is no table of published figures: it has no column {' or '.join(absent)}",
                remedy=f"its columns are to be: {', '.join(COLUMNS)}",
            )
        )
    return tuple(name for name in COLUMNS if table.has(name))


def published(columns: Sequence[str], cells: Sequence[Cell]) -> PublishedRow:
    """One row of the answer. Raises FactcheckError where a day is not written YYYY, YYYY-MM or YYYY-MM-DD."""
    written = {name: "" if cell is None else str(cell) for name, cell in zip(columns, cells, strict=True)}
    return PublishedRow(
        figure=written["figure"],
        says=written["says"],
        counts=written.get("counts", ""),
        starts=day(written.get("from", ""), first=True),
        ends=day(written.get("to", ""), first=False),
        as_of_first=day(written.get("as_of", ""), first=True),
        as_of=day(written.get("as_of", ""), first=False),
        as_of_written=written.get("as_of", ""),
        lasting=written.get("lasting", "").casefold() in ("yes", "true"),
        publisher=written.get("publisher", ""),
        title=written.get("title", ""),
        url=written.get("url", ""),
    )


def day(written: str, *, first: bool) -> date | None:
    """The first or the last day of a year, a month or a day.

    >>> day("2022-11", first=False)
    datetime.date(2022, 11, 30)
    """
    if not written:
        return None
    try:
        year, month, number = [*map(int, written.split("-")), 0, 0][:3]
        start = date(year, month or 1, number or 1)
    except ValueError:
        raise FactcheckError(Problem(f'"{written}" is no day', remedy="write 2022, 2022-11 or 2022-11-29")) from None
    if first or number:
        return start
    end_month = month or 12
    return date(year, end_month, monthrange(year, end_month)[1])
