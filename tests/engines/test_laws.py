"""Whatever the strategy, the answers are those of plain Python."""

import csv
import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plain_python import Naive, Row

from factcheck.engines import batches, middles, planner
from factcheck.engines.frames import Stored
from factcheck.engines.process import Limits, Worker
from factcheck.engines.sql import Statement
from factcheck.model.conditions import (
    And,
    Arith,
    Compare,
    Cond,
    Contains,
    Expr,
    HasText,
    In,
    Is,
    Known,
    Name,
    Not,
    Or,
    Value,
)
from factcheck.model.queries import ONE, Cell, Failure, Figure, Query
from factcheck.model.tables import Censored, Column, ColumnType, DataFile, Table

FILES = 5_000

COLUMNS = (
    Column("country"),
    Column("other country", missing=("", "-")),
    Column("year", ColumnType.YEAR),
    Column("n", ColumnType.INTEGER, missing=("", "-99"), censored=(Censored("<5", Decimal(0), Decimal(4)),)),
    Column("m", ColumnType.INTEGER, censored=(Censored("few", Decimal(-2), Decimal(3)),)),
    Column("x", ColumnType.NUMBER, scale=Decimal("0.1")),
    Column("day", ColumnType.DATE),
    Column("tags", ColumnType.LIST),
    Column("sure", ColumnType.BOOLEAN),
)

_CELLS = {
    "country": ["NL", "BE", "Bé", "NL;BE", "nl", ""],
    "other country": ["NL", "BE", "-", ""],
    "year": ["2001", "2002", "2003", "20", ""],
    "n": ["1", "7", "+3", "-2", "<5", "-99", "1.5", ""],
    "m": ["0", "2", "-4", "few", "1_0", ""],
    "x": ["1.25", "-0.5", "3", "1e-3", "NaN", ""],
    "day": ["2020-02-28", "2020-03-01", "2020-02-30", ""],
    "tags": ["NL", "NL;BE", "NL;", ";", "DE;BE", ""],
    "sure": ["true", "false", "yes", ""],
}

_numbers = st.sampled_from(["n", "m", "x", "year"]).map(Name)
_constants = (
    st.sampled_from(["0", "1", "2.5", "7", "2002", "0.00000000000000000000001", "1e30"]).map(Decimal).map(Value)
)


_factors: st.SearchStrategy[Expr] = st.one_of(_numbers, st.sampled_from(["2", "-1.5"]).map(Decimal).map(Value))
_amounts: st.SearchStrategy[Expr] = st.one_of(
    _numbers, st.builds(Arith, st.sampled_from(["+", "-", "*"]), _numbers, _factors)
)
_expressions: st.SearchStrategy[Expr] = st.one_of(_amounts, _constants)
_texts = st.one_of(
    st.sampled_from(["country", "other country"]).map(Name), st.sampled_from(["NL", "BE", "nl", "zz"]).map(Value)
)
_operators = st.sampled_from(["=", "!=", "<", "<=", ">", ">="])
_leaves: st.SearchStrategy[Cond] = st.one_of(
    st.builds(Compare, _operators, _expressions, _expressions),
    st.builds(Compare, _operators, _texts, _texts),
    st.builds(Compare, _operators, st.just(Name("day")), st.just(Value(date(2020, 3, 1)))),
    st.builds(Compare, st.just("="), st.just(Name("sure")), st.booleans().map(Value)),
    st.builds(In, st.just(Name("country")), st.just(("NL", "Bé"))),
    st.builds(In, _numbers, st.just((Decimal(2), Decimal(7), Decimal("0.125")))),
    st.builds(Contains, st.just("tags"), _texts, st.booleans()),
    st.builds(HasText, st.just("country"), st.sampled_from(["NL", "%", "L;", "é"])),
    st.builds(Known, st.one_of(_expressions, st.sampled_from(["country", "tags", "day", "sure"]).map(Name))),
)
_conditions = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(And, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Or, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Is, inner, st.sampled_from(["true", "false", "unknown"])),
    ),
    max_leaves=4,
)
_sides = st.sampled_from(["low", "high"])
_weights = st.sampled_from([None, Name("n"), Name("m"), Name("x")])
_middles = st.sampled_from(["lower_middle", "upper_middle"])
_figures = st.one_of(
    st.builds(Figure, st.just("sum"), _amounts, _conditions, _sides, _weights),
    st.builds(Figure, st.just("known"), st.one_of(st.just(ONE), _amounts, _texts), _conditions, _sides, _weights),
    st.builds(Figure, st.sampled_from(["least", "most", "distinct"]), st.one_of(_amounts, _texts), _conditions),
    st.builds(Figure, st.sampled_from(["least", "most", "distinct"]), st.just(Name("day")), _conditions),
    st.builds(Figure, _middles, _amounts, _conditions, _sides),
)
_keys = st.lists(st.sampled_from([column.name for column in COLUMNS if column.name != "tags"]), max_size=2, unique=True)
_queries = st.builds(
    Query, st.just("t"), st.lists(_figures, min_size=1, max_size=3).map(tuple), _keys.map(tuple), _conditions
)
_rows = st.lists(st.fixed_dictionaries({name: st.sampled_from(cells) for name, cells in _CELLS.items()}), max_size=8)


