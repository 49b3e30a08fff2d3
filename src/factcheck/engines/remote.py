"""Connects to the engines whose tables a project describes: one that cannot be had takes out its own tables only."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.engines.addresses import Address, address
from factcheck.engines.interface import Engine
from factcheck.engines.process import SECONDS
from factcheck.errors import ExitCode, Problem
from factcheck.model.tables import Table

if TYPE_CHECKING:
    from factcheck.engines.ibis.engine import Elsewhere


@dataclass(frozen=True, slots=True)
class Connected:
    """The engines by the tables they hold, and why other tables cannot be read.

    `rest_on` are hashes of all that answers about a table rest on, but for its rows and its description.
    """

    engines: Mapping[str, Engine]
    unusable: Mapping[str, Problem]
    rest_on: Mapping[str, str]


def connected(tables: Mapping[str, Table], environment: Mapping[str, str], *, seconds: float = SECONDS) -> Connected:
    """The engines of these tables. Ibis is loaded only where one of them is told where it is."""
    unusable: dict[str, Problem] = {}
    allowed: dict[str, tuple[Address, dict[str, Table]]] = {}
    for name, table in tables.items():
        found = address(table.file.engine, table.file.stored, environment)
        if isinstance(found, Problem):
            unusable[name] = replace(found, place=table.place)
        else:
            allowed.setdefault(found.engine, (found, {}))[1][name] = table
    engines: dict[str, Engine] = {}
    rest_on: dict[str, str] = {}
    for where, wanted in allowed.values():
        opened, refused = _opened(where, wanted, seconds=seconds)
        unusable |= refused
        if opened is not None:
            usable = [name for name in wanted if name not in refused]
            engines |= dict.fromkeys(usable, opened)
            rest_on |= {name: _hash(where.url, opened.rests_on(name)) for name in usable}
    return Connected(engines, unusable, rest_on)


def _hash(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _opened(
    where: Address, tables: Mapping[str, Table], *, seconds: float
) -> tuple["Elsewhere | None", dict[str, Problem]]:
    """The engine on those of the tables that are as described, and what is wrong with the others."""
    # Loaded here, so that a project of files never waits for it.
    from factcheck.engines.ibis.complaints import failure
    from factcheck.engines.ibis.connections import RefusedError
    from factcheck.engines.ibis.opening import connection

    try:
        session = connection(where, seconds=seconds)
    except RefusedError as error:
        told = failure(error, engine=where.engine, table="", seconds=seconds)
        problem = Problem(told.message, remedy=told.remedy, code=ExitCode.NOT_CHECKED)
        return None, {name: replace(problem, place=table.place) for name, table in tables.items()}
    from factcheck.engines.ibis.described import described

    engine, refused = described(where.engine, session, tables, seconds=seconds)
    if len(refused) == len(tables):
        engine.close()
        return None, refused
    return engine, refused
