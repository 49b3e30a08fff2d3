"""Stata files: the codes as they are stored, not their labels."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.datasets.readers.frames import rows_of
from factcheck.datasets.readers.interface import Grid, UnreadableError
from factcheck.model.tables import DataFile

if TYPE_CHECKING:
    import pandas as pd

_AT_ONCE = 50_000


def grid(file: DataFile) -> Grid:
    """The rows of the file. A label is not put in place of its code: two codes may share one."""
    return Grid(rows_of(_frames(file)), padded=True)


def _frames(file: DataFile) -> "Iterator[pd.DataFrame]":
    import pandas as pd

    try:
        with pd.read_stata(
            file.absolute, chunksize=_AT_ONCE, convert_categoricals=False, preserve_dtypes=True
        ) as reader:
            yield from reader
    except Exception as error:  # noqa: BLE001 - a damaged file makes the reader raise whatever it comes upon
        told = f"{file.path} cannot be read ({type(error).__name__}: {error})"
        raise UnreadableError(told, "it may be cut short or no Stata file: get it again") from None