class Files:
    """One worker, and files it may read: each is written once, since an engine may remember what it has read."""

    def __init__(self, folder: Path) -> None:
        self._paths = [folder / f"{number}.csv" for number in range(FILES)]
        self._written: dict[str, Path] = {}
        self.worker = Worker()
        self.worker.open([str(path) for path in self._paths], limits=Limits(threads=1))

    def ask(self, statement: Statement) -> batches.Raw:
        return self.worker.select(statement.sql, statement.parameters)

    def stored(self, rows: Sequence[Row]) -> Stored:
        table = json.dumps(rows)
        if table not in self._written:
            self._written[table] = self._paths[len(self._written)]
            self._write(self._written[table], rows)
        path = self._written[table]
        return Stored(Table("t", COLUMNS, DataFile(path.name, str(path), "csv")), {})

    def _write(self, path: Path, rows: Sequence[Row]) -> None:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [column.name for column in COLUMNS])
            writer.writeheader()
            writer.writerows(rows)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Files]:
    made = Files(tmp_path_factory.mktemp("laws"))
    yield made
    made.worker.close()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(rows=_rows, queries=st.lists(_queries, min_size=1, max_size=4))
def test_every_strategy_gives_the_answers_of_plain_python(files: Files, rows: list[Row], queries: list[Query]) -> None:
    stored = files.stored(rows)
    expected = [Naive(stored.table, rows).answer(query) for query in queries]
    parts = [planner.part(position, query) for position, query in enumerate(queries)]
    separately = {position: _alone(files, stored, part) for position, part in enumerate(parts)}
    assert _as_sets(separately) == expected
    counted = {one.position: middles.rows(stored, one.block, files.ask) for one in parts}
    assert _as_sets(counted) == expected
    for attempt in planner.attempts(parts, many_conditions=-1):
        for large in (0, 10):
            found = batches.attempted(files.worker, stored, attempt, large_cube=large)
            assert _as_sets(found) == expected, attempt.reason


def _alone(files: Files, stored: Stored, part: planner.Part) -> batches.Raw | Failure:
    [attempt] = planner.attempts([part], many_conditions=10_000, many_scans=10_000)
    return batches.attempted(files.worker, stored, attempt)[part.position]


def _as_sets(found: Mapping[int, batches.Raw | Failure]) -> list[set[tuple[Cell, ...]]]:
    sets = []
    for position in sorted(found):
        rows = found[position]
        assert not isinstance(rows, Failure), rows
        assert len(set(rows)) == len(rows), "a group comes twice"
        sets.append(set(rows))
    return sets


def test_the_laws_try_every_kind_of_figure_and_condition() -> None:
    """The strategies above must not fall behind the model."""
    kinds = set(itertools.chain.from_iterable((figure.kind for figure in query.figures) for query in _examples()))
    assert kinds == {"sum", "known", "least", "most", "distinct", "lower_middle", "upper_middle"}


def _examples() -> list[Query]:
    found: list[Query] = []

    @settings(max_examples=200, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(_queries)
    def collect(query: Query) -> None:
        found.append(query)

    collect()
    return found
