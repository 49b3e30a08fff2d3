"""How declared types meet those of a table: what is read, and the near twins that are refused by name."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from engine_tables import Written, column

from engines_beyond.conftest import needed
from engines_beyond.servers import Server
from factcheck.engines.addresses import Address
from factcheck.engines.interface import Engine
from factcheck.errors import Problem
from factcheck.model.queries import Answer, Cell, ColumnProfile, Profile, Rows, TableProfile
from factcheck.model.tables import DataFile, Table

needed("ibis")

from factcheck.engines.ibis.described import described  # noqa: E402 - needs Ibis
from factcheck.engines.ibis.opening import connection  # noqa: E402

# Declared, the type in PostgreSQL, its values there, and what is read: a value, None for a missing cell, a misfit.
MISFIT = "(misfit)"
READ: list[tuple[Written, str, str, list[Cell]]] = [
    ("integer", "int", "5, null, -2147483648", [Decimal(5), None, Decimal(-2147483648)]),
    ("integer", "bigint", "9223372036854775807", [Decimal(2**63 - 1)]),
    ("integer", "numeric(38)", "9" * 38, [Decimal("9" * 38)]),
    ("integer", "numeric", "5, 5.0, 5.5, 1e40", [Decimal(5), Decimal(5), MISFIT, MISFIT]),
    ("integer", "double precision", "5, 5.5, 'NaN', 'Infinity', 1e300", [Decimal(5), *[MISFIT] * 4]),
    ("number", "numeric(12,3)", "1.005, null", [Decimal("1.005"), None]),
    ("number", "numeric(38,20)", "1.5, 0.00000000000000000001", [Decimal("1.5"), MISFIT]),
    ("number", "numeric", "0.1, 1e-19, 'NaN', '-Infinity', 1e20", [Decimal("0.1"), *[MISFIT] * 4]),
    ("number", "double precision", "0.1, 1e-5, 2.5e-300", [Decimal("0.1"), Decimal("0.00001"), MISFIT]),
    ("number", "real", "0.1, 16777216", [Decimal("0.1"), Decimal(16777216)]),
    ({"type": "number", "scale": "1000"}, "numeric(12,3)", "1.005", [Decimal(1005)]),
    ({"type": "integer", "missing": ["", "-99", "n/a"]}, "int", "-99, 99", [None, Decimal(99)]),
    ({"type": "integer", "missing": ["", "-9.0"]}, "int", "-9, 9", [None, Decimal(9)]),
    (
        {"type": "integer", "minimum": "0", "maximum": "9.5"},
        "int",
        "-1, 0, 9, 10",
        [MISFIT, Decimal(0), Decimal(9), MISFIT],
    ),
    ({"type": "integer", "censored": {"-1": "0..4"}}, "int", "-1, 1", ["-1", Decimal(1)]),
    ({"type": "integer", "censored": {"<5": "0..4"}}, "int", "-1, 1", [Decimal(-1), Decimal(1)]),
    ("year", "smallint", "2021, 999, 10000", [Decimal(2021), MISFIT, MISFIT]),
    ("date", "date", "'2020-02-29', null", [date(2020, 2, 29), None]),
    ("date", "date", "'infinity', '-infinity', '0044-03-15 BC', '12000-01-01'", [MISFIT] * 4),
    ("date", "date", "'0001-01-01', '9999-12-31'", [date(1, 1, 1), date(9999, 12, 31)]),
    ({"type": "date", "missing": ["", "infinity"]}, "date", "'infinity', '1900-01-02'", [MISFIT, date(1900, 1, 2)]),
    ({"type": "date", "missing": ["", "1900-01-01"]}, "date", "'1900-01-01', '1900-01-02'", [None, date(1900, 1, 2)]),
    ("boolean", "boolean", "true, false, null", [True, False, None]),
    ("string", "text", "'NL', '', 'NA', '01', null", ["NL", None, "NA", "01", None]),
    ({"type": "string", "missing": ["NA"]}, "text", "'NA', '', null", [None, "", None]),
    ("string", "varchar(3)", "'NL'", ["NL"]),
    ("string", "char(4)", "'NL'", ["NL"]),
    ("string", "colour", "'red'", ["red"]),
    ({"type": "list", "delimiter": ";"}, "text", "'a;b', 'a;', '', null", [("a", "b"), ("a", ""), None, None]),
    ("list", "text[]", "'{a,b}', '{a,null}', '{}', null", [("a", "b"), ("a", ""), (), None]),
    ("list", "varchar(5)[]", "'{a,b}'", [("a", "b")]),
]

# Near twins: declared, the type there, what is said and what to do.
REFUSED: list[tuple[Written, str, str, str]] = [
    ("integer", "text", "is declared integer, and is text there", "declare it string, or read a view that casts it"),
    (
        "number",
        "varchar(9)",
        "is declared number, and is character varying(9) there",
        "declare it string, or read a view that casts it",
    ),
    (
        "integer",
        "numeric(9,2)",
        "is declared integer, and is numeric(9,2) there",
        "declare it number, or read a view that casts it",
    ),
    (
        "year",
        "double precision",
        "is declared year, and is double precision there",
        "read a view that casts it to an exact type: numeric or decimal",
    ),
    (
        "string",
        "int",
        "is declared string, and is integer there",
        "declare it integer or number, or read a view that casts it",
    ),
    ("date", "timestamp", "is declared date, and is timestamp without time zone there", "read a view that casts it"),
    ("date", "text", "is declared date, and is text there", "declare it string, or read a view that casts it"),
    (
        "boolean",
        "int",
        "is declared boolean, and is integer there",
        "declare it integer or number, or read a view that casts it",
    ),
    ("number", "money", "is declared number, and is money there", "read a view that casts it"),
    ("list", "int[]", "is declared list, and is integer[] there", "read a view that casts it"),
    ("string", "text[]", "is declared string, and is text[] there", "declare it list"),
    ("string", "jsonb", "is declared string, and is jsonb there", "read a view that casts it"),
    (
        {"type": "number", "decimal_char": ","},
        "numeric",
        "has a decimalChar or groupChar, and is numeric there",
        "leave them out: a database writes no numbers",
    ),
]


@pytest.fixture(scope="module")
def url(server: Server) -> Iterator[str]:
    import psycopg

    with psycopg.connect(server.url, autocommit=True) as session:
        session.execute("create type colour as enum ('red', 'blue')")
        yield server.url
        session.execute("drop table if exists kinds")
        session.execute("drop type colour")


@pytest.mark.parametrize(("declared", "there", "cells", "read"), READ)
def test_what_is_read(declared: Written, there: str, cells: str, read: list[Cell], url: str) -> None:
    opened = _opened(declared, there, cells, url)
    assert not isinstance(opened, Problem), opened
    with opened as engine:
        rows, profile = engine.answers([Rows("t", ("c",)), Profile("t", ("c",))])
    assert isinstance(rows, Answer)
    assert isinstance(profile, TableProfile)
    values = [None if cell == MISFIT else cell for cell in read]
    assert sorted((row[0] for row in rows.rows), key=str) == sorted(values, key=str)
    [counted] = profile.columns
    censored = 1 if "-1" in read else 0
    expected = ColumnProfile("c", read.count(None), censored, read.count(MISFIT))
    assert (counted.missing, counted.censored, counted.misfits) == (
        expected.missing,
        expected.censored,
        expected.misfits,
    )
    assert len(counted.examples) == counted.misfits


@pytest.mark.parametrize(("declared", "there", "told", "remedy"), REFUSED)
def test_what_is_refused(declared: Written, there: str, told: str, remedy: str, url: str) -> None:
    problem = _opened(declared, there, "null", url)
    assert isinstance(problem, Problem)
    assert (problem.message, problem.remedy) == (f't in there: the column "c" {told}', remedy)


def _opened(declared: Written, there: str, cells: str, url: str) -> Engine | Problem:
    import psycopg

    with psycopg.connect(url, autocommit=True) as session:
        session.execute("drop table if exists kinds")
        session.execute(f"create table kinds (c {there})".encode())
        for cell in cells.split(", "):
            session.execute(f"insert into kinds values ({cell})".encode())  # noqa: S608 - our own
    table = Table("t", (column("c", declared),), DataFile("t in there", "", "table", stored="kinds", engine="there"))
    session_there = connection(Address("there", url, ("kinds",)), seconds=30)
    engine, problems = described("there", session_there, {"t": table}, seconds=30)
    if problems:
        engine.close()
    return problems.get("t", engine)
