"""Makes the files of tables ready for an engine, which reads CSV in UTF-8, and Parquet."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from factcheck.datasets import confined, texts
from factcheck.datasets.headers import check_header
from factcheck.datasets.layouts import bounds
from factcheck.datasets.readers import parquet
from factcheck.datasets.readers.interface import UnreadableError
from factcheck.datasets.readers.records import JOIN
from factcheck.datasets.unpacking import unpacked
from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.model.tables import AS_IT_IS, Column, ColumnType, DataFile, Table

RECORDS = ("json", "jsonl")


def ready(tables: Mapping[str, Table], folder: Path) -> tuple[dict[str, Table], tuple[Problem, ...]]:
    """The tables an engine can be opened with, and what is wrong with each of the others, in their order.

    What must be written anew is written into `folder`, which the caller removes when the engine is closed. The
    tables keep their names and columns; only their files differ, whose remarks say what a reader found.
    """
    found: dict[str, Table] = {}
    problems: list[Problem] = []
    for name, table in tables.items():
        try:
            found[name] = replace(table, file=_ready(table, folder), columns=_columns(table))
        except FactcheckError as error:
            problems.append(error.problems[0])
        except UnreadableError as error:
            problems.append(Problem(error.message, table.place, error.remedy, code=ExitCode.NOT_CHECKED))
        except OSError as error:
            message = f"{table.file.path} cannot be read: {error.strerror or error}"
            problems.append(Problem(message, table.place, code=ExitCode.NOT_CHECKED))
    return found, tuple(problems)


def _ready(table: Table, folder: Path) -> DataFile:
    file = table.file
    if file.format == "parquet":
        plain = replace(file, absolute=str(unpacked(file, folder)))
        parquet.refuse_broken(plain)
        return plain
    if file.format == "csv" and file.layout == AS_IT_IS:
        return texts.ready(replace(table, file=replace(file, absolute=str(unpacked(file, folder)))), folder)
    if file.format == "csv":
        texts.refuse_zeros(replace(file, absolute=str(unpacked(file, folder))), table)
    return _written(table, folder)


def _written(table: Table, folder: Path) -> DataFile:
    """The table as CSV, by the reader of its format, in a process of its own."""
    names = [column.name for column in table.columns]
    made = confined.converted(table.file, folder, columns=names, place=table.place)
    if made.path is None:
        check_header(made.header, table)
    csv = replace(table.file, absolute=str(made.path), format="csv", encoding="utf-8", delimiter=",", quote='"')
    remarks = (*made.remarks, *_percents(table, made.percents))
    return replace(csv, header_row=1, layout=AS_IT_IS, compression="", remarks=remarks)


def _percents(table: Table, found: Mapping[int, str]) -> Iterator[str]:
    """Numbers of which a person sees a hundred times as much as is read, where the description does not say which."""
    left, wide = bounds(table.file.layout.cells)[0], table.file.layout.unpivot
    told: dict[str, list[str]] = {}
    for place, cells in found.items():
        at = place - 1 - left
        name = wide.values if wide else table.columns[at].name if 0 <= at < len(table.columns) else ""
        if name and table.column(name).type.is_numeric and not table.column(name).unit:
            told.setdefault(name, []).append(cells)
    for name, listed in told.items():
        yield (
            f"shown as percents, and read as what is stored, 0.12 for 12%: {', '.join(listed)}; "
            f'write of "{name}" unit: percent and scale: 100, or unit: fraction'
        )


def _columns(table: Table) -> tuple[Column, ...]:
    """The columns as they are read; the lists of JSON have no delimiter of their own."""
    if table.file.format not in RECORDS:
        return table.columns
    return tuple(
        replace(column, delimiter=JOIN) if column.type is ColumnType.LIST else column for column in table.columns
    )
