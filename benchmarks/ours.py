"""The checks answered by the engine of factcheck, with a profile of every column they use."""

from decimal import Decimal
from pathlib import Path

from benchmarks.checks import Check
from benchmarks.table import COLUMNS
from factcheck.engines.duckdb import open_engine
from factcheck.model.conditions import And, Compare, Cond, Is, Name, Value, both
from factcheck.model.queries import Answer, Figure, Profile, Query
from factcheck.model.tables import Column, ColumnType, DataFile, Table

TYPES = {"year": ColumnType.YEAR, "cases": ColumnType.INTEGER, "amount": ColumnType.NUMBER}


def answers(path: Path, checks: list[Check]) -> list[tuple[Decimal | None, ...]]:
    columns = tuple(Column(name, TYPES.get(name, ColumnType.TEXT)) for name in COLUMNS)
    table = Table("t", columns, DataFile(path.name, str(path), path.suffix[1:]))
    with open_engine({"t": table}) as engine:
        found = engine.answers([*map(_query, checks), Profile("t", COLUMNS)])[:-1]
    return [_numbers(one) for one in found]


def _query(check: Check) -> Query:
    years = [
        Compare(">=", Name("year"), Value(Decimal(check.first))),
        Compare("<=", Name("year"), Value(Decimal(check.last))),
    ]
    where = both(*years, _equals("country", check.country)) if check.country else And(tuple(years))
    match check.kind:
        case "share":
            holds = _equals(check.column, check.value)
            truths = (Is(holds, "true"), Is(holds, "false"), Is(holds, "unknown"))
            return Query("t", tuple(Figure("known", where=truth) for truth in truths), where=where)
        case "count":
            return Query("t", (Figure("known"),), where=where)
        case "sum":
            return Query("t", (Figure("sum", Name(check.column)), *_known(check)), where=where)
        case "max":
            return Query("t", (Figure("most", Name(check.column)), *_known(check)), where=where)


def _known(check: Check) -> tuple[Figure, Figure]:
    return Figure("known", Name(check.column)), Figure("known")


def _equals(column: str, value: str) -> Cond:
    return Compare("=", Name(column), Value(value))


def _numbers(response: object) -> tuple[Decimal | None, ...]:
    assert isinstance(response, Answer), response
    return tuple(cell if cell is None else Decimal(str(cell)) for cell in response.rows[0])
