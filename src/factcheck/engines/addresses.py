"""Where other engines are and what may be read there: told by the environment alone, never by a file of a project.

Claims and descriptions come in pull requests from strangers, so a description only names an engine and a table.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.errors import ExitCode, Problem, did_you_mean

PREFIX = "FACTCHECK_ENGINE_"
TABLES = "_TABLES"

NAME = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Address:
    """An engine's address, which may hold a password and is never shown, and the tables it may be asked about."""

    engine: str
    url: str = field(repr=False)
    tables: tuple[str, ...] = ()

    @property
    def scheme(self) -> str:
        return self.url.partition("://")[0].lower()


def variable(engine: str) -> str:
    """The name of the variable that holds an engine's address.

    >>> variable("news-room")
    'FACTCHECK_ENGINE_NEWS_ROOM'
    """
    return PREFIX + engine.upper().replace("-", "_")


def address(engine: str, table: str, environment: Mapping[str, str]) -> Address | Problem:
    """The address of an engine that a table is read from; or why it is not to be had, without a place."""
    name = variable(engine)
    url = environment.get(name, "").strip()
    if not url:
        remedy = f"set {name} in the environment: postgresql://... or spark://..."
        return Problem(f'the address of the engine "{engine}" is not known', remedy=remedy, code=ExitCode.NOT_CHECKED)
    listed = environment.get(name + TABLES)
    if listed is None:
        remedy = f"set {name}{TABLES} in the environment: {table}"
        message = f'no list says which tables of the engine "{engine}" may be read'
        return Problem(message, remedy=remedy, code=ExitCode.NOT_CHECKED)
    tables = tuple(one.strip() for one in listed.split(",") if one.strip())
    if table not in tables:
        known = did_you_mean(table, tables, has=f"{name}{TABLES} has")
        return Problem(f'the table "{table}" of the engine "{engine}" may not be read', remedy=known)
    return Address(engine, url, tables)
