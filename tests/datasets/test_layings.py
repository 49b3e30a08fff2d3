"""Where a table stands in a file that is added: what is asked, step by step, and what is read by the answers."""

from pathlib import Path
from typing import TypeAlias

import pytest
import yaml
from workbooks import xlsx

from cases_in import CASES
from factcheck.adding import Proposal, add, proposal
from factcheck.datasets.package import load
from factcheck.datasets.proposing.questions import UnansweredError
from factcheck.datasets.ready import ready
from factcheck.datasets.taking import taken
from factcheck.engines.duckdb import open_engine
from factcheck.errors import FactcheckError
from factcheck.model.places import DESCRIPTION
from factcheck.model.queries import Answer, Rows

Case: TypeAlias = "dict[str, str | list[str] | list[list[str | int]] | dict[str, str]]"
EVERY: list[Case] = yaml.safe_load((CASES / "datasets" / "layings.yaml").read_text(encoding="utf-8"))
ABOUT = dict.fromkeys(("title", "publisher", "url", "row", "as_of", "licence", "complete"), "unknown")


def _case(case: Case) -> Case:
    like = case.get("like")
    return next(one for one in EVERY if one["name"] == like) | case if like else case


@pytest.mark.parametrize("case", [pytest.param(_case(case), id=str(case["name"])) for case in EVERY])
def test_laying(case: Case, tmp_path: Path) -> None:
    path = _made(case, tmp_path)
    answers = case.get("answers", {})
    assert isinstance(answers, dict)
    asked, left, proposed = _asked(path, answers, tmp_path)
    assert asked == case.get("asks", [])
    assert left == case.get("open", [])
    if proposed is None:
        return
    dialect = [line.strip() for line in proposed.text.splitlines() if line.startswith("  dialect: ")]
    assert dialect == ([f"dialect: {case['dialect']}"] if "dialect" in case else [])
    add(proposed, root=tmp_path)
    assert _rows(tmp_path) == case["gives"]


def _made(case: Case, folder: Path) -> Path:
    if "text" in case:
        path = folder / "t.csv"
        path.write_text(str(case["text"]))
        return path
    sheet = case["sheet"]
    assert isinstance(sheet, list)
    xlsx(folder / "t.xlsx", {"s": [list(row) for row in sheet]})
    return folder / "t.xlsx"


def _asked(path: Path, answers: dict[str, str], root: Path) -> tuple[list[str], list[str], Proposal | None]:
    """The questions in the order in which they come up, those that the answers leave open, and the proposal."""
    one = taken(str(path), name="t", root=root, folder=root)
    asked: list[str] = []
    given: dict[str, str] = {}
    while True:
        try:
            return asked, [], proposal(one, {**ABOUT, **given}, root=root, folder=root)
        except UnansweredError as unanswered:
            new = [question.key for question in unanswered.questions if question.key not in asked]
            asked += new
            given |= {key: answers[key] for key in new if key in answers}
            if not new:
                return asked, [question.key for question in unanswered.questions], None


def _rows(root: Path) -> str:
    tables, problems = ready(load(root / DESCRIPTION, root).tables, root)
    assert problems == ()
    names = tuple(column.name for column in tables["t"].columns)
    with open_engine(tables) as engine:
        [answer] = engine.answers([Rows("t", names, at_most=50)])
    assert isinstance(answer, Answer)
    return "\n".join(" | ".join(str(cell).replace("\n", "\\n") for cell in row) for row in answer.rows)


TABLE = "place,n\nNL,1\n"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"titel": "Visits"}, 'nothing asks for "titel"'),
        ({"cell:n:9": "missing"}, 'nothing asks for "cell:n:9"'),
        ({"total:place:NL": "yes"}, 'nothing asks for "total:place:NL"'),
        ({"delimiter": "comma"}, 'nothing asks for "delimiter"'),
    ],
)
def test_an_answer_to_no_question_is_refused(given: dict[str, str], told: str, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(TABLE)
    one = taken(str(tmp_path / "t.csv"), name="", root=tmp_path, folder=tmp_path)
    with pytest.raises(FactcheckError) as refused:
        proposal(one, {**ABOUT, **given}, root=tmp_path, folder=tmp_path)
    assert [problem.message for problem in refused.value.problems] == [told]
    assert "title, publisher, url" in refused.value.problems[0].remedy
    assert proposal(one, ABOUT, root=tmp_path, folder=tmp_path).text


@pytest.mark.parametrize(("encoding", "is_open"), [("windows-1252", False), ("nonsense", True), ("hex", True)])
def test_an_encoding_that_is_none_is_asked_again(encoding: str, is_open: bool, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes("place,n\nKöln,1\n".encode("windows-1252"))
    one = taken(str(tmp_path / "t.csv"), name="", root=tmp_path, folder=tmp_path)
    answers = {**ABOUT, "encoding": encoding}
    if not is_open:
        assert "encoding: windows-1252" in proposal(one, answers, root=tmp_path, folder=tmp_path).text
        return
    with pytest.raises(UnansweredError) as unanswered:
        proposal(one, answers, root=tmp_path, folder=tmp_path)
    assert [question.key for question in unanswered.value.questions] == ["encoding"]
