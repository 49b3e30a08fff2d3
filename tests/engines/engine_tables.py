"""Tables for tests: a file and its columns, written as in the files of cases."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

from factcheck.model.tables import Censored, Column, ColumnType, DataFile, Table

Written: TypeAlias = "str | list[Written] | dict[str, Written]"


def column(name: str, declared: Written) -> Column:
    """A column: its type alone, or a mapping of what is declared."""
    options = declared if isinstance(declared, dict) else {"type": declared}
    censored = mapping(options.get("censored", {}))
    missing = options.get("missing", [""])
    assert isinstance(missing, list)
    return Column(
        name,
        ColumnType(str(options["type"])),
        missing=tuple(map(str, missing)),
        censored=tuple(_censored(cell, str(ends)) for cell, ends in censored.items()),
        delimiter=str(options.get("delimiter", ";")),
        decimal_char=str(options.get("decimal_char", ".")),
        group_char=str(options.get("group_char", "")),
        minimum=_limit(options, "minimum"),
        maximum=_limit(options, "maximum"),
        scale=Decimal(str(options.get("scale", "1"))),
    )


def _limit(options: Mapping[str, Written], name: str) -> Decimal | None:
    return Decimal(str(options[name])) if name in options else None


def table(path: Path, columns: Mapping[str, Written], content: bytes) -> Table:
    """A table of these columns, in a file with this content."""
    path.write_bytes(content)
    form = path.suffix.removeprefix(".")
    declared = tuple(column(name, options) for name, options in columns.items())
    return Table(path.stem, declared, DataFile(path.name, str(path), form))


def mapping(written: Written) -> dict[str, Written]:
    """What is written, which must be a mapping."""
    assert isinstance(written, dict)
    return written


def _censored(cell: str, ends: str) -> Censored:
    low, high = ends.split("..")
    return Censored(cell, Decimal(low), Decimal(high))
