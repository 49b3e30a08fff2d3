"""JSON lines: one object a line, one a row. Numbers stay as written."""

import json
from collections.abc import Iterator
from pathlib import Path

from factcheck.datasets.headers import MOST_COLUMNS
from factcheck.datasets.readers.interface import Grid, UnreadableError
from factcheck.datasets.readers.records import Item, no_constant, no_double, rows_of
from factcheck.model.tables import DataFile

LONGEST_LINE = 16_000_000


def grid(file: DataFile) -> Grid:
    """The rows of the file; it is read once for all names there are, and once for the rows."""
    return Grid(_rows(file), keyed=True, padded=True)


def _rows(file: DataFile) -> Iterator[tuple[int, list[str]]]:
    names: dict[str, None] = {}
    for _, record in _records(file):
        names.update(dict.fromkeys(record if isinstance(record, dict) else ()))
        if len(names) > MOST_COLUMNS:
            told = f"{file.path} has more than {MOST_COLUMNS:,} names, the most columns that are read"
            raise UnreadableError(told, "split the table")
    if not names:
        raise UnreadableError(f"{file.path} has no rows", "get the file again")
    yield 1, list(names)
    yield from rows_of(_records(file), list(names), file)


def _records(file: DataFile) -> Iterator[tuple[str, Item]]:
    encoding = "utf-8-sig" if file.encoding == "utf-8" else file.encoding
    number = 0
    try:
        with Path(file.absolute).open(encoding=encoding) as text:
            while line := text.readline(LONGEST_LINE):
                number += 1
                if line.strip():
                    yield f"line {number}", _record(line, number, file)
    except UnicodeError as error:
        told = f"{file.path}:{number + 1}: not all of it is {file.encoding} ({error})"
        raise UnreadableError(told, "declare the encoding it has") from None


def _record(line: str, number: int, file: DataFile) -> Item:
    place = f"{file.path}:{number}"
    try:
        record: Item = json.loads(
            line, parse_float=str, parse_int=str, parse_constant=no_constant, object_pairs_hook=no_double
        )
    except (ValueError, RecursionError) as error:
        remedy = "each line is one whole object; the file may be cut short"
        raise UnreadableError(f"{place}: no JSON ({error})", remedy) from None
    if not isinstance(record, dict):
        raise UnreadableError(f"{place}: no object", "each line is one object: {...}")
    return record
