"""The checks in pandas, check by check, as a newsroom's notebook has them."""

from decimal import Decimal
from pathlib import Path

from benchmarks.checks import Check
from benchmarks.table import COLUMNS


def answers(path: Path, checks: list[Check]) -> list[tuple[Decimal | None, ...]]:
    import pandas as pd

    if path.suffix == ".csv":
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
        for column in ("cases", "amount"):
            table[column] = pd.to_numeric(table[column], errors="coerce")
        table["year"] = table["year"].astype(int)
    else:
        table = pd.read_parquet(path, columns=list(COLUMNS))
        table["amount"] = table["amount"].astype(float)
    return [_answer(table, check) for check in checks]


def _answer(table, check: Check) -> tuple[Decimal | None, ...]:  # type: ignore[no-untyped-def]  # pandas
    chosen = table["year"].between(check.first, check.last)
    if check.country:
        chosen &= table["country"] == check.country
    rows = table[chosen]
    if check.kind == "share":
        holds, unknown = rows[check.column] == check.value, rows[check.column] == ""
        numbers = [holds.sum(), (~holds & ~unknown).sum(), unknown.sum()]
    elif check.kind == "count":
        numbers = [len(rows)]
    else:
        column = rows[check.column]
        number = column.sum() if check.kind == "sum" else column.max()
        numbers = [number, column.notna().sum(), len(rows)]
    return tuple(Decimal(str(number)) for number in numbers)
