"""Holds the descriptions of tables against what an engine has."""

from collections.abc import Mapping

from factcheck.engines.ibis.complaints import failure
from factcheck.engines.ibis.connections import Connection, Kept, RefusedError
from factcheck.engines.ibis.dialects import dialect
from factcheck.engines.ibis.engine import Elsewhere
from factcheck.engines.ibis.meeting import unmet
from factcheck.engines.ibis.sources import Stored
from factcheck.errors import ExitCode, Problem, did_you_mean
from factcheck.model.tables import Table


def described(
    name: str, session: Connection, tables: Mapping[str, Table], *, seconds: float
) -> tuple[Elsewhere, dict[str, Problem]]:
    """The engine on the tables that are as described, and what is wrong with each of the others."""
    stored: dict[str, Stored] = {}
    problems: dict[str, Problem] = {}
    for dataset, table in tables.items():
        path = tuple(table.file.stored.split("."))
        try:
            kept = session.columns(path)
        except RefusedError as error:
            told = failure(error, engine=name, table=dataset, seconds=seconds)
            problems[dataset] = Problem(told.message, table.place, told.remedy, code=ExitCode.NOT_CHECKED)
            continue
        problem = _unlike(table, kept, floats=dialect(session.dialect).floats)
        if problem is None:
            stored[dataset] = Stored(table, kept, path)
        else:
            problems[dataset] = problem
    return Elsewhere(name, session, stored, seconds=seconds), problems


def _unlike(table: Table, kept: Mapping[str, Kept], *, floats: bool) -> Problem | None:
    """The first way in which a table is not as described."""
    if not kept:
        told = f'the engine "{table.file.engine}" has no table "{table.file.stored}", or it may not be read'
        return Problem(told, table.place, "correct table: in the description, or ask who keeps the engine")
    for column in table.columns:
        if column.name not in kept:
            remedy = did_you_mean(column.name, kept, has="The table has")
            return Problem(f'{table.file.path} has no column "{column.name}"', table.place, remedy)
        if found := unmet(column, kept[column.name], floats=floats):
            told, remedy = found
            return Problem(f"{table.file.path}: {told}", table.place, remedy)
    return None
