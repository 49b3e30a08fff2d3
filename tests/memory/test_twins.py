"""The twin of a CSV file answers every question as the file does, and is taken for no other file."""

import csv
import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.engines.duckdb import open_engine
from factcheck.memory.store import Store
from factcheck.memory.twins import Twins
from factcheck.model.conditions import Compare, Name, Value
from factcheck.model.queries import Answer, Duplicates, Figure, Profile, Query, Request, Response, Rows
from factcheck.model.tables import Censored, Column, ColumnType, DataFile, Table

COLUMNS = (
    Column("name"),
    Column("count", ColumnType.INTEGER, missing=("", "NA"), censored=(Censored("<5", Decimal(0), Decimal(4)),)),
    Column("rate", ColumnType.NUMBER, decimal_char=",", group_char="."),
    Column("day", ColumnType.DATE),
)
NAMES = tuple(column.name for column in COLUMNS)
GROUPS = Query("t", (Figure("known"),), ("name",))
REQUESTS: tuple[Request, ...] = (
    Query("t", (Figure("sum", Name("count")), Figure("known", Name("count")), Figure("sum", Name("rate")))),
    Query("t", (Figure("distinct", Name("name")), Figure("least", Name("day")), Figure("upper_middle", Name("count")))),
    GROUPS,
    Query("t", (Figure("known"),), where=Compare("=", Name("name"), Value("NA"))),
    Profile("t", NAMES),
    Rows("t", NAMES, at_most=50),
    Duplicates("t", ("name", "count"), at_most=50),
)
CELLS = st.one_of(
    st.sampled_from(
        ["", " ", "NA", "007", "<5", "1.234,5", "1,5", "-3", "2021-02-03", "3e5", 'a "b"', "x;y", "é\n", "NULL"]
    ),
    st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=5),
)


def _table(path: Path, delimiter: str = ";") -> Table:
    return Table("t", COLUMNS, DataFile("t.csv", str(path), "csv", delimiter=delimiter))


def _write(path: Path, rows: list[tuple[str, ...]]) -> None:
    told = io.StringIO()
    csv.writer(told, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_ALL).writerows([NAMES, *rows])
    path.write_text(told.getvalue(), encoding="utf-8", newline="")


def _answers(table: Table) -> list[Response]:
    """What is answered; groups and doubled keys come in no promised order."""
    with open_engine({"t": table}) as engine:
        found = engine.answers(REQUESTS)
    return [
        _sorted(one) if isinstance(asked, Duplicates) or asked == GROUPS else one
        for asked, one in zip(REQUESTS, found, strict=True)
    ]


def _sorted(response: Response) -> Response:
    assert isinstance(response, Answer)
    return replace(response, rows=tuple(sorted(response.rows, key=repr)))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), max_size=12))
def test_a_twin_answers_as_its_file_does(rows: list[tuple[str, ...]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        _write(path, rows)
        twins = Twins(Store(Path(folder) / "memory"), "program")
        assert twins.make(_table(path), _table(path), "sha")
        twin = twins.of(_table(path), "sha")
        assert twin is not None
        assert twin.file.format == "parquet"
        assert _answers(twin) == _answers(_table(path))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    _write(tmp_path / "t.csv", [("a", "1", "2,5", "2021-01-01")])
    return tmp_path / "t.csv"


def test_a_twin_is_of_one_file_read_in_one_way(path: Path, tmp_path: Path) -> None:
    store = Store(tmp_path / "memory")
    table = _table(path)
    assert Twins(store, "program").make(table, table, "sha")
    assert Twins(store, "program").of(table, "sha") is not None
    assert Twins(store, "program").of(table, "other") is None
    assert Twins(store, "another").of(table, "sha") is None
    assert Twins(store, "program").of(_table(path, ","), "sha") is None
    assert Twins(store, "program").of(replace(table, file=replace(table.file, header_row=2)), "sha") is None
    assert Twins(store, "program").of(replace(table, columns=COLUMNS[:3]), "sha") is None
    assert Twins(Store(None), "program").of(table, "sha") is None


def test_the_plan_names_a_twin(path: Path, tmp_path: Path) -> None:
    twins = Twins(Store(tmp_path / "memory"), "program")
    table = _table(path)
    assert twins.make(table, table, "sha")
    twin = twins.of(table, "sha")
    assert twin is not None
    with open_engine({"t": twin}) as of_twin, open_engine({"t": table}) as of_file:
        [told], [plain] = of_twin.plan_lines([GROUPS]), of_file.plan_lines([GROUPS])
    assert told == f"{plain}; from a copy of t.csv in Parquet, kept since it was asked before"


def test_a_damaged_twin_is_none(path: Path, tmp_path: Path) -> None:
    twins = Twins(Store(tmp_path / "memory"), "program")
    assert twins.make(_table(path), _table(path), "sha")
    [twin] = (tmp_path / "memory").glob("*.parquet")
    twin.write_bytes(twin.read_bytes()[:-9])
    assert twins.of(_table(path), "sha") is None


def test_a_twin_may_be_taken_away(path: Path, tmp_path: Path) -> None:
    twins = Twins(Store(tmp_path / "memory"), "program")
    assert twins.make(_table(path), _table(path), "sha")
    twins.forget(_table(path), "sha")
    assert twins.of(_table(path), "sha") is None
    assert list((tmp_path / "memory").iterdir()) == []


def test_a_file_that_cannot_be_read_has_none(path: Path, tmp_path: Path) -> None:
    path.write_text("name;count;rate;day\na;1;2,5\n")
    twins = Twins(Store(tmp_path / "memory"), "program")
    assert not twins.make(_table(path), _table(path), "sha")
    assert list((tmp_path / "memory").iterdir()) == []
