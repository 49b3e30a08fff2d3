"""Cells, figures and files: what is written in tests/cases/engines."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from engine_tables import Written, mapping, table

from cases_in import CASES, cases_in
from factcheck.conditions import condition, expression
from factcheck.engines.duckdb import open_engine
from factcheck.model.conditions import ALL_ROWS, Cond, Is
from factcheck.model.queries import (
    ONE,
    Answer,
    Cell,
    Failure,
    Figure,
    Profile,
    Query,
    Request,
    Response,
    Rows,
    TableProfile,
)
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
    read = dict(zip(cells, (_shown(row[0]) for row in rows.rows), strict=True))
    assert read == {cell: "none" if value == "missing" else value for cell, value in fits.items()} | dict.fromkeys(
        map(str, misfits), "none"
    )
    assert profile.columns[0].misfits == len(misfits)
    assert profile.columns[0].missing == list(fits.values()).count("missing")
    assert profile.columns[0].examples == tuple(map(str, misfits[:5]))


@pytest.mark.parametrize("case", _cases("figures.yaml", "name"))
def test_figures(case: dict[str, str], tmp_path: Path) -> None:
    columns = mapping(case["columns"])
    one = table(tmp_path / "t.csv", columns, (case.get("table") or _many_rows(case, columns)).encode())
    response, *beside = _answers(one, _request(case, one), *_beside(case, one))
    if "fails" in case:
        assert isinstance(response, Failure)
        assert response.message == case["fails"]
        assert [type(other) for other in beside] == [Answer]
    else:
        assert _told(response, ordered="rows" in case) == case["gives"]


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
        assert _told(response, ordered=True) == case["gives"]


def test_every_file_of_cases_is_tried() -> None:
    assert {path.name for path in (CASES / "engines").iterdir()} == {"cells.yaml", "figures.yaml", "files.yaml"}


def _csv(name: str, cells: Sequence[str]) -> bytes:
    """The cells as the first of two columns, so that an empty one is no empty line."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerows([(name, "last"), *((cell, "x") for cell in cells)])
    return file.getvalue().encode()


def _many_rows(case: dict[str, str], columns: dict[str, Written]) -> str:
    """A table of the same rows many times."""
    rows = (f"{row}\n" * int(str(times)) for row, times in mapping(case["many_rows"]).items())
    return "".join([",".join(columns), "\n", *rows])


def _answers(one: Table, *requests: Request) -> tuple[Response, ...]:
    with open_engine({one.name: one}) as engine:
        return engine.answers(requests)


def _request(case: dict[str, str], one: Table) -> Request:
    where = condition(case["where"], one) if "where" in case else ALL_ROWS
    at_most = int(case.get("at_most", "100"))
    if "rows" in case:
        return Rows("t", tuple(case["rows"].split(", ")), where, at_most)
    if "profile" in case:
        return Profile("t", tuple(case["profile"].split(", ")))
    figures = tuple(_figure(line, one) for line in case["figures"].splitlines())
    by = tuple(case["by"].split(", ")) if "by" in case else ()
    return Query("t", figures, by, where, at_most)


def _beside(case: dict[str, str], one: Table) -> list[Request]:
    """A request that must be answered whatever becomes of the first."""
    return [Query("t", (_figure(case["beside"], one),))] if "beside" in case else []


def _figure(line: str, one: Table) -> Figure:
    """A figure from its line: `sum of n; weight w; where n > 1; high`."""
    what, *others = line.split("; ")
    kind, _, of = what.partition(" of ")
    options = dict(other.partition(" ")[::2] for other in others)
    return Figure(
        kind,  # type: ignore[arg-type]  # the cases name the kinds
        expression(of, one) if of else ONE,
        _where(options, one),
        "high" if "high" in options else "low",
        expression(options["weight"], one) if "weight" in options else None,
    )


def _where(options: dict[str, str], one: Table) -> Cond:
    where = condition(options["where"], one) if "where" in options else ALL_ROWS
    if "unknown" in options:
        return Is(where, "unknown")
    return Is(where, "false") if "false" in options else where


def _told(response: Response, *, ordered: bool) -> str:
    match response:
        case Answer(rows, complete):
            lines = [" | ".join(map(_shown, row)) for row in rows]
            return "\n".join([*(lines if ordered else sorted(lines)), *([] if complete else ["and more"])])
        case TableProfile(_, rows, columns):
            counts = (
                f"{one.column}: {one.missing} missing, {one.censored} censored, {one.misfits} misfits"
                + (": " if one.examples else "")
                + ", ".join(one.examples)
                for one in columns
            )
            return "\n".join([f"{rows} rows", *counts])
        case Failure(message):
            return f"failure: {message}"


def _shown(cell: Cell) -> str:
    match cell:
        case None:
            return "none"
        case bool():
            return "true" if cell else "false"
        case tuple():
            return " + ".join(element or "(unknown)" for element in cell)
        case date():
            return cell.isoformat()
        case str():
            return cell or "(empty)"
        case _:
            return format(cell, "f")
