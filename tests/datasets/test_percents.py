"""Cells of a workbook that show percents and hold fractions: never read in silence."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from workbooks import Percents, Sheet, ods, xlsx

from factcheck.adding import add, proposal
from factcheck.datasets.package import load
from factcheck.datasets.proposing.questions import UnansweredError
from factcheck.datasets.ready import ready
from factcheck.datasets.taking import taken
from factcheck.engines.duckdb import open_engine
from factcheck.model.places import DESCRIPTION
from factcheck.model.queries import Answer, Rows

ABOUT = dict.fromkeys(("title", "publisher", "url", "row", "as_of", "licence", "complete"), "unknown")
SHEET: Sheet = [["place", "rate"], ["NL", Percents(0.12)], ["LU", None], ["BE", Percents(0.125, 3)]]
PLAIN: Sheet = [["place", "rate"], ["NL", Percents(0.12, 4)], ["LU", None], ["BE", 0.125]]
Write = Callable[[Path, Mapping[str, Sheet]], Path]
WRITERS: dict[str, Write] = {"xlsx": xlsx, "ods": ods}
REMARK = (
    "shown as percents, and read as what is stored, 0.12 for 12%: {}; "
    'write of "rate" unit: percent and scale: 100, or unit: fraction'
)


def _remarks(folder: Path, name: str, fields: str, more: str = "") -> tuple[str, ...]:
    """What is remarked upon a file that is described so."""
    text = f"resources:\n  - {{name: t, path: {name}, {more}schema: {{fields: [{fields}]}}}}\n"
    (folder / "datapackage.yaml").write_text(text)
    tables, problems = ready(load(folder / "datapackage.yaml", folder).tables, folder)
    assert problems == ()
    return tables["t"].file.remarks


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("{name: rate, type: number}", True),
        ("{name: rate, type: number, unit: percent, scale: 100}", False),
        ("{name: rate, type: number, unit: fraction}", False),
        ("{name: rate}", False),
    ],
)
def test_a_column_of_percents(form: str, field: str, told: bool, tmp_path: Path) -> None:
    WRITERS[form](tmp_path / f"t.{form}", {"s": SHEET})
    found = _remarks(tmp_path, f"t.{form}", f"{{name: place}}, {field}")
    assert found == ((REMARK.format("B2, B4"),) if told else ())


@pytest.mark.parametrize("form", WRITERS)
def test_near_twin_a_sign_in_quotes_and_a_number(form: str, tmp_path: Path) -> None:
    WRITERS[form](tmp_path / f"t.{form}", {"s": PLAIN})
    assert _remarks(tmp_path, f"t.{form}", "{name: place}, {name: rate, type: number}") == ()


def test_percents_beside_the_table_and_in_another_sheet(tmp_path: Path) -> None:
    rows: Sheet = [[Percents(1), "place", "rate"], [Percents(1), "NL", 0.12]]
    xlsx(tmp_path / "t.xlsx", {"s": rows, "more": SHEET})
    found = _remarks(tmp_path, "t.xlsx", "{name: place}, {name: rate, type: number}", "dialect: {range: 'B:C'}, ")
    assert found == ()


def test_percents_made_long(tmp_path: Path) -> None:
    rows: Sheet = [["place", "2023", "2024"], ["NL", Percents(0.12), Percents(0.13)]]
    xlsx(tmp_path / "t.xlsx", {"s": rows})
    wide = "unpivot: {keep: place, names: year, values: rate}, "
    fields = "{name: place}, {name: year, type: year}, {name: rate, type: number"
    assert _remarks(tmp_path, "t.xlsx", f"{fields}}}", wide) == (REMARK.format("B2, C2"),)
    assert _remarks(tmp_path, "t.xlsx", f"{fields}, unit: percent, scale: 100}}", wide) == ()


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize(
    ("answer", "field", "first"),
    [
        ("percent", "{name: rate, type: number, unit: percent, scale: 100}", "12"),
        ("fraction", "{name: rate, type: number, unit: fraction}", "0.12"),
    ],
)
def test_what_is_asked(form: str, answer: str, field: str, first: str, tmp_path: Path) -> None:
    WRITERS[form](tmp_path / f"t.{form}", {"s": SHEET})
    one = taken(str(tmp_path / f"t.{form}"), name="", root=tmp_path, folder=tmp_path)
    with pytest.raises(UnansweredError) as unanswered:
        proposal(one, ABOUT, root=tmp_path, folder=tmp_path)
    assert [question.key for question in unanswered.value.questions] == ["shown:rate"]
    proposed = proposal(one, {**ABOUT, "shown:rate": answer}, root=tmp_path, folder=tmp_path)
    assert f"      - {field}" in proposed.text.splitlines()
    add(proposed, root=tmp_path)
    tables, problems = ready(load(tmp_path / DESCRIPTION, tmp_path).tables, tmp_path)
    assert (problems, tables["t"].file.remarks) == ((), ())
    with open_engine(tables) as engine:
        [found] = engine.answers([Rows("t", ("rate",))])
    assert isinstance(found, Answer)
    assert str(found.rows[0][0]).rstrip("0").rstrip(".") == first


@pytest.mark.parametrize("form", WRITERS)
def test_near_twin_nothing_is_asked(form: str, tmp_path: Path) -> None:
    WRITERS[form](tmp_path / f"t.{form}", {"s": PLAIN})
    one = taken(str(tmp_path / f"t.{form}"), name="", root=tmp_path, folder=tmp_path)
    assert "{name: rate, type: number}" in proposal(one, ABOUT, root=tmp_path, folder=tmp_path).text
