"""The file of a table as SQL to read from. Nothing about a file is detected: all is said."""

from factcheck.engines.sql import CannotAskError, literal, name, select
from factcheck.model.tables import DataFile, Table

# The engine would take these for a pattern of several files.
_PATTERN = frozenset("*?[")


def source(table: Table) -> str:
    """The rows of a table's file, each cell as the file keeps it."""
    file = table.file
    if _PATTERN & set(file.absolute):
        raise CannotAskError(f"{file.path} has one of * ? [ in its path", "rename the file or its folder")
    match file.format:
        case "csv":
            return _csv(file, [column.name for column in table.columns])
        case "parquet":
            return f"read_parquet({literal(file.absolute)})"
        case _:
            raise CannotAskError(f"{file.path} is {file.format}, not csv or parquet")


def description(table: Table) -> str:
    """A query for the columns of a Parquet file and the types it keeps them in."""
    return select(("column_name", "column_type"), f"(describe {select(('*',), source(table))})")


def _csv(file: DataFile, columns: list[str]) -> str:
    """Every column is text, an empty cell an empty text; a row with too few or too many cells is an error."""
    types = ", ".join(f"{literal(column)}: 'VARCHAR'" for column in columns)
    options = {
        "auto_detect": "false",
        "columns": f"{{{types}}}",
        "force_not_null": f"[{', '.join(map(literal, columns))}]",
        "header": "true",
        "skip": str(file.header_row - 1),
        "delim": literal(file.delimiter),
        "quote": literal(file.quote),
        "escape": literal(file.quote),
        "compression": "'none'",
        "strict_mode": "true",
        "null_padding": "false",
        "ignore_errors": "false",
    }
    return f"read_csv({literal(file.absolute)}, {', '.join(f'{key}={value}' for key, value in options.items())})"


def raw(column: str) -> str:
    """A column of the file, where its source is called t."""
    return f"t.{name(column)}"
