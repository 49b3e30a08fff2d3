"""Tables and queries of every kind, drawn at random."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from factcheck.model.conditions import (
    And,
    Arith,
    Compare,
    Cond,
    Contains,
    Expr,
    HasText,
    In,
    Is,
    Known,
    Name,
    Not,
    Or,
    Value,
)
from factcheck.model.queries import ONE, Figure, Query
from factcheck.model.tables import Censored, Column, ColumnType

COLUMNS = (
    Column("country"),
    Column("other country", missing=("", "-")),
    Column("year", ColumnType.YEAR),
    Column("n", ColumnType.INTEGER, missing=("", "-99"), censored=(Censored("<5", Decimal(0), Decimal(4)),)),
    Column("m", ColumnType.INTEGER, censored=(Censored("few", Decimal(-2), Decimal(3)),)),
    Column("x", ColumnType.NUMBER, scale=Decimal("0.1")),
    Column("day", ColumnType.DATE),
    Column("tags", ColumnType.LIST),
    Column("sure", ColumnType.BOOLEAN),
)

CELLS = {
    "country": ["NL", "BE", "Bé", "NL;BE", "nl", ""],
    "other country": ["NL", "BE", "-", ""],
    "year": ["2001", "2002", "2003", "20", ""],
    "n": ["1", "7", "+3", "-2", "<5", "-99", "1.5", ""],
    "m": ["0", "2", "-4", "few", "1_0", ""],
    "x": ["1.25", "-0.5", "3", "1e-3", "NaN", ""],
    "day": ["2020-02-28", "2020-03-01", "2020-02-30", ""],
    "tags": ["NL", "NL;BE", "NL;", ";", "DE;BE", ""],
    "sure": ["true", "false", "yes", ""],
}

_numbers = st.sampled_from(["n", "m", "x", "year"]).map(Name)
_constants = (
    st.sampled_from(["0", "1", "2.5", "7", "2002", "0.00000000000000000000001", "1e30"]).map(Decimal).map(Value)
)


_factors: st.SearchStrategy[Expr] = st.one_of(_numbers, st.sampled_from(["2", "-1.5"]).map(Decimal).map(Value))
_amounts: st.SearchStrategy[Expr] = st.one_of(
    _numbers, st.builds(Arith, st.sampled_from(["+", "-", "*"]), _numbers, _factors)
)
_expressions: st.SearchStrategy[Expr] = st.one_of(_amounts, _constants)
_texts = st.one_of(
    st.sampled_from(["country", "other country"]).map(Name), st.sampled_from(["NL", "BE", "nl", "zz"]).map(Value)
)
_operators = st.sampled_from(["=", "!=", "<", "<=", ">", ">="])
_leaves: st.SearchStrategy[Cond] = st.one_of(
    st.builds(Compare, _operators, _expressions, _expressions),
    st.builds(Compare, _operators, _texts, _texts),
    st.builds(Compare, _operators, st.just(Name("day")), st.just(Value(date(2020, 3, 1)))),
    st.builds(Compare, st.just("="), st.just(Name("sure")), st.booleans().map(Value)),
    st.builds(In, st.just(Name("country")), st.just(("NL", "Bé"))),
    st.builds(In, _numbers, st.just((Decimal(2), Decimal(7), Decimal("0.125")))),
    st.builds(Contains, st.just("tags"), _texts, st.booleans()),
    st.builds(HasText, st.just("country"), st.sampled_from(["NL", "%", "L;", "é"])),
    st.builds(Known, st.one_of(_expressions, st.sampled_from(["country", "tags", "day", "sure"]).map(Name))),
)
_conditions = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(And, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Or, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Is, inner, st.sampled_from(["true", "false", "unknown"])),
    ),
    max_leaves=4,
)
_sides = st.sampled_from(["low", "high"])
_weights = st.sampled_from([None, Name("n"), Name("m"), Name("x")])
_middles = st.sampled_from(["lower_middle", "upper_middle"])
_figures = st.one_of(
    st.builds(Figure, st.just("sum"), _amounts, _conditions, _sides, _weights),
    st.builds(Figure, st.just("known"), st.one_of(st.just(ONE), _amounts, _texts), _conditions, _sides, _weights),
    st.builds(Figure, st.sampled_from(["least", "most", "distinct"]), st.one_of(_amounts, _texts), _conditions),
    st.builds(Figure, st.sampled_from(["least", "most", "distinct"]), st.just(Name("day")), _conditions),
    st.builds(Figure, _middles, _amounts, _conditions, _sides),
)
_keys = st.lists(st.sampled_from([column.name for column in COLUMNS if column.name != "tags"]), max_size=2, unique=True)
QUERIES = st.builds(
    Query, st.just("t"), st.lists(_figures, min_size=1, max_size=3).map(tuple), _keys.map(tuple), _conditions
)
ROWS = st.lists(st.fixed_dictionaries({name: st.sampled_from(cells) for name, cells in CELLS.items()}), max_size=8)
