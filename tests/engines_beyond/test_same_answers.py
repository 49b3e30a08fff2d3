"""The cases of the embedded engine, asked of every engine: the answers are the same, to the last digit."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from asked_in_cases import many_rows, request_of, requests_beside, told
from engine_tables import column, mapping

from cases_in import cases_in
from engines_beyond.conftest import needed
from engines_beyond.servers import Server
from factcheck.engines.interface import Engine
from factcheck.model.queries import Answer, Failure, Profile, Request, Response, Rows
from factcheck.model.tables import DataFile, Table

needed("ibis")

from engines_beyond.typed_tables import Typed, in_duckdb, in_postgres, in_spark, typed  # noqa: E402 - needs Ibis

CASES = [pytest.param(case, id=case["name"]) for case in cases_in("engines/figures.yaml")]


@pytest.mark.parametrize("case", CASES)
def test_postgres(case: dict[str, str], server: Server, tmp_path: Path) -> None:
    _compare(case, tmp_path, lambda one: in_postgres(one, server.url))


@pytest.mark.parametrize("case", CASES)
def test_spark(case: dict[str, str], spark: str, tmp_path: Path) -> None:
    _compare(case, tmp_path, lambda one: in_spark(one, spark))


def _compare(case: dict[str, str], folder: Path, made: Callable[[Typed], Engine]) -> None:
    """Whole answers, with those of the embedded engine on the same values, and with what the case says."""
    columns = mapping(case["columns"])
    table = Table("t", tuple(column(name, options) for name, options in columns.items()), DataFile("t", "", "csv"))
    one = typed(table, case.get("table") or many_rows(case, columns))
    requests = [request_of(case, table), *requests_beside(case, table)]
    with in_duckdb(one, folder) as here, made(one) as there:
        expected, found = here.answers(requests), there.answers(requests)
    assert [_comparable(*pair) for pair in zip(requests, found, strict=True)] == [
        _comparable(*pair) for pair in zip(requests, expected, strict=True)
    ]
    if "fails" not in case and not isinstance(requests[0], Rows | Profile):
        assert told(found[0], ordered=False) == case["gives"]


def _comparable(request: Request, response: Response) -> Response:
    """An answer without its order, which only a file has; a failure without an engine's own words."""
    match response:
        case Answer(rows):
            listed = isinstance(request, Rows) and not response.complete
            return Answer(() if listed else tuple(sorted(rows, key=str)), response.complete)
        case Failure(message):
            return Failure(message.partition(" (")[0])
        case _:
            return replace(response)
