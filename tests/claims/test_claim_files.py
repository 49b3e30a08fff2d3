"""Claim files: what each claim asks, what it says, and what is wrong with it."""

from dataclasses import astuple
from pathlib import Path

import pytest

from cases_in import Case, cases_in, told
from factcheck.checks import gives
from factcheck.claims.load import ClaimFile, load
from factcheck.conditions import expression_written, written
from factcheck.languages import load as language_of
from factcheck.model.claims import (
    Change,
    Check,
    Claim,
    Computation,
    Measure,
    Published,
    Rank,
    Ratio,
    Single,
    Trend,
)
from factcheck.model.conditions import ALL_ROWS
from factcheck.model.tables import Column, ColumnType, DataFile, Table

FILE = DataFile("x.csv", "", "csv")
TABLES = {
    "cases": Table(
        "cases",
        (
            Column("sex"),
            Column("region"),
            Column("year", ColumnType.YEAR),
            Column("born", ColumnType.DATE),
            Column("records", ColumnType.INTEGER),
            Column("age", ColumnType.INTEGER),
            Column("regions", ColumnType.LIST),
        ),
        FILE,
        column_aliases=(("gender", "sex"),),
    ),
    "gdp": Table(
        "gdp",
        (
            Column("country"),
            Column("year", ColumnType.YEAR),
            Column("gdp", ColumnType.NUMBER),
            Column("growth", ColumnType.NUMBER),
        ),
        FILE,
    ),
    "figures": Table("figures", (Column("figure"), Column("says"), Column("publisher")), FILE),
}

HEAD = """statement:
  title: Message
  publisher: IOM
  published: 2023-07-30
  text: not held
claims:
"""


def loaded(folder: Path, text: str) -> ClaimFile:
    (folder / "pyproject.toml").touch()
    (folder / "c.yaml").write_text(text, encoding="utf-8")
    return load(folder / "c.yaml", "c.yaml", TABLES, language_of=language_of, gives=gives)


def shown(claim: Claim) -> str:
    says = claim.wording.text if claim.wording else ""
    if claim.against:
        says = f"{'lower' if claim.against.lower else 'higher'} than {claim.against.than}"
    period = f"{claim.period.start} to {claim.period.end}" if claim.period else ""
    checks = "; ".join(map(asked, claim.checks)) or "no check"
    mark = f", not checkable: {claim.not_checkable.because}" if claim.not_checkable else ""
    unused = f"; not used: {', '.join(one.text for one in claim.unused_figures)}" if claim.unused_figures else ""
    return ": ".join(part for part in (claim.id, says, period, checks) if part) + mark + unused


def asked(check: Check) -> str:
    computation: Computation = check.computation
    match computation:
        case Single(measure, per):
            assert check.kind == measure.kind
            return measured(measure) + (f", per {per}" if per else "")
        case Ratio(of, to, per):
            return f"ratio of {measured(of)}" + (f" to {measured(to)}" if to else "") + (f", per {per}" if per else "")
        case Change(of, start, end):
            return f"change of {measured(of)} from {written(start)} to {written(end)}"
        case Rank(group, by, each):
            return f"rank of {written(group)} each {each} by {measured(by)}"
        case Trend(of, over):
            return f"trend of {measured(of)} over {over}"
        case Published(table, figure, excepted):
            left_out = [f" except {column} {value} ({one.because})" for one in excepted for column, value in one.values]
            return f"figure {figure} in {table}" + "".join(left_out)


def measured(measure: Measure) -> str:
    subject = written(measure.holds) if measure.holds is not None else ""
    subject = expression_written(measure.of) if measure.of is not None else subject
    where = "" if measure.where == ALL_ROWS else f" where {written(measure.where)}"
    weight = f" by {measure.weight}" if measure.weight else ""
    missing = f", missing {measure.missing}" if measure.missing != "known" else ""
    return f"{measure.kind} of {subject} in {measure.table}{where}{weight}{missing}"


@pytest.mark.parametrize(
    "case", cases_in("claims/checks.yaml") + cases_in("claims/sayings.yaml"), ids=lambda case: case["name"]
)
def test_what_claims_ask_and_say(case: Case, tmp_path: Path) -> None:
    file = loaded(tmp_path, HEAD + case["claims"])
    assert told(file.problems) == case.get("problems", "")
    assert "\n".join(map(shown, file.claims)) == case["gives"]
    assert ", ".join(one.id or "(no id)" for one in file.taken_out) == case.get("taken_out", "")


@pytest.mark.parametrize("case", cases_in("claims/files.yaml"), ids=lambda case: case["name"])
def test_whole_files(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "text.txt").write_text("94% of the victims")
    (folder / "loop.txt").symlink_to(tmp_path / "secret.txt")
    file = loaded(folder, case["file"])
    assert told(file.problems) == case.get("problems", "")
    assert "\n".join(introduced(file)) == case["gives"]
    assert ", ".join(one.id for one in file.taken_out) == case.get("taken_out", "")


def introduced(file: ClaimFile) -> list[str]:
    about = file.statement
    if about is None:
        return []
    first = (about.title, about.speaker, about.publisher, about.published, about.url, about.text_path, about.text)
    claims = [
        " | ".join([claim.id, claim.speaker, str(claim.said)] + [", ".join(astuple(one)) for one in claim.sources])
        for claim in file.claims
    ]
    return [" | ".join(map(str, (*first, about.language))), *claims]


def test_a_text_beside_the_article_is_named_as_the_user_would(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "claims").mkdir()
    (tmp_path / "article.md").write_text("94%")
    text = "statement: {title: T, publisher: P, text: ../article.md}\nclaims: [{id: a, quote: 94%}]\n"
    (tmp_path / "claims" / "a.yaml").write_text(text)
    file = load(tmp_path / "claims" / "a.yaml", "claims/a.yaml", TABLES, language_of=language_of, gives=gives)
    assert file.statement is not None
    assert (file.statement.text_path, file.statement.text) == ("article.md", "94%")
    assert file.text_file == (tmp_path / "article.md").resolve()


def test_places_of_a_claim_and_its_quote(tmp_path: Path) -> None:
    claim = loaded(tmp_path, HEAD + "  - id: a\n    quote: 94%\n    check: {dataset: cases, share: age > 5}\n").claims[
        0
    ]
    assert (str(claim.place), str(claim.quote_place)) == ("c.yaml:7:5", "c.yaml:8:12")
    assert str(claim.checks[0].place) == "c.yaml:9:12"


@pytest.mark.parametrize(
    "check",
    [
        '{dataset: cases, count: "' + "(" * 19_000 + '"}',
        '{dataset: cases, count: "' + "not " * 4_000 + '"}',
        "{dataset: cases, count: {sex: [" + "F, " * 2_000 + "M]}}",
        "{dataset: cases, sum: " + "records + " * 1_000 + "1}",
        "{dataset: cases, where: {year: " + "9" * 10_000 + "}, count: all}",
        "{dataset: " + "x" * 10_000 + ", count: all}",
        "{dataset: cases, " + ", ".join(f"k{number}: 1" for number in range(1_000)) + "}",
        "[" * 100_000,
    ],
    ids=lambda text: text[:40],
)
def test_a_hostile_check_is_refused_and_the_next_claim_is_still_read(check: str, tmp_path: Path) -> None:
    file = loaded(tmp_path, HEAD + f"  - id: a\n    quote: 5 rows\n    check: {check}\n  - {{id: b, quote: 6 rows}}\n")
    assert file.problems
    assert [claim.id for claim in file.claims] in (["b"], [])
    assert bool(file.claims) or file.statement is None
