"""`figure`: every published row of one figure, each a piece of evidence of its own.

    figure: iom_member_states

The dataset is a table of published figures: figure, says, counts, from, to, as_of, lasting, publisher, title, url.
What a row `says` is read like the words of a statement: a publisher's "over 156,000" is more than 156,000, no more.
Every row of that name is taken; leaving one out needs `except:` with a reason, which is printed.

Supports: "over 150,000 victims", where a publisher says "over 156,000" of the same period.
Refutes: "nearly half", where the report says 57%.
Cannot decide: "over 150,000 victims", where the only row says "over 140,000".
"""

from collections.abc import Sequence

from factcheck.amounts.published import PublishedRow, columns_in, published
from factcheck.checks.interface import Occasion, Tables
from factcheck.errors import FactcheckError, Problem
from factcheck.model.claims import Excepted, Published
from factcheck.model.conditions import ALL_ROWS, Compare, Cond, Name, Value
from factcheck.model.measurements import Amount, Measurement, Note, Piece
from factcheck.model.queries import Answer, Cell, Rows
from factcheck.model.readings import Of, Reading
from factcheck.model.spelling import interval, plural
from factcheck.model.tables import Source

GIVES = frozenset(Of)
AT_MOST = 100_000


def plan(check: Published, tables: Tables) -> tuple[Rows, ...]:
    """All rows of the table, whatever the figure: one look serves every `figure` check, and such tables are small."""
    table = tables[check.table]
    return (Rows(table.name, columns_in(table), ALL_ROWS, AT_MOST),)


def named(figure: str) -> Cond:
    """The rows of that figure."""
    return Compare("=", Name("figure"), Value(figure))


def combine(check: Published, tables: Tables, answers: Sequence[Answer], occasion: Occasion) -> tuple[Piece, ...]:
    """One piece for each published row. Raises FactcheckError where there is none of that name."""
    columns = columns_in(tables[check.table])
    if not answers[0].complete:
        raise FactcheckError(Problem(f"{check.table} has more than {AT_MOST:,} rows", remedy="split the table"))
    own = [cells for cells in answers[0].rows if cells[columns.index("figure")] == check.figure]
    if not own:
        raise FactcheckError(
            Problem(f'no row of {check.table} has the figure "{check.figure}"', remedy="check the column figure")
        )
    rows = [(cells, published(columns, cells)) for cells in own]
    texts = [(dict(zip(columns, map(_written, cells), strict=True)), row) for cells, row in rows]
    kept = [row for written, row in texts if not any(_excepts(one, written) for one in check.excepted)]
    notes = tuple(_told(one, [written for written, _ in texts]) for one in check.excepted)
    return tuple(_piece(row, notes, occasion) for row in kept)


def _written(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _excepts(excepted: Excepted, written: dict[str, str]) -> bool:
    return all(written.get(column) == value for column, value in excepted.values)


def _told(excepted: Excepted, rows: Sequence[dict[str, str]]) -> Note:
    number = sum(_excepts(excepted, row) for row in rows)
    meant = ", ".join(f"{column} {value}" for column, value in excepted.values)
    return Note("excepted", f"{number} of {plural(len(rows), 'row')} left out ({meant}): {excepted.because}")


def _piece(row: PublishedRow, notes: tuple[Note, ...], occasion: Occasion) -> Piece:
    return Piece(
        measurement=_measurement(row, notes, occasion),
        sources=(Source(row.title, row.publisher, row.url, row.as_of_written),),
        as_of=row.as_of or row.ends,
        as_of_first=row.as_of_first,
        starts=row.starts,
        ends=row.ends,
        lasting=row.lasting,
        label=row.as_of_written or (f"{row.starts.year} to {row.ends.year}" if row.starts and row.ends else ""),
    )


def _measurement(row: PublishedRow, notes: tuple[Note, ...], occasion: Occasion) -> Measurement:
    """The row's words as amounts; words that fix no figure leave nothing to measure."""
    try:
        wording = occasion.read(row.says)
    except ValueError as unreadable:
        return Measurement(notes=notes, counts=row.counts, empty=f'"{row.says}" fixes no figure: {unreadable}')
    first = wording.readings[0]
    return Measurement(
        amounts=tuple(_amount(reading) for reading in (*wording.readings, *wording.also)),
        workings=(_working(row.says, first),),
        notes=notes,
        counts=row.counts,
        per=first.per,
        unit=first.unit,
        measure=first.measure,
        whole=True,
        told=row.says,
    )


def _working(says: str, reading: Reading) -> str:
    """The row's words, and what they are read as where that says more."""
    read = interval(reading.accepts, reading.of)
    return f'published: "{says}"' + (f", read as {read}" if read.replace(",", "") != says.replace(",", "") else "")


def _amount(reading: Reading) -> Amount:
    return Amount(reading.of, reading.accepts, reading.accepts, reading.accepts, reading.way, reading.ties)
