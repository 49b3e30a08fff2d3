"""The fact-check sheet, as CSV and as a workbook: its columns, who checked, and that no cell is ever a formula."""

import csv
import io
import re
from pathlib import Path

from read_back import cells, xml_of
from reported import report
from small import claim, report_on
from test_hostile_words import HOSTILE

from factcheck.model.findings import Report
from factcheck.reports import sheet, xlsx
from factcheck.reports.drawing.cells import cell
from factcheck.reports.drawing.safe import visible

COLUMNS = ["fact", "says", "data", "verdict", "source", "link", "date", "checked by", "note"]


def _rows(told: Report) -> list[list[str]]:
    return list(csv.reader(io.StringIO(sheet.render(told), newline="")))


def test_a_sheet_whole(tmp_path: Path) -> None:
    claims = (
        claim("a", "nearly 100 visits", "nearly 100", more=", note: Asked the office.")
        + '  - {id: b, quote: "3 towns", says: "3"}\n'
        "  - {id: c, quote: a wish, not_checkable: {because: wish, reason: It is., by: The editor, on: 2026-01-02}}\n"
    )
    (tmp_path / "p").mkdir()
    head, *rows = _rows(report_on(tmp_path / "p", claims))
    path = str(tmp_path / "p" / "claims" / "speech.yaml")
    source = ["Visits, Office of figures", "https://office.example/visits", "2026-11-23", "factcheck"]
    assert head == COLUMNS
    assert [[one.replace(path, "PATH") for one in row] for row in rows] == [
        ["nearly 100 visits", "nearly 100", "97", "supported", *source,
         "accepts 95 to 100; Asked the office.; claim a; PATH:9:20"],
        ["3 towns", "3", "no check", "not enough evidence", "", "", "", "", "claim b; PATH:10:20"],
        ["a wish", "", "", "not checkable", "", "", "2026-01-02", "The editor", "wish; It is.; claim c; PATH:11:20"],
        ["", "", "", "text not held", "", "", "", "",
         "note; the statement's text is not held; PATH:2:3"],
    ]  # fmt: skip


def test_numbers_stay_numbers_and_formulas_are_none() -> None:
    """A number with a sign computes nothing; all else that begins as a formula does has an apostrophe."""
    for number in ("-5%", "+2.13%", "-1,234.5", "+3", "-0"):
        assert cell(number) == number
    for formula in (
        "=1",
        "-5-cmd()",
        "+a",
        "@SUM(A1)",
        "-5 points",
        "+2% to +3%",
        "--1",
        "-1;=2",
        "-",
        "\t=1",
        "\r=1",
        "-1,23",
    ):
        assert cell(formula).lstrip().startswith("'")


def test_a_workbook_has_the_rows_of_the_sheet() -> None:
    told = report("benign")
    assert cells(xlsx.render(told)) == [[one.replace("'", "") for one in row] for row in _rows(told)]


def test_a_workbook_holds_texts_alone() -> None:
    told = report(HOSTILE)
    book = xlsx.render(told)
    assert re.findall(r"<f[ >]|<hyperlink|<definedName name=\"(?!_xlnm._FilterDatabase)", xml_of(book)) == []
    facts = [row[0] for row in cells(book)]
    assert facts[1] == f"quote 0 of 5% {visible(HOSTILE)}"


def test_the_same_report_gives_the_same_bytes() -> None:
    assert xlsx.render(report()) == xlsx.render(report())


def test_a_cell_that_is_too_long_says_so() -> None:
    told = report("long " * 10_000)
    assert max(len(one) for row in cells(xlsx.render(told)) for one in row) == 32_767
    assert cells(xlsx.render(told))[1][0].endswith(" ... cut, of 50,014 characters")
