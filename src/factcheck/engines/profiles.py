"""Profiles of tables from the counts and examples an engine gives."""

from collections.abc import Sequence

from factcheck.model.queries import Cell, ColumnProfile

# How many cells that do not fit are shown of each column, and among how many rows they are looked for.
EXAMPLES = 5
SEARCHED_EXAMPLES = 100


def column_profiles(columns: Sequence[str], counts: Sequence[Cell]) -> tuple[int, list[ColumnProfile]]:
    """The number of rows, and the profile of each column without examples.

    The counts are of all rows, then for each column of the missing, the censored and the known cells. A censored cell
    is known by its two ends; what is neither missing nor known does not fit.
    """
    rows, *others = (int(str(count)) for count in counts)
    triples = zip(columns, others[::3], others[1::3], others[2::3], strict=True)
    return rows, [
        ColumnProfile(column, missing, censored, rows - missing - known) for column, missing, censored, known in triples
    ]


def examples_of(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> dict[str, tuple[str, ...]]:
    """Different cells of each column, the first first, from rows of cells that do not fit or None."""
    found: dict[str, tuple[str, ...]] = {}
    for place, column in enumerate(columns):
        cells = [str(row[place]) for row in rows if row[place] is not None]
        found[column] = tuple(dict.fromkeys(cells))[:EXAMPLES]
    return found
