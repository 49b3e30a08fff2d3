"""How the values of each column are spread: numbers in equal steps, texts by how often each comes."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_CEILING, Decimal

from factcheck.engines.interface import Engine
from factcheck.model.conditions import And, Compare, Cond, Name, Value
from factcheck.model.explained import Distribution
from factcheck.model.queries import ONE, Answer, Cell, Figure, Query, Response
from factcheck.model.tables import Column, ColumnType, Table

STEPS = 24
MOST_VALUES = 2_000
SHOWN = 5
_STEP = Decimal("0.000001")


def distributions(table: Table, engine: Engine) -> dict[str, Distribution]:
    """The spread of every column that has values; lists have none."""
    numbers = [column for column in table.columns if column.type.is_numeric]
    others = [column for column in table.columns if not column.type.is_numeric and column.type is not ColumnType.LIST]
    return _of_numbers(table, numbers, engine) | _of_values(table, others, engine)


def _of_values(table: Table, columns: Sequence[Column], engine: Engine) -> dict[str, Distribution]:
    asked = [Query(table.name, (Figure("known"),), by=(column.name,), at_most=MOST_VALUES) for column in columns]
    found: dict[str, Distribution] = {}
    for column, answer in zip(columns, engine.answers(asked), strict=True):
        if not isinstance(answer, Answer):
            continue
        rows = [(str(value), int(str(times))) for value, times in answer.rows if value is not None]
        rows.sort(key=lambda row: (-row[1], row[0]))
        different = len(rows) if answer.complete else None
        if rows:
            shown = tuple(rows[:SHOWN]) if answer.complete else ()
            found[column.name] = Distribution(values=shown, different=different)
    return found


def _of_numbers(table: Table, columns: Sequence[Column], engine: Engine) -> dict[str, Distribution]:
    ends = _row(engine.answers([_ends(table, columns)])[0]) if columns else ()
    spans = {
        column: (Decimal(str(low)), Decimal(str(high)))
        for column, low, high in zip(columns, ends[::2], ends[1::2], strict=False)
        if low is not None and high is not None
    }
    edges = {column: _edges(column, low, high) for column, (low, high) in spans.items()}
    counts = _counts(table, edges, engine)
    return {
        column.name: Distribution(steps=counts.get(column, ()), low=low, high=high)
        for column, (low, high) in spans.items()
    }


def _ends(table: Table, columns: Sequence[Column]) -> Query:
    figures = [
        figure
        for column in columns
        for figure in (Figure("least", Name(column.name)), Figure("most", Name(column.name), side="high"))
    ]
    return Query(table.name, tuple(figures))


def _edges(column: Column, low: Decimal, high: Decimal) -> list[Decimal]:
    """Where each step begins, on the grid that the column's values have."""
    whole = column.type is not ColumnType.NUMBER and column.scale == column.scale.to_integral_value()
    grid = Decimal(1) if whole else _STEP
    steps = min(STEPS, int(high - low) + 1) if whole else STEPS
    width = high - low + grid
    return list(
        dict.fromkeys((low + width * at / steps).quantize(grid, ROUND_CEILING) if at else low for at in range(steps))
    )


def _counts(table: Table, edges: Mapping[Column, Sequence[Decimal]], engine: Engine) -> dict[Column, tuple[int, ...]]:
    found: dict[Column, tuple[int, ...]] = {}
    asked = [Query(table.name, tuple(_steps(column, starts))) for column, starts in edges.items()]
    for column, answer in zip(edges, engine.answers(asked), strict=True):
        if row := _row(answer):
            found[column] = tuple(int(str(count)) for count in row)
    return found


def _steps(column: Column, starts: Sequence[Decimal]) -> list[Figure]:
    name = Name(column.name)
    figures = []
    for at, start in enumerate(starts):
        parts: list[Cond] = [Compare(">=", name, Value(start))]
        parts += [Compare("<", name, Value(starts[at + 1]))] if at + 1 < len(starts) else []
        figures.append(Figure("known", ONE, where=And(tuple(parts))))
    return figures


def _row(answer: Response) -> tuple[Cell, ...]:
    return answer.rows[0] if isinstance(answer, Answer) and answer.rows else ()
