"""A table without a description: every column is text, but those whose type is told."""

import csv
from collections.abc import Mapping
from pathlib import Path

from factcheck.errors import ExitCode, FactcheckError, Problem, did_you_mean
from factcheck.model.tables import Column, ColumnType, DataFile, Table

FORMATS = {".csv": ",", ".tsv": "\t", ".txt": ","}
NAME = "data"


def untyped(
    path: Path, *, types: Mapping[str, ColumnType], delimiter: str, encoding: str, missing: tuple[str, ...]
) -> Table:
    """The table in a CSV or TSV file, taken to describe the day it is asked about.

    Raises FactcheckError where it cannot be read or a column is not there.
    """
    if path.suffix.lower() not in FORMATS:
        remedy = "describe it in datasets/datapackage.yaml, or save it as CSV"
        raise FactcheckError(Problem(f"{path} is no CSV or TSV file", remedy=remedy))
    mark = delimiter or FORMATS[path.suffix.lower()]
    header = _header(path, mark, encoding)
    for name in types:
        if name not in header:
            raise FactcheckError(Problem(f'no column "{name}"', remedy=did_you_mean(name, header, has="It has")))
    columns = tuple(Column(name, types.get(name, ColumnType.TEXT), missing=missing) for name in header)
    file = DataFile(str(path), str(path.resolve()), "csv", encoding, mark)
    return Table(NAME, columns, file, title=path.name, lasting=True)


def _header(path: Path, delimiter: str, encoding: str) -> list[str]:
    try:
        with path.open(encoding="utf-8-sig" if encoding == "utf-8" else encoding, newline="") as file:
            header = next(csv.reader(file, delimiter=delimiter), [])
    except (OSError, LookupError, UnicodeError, csv.Error) as error:
        told = error.strerror if isinstance(error, OSError) else str(error)
        problem = Problem(
            f"{path} cannot be read: {told}", remedy="check the name and --encoding", code=ExitCode.NOT_CHECKED
        )
        raise FactcheckError(problem) from None
    if not header:
        raise FactcheckError(Problem(f"{path} is empty", remedy="get the file again", code=ExitCode.NOT_CHECKED))
    twice = next((name for name in header if header.count(name) > 1), None)
    if twice is not None:
        raise FactcheckError(Problem(f'{path} has two columns called "{twice}"', remedy="rename one in the file"))
    return header
