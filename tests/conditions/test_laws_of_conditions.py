"""Laws: what is written reads back as itself, and no line does worse than being refused."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from factcheck.conditions import BadCondition, column_name, condition, expression, expression_written, written
from factcheck.model.conditions import (
    And,
    Arith,
    Compare,
    Cond,
    Contains,
    Expr,
    HasText,
    In,
    Known,
    Name,
    Not,
    Or,
    Value,
    both,
)
from factcheck.model.tables import Column, ColumnType, DataFile, Table

ODD_NAMES = ("and", "a b", "it`s", "Größe", "x-y", "true", "2020", "all", "text")
TABLE = Table(
    "t",
    (
        *(Column(name, ColumnType.NUMBER, missing=()) for name in (*ODD_NAMES, "n")),
        Column("word", missing=()),
        Column("other word", missing=()),
        Column("day", ColumnType.DATE),
        Column("flag", ColumnType.BOOLEAN),
        Column("items", ColumnType.LIST),
    ),
    DataFile("t.csv", "", "csv"),
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**6), max_value=10**6)
columns = st.sampled_from((*ODD_NAMES, "n")).map(Name)
sums = st.recursive(
    columns,
    lambda inner: st.builds(Arith, st.sampled_from(["+", "-", "*"]), inner, st.one_of(inner, numbers.map(Value))),
    max_leaves=4,
)
orders = st.sampled_from(["=", "!=", "<", "<=", ">", ">="])
simple = st.one_of(
    st.builds(Compare, orders, sums, numbers.map(Value)),
    st.builds(Compare, orders, sums, columns),
    st.builds(Compare, st.sampled_from(["=", "!="]), st.just(Name("word")), texts.map(Value)),
    st.builds(Compare, orders, st.just(Name("day")), st.dates(min_value=date(1000, 1, 1)).map(Value)),
    st.builds(Compare, st.just("="), st.just(Name("flag")), st.booleans().map(Value)),
    st.builds(In, st.just(Name("other word")), st.lists(texts, min_size=1, max_size=3).map(tuple)),
    st.builds(Contains, st.just("items"), st.one_of(texts.map(Value), st.just(Name("word"))), st.booleans()),
    st.builds(HasText, st.just("word"), texts.filter(bool)),
    st.builds(Known, sums),
)


def _either(parts: list[Cond]) -> Cond:
    flat = tuple(inner for part in parts for inner in (part.parts if isinstance(part, Or) else (part,)))
    return Or(flat)


conditions: st.SearchStrategy[Cond] = st.recursive(
    simple,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: both(*parts)),
        st.lists(inner, min_size=2, max_size=3).map(_either),
    ),
    max_leaves=6,
)


@given(conditions)
def test_what_is_written_reads_back_as_itself(tree: Cond) -> None:
    assert condition(written(tree), TABLE) == tree


@given(sums)
def test_an_expression_reads_back_as_itself(expr: Expr) -> None:
    assert expression(expression_written(expr), TABLE) == expr


@given(st.text(st.sampled_from("n word='()`,.<>=!-+*0129 andornotinbetweenisknownallcontains\n\t\"é²")))
def test_any_line_is_read_or_refused_at_a_place_in_it(line: str) -> None:
    mistakes = mistakes_of(line)
    assert all(0 <= offset <= len(line) for offset in mistakes)


def mistakes_of(line: str) -> list[int]:
    try:
        condition(line, TABLE)
    except BadCondition as refused:
        return [mistake.at.offset for mistake in refused.mistakes]
    return []


@given(texts.filter(bool))
def test_any_name_of_a_column_can_be_written(name: str) -> None:
    table = Table("t", (Column(name, ColumnType.NUMBER),), DataFile("t.csv", "", "csv"))
    asked = condition(f"{column_name(name)} = 1", table)
    assert asked == Compare("=", Name(name), Value(Decimal(1)))


def test_every_row_is_asked_for_by_all() -> None:
    assert condition(written(And()), TABLE) == And()
