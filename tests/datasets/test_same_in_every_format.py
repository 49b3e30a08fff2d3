"""One table in every format: the same rows, missing, censored and misfit cells, and the same sums to the last digit."""

import gzip
import json
import sqlite3
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pyreadstat
import pytest
from workbooks import ods, xls, xlsb, xlsx

from factcheck.datasets.ready import ready
from factcheck.engines.duckdb import open_engine
from factcheck.model.conditions import Compare, Name, Value
from factcheck.model.queries import Answer, Figure, Profile, Query, Rows, TableProfile
from factcheck.model.tables import Censored, Column, ColumnType, DataFile, Table

NAMES = ["country", "n", "share"]
ROWS = [["NA", "1,234", "0.1"], ["NL", "<5", "0.2"], ["BE", "..", "12.25"], ["FR", "n.d.", ""], ["Total", "1,240", "0"]]
COLUMNS = (
    Column("country", totals=("Total",)),
    Column(
        "n", ColumnType.INTEGER, missing=("", ".."), group_char=",", censored=(Censored("<5", Decimal(0), Decimal(4)),)
    ),
    Column("share", ColumnType.NUMBER),
)
CSV = "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in [NAMES, *ROWS])

# The last column is a number wherever the format has numbers.
TYPED: list[list[object]] = [[*row[:2], float(row[2]) if row[2] else None] for row in ROWS]


def _frame() -> pd.DataFrame:
    return pd.DataFrame({name: [row[at] for row in TYPED] for at, name in enumerate(NAMES)})


def _sqlite(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("create table t (country text, n text, share real)")
        connection.executemany("insert into t values (?, ?, ?)", TYPED)
    connection.close()


def _zip(path: Path) -> None:
    with ZipFile(path, "w") as archive:
        archive.writestr("t.csv", CSV)


def _json(path: Path) -> None:
    path.write_text(json.dumps([dict(zip(NAMES, row, strict=True)) for row in TYPED]))


def _lines(path: Path) -> None:
    path.write_text("".join(json.dumps(dict(zip(NAMES, row, strict=True))) + "\n" for row in TYPED))


FORMATS: dict[str, Callable[[Path], object]] = {
    "csv": lambda path: path.write_text(CSV),
    "csv.gz": lambda path: path.write_bytes(gzip.compress(CSV.encode())),
    "zip": _zip,
    "json": _json,
    "jsonl": _lines,
    "xlsx": lambda path: xlsx(path, {"s": [NAMES, *TYPED]}),
    "xls": lambda path: xls(path, {"s": [NAMES, *TYPED]}),
    "xlsb": lambda path: xlsb(path, {"s": [NAMES, *TYPED]}),
    "ods": lambda path: ods(path, {"s": [NAMES, *TYPED]}),
    "dta": lambda path: _frame().to_stata(path, write_index=False),
    "sav": lambda path: pyreadstat.write_sav(_frame(), str(path)),
    "sqlite": _sqlite,
    "parquet": lambda path: _frame().to_parquet(path, index=False),
}


@pytest.mark.parametrize("ending", FORMATS)
def test_the_same_answers(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"t.{ending}"
    FORMATS[ending](path)
    form, packed = {"zip": ("csv", "zip"), "csv.gz": ("csv", "gz")}.get(ending, (ending, ""))
    table = Table("t", COLUMNS, DataFile(path.name, str(path), form, compression=packed))
    tables, problems = ready({"t": table}, tmp_path)
    assert not problems
    over = Compare(">", Name("n"), Value(Decimal(4)))
    figures = [
        Figure("sum", Name("n"), side="low"),
        Figure("sum", Name("n"), side="high"),
        Figure("sum", Name("share")),
    ]
    figures += [Figure("known", Name("n")), Figure("distinct", Name("country")), Figure("known", where=over)]
    with open_engine(tables) as engine:
        rows, answer, profile = engine.answers(
            [Rows("t", ("country", "n", "share")), Query("t", tuple(figures)), Profile("t", tuple(NAMES))]
        )
    assert isinstance(rows, Answer)
    assert rows.rows[0] == ("NA", Decimal(1234), Decimal("0.1"))
    assert rows.rows[1][1] == "<5"
    assert isinstance(answer, Answer)
    assert answer.rows == ((Decimal(2474), Decimal(2478), Decimal("12.55"), Decimal(3), Decimal(5), Decimal(2)),)
    assert isinstance(profile, TableProfile)
    told = {one.column: (one.missing, one.censored, one.misfits, one.examples) for one in profile.columns}
    assert told == {"country": (0, 0, 0, ()), "n": (1, 1, 1, ("n.d.",)), "share": (1, 0, 0, ())}
