"""Descriptions of datasets, and the tables they become: tests/cases/datasets/descriptions.yaml."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cases_in import Case, cases_in, told
from factcheck.datasets.package import load
from factcheck.model.tables import Column, Table


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=case["name"]) for case in cases_in("datasets/descriptions.yaml")]
)
def test_description(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "project" / "datasets"
    folder.mkdir(parents=True)
    (folder / "data.csv").write_text("x\n1\n")
    description = folder / "datapackage.yaml"
    description.write_text(case["description"])
    catalogue = load(description, tmp_path / "project")
    assert told(catalogue.problems) == case.get("problems", "")
    if "gives" in case:
        assert "\n".join(line for table in catalogue.tables.values() for line in _shown(table)) == case["gives"]
    else:
        assert list(catalogue.tables) == case.get("tables", "").split()


def test_a_description_that_is_absent(tmp_path: Path) -> None:
    catalogue = load(tmp_path / "datapackage.yaml", tmp_path)
    assert told(catalogue.problems) == "datapackage.yaml:1:1 no such file"
    assert not catalogue.tables


def _shown(table: Table) -> Iterator[str]:
    yield f"{table.name}: {table.title}".rstrip()
    yield _file(table)
    if table.row:
        period = f"from {table.starts} to {table.ends}"
        lasting = "lasting" if table.lasting else "ageing"
        yield f"row {table.row}, as of {table.as_of}, {period}, {lasting}, published {table.published}"
    yield f"complete {table.complete}" + (f": {table.complete_reason}" if table.complete_reason else "")
    if error := table.uncertainty:
        sizes = f"{error.relative} {error.points} {error.absolute} {'assumed' if error.assumed else 'stated'}"
        yield f"uncertainty {sizes} {error.source}: {error.quote}".rstrip()
    if table.prices:
        yield f"prices {table.prices}"
    yield from (f"source {one.title}, {one.publisher}, {one.url}, {one.published}" for one in table.sources)
    yield from (f"license {one}" for one in table.licenses)
    yield from (f"alias {short} = {name}" for short, name in table.column_aliases)
    yield from (f"alias {name} {written} = {stored}" for name, written, stored in table.value_aliases)
    yield from map(_column, table.columns)


def _file(table: Table) -> str:
    file = table.file
    if file.engine:
        return f"table {file.stored} of {file.engine}"
    line = f"file {file.path} {file.format} {file.encoding} {file.delimiter} {file.quote} header {file.header_row}"
    return line + (f" sha256 {file.sha256[:8]} bytes {file.bytes}" if file.sha256 else "")


def _column(column: Column) -> str:
    parts = [f"{column.name} {column.type} missing {list(column.missing)}"]
    parts += [f"delimiter {column.delimiter}"] if column.type == "list" else []
    parts += [f"group {column.group_char}"] if column.group_char else []
    parts += [f"decimal {column.decimal_char}"] if column.decimal_char != "." else []
    parts += [f"unit {column.unit}"] if column.unit else []
    parts += [f"scale {column.scale}"] if column.scale != 1 else []
    parts += [f"from {column.minimum} to {column.maximum}"] if column.minimum is not None else []
    parts += [f"totals {list(column.totals)}"] if column.totals else []
    parts += [f"censored {one.cell} {one.low}..{one.high}" for one in column.censored]
    return " ".join(parts)
