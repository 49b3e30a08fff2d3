"""Cells, figures and files: what is written in tests/cases/engines."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from asked_in_cases import many_rows, request_of, requests_beside, shown, told
from engine_tables import Written, mapping, table

from cases_in import CASES, cases_in
from factcheck.engines.duckdb import open_engine
from factcheck.model.queries import Answer, Failure, Profile, Request, Response, Rows, TableProfile
from factcheck.model.tables import Table


def _cases(path: str, by: str) -> list[object]:
    return [pytest.param(case, id=case[by]) for case in cases_in(f"engines/{path}")]


@pytest.mark.parametrize("case", _cases("cells.yaml", "type"))
def test_cells(case: dict[str, Written], tmp_path: Path) -> None:
    fits, misfits = mapping(case["fits"]), case["misfits"]
    assert isinstance(misfits, list)
    cells = [*fits, *map(str, misfits)]
    one = table(tmp_path / "t.csv", {"c": case.get("column", case["type"]), "last": "string"}, _csv("c", cells))
    rows, profile = _answers(one, Rows("t", ("c",), at_most=1000), Profile("t", ("c",)))
    assert isinstance(rows, Answer)
    assert isinstance(profile, TableProfile)
    read = dict(zip(cells, (shown(row[0]) for row in rows.rows), strict=True))
    assert read == {cell: "none" if value == "missing" else value for cell, value in fits.items()} | dict.fromkeys(
        map(str, misfits), "none"
    )
    assert profile.columns[0].misfits == len(misfits)
    assert profile.columns[0].missing == list(fits.values()).count("missing")
    assert profile.columns[0].examples == tuple(map(str, misfits[:5]))


@pytest.mark.parametrize("case", _cases("figures.yaml", "name"))
def test_figures(case: dict[str, str], tmp_path: Path) -> None:
    columns = mapping(case["columns"])
    one = table(tmp_path / "t.csv", columns, (case.get("table") or many_rows(case, columns)).encode())
    response, *beside = _answers(one, request_of(case, one), *requests_beside(case, one))
    if "fails" in case:
        assert isinstance(response, Failure)
        assert response.message == case["fails"]
        assert [type(other) for other in beside] == [Answer]
    else:
        assert told(response, ordered="rows" in case) == case["gives"]


@pytest.mark.parametrize("case", _cases("files.yaml", "name"))
def test_files(case: dict[str, str], tmp_path: Path) -> None:
    content = bytes.fromhex(case["bytes"]) if "bytes" in case else case["file"].encode()
    one = table(tmp_path / "t.csv", {"a": "string", "b": "string"}, content)
    [response] = _answers(one, Rows("t", ("a", "b")))
    if "fails" in case:
        assert isinstance(response, Failure)
        assert response.message == case["fails"]
        assert response.remedy
    else:
        assert told(response, ordered=True) == case["gives"]


def test_every_file_of_cases_is_tried() -> None:
    assert {path.name for path in (CASES / "engines").iterdir()} == {"cells.yaml", "figures.yaml", "files.yaml"}


def _csv(name: str, cells: Sequence[str]) -> bytes:
    """The cells as the first of two columns, so that an empty one is no empty line."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerows([(name, "last"), *((cell, "x") for cell in cells)])
    return file.getvalue().encode()


def _answers(one: Table, *requests: Request) -> tuple[Response, ...]:
    with open_engine({one.name: one}) as engine:
        return engine.answers(requests)
