"""Conditions: lines and mappings against one small table."""

from decimal import Decimal

import pytest
import yaml

from cases_in import Case, cases_in
from factcheck.conditions import (
    At,
    BadCondition,
    Entry,
    Given,
    bind_entries,
    condition,
    expression,
    expression_written,
    written,
)
from factcheck.model.conditions import And, Arith, Compare, Name, Value
from factcheck.model.tables import Column, ColumnType, DataFile, Table

PEOPLE = Table(
    "people",
    (
        Column("country", missing=("", "NA")),
        Column("year", ColumnType.YEAR),
        Column("population", ColumnType.INTEGER),
        Column("rate", ColumnType.NUMBER),
        Column("born", ColumnType.DATE),
        Column("member", ColumnType.BOOLEAN),
        Column("regions", ColumnType.LIST),
        Column("end date", ColumnType.DATE),
    ),
    DataFile("people.csv", "", "csv"),
    column_aliases=(("land", "country"),),
    value_aliases=(("country", "Holland", "NL"), ("rate", "low", "0.5")),
)


def shown(bad: BadCondition, texts: list[str]) -> str:
    """The mistakes as a person would see them, each below the text it stands in."""
    told = []
    for mistake in bad.mistakes:
        told += [texts[mistake.at.text], " " * mistake.at.offset + "^" * mistake.at.width, mistake.message]
        told += [mistake.remedy] if mistake.remedy else []
    return "\n".join(told)


def entries_of(mapping: str) -> tuple[list[Entry], list[str]]:
    found = yaml.load(mapping, Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    entries: list[Entry] = []
    texts: list[str] = []
    for column, value in found.items():
        values = value if isinstance(value, list) else [value]
        given = [Given(text, At(0, len(text), len(texts) + at)) for at, text in enumerate([column, *values])]
        texts += [column, *values]
        entries.append(Entry(given[0], tuple(given[1:]), isinstance(value, list)))
    return entries, texts


@pytest.mark.parametrize("case", cases_in("conditions/lines.yaml"), ids=lambda case: case["line"])
def test_what_a_line_asks(case: Case) -> None:
    if "gives" in case:
        assert written(condition(case["line"], PEOPLE)) == case["gives"]
        return
    with pytest.raises(BadCondition) as refused:
        condition(case["line"], PEOPLE)
    assert shown(refused.value, [case["line"]]) == case["refused"]


@pytest.mark.parametrize("case", cases_in("conditions/lines.yaml"), ids=lambda case: case["line"])
def test_a_written_condition_reads_back_as_itself(case: Case) -> None:
    if "gives" in case:
        bound = condition(case["line"], PEOPLE)
        assert condition(written(bound), PEOPLE) == bound


@pytest.mark.parametrize("case", cases_in("conditions/mappings.yaml"), ids=lambda case: case["mapping"])
def test_what_a_mapping_asks(case: Case) -> None:
    entries, texts = entries_of(case["mapping"])
    if "gives" in case:
        assert written(bind_entries(entries, PEOPLE)) == case["gives"]
        return
    with pytest.raises(BadCondition) as refused:
        bind_entries(entries, PEOPLE)
    assert shown(refused.value, texts) == case["refused"]


def test_both_forms_become_one_tree() -> None:
    entries, _ = entries_of("{year: 2002..2021, country: [NL, BE], member: yes}")
    line = "year in 2002..2021 and country in ('NL', 'BE') and member"
    assert bind_entries(entries, PEOPLE) == condition(line, PEOPLE)


def test_constants_have_the_type_of_their_column() -> None:
    bound = condition("year = 2002 and country = '2002' and rate = 4.20", PEOPLE)
    values = [part.right for part in bound.parts if isinstance(part, Compare)] if isinstance(bound, And) else []
    assert values == [Value(Decimal(2002)), Value("2002"), Value(Decimal("4.20"))]


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("population", "population"),
        ("end date", "`end date`"),
        ("land", "country"),
        ("population - rate", "population - rate"),
        ("2 * population", "2 * population"),
    ],
)
def test_what_a_measure_can_be_of(text: str, gives: str) -> None:
    assert expression_written(expression(text, PEOPLE)) == gives


def test_a_column_whose_name_looks_like_a_sum_is_that_column() -> None:
    odd = Table("odd", (Column("a - b", ColumnType.NUMBER), Column("a", ColumnType.NUMBER)), DataFile("x", "", "csv"))
    assert expression("a - b", odd) == Name("a - b")
    assert expression("a - 1", odd) == Arith("-", Name("a"), Value(Decimal(1)))


@pytest.mark.parametrize("text", ["5", "'a'", "popultion", "country + 1", "year = 2002", "", "population +"])
def test_what_a_measure_cannot_be_of(text: str) -> None:
    with pytest.raises(BadCondition):
        expression(text, PEOPLE)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("(" * 100_000, "more than 20000 characters"),
        ("(" * 19_000, "deeper than 32 levels"),
        ("not " * 4_000, "deeper than 32 levels"),
        ("-" * 19_000 + "1 = 1", "deeper than 32 levels"),
        ("population" + " + 1" * 400 + " > 1", "deeper than 32 levels"),
        (" or ".join(["year=2002"] * 400), "more than 500 parts"),
        (f"year in ({','.join(['2002'] * 3000)})", "more than 500 parts"),
        ("rate = " + "9" * 39, "more than 38 digits"),
        ("rate = 0." + "9" * 38, "more than 38 digits"),
        ("rate = " + "9" * 10_000, "more than 38 digits"),
        ("country = '" + "''" * 9_000, "has no meaning here"),
    ],
    ids=lambda text: text[:20],
)
def test_hostile_lines_are_refused(line: str, why: str) -> None:
    with pytest.raises(BadCondition, match=why):
        condition(line, PEOPLE)


def test_the_limits_themselves_are_kept() -> None:
    assert condition("(" * 32 + "year = 2002" + ")" * 32, PEOPLE) == condition("year = 2002", PEOPLE)
    assert condition("rate = " + "9" * 38, PEOPLE)
    with pytest.raises(BadCondition, match="deeper"):
        condition("(" * 33 + "year = 2002" + ")" * 33, PEOPLE)
