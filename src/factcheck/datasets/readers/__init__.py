"""Readers: each gives the rows of a file of one format, every cell as text. Parquet is left to the engine."""

from collections.abc import Callable

from factcheck.datasets.readers import csv, excel, json, json_lines, spss, sqlite, stata
from factcheck.datasets.readers.interface import Grid
from factcheck.model.tables import DataFile

Reader = Callable[[DataFile], Grid]

READERS: dict[str, Reader] = {
    "csv": csv.grid,
    "json": json.grid,
    "jsonl": json_lines.grid,
    "xlsx": excel.grid,
    "xls": excel.grid,
    "xlsb": excel.grid,
    "ods": excel.grid,
    "dta": stata.grid,
    "sav": spss.grid,
    "sqlite": sqlite.grid,
}
