"""Files made ready for an engine: what is written anew, and what is refused before it is read."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from workbooks import Sheet, ods, xlsx

from cases_in import Case, cases_in
from factcheck.datasets.fingerprint import changed, fingerprint
from factcheck.datasets.ready import ready
from factcheck.engines.duckdb import open_engine
from factcheck.model.queries import Answer, Rows
from factcheck.model.tables import Column, ColumnType, DataFile, Table

COLUMNS = (Column("place"), Column("n", ColumnType.NUMBER))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in cases_in("datasets/texts.yaml")])
def test_texts(case: Case, tmp_path: Path) -> None:
    encoding = case.get("encoding", "utf-8")
    content = case["file"].encode(encoding)
    file = _file(tmp_path, "t.csv", content)
    file = replace(file, encoding=encoding, delimiter=case.get("delimiter", ","))
    file = replace(file, header_row=int(case.get("header_row", "1")))
    tables, problems = ready({"t": Table("t", COLUMNS, file)}, tmp_path)
    assert "\n".join(f"{one.message}\n{one.remedy}" for one in problems) == case.get("problem", "")
    if "gives" in case:
        assert _rows(tables["t"]) == case["gives"]


def test_a_text_in_another_encoding_than_declared(tmp_path: Path) -> None:
    file = replace(_file(tmp_path, "t.csv", b"place,n\nB\x81,1\n"), encoding="cp1252")
    tables, [problem] = ready({"t": Table("t", COLUMNS, file)}, tmp_path)
    assert not tables
    assert problem.message.startswith("t.csv: not all of it is cp1252")


def test_a_zero_byte_is_shown_with_its_line(tmp_path: Path) -> None:
    file = _file(tmp_path, "t.csv", b"place,n\nNL,1\nB\0E,2\n")
    _, [problem] = ready({"t": Table("t", COLUMNS, file)}, tmp_path)
    assert problem.message == "t.csv:3: a byte of zero, which is in no text in UTF-8"


@pytest.mark.parametrize(("ending", "write"), [("xlsx", xlsx), ("ods", ods)])
def test_a_workbook(ending: str, write: Callable[[Path, dict[str, Sheet]], Path], tmp_path: Path) -> None:
    rows: Sheet = [
        ["a note"],
        ["place", "n", "day", "code", "sure"],
        ["NL", 12, date(2020, 2, 29), "007", True],
        ["NA", 0.1, date(2020, 3, 1), "1,234", None],
        [None, None, None, None, None],
        ["BE", None, "1_0", "<5", False],
    ]
    path = write(tmp_path / f"t.{ending}", {"first": [["x"]], "data": rows})
    columns = (*COLUMNS, Column("day", ColumnType.DATE), Column("code"), Column("sure", ColumnType.BOOLEAN))
    file = DataFile(path.name, str(path), ending, sheet="data", header_row=2)
    tables, problems = ready({"t": Table("t", columns, file)}, tmp_path)
    assert not problems
    assert _rows(tables["t"]).splitlines() == [
        "NL | 12 | 2020-02-29 | 007 | True",
        "NA | 0.1 | 2020-03-01 | 1,234 | None",
        "BE | None | None | <5 | False",
    ]


def test_a_workbook_without_the_sheet(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "t.xlsx", {"first": [["place", "n"], ["NL", 1]]})
    file = DataFile(path.name, str(path), "xlsx", sheet="other")
    _, [problem] = ready({"t": Table("t", COLUMNS, file)}, tmp_path)
    assert problem.message.startswith("t.xlsx has no such sheet")


def test_a_workbook_with_a_cell_beside_the_table(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "t.xlsx", {"first": [["place", "n", None], ["NL", 1, "!"]]})
    _, [problem] = ready({"t": Table("t", COLUMNS, DataFile(path.name, str(path), "xlsx"))}, tmp_path)
    assert problem.message == "t.xlsx: row 2 has a cell beyond the last column"


def test_what_is_no_workbook_and_no_parquet(tmp_path: Path) -> None:
    tables = {
        ending: Table(ending, COLUMNS, _file(tmp_path, f"t.{ending}", b"place,n\n")) for ending in ("xlsx", "parquet")
    }
    found, problems = ready(tables, tmp_path)
    assert not found
    assert [one.message.split(" (")[0] for one in problems] == ["t.xlsx cannot be read", "t.parquet is no Parquet file"]


def test_one_bad_file_takes_out_itself(tmp_path: Path) -> None:
    tables = {
        "good": Table("good", COLUMNS, _file(tmp_path, "good.csv", b"place,n\nNL,1\n")),
        "gone": Table("gone", COLUMNS, DataFile("gone.csv", str(tmp_path / "gone.csv"), "csv")),
    }
    found, [problem] = ready(tables, tmp_path)
    assert list(found) == ["good"]
    assert problem.message == "gone.csv cannot be read: No such file or directory"


def test_a_fingerprint_tells_a_changed_file(tmp_path: Path) -> None:
    file = _file(tmp_path, "t.csv", b"place,n\nNL,1\n")
    found = fingerprint(Path(file.absolute))
    assert (found.sha256, found.bytes) == (hashlib.sha256(b"place,n\nNL,1\n").hexdigest(), 13)
    pinned = Table("t", COLUMNS, replace(file, sha256=found.sha256, bytes=13))
    assert changed(pinned, found) is None
    assert changed(Table("t", COLUMNS, file), found) is None
    for other in (replace(found, sha256="0" * 64), replace(found, bytes=12)):
        problem = changed(pinned, other)
        assert problem is not None
        assert problem.message.startswith("t.csv is not the file described")


def _file(folder: Path, name: str, content: bytes) -> DataFile:
    path = folder / name
    path.write_bytes(content)
    return DataFile(name, str(path), path.suffix.removeprefix("."))


def _rows(table: Table) -> str:
    with open_engine({table.name: table}) as engine:
        [answer] = engine.answers([Rows(table.name, tuple(column.name for column in table.columns))])
    assert isinstance(answer, Answer), answer
    return "\n".join(" | ".join(_shown(cell) for cell in row) for row in answer.rows)


def _shown(cell: object) -> str:
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)
