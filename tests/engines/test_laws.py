"""Whatever the strategy, the answers are those of plain Python."""

import csv
import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from drawn import COLUMNS, QUERIES, ROWS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plain_python import Naive, Row

from factcheck.engines import batches, middles, planner
from factcheck.engines.frames import Stored
from factcheck.engines.process import Limits, Worker
from factcheck.engines.sql import Statement
from factcheck.model.queries import Cell, Failure, Query
from factcheck.model.tables import DataFile, Table

FILES = 5_000


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
@given(rows=ROWS, queries=st.lists(QUERIES, min_size=1, max_size=4))
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
    @given(QUERIES)
    def collect(query: Query) -> None:
        found.append(query)

    collect()
    return found
