"""Parquet files, which an engine reads as they are."""

from pathlib import Path

from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.model.tables import DataFile, Table

_MARK = b"PAR1"


def ready(table: Table, folder: Path) -> DataFile:  # noqa: ARG001 - every reader is given a folder
    """The file itself. Raises FactcheckError where it is no Parquet file. The engine compares the columns."""
    with Path(table.file.absolute).open("rb") as file:
        if file.read(len(_MARK)) != _MARK:
            message = f"{table.file.path} is no Parquet file"
            raise FactcheckError(Problem(message, table.place, "check its format", code=ExitCode.NOT_CHECKED))
    return table.file
