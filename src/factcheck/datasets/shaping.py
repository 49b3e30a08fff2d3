"""A table out of the rows of a file: its line of names, and its cells, as the description lays them out."""

from collections.abc import Iterator, Sequence

from factcheck.datasets.headers import MOST_COLUMNS
from factcheck.datasets.layouts import bounds
from factcheck.datasets.readers.interface import Grid, UnreadableError
from factcheck.datasets.totals import TOTAL
from factcheck.files.quoting import quoted
from factcheck.model.spelling import plural
from factcheck.model.tables import DataFile, Layout, Unpivot

Numbered = Iterator[tuple[int, list[str]]]


def shaped(grid: Grid, file: DataFile) -> tuple[list[str], Iterator[list[str]]]:
    """The names of the columns and the rows of the table. Raises UnreadableError, also while rows are read."""
    layout = file.layout
    rows = _table_rows(grid.rows, file)
    levels = _levels(rows, file)
    names = _names(levels, layout)
    _refuse_names(names, file)
    body = _filled(_even(rows, len(names), file, padded=grid.padded), names, file)
    if layout.unpivot is None:
        return names, body
    return _unpivoted(layout.unpivot, levels, names, body, file)


def _table_rows(rows: Numbered, file: DataFile) -> Numbered:
    """The rows inside the range that are not left out, with the cells inside the range."""
    left, right, last = bounds(file.layout.cells)
    left_out = frozenset(file.layout.left_out)
    for number, row in rows:
        if last is not None and number > last:
            return
        if number not in left_out:
            yield number, row[left:right]


def _levels(rows: Numbered, file: DataFile) -> list[list[str]]:
    """The rows of names, the uppermost first, all of one length."""
    wanted = {*file.layout.above, file.header_row}
    found = []
    for number, row in rows:
        if number in wanted:
            found.append(row)
        if number >= file.header_row:
            break
    if len(found) < len(wanted):
        raise UnreadableError(f"{file.path} has no row {file.header_row}", "check headerRows, or get the file again")
    width = max(*(place for place, _ in file.layout.renamed), 0, *(len(_trimmed(row)) for row in found))
    return [(row + [""] * width)[:width] for row in found]


def _trimmed(names: list[str]) -> list[str]:
    """The names without the empty cells at their end."""
    while names and not names[-1]:
        names = names[:-1]
    return names


def _names(levels: Sequence[list[str]], layout: Layout) -> list[str]:
    """One name for each column: of upper rows, an empty cell has the name to its left."""
    above = [_to_the_right(row) for row in levels[:-1]]
    names = [layout.join.join(filter(None, parts)) for parts in zip(*above, levels[-1], strict=True)]
    for place, name in layout.renamed:
        names[place - 1] = name
    return names


def _to_the_right(row: list[str]) -> list[str]:
    filled, last = [], ""
    for name in row:
        last = name or last
        filled.append(last)
    return filled


def _refuse_names(names: list[str], file: DataFile) -> None:
    if not names:
        raise UnreadableError(f"{file.path}: row {file.header_row} is empty", "write headerRows: [the row of names]")
    if len(names) > MOST_COLUMNS:
        told = f"{file.path} has {len(names):,} columns; at most {MOST_COLUMNS:,} are read"
        raise UnreadableError(told, "check the delimiter, or split the table")


def _even(rows: Numbered, width: int, file: DataFile, *, padded: bool) -> Numbered:
    """The rows that hold anything, all of one width."""
    for number, row in rows:
        if any(row[width:]):
            message = f"{file.path}: row {number} has a cell beyond the last column"
            raise UnreadableError(message, "name every column by dialect: rename, or write range")
        if not any(row) and (padded or len(row) != width):
            continue
        if len(row) < width and not padded:
            message = f"{file.path}:{number}: the row has {plural(len(row), 'cell')}, the header {width}"
            raise UnreadableError(message, "correct the row, or leave it out by commentRows")
        yield number, (row + [""] * (width - len(row)))[:width]


def _filled(rows: Numbered, names: list[str], file: DataFile) -> Iterator[list[str]]:
    places = [_place(name, names, file) for name in file.layout.filled]
    last = dict.fromkeys(places, "")
    for _, row in rows:
        for place in places:
            row[place] = last[place] = row[place] or last[place]
        yield row


def _unpivoted(
    wide: Unpivot, levels: Sequence[list[str]], names: list[str], rows: Iterator[list[str]], file: DataFile
) -> tuple[list[str], Iterator[list[str]]]:
    """One row for each cell that is neither kept nor left out."""
    kept = [_place(name, names, file) for name in wide.keep]
    out = {_place(name, names, file) for name in wide.leave_out}
    several = len(wide.names) > 1
    above = [_to_the_right(row) for row in levels[:-1]]
    melted = [
        (at, [row[at] for row in (*above, levels[-1])] if several else [name])
        for at, name in enumerate(names)
        if at not in out and at not in kept
    ]
    for at, told in melted:
        if not all(told):
            message = f"{file.path}: column {at + 1} has no name, and its cells would have none"
            raise UnreadableError(message, "name it in the file, or leave it out by range")
    _refuse_totals(wide, melted, names, file)
    header = [*wide.keep, *wide.names, wide.values]
    long = ([*(row[at] for at in kept), *told, row[place]] for row in rows for place, told in melted)
    return header, long


def _refuse_totals(wide: Unpivot, melted: list[tuple[int, list[str]]], names: list[str], file: DataFile) -> None:
    """A column of totals would be added to its parts, unless the description tells what it is."""
    for level, column in enumerate(wide.names):
        found = {names[at]: told[level] for at, told in melted if TOTAL.fullmatch(told[level])}
        if found and column not in wide.told:
            name = next(iter(found))
            message = f'{file.path}: the column "{name}" may be a sum of others, and would be a row beside them'
            columns, values = (", ".join(map(quoted, dict.fromkeys(one))) for one in (found, found.values()))
            in_totals = f"totals: {{{quoted(column)}: [{values}]}}"
            remedy = f"write leave_out: [{columns}] in unpivot; or {in_totals} if it is text; [] if none is a sum"
            raise UnreadableError(message, remedy)


def _place(name: str, names: list[str], file: DataFile) -> int:
    if names.count(name) != 1:
        how = "no" if name not in names else "more than one"
        raise UnreadableError(f'{file.path} has {how} column "{name}"', f"its columns are: {', '.join(names[:20])}")
    return names.index(name)
