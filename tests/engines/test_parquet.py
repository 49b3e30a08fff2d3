"""Parquet: exact types are used as they are, binary fractions by their shortest text."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from engine_tables import Written, column

from factcheck.engines.duckdb import open_engine
from factcheck.model.conditions import Compare, Contains, Name, Value
from factcheck.model.queries import (
    Answer,
    Cell,
    ColumnProfile,
    Failure,
    Figure,
    Profile,
    Query,
    Request,
    Response,
    Rows,
    TableProfile,
)
from factcheck.model.tables import DataFile, Table

# Type declared, type in the file, cells, and what is read.
CELLS: list[tuple[Written, pa.DataType, list[object], list[Cell]]] = [
    ("integer", pa.int64(), [5, None, -(2**63)], [Decimal(5), None, Decimal(-(2**63))]),
    ("integer", pa.uint64(), [2**64 - 1, 0], [Decimal(2**64 - 1), Decimal(0)]),
    ("integer", pa.int8(), [-128, 127], [Decimal(-128), Decimal(127)]),
    ("integer", pa.decimal128(38, 0), [Decimal("9" * 38)], [Decimal("9" * 38)]),
    ("integer", pa.decimal128(10, 2), [Decimal("1.50"), Decimal("2.00")], [None, None]),
    ("integer", pa.float64(), [5.0, 5.5, -0.0, float("nan"), 1e300], [Decimal(5), None, Decimal(0), None, None]),
    ("integer", pa.string(), ["5", "5.0", None], [Decimal(5), None, None]),
    ("number", pa.float64(), [0.1, 1e-5, 1 / 3], [Decimal("0.1"), Decimal("0.00001"), Decimal("0.3333333333333333")]),
    ("number", pa.float64(), [float("inf"), float("-inf"), float("nan"), 1e22, 2.5e-300], [None] * 5),
    ("number", pa.float32(), [0.1, 16777216.0], [Decimal("0.1"), Decimal(16777216)]),
    ("number", pa.decimal128(12, 3), [Decimal("1.005"), None], [Decimal("1.005"), None]),
    ("number", pa.int32(), [7], [Decimal(7)]),
    (
        {"type": "integer", "missing": ["", "-99", "-9.5", "n/a"]},
        pa.int32(),
        [-99, 99, None],
        [None, Decimal(99), None],
    ),
    ({"type": "number", "scale": "1000"}, pa.decimal128(12, 3), [Decimal("1.005")], [Decimal(1005)]),
    ({"type": "number", "scale": "0.01"}, pa.int16(), [12], [Decimal("0.12")]),
    ("year", pa.int32(), [2021, 21, None], [Decimal(2021), None, None]),
    ("date", pa.date32(), [date(2020, 2, 29), None], [date(2020, 2, 29), None]),
    ("date", pa.timestamp("ns"), [datetime(2020, 2, 29), datetime(2020, 2, 29, 1)], [date(2020, 2, 29), None]),  # noqa: DTZ001
    ("boolean", pa.bool_(), [True, False, None], [True, False, None]),
    ("string", pa.string(), ["NA", "", None, "01"], ["NA", None, None, "01"]),
    ("string", pa.int64(), [1, None], ["1", None]),
    ("list", pa.list_(pa.string()), [["a", "b"], ["a", None], [], None], [("a", "b"), ("a", ""), (), None]),
    ("list", pa.string(), ["a;b", None], [("a", "b"), None]),
]


@pytest.mark.parametrize(("declared", "stored", "cells", "read"), CELLS, ids=lambda one: str(one)[:30])
def test_cells(tmp_path: Path, declared: Written, stored: pa.DataType, cells: list[object], read: list[Cell]) -> None:
    rows, profile = _ask(tmp_path, declared, pa.array(cells, stored), [Rows("t", ("c",)), Profile("t", ("c",))])
    assert rows == Answer(tuple((value,) for value in read))
    missing = sum(cell in (None, "", -99) for cell in cells)
    assert isinstance(profile, TableProfile)
    assert profile.columns[0].missing == missing
    assert profile.columns[0].misfits == read.count(None) - missing


def test_sums_of_binary_fractions_are_exact(tmp_path: Path) -> None:
    cells = pa.array([0.1] * 10 + [0.7, -0.7])
    query = Query("t", tuple(Figure(kind, Name("c")) for kind in ("sum", "least", "upper_middle", "distinct")))
    [answer] = _ask(tmp_path, "number", cells, [query])
    assert answer == Answer(((Decimal(1), Decimal("-0.7"), Decimal("0.1"), Decimal(3)),))


def test_integers_of_the_file_are_multiplied_and_compared_without_overflow(tmp_path: Path) -> None:
    cells = pa.array([127, -128], pa.int8())
    huge = Compare("<", Name("c"), Value(Decimal(10) ** 30))
    query = Query(
        "t",
        (Figure("sum", Name("c"), weight=Name("c")), Figure("known", where=huge), Figure("upper_middle", Name("c"))),
    )
    [answer] = _ask(tmp_path, "integer", cells, [query])
    assert answer == Answer(((Decimal(127**2 + 128**2), Decimal(2), Decimal(127)),))


def test_an_unknown_element_of_a_stored_list(tmp_path: Path) -> None:
    cells = pa.array([["a", None], ["b", None], ["b"], []], pa.list_(pa.string()))
    holds = Contains("c", Value("a"))
    query = Query("t", (Figure("known", where=holds),), by=("c",))
    [answer] = _ask(tmp_path, "list", cells, [query])
    assert isinstance(answer, Answer)
    assert set(answer.rows) == {(("a", ""), 1), (("b", ""), 0), (("b",), 0), ((), 0)}


def test_a_column_the_file_lacks(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    pq.write_table(pa.table({"d": pa.array([1])}), path)
    table = Table("t", (column("c", "integer"),), DataFile("t.parquet", str(path), "parquet"))
    with open_engine({"t": table}) as engine:
        assert engine.answers([Query("t", (Figure("sum", Name("c")),))]) == (
            Failure("t.parquet has no column 'c'", "correct the schema or the file"),
        )


def test_a_file_that_is_not_parquet(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    path.write_bytes(b"PAR1 but no more")
    table = Table("t", (column("c", "integer"),), DataFile("t.parquet", str(path), "parquet"))
    with open_engine({"t": table}) as engine:
        [response] = engine.answers([Profile("t", ("c",))])
    assert isinstance(response, Failure)
    assert response.message.startswith("t.parquet: cannot be read")


def test_a_profile_shows_what_does_not_fit(tmp_path: Path) -> None:
    [profile] = _ask(tmp_path, "integer", pa.array([1.5, float("nan"), 1.5, 2.0]), [Profile("t", ("c",))])
    assert profile == TableProfile("t", 4, (ColumnProfile("c", 0, 0, 3, ("1.5", "nan")),))


def _ask(folder: Path, declared: Written, cells: pa.Array, requests: list[Request]) -> tuple[Response, ...]:
    path = folder / "t.parquet"
    pq.write_table(pa.table({"c": cells}), path)
    table = Table("t", (column("c", declared),), DataFile(path.name, str(path), "parquet"))
    with open_engine({"t": table}) as engine:
        return engine.answers(requests)
