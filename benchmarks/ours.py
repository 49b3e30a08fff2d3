"""The checks as factcheck asks them: planned by its own kinds, answered by its engine, every column profiled."""

from decimal import Decimal
from pathlib import Path

from benchmarks.checks import Check
from benchmarks.table import COLUMNS
from factcheck import checks as kinds
from factcheck.engines.duckdb import open_engine
from factcheck.model.claims import Measure, Single
from factcheck.model.conditions import Compare, Cond, Name, Value, both
from factcheck.model.queries import Answer, Profile
from factcheck.model.tables import Column, ColumnType, DataFile, Table

TYPES = {"year": ColumnType.YEAR, "cases": ColumnType.INTEGER, "amount": ColumnType.NUMBER}

# Where the numbers that are compared stand among those that a kind asks for: of a share the true, the false and the
# unknown; of a count the rows; of a sum and a greatest value it, the known and the rows.
PLACES = {"share": (1, 2, 3), "count": (1,), "sum": (3, 1, 0), "max": (3, 1, 0)}


def answers(path: Path, checks: list[Check]) -> list[tuple[Decimal | None, ...]]:
    columns = tuple(Column(name, TYPES.get(name, ColumnType.TEXT)) for name in COLUMNS)
    table = Table("t", columns, DataFile(path.name, str(path), path.suffix[1:]))
    asked = [query for check in checks for query in kinds.plan(Single(measure(check)), {"t": table})]
    with open_engine({"t": table}) as engine:
        found = engine.answers([*asked, Profile("t", COLUMNS)])[:-1]
    return [_numbers(one, PLACES[check.kind]) for check, one in zip(checks, found, strict=True)]


def measure(check: Check) -> Measure:
    years = [
        Compare(">=", Name("year"), Value(Decimal(check.first))),
        Compare("<=", Name("year"), Value(Decimal(check.last))),
    ]
    where = both(*years, _equals("country", check.country)) if check.country else both(*years)
    match check.kind:
        case "share":
            return Measure("share", "t", holds=_equals(check.column, check.value), where=where)
        case "count":
            return Measure("count", "t", where=where)
        case kind:
            return Measure(kind, "t", of=Name(check.column), where=where)


def _equals(column: str, value: str) -> Cond:
    return Compare("=", Name(column), Value(value))


def _numbers(response: object, places: tuple[int, ...]) -> tuple[Decimal | None, ...]:
    assert isinstance(response, Answer), response
    cells = response.rows[0]
    return tuple(None if cells[place] is None else Decimal(str(cells[place])) for place in places)
