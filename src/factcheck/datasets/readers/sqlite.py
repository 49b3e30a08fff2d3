"""SQLite files: one table, read and never computed in, since SQLite keeps decimals as binary fractions."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from factcheck.datasets.readers.interface import Grid, UnreadableError
from factcheck.datasets.unwritten import REMEDY, unwritten
from factcheck.model.tables import DataFile


def grid(file: DataFile) -> Grid:
    """The rows of the table that is named, or of the only one."""
    return Grid(_rows(file), padded=True)


def _rows(file: DataFile) -> Iterator[tuple[int, list[str]]]:
    if told := unwritten(file):
        raise UnreadableError(told, REMEDY)
    # Immutable: neither a lock nor a journal is written beside the file.
    address = f"{Path(file.absolute).as_uri()}?mode=ro&immutable=1"
    try:
        connection = sqlite3.connect(address, uri=True)
        try:
            connection.execute("pragma trusted_schema = off")
            name = _table(connection, file).replace('"', '""')
            rows = connection.execute(f'select * from "{name}"')  # noqa: S608 - the name of a table there is
            yield 1, [column[0] for column in rows.description]
            for number, row in enumerate(rows, start=2):
                yield number, [_text(cell, file, number) for cell in row]
        finally:
            connection.close()
    except sqlite3.Error as error:
        told = f"{file.path} cannot be read ({error})"
        raise UnreadableError(told, "it may be cut short or no SQLite file: get it again") from None


def _table(connection: sqlite3.Connection, file: DataFile) -> str:
    """The table; a view would be computed."""
    asked = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name"
    tables = [str(name) for (name,) in connection.execute(asked)]
    listed = f"write dialect: {{table: one of {', '.join(tables[:20])}}}" if tables else "get the file again"
    if file.stored and file.stored not in tables:
        raise UnreadableError(f'{file.path} has no table "{file.stored}"', listed)
    if not file.stored and len(tables) != 1:
        raise UnreadableError(f"{file.path} has {len(tables)} tables", listed)
    return file.stored or tables[0]


def _text(cell: object, file: DataFile, number: int) -> str:
    match cell:
        case None:
            return ""
        case bytes():
            remedy = "export the columns you need as CSV"
            raise UnreadableError(f"{file.path}: row {number - 1} holds bytes that are no text", remedy)
        case float() if cell.is_integer() and abs(cell) < 1e15:  # noqa: PLR2004 - below, a float is exact
            return str(int(cell))
        case _:
            return str(cell)
