"""Readers: each makes the file of one format ready for an engine, which reads CSV in UTF-8, and Parquet."""

from collections.abc import Callable
from pathlib import Path

from factcheck.datasets.readers import csv, excel, parquet
from factcheck.model.tables import DataFile, Table

Reader = Callable[[Table, Path], DataFile]

READERS: dict[str, Reader] = {
    "csv": csv.ready,
    "parquet": parquet.ready,
    "xlsx": excel.ready,
    "xls": excel.ready,
    "xlsb": excel.ready,
    "ods": excel.ready,
}
