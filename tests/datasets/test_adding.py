"""What is proposed of a file, what is asked, and where its description goes."""

import gzip
from pathlib import Path
from typing import TypeAlias
from zipfile import ZipFile

import duckdb
import pytest
import yaml
from workbooks import xlsx

from cases_in import CASES, Case, cases_in
from factcheck.adding import add, proposal
from factcheck.datasets.appending import appended
from factcheck.datasets.package import load
from factcheck.datasets.proposing.columns import Tally
from factcheck.datasets.proposing.fields import FieldProposed, field_questions, proposed
from factcheck.datasets.proposing.questions import UnansweredError
from factcheck.datasets.ready import ready
from factcheck.datasets.taking import taken
from factcheck.errors import FactcheckError
from factcheck.model.places import DESCRIPTION

RESOURCE = "- name: new\n  path: new.csv\n  schema:\n    fields:\n      - {name: n}\n"
Proposal: TypeAlias = "dict[str, str | list[str] | dict[str, str]]"
PROPOSALS: list[Proposal] = yaml.load(
    (CASES / "datasets" / "proposals.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - texts
)


@pytest.mark.parametrize(("sheets", "asked"), [(("a", "b"), ["sheet"]), (("a",), [])])
def test_a_sheet_is_asked_for_where_there_are_several(
    sheets: tuple[str, ...], asked: list[str], tmp_path: Path
) -> None:
    xlsx(tmp_path / "t.xlsx", {name: [["n"], [1]] for name in sheets})
    one = taken(str(tmp_path / "t.xlsx"), name="", root=tmp_path, folder=tmp_path)
    with pytest.raises(UnansweredError) as unanswered:
        proposal(one, {}, root=tmp_path, folder=tmp_path)
    assert [question.key for question in unanswered.value.questions if question.key == "sheet"] == asked
    about = dict.fromkeys(("title", "publisher", "url", "row", "as_of", "licence", "complete"), "unknown")
    told = proposal(one, about | ({"sheet": "b"} if asked else {}), root=tmp_path, folder=tmp_path).text
    assert ("sheetName: b" in told) is bool(asked)


@pytest.mark.parametrize(("sheets", "asked"), [(("a", "b"), ["sheet"]), (("a",), [])])
def test_a_sheet_of_a_packed_workbook(sheets: tuple[str, ...], asked: list[str], tmp_path: Path) -> None:
    xlsx(tmp_path / "t.xlsx", {name: [["n"], [1]] for name in sheets})
    (tmp_path / "t.xlsx.gz").write_bytes(gzip.compress((tmp_path / "t.xlsx").read_bytes()))
    one = taken(str(tmp_path / "t.xlsx.gz"), name="", root=tmp_path, folder=tmp_path)
    answers = ABOUT | ({"sheet": "b"} if asked else {})
    assert ("sheetName: b" in proposal(one, answers, root=tmp_path, folder=tmp_path).text) is bool(asked)


@pytest.mark.parametrize("case", [pytest.param(case, id=str(case["name"])) for case in PROPOSALS])
def test_a_column(case: Proposal) -> None:
    column = Tally("n")
    for row, cell in enumerate(case["cells"], start=2):
        column.add(cell, row)
    questions = list(field_questions(column))
    answers = case.get("answers", {})
    assert isinstance(answers, dict)
    assert [question.key for question in questions] == case.get("asks", [])
    assert all(question.takes(answers[question.key]) for question in questions)
    assert _told(proposed(column, answers)) == case["field"]


@pytest.mark.parametrize(("last", "asked"), [("-99", ["cell:n:-99"]), ("-2", [])])
def test_a_flag_is_asked_about_however_many_values_come_before_it(last: str, asked: list[str]) -> None:
    column = Tally("n")
    for row, cell in enumerate([*map(str, range(3_000)), last], start=2):
        column.add(cell, row)
    assert [question.key for question in field_questions(column)] == asked


@pytest.mark.parametrize(
    ("cell", "is_total"),
    [
        ("Total", True),
        ("Sub-total", True),
        ("Subtotal North", True),
        ("Total, all ages", True),
        ("All regions", True),
        ("_T", True),
        ("Gesamtsumme", True),
        ("Toutes les régions", True),
        ("Totally Wired", False),
        ("Allier", False),
        ("Summer", False),
        ("Toussaint", False),
        ("World Bank", False),
        ("The board spoke at length of a total of several things in its long report", False),
    ],
)
def test_words_of_totals(cell: str, is_total: bool) -> None:
    column = Tally("n")
    column.add(cell, 2)
    assert bool(column.totals) is is_total


ABOUT = dict.fromkeys(("title", "publisher", "url", "row", "as_of", "licence", "complete"), "unknown")
SUM = "place,n\nNL,5\nBE,6\n{}\n"


@pytest.mark.parametrize(
    ("last", "answer", "told"),
    [
        (",11", "leave out", "dialect: {commentRows: [4]}"),
        (",11", "keep", ""),
        (",12", None, ""),
        ("Total,11", None, ""),
    ],
)
def test_a_last_row_that_is_a_sum_without_saying_so(last: str, answer: str | None, told: str, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(SUM.format(last))
    one = taken(str(tmp_path / "t.csv"), name="", root=tmp_path, folder=tmp_path)
    answers = ABOUT | ({"total:place:Total": "yes"} if "Total" in last else {})
    if answer is not None:
        with pytest.raises(UnansweredError) as unanswered:
            proposal(one, answers, root=tmp_path, folder=tmp_path)
        assert [question.key for question in unanswered.value.questions] == ["last-row"]
        answers["last-row"] = answer
    text = proposal(one, answers, root=tmp_path, folder=tmp_path).text
    assert [line.strip() for line in text.splitlines() if "dialect" in line] == ([told] if told else [])


def test_a_total_whose_name_has_a_colon(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("place,n\nNL,5\nTotal: all,9\n")
    one = taken(str(tmp_path / "t.csv"), name="", root=tmp_path, folder=tmp_path)
    text = proposal(one, {**ABOUT, "total:place:Total: all": "yes"}, root=tmp_path, folder=tmp_path).text
    assert "totals: {place: ['Total: all']}" in text


def _parquet(path: Path, *columns: str) -> str:
    """A Parquet file of two rows, each column as SQL for a list."""
    duckdb.sql(f"copy (select {', '.join(f'unnest({one}' for one in columns)}) to '{path}' (format parquet)")
    return str(path)


STORED = ("['NA', 'BE']) as place", "[7, -99]) as n", "[1.5, 2.5]::double[]) as rate", "[2020, 2021]) as year")


def test_what_the_values_of_a_parquet_file_may_stand_for_is_asked(tmp_path: Path) -> None:
    more = ("['Total', 'Total']) as age", "[interval 3 day, interval 4 day]) as wait", "[{'a': 1}, {'a': 2}]) as pair")
    one = taken(_parquet(tmp_path / "t.parquet", *STORED, *more), name="", root=tmp_path, folder=tmp_path)
    with pytest.raises(UnansweredError) as unanswered:
        proposal(one, ABOUT, root=tmp_path, folder=tmp_path)
    asked = [question.key for question in unanswered.value.questions if question.key not in ABOUT]
    assert asked == ["cell:place:NA", "cell:n:-99", "type:year", "total:age:Total"]
    answers = ABOUT | dict(zip(asked, ["value", "missing", "year", "yes"], strict=True))
    fields = yaml.safe_load(proposal(one, answers, root=tmp_path, folder=tmp_path).text)[0]["schema"]["fields"]
    assert fields == [
        {"name": "place", "type": "string"},
        {"name": "n", "type": "integer", "missingValues": ["", "-99"]},
        {"name": "rate", "type": "number"},
        {"name": "year", "type": "year"},
        {"name": "age", "type": "string"},
        {"name": "wait", "type": "string"},
        {"name": "pair", "type": "string"},
    ]


def test_a_parquet_file_that_leaves_no_doubt(tmp_path: Path) -> None:
    plain = ("['NL', 'BE']) as place", "[7, -9999999]) as n", "[20200, 2021]) as code", "['Totally', 'Wired']) as band")
    one = taken(_parquet(tmp_path / "t.parquet", *plain), name="", root=tmp_path, folder=tmp_path)
    assert "missingValues" not in proposal(one, ABOUT, root=tmp_path, folder=tmp_path).text


@pytest.mark.parametrize("start", ["<!DOCTYPE html>\n<html>", "<html>", "\n<?xml version='1.0'?>"])
def test_a_web_page_is_no_table(start: str, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(f"{start}<body>Please log in</body>")
    one = taken(str(tmp_path / "t.csv"), name="", root=tmp_path, folder=tmp_path)
    with pytest.raises(FactcheckError, match=r"t\.csv: it is a web page or XML, and no table"):
        proposal(one, ABOUT, root=tmp_path, folder=tmp_path)


def test_a_table_whose_first_name_is_in_angles(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("<place>,n\nNL,5\n")
    one = taken(str(tmp_path / "t.csv"), name="", root=tmp_path, folder=tmp_path)
    assert "'<place>'" in proposal(one, ABOUT, root=tmp_path, folder=tmp_path).text


def _told(field: FieldProposed) -> str:
    parts = [field.name, field.type]
    parts += ["decimal", field.decimal] if field.decimal not in ("", ".") else []
    parts += ["group", field.group] if field.group else []
    parts += ["missing", *field.missing] if field.missing else []
    return " ".join([*parts, *(f"censored {cell} {span}" for cell, span in field.censored)])


@pytest.mark.parametrize("case", [pytest.param(c, id=c["name"]) for c in cases_in("datasets/appending.yaml")])
def test_appending(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "datapackage.yaml"
    before = case.get("description", "")
    if before:
        path.write_text(before)
    if "refused" in case:
        with pytest.raises(FactcheckError, match=case["refused"]):
            appended(path, "d.yaml", RESOURCE)
        return
    after = appended(path, "d.yaml", RESOURCE)
    lines = before.splitlines(keepends=True)
    at = int(case["at"])
    start = "".join(lines[:at])
    start += "\n" if start and not start.endswith("\n") else ""
    end = "".join(lines[at:])
    assert after.startswith(start)
    assert after.endswith(end)
    new = after[len(start) : len(after) - len(end)]
    assert [line.strip() for line in new.splitlines() if line != "resources:"] == [
        line.strip() for line in RESOURCE.splitlines()
    ]
    loaded = yaml.safe_load(after)
    assert loaded["resources"][-1] == yaml.safe_load(RESOURCE)[0]
    assert not before or loaded["resources"][:-1] == yaml.safe_load(before)["resources"]


@pytest.mark.parametrize(("in_the_way", "told"), [(True, "see that you may write in that folder"), (False, "")])
def test_a_folder_that_cannot_be_written_in(in_the_way: bool, told: str, tmp_path: Path) -> None:
    """Root may write anywhere, so that a file stands where the folder should be."""
    (tmp_path / "t.csv").write_text("place,n\nNL,5\n")
    one = taken(str(tmp_path / "t.csv"), name="", root=tmp_path, folder=tmp_path)
    proposal_ = proposal(one, ABOUT, root=tmp_path, folder=tmp_path)
    if not in_the_way:
        add(proposal_, root=tmp_path)
        assert (tmp_path / "datasets" / "t.csv").is_file()
        return
    (tmp_path / "datasets").write_text("no folder")
    with pytest.raises(FactcheckError) as refused:
        add(proposal_, root=tmp_path)
    assert refused.value.problems[0].remedy == f"{told}, and add it again; nothing was left half-written"
    assert (tmp_path / "datasets").read_text() == "no folder"


def _zip(path: Path, members: dict[str, str]) -> str:
    with ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return str(path)


@pytest.mark.parametrize(
    ("members", "asked", "told"),
    [
        ({"a.csv": "a,b\n1,2\n"}, [], ["format: csv"]),
        ({"a.tsv": "a\tb\n1\t2\n"}, [], ["format: tsv"]),
        ({"a.json": '[{"a": 1, "b": 2}]'}, [], ["format: json"]),
        ({"a.csv": "a,b\n1,2\n", "b.csv": "a,b\n3,4\n"}, ["innerpath"], ["innerpath: b.csv"]),
        ({"a.csv": "a,b\n1,2\n", "b.json": '[{"a": 3, "b": 4}]'}, ["innerpath"], ["innerpath: b.json"]),
    ],
)
def test_what_an_archive_holds(members: dict[str, str], asked: list[str], told: list[str], tmp_path: Path) -> None:
    one = taken(_zip(tmp_path / "t.zip", members), name="", root=tmp_path, folder=tmp_path)
    with pytest.raises(UnansweredError) as unanswered:
        proposal(one, {}, root=tmp_path, folder=tmp_path)
    assert [question.key for question in unanswered.value.questions if question.key not in ABOUT] == asked
    answers = ABOUT | ({"innerpath": list(members)[-1]} if asked else {})
    proposed = proposal(one, answers, root=tmp_path, folder=tmp_path)
    lines = [line.strip() for line in proposed.text.splitlines()]
    assert [line for line in lines if line.startswith(("format:", "innerpath:"))] == told
    assert lines[-2:] == ["- {name: a, type: integer}", "- {name: b, type: integer}"]
    add(proposed, root=tmp_path)
    _, problems = ready(load(tmp_path / DESCRIPTION, tmp_path).tables, tmp_path)
    assert problems == ()


@pytest.mark.parametrize(("last", "is_whole"), [(b"2\n", True), (b"2\x00\n", False)])
def test_a_byte_of_zero_is_told_before_anything_is_written(last: bytes, is_whole: bool, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(b"a,b\n1," + last)
    one = taken(str(tmp_path / "t.csv"), name="", root=tmp_path, folder=tmp_path)
    if is_whole:
        assert "{name: b, type: integer}" in proposal(one, ABOUT, root=tmp_path, folder=tmp_path).text
        return
    with pytest.raises(FactcheckError, match="line 2 has a byte of zero"):
        proposal(one, ABOUT, root=tmp_path, folder=tmp_path)
