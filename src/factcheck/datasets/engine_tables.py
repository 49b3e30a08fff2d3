"""The table of an engine, from the description of a dataset that has no file."""

import re
from collections.abc import Iterator

from factcheck.datasets.description import Resource
from factcheck.errors import FactcheckError, Problem
from factcheck.files.nodes import Lines, problem_at
from factcheck.files.shapes import Placed
from factcheck.model.tables import DataFile

FORMAT = "table"
MOST_PARTS = 3  # catalogue.schema.table

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def engine_table(resource: Resource, engine: Placed[str], lines: Lines) -> DataFile:
    """The table an engine holds. Raises FactcheckError with every problem found."""
    table = resource.table
    snapshot = resource.snapshot.value.strip() if resource.snapshot else ""
    problems = [*_mistakes(engine, table, lines), *_of_files(resource, lines)]
    if resource.snapshot and not snapshot:
        remedy = "write the name of the release, or leave it out"
        problems.append(problem_at(resource.snapshot.node, "this snapshot has no name", lines, remedy))
    if problems or table is None:
        raise FactcheckError(*problems)
    path = f"{table.value} in {engine.value}"
    return DataFile(path, absolute="", format=FORMAT, stored=table.value, engine=engine.value, snapshot=snapshot)


def _mistakes(engine: Placed[str], table: Placed[str] | None, lines: Lines) -> Iterator[Problem]:
    if not _NAME.fullmatch(engine.value):
        remedy = "small letters, digits, hyphens; the address stands in the environment alone"
        yield problem_at(engine.node, "this is no name of an engine", lines, remedy)
    if table is None:
        yield problem_at(engine.node, "which table of the engine is meant", lines, "write table: its name")
        return
    parts = table.value.split(".")
    if not all(part.strip() == part and part for part in parts) or len(parts) > MOST_PARTS or "\0" in table.value:
        yield problem_at(table.node, "this is no name of a table", lines, "write table: victims, or public.victims")


def _of_files(resource: Resource, lines: Lines) -> Iterator[Problem]:
    """Keys that speak of a file."""
    told = {
        "format": resource.format,
        "encoding": resource.encoding,
        "compression": resource.compression,
        "innerpath": resource.inner_path,
        "download": resource.download,
        "hash": resource.hash,
        "bytes": resource.bytes,
        "dialect": resource.dialect,
        "unpivot": resource.unpivot,
    }
    for key, value in told.items():
        if value:
            yield problem_at(resource.place, f'"{key}" speaks of a file, and this is a table', lines, "leave it out")
