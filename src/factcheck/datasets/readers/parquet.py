"""Parquet files, which an engine reads as they are: here it is only seen that they are whole."""

from pathlib import Path

from factcheck.datasets.readers.interface import UnreadableError
from factcheck.model.tables import DataFile

_MARK = b"PAR1"


def refuse_broken(file: DataFile) -> None:
    """Raises UnreadableError where the file is no Parquet file, or is cut short."""
    with Path(file.absolute).open("rb") as opened:
        first = opened.read(len(_MARK))
        opened.seek(max(0, opened.seek(0, 2) - len(_MARK)))
        last = opened.read()
    if first != _MARK:
        raise UnreadableError(f"{file.path} is no Parquet file", "check its format")
    if last != _MARK:
        raise UnreadableError(f"{file.path} is cut short: its end is not that of a Parquet file", "get the file again")
