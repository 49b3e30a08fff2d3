"""The columns that a file has, whatever its description says."""

from pathlib import Path

from factcheck.datasets.confined import converted
from factcheck.engines.duckdb import open_engine
from factcheck.model.tables import Table


def header_of(table: Table, folder: Path) -> tuple[str, ...]:
    """The names of the columns that the table's file has. Raises FactcheckError where it cannot be read."""
    if table.file.format != "parquet":
        return converted(table.file, folder, place=table.place).header
    with open_engine({table.name: table}) as engine:
        return tuple(name for name, _ in engine.stored_columns(table.name))
