"""Every format: a description, its file, and what is read of it: tests/cases/datasets/formats.yaml."""

import gzip
import json
import sqlite3
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias
from zipfile import ZipFile

import pytest
import yaml
from workbooks import Sheet, Unseen, ods, xls, xlsb, xlsx

from cases_in import CASES
from factcheck.datasets.package import load
from factcheck.datasets.ready import ready
from factcheck.engines.duckdb import open_engine
from factcheck.model.queries import Answer, Failure, Rows
from factcheck.model.tables import Table

Told: TypeAlias = "dict[str, Told] | list[Told] | str | int | float | None"
Case: TypeAlias = dict[str, Told]

WORKBOOKS = {"xlsx": xlsx, "xls": xls, "xlsb": xlsb, "ods": ods}
EVERY = yaml.safe_load((CASES / "datasets" / "formats.yaml").read_text(encoding="utf-8"))


def _case(case: Case) -> Case:
    like = case.get("like")
    if like is None:
        return case
    before = _case(next(one for one in EVERY if one["name"] == like))
    told = {"gives", "problem", "remarks"} if {"gives", "problem"} & case.keys() else set()
    return {key: value for key, value in before.items() if key not in told} | case


@pytest.mark.parametrize("case", [pytest.param(_case(case), id=case["name"]) for case in EVERY])
def test_format(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "datasets"
    folder.mkdir()
    _make(folder / str(case["file"]), case)
    described = {"name": "t", "path": case["file"], "schema": {"fields": _fields(case["fields"])}}
    resource = case.get("resource", {})
    assert isinstance(resource, dict)
    (folder / "datapackage.yaml").write_text(json.dumps({"resources": [described | resource]}))
    catalogue = load(folder / "datapackage.yaml", tmp_path)
    tables, problems = ready(catalogue.tables, tmp_path)
    told = "\n".join(f"{one.message}\n{one.remedy}" for one in (*catalogue.problems, *problems))
    assert _without_details(told, str(case.get("problem", ""))) == case.get("problem", "")
    if "problem" not in case:
        assert "\n".join(_rows(tables["t"])) == case["gives"]
        assert "\n".join(tables["t"].file.remarks) == case.get("remarks", "")


def _without_details(told: str, wanted: str) -> str:
    """Without what a library says in brackets, where the case leaves it out."""
    first, _, rest = told.partition("\n")
    return f"{first.partition(' (')[0]}\n{rest}" if " (" not in wanted and rest else told


def _fields(fields: Told) -> list[Told]:
    assert isinstance(fields, list)
    return [{"name": field} if isinstance(field, str) else field for field in fields]


def _make(path: Path, case: Case) -> None:
    form = path.suffix.removeprefix(".")
    if form in WORKBOOKS:
        _workbook(path, case)
    elif "frame" in case:
        _frame(path, case["frame"])
    elif "sql" in case:
        with sqlite3.connect(path) as connection:
            connection.executescript(str(case["sql"]))
        connection.close()
    elif members := case.get("members"):
        assert isinstance(members, dict)
        with ZipFile(path, "w") as archive:
            for name, text in members.items():
                archive.writestr(name, str(text))
    else:
        data = str(case["text"]).encode(str(case.get("encoding", "utf-8")))
        path.write_bytes(gzip.compress(data) if form == "gz" else data)
    if cut := case.get("cut"):
        path.write_bytes(path.read_bytes()[: -int(str(cut))])


def _workbook(path: Path, case: Case) -> None:
    sheets, unseen = case["sheets"], case.get("unseen", {})
    assert isinstance(sheets, dict)
    assert isinstance(unseen, dict)
    rows: dict[str, Sheet] = {name: sheet for name, sheet in sheets.items() if isinstance(sheet, list)}  # type: ignore[misc]
    hidden = Unseen(**{key: tuple(value) for key, value in unseen.items() if isinstance(value, list)})  # type: ignore[arg-type]
    WORKBOOKS[path.suffix.removeprefix(".")](path, rows, hidden)


def _frame(path: Path, columns: Told) -> None:
    import pandas as pd
    import pyreadstat

    assert isinstance(columns, dict)
    frame = pd.DataFrame({name: pd.Series(cells) for name, cells in columns.items() if isinstance(cells, list)})
    labels: dict[str, dict[float, str]] = {"sex": {1: "woman", 2: "man"}}
    if path.suffix == ".dta":
        frame.astype({"n": "float32"}).to_stata(path, write_index=False, value_labels=labels)
    elif path.suffix == ".sav":
        pyreadstat.write_sav(frame, str(path), variable_value_labels=labels)
    else:
        frame.to_parquet(path, index=False)


def _rows(table: Table) -> Iterator[str]:
    with open_engine({table.name: table}) as engine:
        [answer] = engine.answers([Rows(table.name, tuple(column.name for column in table.columns))])
    if isinstance(answer, Failure):
        yield f"failure {answer.message}"
        return
    assert isinstance(answer, Answer)
    for row in answer.rows:
        yield " | ".join(format(cell, "f") if isinstance(cell, Decimal) else str(cell) for cell in row)
