"""Queries of every kind, drawn at random: every engine gives the answers of plain Python over the rows."""

import csv
import io
import random
from collections.abc import Iterator, Sequence

import pytest
from drawn import CELLS, COLUMNS, QUERIES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plain_python import Naive

from engines_beyond.conftest import needed
from engines_beyond.servers import Server
from factcheck.engines.interface import Engine
from factcheck.model.queries import Answer, Query
from factcheck.model.tables import DataFile, Table

needed("ibis")

from engines_beyond.typed_tables import in_postgres, in_spark, typed  # noqa: E402 - needs Ibis

TABLE = Table("t", COLUMNS, DataFile("t", "", "csv"))
DRAW = random.Random(20261125)  # noqa: S311 - the same rows in every run
ROWS = [{name: DRAW.choice(cells) for name, cells in CELLS.items()} for _ in range(40)]

UNHURRIED = list(HealthCheck)


def _content() -> str:
    file = io.StringIO()
    writer = csv.DictWriter(file, [column.name for column in COLUMNS])
    writer.writeheader()
    writer.writerows(ROWS)
    return file.getvalue()


@pytest.fixture(scope="module")
def postgres(server: Server) -> Iterator[Engine]:
    with in_postgres(typed(TABLE, _content()), server.url) as engine:
        yield engine


@pytest.fixture(scope="module")
def on_spark(spark: str) -> Iterator[Engine]:
    with in_spark(typed(TABLE, _content()), spark) as engine:
        yield engine


@settings(max_examples=100, deadline=None, derandomize=True, database=None, suppress_health_check=UNHURRIED)
@given(queries=st.lists(QUERIES, min_size=1, max_size=4))
def test_postgres(postgres: Engine, queries: list[Query]) -> None:
    _compare(postgres, queries)


@settings(max_examples=8, deadline=None, derandomize=True, database=None, suppress_health_check=UNHURRIED)
@given(queries=st.lists(QUERIES, min_size=4, max_size=6))
def test_spark(on_spark: Engine, queries: list[Query]) -> None:
    """Fewer, since Spark takes a second for each; shrinking is left to the test above."""
    _compare(on_spark, queries)


def _compare(engine: Engine, queries: Sequence[Query]) -> None:
    plain = Naive(TABLE, ROWS)
    for query, answer in zip(queries, engine.answers(queries), strict=True):
        assert isinstance(answer, Answer), answer
        assert len(set(answer.rows)) == len(answer.rows), "a group comes twice"
        assert set(answer.rows) == plain.answer(query)
